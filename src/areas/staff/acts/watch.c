/* watch.c - director_visit.record, health_session.record, interpretation.record: what must happen again and again, and how words were understood. */
#include "areas/staff/acts/common.h"

static const struct citation NMR_25 = { "NMR-25.2", N_("Nelson Mandela Rules, Rule 25"), SOURCE_TEXT_READ };
static const struct citation NMR_79 = { "NMR-79.3", N_("Nelson Mandela Rules, Rule 79"), SOURCE_TEXT_READ };
static const struct citation NMR_80 = { "NMR-80.2", N_("Nelson Mandela Rules, Rule 80"), SOURCE_TEXT_READ };

#define FACILITY_INPUT { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" }

/* The clock about the facility runs anew from that day. */
static void again(const struct act_context *context, struct decision *decision, const char *clock, const struct row *facility, struct date day)
{
	decide_stop(context, decision, clock, facility->id);
	decide_start(context, decision, clock, facility, text_empty(), facility->id, act_midnight(context, facility->id, day), 0);
}

enum { DV_FACILITY, DV_MEMBER, DV_ON, DV_NOTE, DV_INPUTS };
static const struct field VISIT_INPUT[DV_INPUTS] = { [DV_FACILITY] = FACILITY_INPUT, [DV_MEMBER] = MEMBER_INPUT(N_("Director")),
	[DV_ON] = { "visited_on", N_("Day"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0, .basis = &NMR_79 },
	[DV_NOTE] = { "note", N_("What was seen"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record VISIT_RECORD = ACT_INPUTS("director_visit.record", VISIT_INPUT);

static bool visit_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct date day = staff_day_input(context, DV_ON, false, errors);
	const struct row *facility = act_load_input(context, DV_FACILITY, &RECORD_FACILITY, errors), *member = staff_member_input(context, DV_MEMBER, day, errors);
	if (!facility || !member || errors->count)
		return false;
	struct row *visit = decision_insert(decision, &RECORD_DIRECTOR_VISIT);
	for (int i = 0; i < DV_INPUTS; i++)
		row_set(visit, i, row_value(context->input, i));
	row_set_date(visit, context->arena, DIRECTOR_VISIT_ON, day);
	again(context, decision, "director-visit", facility, day);
	decision->result = visit;
	return true;
}

const struct act ACT_DIRECTOR_VISIT_RECORD = { .name = "director_visit.record", .label = N_("Record a visit of the director"), .done = N_("Recorded"), .input_record = &VISIT_RECORD,
	.record = &RECORD_FACILITY, .target_input = DV_FACILITY, .actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(SECURITY), .basis = &NMR_79, .decide = visit_decide };

/* Inputs stand in the order of the fields. */
enum { HS_FACILITY, HS_KIND, HS_ON, HS_SEEN, HS_WAITING, HS_LONGEST, HS_INPUTS };
static const struct field SESSION_INPUT[HS_INPUTS] = { [HS_FACILITY] = FACILITY_INPUT,
	[HS_KIND] = { "kind", N_("Session"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_SESSION_KIND_CHOICES, .basis = &NMR_25 },
	[HS_ON] = { "held_on", N_("Held on"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[HS_SEEN] = { "seen", N_("People seen"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 2000, 0 } },
	[HS_WAITING] = { "waiting", N_("People who still wait"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 20000, 0 } },
	[HS_LONGEST] = { "longest_days", N_("Longest wait, in days"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 5000, 0 } } };
static const struct record SESSION_RECORD = ACT_INPUTS("health_session.record", SESSION_INPUT);

static bool session_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct date day = staff_day_input(context, HS_ON, false, errors);
	const struct row *facility = act_load_input(context, HS_FACILITY, &RECORD_FACILITY, errors);
	if (!facility || errors->count)
		return false;
	struct row *session = decision_insert(decision, &RECORD_HEALTH_SESSION);
	for (int i = 0; i < HS_INPUTS; i++)
		row_set(session, i, row_value(context->input, i));
	row_set_date(session, context->arena, HEALTH_SESSION_ON, day);
	again(context, decision, row_is(session, HEALTH_SESSION_KIND, "dentist") ? "dentist-session" : "psychiatric-session", facility, day);
	decision->result = session;
	return true;
}

const struct act ACT_HEALTH_SESSION_RECORD = { .name = "health_session.record", .label = N_("Record a session of dentist or psychiatry"), .done = N_("Recorded"),
	.input_record = &SESSION_RECORD, .record = &RECORD_FACILITY, .target_input = HS_FACILITY, .actors = ROLE(HEALTH), .basis = &NMR_25, .decide = session_decide };

/* Inputs stand in the order of the fields, without the facility. */
enum { IN_PERSON, IN_OCCASION, IN_LANGUAGE, IN_MODE, IN_BY, IN_AT, IN_INPUTS };
static const struct field INTERPRET_INPUT[IN_INPUTS] = { [IN_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[IN_OCCASION] = { "occasion", N_("Occasion"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = INTERPRETATION_OCCASION_CHOICES },
	[IN_LANGUAGE] = { "language", N_("Language, two letters"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED, .limits = { 2, 3, 0 } },
	[IN_MODE] = { "mode", N_("How it was understood"), N_("Another prisoner never interprets"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = INTERPRETATION_MODE_CHOICES, .basis = &NMR_80 },
	[IN_BY] = { "interpreter", N_("Interpreter"), NULL, FIELD_LINE, OPEN, 0 }, [IN_AT] = { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record INTERPRET_RECORD = ACT_INPUTS("interpretation.record", INTERPRET_INPUT);

static bool interpret_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, IN_AT, errors);
	const struct row *person = act_load_input(context, IN_PERSON, &RECORD_PERSON, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *interpretation = decision_insert(decision, &RECORD_INTERPRETATION);
	static const int PAIRS[] = { IN_PERSON, INTERPRETATION_PERSON, IN_OCCASION, INTERPRETATION_OCCASION, IN_LANGUAGE, INTERPRETATION_LANGUAGE, IN_MODE, INTERPRETATION_MODE,
		IN_BY, INTERPRETATION_BY, -1 };
	decide_copy(interpretation, context->input, PAIRS);
	row_set(interpretation, INTERPRETATION_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_integer(interpretation, INTERPRETATION_AT, moment);
	decision->result = interpretation;
	return true;
}

const struct act ACT_INTERPRETATION_RECORD = { .name = "interpretation.record", .label = N_("Record how it was interpreted"), .done = N_("Recorded"), .input_record = &INTERPRET_RECORD,
	.record = &RECORD_PERSON, .target_input = IN_PERSON, .flags = ACT_MAY_RECORD_FACT,
	.actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(HEALTH) | ROLE(GOVERNOR), .basis = &NMR_80, .decide = interpret_decide };
