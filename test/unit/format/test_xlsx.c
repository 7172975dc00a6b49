/* test_xlsx.c - unit tests of format/xlsx: a zip archive whose parts are all there, text that stays text, and the same file twice. */
#include "format/xlsx.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int open_arena(void **state)
{
	*state = arena_create();
	return 0;
}

static int close_arena(void **state)
{
	arena_destroy(*state);
	return 0;
}

static struct text sheet(struct arena *arena, struct text text, int64_t number)
{
	static const int WIDTHS[] = { 30, 10 };
	struct error_list errors;
	struct text file = text_empty();
	error_list_begin(&errors, arena);
	struct xlsx *xlsx = xlsx_begin(arena, "test", true, WIDTHS, 2);
	assert_non_null(xlsx);
	xlsx_heading(xlsx, TEXT_OF("Figure"));
	xlsx_row_end(xlsx);
	xlsx_text(xlsx, text);
	xlsx_integer(xlsx, number);
	xlsx_share(xlsx, 1, 4);
	xlsx_row_end(xlsx);
	assert_true(xlsx_finish(xlsx, &file, &errors));
	return file;
}

static void is_a_whole_archive(void **state)
{
	struct text file = sheet(*state, TEXT_OF("Held"), 12);
	assert_true(file.length > 1000);
	assert_memory_equal(file.data, "PK\3\4", 4);
	assert_true(text_find(file, TEXT_OF("xl/worksheets/sheet1.xml")) != SIZE_MAX);
	assert_true(text_find(file, TEXT_OF("PK\5\6")) != SIZE_MAX); /* the end of the directory: nothing is cut off */
}

static void other_cells_make_another_file(void **state)
{
	struct text one = sheet(*state, TEXT_OF("Held"), 12), other = sheet(*state, TEXT_OF("Held"), 13);
	assert_false(text_equal(one, other));
}

static void takes_any_text(void **state)
{
	struct arena *arena = *state;
	char *large = ARENA_ARRAY(arena, char, 70001);
	memset(large, 'a', 70000);
	assert_true(sheet(arena, text_make(large, 70000), 1).length > 0);
	for (size_t i = 0; i + 1 < 70000; i += 2)
		memcpy(large + i, "\xd0\xb6", 2); /* two bytes a character: cut between them */
	assert_true(sheet(arena, text_make(large, 70000), 1).length > 0);
	assert_true(sheet(arena, TEXT_OF("=1+1\x01 <b> & \"q\""), -5).length > 0);
	assert_true(sheet(arena, text_empty(), 0).length > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(is_a_whole_archive), cmocka_unit_test(other_cells_make_another_file),
		cmocka_unit_test(takes_any_text) };
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
