/* neighbour.h - the tokens of a segment that may be the same word as a part, through the coarse keys. */
#ifndef CUSTOS_MATCH_NEIGHBOUR_H
#define CUSTOS_MATCH_NEIGHBOUR_H

#include "match/segment.h"

struct neighbour {
	uint32_t token;
	uint16_t similarity; /* thousandths */
};

/*
 * The best tokens at least so similar (SEGMENT_FLOOR or more), best first; returns their number, at most limit. Costs one comparison
 * for each token that shares a key and whose consonants could do; allocates nothing.
 */
int neighbour_search(const struct segment *segment, const struct match_part *part, int least, int limit,
	struct neighbour out_found[]);
/* From the stored lists when the part is a token itself, else by searching. */
int neighbour_of(const struct segment *segment, const struct match_part *part, int least, int limit,
	struct neighbour out_found[]);

#endif
