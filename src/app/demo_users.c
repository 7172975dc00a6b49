/* demo_users.c - a user for every role, with one password for all: for showing and testing, never for work. */
#include "app/demo.h"

#include <stdio.h>

#include "service/session.h"

const char DEMO_PASSWORD[] = "custos-demo-2026";

/* Where a user works: in the men's prisons and the remand centre, in the women's prison, or everywhere. */
enum scope { SCOPE_LOCAL, SCOPE_WOMEN, SCOPE_ALL };

static const struct user { const char *name, *title, *role, *clearance, *compartments, *language; enum scope scope; } USERS[] = {
	{ "reception", "Reception officer", "reception", "sensitive", "third-party", "en", SCOPE_LOCAL },
	{ "wing", "Wing officer", "wing", "sensitive", "", "en", SCOPE_LOCAL },
	{ "caseworker", "Caseworker", "caseworker", "sensitive", "third-party", "en", SCOPE_LOCAL },
	{ "psychologist", "Psychologist", "psychologist", "sensitive", "", "en", SCOPE_LOCAL },
	{ "psychologist.second", "Second psychologist", "psychologist", "sensitive", "", "en", SCOPE_LOCAL },
	{ "religious", "Chaplain", "religious", "sensitive", "", "en", SCOPE_LOCAL },
	{ "health", "Nurse", "health", "sensitive", "health", "en", SCOPE_LOCAL },
	{ "security", "Security officer", "security", "sensitive", "", "en", SCOPE_LOCAL },
	{ "intelligence", "Intelligence officer", "intelligence", "sensitive", "intel", "en", SCOPE_ALL },
	{ "committee", "Committee member", "committee", "sensitive", "", "en", SCOPE_LOCAL },
	{ "committee.2", "Committee member, second", "committee", "sensitive", "", "en", SCOPE_LOCAL },
	{ "committee.3", "Committee member, third", "committee", "sensitive", "", "en", SCOPE_LOCAL },
	{ "governor", "Governor", "governor", "sensitive", "third-party", "en", SCOPE_LOCAL },
	{ "headquarters", "Headquarters", "headquarters", "sensitive", "", "en", SCOPE_ALL },
	{ "training", "Training officer", "training", "official", "", "en", SCOPE_ALL },
	{ "auditor", "Auditor", "auditor", "sensitive", "", "en", SCOPE_ALL },
	{ "inspector", "Inspector", "inspector", "sensitive", "health third-party", "en", SCOPE_ALL },
	{ "programme", "Programme manager", "programme", "official", "", "en", SCOPE_ALL },
	{ "records", "Central records office", "caseworker", "sensitive", "third-party", "en", SCOPE_ALL },
	{ "reception.ru", "Сотрудник приёма", "reception", "sensitive", "third-party", "ru", SCOPE_LOCAL },
	{ "reception.ar", "موظف الاستقبال", "reception", "sensitive", "third-party", "ar", SCOPE_LOCAL },
	{ "reception.women", "Reception officer, women's prison", "reception", "sensitive", "third-party", "en", SCOPE_WOMEN },
	{ "wing.women", "Wing officer, women's prison", "wing", "sensitive", "", "en", SCOPE_WOMEN },
	{ "health.women", "Nurse, women's prison", "health", "sensitive", "health", "en", SCOPE_WOMEN },
	{ "governor.women", "Governor, women's prison", "governor", "sensitive", "third-party", "en", SCOPE_WOMEN },
};
enum { USER_COUNT = sizeof USERS / sizeof *USERS, CASES_EACH = 40, CASEWORKERS_MOST = 40 };

static const struct demo_facility *facility_first(const struct demo *demo, enum demo_kind kind)
{
	for (size_t i = 0; i < demo->facility_count; i++)
		if (demo->facilities[i].kind == kind)
			return &demo->facilities[i];
	return &demo->facilities[0];
}

static bool user_add(struct demo *demo, const struct user *user, bool signs_in)
{
	const struct demo_facility *men = facility_first(demo, DEMO_MEN), *women = facility_first(demo, DEMO_WOMEN), *remand = facility_first(demo, DEMO_REMAND),
		*closed = facility_first(demo, DEMO_CLOSED);
	struct text local = arena_format(demo->arena, "%.*s %.*s %.*s", TEXT_FORMAT(men->id), TEXT_FORMAT(remand->id), TEXT_FORMAT(closed->id));
	struct text facilities = user->scope == SCOPE_ALL ? TEXT_OF("*") : user->scope == SCOPE_WOMEN ? women->id : local;
	const struct pair inputs[] = { { TEXT("name"), text_from(user->name) }, { TEXT("display_name"), text_from(user->title) },
		{ TEXT("roles"), text_from(user->role) }, { TEXT("facilities"), facilities }, { TEXT("clearance"), text_from(user->clearance) },
		{ TEXT("compartments"), text_from(user->compartments) }, { TEXT("language"), text_from(user->language) },
		{ TEXT("working_facility"), user->scope == SCOPE_WOMEN ? women->id : user->scope == SCOPE_ALL ? text_empty() : men->id } };
	struct command command = { .act = TEXT("user_account.add"), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs,
		.reason = TEXT("Demo"), .idempotency_key = TEXT(""), .source_key = TEXT("") };
	struct outcome outcome;
	struct actor system = session_system_actor();
	return command_run(demo->service, demo->arena, &system, &command, &outcome, &demo->cli->errors) &&
		(!signs_in || session_password_set(demo->service, outcome.record_id, text_from(DEMO_PASSWORD), false, &demo->cli->errors));
}

struct text demo_caseworker(struct demo *demo, size_t which)
{
	return which == 0 ? TEXT_OF("caseworker") : arena_format(demo->arena, "caseworker.%zu", which + 1);
}

/* So that nobody has the cases of a whole prison. They have no password: they are there to have cases. */
static bool caseworkers_add(struct demo *demo)
{
	int64_t count = demo->people / CASES_EACH;
	demo->caseworkers = count < 1 ? 1 : count > CASEWORKERS_MOST ? CASEWORKERS_MOST : (size_t)count;
	for (size_t i = 1; i < demo->caseworkers; i++) {
		struct text title = arena_format(demo->arena, "Caseworker %zu", i + 1);
		const struct user user = { demo_caseworker(demo, i).data, title.data, "caseworker", "sensitive", "third-party", "en", SCOPE_LOCAL };
		if (!user_add(demo, &user, false))
			return false;
	}
	return true;
}

bool demo_users(struct demo *demo)
{
	demo->actors = ARENA_ARRAY(demo->arena, struct actor, USER_COUNT);
	for (size_t i = 0; i < USER_COUNT; i++) {
		if (!user_add(demo, &USERS[i], true) ||
			!session_actor_named(demo->service, demo->arena, text_from(USERS[i].name), &demo->actors[i], &demo->cli->errors))
			return false;
		demo->actor_count++;
		cli_progress(NULL, "Users", (int64_t)i + 1, USER_COUNT);
	}
	return caseworkers_add(demo);
}

void demo_users_print(void)
{
	printf("\n*** DEMO ONLY: every user below has the same password, and nobody is asked to change it. ***\n"
		"*** Never put real people into this data folder.                                      ***\n  password  %s\n  sign-in   ", DEMO_PASSWORD);
	for (size_t i = 0; i < USER_COUNT; i++)
		printf("%s%s", i == 0 ? "" : i % 8 == 0 ? "\n            " : " ", USERS[i].name);
	printf("\n");
}
