/* reports.c - running a report: scope first, then SQL, then what this actor may see of each column. */
#include "areas/custody/reports_run.h"

struct text report_text(const struct store_result *result, size_t row, int column)
{
	struct value value = store_cell(result, row, (size_t)column);
	return value.kind == VALUE_TEXT ? value.text : text_empty();
}

int64_t report_integer(const struct store_result *result, size_t row, int column)
{
	struct value value = store_cell(result, row, (size_t)column);
	return value.kind == VALUE_INTEGER ? value.integer : 0;
}

struct date report_date(const struct store_result *result, size_t row, int column)
{
	struct date date = { 0 };
	if (!date_parse_partial(report_text(result, row, column), &date))
		return (struct date){ 0 };
	return date;
}

/* Whether the actor's roles, compartments and clearance open this column at all. */
static bool column_is_open(const struct actor *actor, const struct report_column *column)
{
	if (!column->record)
		return true;
	struct access_object object = { .record = column->record };
	if (access_read(actor, &object) != ACCESS_ALLOWED)
		return false;
	return column->field < 0 || !(access_hidden(actor, column->record) & (UINT64_C(1) << column->field));
}

void report_redact(struct query *query, const struct report *report, struct store_result *result)
{
	const struct actor *actor = query_actor(query);
	for (size_t column = 0; column < report->column_count && column < result->columns; column++) {
		if (column_is_open(actor, &report->columns[column]))
			continue;
		for (size_t row = 0; row < result->rows; row++)
			result->values[row * result->columns + column] = value_absent();
	}
	for (size_t row = 0; row < result->rows; row++) {
		struct text person = report->person_column >= 0 ? report_text(result, row, report->person_column) : text_empty();
		if (text_is_empty(person))
			continue;
		if (!text_is_empty(actor->own_subject) && text_equal(person, actor->own_subject)) {
			for (size_t column = 0; column < result->columns; column++)
				if (report->columns[column].record != &RECORD_PLACE && report->columns[column].record != &RECORD_PLACEMENT)
					result->values[row * result->columns + column] = value_absent();
		} else if (report->kind) {
			query_note(query, report->kind, person, TEXT_OF("person"), person);
		}
	}
}

bool report_run(struct query *query, const struct report *report, const struct value *parameters, size_t count,
	struct store_result *out, struct error_list *errors)
{
	if (!store_query(query_connection(query), query_arena(query), report->sql, parameters, count, out, errors))
		return false;
	report_redact(query, report, out);
	return true;
}

bool report_facility(struct query *query, const struct report *report, const struct value *parameters, size_t count,
	struct store_result *out, struct error_list *errors)
{
	const struct actor *actor = query_actor(query);
	struct text facility = parameters[0].text;
	if (parameters[0].kind != VALUE_TEXT || !(actor->all_facilities || actor_in_scope(actor, facility))) {
		error_add(errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(ACCESS_SCOPE),
			.detail = text_from(access_reason_code(ACCESS_SCOPE)) });
		return false;
	}
	return report_run(query, report, parameters, count, out, errors);
}
