/*
 * evidence_words.h - does a piece of evidence rest only on what may not count?
 *
 * Protected: worship, dress, diet, language, lawful reading (prison-practice 4.6; conversion and practice of religion show no risk by
 * themselves). Silence: refusing an interview or saying nothing. The words are stems in English, Russian and Arabic; case does not
 * matter in the first two. Evidence is cut into clauses; it rests only on such things when every clause names one of them. A clause about
 * anything else, or about harm (a threat made at prayer), makes the evidence more than that. A person decides in the end: this only asks.
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_EVIDENCE_WORDS_H
#define CUSTOS_AREAS_ASSESSMENT_EVIDENCE_WORDS_H

#include "base/arena.h"

bool evidence_is_only_protected(struct arena *arena, struct text evidence);
bool evidence_is_only_silence(struct arena *arena, struct text evidence);

#endif
