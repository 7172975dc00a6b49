/* test_fold.c - unit tests of match/fold: words to typed parts. */
#include "match_test.h"

static void assert_sounds(const struct match_name *name, int at, const char *sounds)
{
	assert_true(at < name->count);
	assert_int_equal(name->parts[at].length, strlen(sounds));
	assert_memory_equal(name->parts[at].sounds, sounds, strlen(sounds));
}

static void types_parts(void **state)
{
	(void)state;
	struct match_name name = folded("Sheikh Abd al-Rahman bin Omar A.");
	assert_int_equal(name.count, 5);
	assert_int_equal(name.parts[0].kind, MATCH_PART_TITLE);
	assert_int_equal(name.parts[1].kind, MATCH_PART_COMPOUND);
	assert_int_equal(name.parts[2].kind, MATCH_PART_PARTICLE);
	assert_int_equal(name.parts[3].kind, MATCH_PART_NAME);
	assert_int_equal(name.parts[4].kind, MATCH_PART_INITIAL);
	assert_sounds(&name, 1, "abdrahman");
	name = folded("Abu Ali");
	assert_int_equal(name.count, 1);
	assert_int_equal(name.parts[0].kind, MATCH_PART_KUNYA);
	name = folded("أبواليزيد");
	assert_int_equal(name.count, 1);
	assert_int_equal(name.parts[0].kind, MATCH_PART_KUNYA);
}

static void joins_compounds(void **state)
{
	(void)state;
	static const char *const same[] = {"Abdulrahman", "Abd al-Rahman", "Abdur Rahman", "ABDEL RAHMAN", "Abd-ar-Rahman"};
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
		struct match_name name = folded(same[i]);
		assert_int_equal(name.count, 1);
		assert_sounds(&name, 0, "abdrahman");
	}
	struct match_name name = folded("HAKIM MURAD, ABDUL");
	assert_int_equal(name.count, 2);
	assert_sounds(&name, 0, "abdhakim");
	name = folded("عبد الله");
	assert_int_equal(name.count, 1);
	assert_sounds(&name, 0, "abdula");
}

static void knows_endings(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		enum match_ending ending;
	} rows[] = {{"Karimov", MATCH_ENDING_SURNAME_M}, {"Каримова", MATCH_ENDING_SURNAME_F},
		{"Sharipovich", MATCH_ENDING_PATRONYMIC_M}, {"Кемелұлы", MATCH_ENDING_PATRONYMIC_M},
		{"Turgunbek uulu", MATCH_ENDING_PATRONYMIC_M}, {"Askar kyzy", MATCH_ENDING_PATRONYMIC_F},
		{"Раҳимзода", MATCH_ENDING_DESCENT}, {"Baktybektegi", MATCH_ENDING_DESCENT},
		{"Zhakshylyktyn", MATCH_ENDING_DESCENT_M}, {"Ovo", MATCH_ENDING_NONE}, {"Lev", MATCH_ENDING_NONE}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct match_name name = folded(rows[i].name);
		assert_int_equal(name.count, 1);
		assert_int_equal(name.parts[0].ending, rows[i].ending);
		assert_true(name.parts[0].root_length >= 3 || name.parts[0].ending == MATCH_ENDING_NONE);
	}
}

static void splits_and_skips(void **state)
{
	(void)state;
	assert_int_equal(folded("TolegenToktasynovich").count, 2);
	assert_int_equal(folded("Lawang (a comment) Khan").count, 2);
	assert_int_equal(folded("(Lawang)").count, 1);
	assert_int_equal(folded("").count, 0);
	assert_int_equal(folded("--- ,,, ()").count, 0);
	assert_int_equal(folded("12 34").count, 2);
	struct match_name name = folded("Kassym-Jomart");
	assert_int_equal(name.count, 2);
	assert_true(name.parts[0].hyphen);
	assert_int_equal(name.parts[1].offset, 7);
	assert_int_equal(name.parts[1].bytes, 6);
}

static void repairs_lookalikes(void **state)
{
	(void)state;
	/* The third letter but one is Latin. */
	struct match_name mixed = folded("Сергeй"), clean = folded("Сергей");
	assert_true((mixed.flags & MATCH_NAME_MIXED) != 0);
	assert_int_equal(clean.flags, 0);
	assert_int_equal(mixed.parts[0].length, clean.parts[0].length);
	assert_memory_equal(mixed.parts[0].sounds, clean.parts[0].sounds, clean.parts[0].length);
}

static void drops_marks(void **state)
{
	(void)state;
	struct match_name plain = folded("محمد"), marked = folded("مُحَمَّـد");
	assert_int_equal(plain.parts[0].length, marked.parts[0].length);
	assert_memory_equal(plain.parts[0].sounds, marked.parts[0].sounds, plain.parts[0].length);
	/* Presentation forms. */
	marked = folded("ﻤﺣﻤﺩ");
	assert_memory_equal(plain.parts[0].sounds, marked.parts[0].sounds, plain.parts[0].length);
}

static void cuts_what_is_too_long(void **state)
{
	(void)state;
	char many[400] = "";
	for (int i = 0; i < 60; i++)
		memcpy(many + i * 4, "Bor ", 5);
	struct match_name name = folded(many);
	assert_int_equal(name.count, MATCH_PARTS);
	assert_true((name.flags & MATCH_NAME_CUT) != 0);
	memset(many, 'b', 300);
	for (int i = 1; i < 300; i += 2)
		many[i] = 'o';
	many[300] = '\0';
	name = folded(many);
	assert_true(name.parts[0].length <= MATCH_SOUNDS);
}

static void romanises_for_display(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	assert_true(text_equal_string(match_romanise(arena, TEXT_OF("Омар")), "Omar"));
	assert_true(text_starts_with(match_romanise(arena, TEXT_OF("ბარაკ")), TEXT_OF("barak")));
	assert_int_equal(folded("ბარაკ").count, 1);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types_parts),
		cmocka_unit_test(joins_compounds),
		cmocka_unit_test(knows_endings),
		cmocka_unit_test(splits_and_skips),
		cmocka_unit_test(repairs_lookalikes),
		cmocka_unit_test(drops_marks),
		cmocka_unit_test(cuts_what_is_too_long),
		cmocka_unit_test(romanises_for_display),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
