/* index_file.c - the published snapshot as a file: header, arrays as they stand, SHA-256 of all before it. */
#include "match/index.h"

#include "base/file.h"
#include "base/hash.h"

#include <errno.h>
#include <string.h>

enum { FILE_VERSION = 3, FILE_ORDER = 0x01020304 };
static const size_t file_limit = (size_t)4 << 30;

struct file_header {
	char magic[8];
	uint32_t version, order; /* order: read back differently by a machine of the other byte order */
	uint32_t token_count, entry_count, key_count, reserved;
	uint64_t sizes[SEGMENT_ARRAYS];
	struct hash stamp; /* of the caller's text that says of which content the file was made */
};

static const char magic[8] = {'C', 'U', 'M', 'A', 'T', 'C', 'H', '\n'};

static size_t padded(size_t size)
{
	return (size + 7) & ~(size_t)7;
}

static size_t file_bytes(const struct file_header *header)
{
	size_t size = sizeof *header;
	for (int array = 0; array < SEGMENT_ARRAYS; array++)
		size += padded(header->sizes[array]);
	return size;
}

static bool segment_save(const struct segment *segment, const char *path, struct text stamp)
{
	struct file_header header = {.version = FILE_VERSION, .order = FILE_ORDER, .token_count = segment->token_count,
		.entry_count = segment->entry_count, .key_count = segment->key_count, .stamp = hash_of(stamp.data, stamp.length)};
	memcpy(header.magic, magic, sizeof magic);
	for (int array = 0; array < SEGMENT_ARRAYS; array++)
		header.sizes[array] = segment->sizes[array];
	size_t size = file_bytes(&header), at = sizeof header;
	struct arena *arena = arena_create();
	uint8_t *bytes = arena_allocate(arena, size + sizeof(struct hash));
	memcpy(bytes, &header, sizeof header);
	for (int array = 0; array < SEGMENT_ARRAYS; array++) {
		if (segment->sizes[array] > 0)
			memcpy(bytes + at, segment_array_data(segment, (enum segment_array)array), segment->sizes[array]);
		at += padded(segment->sizes[array]);
	}
	struct hash hash = hash_of(bytes, size);
	memcpy(bytes + size, &hash, sizeof hash);
	bool saved = file_write_whole(path, bytes, size + sizeof hash, 0600);
	arena_destroy(arena);
	return saved;
}

/* Starts of buckets, whose number is a power of two, and an end. */
static bool finders_fit(uint64_t size)
{
	uint64_t buckets = size / 4 - 1;
	return size >= 8 && size % 4 == 0 && (buckets & (buckets - 1)) == 0;
}

/* Sizes that fit the counts: what the rest of the code takes for granted of a segment. */
static bool header_fits(const struct file_header *header, size_t length)
{
	uint64_t tokens = header->token_count, entries = header->entry_count, keys = header->key_count;
	if (memcmp(header->magic, magic, sizeof magic) != 0 || header->version != FILE_VERSION || header->order != FILE_ORDER)
		return false;
	for (int array = 0; array < SEGMENT_ARRAYS; array++)
		if (header->sizes[array] > length)
			return false;
	return file_bytes(header) + sizeof(struct hash) == length
		&& header->sizes[SEGMENT_TOKENS] == tokens * sizeof(struct token)
		&& header->sizes[SEGMENT_POSTING_STARTS] == (tokens + 1) * 4
		&& header->sizes[SEGMENT_NEIGHBOUR_STARTS] == (tokens + 1) * 4
		&& header->sizes[SEGMENT_KEYS] == keys * 4 && header->sizes[SEGMENT_KEY_STARTS] == (keys + 1) * 4
		&& header->sizes[SEGMENT_FACT_STARTS] == (entries + 1) * 4
		&& (header->sizes[SEGMENT_ID_STARTS] == (entries + 1) * 4
			|| (header->sizes[SEGMENT_ID_STARTS] == 0 && header->sizes[SEGMENT_IDS] == entries * SEGMENT_IDENTIFIER_PACKED))
		&& (header->sizes[SEGMENT_BY_ID] == entries * 4 || header->sizes[SEGMENT_BY_ID] == 0)
		&& header->sizes[SEGMENT_BIRTHS] == entries * 4 && finders_fit(header->sizes[SEGMENT_FINDER_STARTS]);
}

static struct segment *segment_load(struct arena *arena, struct text content, struct text stamp)
{
	struct file_header header;
	if (content.length < sizeof header + sizeof(struct hash))
		return NULL;
	memcpy(&header, content.data, sizeof header);
	if (!header_fits(&header, content.length))
		return NULL;
	size_t size = content.length - sizeof(struct hash), at = sizeof header;
	struct hash stored, found = hash_of(content.data, size), wanted = hash_of(stamp.data, stamp.length);
	memcpy(&stored, content.data + size, sizeof stored);
	if (!hash_equal(&stored, &found) || !hash_equal(&header.stamp, &wanted))
		return NULL;
	struct segment *segment = ARENA_NEW(arena, struct segment);
	void *arrays[SEGMENT_ARRAYS];
	for (int array = 0; array < SEGMENT_ARRAYS; array++) {
		arrays[array] = (void *)(uintptr_t)(content.data + at);
		segment->sizes[array] = header.sizes[array];
		at += padded(header.sizes[array]);
	}
	segment->arena = arena;
	segment->token_count = header.token_count;
	segment->entry_count = header.entry_count;
	segment->key_count = header.key_count;
	segment_bind(segment, arrays);
	return segment;
}

bool match_index_save(struct match_index *index, const char *path, struct text stamp)
{
	index_merge(index);
	const struct match_snapshot *snapshot = match_index_acquire(index);
	const struct segment *segment = snapshot_segment(snapshot, 0);
	bool saved = segment != NULL && segment_save(segment, path, stamp);
	if (segment == NULL)
		errno = ENOENT;
	match_snapshot_release(snapshot);
	return saved;
}

bool match_index_load(struct match_index *index, const char *path, struct text stamp)
{
	struct arena *arena = arena_create();
	struct text content;
	struct segment *segment = NULL;
	if (file_read(arena, path, file_limit, &content)) {
		segment = segment_load(arena, content, stamp);
		if (segment == NULL)
			errno = EINVAL;
	}
	if (segment == NULL) {
		int cause = errno;
		arena_destroy(arena);
		errno = cause;
		return false;
	}
	index_replace(index, segment);
	return true;
}
