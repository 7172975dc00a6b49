/* align.h - pairing the parts of two names one to one, in any order, joining up to three where that agrees better. */
#ifndef CUSTOS_MATCH_ALIGN_H
#define CUSTOS_MATCH_ALIGN_H

#include "match/match.h"

enum { PAIRS = 160 };

/* A possible pairing of some parts of the left with some of the right. */
struct pair {
	uint8_t left, right, left_span, right_span;
	uint8_t reason;
	int16_t similarity;
};

struct alignment {
	const struct match_name *left, *right;
	struct align_memo *memo;
	struct pair pairs[PAIRS];
	int pair_count;
	struct pair chosen[MATCH_PARTS];
	int chosen_count;
	uint16_t left_used, right_used;
};

/*
 * What was found out about parts of the left side and words of a dictionary, so that the same two are compared once in a search. All
 * zero is an empty one. Before each name its owner says which left name it is compared with and what the words of the right one are.
 */
enum { MEMO_SLOTS = 1024 };
struct align_memo {
	uint32_t left_name;
	const uint32_t *tokens; /* of the right name, by part */
	struct {
		uint64_t key; /* 0: free */
		int16_t similarity;
		uint8_t reason;
	} slots[MEMO_SLOTS];
};

/* The best pairing, greedily by similarity, then by order. Allocates nothing. memo may be NULL. */
void align_names(const struct match_name *left, const struct match_name *right, struct align_memo *memo, struct alignment *out_alignment);
/* Neither particle, title nor initial. */
bool align_is_named(const struct match_part *part);

#endif
