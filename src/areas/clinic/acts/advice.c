/* advice.c - health_advice.report, .recommend, .answer; care_unit.open, .close. */
#include "areas/clinic/acts/common.h"
#include "areas/rights/records.h"

static const struct citation NMR_33 = { "NMR-33", N_("Nelson Mandela Rules, Rule 33"), SOURCE_TEXT_READ };
static const struct citation NMR_46 = { "NMR-46.3", N_("Nelson Mandela Rules, Rule 46"), SOURCE_TEXT_READ };
static const struct citation NMR_109 = { "NMR-109.2", N_("Nelson Mandela Rules, Rule 109"), SOURCE_TEXT_READ };

#define WORDS_INPUT { "words", N_("What harms, and what to change"), N_("Never a diagnosis: the director and those who review read it"), FIELD_PROSE, OPEN, FIELD_REQUIRED, .basis = &NMR_33 }

static struct row *advice_make(struct act_context *context, struct decision *decision, struct text facility)
{
	struct row *advice = decision_insert(decision, &RECORD_HEALTH_ADVICE);
	row_set_text(advice, HEALTH_ADVICE_FACILITY, facility);
	row_set_integer(advice, HEALTH_ADVICE_MADE, context->now);
	row_set(advice, HEALTH_ADVICE_WORDS, row_value(context->input, 1));
	row_set_string(advice, HEALTH_ADVICE_STATE, "open");
	decision->result = advice;
	return advice;
}

static const struct field REPORT_INPUT[] = { { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" }, WORDS_INPUT };
static const struct record REPORT_RECORD = ACT_INPUTS("health_advice.report", REPORT_INPUT);

static bool report_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *facility = act_load_input(context, 0, &RECORD_FACILITY, errors);
	if (facility)
		clinic_start(context, decision, "health-report-answer", advice_make(context, decision, facility->id), context->now, 0);
	return facility != NULL;
}

const struct act ACT_HEALTH_ADVICE_REPORT = { .name = "health_advice.report", .label = N_("Report harmful conditions"), .help = N_("The director answers with reasons, within the day"),
	.done = N_("The director has the report"), .input_record = &REPORT_RECORD, .record = &RECORD_FACILITY, .target_input = 0, .actors = ROLE(HEALTH), .basis = &NMR_33,
	.decide = report_decide };

static const struct field RECOMMEND_INPUT[] = { { "separation", N_("Separation"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "separation" }, WORDS_INPUT };
static const struct record RECOMMEND_RECORD = ACT_INPUTS("health_advice.recommend", RECOMMEND_INPUT);

static bool recommend_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = act_load_input(context, 0, &RECORD_SEPARATION, errors);
	const struct row *person = separation ? act_load(context, &RECORD_PERSON, row_text(separation, SEPARATION_PERSON)) : NULL;
	if (separation && !separation_is_running(separation))
		return decide_refuse(errors, "/separation", N_("This separation has ended"));
	if (!person)
		return false;
	struct text here = row_text(person, PERSON_CURRENT_FACILITY);
	struct row *advice = advice_make(context, decision, here.length ? here : row_text(separation, SEPARATION_FACILITY));
	row_set_text(advice, HEALTH_ADVICE_PERSON, person->id);
	row_set_text(advice, HEALTH_ADVICE_SEPARATION, separation->id);
	clinic_start(context, decision, "separation-recommendation", advice, context->now, 0);
	return true;
}

const struct act ACT_HEALTH_ADVICE_RECOMMEND = { .name = "health_advice.recommend", .label = N_("Recommend a change of the separation"),
	.help = N_("So that it does not make an illness or disability worse; until the director has answered it does not go on"), .done = N_("The director has the recommendation"),
	.input_record = &RECOMMEND_RECORD, .record = &RECORD_SEPARATION, .target_input = 0, .actors = ROLE(HEALTH), .basis = &NMR_46, .decide = recommend_decide };

static const struct field ANSWER_INPUT[] = {
	{ "health_advice", N_("Report of the health service"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "health_advice" },
	{ "decision", N_("Decision of the director"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_ADVICE_DECISION_CHOICES } };
static const struct record ANSWER_RECORD = ACT_INPUTS("health_advice.answer", ANSWER_INPUT);

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *advice = clinic_change(context, decision, &RECORD_HEALTH_ADVICE, HEALTH_ADVICE_STATE, "open", errors);
	if (!advice)
		return false;
	row_set_string(advice, HEALTH_ADVICE_STATE, "answered");
	row_set_text(advice, HEALTH_ADVICE_ANSWER, context->reason);
	row_set_integer(advice, HEALTH_ADVICE_ANSWERED, context->now);
	decide_stop(context, decision, "health-report-answer", advice->id);
	decide_stop(context, decision, "separation-recommendation", advice->id);
	return true;
}

const struct act ACT_HEALTH_ADVICE_ANSWER = { .name = "health_advice.answer", .label = N_("Answer the health service"), .done = N_("The answer is recorded"),
	.input_record = &ANSWER_RECORD, .record = &RECORD_HEALTH_ADVICE, .target_input = 0, .actors = ROLE(GOVERNOR), .flags = ACT_REASON, .basis = &NMR_33, .decide = answer_decide };

/* ---- units that clinicians lead ---- */
static const struct field OPEN_INPUT[] = { { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	{ "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	{ "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "place" },
	{ "lead", N_("Clinician who leads it"), NULL, FIELD_LINE, OPEN, 0, .basis = &NMR_109 } };
static const struct record OPEN_RECORD = ACT_INPUTS("care_unit.open", OPEN_INPUT);

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *facility = act_load_input(context, 0, &RECORD_FACILITY, errors);
	if (!facility)
		return false;
	struct row *unit = decision_insert(decision, &RECORD_CARE_UNIT);
	static const int PAIRS[] = { 0, CARE_UNIT_FACILITY, 1, CARE_UNIT_NAME, 2, CARE_UNIT_PLACE, 3, CARE_UNIT_LEAD, -1 };
	decide_copy(unit, context->input, PAIRS);
	row_set_integer(unit, CARE_UNIT_OPENED, context->now);
	row_set_string(unit, CARE_UNIT_STATE, "open");
	decision->result = unit;
	return true;
}

const struct act ACT_CARE_UNIT_OPEN = { .name = "care_unit.open", .label = N_("Open a unit for observation and treatment"), .done = N_("The unit is open"), .input_record = &OPEN_RECORD,
	.record = &RECORD_FACILITY, .target_input = 0, .actors = ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_109,
	.decide = open_decide };

static const struct field CLOSE_INPUT[] = { { "care_unit", N_("Unit for observation and treatment"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "care_unit" } };
static const struct record CLOSE_RECORD = ACT_INPUTS("care_unit.close", CLOSE_INPUT);

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *unit = clinic_change(context, decision, &RECORD_CARE_UNIT, CARE_UNIT_STATE, "open", errors);
	if (unit)
		row_set_string(unit, CARE_UNIT_STATE, "closed");
	return unit != NULL;
}

const struct act ACT_CARE_UNIT_CLOSE = { .name = "care_unit.close", .label = N_("Close the unit"), .done = N_("The unit is closed"), .input_record = &CLOSE_RECORD,
	.record = &RECORD_CARE_UNIT, .target_input = 0, .actors = ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .flags = ACT_REASON, .basis = &NMR_109, .decide = close_decide };
