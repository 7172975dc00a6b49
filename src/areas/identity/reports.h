/*
 * reports.h - readings of identity: the two sources of the indexes of names, and questions over stored resemblances.
 *
 * NAMES_OF_PEOPLE: every person with all names (in use or not: a former name is still a trace), date of birth, sex, nationalities,
 * place of birth, numbers of identity documents (not of court papers, which several people share), mother's name. NAMES_OF_LISTS:
 * entries that are one person and listed now. Both are asked through service/names_find.h.
 */
#ifndef CUSTOS_AREAS_IDENTITY_REPORTS_H
#define CUSTOS_AREAS_IDENTITY_REPORTS_H

#include "areas/identity/records.h"
#include "service/names_find.h"

extern const struct names_source NAMES_OF_PEOPLE, NAMES_OF_LISTS;

/* What somebody typed. All may be empty. */
struct asked {
	struct text name;
	struct text birth;    /* "1974-05-09", "1974-05" or "1974" */
	struct text document; /* number of a document */
	struct text sex;      /* M, F */
};
/* An entry to search with, on the arena. */
const struct match_entry *asked_entry(struct arena *arena, const struct asked *asked);
/* A row of list_entry as an entry. */
const struct match_entry *list_entry_entry(struct arena *arena, const struct row *entry);
/* "name; name; 1974-05-09": the facts that were compared, for a record of what was seen. */
struct text entry_words(struct arena *arena, const struct match_entry *entry);

/* The person whose prison number is exactly this (folded); empty when there is none. */
bool report_by_number(struct query *query, struct text number, struct text *out_person, struct error_list *errors);

/* The decision in force on two files (custody's file_link), from either side; empty when there is none. The caller has read both. */
bool report_link(struct query *query, struct text person, struct text other, struct text *out_link, struct text *out_kind,
	struct error_list *errors);
/* A decision on these two waits for a second person. */
bool report_link_waits(struct query *query, struct text person, struct text other, bool *out_waits, struct error_list *errors);
enum { REPORT_NEXT_MOST = 200 };
/* People of a facility in scope, in order of identifier, after one of them; at most REPORT_NEXT_MOST. Identifiers only. */
bool report_next_people(struct query *query, struct text facility, struct text after, struct text *out_people, size_t *out_count,
	struct error_list *errors);

#endif
