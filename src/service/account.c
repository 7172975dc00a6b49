/* account.c - from the row of a user to the actor who acts. */
#include "service/internal.h"

static role_set roles_of(struct text codes)
{
	role_set roles = ROLES_NONE;
	struct text code;
	enum role role;
	while (text_next(&codes, ' ', &code))
		if (role_parse(code, &role))
			roles |= (role_set)1 << role;
	return roles;
}

static unsigned compartments_of(struct text codes)
{
	unsigned compartments = COMPARTMENT(CORE);
	struct text code;
	enum compartment compartment;
	while (text_next(&codes, ' ', &code))
		if (compartment_parse(code, &compartment))
			compartments |= 1u << compartment;
	return compartments;
}

static void facilities_of(struct arena *arena, struct text ids, struct actor *actor)
{
	struct text id, rest = ids;
	size_t count = 0;
	if (text_equal_string(ids, "*")) {
		actor->all_facilities = true;
		return;
	}
	while (text_next(&rest, ' ', &id))
		count++;
	struct text *facilities = ARENA_ARRAY(arena, struct text, count + 1);
	while (text_next(&ids, ' ', &id))
		if (!text_is_empty(id))
			facilities[actor->facility_count++] = id;
	actor->facilities = facilities;
}

bool user_account_actor(struct arena *arena, const struct row *account, struct actor *out_actor)
{
	if (!row_is_yes(account, USER_ACTIVE))
		return false;
	struct actor actor = {.id = account->id, .name = row_text(account, USER_NAME),
		.display_name = row_text(account, USER_DISPLAY_NAME), .roles = roles_of(row_text(account, USER_ROLES)),
		.clearance = row_is(account, USER_CLEARANCE, "sensitive") ? SENSITIVITY_SENSITIVE : SENSITIVITY_OFFICIAL,
		.compartments = compartments_of(row_text(account, USER_COMPARTMENTS)),
		.facility = row_text(account, USER_WORKING_FACILITY), .language = row_text(account, USER_LANGUAGE),
		.visiting = row_is_yes(account, USER_VISITING), .valid_until = row_moment(account, USER_VALID_UNTIL),
		.own_subject = row_text(account, USER_OWN_SUBJECT), .break_glass_subject = text_empty()};
	facilities_of(arena, row_text(account, USER_FACILITIES), &actor);
	/* Whoever chose none works in the first one of the scope: a machine with a token has no page to choose on. */
	if (text_is_empty(actor.facility) && actor.facility_count > 0)
		actor.facility = actor.facilities[0];
	*out_actor = actor;
	return true;
}

bool user_account_has_ended(const struct row *account, int64_t now)
{
	int64_t until = row_moment(account, USER_VALID_UNTIL);
	return until != 0 && now >= until;
}
