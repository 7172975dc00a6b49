/*
 * driver.h - inside of store: what a database driver does, the connection both share, and the cache of statements.
 *
 * A driver prepares a statement once per connection and text and keeps it in the connection's cache; store.c speaks to
 * drivers only through struct driver. Cells given to a callback are views that are good during that call only. While rows
 * are streamed (store_each) the connection is busy: using it again from the callback is refused, on both databases.
 */
#ifndef CUSTOS_STORE_DRIVER_H
#define CUSTOS_STORE_DRIVER_H

#include "store/store.h"

enum { CELLS_MAXIMUM = 128, STATEMENTS_MAXIMUM = 256, SHAPES_MAXIMUM = 256 };

struct driver;

struct store {
	enum store_backend backend;
	const struct driver *driver;
	char *url, *name;
	const char *path;	 /* SQLite: file, inside of url */
	const char *vfs;	 /* SQLite: NULL is the system's */
	void *keeper;		 /* SQLite: connection held so that the log's files stay while the store is open */
	_Atomic bool has_writer; /* the writer is handed out */
};

/* One prepared statement. The cache owns text; the driver owns handle and the two type arrays. */
struct statement {
	char *text;
	size_t length;
	uint64_t hash, used; /* used: tick of the last use */
	void *handle;	     /* sqlite3_stmt, or a postgres_statement */
};

struct statement_cache {
	struct statement *statements[STATEMENTS_MAXIMUM];
	size_t count;
	uint64_t tick;
	/* By address of the caller's text: a guess that is confirmed by comparing the texts. */
	struct {
		const char *address;
		struct statement *statement;
	} recent[STATEMENTS_MAXIMUM];
};

/* SQL texts made from tables, by (record, shape); see shape.h. */
struct shape {
	uint64_t hash;
	size_t key_size;
	unsigned char *key;
	char *sql;
};

struct connection {
	struct store *store;
	const struct driver *driver;
	bool writer;
	bool shared; /* a writer beside another process that is the writer: never checkpoints (SQLite) */
	bool streaming;	     /* inside store_each */
	bool in_transaction; /* between store_begin and its end */
	bool failed;	     /* a statement of the transaction failed: nothing but rolling back is left */
	void *handle;	     /* sqlite_connection or postgres_connection */
	struct statement_cache cache;
	struct shape shapes[SHAPES_MAXIMUM];
	size_t shape_count;
};

/* One run of a statement. */
struct driver_call {
	const char *sql;
	const struct value *parameters;
	size_t count;
	bool (*each)(void *state, const struct value *cells, size_t columns); /* NULL: rows are not wanted */
	void *state;
	bool stream;	 /* do not hold the rows */
	int64_t changed; /* out: rows changed */
	size_t columns;	 /* out */
};

enum { ANY_CHANGES = -1 };

struct driver {
	bool (*open_store)(struct store *store, bool create, struct error_list *errors);
	void (*close_store)(struct store *store);
	bool (*open)(struct connection *connection, struct error_list *errors);
	void (*close)(struct connection *connection);
	bool (*is_alive)(const struct connection *connection);
	bool (*run)(struct connection *connection, struct driver_call *call, struct error_list *errors);
	/* expected: rows that must have changed, else E_CONFLICT; or ANY_CHANGES. */
	bool (*run_later)(struct connection *connection, const struct driver_call *call, int64_t expected,
		struct error_list *errors);
	bool (*flush)(struct connection *connection, struct error_list *errors);
	bool (*script)(struct connection *connection, const char *sql, struct error_list *errors);
	bool (*begin)(struct connection *connection, bool write, struct error_list *errors);
	bool (*commit)(struct connection *connection, struct error_list *errors);
	bool (*rollback)(struct connection *connection, struct error_list *errors);
	bool (*copy)(struct connection *connection, const char *path, struct error_list *errors);
	bool (*check)(struct connection *connection, struct error_list *errors);
	int64_t (*log_size)(const struct store *store);
	void (*bulk)(struct connection *connection, bool bulk);			     /* NULL: nothing to do */
	bool (*stamp)(struct connection *connection, struct store_stamp *out_stamp); /* NULL: there is none */
	void (*release)(struct connection *connection, void *handle); /* of a statement leaving the cache */
};

extern const struct driver driver_sqlite, driver_postgres;

/* Refused while rows are streamed; else the driver's run. */
bool driver_run(struct connection *connection, struct driver_call *call, struct error_list *errors);
/* store_execute_later() that also says how many rows must change. */
bool driver_execute_later(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	int64_t expected, struct error_list *errors);
/* The write did not find the version it was made for. */
bool driver_conflict(struct error_list *errors);
/* One error of the store; always false. detail goes to the log only and never holds values. */
bool driver_fault(struct error_list *errors, enum error_code code, struct text path, const char *sql,
	const char *detail);
/* False and E_STORE when a parameter is a text with a NUL inside, which PostgreSQL cannot hold. */
bool driver_check_parameters(const struct value *parameters, size_t count, const char *sql, struct error_list *errors);
/* A number as text: INTEGER when it is a whole one of 64 bits, else the TEXT (a view). */
struct value driver_number(struct text text);

/* SQL as the backend wants it: $n as ?n and @BLOB as BLOB or BYTEA, outside of quotes and comments. Caller frees. */
char *driver_translate(enum store_backend backend, const char *sql);

/* The statement for the text, or NULL. */
struct statement *statement_find(struct connection *connection, const char *sql);
/* Adds it, dropping the one unused for longest when the cache is full. */
struct statement *statement_add(struct connection *connection, const char *sql, void *handle);
void statement_drop(struct connection *connection, struct statement *statement);
void statement_drop_all(struct connection *connection);

#endif
