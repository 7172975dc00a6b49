/* test_vfs.c - faults of the disk under SQLite, through a VFS that stands over the system's. */
#include <sqlite3.h>

#include "sample.h"

#define W sample->writer
#define E &sample->errors

/* Writes left before the disk is full; negative: never. */
static int writes_left = -1;
static sqlite3_vfs full_vfs;
/* Databases and their logs have different methods in the system's VFS; both write in the same way. */
static sqlite3_io_methods database_methods, other_methods;
static int (*real_write)(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset);

static int full_write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
	if (writes_left == 0)
		return SQLITE_FULL;
	if (writes_left > 0)
		writes_left--;
	return real_write(file, data, size, offset);
}

static int full_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
	sqlite3_vfs *real = vfs->pAppData;
	int result = real->xOpen(real, name, file, flags, out_flags);
	if (result == SQLITE_OK && file->pMethods) {
		sqlite3_io_methods *methods = flags & SQLITE_OPEN_MAIN_DB ? &database_methods : &other_methods;
		*methods = *file->pMethods;
		real_write = methods->xWrite;
		methods->xWrite = full_write;
		file->pMethods = methods;
	}
	return result;
}

static int begin_full(void **state)
{
	sqlite3_vfs *real = sqlite3_vfs_find(NULL);
	full_vfs = *real;
	full_vfs.zName = "full";
	full_vfs.pAppData = real;
	full_vfs.xOpen = full_open;
	sqlite3_vfs_register(&full_vfs, 0);
	store_use_vfs("full");
	writes_left = -1;
	return sample_begin(state);
}

static int end_full(void **state)
{
	writes_left = -1;
	store_use_vfs(NULL);
	int result = sample_end(state);
	sqlite3_vfs_unregister(&full_vfs);
	return result;
}

/* However many writes still succeed: either the transaction is told as done and is there, or neither. */
static void test_full(void **state)
{
	struct sample *sample = *state;
	int refused = 0, done = 0;
	for (int left = 0; left < 40; left++) {
		const struct row *row;
		const char *id = arena_format(sample->arena, "R%02d", left).data;
		struct error_list errors;
		error_list_begin(&errors, sample->arena);
		GOOD(store_begin(W, E));
		writes_left = left;
		struct row *new_row = sample_row(sample, &record_reader, id);
		row_set_string(new_row, READER_NAME, "Ada");
		bool good = write_insert(W, sample->arena, new_row, &errors) && store_commit(W, &errors);
		writes_left = -1;
		if (good) {
			done++;
		} else {
			assert_true(error_list_has(&errors, E_FULL));
			GOOD(store_rollback(W, E));
			refused++;
		}
		GOOD(select_load(W, sample->arena, &record_reader, text_from(id), &row, E));
		assert_int_equal(row != NULL, good);
		GOOD(store_check(W, E));
	}
	assert_true(refused > 0);
	assert_true(done > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test_setup_teardown(test_full, begin_full, end_full) };
	return cmocka_run_group_tests_name("store/vfs on SQLite", tests, NULL, NULL);
}
