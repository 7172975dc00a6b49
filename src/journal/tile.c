/* tile.c - C2SP tlog-tiles: names of tiles, entry bundles, and a builder that turns leaves into tiles. */
#include "journal/tile.h"

#include <string.h>

#include "journal/checkpoint.h"

struct text tile_path(struct arena *arena, const struct tile_name *name)
{
	struct builder path;
	builder_begin(&path, arena, 64);
	builder_add_string(&path, "tile/");
	if (name->level == TILE_ENTRIES)
		builder_add_string(&path, "entries");
	else
		builder_add_integer(&path, name->level);
	uint64_t scale = 1;
	while (name->index / scale >= 1000)
		scale *= 1000;
	for (; scale > 0; scale /= 1000)
		builder_add_format(&path, scale > 1 ? "/x%03u" : "/%03u", (unsigned)(name->index / scale % 1000));
	if (name->width < TILE_WIDTH)
		builder_add_format(&path, ".p/%d", name->width);
	return builder_text(&path);
}

/* Three digits. */
static bool group_parse(struct text text, uint64_t *index)
{
	if (text.length != 3)
		return false;
	for (size_t i = 0; i < 3; i++) {
		if (text.data[i] < '0' || text.data[i] > '9')
			return false;
		*index = *index * 10 + (uint64_t)(text.data[i] - '0');
	}
	return true;
}

static bool index_parse(struct text *rest, struct text *out_last, uint64_t *out_index)
{
	uint64_t index = 0;
	struct text group;
	for (int groups = 0; groups < 6 && text_next(rest, '/', &group); groups++) {
		if (text_starts_with(group, TEXT_OF("x"))) {
			if (!group_parse(text_slice(group, 1, group.length), &index) || index == 0)
				return false; /* no leading group of zeros */
			continue;
		}
		if (!group_parse(text_slice(group, 0, 3), &index))
			return false;
		*out_last = text_slice(group, 3, group.length);
		*out_index = index;
		return true;
	}
	return false;
}

bool tile_path_parse(struct text path, struct tile_name *out_name)
{
	struct tile_name name = { .width = TILE_WIDTH };
	struct text rest = path, piece, last;
	uint64_t number = 0;
	if (!text_next(&rest, '/', &piece) || !text_equal_string(piece, "tile") || !text_next(&rest, '/', &piece))
		return false;
	if (text_equal_string(piece, "entries"))
		name.level = TILE_ENTRIES;
	else if (checkpoint_number(piece, &number) && number < TILE_LEVELS)
		name.level = (int)number;
	else
		return false;
	if (!index_parse(&rest, &last, &name.index))
		return false;
	if (text_equal_string(last, ".p")) {
		if (!checkpoint_number(rest, &number) || number < 1 || number >= TILE_WIDTH)
			return false;
		name.width = (int)number;
	} else if (!text_is_empty(last) || !text_is_empty(rest) || text_ends_with(path, TEXT_OF("/"))) {
		return false;
	}
	*out_name = name;
	return true;
}

int tile_width(uint64_t size, int level, uint64_t index)
{
	uint64_t hashes = level <= 0 ? size : size >> (TILE_HEIGHT * level);
	if (hashes / TILE_WIDTH > index)
		return TILE_WIDTH;
	return hashes / TILE_WIDTH == index ? (int)(hashes % TILE_WIDTH) : 0;
}

/* Peaks over a run of hashes, largest first; gives their number. */
static int peaks_of(const struct hash *hashes, int count, struct hash *out_peaks)
{
	int peaks = 0, start = 0;
	for (int height = TILE_HEIGHT; height >= 0; height--) {
		int width = 1 << height;
		if (!(count & width))
			continue;
		struct hash nodes[TILE_WIDTH];
		memcpy(nodes, hashes + start, (size_t)width * sizeof *nodes);
		for (; width > 1; width /= 2)
			for (int i = 0; i < width / 2; i++)
				nodes[i] = merkle_node(&nodes[2 * i], &nodes[2 * i + 1]);
		out_peaks[peaks++] = nodes[0];
		start += 1 << height;
	}
	return peaks;
}

struct hash tile_root(const struct hash *hashes, int count)
{
	struct hash peaks[TILE_HEIGHT + 1];
	return merkle_fold(peaks, peaks_of(hashes, count, peaks));
}

bool bundle_add(struct builder *bundle, struct text entry)
{
	if (entry.length > ENTRY_SIZE_MAXIMUM)
		return false;
	builder_add_byte(bundle, (char)(entry.length >> 8));
	builder_add_byte(bundle, (char)(entry.length & 0xff));
	builder_add(bundle, entry);
	return true;
}

bool bundle_next(struct text *rest, struct text *out_entry)
{
	if (rest->length < 2)
		return false;
	size_t length = (size_t)(unsigned char)rest->data[0] << 8 | (unsigned char)rest->data[1];
	if (rest->length - 2 < length)
		return false;
	*out_entry = text_make(rest->data + 2, length);
	*rest = text_make(rest->data + 2 + length, rest->length - 2 - length);
	return true;
}

bool tile_builder_add(struct tile_builder *builder, const struct hash *leaf)
{
	struct hash hash = *leaf;
	builder->size++;
	for (int number = 0; number < TILE_LEVELS; number++) {
		struct tile_level *level = &builder->levels[number];
		level->hashes[level->count++] = hash;
		if (level->count < TILE_WIDTH)
			return true;
		const struct tile_name name = { number, level->index, TILE_WIDTH };
		if (builder->full && !builder->full(builder->state, &name, level->hashes))
			return false;
		hash = tile_root(level->hashes, TILE_WIDTH);
		level->count = 0;
		level->index++;
	}
	return true;
}

bool tile_builder_edge(const struct tile_builder *builder)
{
	for (int number = 0; number < TILE_LEVELS; number++) {
		const struct tile_level *level = &builder->levels[number];
		const struct tile_name name = { number, level->index, level->count };
		if (level->count > 0 && !builder->full(builder->state, &name, level->hashes))
			return false;
	}
	return true;
}

struct hash tile_builder_root(const struct tile_builder *builder)
{
	struct hash peaks[TILE_LEVELS * (TILE_HEIGHT + 1)];
	int count = 0;
	for (int number = TILE_LEVELS - 1; number >= 0; number--)
		count += peaks_of(builder->levels[number].hashes, builder->levels[number].count, peaks + count);
	return merkle_fold(peaks, count);
}
