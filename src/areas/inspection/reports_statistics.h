/*
 * reports_statistics.h - figures about the prison population as international bodies define them: UN-CTS, SPACE I, World Prison
 * Brief, and the series that Rule 10 asks for.
 *
 * People are counted, not episodes, each in one facility: where the last accepted transfer before the moment left them, else where
 * they were admitted; who is at court or in hospital or on the way counts there. Unknown is a category and is shown. Everything
 * comes from rows that carry their own moments, so the figures of a past day come out the same whenever they are asked, as long as
 * nobody corrects what is recorded about that day. Sources: inspection-and-statistics 4; UN-CTS data dictionary 2023; SPACE I.
 */
#ifndef CUSTOS_AREAS_INSPECTION_REPORTS_STATISTICS_H
#define CUSTOS_AREAS_INSPECTION_REPORTS_STATISTICS_H

#include "areas/custody/records.h"
#include "service/query.h"

enum { FIGURE_COLUMNS = 3, FIGURE_ROWS = 40 };
enum { FIGURE_ALL, FIGURE_MEN, FIGURE_WOMEN };

struct figure_row {
	const char *label;	    /* message identifier */
	int64_t cells[FIGURE_COLUMNS];
	int64_t of[FIGURE_COLUMNS]; /* > 0: the cell is a share: cells of `of`, shown in per cent with one decimal */
	int group;		    /* rows of one group add up to a total that is shown: for suppression */
	bool total;		    /* a sum: stands as a whole, its men and women only where they are many */
	bool hidden[FIGURE_COLUMNS];/* too small to be published */
};

struct figure_table {
	const char *code;		 /* "uncts-held" */
	const char *title, *definition;	 /* message identifiers */
	struct text heading;		 /* of a row whose label is a month */
	struct text months[FIGURE_ROWS]; /* labels that are no messages; empty: row.label */
	struct figure_row rows[FIGURE_ROWS];
	size_t count;
	bool by_sex;			 /* three columns; else one */
};

/* The tables there are, in order; ended by code NULL. */
struct figure_kind { const char *code, *title, *definition; };
extern const struct figure_kind FIGURE_KINDS[];

/*
 * A table as of the end of a day (moment is its last), for a facility or, when it is empty, for all of the actor's scope. small: cells
 * below it are hidden, and one more of the same group when only one would be (0: none). E_NOT_FOUND for an unknown code.
 */
bool statistics_table(struct query *query, struct text code, struct text facility, struct date day, int64_t moment, int64_t small,
	struct figure_table **out_table, struct error_list *errors);

#endif
