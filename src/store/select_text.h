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

/* ---- the walk's hands, for select_text.c and select_scope.c ---- */
void query_say(struct query *query, const char *text);
/* "$n" of a parameter already added. */
void query_say_number(struct query *query, size_t number);
/* Gives its number. */
size_t query_add_parameter(struct query *query, struct value value);
void query_say_parameter(struct query *query, struct value value);
/* Lists are filled up to a power of two with their last value, so that few lengths make few texts. */
size_t query_padded(size_t count);
/* select_scope.c: the condition of a scoped selection (record.h, "Scope"). */
void query_say_scope(struct query *query, const struct selection *selection);
/* select_closed.c: which of the ways in which rows are not there for a reader the text has, as bits; and their conditions after
 * `joint`, giving the next joint. */
enum { CLOSED_SEALED = 1, CLOSED_LAPSED = 2, CLOSED_NAMED = 4, CLOSED_ABOUT = 8 };
unsigned select_closed(const struct selection *selection);
const char *query_say_closed(struct query *query, const struct selection *selection, const char *joint);

#endif
