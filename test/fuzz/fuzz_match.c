/*
 * fuzz_match.c - names: whatever is folded and compared, limits hold, weights add up, and both directions agree alike.
 *
 * First byte: 1 = the rest is a consolidated list in XML, else two names parted by a line end.
 */
#include "fuzz.h"
#include "match/list.h"
#include "match/match.h"

static void check_name(const struct match_name *name, size_t length)
{
	FUZZ_CHECK(name->count <= MATCH_PARTS);
	for (int i = 0; i < name->count; i++) {
		const struct match_part *part = &name->parts[i];
		FUZZ_CHECK(part->length <= MATCH_SOUNDS && part->root_length <= part->length);
		FUZZ_CHECK((size_t)part->offset + part->bytes <= length);
	}
}

static void check_comparison(const struct match_comparison *comparison, struct text left, struct text right)
{
	int32_t sum = 0;
	FUZZ_CHECK(comparison->agreement >= 0 && comparison->agreement <= MATCH_AGREEMENT);
	FUZZ_CHECK(comparison->count <= MATCH_LINES);
	for (int i = 0; i < comparison->count; i++) {
		const struct match_line *line = &comparison->lines[i];
		FUZZ_CHECK((size_t)line->left_offset + line->left_bytes <= left.length);
		FUZZ_CHECK((size_t)line->right_offset + line->right_bytes <= right.length);
		sum += line->weight;
	}
	FUZZ_CHECK(sum == comparison->bits);
}

static void check_index(struct text left, struct text right)
{
	struct arena *arena = arena_create();
	struct match_index *index = match_index_create();
	struct match_searcher *searcher = match_searcher_create();
	struct match_said said = {MATCH_NAME_PRIMARY, left}, asked = {MATCH_NAME_PRIMARY, right};
	struct match_entry entry = {.id = TEXT("x"), .names = &said, .name_count = 1};
	struct match_entry wanted = {.names = &asked, .name_count = 1};
	struct match_hit *hits;
	match_index_set(index, &entry);
	match_index_publish(index);
	const struct match_snapshot *snapshot = match_index_acquire(index);
	FUZZ_CHECK(match_search(searcher, snapshot, &wanted, 5, arena, &hits) <= 1);
	match_snapshot_release(snapshot);
	match_searcher_destroy(searcher);
	match_index_destroy(index);
	arena_destroy(arena);
}

static void check_pair(struct text rest)
{
	struct text left = text_empty();
	struct match_name one, other;
	struct match_comparison there, back;
	(void)text_next(&rest, '\n', &left);
	rest = text_slice(rest, 0, UINT16_MAX);
	left = text_slice(left, 0, UINT16_MAX);
	match_fold(left, &one);
	match_fold(rest, &other);
	check_name(&one, left.length);
	check_name(&other, rest.length);
	match_compare_names(&one, &other, NULL, &there);
	match_compare_names(&other, &one, NULL, &back);
	check_comparison(&there, left, rest);
	check_comparison(&back, rest, left);
	check_index(left, rest);
}

static void check_list(struct text xml)
{
	struct arena *arena = arena_create();
	struct list list;
	list_begin(&list, arena);
	(void)list_read_xml(&list, xml);
	for (size_t i = 0; i < list.count; i++)
		for (size_t n = 0; n < list.entries[i]->entry.name_count; n++)
			FUZZ_CHECK(list.entries[i]->entry.names[n].name.length > 0);
	arena_destroy(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	struct text rest = text_make((const char *)data + 1, size - 1);
	if (data[0] == 1)
		check_list(rest);
	else
		check_pair(rest);
	return 0;
}
