/* test_index_file.c - unit tests of match/index_file: saved and loaded; a changed byte anywhere is refused. */
#include "match_index_test.h"

#include "base/file.h"

#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/custos-match-XXXXXX";

static char *path_of(struct arena *arena, const char *name)
{
	return file_path(arena, folder, name);
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static void survives_saving(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const char *path = path_of(arena, "index");
	struct match_index *index = small_register(), *loaded = match_index_create();
	match_index_remove(index, TEXT_OF("b"));
	set_name(index, "n", "Bolotbekov Talant");
	assert_true(match_index_save(index, path, TEXT_OF("stamp")));
	assert_false(match_index_load(loaded, path, TEXT_OF("another state")));
	assert_int_equal(match_index_count(loaded), 0);
	assert_true(match_index_load(loaded, path, TEXT_OF("stamp")));
	assert_int_equal(match_index_count(loaded), 12);
	assert_first(loaded, "Токаев Касымжомарт", "c");
	assert_first(loaded, "Болотбеков Талант", "n");
	set_name(loaded, "m", "Maksatbekov Ulan");
	match_index_publish(loaded);
	assert_first(loaded, "Максатбеков Улан", "m");
	file_remove(path);
	match_index_destroy(index);
	match_index_destroy(loaded);
	arena_destroy(arena);
}

static void refuses_damage(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const char *path = path_of(arena, "index");
	struct match_index *index = small_register(), *loaded = match_index_create();
	struct text content;
	assert_false(match_index_load(loaded, path, TEXT_OF("stamp")));
	assert_true(match_index_save(index, path, TEXT_OF("stamp")));
	assert_true(file_read(arena, path, 1 << 24, &content));
	for (size_t at = 0; at < content.length; at += 97) {
		char *bytes = arena_copy_bytes(arena, content.data, content.length);
		bytes[at] ^= 0x20;
		assert_true(file_write_whole(path, bytes, content.length, 0600));
		assert_false(match_index_load(loaded, path, TEXT_OF("stamp")));
	}
	assert_true(file_write_whole(path, content.data, content.length - 1, 0600));
	assert_false(match_index_load(loaded, path, TEXT_OF("stamp")));
	assert_true(file_write_whole(path, "", 0, 0600));
	assert_false(match_index_load(loaded, path, TEXT_OF("stamp")));
	assert_int_equal(match_index_count(loaded), 0);
	struct match_index *empty = match_index_create();
	assert_false(match_index_save(empty, path, TEXT_OF("stamp")));
	file_remove(path);
	match_index_destroy(empty);
	match_index_destroy(index);
	match_index_destroy(loaded);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(survives_saving),
		cmocka_unit_test(refuses_damage),
	};
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
