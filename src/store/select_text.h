/*
 * select_text.h - inside of store: from a selection to SQL text and parameters.
 *
 * One walk over the selection gives both. Where the connection already knows the text of the shape, the walk only
 * collects parameters; so the two can never disagree.
 */
#ifndef CUSTOS_STORE_SELECT_TEXT_H
#define CUSTOS_STORE_SELECT_TEXT_H

#include "base/builder.h"
#include "store/select.h"

struct query {
	struct arena *arena;
	bool known;	    /* text is already there: builder unused */
	struct builder builder;
	const char *sql;
	struct value *parameters;
	size_t count, capacity;
	struct text prefix, prefix_end, word; /* folded search: range and LIKE pattern */
	size_t facilities_at; /* number of the first facility parameter, 0 before it */
};

/* Rows, or their number when counting, with a tally or NULL. False with E_ACCESS when a hidden field is used. */
bool query_build(struct query *query, struct connection *connection, struct arena *arena,
	const struct selection *selection, bool counting, const struct tally *tally, struct error_list *errors);

#endif
