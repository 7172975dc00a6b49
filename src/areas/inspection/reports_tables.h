/* reports_tables.h - internal to the figures: what the makers of tables share. */
#ifndef CUSTOS_AREAS_INSPECTION_REPORTS_TABLES_H
#define CUSTOS_AREAS_INSPECTION_REPORTS_TABLES_H

#include "areas/inspection/reports_statistics.h"

/* One asking: whose scope, which facility (empty: all of the scope), which day and its last moment. */
struct counting {
	struct query *query;
	struct arena *arena;
	struct text facility, home;
	struct date day;
	int64_t moment;
	struct error_list *errors;
};

struct text figure_text(const struct store_result *result, size_t row, size_t column);
int64_t figure_integer(const struct store_result *result, size_t row, size_t column);
/* Whether what lies in this facility counts in the asking. */
bool figure_counts_here(const struct counting *counting, struct text facility);
/* The caller stays below FIGURE_ROWS. */
struct figure_row *figure_row_add(struct figure_table *table, const char *label, int group, bool total);
/* The column of a sex: FIGURE_MEN, FIGURE_WOMEN, or FIGURE_ALL for a sex that is not known. */
int figure_sex(struct text sex);
/* Fills the table of MANAGEMENT_KINDS[which]. */
bool management_table(const struct counting *counting, size_t which, struct figure_table *table);

#endif
