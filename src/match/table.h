/* table.h - tab separated values with a heading line, as task and index files are written: views, no quoting. */
#ifndef CUSTOS_MATCH_TABLE_H
#define CUSTOS_MATCH_TABLE_H

#include "base/arena.h"

enum { TABLE_COLUMNS = 24 };

struct table {
	struct text headings[TABLE_COLUMNS];
	size_t column_count;
	struct text *rows; /* whole lines */
	size_t row_count;
};

bool table_read(struct arena *arena, const char *path, struct table *out_table);
int table_column(const struct table *table, const char *heading); /* -1 when absent */
/* Cell of a row; empty when the row is short or column is -1. */
struct text table_cell(const struct table *table, size_t row, int column);

#endif
