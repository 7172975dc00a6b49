/* write.c - rows into their tables. */
#include "store/columns.h"
#include "store/shape.h"
#include "store/write.h"
#include "store/write_text.h"

/* What is the same for every write of a kind to a table. Tables are constant, so their addresses say which. */
struct write_key {
	uint64_t magic, kind;
	const struct record *record;
	const struct field *fields;
	int64_t field_count;
};

/* Calls add for every column in the one order. */
static size_t each_column(struct builder *sql, const struct record *record,
	void (*add)(struct builder *sql, const char *name, const char *suffix, size_t index))
{
	size_t index = 0;
	for (int i = 0; i < ENGINE_COLUMNS; i++)
		add(sql, column_engine[i], "", index++);
	for (int i = 0; i < record->field_count; i++)
		add(sql, record->fields[i].name, "", index++);
	for (int i = 0; i < record->field_count; i++) {
		if (record->fields[i].flags & FIELD_SEARCHED)
			add(sql, record->fields[i].name, "_fold", index++);
	}
	return index;
}

static void add_name(struct builder *sql, const char *name, const char *suffix, size_t index)
{
	builder_add_string(sql, index ? ", " : "");
	builder_add_string(sql, name);
	builder_add_string(sql, suffix);
}

static void add_parameter(struct builder *sql, const char *name, const char *suffix, size_t index)
{
	(void)name;
	(void)suffix;
	builder_add_string(sql, index ? ", $" : "$");
	builder_add_integer(sql, (int64_t)index + 1);
}

/* created_at (2) and created_by (3) never change; id (0) is the key. */
static bool is_set(size_t index)
{
	return index != 0 && index != 2 && index != 3;
}

static void add_set(struct builder *sql, const char *name, const char *suffix, size_t index)
{
	if (!is_set(index))
		return;
	add_name(sql, name, suffix, index - 1);
	builder_add_string(sql, " = $");
	/* Places: version 1, changed_at 2, and so on without the three. */
	builder_add_integer(sql, index == 1 ? 1 : (int64_t)index - 2);
}

static void add_excluded(struct builder *sql, const char *name, const char *suffix, size_t index)
{
	if (index == 0)
		return;
	add_name(sql, name, suffix, index - 1);
	builder_add_string(sql, " = excluded.");
	builder_add_string(sql, name);
	builder_add_string(sql, suffix);
}

static void add_insert(struct builder *sql, const struct record *record)
{
	builder_add_string(sql, "INSERT INTO ");
	builder_add_string(sql, record->name);
	builder_add_string(sql, " (");
	each_column(sql, record, add_name);
	builder_add_string(sql, ") VALUES (");
	each_column(sql, record, add_parameter);
	builder_add_string(sql, ")");
}

static void add_update(struct builder *sql, const struct record *record)
{
	builder_add_string(sql, "UPDATE ");
	builder_add_string(sql, record->name);
	builder_add_string(sql, " SET ");
	size_t count = each_column(sql, record, add_set);
	builder_add_string(sql, " WHERE id = $");
	builder_add_integer(sql, (int64_t)count - 2);
	builder_add_string(sql, " AND version = $");
	builder_add_integer(sql, (int64_t)count - 1);
}

const char *write_text(struct connection *writer, enum write_kind kind, const struct record *record)
{
	struct write_key key = { .magic = 'w', .kind = kind, .record = record, .fields = record->fields,
		.field_count = record->field_count };
	struct text key_text = text_make((const char *)&key, sizeof(key));
	const char *known = shape_find(writer, key_text);
	if (known)
		return known;
	struct arena *arena = arena_create();
	struct builder sql;
	builder_begin(&sql, arena, 1024);
	switch (kind) {
	case WRITE_INSERT:
		add_insert(&sql, record);
		break;
	case WRITE_UPDATE:
		add_update(&sql, record);
		break;
	case WRITE_REPLACE:
		add_insert(&sql, record);
		builder_add_string(&sql, " ON CONFLICT (id) DO UPDATE SET ");
		each_column(&sql, record, add_excluded);
		break;
	case WRITE_DELETE_ALL:
	case WRITE_ERASE:
		builder_add_string(&sql, "DELETE FROM ");
		builder_add_string(&sql, record->name);
		builder_add_string(&sql, kind == WRITE_ERASE ? " WHERE id = $1" : "");
		break;
	}
	known = shape_add(writer, key_text, builder_text(&sql));
	arena_destroy(arena);
	return known;
}

bool write_insert(struct connection *writer, struct arena *arena, const struct row *row, struct error_list *errors)
{
	struct value values[COLUMNS_MAXIMUM];
	size_t count = columns_values(arena, row, values);
	return store_execute_later(writer, write_text(writer, WRITE_INSERT, row->record), values, count, errors);
}

bool write_update(struct connection *writer, struct arena *arena, const struct row *row, struct error_list *errors)
{
	struct value all[COLUMNS_MAXIMUM], values[COLUMNS_MAXIMUM];
	size_t all_count = columns_values(arena, row, all), count = 0;
	for (size_t i = 0; i < all_count; i++) {
		if (is_set(i))
			values[count++] = all[i];
	}
	values[count++] = all[0];
	values[count++] = value_integer(row->version - 1);
	return driver_execute_later(writer, write_text(writer, WRITE_UPDATE, row->record), values, count, 1, errors);
}

bool write_replace(struct connection *writer, struct arena *arena, const struct row *row, struct error_list *errors)
{
	struct value values[COLUMNS_MAXIMUM];
	size_t count = columns_values(arena, row, values);
	return store_execute_later(writer, write_text(writer, WRITE_REPLACE, row->record), values, count, errors);
}

bool write_delete_all(struct connection *writer, const struct record *record, struct error_list *errors)
{
	return store_execute(writer, write_text(writer, WRITE_DELETE_ALL, record), NULL, 0, NULL, errors);
}

bool write_erase(struct connection *writer, const struct record *record, struct text id, struct error_list *errors)
{
	struct value parameter = value_text(id);
	return store_execute(writer, write_text(writer, WRITE_ERASE, record), &parameter, 1, NULL, errors);
}
