/* records_search.c - searches of the person: why, by what means, by whom, who was there, with what result; also when nothing is found. */
#include "areas/rights/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define FACT (FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED)

static const struct citation NMR_50 = { "NMR-50", N_("Nelson Mandela Rules, Rule 50"), SOURCE_TEXT_READ };
static const struct citation NMR_51 = { "NMR-51.b", N_("Nelson Mandela Rules, Rule 51"), SOURCE_TEXT_READ };
static const struct citation NMR_52 = { "NMR-52.1b", N_("Nelson Mandela Rules, Rule 52"), SOURCE_TEXT_READ };

/* Kinds and causes after the research on searches (prison-practice section 13, operations 2.1). */
const struct choice PERSON_SEARCH_KIND_CHOICES[] = { { "detector", N_("Detector or wand") }, { "scanner", N_("Scanner") }, { "dog", N_("Dog") },
	{ "pat_down", N_("Pat-down over the clothes") }, { "strip", N_("Clothes taken off") }, { "cavity", N_("Body cavity") }, { NULL, NULL } };
const struct choice PERSON_SEARCH_CAUSE_CHOICES[] = { { "suspicion", N_("Suspicion about this person") }, { "information", N_("Information received") },
	{ "incident", N_("After an incident") }, { "reception", N_("Reception") }, { "exit", N_("Leaving or transfer") },
	{ "visit", N_("Before or after a visit") }, { "routine", N_("Approved routine programme") }, { "random", N_("Random draw") }, { NULL, NULL } };
const struct choice PERSON_SEARCH_AUTHORITY_CHOICES[] = { { "nobody", N_("Nobody") }, { "duty", N_("Officer in charge") }, { "director", N_("Director") },
	{ NULL, NULL } };
const struct choice PERSON_SEARCH_SEX_CHOICES[] = { { "M", N_("Only men") }, { "F", N_("Only women") }, { "both", N_("Men and women") }, { NULL, NULL } };
const struct choice PERSON_SEARCH_HEALTH_CHOICES[] = { { "independent", N_("Health professional who does not treat the person") },
	{ "treating", N_("Health professional who treats the person") }, { "trained", N_("Staff trained for it by a health professional") },
	{ "other", N_("Other staff") }, { NULL, NULL } };
const struct choice PERSON_SEARCH_RESULT_CHOICES[] = { { "nothing", N_("Nothing found") }, { "found", N_("Something found") },
	{ "refused", N_("Refused by the person, not made") }, { NULL, NULL } };

static const struct field SEARCH[] = {
	[PERSON_SEARCH_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FACT, .reference = "person" },
	[PERSON_SEARCH_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[PERSON_SEARCH_KIND] = { "kind", N_("Kind of search"), NULL, FIELD_CHOICE, OPEN, FACT | FIELD_INDEXED, .choices = PERSON_SEARCH_KIND_CHOICES, .basis = &NMR_50 },
	[PERSON_SEARCH_CAUSE] = { "cause", N_("Occasion"), NULL, FIELD_CHOICE, OPEN, FACT, .choices = PERSON_SEARCH_CAUSE_CHOICES },
	[PERSON_SEARCH_GROUND] = { "legal_ground", N_("Legal ground"), NULL, FIELD_LINE, OPEN, FIELD_FIXED, .basis = &NMR_50 },
	[PERSON_SEARCH_REASON] = { "why", N_("Why this person, why now"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED, .basis = &NMR_51 },
	[PERSON_SEARCH_AUTHORITY] = { "authority", N_("Who ordered it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = PERSON_SEARCH_AUTHORITY_CHOICES },
	[PERSON_SEARCH_ALTERNATIVES] = { "alternatives", N_("Why nothing milder is enough"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED },
	[PERSON_SEARCH_SCANNER] = { "scanner_works", N_("A scanner that works is here"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[PERSON_SEARCH_PLACE] = { "room", N_("Place"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[PERSON_SEARCH_PRIVATE] = { "private", N_("Out of sight of others, no camera"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED, .basis = &NMR_52 },
	[PERSON_SEARCH_SEARCHERS] = { "searchers", N_("Who searched"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED | FIELD_FIXED, .basis = &NMR_51 },
	[PERSON_SEARCH_SEX] = { "searcher_sex", N_("Who searched and was present"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED,
		.choices = PERSON_SEARCH_SEX_CHOICES, .basis = &NMR_52 },
	[PERSON_SEARCH_WISH] = { "wish", N_("By whom the person asks to be searched"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED, .choices = PERSON_SEARCH_SEX_CHOICES },
	[PERSON_SEARCH_TRAINED] = { "trained", N_("All searchers are trained for it"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[PERSON_SEARCH_PRESENT] = { "witness", N_("Others present"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[PERSON_SEARCH_HEALTH] = { "health_staff", N_("Who searched the body cavity"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED, .choices = PERSON_SEARCH_HEALTH_CHOICES },
	[PERSON_SEARCH_CARER] = { "carer", N_("Of a child: a parent or carer was there"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[PERSON_SEARCH_AT] = { "searched_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FACT },
	[PERSON_SEARCH_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FACT | FIELD_INDEXED, .choices = PERSON_SEARCH_RESULT_CHOICES },
	[PERSON_SEARCH_ITEMS] = { "items", N_("What was found"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED },
};

bool person_search_is_intrusive(const struct row *search)
{
	return row_is(search, PERSON_SEARCH_KIND, "strip") || row_is(search, PERSON_SEARCH_KIND, "cavity");
}

bool person_search_touches(const struct row *search)
{
	return person_search_is_intrusive(search) || row_is(search, PERSON_SEARCH_KIND, "pat_down");
}

static struct text search_title(struct arena *arena, const struct row *search)
{
	return date_text(arena, moment_date(row_moment(search, PERSON_SEARCH_AT)));
}

const struct record RECORD_PERSON_SEARCH = {
	.name = "person_search", .label = N_("Search of the person"), .label_plural = N_("Searches of the person"),
	.help = N_("One search of somebody in custody, found or not, with its ground and who made it"),
	.fields = SEARCH, .field_count = PERSON_SEARCH_FIELDS, .facility_field = PERSON_SEARCH_FACILITY, .person_field = PERSON_SEARCH_PERSON,
	.parent_field = PERSON_SEARCH_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_51, .title = search_title,
};
