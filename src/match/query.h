/* query.h - an entry prepared against a snapshot: folded names, their neighbours in each segment, their rarity. */
#ifndef CUSTOS_MATCH_QUERY_H
#define CUSTOS_MATCH_QUERY_H

#include "match/align.h"
#include "match/evidence.h"
#include "match/index.h"

enum { QUERY_NEIGHBOURS = 48, QUERY_JOINED = 850, QUERY_UNITS = MATCH_PARTS * 2, QUERY_NAMES = 24, QUERY_TOUCHED = 4096 };

/* What is looked up: a part, or two parts side by side as one word. */
struct query_unit {
	uint8_t part, span;
	uint8_t counts[SNAPSHOT_SEGMENTS];
	struct neighbour lists[SNAPSHOT_SEGMENTS][QUERY_NEIGHBOURS];
	uint32_t postings[SNAPSHOT_SEGMENTS]; /* sum over the list */
};

struct query_name {
	uint8_t kind, unit_count;
	struct match_name name;
	struct match_rarity rarity;
	struct query_unit units[QUERY_UNITS];
};

struct match_query {
	const struct match_snapshot *snapshot;
	struct query_name *names;
	size_t name_count;
	struct evidence evidence;
	uint32_t birth; /* packed */
	/* A bit for each token that some part of some name is near to, by its number modulo QUERY_TOUCHED. */
	uint64_t touched[SNAPSHOT_SEGMENTS][QUERY_TOUCHED / 64];
};

struct match_query *query_prepare(const struct match_snapshot *snapshot, const struct match_entry *wanted,
	struct arena *arena);
/* The same of an entry that is in the snapshot already; its texts are not needed. */
struct match_query *query_of_stored(const struct match_snapshot *snapshot, int part, uint32_t entry, struct arena *arena);
/* The best hits of a prepared query, as match_search(). */
size_t query_search(struct match_searcher *searcher, const struct match_query *query, size_t limit, struct arena *arena,
	struct match_hit **out_hits);

/*
 * Compares the query with names given one after the other and keeps the best; then query_finish() adds what is beside
 * the names. right_index counts the names of the right side.
 */
struct query_best {
	const struct match_query *query;
	struct align_memo *memo; /* of this segment; NULL: none */
	struct match_comparison best;
	struct evidence evidence;
	bool any;
	uint8_t right_kind;
	int compared;
};
void match_query_begin(struct query_best *best, const struct match_query *query, struct align_memo *memo);
/* tokens: the name's words in the segment, for the memo. */
void query_name(struct query_best *best, const struct match_name *name, const uint32_t *tokens, uint8_t kind, int right_index);
void query_finish(struct query_best *best);
void query_entry(struct query_best *best, int part, uint32_t entry);

#endif
