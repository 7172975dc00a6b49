/* compare.h - inside of the comparison, shared by the index, the evidence and the explanation. */
#ifndef CUSTOS_MATCH_COMPARE_H
#define CUSTOS_MATCH_COMPARE_H

#include "match/match.h"

/* Rarity of a name of which nothing is known: one in so many; COMPARE_DEFAULT_BITS is its logarithm. */
enum { COMPARE_ONE_IN = 128, COMPARE_DEFAULT_BITS = 700 };

/* Step of similarity (thousandths) in struct match_rarity; -1 below the last. */
int compare_level(int similarity);
/* Best similarity of two parts: whole, roots, without article. Thousandths, 0 when below floor. */
int compare_parts(const struct match_part *left, const struct match_part *right, int floor, enum match_reason *out_reason);
/* enum match_sex that an ending speaks of. */
int compare_ending_sex(uint8_t ending);
/* log2(population / carriers) in hundredths, smoothed. */
int32_t compare_bits_of(uint32_t carriers, uint32_t population);
/* match_compare_names() with what is remembered of a search; memo may be NULL. */
struct align_memo;
void compare_names(const struct match_name *left, const struct match_name *right, const struct match_rarity *rarity, struct align_memo *memo,
	struct match_comparison *out_comparison);
/* Adds a line and its weight to the sum; NULL when full (the weight is then not added). */
struct match_line *compare_line(struct match_comparison *comparison, enum match_reason reason, int32_t weight);

#endif
