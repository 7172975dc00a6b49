/* sanction.c - sanction.impose, .activate, .end. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_39 = { "NMR-39.1a", N_("Nelson Mandela Rules, Rule 39"), SOURCE_TEXT_READ };

enum { IM_CHARGE, IM_KIND, IM_MEASURE, IM_DAYS, IM_AFTER, IM_SUSPENDED, IM_REASONS, IM_REVIEW, IM_INPUTS };
static const struct field IMPOSE_INPUT[IM_INPUTS] = {
	[IM_CHARGE] = { "charge", N_("Charge"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "charge" },
	[IM_KIND] = { "kind", N_("Sanction that law allows"), N_("Code or name in the catalogue of sanctions"), FIELD_REFERENCE, OPEN, 0, .reference = "disciplinary_sanction" },
	[IM_MEASURE] = { "measure", N_("Measure"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SANCTION_MEASURE_CHOICES },
	[IM_DAYS] = { "days", N_("Days"), N_("0 for a measure without length"), FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 400, 0 } },
	[IM_AFTER] = { "after", N_("After the sanction"), N_("It begins when the other one has been served"), FIELD_REFERENCE, OPEN, 0, .reference = "sanction" },
	[IM_SUSPENDED] = { "suspended_until", N_("Suspended until"), N_("It is not served unless there is a new proved charge by then"), FIELD_DATE, OPEN, 0 },
	[IM_REASONS] = { "reasons", N_("Why this sanction, and why so long"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED, .basis = &NMR_39 },
	[IM_REVIEW] = { "review_info", N_("Told in writing how to take it to a court"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record IMPOSE_RECORD = ACT_INPUTS("sanction.impose", IMPOSE_INPUT);

static void sanction_run(struct act_context *context, struct decision *decision, struct row *sanction, struct date starts)
{
	int64_t days = row_integer(sanction, SANCTION_DAYS, 0);
	struct date last = date_add_days(starts, days > 0 ? (int32_t)days - 1 : 0);
	struct text facility = rights_facility(context, row_text(sanction, SANCTION_PERSON));
	row_set_date(sanction, context->arena, SANCTION_STARTS, starts);
	row_set_date(sanction, context->arena, SANCTION_ENDS, last);
	row_set_string(sanction, SANCTION_STATE, "running");
	decide_start(context, decision, "sanction-ends", sanction, row_text(sanction, SANCTION_PERSON), facility, context->now,
		act_midnight(context, facility, date_add_days(last, 1)));
}

static bool impose_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *charge = act_load_input(context, IM_CHARGE, &RECORD_CHARGE, errors);
	const struct row *after = row_has(context->input, IM_AFTER) ? act_load_input(context, IM_AFTER, &RECORD_SANCTION, errors) : NULL;
	if (!charge || errors->count)
		return false;
	if (after && (!text_equal(row_text(after, SANCTION_PERSON), row_text(charge, CHARGE_PERSON)) || !row_is(after, SANCTION_STATE, "running")))
		return decide_refuse(errors, "/after", N_("The other sanction must be running and of the same person"));
	struct row *sanction = decision_insert(decision, &RECORD_SANCTION);
	static const int PAIRS[] = { IM_CHARGE, SANCTION_CHARGE, IM_KIND, SANCTION_KIND, IM_MEASURE, SANCTION_MEASURE, IM_DAYS, SANCTION_DAYS, IM_AFTER,
		SANCTION_AFTER, IM_SUSPENDED, SANCTION_SUSPENDED_UNTIL, IM_REASONS, SANCTION_REASONS, IM_REVIEW, SANCTION_REVIEW_INFO, -1 };
	decide_copy(sanction, context->input, PAIRS);
	row_set_text(sanction, SANCTION_PERSON, row_text(charge, CHARGE_PERSON));
	if (row_has(sanction, SANCTION_SUSPENDED_UNTIL))
		row_set_string(sanction, SANCTION_STATE, "suspended");
	else
		sanction_run(context, decision, sanction, after ? date_add_days(row_date(after, SANCTION_ENDS), 1) : context->today);
	decision->result = sanction;
	return true;
}

const struct act ACT_SANCTION_IMPOSE = { .name = "sanction.impose", .label = N_("Impose a sanction"),
	.help = N_("Within the catalogue, in proportion, and once for one act"), .done = N_("The sanction is imposed"), .input_record = &IMPOSE_RECORD,
	.record = &RECORD_CHARGE, .target_input = IM_CHARGE, .actors = ROLE(GOVERNOR) | ROLE(COMMITTEE) | ROLE(HEADQUARTERS), .flags = ACT_MAY_RECORD_FACT,
	.basis = &NMR_39, .decide = impose_decide };

#define SANCTION_INPUT { "sanction", N_("Sanction"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "sanction" }
enum { AC_SANCTION, AC_CHARGE, AC_INPUTS };
static const struct field ACTIVATE_INPUT[AC_INPUTS] = { [AC_SANCTION] = SANCTION_INPUT,
	[AC_CHARGE] = { "charge", N_("New proved charge"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "charge" } };
static const struct record ACTIVATE_RECORD = ACT_INPUTS("sanction.activate", ACTIVATE_INPUT);

static bool activate_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *sanction = act_load_input(context, AC_SANCTION, &RECORD_SANCTION, errors);
	const struct row *charge = act_load_input(context, AC_CHARGE, &RECORD_CHARGE, errors);
	if (!sanction || !charge)
		return false;
	if (!row_is(sanction, SANCTION_STATE, "suspended") || date_compare(context->today, row_date(sanction, SANCTION_SUSPENDED_UNTIL)) > 0)
		return decide_refuse(errors, "/sanction", N_("This sanction is not suspended any more"));
	if (!row_is(charge, CHARGE_STATE, "proved") || !text_equal(row_text(charge, CHARGE_PERSON), row_text(sanction, SANCTION_PERSON)) ||
		text_equal(charge->id, row_text(sanction, SANCTION_CHARGE)))
		return decide_refuse(errors, "/charge", N_("Only another proved charge of the same person brings it into effect"));
	struct row *changed = decision_change(decision, sanction);
	sanction_run(context, decision, changed, context->today);
	decision->result = changed;
	return true;
}

const struct act ACT_SANCTION_ACTIVATE = { .name = "sanction.activate", .label = N_("Bring the suspended sanction into effect"), .done = N_("The sanction runs"),
	.input_record = &ACTIVATE_RECORD, .record = &RECORD_SANCTION, .target_input = AC_SANCTION, .actors = ROLE(GOVERNOR) | ROLE(COMMITTEE) | ROLE(HEADQUARTERS),
	.flags = ACT_REASON, .basis = &NMR_39, .decide = activate_decide };

static const struct choice END_STATES[] = { { "served", N_("Served") }, { "lapsed", N_("Lapsed, suspended to its end") }, { NULL, NULL } };
enum { EN_SANCTION, EN_STATE, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = { [EN_SANCTION] = SANCTION_INPUT,
	[EN_STATE] = { "state", N_("What became of it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = END_STATES } };
static const struct record END_RECORD = ACT_INPUTS("sanction.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *sanction = act_load_input(context, EN_SANCTION, &RECORD_SANCTION, errors);
	if (!sanction)
		return false;
	bool lapses = row_is(context->input, EN_STATE, "lapsed");
	if (!row_is(sanction, SANCTION_STATE, lapses ? "suspended" : "running"))
		return decide_refuse(errors, "/state", N_("A running sanction is served; a suspended one lapses"));
	struct row *changed = decision_change(decision, sanction);
	row_set(changed, SANCTION_STATE, row_value(context->input, EN_STATE));
	row_set_string(changed, SANCTION_END_KIND, "decided");
	decide_stop(context, decision, "sanction-ends", sanction->id);
	decision->result = changed;
	return true;
}

const struct act ACT_SANCTION_END = { .name = "sanction.end", .label = N_("The sanction is over"), .done = N_("Recorded"), .input_record = &END_RECORD,
	.record = &RECORD_SANCTION, .target_input = EN_SANCTION, .actors = ROLE(WING) | ROLE(GOVERNOR) | ROLE(COMMITTEE) | ROLE(HEADQUARTERS), .decide = end_decide };
