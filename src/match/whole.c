/* whole.c - every entry of a snapshot against the others, resumable. */
#include "match/query.h"

enum { PROGRESS_STEP = 1000 };

static uint64_t entries_of(const struct match_snapshot *snapshot, int part)
{
	const struct segment *segment = snapshot_segment(snapshot, part);
	return segment == NULL ? 0 : segment->entry_count;
}

static bool sees(const struct match_hit *hits, size_t count, struct text id)
{
	for (size_t i = 0; i < count; i++)
		if (text_equal(hits[i].id, id))
			return true;
	return false;
}

/*
 * Both sides usually find a pair. The one whose identifier comes first tells it; the other only if the first, looked at
 * again, does not see it among its best.
 */
static void tell(const struct match_whole *whole, struct match_searcher *searcher, const struct match_snapshot *snapshot,
	struct text id, const struct match_hit *hit, struct arena *arena)
{
	if (text_compare(hit->id, id) < 0) {
		int part = 0;
		uint32_t entry = segment_find(snapshot_segment(snapshot, 0), hit->id);
		if (entry == UINT32_MAX || snapshot_is_removed(snapshot, 0, entry)) {
			part = 1;
			entry = snapshot_segment(snapshot, 1) == NULL ? UINT32_MAX : segment_find(snapshot_segment(snapshot, 1), hit->id);
		}
		struct match_hit *others;
		if (entry == UINT32_MAX)
			return;
		size_t count = query_search(searcher, query_of_stored(snapshot, part, entry, arena), whole->limit, arena, &others);
		if (sees(others, count, id))
			return;
	}
	whole->found(whole->state, id, hit->id, &hit->comparison);
}

static void compare_entry(const struct match_whole *whole, struct match_searcher *searcher,
	const struct match_snapshot *snapshot, int part, uint32_t entry, struct arena *arena)
{
	char buffer[SEGMENT_IDENTIFIER];
	struct text id = segment_id(snapshot_segment(snapshot, part), entry, buffer);
	struct match_hit *hits;
	size_t count = query_search(searcher, query_of_stored(snapshot, part, entry, arena), whole->limit, arena, &hits);
	for (size_t i = 0; i < count && hits[i].comparison.bits >= whole->least_bits; i++)
		if (!text_equal(hits[i].id, id))
			tell(whole, searcher, snapshot, id, &hits[i], arena);
}

uint64_t match_whole_register(const struct match_snapshot *snapshot, uint64_t from, const struct match_whole *whole)
{
	uint64_t base = entries_of(snapshot, 0), all = base + entries_of(snapshot, 1);
	struct match_searcher *searcher = match_searcher_create();
	struct arena *arena = arena_create();
	for (; from < all; from++) {
		int part = from >= base;
		uint32_t entry = (uint32_t)(part == 0 ? from : from - base);
		if (from % PROGRESS_STEP == 0 && whole->progress != NULL && !whole->progress(whole->state, from, all))
			break;
		if (snapshot_is_removed(snapshot, part, entry))
			continue;
		compare_entry(whole, searcher, snapshot, part, entry, arena);
		arena_reset(arena);
	}
	arena_destroy(arena);
	match_searcher_destroy(searcher);
	return from;
}
