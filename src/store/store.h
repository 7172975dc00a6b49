/*
 * store.h - one SQL dialect over SQLite and PostgreSQL: connections, statements, transactions.
 *
 * A store is a database URL: "sqlite:PATH" or "postgresql://..." (also "postgres://"). It hands out one writer
 * connection (the only one that writes and checkpoints) and reader connections, one a thread. SQLite: WAL,
 * synchronous=FULL, foreign_keys, trusted_schema=OFF, busy_timeout first, wal_autocheckpoint=0 on readers and readers
 * opened query_only; MEMSTATUS off; no mmap. The writer checkpoints (PASSIVE) by WAL size. PostgreSQL: prepared
 * statements by text, TimeZone UTC, readers default_transaction_read_only=on.
 *
 * SQL is written once: $1, $2 ... for parameters (numbered in order of first appearance, never repeated out of order),
 * @BLOB for the bytes type, TEXT and BIGINT only, NULLS LAST always, ON CONFLICT, no now(). See stack.md 7. SQL text is
 * a literal or made from tables; values are always parameters. Statements are prepared once per connection and text.
 *
 * Errors: false, and one error in the list: E_DUPLICATE, E_REFERENCE, E_FULL, E_BUSY or E_STORE with private detail.
 * After a failure inside a transaction the caller must roll back (to the savepoint or whole); until then every call
 * fails, on both databases.
 */
#ifndef CUSTOS_STORE_STORE_H
#define CUSTOS_STORE_STORE_H

#include "base/error.h"
#include "model/value.h"

struct store;
struct connection;

enum store_backend { STORE_SQLITE, STORE_POSTGRES };

/*
 * Name of the SQLite VFS for stores opened from now on; NULL is the system's. For fault injection: a test registers a
 * VFS that stands over the real one. The name is not copied.
 */
void store_use_vfs(const char *name);
/* Opens, creating an SQLite file that is missing when create is true. The store lives until store_close(). */
bool store_open(const char *url, bool create, struct store **out_store, struct error_list *errors);
void store_close(struct store *store);
enum store_backend store_backend(const struct store *store);
/* URL without password, for messages. */
const char *store_name(const struct store *store);

/*
 * The writer; one at a time, the caller keeps it for itself. One among all processes too (a locked file PATH-writer; an
 * advisory lock on PostgreSQL), because two connections that write and checkpoint are what SQLite before 3.51.3 must not
 * have, and the counters of the journal live in one writer: E_BUSY when there is another.
 */
bool store_writer(struct store *store, struct connection **out_connection, struct error_list *errors);
/*
 * For small stores that several processes write now and then (the key store): as store_writer, but when another process is the
 * writer, a connection that waits for SQLite's own lock at each transaction and never checkpoints.
 */
bool store_shared_writer(struct store *store, struct connection **out_connection, struct error_list *errors);
bool store_reader(struct store *store, struct connection **out_connection, struct error_list *errors);
void connection_close(struct connection *connection);
enum store_backend connection_backend(const struct connection *connection);
/* False after the server went away; the owner then closes it and asks for a new one. */
bool connection_is_alive(const struct connection *connection);

struct store_result {
	struct value *values; /* row-major: values[row * columns + column] */
	size_t rows, columns;
};

/* A cell of a result; ABSENT for SQL NULL. Integers come as INTEGER, text as TEXT, bytes as BYTES. */
struct value store_cell(const struct store_result *result, size_t row, size_t column);

/* All rows, on the arena. */
bool store_query(struct connection *connection, struct arena *arena, const char *sql, const struct value *parameters,
	size_t count, struct store_result *out_result, struct error_list *errors);
/*
 * Row by row without holding them; stops early when each returns false (that is no error). Cells are good during the call
 * only, and the connection is busy until all is done: using it inside each fails (E_STORE).
 */
bool store_each(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	bool (*each)(void *state, const struct value *cells, size_t columns), void *state, struct error_list *errors);
/* Changes rows. out_changed may be NULL. */
bool store_execute(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	int64_t *out_changed, struct error_list *errors);
/*
 * As store_execute, but PostgreSQL only queues it (pipeline mode) until store_flush(), which reports the first fault of
 * the lot; SQLite runs it at once. Queries, store_release and store_commit flush by themselves first; store_savepoint is
 * queued itself. Outside a transaction what is queued between two flushes is one transaction on PostgreSQL.
 */
bool store_execute_later(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	struct error_list *errors);
bool store_flush(struct connection *connection, struct error_list *errors);
/* Several statements parted by semicolons, without parameters: schema only. @BLOB is replaced. */
bool store_script(struct connection *connection, const char *sql, struct error_list *errors);

bool store_begin(struct connection *connection, struct error_list *errors);	 /* write: BEGIN IMMEDIATE / BEGIN */
bool store_begin_read(struct connection *connection, struct error_list *errors); /* one snapshot for a request */
bool store_commit(struct connection *connection, struct error_list *errors);	 /* durable when it returns true */
bool store_rollback(struct connection *connection, struct error_list *errors);
bool store_savepoint(struct connection *connection, const char *name, struct error_list *errors);
bool store_release(struct connection *connection, const char *name, struct error_list *errors);
bool store_rollback_to(struct connection *connection, const char *name, struct error_list *errors);

/*
 * Many rows are about to be written (an import): more memory for pages and rarer checkpoints, so that a page that many rows
 * touch is written once. Writer only; without effect on PostgreSQL. False again gives the memory back.
 */
void store_bulk(struct connection *writer, bool bulk);
/* Writes a consistent copy of an SQLite database to path (VACUUM INTO); E_STORE on PostgreSQL. */
bool store_copy(struct connection *connection, const char *path, struct error_list *errors);
/* Integrity check of the database itself; false with the first finding. */
bool store_check(struct connection *connection, struct error_list *errors);
/*
 * What changes with every commit to the database, by whichever process: two equal stamps, and nothing was committed between
 * them. Costs no system call; so what was read from a small store may be kept in memory for as long as its stamp is the
 * same. False where there is no such thing (PostgreSQL). The connection must have read something; after one call by its
 * owner any thread may call it until the connection is closed.
 */
struct store_stamp {
	uint64_t words[6];
};
bool store_stamp_read(struct connection *connection, struct store_stamp *out_stamp);
/* Bytes of the write-ahead log, 0 on PostgreSQL: for the alarm and the checkpointer. */
int64_t store_log_size(const struct store *store);

#endif
