/* verify_log.h - one log of the database from its first entry to its checkpoint; internal to the folder. */
#ifndef CUSTOS_JOURNAL_VERIFY_LOG_H
#define CUSTOS_JOURNAL_VERIFY_LOG_H

#include "journal/pipeline.h"
#include "journal/verify_entry.h"

/* One verification. One thread reads everything on one connection (so all is of one snapshot, also that of a writer in the middle of
 * a transaction) and puts together what workers have checked by pages. */
struct verify_run {
	struct connection *connection;
	struct arena *arena; /* findings */
	const struct registry *registry;
	struct keys *keys;
	const char *tiles; /* folder of exported logs or NULL */
	const struct verify_progress *progress;
	int64_t total; /* entries of all logs, for the progress */
	struct verify_report *report;
	struct error_list *errors;
	struct chain *chain;
	struct text *logs; /* names by number */
	uint32_t log_count;
	int workers;
	struct key_memory **key_memories; /* one a worker */
};

/* Adds what a part of the work has found to the whole. */
void verify_report_add(struct verify_report *report, struct arena *arena, const struct verify_report *part);
/* head: cells name, size, frontier, root, checkpoint of the log's row; NULL when it has none. number: in run->logs. */
bool verify_log(const struct verify_run *run, uint32_t number, const struct value *head);

#endif
