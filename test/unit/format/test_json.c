/* test_json.c - unit tests of the reader of format/json. */
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

static void reads_every_kind(void **state)
{
	struct error_list errors;
	struct json_value root = {0}, value = {0};
	struct text name;
	error_list_begin(&errors, *state);
	char document[] = "{\"z\":\"\\u0416\\n\",\"i\":-5,\"t\":true,\"f\":false,\"n\":null,\"r\":1.5,\"a\":[1,\"x\",[]],\"\":{}}";
	assert_true(json_parse(*state, text_from(document), &root, &errors));
	document[2] = '!'; /* the tree does not look at the document any more */
	assert_int_equal(json_kind(root), JSON_OBJECT);
	assert_int_equal(json_count(root), 8);
	assert_true(text_equal_string(json_get_text(root, "z"), "\xD0\x96\n"));
	assert_int_equal(json_to_integer(json_get(root, "i"), 9), -5);
	assert_int_equal(json_to_integer(json_get(root, "z"), 9), 9);
	assert_true(json_to_boolean(json_get(root, "t"), false));
	assert_false(json_to_boolean(json_get(root, "f"), true));
	assert_true(json_to_boolean(json_get(root, "i"), true));
	assert_int_equal(json_kind(json_get(root, "n")), JSON_NULL);
	assert_false(json_is_absent(json_get(root, "n")));
	assert_true(json_is_absent(json_get(root, "missing")));
	assert_int_equal(json_kind(json_get(root, "missing")), JSON_NULL);
	assert_int_equal(json_kind(json_get(root, "r")), JSON_REAL);
	assert_int_equal(json_kind(json_get(root, "t")), JSON_BOOLEAN);
	value = json_get(root, "a");
	assert_int_equal(json_count(value), 3);
	assert_int_equal(json_to_integer(json_at(value, 0), 0), 1);
	assert_true(text_equal_string(json_text(json_at(value, 1)), "x"));
	assert_int_equal(json_kind(json_at(value, 2)), JSON_ARRAY);
	assert_true(json_is_absent(json_at(value, 3)));
	assert_true(json_is_absent(json_at(root, 0)));
	assert_true(json_is_absent(json_get(value, "x")));
	assert_true(json_member_at(root, 0, &name, &value));
	assert_true(text_equal_string(name, "z"));
	assert_true(json_member_at(root, 7, &name, &value));
	assert_true(text_is_empty(name));
	assert_int_equal(json_kind(value), JSON_OBJECT);
	assert_false(json_member_at(root, 8, &name, &value));
	assert_int_equal(errors.count, 0);
}

static void takes_any_root_and_the_whole_range(void **state)
{
	struct error_list errors;
	struct json_value root = {0};
	error_list_begin(&errors, *state);
	assert_true(json_parse(*state, TEXT_OF("9223372036854775807"), &root, &errors));
	assert_true(json_to_integer(root, 0) == INT64_MAX);
	assert_true(json_parse(*state, TEXT_OF(" -9223372036854775808 "), &root, &errors));
	assert_true(json_to_integer(root, 0) == INT64_MIN);
}

static void refuses_what_is_not_strict(void **state)
{
	static const struct text bad[] = {
		TEXT(""), TEXT(" "), TEXT("{"), TEXT("[1,]"), TEXT("{\"a\":1,}"), TEXT("{a:1}"), TEXT("'a'"), TEXT("[1] 2"),
		TEXT("{\"a\":1,\"a\":2}"), TEXT("01"), TEXT("NaN"), TEXT("1e999"), TEXT("9223372036854775808"),
		TEXT("\"\\u0000\""), TEXT("\"\xFF\""), TEXT("\"\n\""), TEXT("\"\\ud800\""), TEXT("[1]\0"), TEXT("// x\n1"),
		TEXT("\xEF\xBB\xBF{}"),
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct error_list errors;
		struct json_value root = {0};
		error_list_begin(&errors, *state);
		if (json_parse(*state, bad[i], &root, &errors))
			fail_msg("accepted: %.*s", TEXT_FORMAT(bad[i]));
		assert_int_equal(errors.count, 1);
		assert_int_equal(errors.items[0].code, E_SYNTAX);
		assert_null(root.node);
	}
}

static void names_the_place_of_a_fault(void **state)
{
	struct error_list errors;
	struct json_value root = {0};
	error_list_begin(&errors, *state);
	assert_false(json_parse(*state, TEXT_OF("{\n  \"a\": tru\n}"), &root, &errors));
	assert_true(text_starts_with(error_english(*state, &errors.items[0]),
				     TEXT_OF("This is not valid JSON: see line 2, column ")));
	assert_true(errors.items[0].detail.length > 0);
}

static enum error_code code_of(struct arena *arena, struct text document)
{
	struct error_list errors;
	struct json_value root = {0};
	error_list_begin(&errors, arena);
	return json_parse(arena, document, &root, &errors) ? E_NONE : errors.items[0].code;
}

static struct text repeat(struct arena *arena, const char *begin, const char *middle, size_t count, const char *end)
{
	struct builder builder;
	builder_begin(&builder, arena, count * 2);
	builder_add_string(&builder, begin);
	for (size_t i = 0; i < count; i++)
		builder_add_string(&builder, middle);
	builder_add_string(&builder, end);
	return builder_text(&builder);
}

static void keeps_its_limits(void **state)
{
	struct arena *arena = *state;
	struct text ends = repeat(arena, "", "]", JSON_DEPTH_DEFAULT, "");
	assert_int_equal(code_of(arena, repeat(arena, "", "[", JSON_DEPTH_DEFAULT, ends.data)), E_NONE);
	assert_int_equal(code_of(arena, repeat(arena, "[", "[", JSON_DEPTH_DEFAULT, "]")), E_LIMIT);
	assert_int_equal(code_of(arena, repeat(arena, "", "[", 1000000, "")), E_LIMIT);
	assert_int_equal(code_of(arena, repeat(arena, "[", "1,", JSON_VALUES_DEFAULT - 2, "1]")), E_NONE);
	assert_int_equal(code_of(arena, repeat(arena, "[", "1,", JSON_VALUES_DEFAULT, "1]")), E_LIMIT);
	assert_int_equal(code_of(arena, repeat(arena, "1", " ", JSON_LIMIT_DEFAULT, "")), E_LIMIT);
	/* Brackets and commas inside strings count for nothing. */
	assert_int_equal(code_of(arena, repeat(arena, "\"\\\"", "[,", JSON_VALUES_DEFAULT, "\"")), E_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_kind),	      cmocka_unit_test(takes_any_root_and_the_whole_range),
		cmocka_unit_test(refuses_what_is_not_strict), cmocka_unit_test(names_the_place_of_a_fault),
		cmocka_unit_test(keeps_its_limits),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
