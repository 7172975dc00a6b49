/*
 * journal.h - append-only signed logs in the database, in C2SP tlog-tiles / tlog-checkpoint / signed-note formats.
 *
 * Logs: "<base>/j/<facility code>" record log, "<base>/a/<facility code>" access log, with "hub" for what belongs to no
 * facility. Tables (made by journal_install, not records):
 *	journal_log(name TEXT PRIMARY KEY, size BIGINT, frontier @BLOB, root @BLOB, checkpoint TEXT, exported BIGINT)
 *	journal_entry(log TEXT, idx BIGINT, entry TEXT, leaf @BLOB, time BIGINT, type TEXT, actor TEXT, subject TEXT,
 *		record TEXT, rev BIGINT, act TEXT, blob @BLOB, PRIMARY KEY (log, idx))  -- blob: nonce||ciphertext||tag or NULL
 *		with indexes on (record, rev), (subject, time) for revisions and (subject, time) for readings, which have rev 0
 * The index is the counter in journal_log, taken inside the transaction. Entry bytes are stored as written and verified
 * as written; nothing is re-encoded to check it. The checkpoint is signed inside the same transaction, once a group
 * (journal_seal), so that every committed state has a signed head.
 *
 * Entry text: trust.md 1.2 "custos-entry/v1". type is the act's name ("person.admit"); actor "u-<id>", subject "p-<id>"
 * or "-", record "<table>/<id>", decision "d-<id>" (one random id an act: entries of one act share it). `prev` is the
 * leaf hash of the record's previous revision.
 *
 * Payload plaintext: JSON {"record":"RECORD","id":"...","version":3,"act":"RECORD.correct","reason":"...",
 * "warnings":{"NMR-13":"reason"},"rules":{what the rules saw, on one entry of the act: service/rule_trace.h},"row":{every present field as JSON},"created_at":...,"created_by":...}; encrypted under the
 * key of (subject, compartment), or of the log itself (facility key) when there is no subject. commit =
 * SHA-256("custos-commit/v1\n" || salt32 || plaintext); blob = nonce24 || XChaCha20-Poly1305(salt32 || plaintext), additional
 * data = log "\n" record "\n" rev.
 */
#ifndef CUSTOS_JOURNAL_JOURNAL_H
#define CUSTOS_JOURNAL_JOURNAL_H

#include "journal/keys.h"
#include "journal/merkle.h"
#include "store/select.h"

struct journal; /* open logs of one database with their keys; used by the writer thread only, except where said */

struct journal_receipt {
	struct text log;
	int64_t index;
	struct hash leaf;
};

struct journal_note { /* what one entry is about */
	const char *log_kind;	   /* "j" or "a" */
	struct text facility_code; /* or "hub" */
	int64_t time;
	struct text type;	   /* act name, or "read" kinds for the access log */
	struct text actor, second; /* user ids; second may be empty */
	struct text subject;	   /* person id or empty */
	enum compartment compartment;
	struct text record, record_id; /* table and row id; both empty: "-" */
	int64_t revision;	   /* row version; 0 when no record */
	struct text decision;	   /* id shared by the entries of one act */
	struct text payload;	   /* plaintext; empty: payload - */
	bool clock_unsynced;	   /* adds the line `clock unsynced` */
};

bool journal_install(struct connection *writer, struct error_list *errors);
/* base: "custos.example"; keys stay the caller's and must outlive the journal. */
bool journal_open(struct arena *arena, struct connection *writer, struct keys *keys, struct text base,
	struct journal **out_journal, struct error_list *errors);
/* Inside a transaction: appends one entry, gives its receipt. Creates the log (and its keys) on first use. */
bool journal_append(struct journal *journal, struct arena *arena, const struct journal_note *note,
	struct journal_receipt *out_receipt, struct error_list *errors);
/* Inside the transaction, before commit: writes size, frontier, root and a signed checkpoint of each touched log. */
bool journal_seal(struct journal *journal, struct arena *arena, struct error_list *errors);
/* At a savepoint, and after a rollback to it: forgets what was appended since. */
void journal_mark(struct journal *journal);
void journal_return_to_mark(struct journal *journal);
/* After any other rollback: everything is read anew from the database. */
void journal_return(struct journal *journal);

/* ---- reading: any connection, any thread ---- */
struct journal_entry {
	struct text log;
	int64_t index, time, revision;
	struct text type, actor, second, subject, record, record_id, decision; /* without the prefixes u- p- d- */
	struct hash leaf;
	struct text name;  /* "table/id"; empty when none */
	bool has_payload;
	struct hash payload, commitment; /* only with a payload */
	struct text entry; /* as written */
	struct text blob;  /* empty when none */
};
/* History of a row, oldest first; until = 0 for all, else entries with time <= until. */
bool journal_history(struct connection *connection, struct arena *arena, const char *record, struct text id, int64_t until,
	struct journal_entry **out_entries, size_t *out_count, struct error_list *errors);
/* All entries of one act, in the order of its writing. Looks through the whole journal: for explaining, not for pages. */
bool journal_decision(struct connection *connection, struct arena *arena, struct text decision, struct journal_entry **out_entries,
	size_t *out_count, struct error_list *errors);
/* Entries about a subject, newest first. kind "j" or "a"; before_time 0 = from the newest. */
bool journal_about(struct connection *connection, struct arena *arena, const char *kind, struct text subject,
	int64_t before_time, size_t limit, struct journal_entry **out_entries, size_t *out_count, struct error_list *errors);
/* Newest revision of every row about a subject at a moment: the whole file as it stood. */
bool journal_file_at(struct connection *connection, struct arena *arena, struct text subject, int64_t moment,
	struct journal_entry **out_entries, size_t *out_count, struct error_list *errors);
/* Decrypts and checks the commitment. E_KEY_DESTROYED when the key is gone. Thread-safe on keys. */
bool journal_open_payload(struct keys *keys, struct arena *arena, const struct journal_entry *entry,
	struct text *out_plaintext, struct error_list *errors);
/* The same; the key of `likely` is tried first, since each key tried in vain costs a look into the key store. */
bool journal_open_payload_of(struct keys *keys, struct arena *arena, const struct journal_entry *entry,
	enum compartment likely, struct text *out_plaintext, struct error_list *errors);
/* One revision of one row; NULL row and true when there is none. */
bool journal_revision(struct connection *connection, struct arena *arena, struct text name, int64_t revision,
	struct journal_entry **out_entry, struct error_list *errors);
/* tlog-proof text (c2sp.org/tlog-proof@v1) for one entry against the newest checkpoint. */
bool journal_proof(struct connection *connection, struct arena *arena, struct text log, int64_t index,
	struct text *out_proof, struct error_list *errors);
/* The newest signed checkpoint of a log; empty when the log does not exist. */
bool journal_checkpoint(struct connection *connection, struct arena *arena, struct text log, struct text *out_note,
	struct error_list *errors);

#endif
