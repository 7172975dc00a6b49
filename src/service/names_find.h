/*
 * names_find.h - searching an index of names for a reader: what the reader may open comes with its row and the reasons, of the rest
 * only that it exists.
 *
 * names_find() asks the index, then the access decision for each hit (query_peek), reads the entry again and compares it with what
 * was asked, so that the reasons are those of the rows as they stand. What was found is noted in the access log as "search".
 */
#ifndef CUSTOS_SERVICE_NAMES_FIND_H
#define CUSTOS_SERVICE_NAMES_FIND_H

#include "service/names.h"
#include "service/query.h"

struct names_candidate {
	struct text id;
	struct text facility;	/* where it belongs now: whom to ask; empty: nowhere, or no subject */
	const struct row *row;	/* NULL: the reader may not open it; then nothing below is told */
	struct match_comparison comparison;
	struct text left, right; /* the two names compared: asked, on file */
	enum match_band band;
	int64_t by_chance;	/* thousandths: match_expected_by_chance() */
};

struct names_candidates {
	bool ready;		/* false: the index is being built; nothing was searched */
	size_t population;
	struct names_candidate *items; /* most evidence first */
	size_t count;
};

/* The entry of a row as the source reads it, copied to the arena; NULL when there is none. */
const struct match_entry *names_entry(struct connection *connection, struct arena *arena, const struct names_source *source,
	struct text id, struct error_list *errors);
/* At most limit candidates, without the reader's own file. */
bool names_find(struct query *query, const struct names_source *source, const struct match_entry *wanted, size_t limit,
	struct names_candidates *out_candidates, struct error_list *errors);
/* Two entries of which the reader may open both rows: as a candidate. */
void names_compare_entries(struct service *service, const struct names_source *source, const struct match_entry *left,
	const struct match_entry *right, struct names_candidate *out_candidate);

#endif
