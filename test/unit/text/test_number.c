/* test_number.c - separators. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#include "text/catalogue.h"

static void same(struct text found, const char *wanted)
{
	if (!text_equal_string(found, wanted))
		fprintf(stderr, "found %.*s, wanted %s\n", TEXT_FORMAT(found), wanted);
	assert_true(text_equal_string(found, wanted));
}


static void test_numbers(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *en = language_find(TEXT_OF("en")), *ru = language_find(TEXT_OF("ru"));
	same(format_integer(en, arena, 0), "0");
	same(format_integer(en, arena, 1234), "1234");
	same(format_integer(en, arena, 1234567), "1,234,567");
	same(format_integer(ru, arena, 12345), "12\302\240345");
	same(format_integer(en, arena, INT64_MIN), "\342\210\2229,223,372,036,854,775,808");
	same(format_decimal(en, arena, 1250, 2), "12.50");
	same(format_decimal(ru, arena, 5, 2), "0,05");
	same(format_decimal(en, arena, -105, 1), "\342\210\22210.5");
	same(format_decimal(en, arena, 7, 0), "7");
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
