/* verify_rows.c - the chain of revisions, and the tables compared row by row with the folded journal. */
#include "journal/verify_rows.h"

#include <stdio.h>
#include <string.h>

#include "journal/finding.h"
#include "journal/fold.h"
#include "journal/row_json.h"

/* What the journal says of one row; some tens of bytes, so that a million rows fit in memory. */
struct expected {
	struct hash content; /* of all values; not set when gone */
	struct text log;
	int64_t index;
	bool gone;	 /* its key is destroyed: the row must not stand */
	bool unreadable; /* found already; the row is not compared */
	bool seen, differs;
};

struct table_check {
	struct connection *connection;
	struct arena *arena;   /* findings */
	struct arena *table;   /* expected rows of one table */
	struct arena *scratch; /* one row */
	const struct registry *registry;
	struct keys *keys;
	struct verify_report *report;
	struct error_list *errors;
	const struct record *record; /* whose rows are being gathered */
	struct map rows;	     /* id -> struct expected */
	bool *compared;		     /* by place in the registry */
	/* The chain of the row that is being walked. */
	char chain_name[256];
	int64_t chain_revision;
	struct hash chain_leaf;
};

static void find_row(struct table_check *state, const struct expected *expected, struct text id, const char *field,
	const char *what)
{
	const struct verify_finding finding = { .log = expected ? expected->log : text_empty(),
		.index = expected ? expected->index : -1, .table = text_from(state->record->name), .row = id,
		.field = text_from(field), .what = text_from(what) };
	finding_add(state->report, state->arena, &finding);
}

/* ---- one row as bytes and field by field ---- */

static void add_value(struct builder *bytes, struct value value)
{
	builder_add_byte(bytes, (char)('0' + (int)value.kind));
	if (value.kind == VALUE_INTEGER)
		builder_add_bytes(bytes, &value.integer, sizeof value.integer);
	if (value.kind != VALUE_TEXT && value.kind != VALUE_BYTES)
		return;
	builder_add_bytes(bytes, &value.text.length, sizeof value.text.length);
	builder_add(bytes, value.text);
}

enum { ENGINE_VALUES = 7 };
static const char *const engine_names[ENGINE_VALUES] = { "version", "created_at", "created_by", "changed_at", "changed_by",
	"log", "log_index" };

static struct value engine_value(const struct row *row, int place)
{
	const struct value values[ENGINE_VALUES] = { value_integer(row->version), value_integer(row->created_at),
		value_text(row->created_by), value_integer(row->changed_at), value_text(row->changed_by),
		value_text(row->log), value_integer(row->log_index) };
	return values[place];
}

static struct hash row_content(struct arena *scratch, const struct row *row)
{
	struct builder bytes;
	builder_begin(&bytes, scratch, 1024);
	for (int i = 0; i < ENGINE_VALUES; i++)
		add_value(&bytes, engine_value(row, i));
	for (int i = 0; i < row->record->field_count; i++)
		add_value(&bytes, row->values[i]);
	struct text text = builder_text(&bytes);
	return hash_of(text.data, text.length);
}

/* Names each field in which the live row differs. */
static void name_fields(struct table_check *state, const struct expected *expected, const struct row *live,
	const struct row *want)
{
	static const char what[] = "value differs from the journal";
	for (int i = 0; i < ENGINE_VALUES; i++)
		if (!value_equal(engine_value(live, i), engine_value(want, i)))
			find_row(state, expected, want->id, engine_names[i], what);
	for (int i = 0; i < want->record->field_count; i++)
		if (!value_equal(live->values[i], want->values[i]))
			find_row(state, expected, want->id, want->record->fields[i].name, what);
}

static bool compare_fields(struct table_check *state, const struct expected *expected, struct text id)
{
	const struct value values[] = { value_text(expected->log), value_integer(expected->index) };
	struct store_result result;
	struct journal_entry entry;
	const struct row *live;
	struct row *want;
	size_t before = state->report->count;
	if (!select_load(state->connection, state->scratch, state->record, id, &live, state->errors) ||
		!store_query(state->connection, state->scratch,
			"SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE log = $1 AND idx = $2", values, 2, &result,
			state->errors))
		return false;
	if (live && result.rows == 1 && journal_entry_read(result.values, &entry, state->errors) &&
		replay_row(state->scratch, state->registry, state->keys, &entry, &want, state->errors) && want)
		name_fields(state, expected, live, want);
	if (state->report->count == before)
		find_row(state, expected, id, "", "row differs from the journal");
	return true;
}

/* ---- one table ---- */

static bool compare_row(void *opaque, const struct row *live)
{
	struct table_check *state = opaque;
	struct expected *expected = map_get(&state->rows, live->id);
	state->report->rows++;
	if (!expected) {
		find_row(state, NULL, live->id, "", "row is not in the journal");
		return true;
	}
	expected->seen = true;
	if (expected->gone) {
		find_row(state, expected, live->id, "", "row stands though its key is destroyed");
	} else if (!expected->unreadable) {
		struct hash content = row_content(state->scratch, live);
		expected->differs = !hash_equal(&content, &expected->content);
		arena_reset(state->scratch);
	}
	return true;
}

static bool compare_table(struct table_check *state)
{
	if (!select_each(state->connection, state->scratch, state->record, compare_row, state, state->errors))
		return false;
	for (size_t i = 0; i < state->rows.count; i++) {
		const struct expected *expected = state->rows.entries[i].value;
		struct text id = state->rows.entries[i].key;
		if (!expected->seen && !expected->gone)
			find_row(state, expected, id, "", "row is missing from the table");
		if (expected->differs && !compare_fields(state, expected, id))
			return false;
		arena_reset(state->scratch);
	}
	for (size_t i = 0; i < state->registry->record_count; i++)
		if (state->registry->records[i] == state->record)
			state->compared[i] = true;
	state->record = NULL;
	arena_reset(state->table);
	map_begin(&state->rows, state->table);
	return true;
}

static bool expect_row(void *opaque, const struct journal_entry *entry)
{
	struct table_check *state = opaque;
	const struct record *record = registry_record(state->registry, entry->record);
	if (state->record && record != state->record && !compare_table(state))
		return false;
	if (!record)
		return true; /* a table that the program has given up */
	state->record = record;
	struct expected *expected = ARENA_NEW(state->table, struct expected);
	struct text id = arena_copy(state->table, entry->record_id);
	struct row *row;
	struct error_list faults;
	*expected = (struct expected){ .log = arena_copy(state->table, entry->log), .index = entry->index };
	map_set(&state->rows, id, expected);
	error_list_begin(&faults, state->scratch);
	if (!replay_row(state->scratch, state->registry, state->keys, entry, &row, &faults)) {
		expected->unreadable = true;
		find_row(state, expected, id, "", "content of the newest entry cannot be read back");
	} else if (row) {
		expected->content = row_content(state->scratch, row);
	} else {
		expected->gone = true;
	}
	arena_reset(state->scratch);
	return true;
}

/* ---- the chain ---- */

static bool check_chain(void *opaque, const struct journal_entry *entry, const struct entry *parsed, bool readable)
{
	struct table_check *state = opaque;
	if (!readable)
		return true; /* the walk over the logs names it */
	char name[sizeof state->chain_name];
	snprintf(name, sizeof name, "%.*s", TEXT_FORMAT(parsed->record));
	bool same = strcmp(name, state->chain_name) == 0;
	int64_t before = same ? state->chain_revision : 0;
	if (parsed->revision != before + 1)
		finding_say(state->report, state->arena, entry->log, entry->index, "an earlier revision of the row is missing");
	else if (before > 0 && (!parsed->has_previous || !hash_equal(&parsed->previous, &state->chain_leaf)))
		finding_say(state->report, state->arena, entry->log, entry->index,
			"prev is not the leaf hash of the row's previous revision");
	memcpy(state->chain_name, name, sizeof name);
	state->chain_revision = parsed->revision;
	state->chain_leaf = entry->leaf;
	return true;
}

bool verify_rows(struct connection *connection, struct arena *arena, const struct registry *registry, struct keys *keys,
	const struct verify_progress *progress, struct verify_report *report, struct error_list *errors)
{
	struct table_check state = { .connection = connection, .arena = arena, .table = arena_create(),
		.scratch = arena_create(), .registry = registry, .keys = keys, .report = report, .errors = errors };
	state.compared = ARENA_ARRAY(arena, bool, registry->record_count + 1);
	map_begin(&state.rows, state.table);
	const struct fold fold = { .connection = connection, .progress = progress, .phase = "rows", .total = report->entries,
		.revision = check_chain, .newest = expect_row, .state = &state };
	bool good = fold_run(&fold, errors) && (!state.record || compare_table(&state));
	/* Tables without any entry must be empty. */
	for (size_t i = 0; good && i < registry->record_count; i++) {
		state.record = registry->records[i];
		good = state.compared[i] || compare_table(&state);
	}
	arena_destroy(state.table);
	arena_destroy(state.scratch);
	return good;
}
