/* reports_person.c - readings about people: from whom to keep apart, where they sleep, who may be the same. */
#include "areas/custody/reports_run.h"
#include "store/schema.h"

#define PERSON_ID { &RECORD_PERSON, FIELD_ID }
#define PERSON_COLUMN(field) { &RECORD_PERSON, PERSON_##field }

static const struct report KEEP_APART_BOTH = {
	.kind = "keep-apart", .person_column = APART_PERSON, .column_count = APART_COLUMNS,
	.sql = "SELECT keep_apart.id, person.id, person.name, person.number, keep_apart.ground, keep_apart.expires_on"
	       " FROM keep_apart JOIN person ON person.id = keep_apart.other"
	       " WHERE keep_apart.person = $1 AND keep_apart.state = 'live' AND keep_apart.expires_on >= $2"
	       " UNION ALL SELECT keep_apart.id, person.id, person.name, person.number, keep_apart.ground, keep_apart.expires_on"
	       " FROM keep_apart JOIN person ON person.id = keep_apart.person"
	       " WHERE keep_apart.other = $3 AND keep_apart.state = 'live' AND keep_apart.expires_on >= $4",
	.columns = { [APART_ROW] = { &RECORD_KEEP_APART, FIELD_ID }, [APART_PERSON] = PERSON_ID, [APART_NAME] = PERSON_COLUMN(DISPLAY_NAME),
		[APART_NUMBER] = PERSON_COLUMN(NUMBER), [APART_GROUND] = { &RECORD_KEEP_APART, KEEP_APART_GROUND },
		[APART_EXPIRES] = { &RECORD_KEEP_APART, KEEP_APART_EXPIRES } },
};

bool report_keep_apart(struct query *query, struct text person, struct date day, struct store_result *out,
	struct error_list *errors)
{
	const struct row *row;
	if (!query_peek(query, &RECORD_PERSON, person, &row, errors))
		return false;
	struct value today = value_text(date_text(query_arena(query), day));
	const struct value parameters[] = { value_text(person), today, value_text(person), today };
	return report_run(query, &KEEP_APART_BOTH, parameters, 4, out, errors);
}

/* One statement for all page sizes: what is not used repeats the last identifier. */
#define TEN(a, b, c, d, e, f, g, h, i, j) "$" #a ",$" #b ",$" #c ",$" #d ",$" #e ",$" #f ",$" #g ",$" #h ",$" #i ",$" #j
static const struct report WHERE = {
	.person_column = -1, .column_count = WHERE_COLUMNS,
	.sql = "SELECT placement.person, place.id, place.code, placement.bed FROM placement JOIN place ON place.id = placement.place"
	       " WHERE placement.ended_at IS NULL AND placement.person IN (" TEN(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) ","
	       TEN(11, 12, 13, 14, 15, 16, 17, 18, 19, 20) "," TEN(21, 22, 23, 24, 25, 26, 27, 28, 29, 30) ","
	       TEN(31, 32, 33, 34, 35, 36, 37, 38, 39, 40) "," TEN(41, 42, 43, 44, 45, 46, 47, 48, 49, 50) ")",
	.columns = { [WHERE_PERSON] = { &RECORD_PLACEMENT, PLACEMENT_PERSON }, [WHERE_PLACE] = { &RECORD_PLACE, FIELD_ID },
		[WHERE_CODE] = { &RECORD_PLACE, PLACE_CODE }, [WHERE_BED] = { &RECORD_PLACEMENT, PLACEMENT_BED } },
};

bool report_where(struct query *query, const struct text *people, size_t count, struct store_result *out,
	struct error_list *errors)
{
	struct value parameters[REPORT_WHERE_MAXIMUM];
	*out = (struct store_result){ 0 };
	if (count == 0)
		return true;
	for (size_t i = 0; i < REPORT_WHERE_MAXIMUM; i++)
		parameters[i] = value_text(people[i < count ? i : count - 1]);
	return report_run(query, &WHERE, parameters, REPORT_WHERE_MAXIMUM, out, errors);
}

/* ---- who may be the same ---- */

#define SAME_SELECT "SELECT person.id, person.number, person.name, person.birth_date, person.sex, person.current_facility," \
	" person.whereabouts, person_name.whole, person_name.surname, person_name.given FROM person" \
	" JOIN person_name ON person_name.person = person.id"
#define SAME_FIELDS { [SAME_PERSON] = PERSON_ID, [SAME_NUMBER] = PERSON_COLUMN(NUMBER), [SAME_NAME] = PERSON_COLUMN(DISPLAY_NAME), \
	[SAME_BIRTH] = PERSON_COLUMN(BIRTH_DATE), [SAME_SEX] = PERSON_COLUMN(SEX), [SAME_FACILITY] = PERSON_COLUMN(CURRENT_FACILITY), \
	[SAME_WHEREABOUTS] = PERSON_COLUMN(WHEREABOUTS), [SAME_WHOLE] = { &RECORD_PERSON_NAME, PERSON_NAME_WHOLE }, \
	[SAME_SURNAME] = { &RECORD_PERSON_NAME, PERSON_NAME_SURNAME }, [SAME_GIVEN] = { &RECORD_PERSON_NAME, PERSON_NAME_GIVEN } }

static const struct report SAME_BY_SURNAME = { .kind = "search", .person_column = SAME_PERSON, .column_count = SAME_COLUMNS,
	.sql = SAME_SELECT " WHERE person_name.surname_fold = $1 ORDER BY person.id LIMIT 200", .columns = SAME_FIELDS };
static const struct report SAME_BY_GIVEN = { .kind = "search", .person_column = SAME_PERSON, .column_count = SAME_COLUMNS,
	.sql = SAME_SELECT " WHERE person_name.given_fold = $1 ORDER BY person.id LIMIT 200", .columns = SAME_FIELDS };
static const struct report SAME_BY_WHOLE = { .kind = "search", .person_column = SAME_PERSON, .column_count = SAME_COLUMNS,
	.sql = SAME_SELECT " WHERE person_name.whole_fold = $1 ORDER BY person.id LIMIT 200", .columns = SAME_FIELDS };
static const struct report SAME_BY_BIRTH = { .kind = "search", .person_column = SAME_PERSON, .column_count = SAME_COLUMNS,
	.sql = SAME_SELECT " WHERE person.birth_year = $1 AND person.birth_date = $2 ORDER BY person.id LIMIT 200",
	.columns = SAME_FIELDS };
static const struct report SAME_BY_DOCUMENT = { .kind = "search", .person_column = SAME_PERSON, .column_count = SAME_COLUMNS,
	.sql = SAME_SELECT " JOIN identity_document ON identity_document.person = person.id"
	       " WHERE identity_document.number_fold = $1 ORDER BY person.id LIMIT 50", .columns = SAME_FIELDS };
static const struct report SAME_BY_NUMBER = { .kind = "search", .person_column = SAME_PERSON, .column_count = SAME_COLUMNS,
	.sql = SAME_SELECT " WHERE person.number_fold = $1 ORDER BY person.id LIMIT 50", .columns = SAME_FIELDS };

/* Outside the scope only that there is a file, and whose it is to ask. */
static void same_close(struct query *query, struct store_result *rows)
{
	const struct actor *actor = query_actor(query);
	for (size_t row = 0; row < rows->rows; row++) {
		struct text facility = report_text(rows, row, SAME_FACILITY);
		if (actor->all_facilities || (!text_is_empty(facility) && actor_in_scope(actor, facility)))
			continue;
		for (size_t column = 0; column < rows->columns; column++)
			if (column != SAME_PERSON && column != SAME_FACILITY)
				rows->values[row * rows->columns + column] = value_absent();
	}
}

/* Appends rows of people who are not among them yet; a person comes once for each of the names. */
static bool same_add(struct query *query, const struct report *report, const struct value *parameters, size_t count,
	struct store_result *into, struct error_list *errors)
{
	struct store_result found;
	if (!report_run(query, report, parameters, count, &found, errors))
		return false;
	struct store_result all = { ARENA_ARRAY(query_arena(query), struct value, (into->rows + found.rows + 1) * SAME_COLUMNS), into->rows,
		SAME_COLUMNS };
	for (size_t i = 0; i < into->rows * SAME_COLUMNS; i++)
		all.values[i] = into->values[i];
	for (size_t row = 0; row < found.rows; row++) {
		bool known = false;
		for (size_t i = 0; i < into->rows && !known; i++)
			known = text_equal(report_text(into, i, SAME_PERSON), report_text(&found, row, SAME_PERSON));
		for (int column = 0; !known && column < SAME_COLUMNS; column++)
			all.values[all.rows * SAME_COLUMNS + (size_t)column] = store_cell(&found, row, (size_t)column);
		all.rows += known ? 0 : 1;
	}
	*into = all;
	return true;
}

/* Each word of the name as surname or given name, and the name as a whole. */
static bool same_by_name(struct query *query, struct text name, struct store_result *out, struct error_list *errors)
{
	struct value whole = value_text(schema_fold(query_arena(query), name));
	struct text rest = whole.text, word;
	if (whole.kind != VALUE_TEXT)
		return true;
	if (!same_add(query, &SAME_BY_WHOLE, &whole, 1, out, errors))
		return false;
	while (text_next(&rest, ' ', &word)) {
		struct value parameter = value_text(word);
		if (text_code_points(word) < 2)
			continue;
		if (!same_add(query, &SAME_BY_SURNAME, &parameter, 1, out, errors) ||
			!same_add(query, &SAME_BY_GIVEN, &parameter, 1, out, errors))
			return false;
	}
	return true;
}

bool report_same(struct query *query, struct text name, struct text birth_date, struct text document, struct store_result *out,
	struct error_list *errors)
{
	struct date birth;
	*out = (struct store_result){ .values = NULL, .rows = 0, .columns = SAME_COLUMNS };
	struct value number = value_text(schema_fold(query_arena(query), document));
	if (number.kind == VALUE_TEXT && (!same_add(query, &SAME_BY_DOCUMENT, &number, 1, out, errors) ||
		!same_add(query, &SAME_BY_NUMBER, &number, 1, out, errors)))
		return false;
	if (date_parse_partial(birth_date, &birth)) {
		const struct value parameters[] = { value_integer(birth.year), value_text(birth_date) };
		if (!same_add(query, &SAME_BY_BIRTH, parameters, 2, out, errors))
			return false;
	}
	if (!same_by_name(query, name, out, errors))
		return false;
	same_close(query, out);
	return true;
}
