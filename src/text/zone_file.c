/* zone_file.c - reads TZif files: transitions and offsets. */
#include "text/zone_file.h"

#include <pthread.h>

#include "base/file.h"
#include "base/map.h"

#define ZONE_FOLDER "/usr/share/zoneinfo"
enum { FILE_LIMIT = 64 * 1024, HEAD = 44, NAME_MAXIMUM = 63 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct arena *arena; /* lives as long as the process */
static struct map files;    /* name -> struct text: the file's bytes, empty when there is none */

struct block { /* the second data block of a file: 64-bit times */
	const unsigned char *times, *kinds, *types;
	size_t time_count, type_count;
	struct text footer;
};

static int64_t number(const unsigned char *bytes, int size)
{
	uint64_t value = bytes[0] & 0x80 ? UINT64_MAX : 0;
	for (int i = 0; i < size; i++)
		value = value << 8 | bytes[i];
	return (int64_t)value;
}

/* Bytes of a data block with these counts; counts stand at 20 in the header. */
static size_t block_size(const unsigned char *head, size_t time_size)
{
	size_t count[6];
	for (int i = 0; i < 6; i++)
		count[i] = (size_t)(uint32_t)number(head + 20 + 4 * i, 4);
	/* isut, isstd, leap, time, type, char */
	return count[0] + count[1] + count[2] * (time_size + 4) + count[3] * (time_size + 1) + count[4] * 6 + count[5];
}

static bool is_head(struct text bytes, size_t at)
{
	return bytes.length >= at + HEAD && text_equal_string(text_slice(bytes, at, at + 4), "TZif") && bytes.data[at + 4] >= '2';
}

static bool read_block(struct text bytes, struct block *out_block)
{
	const unsigned char *data = (const unsigned char *)bytes.data;
	if (!is_head(bytes, 0))
		return false;
	size_t second = HEAD + block_size(data, 4);
	if (second > bytes.length || !is_head(bytes, second))
		return false;
	const unsigned char *head = data + second;
	size_t size = block_size(head, 8);
	if (size > bytes.length - second - HEAD)
		return false;
	struct block block = {.time_count = (size_t)(uint32_t)number(head + 32, 4),
		.type_count = (size_t)(uint32_t)number(head + 36, 4), .times = head + HEAD};
	block.kinds = block.times + block.time_count * 8;
	block.types = block.kinds + block.time_count;
	block.footer = text_trim(text_slice(bytes, second + HEAD + size, bytes.length));
	*out_block = block;
	return block.type_count > 0;
}

static bool offset_of(const struct block *block, size_t kind, int64_t *out_offset)
{
	if (kind >= block->type_count)
		return false;
	*out_offset = number(block->types + kind * 6, 4) * 1000;
	return true;
}

bool zone_bytes_span(struct text bytes, int64_t moment, struct zone_span *out_span)
{
	struct block block;
	struct zone_span span = {.from = INT64_MIN, .to = INT64_MAX};
	if (!read_block(bytes, &block))
		return false;
	size_t after = 0; /* transitions at or before the moment */
	for (size_t low = 0, high = block.time_count; low < high; after = low) {
		size_t middle = low + (high - low) / 2;
		if (number(block.times + middle * 8, 8) <= moment / 1000 - (moment % 1000 < 0))
			low = middle + 1;
		else
			high = middle;
	}
	/* Behind the last transition the footer rules; one with a comma has summer time, which is ICU's business. */
	if (after == block.time_count && text_find_byte(block.footer, ',') != SIZE_MAX)
		return false;
	if (after > 0)
		span.from = number(block.times + (after - 1) * 8, 8) * 1000;
	if (after < block.time_count)
		span.to = number(block.times + after * 8, 8) * 1000;
	if (!offset_of(&block, after > 0 ? block.kinds[after - 1] : 0, &span.offset))
		return false;
	*out_span = span;
	return true;
}

/* Names come from the database and become paths: letters, digits and single slashes only. */
static bool is_name(struct text zone)
{
	for (size_t i = 0; i < zone.length; i++) {
		char c = zone.data[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		bool other = (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+' || c == '/';
		if (!letter && (!other || i == 0))
			return false;
	}
	return zone.length > 0 && zone.length <= NAME_MAXIMUM && text_find(zone, TEXT_OF("//")) == SIZE_MAX;
}

static struct text bytes_of(struct text zone)
{
	pthread_mutex_lock(&mutex);
	if (arena == NULL) {
		arena = arena_create();
		map_begin(&files, arena);
	}
	struct text *known = map_get(&files, zone);
	if (known == NULL) {
		known = ARENA_NEW(arena, struct text);
		struct text name = arena_copy(arena, zone);
		if (!file_read(arena, file_path(arena, ZONE_FOLDER, name.data), FILE_LIMIT, known))
			*known = text_empty();
		map_set(&files, name, known);
	}
	struct text bytes = *known;
	pthread_mutex_unlock(&mutex);
	return bytes;
}

bool zone_file_span(struct text zone, int64_t moment, struct zone_span *out_span)
{
	return is_name(zone) && zone_bytes_span(bytes_of(zone), moment, out_span);
}
