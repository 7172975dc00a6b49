/* test_segment.c - unit tests of match/segment and match/segment_build: facts in, the same facts out. */
#include "match_test.h"

#include "match/evidence.h"
#include "match/segment.h"

#include <stdio.h>

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
	evidence_take_birth(segment, entry, &evidence);
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
	struct segment *segment = segment_builder_finish(builder, true, NULL);
	segment_builder_destroy(builder);
	check(segment, 0);
	assert_int_equal(segment_find(segment, TEXT_OF("first")), 0);
	assert_int_equal(segment_find(segment, TEXT_OF("another")), 1);
	assert_int_equal(segment_find(segment, TEXT_OF("nobody")), UINT32_MAX);
	builder = segment_builder_create();
	segment_builder_copy(builder, segment, 1);
	struct segment *copy = segment_builder_finish(builder, false, NULL);
	segment_builder_destroy(builder);
	check(copy, 0);
	char buffer[SEGMENT_IDENTIFIER];
	assert_true(text_equal_string(segment_id(copy, 0, buffer), "another"));
	assert_int_equal(copy->sizes[SEGMENT_FACTS], segment->fact_starts[2] - segment->fact_starts[1]);
	segment_destroy(copy);
	segment_destroy(segment);
}

/* Identifiers as the program makes them are kept in sixteen bytes; entries in their order need no list of it. */
static void packs_identifiers(void **state)
{
	(void)state;
	static const char *const ids[] = {"00000000000000000000000000", "0123456789ABCDEFGHJKMNPQRS", "4WTVXYZ0123456789ABCDEFGHJ",
		"7ZZZZZZZZZZZZZZZZZZZZZZZZZ"};
	struct segment_builder *builder = segment_builder_create();
	char buffer[SEGMENT_IDENTIFIER];
	uint8_t packed[SEGMENT_IDENTIFIER_PACKED];
	for (int i = 0; i < 4; i++) {
		struct date day = {1970, 5, (int8_t)(6 + i)};
		struct match_birth birth = {day, day, i == 3};
		struct match_entry entry = {.id = text_from(ids[i]), .names = said, .name_count = 1, .births = &birth, .birth_count = 1};
		segment_builder_add(builder, &entry);
	}
	struct segment *segment = segment_builder_finish(builder, true, NULL);
	segment_builder_destroy(builder);
	assert_int_equal(segment->sizes[SEGMENT_IDS], 4 * SEGMENT_IDENTIFIER_PACKED);
	assert_int_equal(segment->sizes[SEGMENT_ID_STARTS] + segment->sizes[SEGMENT_BY_ID], 0);
	for (uint32_t i = 0; i < 4; i++) {
		struct evidence evidence = {0};
		assert_true(text_equal_string(segment_id(segment, i, buffer), ids[i]));
		assert_int_equal(segment_find(segment, text_from(ids[i])), i);
		evidence_take_birth(segment, i, &evidence);
		assert_int_equal(evidence.births[0].from.day, 6 + (int)i);
		assert_int_equal(evidence.births[0].about, i == 3);
	}
	assert_int_equal(segment_find(segment, TEXT_OF("1")), UINT32_MAX);
	assert_false(segment_pack_id(TEXT_OF("8ZZZZZZZZZZZZZZZZZZZZZZZZZ"), packed));
	assert_false(segment_pack_id(TEXT_OF("0123456789abcdefghjkmnpqrs"), packed));
	segment_destroy(segment);
}

static bool stands_in(const uint32_t *entries, size_t count, uint32_t entry)
{
	for (size_t i = 0; i < count; i++)
		if (entries[i] == entry)
			return true;
	return false;
}

static void finds_births_and_documents(void **state)
{
	(void)state;
	enum { ENTRIES = 500 };
	struct segment_builder *builder = segment_builder_create();
	for (int i = 0; i < ENTRIES; i++) {
		char id[8], number[16];
		snprintf(id, sizeof id, "%d", i);
		snprintf(number, sizeof number, "A%d", i);
		struct match_birth two[2] = {{{(int16_t)(1950 + i % 40), 3, 7}, {(int16_t)(1950 + i % 40), 3, 7}, false}, {{1990, 8, 9}, {1990, 8, 9}, false}};
		struct text document = text_from(number);
		struct match_entry entry = {.id = text_from(id), .names = said, .name_count = 1, .births = two, .birth_count = i % 2 == 0 ? 1 : 2,
			.documents = &document, .document_count = 1};
		segment_builder_add(builder, &entry);
	}
	struct segment *segment = segment_builder_finish(builder, false, NULL);
	segment_builder_destroy(builder);
	const uint32_t *entries;
	for (uint32_t i = 0; i < ENTRIES; i++) {
		char number[16];
		snprintf(number, sizeof number, "a-%u", i);
		uint64_t document = segment_hash_number(text_from(number));
		struct date birth = {(int16_t)(1950 + i % 40), 3, 7}, second = {1990, 8, 9};
		size_t count = segment_with_birth(segment, birth, &entries);
		assert_true(stands_in(entries, count, i));
		assert_true(segment_has_birth(segment, i, birth));
		assert_int_equal(segment_has_birth(segment, i, second), i % 2);
		count = segment_with_birth(segment, second, &entries);
		assert_int_equal(stands_in(entries, count, i) && i % 2 == 1, i % 2);
		count = segment_with_document(segment, document, &entries);
		assert_true(stands_in(entries, count, i));
		assert_true(segment_has_document(segment, i, document));
		assert_false(segment_has_document(segment, (i + 1) % ENTRIES, document));
	}
	assert_int_equal(segment_with_birth(segment, (struct date){1960, 1, 1}, &entries), 0);
	segment_destroy(segment);
}

static void posts_names_once(void **state)
{
	(void)state;
	struct segment_builder *builder = segment_builder_create();
	const struct match_said twice[] = {{MATCH_NAME_PRIMARY, TEXT("Timur Timur")}, {MATCH_NAME_ALIAS, TEXT("Timur")}};
	struct match_entry entry = {.id = TEXT("x"), .names = twice, .name_count = 2};
	segment_builder_add(builder, &entry);
	struct segment *segment = segment_builder_finish(builder, true, NULL);
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
		cmocka_unit_test(packs_identifiers),
		cmocka_unit_test(finds_births_and_documents),
		cmocka_unit_test(posts_names_once),
		cmocka_unit_test(packs_dates),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
