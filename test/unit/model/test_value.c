/* test_value.c - values. */
#include "sample.h"

static void test_kinds(void **state)
{
	(void)state;
	assert_int_equal(value_text(text_empty()).kind, VALUE_ABSENT);
	assert_int_equal(value_string(NULL).kind, VALUE_ABSENT);
	assert_int_equal(value_string("x").kind, VALUE_TEXT);
	assert_true(value_is_present(value_integer(0)));
	assert_true(value_is_present(value_bytes(text_empty())));
	assert_false(value_is_present(value_unknown()));
	assert_false(value_is_present(value_absent()));
}

static void test_equal(void **state)
{
	(void)state;
	assert_true(value_equal(value_absent(), value_absent()));
	assert_true(value_equal(value_unknown(), value_unknown()));
	assert_false(value_equal(value_absent(), value_unknown()));
	assert_true(value_equal(value_integer(3), value_integer(3)));
	assert_false(value_equal(value_integer(3), value_integer(4)));
	assert_true(value_equal(value_string("a"), value_text(TEXT_OF("a"))));
	assert_false(value_equal(value_string("a"), value_string("b")));
	assert_false(value_equal(value_string("a"), value_bytes(TEXT_OF("a"))));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_kinds), cmocka_unit_test(test_equal) };
	return cmocka_run_group_tests_name("model/value", tests, NULL, NULL);
}
