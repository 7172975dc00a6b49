/* test_search.c - unit tests of match/search and match/query. */
#include "match_index_test.h"

#include "match/list.h"

static void finds_across_scripts(void **state)
{
	(void)state;
	struct match_index *index = small_register();
	assert_first(index, "Эмомалӣ Раҳмон", "a");
	assert_first(index, "Sooronbay Ceenbekov", "b");
	assert_first(index, "سورونباي جينبيكوف", "b");
	assert_first(index, "Касымжомарт Токаев", "c");
	assert_first(index, "Mohammad Hassan Akhund", "d");
	assert_first(index, "Назаров Тимур", "e");
	assert_first(index, "عبد الرحمن سليم", "g");
	assert_first(index, "Yusupov Shavkat", "j");
	match_index_destroy(index);
}

static void birth_decides_between_namesakes(void **state)
{
	(void)state;
	struct match_index *index = match_index_create();
	struct arena *arena = arena_create();
	struct list list;
	list_begin(&list, arena);
	for (int year = 1950; year < 1950 + 300; year++) {
		struct list_entry *entry = list_add(&list, arena_format(arena, "n%d", year));
		list_add_name(&list, entry, MATCH_NAME_PRIMARY, TEXT_OF("Muhammad Ahmadov"));
		list_add_births_text(&list, entry, arena_format(arena, "%d-03-02", year));
		match_index_set(index, &entry->entry);
	}
	match_index_publish(index);
	struct match_searcher *searcher = match_searcher_create();
	const struct match_snapshot *snapshot = match_index_acquire(index);
	struct list_entry *wanted = list_add(&list, TEXT_OF("wanted"));
	list_add_name(&list, wanted, MATCH_NAME_PRIMARY, TEXT_OF("Мухаммад Ахмадов"));
	list_add_births_text(&list, wanted, TEXT_OF("2201-03-02"));
	struct match_hit *hits;
	assert_int_equal(match_search(searcher, snapshot, &wanted->entry, 5, arena, &hits), 5);
	assert_true(text_equal_string(hits[0].id, "n2201"));
	assert_non_null(line_of(&hits[0].comparison, MATCH_BIRTH_DAY));
	assert_int_equal(match_search(searcher, snapshot, &wanted->entry, 0, arena, &hits), 0);
	match_snapshot_release(snapshot);
	match_searcher_destroy(searcher);
	match_index_destroy(index);
	arena_destroy(arena);
}

static void comparing_again_gives_the_same(void **state)
{
	(void)state;
	struct match_index *index = small_register();
	const struct match_snapshot *snapshot = match_index_acquire(index);
	struct match_said left_name = {MATCH_NAME_PRIMARY, TEXT("Эмомалӣ Раҳмон")};
	struct match_said right_name = {MATCH_NAME_PRIMARY, TEXT("Rahmonov Emomali Sharipovich")};
	struct match_entry left = {.names = &left_name, .name_count = 1}, right = {.names = &right_name, .name_count = 1};
	struct match_comparison comparison;
	char found[32];
	match_compare(snapshot, &left, &right, &comparison);
	assert_int_equal(first_hit(index, "Эмомалӣ Раҳмон", found), comparison.bits);
	match_snapshot_release(snapshot);
	match_index_destroy(index);
}

static void common_names_stay_hidden(void **state)
{
	(void)state;
	struct match_index *index = small_register();
	const struct match_snapshot *snapshot = match_index_acquire(index);
	struct match_said left_name = {MATCH_NAME_PRIMARY, TEXT("Ahmed Ismail")};
	struct match_said right_name = {MATCH_NAME_PRIMARY, TEXT("Ahmed Ismail Yassin")};
	struct match_entry left = {.names = &left_name, .name_count = 1}, right = {.names = &right_name, .name_count = 1};
	struct match_comparison comparison;
	match_compare(snapshot, &left, &right, &comparison);
	assert_int_equal(match_band_of(&comparison, 800000), MATCH_BAND_HIDDEN);
	comparison.bits += 3000;
	assert_int_equal(match_band_of(&comparison, 800000), MATCH_BAND_NOW);
	comparison.hints = MATCH_HINT_WEAK;
	assert_int_equal(match_band_of(&comparison, 800000), MATCH_BAND_HIDDEN);
	assert_int_equal(match_expected_by_chance(1000, 1024), 1000);
	assert_int_equal(match_expected_by_chance(100000, 1000000), 0);
	assert_int_equal(match_expected_by_chance(-500, 7), 7000);
	match_snapshot_release(snapshot);
	match_index_destroy(index);
}

static void a_weak_alias_only_supports(void **state)
{
	(void)state;
	struct match_said weak = {MATCH_NAME_WEAK, TEXT("Timur Bekov")}, good = {MATCH_NAME_ALIAS, TEXT("Timur Bekov")};
	struct match_entry wanted = {.names = &good, .name_count = 1}, filed = {.names = &weak, .name_count = 1};
	struct match_comparison supported, whole;
	match_compare(NULL, &wanted, &filed, &supported);
	match_compare(NULL, &wanted, &wanted, &whole);
	assert_true((supported.hints & MATCH_HINT_WEAK) != 0);
	assert_non_null(line_of(&supported, MATCH_WEAK_ALIAS));
	assert_true(supported.bits < whole.bits);
	assert_int_equal(sum_of(&supported), supported.bits);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_across_scripts),
		cmocka_unit_test(birth_decides_between_namesakes),
		cmocka_unit_test(comparing_again_gives_the_same),
		cmocka_unit_test(common_names_stay_hidden),
		cmocka_unit_test(a_weak_alias_only_supports),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
