/* session_glass.c - break-glass: the act first, then the session is told. */
#include "service/session.h"

#include "service/records.h"
#include "service/session_secret.h"

bool session_break_glass(struct service *service, struct arena *arena, const struct actor *actor, struct text token,
	struct text subject, struct text reason, struct error_list *errors)
{
	struct actor signed_in;
	struct session session;
	if (!session_actor(service, arena, token, &signed_in, &session) || !text_equal(signed_in.id, actor->id)) {
		error_say(errors, E_SIGN_IN, NULL, N_("Nobody is signed in"));
		return false;
	}
	struct pair input = { TEXT_OF("subject"), subject };
	struct command command = { .act = TEXT_OF("break_glass.open"), .inputs = &input, .input_count = 1,
		.reason = reason };
	struct outcome outcome;
	if (!command_run(service, arena, actor, &command, &outcome, errors))
		return false;
	return session_open_glass(service, arena, token, subject, service_now(service) + BREAK_GLASS_LENGTH, errors);
}
