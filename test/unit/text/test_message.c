/* test_message.c - filling in parameters, errors, counts. */
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


static void test_fill(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *en = language_find(TEXT_OF("en")), *ar = language_find(TEXT_OF("ar"));
	struct parameter values[] = {{"a", TEXT("1/2")}, {"b", TEXT("{a}")}};
	same(message(en, "Not in any catalogue"), "Not in any catalogue");
	same(message(ar, ""), "");
	same(message_with(en, arena, "x {a} y {b}", values, 2), "x 1/2 y {a}");
	same(message_with(en, arena, "{missing} {a", values, 2), "{missing} {a");
	same(message_with(ar, arena, "x {a}", values, 2), "x \342\201\2501/2\342\201\251");
	arena_destroy(arena);
}

static void test_count(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *en = language_find(TEXT_OF("en"));
	same(message_count(en, arena, "{count} thing", "{count} things", 1), "1 thing");
	same(message_count(en, arena, "{count} thing", "{count} things", 12400), "12,400 things");
	arena_destroy(arena);
}

static void test_error(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *en = language_find(TEXT_OF("en"));
	struct error error = {.message = "Enter {field}", .parameters = {{"field", TEXT("Sex"), true}}};
	same(message_error(en, arena, &error), "Enter Sex");
	same(message_advice(en, arena, &error), "");
	struct error day = {.message = "It ended on {date}", .advice = "File {date}", .parameters = {{"date", TEXT("2026-12-13"), false}}};
	same(message_error(en, arena, &day), "It ended on 13 December 2026");
	day.parameters[0].value = TEXT_OF("2026-12-13/4");
	same(message_advice(en, arena, &day), "File 2026-12-13/4");
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fill), cmocka_unit_test(test_count), cmocka_unit_test(test_error),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
