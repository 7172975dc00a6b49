/* reports_person.c - readings about people: from whom to keep apart, where they sleep. */
#include "areas/custody/reports_run.h"

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
