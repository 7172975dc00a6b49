/* export.c - writing logs as tlog-tiles folders: only what is new, checkpoint last. */
#include <string.h>

#include "base/file.h"
#include "journal/entry.h"
#include "journal/folder.h"
#include "journal/journal_internal.h"
#include "journal/log_folder.h"

enum { FILE_MODE = 0640, FOLDER_MODE = 0750 };

struct export {
	struct connection *connection;
	struct text log;
	const char *path;
	struct arena *scratch;
	struct tile_builder *builder;
	struct builder bundle; /* entries of the bundle that is being filled */
	uint64_t before;       /* size of the last export: what lies wholly below it is there */
	struct error_list *errors;
};

static bool fail(struct export *export)
{
	error_say(export->errors, E_SYSTEM, NULL, N_("A file of the export cannot be written."));
	return false;
}

static bool write_file(struct export *export, struct text name, struct text content)
{
	char *path = file_path(export->scratch, export->path, arena_string(export->scratch, name));
	char *slash = strrchr(path, '/');
	*slash = '\0';
	bool made = file_make_folder(path, FOLDER_MODE);
	*slash = '/';
	return (made && file_write_unsynced(path, content.data, content.length, FILE_MODE)) || fail(export);
}

static bool is_there(const struct export *export, const struct tile_name *name)
{
	return tile_width(export->before, name->level, name->index) >= name->width;
}

static bool write_tile(void *opaque, const struct tile_name *name, const struct hash *hashes)
{
	struct export *export = opaque;
	return is_there(export, name) ||
	       write_file(export, tile_path(export->scratch, name),
		       text_make((const char *)hashes, (size_t)name->width * sizeof *hashes));
}

static bool write_bundle(struct export *export, int width)
{
	const struct tile_name name = { TILE_ENTRIES, (export->builder->size - 1) / TILE_WIDTH, width };
	bool done = is_there(export, &name) ||
		    write_file(export, tile_path(export->scratch, &name), builder_text(&export->bundle));
	export->bundle.length = 0;
	return done;
}

static bool write_blob(struct export *export, struct text blob)
{
	struct hash hash = hash_of(blob.data, blob.length);
	return write_file(export, blob_path(export->scratch, &hash), blob);
}

static bool export_entry(struct export *export, const struct value *cells)
{
	struct text entry = cells[0].text;
	struct hash leaf = merkle_leaf(entry);
	bundle_add(&export->bundle, entry);
	if (!tile_builder_add(export->builder, &leaf))
		return false;
	if (export->builder->size % TILE_WIDTH == 0 && !write_bundle(export, TILE_WIDTH))
		return false;
	return export->builder->size <= export->before || cells[1].kind != VALUE_BYTES || write_blob(export, cells[1].text);
}

static bool export_entries(struct export *export, uint64_t size)
{
	struct arena *page = arena_create();
	bool good = true;
	while (good && export->builder->size < size) {
		const struct value values[] = { value_text(export->log), value_integer((int64_t)export->builder->size),
			value_integer((int64_t)size) };
		struct store_result result;
		arena_reset(page);
		good = store_query(export->connection, page,
			"SELECT entry, blob FROM journal_entry WHERE log = $1 AND idx >= $2 AND idx < $3 ORDER BY idx LIMIT 1000",
			values, 3, &result, export->errors);
		if (good && result.rows == 0)
			good = journal_fail(export->errors, N_("The log has fewer entries than its checkpoint says."));
		for (size_t i = 0; good && i < result.rows; i++) {
			good = export_entry(export, &result.values[i * result.columns]);
			arena_reset(export->scratch);
		}
	}
	arena_destroy(page);
	if (!good)
		return false;
	int width = (int)(size % TILE_WIDTH);
	return tile_builder_edge(export->builder) && (width == 0 || write_bundle(export, width));
}

/*
 * Goes on where the last export ended: full tiles below are there, and their roots stand in journal_node. Only the tile
 * of level 0 that was partial is read again, entry by entry.
 */
static bool resume(struct export *export)
{
	struct tile_builder *builder = export->builder;
	uint64_t full = export->before / TILE_WIDTH * TILE_WIDTH;
	for (int number = 1; number < TILE_LEVELS && full >> (TILE_HEIGHT * number) > 0; number++) {
		struct tile_level *level = &builder->levels[number];
		uint64_t hashes = full >> (TILE_HEIGHT * number);
		level->index = hashes / TILE_WIDTH;
		const struct value values[] = { value_text(export->log), value_integer(number),
			value_integer((int64_t)(level->index * TILE_WIDTH)), value_integer((int64_t)hashes) };
		struct store_result result;
		if (!store_query(export->connection, export->scratch,
			    "SELECT hash FROM journal_node WHERE log = $1 AND level = $2 AND idx >= $3 AND idx < $4 ORDER BY idx",
			    values, 4, &result, export->errors))
			return false;
		for (size_t i = 0; i < result.rows && i < TILE_WIDTH; i++)
			if (!journal_hash_cell(store_cell(&result, i, 0), &level->hashes[level->count++]))
				return journal_fail(export->errors, N_("The tree of a log is damaged."));
		if (result.rows != hashes % TILE_WIDTH)
			return journal_fail(export->errors, N_("The tree of a log has gaps."));
	}
	builder->levels[0].index = full / TILE_WIDTH;
	builder->size = full;
	return true;
}

/* Size of what was exported before, if its checkpoint is signed by the same key; 0 otherwise. */
static uint64_t exported_size(struct export *export, const struct note_key *key)
{
	struct text message;
	struct checkpoint checkpoint;
	if (!file_read(export->scratch, file_path(export->scratch, export->path, "checkpoint"), NOTE_SIZE_MAXIMUM, &message) ||
		!checkpoint_verify(export->scratch, message, key, &checkpoint))
		return 0;
	return checkpoint.size;
}

static bool export_log(struct export *export, struct keys *keys, struct text message)
{
	uint8_t public_key[NOTE_PUBLIC_SIZE];
	struct checkpoint checkpoint;
	if (!keys_public(keys, export->log, false, public_key, export->errors))
		return false;
	struct note_key key = note_key_make(export->log, NOTE_LOG_KEY, public_key);
	if (!checkpoint_verify(export->scratch, message, &key, &checkpoint))
		return journal_fail(export->errors, N_("The checkpoint of a log is damaged."));
	struct text vkey = arena_format(export->scratch, "%s\n", note_key_text(export->scratch, &key).data);
	export->before = exported_size(export, &key);
	if (export->before > checkpoint.size)
		return journal_fail(export->errors, N_("The exported log is longer than the database's."));
	if (!file_make_folder(export->path, FOLDER_MODE))
		return fail(export);
	if (!file_exists(file_path(export->scratch, export->path, "vkey")) && !write_file(export, TEXT_OF("vkey"), vkey))
		return false;
	if (!resume(export) || !export_entries(export, checkpoint.size))
		return false;
	/* A checkpoint is never published over tiles that do not bear it out. */
	struct hash root = tile_builder_root(export->builder);
	if (!hash_equal(&root, &checkpoint.root))
		return journal_fail(export->errors, N_("The entries of a log do not give the root of its checkpoint."));
	if (export->before == checkpoint.size && checkpoint.size > 0)
		return true;
	/* Files are synced together, then the checkpoint that vouches for them: an export that was cut off is written again from there. */
	const char *path = file_path(export->scratch, export->path, "checkpoint");
	return (file_sync_all(export->path) && file_write_whole(path, message.data, message.length, FILE_MODE)) || fail(export);
}

bool export_logs(struct connection *connection, struct arena *arena, struct keys *keys, const char *folder,
	const struct verify_progress *progress, struct error_list *errors)
{
	struct store_result logs;
	bool good = store_query(connection, arena, "SELECT name, checkpoint FROM journal_log ORDER BY name", NULL, 0, &logs,
		errors);
	for (size_t i = 0; good && i < logs.rows; i++) {
		struct arena *memory = arena_create();
		struct export export = { .connection = connection, .log = store_cell(&logs, i, 0).text,
			.scratch = arena_create(), .builder = ARENA_NEW(memory, struct tile_builder), .errors = errors };
		export.path = file_path(memory, folder, arena_string(memory, export.log));
		*export.builder = (struct tile_builder){ .full = write_tile, .state = &export };
		builder_begin(&export.bundle, memory, 65536);
		good = export_log(&export, keys, arena_copy(memory, store_cell(&logs, i, 1).text));
		arena_destroy(export.scratch);
		arena_destroy(memory);
		progress_tell(progress, "export", (int64_t)i + 1, (int64_t)logs.rows);
	}
	return good;
}
