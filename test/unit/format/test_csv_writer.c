/* test_csv_writer.c - unit tests of the writer of format/csv. */
#include "format/csv.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

static struct text one_cell(struct arena *arena, struct text text, bool raw)
{
	struct csv_writer writer;
	csv_writer_begin(&writer, arena, 0, raw);
	csv_cell(&writer, text);
	csv_record_end(&writer);
	return csv_take(&writer);
}

static void quotes_what_needs_it(void **state)
{
	static const char *const cases[][2] = {
		{"plain", "plain\r\n"}, {"a,b", "\"a,b\"\r\n"}, {"a;b", "\"a;b\"\r\n"}, {"a\tb", "\"a\tb\"\r\n"},
		{"say \"x\"", "\"say \"\"x\"\"\"\r\n"}, {"\"\"", "\"\"\"\"\"\"\r\n"}, {"a\nb", "\"a\nb\"\r\n"},
		{" a", "\" a\"\r\n"}, {"a ", "\"a \"\r\n"}, {"", "\"\"\r\n"}, {"\xEF\xBB\xBFx", "\"\xEF\xBB\xBFx\"\r\n"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_true(text_equal_string(one_cell(*state, text_from(cases[i][0]), false), cases[i][1]));
}

static void disarms_formulas_unless_raw(void **state)
{
	static const char *const cases[][3] = {
		{"=1+1", "'=1+1\r\n", "=1+1\r\n"},	    {"+996", "'+996\r\n", "+996\r\n"},
		{"-5", "'-5\r\n", "-5\r\n"},		    {"@SUM(A1)", "'@SUM(A1)\r\n", "@SUM(A1)\r\n"},
		{"\t=1", "\"'\t=1\"\r\n", "\"\t=1\"\r\n"},  {"\r=1", "\"'\r=1\"\r\n", "\"\r=1\"\r\n"},
		{"=\"a\"", "\"'=\"\"a\"\"\"\r\n", "\"=\"\"a\"\"\"\r\n"}, {"1=1", "1=1\r\n", "1=1\r\n"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_true(text_equal_string(one_cell(*state, text_from(cases[i][0]), false), cases[i][1]));
		assert_true(text_equal_string(one_cell(*state, text_from(cases[i][0]), true), cases[i][2]));
	}
}

static void writes_records_in_pieces(void **state)
{
	struct csv_writer writer;
	csv_writer_begin(&writer, *state, ';', false);
	csv_mark(&writer);
	csv_record_end(&writer);
	csv_cell_string(&writer, "a");
	csv_cell_integer(&writer, -5);
	csv_cell_string(&writer, "");
	csv_record_end(&writer);
	assert_true(text_equal_string(csv_take(&writer), "\xEF\xBB\xBF" "a;-5;\r\n"));
	csv_cell_string(&writer, "");
	csv_cell_string(&writer, "");
	csv_record_end(&writer);
	csv_cell_integer(&writer, 0);
	csv_record_end(&writer);
	assert_true(text_equal_string(csv_take(&writer), ";\r\n0\r\n"));
	assert_true(text_is_empty(csv_take(&writer)));
}

static void quotes_an_unusual_separator(void **state)
{
	struct csv_writer writer;
	csv_writer_begin(&writer, *state, '|', false);
	csv_cell_string(&writer, "a|b");
	csv_cell_string(&writer, "c");
	csv_record_end(&writer);
	assert_true(text_equal_string(csv_take(&writer), "\"a|b\"|c\r\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_what_needs_it),
		cmocka_unit_test(disarms_formulas_unless_raw),
		cmocka_unit_test(writes_records_in_pieces),
		cmocka_unit_test(quotes_an_unusual_separator),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
