/* neighbour_lists.h - the neighbours of every word of a segment, stored with it; taken over from the segment before where they stand. */
#ifndef CUSTOS_MATCH_NEIGHBOUR_LISTS_H
#define CUSTOS_MATCH_NEIGHBOUR_LISTS_H

#include "match/neighbour.h"
#include "match/run.h"

/*
 * Fills starts[token_count + 1] and the lists (segment_neighbour each). segment: its tokens and keys are bound. before: NULL, or a
 * segment with lists; words it has cost a look-up, only new ones are searched for (about a millisecond each at a million entries).
 * The lists are those of a search for each word, up to the order of equals.
 */
void neighbour_lists(const struct segment *segment, const struct segment *before, uint32_t starts[], struct run *lists);

#endif
