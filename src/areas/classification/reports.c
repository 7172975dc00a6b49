/* reports.c - hand-written readings of classification; nothing that has lapsed comes through. */
#include "areas/classification/reports.h"

#define IN_FORCE "('notified','appealed','in_force','review')"

static bool may_read(struct query *query, struct text facility, struct error_list *errors)
{
	const struct actor *actor = query_actor(query);
	enum access_reason reason = access_read(actor, &(struct access_object){ .record = &RECORD_CLASSIFICATION });
	if (reason == ACCESS_ALLOWED && !actor->all_facilities && (text_is_empty(facility) || !actor_in_scope(actor, facility)))
		reason = ACCESS_SCOPE;
	if (reason == ACCESS_ALLOWED)
		return true;
	error_add(errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(reason), .detail = text_from(access_reason_code(reason)) });
	return false;
}

/* Never NULL: a comparison with NULL would leave out everybody. */
static struct value own_subject(const struct query *query)
{
	struct text own = query_actor(query)->own_subject;
	return text_is_empty(own) ? value_string("-") : value_text(own);
}

static bool run(struct query *query, const char *sql, const struct value *parameters, size_t count, int person_column, struct store_result *out,
	struct error_list *errors)
{
	if (!store_query(query_connection(query), query_arena(query), sql, parameters, count, out, errors))
		return false;
	for (size_t row = 0; row < out->rows; row++) {
		struct text person = store_cell(out, row, (size_t)person_column).text;
		query_note(query, "list", person, TEXT_OF("person"), person);
	}
	return true;
}

#define CASE_SELECT "SELECT d.id, person.id, person.name, person.number, d.kind, d.outcome_value, d.state, d.body, d.hearing_at, d.ends_at," \
	" d.review_due, d.review_reason, d.basis_fell_at," \
	" (SELECT COUNT(*) FROM classification_evidence e WHERE e.decision = d.id)," \
	" (SELECT COUNT(*) FROM classification_evidence e WHERE e.decision = d.id AND e.disclosure IS NULL)," \
	" (SELECT COUNT(*) FROM classification_hearing h WHERE h.decision = d.id)," \
	" (SELECT COUNT(*) FROM classification_vote v WHERE v.decision = d.id AND v.position_taken <> 'withdrew')" \
	" FROM classification_decision d JOIN person ON person.id = d.person" \
	" WHERE person.current_facility = $1 AND d.ends_at > $2 AND person.id <> $3"

bool report_classification_cases(struct query *query, struct text facility, int64_t now, struct store_result *out, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility), value_integer(now), own_subject(query) };
	return may_read(query, facility, errors) && run(query, CASE_SELECT " AND d.state IN ('proposed','disclosed','representations','decided')"
		" ORDER BY d.hearing_at ASC NULLS LAST, d.ends_at, d.id LIMIT 500", parameters, 3, CASE_PERSON, out, errors);
}

bool report_classification_reviews(struct query *query, struct text facility, int64_t now, int64_t until, struct store_result *out, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility), value_integer(now), own_subject(query), value_integer(until) };
	return may_read(query, facility, errors) && run(query, CASE_SELECT " AND d.state IN " IN_FORCE " AND d.review_due <= $4"
		" ORDER BY CASE WHEN d.basis_fell_at IS NULL THEN 1 ELSE 0 END, d.review_due, d.id LIMIT 500", parameters, 4, CASE_PERSON, out, errors);
}

#define NOBODY_WHERE " FROM person WHERE current_facility = $1 AND whereabouts IN ('in', 'out') AND id <> $3 AND NOT EXISTS" \
	" (SELECT 1 FROM classification_decision d WHERE d.person = person.id AND d.kind = 'security_category' AND d.ends_at > $2)"

bool report_classification_undecided(struct query *query, struct text facility, int64_t now, struct store_result *out, int64_t *out_count, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility), value_integer(now), own_subject(query) };
	struct store_result counted;
	if (!may_read(query, facility, errors) ||
		!run(query, "SELECT id, name, number" NOBODY_WHERE " ORDER BY name, id LIMIT 100", parameters, 3, NOBODY_PERSON, out, errors) ||
		!store_query(query_connection(query), query_arena(query), "SELECT COUNT(*)" NOBODY_WHERE, parameters, 3, &counted, errors))
		return false;
	*out_count = counted.rows ? store_cell(&counted, 0, 0).integer : 0;
	return true;
}

/* One statement for each grouping: what people are grouped by is the only difference. $4 is the year in which the ages are counted. */
#define GROUPS(expression) "SELECT g, COUNT(*), SUM(decided) FROM (SELECT " expression " AS g, CASE WHEN EXISTS" \
	" (SELECT 1 FROM classification_decision d WHERE d.person = person.id AND d.kind = $3 AND ($5 = '-' OR d.outcome_value = $5)" \
	" AND d.ends_at > $2 AND d.state IN " IN_FORCE ") THEN 1 ELSE 0 END AS decided FROM person" \
	" WHERE current_facility IS NOT NULL AND ($1 = '-' OR current_facility = $1) AND $4 > 0) AS people GROUP BY g ORDER BY g"
#define AGE "CASE WHEN birth_year IS NULL OR birth_year <= 0 THEN '?' WHEN $4 - birth_year < 18 THEN '0-17' WHEN $4 - birth_year < 25 THEN '18-24'" \
	" WHEN $4 - birth_year < 40 THEN '25-39' WHEN $4 - birth_year < 60 THEN '40-59' ELSE '60+' END"

bool report_classification_groups(struct query *query, struct text facility, int64_t now, enum group_by by, struct text kind, struct text value,
	struct store_result *out, struct error_list *errors)
{
	static const char *const STATEMENTS[GROUPINGS] = { [BY_SEX] = GROUPS("COALESCE(sex, '?')"), [BY_AGE] = GROUPS(AGE),
		[BY_NATIONALITY] = GROUPS("COALESCE(substr(nationalities, 1, 2), '?')"), [BY_REGION] = GROUPS("COALESCE(home_region, '?')") };
	const struct actor *actor = query_actor(query);
	if (!actor->all_facilities && (text_is_empty(facility) || !actor_in_scope(actor, facility))) {
		error_add(errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(ACCESS_SCOPE) });
		return false;
	}
	const struct value parameters[] = { text_is_empty(facility) ? value_string("-") : value_text(facility), value_integer(now), value_text(kind),
		value_integer(moment_date(now).year), text_is_empty(value) ? value_string("-") : value_text(value) };
	return store_query(query_connection(query), query_arena(query), STATEMENTS[by], parameters, 5, out, errors);
}

struct text report_classification_author(struct query *query, struct text user)
{
	struct value parameter = value_text(user);
	struct store_result found;
	struct error_list ignored; /* a name that cannot be read leaves the pseudonym */
	error_list_begin(&ignored, query_arena(query));
	if (text_is_empty(user) || !store_query(query_connection(query), query_arena(query), "SELECT display_name FROM user_account WHERE id = $1", &parameter, 1, &found, &ignored) ||
		found.rows == 0 || store_cell(&found, 0, 0).kind != VALUE_TEXT)
		return user;
	return store_cell(&found, 0, 0).text;
}
