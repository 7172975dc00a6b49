/*
 * verify.h - proving the record: tree, signatures, payload hashes, commitments, tiles, and that the tables equal the
 * folded journal; rebuilding the tables from it; exporting logs as tlog-tiles folders.
 *
 * Findings name log, index, table, row and field. Verification reads the entries as stored and re-encodes nothing.
 */
#ifndef CUSTOS_JOURNAL_VERIFY_H
#define CUSTOS_JOURNAL_VERIFY_H

#include "journal/journal.h"

struct verify_finding {
	struct text log;
	int64_t index; /* -1: none */
	struct text table, row, field;
	struct text what; /* English: "leaf hash differs", "row not in the journal", "value differs from the journal" ... */
};

struct verify_report {
	struct verify_finding *findings;
	size_t count, capacity;
	int64_t logs, entries, payloads, destroyed, rows;
};

struct verify_progress {
	void (*tell)(void *state, const char *phase, int64_t done, int64_t total);
	void *state;
};

/* True when it ran to the end; the record is sound when report.count == 0. tiles: folder of exported logs or NULL. */
bool verify_database(struct connection *connection, struct arena *arena, const struct registry *registry, struct keys *keys,
	const char *tiles, const struct verify_progress *progress, struct verify_report *out_report,
	struct error_list *errors);
/* Only a folder as exported: entries, tiles, checkpoint, signatures; needs no database and no keys but the vkey. */
bool verify_folder(struct arena *arena, const char *folder, struct verify_report *out_report, struct error_list *errors);
/* Empties the tables and folds the journal into them, in one transaction. */
bool replay_rebuild(struct connection *writer, struct arena *arena, const struct registry *registry, struct keys *keys,
	const struct verify_progress *progress, struct error_list *errors);
/* Row of an entry's payload; NULL row when the key is destroyed. */
bool replay_row(struct arena *arena, const struct registry *registry, struct keys *keys, const struct journal_entry *entry,
	struct row **out_row, struct error_list *errors);
/* The same, with the reason that stands in the payload (empty when there is none). */
bool replay_step(struct arena *arena, const struct registry *registry, struct keys *keys, const struct journal_entry *entry,
	struct row **out_row, struct text *out_reason, struct error_list *errors);
/* One folder a log below `folder`: checkpoint, tile/..., blob/..., vkey. Idempotent; only what is new is written. */
bool export_logs(struct connection *connection, struct arena *arena, struct keys *keys, const char *folder,
	const struct verify_progress *progress, struct error_list *errors);

#endif
