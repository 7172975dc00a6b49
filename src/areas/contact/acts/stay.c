/* stay.c - what follows when a person comes, moves or leaves: the family clock, visits, limits, children and pregnancy. */
#include "areas/contact/acts/common.h"
#include "model/said.h"

static struct rows open_rows(const struct act_context *context, const struct record *record, int person_field, int state_field, const char *state, struct text person)
{
	const struct condition open[] = { CONDITION_TEXT(person_field, person), CONDITION_TEXT(state_field, text_from(state)) };
	return act_find(context, record, open, 2);
}

static void visits_gone(struct act_context *context, struct decision *decision, struct text person, const char *state)
{
	struct rows visits = open_rows(context, &RECORD_VISIT, VISIT_PERSON, VISIT_STATE, state, person);
	for (size_t i = 0; i < visits.count; i++) {
		row_set_string(decision_change(decision, visits.items[i]), VISIT_STATE, "gone");
		decide_stop(context, decision, "legal-visit", visits.items[i]->id);
	}
}

static void limits_end(struct act_context *context, struct decision *decision, struct text person)
{
	static const char *const CLOCKS[] = { "contact-limit-told", "contact-limit-review", "incommunicado" };
	struct rows limits = open_rows(context, &RECORD_CONTACT_LIMIT, CONTACT_LIMIT_PERSON, CONTACT_LIMIT_STATE, "in_force", person);
	for (size_t i = 0; i < limits.count; i++) {
		struct row *ended = decision_change(decision, limits.items[i]);
		row_set_string(ended, CONTACT_LIMIT_STATE, "ended");
		row_set_integer(ended, CONTACT_LIMIT_ENDED_AT, context->now);
		row_set_text(ended, CONTACT_LIMIT_ENDED_WHY, said_make(context->arena, N_("The person has left custody"), NULL, text_empty()));
		for (size_t j = 0; j < sizeof CLOCKS / sizeof *CLOCKS; j++)
			decide_stop(context, decision, CLOCKS[j], ended->id);
	}
}

static void requests_end(struct act_context *context, struct decision *decision, struct text person)
{
	struct rows requests = open_rows(context, &RECORD_LEGAL_REQUEST, LEGAL_REQUEST_PERSON, LEGAL_REQUEST_STATE, "open", person);
	for (size_t i = 0; i < requests.count; i++) {
		struct row *done = decision_change(decision, requests.items[i]);
		row_set_string(done, LEGAL_REQUEST_STATE, "done");
		row_set_text(done, LEGAL_REQUEST_ANSWER, said_make(context->arena, N_("The person has left custody"), NULL, text_empty()));
		decide_stop(context, decision, "legal-aid-forwarded", done->id);
	}
}

static void wishes_end(struct act_context *context, struct decision *decision, struct text person)
{
	struct rows wishes = open_rows(context, &RECORD_BELIEF_WISH, BELIEF_WISH_PERSON, BELIEF_WISH_STATE, "open", person);
	for (size_t i = 0; i < wishes.count; i++) {
		row_set_string(decision_change(decision, wishes.items[i]), BELIEF_WISH_STATE, "answered");
		decide_stop(context, decision, "belief-wish", wishes.items[i]->id);
	}
}

/* A child leaves with the parent. After an escape it stays until somebody decides for it. */
static void children_leave(struct act_context *context, struct decision *decision, struct text person, bool escaped)
{
	struct rows living = open_rows(context, &RECORD_CHILD_STAY, CHILD_STAY_PERSON, CHILD_STAY_STATE, "living", person);
	struct rows left = open_rows(context, &RECORD_CHILD_STAY, CHILD_STAY_PERSON, CHILD_STAY_STATE, "left", person);
	for (size_t i = 0; i < living.count && !escaped; i++) {
		struct row *changed = decision_change(decision, living.items[i]);
		row_set_string(changed, CHILD_STAY_STATE, "left");
		row_set_string(changed, CHILD_STAY_LEFT_WHY, "with_parent");
		row_set_date(changed, context->arena, CHILD_STAY_LEFT, context->today);
		child_clocks_stop(context, decision, changed->id);
	}
	for (size_t i = 0; i < left.count; i++)
		decide_stop(context, decision, "child-contact", left.items[i]->id);
	struct rows open = open_rows(context, &RECORD_PREGNANCY, PREGNANCY_PERSON, PREGNANCY_STATE, "open", person);
	for (size_t i = 0; i < open.count; i++) {
		struct row *changed = decision_change(decision, open.items[i]);
		row_set_string(changed, PREGNANCY_STATE, "ended");
		row_set_text(changed, PREGNANCY_ENDED_WHY, said_make(context->arena, N_("The person has left custody"), NULL, text_empty()));
		pregnancy_clocks_stop(context, decision, changed->id);
	}
}

static void leave(struct act_context *context, struct decision *decision)
{
	for (size_t i = 0; i < decision->effect_count; i++) {
		const struct row *movement = decision->effects[i].row;
		if (decision->effects[i].kind != EFFECT_INSERT || movement->record != &RECORD_MOVEMENT || !row_is(movement, MOVEMENT_DIRECTION, "out"))
			continue;
		struct text person = row_text(movement, MOVEMENT_PERSON);
		family_clock_stop(context, decision, person);
		decide_stop(context, decision, "child-calls", person);
		visits_gone(context, decision, person, "asked");
		visits_gone(context, decision, person, "booked");
		limits_end(context, decision, person);
		requests_end(context, decision, person);
		wishes_end(context, decision, person);
		children_leave(context, decision, person, row_is(movement, MOVEMENT_KIND, "escape"));
		return;
	}
}

/* Rule 58 begins with the first day. What was before an earlier release does not count. */
static void arrive(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	if (!person || !row_has(person, PERSON_CURRENT_FACILITY))
		return;
	family_clock_renew(context, decision, person, row_text(person, PERSON_CURRENT_FACILITY), context->now);
	child_calls_begin(context, decision, person);
}

static void take_along(struct decision *decision, const struct row *person, struct rows rows, int facility_field)
{
	for (size_t i = 0; i < rows.count; i++)
		row_set(decision_change(decision, rows.items[i]), facility_field, row_value(person, PERSON_CURRENT_FACILITY));
}

/* A visit that was booked cannot be held there any more; what was only asked for is asked of the new facility. */
static void move(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	if (!person || !row_has(person, PERSON_CURRENT_FACILITY))
		return;
	visits_gone(context, decision, person->id, "booked");
	take_along(decision, person, open_rows(context, &RECORD_VISIT, VISIT_PERSON, VISIT_STATE, "asked", person->id), VISIT_FACILITY);
	take_along(decision, person, open_rows(context, &RECORD_CHILD_STAY, CHILD_STAY_PERSON, CHILD_STAY_STATE, "living", person->id), CHILD_STAY_FACILITY);
	take_along(decision, person, open_rows(context, &RECORD_PREGNANCY, PREGNANCY_PERSON, PREGNANCY_STATE, "open", person->id), PREGNANCY_FACILITY);
	take_along(decision, person, open_rows(context, &RECORD_BELIEF_WISH, BELIEF_WISH_PERSON, BELIEF_WISH_STATE, "open", person->id), BELIEF_WISH_FACILITY);
}

static const char *const LEAVING[] = { "release.release", "death.record", "escape.record", NULL };
static const char *const ARRIVING[] = { "person.admit", "escape.return", "register.import_person", NULL };
static const char *const MOVING[] = { "transfer.accept", NULL };
static const struct reaction LEAVE = { LEAVING, leave }, ARRIVE = { ARRIVING, arrive }, MOVE = { MOVING, move };
const struct reaction *const CONTACT_REACTIONS[] = { &LEAVE, &ARRIVE, &MOVE, NULL };
