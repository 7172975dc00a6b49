/* verify_log.h - one log of the database from its first entry to its checkpoint; internal to the folder. */
#ifndef CUSTOS_JOURNAL_VERIFY_LOG_H
#define CUSTOS_JOURNAL_VERIFY_LOG_H

#include "journal/verify.h"

struct verify_log {
	struct connection *connection;
	struct arena *arena; /* findings */
	struct keys *keys;
	const char *tiles; /* folder of exported logs or NULL */
	const struct verify_progress *progress;
	int64_t total; /* entries of all logs, for the progress */
	struct verify_report *report;
	struct error_list *errors;
};

/* name, size, frontier, root, checkpoint: cells of the log's row. */
bool verify_log(const struct verify_log *verify, const struct value *cells);

#endif
