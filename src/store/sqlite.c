/* sqlite.c - the SQLite driver: opening in the one safe shape, running statements, transactions. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "store/sqlite.h"

static void configure(void)
{
	/* The global counters of memory cost a mutex for every allocation: 3.5 times the reads on two threads without. */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_initialize();
}

static void configure_once(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, configure);
}

/* ---- faults ---- */

static enum error_code code_of(int extended)
{
	switch (extended) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return E_DUPLICATE;
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return E_REFERENCE;
	default:
		break;
	}
	switch (extended & 0xff) {
	case SQLITE_FULL:
		return E_FULL;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return E_BUSY;
	default:
		return E_STORE;
	}
}

/* "UNIQUE constraint failed: visit.number" names the field; two columns ("a.b, a.c") name none. */
static struct text path_of(struct arena *arena, struct text message)
{
	size_t colon = text_find(message, TEXT_OF(": ")), comma = text_find_byte(message, ',');
	if (colon == SIZE_MAX || comma != SIZE_MAX)
		return text_empty();
	struct text column = text_slice(message, colon + 2, message.length);
	size_t dot = text_find_byte(column, '.');
	if (dot == SIZE_MAX)
		return text_empty();
	column = text_slice(column, dot + 1, column.length);
	return arena_format(arena, "/%.*s", TEXT_FORMAT(column));
}

bool sqlite_fault(sqlite3 *database, const char *sql, struct error_list *errors)
{
	if (!database)
		return driver_fault(errors, E_STORE, text_empty(), sql, "sqlite: no memory");
	int extended = sqlite3_extended_errcode(database);
	enum error_code code = code_of(extended);
	struct text message = text_from(sqlite3_errmsg(database));
	struct text path = code == E_DUPLICATE ? path_of(errors->arena, message) : text_empty();
	struct text detail = arena_format(errors->arena, "sqlite %d: %.*s", extended, TEXT_FORMAT(message));
	return driver_fault(errors, code, path, sql, detail.data);
}

/* ---- statements ---- */

static sqlite3 *database_of(const struct connection *connection)
{
	return ((struct sqlite_connection *)connection->handle)->database;
}

static void release(struct connection *connection, void *handle)
{
	(void)connection;
	sqlite3_finalize(handle);
}

static sqlite3_stmt *statement_for(struct connection *connection, const char *sql, struct error_list *errors)
{
	struct statement *statement = statement_find(connection, sql);
	if (statement)
		return statement->handle;
	char *translated = driver_translate(STORE_SQLITE, sql);
	sqlite3_stmt *handle = NULL;
	int result = sqlite3_prepare_v3(database_of(connection), translated, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
	free(translated);
	if (result != SQLITE_OK) {
		sqlite_fault(database_of(connection), sql, errors);
		return NULL;
	}
	if (!handle) {
		driver_fault(errors, E_STORE, text_empty(), sql, "empty statement");
		return NULL;
	}
	return statement_add(connection, sql, handle)->handle;
}

static int bind_one(sqlite3_stmt *statement, int index, const struct value *value)
{
	switch (value->kind) {
	case VALUE_ABSENT:
		return sqlite3_bind_null(statement, index);
	case VALUE_UNKNOWN:
		return sqlite3_bind_text(statement, index, "?", 1, SQLITE_STATIC);
	case VALUE_TEXT:
		return sqlite3_bind_text64(statement, index, value->text.data ? value->text.data : "",
			value->text.length, SQLITE_STATIC, SQLITE_UTF8);
	case VALUE_INTEGER:
		return sqlite3_bind_int64(statement, index, value->integer);
	case VALUE_BYTES:
		return sqlite3_bind_blob64(statement, index, value->text.length ? value->text.data : "",
			value->text.length, SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

static bool bind_all(struct connection *connection, sqlite3_stmt *statement, const struct driver_call *call,
	struct error_list *errors)
{
	if (!driver_check_parameters(call->parameters, call->count, call->sql, errors))
		return false;
	if ((size_t)sqlite3_bind_parameter_count(statement) != call->count)
		return driver_fault(errors, E_STORE, text_empty(), call->sql, "wrong number of parameters");
	for (size_t i = 0; i < call->count; i++) {
		if (bind_one(statement, (int)i + 1, &call->parameters[i]) != SQLITE_OK)
			return sqlite_fault(database_of(connection), call->sql, errors);
	}
	return true;
}

static struct value cell_of(sqlite3_stmt *statement, int column)
{
	struct value value = value_absent();
	const void *data;
	switch (sqlite3_column_type(statement, column)) {
	case SQLITE_INTEGER:
		return value_integer(sqlite3_column_int64(statement, column));
	case SQLITE_FLOAT:
		data = sqlite3_column_text(statement, column);
		return driver_number(text_make(data, (size_t)sqlite3_column_bytes(statement, column)));
	case SQLITE_TEXT:
		data = sqlite3_column_text(statement, column);
		value.kind = VALUE_TEXT;
		break;
	case SQLITE_BLOB:
		data = sqlite3_column_blob(statement, column);
		value.kind = VALUE_BYTES;
		break;
	default:
		return value;
	}
	value.text = text_make(data ? data : "", (size_t)sqlite3_column_bytes(statement, column));
	return value;
}

static int step_all(sqlite3_stmt *statement, struct driver_call *call)
{
	struct value cells[CELLS_MAXIMUM];
	int result;
	while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
		if (!call->each)
			continue;
		for (size_t i = 0; i < call->columns; i++)
			cells[i] = cell_of(statement, (int)i);
		if (!call->each(call->state, cells, call->columns))
			return SQLITE_DONE;
	}
	return result;
}

static bool run(struct connection *connection, struct driver_call *call, struct error_list *errors)
{
	/* After a full disk SQLite has rolled back by itself: nothing more may run as if the transaction were open. */
	if (connection->in_transaction && sqlite3_get_autocommit(database_of(connection)))
		return driver_fault(errors, E_STORE, text_empty(), call->sql, "the transaction was rolled back");
	sqlite3_stmt *statement = statement_for(connection, call->sql, errors);
	if (!statement)
		return false;
	if (!bind_all(connection, statement, call, errors))
		return false;
	call->columns = (size_t)sqlite3_column_count(statement);
	if (call->columns > CELLS_MAXIMUM)
		return driver_fault(errors, E_STORE, text_empty(), call->sql, "too many columns");
	bool changes = !sqlite3_stmt_readonly(statement);
	bool good = step_all(statement, call) == SQLITE_DONE;
	if (good && changes)
		call->changed = sqlite3_changes64(database_of(connection));
	else if (!good)
		sqlite_fault(database_of(connection), call->sql, errors);
	/* Parameters are views: they must not stay bound after the call. */
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
	if (good && changes)
		sqlite_checkpoint_when_due(connection);
	return good;
}

static bool run_later(struct connection *connection, const struct driver_call *later, int64_t expected,
	struct error_list *errors)
{
	struct driver_call call = *later;
	if (!run(connection, &call, errors))
		return false;
	return expected == ANY_CHANGES || call.changed == expected ? true : driver_conflict(errors);
}

static bool flush(struct connection *connection, struct error_list *errors)
{
	(void)connection;
	(void)errors;
	return true;
}

static bool script(struct connection *connection, const char *sql, struct error_list *errors)
{
	if (sqlite3_exec(database_of(connection), sql, NULL, NULL, NULL) != SQLITE_OK)
		return sqlite_fault(database_of(connection), sql, errors);
	sqlite_checkpoint_when_due(connection);
	return true;
}

/* ---- transactions ---- */

static bool simple(struct connection *connection, const char *sql, struct error_list *errors)
{
	struct driver_call call = { .sql = sql };
	return run(connection, &call, errors);
}

static bool begin(struct connection *connection, bool write, struct error_list *errors)
{
	return simple(connection, write ? "BEGIN IMMEDIATE" : "BEGIN", errors);
}

static bool commit(struct connection *connection, struct error_list *errors)
{
	if (!simple(connection, "COMMIT", errors))
		return false;
	sqlite_checkpoint_when_due(connection);
	return true;
}

static bool rollback(struct connection *connection, struct error_list *errors)
{
	/* Some faults (full disk, input/output) roll back by themselves. */
	if (sqlite3_get_autocommit(database_of(connection)))
		return true;
	return simple(connection, "ROLLBACK", errors);
}

/* ---- care ---- */

static bool is_alive(const struct connection *connection)
{
	return database_of(connection) != NULL;
}

struct finding {
	struct arena *arena;
	struct text text;
};

static bool keep_finding(void *state, const struct value *cells, size_t columns)
{
	struct finding *finding = state;
	if (columns && !text_equal_string(cells[0].text, "ok"))
		finding->text = arena_copy(finding->arena, cells[0].text);
	return false;
}

static bool check(struct connection *connection, struct error_list *errors)
{
	struct finding finding = { .arena = errors->arena, .text = text_empty() };
	struct driver_call call = { .sql = "PRAGMA integrity_check(1)", .each = keep_finding, .state = &finding };
	if (!run(connection, &call, errors))
		return false;
	if (text_is_empty(finding.text))
		return true;
	return driver_fault(errors, E_STORE, text_empty(), NULL, finding.text.data);
}

static int64_t log_size(const struct store *store)
{
	size_t length = strlen(store->path) + sizeof("-wal");
	char *path = malloc(length);
	int64_t size = 0;
	if (!path)
		abort();
	snprintf(path, length, "%s-wal", store->path);
	if (!file_size(path, &size))
		size = 0;
	free(path);
	return size;
}

/*
 * The head of the wal-index: 48 bytes that each commit writes anew (iChange, mxFrame, salts, checksum), and by which SQLite itself
 * decides whether what it has in memory is still good. Source: sqlite.org/walformat.html, "The WAL-Index Header". A head
 * that is just being written differs from the one before it, too, and its commit has not returned yet.
 */
enum { INDEX_REGION = 32 * 1024 };

static bool stamp(struct connection *connection, struct store_stamp *out_stamp)
{
	struct sqlite_connection *own = connection->handle;
	if (!own->shared) {
		sqlite3_file *file = NULL;
		void volatile *region = NULL;
		if (sqlite3_file_control(own->database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file ||
			!file->pMethods || file->pMethods->iVersion < 2 ||
			file->pMethods->xShmMap(file, 0, INDEX_REGION, 0, &region) != SQLITE_OK || !region)
			return false;
		own->shared = (const void *)(uintptr_t)region;
	}
	const uint64_t *words = own->shared;
	for (size_t i = 0; i < sizeof(out_stamp->words) / sizeof(out_stamp->words[0]); i++)
		out_stamp->words[i] = __atomic_load_n(&words[i], __ATOMIC_ACQUIRE);
	return true;
}

static bool open_store(struct store *store, bool create, struct error_list *errors)
{
	configure_once();
	return sqlite_open_store(store, create, errors);
}

const struct driver driver_sqlite = {
	.open_store = open_store,
	.close_store = sqlite_close_store,
	.open = sqlite_open,
	.close = sqlite_close,
	.is_alive = is_alive,
	.run = run,
	.run_later = run_later,
	.flush = flush,
	.script = script,
	.begin = begin,
	.commit = commit,
	.rollback = rollback,
	.copy = sqlite_copy,
	.check = check,
	.log_size = log_size,
	.bulk = sqlite_bulk,
	.stamp = stamp,
	.release = release,
};
