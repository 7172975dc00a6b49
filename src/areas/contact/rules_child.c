/* rules_child.c - births outside, no trace of the prison on the certificate; children are no prisoners and stay or leave only in their interest. */
#include "areas/contact/rules.h"

static const char *const PLAN[] = { "pregnancy.plan", NULL };
static const char *const BIRTH[] = { "pregnancy.birth", NULL };
static const char *const DECIDE[] = { "child_stay.decide", NULL };
static const char *const FEED[] = { "child_stay.feed", NULL };
static const char *const END[] = { "child_stay.end", NULL };
static const char *const ADMIT[] = { "person.admit", NULL };

#define ASK_GOVERNOR N_("The duty governor")
#define ASK_SERVICES N_("The child services")
enum { FILE_AGE = 10 };

static bool birth_inside(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = decision_row(decision, &RECORD_PREGNANCY);
	(void)context;
	*out = (struct rule_finding){ .path = "/place_why", .message = N_("The birth is planned in the prison without a reason"), .ask = N_("The health service"),
		.advice = N_("Plan it in a hospital outside; otherwise say what makes that impossible") };
	return row && row_is(row, PREGNANCY_PLACE, "prison") && !row_has(row, PREGNANCY_PLACE_WHY);
}

static bool names(struct text place, struct text word)
{
	return word.length > 1 && (text_equal_ignoring_case(place, word) || text_find(place, word) != SIZE_MAX);
}

static bool prison_on_certificate(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = decision_row(decision, &RECORD_PREGNANCY);
	const struct row *facility = row ? act_load(context, &RECORD_FACILITY, row_text(row, PREGNANCY_FACILITY)) : NULL;
	struct text place = row ? row_text(row, PREGNANCY_CERTIFICATE) : text_empty();
	*out = (struct rule_finding){ .path = "/certificate_place", .message = N_("The birth certificate would name the prison"), .ask = N_("The civil registry"),
		.advice = N_("Give the town and the street of the hospital or of the registry") };
	return facility && place.length > 0 && (names(place, row_text(facility, FACILITY_NAME)) || names(place, row_text(facility, FACILITY_CODE)) ||
		names(place, row_text(facility, FACILITY_ADDRESS)));
}

static bool stay_undecided(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *stay = decision_row(decision, &RECORD_CHILD_STAY);
	(void)context;
	const char *path = !stay ? NULL : !row_has(stay, CHILD_STAY_DECIDED_ON) ? "/decided_on" : !row_has(stay, CHILD_STAY_DECIDED_BY) ? "/decided_by" :
		!row_has(stay, CHILD_STAY_REASONS) ? "/reasons" : NULL;
	*out = (struct rule_finding){ .path = path, .message = N_("Nobody has decided that living here is best for this child"), .ask = ASK_SERVICES,
		.advice = N_("Ask the child services to decide, with day, name and reasons; until then find care outside") };
	return path != NULL;
}

static bool no_childcare(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *stay = decision_row(decision, &RECORD_CHILD_STAY);
	(void)context;
	*out = (struct rule_finding){ .path = "/childcare", .message = N_("No childcare is arranged for the time when the child is not with the parent"), .ask = ASK_GOVERNOR,
		.advice = N_("Name the place and who cares there, or say how it is done until then") };
	return stay && !row_has(stay, CHILD_STAY_CHILDCARE);
}

/* Custody of somebody so young is nowhere lawful; what is meant is a child who comes along with a parent. */
static bool child_admitted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	int age = person ? person_age(person, context->today) : -1;
	int64_t least = person ? act_parameter(context, row_text(person, PERSON_CURRENT_FACILITY), "child.file_age", FILE_AGE) : 0;
	*out = (struct rule_finding){ .path = "/person", .parameters = { { "age", arena_format(context->arena, "%lld", (long long)least), false } }, .ask = ASK_SERVICES,
		.message = N_("A child under {age} would become a prisoner"),
		.advice = N_("Write the child on the list of the parent; a child that lives here has no file, no number and no place on the roll") };
	return age >= 0 && age < least;
}

static bool feeding_limited(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *stay = decision_row(decision, &RECORD_CHILD_STAY);
	(void)context;
	bool reason = stay && row_has(stay, CHILD_STAY_FEEDING_WHY);
	*out = (struct rule_finding){ .path = reason ? "/clinician" : "/health_reason", .message = N_("Breastfeeding would be limited without the word of a clinician"),
		.ask = N_("The health service"), .advice = N_("Let mother and child decide; only a clinician limits it, for a health reason") };
	return stay && row_is(stay, CHILD_STAY_FEEDING, "limited") && !(reason && row_has(stay, CHILD_STAY_FEEDING_BY));
}

/* A child that goes with the parent is parted from nobody. */
static const struct row *parted(const struct decision *decision)
{
	const struct row *stay = decision_row(decision, &RECORD_CHILD_STAY);
	return stay && row_is(stay, CHILD_STAY_STATE, "left") && !row_is(stay, CHILD_STAY_LEFT_WHY, "with_parent") ? stay : NULL;
}

static bool parted_unassessed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *stay = parted(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/assessment", .message = N_("Parent and child would be parted without a look at this child"), .ask = ASK_SERVICES,
		.advice = N_("Age alone is no reason: have the child's interest assessed first, with day and name") };
	return stay && !row_has(stay, CHILD_STAY_ASSESSMENT);
}

static bool parted_without_care(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *stay = parted(decision);
	const struct row *person = stay ? act_load(context, &RECORD_PERSON, row_text(stay, CHILD_STAY_PERSON)) : NULL;
	if (!person)
		return false;
	struct text home = act_parameter_text(context, row_text(stay, CHILD_STAY_FACILITY), "home.nationality");
	bool foreign = home.length > 0 && row_has(person, PERSON_NATIONALITIES) && !text_equal(row_text(person, PERSON_NATIONALITIES), home);
	bool care = row_has(stay, CHILD_STAY_CARE), told = row_is(stay, CHILD_STAY_CONSULATE, "consulted") || row_is(stay, CHILD_STAY_CONSULATE, "asylum");
	*out = (struct rule_finding){ .path = care ? "/consulate" : "/care", .ask = ASK_SERVICES,
		.message = care ? N_("The consulate of a foreign parent was not consulted") : N_("Nobody is named who will care for the child"),
		.advice = N_("The child stays until other care is arranged, for foreign parents with the consulate, unless they seek asylum") };
	return !care || (foreign && !told);
}

#define RULE(symbol, id_, kind_, absolute_, acts_, function, words) \
	const struct rule CONTACT_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule CONTACT_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

RULE(NMR_28_1, "NMR-28.1", RULE_WARN, false, PLAN, birth_inside, N_("Births take place outside the prison where possible"));
CLOCKED(NMR_28_1_PLAN, "NMR-28.1.plan", N_("Care before and after the birth is arranged in time"), "birth-plan");
RULE(NMR_28_2, "NMR-28.2", RULE_REFUSE, false, BIRTH, prison_on_certificate, N_("A birth certificate does not say that the child was born in prison"));
RULE(NMR_29_1, "NMR-29.1", RULE_REFUSE, false, DECIDE, stay_undecided, N_("A child lives with a parent in prison only when that is best for the child"));
CLOCKED(NMR_29_1_REVIEW, "NMR-29.1.review", N_("The decision is looked at again, and leaving is prepared in time"), "child-review", "child-prepare");
RULE(NMR_29_1A, "NMR-29.1a", RULE_WARN, false, DECIDE, no_childcare, N_("Children have qualified care when they are not with the parent"));
CLOCKED(NMR_29_1B, "NMR-29.1b", N_("A child that comes to live here is screened by the health service"), "child-screening");
RULE(NMR_29_2, "NMR-29.2", RULE_REFUSE, false, ADMIT, child_admitted, N_("Children who live with a parent are never treated as prisoners"));
CLOCKED(BKK_48_1, "BKK-48.1", N_("Pregnant and breastfeeding women have diet, exercise and advice"), "pregnancy-diet");
RULE(BKK_48_2, "BKK-48.2", RULE_REFUSE, true, FEED, feeding_limited, N_("Breastfeeding is not discouraged without a health reason"));
RULE(BKK_49, "BKK-49", RULE_REFUSE, false, DECIDE, stay_undecided, N_("Whether a child stays with the mother is decided in the child's interest"));
CLOCKED(BKK_51_1, "BKK-51.1", N_("The health and development of children is watched by specialists"), "child-check");
RULE(BKK_52_1, "BKK-52.1", RULE_REFUSE, false, END, parted_unassessed, N_("Mother and child are parted only after a look at this child"));
RULE(BKK_52_2, "BKK-52.2", RULE_REFUSE, false, END, parted_without_care, N_("A child leaves only when other care is arranged"));
CLOCKED(BKK_52_3, "BKK-52.3", N_("After they are parted, mother and child have as much contact as possible"), "child-contact");
CLOCKED(BKK_64, "BKK-64", N_("For pregnant women measures outside prison are preferred"), "pregnancy-court");
