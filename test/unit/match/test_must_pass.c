/* test_must_pass.c - cases that every version must pass: public ones of the study, among the names of a region's office holders. */
#include "match_index_test.h"

#include "match/table.h"

#include <stdlib.h>

struct region {
	struct arena *arena;
	struct match_index *index;
	struct match_searcher *searcher;
};

static void add(struct region *region, struct text id, struct text name)
{
	struct match_said said = {MATCH_NAME_PRIMARY, name};
	struct match_entry entry = {.id = id, .names = &said, .name_count = 1};
	match_index_set(region->index, &entry);
}

static int begin(void **state)
{
	struct region *region = calloc(1, sizeof *region);
	struct table table;
	region->arena = arena_create();
	region->index = match_index_create();
	region->searcher = match_searcher_create();
	if (!table_read(region->arena, MATCH_DATA "/T5_innocents_regional.tsv", &table))
		return -1;
	int name = table_column(&table, "query"), id = table_column(&table, "qid");
	for (size_t row = 0; row < table.row_count; row++)
		add(region, table_cell(&table, row, id), table_cell(&table, row, name));
	*state = region;
	return table.row_count > 1000 ? 0 : -1;
}

static int end(void **state)
{
	struct region *region = *state;
	match_searcher_destroy(region->searcher);
	match_index_destroy(region->index);
	arena_destroy(region->arena);
	free(region);
	return 0;
}

/* The hit with this id, or NULL. */
static const struct match_hit *ask(struct region *region, const char *name, const char *id, size_t *out_rank)
{
	const struct match_snapshot *snapshot = match_index_acquire(region->index);
	struct match_said said = {MATCH_NAME_PRIMARY, text_from(name)};
	struct match_entry wanted = {.names = &said, .name_count = 1};
	struct match_hit *hits;
	size_t count = match_search(region->searcher, snapshot, &wanted, 20, region->arena, &hits);
	match_snapshot_release(snapshot);
	for (size_t i = 0; i < count; i++)
		if (text_equal_string(hits[i].id, id)) {
			*out_rank = i;
			return &hits[i];
		}
	return NULL;
}

static void assert_found_first(struct region *region, const char *name, const char *id)
{
	size_t rank = SIZE_MAX;
	const struct match_hit *hit = ask(region, name, id, &rank);
	if (hit == NULL || rank != 0)
		fail_msg("%s: %s is %s", name, id, hit == NULL ? "not found" : "not first");
	assert_int_not_equal(match_band_of(&hit->comparison, match_index_count(region->index)), MATCH_BAND_HIDDEN);
}

static void new_surnames_by_law(void **state)
{
	struct region *region = *state;
	static const char *const forms[] = {"Baktybekov Uson Zhakshylykovich", "Baktybektegi Uson Zhakshylyktyn", "Baktybek Uson",
		"Baktybek Uson Zhakshylyk uulu"};
	add(region, TEXT_OF("rahmon"), TEXT_OF("Эмомалӣ Раҳмон"));
	add(region, TEXT_OF("shakiyev"), TEXT_OF("Nurlanbek Turgunbek uulu"));
	add(region, TEXT_OF("baktybek"), TEXT_OF("Baktybekov Uson Zhakshylykovich"));
	match_index_publish(region->index);
	assert_found_first(region, "Rahmonov Emomali Sharipovich", "rahmon");
	assert_found_first(region, "Раҳмонов Эмомалӣ Шарипович", "rahmon");
	assert_found_first(region, "Shakiyev Nurlanbek Turgunbekovich", "shakiyev");
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		assert_found_first(region, forms[i], "baktybek");
}

static void one_name_in_eight_spellings(void **state)
{
	struct region *region = *state;
	static const char *const spellings[] = {"Сауранбай Шәріпұлы Жиенбеков", "Сооронбой Жээнбеков", "Soʻronboy Jeenbekov", "Sooronbay Ceenbekov",
		"Sooronbai Dscheenbekow", "Sooronbaj Dżeenbekow", "سورونباي جينبيكوف", "Sooronbay Jeenbekov"};
	add(region, TEXT_OF("jeenbekov"), TEXT_OF("Сооронбай Шарипович Жээнбеков"));
	match_index_publish(region->index);
	for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
		assert_found_first(region, spellings[i], "jeenbekov");
}

static void servant_of_the_merciful(void **state)
{
	static const char *const spellings[] = {"Abdulrahman", "Abd al-Rahman", "عبدالرحمن", "عبد الرحمن", "Абдурахман", "Abdur Rahman", "Abdurrahman"};
	struct match_name names[sizeof spellings / sizeof spellings[0]];
	(void)state;
	for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
		match_fold(text_from(spellings[i]), &names[i]);
	for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
		for (size_t j = 0; j < sizeof spellings / sizeof spellings[0]; j++) {
			struct match_comparison comparison;
			match_compare_names(&names[i], &names[j], NULL, &comparison);
			if (comparison.agreement < 9000)
				fail_msg("%s and %s agree by %d only", spellings[i], spellings[j], comparison.agreement);
		}
}

/* The case in which a worker was taken for another man: two common words, turned about, and nothing else known. */
static void common_names_accuse_nobody(void **state)
{
	struct region *region = *state;
	size_t rank;
	add(region, TEXT_OF("yassin"), TEXT_OF("Ahmed Ismail Yassin"));
	match_index_publish(region->index);
	const char *const names[] = {"Ahmed Ismail", "Ismail Ahmed"};
	for (size_t i = 0; i < 2; i++) {
		const struct match_hit *hit = ask(region, names[i], "yassin", &rank);
		if (hit != NULL)
			assert_int_equal(match_band_of(&hit->comparison, match_index_count(region->index)), MATCH_BAND_HIDDEN);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(new_surnames_by_law, begin, end),
		cmocka_unit_test_setup_teardown(one_name_in_eight_spellings, begin, end), cmocka_unit_test(servant_of_the_merciful),
		cmocka_unit_test_setup_teardown(common_names_accuse_nobody, begin, end)};
	return cmocka_run_group_tests_name("match/must_pass", tests, NULL, NULL);
}
