/* test_builder.c - unit tests of base/builder. */
#include "base/builder.h"

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

static void empty_builder_gives_empty_text(void **state)
{
	struct builder builder;
	builder_begin(&builder, *state, 0);
	struct text text = builder_text(&builder);
	assert_true(text_is_empty(text));
	assert_int_equal(text.data[0], 0);
}

static void grows_and_keeps(void **state)
{
	struct builder builder;
	builder_begin(&builder, *state, 1);
	for (int i = 0; i < 10000; i++)
		builder_add_integer(&builder, i % 10);
	struct text text = builder_text(&builder);
	assert_int_equal(text.length, 10000);
	for (size_t i = 0; i < text.length; i++)
		assert_int_equal(text.data[i], '0' + (char)(i % 10));
	assert_int_equal(strlen(text.data), 10000);
}

static void writes_every_kind(void **state)
{
	struct builder builder;
	builder_begin(&builder, *state, 0);
	builder_add(&builder, TEXT_OF("a"));
	builder_add(&builder, (struct text){0});
	builder_add_string(&builder, "b");
	builder_add_bytes(&builder, "cd", 2);
	builder_add_byte(&builder, ' ');
	builder_add_integer(&builder, INT64_MIN);
	builder_add_byte(&builder, ' ');
	builder_add_integer(&builder, INT64_MAX);
	builder_add_byte(&builder, ' ');
	builder_add_integer(&builder, 0);
	builder_add_byte(&builder, ' ');
	builder_add_hex(&builder, "\x00\xAB\xff", 3);
	builder_add_format(&builder, " %03d%s", 7, "!");
	assert_string_equal(builder_text(&builder).data,
			    "abcd -9223372036854775808 9223372036854775807 0 00abff 007!");
}

static void writes_code_points(void **state)
{
	struct builder builder;
	builder_begin(&builder, *state, 0);
	static const uint32_t points[] = {'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF, 0xD800, 0x110000};
	for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++)
		builder_add_code_point(&builder, points[i]);
	struct text text = builder_text(&builder);
	assert_true(text_is_utf8(text));
	size_t offset = 0;
	for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
		uint32_t point;
		assert_true(text_next_code_point(text, &offset, &point));
		assert_int_equal(point, i >= 8 ? 0xFFFD : points[i]);
	}
	assert_int_equal(offset, text.length);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_builder_gives_empty_text), cmocka_unit_test(grows_and_keeps),
		cmocka_unit_test(writes_every_kind),		  cmocka_unit_test(writes_code_points),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
