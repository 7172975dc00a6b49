/* test_name.c - sort keys and folding of names. */
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


static void test_fold(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	same(fold_name(arena, TEXT_OF("Асқаров ПЁТР")), "асқаров петр");
	same(fold_name(arena, TEXT_OF("Müller ﬁ Straße")), "muller fi strasse");
	same(fold_name(arena, TEXT_OF("Pavlov")), "pavlov");
	same(fold_name(arena, TEXT_OF("Иванoв")), "иванов"); /* the o is Latin */
	same(fold_name(arena, TEXT_OF("أحمد")), "احمد");
	same(fold_name(arena, text_empty()), "");
	same(fold_name(arena, TEXT_OF("\360\220\220\200")), "\360\220\220\250"); /* beyond the first plane */
	arena_destroy(arena);
}

static void test_sort(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *ru = language_find(TEXT_OF("ru"));
	struct text e = format_sort_key(ru, arena, TEXT_OF("ель")), yo = format_sort_key(ru, arena, TEXT_OF("ёж")),
		zh = format_sort_key(ru, arena, TEXT_OF("жук"));
	assert_true(text_compare(yo, e) < 0 && text_compare(e, zh) < 0);
	assert_true(text_compare(yo, format_sort_key(ru, arena, TEXT_OF("Ёж"))) != 0);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_fold), cmocka_unit_test(test_sort)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
