/* test_index.c - unit tests of match/index: adding, changing, removing; readers keep what they hold. */
#include "match_index_test.h"

#include "base/random.h"
#include "match/index.h"

#include <stdio.h>

static void adds_changes_removes(void **state)
{
	(void)state;
	struct match_index *index = small_register();
	assert_int_equal(match_index_count(index), 12);
	assert_first(index, "Токаев Касымжомарт", "c");
	set_name(index, "new", "Bolotbekov Talant");
	char found[32];
	first_hit(index, "Bolotbekov Talant", found);
	assert_string_not_equal(found, "new");
	match_index_publish(index);
	assert_int_equal(match_index_count(index), 13);
	assert_first(index, "Болотбеков Талант", "new");
	set_name(index, "c", "Somebody Else Entirely");
	match_index_publish(index);
	assert_int_equal(match_index_count(index), 13);
	first_hit(index, "Kassym-Jomart Tokaev", found);
	assert_string_not_equal(found, "c");
	assert_first(index, "Somebody Else Entirely", "c");
	match_index_remove(index, TEXT_OF("new"));
	match_index_remove(index, TEXT_OF("a"));
	match_index_remove(index, TEXT_OF("never there"));
	match_index_publish(index);
	assert_int_equal(match_index_count(index), 11);
	first_hit(index, "Bolotbekov Talant", found);
	assert_string_not_equal(found, "new");
	match_index_destroy(index);
}

static void readers_keep_their_snapshot(void **state)
{
	(void)state;
	struct match_index *index = small_register();
	const struct match_snapshot *old = match_index_acquire(index);
	match_index_remove(index, TEXT_OF("a"));
	match_index_publish(index);
	index_merge(index);
	assert_int_equal(match_snapshot_count(old), 12);
	assert_int_equal(match_index_count(index), 11);
	assert_true(match_index_memory(index) > 0);
	match_snapshot_release(old);
	match_index_destroy(index);
}

static void an_empty_index_finds_nothing(void **state)
{
	(void)state;
	struct match_index *index = match_index_create();
	char found[32];
	first_hit(index, "Anybody", found);
	assert_string_equal(found, "");
	match_index_publish(index);
	match_index_remove(index, TEXT_OF("a"));
	match_index_publish(index);
	assert_int_equal(match_index_count(index), 0);
	first_hit(index, "", found);
	assert_string_equal(found, "");
	match_index_destroy(index);
}

/* Changes one by one end where building at once ends; until merged, what was removed still counts as a frequency. */
static void increments_equal_a_fresh_build(void **state)
{
	(void)state;
	static const char *const given[] = {"Timur", "Nurlan", "Aigul", "Azamat", "Bolot", "Karim", "Rahim", "Said"};
	static const char *const family[] = {"Nazarov", "Karimov", "Toktosunov", "Bekov", "Sultanov", "Rahmonov", "Umarov"};
	struct match_index *step = match_index_create(), *once = match_index_create();
	const char *last_given[40] = {0}, *last_family[40] = {0};
	char id[16], name[64], one[32], other[32];
	random_seed(3);
	for (int round = 0; round < 200; round++) {
		size_t number = random_below(40);
		snprintf(id, sizeof id, "p%zu", number);
		if (random_below(4) == 0) {
			match_index_remove(step, text_from(id));
			last_given[number] = NULL;
		} else {
			last_given[number] = given[random_below(8)];
			last_family[number] = family[random_below(7)];
			snprintf(name, sizeof name, "%s %s", last_given[number], last_family[number]);
			set_name(step, id, name);
		}
		if (random_below(3) == 0)
			match_index_publish(step);
	}
	random_unseed();
	match_index_publish(step);
	for (size_t i = 0; i < 40; i++)
		if (last_given[i] != NULL) {
			snprintf(id, sizeof id, "p%zu", i);
			snprintf(name, sizeof name, "%s %s", last_given[i], last_family[i]);
			set_name(once, id, name);
		}
	match_index_publish(once);
	assert_int_equal(match_index_count(step), match_index_count(once));
	assert_in_range(first_hit(step, "Timur Nazarov", one) + 200, first_hit(once, "Timur Nazarov", other) + 100,
		first_hit(once, "Timur Nazarov", other) + 300);
	index_merge(step);
	for (int g = 0; g < 8; g++)
		for (int f = 0; f < 7; f++) {
			snprintf(name, sizeof name, "%s %s", given[g], family[f]);
			assert_int_equal(first_hit(step, name, one), first_hit(once, name, other));
		}
	match_index_destroy(step);
	match_index_destroy(once);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adds_changes_removes),
		cmocka_unit_test(readers_keep_their_snapshot),
		cmocka_unit_test(an_empty_index_finds_nothing),
		cmocka_unit_test(increments_equal_a_fresh_build),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
