/*
 * instrument.h - an instrument of structured professional judgement, read from its JSON text.
 *
 * Instruments are data: Custos knows the form (share/instruments/instrument.schema.json), never an item. Labels and levels have an order
 * and words, and nothing else: there is no weight, no sum and no cut-off in the form, and a file that brings one is refused. Beside its
 * own labels every factor takes UNKNOWN and NOT_APPLICABLE. Texts are by language; English is complete, others may be.
 *
 * instrument_read() gives every fault with file, line and column, what is wrong and how to mend it. What it gives lives on the arena.
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_INSTRUMENT_H
#define CUSTOS_AREAS_ASSESSMENT_INSTRUMENT_H

#include "base/error.h"

enum { INSTRUMENT_LANGUAGES = 12, INSTRUMENT_FACTORS = 120, INSTRUMENT_LABELS = 9 };
#define INSTRUMENT_UNKNOWN "unknown"
#define INSTRUMENT_NOT_APPLICABLE "not_applicable"

struct words { struct text language[INSTRUMENT_LANGUAGES], text[INSTRUMENT_LANGUAGES]; size_t count; };

/* A code with words: a label of a factor, a level of the judgement, an outcome that is judged. */
struct labelled { struct text code; struct words words; };

struct factor {
	struct text code, domain; /* codes */
	struct words title, guidance;
	bool dynamic, required;
	struct text kind; /* risk, protective, motivational, context */
};

struct domain { struct text code; struct words title; size_t first, count; /* its factors */ };

struct instrument {
	struct text code, version, question, owner, licence, certificate /* kind; empty: none is asked */, second_rating, sex /* F, M or empty */;
	bool about_place;
	int64_t validity_months, age_from, age_to; /* age_to 0: no upper end */
	struct text languages[INSTRUMENT_LANGUAGES];
	size_t language_count;
	struct words title, purpose, limits;
	struct labelled *labels, *levels, *outcomes; /* labels and levels in ascending order */
	size_t label_count, level_count, outcome_count;
	struct domain *domains;
	size_t domain_count;
	struct factor *factors; /* of all domains, in order */
	size_t factor_count;
};

/* file: name for the places in faults ("profile.json"). False with faults; out is set only on success. */
bool instrument_read(struct arena *arena, struct text json, struct text file, struct instrument *out, struct error_list *errors);

/* In a language, else in English. */
struct text words_in(const struct words *words, const char *language);
const struct factor *instrument_factor(const struct instrument *instrument, struct text code);
/* Place of a code among labels; -1 for UNKNOWN, NOT_APPLICABLE and what is no label. */
int labelled_rank(const struct labelled *labels, size_t count, struct text code);
const struct labelled *labelled_find(const struct labelled *labels, size_t count, struct text code);
/* Whether the code is a rating that a factor of this instrument can have. */
bool instrument_takes(const struct instrument *instrument, struct text rating);

/* Line and column (from 1) of the value that a JSON pointer ("/domains/0/code") names in a valid document; the nearest value around it
 * when there is none. */
void json_place(struct text document, struct text pointer, size_t *out_line, size_t *out_column);

#endif
