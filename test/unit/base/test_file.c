/* test_file.c - unit tests of base/file, in a folder of their own under $TMPDIR or /tmp. */
#include "base/file.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct place {
	struct arena *arena;
	char *folder;
};

static int open_place(void **state)
{
	static struct place place;
	const char *parent = getenv("TMPDIR");
	place.arena = arena_create();
	place.folder = file_path(place.arena, parent != NULL ? parent : "/tmp", "custos-test-file-XXXXXX");
	*state = &place;
	return mkdtemp(place.folder) == NULL;
}

static int close_place(void **state)
{
	struct place *place = *state;
	bool removed = file_remove(place->folder); /* fails when a test left something behind */
	arena_destroy(place->arena);
	return removed ? 0 : 1;
}

static void writes_whole_and_reads_back(void **state)
{
	struct place *place = *state;
	char *path = file_path(place->arena, place->folder, "a");
	struct text content;
	int64_t size;
	struct stat status;
	assert_false(file_exists(path));
	assert_true(file_write_whole(path, "one\0two", 7, 0640));
	assert_true(file_write_whole(path, "x\0yz", 4, 0600));
	assert_true(file_exists(path));
	assert_true(file_read(place->arena, path, 4, &content));
	assert_int_equal(content.length, 4);
	assert_memory_equal(content.data, "x\0yz\0", 5);
	assert_true(file_size(path, &size));
	assert_int_equal(size, 4);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	assert_false(file_read(place->arena, path, 3, &content));
	assert_int_equal(errno, EFBIG);
	assert_true(file_remove(path));
	assert_false(file_read(place->arena, path, 3, &content));
	assert_int_equal(errno, ENOENT);
	assert_false(file_size(path, &size));
}

static void a_failed_write_leaves_nothing(void **state)
{
	struct place *place = *state;
	char *folder = file_path(place->arena, place->folder, "taken");
	char *inside = file_path(place->arena, folder, "b");
	struct text *names;
	size_t count;
	/* A folder that is not empty cannot be replaced by a file. */
	assert_true(file_make_folder(folder, 0700));
	assert_true(file_write_whole(inside, "", 0, 0600));
	assert_false(file_write_whole(folder, "x", 1, 0600));
	assert_true(file_list(place->arena, place->folder, &names, &count));
	assert_int_equal(count, 1);
	assert_false(file_write_whole(file_path(place->arena, place->folder, "no/such"), "x", 1, 0600));
	assert_int_equal(errno, ENOENT);
	assert_true(file_remove(inside));
	assert_true(file_remove(folder));
}

static void large_files_survive(void **state)
{
	struct place *place = *state;
	char *path = file_path(place->arena, place->folder, "large");
	char *other = file_path(place->arena, place->folder, "copy");
	size_t size = 300001;
	char *data = arena_allocate(place->arena, size);
	for (size_t i = 0; i < size; i++)
		data[i] = (char)(i * 31 % 251);
	struct text content;
	assert_true(file_write_whole(path, data, size, 0600));
	assert_true(file_copy(path, other, 0600));
	assert_true(file_read(place->arena, other, size, &content));
	assert_true(text_equal(content, text_make(data, size)));
	assert_false(file_copy("/no/such/file", other, 0600));
	assert_true(file_remove(path));
	assert_true(file_remove(other));
	/* A device tells no size; its content is read to the end all the same. */
	assert_true(file_read(place->arena, "/dev/null", 10, &content));
	assert_int_equal(content.length, 0);
	assert_false(file_read(place->arena, "/dev/zero", 1000000, &content));
	assert_int_equal(errno, EFBIG);
}

static void folders_are_made_with_parents_and_listed_in_order(void **state)
{
	struct place *place = *state;
	struct text *names;
	size_t count;
	char *folder = file_path(place->arena, place->folder, "x/y/");
	assert_true(file_make_folder(folder, 0700));
	assert_true(file_make_folder(folder, 0700));
	for (int i = 20; i > 0; i--) {
		char *path = file_path(place->arena, folder, arena_format(place->arena, "%02d", i).data);
		assert_true(file_write_whole(path, "", 0, 0600));
	}
	assert_true(file_list(place->arena, folder, &names, &count));
	assert_int_equal(count, 20);
	for (size_t i = 0; i < count; i++) {
		assert_true(text_equal(names[i], arena_format(place->arena, "%02zu", i + 1)));
		assert_true(file_remove(file_path(place->arena, folder, names[i].data)));
	}
	assert_false(file_make_folder("/dev/null/x", 0700));
	assert_int_equal(errno, ENOTDIR);
	assert_true(file_remove(folder));
	assert_true(file_remove(file_path(place->arena, place->folder, "x")));
	assert_false(file_list(place->arena, folder, &names, &count));
	assert_int_equal(errno, ENOENT);
}

static void tells_the_free_space(void **state)
{
	struct place *place = *state;
	assert_true(file_free_space(place->folder) > 0);
	assert_int_equal(file_free_space("/no/such/folder"), -1);
}

static void joins_paths(void **state)
{
	struct place *place = *state;
	assert_string_equal(file_path(place->arena, "a", "b"), "a/b");
	assert_string_equal(file_path(place->arena, "/", "b"), "/b");
}

static void a_hidden_file_is_written_by_path_and_gone_when_closed(void **state)
{
	struct place *place = *state;
	struct file_hidden file;
	struct text content;
	assert_true(file_hidden_open(&file));
	FILE *writer = fopen(file.path, "wb"); /* as a library would */
	assert_non_null(writer);
	assert_int_equal(fwrite("abc", 1, 3, writer), 3);
	assert_int_equal(fclose(writer), 0);
	assert_true(file_read(place->arena, file.path, 10, &content));
	assert_int_equal(content.length, 3);
	char path[sizeof file.path];
	memcpy(path, file.path, sizeof path);
	file_hidden_close(&file);
	assert_false(file_read(place->arena, path, 10, &content));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_whole_and_reads_back), cmocka_unit_test(a_failed_write_leaves_nothing),
		cmocka_unit_test(large_files_survive),
		cmocka_unit_test(folders_are_made_with_parents_and_listed_in_order),
		cmocka_unit_test(tells_the_free_space),	       cmocka_unit_test(joins_paths),
		cmocka_unit_test(a_hidden_file_is_written_by_path_and_gone_when_closed),
	};
	return cmocka_run_group_tests(tests, open_place, close_place);
}
