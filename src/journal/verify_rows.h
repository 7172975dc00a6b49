/* verify_rows.h - the chain of revisions, and the tables against the folded journal; internal to the folder. */
#ifndef CUSTOS_JOURNAL_VERIFY_ROWS_H
#define CUSTOS_JOURNAL_VERIFY_ROWS_H

#include "journal/verify.h"

bool verify_rows(struct connection *connection, struct arena *arena, const struct registry *registry, struct keys *keys,
	const struct verify_progress *progress, struct verify_report *report, struct error_list *errors);

#endif
