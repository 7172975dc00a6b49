/*
 * sound.h - the alphabet of sounds into which names are folded, what one costs against another, and edit distance.
 *
 * A sound is one ASCII letter. Plain: a e i o u b p d t g k f v s z l m n r, S sh, C ch, J j and zh, H kh, h, Q ts,
 * N ng, digits. Ambiguous, cheap against each of their readings: c (k, s, j), X (ch, sh, k), j (j, y), x (kh, ks),
 * y (i, glide), w (u, v), q (k, g), T (th: t, s), D (dh, dad: d, z), G (gh: g, r, kh), E (any vowel: ain, alef, alef
 * maqsura). Costs are hundredths of an edit.
 */
#ifndef CUSTOS_MATCH_SOUND_H
#define CUSTOS_MATCH_SOUND_H

#include "match/match.h"

enum { SOUND_JOINED = 2 * MATCH_SOUNDS };

/* A run of sounds to compare: a part, its root, or two parts joined. */
struct sound_run {
	const char *sounds;
	int length;
	bool unvowelled; /* Arabic script: short vowels were never written */
};

bool sound_is_vowel(char sound);
/* Weight of a sound when it stands alone against nothing, hundredths. */
int sound_weight(char sound);
/*
 * Similarity in thousandths; 0 when it would fall below floor. O(left * right), stops early; allocates nothing.
 */
int sound_similarity(struct sound_run left, struct sound_run right, int floor);

#endif
