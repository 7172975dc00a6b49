/* search.c - candidates by postings, rarest first, then full comparison of the best hundred. */
#include "match/compare.h"
#include "match/query.h"

#include <stdlib.h>
#include <string.h>

enum {
	CREATE_MOST = 60000, /* postings after which no new candidates are made */
	WALK_MOST = 600000,  /* postings after which even known ones get no more */
	POOL = MATCH_BEST,
	POOL_LEAST = 20, /* compared in any case */
	BAND_NOW = 10,       /* thousandths of an unrelated one expected by chance */
	BAND_POSSIBLE = 500,
	BAND_AGREEMENT = 8500,
	KEY_MARK = UINT16_MAX,
	GAIN_DOCUMENT = 2000,
	SLACK = 300,     /* hundredths of a bit by which a comparison may exceed what the postings promised */
};

struct cell {
	uint16_t score; /* hundredths of a bit */
	uint16_t unit;  /* the last unit that gave, so that each gives once */
};

struct match_searcher {
	struct cell *cells;
	uint32_t *touched;
	size_t capacity, touched_count;
	struct align_memo memo;
};

struct candidate {
	uint32_t entry;
	int32_t score;
};

struct match_searcher *match_searcher_create(void)
{
	struct match_searcher *searcher = calloc(1, sizeof *searcher);
	if (searcher == NULL)
		abort();
	return searcher;
}

void match_searcher_destroy(struct match_searcher *searcher)
{
	if (searcher == NULL)
		return;
	free(searcher->cells);
	free(searcher->touched);
	free(searcher);
}

static void searcher_fit(struct match_searcher *searcher, size_t entries)
{
	if (entries <= searcher->capacity)
		return;
	free(searcher->cells);
	free(searcher->touched);
	searcher->capacity = entries + entries / 8;
	searcher->cells = calloc(searcher->capacity, sizeof *searcher->cells);
	searcher->touched = calloc(searcher->capacity, sizeof *searcher->touched);
	if (searcher->cells == NULL || searcher->touched == NULL)
		abort();
}

static void searcher_clear(struct match_searcher *searcher)
{
	for (size_t i = 0; i < searcher->touched_count; i++)
		searcher->cells[searcher->touched[i]] = (struct cell){0, 0};
	searcher->touched_count = 0;
}

/* What a hit of this similarity brings, as the comparison will reckon it. */
static int32_t unit_gain(const struct query_name *name, const struct query_unit *unit, int similarity)
{
	int level = compare_level(similarity);
	uint32_t carriers = name->rarity.carriers[unit->part][level < 0 ? MATCH_LEVELS - 1 : level];
	if (unit->span > 1) {
		uint32_t next = name->rarity.carriers[unit->part + 1][level < 0 ? MATCH_LEVELS - 1 : level];
		carriers = next < carriers ? next : carriers;
	}
	int32_t gain = compare_bits_of(carriers, name->rarity.population) - (1000 - similarity) * 2;
	if (name->name.parts[unit->part].kind == MATCH_PART_KUNYA)
		gain /= 2;
	return gain < 10 ? 10 : gain > 4000 ? 4000 : gain;
}

static void walk_unit(struct match_searcher *searcher, const struct query_name *name, const struct query_unit *unit,
	uint16_t mark, const struct segment *segment, int part, size_t *walked)
{
	for (int i = 0; i < unit->counts[part]; i++) {
		const struct neighbour *neighbour = &unit->lists[part][i];
		uint16_t gain = (uint16_t)unit_gain(name, unit, neighbour->similarity);
		uint32_t from = segment->posting_starts[neighbour->token];
		uint32_t to = segment->posting_starts[neighbour->token + 1];
		if (*walked > WALK_MOST)
			return;
		bool create = *walked < CREATE_MOST;
		*walked += to - from;
		for (uint32_t at = from; at < to; at++) {
			struct cell *cell = &searcher->cells[segment->postings[at]];
			if (cell->unit == mark || (!create && cell->unit == 0))
				continue;
			if (cell->unit == 0)
				searcher->touched[searcher->touched_count++] = segment->postings[at];
			cell->unit = mark;
			cell->score = (uint16_t)(cell->score + gain);
		}
	}
}

static void walk_name(struct match_searcher *searcher, const struct query_name *name, const struct segment *segment,
	int part)
{
	bool done[QUERY_UNITS] = {false};
	size_t walked = 0;
	for (int round = 0; round < name->unit_count; round++) {
		int rarest = -1;
		for (int i = 0; i < name->unit_count; i++)
			if (!done[i] && (rarest < 0 || name->units[i].postings[part] < name->units[rarest].postings[part]))
				rarest = i;
		done[rarest] = true;
		walk_unit(searcher, name, &name->units[rarest], (uint16_t)(rarest + 1), segment, part, &walked);
	}
}

static void touch(struct match_searcher *searcher, uint32_t entry, uint16_t gain)
{
	struct cell *cell = &searcher->cells[entry];
	if (cell->unit == 0)
		searcher->touched[searcher->touched_count++] = entry;
	cell->unit = KEY_MARK;
	cell->score = (uint16_t)(cell->score + gain);
}

/* Equal births and documents bring candidates whatever their names; what births weigh is added when the pool is taken. */
static void walk_keys(struct match_searcher *searcher, const struct evidence *evidence, const struct segment *segment)
{
	const uint32_t *entries;
	for (int i = 0; i < evidence->birth_count; i++)
		for (size_t left = segment_with_birth(segment, evidence->births[i].from, &entries); left > 0; left--)
			if (segment_has_birth(segment, entries[left - 1], evidence->births[i].from))
				touch(searcher, entries[left - 1], 1);
	for (int i = 0; i < evidence->document_count; i++)
		for (size_t left = segment_with_document(segment, evidence->documents[i], &entries); left > 0; left--)
			if (segment_has_document(segment, entries[left - 1], evidence->documents[i]))
				touch(searcher, entries[left - 1], GAIN_DOCUMENT);
}

/* A heap with the worst on top. */
static void pool_sift(struct candidate *pool, size_t count)
{
	size_t at = 0;
	for (;;) {
		size_t least = at, child = at * 2 + 1;
		if (child < count && pool[child].score < pool[least].score)
			least = child;
		if (child + 1 < count && pool[child + 1].score < pool[least].score)
			least = child + 1;
		if (least == at)
			return;
		struct candidate spare = pool[at];
		pool[at] = pool[least];
		pool[least] = spare;
		at = least;
	}
}

static size_t pool_add(struct candidate *pool, size_t count, struct candidate candidate)
{
	if (count == POOL) {
		if (candidate.score <= pool[0].score)
			return count;
		pool[0] = candidate;
		pool_sift(pool, count);
		return count;
	}
	size_t at = count;
	while (at > 0 && pool[(at - 1) / 2].score > candidate.score) {
		pool[at] = pool[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	pool[at] = candidate;
	return count + 1;
}

static size_t pool_take(struct match_searcher *searcher, const struct match_query *query, int part, size_t count,
	struct candidate *pool)
{
	const struct segment *segment = snapshot_segment(query->snapshot, part);
	for (size_t i = 0; i < searcher->touched_count; i++) {
		uint32_t entry = searcher->touched[i];
		if (snapshot_is_removed(query->snapshot, part, entry))
			continue;
		int32_t score = searcher->cells[entry].score;
		score += evidence_births_quick(query->birth, segment->births[entry]);
		count = pool_add(pool, count, (struct candidate){entry, score});
	}
	return count;
}

/* ---- Hits ---- */

struct hits {
	struct match_hit *items;
	uint32_t *entries; /* of each item, in the segment being searched */
	struct arena *arena;
	size_t count, limit;
};

static bool hit_before(const struct match_comparison *left, const struct match_comparison *right)
{
	if (left->bits != right->bits)
		return left->bits > right->bits;
	return left->agreement > right->agreement;
}

static void hits_add(struct hits *hits, const struct segment *segment, uint32_t entry, const struct match_comparison *comparison)
{
	char buffer[SEGMENT_IDENTIFIER];
	size_t at = hits->count;
	if (at == hits->limit) {
		if (!hit_before(comparison, &hits->items[at - 1].comparison))
			return;
		at--;
	} else {
		hits->count++;
	}
	while (at > 0 && hit_before(comparison, &hits->items[at - 1].comparison)) {
		hits->items[at] = hits->items[at - 1];
		hits->entries[at] = hits->entries[at - 1];
		at--;
	}
	hits->items[at].id = arena_copy(hits->arena, segment_id(segment, entry, buffer));
	hits->entries[at] = entry;
	hits->items[at].comparison = *comparison;
}

/* Best first: the heap has done its work. */
static void pool_order(struct candidate *pool, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct candidate candidate = pool[i];
		size_t at = i;
		while (at > 0 && pool[at - 1].score < candidate.score) {
			pool[at] = pool[at - 1];
			at--;
		}
		pool[at] = candidate;
	}
}

/* What the facts beside name and birth may still add to a candidate. */
static int32_t still_to_come(const struct match_query *query)
{
	int32_t more = SLACK;
	if (query->evidence.birth_count > 1)
		more += 1300;
	if (query->evidence.sex != MATCH_SEX_UNKNOWN || query->evidence.nation_count > 0)
		more += 300;
	if (query->evidence.other_count > 0)
		more += 1650;
	if (query->evidence.document_count > 0)
		more += 2000;
	return more;
}

static bool hits_have(const struct hits *hits, uint32_t entry)
{
	for (size_t i = 0; i < hits->count; i++)
		if (hits->entries[i] == entry)
			return true;
	return false;
}

static void search_segment(struct match_searcher *searcher, const struct match_query *query, int part,
	struct hits *hits)
{
	const struct segment *segment = snapshot_segment(query->snapshot, part);
	struct candidate pool[POOL];
	struct query_best best;
	struct align_memo *memo = &searcher->memo;
	int32_t more = still_to_come(query);
	memset(memo->slots, 0, sizeof memo->slots);
	for (size_t i = 0; i < query->name_count || i == 0; i++) {
		walk_keys(searcher, &query->evidence, segment);
		if (i < query->name_count)
			walk_name(searcher, &query->names[i], segment, part);
		size_t count = pool_take(searcher, query, part, 0, pool);
		searcher_clear(searcher);
		pool_order(pool, count);
		for (size_t c = 0; c < count; c++) {
			/* All that follow are worse than the worst that is kept. */
			if (c >= POOL_LEAST && hits->count == hits->limit
				&& pool[c].score + more < hits->items[hits->count - 1].comparison.bits)
				break;
			if (i > 0 && hits_have(hits, pool[c].entry))
				continue;
			match_query_begin(&best, query, memo);
			query_entry(&best, part, pool[c].entry);
			if (best.best.count > 0)
				hits_add(hits, segment, pool[c].entry, &best.best);
		}
	}
}

size_t query_search(struct match_searcher *searcher, const struct match_query *query, size_t limit, struct arena *arena,
	struct match_hit **out_hits)
{
	struct hits hits = {.arena = arena, .limit = limit < MATCH_BEST ? limit : MATCH_BEST};
	hits.items = ARENA_ARRAY(arena, struct match_hit, hits.limit + 1);
	hits.entries = ARENA_ARRAY(arena, uint32_t, hits.limit + 1);
	for (int part = 0; hits.limit > 0 && part < SNAPSHOT_SEGMENTS; part++) {
		const struct segment *segment = snapshot_segment(query->snapshot, part);
		if (segment == NULL)
			continue;
		searcher_fit(searcher, segment->entry_count);
		for (size_t i = 0; i < hits.count; i++)
			hits.entries[i] = UINT32_MAX; /* of the segment before */
		search_segment(searcher, query, part, &hits);
	}
	*out_hits = hits.items;
	return hits.count;
}

size_t match_search(struct match_searcher *searcher, const struct match_snapshot *snapshot,
	const struct match_entry *wanted, size_t limit, struct arena *arena, struct match_hit **out_hits)
{
	return query_search(searcher, query_prepare(snapshot, wanted, arena), limit, arena, out_hits);
}

int64_t match_expected_by_chance(int32_t bits, size_t population)
{
	int64_t expected = (int64_t)population * 1000;
	for (int32_t whole = bits / MATCH_BIT; whole > 0 && expected > 0; whole--)
		expected /= 2;
	return expected;
}

enum match_band match_band_of(const struct match_comparison *comparison, size_t population)
{
	int64_t expected = match_expected_by_chance(comparison->bits, population);
	if ((comparison->hints & MATCH_HINT_WEAK) != 0)
		return MATCH_BAND_HIDDEN;
	bool doubtful = (comparison->hints & (MATCH_HINT_SEX | MATCH_HINT_CONTRADICTION | MATCH_HINT_FAMILY)) != 0;
	if (expected < BAND_NOW && comparison->agreement >= BAND_AGREEMENT && !doubtful)
		return MATCH_BAND_NOW;
	return expected < BAND_POSSIBLE ? MATCH_BAND_POSSIBLE : MATCH_BAND_HIDDEN;
}
