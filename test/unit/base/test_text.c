/* test_text.c - unit tests of base/text. */
#include "base/text.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void compares_and_finds(void **state)
{
	(void)state;
	struct text text = TEXT("abcabd");
	assert_true(text_equal(text, text_from("abcabd")));
	assert_false(text_equal(text, text_from("abcabe")));
	assert_true(text_equal(text_from(NULL), text_empty()));
	assert_true(text_is_empty(text_make(NULL, 5)));
	assert_non_null(text_make(NULL, 0).data);
	assert_true(text_equal_string(text, "abcabd"));
	assert_true(text_equal_ignoring_case(TEXT_OF("Content-Type"), TEXT_OF("content-tYPE")));
	assert_false(text_equal_ignoring_case(TEXT_OF("[["), TEXT_OF("{{")));
	assert_true(text_compare(TEXT_OF("a"), TEXT_OF("ab")) < 0);
	assert_true(text_compare(TEXT_OF("b"), TEXT_OF("ab")) > 0);
	assert_true(text_compare(TEXT_OF("\xC3"), TEXT_OF("z")) > 0);
	assert_int_equal(text_compare(text, text), 0);
	assert_true(text_starts_with(text, TEXT_OF("abc")));
	assert_false(text_starts_with(TEXT_OF("ab"), TEXT_OF("abc")));
	assert_true(text_ends_with(text, TEXT_OF("abd")));
	assert_false(text_ends_with(text, TEXT_OF("abc")));
	assert_int_equal(text_find(text, TEXT_OF("abd")), 3);
	assert_int_equal(text_find(text, TEXT_OF("")), 0);
	assert_true(text_find(text, TEXT_OF("abe")) == SIZE_MAX);
	assert_int_equal(text_find(TEXT_OF("aaab"), TEXT_OF("aab")), 1);
	assert_int_equal(text_find_byte(text, 'd'), 5);
	assert_true(text_find_byte(text_empty(), 'd') == SIZE_MAX);
}

static void slices_and_trims(void **state)
{
	(void)state;
	struct text text = TEXT("abcdef");
	assert_true(text_equal_string(text_slice(text, 2, 4), "cd"));
	assert_true(text_equal_string(text_slice(text, 4, 99), "ef"));
	assert_true(text_is_empty(text_slice(text, 5, 2)));
	assert_true(text_is_empty(text_slice(text, 99, 100)));
	assert_true(text_equal_string(text_trim(TEXT_OF(" \t\r\n\xC2\xA0 a b \xC2\xA0\n")), "a b"));
	assert_true(text_is_empty(text_trim(TEXT_OF(" \xC2\xA0 "))));
	assert_true(text_equal_string(text_trim(TEXT_OF("\xC2\xA9")), "\xC2\xA9"));
}

static void cuts_pieces(void **state)
{
	(void)state;
	struct text rest = TEXT("a,,b");
	struct text piece;
	assert_true(text_next(&rest, ',', &piece));
	assert_true(text_equal_string(piece, "a"));
	assert_true(text_next(&rest, ',', &piece));
	assert_true(text_is_empty(piece));
	assert_true(text_next(&rest, ',', &piece));
	assert_true(text_equal_string(piece, "b"));
	assert_false(text_next(&rest, ',', &piece));
	rest = TEXT_OF("a,");
	assert_true(text_next(&rest, ',', &piece));
	assert_false(text_next(&rest, ',', &piece));
}

static void reads_integers(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool good;
		int64_t value;
	} cases[] = {
		{"0", true, 0}, {"-0", true, 0}, {"007", true, 7}, {"-12", true, -12},
		{"9223372036854775807", true, INT64_MAX}, {"-9223372036854775808", true, INT64_MIN},
		{"9223372036854775808", false, 0}, {"-9223372036854775809", false, 0},
		{"", false, 0}, {"-", false, 0}, {"+1", false, 0}, {" 1", false, 0}, {"1 ", false, 0}, {"1e3", false, 0},
		{"--1", false, 0}, {"99999999999999999999999", false, 0},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t value = 42;
		assert_int_equal(text_to_integer(text_from(cases[i].text), &value), cases[i].good);
		assert_true(value == (cases[i].good ? cases[i].value : 42));
	}
}

static void checks_utf8(void **state)
{
	(void)state;
	static const char *const good[] = {"", "plain ascii text", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
					   "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80", "12345678\xC3\xA9"};
	static const char *const bad[] = {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
					  "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98",
					  "12345678\xFF", "1234567\xFF"};
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(text_is_utf8(text_from(good[i])));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(text_is_utf8(text_from(bad[i])));
	assert_false(text_is_utf8(TEXT_OF("a\0b")));
	assert_false(text_is_utf8(TEXT_OF("abcd\0efgh")));
}

static void walks_code_points(void **state)
{
	(void)state;
	static const uint32_t expected[] = {'a', 0xE9, 0xFFFD, 0x20AC, 0x1F600, 0xFFFD};
	struct text text = TEXT("a\xC3\xA9\xFF\xE2\x82\xAC\xF0\x9F\x98\x80\xC3");
	size_t offset = 0;
	uint32_t code_point = 0;
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		assert_true(text_next_code_point(text, &offset, &code_point));
		assert_int_equal(code_point, expected[i]);
	}
	assert_false(text_next_code_point(text, &offset, &code_point));
	assert_int_equal(text_code_points(text), 6);
	/* An ill-formed sequence of three bytes is three faults. */
	assert_int_equal(text_code_points(TEXT_OF("\xED\xA0\x80")), 3);
}

static void hashes(void **state)
{
	(void)state;
	assert_true(text_hash(TEXT_OF("abc")) == text_hash(text_from("abc")));
	assert_true(text_hash(TEXT_OF("abc")) != text_hash(TEXT_OF("acb")));
	assert_true(text_hash(TEXT_OF("")) != text_hash(TEXT_OF("\0")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compares_and_finds), cmocka_unit_test(slices_and_trims), cmocka_unit_test(cuts_pieces),
		cmocka_unit_test(reads_integers),     cmocka_unit_test(checks_utf8),	  cmocka_unit_test(walks_code_points),
		cmocka_unit_test(hashes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
