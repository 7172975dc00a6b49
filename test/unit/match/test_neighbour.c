/* test_neighbour.c - unit tests of match/neighbour: stored lists say what a search finds. */
#include "match_test.h"

#include "match/neighbour.h"

static struct segment *names(void)
{
	static const char *const words[] = {"Timur", "Temir", "Тимур", "Damir", "Karim", "Kerim", "Karimov", "Каримова",
		"Rahim", "Ibrahim", "Nurlan", "Nurlanbek", "Muhammad", "Mohamed", "محمد", "Mahmud", "Ahmad", "Hamid"};
	struct segment_builder *builder = segment_builder_create();
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		struct match_said said = {MATCH_NAME_PRIMARY, text_from(words[i])};
		struct match_entry entry = {.id = text_from(words[i]), .names = &said, .name_count = 1};
		segment_builder_add(builder, &entry);
	}
	struct segment *segment = segment_builder_finish(builder, true, NULL);
	segment_builder_destroy(builder);
	return segment;
}

static void finds_itself_first(void **state)
{
	(void)state;
	struct segment *segment = names();
	for (uint32_t token = 0; token < segment->token_count; token++) {
		struct match_part part;
		struct neighbour found[SEGMENT_NEIGHBOURS], stored[SEGMENT_NEIGHBOURS];
		segment_part(segment, token, &part);
		int count = neighbour_search(segment, &part, SEGMENT_FLOOR, SEGMENT_NEIGHBOURS, found);
		assert_true(count > 0);
		assert_int_equal(found[0].similarity, 1000);
		for (int i = 1; i < count; i++)
			assert_true(found[i].similarity <= found[i - 1].similarity && found[i].similarity >= SEGMENT_FLOOR);
		assert_int_equal(neighbour_of(segment, &part, SEGMENT_FLOOR, SEGMENT_NEIGHBOURS, stored), count);
		for (int i = 0; i < count; i++) {
			assert_int_equal(stored[i].token, found[i].token);
			assert_in_range(stored[i].similarity + 3, found[i].similarity, found[i].similarity + 6);
		}
	}
	segment_destroy(segment);
}

static void keeps_limit_and_floor(void **state)
{
	(void)state;
	struct segment *segment = names();
	struct match_name name = folded("Muhamad");
	struct neighbour found[2];
	assert_int_equal(neighbour_search(segment, &name.parts[0], SEGMENT_FLOOR, 2, found), 2);
	assert_true(neighbour_search(segment, &name.parts[0], 999, 2, found) <= 2);
	name = folded("Xylophone");
	assert_int_equal(neighbour_search(segment, &name.parts[0], SEGMENT_FLOOR, 2, found), 0);
	segment_destroy(segment);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_itself_first),
		cmocka_unit_test(keeps_limit_and_floor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
