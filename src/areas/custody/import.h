/*
 * import.h - what `custos import --mapping NAME` knows: old registers and other systems, cell by cell into commands.
 *
 *	legacy-places	places of institutions as a spreadsheet (one row a room), see test/data/import/legacy-register
 *	legacy-register	register of people in Russian, in poor order: one row a stay in custody
 *	prison-api	folder of CSV files of another system's tables, see test/data/import/prison-api
 *
 * Places first: people are placed in places that are known. Keys of the source: "ИК-71/3-2" of places, the file number of
 * people, the primary keys of prison-api. The ethnicity column is never loaded.
 */
#ifndef CUSTOS_AREAS_CUSTODY_IMPORT_H
#define CUSTOS_AREAS_CUSTODY_IMPORT_H

#include "areas/custody/import_cells.h"
#include "areas/custody/records.h"
#include "service/import.h"

extern const struct import_set IMPORT_LEGACY_PLACES, IMPORT_LEGACY_REGISTER, IMPORT_PRISON_API;
/* All of them, ended by NULL. */
extern const struct import_set *const CUSTODY_IMPORTS[];

/* ---- shared by the mappings ---- */
/* Yes when the row is blank, a heading once more, a line of totals, or broken off: it is refused then. */
bool import_row_is_none(struct import_row *row, int key_column, int name_column);
/* Refuses the row when the cell is empty. */
bool import_wants(struct import_row *row, int column, const char *message);
/* The row is about this person (whole name, M or F, document may be empty): likely doubles are listed at the end, see import_alike(). */
void import_person_doubles(struct import_row *row, struct text name, char sex, struct date birth, struct text document, struct text label);

#endif
