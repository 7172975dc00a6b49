/* test_record.c - rows: values, scope, title, checks. */
#include "sample.h"

static const struct text reader_id = TEXT("01ARZ3NDEKTSV4RRFFQ69G5FAV"), branch_id = TEXT("01ARZ3NDEKTSV4RRFFQ69G5FAB");

static void test_values(void **state)
{
	struct row *row = row_new(*state, &record_loan);
	assert_int_equal(row->log_index, -1);
	assert_int_equal(row->version, 0);
	assert_false(row_has(row, LOAN_TITLE));
	row_set_string(row, LOAN_TITLE, "Emma");
	assert_true(row_is(row, LOAN_TITLE, "Emma"));
	assert_false(row_is(row, LOAN_TITLE, "Emm"));
	assert_int_equal(row_integer(row, LOAN_TITLE, 7), 7);
	row_set_integer(row, LOAN_DUE, 12);
	assert_int_equal(row_moment(row, LOAN_DUE), 12);
	assert_int_equal(row_text(row, LOAN_DUE).length, 0);
	row_set(row, LOAN_DUE, value_unknown());
	assert_false(row_has(row, LOAN_DUE));
	assert_int_equal(row_moment(row, LOAN_DUE), 0);
	row_set_text(row, LOAN_TITLE, text_empty());
	assert_int_equal(row_value(row, LOAN_TITLE).kind, VALUE_ABSENT);
	row_set_yes_no(row, LOAN_DUE, true);
	assert_true(row_is_yes(row, LOAN_DUE));
	struct row *copy = row_copy(*state, row);
	row_set_yes_no(row, LOAN_DUE, false);
	assert_true(row_is_yes(copy, LOAN_DUE));
	assert_int_equal(record_field(&record_loan, TEXT_OF("due")), LOAN_DUE);
	assert_int_equal(record_field(&record_loan, TEXT_OF("du")), FIELD_NONE);
}

static void test_dates(void **state)
{
	struct row *row = row_new(*state, &record_reader);
	assert_int_equal(row_date(row, READER_BORN).year, 0);
	row_set_date(row, *state, READER_BORN, (struct date){ .year = 1974, .month = 5 });
	assert_true(row_is(row, READER_BORN, "1974-05"));
	assert_int_equal(row_date(row, READER_BORN).month, 5);
	assert_int_equal(row_date(row, READER_BORN).day, 0);
	row_set(row, READER_BORN, value_unknown());
	assert_int_equal(row_date(row, READER_BORN).year, 0);
}

static void test_scope_and_title(void **state)
{
	struct row *reader = row_new(*state, &record_reader), *loan = row_new(*state, &record_loan);
	reader->id = reader_id;
	assert_true(text_equal(row_subject(reader), reader_id));
	assert_true(text_is_empty(row_facility(reader)));
	row_set_text(reader, READER_BRANCH, branch_id);
	assert_true(text_equal(row_facility(reader), branch_id));
	assert_true(text_equal(row_title(*state, reader), reader_id));
	row_set_string(reader, READER_NAME, "Ada");
	assert_string_equal(row_title(*state, reader).data, "Ada");
	row_set_text(loan, LOAN_READER, reader_id);
	assert_true(text_equal(row_subject(loan), reader_id));
	struct row *branch = row_new(*state, &record_branch);
	branch->id = branch_id;
	assert_true(text_equal(row_facility(branch), branch_id));
	assert_true(text_is_empty(row_subject(branch)));
}

static void test_check(void **state)
{
	struct error_list errors;
	error_list_begin(&errors, *state);
	struct row *old = row_new(*state, &record_loan);
	assert_false(row_check(NULL, old, NULL, &errors));
	assert_int_equal(errors.count, 1);
	assert_int_equal(errors.items[0].code, E_REQUIRED);
	assert_string_equal(errors.items[0].path.data, "/reader");
	row_set_text(old, LOAN_READER, reader_id);
	assert_true(row_check(NULL, old, NULL, &errors));
	struct row *row = row_copy(*state, old);
	row_set_text(row, LOAN_READER, branch_id);
	row_set_string(row, LOAN_STATE, "lost");
	row_set_string(row, LOAN_TITLE, "x");
	error_list_begin(&errors, *state);
	assert_false(row_check(NULL, row, old, &errors));
	assert_int_equal(errors.count, 3);
	assert_int_equal(errors.items[0].code, E_STATE);
	assert_int_equal(errors.items[1].code, E_LIMIT);
	assert_int_equal(errors.items[2].code, E_CHOICE);
	/* Unknown is an answer where it is allowed. */
	error_list_begin(&errors, *state);
	struct row *reader = row_new(*state, &record_reader);
	row_set_string(reader, READER_NAME, "Ada");
	assert_false(row_check(NULL, reader, NULL, &errors));
	row_set(reader, READER_BORN, value_unknown());
	assert_true(row_check(NULL, reader, NULL, &errors));
	row_set(reader, READER_NAME, value_unknown());
	assert_false(row_check(NULL, reader, NULL, &errors));
}

static bool refuse(const struct act_context *context, const struct row *row, struct error_list *errors)
{
	(void)context;
	(void)row;
	error_say(errors, E_DATE_ORDER, "/due", "Later than that");
	return false;
}

static void test_hook(void **state)
{
	struct record record = record_loan;
	struct error_list errors;
	error_list_begin(&errors, *state);
	record.check = refuse;
	struct row *row = row_new(*state, &record);
	row_set_text(row, LOAN_READER, reader_id);
	assert_false(row_check(NULL, row, NULL, &errors));
	assert_true(error_list_has(&errors, E_DATE_ORDER));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_values, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_dates, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_scope_and_title, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_check, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_hook, begin_arena, end_arena),
	};
	return cmocka_run_group_tests_name("model/record", tests, NULL, NULL);
}
