/* command_read.c - what a command reads: rows through the writer's connection, so that it sees the group so far. */
#include "service/internal.h"

#include "store/select.h"

/* Rows as they stood before the act; asked for twice, read once. NULL when there is none. */
const struct row *execution_load(struct execution *execution, const struct record *record, struct text id)
{
	if (!record || text_is_empty(id))
		return NULL;
	struct text key = arena_format(execution->arena, "%s/%.*s", record->name, TEXT_FORMAT(id));
	const struct row *row = map_get(&execution->loaded, key);
	if (row)
		return row;
	if (!select_load(execution->connection, execution->arena, record, id, &row, execution->errors))
		return NULL;
	if (row)
		map_set(&execution->loaded, key, (void *)(uintptr_t)row);
	return row;
}

const struct row *execution_row(struct execution *execution, const struct record *record, struct text id)
{
	for (size_t i = 0; i < execution->decision.effect_count; i++) {
		const struct row *row = execution->decision.effects[i].row;
		if (row->record == record && text_equal(row->id, id))
			return row;
	}
	return execution_load(execution, record, id);
}

bool execution_exists(struct execution *execution, const struct record *record, struct text id)
{
	return execution_row(execution, record, id) != NULL;
}

struct text execution_subject_facility(struct execution *execution, struct text subject)
{
	const struct registry *registry = execution->service->registry;
	if (!registry->subject || registry->subject_facility < 0)
		return text_empty();
	const struct row *row = execution_row(execution, registry->subject, subject);
	return row ? row_text(row, registry->subject_facility) : text_empty();
}

struct execution *execution_of(const struct act_context *context)
{
	return context->reader->state;
}

static const struct row *reader_load(void *state, struct arena *arena, const struct record *record, struct text id)
{
	(void)arena; /* the group's in any case */
	return execution_load(state, record, id);
}

/* Value of a row by which a list is ordered; engine columns count as fields here. */
static struct value order_value(const struct row *row, int field)
{
	switch (field) {
	case FIELD_CREATED_AT:
		return value_integer(row->created_at);
	case FIELD_CHANGED_AT:
		return value_integer(row->changed_at);
	case FIELD_VERSION:
		return value_integer(row->version);
	case FIELD_CREATED_BY:
		return value_text(row->created_by);
	case FIELD_ID:
		return value_text(row->id);
	default:
		return row_value(row, field);
	}
}

static bool prepare(struct selection *selection, const struct record *record, const struct condition *conditions,
	size_t count, struct error_list *errors)
{
	*selection = (struct selection){.record = record, .condition_count = count, .order_field = FIELD_ID};
	if (count > SELECT_CONDITIONS_MAXIMUM) {
		error_say(errors, E_SYSTEM, NULL, N_("An act asked with too many conditions"));
		return false;
	}
	for (size_t i = 0; i < count; i++)
		selection->conditions[i] = conditions[i];
	return true;
}

static void append(struct rows *rows, struct arena *arena, const struct rows *page)
{
	struct row **items = ARENA_ARRAY(arena, struct row *, rows->count + page->count + 1);
	for (size_t i = 0; i < rows->count; i++)
		items[i] = rows->items[i];
	for (size_t i = 0; i < page->count; i++)
		items[rows->count + i] = page->items[i];
	rows->items = items;
	rows->count += page->count;
}

/* limit 0: all of them, page by page. */
static struct rows reader_find(void *state, struct arena *arena, const struct record *record,
	const struct condition *conditions, size_t count, int order_field, bool descending, size_t limit)
{
	struct execution *execution = state;
	struct rows rows = {0}, page;
	struct selection selection;
	if (!prepare(&selection, record, conditions, count, execution->errors))
		return rows;
	selection.order_field = order_field;
	selection.descending = descending;
	do {
		size_t wanted = limit ? limit - rows.count : SELECT_LIMIT_MAXIMUM;
		selection.limit = wanted < SELECT_LIMIT_MAXIMUM ? wanted : SELECT_LIMIT_MAXIMUM;
		if (!select_rows(execution->connection, arena, &selection, &page, execution->errors))
			return (struct rows){0};
		if (page.count > 0) {
			const struct row *last = page.items[page.count - 1];
			selection.after = order_value(last, order_field);
			selection.after_id = last->id;
			append(&rows, arena, &page);
		}
	} while (page.count == selection.limit && (!limit || rows.count < limit));
	return rows;
}

static int64_t reader_count(void *state, const struct record *record, const struct condition *conditions, size_t count)
{
	struct execution *execution = state;
	struct selection selection;
	int64_t rows = 0;
	if (prepare(&selection, record, conditions, count, execution->errors))
		select_count(execution->connection, execution->arena, &selection, &rows, execution->errors);
	return rows;
}

/* facility is the identifier of a row, or a code as a profile writes it. */
static struct text reader_parameter(void *state, struct text facility, const char *name)
{
	struct execution *execution = state;
	struct text code = facility_facts(execution->service, execution->connection, execution->arena, facility).code;
	return profile_parameter(execution->service->profile, text_is_empty(code) ? facility : code, name);
}

static int64_t reader_midnight(void *state, struct text facility, struct date day)
{
	struct execution *execution = state;
	return zones_midnight(facility_facts(execution->service, execution->connection, execution->arena, facility).zone, day);
}

void execution_reader(struct execution *execution)
{
	map_begin(&execution->loaded, execution->arena);
	execution->reader = (struct act_reader){.load = reader_load, .find = reader_find, .count = reader_count,
		.parameter = reader_parameter, .state = execution, .midnight = reader_midnight};
}
