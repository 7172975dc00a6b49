/*
 * common.h - how common well-known names are, where the register is too small to say it itself.
 *
 * A list of a few hundred entries does not show that Muhammad is no evidence. The table gives rough shares among people
 * of the Middle East, North and East Africa and Central Asia, set down from general knowledge, not from any register;
 * it counts as COMMON_PRIOR persons beside the register and so fades as the register grows.
 */
#ifndef CUSTOS_MATCH_COMMON_H
#define CUSTOS_MATCH_COMMON_H

#include "match/match.h"

enum { COMMON_PRIOR = 2500, COMMON_FADES = 250000 };

/* Adds for each step of similarity how many of COMMON_PRIOR persons carry something so similar to the part. */
void common_add(const struct match_part *part, uint32_t carriers[MATCH_LEVELS]);

#endif
