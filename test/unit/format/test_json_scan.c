/* test_json_scan.c - unit tests of the scanner of our own JSON. */
#include "format/json_scan.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void reads_what_the_writer_writes(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member(&json, "name", TEXT_OF("Ж \"quoted\" \\ line\nnext\t\b\f\r/"));
	json_member_integer(&json, "least", INT64_MIN);
	json_member_integer(&json, "most", INT64_MAX);
	json_member_boolean(&json, "yes", true);
	json_member_boolean(&json, "no", false);
	json_name(&json, "none");
	json_null(&json);
	json_name(&json, "inner");
	json_object_begin(&json);
	json_member(&json, "NMR-13", TEXT_OF("full"));
	json_object_end(&json);
	json_object_end(&json);
	struct text document = json_finish(&json), name;
	struct json_scan scan;
	struct json_scalar scalar;
	json_scan_begin(&scan, arena, document);
	assert_true(json_scan_enter(&scan));
	assert_true(json_scan_member(&scan, &name) && text_equal_string(name, "name"));
	assert_true(json_scan_scalar(&scan, &scalar) && scalar.kind == JSON_STRING);
	assert_true(text_equal_string(scalar.text, "Ж \"quoted\" \\ line\nnext\t\b\f\r/"));
	assert_true(json_scan_member(&scan, &name) && json_scan_integer(&scan, &scalar.integer));
	assert_true(scalar.integer == INT64_MIN);
	assert_true(json_scan_member(&scan, &name) && json_scan_scalar(&scan, &scalar));
	assert_true(scalar.kind == JSON_INTEGER && scalar.integer == INT64_MAX);
	assert_true(json_scan_member(&scan, &name) && json_scan_scalar(&scan, &scalar));
	assert_true(scalar.kind == JSON_BOOLEAN && scalar.integer == 1);
	assert_true(json_scan_member(&scan, &name) && json_scan_scalar(&scan, &scalar));
	assert_true(scalar.kind == JSON_BOOLEAN && scalar.integer == 0);
	assert_true(json_scan_member(&scan, &name) && json_scan_scalar(&scan, &scalar) && scalar.kind == JSON_NULL);
	assert_true(json_scan_member(&scan, &name) && json_scan_skip(&scan));
	assert_false(json_scan_end(&scan));
	assert_false(json_scan_member(&scan, &name));
	assert_true(json_scan_end(&scan));
	arena_destroy(arena);
}

static bool accepts(struct arena *arena, const char *document)
{
	struct json_scan scan;
	struct text name;
	json_scan_begin(&scan, arena, text_from(document));
	for (json_scan_enter(&scan); json_scan_member(&scan, &name);)
		json_scan_skip(&scan);
	return json_scan_end(&scan);
}

static void refuses_everything_else(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	static const char *const good[] = {"{}", "{\"a\":1}", "{\"a\":{}}", "{\"a\":{\"b\":null},\"c\":-0}",
		"{\"a\":[]}", "{\"a\":{\"b\":{}}}", "{\"a\":[1,{\"b\":[\"x\",null]},[]],\"c\":{\"d\":{},\"e\":1}}", "{\"a\":[[[[[[[[1]]]]]]]]}"};
	static const char *const bad[] = {"", "{", "}", "[]", "1", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":1}x", " {}",
		"{ }", "{\"a\":1.5}", "{\"a\":1e5}", "{\"a\":01}", "{\"a\":-01}", "{\"a\":-}", "{\"a\":--1}",
		"{\"a\":9223372036854775808}", "{\"a\":123456789012345678901234567890}", "{\"a\":\"\\u0041\"}", "{\"a\":\"\\x\"}",
		"{\"a\":\"\\\"}", "{\"a\":\"\n\"}", "{\"a\":\"\\n\n\"}", "{\"a\":\"x}", "{\"a\":tru}", "{\"a\":nul}", "{\"a\":[1,]}", "{\"a\":[,1]}",
		"{\"a\":[1}", "{\"a\":[1", "{\"a\":{\"b\":{}}", "{\"a\":[[[[[[[[[1]]]]]]]]]}", "{\"a\":{},}", "{\"a\":{\"b\":{},}}", "{\"a\":\"\xff\"}", "{\"a\":1\"b\":2}", "{\"a\" :1}"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!accepts(arena, good[i]))
			fail_msg("refused: %s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (accepts(arena, bad[i]))
			fail_msg("accepted: %s", bad[i]);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_what_the_writer_writes),
		cmocka_unit_test(refuses_everything_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
