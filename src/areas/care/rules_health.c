/* rules_health.c - daily and prompt care, what clinicians decide alone, private examinations, care carried on, limits of an epidemic. */
#include "areas/care/rules.h"
#include "areas/rights/records.h"

static const char *const SEE[] = { "health_request.see", NULL };
static const char *const MISS[] = { "clinical_order.miss", NULL };
static const char *const PLACING[] = { "placement.place", NULL };
static const char *const DEPART[] = { "transfer.depart", NULL };
static const char *const GATE[] = { "release.release", "transfer.depart", NULL };
static const char *const RESTRICT[] = { "health_restriction.begin", NULL };
static const char *const PROLONG[] = { "health_restriction.begin", "health_restriction.review", NULL };

#define ASK_HEALTH N_("The health service")
#define ASK_HEADQUARTERS N_("Headquarters")

/* ---- examinations ---- */

static bool officer_present(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *request = decision_row(decision, &RECORD_HEALTH_REQUEST);
	(void)context;
	if (!request || !row_has(request, HEALTH_REQUEST_PRESENT) || row_is(request, HEALTH_REQUEST_PRESENT, "nobody") || row_has(request, HEALTH_REQUEST_PRESENT_WHY))
		return false;
	*out = (struct rule_finding){ .path = "/present_why", .message = N_("An officer was in the room, and nobody on the health staff asked for it"), .ask = ASK_HEALTH,
		.advice = N_("Examine out of sight and hearing of officers; write who asked for one and why, if it was needed") };
	return true;
}

static const struct row *woman_of(const struct act_context *context, const struct row *request)
{
	const struct row *person = request ? act_load(context, &RECORD_PERSON, row_text(request, HEALTH_REQUEST_PERSON)) : NULL;
	return person && row_is(person, PERSON_SEX, "F") ? person : NULL;
}

static bool woman_not_seen_by_woman(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *request = decision_row(decision, &RECORD_HEALTH_REQUEST);
	if (!woman_of(context, request) || !row_is(request, HEALTH_REQUEST_WISH, "woman") || row_is_yes(request, HEALTH_REQUEST_URGENT) ||
		!row_is(request, HEALTH_REQUEST_EXAMINER, "M") || row_is(request, HEALTH_REQUEST_PRESENT, "woman"))
		return false;
	*out = (struct rule_finding){ .path = "/examiner_sex", .message = N_("She asked to be seen by a woman"), .ask = ASK_HEALTH,
		.advice = N_("Let a woman examine her; if none can be found and it cannot wait, have a woman in the room") };
	return true;
}

static bool man_present(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *request = decision_row(decision, &RECORD_HEALTH_REQUEST);
	if (!woman_of(context, request) || !row_is(request, HEALTH_REQUEST_PRESENT, "man"))
		return false;
	*out = (struct rule_finding){ .path = "/present", .message = N_("A man officer would be at the examination of a woman"), .ask = ASK_HEALTH,
		.advice = N_("Only health staff stay; if an officer must, then a woman") };
	return true;
}

/* ---- orders of clinicians ---- */

static bool no_escort(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *order = decision_row(decision, &RECORD_CLINICAL_ORDER);
	(void)context;
	if (!order || !row_is(order, CLINICAL_ORDER_KIND, "hospital") || !(row_is(order, CLINICAL_ORDER_WHY, "no_escort") || row_is(order, CLINICAL_ORDER_WHY, "security")))
		return false;
	*out = (struct rule_finding){ .path = "/missed_why", .message = N_("A hospital appointment is lost for reasons that are not medical"), .ask = N_("The director"),
		.advice = N_("Find an escort today; the health service says whether it can wait") };
	return true;
}

static bool has_live_order(const struct act_context *context, struct text person, const char *kind)
{
	const struct condition own[] = { CONDITION_TEXT(CLINICAL_ORDER_PERSON, person), CONDITION_TEXT(CLINICAL_ORDER_KIND, text_from(kind)) };
	struct rows orders = act_find(context, &RECORD_CLINICAL_ORDER, own, 2);
	for (size_t i = 0; i < orders.count; i++)
		if (clinical_order_is_live(orders.items[i], context->today))
			return true;
	return false;
}

/* Against an order: with others where it says alone, alone where it says with others. Of a place that nobody sleeps in, of cells only. */
static bool against_order(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	if (!placement)
		return false;
	const struct condition there[] = { CONDITION_TEXT(PLACEMENT_PLACE, row_text(placement, PLACEMENT_PLACE)), CONDITION_ABSENT(PLACEMENT_ENDED_AT),
		{ .field = PLACEMENT_PERSON, .comparison = IS_NOT, .value = row_value(placement, PLACEMENT_PERSON) } };
	bool others = act_count(context, &RECORD_PLACEMENT, there, 3) > 0;
	if (!has_live_order(context, row_text(placement, PLACEMENT_PERSON), others ? "single_cell" : "shared_cell"))
		return false;
	*out = (struct rule_finding){ .path = "/place", .ask = ASK_HEALTH,
		.message = others ? N_("A clinician ordered a cell alone, and others sleep there") : N_("A clinician ordered that the person is not alone, and nobody sleeps there"),
		.advice = N_("Choose a place that fits the order; object to it if it cannot be done, and a clinician answers") };
	return true;
}

/* ---- care carried on ---- */

static const struct row *newest_intake(const struct act_context *context, struct text person)
{
	const struct condition own = CONDITION_TEXT(HEALTH_INTAKE_PERSON, person);
	return act_find_first(context, &RECORD_HEALTH_INTAKE, &own, 1, HEALTH_INTAKE_EXAMINED_AT, true);
}

static const struct row *newest_handover(const struct act_context *context, struct text person, const char *occasion)
{
	const struct condition own[] = { CONDITION_TEXT(CARE_HANDOVER_PERSON, person), CONDITION_TEXT(CARE_HANDOVER_OCCASION, text_from(occasion)) };
	return act_find_first(context, &RECORD_CARE_HANDOVER, own, 2, CARE_HANDOVER_AT, true);
}

static bool file_left_behind(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *transfer = decision_row(decision, &RECORD_TRANSFER);
	if (!transfer || !newest_intake(context, row_text(transfer, TRANSFER_PERSON)))
		return false;
	const struct row *handover = newest_handover(context, row_text(transfer, TRANSFER_PERSON), "transfer");
	if (handover && row_is_yes(handover, CARE_HANDOVER_SEALED) && row_moment(handover, CARE_HANDOVER_AT) >= row_moment(transfer, TRANSFER_OFFERED_AT))
		return false;
	*out = (struct rule_finding){ .path = "/transfer", .message = N_("The medical file does not go along"), .ask = ASK_HEALTH,
		.advice = N_("The health service hands it over sealed to the health service there, and records it under Hand care on") };
	return true;
}

static bool needs_medicine(const struct act_context *context, struct text person, const struct row *intake)
{
	const struct condition own[] = { CONDITION_TEXT(HEALTH_FLAG_PERSON, person), CONDITION_TEXT(HEALTH_FLAG_KIND, TEXT_OF("medicine")) };
	struct rows flags = act_find(context, &RECORD_HEALTH_FLAG, own, 2);
	for (size_t i = 0; i < flags.count; i++)
		if (health_flag_is_live(flags.items[i], context->today))
			return true;
	return intake && row_is_yes(intake, HEALTH_INTAKE_DAILY_MEDICINE);
}

/* A handover before the newest examination at admission was of another stay. */
static bool treatment_breaks_off(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct text person = care_whom(context, decision);
	const struct row *intake = newest_intake(context, person);
	bool transfer = decision_row(decision, &RECORD_TRANSFER) != NULL;
	if (!needs_medicine(context, person, intake))
		return false;
	const struct row *handover = newest_handover(context, person, transfer ? "transfer" : "release");
	if (handover && row_is_yes(handover, CARE_HANDOVER_LETTER) && (!intake || row_moment(handover, CARE_HANDOVER_AT) >= row_moment(intake, HEALTH_INTAKE_EXAMINED_AT)) &&
		row_integer(handover, CARE_HANDOVER_SUPPLY, 0) >= act_parameter(context, context->actor->facility, "handover.supply_days", 7))
		return false;
	*out = (struct rule_finding){ .path = transfer ? "/transfer" : "/release", .message = N_("Treatment would break off: no medicine or letter for the next health service"),
		.ask = ASK_HEALTH, .advice = N_("The health service gives medicine for the first days and a letter, and records it under Hand care on") };
	return true;
}

/* ---- a facility under a health restriction ---- */

static bool without_end(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *restriction = decision_row(decision, &RECORD_HEALTH_RESTRICTION);
	if (!restriction)
		return false;
	bool authority = row_has(restriction, HEALTH_RESTRICTION_AUTHORITY), ends = row_has(restriction, HEALTH_RESTRICTION_ENDS);
	int64_t most = act_parameter(context, row_text(restriction, HEALTH_RESTRICTION_FACILITY), "restriction.max_days", 28);
	if (authority && ends && date_to_days(row_date(restriction, HEALTH_RESTRICTION_ENDS)) - date_to_days(context->today) <= most)
		return false;
	bool begins = record_field(context->input->record, TEXT_OF("authority")) >= 0;
	*out = (struct rule_finding){ .path = authority || !begins ? "/ends_on" : "/authority", .ask = N_("The public health authority"),
		.message = authority ? N_("The restriction has no end within the longest time for one decision") : N_("No public health authority stands behind the restriction"),
		.advice = N_("Write which authority decided and until when; it can be decided anew after a look at what is still needed") };
	return true;
}

static bool measures_have(const struct row *restriction, const char *measure)
{
	struct text rest = restriction ? row_text(restriction, HEALTH_RESTRICTION_MEASURES) : text_empty(), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal_string(one, measure))
			return true;
	return false;
}

static bool yard_closed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	(void)context;
	if (!measures_have(decision_row(decision, &RECORD_HEALTH_RESTRICTION), "yard"))
		return false;
	*out = (struct rule_finding){ .path = "/measures", .message = N_("Outdoor exercise would stop for everybody"), .ask = N_("The public health authority"),
		.advice = N_("Let units use the yard one after the other; the hour in the open stays") };
	return true;
}

static bool contact_lost(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *restriction = decision_row(decision, &RECORD_HEALTH_RESTRICTION);
	if (!measures_have(restriction, "visits"))
		return false;
	int64_t least = act_parameter(context, row_text(restriction, HEALTH_RESTRICTION_FACILITY), "restriction.contact_minutes", 60);
	if (row_has(restriction, HEALTH_RESTRICTION_INSTEAD) && row_integer(restriction, HEALTH_RESTRICTION_MINUTES, 0) >= least)
		return false;
	*out = (struct rule_finding){ .path = row_has(restriction, HEALTH_RESTRICTION_INSTEAD) ? "/contact_minutes" : "/instead", .ask = ASK_HEADQUARTERS,
		.message = N_("Visits stop, and people get less than {minutes} free minutes a week with their families instead"),
		.advice = N_("Give calls or video to everybody, free, and say how"), .parameters = { { "minutes", arena_format(context->arena, "%lld", (long long)least), false } } };
	return true;
}

static bool lawyers_kept_out(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	(void)context;
	if (!measures_have(decision_row(decision, &RECORD_HEALTH_RESTRICTION), "lawyers"))
		return false;
	*out = (struct rule_finding){ .path = "/measures", .message = N_("Lawyers would be kept out"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Let them in with the same protection as staff; a glass or distance may stand between") };
	return true;
}

RULE(NMR_24_2, "NMR-24.2", RULE_WARN, GATE, treatment_breaks_off, N_("Treatment goes on without a break at transfer and release"));
RULE(NMR_26_2, "NMR-26.2", RULE_REFUSE, DEPART, file_left_behind, N_("The medical file goes to the health service that receives the person"));
CLOCKED(NMR_27_1, "NMR-27.1", N_("Urgent cases are seen at once"), "health-seen-urgent");
RULE(NMR_27_1_ESCORT, "NMR-27.1.escort", RULE_BREACH, MISS, no_escort, N_("Who needs a hospital is taken there"));
RULE(NMR_27_2, "NMR-27.2", RULE_REFUSE, PLACING, against_order, N_("Clinical decisions are not overridden or ignored by other staff"));
CLOCKED(NMR_27_2_DUE, "NMR-27.2.due", N_("What a clinician ordered is done in time, and objections are answered by clinicians"), "clinical-order-due", "clinical-objection");
RULE(NMR_30_D, "NMR-30.d", RULE_EVIDENCE, PROLONG, without_end, N_("Measures against contagion have a medical authority, a ground and an end"));
CLOCKED(NMR_30_D_CLOCK, "NMR-30.d.review", N_("Measures against contagion end when they are not needed any more"), "restriction-review", "restriction-ends");
CLOCKED(NMR_31_1, "NMR-31.1", N_("Everybody who is ill or complains of it is seen every day"), "health-seen");
RULE(NMR_31_2, "NMR-31.2", RULE_EVIDENCE, SEE, officer_present, N_("Medical examinations are confidential"));
RULE(NMR_42_MODE, "NMR-42.restriction", RULE_REFUSE, RESTRICT, yard_closed, N_("An epidemic does not take the hour in the open"));
RULE(NMR_58_MODE, "NMR-58.1.restriction", RULE_REFUSE, RESTRICT, contact_lost, N_("Where visits stop, other contact takes their place"));
RULE(NMR_61_MODE, "NMR-61.1a.restriction", RULE_REFUSE, RESTRICT, lawyers_kept_out, N_("Lawyers come in without delay, also in an epidemic"));
RULE(BKK_10_2, "BKK-10.2", RULE_REFUSE, SEE, woman_not_seen_by_woman, N_("A woman who asks for it is examined by a woman"));
RULE(BKK_11, "BKK-11", RULE_REFUSE, SEE, man_present, N_("No man on the staff is at the examination of a woman"));
