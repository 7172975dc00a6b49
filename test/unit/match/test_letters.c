/* test_letters.c - unit tests of match/letters: tables of three scripts. */
#include "match_test.h"

#include "match/letters.h"

static void assert_ascii(const char *ascii, const char *sounds)
{
	char out[LETTERS_SOUNDS];
	int length = letters_latin_to_sounds(ascii, (int)strlen(ascii), out);
	assert_int_equal(length, strlen(sounds));
	assert_memory_equal(out, sounds, strlen(sounds));
}

static void reads_latin_groups(void **state)
{
	(void)state;
	assert_ascii("shcherbakov", "Serbakov");
	assert_ascii("dzhumabek", "Jumabek");
	assert_ascii("djuma", "Juma");
	assert_ascii("ousmane", "usman");
	assert_ascii("tantouche", "tantuX");
	assert_ascii("jane", "jane");
	assert_ascii("karime", "karim");
	assert_ascii("samire", "samire");
	assert_ascii("zhakshylyk", "JakSylyk");
	assert_ascii("alexander", "alexander");
	assert_ascii("aleksander", "alexander");
	assert_ascii("abdallah", "abdala");
	assert_ascii("tschernow", "Cernow");
	assert_ascii("", "");
}

static void agrees_across_scripts(void **state)
{
	(void)state;
	static const char *const pairs[][2] = {{"Қасым", "Qasim"}, {"Ҷамшед", "Jamshed"}, {"Ғафур", "Ghafur"},
		{"Өмүрбек", "Omurbek"}, {"Чолпон", "Cholpon"}, {"Хуршед", "Khurshed"}, {"Əli", "Ali"}, {"Шавкат", "Şavkat"},
		{"Александр", "Alexander"}, {"Щербаков", "Shcherbakov"}, {"Юлия", "Yuliya"}};
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		assert_true(compared(pairs[i][0], pairs[i][1]).agreement >= 9000);
}

static void finds_scripts_and_lookalikes(void **state)
{
	(void)state;
	assert_int_equal(letters_script('a'), MATCH_SCRIPT_LATIN);
	assert_int_equal(letters_script(0x0436), MATCH_SCRIPT_CYRILLIC);
	assert_int_equal(letters_script(0x0645), MATCH_SCRIPT_ARABIC);
	assert_int_equal(letters_script(0x10D0), MATCH_SCRIPT_OTHER);
	assert_int_equal(letters_lookalike('e', MATCH_SCRIPT_CYRILLIC), 0x0435);
	assert_int_equal(letters_lookalike(0x0435, MATCH_SCRIPT_LATIN), 'e');
	assert_int_equal(letters_lookalike('z', MATCH_SCRIPT_CYRILLIC), 0);
	assert_true(letters_is_apostrophe(0x02BB));
	assert_false(letters_is_apostrophe('-'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_latin_groups),
		cmocka_unit_test(agrees_across_scripts),
		cmocka_unit_test(finds_scripts_and_lookalikes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
