/* health_flag.c - health_flag.set and .end: what the health service asks of everybody on duty. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_26 = { "NMR-26.1a", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };

enum { SE_PERSON, SE_KIND, SE_INSTRUCTION, SE_STARTS, SE_EXPIRES, SE_INPUTS };
static const struct field SET_INPUT[SE_INPUTS] = {
	[SE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[SE_KIND] = { "kind", N_("What it is about"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_FLAG_CHOICES, .basis = &NMR_26 },
	[SE_INSTRUCTION] = { "instruction", N_("What staff should do"), N_("Never a diagnosis: everybody on duty reads it"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[SE_STARTS] = { "starts_on", N_("From"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 },
	[SE_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, 0 } };
static const struct record SET_RECORD = ACT_INPUTS("health_flag.set", SET_INPUT);

static bool set_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, SE_PERSON, &RECORD_PERSON, errors);
	struct date starts = row_has(context->input, SE_STARTS) ? row_date(context->input, SE_STARTS) : context->today;
	if (row_has(context->input, SE_EXPIRES) && date_compare(row_date(context->input, SE_EXPIRES), starts) < 0)
		error_say(errors, E_DATE_ORDER, "/expires_on", N_("The end must come after the beginning"));
	if (!person || errors->count)
		return false;
	struct row *flag = decision_insert(decision, &RECORD_HEALTH_FLAG);
	static const int PAIRS[] = { SE_PERSON, HEALTH_FLAG_PERSON, SE_KIND, HEALTH_FLAG_KIND, SE_INSTRUCTION, HEALTH_FLAG_INSTRUCTION, SE_EXPIRES,
		HEALTH_FLAG_EXPIRES, -1 };
	decide_copy(flag, context->input, PAIRS);
	row_set_date(flag, context->arena, HEALTH_FLAG_STARTS, starts);
	row_set_string(flag, HEALTH_FLAG_STATE, "live");
	decision->result = flag;
	return true;
}

const struct act ACT_HEALTH_FLAG_SET = { .name = "health_flag.set", .label = N_("Health instruction for staff"),
	.help = N_("What everybody on duty must do or not do; nobody but the health service can end it"), .done = N_("The instruction stands"),
	.input_record = &SET_RECORD, .record = &RECORD_PERSON, .target_input = SE_PERSON, .actors = ROLE(HEALTH), .basis = &NMR_26, .decide = set_decide };

enum { FE_FLAG, FE_INPUTS };
static const struct field FLAG_END_INPUT[FE_INPUTS] = {
	[FE_FLAG] = { "health_flag", N_("Health instruction"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "health_flag" } };
static const struct record FLAG_END_RECORD = ACT_INPUTS("health_flag.end", FLAG_END_INPUT);

static bool flag_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *flag = act_load_input(context, FE_FLAG, &RECORD_HEALTH_FLAG, errors);
	if (!flag)
		return false;
	if (!row_is(flag, HEALTH_FLAG_STATE, "live"))
		return decide_refuse(errors, "/health_flag", N_("This instruction has ended already"));
	struct row *changed = decision_change(decision, flag);
	row_set_string(changed, HEALTH_FLAG_STATE, "ended");
	decision->result = changed;
	return true;
}

const struct act ACT_HEALTH_FLAG_END = { .name = "health_flag.end", .label = N_("End the health instruction"), .done = N_("The instruction has ended"),
	.input_record = &FLAG_END_RECORD, .record = &RECORD_HEALTH_FLAG, .target_input = FE_FLAG, .actors = ROLE(HEALTH), .flags = ACT_REASON,
	.basis = &NMR_26, .decide = flag_end_decide };
