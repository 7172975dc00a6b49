/* rules_search.c - searches of the body: lawful and needed, in private, by the right people, written down; of women and children above all. */
#include "areas/rights/rules.h"

static const char *const SEARCH[] = { "person_search.record", NULL };
/* The step of the admission asks for sex and privacy too. */
static const char *const BODY[] = { "person_search.record", "admission.search", NULL };

#define ASK_GOVERNOR N_("The duty governor")
enum { ADULT = 18, MONTH_DAYS = 30, OUTLIER_LEAST = 3 }; /* age: CRC 1; MONTH_DAYS and OUTLIER_LEAST: no text gives them, so few searches are no pattern */

static const struct row *search_of(const struct decision *decision) { return decision_row(decision, &RECORD_PERSON_SEARCH); }

static const struct row *intrusive(const struct decision *decision)
{
	const struct row *search = search_of(decision);
	return search && person_search_is_intrusive(search) && !row_is(search, PERSON_SEARCH_RESULT, "refused") ? search : NULL;
}

static const struct row *searched(const struct act_context *context, const struct row *search)
{
	return search ? act_load(context, &RECORD_PERSON, row_text(search, PERSON_SEARCH_PERSON)) : NULL;
}

static bool without_ground(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = search_of(decision);
	(void)context;
	if (!search || (!person_search_is_intrusive(search) && !row_is(search, PERSON_SEARCH_CAUSE, "routine") && !row_is(search, PERSON_SEARCH_CAUSE, "random")))
		return false;
	bool ground = row_has(search, PERSON_SEARCH_GROUND), deep = person_search_is_intrusive(search);
	if (ground && (!deep || (row_has(search, PERSON_SEARCH_REASON) && !row_is(search, PERSON_SEARCH_AUTHORITY, "nobody"))))
		return false;
	bool reason = row_has(search, PERSON_SEARCH_REASON);
	*out = (struct rule_finding){ .path = !ground ? "/legal_ground" : !reason ? "/why" : "/authority", .ask = ASK_GOVERNOR,
		.message = !ground ? N_("The legal ground of the search is missing") : !reason ? N_("It is not said why this person is searched now") :
			N_("Nobody above the searchers ordered this search"),
		.advice = N_("Do not search before there is a ground in law, a reason for this person and an order; a milder search may be enough") };
	return true;
}

/* Persons searched here in the last month, and how often this one was. */
static bool searched_too_often(const struct act_context *context, const struct row *search)
{
	struct text facility = row_text(search, PERSON_SEARCH_FACILITY), person = row_text(search, PERSON_SEARCH_PERSON);
	const struct condition recent[] = { CONDITION_TEXT(PERSON_SEARCH_FACILITY, facility), { .field = PERSON_SEARCH_AT, .comparison = GREATER_OR_EQUAL,
		.value = value_integer(context->now - MONTH_DAYS * MOMENT_DAY) } };
	struct rows rows = act_find(context, &RECORD_PERSON_SEARCH, recent, 2);
	int64_t own = 1, others = 0, people = 0;
	for (size_t i = 0; i < rows.count; i++) {
		struct text one = row_text(rows.items[i], PERSON_SEARCH_PERSON);
		bool seen = false;
		for (size_t j = 0; j < i && !seen; j++)
			seen = text_equal(row_text(rows.items[j], PERSON_SEARCH_PERSON), one);
		bool is_own = text_equal(one, person);
		own += is_own;
		others += !is_own;
		people += !is_own && !seen;
	}
	int64_t ratio = act_parameter(context, facility, "search.outlier_ratio", 3);
	return own >= OUTLIER_LEAST && people > 0 && own * people > ratio * others;
}

/* One sentence for both causes: who searches does not learn from it that the person has complained. */
static bool may_harass(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = search_of(decision);
	if (!search)
		return false;
	int64_t days = act_parameter(context, row_text(search, PERSON_SEARCH_FACILITY), "search.after_complaint_days", 14);
	const struct condition complained[] = { CONDITION_TEXT(COMPLAINT_PERSON, row_text(search, PERSON_SEARCH_PERSON)),
		CONDITION_TEXT(COMPLAINT_KIND, TEXT_OF("complaint")), { .field = COMPLAINT_RECEIVED, .comparison = GREATER_OR_EQUAL,
		.value = value_integer(context->now - days * MOMENT_DAY) } };
	*out = (struct rule_finding){ .path = "/why", .message = N_("Another search of this person now could be harassment"), .ask = ASK_GOVERNOR,
		.advice = N_("Say what makes it needed now, or let somebody else decide") };
	return act_count(context, &RECORD_COMPLAINT, complained, 3) > 0 || searched_too_often(context, search);
}

static bool register_gap(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = search_of(decision), *deep = intrusive(decision);
	(void)context;
	const char *path = !search ? NULL : row_is(search, PERSON_SEARCH_RESULT, "found") && !row_has(search, PERSON_SEARCH_ITEMS) ? "/items" : !deep ? NULL :
		!row_has(deep, PERSON_SEARCH_PLACE) ? "/room" : !row_has(deep, PERSON_SEARCH_PRESENT) ? "/witness" : NULL;
	*out = (struct rule_finding){ .path = path, .message = N_("The register of searches would have a gap here"), .ask = ASK_GOVERNOR,
		.advice = N_("Write what was found, where it was and who was present") };
	return path != NULL;
}

static bool milder_not_weighed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = search_of(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/alternatives", .message = N_("It is not said why a milder search is not enough"), .ask = ASK_GOVERNOR,
		.advice = N_("Use a scanner, a detector or a pat-down; taking clothes off is the last means") };
	return search && person_search_is_intrusive(search) && !row_has(search, PERSON_SEARCH_ALTERNATIVES);
}

/* Whose hands: of the sex that the register or the person says. */
static bool wrong_sex(const struct row *search, const struct row *person)
{
	struct text wanted = row_has(search, PERSON_SEARCH_WISH) && row_has(person, PERSON_GENDER_SELF_STATED) ? row_text(search, PERSON_SEARCH_WISH) :
		row_text(person, PERSON_SEX);
	return !text_equal(row_text(search, PERSON_SEARCH_SEX), wanted);
}

static bool admission_without_dignity(const struct act_context *context, const struct decision *decision)
{
	const struct row *admission = decision_row(decision, &RECORD_ADMISSION);
	const struct row *person = admission ? act_load(context, &RECORD_PERSON, row_text(admission, ADMISSION_PERSON)) : NULL;
	int sex = record_field(context->input->record, TEXT_OF("by_sex")), privacy = record_field(context->input->record, TEXT_OF("privacy"));
	return person && sex >= 0 && privacy >= 0 &&
		(!text_equal(row_text(context->input, sex), row_text(person, PERSON_SEX)) || !row_is_yes(context->input, privacy));
}

static bool without_dignity(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = intrusive(decision), *person = searched(context, search);
	*out = (struct rule_finding){ .path = "/by_sex", .message = N_("The search was not made in private by staff of the person's sex"),
		.advice = N_("Search in private, by trained staff of the same sex"), .ask = ASK_GOVERNOR };
	if (!person)
		return admission_without_dignity(context, decision);
	out->path = wrong_sex(search, person) ? "/searcher_sex" : !row_is_yes(search, PERSON_SEARCH_PRIVATE) ? "/private" : "/trained";
	return wrong_sex(search, person) || !row_is_yes(search, PERSON_SEARCH_PRIVATE) || !row_is_yes(search, PERSON_SEARCH_TRAINED);
}

static bool cavity_by_guards(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = intrusive(decision);
	(void)context;
	if (!search || !row_is(search, PERSON_SEARCH_KIND, "cavity"))
		return false;
	bool health = row_is(search, PERSON_SEARCH_HEALTH, "independent") || row_is(search, PERSON_SEARCH_HEALTH, "trained");
	*out = (struct rule_finding){ .path = health ? "/authority" : "/health_staff", .ask = N_("The director and the health service"),
		.message = health ? N_("The director did not order the search of a body cavity") :
			N_("A body cavity is searched only by a health professional who does not treat the person, or staff whom one has trained"),
		.advice = N_("Wait, and watch the person; send for a health professional from outside") };
	return !health || !row_is(search, PERSON_SEARCH_AUTHORITY, "director");
}

static bool woman_by_men(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = search_of(decision), *person = searched(context, search);
	if (!person || !person_search_touches(search) || row_is(search, PERSON_SEARCH_RESULT, "refused") || !row_is(person, PERSON_SEX, "F"))
		return false;
	bool women = !wrong_sex(search, person);
	*out = (struct rule_finding){ .path = women ? "/trained" : "/searcher_sex", .message = N_("A woman is searched only by trained women staff"),
		.advice = N_("Send for a trained woman officer; until she comes nobody touches the person"), .ask = ASK_GOVERNOR };
	return !women || !row_is_yes(search, PERSON_SEARCH_TRAINED);
}

static bool scanner_unused(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = intrusive(decision);
	(void)context;
	*out = (struct rule_finding){ .path = "/scanner_works", .message = N_("A scanner is here and works"), .ask = ASK_GOVERNOR,
		.advice = N_("Use the scanner, or say why it is not enough for this person") };
	return search && row_is_yes(search, PERSON_SEARCH_SCANNER);
}

/* An age that is not known counts as that of a child. */
static bool child_searched(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *search = search_of(decision), *person = searched(context, search);
	if (!person || !person_search_touches(search) || row_is(search, PERSON_SEARCH_RESULT, "refused") || person_age(person, context->today) >= ADULT)
		return false;
	bool deep = person_search_is_intrusive(search), trained = row_is_yes(search, PERSON_SEARCH_TRAINED);
	*out = (struct rule_finding){ .path = deep ? "/kind" : !trained ? "/trained" : "/carer", .ask = ASK_GOVERNOR,
		.message = deep ? N_("A child is never searched with clothes off or in the body") : N_("A child is searched by trained staff with a parent or carer there"),
		.advice = N_("Use a detector, explain every step, and send for a parent or carer") };
	return deep || !trained || !row_is_yes(search, PERSON_SEARCH_CARER);
}

#define RULE(symbol, id_, kind_, absolute_, acts_, function, words) \
	const struct rule RIGHTS_##symbol = { .id = id_, .kind = kind_, .absolute = absolute_, .acts = acts_, .bites = function, .text = words }

RULE(NMR_50, "NMR-50", RULE_REFUSE, false, SEARCH, without_ground, N_("Searches rest on law, are needed and are no more than needed"));
RULE(NMR_51A, "NMR-51.a", RULE_WARN, false, SEARCH, may_harass, N_("Searches are not used to harass or intimidate"));
RULE(NMR_51B, "NMR-51.b", RULE_REFUSE, false, SEARCH, register_gap, N_("Every search is in the register, with reasons, searchers and results"));
RULE(NMR_52_1A, "NMR-52.1a", RULE_REFUSE, false, SEARCH, milder_not_weighed, N_("Intrusive searches only when absolutely necessary"));
RULE(NMR_52_1B, "NMR-52.1b", RULE_REFUSE, false, BODY, without_dignity, N_("Searches of the body are made in private by trained staff of the same sex"));
RULE(NMR_52_2, "NMR-52.2", RULE_REFUSE, false, SEARCH, cavity_by_guards, N_("Body cavities are searched only by qualified health staff who do not treat the person"));
RULE(BKK_19, "BKK-19", RULE_REFUSE, false, SEARCH, woman_by_men, N_("Women are searched only by trained women"));
RULE(BKK_20, "BKK-20", RULE_WARN, false, SEARCH, scanner_unused, N_("Scanners replace searches with clothes off"));
RULE(BKK_21, "BKK-21", RULE_REFUSE, false, SEARCH, child_searched, N_("Children are searched with skill and care, never with clothes off"));
