/* test_import.c - tables of national lists: columns by name, dates as people write them, what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "areas/identity/import.h"

static const char COLUMNS[] = "surname = Surname\ngiven=Name\n\npatronymic = Patronomic\nbirth = DataBirth\nbirth_place = PlaceBirth\nsex = Sex";

static bool read(struct arena *arena, const char *content, const char *columns, struct list *list, struct error_list *errors)
{
	list_begin(list, arena);
	error_list_begin(errors, arena);
	return list_read_csv(list, text_from(content), text_from(columns), errors);
}

static void reads_a_table(void **state)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct list list;
	(void)state;
	assert_true(read(arena, "Surname,Name,Patronomic,DataBirth,PlaceBirth,Sex\nВыдумкин,Придуман,Небывалович,\"16.04.1972, 1973\",Нигде,муж\n,,,,,\nOnly,,,"
		"16/04/1972,,f\nИной,Тест,,1972-4-6,,\nПустой,День,,не известно,,\n", COLUMNS, &list, &errors));
	assert_int_equal(list.count, 4);
	const struct match_entry *first = &list.entries[0]->entry;
	assert_true(text_equal_string(first->names[0].name, "Выдумкин Придуман Небывалович"));
	assert_int_equal(first->birth_count, 2);
	assert_int_equal(date_compare(first->births[0].from, (struct date){ 1972, 4, 16 }), 0);
	assert_int_equal(date_compare(first->births[1].from, (struct date){ 1973, 0, 0 }), 0);
	assert_int_equal(first->sex, MATCH_SEX_MALE);
	assert_int_equal(first->names[1].kind, MATCH_NAME_PLACE);
	assert_int_equal(list.entries[1]->entry.sex, MATCH_SEX_FEMALE);
	assert_int_equal(date_compare(list.entries[1]->entry.births[0].from, (struct date){ 1972, 4, 16 }), 0);
	assert_int_equal(date_compare(list.entries[2]->entry.births[0].from, (struct date){ 1972, 4, 6 }), 0);
	assert_int_equal(list.entries[3]->entry.birth_count, 0);
	/* Without numbers of its own an entry keeps its reference as long as its name and birth stay. */
	assert_int_equal(list.entries[0]->reference.length, 16);
	assert_false(text_equal(list.entries[0]->reference, list.entries[2]->reference));
	arena_destroy(arena);
}

static void refuses(void **state)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct list list;
	(void)state;
	assert_false(read(arena, "A,B\n1,2\n", COLUMNS, &list, &errors));
	assert_true(text_equal_string(errors.items[0].path, "/file"));
	assert_false(read(arena, "Surname\nX\n", "surname Surname", &list, &errors));
	assert_true(text_equal_string(errors.items[0].path, "/table_columns"));
	assert_false(read(arena, "Surname\nX\n", "colour = Surname", &list, &errors));
	assert_false(read(arena, "Born\n1970\n", "birth = Born", &list, &errors));
	assert_true(error_list_has(&errors, E_REQUIRED));
	assert_false(read(arena, "Surname\n\"open", "surname = Surname", &list, &errors));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(reads_a_table), cmocka_unit_test(refuses) };
	return cmocka_run_group_tests_name("identity/import", tests, NULL, NULL);
}
