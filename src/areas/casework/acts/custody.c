/*
 * custody.c - what acts of other areas start and stop in casework: reception, conviction, every way out, the return after an escape, a
 * violent-extremism basis that comes into force.
 */
#include "areas/casework/acts/common.h"

#include "areas/classification/records.h"

/* What was due while the person was away is due again, though not at once. */
enum { RETURN_DAYS = 14 };

static int64_t due_after(const struct act_context *context, struct date day)
{
	struct date least = date_add_days(context->today, RETURN_DAYS);
	return moment_from_date(date_add_days(date_compare(day, least) > 0 ? day : least, 1));
}

static struct rows milestones_open(const struct act_context *context, const struct row *plan)
{
	const struct condition open[] = { CONDITION_TEXT(RELEASE_MILESTONE_RELEASE_PLAN, plan->id), CONDITION_TEXT(RELEASE_MILESTONE_STATE, TEXT_OF("open")) };
	return act_find(context, &RECORD_RELEASE_MILESTONE, open, 2);
}

/* ---- in ---- */

/* One plan for each person across all sentences: it is looked at again from the day of the return. */
static void plans_resume(struct act_context *context, struct decision *decision, struct text person, struct text facility)
{
	const struct row *plan = casework_open_plan(context, person), *way = casework_open_release_plan(context, person);
	if (plan && !row_is(plan, PLAN_STATE, "draft"))
		decide_start(context, decision, "plan-review", plan, person, facility, context->now, due_after(context, row_date(plan, PLAN_NEXT_REVIEW_ON)));
	struct rows open = way ? milestones_open(context, way) : (struct rows){ NULL, 0 };
	if (way)
		casework_gradual_return(context, decision, way, facility);
	for (size_t i = 0; i < open.count; i++)
		decide_start(context, decision, "release-step", open.items[i], person, facility, context->now,
			due_after(context, row_date(open.items[i], RELEASE_MILESTONE_DUE_ON)));
}

static void receive(struct act_context *context, struct decision *decision)
{
	const struct row *admission = decision_row(decision, &RECORD_ADMISSION), *order = decision_row(decision, &RECORD_LEGAL_ORDER);
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	if (!admission || !order || !person)
		return;
	struct text facility = row_text(admission, ADMISSION_FACILITY);
	int64_t arrived = row_moment(admission, ADMISSION_ARRIVED_AT);
	decide_start(context, decision, "case-manager", person, person->id, facility, arrived, 0);
	if (legal_status_is_convicted(row_text(order, LEGAL_ORDER_STATUS)))
		decide_start(context, decision, "plan-due", person, person->id, facility, arrived, 0);
	plans_resume(context, decision, person->id, facility);
}

static void come_back(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	if (!person)
		return;
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	const struct condition managed[] = { CONDITION_TEXT(CASE_ASSIGNMENT_PERSON, person->id),
		CONDITION_TEXT(CASE_ASSIGNMENT_KIND, TEXT_OF("case_manager")), CONDITION_ABSENT(CASE_ASSIGNMENT_ENDED_AT) };
	if (act_count(context, &RECORD_CASE_ASSIGNMENT, managed, 3) == 0)
		decide_start(context, decision, "case-manager", person, person->id, facility, context->now, 0);
	const struct row *plan = casework_open_plan(context, person->id);
	if (legal_status_is_convicted(row_text(person, PERSON_LEGAL_STATUS)) && (!plan || row_is(plan, PLAN_STATE, "draft")))
		decide_start(context, decision, "plan-due", person, person->id, facility, context->now, 0);
	casework_way_out(context, decision, person);
	plans_resume(context, decision, person->id, facility);
}

/* NMR-94: a sentence begins, and with it the time in which a plan is due. */
static void convicted(struct act_context *context, struct decision *decision)
{
	for (size_t i = 0; i < decision->effect_count; i++) {
		const struct effect *effect = &decision->effects[i];
		if (effect->kind != EFFECT_CHANGE || effect->row->record != &RECORD_PERSON)
			continue;
		if (legal_status_is_untried(row_text(effect->old, PERSON_LEGAL_STATUS)) &&
			legal_status_is_convicted(row_text(effect->row, PERSON_LEGAL_STATUS)))
			decide_start(context, decision, "plan-due", effect->row, effect->row->id, row_text(effect->row, PERSON_CURRENT_FACILITY),
				context->now, 0);
	}
}

/* A basis has come into force: the plan is looked at again within its shorter time, never later than it was to be. */
static void labelled(struct act_context *context, struct decision *decision)
{
	const struct row *made = decision_row(decision, &RECORD_CLASSIFICATION);
	bool basis = made && row_is(made, CLASSIFICATION_KIND, "extremism_basis") && classification_is_in_force(made, context->now);
	const struct row *plan = basis ? casework_open_plan(context, row_text(made, CLASSIFICATION_PERSON)) : NULL;
	if (plan && row_has(plan, PLAN_NEXT_REVIEW_ON))
		casework_next_review(context, decision, decision_change(decision, plan), row_date(plan, PLAN_NEXT_REVIEW_ON));
}

/* ---- out ---- */

/* A danger that was passed on (duty-report) stays due: it may lie outside as well. */
static void leave(struct act_context *context, struct decision *decision)
{
	static const char *const PERSONAL[] = { "case-manager", "plan-due", "release-plan" };
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	if (!person)
		return;
	for (size_t i = 0; i < sizeof PERSONAL / sizeof *PERSONAL; i++)
		decide_stop(context, decision, PERSONAL[i], person->id);
	const struct row *plan = casework_open_plan(context, person->id), *way = casework_open_release_plan(context, person->id);
	if (plan)
		decide_stop(context, decision, "plan-review", plan->id);
	struct rows open = way ? milestones_open(context, way) : (struct rows){ NULL, 0 };
	for (size_t i = 0; i < open.count; i++)
		decide_stop(context, decision, "release-step", open.items[i]->id);
}

static const char *const RECEIVING[] = { "person.admit", NULL };
static const char *const RETURNING[] = { "escape.return", NULL };
static const char *const STATUS[] = { "legal_order.add", "legal_order.amend", "legal_order.end", "sentence.impose", "sentence.quash", "credit.add",
	"release.cancel", NULL };
static const char *const LABELLING[] = { "classification.notify", NULL };
static const char *const LEAVING[] = { "release.release", "death.record", "escape.record", NULL };
static const struct reaction RECEIVE = { RECEIVING, receive }, COME_BACK = { RETURNING, come_back }, CONVICTED = { STATUS, convicted },
	LABELLED = { LABELLING, labelled }, LEAVE = { LEAVING, leave };
const struct reaction *const CASEWORK_REACTIONS[] = { &RECEIVE, &COME_BACK, &CONVICTED, &LABELLED, &LEAVE, &NEEDS_RECEIVED, &NEEDS_EXAMINED, &NEEDS_STATUS, &NEEDS_SENTENCED, &NEEDS_LEFT, NULL };
