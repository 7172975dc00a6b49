/* harm.c - abuse_care.open, .refer, .offer, .close; screening_offer.make. */
#include "areas/clinic/acts/common.h"

static const struct citation BKK_7 = { "BKK-7.1", N_("Bangkok Rules, Rule 7"), SOURCE_RECALLED };
static const struct citation BKK_18 = { "BKK-18", N_("Bangkok Rules, Rule 18"), SOURCE_RECALLED };
static const struct citation BKK_25 = { "BKK-25.2", N_("Bangkok Rules, Rule 25"), SOURCE_RECALLED };

static const struct field OPEN_INPUT[] = { PERSON_INPUT,
	{ "source", N_("How it became known"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ABUSE_CARE_SOURCE_CHOICES },
	{ "sexual", N_("Sexual abuse"), NULL, FIELD_YES_NO, CLOSED, 0 },
	{ "informed", N_("Told of the ways to go to law"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &BKK_7 },
	{ "legal_aid", N_("Legal aid offered"), NULL, FIELD_YES_NO, OPEN, 0 },
	{ "wish", N_("Wish"), N_("Support is offered whatever the answer is"), FIELD_CHOICE, OPEN, 0, .choices = ABUSE_CARE_WISH_CHOICES },
	WHEN_INPUT("found_at") };
static const struct record OPEN_RECORD = ACT_INPUTS("abuse_care.open", OPEN_INPUT);

/* Support runs whether or not the person goes to law; and protection from reprisals is planned with others, who read measures only. */
static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *care = clinic_begin(context, decision, &RECORD_ABUSE_CARE, ABUSE_CARE_FOUND, errors);
	const struct row *person = care ? act_load_input(context, 0, &RECORD_PERSON, errors) : NULL;
	if (!person)
		return false;
	int64_t since = row_moment(care, ABUSE_CARE_FOUND);
	row_set_string(care, ABUSE_CARE_STATE, "open");
	clinic_start(context, decision, "abuse-support", care, since, 0);
	if (row_is(care, ABUSE_CARE_WISH, "refer"))
		clinic_start(context, decision, "abuse-referral", care, since, 0);
	if (row_is_yes(care, ABUSE_CARE_SEXUAL))
		clinic_start(context, decision, "abuse-care-set", care, since, 0);
	if (!clinic_has_plan(context, person->id, "abuse")) {
		decide_stop(context, decision, "plan-protection", person->id);
		clinic_start_person(context, decision, "plan-protection", person, context->now);
	}
	return true;
}

const struct act ACT_ABUSE_CARE_OPEN = { .name = "abuse_care.open", .label = N_("Begin care after abuse"), .done = N_("Care has begun; a protection plan is due"), .input_record = &OPEN_RECORD,
	.record = &RECORD_PERSON, .target_input = 0, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT, .basis = &BKK_7, .decide = open_decide };

#define CARE_INPUT { "abuse_care", N_("Care after abuse"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "abuse_care" }
static const struct field REFER_INPUT[] = { CARE_INPUT, { "authority", N_("Authority and its number"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record REFER_RECORD = ACT_INPUTS("abuse_care.refer", REFER_INPUT);

static bool refer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *care = clinic_change(context, decision, &RECORD_ABUSE_CARE, ABUSE_CARE_STATE, "open", errors);
	if (!care)
		return false;
	row_set_integer(care, ABUSE_CARE_REFERRED, context->now);
	decide_stop(context, decision, "abuse-referral", care->id);
	return true;
}

const struct act ACT_ABUSE_CARE_REFER = { .name = "abuse_care.refer", .label = N_("Send the case to the authority"), .help = N_("Only as the person wishes, with legal aid"), .done = N_("Recorded"),
	.input_record = &REFER_RECORD, .record = &RECORD_ABUSE_CARE, .target_input = 0, .actors = ROLE(HEALTH), .basis = &BKK_7, .decide = refer_decide };

static const struct field OFFER_INPUT[] = { CARE_INPUT,
	{ "offered", N_("Offered so far"), N_("Also what was offered before; declining is an answer"), FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = ABUSE_CARE_OFFER_CHOICES, .basis = &BKK_25 } };
static const struct record OFFER_RECORD = ACT_INPUTS("abuse_care.offer", OFFER_INPUT);

static bool offer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *care = clinic_change(context, decision, &RECORD_ABUSE_CARE, ABUSE_CARE_STATE, "open", errors);
	if (!care)
		return false;
	row_set_integer(care, ABUSE_CARE_OFFERED_AT, context->now);
	if (clinic_codes_have(care, ABUSE_CARE_OFFERED, "counselling"))
		decide_stop(context, decision, "abuse-support", care->id);
	if (row_is(care, ABUSE_CARE_OFFERED, ABUSE_CARE_SET))
		decide_stop(context, decision, "abuse-care-set", care->id);
	return true;
}

const struct act ACT_ABUSE_CARE_OFFER = { .name = "abuse_care.offer", .label = N_("Offer care and support"), .done = N_("Recorded"), .input_record = &OFFER_RECORD,
	.record = &RECORD_ABUSE_CARE, .target_input = 0, .actors = ROLE(HEALTH), .basis = &BKK_25, .decide = offer_decide };

static const struct field CLOSE_INPUT[] = { CARE_INPUT };
static const struct record CLOSE_RECORD = ACT_INPUTS("abuse_care.close", CLOSE_INPUT);

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const char *const CLOCKS[] = { "abuse-support", "abuse-referral", "abuse-care-set" };
	struct row *care = clinic_change(context, decision, &RECORD_ABUSE_CARE, ABUSE_CARE_STATE, "open", errors);
	if (!care)
		return false;
	row_set_string(care, ABUSE_CARE_STATE, "closed");
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], care->id);
	return true;
}

const struct act ACT_ABUSE_CARE_CLOSE = { .name = "abuse_care.close", .label = N_("Close the care after abuse"), .done = N_("Recorded"), .input_record = &CLOSE_RECORD,
	.record = &RECORD_ABUSE_CARE, .target_input = 0, .actors = ROLE(HEALTH), .flags = ACT_REASON, .basis = &BKK_25, .decide = close_decide };

/* ---- preventive screening ---- */
enum { PO_PERSON, PO_KIND, PO_ANSWER, PO_NEXT, PO_AT, PO_INPUTS };
static const struct field PREVENT_INPUT[PO_INPUTS] = { [PO_PERSON] = PERSON_INPUT,
	[PO_KIND] = { "kind", N_("Screening for"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SCREENING_OFFER_KIND_CHOICES, .basis = &BKK_18 },
	[PO_ANSWER] = { "answer", N_("Answer"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SCREENING_OFFER_ANSWER_CHOICES },
	[PO_NEXT] = { "next_on", N_("Offered again on"), N_("By the interval of the national programme"), FIELD_DATE, OPEN, FIELD_REQUIRED },
	[PO_AT] = WHEN_INPUT("offered_at") };
static const struct record PREVENT_RECORD = ACT_INPUTS("screening_offer.make", PREVENT_INPUT);

static bool prevent_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	if (row_has(context->input, PO_NEXT) && date_compare(row_date(context->input, PO_NEXT), context->today) <= 0)
		error_say(errors, E_DATE_ORDER, "/next_on", N_("The next offer lies in the future"));
	struct row *offer = clinic_begin(context, decision, &RECORD_SCREENING_OFFER, SCREENING_OFFER_AT, errors);
	if (!offer)
		return false;
	struct text person = row_text(offer, SCREENING_OFFER_PERSON);
	const struct condition before[] = { CONDITION_TEXT(SCREENING_OFFER_PERSON, person), CONDITION_TEXT(SCREENING_OFFER_KIND, row_text(offer, SCREENING_OFFER_KIND)) };
	struct rows earlier = act_find(context, &RECORD_SCREENING_OFFER, before, 2);
	for (size_t i = 0; i < earlier.count; i++)
		decide_stop(context, decision, "preventive-offer", earlier.items[i]->id);
	decide_stop(context, decision, "preventive-offer", person);
	clinic_start(context, decision, "preventive-offer", offer, row_moment(offer, SCREENING_OFFER_AT), act_midnight(context, row_facility(offer), row_date(offer, SCREENING_OFFER_NEXT)));
	return true;
}

const struct act ACT_SCREENING_OFFER_MAKE = { .name = "screening_offer.make", .label = N_("Offer preventive screening"), .done = N_("Recorded; the next offer is in the diary"),
	.input_record = &PREVENT_RECORD, .record = &RECORD_PERSON, .target_input = PO_PERSON, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT, .basis = &BKK_18,
	.decide = prevent_decide };
