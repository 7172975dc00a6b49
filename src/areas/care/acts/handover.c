/* handover.c - care_handover.make; health_restriction.begin, .review, .end. */
#include "areas/care/acts/common.h"

static const struct citation NMR_24 = { "NMR-24.2", N_("Nelson Mandela Rules, Rule 24"), SOURCE_TEXT_READ };
static const struct citation NMR_26 = { "NMR-26.2", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };
static const struct citation NMR_30D = { "NMR-30.d", N_("Nelson Mandela Rules, Rule 30 (d)"), SOURCE_TEXT_READ };

enum { MA_PERSON, MA_OCCASION, MA_RECEIVER, MA_SEALED, MA_LETTER, MA_SUPPLY, MA_AT, MA_INPUTS };
static const struct field MAKE_INPUT[MA_INPUTS] = { [MA_PERSON] = PERSON_INPUT,
	[MA_OCCASION] = { "occasion", N_("Before"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CARE_HANDOVER_OCCASION_CHOICES, .basis = &NMR_24 },
	[MA_RECEIVER] = { "receiver", N_("Health service that carries on"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[MA_SEALED] = { "file_sealed", N_("Medical file handed over sealed"), N_("From health staff to health staff; the escort does not read it"), FIELD_YES_NO, OPEN, FIELD_REQUIRED,
		.basis = &NMR_26 },
	[MA_LETTER] = { "letter", N_("Letter to the receiving service"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[MA_SUPPLY] = { "supply_days", N_("Days of medicine given"), N_("Leave empty when none is needed"), FIELD_INTEGER, OPEN, 0, .limits = { 0, 400, 0 } },
	[MA_AT] = { "handed_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record MAKE_RECORD = ACT_INPUTS("care_handover.make", MAKE_INPUT);

static bool make_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, MA_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, MA_AT, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *handover = decision_insert(decision, &RECORD_CARE_HANDOVER);
	static const int PAIRS[] = { MA_PERSON, CARE_HANDOVER_PERSON, MA_OCCASION, CARE_HANDOVER_OCCASION, MA_RECEIVER, CARE_HANDOVER_RECEIVER, MA_SEALED,
		CARE_HANDOVER_SEALED, MA_LETTER, CARE_HANDOVER_LETTER, MA_SUPPLY, CARE_HANDOVER_SUPPLY, -1 };
	decide_copy(handover, context->input, PAIRS);
	row_set(handover, CARE_HANDOVER_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_integer(handover, CARE_HANDOVER_AT, moment);
	decision->result = handover;
	return true;
}

const struct act ACT_CARE_HANDOVER_MAKE = { .name = "care_handover.make", .label = N_("Hand care on"), .help = N_("Before a transfer or release: file, letter, medicine"),
	.done = N_("Recorded"), .input_record = &MAKE_RECORD, .record = &RECORD_PERSON, .target_input = MA_PERSON, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT,
	.basis = &NMR_24, .decide = make_decide };

/* ---- a facility under a health restriction ---- */
enum { BE_FACILITY, BE_GROUND, BE_AUTHORITY, BE_STARTS, BE_ENDS, BE_MEASURES, BE_INSTEAD, BE_MINUTES, BE_INPUTS };
static const struct field BEGIN_INPUT[BE_INPUTS] = {
	[BE_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[BE_GROUND] = { "ground", N_("Ground"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[BE_AUTHORITY] = { "authority", N_("Public health authority and its decision"), NULL, FIELD_LINE, OPEN, 0, .basis = &NMR_30D },
	[BE_STARTS] = { "starts_on", N_("From"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[BE_ENDS] = { "ends_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, 0 },
	[BE_MEASURES] = { "measures", N_("What is limited"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = HEALTH_RESTRICTION_MEASURE_CHOICES },
	[BE_INSTEAD] = { "instead", N_("What people get instead"), N_("Calls, video, parcels, work and lessons in the unit"), FIELD_PROSE, OPEN, 0 },
	[BE_MINUTES] = { "contact_minutes", N_("Free calls or video a person and week, in minutes"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 10080, 0 } } };
static const struct record BEGIN_RECORD = ACT_INPUTS("health_restriction.begin", BEGIN_INPUT);

static void restriction_clocks(struct act_context *context, struct decision *decision, const struct row *restriction)
{
	struct text facility = row_text(restriction, HEALTH_RESTRICTION_FACILITY);
	decide_stop(context, decision, "restriction-review", restriction->id);
	decide_stop(context, decision, "restriction-ends", restriction->id);
	decide_start(context, decision, "restriction-review", restriction, text_empty(), facility, context->now, 0);
	if (row_has(restriction, HEALTH_RESTRICTION_ENDS))
		decide_start(context, decision, "restriction-ends", restriction, text_empty(), facility, context->now,
			act_midnight(context, facility, date_add_days(row_date(restriction, HEALTH_RESTRICTION_ENDS), 1)));
}

static bool begin_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *facility = act_load_input(context, BE_FACILITY, &RECORD_FACILITY, errors);
	struct date starts = row_has(context->input, BE_STARTS) ? row_date(context->input, BE_STARTS) : context->today;
	if (row_has(context->input, BE_ENDS) && date_compare(row_date(context->input, BE_ENDS), starts) < 0)
		error_say(errors, E_DATE_ORDER, "/ends_on", N_("The end must come after the beginning"));
	if (!facility || errors->count)
		return false;
	struct row *restriction = decision_insert(decision, &RECORD_HEALTH_RESTRICTION);
	for (int i = 0; i < BE_INPUTS; i++)
		row_set(restriction, i, row_value(context->input, i));
	row_set_date(restriction, context->arena, HEALTH_RESTRICTION_STARTS, starts);
	row_set_string(restriction, HEALTH_RESTRICTION_STATE, "running");
	restriction_clocks(context, decision, restriction);
	decision->result = restriction;
	return true;
}

const struct act ACT_HEALTH_RESTRICTION_BEGIN = { .name = "health_restriction.begin", .label = N_("Begin a health restriction"),
	.help = N_("For an epidemic: with an authority outside, an end, and something instead"), .done = N_("The restriction runs"), .input_record = &BEGIN_RECORD,
	.record = &RECORD_FACILITY, .target_input = BE_FACILITY, .actors = ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_30D,
	.decide = begin_decide };

#define RESTRICTION_INPUT { "health_restriction", N_("Health restriction of a facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "health_restriction" }
enum { RV_RESTRICTION, RV_ENDS, RV_INPUTS };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_RESTRICTION] = RESTRICTION_INPUT,
	[RV_ENDS] = { "ends_on", N_("Ends by itself on"), N_("Leave empty when it stays as it is"), FIELD_DATE, OPEN, 0 } };
static const struct record REVIEW_RECORD = ACT_INPUTS("health_restriction.review", REVIEW_INPUT);
static const struct field RESTRICTION_END_INPUT[] = { RESTRICTION_INPUT };
static const struct record RESTRICTION_END_RECORD = ACT_INPUTS("health_restriction.end", RESTRICTION_END_INPUT);

static const struct row *running_input(struct act_context *context, struct error_list *errors)
{
	const struct row *restriction = act_load_input(context, RV_RESTRICTION, &RECORD_HEALTH_RESTRICTION, errors);
	if (restriction && !row_is(restriction, HEALTH_RESTRICTION_STATE, "running")) {
		decide_refuse(errors, "/health_restriction", N_("This restriction has ended already"));
		return NULL;
	}
	return restriction;
}

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *restriction = running_input(context, errors);
	if (restriction && row_has(context->input, RV_ENDS) && date_compare(row_date(context->input, RV_ENDS), context->today) < 0)
		error_say(errors, E_DATE_ORDER, "/ends_on", N_("The end must come after the beginning"));
	if (!restriction || errors->count)
		return false;
	struct row *changed = decision_change(decision, restriction);
	if (row_has(context->input, RV_ENDS))
		row_set(changed, HEALTH_RESTRICTION_ENDS, row_value(context->input, RV_ENDS));
	row_set_integer(changed, HEALTH_RESTRICTION_REVIEWED, context->now);
	restriction_clocks(context, decision, changed);
	decision->result = changed;
	return true;
}

const struct act ACT_HEALTH_RESTRICTION_REVIEW = { .name = "health_restriction.review", .label = N_("Look at the restriction again"), .done = N_("Recorded"),
	.input_record = &REVIEW_RECORD, .record = &RECORD_HEALTH_RESTRICTION, .target_input = RV_RESTRICTION, .actors = ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.flags = ACT_REASON | ACT_MAY_RECORD_FACT, .basis = &NMR_30D, .decide = review_decide };

static bool restriction_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *restriction = running_input(context, errors);
	if (!restriction)
		return false;
	struct row *changed = decision_change(decision, restriction);
	row_set_string(changed, HEALTH_RESTRICTION_STATE, "ended");
	decide_stop(context, decision, "restriction-review", restriction->id);
	decide_stop(context, decision, "restriction-ends", restriction->id);
	decision->result = changed;
	return true;
}

const struct act ACT_HEALTH_RESTRICTION_END = { .name = "health_restriction.end", .label = N_("End the restriction"), .done = N_("The restriction has ended"),
	.input_record = &RESTRICTION_END_RECORD, .record = &RECORD_HEALTH_RESTRICTION, .target_input = RV_RESTRICTION,
	.actors = ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .flags = ACT_REASON, .basis = &NMR_30D, .decide = restriction_end_decide };
