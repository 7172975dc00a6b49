/* follow.c - what care adds to the decisions of others: a death, an escape and signs of ill-treatment open an event by themselves; a
 * notice to the family is written into it. */
#include "areas/care/acts/common.h"

static struct text input_named(const struct act_context *context, const char *name)
{
	int input = record_field(context->input->record, text_from(name));
	return input >= 0 ? row_text(context->input, input) : text_empty();
}

static struct row *event_open(struct act_context *context, struct decision *decision, struct text person, struct text facility, const char *kind,
	const char *source, int64_t happened)
{
	struct row *event = decision_insert(decision, &RECORD_GRAVE_EVENT);
	row_set_text(event, GRAVE_EVENT_PERSON, person);
	row_set_text(event, GRAVE_EVENT_FACILITY, facility);
	row_set_string(event, GRAVE_EVENT_KIND, kind);
	row_set_string(event, GRAVE_EVENT_SOURCE, source);
	row_set_integer(event, GRAVE_EVENT_HAPPENED, happened);
	row_set_string(event, GRAVE_EVENT_STATE, "open");
	grave_event_clocks(context, decision, event, context->now);
	evidence_clock(context, decision, event, context->now);
	return event;
}

static void left(struct act_context *context, struct decision *decision)
{
	const struct row *movement = decision->result;
	if (!movement || movement->record != &RECORD_MOVEMENT || !row_has(movement, MOVEMENT_FACILITY))
		return;
	bool death = row_is(movement, MOVEMENT_KIND, "death");
	struct row *event = event_open(context, decision, row_text(movement, MOVEMENT_PERSON), row_text(movement, MOVEMENT_FACILITY),
		death ? "death" : "disappearance", "register", row_moment(movement, MOVEMENT_LEFT_AT));
	row_set_text(event, GRAVE_EVENT_WHERE, input_named(context, "place_of_death"));
	row_set_text(event, GRAVE_EVENT_CIRCUMSTANCES, input_named(context, "circumstances"));
}

/* NMR-34: signs that the health service sees need no complaint and no wish to complain. The finding itself stays in the medical file. */
static void examined(struct act_context *context, struct decision *decision)
{
	const struct row *intake = decision_row(decision, &RECORD_HEALTH_INTAKE);
	if (!intake || !row_is_yes(intake, HEALTH_INTAKE_ILL_TREATMENT_SIGNS))
		return;
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(intake, HEALTH_INTAKE_PERSON));
	if (person && row_has(person, PERSON_CURRENT_FACILITY))
		event_open(context, decision, person->id, row_text(person, PERSON_CURRENT_FACILITY), "ill_treatment", "health", row_moment(intake, HEALTH_INTAKE_EXAMINED_AT));
}

static void told(struct act_context *context, struct decision *decision)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	if (!notice || !row_is(notice, NOTICE_TO, "family") || !row_is(notice, NOTICE_RESULT, "told"))
		return;
	bool death = row_is(notice, NOTICE_REASON, "death"), illness = row_is(notice, NOTICE_REASON, "illness") || row_is(notice, NOTICE_REASON, "hospital");
	const struct condition own[] = { CONDITION_TEXT(GRAVE_EVENT_PERSON, row_text(notice, NOTICE_PERSON)), CONDITION_TEXT(GRAVE_EVENT_STATE, TEXT_OF("open")),
		CONDITION_TEXT(GRAVE_EVENT_KIND, death ? TEXT_OF("death") : TEXT_OF("serious_injury")), CONDITION_ABSENT(GRAVE_EVENT_KIN_TOLD) };
	const struct row *event = death || illness ? act_find_first(context, &RECORD_GRAVE_EVENT, own, 4, GRAVE_EVENT_HAPPENED, true) : NULL;
	if (!event)
		return;
	row_set(decision_change(decision, event), GRAVE_EVENT_KIN_TOLD, row_value(notice, NOTICE_AT));
	decide_stop(context, decision, "event-kin-told", event->id);
}

/* What was earned is still owed, and an accident is still told to the insurer: those clocks go on. */
static void work_ends(struct act_context *context, struct decision *decision, struct text person)
{
	const struct condition own[] = { CONDITION_TEXT(WORK_PERSON, person), CONDITION_TEXT(WORK_STATE, TEXT_OF("running")) };
	struct rows works = act_find(context, &RECORD_WORK, own, 2);
	for (size_t i = 0; i < works.count; i++) {
		struct row *ended = decision_change(decision, works.items[i]);
		row_set_string(ended, WORK_STATE, "ended");
		row_set_date(ended, context->arena, WORK_ENDED, context->today);
	}
}

/* Who has left is neither seen nor treated here any more; what was owed until then stays as it is, and no clock runs that nobody can stop. */
static void care_ends(struct act_context *context, struct decision *decision)
{
	static const char *const CLOCKS[] = { "health-seen", "health-seen-urgent", "clinical-order-due", "clinical-objection" };
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	if (!movement || !row_is(movement, MOVEMENT_DIRECTION, "out"))
		return;
	struct text person = row_text(movement, MOVEMENT_PERSON);
	const struct condition waits[] = { CONDITION_TEXT(HEALTH_REQUEST_PERSON, person), CONDITION_TEXT(HEALTH_REQUEST_STATE, TEXT_OF("open")) };
	const struct condition ordered = CONDITION_TEXT(CLINICAL_ORDER_PERSON, person);
	struct rows requests = act_find(context, &RECORD_HEALTH_REQUEST, waits, 2), orders = act_find(context, &RECORD_CLINICAL_ORDER, &ordered, 1);
	for (size_t i = 0; i < requests.count; i++) {
		row_set_string(decision_change(decision, requests.items[i]), HEALTH_REQUEST_STATE, "left");
		for (size_t j = 0; j < 2; j++)
			decide_stop(context, decision, CLOCKS[j], requests.items[i]->id);
	}
	for (size_t i = 0; i < orders.count; i++) {
		if (row_is(orders.items[i], CLINICAL_ORDER_STATE, "ended"))
			continue;
		row_set_string(decision_change(decision, orders.items[i]), CLINICAL_ORDER_STATE, "ended");
		for (size_t j = 2; j < sizeof CLOCKS / sizeof *CLOCKS; j++)
			decide_stop(context, decision, CLOCKS[j], orders.items[i]->id);
	}
	decide_stop(context, decision, "young-sport", person);
	work_ends(context, decision, person);
}

static const char *const ENDING_ACTS[] = { "release.release", "death.record", "escape.record", NULL };
static const struct reaction CARE_ENDS = { ENDING_ACTS, care_ends };
static const char *const LEFT_ACTS[] = { "death.record", "escape.record", NULL };
static const char *const EXAMINED_ACTS[] = { "admission.health", NULL };
static const char *const TOLD_ACTS[] = { "notice.give", NULL };
static const struct reaction LEFT = { LEFT_ACTS, left }, EXAMINED = { EXAMINED_ACTS, examined }, TOLD = { TOLD_ACTS, told };
const struct reaction *const CARE_REACTIONS[] = { &LEFT, &EXAMINED, &TOLD, &CARE_ENDS, &ACCOUNT_PAID, &YOUNG_RECEIVED, NULL };
