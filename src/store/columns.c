/* columns.c - a record's columns in their one order, and rows to cells and back. */
#include "store/columns.h"
#include "store/schema.h"

const char *const column_engine[ENGINE_COLUMNS] = { "id", "version", "created_at", "created_by", "changed_at",
	"changed_by", "log", "log_index" };

bool column_engine_is_integer(int index)
{
	return index == 1 || index == 2 || index == 4 || index == 7;
}

static int engine_index(int field)
{
	switch (field) {
	case FIELD_ID:
		return 0;
	case FIELD_VERSION:
		return 1;
	case FIELD_CREATED_AT:
		return 2;
	case FIELD_CREATED_BY:
		return 3;
	case FIELD_CHANGED_AT:
		return 4;
	default:
		return -1;
	}
}

const char *column_name(const struct record *record, int field)
{
	if (field >= 0)
		return field < record->field_count ? record->fields[field].name : NULL;
	int index = engine_index(field);
	return index < 0 ? NULL : column_engine[index];
}

bool column_is_integer(const struct record *record, int field)
{
	return field >= 0 ? field_is_integer(&record->fields[field]) : column_engine_is_integer(engine_index(field));
}

bool column_is_engine(int field)
{
	return field < 0;
}

struct value column_value(const struct field *field, struct value value)
{
	if (value.kind == VALUE_UNKNOWN)
		return field_is_integer(field) ? value_integer(INT64_MIN) :
						 (struct value){ .kind = VALUE_TEXT, .text = TEXT("?") };
	if (value.kind == VALUE_TEXT)
		return value_text(value.text);
	return value;
}

static struct value value_of_column(struct arena *arena, const struct field *field, struct value cell)
{
	if (cell.kind == VALUE_INTEGER && cell.integer == INT64_MIN && field_is_integer(field))
		return value_unknown();
	if (cell.kind == VALUE_TEXT || cell.kind == VALUE_BYTES) {
		if (text_equal_string(cell.text, "?"))
			return value_unknown();
		cell.text = arena_copy(arena, cell.text);
	}
	return cell;
}

void columns_select(struct builder *builder, const struct record *record, uint64_t hidden)
{
	for (int i = 0; i < ENGINE_COLUMNS; i++) {
		builder_add_string(builder, i ? ", " : "");
		builder_add_string(builder, column_engine[i]);
	}
	for (int i = 0; i < record->field_count; i++) {
		if (hidden >> i & 1)
			continue;
		builder_add_string(builder, ", ");
		builder_add_string(builder, record->fields[i].name);
	}
}

struct row *columns_row(struct arena *arena, const struct record *record, uint64_t hidden, const struct value *cells)
{
	struct row *row = row_new(arena, record);
	row->id = arena_copy(arena, cells[0].text);
	row->version = cells[1].integer;
	row->created_at = cells[2].integer;
	row->created_by = arena_copy(arena, cells[3].text);
	row->changed_at = cells[4].integer;
	row->changed_by = arena_copy(arena, cells[5].text);
	row->log = arena_copy(arena, cells[6].text);
	row->log_index = cells[7].integer;
	cells += ENGINE_COLUMNS;
	for (int i = 0; i < record->field_count; i++) {
		if (hidden >> i & 1)
			row->redacted |= UINT64_C(1) << i;
		else
			row->values[i] = value_of_column(arena, &record->fields[i], *cells++);
	}
	return row;
}

/* An engine's text column is never NULL: empty stays empty. */
static struct value whole_text(struct text text)
{
	return (struct value){ .kind = VALUE_TEXT, .text = text.data ? text : text_empty() };
}

size_t columns_values(struct arena *arena, const struct row *row, struct value values[COLUMNS_MAXIMUM])
{
	const struct record *record = row->record;
	size_t count = 0;
	values[count++] = whole_text(row->id);
	values[count++] = value_integer(row->version);
	values[count++] = value_integer(row->created_at);
	values[count++] = whole_text(row->created_by);
	values[count++] = value_integer(row->changed_at);
	values[count++] = whole_text(row->changed_by);
	values[count++] = whole_text(row->log);
	values[count++] = value_integer(row->log_index);
	for (int i = 0; i < record->field_count; i++)
		values[count++] = column_value(&record->fields[i], row->values[i]);
	for (int i = 0; i < record->field_count; i++) {
		if (!(record->fields[i].flags & FIELD_SEARCHED))
			continue;
		struct value value = row->values[i];
		values[count++] = value.kind == VALUE_TEXT ? value_text(schema_fold(arena, value.text)) : value_absent();
	}
	return count;
}
