/* test_random.c - unit tests of base/random. */
#include "base/random.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <string.h>

static void the_same_seed_gives_the_same_stream(void **state)
{
	(void)state;
	unsigned char whole[3000], pieces[3000], other[3000];
	random_seed(7);
	random_bytes(whole, sizeof(whole));
	random_seed(7);
	for (size_t at = 0, size = 1; at < sizeof(pieces); at += size, size = size % 97 + 1) {
		if (size > sizeof(pieces) - at)
			size = sizeof(pieces) - at;
		random_bytes(pieces + at, size);
	}
	random_seed(8);
	random_bytes(other, sizeof(other));
	random_unseed();
	assert_memory_equal(whole, pieces, sizeof(whole));
	assert_memory_not_equal(whole, other, sizeof(whole));
	/* Blocks of the stream differ from each other. */
	assert_memory_not_equal(whole, whole + 512, 512);
}

static void secrets_are_never_seeded(void **state)
{
	(void)state;
	unsigned char first[32], second[32];
	random_seed(7);
	random_secret(first, sizeof(first));
	random_seed(7);
	random_secret(second, sizeof(second));
	random_unseed();
	assert_memory_not_equal(first, second, sizeof(first));
}

static void *draw(void *out)
{
	random_bytes(out, 32);
	return NULL;
}

static void the_seed_is_of_this_thread_only(void **state)
{
	(void)state;
	unsigned char here[32], there[32];
	pthread_t thread;
	random_seed(7);
	assert_int_equal(pthread_create(&thread, NULL, draw, there), 0);
	assert_int_equal(pthread_join(thread, NULL), 0);
	random_bytes(here, sizeof(here));
	random_unseed();
	assert_memory_not_equal(here, there, sizeof(here));
}

static void numbers_below_a_bound_are_uniform(void **state)
{
	(void)state;
	int counts[10] = {0};
	random_seed(1);
	for (int i = 0; i < 10000; i++) {
		uint64_t value = random_below(10);
		assert_true(value < 10);
		counts[value]++;
	}
	assert_int_equal(random_below(1), 0);
	assert_true(random_below(UINT64_MAX) < UINT64_MAX);
	random_unseed();
	for (int i = 0; i < 10; i++)
		assert_in_range(counts[i], 880, 1120); /* four standard deviations */
}

static void identifiers_are_valid_and_differ(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct text first = identifier_new(arena);
	struct text second = identifier_new(arena);
	assert_int_equal(first.length, IDENTIFIER_LENGTH);
	assert_true(identifier_is_valid(first));
	assert_false(text_equal(first, second));
	char once[IDENTIFIER_LENGTH + 1], again[IDENTIFIER_LENGTH + 1];
	random_seed(3);
	identifier_write(once);
	random_seed(3);
	identifier_write(again);
	random_unseed();
	assert_string_equal(once, again);
	arena_destroy(arena);
}

static void identifiers_are_parsed_as_people_write_them(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct text out = TEXT("kept");
	assert_true(identifier_parse(arena, TEXT_OF("01abcdefghjkmnpqrstvwxyzol"), &out));
	assert_true(text_equal_string(out, "01ABCDEFGHJKMNPQRSTVWXYZ01"));
	static const char *const bad[] = {"", "0", "81ABCDEFGHJKMNPQRSTVWXYZ01", "01ABCDEFGHJKMNPQRSTVWXYU01",
					  "01ABCDEFGHJKMNPQRSTVWXYZ0", "01ABCDEFGHJKMNPQRSTVWXYZ012",
					  "01ABCDEFGHJKMNPQRSTVWXYZ0-"};
	out = TEXT_OF("kept");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(identifier_parse(arena, text_from(bad[i]), &out));
	assert_true(text_equal_string(out, "kept"));
	assert_false(identifier_is_valid(TEXT_OF("01abcdefghjkmnpqrstvwxyz01")));
	assert_false(identifier_is_valid(TEXT_OF("01ABCDEFGHJKMNPQRSTVWXYZ0\0")));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_seed_gives_the_same_stream), cmocka_unit_test(secrets_are_never_seeded),
		cmocka_unit_test(the_seed_is_of_this_thread_only),     cmocka_unit_test(numbers_below_a_bound_are_uniform),
		cmocka_unit_test(identifiers_are_valid_and_differ),
		cmocka_unit_test(identifiers_are_parsed_as_people_write_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
