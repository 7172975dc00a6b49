/*
 * tile.h - C2SP tlog-tiles: names of tiles, entry bundles, and a builder that turns leaves into tiles as they come.
 *
 * A tile holds up to 256 hashes of one level (8 tree levels apart); a bundle the up to 256 entries under a tile of level
 * 0, each preceded by its length as two big-endian bytes. Paths: tile/<level>/<index>[.p/<width>] and
 * tile/entries/<index>[.p/<width>], the index in groups of three digits ("x001/x234/067").
 *
 * Source: c2sp.org/tlog-tiles@v0.1.0.
 */
#ifndef CUSTOS_JOURNAL_TILE_H
#define CUSTOS_JOURNAL_TILE_H

#include "base/builder.h"
#include "journal/merkle.h"

enum { TILE_ENTRIES = -1, TILE_HEIGHT = 8, TILE_WIDTH = 256, TILE_LEVELS = 8, ENTRY_SIZE_MAXIMUM = 65535 };

struct tile_name {
	int level; /* 0 .. 7 or TILE_ENTRIES */
	uint64_t index;
	int width; /* 1 .. 256; below 256 the tile is partial */
};

struct text tile_path(struct arena *arena, const struct tile_name *name);
bool tile_path_parse(struct text path, struct tile_name *out_name);
/* Width of a tile in a tree of size entries; 0 when the tree does not reach it. */
int tile_width(uint64_t size, int level, uint64_t index);
/* Root over the hashes of one tile; count 1 .. 256. */
struct hash tile_root(const struct hash *hashes, int count);

/* False when the entry is too long. */
bool bundle_add(struct builder *bundle, struct text entry);
/* Cuts one entry off; false at the end and when the rest is malformed (then *rest is not empty). */
bool bundle_next(struct text *rest, struct text *out_entry);

struct tile_level {
	struct hash hashes[TILE_WIDTH];
	int count;
	uint64_t index; /* of the tile that is being filled */
};

struct tile_builder {
	uint64_t size;
	struct tile_level levels[TILE_LEVELS];
	/* Called with every tile that becomes full; false stops. */
	bool (*full)(void *state, const struct tile_name *name, const struct hash *hashes);
	void *state;
};

/* Adds a leaf; false when full() said so. */
bool tile_builder_add(struct tile_builder *builder, const struct hash *leaf);
/* Calls full() with each partial tile of the right edge, lowest level first. */
bool tile_builder_edge(const struct tile_builder *builder);
struct hash tile_builder_root(const struct tile_builder *builder);

#endif
