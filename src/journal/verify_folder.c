/* verify_folder.c - proving an exported folder with nothing but the folder: signature, entries, tiles, root, blobs. */
#include <string.h>

#include "base/file.h"
#include "journal/entry.h"
#include "journal/folder.h"
#include "journal/log_folder.h"

enum { DEPTH_MAXIMUM = 6 };

static bool compare_tile(void *state, const struct tile_name *name, const struct hash *hashes)
{
	log_folder_compare(state, name, hashes);
	return true;
}

/* An entry must say itself which log and which place it is of. */
static void check_entry(struct log_folder *folder, int64_t index, struct text text)
{
	struct entry entry;
	if (!entry_parse(text, &entry)) {
		finding_say(folder->report, folder->arena, folder->log, index, "entry is not readable");
		return;
	}
	if (entry.sequence != index)
		finding_say(folder->report, folder->arena, folder->log, index, "entry has another number");
	if (!text_equal(entry.log, folder->log))
		finding_say(folder->report, folder->arena, folder->log, index, "entry is of another log");
	if (!entry.has_payload || !folder->has_blobs)
		return;
	folder->report->payloads++;
	log_folder_check_blob(folder, index, &entry.payload, entry.payload_size);
}

/* The entries of one bundle into the builder; false when the file cannot be walked to its end. */
static bool walk_bundle(struct log_folder *folder, struct tile_builder *builder, const struct tile_name *name)
{
	struct text content, rest, entry;
	if (!log_folder_read(folder, name, &content))
		return false;
	rest = content;
	for (int i = 0; i < name->width; i++) {
		if (!bundle_next(&rest, &entry)) {
			finding_file(folder->report, folder->arena, folder->log, (int64_t)builder->size,
				tile_path(folder->scratch, name), "bundle ends too early");
			return false;
		}
		check_entry(folder, (int64_t)builder->size, entry);
		folder->report->entries++;
		struct hash leaf = merkle_leaf(entry);
		tile_builder_add(builder, &leaf);
	}
	if (text_is_empty(rest)) {
		log_folder_compare_bundle(folder, name, content);
		return true;
	}
	finding_file(folder->report, folder->arena, folder->log, (int64_t)builder->size, tile_path(folder->scratch, name),
		"bundle holds more than its entries");
	return false;
}

static void verify_log(struct log_folder *folder, const struct note_key *known)
{
	folder->report->logs++;
	if (!log_folder_open(folder, known))
		return;
	struct tile_builder *builder = ARENA_NEW(folder->arena, struct tile_builder);
	*builder = (struct tile_builder){ .full = compare_tile, .state = folder };
	uint64_t size = folder->checkpoint.size;
	for (uint64_t index = 0; index <= (size - 1) / TILE_WIDTH && size > 0; index++) {
		const struct tile_name name = { TILE_ENTRIES, index, tile_width(size, TILE_ENTRIES, index) };
		if (name.width == 0)
			break;
		bool walked = walk_bundle(folder, builder, &name);
		arena_reset(folder->scratch);
		if (!walked)
			return;
	}
	tile_builder_edge(builder);
	struct hash root = tile_builder_root(builder);
	if (!hash_equal(&root, &folder->checkpoint.root))
		finding_say(folder->report, folder->arena, folder->log, -1,
			"the entries do not give the root that the checkpoint signs");
}

static bool is_log(struct arena *arena, const char *path)
{
	return file_exists(file_path(arena, path, "checkpoint")) || file_exists(file_path(arena, path, "vkey")) ||
	       file_exists(file_path(arena, path, "tile"));
}

void folder_verify_log(struct arena *arena, const char *path, const struct note_key *known, struct verify_report *report)
{
	struct log_folder folder = { .path = path, .arena = arena, .scratch = arena_create(), .report = report };
	verify_log(&folder, known);
	arena_destroy(folder.scratch);
}

/* Logs stand below folders that carry the parts of their names. */
static void find_logs(struct arena *arena, const char *path, int depth, struct verify_report *report)
{
	struct text *names;
	size_t count;
	if (is_log(arena, path)) {
		folder_verify_log(arena, path, NULL, report);
		return;
	}
	if (depth == DEPTH_MAXIMUM || !file_list(arena, path, &names, &count))
		return;
	for (size_t i = 0; i < count; i++)
		find_logs(arena, file_path(arena, path, arena_string(arena, names[i])), depth + 1, report);
}

bool verify_folder(struct arena *arena, const char *folder, struct verify_report *out_report, struct error_list *errors)
{
	struct verify_report report = { 0 };
	struct text *names;
	size_t count;
	if (!file_list(arena, folder, &names, &count)) {
		error_say(errors, E_SYSTEM, NULL, N_("The folder cannot be read."));
		return false;
	}
	find_logs(arena, folder, 0, &report);
	if (report.logs == 0)
		finding_say(&report, arena, text_empty(), -1, "the folder holds no log");
	*out_report = report;
	return true;
}
