/* verify_log.c - one log of the database from its first entry to its checkpoint; entries are checked while others are read. */
#include "journal/verify_log.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "journal/journal_internal.h"
#include "journal/log_folder.h"

enum { PAGE = 2000 };

/* Everything that the checking thread uses; the reading thread keeps its hands off while a page is being checked. */
struct check {
	const struct verify_log *verify;
	struct text log;
	struct arena *arena; /* findings */
	struct arena *scratch;
	struct verify_report *report;
	struct tile_builder *builder;
	struct hash *nodes[TILE_LEVELS]; /* stored tile roots by level */
	uint64_t node_counts[TILE_LEVELS];
	bool has_folder;
	struct log_folder folder;
	struct builder bundle;
	int64_t expected; /* number of the next entry */
	const struct store_result *page;
};

static void say(struct check *check, int64_t index, const char *what)
{
	finding_say(check->report, check->arena, check->log, index, what);
}

/* ---- one entry ---- */

static void check_column(struct check *check, int64_t index, const char *column, struct value cell, struct value want)
{
	if (value_equal(cell, want))
		return;
	const struct verify_finding finding = { .log = check->log, .index = index, .table = TEXT("journal_entry"),
		.row = TEXT(""), .field = text_from(column), .what = TEXT("column differs from the entry") };
	finding_add(check->report, check->arena, &finding);
}

/* cells: idx, entry, leaf, time, type, actor, subject, record, rev, act, blob. */
static void check_columns(struct check *check, const struct value *cells, const struct entry *parsed,
	const struct journal_entry *entry)
{
	int64_t index = cells[0].integer;
	check_column(check, index, "time", cells[3], value_integer(parsed->time));
	check_column(check, index, "type", cells[4], value_text(parsed->type));
	check_column(check, index, "actor", cells[5], value_text(entry->actor));
	check_column(check, index, "subject", cells[6], value_text(entry->subject));
	check_column(check, index, "record", cells[7], value_text(parsed->record));
	check_column(check, index, "rev", cells[8],
		value_integer(journal_log_kind(check->log) == 'j' ? parsed->revision : 0));
	check_column(check, index, "act", cells[9], value_text(entry->decision));
}

static void check_payload(struct check *check, const struct entry *parsed, const struct journal_entry *entry)
{
	struct error_list errors;
	struct text plaintext;
	if (parsed->has_payload != !text_is_empty(entry->blob)) {
		say(check, entry->index, parsed->has_payload ? "content is missing" : "content that the entry does not name");
		return;
	}
	if (!parsed->has_payload)
		return;
	check->report->payloads++;
	error_list_begin(&errors, check->scratch);
	if ((int64_t)entry->blob.length != parsed->payload_size)
		say(check, entry->index, "content has another size");
	else if (journal_open_payload(check->verify->keys, check->scratch, entry, &plaintext, &errors))
		;
	else if (error_list_has(&errors, E_KEY_DESTROYED))
		check->report->destroyed++;
	else
		say(check, entry->index, errors.items[0].message);
	if (check->has_folder && check->folder.has_blobs && (uint64_t)entry->index < check->folder.checkpoint.size)
		log_folder_check_blob(&check->folder, entry->index, &parsed->payload, parsed->payload_size);
}

static void check_entry(struct check *check, const struct value *cells, const struct hash *leaf)
{
	struct entry parsed;
	struct journal_entry entry;
	struct hash stored;
	int64_t index = cells[0].integer;
	const struct value view[JOURNAL_COLUMN_COUNT] = { value_text(check->log), cells[0], cells[1], cells[2], cells[10] };
	if (!journal_hash_cell(cells[2], &stored) || !hash_equal(leaf, &stored))
		say(check, index, "leaf hash differs from the entry");
	if (!entry_parse(cells[1].text, &parsed)) {
		say(check, index, "entry is not readable");
		return;
	}
	if (parsed.sequence != index)
		say(check, index, "entry has another number");
	if (!text_equal(parsed.log, check->log))
		say(check, index, "entry is of another log");
	journal_entry_fill(view, &parsed, &entry);
	check_columns(check, cells, &parsed, &entry);
	check_payload(check, &parsed, &entry);
}

/* ---- tiles ---- */

static bool within_export(const struct check *check, const struct tile_name *name)
{
	return check->has_folder && tile_width(check->folder.checkpoint.size, name->level, name->index) == TILE_WIDTH;
}

static bool check_tile(void *opaque, const struct tile_name *name, const struct hash *hashes)
{
	struct check *check = opaque;
	int above = name->level + 1;
	if (name->width == TILE_WIDTH && above < TILE_LEVELS) {
		struct hash root = tile_root(hashes, TILE_WIDTH);
		int64_t first = (int64_t)(name->index << (TILE_HEIGHT * above));
		if (name->index >= check->node_counts[above])
			say(check, first, "root of a subtree is missing");
		else if (!hash_equal(&root, &check->nodes[above][name->index]))
			say(check, first, "root of the subtree that starts here differs from its entries");
	}
	if (within_export(check, name))
		log_folder_compare(&check->folder, name, hashes);
	return true;
}

static bool compare_edge(void *opaque, const struct tile_name *name, const struct hash *hashes)
{
	struct check *check = opaque;
	log_folder_compare(&check->folder, name, hashes);
	return true;
}

/* The export may be older than the log: at its size the partial tiles and its root must be ours. */
static void check_export_edge(struct check *check)
{
	struct tile_name name = { TILE_ENTRIES, check->builder->size / TILE_WIDTH, (int)(check->builder->size % TILE_WIDTH) };
	struct hash root = tile_builder_root(check->builder);
	check->builder->full = compare_edge;
	tile_builder_edge(check->builder);
	check->builder->full = check_tile;
	if (name.width > 0)
		log_folder_compare_bundle(&check->folder, &name, builder_text(&check->bundle));
	if (!hash_equal(&root, &check->folder.checkpoint.root))
		say(check, -1, "the exported checkpoint signs another history than the database holds");
}

static void add_to_bundle(struct check *check, struct text entry)
{
	if (!check->has_folder || check->builder->size >= check->folder.checkpoint.size)
		return;
	bundle_add(&check->bundle, entry);
	if (check->builder->size % TILE_WIDTH != TILE_WIDTH - 1)
		return;
	const struct tile_name name = { TILE_ENTRIES, check->builder->size / TILE_WIDTH, TILE_WIDTH };
	log_folder_compare_bundle(&check->folder, &name, builder_text(&check->bundle));
	check->bundle.length = 0;
}

static void *check_page(void *opaque)
{
	struct check *check = opaque;
	for (size_t i = 0; i < check->page->rows; i++) {
		const struct value *cells = &check->page->values[i * check->page->columns];
		struct hash leaf = merkle_leaf(cells[1].text);
		if (cells[0].integer != check->expected)
			say(check, check->expected, "entry is missing");
		check->expected = cells[0].integer + 1;
		check_entry(check, cells, &leaf);
		add_to_bundle(check, cells[1].text);
		tile_builder_add(check->builder, &leaf);
		if (check->has_folder && check->builder->size == check->folder.checkpoint.size)
			check_export_edge(check);
		check->report->entries++;
		arena_reset(check->scratch);
	}
	return NULL;
}

/* ---- one log ---- */

static bool read_page(struct check *check, struct arena *page, int64_t from, struct store_result *out_result,
	struct error_list *errors)
{
	const struct value values[] = { value_text(check->log), value_integer(from) };
	arena_reset(page);
	error_list_begin(errors, page);
	return store_query(check->verify->connection, page,
		"SELECT idx, entry, leaf, time, type, actor, subject, record, rev, act, blob FROM journal_entry"
		" WHERE log = $1 AND idx >= $2 ORDER BY idx LIMIT 2000",
		values, 2, out_result, errors);
}

/* One thread checks a page while this one reads the next; they share no arena. */
static bool walk_pages(struct check *check)
{
	struct arena *pages[2] = { arena_create(), arena_create() };
	struct store_result results[2];
	struct error_list errors;
	bool good = read_page(check, pages[0], 0, &results[0], &errors);
	for (int now = 0; good && results[now].rows > 0; now = 1 - now) {
		pthread_t thread;
		int64_t last = store_cell(&results[now], results[now].rows - 1, 0).integer;
		check->page = &results[now];
		if (pthread_create(&thread, NULL, check_page, check) != 0)
			abort();
		good = read_page(check, pages[1 - now], last + 1, &results[1 - now], &errors);
		pthread_join(thread, NULL);
		progress_tell(check->verify->progress, "entries", check->report->entries, check->verify->total);
	}
	if (!good)
		error_append(check->verify->errors, &errors);
	arena_destroy(pages[0]);
	arena_destroy(pages[1]);
	return good;
}

static bool read_nodes(struct check *check, struct arena *arena)
{
	const struct value values[] = { value_text(check->log) };
	struct store_result result;
	if (!store_query(check->verify->connection, arena,
		    "SELECT level, idx, hash FROM journal_node WHERE log = $1 ORDER BY level, idx", values, 1, &result,
		    check->verify->errors))
		return false;
	struct hash *hashes = ARENA_ARRAY(arena, struct hash, result.rows + 1);
	for (size_t i = 0; i < result.rows; i++) {
		int64_t level = store_cell(&result, i, 0).integer;
		if (level < 1 || level >= TILE_LEVELS || !journal_hash_cell(store_cell(&result, i, 2), &hashes[i]) ||
			store_cell(&result, i, 1).integer != (int64_t)check->node_counts[level]) {
			say(check, -1, "the stored roots of subtrees have gaps or strangers");
			break;
		}
		if (check->node_counts[level]++ == 0)
			check->nodes[level] = &hashes[i];
	}
	return true;
}

static void check_head(struct check *check, const struct value *cells)
{
	struct merkle_frontier frontier;
	struct hash root = tile_builder_root(check->builder), stored;
	struct checkpoint checkpoint;
	struct error_list ignored;
	uint8_t public_key[NOTE_PUBLIC_SIZE];
	error_list_begin(&ignored, check->scratch);
	if (cells[1].integer != (int64_t)check->builder->size)
		say(check, -1, "the log has another number of entries than its head says");
	if (!journal_hash_cell(cells[3], &stored) || !hash_equal(&root, &stored))
		say(check, -1, "the entries do not give the root of the head");
	if (!merkle_frontier_read(cells[2].text, &frontier) || frontier.size != check->builder->size)
		frontier = (struct merkle_frontier){ 0 };
	stored = merkle_root(&frontier);
	if (!hash_equal(&root, &stored))
		say(check, -1, "the frontier differs from the entries");
	if (!keys_public(check->verify->keys, check->log, false, public_key, &ignored)) {
		say(check, -1, "the key store has no signing key of the log");
		return;
	}
	struct note_key key = note_key_make(check->log, NOTE_LOG_KEY, public_key);
	if (!checkpoint_verify(check->scratch, cells[4].text, &key, &checkpoint))
		say(check, -1, "the checkpoint is malformed, or its signature does not hold");
	else if (checkpoint.size != check->builder->size || !hash_equal(&checkpoint.root, &root))
		say(check, -1, "the entries do not give the root that the checkpoint signs");
}

/* An export of this log, if there is one; its own checkpoint must be signed by the key of the key store. */
static void open_folder(struct check *check, struct arena *arena)
{
	struct error_list ignored;
	uint8_t public_key[NOTE_PUBLIC_SIZE];
	error_list_begin(&ignored, arena);
	if (!check->verify->tiles || !keys_public(check->verify->keys, check->log, false, public_key, &ignored))
		return;
	const char *path = file_path(arena, check->verify->tiles, arena_string(arena, check->log));
	if (!file_exists(path))
		return;
	struct note_key key = note_key_make(check->log, NOTE_LOG_KEY, public_key);
	check->folder = (struct log_folder){ .path = path, .arena = check->arena, .scratch = check->scratch,
		.report = check->report };
	check->has_folder = log_folder_open(&check->folder, &key);
}

bool verify_log(const struct verify_log *verify, const struct value *cells)
{
	struct arena *arena = arena_create();
	struct check check = { .verify = verify, .log = cells[0].text, .arena = verify->arena, .scratch = arena_create(),
		.report = verify->report, .builder = ARENA_NEW(arena, struct tile_builder) };
	*check.builder = (struct tile_builder){ .full = check_tile, .state = &check };
	builder_begin(&check.bundle, arena, 65536);
	verify->report->logs++;
	open_folder(&check, arena);
	arena_reset(check.scratch);
	bool good = read_nodes(&check, arena) && walk_pages(&check);
	if (good) {
		check_head(&check, cells);
		if (check.has_folder && check.folder.checkpoint.size > check.builder->size)
			say(&check, -1, "the exported log is longer than the database's");
	}
	arena_destroy(check.scratch);
	arena_destroy(arena);
	return good;
}
