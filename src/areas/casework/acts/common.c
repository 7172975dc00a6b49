/* common.c - rows filled from inputs of the same name, users by sign-in name, the open plan of a person. */
#include "areas/casework/acts/common.h"

#include "areas/classification/records.h"

static void copy_named(const struct act_context *context, struct row *row)
{
	const struct row *input = context->input;
	for (int i = 0; i < input->record->field_count; i++) {
		int field = record_field(row->record, text_from(input->record->fields[i].name));
		if (field >= 0 && row_value(input, i).kind != VALUE_ABSENT)
			row_set(row, field, row_value(input, i));
	}
}

struct row *casework_insert(const struct act_context *context, struct decision *decision, const struct record *record)
{
	struct row *row = decision_insert(decision, record);
	copy_named(context, row);
	decision->result = row;
	return row;
}

struct row *casework_change(const struct act_context *context, struct decision *decision, const struct row *old)
{
	struct row *row = decision_change(decision, old);
	copy_named(context, row);
	decision->result = row;
	return row;
}

/* Accounts are a record of the engine; areas know it by its name only. */
static int user_field(const struct record *record, const char *name)
{
	return record_field(record, text_from(name));
}

static bool works_with_people(const struct row *account)
{
	static const char *const ROLES[] = { "caseworker", "psychologist", "religious" };
	struct text roles = row_text(account, user_field(account->record, "roles")), role;
	while (text_next(&roles, ' ', &role))
		for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
			if (text_equal_string(role, ROLES[i]))
				return true;
	return false;
}

const struct row *casework_user(const struct act_context *context, int input, bool empty_is_actor, struct error_list *errors)
{
	const struct record *record = registry_record(context->registry, TEXT_OF("user_account"));
	struct text path = arena_format(context->arena, "/%s", context->input->record->fields[input].name);
	const struct row *account;
	if (row_has(context->input, input)) {
		const struct condition named = CONDITION_TEXT(user_field(record, "name"), row_text(context->input, input));
		account = act_find_first(context, record, &named, 1, FIELD_ID, false);
	} else {
		account = empty_is_actor ? act_load(context, record, context->actor->id) : NULL;
		if (!empty_is_actor)
			return NULL;
	}
	if (!account || !row_is_yes(account, user_field(record, "active"))) {
		error_add(errors, &(struct error){ .code = E_REFERENCE, .path = path, .message = N_("Nobody signs in under this name"),
			.advice = N_("Enter the sign-in name of the member of staff") });
		return NULL;
	}
	if (!works_with_people(account)) {
		error_add(errors, &(struct error){ .code = E_STATE, .path = path, .message = N_("This user is not a caseworker, psychologist or religious adviser"),
			.advice = N_("Choose somebody whose role is to work with people") });
		return NULL;
	}
	return account;
}

struct text casework_user_name(const struct row *account)
{
	return row_text(account, user_field(account->record, "display_name"));
}

const struct row *casework_open_plan(const struct act_context *context, struct text person)
{
	const struct condition own[] = { CONDITION_TEXT(PLAN_PERSON, person),
		{ .field = PLAN_STATE, .comparison = IS_NOT, .value = value_string("closed") } };
	return act_find_first(context, &RECORD_PLAN, own, 2, FIELD_ID, true);
}

const struct row *casework_open_release_plan(const struct act_context *context, struct text person)
{
	const struct condition own[] = { CONDITION_TEXT(RELEASE_PLAN_PERSON, person),
		{ .field = RELEASE_PLAN_STATE, .comparison = IS_NOT, .value = value_string("closed") } };
	return act_find_first(context, &RECORD_RELEASE_PLAN, own, 2, FIELD_ID, true);
}

struct row *casework_assign(const struct act_context *context, struct decision *decision, struct text person, const char *kind,
	struct text worker, struct text worker_name, struct text why)
{
	const struct condition same[] = { CONDITION_TEXT(CASE_ASSIGNMENT_PERSON, person), CONDITION_TEXT(CASE_ASSIGNMENT_WORKER, worker),
		CONDITION_TEXT(CASE_ASSIGNMENT_KIND, text_from(kind)), CONDITION_ABSENT(CASE_ASSIGNMENT_ENDED_AT) };
	if (act_count(context, &RECORD_CASE_ASSIGNMENT, same, 4) > 0)
		return NULL;
	struct row *assignment = decision_insert(decision, &RECORD_CASE_ASSIGNMENT);
	row_set_text(assignment, CASE_ASSIGNMENT_PERSON, person);
	row_set_string(assignment, CASE_ASSIGNMENT_KIND, kind);
	row_set_text(assignment, CASE_ASSIGNMENT_WORKER, worker);
	row_set_text(assignment, CASE_ASSIGNMENT_WORKER_NAME, worker_name);
	row_set_text(assignment, CASE_ASSIGNMENT_WHY, why);
	row_set_integer(assignment, CASE_ASSIGNMENT_SINCE, context->now);
	return assignment;
}

struct text casework_facility(const struct act_context *context, struct text person)
{
	const struct row *row = act_load(context, &RECORD_PERSON, person);
	return row ? row_text(row, PERSON_CURRENT_FACILITY) : text_empty();
}

bool casework_has_basis(const struct act_context *context, const struct decision *decision, struct text person)
{
	struct rows all = decide_rows_after(context, decision, &RECORD_CLASSIFICATION, person);
	for (size_t i = 0; i < all.count; i++)
		if (row_is(all.items[i], CLASSIFICATION_KIND, "extremism_basis") && classification_is_in_force(all.items[i], context->now))
			return true;
	return false;
}
