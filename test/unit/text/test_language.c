/* test_language.c - choosing a language, and its plural forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#include "text/language.h"

static void test_find(void **state)
{
	(void)state;
	size_t count;
	const struct language *list = language_list(&count);
	assert_int_equal(count, LANGUAGE_COUNT);
	assert_string_equal(list[0].code, "en");
	assert_string_equal(language_find(TEXT_OF("ar"))->code, "ar");
	assert_true(language_find(TEXT_OF("ar"))->right_to_left);
	assert_string_equal(language_find(TEXT_OF("xx"))->code, "en");
	assert_string_equal(language_find(text_empty())->code, "en");
}

static void test_accept(void **state)
{
	(void)state;
	assert_string_equal(language_accept(TEXT_OF("de, ru-RU;q=0.8, en;q=0.5"))->code, "ru");
	assert_string_equal(language_accept(TEXT_OF("en;q=0.3,ar;q=0.7"))->code, "ar");
	assert_string_equal(language_accept(TEXT_OF("ru;q=0"))->code, "en");
	assert_string_equal(language_accept(TEXT_OF(";;,q=,-"))->code, "en");
	assert_string_equal(language_accept(text_empty())->code, "en");
}

static void test_plural(void **state)
{
	(void)state;
	const struct language_data *ru = language_data(language_find(TEXT_OF("ru")));
	const struct language_data *ar = language_data(language_find(TEXT_OF("ar")));
	assert_int_equal(ru->keyword_count, 3);
	assert_int_equal(language_plural(ru, 1), 0);
	assert_int_equal(language_plural(ru, 3), 1);
	assert_int_equal(language_plural(ru, 11), 2);
	assert_int_equal(language_plural(ru, 21), 0);
	assert_int_equal(ar->keyword_count, 6);
	const int64_t counts[] = {0, 1, 2, 3, 11, 100};
	for (int i = 0; i < 6; i++)
		assert_int_equal(language_plural(ar, counts[i]), i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find), cmocka_unit_test(test_accept), cmocka_unit_test(test_plural),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
