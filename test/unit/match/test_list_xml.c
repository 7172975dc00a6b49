/* test_list_xml.c - unit tests of match/list_xml: the consolidated list as published. */
#include "match_test.h"

#include "base/file.h"
#include "match/list.h"

static bool read(struct arena *arena, const char *name, struct list *list)
{
	struct text content;
	list_begin(list, arena);
	assert_true(file_read(arena, file_path(arena, MATCH_DATA, name), 1 << 20, &content));
	return list_read_xml(list, content);
}

static void reads_all_facts(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct list list;
	assert_true(read(arena, "consolidated-1.xml", &list));
	assert_int_equal(list.count, 3);
	assert_true(text_starts_with(list.date, TEXT_OF("2026-02-27")));
	const struct list_entry *one = list_find(&list, TEXT_OF("9000001"));
	assert_non_null(one);
	assert_true(text_equal_string(one->reference, "QDi.901"));
	assert_true(text_equal_string(one->listed_on, "2012-12-31"));
	assert_true(text_equal_string(one->changed_on, "2016-10-13"));
	assert_true(text_equal_string(one->comment, "Tests & nothing else."));
	assert_int_equal(one->entry.sex, MATCH_SEX_MALE);
	/* Place, original, two good aliases, one weak, primary. */
	assert_int_equal(one->entry.name_count, 6);
	int kinds[MATCH_NAME_PLACE + 1] = {0};
	for (size_t i = 0; i < one->entry.name_count; i++)
		kinds[one->names[i].kind]++;
	assert_int_equal(kinds[MATCH_NAME_PRIMARY], 1);
	assert_int_equal(kinds[MATCH_NAME_ORIGINAL], 1);
	assert_int_equal(kinds[MATCH_NAME_ALIAS], 2);
	assert_int_equal(kinds[MATCH_NAME_WEAK], 1);
	assert_int_equal(kinds[MATCH_NAME_PLACE], 1);
	assert_int_equal(one->entry.birth_count, 3);
	assert_int_equal(one->births[0].from.day, 6);
	assert_false(one->births[0].about);
	assert_true(one->births[1].about);
	assert_int_equal(one->births[2].to.year, 1972);
	assert_int_equal(one->entry.nationality_count, 2);
	assert_int_equal(one->entry.document_count, 1);
	const struct list_entry *group = list_find(&list, TEXT_OF("9000003"));
	assert_true(group->group && !one->group);
	assert_int_equal(group->entry.name_count, 2);
	assert_int_equal(list_find(&list, TEXT_OF("9000002"))->entry.birth_count, 0);
	arena_destroy(arena);
}

static void a_second_version_lacks_one(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct list list;
	assert_true(read(arena, "consolidated-2.xml", &list));
	assert_int_equal(list.count, 2);
	assert_null(list_find(&list, TEXT_OF("9000002")));
	arena_destroy(arena);
}

static void refuses_what_is_no_list(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	static const char *const bad[] = {"", "<CONSOLIDATED_LIST>", "<OTHER/>", "not xml",
		"<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a 'b'>]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>",
		"<CONSOLIDATED_LIST></INDIVIDUALS>"};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct list list;
		list_begin(&list, arena);
		assert_false(list_read_xml(&list, text_from(bad[i])));
	}
	struct list list;
	list_begin(&list, arena);
	assert_true(list_read_xml(&list, TEXT_OF("<CONSOLIDATED_LIST><a><b><c><d><e><f><g><h><i><j><k><l><m><n/></m></l></k>"
		"</j></i></h></g></f></e></d></c></b></a></CONSOLIDATED_LIST>")));
	assert_int_equal(list.count, 0);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_all_facts),
		cmocka_unit_test(a_second_version_lacks_one),
		cmocka_unit_test(refuses_what_is_no_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
