/*
 * select.h - reading rows of a record: load by id, select by conditions with scope, order, cursor and limit.
 *
 * The scope goes into the WHERE clause and only visible columns are selected, so that no count, sort or filter can touch
 * what the reader may not see. Statements are built from the table, never from user text, and cached by their text.
 */
#ifndef CUSTOS_STORE_SELECT_H
#define CUSTOS_STORE_SELECT_H

#include "model/registry.h"
#include "store/store.h"

enum { SELECT_CONDITIONS_MAXIMUM = 24, SELECT_LIMIT_MAXIMUM = 1000 };

struct selection {
	const struct record *record;
	struct condition conditions[SELECT_CONDITIONS_MAXIMUM];
	size_t condition_count;
	/* Scope: when scoped, only rows whose facility (through record.h's scope fields, or through their subject) is one
	 * of facilities. A subject without a current facility (released) is outside every facility scope. */
	bool scoped;
	const struct registry *registry; /* needed when scoped, and for rows about closed rows */
	const struct text *facilities;
	size_t facility_count;
	struct text unsealed_for; /* rows under a seal (record.h) only when this user made them; empty: all rows */
	struct text closed_to;	/* sign-in name: no row that is closed to it (record.h), and, where registry is set, no row with
				 * about_record and about_id about such a row; empty: all rows */
	uint64_t hidden;	/* bit per field: not selected, may not be filtered or sorted by (E_ACCESS) */
	struct text search;	/* prefix of any word-start in SEARCHED fields; empty = none */
	int order_field;	/* field index or FIELD_ID, FIELD_CREATED_AT ...; ties by id */
	bool descending;
	struct value after;	/* cursor: order value of the last row seen ... */
	struct text after_id;	/* ... and its id; empty = from the start */
	size_t limit;		/* 0 = SELECT_LIMIT_MAXIMUM */
	/* Rows are to be walked in their order and the scope looked at row by row: for a short piece of a long list that has
	 * an index for its order. Else the database may look for all rows of all subjects in scope first. */
	bool walk;
	int64_t unlapsed_at;	/* rows that lapse (record.h) only when they have not by this moment; 0: all rows */
};

enum { TALLY_MAXIMUM = 8 };
/* How many rows there are, and of those how many lie before each of some values of an integer field; in one pass. */
struct tally {
	int field;
	int64_t before[TALLY_MAXIMUM];
	size_t count;
	int64_t out_before[TALLY_MAXIMUM], out_all;
};

/* Fills tally->out_...; order, cursor and limit of the selection are ignored, as for a count. */
bool select_tally(struct connection *connection, struct arena *arena, const struct selection *selection, struct tally *tally,
	struct error_list *errors);
/* NULL row and true when there is none. */
bool select_load(struct connection *connection, struct arena *arena, const struct record *record, struct text id,
	const struct row **out_row, struct error_list *errors);
bool select_rows(struct connection *connection, struct arena *arena, const struct selection *selection,
	struct rows *out_rows, struct error_list *errors);
bool select_count(struct connection *connection, struct arena *arena, const struct selection *selection,
	int64_t *out_count, struct error_list *errors);
/* All rows of a record in order of id, streamed; for verify and export. */
bool select_each(struct connection *connection, struct arena *arena, const struct record *record,
	bool (*each)(void *state, const struct row *row), void *state, struct error_list *errors);

#endif
