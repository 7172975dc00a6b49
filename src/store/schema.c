/* schema.c - from record tables to SQL, and the differences from the live database. */
#include <string.h>

#include "base/builder.h"
#include "store/columns.h"
#include "store/driver.h"
#include "store/schema.h"

/* ---- making ---- */

static void add_column(struct builder *sql, const char *name, const char *suffix, bool integer)
{
	builder_add_string(sql, name);
	builder_add_string(sql, suffix);
	builder_add_string(sql, integer ? " BIGINT" : " TEXT");
}

static void add_table(struct builder *sql, const struct record *record)
{
	builder_add_string(sql, "CREATE TABLE IF NOT EXISTS ");
	builder_add_string(sql, record->name);
	builder_add_string(sql, " (");
	for (int i = 0; i < ENGINE_COLUMNS; i++) {
		builder_add_string(sql, i ? ", " : "");
		add_column(sql, column_engine[i], "", column_engine_is_integer(i));
		builder_add_string(sql, i ? " NOT NULL" : " NOT NULL PRIMARY KEY");
	}
	for (int i = 0; i < record->field_count; i++) {
		builder_add_string(sql, ", ");
		add_column(sql, record->fields[i].name, "", field_is_integer(&record->fields[i]));
	}
	for (int i = 0; i < record->field_count; i++) {
		if (!(record->fields[i].flags & FIELD_SEARCHED))
			continue;
		builder_add_string(sql, ", ");
		add_column(sql, record->fields[i].name, "_fold", false);
	}
	builder_add_string(sql, ")");
}

enum index_kind { INDEX_NONE, INDEX_UNIQUE, INDEX_PLAIN, INDEX_FOLD };

static enum index_kind index_kind(const struct field *field)
{
	if (field->flags & FIELD_UNIQUE)
		return INDEX_UNIQUE;
	if (field->type == FIELD_REFERENCE || (field->flags & FIELD_INDEXED))
		return INDEX_PLAIN;
	return INDEX_NONE;
}

/* Names: <table>_<column>_key, <table>_<column>_index, <table>_<column>_fold_index. */
static struct text index_name(struct arena *arena, const struct record *record, const struct field *field,
	enum index_kind kind)
{
	const char *suffix = kind == INDEX_UNIQUE ? "_key" : kind == INDEX_FOLD ? "_fold_index" : "_index";
	return arena_format(arena, "%s_%s%s", record->name, field->name, suffix);
}

static struct text index_sql(struct arena *arena, const struct record *record, const struct field *field,
	enum index_kind kind)
{
	struct builder sql;
	builder_begin(&sql, arena, 128);
	builder_add_string(&sql, kind == INDEX_UNIQUE ? "CREATE UNIQUE INDEX IF NOT EXISTS " :
							"CREATE INDEX IF NOT EXISTS ");
	builder_add(&sql, index_name(arena, record, field, kind));
	builder_add_string(&sql, " ON ");
	builder_add_string(&sql, record->name);
	builder_add_string(&sql, " (");
	builder_add_string(&sql, field->name);
	builder_add_string(&sql, kind == INDEX_FOLD ? "_fold)" : ")");
	return builder_text(&sql);
}

struct text schema_create(struct arena *arena, const struct record *record)
{
	struct builder sql;
	builder_begin(&sql, arena, 2048);
	add_table(&sql, record);
	for (int i = 0; i < record->field_count; i++) {
		const struct field *field = &record->fields[i];
		enum index_kind kind = index_kind(field);
		if (kind != INDEX_NONE) {
			builder_add_string(&sql, ";\n");
			builder_add(&sql, index_sql(arena, record, field, kind));
		}
		if (field->flags & FIELD_SEARCHED) {
			builder_add_string(&sql, ";\n");
			builder_add(&sql, index_sql(arena, record, field, INDEX_FOLD));
		}
	}
	return builder_text(&sql);
}

/* ---- looking ---- */

/* Columns of all tables: table, column, type in capital letters. */
static const char *const columns_sqlite =
	"SELECT t.name, c.name, upper(c.type) FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' "
	"ORDER BY t.name, c.cid";
static const char *const columns_postgres =
	"SELECT table_name, column_name, upper(data_type) FROM information_schema.columns "
	"WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position";
static const char *const indexes_sqlite = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name";
static const char *const indexes_postgres =
	"SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname";

struct live {
	struct store_result columns, indexes;
};

static bool live_read(struct connection *connection, struct arena *arena, struct live *out_live,
	struct error_list *errors)
{
	bool sqlite = connection_backend(connection) == STORE_SQLITE;
	return store_query(connection, arena, sqlite ? columns_sqlite : columns_postgres, NULL, 0, &out_live->columns,
		       errors) &&
		store_query(connection, arena, sqlite ? indexes_sqlite : indexes_postgres, NULL, 0, &out_live->indexes,
			errors);
}

static bool has_table(const struct live *live, const char *table)
{
	for (size_t i = 0; i < live->columns.rows; i++) {
		if (text_equal_string(store_cell(&live->columns, i, 0).text, table))
			return true;
	}
	return false;
}

/* Type of a column, or NULL. */
static const struct value *column_type(const struct live *live, const char *table, struct text column)
{
	for (size_t i = 0; i < live->columns.rows; i++) {
		const struct value *row = live->columns.values + i * live->columns.columns;
		if (text_equal_string(row[0].text, table) && text_equal(row[1].text, column))
			return &row[2];
	}
	return NULL;
}

static bool has_index(const struct live *live, struct text name)
{
	for (size_t i = 0; i < live->indexes.rows; i++) {
		if (text_equal(store_cell(&live->indexes, i, 0).text, name))
			return true;
	}
	return false;
}

static bool install_missing(struct connection *writer, const struct registry *registry, struct arena *arena,
	struct error_list *errors)
{
	struct live live;
	if (!live_read(writer, arena, &live, errors))
		return false;
	for (size_t i = 0; i < registry->record_count; i++) {
		const struct record *record = registry->records[i];
		if (!has_table(&live, record->name) &&
			!store_script(writer, schema_create(arena, record).data, errors))
			return false;
	}
	return true;
}

bool schema_install(struct connection *writer, const struct registry *registry, struct error_list *errors)
{
	/* In one transaction, so that a new database costs one sync and is whole or not there; or in the caller's own. */
	bool own = !writer->in_transaction;
	if (own && !store_begin(writer, errors))
		return false;
	struct arena *arena = arena_create();
	bool good = install_missing(writer, registry, arena, errors);
	arena_destroy(arena);
	if (!own)
		return good;
	if (good && store_commit(writer, errors))
		return true;
	store_rollback(writer, errors);
	return false;
}

/* ---- comparing ---- */

struct comparing {
	struct arena *arena;
	const struct live *live;
	struct schema_difference *items;
	size_t count, capacity;
};

static void add_difference(struct comparing *comparing, const struct record *record, struct text column,
	struct text sql, const char *reason)
{
	if (comparing->count == comparing->capacity) {
		size_t capacity = comparing->capacity ? comparing->capacity * 2 : 16;
		struct schema_difference *more = ARENA_ARRAY(comparing->arena, struct schema_difference, capacity);
		if (comparing->count)
			memcpy(more, comparing->items, comparing->count * sizeof(*more));
		comparing->items = more;
		comparing->capacity = capacity;
	}
	comparing->items[comparing->count++] = (struct schema_difference){ .table = text_from(record->name),
		.column = column, .sql = sql, .reason = text_from(reason) };
}

static void compare_column(struct comparing *comparing, const struct record *record, const char *name,
	const char *suffix, bool integer)
{
	struct text column = arena_format(comparing->arena, "%s%s", name, suffix);
	const struct value *type = column_type(comparing->live, record->name, column);
	if (type) {
		if (!text_equal_string(type->text, integer ? "BIGINT" : "TEXT"))
			add_difference(comparing, record, column, text_empty(), "the column has another type");
		return;
	}
	struct builder sql;
	builder_begin(&sql, comparing->arena, 128);
	builder_add_string(&sql, "ALTER TABLE ");
	builder_add_string(&sql, record->name);
	builder_add_string(&sql, " ADD COLUMN ");
	add_column(&sql, name, suffix, integer);
	add_difference(comparing, record, column, builder_text(&sql),
		*suffix ? "the search column is missing; rebuild the tables to fill it" : "the column is missing");
}

static void compare_columns(struct comparing *comparing, const struct record *record)
{
	/* A table that lacks one of the engine's columns was not made by it; NOT NULL cannot be added to rows. */
	for (int i = 0; i < ENGINE_COLUMNS; i++) {
		struct text column = text_from(column_engine[i]);
		const struct value *type = column_type(comparing->live, record->name, column);
		if (!type || !text_equal_string(type->text, column_engine_is_integer(i) ? "BIGINT" : "TEXT"))
			add_difference(comparing, record, column, text_empty(), "a column of the engine is not as it must be");
	}
	for (int i = 0; i < record->field_count; i++) {
		const struct field *field = &record->fields[i];
		compare_column(comparing, record, field->name, "", field_is_integer(field));
		if (field->flags & FIELD_SEARCHED)
			compare_column(comparing, record, field->name, "_fold", false);
	}
}

static bool is_column_of(const struct record *record, struct text column)
{
	for (int i = 0; i < ENGINE_COLUMNS; i++) {
		if (text_equal_string(column, column_engine[i]))
			return true;
	}
	if (record_field(record, column) >= 0)
		return true;
	if (!text_ends_with(column, TEXT_OF("_fold")))
		return false;
	int field = record_field(record, text_slice(column, 0, column.length - 5));
	return field >= 0 && (record->fields[field].flags & FIELD_SEARCHED);
}

static void compare_surplus(struct comparing *comparing, const struct record *record)
{
	for (size_t i = 0; i < comparing->live->columns.rows; i++) {
		struct text column = store_cell(&comparing->live->columns, i, 1).text;
		if (text_equal_string(store_cell(&comparing->live->columns, i, 0).text, record->name) &&
			!is_column_of(record, column))
			add_difference(comparing, record, column, text_empty(), "no field has this column; it is left alone");
	}
}

static void compare_index(struct comparing *comparing, const struct record *record, const struct field *field,
	enum index_kind kind)
{
	if (kind == INDEX_NONE || has_index(comparing->live, index_name(comparing->arena, record, field, kind)))
		return;
	struct text column = kind == INDEX_FOLD ? arena_format(comparing->arena, "%s_fold", field->name) :
						  text_from(field->name);
	add_difference(comparing, record, column, index_sql(comparing->arena, record, field, kind),
		"an index is missing");
}

static void compare_record(struct comparing *comparing, const struct record *record)
{
	if (!has_table(comparing->live, record->name)) {
		add_difference(comparing, record, text_empty(), schema_create(comparing->arena, record),
			"the table is missing");
		return;
	}
	compare_columns(comparing, record);
	compare_surplus(comparing, record);
	for (int i = 0; i < record->field_count; i++) {
		compare_index(comparing, record, &record->fields[i], index_kind(&record->fields[i]));
		if (record->fields[i].flags & FIELD_SEARCHED)
			compare_index(comparing, record, &record->fields[i], INDEX_FOLD);
	}
}

bool schema_compare(struct connection *connection, struct arena *arena, const struct registry *registry,
	struct schema_difference **out_differences, size_t *out_count, struct error_list *errors)
{
	struct live live;
	if (!live_read(connection, arena, &live, errors))
		return false;
	struct comparing comparing = { .arena = arena, .live = &live };
	for (size_t i = 0; i < registry->record_count; i++)
		compare_record(&comparing, registry->records[i]);
	*out_differences = comparing.items;
	*out_count = comparing.count;
	return true;
}
