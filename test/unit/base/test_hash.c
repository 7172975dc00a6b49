/* test_hash.c - unit tests of base/hash; vectors of FIPS 180-4 and RFC 4648. */
#include "base/hash.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>

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

static void hashes_the_standard_vectors(void **state)
{
	struct hash empty = hash_of("", 0);
	struct hash abc = hash_of("abc", 3);
	assert_true(text_equal_string(hash_hex(*state, &empty),
				      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
	assert_true(text_equal_string(hash_hex(*state, &abc),
				      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	struct text parts[] = {TEXT("a"), TEXT(""), TEXT("bc")};
	struct hash joined = hash_of_parts(parts, 3);
	assert_true(hash_equal(&abc, &joined));
	assert_false(hash_equal(&abc, &empty));
}

static void *hash_in_thread(void *out)
{
	for (int i = 0; i < 100; i++)
		*(struct hash *)out = hash_of("abc", 3);
	return NULL;
}

static void threads_have_their_own_context(void **state)
{
	(void)state;
	pthread_t threads[4];
	struct hash hashes[4];
	struct hash abc = hash_of("abc", 3);
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, hash_in_thread, &hashes[i]), 0);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		assert_true(hash_equal(&hashes[i], &abc));
	}
}

static void hex_goes_both_ways(void **state)
{
	struct text bytes;
	assert_true(text_equal_string(hex_encode(*state, "\x00\xfe", 2), "00fe"));
	assert_true(hex_decode(*state, TEXT_OF("00fEaB"), &bytes));
	assert_int_equal(bytes.length, 3);
	assert_memory_equal(bytes.data, "\x00\xfe\xab", 3);
	assert_true(hex_decode(*state, TEXT_OF(""), &bytes));
	assert_int_equal(bytes.length, 0);
	assert_false(hex_decode(*state, TEXT_OF("0"), &bytes));
	assert_false(hex_decode(*state, TEXT_OF("0g"), &bytes));
	assert_false(hex_decode(*state, TEXT_OF("00 1"), &bytes));
}

static void base64_goes_both_ways(void **state)
{
	static const char *const pairs[][2] = {{"", ""},	     {"f", "Zg=="},	    {"fo", "Zm8="},
					       {"foo", "Zm9v"},	     {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="},
					       {"foobar", "Zm9vYmFy"}, {"\xfb\xff", "+/8="}};
	struct text bytes;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct text plain = text_from(pairs[i][0]);
		assert_true(text_equal_string(base64_encode(*state, plain.data, plain.length), pairs[i][1]));
		assert_true(base64_decode(*state, text_from(pairs[i][1]), &bytes));
		assert_true(text_equal(bytes, plain));
	}
	static const char *const bad[] = {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v\n", "Zm 9", "-_8=", "====", "Zg==Zg=="};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(base64_decode(*state, text_from(bad[i]), &bytes));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hashes_the_standard_vectors), cmocka_unit_test(threads_have_their_own_context),
		cmocka_unit_test(hex_goes_both_ways),	       cmocka_unit_test(base64_goes_both_ways),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
