/* test_neighbour_lists.c - lists that are taken over from the segment before are those that a search would make. */
#include "match_test.h"

#include "match/neighbour_lists.h"

#include <stdio.h>

static const char *const firsts[] = {"Mu", "Ka", "Sha", "Bo", "Te", "Zho", "Ali", "Nur", "Er", "Da"};
static const char *const middles[] = {"ra", "ri", "ro", "la", "bek", "mi", "za", "ni", "khi", "di"};
static const char *const lasts[] = {"t", "d", "n", "m", "shov", "kov", "lov", "bekov", "", "r"};

/* Made-up names, many of them near to each other. */
static void add(struct segment_builder *builder, int from, int to)
{
	for (int i = from; i < to; i++) {
		char name[64], id[16];
		snprintf(name, sizeof name, "%s%s%s", firsts[i % 10], middles[i / 10 % 10], lasts[i / 7 % 10]);
		snprintf(id, sizeof id, "%d", i);
		struct match_said said = {MATCH_NAME_PRIMARY, text_from(name)};
		struct match_entry entry = {.id = text_from(id), .names = &said, .name_count = 1};
		segment_builder_add(builder, &entry);
	}
}

static int compare_neighbours(const void *left, const void *right)
{
	segment_neighbour one = *(const segment_neighbour *)left, other = *(const segment_neighbour *)right;
	return one < other ? -1 : one > other;
}

/* Sorted by word; at a full list's end it is chance which of equals is kept, so that their nearness is compared only. */
static void assert_same_list(const struct segment *left, const struct segment *right, uint32_t token)
{
	uint32_t from = left->neighbour_starts[token], count = left->neighbour_starts[token + 1] - from;
	uint32_t other = right->neighbour_starts[token];
	assert_int_equal(right->neighbour_starts[token + 1] - other, count);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(left->neighbours[from + i] & 255, right->neighbours[other + i] & 255);
	segment_neighbour one[SEGMENT_NEIGHBOURS], two[SEGMENT_NEIGHBOURS];
	if (count == SEGMENT_NEIGHBOURS)
		return;
	memcpy(one, left->neighbours + from, count * sizeof one[0]);
	memcpy(two, right->neighbours + other, count * sizeof two[0]);
	qsort(one, count, sizeof one[0], compare_neighbours);
	qsort(two, count, sizeof two[0], compare_neighbours);
	assert_memory_equal(one, two, count * sizeof one[0]);
}

static struct segment *copied(const struct segment *from, uint32_t first, int more_from, int more_to, const struct segment *before)
{
	struct segment_builder *builder = segment_builder_create();
	for (uint32_t entry = first; entry < from->entry_count; entry++)
		segment_builder_copy(builder, from, entry);
	add(builder, more_from, more_to);
	struct segment *segment = segment_builder_finish(builder, true, before);
	segment_builder_destroy(builder);
	return segment;
}

static void assert_same(uint32_t gone, int more)
{
	struct segment_builder *builder = segment_builder_create();
	add(builder, 0, 300);
	struct segment *before = segment_builder_finish(builder, true, NULL);
	segment_builder_destroy(builder);
	struct segment *taken = copied(before, gone, 300, 300 + more, before), *searched = copied(before, gone, 300, 300 + more, NULL);
	assert_int_equal(taken->token_count, searched->token_count);
	for (uint32_t token = 0; token < taken->token_count; token++)
		assert_same_list(taken, searched, token);
	segment_destroy(taken);
	segment_destroy(searched);
	segment_destroy(before);
}

static void new_words_are_added(void **state)
{
	(void)state;
	assert_same(0, 150);
}

static void gone_words_are_dropped(void **state)
{
	(void)state;
	assert_same(120, 0);
	assert_same(100, 60);
}

static void nothing_changed(void **state)
{
	(void)state;
	assert_same(0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_words_are_added),
		cmocka_unit_test(gone_words_are_dropped),
		cmocka_unit_test(nothing_changed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
