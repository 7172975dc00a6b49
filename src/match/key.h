/*
 * key.h - coarse keys of a word: consonants in nine classes, and the same with one of them left out.
 *
 * Two words that may be the same share a key, unless two consonants of one of them differ in class. Ambiguous sounds
 * give a key for each reading. Roots and words without their article have keys of their own.
 */
#ifndef CUSTOS_MATCH_KEY_H
#define CUSTOS_MATCH_KEY_H

#include "match/match.h"

enum { KEYS = 96, KEY_ORDER = 16 };

/* Distinct keys of a part; returns their number. Allocates nothing. */
int key_of_part(const struct match_part *part, uint32_t out_keys[KEYS]);
/* Keys of a bare run of sounds, such as two parts joined. */
int key_of_sounds(const char *sounds, int length, uint32_t out_keys[KEYS]);

/* Something to sort by: words with like keys come side by side. Zero-padded. */
void key_order(const char *sounds, int length, char out_order[KEY_ORDER]);

#endif
