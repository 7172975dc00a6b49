/* fuzz_tile.c - tile paths, bundles and stored frontiers from hostile bytes. */
#include "fuzz.h"

#include "journal/tile.h"

static void bundle(struct arena *arena, struct text text)
{
	struct text rest = text, entry;
	struct builder again;
	builder_begin(&again, arena, text.length);
	while (bundle_next(&rest, &entry))
		FUZZ_CHECK(bundle_add(&again, entry));
	FUZZ_CHECK(text_equal(builder_text(&again), text_slice(text, 0, text.length - rest.length)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text text = text_make((const char *)data, size);
	struct tile_name name;
	struct merkle_frontier frontier;
	if (tile_path_parse(text, &name)) {
		FUZZ_CHECK(name.width >= 1 && name.width <= TILE_WIDTH && name.level >= TILE_ENTRIES &&
			name.level < TILE_LEVELS);
		FUZZ_CHECK(text_equal(tile_path(arena, &name), text));
	}
	bundle(arena, text);
	if (merkle_frontier_read(text, &frontier)) {
		FUZZ_CHECK(text_equal(merkle_frontier_bytes(arena, &frontier), text));
		merkle_root(&frontier);
	}
	arena_destroy(arena);
	return 0;
}
