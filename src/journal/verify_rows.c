/* verify_rows.c - the tables compared row by row with what the journal says of them. */
#include "journal/verify_rows.h"

#include <string.h>

#include "journal/finding.h"
#include "journal/journal_internal.h"

enum { PAGE = 512, NAME_MAXIMUM = 256 };

static void find_row(const struct verify_run *run, const struct chain_row *said, const char *table, struct text id,
	const char *field, const char *what)
{
	const struct verify_finding finding = { .log = said ? run->logs[said->log] : text_empty(),
		.index = said ? said->index : -1, .table = text_from(table), .row = id, .field = text_from(field),
		.what = text_from(what) };
	finding_add(run->report, run->arena, &finding);
}

/* ---- field by field, for a row that differs ---- */

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

static void name_fields(const struct verify_run *run, const struct chain_row *said, const struct row *live,
	const struct row *want)
{
	static const char what[] = "value differs from the journal";
	for (int i = 0; i < ENGINE_VALUES; i++)
		if (!value_equal(engine_value(live, i), engine_value(want, i)))
			find_row(run, said, want->record->name, want->id, engine_names[i], what);
	for (int i = 0; i < want->record->field_count; i++)
		if (!value_equal(live->values[i], want->values[i]))
			find_row(run, said, want->record->name, want->id, want->record->fields[i].name, what);
}

static bool read_entry(const struct verify_run *run, struct arena *arena, const struct chain_row *said,
	struct store_result *out_result)
{
	const struct value values[] = { value_text(run->logs[said->log]), value_integer(said->index) };
	return store_query(run->connection, arena,
		"SELECT " JOURNAL_COLUMNS ", record FROM journal_entry WHERE log = $1 AND idx = $2", values, 2, out_result,
		run->errors);
}

static bool compare_fields(const struct verify_run *run, const struct chain_row *said, const struct row *live)
{
	struct arena *arena = arena_create();
	struct store_result result;
	struct journal_entry entry;
	struct row *want;
	size_t before = run->report->count;
	bool good = read_entry(run, arena, said, &result);
	if (good && result.rows == 1 && journal_entry_read(result.values, &entry, run->errors) &&
		replay_row(arena, run->registry, run->keys, &entry, &want, run->errors) && want)
		name_fields(run, said, live, want);
	if (good && run->report->count == before)
		find_row(run, said, live->record->name, live->id, "", "row differs from the journal");
	arena_destroy(arena);
	return good;
}

/* ---- one table ---- */

struct page {
	struct arena *arena, *scratch;
	const struct record *record;
	struct rows rows;
	struct hash *contents;
	struct chain_key *keys;
};

static void hash_page(void *state, void *item, int worker)
{
	const struct verify_run *run = state;
	struct page *page = item;
	(void)worker;
	for (size_t i = 0; i < page->rows.count; i++) {
		const struct row *row = page->rows.items[i];
		page->keys[i] = chain_key_of(run->chain, arena_join(page->scratch, (const struct text[]){
			text_from(page->record->name), row->id }, 2, TEXT_OF("/")));
		page->contents[i] = row_content(page->scratch, row);
		arena_reset(page->scratch);
	}
}

static bool compare_row(const struct verify_run *run, const struct row *live, const struct chain_key *key,
	const struct hash *content)
{
	struct chain_row *said = chain_find(run->chain, key);
	run->report->rows++;
	if (!said) {
		find_row(run, NULL, live->record->name, live->id, "", "row is not in the journal");
		return true;
	}
	said->seen = true;
	if (said->state == CHAIN_GONE)
		find_row(run, said, live->record->name, live->id, "", "row stands though its key is destroyed");
	else if (said->state == CHAIN_VALUES && !hash_equal(content, &said->content))
		return compare_fields(run, said, live);
	return true;
}

static bool read_page(const struct verify_run *run, struct page *page, const struct record *record, struct text after)
{
	struct selection selection = { .record = record, .order_field = FIELD_ID, .limit = PAGE, .after_id = after };
	arena_reset(page->arena);
	page->record = record;
	if (!select_rows(run->connection, page->arena, &selection, &page->rows, run->errors))
		return false;
	page->contents = ARENA_ARRAY(page->arena, struct hash, page->rows.count + 1);
	page->keys = ARENA_ARRAY(page->arena, struct chain_key, page->rows.count + 1);
	return true;
}

static bool take_page(const struct verify_run *run, const struct page *page)
{
	for (size_t i = 0; i < page->rows.count; i++)
		if (!compare_row(run, page->rows.items[i], &page->keys[i], &page->contents[i]))
			return false;
	progress_tell(run->progress, "rows", run->report->rows, (int64_t)chain_count(run->chain));
	return true;
}

static bool compare_table(const struct verify_run *run, struct pipeline *pipeline, struct page *pages,
	const struct record *record)
{
	char last[NAME_MAXIMUM];
	struct text after = text_empty();
	size_t next = 0;
	bool good = true, more = true;
	while (good && (more || pipeline_waiting(pipeline) > 0)) {
		if (!more || !pipeline_has_room(pipeline)) {
			good = take_page(run, pipeline_take(pipeline));
			continue;
		}
		struct page *page = &pages[next++ % PIPELINE_DEPTH];
		good = read_page(run, page, record, after);
		more = good && page->rows.count == PAGE;
		if (!good || page->rows.count == 0)
			continue;
		struct text id = page->rows.items[page->rows.count - 1]->id;
		after = text_make(last, id.length < sizeof(last) ? id.length : sizeof(last));
		memcpy(last, id.data, after.length);
		pipeline_put(pipeline, page);
	}
	while (pipeline_waiting(pipeline) > 0)
		pipeline_take(pipeline);
	return good;
}

static bool compare_tables(const struct verify_run *run)
{
	struct page pages[PIPELINE_DEPTH];
	struct pipeline *pipeline = pipeline_create(run->workers, hash_page, (void *)(uintptr_t)run);
	bool good = true;
	for (size_t i = 0; i < PIPELINE_DEPTH; i++)
		pages[i] = (struct page){ .arena = arena_create(), .scratch = arena_create() };
	for (size_t i = 0; good && i < run->registry->record_count; i++)
		good = compare_table(run, pipeline, pages, run->registry->records[i]);
	pipeline_destroy(pipeline);
	for (size_t i = 0; i < PIPELINE_DEPTH; i++) {
		arena_destroy(pages[i].arena);
		arena_destroy(pages[i].scratch);
	}
	return good;
}

/* ---- rows that the tables do not have ---- */

/* The chain knows rows by a hash: the entry itself says which one it was. */
static bool name_row(const struct verify_run *run, const struct chain_row *said, const char *what)
{
	struct arena *arena = arena_create();
	struct store_result result;
	bool good = read_entry(run, arena, said, &result);
	struct text name = good ? store_cell(&result, 0, JOURNAL_COLUMN_COUNT).text : text_empty();
	size_t slash = text_find_byte(name, '/');
	if (good) {
		const char *table = arena_string(arena, text_slice(name, 0, slash == SIZE_MAX ? name.length : slash));
		struct text id = slash == SIZE_MAX ? text_empty() : text_slice(name, slash + 1, name.length);
		find_row(run, said, table, id, "", what);
	}
	arena_destroy(arena);
	return good;
}

bool verify_rows(const struct verify_run *run)
{
	struct chain_row *said;
	size_t place = 0;
	bool good = compare_tables(run);
	while (good && (said = chain_next(run->chain, &place)) != NULL) {
		if (said->state == CHAIN_UNREADABLE)
			good = name_row(run, said, "content of the newest entry cannot be read back");
		if (good && !said->seen && (said->state == CHAIN_VALUES || said->state == CHAIN_UNREADABLE))
			good = name_row(run, said, "row is missing from the table");
	}
	return good;
}
