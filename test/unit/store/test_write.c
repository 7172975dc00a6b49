/* test_write.c - inserting, updating by version, replacing, erasing. */
#include "sample.h"

#define W sample->writer
#define E &sample->errors

static const struct row *load(struct sample *sample, const char *id)
{
	const struct row *row = NULL;
	GOOD(select_load(W, sample->arena, &record_reader, text_from(id), &row, E));
	return row;
}

static const char *fold_of(struct sample *sample, const char *id)
{
	struct store_result result;
	struct value parameter = value_string(id);
	GOOD(store_query(W, sample->arena, "SELECT name_fold FROM reader WHERE id = $1", &parameter, 1, &result, E));
	return result.rows ? store_cell(&result, 0, 0).text.data : NULL;
}

static void test_update(void **state)
{
	struct sample *sample = *state;
	struct row *row = sample_reader(sample, "R1", "ADA", "B1");
	assert_string_equal(fold_of(sample, "R1"), "ada");
	row->version = 2;
	row->changed_at = 3000;
	row->created_at = 9; /* never written again */
	row->log_index = 8;
	row_set_string(row, READER_NAME, "\xc3\x8d" "da");
	row_set(row, READER_BRANCH, value_absent());
	row_set_integer(row, READER_AGE, 41);
	GOOD(write_update(W, sample->arena, row, E));
	GOOD(store_flush(W, E));
	const struct row *read = load(sample, "R1");
	assert_int_equal(read->version, 2);
	assert_int_equal(read->created_at, 1000);
	assert_int_equal(read->changed_at, 3000);
	assert_int_equal(read->log_index, 8);
	assert_true(row_is(read, READER_NAME, "\xc3\x8d" "da"));
	assert_false(row_has(read, READER_BRANCH));
	assert_int_equal(row_integer(read, READER_AGE, 0), 41);
	assert_string_equal(fold_of(sample, "R1"), "ida");
	assert_true(row_is(read, READER_NUMBER, "N-R1"));
}

/* Two people changed version 1: the second one is told, and nothing of his transaction stays. */
static void test_conflict(void **state)
{
	struct sample *sample = *state;
	struct row *row = sample_reader(sample, "R1", "Ada", "B1");
	row->version = 2;
	GOOD(write_update(W, sample->arena, row, E));
	GOOD(store_flush(W, E));
	row_set_string(row, READER_NAME, "Late");
	GOOD(store_begin(W, E));
	sample_reader(sample, "R2", "Bea", "B1");
	bool good = write_update(W, sample->arena, row, E) && store_flush(W, E);
	assert_false(good);
	assert_int_equal(sample->errors.count, 1);
	assert_int_equal(sample->errors.items[0].code, E_CONFLICT);
	error_list_begin(E, sample->arena);
	GOOD(store_rollback(W, E));
	assert_true(row_is(load(sample, "R1"), READER_NAME, "Ada"));
	assert_null(load(sample, "R2"));
	row = sample_row(sample, &record_reader, "R9");
	row->version = 2;
	assert_false(write_update(W, sample->arena, row, E) && store_flush(W, E));
	assert_true(error_list_has(E, E_CONFLICT));
}

static void test_duplicate(void **state)
{
	struct sample *sample = *state;
	sample_reader(sample, "R1", "Ada", "B1");
	GOOD(store_flush(W, E));
	struct row *row = sample_row(sample, &record_reader, "R2");
	row_set_string(row, READER_NAME, "Bea");
	row_set_string(row, READER_NUMBER, "N-R1");
	assert_false(write_insert(W, sample->arena, row, E) && store_flush(W, E));
	assert_int_equal(sample->errors.items[0].code, E_DUPLICATE);
	assert_string_equal(sample->errors.items[0].path.data, "/number");
	error_list_begin(E, sample->arena);
	/* Absent is not a value: any number of rows may lack a unique one. */
	for (int i = 0; i < 3; i++) {
		row = sample_row(sample, &record_reader, i == 0 ? "R3" : i == 1 ? "R4" : "R5");
		row_set_string(row, READER_NAME, "Cyd");
		GOOD(write_insert(W, sample->arena, row, E));
	}
	GOOD(store_flush(W, E));
}

static void test_replace_and_erase(void **state)
{
	struct sample *sample = *state;
	struct row *row = sample_row(sample, &record_reader, "R1");
	row_set_string(row, READER_NAME, "Ada");
	GOOD(write_replace(W, sample->arena, row, E));
	row->version = 7;
	row->created_at = 4;
	row_set_string(row, READER_NAME, "Ida");
	GOOD(write_replace(W, sample->arena, row, E));
	assert_int_equal(load(sample, "R1")->version, 7);
	assert_int_equal(load(sample, "R1")->created_at, 4);
	assert_string_equal(fold_of(sample, "R1"), "ida");
	sample_reader(sample, "R2", "Bea", "B1");
	sample_reader(sample, "R3", "Cyd", "B1");
	GOOD(write_erase(W, &record_reader, TEXT_OF("R2"), E));
	assert_null(load(sample, "R2"));
	assert_non_null(load(sample, "R1"));
	GOOD(write_erase(W, &record_reader, TEXT_OF("R2"), E));
	GOOD(write_delete_all(W, &record_reader, E));
	assert_null(load(sample, "R1"));
	assert_null(load(sample, "R3"));
}

int main(void)
{
	const struct CMUnitTest tests[] = { SAMPLE_TEST(test_update), SAMPLE_TEST(test_conflict), SAMPLE_TEST(test_duplicate),
		SAMPLE_TEST(test_replace_and_erase) };
	SAMPLE_RUN("store/write", tests);
}
