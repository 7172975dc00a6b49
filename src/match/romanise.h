/* romanise.h - words of scripts without a table of ours, through the display romanisation: better than nothing, and rare here. */
#ifndef CUSTOS_MATCH_ROMANISE_H
#define CUSTOS_MATCH_ROMANISE_H

#include "match/letters.h"

/* Sounds of a word; of a script that ICU cannot read either, signs that are like nothing but themselves. One thread at a time in ICU. */
int romanise_word(const struct letters_word *word, char out_sounds[LETTERS_SOUNDS]);

#endif
