/* common.c - what the verbs of classification share. */
#include "areas/classification/acts/common.h"

#include <string.h>

struct row *classification_step(struct act_context *context, struct decision *decision, int input, const char *state, struct error_list *errors)
{
	const struct row *row = act_load_input(context, input, &RECORD_CLASSIFICATION, errors);
	if (!row)
		return NULL;
	if (row_has_lapsed(row, context->now)) {
		decide_refuse(errors, "/decision", N_("This decision has ended by itself. Propose it anew, with fresh reasons"));
		return NULL;
	}
	if (!classification_may_follow(row_text(row, CLASSIFICATION_STATE), text_from(state))) {
		decide_refuse(errors, "/decision", N_("This step does not fit where the decision stands now. Its page says what comes next"));
		return NULL;
	}
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, CLASSIFICATION_STATE, state);
	decision->result = changed;
	return changed;
}

struct rows classification_parts(const struct act_context *context, const struct record *part, struct text decision_id)
{
	const struct condition own = CONDITION_TEXT(part->parent_field, decision_id);
	return act_find(context, part, &own, 1);
}

struct rows classification_about(const struct act_context *context, const struct decision *decision, struct text person)
{
	return decide_rows_after(context, decision, &RECORD_CLASSIFICATION, person);
}

void classification_set_end(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment)
{
	static const struct record *const PARTS[] = { &RECORD_CLASSIFICATION_EVIDENCE, &RECORD_CLASSIFICATION_REPRESENTATION, &RECORD_CLASSIFICATION_VOTE, &RECORD_CLASSIFICATION_APPEAL };
	row_set_integer(changed, CLASSIFICATION_ENDS_AT, moment);
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
		struct rows rows = classification_parts(context, PARTS[i], changed->id);
		for (size_t j = 0; j < rows.count; j++)
			row_set_integer(decision_change(decision, rows.items[j]), PARTS[i]->lapse_field, moment);
	}
}

/* What rests on a basis that has ended: decided again within the hours of the profile, listed until then. */
static void list_what_rested(struct act_context *context, struct decision *decision, const struct row *basis)
{
	struct rows all = classification_about(context, decision, row_text(basis, CLASSIFICATION_PERSON));
	for (size_t i = 0; i < all.count; i++) {
		if (!text_equal(row_text(all.items[i], CLASSIFICATION_RESTS_ON), basis->id) || !classification_is_in_force(all.items[i], context->now))
			continue;
		struct text facility = classification_facility(context, basis);
		struct row *restriction = decision_change(decision, all.items[i]);
		int64_t hours = act_parameter(context, facility, "class.basis_fell_hours", 24);
		row_set_integer(restriction, CLASSIFICATION_BASIS_FELL_AT, context->now);
		row_set_string(restriction, CLASSIFICATION_REVIEW_REASON, "basis");
		row_set_integer(restriction, CLASSIFICATION_REVIEW_DUE, context->now + hours * MOMENT_HOUR);
		if (classification_may_follow(row_text(restriction, CLASSIFICATION_STATE), TEXT_OF("review")))
			row_set_string(restriction, CLASSIFICATION_STATE, "review");
		decide_start(context, decision, "basis-fell", restriction, row_text(basis, CLASSIFICATION_PERSON), facility, context->now, 0);
	}
}

void classification_end(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment, const char *state,
	const char *kind, struct text reason)
{
	static const char *const CLOCKS[] = { "decision-due", "decision-told", "classification-review", "signal-review", "classification-ends", "appeal-decided", "basis-fell", "basis-assessed" };
	bool was_in_force = classification_is_in_force(changed, context->now);
	row_set_string(changed, CLASSIFICATION_STATE, state);
	row_set_string(changed, CLASSIFICATION_END_KIND, kind);
	row_set_text(changed, CLASSIFICATION_END_REASON, reason);
	row_set(changed, CLASSIFICATION_REVIEW_DUE, value_absent());
	row_set(changed, CLASSIFICATION_BASIS_FELL_AT, value_absent());
	classification_set_end(context, decision, changed, moment);
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], changed->id);
	if (was_in_force && !row_is(changed, CLASSIFICATION_END_KIND, "replaced") && !row_is(changed, CLASSIFICATION_END_KIND, "left"))
		list_what_rested(context, decision, changed);
}

struct text classification_facility(const struct act_context *context, const struct row *row)
{
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(row, CLASSIFICATION_PERSON));
	return person ? row_text(person, PERSON_CURRENT_FACILITY) : text_empty();
}

int64_t classification_valid_days(const struct act_context *context, const struct row *row, struct text value)
{
	struct text facility = classification_facility(context, row);
	if (row_is(row, CLASSIFICATION_KIND, "security_category"))
		return act_parameter(context, facility, "class.category_days", 365);
	if (row_is(row, CLASSIFICATION_KIND, "cell_sharing"))
		return act_parameter(context, facility, "class.sharing_days", 180);
	if (row_is(row, CLASSIFICATION_KIND, "unit_placement"))
		return act_parameter(context, facility, "class.unit_days", 183);
	if (text_equal_string(value, "vulnerable"))
		return act_parameter(context, facility, "class.vulnerable_days", 90);
	if (text_equal_string(value, "assessed"))
		return act_parameter(context, facility, "class.assessed_days", 180);
	return act_parameter(context, facility, "class.legal_basis_days", 365);
}

int64_t classification_review_days(const struct act_context *context, const struct row *row)
{
	struct text facility = classification_facility(context, row);
	return row_is(row, CLASSIFICATION_KIND, "unit_placement") ? act_parameter(context, facility, "class.unit_review_days", 91) :
		act_parameter(context, facility, "class.review_days", 180);
}

/* When the first of a chain of renewals began. */
static int64_t chain_begins(const struct act_context *context, const struct row *row)
{
	int64_t begins = context->now;
	for (int depth = 0; row && depth < 40; depth++) {
		if (row_moment(row, CLASSIFICATION_STARTED_AT))
			begins = row_moment(row, CLASSIFICATION_STARTED_AT);
		row = row_has(row, CLASSIFICATION_RENEWS) ? act_load(context, &RECORD_CLASSIFICATION, row_text(row, CLASSIFICATION_RENEWS)) : NULL;
	}
	return begins;
}

int64_t classification_body(const struct act_context *context, const struct row *row)
{
	struct text facility = classification_facility(context, row);
	if (row_is(row, CLASSIFICATION_KIND, "cell_sharing"))
		return act_parameter(context, facility, "class.body_sharing", 1);
	if (row_is(row, CLASSIFICATION_KIND, "extremism_basis"))
		return act_parameter(context, facility, "class.body_basis", 2);
	if (row_is(row, CLASSIFICATION_KIND, "security_category")) {
		int64_t rank = act_parameter(context, facility, "class.body_category", 2);
		int64_t down = row_is(row, CLASSIFICATION_BEFORE, "high") ? act_parameter(context, facility, "class.body_from_highest", 1) : 1;
		return down > rank && !row_is(row, CLASSIFICATION_VALUE, "high") ? down : rank;
	}
	/* The longer it has gone on, the higher who may let it go on (French prison code, placements beyond one year). */
	int64_t rank = act_parameter(context, facility, "class.body_unit", 2), begins = chain_begins(context, row);
	int64_t after = act_parameter(context, facility, "class.unit_escalate_days", 365) * MOMENT_DAY;
	int64_t until = context->now + act_parameter(context, facility, "class.unit_days", 183) * MOMENT_DAY;
	return row_has(row, CLASSIFICATION_RENEWS) && until - begins > after ? 3 : rank;
}

int64_t classification_rank(const struct actor *actor)
{
	return actor_has_role(actor, ROLE(HEADQUARTERS)) ? 3 : actor_has_role(actor, ROLE(COMMITTEE)) ? 2 : actor_has_role(actor, ROLE(GOVERNOR)) ? 1 : 0;
}

void classification_next_review(struct act_context *context, struct decision *decision, struct row *changed, int64_t due, const char *reason)
{
	int64_t end = row_moment(changed, CLASSIFICATION_ENDS_AT);
	due = due < end ? due : end;
	row_set_integer(changed, CLASSIFICATION_REVIEW_DUE, due);
	row_set_string(changed, CLASSIFICATION_REVIEW_REASON, reason);
	decide_stop(context, decision, "classification-review", changed->id);
	decide_stop(context, decision, "signal-review", changed->id);
	if (due == end) /* the clock of its end runs already, and nobody can review what has lapsed */
		return;
	decide_start(context, decision, strcmp(reason, "scheduled") == 0 ? "classification-review" : "signal-review", changed, row_text(changed, CLASSIFICATION_PERSON), classification_facility(context, changed),
		context->now, due);
}
