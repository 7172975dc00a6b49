/* test_list.c - unit tests of match/list and match/table. */
#include "match_test.h"

#include "match/list.h"
#include "match/table.h"

static void reads_births(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct list list;
	list_begin(&list, arena);
	struct list_entry *entry = list_add(&list, TEXT_OF("x"));
	list_add_births_text(&list, entry, TEXT_OF("EXACT:1971|APPROXIMATELY:1960-07|BETWEEN:1973..1974|1969-7-16|rubbish|1971-13-01"));
	assert_int_equal(entry->entry.birth_count, 4);
	assert_int_equal(entry->births[0].from.year, 1971);
	assert_true(entry->births[1].about);
	assert_int_equal(entry->births[2].to.year, 1974);
	assert_int_equal(entry->births[3].from.month, 7);
	arena_destroy(arena);
}

static void splits_and_skips_names(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct list list;
	list_begin(&list, arena);
	struct list_entry *entry = list_add(&list, TEXT_OF("x"));
	list_add_name(&list, entry, MATCH_NAME_ALIAS, TEXT_OF(" One Name ; ;na; Two Name"));
	assert_int_equal(entry->entry.name_count, 2);
	assert_true(text_equal_string(entry->names[1].name, "Two Name"));
	for (int i = 0; i < 100; i++)
		list_add_name(&list, entry, MATCH_NAME_ALIAS, TEXT_OF("More"));
	assert_int_equal(entry->entry.name_count, 102);
	assert_true(text_equal_string(entry->entry.names[0].name, "One Name"));
	arena_destroy(arena);
}

static void reads_tables(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct list list;
	list_begin(&list, arena);
	assert_true(list_read_table(&list, MATCH_DATA "/un_names.tsv", MATCH_DATA "/un_persons.tsv", "original"));
	assert_int_equal(list.count, 730);
	struct list_entry *entry = list_find(&list, TEXT_OF("6907993"));
	assert_non_null(entry);
	assert_int_equal(entry->entry.birth_count, 1);
	assert_int_equal(entry->entry.sex, MATCH_SEX_MALE);
	assert_null(list_find(&list, TEXT_OF("0")));
	struct table table;
	assert_true(table_read(arena, MATCH_DATA "/T2_un_original.tsv", &table));
	assert_int_equal(table.row_count, 185);
	assert_int_equal(table_column(&table, "query"), 3);
	assert_int_equal(table_column(&table, "absent"), -1);
	assert_true(text_is_empty(table_cell(&table, 0, -1)));
	assert_true(text_is_empty(table_cell(&table, 0, 20)));
	assert_false(table_read(arena, MATCH_DATA "/absent.tsv", &table));
	assert_false(list_read_table(&list, MATCH_DATA "/absent.tsv", NULL, NULL));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_births),
		cmocka_unit_test(splits_and_skips_names),
		cmocka_unit_test(reads_tables),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
