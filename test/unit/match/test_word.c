/* test_word.c - unit tests of match/word. */
#include "match_test.h"

#include "match/word.h"

static void classifies(void **state)
{
	(void)state;
	assert_int_equal(word_classify("al", 2), WORD_ARTICLE);
	assert_int_equal(word_classify("bin", 3), WORD_SON_OF);
	assert_int_equal(word_classify("bint", 4), WORD_DAUGHTER_OF);
	assert_int_equal(word_classify("president", 9), WORD_TITLE);
	assert_int_equal(word_classify("SeiH", 4), WORD_TITLE);
	assert_int_equal(word_classify("Ebd", 3), WORD_ABD);
	assert_int_equal(word_classify("uulu", 4), WORD_NAME);
	assert_int_equal(word_classify("ulu", 3), WORD_SON);
	assert_int_equal(word_classify("kyzy", 4), WORD_DAUGHTER);
	assert_int_equal(word_classify("timur", 5), WORD_NAME);
	assert_int_equal(word_classify("", 0), WORD_NAME);
}

static void finds_roots(void **state)
{
	(void)state;
	int root;
	assert_int_equal(word_ending("karimov", 7, &root), MATCH_ENDING_SURNAME_M);
	assert_int_equal(root, 5);
	assert_int_equal(word_ending("kemeluli", 8, &root), MATCH_ENDING_PATRONYMIC_M);
	assert_int_equal(root, 5);
	assert_int_equal(word_ending("sultan", 6, &root), MATCH_ENDING_NONE);
	assert_int_equal(root, 6);
	assert_int_equal(word_ending("ov", 2, &root), MATCH_ENDING_NONE);
	assert_int_equal(root, 2);
}

static void settles_abd(void **state)
{
	(void)state;
	static const char *const rows[][2] = {{"abdulraHman", "abdraHman"}, {"abdulaziz", "abdaziz"}, {"abdula", "abdula"},
		{"abdala", "abdula"}, {"Ebdalh", "abdula"}, {"abdiev", "abdiev"}, {"abdalov", "abdalov"}, {"timur", "timur"}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char sounds[WORD_PLAIN];
		bool compound;
		memcpy(sounds, rows[i][0], strlen(rows[i][0]));
		int length = word_settle_abd(sounds, (int)strlen(rows[i][0]), &compound);
		assert_int_equal(length, strlen(rows[i][1]));
		assert_memory_equal(sounds, rows[i][1], strlen(rows[i][1]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classifies),
		cmocka_unit_test(finds_roots),
		cmocka_unit_test(settles_abd),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
