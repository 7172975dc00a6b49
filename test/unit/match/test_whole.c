/* test_whole.c - unit tests of match/whole: every pair once, and going on where it stopped. */
#include "match_index_test.h"

#include <stdio.h>

struct pairs {
	char text[64][64];
	size_t count, asked, stop_after;
};

static void keep(void *state, struct text left, struct text right, const struct match_comparison *comparison)
{
	struct pairs *pairs = state;
	bool ordered = text_compare(left, right) < 0;
	struct text first = ordered ? left : right, second = ordered ? right : left;
	assert_true(comparison->bits >= 800);
	assert_true(pairs->count < 64);
	snprintf(pairs->text[pairs->count++], 64, "%.*s-%.*s", TEXT_FORMAT(first), TEXT_FORMAT(second));
}

static bool go_on(void *state, uint64_t done, uint64_t all)
{
	struct pairs *pairs = state;
	assert_true(done <= all);
	return ++pairs->asked != pairs->stop_after;
}

static bool has(const struct pairs *pairs, const char *pair)
{
	size_t times = 0;
	for (size_t i = 0; i < pairs->count; i++)
		times += strcmp(pairs->text[i], pair) == 0;
	assert_true(times <= 1);
	return times == 1;
}

static struct match_index *with_doubles(void)
{
	struct match_index *index = small_register();
	set_name(index, "x", "Токаев Касымжомарт");
	set_name(index, "y", "Назаров Тимур Аскарович");
	match_index_publish(index);
	return index;
}

static void finds_each_pair_once(void **state)
{
	(void)state;
	struct match_index *index = with_doubles();
	const struct match_snapshot *snapshot = match_index_acquire(index);
	struct pairs pairs = {.count = 0};
	struct match_whole whole = {.least_bits = 800, .limit = 10, .found = keep, .state = &pairs};
	assert_int_equal(match_whole_register(snapshot, 0, &whole), 14);
	assert_true(has(&pairs, "c-x"));
	assert_true(has(&pairs, "e-y"));
	assert_false(has(&pairs, "a-b"));
	match_snapshot_release(snapshot);
	match_index_destroy(index);
}

static void goes_on(void **state)
{
	(void)state;
	struct match_index *index = with_doubles();
	const struct match_snapshot *snapshot = match_index_acquire(index);
	struct pairs pairs = {.stop_after = 1};
	struct match_whole whole = {.least_bits = 800, .limit = 10, .found = keep, .progress = go_on, .state = &pairs};
	assert_int_equal(match_whole_register(snapshot, 0, &whole), 0);
	assert_int_equal(pairs.count, 0);
	for (uint64_t from = 0; from < 14; from++) {
		whole.progress = NULL;
		from = match_whole_register(snapshot, from, &whole);
	}
	assert_true(has(&pairs, "c-x"));
	pairs.count = 0;
	match_whole_register(snapshot, 13, &whole);
	assert_true(pairs.count <= 1);
	match_snapshot_release(snapshot);
	match_index_destroy(index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_each_pair_once),
		cmocka_unit_test(goes_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
