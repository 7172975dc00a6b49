/* postgres.c - the PostgreSQL driver: connections, prepared statements, transactions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/postgres.h"

/* "custos" in ASCII: one writer a database, among all processes. */
#define LOCK_WRITER "SELECT CASE WHEN pg_try_advisory_lock(109335834783603) THEN 1 ELSE 0 END"

static PGconn *pq(const struct connection *connection)
{
	return ((struct postgres_connection *)connection->handle)->connection;
}

/* ---- faults ---- */

static enum error_code code_of(const char *state)
{
	static const struct {
		const char *state;
		enum error_code code;
	} codes[] = {
		{ "23505", E_DUPLICATE }, /* unique_violation */
		{ "23503", E_REFERENCE }, /* foreign_key_violation */
		{ "53100", E_FULL },	  /* disk_full */
		{ "40001", E_BUSY },	  /* serialization_failure */
		{ "40P01", E_BUSY },	  /* deadlock_detected */
		{ "55P03", E_BUSY },	  /* lock_not_available */
		{ "53300", E_BUSY },	  /* too_many_connections */
		{ "57014", E_BUSY },	  /* query_canceled: a time limit */
	};
	for (size_t i = 0; state && i < sizeof(codes) / sizeof(codes[0]); i++) {
		if (strcmp(state, codes[i].state) == 0)
			return codes[i].code;
	}
	return E_STORE;
}

/* Unique indexes are named <table>_<column>_key (schema.c). */
static struct text path_of(struct arena *arena, const PGresult *result)
{
	struct text table = text_from(PQresultErrorField(result, PG_DIAG_TABLE_NAME));
	struct text key = text_from(PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME));
	if (text_is_empty(table) || !text_starts_with(key, table) || !text_ends_with(key, TEXT_OF("_key")) ||
		key.length < table.length + 6)
		return text_empty();
	struct text column = text_slice(key, table.length + 1, key.length - 4);
	return arena_format(arena, "/%.*s", TEXT_FORMAT(column));
}

bool postgres_fault(struct connection *connection, const PGresult *result, const char *sql, struct error_list *errors)
{
	/* Only the first line of a fault: the detail line holds values. */
	const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
	const char *primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
	if (!primary)
		primary = PQerrorMessage(pq(connection));
	enum error_code code = code_of(state);
	struct text path = code == E_DUPLICATE ? path_of(errors->arena, result) : text_empty();
	struct text message = text_trim(text_from(primary));
	struct text detail = arena_format(errors->arena, "postgresql %s: %.*s", state ? state : "-----",
		TEXT_FORMAT(message));
	return driver_fault(errors, code, path, sql, detail.data);
}

/* ---- statements ---- */

static void release(struct connection *connection, void *handle)
{
	struct postgres_statement *prepared = handle;
	char sql[48];
	/* In a failed transaction or a queue the server would refuse; the statement then stays until the connection ends. */
	PGTransactionStatusType status = PQtransactionStatus(pq(connection));
	if ((status == PQTRANS_IDLE || status == PQTRANS_INTRANS) &&
		PQpipelineStatus(pq(connection)) == PQ_PIPELINE_OFF) {
		snprintf(sql, sizeof(sql), "DEALLOCATE %s", prepared->name);
		PQclear(PQexec(pq(connection), sql));
	}
	free(prepared->parameter_types);
	free(prepared);
}

static bool describe(struct connection *connection, struct postgres_statement *prepared, const char *sql,
	struct error_list *errors)
{
	PGresult *result = PQdescribePrepared(pq(connection), prepared->name);
	if (PQresultStatus(result) != PGRES_COMMAND_OK) {
		postgres_fault(connection, result, sql, errors);
		PQclear(result);
		return false;
	}
	prepared->parameter_count = (size_t)PQnparams(result);
	prepared->parameter_types = calloc(prepared->parameter_count + 1, sizeof(Oid));
	if (!prepared->parameter_types)
		abort();
	for (size_t i = 0; i < prepared->parameter_count; i++)
		prepared->parameter_types[i] = PQparamtype(result, (int)i);
	prepared->result_format = postgres_is_binary(result);
	PQclear(result);
	return true;
}

struct statement *postgres_statement_for(struct connection *connection, const char *sql, struct error_list *errors)
{
	struct statement *statement = statement_find(connection, sql);
	if (statement)
		return statement;
	struct postgres_connection *own = connection->handle;
	struct postgres_statement *prepared = calloc(1, sizeof(*prepared));
	if (!prepared)
		abort();
	snprintf(prepared->name, sizeof(prepared->name), "s%llu", (unsigned long long)++own->names);
	char *translated = driver_translate(STORE_POSTGRES, sql);
	PGresult *result = PQprepare(own->connection, prepared->name, translated, 0, NULL);
	free(translated);
	bool good = PQresultStatus(result) == PGRES_COMMAND_OK ? true :
								  postgres_fault(connection, result, sql, errors);
	PQclear(result);
	if (!good || !describe(connection, prepared, sql, errors)) {
		free(prepared->parameter_types);
		free(prepared);
		return NULL;
	}
	return statement_add(connection, sql, prepared);
}

/* Gives the rows of one result to the caller; false when he has seen enough. */
static bool give_rows(const PGresult *result, struct driver_call *call)
{
	struct value cells[CELLS_MAXIMUM];
	int rows = PQntuples(result);
	call->columns = (size_t)PQnfields(result);
	for (int row = 0; row < rows && call->each; row++) {
		for (int i = 0; i < (int)call->columns; i++)
			cells[i] = postgres_cell(result, row, i);
		if (!call->each(call->state, cells, call->columns))
			return false;
	}
	return true;
}

/* Reads all results, so that the connection is free again; rows after the caller's "enough" are dropped. */
static bool take_results(struct connection *connection, struct driver_call *call, struct error_list *errors)
{
	bool good = true, wants_more = true;
	PGresult *result;
	while ((result = PQgetResult(pq(connection)))) {
		ExecStatusType status = PQresultStatus(result);
		if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_SINGLE_TUPLE)
			good = good && postgres_fault(connection, result, call->sql, errors);
		else if (PQnfields(result) > CELLS_MAXIMUM)
			good = good && driver_fault(errors, E_STORE, text_empty(), call->sql, "too many columns");
		else if (good && wants_more)
			wants_more = give_rows(result, call);
		int64_t changed;
		if (good && text_to_integer(text_from(PQcmdTuples(result)), &changed))
			call->changed = changed;
		PQclear(result);
		if (PQstatus(pq(connection)) != CONNECTION_OK)
			return good && postgres_fault(connection, NULL, call->sql, errors);
	}
	return good;
}

static bool run(struct connection *connection, struct driver_call *call, struct error_list *errors)
{
	if (!postgres_flush(connection, errors) ||
		!driver_check_parameters(call->parameters, call->count, call->sql, errors))
		return false;
	struct statement *statement = postgres_statement_for(connection, call->sql, errors);
	if (!statement)
		return false;
	struct arena *arena = arena_create();
	const struct postgres_statement *prepared = statement->handle;
	struct postgres_parameters parameters;
	bool good = postgres_bind(arena, prepared, call, &parameters, errors);
	if (good && !PQsendQueryPrepared(pq(connection), prepared->name, parameters.count, parameters.values,
		parameters.lengths, parameters.formats, prepared->result_format))
		good = postgres_fault(connection, NULL, call->sql, errors);
	arena_destroy(arena);
	if (!good)
		return false;
	if (call->stream)
		PQsetSingleRowMode(pq(connection));
	size_t before = errors->count;
	if (take_results(connection, call, errors))
		return true;
	/* A plan that no longer fits its table (a migration went past) is made anew the next time. */
	if (errors->count > before && text_find(errors->items[before].detail, TEXT_OF("postgresql 0A000")) == 0)
		statement_drop(connection, statement);
	return false;
}

/* One command without parameters, not prepared. */
static bool simple(struct connection *connection, const char *sql, const char *tag, struct error_list *errors)
{
	PGresult *result = PQexec(pq(connection), sql);
	ExecStatusType status = PQresultStatus(result);
	bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
	if (!good)
		postgres_fault(connection, result, sql, errors);
	else if (tag && strcmp(PQcmdStatus(result), tag) != 0)
		good = driver_fault(errors, E_STORE, text_empty(), sql, "the transaction had failed and was rolled back");
	PQclear(result);
	return good;
}

static bool script(struct connection *connection, const char *sql, struct error_list *errors)
{
	return simple(connection, sql, NULL, errors);
}

/* ---- transactions ---- */

static bool begin(struct connection *connection, bool write, struct error_list *errors)
{
	return simple(connection, write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "BEGIN", errors);
}

static bool commit(struct connection *connection, struct error_list *errors)
{
	/* The server answers COMMIT in a failed transaction with the tag ROLLBACK and no fault. */
	return simple(connection, "COMMIT", "COMMIT", errors);
}

static bool rollback(struct connection *connection, struct error_list *errors)
{
	struct error_list ignored;
	error_list_begin(&ignored, errors->arena);
	postgres_flush(connection, &ignored);
	if (PQtransactionStatus(pq(connection)) == PQTRANS_IDLE)
		return true;
	return simple(connection, "ROLLBACK", NULL, errors);
}

/* ---- connections ---- */

static void no_notice(void *state, const char *message)
{
	(void)state;
	(void)message;
}

/* One value of one row, or an empty text. */
static struct text ask(struct connection *connection, struct arena *arena, const char *sql)
{
	PGresult *result = PQexec(pq(connection), sql);
	struct text text = text_empty();
	if (PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1)
		text = arena_copy(arena, text_from(PQgetvalue(result, 0, 0)));
	PQclear(result);
	return text;
}

static bool check_server(struct connection *connection, struct error_list *errors)
{
	if (PQserverVersion(pq(connection)) < 150000)
		return driver_fault(errors, E_STORE, text_empty(), NULL, "PostgreSQL 15 or newer is needed");
	/* Order and prefix search compare bytes, as SQLite does. */
	struct text order = ask(connection, errors->arena,
		"SELECT CASE WHEN datcollate IN ('C', 'POSIX', 'C.UTF-8', 'C.utf8') AND pg_encoding_to_char(encoding) = "
		"'UTF8' THEN 'good' ELSE 'bad' END FROM pg_database WHERE datname = current_database()");
	if (!text_equal_string(order, "good"))
		return driver_fault(errors, E_STORE, text_empty(), NULL,
			"the database must have encoding UTF8 and locale C or C.UTF-8");
	return true;
}

/* A server gives the lock of a closed connection back only when it notices: ask again for two seconds. */
static bool lock_writer(struct connection *connection, struct error_list *errors)
{
	for (int tries = 0; tries < 40; tries++) {
		if (text_equal_string(ask(connection, errors->arena, LOCK_WRITER), "1"))
			return true;
		ask(connection, errors->arena, "SELECT CAST(pg_sleep(0.05) AS TEXT)");
	}
	return driver_fault(errors, E_BUSY, text_empty(), NULL, "another process is the writer");
}

static bool set_up(struct connection *connection, struct error_list *errors)
{
	if (!simple(connection, "SET TimeZone = 'UTC'; SET standard_conforming_strings = on; SET synchronous_commit = on",
		NULL, errors) ||
		!check_server(connection, errors))
		return false;
	if (!connection->writer)
		return simple(connection, "SET default_transaction_read_only = on", NULL, errors);
	return lock_writer(connection, errors);
}

static bool open_connection(struct connection *connection, struct error_list *errors)
{
	struct postgres_connection *own = calloc(1, sizeof(*own));
	if (!own)
		abort();
	connection->handle = own;
	const char *const names[] = { "dbname", "client_encoding", "fallback_application_name", NULL };
	const char *const values[] = { connection->store->url, "UTF8", "custos", NULL };
	own->connection = PQconnectdbParams(names, values, 1);
	if (!own->connection)
		abort();
	PQsetNoticeProcessor(own->connection, no_notice, NULL);
	if (PQstatus(own->connection) != CONNECTION_OK)
		return postgres_fault(connection, NULL, NULL, errors);
	return set_up(connection, errors);
}

static void close_connection(struct connection *connection)
{
	struct postgres_connection *own = connection->handle;
	if (!own)
		return;
	for (size_t i = 0; i < own->queued; i++)
		free(own->queue[i].sql);
	PQfinish(own->connection);
	free(own);
	connection->handle = NULL;
}

static bool is_alive(const struct connection *connection)
{
	return PQstatus(pq(connection)) == CONNECTION_OK;
}

/* A first connection tells early whether the URL is right and the server fit. */
static bool open_store(struct store *store, bool create, struct error_list *errors)
{
	struct connection first = { .store = store, .driver = store->driver };
	(void)create;
	bool good = open_connection(&first, errors);
	close_connection(&first);
	return good;
}

static void close_store(struct store *store)
{
	(void)store;
}

/* ---- care ---- */

static bool copy(struct connection *connection, const char *path, struct error_list *errors)
{
	(void)connection;
	(void)path;
	return driver_fault(errors, E_STORE, text_empty(), NULL, "PostgreSQL is copied by its own tools (pg_basebackup)");
}

static bool check(struct connection *connection, struct error_list *errors)
{
	struct text faults = ask(connection, errors->arena,
		"SELECT coalesce((SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database()), 0) + "
		"(SELECT count(*) FROM pg_index WHERE NOT indisvalid)");
	if (text_equal_string(faults, "0"))
		return true;
	return driver_fault(errors, E_STORE, text_empty(), NULL, "checksum failures or invalid indexes");
}

static int64_t log_size(const struct store *store)
{
	(void)store;
	return 0;
}

const struct driver driver_postgres = {
	.open_store = open_store,
	.close_store = close_store,
	.open = open_connection,
	.close = close_connection,
	.is_alive = is_alive,
	.run = run,
	.run_later = postgres_run_later,
	.flush = postgres_flush,
	.script = script,
	.begin = begin,
	.commit = commit,
	.rollback = rollback,
	.copy = copy,
	.check = check,
	.log_size = log_size,
	.release = release,
};
