/* search.c - person_search.record: one search, written down when it is made; what it should not have been is a fact all the same. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_51 = { "NMR-51.b", N_("Nelson Mandela Rules, Rule 51"), SOURCE_TEXT_READ };

enum { SE_PERSON, SE_KIND, SE_CAUSE, SE_RESULT, SE_ITEMS, SE_SEARCHERS, SE_SEX, SE_TRAINED, SE_AUTHORITY, SE_GROUND, SE_WHY, SE_ALTERNATIVES, SE_SCANNER,
	SE_PLACE, SE_PRIVATE, SE_WITNESS, SE_WISH, SE_HEALTH, SE_CARER, SE_AT, SE_INPUTS };
static const struct field SEARCH_INPUT[SE_INPUTS] = {
	[SE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[SE_KIND] = { "kind", N_("Kind of search"), N_("The most intrusive that was made"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PERSON_SEARCH_KIND_CHOICES },
	[SE_CAUSE] = { "cause", N_("Occasion"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PERSON_SEARCH_CAUSE_CHOICES },
	[SE_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PERSON_SEARCH_RESULT_CHOICES, .basis = &NMR_51 },
	[SE_ITEMS] = { "items", N_("What was found"), N_("Each thing with number or weight, and where it lies now"), FIELD_PROSE, OPEN, 0 },
	[SE_SEARCHERS] = { "searchers", N_("Who searched"), N_("Sign-in names parted by spaces"), FIELD_CODES, OPEN, FIELD_REQUIRED },
	[SE_SEX] = { "searcher_sex", N_("Who searched and was present"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PERSON_SEARCH_SEX_CHOICES },
	[SE_TRAINED] = { "trained", N_("All searchers are trained for it"), NULL, FIELD_YES_NO, OPEN, 0 },
	[SE_AUTHORITY] = { "authority", N_("Who ordered it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = PERSON_SEARCH_AUTHORITY_CHOICES },
	[SE_GROUND] = { "legal_ground", N_("Legal ground"), N_("Article of the law, or number of the approved programme"), FIELD_LINE, OPEN, 0 },
	[SE_WHY] = { "why", N_("Why this person, why now"), NULL, FIELD_PROSE, OPEN, 0 },
	[SE_ALTERNATIVES] = { "alternatives", N_("Why nothing milder is enough"), N_("Scanner, detector, pat-down"), FIELD_PROSE, OPEN, 0 },
	[SE_SCANNER] = { "scanner_works", N_("A scanner that works is here"), NULL, FIELD_YES_NO, OPEN, 0 },
	[SE_PLACE] = { "room", N_("Place"), NULL, FIELD_LINE, OPEN, 0 },
	[SE_PRIVATE] = { "private", N_("Out of sight of others, no camera"), NULL, FIELD_YES_NO, OPEN, 0 },
	[SE_WITNESS] = { "witness", N_("Others present"), N_("Name and function of each; write Nobody when there was none"), FIELD_LINE, OPEN, 0 },
	[SE_WISH] = { "wish", N_("By whom the person asks to be searched"), N_("Ask who says another gender than the register"), FIELD_CHOICE, OPEN, 0,
		.choices = PERSON_SEARCH_SEX_CHOICES },
	[SE_HEALTH] = { "health_staff", N_("Who searched the body cavity"), NULL, FIELD_CHOICE, OPEN, 0, .choices = PERSON_SEARCH_HEALTH_CHOICES },
	[SE_CARER] = { "carer", N_("Of a child: a parent or carer was there"), NULL, FIELD_YES_NO, OPEN, 0 },
	[SE_AT] = { "searched_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record SEARCH_RECORD = ACT_INPUTS("person_search.record", SEARCH_INPUT);

static bool record_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, SE_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, SE_AT, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *search = decision_insert(decision, &RECORD_PERSON_SEARCH);
	static const int PAIRS[] = { SE_PERSON, PERSON_SEARCH_PERSON, SE_KIND, PERSON_SEARCH_KIND, SE_CAUSE, PERSON_SEARCH_CAUSE, SE_RESULT, PERSON_SEARCH_RESULT,
		SE_ITEMS, PERSON_SEARCH_ITEMS, SE_SEARCHERS, PERSON_SEARCH_SEARCHERS, SE_SEX, PERSON_SEARCH_SEX, SE_TRAINED, PERSON_SEARCH_TRAINED,
		SE_AUTHORITY, PERSON_SEARCH_AUTHORITY, SE_GROUND, PERSON_SEARCH_GROUND, SE_WHY, PERSON_SEARCH_REASON, SE_ALTERNATIVES,
		PERSON_SEARCH_ALTERNATIVES, SE_SCANNER, PERSON_SEARCH_SCANNER, SE_PLACE, PERSON_SEARCH_PLACE, SE_PRIVATE, PERSON_SEARCH_PRIVATE,
		SE_WITNESS, PERSON_SEARCH_PRESENT, SE_WISH, PERSON_SEARCH_WISH, SE_HEALTH, PERSON_SEARCH_HEALTH, SE_CARER, PERSON_SEARCH_CARER, -1 };
	decide_copy(search, context->input, PAIRS);
	row_set_text(search, PERSON_SEARCH_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set_integer(search, PERSON_SEARCH_AT, moment);
	decision->result = search;
	return true;
}

const struct act ACT_PERSON_SEARCH_RECORD = { .name = "person_search.record", .label = N_("Search of the person"),
	.help = N_("Every search is written down, also when nothing is found"), .done = N_("The search is recorded"), .input_record = &SEARCH_RECORD,
	.record = &RECORD_PERSON, .target_input = SE_PERSON, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_51,
	.actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEALTH), .decide = record_decide };
