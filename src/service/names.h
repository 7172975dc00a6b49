/*
 * names.h - live indexes of names over stored rows: who may be meant, found while the service runs.
 *
 * A source says which rows make the entries of one index and how they are read; areas give sources, the engine knows no
 * noun. names_start() begins a thread that loads each index from FOLDER/names-NAME.index when that file was made of just
 * the rows that are stored now (count and versions of each table, SHA-256 over all), else builds it from the tables.
 * The writer thread notes which entries a commit touched; the thread reads them again and publishes a new snapshot.
 * Searching never waits for a build; it waits a tenth of a second at most for changes committed before it began.
 * service_close() stops the thread and, when this process is the writer, saves the indexes.
 *
 * What a search finds is not cleared for anybody: callers show of each hit what their reader may see, and no more.
 */
#ifndef CUSTOS_SERVICE_NAMES_H
#define CUSTOS_SERVICE_NAMES_H

#include "match/match.h"
#include "service/service.h"

struct connection;

/* One reading of rows into entries. */
struct names_reading {
	struct connection *connection;
	struct arena *arena; /* gone after the reading */
	void (*take)(struct names_reading *reading, const struct match_entry *entry);
	void *state; /* of take */
};

struct names_source {
	const char *name;		     /* part of the file's name: small letters and _ */
	const struct record *entry;	     /* its rows are the entries; their identifiers are the index's */
	const struct record *const *records; /* ended by NULL: all whose rows make up an entry, `entry` among them */
	/* Which entry a row of `records` belongs to; old: as it stood before, NULL when new. Empty: nothing of the entry changed. */
	struct text (*entry_of)(const struct row *row, const struct row *old);
	/* Gives every entry from first to last (inclusive, in the database's order of id) to reading->take, in any order. */
	bool (*read)(struct names_reading *reading, struct text first, struct text last, struct error_list *errors);
	/*
	 * Called on the thread of the indexes after a snapshot with these entries was published; count 0: the whole index is
	 * ready for the first time. May run commands; only in the process that writes. NULL: nothing follows.
	 */
	void (*changed)(struct service *service, const struct text *entries, size_t count);
};

/* Sources are those of the registry. Without any this does nothing. */
bool names_start(struct service *service, struct error_list *errors);
/* For service_close(): ends the thread (before the writer ends: what follows from a change may run commands) ... */
void names_stop(struct service *service);
/* ... then takes in what the last commits noted, saves and frees. */
void names_close(struct service *service);
/*
 * Takes away the files of all indexes: they are made again from the tables. Before keys are destroyed: the stamp of a file does not
 * change with what can no longer be read. They are in no backup, for the same reason.
 */
void names_forget(struct service *service);
/* For long work in `changed`: the service is being closed, stop soon. */
bool names_is_stopping(const struct service *service);
/* Waits until every index is ready to be searched: command line. */
void names_wait_ready(struct service *service);
/* Waits until every index is ready and everything committed so far is in it, and what follows from it is done: tests. */
void names_wait(struct service *service);

struct names_found {
	bool ready; /* false: the index is being built, or there is none */
	size_t population;
	struct match_hit *hits;
	size_t count;
};
/* match_search() over a source's index; everything lives on the arena. */
void names_search(struct service *service, const struct names_source *source, const struct match_entry *wanted, size_t limit,
	struct arena *arena, struct names_found *out_found);
/* match_compare() with the frequencies of a source's index, shipped defaults while it is not ready. Gives its population. */
size_t names_compare(struct service *service, const struct names_source *source, const struct match_entry *left,
	const struct match_entry *right, struct match_comparison *out_comparison);
/* The snapshot itself, for long work; match_snapshot_release() it. NULL while it is not ready. */
const struct match_snapshot *names_snapshot(struct service *service, const struct names_source *source);
/* Entries and bytes of an index; false while it is not ready. */
bool names_figures(struct service *service, const struct names_source *source, size_t *out_count, size_t *out_bytes);

/* ---- for the writer ---- */
/* A row of any record was written in the open group; old: as it stood before, or NULL. */
void names_note(struct service *service, const struct row *row, const struct row *old);
/* The group ended: what was noted is to be read again, or forgotten. */
void names_group_ended(struct service *service, bool committed);

#endif
