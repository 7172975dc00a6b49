/*
 * rules_admission.c - what is asked of an admission beyond its steps: health (30), women (Bangkok 2), property that comes later (67.3),
 * notices that are delayed (68), the way out of the gate (73), and the regime of the untried and of civil prisoners (111, 112, 121).
 */
#include "areas/custody/rules.h"

#include "areas/custody/acts.h"

static const char *const EXAMINE[] = { "admission.health", NULL };
static const char *const NEEDS[] = { "admission.needs", NULL };
static const char *const STORE[] = { "property_item.store", NULL };
static const char *const NOTIFY[] = { "notice.give", NULL };
static const char *const PLACING[] = { "placement.place", NULL };
static const char *const SENDING[] = { "movement.leave", "transfer.depart", NULL };

static const struct row *intake_of(const struct decision *decision)
{
	return decision_row(decision, &RECORD_HEALTH_INTAKE);
}

static bool needs_missing(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *intake = intake_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/fit_for_work", .message = N_("It is not said what the person may do: work, light work, or none"),
		.advice = N_("Say it, or examine again before the admission is complete"), .ask = N_("The health service") };
	return intake && !row_has(intake, HEALTH_INTAKE_FIT_FOR_WORK);
}

static bool signs_not_described(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *intake = intake_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/ill_treatment_detail", .message = N_("There are signs of ill-treatment, and what is seen is not written down"),
		.advice = N_("Describe what is seen and what the person says; it goes to the independent authority"), .ask = N_("The health service") };
	return intake && row_is_yes(intake, HEALTH_INTAKE_ILL_TREATMENT_SIGNS) && !row_has(intake, HEALTH_INTAKE_SIGNS_DETAIL);
}

static bool watch_without_observation(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *intake = intake_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/observation", .message = N_("The person needs a watch for self-harm, and no observation is ordered"),
		.advice = N_("Say how the person is observed: at intervals or all the time"), .ask = N_("The health service") };
	return intake && row_is_yes(intake, HEALTH_INTAKE_SELF_HARM_WATCH) && row_is(intake, HEALTH_INTAKE_OBSERVATION, "none");
}

static bool watched_and_alone(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	const struct row *place = placement ? act_load(context, &RECORD_PLACE, row_text(placement, PLACEMENT_PLACE)) : NULL;
	if (!place || row_is(place, PLACE_PURPOSE, "health") || row_is(place, PLACE_KIND, "medical"))
		return false;
	struct text person = row_text(placement, PLACEMENT_PERSON);
	const struct condition watch[] = { CONDITION_TEXT(ALERT_PERSON, person), CONDITION_TEXT(ALERT_KIND, TEXT_OF("self_harm")) };
	struct rows alerts = act_find(context, &RECORD_ALERT, watch, 2);
	bool live = false;
	for (size_t i = 0; i < alerts.count; i++)
		live = live || alert_is_live(alerts.items[i], context->today);
	*out = (struct rule_finding){ .path = "/place", .parameters = { { "place", row_text(place, PLACE_CODE), false } },
		.message = N_("The person is watched for self-harm and would be alone in {place}"),
		.advice = N_("Place the person with somebody suitable, or say how he or she is observed there"), .ask = N_("The health service") };
	return live && custody_occupants(context, place->id, person).count == 0;
}

static bool woman_not_offered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *admission = decision_row(decision, &RECORD_ADMISSION);
	const struct row *person = admission ? act_load(context, &RECORD_PERSON, row_text(admission, ADMISSION_PERSON)) : NULL;
	int telephone = record_field(context->input->record, TEXT_OF("telephone_offered")), lawyer = record_field(context->input->record, TEXT_OF("lawyer_asked"));
	bool no_call = !row_is_yes(context->input, telephone);
	*out = (struct rule_finding){ .path = no_call ? "/telephone_offered" : "/lawyer_asked",
		.message = no_call ? N_("The woman has not been offered a call to her relatives") : N_("The woman has not been asked whether she wants a lawyer"),
		.advice = N_("Offer it now, before anything else, and write down the answer"), .ask = N_("The duty governor") };
	return person && row_is(person, PERSON_SEX, "F") && (no_call || !row_is_yes(context->input, lawyer));
}

static bool not_told_of_goods(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_PROPERTY_ITEM);
	(void)context;
	*out = (struct rule_finding){ .path = "/person_told", .message = N_("The item came for the person from outside, and the person does not know of it"),
		.advice = N_("Show the person what came and from whom, then record it"), .ask = N_("The duty governor") };
	return item && row_has(item, PROPERTY_ITEM_RECEIVED_FROM) && !row_is_yes(item, PROPERTY_ITEM_PERSON_TOLD);
}

static bool delayed_by_anybody(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	*out = (struct rule_finding){ .path = "/result", .message = N_("Only a judge or the director may delay a notice, and only for a short time"),
		.advice = N_("Tell the family now, or let the director record the delay with its reason"), .ask = N_("The governor") };
	return notice && row_is(notice, NOTICE_RESULT, "delayed") && !actor_has_role(context->actor, ROLE(GOVERNOR));
}

static bool delayed_without_reason(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *notice = decision_row(decision, &RECORD_NOTICE);
	(void)context;
	*out = (struct rule_finding){ .path = "/method", .message = N_("The notice is delayed, and it is not said by which decision and why"),
		.advice = N_("Write number and day of the decision, and its reason"), .ask = N_("The governor") };
	return notice && row_is(notice, NOTICE_RESULT, "delayed") && !row_has(notice, NOTICE_METHOD);
}

/* ---- the untried ---- */

struct placed { const struct row *person, *place; };

static bool untried_placed(const struct act_context *context, const struct decision *decision, struct placed *out)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	if (!placement || row_has(placement, PLACEMENT_ENDED_AT))
		return false;
	out->person = act_load(context, &RECORD_PERSON, row_text(placement, PLACEMENT_PERSON));
	out->place = act_load(context, &RECORD_PLACE, row_text(placement, PLACEMENT_PLACE));
	return out->person && out->place && legal_status_is_untried(row_text(out->person, PERSON_LEGAL_STATUS));
}

static bool regime_of_convicted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct placed placed;
	if (!untried_placed(context, decision, &placed))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { { "place", row_text(placed.place, PLACE_CODE), false } },
		.message = N_("{place} has a regime for convicted people"),
		.advice = N_("Untried people have a regime of their own: choose such a place, or say which rules hold for the person there"), .ask = N_("The governor") };
	return row_has(placed.place, PLACE_REGIME) && !row_is(placed.place, PLACE_REGIME, "untried");
}

static bool young_untried_with_adults(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct placed placed;
	if (!untried_placed(context, decision, &placed))
		return false;
	struct text id = row_text(placed.place, PLACE_FACILITY);
	const struct row *facility = act_load(context, &RECORD_FACILITY, id);
	*out = (struct rule_finding){ .path = "/place", .parameters = { { "facility", facility ? row_text(facility, FACILITY_NAME) : text_empty(), false } },
		.message = N_("{facility} holds adults too; untried young people live in an institution of their own"),
		.advice = N_("Ask for a place in an institution for young people, or say why there is none"), .ask = N_("Headquarters") };
	return facility && !row_is(facility, FACILITY_KIND, "juvenile") &&
		person_age(placed.person, context->today) < (int)act_parameter(context, id, "young.age", 18);
}

static bool civil_treated_as_convicted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	const struct row *person = placement ? act_load(context, &RECORD_PERSON, row_text(placement, PLACEMENT_PERSON)) : NULL;
	const struct row *place = placement ? act_load(context, &RECORD_PLACE, row_text(placement, PLACEMENT_PLACE)) : NULL;
	*out = (struct rule_finding){ .path = "/place", .parameters = { { "place", place ? row_text(place, PLACE_CODE) : text_empty(), false } },
		.message = N_("The person is held for a civil matter, and {place} has a regime for convicted people"),
		.advice = N_("Such people are treated at least as untried people are: choose a place without that regime, or say what is asked of the person there"),
		.ask = N_("The governor") };
	return person && place && row_is(person, PERSON_LEGAL_STATUS, "civil") && row_has(place, PLACE_REGIME) && !row_is(place, PLACE_REGIME, "untried") &&
		!row_is(place, PLACE_REGIME, "open");
}

/* ---- on the way ---- */

static bool vehicle_unfit(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	(void)context;
	*out = (struct rule_finding){ .path = "/vehicle", .message = N_("The vehicle has no air or light, or is too full"),
		.advice = N_("Take another vehicle or go in two journeys; if the hearing cannot wait, tell the court"), .ask = N_("The duty governor") };
	return movement && row_is(movement, MOVEMENT_VEHICLE, "unfit");
}

static bool seen_by_public(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT);
	(void)context;
	*out = (struct rule_finding){ .path = "/shielded", .message = N_("The person would be seen by the public on the way"),
		.advice = N_("Use another door or hour, or say why that is impossible and what protects from insult and curiosity"), .ask = N_("The duty governor") };
	return movement && row_has(movement, MOVEMENT_SHIELDED) && !row_is_yes(movement, MOVEMENT_SHIELDED);
}

/* People who sleep in any place of a unit. */
static struct rows unit_placements(const struct act_context *context, const struct row *unit)
{
	const struct condition within = CONDITION_TEXT(PLACE_PARENT, unit->id);
	struct rows places = act_find(context, &RECORD_PLACE, &within, 1);
	struct value *ids = ARENA_ARRAY(context->arena, struct value, places.count + 1);
	for (size_t i = 0; i < places.count; i++)
		ids[i] = value_text(places.items[i]->id);
	const struct condition open[] = { { .field = PLACEMENT_PLACE, .comparison = IN, .list = ids, .list_count = places.count },
		CONDITION_ABSENT(PLACEMENT_ENDED_AT) };
	return act_find(context, &RECORD_PLACEMENT, open, 2);
}

/*
 * Cells of one landing or wing share its corridor, yard and showers. Where the unit says whom it is meant for, Rule 11 looks at that
 * (NMR-11.0); this one looks at units that say nothing.
 */
static bool unit_of_convicted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct placed placed;
	if (!untried_placed(context, decision, &placed) || row_has(placed.place, PLACE_LEGAL_STATUS) || !row_has(placed.place, PLACE_PARENT))
		return false;
	const struct row *unit = act_load(context, &RECORD_PLACE, row_text(placed.place, PLACE_PARENT));
	if (!unit || row_has(unit, PLACE_LEGAL_STATUS) || !(row_is(unit, PLACE_KIND, "wing") || row_is(unit, PLACE_KIND, "landing")))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { { "unit", row_text(unit, PLACE_CODE), false } },
		.message = N_("The person is untried, and convicted people live in {unit} too"),
		.advice = N_("Choose a place in a unit of untried people, or say for how long there is none"), .ask = N_("The duty governor") };
	struct rows placements = unit_placements(context, unit);
	for (size_t i = 0; i < placements.count; i++) {
		const struct row *other = act_load(context, &RECORD_PERSON, row_text(placements.items[i], PLACEMENT_PERSON));
		if (other && legal_status_is_convicted(row_text(other, PERSON_LEGAL_STATUS)))
			return true;
	}
	return false;
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	const struct rule RULE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }

RULE(NMR_30_A, "NMR-30.a", RULE_EVIDENCE, EXAMINE, needs_missing, N_("The examination says what the person needs and may do"));
RULE(NMR_30_B, "NMR-30.b", RULE_EVIDENCE, EXAMINE, signs_not_described, N_("Signs of ill-treatment before admission are written down"));
RULE(NMR_30_C, "NMR-30.c", RULE_EVIDENCE, EXAMINE, watch_without_observation, N_("Who may harm himself or herself is observed"));
RULE(NMR_30_C_ALONE, "NMR-30.c.alone", RULE_WARN, PLACING, watched_and_alone, N_("Who is watched for self-harm is not left alone"));
RULE(NMR_67_3, "NMR-67.3", RULE_EVIDENCE, STORE, not_told_of_goods, N_("What comes from outside is listed, and the person is told"));
RULE(NMR_68_DELAY, "NMR-68.b.delay", RULE_REFUSE, NOTIFY, delayed_by_anybody, N_("Only a judge or the director delays a notice to the family"));
RULE(NMR_68_DELAY_WHY, "NMR-68.b.reason", RULE_EVIDENCE, NOTIFY, delayed_without_reason, N_("A delayed notice names the decision and its reason"));
RULE(NMR_73_1, "NMR-73.1", RULE_WARN, SENDING, seen_by_public, N_("People on the way are shielded from public view and insult"));
RULE(NMR_73_2, "NMR-73.2", RULE_REFUSE, SENDING, vehicle_unfit, N_("Nobody is transported without air or light or in needless hardship"));
RULE(NMR_111_3, "NMR-111.3", RULE_WARN, PLACING, regime_of_convicted, N_("Untried people have a regime of their own"));
RULE(NMR_112_1, "NMR-112.1", RULE_WARN, PLACING, unit_of_convicted, N_("Untried people live apart from convicted people"));
RULE(NMR_112_2, "NMR-112.2", RULE_WARN, PLACING, young_untried_with_adults, N_("Young untried people live in institutions of their own"));
RULE(NMR_121, "NMR-121", RULE_WARN, PLACING, civil_treated_as_convicted, N_("People held for a civil matter are treated no worse than untried people"));
RULE(BKK_2_1, "BKK-2.1", RULE_EVIDENCE, NEEDS, woman_not_offered, N_("On admission women reach relatives and a lawyer"));
