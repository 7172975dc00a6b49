/*
 * letters.h - from letters of one word to sounds: one table for all Cyrillic alphabets, one for the Arabic script
 * (Arabic, Persian, Pashto, Urdu, Kazakh), one of letter groups for Latin.
 *
 * A word is a run of lower-case code points of one script, without marks. Sources: ICAO Doc 9303-3 section 6, BGN/PCGN
 * romanisations of Russian, Kazakh, Kyrgyz, Tajik, Uzbek, Azerbaijani, Arabic, Persian and Pashto, GOST 7.79-2000,
 * ISO 9:1995, ISO 233; the groups of Latin letters are those by which English, French, German, Polish and Turkish
 * write the same sounds.
 */
#ifndef CUSTOS_MATCH_LETTERS_H
#define CUSTOS_MATCH_LETTERS_H

#include "match/match.h"

enum { LETTERS_WORD = 48, LETTERS_SOUNDS = 64 };

struct letters_word {
	uint32_t points[LETTERS_WORD];
	int count;
	enum match_script script;
};

enum match_script letters_script(uint32_t point); /* MATCH_SCRIPT_OTHER for letters of no table */
/* Apostrophes that stand for a letter or a softness, in all their code points. */
bool letters_is_apostrophe(uint32_t point);
/* The letter of script that looks like point, or 0. */
uint32_t letters_lookalike(uint32_t point, enum match_script script);
/* Sounds of a word, doubled ones collapsed; returns their number. Scripts without a table give 0. */
int letters_to_sounds(const struct letters_word *word, char out_sounds[LETTERS_SOUNDS]);
/* Letters of a script that nobody here can read: signs that are like nothing but themselves. */
int letters_unread(const struct letters_word *word, char out_sounds[LETTERS_SOUNDS]);
/* Same for lower-case ASCII that a romaniser made. */
int letters_latin_to_sounds(const char *ascii, int length, char out_sounds[LETTERS_SOUNDS]);

#endif
