/*
 * import_prison.h - internal to the mapping prison-api: what its files share (columns, codes, days, the keys of stays).
 */
#ifndef CUSTOS_AREAS_CUSTODY_IMPORT_PRISON_H
#define CUSTOS_AREAS_CUSTODY_IMPORT_PRISON_H

#include "areas/custody/import.h"

#define HEADINGS(...) (const char *const[]){ __VA_ARGS__, NULL }
#define REQUIRED_COLUMN(name_) { name_, HEADINGS(name_), .required = true }
#define COLUMN_NAMED(name_) { name_, HEADINGS(name_) }

/* One table of codes, ended by NULL: theirs, ours. */
struct prison_code_pair { const char *theirs, *ours; };
struct text prison_code(struct text theirs, const struct prison_code_pair *codes, const char *otherwise);
/* The day of a cell as text; empty when there is none, after a remark when it cannot be read. */
struct text prison_day(struct import_row *row, int column);

/* Keys: of an agency its id, of a stay its offender_book_id, of a sentence and a term these and their numbers by slashes. */
extern const struct import_mapping PRISON_AGENCIES, PRISON_LOCATIONS, PRISON_BOOKINGS, PRISON_STATUSES, PRISON_SENTENCES, PRISON_TERMS,
	PRISON_MOVEMENTS, PRISON_CHARGES, PRISON_CONTACTS, PRISON_BEDS;

#endif
