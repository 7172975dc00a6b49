/* test_arena.c - unit tests of base/arena. */
#include "base/arena.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void memory_is_zeroed_and_aligned(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	for (int round = 0; round < 3; round++) {
		for (size_t size = 0; size < 3000; size += 7) {
			unsigned char *memory = arena_allocate(arena, size);
			assert_int_equal((uintptr_t)memory % 16, 0);
			for (size_t i = 0; i < size; i++)
				assert_int_equal(memory[i], 0);
			memset(memory, 0xAA, size);
		}
		arena_reset(arena);
	}
	arena_destroy(arena);
}

static void large_pieces_leave_small_ones_alone(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	unsigned char *small = arena_allocate(arena, 16);
	unsigned char *large = arena_allocate(arena, 5 * 1024 * 1024);
	unsigned char *next = arena_allocate(arena, 16);
	memset(small, 1, 16);
	memset(large, 2, 5 * 1024 * 1024);
	memset(next, 3, 16);
	assert_int_equal(small[15], 1);
	assert_int_equal(large[5 * 1024 * 1024 - 1], 2);
	assert_int_equal(next[0], 3);
	/* The piece after the large one still comes from the first block. */
	assert_true(next > small && next - small < 1024);
	assert_int_equal(arena_used(arena), 5 * 1024 * 1024 + 32);
	arena_reset(arena);
	assert_int_equal(arena_used(arena), 0);
	assert_ptr_equal(arena_allocate(arena, 16), small);
	arena_destroy(arena);
}

static void copies_end_in_nul(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct text copy = arena_copy(arena, text_slice(TEXT_OF("abcdef"), 1, 3));
	assert_true(text_equal_string(copy, "bc"));
	assert_int_equal(strlen(copy.data), 2);
	assert_string_equal(arena_string(arena, text_empty()), "");
	assert_true(text_is_empty(arena_copy(arena, (struct text){0})));
	assert_non_null(arena_copy(arena, (struct text){0}).data);
	const char *bytes = arena_copy_bytes(arena, "x\0y", 3);
	assert_memory_equal(bytes, "x\0y\0", 4);
	arena_destroy(arena);
}

static void formats_and_joins(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	assert_true(text_equal_string(arena_format(arena, "%s-%d", "a", 7), "a-7"));
	assert_true(text_is_empty(arena_format(arena, "%s", "")));
	struct text parts[] = {TEXT("a"), TEXT(""), TEXT("c")};
	assert_true(text_equal_string(arena_join(arena, parts, 3, TEXT_OF(", ")), "a, , c"));
	assert_true(text_equal_string(arena_join(arena, parts, 0, TEXT_OF(", ")), ""));
	arena_destroy(arena);
}

static char order[8];

static void note(void *thing)
{
	strncat(order, thing, 1);
}

static void releases_last_first_and_once(void **state)
{
	(void)state;
	order[0] = '\0';
	struct arena *arena = arena_create();
	arena_on_release(arena, note, "a");
	arena_on_release(arena, note, "b");
	arena_reset(arena);
	assert_string_equal(order, "ba");
	arena_on_release(arena, note, "c");
	arena_destroy(arena);
	assert_string_equal(order, "bac");
	arena_destroy(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned), cmocka_unit_test(large_pieces_leave_small_ones_alone),
		cmocka_unit_test(copies_end_in_nul),		 cmocka_unit_test(formats_and_joins),
		cmocka_unit_test(releases_last_first_and_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
