/* test_csv_reader.c - unit tests of the reader of format/csv. */
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

#include <string.h>

/* What came out, as text: "number@line:cell|cell;" for each record. */
struct result {
	struct builder records;
	struct error_list errors;
	bool done;
	char separator;
	size_t stop_after; /* 0: never */
};

static bool note_record(void *state, const struct csv_record *record)
{
	struct result *result = state;
	builder_add_integer(&result->records, (int64_t)record->number);
	builder_add_byte(&result->records, '@');
	builder_add_integer(&result->records, (int64_t)record->line);
	for (size_t i = 0; i < record->count; i++) {
		builder_add_byte(&result->records, i == 0 ? ':' : '|');
		builder_add(&result->records, record->cells[i]);
	}
	builder_add_byte(&result->records, '/');
	return record->number != result->stop_after;
}

static void read_pieces(struct arena *arena, struct text file, size_t piece, struct csv_reader_options options,
			struct result *result)
{
	builder_begin(&result->records, arena, 0);
	error_list_begin(&result->errors, arena);
	options.on_record = note_record;
	options.state = result;
	struct csv_reader *reader = csv_reader_create(arena, &options, &result->errors);
	result->done = true;
	for (size_t at = 0; at < file.length && result->done; at += piece)
		result->done = csv_reader_feed(reader, text_slice(file, at, at + piece));
	bool finished = csv_reader_finish(reader);
	if (!result->done)
		assert_false(finished);
	result->done = result->done && finished;
	result->separator = csv_reader_separator(reader);
}

/* In one piece and byte by byte: the same must come out. */
static struct result read_file(struct arena *arena, struct text file, struct csv_reader_options options)
{
	struct result whole = {0}, bytes = {0};
	read_pieces(arena, file, SIZE_MAX / 2, options, &whole);
	read_pieces(arena, file, 1, options, &bytes);
	assert_true(text_equal(builder_text(&whole.records), builder_text(&bytes.records)));
	assert_int_equal(whole.done, bytes.done);
	assert_int_equal(whole.errors.count, bytes.errors.count);
	assert_int_equal(whole.separator, bytes.separator);
	return whole;
}

static void reads_records(void **state)
{
	static const char *const cases[][2] = {
		{"", ""},
		{"\r\n\n\r", ""},
		{"a,b\r\n1,2\r\n", "1@1:a|b/2@2:1|2/"},
		{"a,b\n1,2", "1@1:a|b/2@2:1|2/"},
		{"a,b\r1,2\r", "1@1:a|b/2@2:1|2/"},
		{"a,,\n,\n", "1@1:a||/2@2:|/"},
		{"\n\na\n\nb\n", "1@3:a/2@5:b/"},
		{"\"a\"\"b\",\"c,d\"\n", "1@1:a\"b|c,d/"},
		{"x,\"two\r\nlines\"\r\ny,z\r\n", "1@1:x|two\r\nlines/2@3:y|z/"},
		{"\"\"\n", "1@1:/"},
		{"\"\"", "1@1:/"},
		{"5\" pipe, \"a\"\n", "1@1:5\" pipe| \"a\"/"},
		{"\xEF\xBB\xBFname,b\n", "1@1:name|b/"},
		{"\xEF\xBB\xBF\"name\",b\n", "1@1:name|b/"},
		{"\xEF\xBB\xBF", ""},
		{"x", "1@1:x/"},
		{"a,", "1@1:a|/"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct result result = read_file(*state, text_from(cases[i][0]), (struct csv_reader_options){0});
		assert_true(result.done);
		assert_string_equal(builder_text(&result.records).data, cases[i][1]);
	}
}

static void finds_the_separator(void **state)
{
	static const struct {
		const char *file;
		char separator;
	} cases[] = {{"a,b;c,d\n", ','}, {"a;b\n1,2,3,4\n", ';'}, {"a\tb\n", '\t'}, {"\"a,b,c\";d\n", ';'}, {"a\n", ','},
		     {"\n\"x\ny,z,,\";b", ';'}, {"5\",a,b\n;;;;;;\n", ','}, {"\"a\"\",b,c\";d\n", ';'}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct result result = read_file(*state, text_from(cases[i].file), (struct csv_reader_options){0});
		assert_true(result.done);
		assert_int_equal(result.separator, cases[i].separator);
	}
	struct result given = read_file(*state, TEXT_OF("a,b|c\n"), (struct csv_reader_options){.separator = '|'});
	assert_string_equal(builder_text(&given.records).data, "1@1:a,b|c/");
}

static void decodes_windows_1251(void **state)
{
	struct csv_reader_options options = {.encoding = CSV_WINDOWS_1251};
	/* Иванов;Ёлка;№ */
	struct result result = read_file(*state, TEXT_OF("\xC8\xE2\xE0\xED\xEE\xE2;\xA8\xEB\xEA\xE0;\xB9\r\n"), options);
	assert_true(result.done);
	assert_string_equal(builder_text(&result.records).data,
			    "1@1:\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD\xD0\xBE\xD0\xB2|\xD0\x81\xD0\xBB\xD0\xBA\xD0\xB0|\xE2\x84\x96/");
	/* A byte order mark knows better than the caller. */
	result = read_file(*state, TEXT_OF("\xEF\xBB\xBF\xD0\x96\n"), options);
	assert_string_equal(builder_text(&result.records).data, "1@1:\xD0\x96/");
}

static void guesses_the_encoding(void **state)
{
	(void)state;
	assert_int_equal(csv_guess_encoding(TEXT_OF("plain")), CSV_UTF8);
	assert_int_equal(csv_guess_encoding(TEXT_OF("\xD0\x98\xD0\xB2\xD0")), CSV_UTF8);
	assert_int_equal(csv_guess_encoding(TEXT_OF("x\xF0\x9F\x98")), CSV_UTF8);
	assert_int_equal(csv_guess_encoding(TEXT_OF("\xC8\xE2\xE0\xED")), CSV_WINDOWS_1251);
	assert_int_equal(csv_guess_encoding(TEXT_OF("abc \xC8\xE2")), CSV_WINDOWS_1251);
}

static void expect_fault(struct arena *arena, struct text file, struct csv_reader_options options, enum error_code code,
			 const char *records, const char *line)
{
	struct result result = read_file(arena, file, options);
	assert_false(result.done);
	assert_int_equal(result.errors.count, 1);
	assert_int_equal(result.errors.items[0].code, code);
	assert_true(text_equal_string(result.errors.items[0].parameters[0].value, line));
	assert_string_equal(builder_text(&result.records).data, records);
}

static void names_the_line_of_a_fault(void **state)
{
	struct csv_reader_options options = {0};
	expect_fault(*state, TEXT_OF("a\n\"b\"x\n"), options, E_SYNTAX, "1@1:a/", "2");
	expect_fault(*state, TEXT_OF("a\nb\n\"c\nd\ne"), options, E_SYNTAX, "1@1:a/2@2:b/", "3");
	expect_fault(*state, TEXT_OF("a\nb\xFF\n"), options, E_SYNTAX, "1@1:a/", "2");
	expect_fault(*state, TEXT_OF("a\r\nb\0c\r\n"), options, E_SYNTAX, "1@1:a/", "2");
	expect_fault(*state, TEXT_OF("\xFF\xFE" "a\0,\0"), options, E_SYNTAX, "", "1");
}

static void keeps_its_limits(void **state)
{
	struct csv_reader_options options = {.cell_limit = 4, .record_limit = 6, .cells_limit = 3};
	struct result result = read_file(*state, TEXT_OF("1234,56\na,b,c\n"), options);
	assert_true(result.done);
	expect_fault(*state, TEXT_OF("a\n12345\n"), options, E_LIMIT, "1@1:a/", "2");
	expect_fault(*state, TEXT_OF("a\n\"12\n45\"\n"), options, E_LIMIT, "1@1:a/", "3");
	expect_fault(*state, TEXT_OF("a\n1234,567\n"), options, E_LIMIT, "1@1:a/", "2");
	expect_fault(*state, TEXT_OF("a\n1,2,3,4\n"), options, E_LIMIT, "1@1:a/", "2");
}

static void stops_when_told(void **state)
{
	struct result result = {.stop_after = 2};
	read_pieces(*state, TEXT_OF("a\nb\nc\n"), 100, (struct csv_reader_options){0}, &result);
	assert_false(result.done);
	assert_int_equal(result.errors.count, 0);
	assert_string_equal(builder_text(&result.records).data, "1@1:a/2@2:b/");
}

static bool count_record(void *state, const struct csv_record *record)
{
	*(size_t *)state += record->count;
	return true;
}

static void memory_does_not_grow_with_the_file(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct error_list errors;
	size_t cells = 0;
	error_list_begin(&errors, arena);
	struct csv_reader_options options = {.on_record = count_record, .state = &cells};
	struct csv_reader *reader = csv_reader_create(arena, &options, &errors);
	static const char line[] = "one,\"two \"\"2\"\"\",three,\"fo\nur\"\r\n";
	for (int i = 0; i < 50000; i++)
		assert_true(csv_reader_feed(reader, text_from(line)));
	assert_true(csv_reader_finish(reader));
	assert_int_equal(cells, 200000);
	assert_true(arena_used(arena) < 16384);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_records),	cmocka_unit_test(finds_the_separator),
		cmocka_unit_test(decodes_windows_1251), cmocka_unit_test(guesses_the_encoding),
		cmocka_unit_test(names_the_line_of_a_fault), cmocka_unit_test(keeps_its_limits),
		cmocka_unit_test(stops_when_told),	cmocka_unit_test(memory_does_not_grow_with_the_file),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
