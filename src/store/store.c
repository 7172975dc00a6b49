/* store.c - stores, connections and transactions, in front of the two drivers. */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "store/driver.h"
#include "store/shape.h"

/* ---- store ---- */

static char *copy_string(struct text text)
{
	char *copy = malloc(text.length + 1);
	if (!copy)
		abort();
	memcpy(copy, text.data, text.length);
	copy[text.length] = '\0';
	return copy;
}

/* Takes "password=..." and "sslpassword=..." out of the query part, in place. */
static void hide_parameter(char *name)
{
	char *at = strchr(name, '?');
	while (at) {
		char *next = strchr(at + 1, '&');
		if (strncmp(at + 1, "password=", 9) == 0 || strncmp(at + 1, "sslpassword=", 12) == 0) {
			size_t rest = next ? strlen(next + 1) + 1 : 0;
			if (next)
				memmove(at + 1, next + 1, rest);
			else
				*at = '\0';
			next = next ? at : NULL;
		}
		at = next;
	}
}

/* The URL without "user:PASSWORD@" and password=. */
static char *name_of(const char *url)
{
	char *name = copy_string(text_from(url));
	char *from = strstr(name, "://");
	if (!from)
		return name;
	from += 3;
	/* A password may hold an unescaped '@' or '/': everything up to the last '@' before the query is not shown. */
	char *query = strchr(from, '?'), *at = NULL;
	for (char *c = from; *c && c != query; c++) {
		if (*c == '@')
			at = c;
	}
	char *colon = at ? memchr(from, ':', (size_t)(at - from)) : NULL;
	if (colon)
		memmove(colon, at, strlen(at) + 1);
	hide_parameter(name);
	return name;
}

static const char *default_vfs;

void store_use_vfs(const char *name)
{
	default_vfs = name;
}

bool store_open(const char *url, bool create, struct store **out_store, struct error_list *errors)
{
	struct text text = text_from(url);
	bool sqlite = text_starts_with(text, TEXT_OF("sqlite:"));
	if (!sqlite && !text_starts_with(text, TEXT_OF("postgresql://")) &&
		!text_starts_with(text, TEXT_OF("postgres://")))
		return driver_fault(errors, E_STORE, text_empty(), NULL,
			"the database URL must begin with sqlite:, postgresql:// or postgres://");
	struct store *store = calloc(1, sizeof(*store));
	if (!store)
		abort();
	store->backend = sqlite ? STORE_SQLITE : STORE_POSTGRES;
	store->driver = sqlite ? &driver_sqlite : &driver_postgres;
	store->url = copy_string(text);
	store->name = name_of(url);
	store->path = sqlite ? store->url + strlen("sqlite:") : NULL;
	store->vfs = default_vfs;
	if (!store->driver->open_store(store, create, errors)) {
		store_close(store);
		return false;
	}
	*out_store = store;
	return true;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	store->driver->close_store(store);
	free(store->url);
	free(store->name);
	free(store);
}

enum store_backend store_backend(const struct store *store)
{
	return store->backend;
}

const char *store_name(const struct store *store)
{
	return store->name;
}

bool store_stamp_read(struct connection *connection, struct store_stamp *out_stamp)
{
	return connection->driver->stamp != NULL && connection->driver->stamp(connection, out_stamp);
}

void store_bulk(struct connection *writer, bool bulk)
{
	if (writer->driver->bulk)
		writer->driver->bulk(writer, bulk);
}

int64_t store_log_size(const struct store *store)
{
	return store->driver->log_size(store);
}

/* ---- connection ---- */

static bool connection_open(struct store *store, bool writer, bool shared, struct connection **out_connection,
	struct error_list *errors)
{
	struct connection *connection = calloc(1, sizeof(*connection));
	if (!connection)
		abort();
	connection->store = store;
	connection->driver = store->driver;
	connection->writer = writer;
	connection->shared = shared;
	if (!store->driver->open(connection, errors)) {
		store->driver->close(connection);
		free(connection);
		return false;
	}
	*out_connection = connection;
	return true;
}

static bool writer_open(struct store *store, bool shared, struct connection **out_connection, struct error_list *errors)
{
	if (atomic_exchange(&store->has_writer, true))
		return driver_fault(errors, E_BUSY, text_empty(), NULL, "the writer is already handed out");
	if (connection_open(store, true, shared, out_connection, errors))
		return true;
	atomic_store(&store->has_writer, false);
	return false;
}

bool store_writer(struct store *store, struct connection **out_connection, struct error_list *errors)
{
	return writer_open(store, false, out_connection, errors);
}

bool store_shared_writer(struct store *store, struct connection **out_connection, struct error_list *errors)
{
	return writer_open(store, true, out_connection, errors);
}

bool store_reader(struct store *store, struct connection **out_connection, struct error_list *errors)
{
	return connection_open(store, false, false, out_connection, errors);
}

void connection_close(struct connection *connection)
{
	if (!connection)
		return;
	statement_drop_all(connection);
	shape_drop_all(connection);
	connection->driver->close(connection);
	if (connection->writer)
		atomic_store(&connection->store->has_writer, false);
	free(connection);
}

enum store_backend connection_backend(const struct connection *connection)
{
	return connection->store->backend;
}

bool connection_is_alive(const struct connection *connection)
{
	return connection->driver->is_alive(connection);
}

/* ---- statements ---- */

static bool is_free(const struct connection *connection, const char *sql, struct error_list *errors)
{
	if (connection->streaming)
		return driver_fault(errors, E_STORE, text_empty(), sql, "connection used while its rows are streamed");
	return true;
}

/*
 * PostgreSQL gives a transaction up after any fault; SQLite would go on and commit the rest. Both are held to the first:
 * after a fault only a rollback, whole or to a savepoint, is possible.
 */
static bool is_open(const struct connection *connection, const char *sql, struct error_list *errors)
{
	if (!is_free(connection, sql, errors))
		return false;
	if (connection->failed)
		return driver_fault(errors, E_STORE, text_empty(), sql, "the transaction has failed");
	return true;
}

static bool outcome(struct connection *connection, bool good)
{
	if (!good && connection->in_transaction)
		connection->failed = true;
	return good;
}

bool driver_run(struct connection *connection, struct driver_call *call, struct error_list *errors)
{
	return is_open(connection, call->sql, errors) &&
		outcome(connection, connection->driver->run(connection, call, errors));
}

struct value store_cell(const struct store_result *result, size_t row, size_t column)
{
	if (row >= result->rows || column >= result->columns)
		return value_absent();
	return result->values[row * result->columns + column];
}

struct collector {
	struct arena *arena;
	struct value *values;
	size_t rows, capacity;
};

static bool collect(void *state, const struct value *cells, size_t columns)
{
	struct collector *collector = state;
	if ((collector->rows + 1) * columns > collector->capacity) {
		size_t capacity = collector->capacity ? collector->capacity * 2 : columns * 4;
		struct value *more = ARENA_ARRAY(collector->arena, struct value, capacity);
		if (collector->rows)
			memcpy(more, collector->values, collector->rows * columns * sizeof(struct value));
		collector->values = more;
		collector->capacity = capacity;
	}
	struct value *row = collector->values + collector->rows * columns;
	for (size_t i = 0; i < columns; i++) {
		row[i] = cells[i];
		if (cells[i].kind == VALUE_TEXT || cells[i].kind == VALUE_BYTES)
			row[i].text = arena_copy(collector->arena, cells[i].text);
	}
	collector->rows++;
	return true;
}

bool store_query(struct connection *connection, struct arena *arena, const char *sql, const struct value *parameters,
	size_t count, struct store_result *out_result, struct error_list *errors)
{
	struct collector collector = { .arena = arena };
	struct driver_call call = { .sql = sql, .parameters = parameters, .count = count, .each = collect,
		.state = &collector };
	if (!driver_run(connection, &call, errors))
		return false;
	*out_result = (struct store_result){ .values = collector.values, .rows = collector.rows,
		.columns = call.columns };
	return true;
}

bool store_each(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	bool (*each)(void *state, const struct value *cells, size_t columns), void *state, struct error_list *errors)
{
	struct driver_call call = { .sql = sql, .parameters = parameters, .count = count, .each = each, .state = state,
		.stream = true };
	if (!is_open(connection, sql, errors))
		return false;
	connection->streaming = true;
	bool good = connection->driver->run(connection, &call, errors);
	connection->streaming = false;
	return outcome(connection, good);
}

bool store_execute(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	int64_t *out_changed, struct error_list *errors)
{
	struct driver_call call = { .sql = sql, .parameters = parameters, .count = count };
	if (!driver_run(connection, &call, errors))
		return false;
	if (out_changed)
		*out_changed = call.changed;
	return true;
}

bool driver_execute_later(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	int64_t expected, struct error_list *errors)
{
	struct driver_call call = { .sql = sql, .parameters = parameters, .count = count };
	return is_open(connection, sql, errors) &&
		outcome(connection, connection->driver->run_later(connection, &call, expected, errors));
}

bool store_execute_later(struct connection *connection, const char *sql, const struct value *parameters, size_t count,
	struct error_list *errors)
{
	return driver_execute_later(connection, sql, parameters, count, ANY_CHANGES, errors);
}

bool store_flush(struct connection *connection, struct error_list *errors)
{
	return is_open(connection, NULL, errors) && outcome(connection, connection->driver->flush(connection, errors));
}

bool store_script(struct connection *connection, const char *sql, struct error_list *errors)
{
	if (!is_open(connection, sql, errors) || !outcome(connection, connection->driver->flush(connection, errors)))
		return false;
	/* Plans of the old tables must not be met again. */
	statement_drop_all(connection);
	char *translated = driver_translate(connection->store->backend, sql);
	bool good = connection->driver->script(connection, translated, errors);
	free(translated);
	return outcome(connection, good);
}

/* ---- transactions ---- */

static bool begin(struct connection *connection, bool write, struct error_list *errors)
{
	if (!is_free(connection, "BEGIN", errors))
		return false;
	if (connection->in_transaction)
		return driver_fault(errors, E_STORE, text_empty(), "BEGIN", "a transaction is already open");
	if (!connection->driver->flush(connection, errors) || !connection->driver->begin(connection, write, errors))
		return false;
	connection->in_transaction = true;
	return true;
}

bool store_begin(struct connection *connection, struct error_list *errors)
{
	return begin(connection, true, errors);
}

bool store_begin_read(struct connection *connection, struct error_list *errors)
{
	return begin(connection, false, errors);
}

bool store_commit(struct connection *connection, struct error_list *errors)
{
	if (!is_open(connection, "COMMIT", errors))
		return false;
	if (!connection->in_transaction)
		return driver_fault(errors, E_STORE, text_empty(), "COMMIT", "no transaction is open");
	if (!outcome(connection, connection->driver->flush(connection, errors)) ||
		!outcome(connection, connection->driver->commit(connection, errors)))
		return false;
	connection->in_transaction = false;
	return true;
}

bool store_rollback(struct connection *connection, struct error_list *errors)
{
	if (!is_free(connection, "ROLLBACK", errors))
		return false;
	connection->in_transaction = connection->failed = false;
	return connection->driver->rollback(connection, errors);
}

/* Names are literals of the program; letters, digits and underscores only, so that they can stand in the text. */
static bool savepoint_run(struct connection *connection, const char *verb, const char *name, bool later,
	struct error_list *errors)
{
	char sql[96];
	size_t verb_length = strlen(verb), length = strlen(name);
	bool good = length > 0 && verb_length + length < sizeof(sql);
	for (size_t i = 0; i < length; i++) {
		char c = name[i];
		good = good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
	}
	if (!good)
		return driver_fault(errors, E_STORE, text_empty(), verb, "bad name of a savepoint");
	memcpy(sql, verb, verb_length);
	memcpy(sql + verb_length, name, length + 1);
	if (later)
		return store_execute_later(connection, sql, NULL, 0, errors);
	return store_execute(connection, sql, NULL, 0, NULL, errors);
}

bool store_savepoint(struct connection *connection, const char *name, struct error_list *errors)
{
	return savepoint_run(connection, "SAVEPOINT ", name, true, errors);
}

bool store_release(struct connection *connection, const char *name, struct error_list *errors)
{
	return savepoint_run(connection, "RELEASE SAVEPOINT ", name, false, errors);
}

bool store_rollback_to(struct connection *connection, const char *name, struct error_list *errors)
{
	/* Faults of queued statements belong to what is being rolled back; the caller knows of them or gives them up. */
	struct error_list ignored;
	error_list_begin(&ignored, errors->arena);
	if (!is_free(connection, "ROLLBACK TO", errors))
		return false;
	connection->driver->flush(connection, &ignored);
	connection->failed = false;
	return savepoint_run(connection, "ROLLBACK TO SAVEPOINT ", name, false, errors);
}

/* ---- care of the database ---- */

bool store_copy(struct connection *connection, const char *path, struct error_list *errors)
{
	return is_free(connection, "VACUUM INTO", errors) && connection->driver->copy(connection, path, errors);
}

bool store_check(struct connection *connection, struct error_list *errors)
{
	return store_flush(connection, errors) && connection->driver->check(connection, errors);
}
