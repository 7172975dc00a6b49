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
	struct pair pairs[PAIRS];
	int pair_count;
	struct pair chosen[MATCH_PARTS];
	int chosen_count;
	uint16_t left_used, right_used;
};

/* The best pairing, greedily by similarity, then by order. Allocates nothing. */
void align_names(const struct match_name *left, const struct match_name *right, struct alignment *out_alignment);
/* Neither particle, title nor initial. */
bool align_is_named(const struct match_part *part);

#endif
