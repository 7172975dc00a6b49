/* test_map.c - unit tests of base/map. */
#include "base/map.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void finds_what_was_set(void **state)
{
	(void)state;
	enum { COUNT = 5000 };
	static int values[COUNT];
	struct arena *arena = arena_create();
	struct map map;
	map_begin(&map, arena);
	assert_null(map_get(&map, TEXT_OF("key0")));
	for (int i = 0; i < COUNT; i++)
		map_set(&map, arena_format(arena, "key%d", i), &values[i]);
	assert_int_equal(map.count, COUNT);
	for (int i = 0; i < COUNT; i++) {
		struct text key = arena_format(arena, "key%d", i);
		assert_ptr_equal(map_get(&map, key), &values[i]);
		assert_true(text_equal(map.entries[i].key, key));
	}
	assert_null(map_get(&map, TEXT_OF("key5000")));
	assert_null(map_get(&map, TEXT_OF("")));
	arena_destroy(arena);
}

static void a_key_set_again_keeps_its_place(void **state)
{
	(void)state;
	int first, second, third;
	struct arena *arena = arena_create();
	struct map map;
	map_begin(&map, arena);
	map_set(&map, TEXT_OF("a"), &first);
	map_set(&map, TEXT_OF(""), &second);
	map_set(&map, TEXT_OF("a"), &third);
	assert_int_equal(map.count, 2);
	assert_ptr_equal(map.entries[0].value, &third);
	assert_ptr_equal(map_get(&map, TEXT_OF("")), &second);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_was_set),
		cmocka_unit_test(a_key_set_again_keeps_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
