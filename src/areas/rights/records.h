/*
 * records.h - the nouns of rights: separation and what is written down every day, what the health service tells of functions,
 * discipline, complaints.
 *
 * Tables are in records_separation.c, records_discipline.c and records_complaint.c. Sources: Nelson Mandela Rules 36-49, 56-57, 71;
 * Bangkok Rules 19-25; prison-practice sections 6, 14, 22.
 *
 * What means what:
 *	separation	one order that keeps a person apart, whatever it is called; state running or ended. A new label or a longer stay is a
 *			new order or a later end; the solitary clock (rules_solitary.h) counts through all of them
 *	separation_entry what happened in the cell and outside it: contact, time out of cell, in the order in which officers write it
 *	separation_visit the daily visit of the health service
 *	separation_review a decision of somebody outside the line that ordered it
 *	health_flag	what everybody on duty must do or not do; never a diagnosis; only the health service sets and ends it
 */
#ifndef CUSTOS_AREAS_RIGHTS_RECORDS_H
#define CUSTOS_AREAS_RIGHTS_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_SEPARATION, RECORD_SEPARATION_ENTRY, RECORD_SEPARATION_VISIT, RECORD_SEPARATION_REVIEW, RECORD_HEALTH_FLAG;
extern const struct record *const RIGHTS_RECORDS[]; /* ended by NULL */

/* ---- separation ---- */
enum { SEPARATION_PERSON, SEPARATION_FACILITY, SEPARATION_KIND, SEPARATION_GROUND, SEPARATION_FACTS, SEPARATION_LEGAL_BASIS,
	SEPARATION_AUTHORITY, SEPARATION_EMERGENCY, SEPARATION_ALTERNATIVES, SEPARATION_EXIT, SEPARATION_STARTS, SEPARATION_ENDS,
	SEPARATION_PLANNED_CONTACT, SEPARATION_PLANNED_OUTDOORS, SEPARATION_LIGHT, SEPARATION_CONTACT_KEPT, SEPARATION_CONTACT_WHY,
	SEPARATION_DISABILITY, SEPARATION_VULNERABILITY, SEPARATION_ORDERED_BY, SEPARATION_STATE, SEPARATION_ENDED_AT, SEPARATION_ENDED_WHY,
	SEPARATION_COPY, SEPARATION_COPY_AT, SEPARATION_COPY_WITNESS, SEPARATION_ADVICE, SEPARATION_ADVICE_ANSWER, SEPARATION_NEEDED_AT, SEPARATION_FIELDS };
enum { SEPARATION_ENTRY_SEPARATION, SEPARATION_ENTRY_PERSON, SEPARATION_ENTRY_KIND, SEPARATION_ENTRY_STARTED, SEPARATION_ENTRY_MINUTES,
	SEPARATION_ENTRY_REFUSED, SEPARATION_ENTRY_WITH, SEPARATION_ENTRY_FIELDS };
enum { SEPARATION_VISIT_SEPARATION, SEPARATION_VISIT_PERSON, SEPARATION_VISIT_AT, SEPARATION_VISIT_IN_PERSON, SEPARATION_VISIT_PRIVATE,
	SEPARATION_VISIT_ADVICE, SEPARATION_VISIT_WORDS, SEPARATION_VISIT_FIELDS };
enum { SEPARATION_REVIEW_SEPARATION, SEPARATION_REVIEW_PERSON, SEPARATION_REVIEW_AT, SEPARATION_REVIEW_BODY, SEPARATION_REVIEW_HEARD,
	SEPARATION_REVIEW_RESULT, SEPARATION_REVIEW_REASONS, SEPARATION_REVIEW_FIELDS };
enum { HEALTH_FLAG_PERSON, HEALTH_FLAG_KIND, HEALTH_FLAG_INSTRUCTION, HEALTH_FLAG_STARTS, HEALTH_FLAG_EXPIRES, HEALTH_FLAG_STATE,
	HEALTH_FLAG_FIELDS };

/* What an entry means for the clock: is it meaningful human contact, out of the cell, in the open air. */
struct entry_kind { const char *code; bool counts, out_of_cell, outdoors; };
const struct entry_kind *entry_kind(struct text code); /* never NULL: what is not known counts for nothing */

bool separation_is_running(const struct row *separation);
/* Until when it has lasted, or lasts for all that is known: its end when ended, else `open`. */
int64_t separation_until(const struct row *separation, int64_t open);
bool health_flag_is_live(const struct row *flag, struct date day);
struct text separation_title(struct arena *arena, const struct row *separation);

extern const struct choice SEPARATION_KIND_CHOICES[], SEPARATION_GROUND_CHOICES[], SEPARATION_LIGHT_CHOICES[], CONTACT_MEANS_CHOICES[],
	DISABILITY_CHOICES[], SEPARATION_ENTRY_CHOICES[], ADVICE_CHOICES[], ADVICE_ANSWER_CHOICES[], REVIEW_BODY_CHOICES[], SEPARATION_REVIEW_CHOICES[],
	COPY_CHOICES[], HEALTH_FLAG_CHOICES[];

#endif
