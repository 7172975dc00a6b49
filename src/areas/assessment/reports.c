/* reports.c - hand-written SQL over assessments that names nobody. */
#include "areas/assessment/reports.h"

#include "store/store.h"

static bool run(struct query *query, const char *sql, struct text instrument, struct text facility, struct store_result *out, struct error_list *errors)
{
	const struct actor *actor = query_actor(query);
	if (text_is_empty(facility) ? !actor->all_facilities : !actor_in_scope(actor, facility)) {
		error_add(errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(ACCESS_SCOPE) });
		return false;
	}
	/* An empty text is no value in SQL: every facility is "at least" the empty one. */
	const struct value parameters[] = { value_text(instrument), text_is_empty(facility) ? value_string("*") : value_text(facility) };
	return store_query(query_connection(query), query_arena(query), sql, parameters, 2, out, errors);
}

#define DOUBLE_SELECT(table, item, domain, rating) "SELECT one." item ", " domain ", one." rating ", two." rating ", assessment.id, assessment.facility," \
	" assessment.assessor, assessment.second_rater, assessment.second_rated_at FROM assessment" \
	" JOIN rating_sheet first_sheet ON first_sheet.assessment = assessment.id AND first_sheet.position = 'first' AND first_sheet.sealed = 0" \
	" JOIN rating_sheet second_sheet ON second_sheet.assessment = assessment.id AND second_sheet.position = 'second' AND second_sheet.sealed = 0" \
	" JOIN " table " one ON one.rating_sheet = first_sheet.id JOIN " table " two ON two.rating_sheet = second_sheet.id AND two." item " = one." item \
	" WHERE assessment.instrument = $1 AND ($2 = '*' OR assessment.facility = $2) AND one." rating " IS NOT NULL AND two." rating " IS NOT NULL"

bool report_double_ratings(struct query *query, struct text instrument, struct text facility, struct store_result *out, struct error_list *errors)
{
	return run(query, DOUBLE_SELECT("factor_rating", "factor", "one.domain", "rating") " UNION ALL "
		DOUBLE_SELECT("outcome_judgement", "outcome", "''", "level") " ORDER BY 9, 5, 1", instrument, facility, out, errors);
}

bool report_judgements(struct query *query, struct text instrument, struct text facility, struct store_result *out, struct error_list *errors)
{
	return run(query, "SELECT outcome_judgement.outcome, outcome_judgement.level, person.sex, person.birth_date, person.nationalities, person.home_region"
		" FROM assessment JOIN person ON person.id = assessment.person"
		" JOIN rating_sheet ON rating_sheet.assessment = assessment.id AND rating_sheet.position = 'first' AND rating_sheet.sealed = 0"
		" JOIN outcome_judgement ON outcome_judgement.rating_sheet = rating_sheet.id"
		" WHERE assessment.instrument = $1 AND ($2 = '*' OR assessment.facility = $2) AND assessment.final_at IS NOT NULL"
		" AND outcome_judgement.level IS NOT NULL ORDER BY 1, 2", instrument, facility, out, errors);
}
