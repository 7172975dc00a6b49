/* evidence.h - what is known beside the name, and its weight: births in levels, sex, nationality, place, parents, documents. */
#ifndef CUSTOS_MATCH_EVIDENCE_H
#define CUSTOS_MATCH_EVIDENCE_H

#include "match/segment.h"

enum { EVIDENCE_OTHERS = 8, EVIDENCE_NATIONS = 16, EVIDENCE_DOCUMENTS = 64 };

struct evidence_other {
	uint8_t kind; /* father, mother, place */
	struct match_name name;
};

struct evidence {
	struct match_birth births[MATCH_BIRTHS];
	uint32_t nations[EVIDENCE_NATIONS];
	uint64_t documents[EVIDENCE_DOCUMENTS];
	struct evidence_other others[EVIDENCE_OTHERS];
	uint8_t birth_count, nation_count, document_count, other_count, sex;
};

void evidence_of_entry(const struct match_entry *entry, struct evidence *out_evidence);
/* Takes one stored fact; names of the entry itself are not its business. */
void evidence_take_fact(const struct segment *segment, const struct segment_fact *fact, struct evidence *evidence);
/* The one birth that is no fact; after the facts. */
void evidence_take_birth(const struct segment *segment, uint32_t entry, struct evidence *evidence);
/* Adds lines and hints to a comparison of names. */
void evidence_add(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison);
/* Hundredths of a bit of two packed first births: for choosing candidates before they are compared. */
int32_t evidence_births_quick(uint32_t left, uint32_t right);

#endif
