/* verify_log.c - one log of the database from its first entry to its checkpoint: pages are checked while others are read. */
#include "journal/verify_log.h"

#include <string.h>

#include "base/file.h"
#include "journal/journal_internal.h"
#include "journal/log_folder.h"

enum { PAGE = 512 };

/* What is put together from the pages, in order, by the thread that reads. */
struct check {
	const struct verify_run *run;
	struct text log;
	uint32_t number;
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
};

static void say(struct check *check, int64_t index, const char *what)
{
	finding_say(check->report, check->arena, check->log, index, what);
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

/* ---- pages ---- */

/* Entries of one log that follow each other: read by one thread, checked by a worker, taken by the first again. */
struct page {
	const struct verify_run *run;
	struct text log;
	uint32_t log_number;
	struct arena *arena, *scratch;
	struct store_result cells;
	struct entry_outcome *outcomes;
	struct verify_report report; /* of this page; on its arena */
};

static void check_page(void *state, void *item, int worker)
{
	const struct verify_run *run = state;
	struct page *page = item;
	const struct entry_check check = { .log = page->log, .log_number = page->log_number, .registry = run->registry,
		.chain = run->chain, .keys = run->key_memories[worker], .store = run->keys, .arena = page->arena,
		.scratch = page->scratch, .report = &page->report };
	for (size_t i = 0; i < page->cells.rows; i++)
		entry_check(&check, &page->cells.values[i * page->cells.columns], &page->outcomes[i]);
}

static void check_blob(struct check *check, int64_t index, const struct entry *parsed)
{
	if (check->has_folder && check->folder.has_blobs && parsed->has_payload &&
		(uint64_t)index < check->folder.checkpoint.size)
		log_folder_check_blob(&check->folder, index, &parsed->payload, parsed->payload_size);
}

static void take_entry(struct check *check, const struct value *cells, const struct entry_outcome *outcome)
{
	if (cells[0].integer != check->expected)
		say(check, check->expected, "entry is missing");
	check->expected = cells[0].integer + 1;
	if (outcome->readable)
		check_blob(check, cells[0].integer, &outcome->parsed);
	if (outcome->has_link)
		chain_add(check->run->chain, &outcome->link);
	add_to_bundle(check, cells[1].text);
	tile_builder_add(check->builder, &outcome->leaf);
	if (check->has_folder && check->builder->size == check->folder.checkpoint.size)
		check_export_edge(check);
	check->report->entries++;
	if (check->has_folder)
		arena_reset(check->scratch);
}

static void take_page(struct check *check, const struct page *page)
{
	verify_report_add(check->report, check->arena, &page->report);
	for (size_t i = 0; i < page->cells.rows; i++)
		take_entry(check, &page->cells.values[i * page->cells.columns], &page->outcomes[i]);
	progress_tell(check->run->progress, "entries", check->report->entries, check->run->total);
}

static bool read_page(struct check *check, struct page *page, int64_t from, struct error_list *errors)
{
	const struct value values[] = { value_text(check->log), value_integer(from), value_integer(PAGE) };
	arena_reset(page->arena);
	page->report = (struct verify_report){ 0 };
	if (!store_query(check->run->connection, page->arena,
		    "SELECT " VERIFY_COLUMNS " FROM journal_entry WHERE log = $1 AND idx >= $2 ORDER BY idx LIMIT $3", values, 3,
		    &page->cells, errors))
		return false;
	page->outcomes = ARENA_ARRAY(page->arena, struct entry_outcome, page->cells.rows + 1);
	return true;
}

static bool walk_pages(struct check *check)
{
	struct page pages[PIPELINE_DEPTH];
	struct pipeline *pipeline = pipeline_create(check->run->workers, check_page, (void *)(uintptr_t)check->run);
	size_t next = 0;
	int64_t from = 0;
	bool good = true, more = true;
	for (size_t i = 0; i < PIPELINE_DEPTH; i++)
		pages[i] = (struct page){ .run = check->run, .log = check->log, .log_number = check->number,
			.arena = arena_create(), .scratch = arena_create() };
	while (good && (more || pipeline_waiting(pipeline) > 0)) {
		if (!more || !pipeline_has_room(pipeline)) {
			take_page(check, pipeline_take(pipeline));
			continue;
		}
		struct page *page = &pages[next++ % PIPELINE_DEPTH];
		good = read_page(check, page, from, check->run->errors);
		more = good && page->cells.rows == PAGE;
		if (good && page->cells.rows > 0) {
			from = store_cell(&page->cells, page->cells.rows - 1, 0).integer + 1;
			pipeline_put(pipeline, page);
		}
	}
	pipeline_destroy(pipeline);
	for (size_t i = 0; i < PIPELINE_DEPTH; i++) {
		arena_destroy(pages[i].arena);
		arena_destroy(pages[i].scratch);
	}
	return good;
}

/* ---- one log ---- */

static bool read_nodes(struct check *check, struct arena *arena)
{
	const struct value values[] = { value_text(check->log) };
	struct store_result result;
	if (!store_query(check->run->connection, arena,
		    "SELECT level, idx, hash FROM journal_node WHERE log = $1 ORDER BY level, idx", values, 1, &result,
		    check->run->errors))
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
	if (!keys_public(check->run->keys, check->log, false, public_key, &ignored)) {
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
	if (!check->run->tiles || !keys_public(check->run->keys, check->log, false, public_key, &ignored))
		return;
	const char *path = file_path(arena, check->run->tiles, arena_string(arena, check->log));
	if (!file_exists(path))
		return;
	struct note_key key = note_key_make(check->log, NOTE_LOG_KEY, public_key);
	check->folder = (struct log_folder){ .path = path, .arena = check->arena, .scratch = check->scratch,
		.report = check->report };
	check->has_folder = log_folder_open(&check->folder, &key);
}

void verify_report_add(struct verify_report *report, struct arena *arena, const struct verify_report *part)
{
	report->payloads += part->payloads;
	report->destroyed += part->destroyed;
	report->rows += part->rows;
	for (size_t i = 0; i < part->count; i++)
		finding_add(report, arena, &part->findings[i]);
}

bool verify_log(const struct verify_run *run, uint32_t number, const struct value *head)
{
	struct arena *arena = arena_create();
	struct check check = { .run = run, .log = run->logs[number], .number = number, .arena = run->arena,
		.scratch = arena_create(), .report = run->report, .builder = ARENA_NEW(arena, struct tile_builder) };
	*check.builder = (struct tile_builder){ .full = check_tile, .state = &check };
	builder_begin(&check.bundle, arena, 65536);
	run->report->logs++;
	open_folder(&check, arena);
	arena_reset(check.scratch);
	bool good = read_nodes(&check, arena) && walk_pages(&check);
	if (good && head)
		check_head(&check, head);
	if (good && !head)
		say(&check, -1, "the log has entries but no head");
	if (good && check.has_folder && check.folder.checkpoint.size > check.builder->size)
		say(&check, -1, "the exported log is longer than the database's");
	arena_destroy(check.scratch);
	arena_destroy(arena);
	return good;
}
