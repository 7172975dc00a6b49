/* reports_find.c - questions over stored rows: a number, decisions on two files, what waits, the next files to compare. */
#include "areas/identity/reports.h"

#include "service/records.h"
#include "store/schema.h"

static struct text cell(const struct store_result *result, size_t row, size_t column)
{
	struct value value = store_cell(result, row, column);
	return value.kind == VALUE_TEXT ? value.text : text_empty();
}

bool report_by_number(struct query *query, struct text number, struct text *out_person, struct error_list *errors)
{
	struct value folded = value_text(schema_fold(query_arena(query), number));
	struct store_result rows;
	*out_person = text_empty();
	if (folded.kind != VALUE_TEXT)
		return true;
	if (!store_query(query_connection(query), query_arena(query), "SELECT id FROM person WHERE number_fold = $1", &folded, 1, &rows, errors))
		return false;
	*out_person = rows.rows == 1 ? cell(&rows, 0, 0) : text_empty();
	return true;
}

bool report_link(struct query *query, struct text person, struct text other, struct text *out_link, struct text *out_kind, struct error_list *errors)
{
	const struct value ends[] = { value_text(person), value_text(other), value_text(other), value_text(person) };
	struct store_result rows;
	*out_link = *out_kind = text_empty();
	if (!store_query(query_connection(query), query_arena(query), "SELECT id, kind FROM file_link WHERE ((person = $1 AND other = $2) OR"
		" (person = $3 AND other = $4)) AND kind <> 'undone' ORDER BY created_at DESC, id LIMIT 1", ends, 4, &rows, errors))
		return false;
	if (rows.rows > 0) {
		*out_link = cell(&rows, 0, 0);
		*out_kind = cell(&rows, 0, 1);
	}
	return true;
}

/* The input of a proposal is JSON with identifiers in it: both in one proposal are about both. */
bool report_link_waits(struct query *query, struct text person, struct text other, bool *out_waits, struct error_list *errors)
{
	const struct value ends[] = { value_text(person), value_text(other) };
	struct store_result rows;
	*out_waits = false;
	if (!store_query(query_connection(query), query_arena(query), "SELECT subject_id, input FROM proposal WHERE act = 'file.link' AND state = 'waiting'"
		" AND subject_id IN ($1, $2)", ends, 2, &rows, errors))
		return false;
	for (size_t i = 0; i < rows.rows; i++)
		*out_waits = *out_waits || (text_find(cell(&rows, i, 1), person) != SIZE_MAX && text_find(cell(&rows, i, 1), other) != SIZE_MAX);
	return true;
}

bool report_next_people(struct query *query, struct text facility, struct text after, struct text *out_people, size_t *out_count, struct error_list *errors)
{
	struct value parameters[] = { value_text(facility), value_bytes(after) };
	struct store_result rows;
	parameters[1].kind = VALUE_TEXT; /* the empty text: from the first */
	*out_count = 0;
	if (!store_query(query_connection(query), query_arena(query), "SELECT id FROM person WHERE current_facility = $1 AND id > $2 ORDER BY id LIMIT 200",
		parameters, 2, &rows, errors))
		return false;
	for (size_t i = 0; i < rows.rows && i < REPORT_NEXT_MOST; i++)
		out_people[(*out_count)++] = cell(&rows, i, 0);
	return true;
}
