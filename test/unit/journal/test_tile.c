/* test_tile.c - tile names, bundles and the builder, against the logs of two other programs. */
#include "vectors.h"

#include "journal/checkpoint.h"
#include "journal/entry.h"
#include "journal/tile.h"

static void paths(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	static const struct {
		struct tile_name name;
		const char *path;
	} cases[] = {
		{ { 3, 5, 256 }, "tile/3/005" }, { { 0, 0, 1 }, "tile/0/000.p/1" },
		{ { 0, 1234067, 256 }, "tile/0/x001/x234/067" },
		{ { TILE_ENTRIES, 1234067, 8 }, "tile/entries/x001/x234/067.p/8" },
		{ { 7, 999, 255 }, "tile/7/999.p/255" }, { { 1, 1000, 256 }, "tile/1/x001/000" },
		{ { 2, 123456078, 256 }, "tile/2/x123/x456/078" },
	};
	struct tile_name name;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(text_equal_string(tile_path(arena, &cases[i].name), cases[i].path));
		assert_true(tile_path_parse(text_from(cases[i].path), &name));
		assert_int_equal(name.level, cases[i].name.level);
		assert_int_equal(name.index, cases[i].name.index);
		assert_int_equal(name.width, cases[i].name.width);
	}
	static const char *const bad[] = { "", "tile", "tile/0", "tile/0/00", "tile/8/000", "tile/00/000", "tile/0/000/",
		"tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/x000/000",
		"tile/0/001/000", "tile/-1/000", "tile/0/0000", "tile/0/x001", "tile/0/000.p/1/", "entries/000",
		"tile/0/x001/x002/x003/x004/x005/x006/007" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (tile_path_parse(text_from(bad[i]), &name))
			fail_msg("%s was accepted", bad[i]);
	arena_destroy(arena);
}

static void widths(void **state)
{
	(void)state;
	/* The worked example of the specification: a tree of 70,000 entries. */
	assert_int_equal(tile_width(70000, 0, 272), 256);
	assert_int_equal(tile_width(70000, 0, 273), 112);
	assert_int_equal(tile_width(70000, TILE_ENTRIES, 273), 112);
	assert_int_equal(tile_width(70000, 0, 274), 0);
	assert_int_equal(tile_width(70000, 1, 0), 256);
	assert_int_equal(tile_width(70000, 1, 1), 17);
	assert_int_equal(tile_width(70000, 2, 0), 1);
	assert_int_equal(tile_width(70000, 3, 0), 0);
}

static void bundles(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct builder bundle;
	builder_begin(&bundle, arena, 0);
	char *large = arena_allocate(arena, 70000);
	assert_true(bundle_add(&bundle, TEXT_OF("one")));
	assert_true(bundle_add(&bundle, text_empty()));
	assert_true(bundle_add(&bundle, text_make(large, 65535)));
	assert_false(bundle_add(&bundle, text_make(large, 65536)));
	struct text rest = builder_text(&bundle), entry, cut = text_slice(rest, 0, rest.length - 1);
	assert_true(bundle_next(&rest, &entry) && text_equal_string(entry, "one"));
	assert_true(bundle_next(&rest, &entry) && text_is_empty(entry));
	assert_true(bundle_next(&rest, &entry) && entry.length == 65535);
	assert_false(bundle_next(&rest, &entry));
	assert_true(text_is_empty(rest));
	assert_true(bundle_next(&cut, &entry) && bundle_next(&cut, &entry));
	assert_false(bundle_next(&cut, &entry));
	assert_false(text_is_empty(cut));
	arena_destroy(arena);
}

struct folder {
	struct arena *arena;
	const char *name;
	int tiles;
};

static bool same_tile(void *state, const struct tile_name *name, const struct hash *hashes)
{
	struct folder *folder = state;
	struct text path = tile_path(folder->arena, name);
	struct text file = vector_file(folder->arena, file_path(folder->arena, folder->name, arena_string(folder->arena, path)));
	assert_int_equal(file.length, (size_t)name->width * 32);
	assert_memory_equal(file.data, hashes, file.length);
	folder->tiles++;
	return true;
}

/* Entries of a folder through builder and frontier: tiles equal the files, both roots equal the checkpoint's. */
static int walk(struct arena *arena, const char *log, uint64_t size, const struct hash *root, bool ours)
{
	struct folder folder = { arena, log, 0 };
	struct tile_builder *builder = ARENA_NEW(arena, struct tile_builder);
	struct merkle_frontier frontier = { 0 };
	*builder = (struct tile_builder){ .full = same_tile, .state = &folder };
	struct entry read;
	for (uint64_t index = 0; index * TILE_WIDTH < size; index++) {
		const struct tile_name name = { TILE_ENTRIES, index, tile_width(size, TILE_ENTRIES, index) };
		struct text rest = vector_file(arena, file_path(arena, log, tile_path(arena, &name).data)), entry;
		for (int i = 0; i < name.width; i++) {
			assert_true(bundle_next(&rest, &entry));
			assert_true(!ours || (entry_parse(entry, &read) && (uint64_t)read.sequence == builder->size));
			struct hash leaf = merkle_leaf(entry);
			merkle_append(&frontier, &leaf);
			assert_true(tile_builder_add(builder, &leaf));
		}
		assert_true(text_is_empty(rest));
	}
	assert_true(tile_builder_edge(builder));
	struct hash left = merkle_root(&frontier), right = tile_builder_root(builder);
	assert_true(hash_equal(&left, root) && hash_equal(&right, root));
	return folder.tiles;
}

static void tessera_log(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	for (unsigned size = 0; size <= 15; size++) {
		struct note note;
		struct checkpoint checkpoint;
		struct text name = arena_format(arena, "tessera-log/checkpoint.%u", size);
		assert_true(note_parse(arena, vector_file(arena, name.data), &note));
		assert_true(checkpoint_parse(arena, note.text, &checkpoint));
		assert_int_equal(walk(arena, "tessera-log", size, &checkpoint.root, false), size > 0);
	}
	arena_destroy(arena);
}

static void sample_log(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct note note;
	struct checkpoint checkpoint;
	assert_true(note_parse(arena, vector_file(arena, "custos-sample-log/checkpoint"), &note));
	assert_true(checkpoint_parse(arena, note.text, &checkpoint));
	assert_int_equal(walk(arena, "custos-sample-log", 600, &checkpoint.root, true), 4);
	arena_destroy(arena);
}

static bool count_tile(void *state, const struct tile_name *name, const struct hash *hashes)
{
	(void)hashes;
	int *counts = state;
	counts[name->level]++;
	return true;
}

static void builder_and_frontier_agree(void **state)
{
	(void)state;
	static struct tile_builder builder;
	struct merkle_frontier frontier = { 0 };
	int counts[TILE_LEVELS] = { 0 };
	builder = (struct tile_builder){ .full = count_tile, .state = counts };
	for (uint64_t i = 0; i < 70000; i++) {
		struct hash leaf = merkle_leaf(text_make((const char *)&i, sizeof i));
		merkle_append(&frontier, &leaf);
		assert_true(tile_builder_add(&builder, &leaf));
		if (i % 997 == 0 || i == 69999) {
			struct hash left = merkle_root(&frontier), right = tile_builder_root(&builder);
			assert_true(hash_equal(&left, &right));
		}
	}
	assert_true(tile_builder_edge(&builder));
	assert_int_equal(counts[0], 274);
	assert_int_equal(counts[1], 2);
	assert_int_equal(counts[2], 1);
	assert_int_equal(counts[3], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths),
		cmocka_unit_test(widths),
		cmocka_unit_test(bundles),
		cmocka_unit_test(tessera_log),
		cmocka_unit_test(sample_log),
		cmocka_unit_test(builder_and_frontier_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
