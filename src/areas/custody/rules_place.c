/* rules_place.c - who may sleep where: Nelson Mandela Rules 11 to 16, 112, 113; Bangkok Rule 4. */
#include "areas/custody/rules.h"

#include "areas/custody/acts.h"

static const char *const PLACING[] = { "placement.place", NULL };
static const char *const HOLDING[] = { "placement.place", "person.admit", NULL };
static const char *const PLACES[] = { "place.add", "place.correct", NULL };
static const char *const FACILITIES[] = { "facility.add", "facility.correct", NULL };
static const char *const OFFERING[] = { "transfer.offer", NULL };

struct shared { /* a placement with the people already there */
	const struct row *placement, *person, *place;
	struct rows others; /* persons */
};

static bool shared_read(const struct act_context *context, const struct decision *decision, struct shared *out)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	if (!placement || row_has(placement, PLACEMENT_ENDED_AT))
		return false;
	out->placement = placement;
	out->person = act_load(context, &RECORD_PERSON, row_text(placement, PLACEMENT_PERSON));
	out->place = act_load(context, &RECORD_PLACE, row_text(placement, PLACEMENT_PLACE));
	if (!out->person || !out->place)
		return false;
	struct rows open = custody_occupants(context, out->place->id, out->person->id);
	out->others = (struct rows){ ARENA_ARRAY(context->arena, struct row *, open.count + 1), 0 };
	for (size_t i = 0; i < open.count; i++) {
		const struct row *other = act_load(context, &RECORD_PERSON, row_text(open.items[i], PLACEMENT_PERSON));
		if (other)
			out->others.items[out->others.count++] = row_copy(context->arena, other);
	}
	return true;
}

static struct error_parameter who(const char *name, const struct row *row, int field)
{
	return (struct error_parameter){ name, row_text(row, field), false };
}

/* Whom a place is meant for: its own field, or that of the nearest place around it. */
static struct text place_field(const struct act_context *context, const struct row *place, int field)
{
	for (int depth = 0; place && depth < 8; depth++) {
		if (row_has(place, field))
			return row_text(place, field);
		place = row_has(place, PLACE_PARENT) ? act_load(context, &RECORD_PLACE, row_text(place, PLACE_PARENT)) : NULL;
	}
	return text_empty();
}

/* A place that is meant for nobody in particular: those who sleep there decide. */
static bool sex_shared_bites(const struct shared *shared, struct rule_finding *out)
{
	for (size_t i = 0; i < shared->others.count; i++) {
		const struct row *other = shared->others.items[i];
		if (row_has(other, PERSON_GENDER_SELF_STATED) || text_equal(row_text(other, PERSON_SEX), row_text(shared->person, PERSON_SEX)))
			continue;
		*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared->place, PLACE_CODE) },
			.message = N_("You asked to place a man and a woman together in {place}"),
			.advice = N_("Choose a place for the person's sex, in a unit apart"), .ask = N_("The duty governor") };
		return true;
	}
	return false;
}

/* A self-stated gender goes to an individual decision, not to this rule. */
static bool sex_place_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared) || row_has(shared.person, PERSON_GENDER_SELF_STATED))
		return false;
	struct text meant = place_field(context, shared.place, PLACE_SEX);
	if (meant.length == 0)
		return sex_shared_bites(&shared, out);
	if (text_equal(meant, row_text(shared.person, PERSON_SEX)))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
		.message = row_is(shared.person, PERSON_SEX, "F") ? N_("You asked to place a woman in {place}, which is for men") :
			N_("You asked to place a man in {place}, which is for women"),
		.advice = N_("Choose a place for the person's sex, in a unit apart"), .ask = N_("The duty governor") };
	return true;
}

static bool sex_facility_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *episode = decision_row(decision, &RECORD_CUSTODY_EPISODE);
	const struct row *person = episode ? act_load(context, &RECORD_PERSON, row_text(episode, CUSTODY_EPISODE_PERSON)) : NULL;
	const struct row *facility = episode ? act_load(context, &RECORD_FACILITY, row_text(episode, CUSTODY_EPISODE_FACILITY)) : NULL;
	if (!person || !facility || row_has(person, PERSON_GENDER_SELF_STATED) || row_is(facility, FACILITY_SEX, "both") ||
		text_equal(row_text(facility, FACILITY_SEX), row_text(person, PERSON_SEX)))
		return false;
	*out = (struct rule_finding){ .path = "/facility", .parameters = { who("facility", facility, FACILITY_NAME) },
		.message = row_is(person, PERSON_SEX, "F") ? N_("You asked to admit a woman to {facility}, which holds men") :
			N_("You asked to admit a man to {facility}, which holds women"),
		.advice = N_("The person must be taken to an institution for the person's sex"), .ask = N_("Headquarters") };
	return true;
}

static bool sex_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	return sex_place_bites(context, decision, out) || sex_facility_bites(context, decision, out);
}

static bool is_civil(const struct row *person)
{
	return row_is(person, PERSON_LEGAL_STATUS, "civil");
}

static bool untried_with_convicted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared))
		return false;
	bool untried = legal_status_is_untried(row_text(shared.person, PERSON_LEGAL_STATUS));
	for (size_t i = 0; i < shared.others.count; i++) {
		struct text status = row_text(shared.others.items[i], PERSON_LEGAL_STATUS);
		if (untried ? legal_status_is_convicted(status) :
			legal_status_is_convicted(row_text(shared.person, PERSON_LEGAL_STATUS)) && legal_status_is_untried(status)) {
			*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
				.message = untried ? N_("You asked to place an untried person in {place} with a convicted person") :
					N_("You asked to place a convicted person in {place} with an untried person"),
				.advice = N_("Choose a place where all people have the same legal status; the place board shows them"),
				.ask = N_("The duty governor") };
			return true;
		}
	}
	return false;
}

static bool civil_with_criminal(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared))
		return false;
	for (size_t i = 0; i < shared.others.count; i++)
		if (is_civil(shared.person) != is_civil(shared.others.items[i])) {
			*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
				.message = N_("You asked to place people held for a civil matter and for a criminal offence together in {place}"),
				.advice = N_("Choose a place for people held under the same kind of law"), .ask = N_("The duty governor") };
			return true;
		}
	return false;
}

/* Unknown age is treated as a child (NMR-11.d, HAV-11a). */
static bool is_child(const struct act_context *context, const struct row *person, struct text facility)
{
	return person_age(person, context->today) < (int)act_parameter(context, facility, "young.age", 18);
}

bool custody_child_with_adult(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared))
		return false;
	struct text facility = row_text(shared.placement, PLACEMENT_FACILITY);
	bool child = is_child(context, shared.person, facility);
	bool adult_near = false, child_near = false;
	for (size_t i = 0; i < shared.others.count; i++)
		*(is_child(context, shared.others.items[i], facility) ? &child_near : &adult_near) = true;
	bool wrong_unit = child && !row_is_yes(shared.place, PLACE_JUVENILE) && shared.others.count > 0 && adult_near;
	if (!wrong_unit && !(child && adult_near) && !(!child && child_near) && !(!child && row_is_yes(shared.place, PLACE_JUVENILE)))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
		.message = child ? N_("You asked to place a young person, or one whose age is not known, with adults in {place}") :
			N_("You asked to place an adult with young people in {place}"),
		.advice = N_("Young people are kept apart from adults. Settle the age if it is not known"), .ask = N_("The duty governor") };
	return true;
}

/* The unit is meant for people of another legal status. Nothing is said about statuses that no unit is made for. */
static bool unit_mixed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared))
		return false;
	struct text meant = place_field(context, shared.place, PLACE_LEGAL_STATUS), status = row_text(shared.person, PERSON_LEGAL_STATUS);
	const char *own = legal_status_is_untried(status) ? "untried" : legal_status_is_convicted(status) ? "convicted" :
		text_equal_string(status, "civil") || text_equal_string(status, "administrative") ? "civil" : NULL;
	if (meant.length == 0 || !own || text_equal_string(meant, own))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
		.message = N_("{place} is meant for people of another legal status"),
		.advice = N_("Choose a place in a unit for the person's legal status, or say why not"), .ask = N_("The duty governor") };
	return true;
}

static bool single_cell(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared) || !row_is_yes(shared.place, PLACE_SINGLE) || shared.others.count == 0)
		return false;
	*out = (struct rule_finding){ .path = "/exception_order", .parameters = { who("place", shared.place, PLACE_CODE),
			{ "count", arena_format(context->arena, "%zu", shared.others.count + 1), false } },
		.message = row_has(shared.placement, PLACEMENT_EXCEPTION_ORDER) ? N_("{count} people would sleep in {place}, a single cell, under an exception") :
			N_("{count} people would sleep in {place}, a single cell, and no exception of the central administration is named"),
		.advice = N_("At night each person has a single cell to himself or herself; two together are to be avoided most of all"),
		.ask = N_("The central administration") };
	return true;
}

static bool keep_apart_between(const struct act_context *context, struct text one, struct text other)
{
	const struct condition conditions[] = { CONDITION_TEXT(KEEP_APART_PERSON, one), CONDITION_TEXT(KEEP_APART_OTHER, other) };
	struct rows rows = act_find(context, &RECORD_KEEP_APART, conditions, 2);
	for (size_t i = 0; i < rows.count; i++)
		if (keep_apart_is_live(rows.items[i], context->today))
			return true;
	return false;
}

/* The judgement on sharing: newest admission of the person. */
static struct text sharing_judgement(const struct act_context *context, struct text person)
{
	const struct condition own = CONDITION_TEXT(ADMISSION_PERSON, person);
	const struct row *admission = act_find_first(context, &RECORD_ADMISSION, &own, 1, ADMISSION_ARRIVED_AT, true);
	return admission ? row_text(admission, ADMISSION_SHARING_RISK) : text_empty();
}

static bool sharing_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared) || shared.others.count == 0)
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) }, .ask = N_("The duty governor"),
		.advice = N_("Choose a place without this conflict on the place board") };
	for (size_t i = 0; i < shared.others.count; i++) {
		const struct row *other = shared.others.items[i];
		if (keep_apart_between(context, shared.person->id, other->id) || keep_apart_between(context, other->id, shared.person->id)) {
			out->message = N_("Somebody in {place} must be kept apart from this person");
			return true;
		}
		if (text_equal_string(sharing_judgement(context, other->id), "alone")) {
			out->message = N_("Somebody in {place} must be alone in the cell");
			return true;
		}
	}
	struct text judgement = sharing_judgement(context, shared.person->id);
	if (text_equal_string(judgement, "alone")) {
		out->message = N_("This person must be alone in the cell, and {place} is shared");
		return true;
	}
	if (judgement.length > 0 || row_has(shared.placement, PLACEMENT_SHARING_REVIEWED_ON))
		return false;
	out->message = N_("Nobody has looked yet at whether this person may share a cell, and {place} is shared");
	out->advice = N_("Do the safety step of the admission first, or place the person alone");
	return true;
}

static bool space_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared) || !row_has(shared.place, PLACE_FLOOR_AREA))
		return false;
	int64_t people = (int64_t)shared.others.count + 1, area = row_integer(shared.place, PLACE_FLOOR_AREA, 0); /* hundredths */
	struct text facility = row_text(shared.placement, PLACEMENT_FACILITY);
	int64_t least = people > 1 ? act_parameter(context, facility, "space.shared_m2", 4) : act_parameter(context, facility, "space.single_m2", 6);
	if (area >= least * 100 * people)
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE),
			{ "space", arena_format(context->arena, "%lld.%02lld", (long long)(area / people / 100), (long long)(area / people % 100)), false },
			{ "least", arena_format(context->arena, "%lld", (long long)least), false } },
		.message = N_("In {place} each person would have {space} square metres; the standard here is {least}"),
		.advice = N_("Choose a place with more room, or say why there is none"), .ask = N_("The duty governor") };
	return true;
}

static bool untried_shares(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared) || shared.others.count == 0 || row_is_yes(shared.placement, PLACEMENT_OWN_REQUEST) ||
		!legal_status_is_untried(row_text(shared.person, PERSON_LEGAL_STATUS)) ||
		act_parameter(context, row_text(shared.placement, PLACEMENT_FACILITY), "untried.shared_custom", 0))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
		.message = N_("An untried person would not sleep alone in {place}"),
		.advice = N_("Untried people sleep singly unless the climate asks for something else"), .ask = N_("The duty governor") };
	return true;
}

static bool cell_unfit(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared) || !row_has(shared.place, PLACE_DAYLIGHT) || row_is_yes(shared.place, PLACE_DAYLIGHT))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
		.message = N_("{place} has no window with daylight"), .advice = N_("Choose a place with daylight, or say why there is none"),
		.ask = N_("The duty governor") };
	return true;
}

static bool no_toilet(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct shared shared;
	if (!shared_read(context, decision, &shared) || !row_has(shared.place, PLACE_SANITARY_ANNEX) || row_is_yes(shared.place, PLACE_SANITARY_ANNEX))
		return false;
	*out = (struct rule_finding){ .path = "/place", .parameters = { who("place", shared.place, PLACE_CODE) },
		.message = N_("{place} has no toilet inside"), .advice = N_("Write how the person reaches a toilet at night"), .ask = N_("The duty governor") };
	return true;
}

static bool shower_rare(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *place = decision_row(decision, &RECORD_PLACE);
	int64_t most = place ? act_parameter(context, row_text(place, PLACE_FACILITY), "shower.max_days", 7) : 7;
	if (!place || row_integer(place, PLACE_SHOWER_ACCESS, 0) <= most)
		return false;
	*out = (struct rule_finding){ .path = "/shower_days", .parameters = { { "days", arena_format(context->arena, "%lld", (long long)most), false } },
		.message = N_("A shower must be offered at least every {days} days"), .advice = N_("Enter how often it is really offered by record of fact, and mend it"),
		.ask = N_("The governor") };
	return true;
}

static bool far_from_home(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *transfer = decision_row(decision, &RECORD_TRANSFER);
	const struct row *person = transfer ? act_load(context, &RECORD_PERSON, row_text(transfer, TRANSFER_PERSON)) : NULL;
	if (!person || !row_is(person, PERSON_SEX, "F"))
		return false;
	int64_t most = act_parameter(context, row_text(transfer, TRANSFER_TO), "distance.warn_km", 150);
	bool unknown = !row_has(transfer, TRANSFER_DISTANCE_KM);
	if (!unknown && row_integer(transfer, TRANSFER_DISTANCE_KM, 0) <= most)
		return false;
	*out = (struct rule_finding){ .path = "/distance_km", .parameters = { { "km", arena_format(context->arena, "%lld", (long long)most), false } },
		.message = unknown ? N_("It is not said how far from home the woman would be") :
			N_("The woman would be more than {km} kilometres from home or from where she will live"),
		.advice = N_("Women are placed close to home or to the place of rehabilitation, as far as possible and as they wish"),
		.ask = N_("Headquarters") };
	return true;
}

/* The size is decided with the capacity; 500 is what some countries see as the most for a closed prison (Rule 89.3). */
static bool prison_too_large(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *facility = decision_row(decision, &RECORD_FACILITY);
	int64_t most = act_parameter(context, facility ? facility->id : text_empty(), "prison.size_warn", 500);
	*out = (struct rule_finding){ .path = "/capacity", .parameters = { { "places", arena_format(context->arena, "%lld", (long long)most), false } },
		.message = N_("This closed prison would have more than {places} places"), .ask = N_("Headquarters"),
		.advice = N_("In a prison that is too large nobody is treated as an individual: divide it, or say how that is kept") };
	return facility && !row_is(facility, FACILITY_KIND, "colony_settlement") && !row_is(facility, FACILITY_SECURITY, "open") &&
		row_integer(facility, FACILITY_CAPACITY, 0) > most;
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	const struct rule RULE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }

RULE(NMR_11A, "NMR-11.a", RULE_REFUSE, HOLDING, sex_bites, N_("Men and women are held apart"));
RULE(NMR_11B, "NMR-11.b", RULE_REFUSE, PLACING, untried_with_convicted, N_("Untried people are kept apart from convicted people"));
RULE(NMR_11C, "NMR-11.c", RULE_REFUSE, PLACING, civil_with_criminal, N_("People held for a civil matter are kept apart from others"));
RULE(NMR_11D, "NMR-11.d", RULE_REFUSE, PLACING, custody_child_with_adult, N_("Young people are kept apart from adults"));
RULE(NMR_11, "NMR-11.0", RULE_WARN, PLACING, unit_mixed, N_("Different categories live in separate institutions or parts of institutions"));
RULE(NMR_12_1, "NMR-12.1", RULE_WARN, PLACING, single_cell, N_("At night each person has a cell to himself or herself"));
RULE(NMR_12_2, "NMR-12.2a", RULE_REFUSE, PLACING, sharing_bites, N_("People who share are carefully chosen as fit to be together"));
RULE(NMR_13, "NMR-13", RULE_WARN, PLACING, space_bites, N_("Sleeping places give enough floor space, air, light and warmth"));
RULE(NMR_14, "NMR-14.a", RULE_WARN, PLACING, cell_unfit, N_("Windows are large enough to read by daylight and let in fresh air"));
RULE(NMR_15, "NMR-15", RULE_WARN, PLACING, no_toilet, N_("Everybody can use a clean and decent toilet when needed"));
RULE(NMR_16, "NMR-16", RULE_REFUSE, PLACES, shower_rare, N_("A shower or bath at least once a week in a temperate climate"));
RULE(NMR_113, "NMR-113", RULE_WARN, PLACING, untried_shares, N_("Untried people sleep singly in separate rooms"));
RULE(BKK_4, "BKK-4", RULE_WARN, OFFERING, far_from_home, N_("Women are placed close to home, as far as possible"));
RULE(NMR_89_3, "NMR-89.3", RULE_WARN, FACILITIES, prison_too_large, N_("Closed prisons are not too large"));
