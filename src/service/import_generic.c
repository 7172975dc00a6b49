/* import_generic.c - any record as CSV: out what the reader may see, in by "<record>.add". */
#include "base/hash.h"
#include "service/import_row.h"

struct generic {
	const struct record *record; /* inputs of the act */
	const char *act;
};

static void *generic_begin(struct arena *arena, struct service *service, const void *setting)
{
	(void)service;
	return arena_copy_bytes(arena, setting, sizeof(struct generic));
}

/* Rows without a key of their own are told apart by their content. */
static struct text content_key(const struct import_row *row)
{
	struct hash hash = hash_of_parts(row->cells, row->cell_count);
	return hash_hex(row->arena, &hash);
}

static void generic_row(struct import_row *row)
{
	const struct generic *generic = import_state(row);
	if (import_is_blank(row)) {
		import_refuse(row, -1, N_("The row is blank"));
		return;
	}
	struct text key = import_cell(row, 0);
	struct import_command *command = import_command(row, generic->act, text_is_empty(key) ? content_key(row) : key);
	for (int column = 1; column < row->import->mapping->column_count; column++)
		import_input(command, row->import->mapping->columns[column].name, import_cell(row, column));
}

static const char *const *headings_of(struct arena *arena, const char *name, const char *label)
{
	const char **headings = ARENA_ARRAY(arena, const char *, 3);
	headings[0] = name;
	headings[1] = label;
	return headings;
}

const struct import_mapping *import_generic(struct arena *arena, const struct registry *registry, const struct record *record,
	struct error_list *errors)
{
	struct text act_name = arena_format(arena, "%s.add", record->name);
	const struct act *act = registry_act(registry, act_name);
	if (!act) {
		error_add(errors, &(struct error){ .code = E_NOT_FOUND,
			.message = N_("{record} cannot be imported by its fields; use a mapping"),
			.parameters = { { "record", text_from(record->label), true } } });
		return NULL;
	}
	struct import_column *columns = ARENA_ARRAY(arena, struct import_column, (size_t)act->input_record->field_count + 1);
	int count = 0;
	columns[count++] = (struct import_column){ .name = "id", .headings = headings_of(arena, "id", NULL) };
	for (int i = 0; i < act->input_record->field_count; i++) {
		const struct field *field = &act->input_record->fields[i];
		if (!(field->flags & FIELD_DERIVED))
			columns[count++] = (struct import_column){ .name = field->name,
				.headings = headings_of(arena, field->name, field->label),
				.required = (field->flags & FIELD_REQUIRED) != 0 };
	}
	struct generic *generic = ARENA_NEW(arena, struct generic);
	*generic = (struct generic){ .record = act->input_record, .act = act->name };
	struct import_mapping *mapping = ARENA_NEW(arena, struct import_mapping);
	*mapping = (struct import_mapping){ .name = record->name, .label = record->label_plural, .columns = columns,
		.column_count = count, .begin = generic_begin, .row = generic_row, .setting = generic };
	return mapping;
}

/* ---- export ---- */

static void export_heading(struct csv_writer *writer, const struct record *record, uint64_t hidden)
{
	csv_cell_string(writer, "id");
	for (int i = 0; i < record->field_count; i++)
		if (!(hidden & (UINT64_C(1) << i)))
			csv_cell_string(writer, record->fields[i].name);
	csv_record_end(writer);
}

static void export_row(struct csv_writer *writer, struct arena *arena, const struct row *row, uint64_t hidden)
{
	csv_cell(writer, row->id);
	for (int i = 0; i < row->record->field_count; i++)
		if (!(hidden & (UINT64_C(1) << i)))
			csv_cell(writer, field_text(&row->record->fields[i], arena, row_value(row, i)));
	csv_record_end(writer);
}

bool import_export(struct query *query, const struct record *record, struct text *out_csv, struct error_list *errors)
{
	struct arena *arena = query_arena(query);
	uint64_t hidden = access_hidden(query_actor(query), record);
	struct selection next = { .record = record, .order_field = FIELD_ID, .limit = SELECT_LIMIT_MAXIMUM };
	struct csv_writer writer;
	struct rows rows;
	csv_writer_begin(&writer, arena, ',', false);
	export_heading(&writer, record, hidden);
	bool more = true;
	while (more) {
		struct selection selection = next;
		if (!query_list(query, &selection, &rows, errors))
			return false;
		for (size_t i = 0; i < rows.count; i++)
			export_row(&writer, arena, rows.items[i], hidden);
		more = rows.count == SELECT_LIMIT_MAXIMUM;
		if (rows.count) {
			next.after_id = rows.items[rows.count - 1]->id;
			next.after = value_text(next.after_id);
		}
	}
	*out_csv = csv_take(&writer);
	return true;
}
