/* test_said.c - sentences of the program come back as they were; what people wrote stays theirs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "model/said.h"

static void sentences_come_back(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct error error;
	struct text plain = said_make(arena, "Observe", NULL, text_empty());
	assert_true(text_equal_string(plain, "custos:Observe"));
	assert_true(said_read(arena, plain, &error));
	assert_string_equal(error.message, "Observe");
	assert_null(error.parameters[0].name);
	struct text with = said_make(arena, "File {number}", "number", TEXT_OF("71|a=b"));
	assert_true(said_read(arena, with, &error));
	assert_string_equal(error.message, "File {number}");
	assert_true(text_equal_string(error_english(arena, &error), "File 71|a=b"));
	arena_destroy(arena);
}

static void words_of_people_stay(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct error error;
	assert_false(said_read(arena, TEXT_OF("Observe"), &error));
	assert_false(said_read(arena, text_empty(), &error));
	assert_true(said_read(arena, TEXT_OF("custos:"), &error)); /* nothing is said, and nothing breaks */
	assert_true(said_read(arena, TEXT_OF("custos:A|no equals"), &error));
	assert_null(error.parameters[0].name);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(sentences_come_back), cmocka_unit_test(words_of_people_stay) };
	return cmocka_run_group_tests_name("said", tests, NULL, NULL);
}
