/* log_folder.c - one exported log on disk: reading and comparing its files. */
#include "journal/log_folder.h"

#include <string.h>

#include "base/file.h"

enum { TILE_FILE_MAXIMUM = TILE_WIDTH * (2 + ENTRY_SIZE_MAXIMUM), BLOB_FILE_MAXIMUM = 256 * 1024 * 1024 };

static char *path_in(struct log_folder *folder, struct text path)
{
	return file_path(folder->scratch, folder->path, arena_string(folder->scratch, path));
}

struct text blob_path(struct arena *arena, const struct hash *hash)
{
	struct text hex = hash_hex(arena, hash);
	return arena_format(arena, "blob/%.2s/%.*s", hex.data, TEXT_FORMAT(hex));
}

bool log_folder_open(struct log_folder *folder, const struct note_key *known)
{
	struct text vkey, message;
	struct note_key key;
	folder->log = text_from(folder->path);
	folder->has_blobs = file_exists(path_in(folder, TEXT_OF("blob")));
	if (known) {
		key = *known;
	} else if (!file_read(folder->arena, path_in(folder, TEXT_OF("vkey")), 4096, &vkey) ||
		   !note_key_parse(folder->arena, text_trim(vkey), &key)) {
		finding_file(folder->report, folder->arena, folder->log, -1, TEXT_OF("vkey"), "missing or unreadable");
		return false;
	}
	folder->log = arena_copy(folder->arena, key.name);
	if (!file_read(folder->arena, path_in(folder, TEXT_OF("checkpoint")), NOTE_SIZE_MAXIMUM, &message)) {
		finding_file(folder->report, folder->arena, folder->log, -1, TEXT_OF("checkpoint"), "missing");
		return false;
	}
	if (!checkpoint_verify(folder->arena, message, &key, &folder->checkpoint)) {
		finding_file(folder->report, folder->arena, folder->log, -1, TEXT_OF("checkpoint"),
			"malformed, or the signature does not hold");
		return false;
	}
	return true;
}

bool log_folder_read(struct log_folder *folder, const struct tile_name *name, struct text *out_content)
{
	struct text path = tile_path(folder->scratch, name);
	if (file_read(folder->scratch, path_in(folder, path), TILE_FILE_MAXIMUM, out_content))
		return true;
	finding_file(folder->report, folder->arena, folder->log, -1, path, "missing");
	return false;
}

/* Index of the first entry under the place where two tiles differ. */
static int64_t first_difference(const struct tile_name *name, struct text file, const struct hash *hashes)
{
	size_t place = 0;
	while ((place + 1) * sizeof *hashes <= file.length &&
		memcmp(file.data + place * sizeof *hashes, &hashes[place], sizeof *hashes) == 0)
		place++;
	return (int64_t)((name->index * TILE_WIDTH + place) << (TILE_HEIGHT * name->level));
}

/* Calls compare with the name of each partial tile that stands beside a tile and is not wider. */
static void each_partial(struct log_folder *folder, const struct tile_name *name,
	void (*compare)(struct log_folder *, const struct tile_name *, const void *), const void *state)
{
	const struct tile_name full = { name->level, name->index, TILE_WIDTH };
	struct text *names, path = tile_path(folder->scratch, &full);
	size_t count;
	if (!file_list(folder->scratch, arena_format(folder->scratch, "%s.p", path_in(folder, path)).data, &names, &count))
		return; /* most tiles have none */
	for (size_t i = 0; i < count; i++) {
		uint64_t width;
		if (!checkpoint_number(names[i], &width) || width == 0 || width >= TILE_WIDTH || (int)width >= name->width)
			continue;
		const struct tile_name partial = { name->level, name->index, (int)width };
		compare(folder, &partial, state);
	}
}

static void compare_hashes(struct log_folder *folder, const struct tile_name *name, const void *state)
{
	const struct hash *hashes = state;
	struct text file;
	if (!log_folder_read(folder, name, &file))
		return;
	if (file.length == (size_t)name->width * sizeof *hashes && memcmp(file.data, hashes, file.length) == 0)
		return;
	finding_file(folder->report, folder->arena, folder->log, first_difference(name, file, hashes),
		tile_path(folder->scratch, name), "tile differs from the entries");
}

void log_folder_compare(struct log_folder *folder, const struct tile_name *name, const struct hash *hashes)
{
	compare_hashes(folder, name, hashes);
	each_partial(folder, name, compare_hashes, hashes);
}

/* The first entries of a bundle, as many as the tile is wide. */
static struct text bundle_start(struct text bundle, int width)
{
	struct text rest = bundle, entry;
	for (int i = 0; i < width; i++)
		if (!bundle_next(&rest, &entry))
			break;
	return text_slice(bundle, 0, bundle.length - rest.length);
}

static void compare_bundle(struct log_folder *folder, const struct tile_name *name, const void *state)
{
	struct text file, want = bundle_start(*(const struct text *)state, name->width), left, right;
	if (!log_folder_read(folder, name, &file) || text_equal(file, want))
		return;
	struct text file_rest = file, want_rest = want;
	int64_t index = (int64_t)name->index * TILE_WIDTH;
	while (bundle_next(&file_rest, &left) && bundle_next(&want_rest, &right) && text_equal(left, right))
		index++;
	finding_file(folder->report, folder->arena, folder->log, index, tile_path(folder->scratch, name),
		"bundle differs from the entries");
}

void log_folder_compare_bundle(struct log_folder *folder, const struct tile_name *name, struct text bundle)
{
	compare_bundle(folder, name, &bundle);
	each_partial(folder, name, compare_bundle, &bundle);
}

void log_folder_check_blob(struct log_folder *folder, int64_t index, const struct hash *hash, int64_t size)
{
	struct text blob, path = blob_path(folder->scratch, hash);
	if (!file_read(folder->scratch, path_in(folder, path), BLOB_FILE_MAXIMUM, &blob)) {
		finding_file(folder->report, folder->arena, folder->log, index, path, "missing");
		return;
	}
	struct hash found = hash_of(blob.data, blob.length);
	if ((int64_t)blob.length != size || !hash_equal(&found, hash))
		finding_file(folder->report, folder->arena, folder->log, index, path, "content differs from its hash");
}
