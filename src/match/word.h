/*
 * word.h - what a single word of a name is: particle, title, half of a compound; and what ends it.
 *
 * Works on sounds. The plain form of a run of sounds settles ambiguous ones, so that lists need one spelling.
 */
#ifndef CUSTOS_MATCH_WORD_H
#define CUSTOS_MATCH_WORD_H

#include "match/match.h"

enum word_class {
	WORD_NAME,
	WORD_PARTICLE,
	WORD_SON_OF,       /* bin, ibn, ould before the father's name */
	WORD_DAUGHTER_OF,  /* bint */
	WORD_ARTICLE,      /* al, el: joins abd and a name */
	WORD_ASSIMILATED,  /* ar, ad, as: an article only before a hyphen or after abd */
	WORD_TITLE,
	WORD_ABD,
	WORD_DIN,
	WORD_ALLAH,
	WORD_KUNYA,
	WORD_SON,          /* uulu, uly, ogly after the father's name */
	WORD_DAUGHTER,     /* kyzy, qizi */
	WORD_DESCENT,      /* tegin, zoda standing alone */
	WORD_SHORT,        /* md, mohd: short for Muhammad */
};

enum { WORD_PLAIN = 64 };

static inline bool word_is_particle(enum word_class class)
{
	return class == WORD_PARTICLE || class == WORD_SON_OF || class == WORD_DAUGHTER_OF;
}

/* Plain form, ended by NUL; returns its length. */
int word_plain(const char *sounds, int length, char out_plain[WORD_PLAIN + 1]);
enum word_class word_classify(const char *sounds, int length);
/* Ending of a word and how many sounds are its root (all of them when there is none, never fewer than three). */
enum match_ending word_ending(const char *sounds, int length, int *out_root_length);
/* "abd" with what follows: the sounds after the article, or the whole when it is no compound. Rewrites in place. */
int word_settle_abd(char *sounds, int length, bool *out_compound);

#endif
