/* test_evidence.c - unit tests of match/evidence: levels of births, parents, sex, documents, hints of family. */
#include "match_test.h"

#include "match/list.h"

struct facts {
	const char *name, *births, *father, *place, *nation, *document;
	enum match_sex sex;
};

static struct match_entry entry_of(struct arena *arena, const struct facts *facts)
{
	struct list list;
	list_begin(&list, arena);
	struct list_entry *entry = list_add(&list, TEXT_OF("x"));
	list_add_name(&list, entry, MATCH_NAME_PRIMARY, text_from(facts->name));
	list_add_name(&list, entry, MATCH_NAME_FATHER, text_from(facts->father));
	list_add_name(&list, entry, MATCH_NAME_PLACE, text_from(facts->place));
	list_add_births_text(&list, entry, text_from(facts->births));
	list_add_nationality(&list, entry, text_from(facts->nation));
	list_add_document(&list, entry, text_from(facts->document));
	entry->entry.sex = facts->sex;
	return entry->entry;
}

static struct match_comparison both(struct facts left, struct facts right)
{
	struct arena *arena = arena_create();
	struct match_entry one = entry_of(arena, &left), other = entry_of(arena, &right);
	struct match_comparison comparison;
	match_compare(NULL, &one, &other, &comparison);
	arena_destroy(arena);
	assert_int_equal(sum_of(&comparison), comparison.bits);
	return comparison;
}

static int32_t birth_weight(const char *left, const char *right, enum match_reason reason)
{
	struct match_comparison comparison = both((struct facts){.name = "Timur Nazarov", .births = left},
		(struct facts){.name = "Timur Nazarov", .births = right});
	const struct match_line *line = line_of(&comparison, reason);
	assert_non_null(line);
	return line->weight;
}

static void births_have_levels(void **state)
{
	(void)state;
	int32_t day = birth_weight("1974-05-09", "1974-05-09", MATCH_BIRTH_DAY);
	int32_t swapped = birth_weight("1974-05-09", "1974-09-05", MATCH_BIRTH_SWAPPED);
	int32_t year = birth_weight("1974-01-01", "1974-05-09", MATCH_BIRTH_YEAR);
	int32_t other = birth_weight("1974-12-01", "1974-05-09", MATCH_BIRTH_SAME_YEAR);
	int32_t far = birth_weight("1914-12-01", "1974-05-09", MATCH_BIRTH_FAR);
	assert_true(day > swapped && swapped > year && year > other && other > 0 && far < 0);
	/* 1 January on both sides is no day. */
	assert_int_equal(birth_weight("1974-01-01", "1974-01-01", MATCH_BIRTH_YEAR), year);
	/* The best of several, but less sure. */
	assert_true(birth_weight("1974-05-09", "1960|1974-05-09|1981-02-03", MATCH_BIRTH_DAY) < day);
	birth_weight("1974-05-09", "BETWEEN:1970..1980", MATCH_BIRTH_RANGE);
	birth_weight("1974-05-09", "APPROXIMATELY:1976", MATCH_BIRTH_RANGE);
	birth_weight("1974-05-09", "1978-02-01", MATCH_BIRTH_NEAR);
}

static void other_facts_count(void **state)
{
	(void)state;
	struct facts base = {.name = "Timur Nazarov", .father = "Askar Nazarov", .place = "Osh region", .nation = "KG",
		.document = "AN 123-456", .sex = MATCH_SEX_MALE};
	struct facts other = {.name = "Timur Nazarov", .father = "Bolot Nazarov", .place = "Naryn", .nation = "UZ",
		.document = "AN 999", .sex = MATCH_SEX_FEMALE};
	struct facts same = base;
	same.document = "an123456";
	same.place = "Ош";
	struct match_comparison alike = both(base, same), apart = both(base, other);
	static const enum match_reason for_it[] = {MATCH_SEX_SAME, MATCH_NATION_SAME, MATCH_PLACE_SAME, MATCH_FATHER_SAME,
		MATCH_DOCUMENT_SAME};
	static const enum match_reason against[] = {MATCH_SEX_OTHER, MATCH_NATION_OTHER, MATCH_PLACE_OTHER,
		MATCH_FATHER_OTHER, MATCH_DOCUMENT_OTHER};
	for (size_t i = 0; i < 5; i++) {
		assert_non_null(line_of(&alike, for_it[i]));
		assert_non_null(line_of(&apart, against[i]));
		assert_true(line_of(&alike, for_it[i])->weight > 0);
		assert_true(line_of(&apart, against[i])->weight < 0);
	}
	assert_true((apart.hints & MATCH_HINT_SEX) != 0);
}

static void twins_are_family(void **state)
{
	(void)state;
	struct facts one = {.name = "Nazarov Timur Askarovich", .births = "1974-05-09"};
	struct facts twin = {.name = "Nazarov Bolot Askarovich", .births = "1974-05-09"};
	struct facts sister = {.name = "Nazarova Aigul Askarovna", .births = "1976-02-09"};
	struct facts namesake = {.name = "Nazarov Timur Bolotovich", .births = "1951-02-09"};
	uint16_t twins = both(one, twin).hints;
	assert_true((twins & MATCH_HINT_FAMILY) != 0 && (twins & MATCH_HINT_TWINS) != 0);
	uint16_t siblings = both(one, sister).hints;
	assert_true((siblings & MATCH_HINT_FAMILY) != 0 && (siblings & MATCH_HINT_TWINS) == 0);
	assert_true((siblings & MATCH_HINT_SEX) != 0);
	assert_int_equal(both(one, one).hints, 0);
	struct match_comparison far = both(one, namesake);
	struct facts father = {.name = "Nazarov Askar Timurovich", .births = "1951-02-09"};
	struct match_comparison crossed = both(one, father);
	assert_non_null(line_of(&crossed, MATCH_CROSSED));
	assert_true((crossed.hints & MATCH_HINT_FAMILY) != 0);
	struct facts older = one;
	older.births = "1962-11-30";
	struct match_comparison other_birth = both(one, older);
	assert_int_not_equal(match_band_of(&other_birth, 1000), MATCH_BAND_NOW);
	assert_int_not_equal(match_band_of(&far, 1000), MATCH_BAND_NOW);
	struct match_comparison same = both(one, twin);
	assert_int_not_equal(match_band_of(&same, 1000), MATCH_BAND_NOW);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(births_have_levels),
		cmocka_unit_test(other_facts_count),
		cmocka_unit_test(twins_are_family),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
