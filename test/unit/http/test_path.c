/* test_path.c - targets, escapes and patterns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "http/path.h"

static bool reads(struct arena *arena, const char *target, const char *path, const char *query)
{
	struct text found_path, found_query;
	return path_read(arena, text_from(target), &found_path, &found_query) && text_equal_string(found_path, path) &&
		text_equal_string(found_query, query);
}

static void test_read(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	assert_true(reads(arena, "/", "/", ""));
	assert_true(reads(arena, "/a/b?c=d?e", "/a/b", "c=d?e"));
	assert_true(reads(arena, "/%D0%90%20b", "/\320\220 b", ""));
	assert_true(reads(arena, "/a/", "/a/", ""));
	assert_true(reads(arena, "/a+b", "/a+b", ""));
	struct text path, query;
	const char *bad[] = {"", "a", "/%", "/%4", "/%zz", "/a//b", "/./a", "/a/..", "/%2e", "/a%2Fb", "/a%5Cb", "/%00", "/%0a",
		"/%c3%28", "//"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(path_read(arena, text_from(bad[i]), &path, &query));
	arena_destroy(arena);
}

static void test_match(void **state)
{
	(void)state;
	struct http_parameters found;
	assert_true(http_path_match("/a/{b}/c", TEXT_OF("/a/x/c"), &found));
	assert_int_equal(found.count, 1);
	assert_true(text_equal_string(found.values[0], "x"));
	assert_true(http_path_match("/{a}/{b}", TEXT_OF("/1/2"), &found));
	assert_true(text_equal_string(found.values[1], "2"));
	assert_false(http_path_match("/{a}/{b}", TEXT_OF("/1/2/3"), &found));
	assert_false(http_path_match("/{a}/{b}", TEXT_OF("/1/"), &found));
	assert_false(http_path_match("/a", TEXT_OF("/ab"), &found));
	assert_false(http_path_match("/ab", TEXT_OF("/a"), &found));
	assert_true(http_path_match("/r/{log...}/{n}x", TEXT_OF("/r/a"), &found) == false);
	assert_true(http_path_match("/r/{n}/{log...}", TEXT_OF("/r/7/a/b/c"), &found));
	assert_true(text_equal_string(found.values[1], "a/b/c"));
}

static void test_escape(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	assert_true(text_equal_string(percent_encode(arena, TEXT_OF("a b/\320\220~")), "a%20b%2F%D0%90~"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read), cmocka_unit_test(test_match), cmocka_unit_test(test_escape),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
