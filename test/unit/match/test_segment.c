/* test_segment.c - unit tests of match/segment and match/segment_build: facts in, the same facts out. */
#include "match_test.h"

#include "match/evidence.h"
#include "match/segment.h"

static const struct match_said said[] = {{MATCH_NAME_PRIMARY, TEXT("Kassym-Jomart Tokaev")},
	{MATCH_NAME_WEAK, TEXT("Abu Test")}, {MATCH_NAME_FATHER, TEXT("Kemel")}, {MATCH_NAME_PLACE, TEXT("Almaty")}};
static const struct match_birth births[] = {{{1953, 5, 17}, {1953, 5, 17}, false}, {{1950, 0, 0}, {1955, 0, 0}, true}};
static const struct text nations[] = {TEXT("KZ")}, documents[] = {TEXT("N-1"), TEXT("N-2")};
static const struct match_entry sample = {.id = TEXT("first"), .names = said, .name_count = 4, .births = births,
	.birth_count = 2, .sex = MATCH_SEX_MALE, .nationalities = nations, .nationality_count = 1, .documents = documents,
	.document_count = 2};

static void check(const struct segment *segment, uint32_t entry)
{
	struct evidence evidence = {0};
	struct segment_fact fact;
	size_t at = 0, names = 0;
	while (segment_next_fact(segment, entry, &at, &fact)) {
		names += fact.kind <= MATCH_NAME_WEAK;
		evidence_take_fact(segment, &fact, &evidence);
	}
	assert_int_equal(names, 2);
	assert_int_equal(evidence.birth_count, 2);
	assert_int_equal(date_compare(evidence.births[0].from, births[0].from), 0);
	assert_int_equal(evidence.births[1].to.year, 1955);
	assert_true(evidence.births[1].about);
	assert_int_equal(evidence.sex, MATCH_SEX_MALE);
	assert_int_equal(evidence.nation_count, 1);
	assert_int_equal(evidence.nations[0], segment_hash_word(TEXT_OF("kz")));
	assert_int_equal(evidence.document_count, 2);
	assert_true(evidence.documents[1] == segment_hash_number(TEXT_OF("n2")));
	assert_int_equal(evidence.other_count, 2);
}

static void keeps_and_copies_facts(void **state)
{
	(void)state;
	struct segment_builder *builder = segment_builder_create();
	struct match_entry second = sample;
	second.id = TEXT_OF("another");
	segment_builder_add(builder, &sample);
	segment_builder_add(builder, &second);
	struct segment *segment = segment_builder_finish(builder, true);
	segment_builder_destroy(builder);
	check(segment, 0);
	assert_int_equal(segment_find(segment, TEXT_OF("first")), 0);
	assert_int_equal(segment_find(segment, TEXT_OF("another")), 1);
	assert_int_equal(segment_find(segment, TEXT_OF("nobody")), UINT32_MAX);
	builder = segment_builder_create();
	segment_builder_copy(builder, segment, 1);
	struct segment *copy = segment_builder_finish(builder, false);
	segment_builder_destroy(builder);
	check(copy, 0);
	assert_true(text_equal_string(segment_id(copy, 0), "another"));
	assert_int_equal(copy->sizes[SEGMENT_FACTS], segment->fact_starts[2] - segment->fact_starts[1]);
	segment_destroy(copy);
	segment_destroy(segment);
}

static void posts_names_once(void **state)
{
	(void)state;
	struct segment_builder *builder = segment_builder_create();
	const struct match_said twice[] = {{MATCH_NAME_PRIMARY, TEXT("Timur Timur")}, {MATCH_NAME_ALIAS, TEXT("Timur")}};
	struct match_entry entry = {.id = TEXT("x"), .names = twice, .name_count = 2};
	segment_builder_add(builder, &entry);
	struct segment *segment = segment_builder_finish(builder, true);
	segment_builder_destroy(builder);
	assert_int_equal(segment->token_count, 1);
	assert_int_equal(segment->tokens[0].carriers, 1);
	assert_int_equal(segment->posting_starts[1], 1);
	segment_destroy(segment);
}

static void packs_dates(void **state)
{
	(void)state;
	struct date date = {9999, 12, 31};
	assert_int_equal(date_compare(segment_unpack_date(segment_pack_date(date, true, true)), date), 0);
	assert_int_equal(segment_pack_date((struct date){0}, false, false), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_and_copies_facts),
		cmocka_unit_test(posts_names_once),
		cmocka_unit_test(packs_dates),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
