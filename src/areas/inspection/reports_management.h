/* reports_management.h - internal to the figures for managers: how a table is described, and the tables. */
#ifndef CUSTOS_AREAS_INSPECTION_REPORTS_MANAGEMENT_H
#define CUSTOS_AREAS_INSPECTION_REPORTS_MANAGEMENT_H

#include "areas/inspection/reports_tables.h"

enum { KEY_FACILITY, KEY_SEX, KEY_KEY, KEY_NUMBER, KEY_FROM, KEY_UNTIL, KEY_COLUMNS };

/*
 * One line of a table. key: what it counts; a key that an asked row carries belongs to it and to every line whose key is its beginning,
 * up to a full stop ("held.expired.30" counts in "held", in "held.expired" and in itself).
 */
struct figure_line {
	const char *key, *label, *under;
	int group, over;
	bool total;
	const char *share_of; /* key of the line of which this is a share; NULL: a count */
	bool median;	      /* the middle of KEY_NUMBER, or of the days from KEY_FROM until KEY_UNTIL, over the rows of the key */
};

/*
 * A table: its statement gives one row for each thing counted, with the columns KEY_...; facility "*" counts everywhere, sex may be
 * empty. Parameters: $1 the last moment of the day, $2 the day, $3 the moment at which its year began, $4 the first day of that year,
 * $5 the day ninety days on, $6 the day two years back.
 */
struct figure_plan { bool by_sex; const char *sql; const struct figure_line *lines; /* ended by key NULL */ };

extern const struct figure_plan FIGURE_PLANS[]; /* beside MANAGEMENT_KINDS */

#endif
