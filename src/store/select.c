/* select.c - running selections and making rows of what comes. */
#include <string.h>

#include "store/columns.h"
#include "store/driver.h"
#include "store/select_text.h"
#include "store/shape.h"

/* Small enough for a short snapshot, large enough to make the statement's cost vanish. */
enum { EACH_PAGE = 500 };

struct reading {
	struct arena *arena;
	const struct record *record;
	uint64_t hidden;
	struct rows rows;
	size_t capacity;
};

static bool read_row(void *state, const struct value *cells, size_t columns)
{
	struct reading *reading = state;
	(void)columns;
	if (reading->rows.count == reading->capacity) {
		reading->capacity = reading->capacity ? reading->capacity * 2 : 8;
		struct row **more = ARENA_ARRAY(reading->arena, struct row *, reading->capacity);
		if (reading->rows.count)
			memcpy(more, reading->rows.items, reading->rows.count * sizeof(struct row *));
		reading->rows.items = more;
	}
	reading->rows.items[reading->rows.count++] =
		columns_row(reading->arena, reading->record, reading->hidden, cells);
	return true;
}

static const char *load_text(struct connection *connection, const struct record *record)
{
	struct {
		uint64_t kind;
		const void *record, *fields;
	} key = { 'l', record, record->fields };
	struct text key_text = text_make((const char *)&key, sizeof(key));
	const char *known = shape_find(connection, key_text);
	if (known)
		return known;
	struct arena *arena = arena_create();
	struct builder sql;
	builder_begin(&sql, arena, 1024);
	builder_add_string(&sql, "SELECT ");
	columns_select(&sql, record, 0);
	builder_add_string(&sql, " FROM ");
	builder_add_string(&sql, record->name);
	builder_add_string(&sql, " WHERE id = $1");
	known = shape_add(connection, key_text, builder_text(&sql));
	arena_destroy(arena);
	return known;
}

bool select_load(struct connection *connection, struct arena *arena, const struct record *record, struct text id,
	const struct row **out_row, struct error_list *errors)
{
	struct reading reading = { .arena = arena, .record = record };
	struct value parameter = value_text(id);
	struct driver_call call = { .sql = load_text(connection, record), .parameters = &parameter, .count = 1,
		.each = read_row, .state = &reading };
	if (!driver_run(connection, &call, errors))
		return false;
	*out_row = reading.rows.count ? reading.rows.items[0] : NULL;
	return true;
}

bool select_rows(struct connection *connection, struct arena *arena, const struct selection *selection,
	struct rows *out_rows, struct error_list *errors)
{
	struct query query;
	if (!query_build(&query, connection, arena, selection, false, NULL, errors))
		return false;
	struct reading reading = { .arena = arena, .record = selection->record, .hidden = selection->hidden };
	struct driver_call call = { .sql = query.sql, .parameters = query.parameters, .count = query.count,
		.each = read_row, .state = &reading };
	if (!driver_run(connection, &call, errors))
		return false;
	*out_rows = reading.rows;
	return true;
}

static bool read_count(void *state, const struct value *cells, size_t columns)
{
	int64_t *count = state;
	*count = columns ? cells[0].integer : 0;
	return false;
}

bool select_count(struct connection *connection, struct arena *arena, const struct selection *selection,
	int64_t *out_count, struct error_list *errors)
{
	struct query query;
	int64_t count = 0;
	if (!query_build(&query, connection, arena, selection, true, NULL, errors))
		return false;
	struct driver_call call = { .sql = query.sql, .parameters = query.parameters, .count = query.count,
		.each = read_count, .state = &count };
	if (!driver_run(connection, &call, errors))
		return false;
	*out_count = count;
	return true;
}

static bool read_tally(void *state, const struct value *cells, size_t columns)
{
	struct tally *tally = state;
	tally->out_all = cells[0].integer;
	for (size_t i = 0; i < tally->count && i + 1 < columns; i++)
		tally->out_before[i] = cells[i + 1].integer;
	return false;
}

bool select_tally(struct connection *connection, struct arena *arena, const struct selection *selection, struct tally *tally,
	struct error_list *errors)
{
	struct query query;
	if (tally->count > TALLY_MAXIMUM || !query_build(&query, connection, arena, selection, true, tally, errors))
		return false;
	struct driver_call call = { .sql = query.sql, .parameters = query.parameters, .count = query.count,
		.each = read_tally, .state = tally };
	return driver_run(connection, &call, errors);
}

bool select_each(struct connection *connection, struct arena *arena, const struct record *record,
	bool (*each)(void *state, const struct row *row), void *state, struct error_list *errors)
{
	/* In pages with memory of their own: neither the caller's arena nor one snapshot grows with the table. */
	struct arena *page = arena_create();
	struct selection selection = { .record = record, .order_field = FIELD_ID, .limit = EACH_PAGE };
	struct rows rows = { .count = EACH_PAGE };
	char last[64];
	bool good = true, more = true;
	(void)arena;
	while (good && more && rows.count == EACH_PAGE) {
		arena_reset(page);
		good = select_rows(connection, page, &selection, &rows, errors);
		for (size_t i = 0; good && more && i < rows.count; i++)
			more = each(state, rows.items[i]);
		if (good && rows.count) {
			struct text id = rows.items[rows.count - 1]->id;
			size_t length = id.length < sizeof(last) ? id.length : sizeof(last);
			memcpy(last, id.data, length);
			selection.after_id = text_make(last, length);
		}
	}
	arena_destroy(page);
	return good;
}
