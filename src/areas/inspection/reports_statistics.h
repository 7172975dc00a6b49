/*
 * reports_statistics.h - figures: about the prison population as international bodies define them (UN-CTS, SPACE I, World Prison Brief,
 * and the series that Rule 10 asks for), and about the work of assessment, classification, programmes and release for those who manage it
 * (prison-practice 4.7, 5.5, 6.6, 8.6, 10.6, 20.2).
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

enum { FIGURE_COLUMNS = 3, FIGURE_ROWS = 40, FIGURE_GROUPS = 16 };
enum { FIGURE_ALL, FIGURE_MEN, FIGURE_WOMEN };

struct figure_row {
	const char *label;	    /* message identifier */
	const char *under;	    /* message identifier of what it is a part of, said before the label; NULL: none */
	int64_t cells[FIGURE_COLUMNS];
	int64_t of[FIGURE_COLUMNS]; /* > 0: the cell is a share: cells of `of`, shown in per cent with one decimal */
	int64_t people[FIGURE_COLUMNS]; /* not 0: the cell is no count; how many people it is drawn from, -1: nobody */
	int group;		    /* rows of one group add up, to the row over them or to a total that is shown: for suppression */
	int over;		    /* the group that adds up to this row; 0: none */
	int same, whole;	    /* of a share: the rows, counted from 1, whose counts it divides; hidden with them */
	bool complement;	    /* a share of people: as few as must be hidden are not left over either */
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

/* The tables there are, in order, ended by code NULL: of the population, and of those who manage the work. */
struct figure_kind { const char *code, *title, *definition; };
extern const struct figure_kind FIGURE_KINDS[], MANAGEMENT_KINDS[];

/*
 * A table as of the end of a day (moment is its last), for a facility or, when it is empty, for all of the actor's scope. small: cells
 * below it are hidden, and as many more as it takes that no sum gives them away (0: none). E_NOT_FOUND for an unknown code.
 */
bool statistics_table(struct query *query, struct text code, struct text facility, struct date day, int64_t moment, int64_t small,
	struct figure_table **out_table, struct error_list *errors);

/* Hides what is small, and what would tell it: no hidden cell follows from the shown ones of its group or of its row. Pure. */
void figures_suppress(struct figure_table *table, int64_t small);

#endif
