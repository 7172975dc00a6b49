/* referral.c - health_referral.make, .see, .finish; care_outside.find, .ask, .move, .end. */
#include "areas/clinic/acts/common.h"

static const struct citation NMR_109 = { "NMR-109.1", N_("Nelson Mandela Rules, Rule 109"), SOURCE_TEXT_READ };
static const struct citation NMR_109_3 = { "NMR-109.3", N_("Nelson Mandela Rules, Rule 109"), SOURCE_TEXT_READ };

/* ---- referrals ---- */
static const struct field REFER_INPUT[] = { PERSON_INPUT,
	{ "kind", N_("To whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_REFERRAL_KIND_CHOICES, .basis = &NMR_109_3 },
	{ "urgent", N_("Urgent"), NULL, FIELD_YES_NO, OPEN, 0 },
	{ "words", N_("Question to the specialist"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	WHEN_INPUT("referred_at") };
static const struct record REFER_RECORD = ACT_INPUTS("health_referral.make", REFER_INPUT);

static bool refer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *referral = clinic_begin(context, decision, &RECORD_HEALTH_REFERRAL, HEALTH_REFERRAL_AT, errors);
	if (!referral)
		return false;
	int64_t since = row_moment(referral, HEALTH_REFERRAL_AT), days = act_parameter(context, row_facility(referral), "psych.urgent_days", 1);
	row_set_string(referral, HEALTH_REFERRAL_STATE, "open");
	if (!row_is(referral, HEALTH_REFERRAL_KIND, "specialist"))
		clinic_start(context, decision, "psychiatric-seen", referral, since, row_is_yes(referral, HEALTH_REFERRAL_URGENT) ? since + days * MOMENT_DAY : 0);
	return true;
}

const struct act ACT_HEALTH_REFERRAL_MAKE = { .name = "health_referral.make", .label = N_("Refer to a specialist"), .done = N_("The referral waits to be seen"), .input_record = &REFER_RECORD,
	.record = &RECORD_PERSON, .target_input = 0, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_109_3, .decide = refer_decide };

#define REFERRAL_INPUT { "health_referral", N_("Referral to a specialist"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "health_referral" }
enum { SE_REFERRAL, SE_RESULT, SE_AT, SE_INPUTS };
static const struct field SEE_INPUT[SE_INPUTS] = { [SE_REFERRAL] = REFERRAL_INPUT,
	[SE_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_REFERRAL_RESULT_CHOICES },
	[SE_AT] = WHEN_INPUT("seen_at") };
static const struct record SEE_RECORD = ACT_INPUTS("health_referral.see", SEE_INPUT);

static bool see_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, SE_AT, errors);
	struct row *referral = clinic_change(context, decision, &RECORD_HEALTH_REFERRAL, HEALTH_REFERRAL_STATE, "open", errors);
	if (!referral || errors->count)
		return false;
	row_set_integer(referral, HEALTH_REFERRAL_SEEN, moment);
	row_set_string(referral, HEALTH_REFERRAL_STATE, row_is(referral, HEALTH_REFERRAL_RESULT, "treatment") ? "treatment" : "closed");
	decide_stop(context, decision, "psychiatric-seen", referral->id);
	return true;
}

const struct act ACT_HEALTH_REFERRAL_SEE = { .name = "health_referral.see", .label = N_("Seen by the specialist"), .done = N_("Recorded"), .input_record = &SEE_RECORD,
	.record = &RECORD_HEALTH_REFERRAL, .target_input = SE_REFERRAL, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_109_3, .decide = see_decide };

static const struct field FINISH_INPUT[] = { REFERRAL_INPUT };
static const struct record FINISH_RECORD = ACT_INPUTS("health_referral.finish", FINISH_INPUT);

static bool finish_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *referral = clinic_change(context, decision, &RECORD_HEALTH_REFERRAL, HEALTH_REFERRAL_STATE, "treatment", errors);
	if (referral)
		row_set_string(referral, HEALTH_REFERRAL_STATE, "closed");
	return referral != NULL;
}

const struct act ACT_HEALTH_REFERRAL_FINISH = { .name = "health_referral.finish", .label = N_("The treatment has ended"), .done = N_("Recorded"), .input_record = &FINISH_RECORD,
	.record = &RECORD_HEALTH_REFERRAL, .target_input = 0, .actors = ROLE(HEALTH), .flags = ACT_REASON, .basis = &NMR_109_3, .decide = finish_decide };

/* ---- out of prison, to care ---- */
static const struct field FIND_INPUT[] = { PERSON_INPUT,
	{ "ground", N_("Ground"), N_("Never what the person has: that stays in the medical file"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CARE_OUTSIDE_GROUND_CHOICES, .basis = &NMR_109 },
	WHEN_INPUT("found_at") };
static const struct record FIND_RECORD = ACT_INPUTS("care_outside.find", FIND_INPUT);

/* Once a day somebody asks again: the clock runs from now, whoever asked last. */
static void ask_tomorrow(struct act_context *context, struct decision *decision, const struct row *outside)
{
	decide_stop(context, decision, "care-outside-today", outside->id);
	clinic_start(context, decision, "care-outside-today", outside, context->now, context->now + MOMENT_DAY);
}

static bool find_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *outside = clinic_begin(context, decision, &RECORD_CARE_OUTSIDE, CARE_OUTSIDE_FOUND, errors);
	if (!outside)
		return false;
	const struct condition waits[] = { CONDITION_TEXT(CARE_OUTSIDE_PERSON, row_text(outside, CARE_OUTSIDE_PERSON)), CONDITION_TEXT(CARE_OUTSIDE_STATE, TEXT_OF("waiting")) };
	if (act_count(context, &RECORD_CARE_OUTSIDE, waits, 2) > 0)
		return decide_refuse(errors, "/person", N_("This is recorded already"));
	row_set_string(outside, CARE_OUTSIDE_STATE, "waiting");
	clinic_start(context, decision, "care-outside-move", outside, row_moment(outside, CARE_OUTSIDE_FOUND), 0);
	ask_tomorrow(context, decision, outside);
	return true;
}

const struct act ACT_CARE_OUTSIDE_FIND = { .name = "care_outside.find", .label = N_("Must leave prison for care"), .help = N_("From now on no separation, and a bed outside is asked for every day"),
	.done = N_("The clock for the move runs"), .input_record = &FIND_RECORD, .record = &RECORD_PERSON, .target_input = 0, .actors = ROLE(HEALTH) | ROLE(GOVERNOR),
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_109, .decide = find_decide };

#define OUTSIDE_INPUT { "care_outside", N_("Move to care outside prison"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "care_outside" }
static const struct field ASK_INPUT[] = { OUTSIDE_INPUT,
	{ "asked_of", N_("Hospital or authority asked"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	{ "bed", N_("Bed promised"), N_("Where and from when; leave empty when there is none yet"), FIELD_LINE, OPEN, 0 } };
static const struct record ASK_RECORD = ACT_INPUTS("care_outside.ask", ASK_INPUT);

static bool ask_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *outside = clinic_change(context, decision, &RECORD_CARE_OUTSIDE, CARE_OUTSIDE_STATE, "waiting", errors);
	if (!outside)
		return false;
	row_set_integer(outside, CARE_OUTSIDE_ASKED, context->now);
	ask_tomorrow(context, decision, outside);
	return true;
}

const struct act ACT_CARE_OUTSIDE_ASK = { .name = "care_outside.ask", .label = N_("Asked for a bed outside"), .done = N_("Recorded; the clock of the day begins anew"),
	.input_record = &ASK_RECORD, .record = &RECORD_CARE_OUTSIDE, .target_input = 0, .actors = ROLE(HEALTH) | ROLE(GOVERNOR), .basis = &NMR_109, .decide = ask_decide };

enum { MO_OUTSIDE, MO_AT, MO_INPUTS };
static const struct field MOVE_INPUT[MO_INPUTS] = { [MO_OUTSIDE] = OUTSIDE_INPUT, [MO_AT] = WHEN_INPUT("moved_at") };
static const struct record MOVE_RECORD = ACT_INPUTS("care_outside.move", MOVE_INPUT);
static const struct field END_INPUT[] = { OUTSIDE_INPUT };
static const struct record END_RECORD = ACT_INPUTS("care_outside.end", END_INPUT);

static struct row *outside_over(struct act_context *context, struct decision *decision, const char *state, struct error_list *errors)
{
	struct row *outside = clinic_change(context, decision, &RECORD_CARE_OUTSIDE, CARE_OUTSIDE_STATE, "waiting", errors);
	if (!outside)
		return NULL;
	row_set_string(outside, CARE_OUTSIDE_STATE, state);
	decide_stop(context, decision, "care-outside-move", outside->id);
	decide_stop(context, decision, "care-outside-today", outside->id);
	return outside;
}

static bool move_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, MO_AT, errors);
	struct row *outside = errors->count ? NULL : outside_over(context, decision, "moved", errors);
	if (outside)
		row_set_integer(outside, CARE_OUTSIDE_MOVED, moment);
	return outside != NULL;
}

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return outside_over(context, decision, "ended", errors) != NULL;
}

const struct act ACT_CARE_OUTSIDE_MOVE = { .name = "care_outside.move", .label = N_("Moved to care outside prison"), .done = N_("Recorded"), .input_record = &MOVE_RECORD,
	.record = &RECORD_CARE_OUTSIDE, .target_input = MO_OUTSIDE, .actors = ROLE(HEALTH) | ROLE(GOVERNOR), .basis = &NMR_109, .decide = move_decide };
const struct act ACT_CARE_OUTSIDE_END = { .name = "care_outside.end", .label = N_("No move to care is needed any more"), .done = N_("Recorded"), .input_record = &END_RECORD,
	.record = &RECORD_CARE_OUTSIDE, .target_input = 0, .actors = ROLE(HEALTH), .flags = ACT_REASON, .basis = &NMR_109, .decide = end_decide };
