/*
 * writer.h - internal to this folder: the writer thread's queue, and what access.c, query.c, session.c, attachment.c and
 * import.c may ask of it.
 *
 * One thread writes. The queue holds tickets (commands and tasks) and access notes. The writer takes up to 2048 tickets
 * at once, BEGINs, runs each in a savepoint, appends the access notes, seals the journal, COMMITs, and only then answers.
 * If the commit fails, everybody in the group gets the error. None of these functions may be called from the writer
 * thread itself (a command_done, a task).
 */
#ifndef CUSTOS_SERVICE_WRITER_H
#define CUSTOS_SERVICE_WRITER_H

#include "service/command.h"
#include "store/store.h"

/* ---- access log ---- */
struct access_note {
	const char *kind;	   /* type of the entry: "read", "search", "roll", "print" ... a literal */
	struct text actor;	   /* user id */
	struct text subject;	   /* or empty */
	struct text record, record_id; /* table and row; may be empty */
	struct text facility_code; /* whose access log: service_facility_code() of where the subject is; empty = "hub" */
	int64_t time;
};
/*
 * Queues a note; copies everything. The same (actor, kind, subject, record, row) within one second of `time` makes one
 * entry. Blocks while the queue is full. Without a writer (service opened for reading only) it does nothing.
 */
void writer_note_access(struct service *service, const struct access_note *note);
/* Waits until everything queued so far is durable: before the readers of a file are listed, and in tests. */
void writer_flush(struct service *service);

/* ---- tasks and extras ---- */
/* Runs on the writer thread inside the group's transaction, in a savepoint; false rolls the savepoint back. */
typedef bool writer_task(void *state, struct connection *writer, struct arena *arena, struct error_list *errors);
/* Blocks until durable. For plain tables only (idempotency, attachment_blob ...): rows of records need a command. */
bool writer_run(struct service *service, struct arena *arena, writer_task *task, void *state, struct error_list *errors);
/*
 * command_run with something that must become durable together with it: `also` runs in the same savepoint after the
 * act's rows are written; outcome tells what it made.
 */
typedef bool command_also(void *state, struct connection *writer, struct arena *arena, const struct outcome *outcome,
	struct error_list *errors);
bool command_run_with(struct service *service, struct arena *arena, const struct actor *actor,
	const struct command *command, command_also *also, void *state, struct outcome *out_outcome,
	struct error_list *errors);

/* ---- shared small things ---- */
/*
 * Hex SHA-256 over act, inputs and record_fact (not reason, not keys): what "the same body" means for idempotency and
 * for import rows. A command with source_key "<mapping>/<key>" leaves a row of RECORD_IMPORT_ROW (mapping, source_key,
 * this hash, record, record_id of the outcome), inserted or changed in the same act.
 */
struct text command_hash(struct arena *arena, const struct command *command);
/* The engine's own actor; static. session_system_actor() gives a copy of it. */
const struct actor *service_system_actor(void);
/* Code of a facility row, "hub" when facility is empty or there is no such row; cached; any thread. */
struct text service_facility_code(struct service *service, struct connection *connection, struct arena *arena,
	struct text facility);
/*
 * Fills an actor from a user_account row (texts shared with the row): roles, clearance, compartments, facilities,
 * language, working facility, own subject. False when the account is not active.
 */
bool user_account_actor(struct arena *arena, const struct row *account, struct actor *out_actor);
/* Value of a key in the folder's config; empty when unset. */
struct text service_config(const struct service *service, const char *key);

/*
 * Plain tables made by service_init beside the records and the journal:
 *	idempotency(key TEXT PRIMARY KEY, actor TEXT, hash TEXT, outcome TEXT, at BIGINT)
 *	attachment_blob(id TEXT PRIMARY KEY, data @BLOB)
 */

#endif
