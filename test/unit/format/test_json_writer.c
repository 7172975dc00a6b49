/* test_json_writer.c - unit tests of the writer of format/json. */
#include "format/json.h"

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

static void minds_the_commas(void **state)
{
	struct json_writer json;
	json_start(&json, *state);
	json_object_begin(&json);
	json_name(&json, "empty");
	json_array_begin(&json);
	json_array_end(&json);
	json_name(&json, "list");
	json_array_begin(&json);
	json_integer(&json, INT64_MIN);
	json_boolean(&json, true);
	json_null(&json);
	json_object_begin(&json);
	json_object_end(&json);
	json_object_begin(&json);
	json_member_string(&json, "s", NULL);
	json_member_integer(&json, "i", 0);
	json_member_boolean(&json, "b", false);
	json_object_end(&json);
	json_raw(&json, TEXT_OF("[1,2]"));
	json_array_end(&json);
	json_name_text(&json, TEXT_OF("last"));
	json_string(&json, TEXT_OF("x"));
	json_object_end(&json);
	assert_true(text_equal_string(json_finish(&json),
		"{\"empty\":[],\"list\":[-9223372036854775808,true,null,{},{\"s\":\"\",\"i\":0,\"b\":false},[1,2]],"
		"\"last\":\"x\"}"));
}

static void escapes_strings_and_names(void **state)
{
	struct json_writer json;
	json_start(&json, *state);
	json_object_begin(&json);
	json_member(&json, "a\"b", TEXT_OF("\"\\/\b\f\n\r\t\x01\x1F\x7F\0\xD0\x96"));
	json_member(&json, "broken", TEXT_OF("a\xFF\"\n"));
	json_object_end(&json);
	assert_true(text_equal_string(json_finish(&json),
		"{\"a\\\"b\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\\u0000\xD0\x96\",\"broken\":\"a\xEF\xBF\xBD\\\"\\n\"}"));
}

static void nests_to_the_limit(void **state)
{
	struct json_writer json;
	json_start(&json, *state);
	for (int i = 0; i < 63; i++)
		json_array_begin(&json);
	json_integer(&json, 1);
	json_integer(&json, 2);
	for (int i = 0; i < 63; i++)
		json_array_end(&json);
	struct text text = json_finish(&json);
	assert_int_equal(text.length, 63 + 3 + 63);
	assert_true(text_equal_string(text_slice(text, 62, 67), "[1,2]"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(minds_the_commas),
		cmocka_unit_test(escapes_strings_and_names),
		cmocka_unit_test(nests_to_the_limit),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
