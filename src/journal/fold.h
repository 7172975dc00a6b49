/*
 * fold.h - walking the rows' revisions in order of record and revision, by pages; internal to the folder.
 *
 * Other queries may run on the connection from the callbacks. Cells and texts are good during the call only.
 */
#ifndef CUSTOS_JOURNAL_FOLD_H
#define CUSTOS_JOURNAL_FOLD_H

#include "journal/journal_internal.h"

struct fold {
	struct connection *connection;
	const struct verify_progress *progress;
	const char *phase;
	int64_t total; /* revisions expected, for the progress only */
	/* Every revision; damaged entries come with readable false, and log, index and row from their columns. May be NULL. */
	bool (*revision)(void *state, const struct journal_entry *entry, const struct entry *parsed, bool readable);
	/* The newest revision of each row, after all its revisions; it may be damaged. */
	bool (*newest)(void *state, const struct journal_entry *entry);
	void *state;
};

/* False when a query failed (errors) or a callback said so. */
bool fold_run(const struct fold *fold, struct error_list *errors);

#endif
