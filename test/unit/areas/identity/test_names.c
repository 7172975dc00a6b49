/* test_names.c - entries made of rows of lists and of what was asked; which changes of a person matter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "areas/custody/records.h"
#include "areas/identity/jobs.h"
#include "areas/identity/reports.h"

void people_changed(struct service *service, const struct text *people, size_t count)
{
	(void)service, (void)people, (void)count;
}

void lists_changed(struct service *service, const struct text *entries, size_t count)
{
	(void)service, (void)entries, (void)count;
}

static void reads_an_entry(void **state)
{
	struct arena *arena = arena_create();
	struct row *row = row_new(arena, &RECORD_LIST_ENTRY);
	(void)state;
	row->id = TEXT_OF("N1");
	row_set_string(row, LIST_ENTRY_NAMES, "primary: One Two\noriginal: واحد\nweak: Abu One\nnonsense: Three\nno kind");
	row_set_string(row, LIST_ENTRY_BIRTHS, "EXACT:1971-05-06|APPROXIMATELY:1970|BETWEEN:1968..1972|EXACT:never");
	row_set_string(row, LIST_ENTRY_NATIONALITIES, "KG|Nowhere|Iran (Islamic Republic of)");
	row_set_string(row, LIST_ENTRY_PLACES, "Old Town\nNowhere");
	row_set_string(row, LIST_ENTRY_DOCUMENTS, "N-1\nN-2");
	row_set_string(row, LIST_ENTRY_SEX, "M");
	const struct match_entry *entry = list_entry_entry(arena, row);
	assert_int_equal(entry->name_count, 5);
	assert_int_equal(entry->names[2].kind, MATCH_NAME_WEAK);
	assert_int_equal(entry->names[3].kind, MATCH_NAME_PLACE);
	assert_int_equal(entry->birth_count, 3);
	assert_true(entry->births[1].about);
	assert_int_equal(entry->births[2].to.year, 1972);
	assert_int_equal(entry->nationality_count, 2);
	assert_true(text_equal_string(entry->nationalities[1], "IR"));
	assert_int_equal(entry->document_count, 2);
	assert_int_equal(entry->sex, MATCH_SEX_MALE);
	assert_true(text_equal_string(entry_words(arena, entry), "One Two\nواحد\nAbu One\nOld Town\nNowhere\n1971-05-06\n1970\n1968..1972\nN-1\nN-2"));
	arena_destroy(arena);
}

static void asks(void **state)
{
	struct arena *arena = arena_create();
	const struct asked asked = { .name = TEXT_OF(" Somebody "), .birth = TEXT_OF("1974-05"), .document = TEXT_OF("N 1"), .sex = TEXT_OF("F") };
	const struct asked nothing = { .birth = TEXT_OF("yesterday") };
	(void)state;
	const struct match_entry *entry = asked_entry(arena, &asked);
	assert_true(text_equal_string(entry->names[0].name, "Somebody"));
	assert_int_equal(entry->births[0].from.month, 5);
	assert_int_equal(entry->sex, MATCH_SEX_FEMALE);
	entry = asked_entry(arena, &nothing);
	assert_int_equal(entry->name_count + entry->birth_count + entry->document_count, 0);
	arena_destroy(arena);
}

/* A move to another cell does not make a person somebody else. */
static void moves_do_not_matter(void **state)
{
	struct arena *arena = arena_create();
	struct row *old = row_new(arena, &RECORD_PERSON);
	(void)state;
	old->id = TEXT_OF("P1");
	row_set_string(old, PERSON_DISPLAY_NAME, "One");
	struct row *row = row_copy(arena, old);
	row_set_string(row, PERSON_PLACEMENT, "S1");
	assert_true(text_is_empty(NAMES_OF_PEOPLE.entry_of(row, old)));
	assert_true(text_equal_string(NAMES_OF_PEOPLE.entry_of(row, NULL), "P1"));
	row_set_string(row, PERSON_BIRTH_DATE, "1974");
	assert_true(text_equal_string(NAMES_OF_PEOPLE.entry_of(row, old), "P1"));
	struct row *name = row_new(arena, &RECORD_PERSON_NAME);
	row_set_string(name, PERSON_NAME_PERSON, "P2");
	assert_true(text_equal_string(NAMES_OF_PEOPLE.entry_of(name, name), "P2"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(reads_an_entry), cmocka_unit_test(asks), cmocka_unit_test(moves_do_not_matter) };
	return cmocka_run_group_tests_name("identity/names", tests, NULL, NULL);
}
