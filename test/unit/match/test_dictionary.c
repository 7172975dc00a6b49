/* test_dictionary.c - each word once, numbered as they came. */
#include "match_test.h"

#include "match/dictionary.h"

static struct token word(uint32_t number, uint8_t kind)
{
	struct token token = {.kind = kind, .length = 5, .root_length = 5};
	for (int i = 0; i < 5; i++, number /= 7)
		token.sounds[i] = (char)('a' + number % 7);
	return token;
}

static void numbers_words_as_they_come(void **state)
{
	(void)state;
	enum { WORDS = 5000 }; /* more than the first slots: it grows */
	struct dictionary dictionary;
	dictionary_begin(&dictionary);
	for (uint32_t round = 0; round < 2; round++)
		for (uint32_t i = 0; i < WORDS; i++) {
			struct token token = word(i, MATCH_PART_NAME);
			assert_int_equal(dictionary_add(&dictionary, &token), i);
		}
	assert_int_equal(dictionary.count, WORDS);
	struct token same = word(17, MATCH_PART_NAME), other = word(17, MATCH_PART_KUNYA), absent = word(WORDS + 1, MATCH_PART_NAME);
	assert_int_equal(dictionary_find(&dictionary, &same), 17);
	assert_int_equal(dictionary_find(&dictionary, &other), UINT32_MAX);
	assert_int_equal(dictionary_find(&dictionary, &absent), UINT32_MAX);
	assert_memory_equal(dictionary_token(&dictionary, 17), &same, sizeof same);
	/* How many carry it is no part of the word. */
	same.carriers = 9;
	assert_int_equal(dictionary_add(&dictionary, &same), 17);
	dictionary_end(&dictionary);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_words_as_they_come)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
