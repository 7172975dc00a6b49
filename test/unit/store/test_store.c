/* test_store.c - connections, statements, transactions and faults, on both databases. */
#include "sample.h"

#define W sample->writer
#define E &sample->errors

static const char *const table = "CREATE TABLE thing (id TEXT NOT NULL PRIMARY KEY, size BIGINT, body @BLOB);"
				 "CREATE UNIQUE INDEX thing_size_key ON thing (size)";

static bool insert(struct sample *sample, const char *id, struct value size)
{
	struct value values[] = { value_string(id), size };
	return store_execute(W, "INSERT INTO thing (id, size) VALUES ($1, $2)", values, 2, NULL, E);
}

static bool insert_later(struct sample *sample, const char *id, int64_t size)
{
	struct value values[] = { value_string(id), value_integer(size) };
	return store_execute_later(W, "INSERT INTO thing (id, size) VALUES ($1, $2)", values, 2, E);
}

static int64_t count(struct sample *sample, struct connection *connection)
{
	struct store_result result;
	GOOD(store_query(connection, sample->arena, "SELECT count(*) FROM thing", NULL, 0, &result, E));
	return store_cell(&result, 0, 0).integer;
}

static void test_values(void **state)
{
	struct sample *sample = *state;
	struct store_result result;
	GOOD(store_script(W, table, E));
	struct value values[] = { value_string("\xd8\xb9 one"), value_integer(INT64_MIN),
		value_bytes(text_make("\0\1\xff", 3)) };
	GOOD(store_execute(W, "INSERT INTO thing (id, size, body) VALUES ($1, $2, $3)", values, 3, NULL, E));
	struct value second[] = { value_string("two"), value_absent(), value_bytes(text_empty()) };
	int64_t changed = 0;
	GOOD(store_execute(W, "INSERT INTO thing (id, size, body) VALUES ($1, $2, $3)", second, 3, &changed, E));
	assert_int_equal(changed, 1);
	GOOD(store_query(W, sample->arena, "SELECT id, size, body, 1 < 2 AND size IS NULL, sum(1) OVER () FROM thing "
		"ORDER BY id DESC", NULL, 0, &result, E));
	assert_int_equal(result.rows, 2);
	assert_int_equal(result.columns, 5);
	assert_true(value_equal(store_cell(&result, 1, 0), second[0]) || value_equal(store_cell(&result, 0, 0), values[0]));
	for (size_t i = 0; i < 3; i++)
		assert_true(value_equal(store_cell(&result, 0, i), values[i]));
	assert_int_equal(store_cell(&result, 1, 1).kind, VALUE_ABSENT);
	assert_int_equal(store_cell(&result, 1, 2).kind, VALUE_BYTES);
	assert_true(value_equal(store_cell(&result, 0, 3), value_integer(0)));
	assert_true(value_equal(store_cell(&result, 1, 3), value_integer(1)));
	assert_true(value_equal(store_cell(&result, 0, 4), value_integer(2)));
	assert_int_equal(store_cell(&result, 5, 0).kind, VALUE_ABSENT);
	/* No rows: the columns are still known. */
	GOOD(store_query(W, sample->arena, "SELECT id, size FROM thing WHERE size = $1", &(struct value){
		.kind = VALUE_INTEGER, .integer = 9 }, 1, &result, E));
	assert_int_equal(result.rows, 0);
	assert_int_equal(result.columns, 2);
	struct value nul = value_text(text_make("a\0b", 3));
	BAD(E_STORE, store_query(W, sample->arena, "SELECT id FROM thing WHERE id = $1", &nul, 1, &result, E));
	BAD(E_STORE, store_query(W, sample->arena, "SELECT id FROM thing WHERE id = $1", NULL, 0, &result, E));
	BAD(E_STORE, store_query(W, sample->arena, "SELECT id FROM nothing", NULL, 0, &result, E));
	assert_true(connection_is_alive(W));
}

/* Parameters are bound by their number, not by where they stand. */
static void test_parameters(void **state)
{
	struct sample *sample = *state;
	struct store_result result;
	struct value values[] = { value_string("one"), value_string("two") };
	GOOD(store_query(W, sample->arena, "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), '$1', CAST($2 AS TEXT) -- $3\n",
		values, 2, &result, E));
	assert_string_equal(store_cell(&result, 0, 0).text.data, "two");
	assert_string_equal(store_cell(&result, 0, 1).text.data, "one");
	assert_string_equal(store_cell(&result, 0, 2).text.data, "$1");
	assert_string_equal(store_cell(&result, 0, 3).text.data, "two");
}

static void test_faults(void **state)
{
	struct sample *sample = *state;
	GOOD(store_script(W, table, E));
	GOOD(insert(sample, "a", value_integer(1)));
	assert_false(insert(sample, "b", value_integer(1)));
	assert_int_equal(sample->errors.items[0].code, E_DUPLICATE);
	assert_string_equal(sample->errors.items[0].path.data, "/size");
	/* Values are nobody's business in a log. */
	assert_int_equal(text_find(sample->errors.items[0].detail, TEXT_OF("=(1)")), SIZE_MAX);
	error_list_begin(E, sample->arena);
	BAD(E_DUPLICATE, insert(sample, "a", value_integer(2)));
	/* The same statement works again after its fault. */
	GOOD(insert(sample, "b", value_integer(2)));
	BAD(E_STORE, store_commit(W, E));
	GOOD(store_rollback(W, E));
	struct connection *second;
	BAD(E_BUSY, store_writer(sample->store, &second, E));
	struct store *again;
	GOOD(store_open(sample->url, false, &again, E));
	BAD(E_BUSY, store_writer(again, &second, E));
	store_close(again);
	BAD(E_STORE, store_open("mysql:x", false, &again, E));
	BAD(E_STORE, store_open("sqlite:/nowhere/at/all.db", false, &again, E));
	BAD(E_STORE, store_open("sqlite::memory:", false, &again, E));
}

static void test_transactions(void **state)
{
	struct sample *sample = *state;
	struct connection *reader;
	GOOD(store_script(W, table, E));
	GOOD(store_reader(sample->store, &reader, E));
	GOOD(store_begin(W, E));
	BAD(E_STORE, store_begin(W, E));
	GOOD(insert(sample, "a", value_integer(1)));
	assert_int_equal(count(sample, reader), 0);
	GOOD(store_begin_read(reader, E));
	assert_int_equal(count(sample, reader), 0);
	GOOD(store_commit(W, E));
	/* One snapshot for the whole transaction. */
	assert_int_equal(count(sample, reader), 0);
	GOOD(store_commit(reader, E));
	assert_int_equal(count(sample, reader), 1);
	GOOD(store_begin(W, E));
	GOOD(insert(sample, "b", value_integer(2)));
	GOOD(store_savepoint(W, "one", E));
	GOOD(insert(sample, "c", value_integer(3)));
	BAD(E_DUPLICATE, insert(sample, "d", value_integer(3)));
	GOOD(store_rollback_to(W, "one", E));
	GOOD(store_release(W, "one", E));
	GOOD(store_savepoint(W, "two", E));
	GOOD(insert(sample, "e", value_integer(5)));
	GOOD(store_release(W, "two", E));
	BAD(E_STORE, store_savepoint(W, "x; DROP TABLE thing", E));
	GOOD(store_commit(W, E));
	assert_int_equal(count(sample, W), 3);
	GOOD(store_begin(W, E));
	GOOD(insert(sample, "f", value_integer(6)));
	GOOD(store_rollback(W, E));
	assert_int_equal(count(sample, W), 3);
	connection_close(reader);
}

/* A failed statement spoils the whole transaction: commit may not say "done". */
static void test_failed_commit(void **state)
{
	struct sample *sample = *state;
	GOOD(store_script(W, table, E));
	GOOD(insert(sample, "a", value_integer(1)));
	GOOD(store_begin(W, E));
	GOOD(insert(sample, "b", value_integer(2)));
	BAD(E_DUPLICATE, insert(sample, "c", value_integer(1)));
	BAD(E_STORE, insert(sample, "d", value_integer(4)));
	BAD(E_STORE, store_commit(W, E));
	GOOD(store_rollback(W, E));
	assert_int_equal(count(sample, W), 1);
	GOOD(insert(sample, "b", value_integer(2)));
}

static void test_later(void **state)
{
	struct sample *sample = *state;
	GOOD(store_script(W, table, E));
	GOOD(store_begin(W, E));
	for (int i = 0; i < 2000; i++)
		GOOD(insert_later(sample, arena_format(sample->arena, "r%d", i).data, i));
	/* A query sees what was queued before it. */
	assert_int_equal(count(sample, W), 2000);
	GOOD(store_commit(W, E));
	assert_int_equal(count(sample, W), 2000);
	GOOD(store_flush(W, E));
	/* The first fault of the lot is told, at the latest by flush; the savepoint takes all of it back. */
	GOOD(store_begin(W, E));
	GOOD(store_savepoint(W, "lot", E));
	bool good = insert_later(sample, "x", 5000) && insert_later(sample, "y", 3) && insert_later(sample, "r1", 6000);
	good = good && store_release(W, "lot", E);
	assert_false(good);
	assert_int_equal(sample->errors.count, 1);
	assert_int_equal(sample->errors.items[0].code, E_DUPLICATE);
	assert_string_equal(sample->errors.items[0].path.data, "/size");
	error_list_begin(E, sample->arena);
	GOOD(store_rollback_to(W, "lot", E));
	GOOD(insert_later(sample, "z", 7000));
	GOOD(store_commit(W, E));
	assert_int_equal(count(sample, W), 2001);
	GOOD(insert_later(sample, "last", 8000));
	GOOD(store_flush(W, E));
	GOOD(store_flush(W, E));
	assert_int_equal(count(sample, W), 2002);
}

struct counting {
	struct sample *sample;
	int rows, stop_at;
};

static bool each(void *state, const struct value *cells, size_t columns)
{
	struct counting *counting = state;
	struct sample *sample = counting->sample;
	struct store_result result;
	assert_int_equal(columns, 2);
	assert_int_equal(cells[1].integer, counting->rows);
	if (counting->rows == 1)
		BAD(E_STORE, store_query(W, sample->arena, "SELECT 1", NULL, 0, &result, E));
	return ++counting->rows != counting->stop_at;
}

static void test_each(void **state)
{
	struct sample *sample = *state;
	GOOD(store_script(W, table, E));
	GOOD(store_begin(W, E));
	for (int i = 0; i < 1000; i++)
		GOOD(insert_later(sample, arena_format(sample->arena, "r%d", i).data, i));
	struct counting all = { sample, 0, 0 }, some = { sample, 0, 10 };
	GOOD(store_each(W, "SELECT id, size FROM thing ORDER BY size NULLS LAST", NULL, 0, each, &all, E));
	assert_int_equal(all.rows, 1000);
	GOOD(store_each(W, "SELECT id, size FROM thing ORDER BY size NULLS LAST", NULL, 0, each, &some, E));
	assert_int_equal(some.rows, 10);
	assert_int_equal(count(sample, W), 1000);
	GOOD(store_commit(W, E));
}

static void test_readers_never_write(void **state)
{
	struct sample *sample = *state;
	struct connection *reader;
	GOOD(store_script(W, table, E));
	GOOD(insert(sample, "a", value_integer(1)));
	GOOD(store_reader(sample->store, &reader, E));
	static const char *const attempts[] = { "INSERT INTO thing (id) VALUES ('x')", "UPDATE thing SET size = 9",
		"DELETE FROM thing", "CREATE TABLE other (id TEXT)", "DROP TABLE thing" };
	for (size_t i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++)
		BAD(E_STORE, store_execute(reader, attempts[i], NULL, 0, NULL, E));
	if (!sample_is_postgres) {
		BAD(E_STORE, store_execute(reader, "PRAGMA query_only=OFF", NULL, 0, NULL, E));
		BAD(E_STORE, store_execute(reader, "ATTACH '/tmp/x.db' AS x", NULL, 0, NULL, E));
		BAD(E_STORE, store_script(reader, "DELETE FROM thing", E));
	}
	assert_int_equal(count(sample, reader), 1);
	connection_close(reader);
}

/* More texts than the cache holds, twice over; and one address with changing texts. */
static void test_cache(void **state)
{
	struct sample *sample = *state;
	struct store_result result;
	char sql[64];
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 400; i++) {
			snprintf(sql, sizeof(sql), "SELECT CAST(%d AS BIGINT)", i);
			GOOD(store_query(W, sample->arena, sql, NULL, 0, &result, E));
			assert_int_equal(store_cell(&result, 0, 0).integer, i);
		}
	}
}

static void test_name(void **state)
{
	struct sample *sample = *state;
	assert_string_equal(store_name(sample->store), sample->url);
	assert_int_equal(store_backend(sample->store), sample_is_postgres ? STORE_POSTGRES : STORE_SQLITE);
	assert_int_equal(connection_backend(W), store_backend(sample->store));
	if (!sample_is_postgres)
		return;
	struct store *store;
	char url[700];
	snprintf(url, sizeof(url), "%s&password=secret&connect_timeout=5", sample->url);
	GOOD(store_open(url, false, &store, E));
	assert_null(strstr(store_name(store), "secret"));
	assert_non_null(strstr(store_name(store), "&connect_timeout=5"));
	store_close(store);
}

static void test_copy_and_check(void **state)
{
	struct sample *sample = *state;
	struct connection *reader;
	GOOD(store_script(W, table, E));
	GOOD(insert(sample, "a", value_integer(1)));
	GOOD(store_reader(sample->store, &reader, E));
	GOOD(store_check(W, E));
	GOOD(store_check(reader, E));
	char *path = file_path(sample->arena, sample->folder, "copy.db");
	if (sample_is_postgres) {
		BAD(E_STORE, store_copy(reader, path, E));
		assert_int_equal(store_log_size(sample->store), 0);
	} else {
		struct store *copy;
		assert_true(store_log_size(sample->store) > 0);
		GOOD(store_copy(reader, path, E));
		BAD(E_STORE, store_copy(reader, path, E));
		GOOD(store_open(arena_format(sample->arena, "sqlite:%s", path).data, false, &copy, E));
		struct connection *copy_reader;
		GOOD(store_reader(copy, &copy_reader, E));
		assert_int_equal(count(sample, copy_reader), 1);
		connection_close(copy_reader);
		store_close(copy);
	}
	connection_close(reader);
}

/* The log does not grow for ever, also while a reader holds a snapshot now and then. */
static void test_checkpoint(void **state)
{
	struct sample *sample = *state;
	if (sample_is_postgres)
		return;
	GOOD(store_script(W, table, E));
	char *body = arena_allocate(sample->arena, 100000);
	memset(body, 'x', 100000);
	for (int i = 0; i < 400; i++) {
		struct value values[] = { value_string("a"), value_bytes(text_make(body, 100000)) };
		GOOD(store_execute(W, "INSERT INTO thing (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = "
			"excluded.body", values, 2, NULL, E));
	}
	/* 40 MB were written; the log is kept at about 2,000 pages. */
	assert_true(store_log_size(sample->store) < 12000000);
}

/* The server goes away in the middle: the connection says so, and a new one works. */
static bool same_stamp(struct connection *connection, struct store_stamp *stamp)
{
	struct store_stamp now = { { 0 } };
	assert_true(store_stamp_read(connection, &now));
	bool same = memcmp(stamp, &now, sizeof now) == 0;
	*stamp = now;
	return same;
}

/* A reader's stamp moves with every commit of the writer, and only then. */
static void test_stamp(void **state)
{
	struct sample *sample = *state;
	struct connection *reader;
	struct store_stamp stamp = { { 0 } };
	struct store_result result;
	GOOD(store_reader(sample->store, &reader, E));
	GOOD(store_query(reader, sample->arena, "SELECT count(*) FROM branch", NULL, 0, &result, E));
	if (sample_is_postgres) {
		assert_false(store_stamp_read(reader, &stamp));
		connection_close(reader);
		return;
	}
	sample_branch(sample, "S0");
	same_stamp(reader, &stamp);
	assert_true(same_stamp(reader, &stamp));
	for (int i = 0; i < 3; i++) {
		GOOD(store_begin(W, E));
		GOOD(store_execute(W, i == 1 ? "UPDATE branch SET title = 'b'" : "UPDATE branch SET title = 'a'", NULL, 0, NULL, E));
		assert_true(same_stamp(reader, &stamp));
		if (i == 2)
			GOOD(store_rollback(W, E));
		else
			GOOD(store_commit(W, E));
		assert_int_equal(same_stamp(reader, &stamp), i == 2);
		sample_branch(sample, i == 0 ? "S1" : i == 1 ? "S2" : "S3");
		assert_false(same_stamp(reader, &stamp));
	}
	connection_close(reader);
}

static void test_lost_server(void **state)
{
	struct sample *sample = *state;
	struct connection *reader, *killer;
	struct store_result result;
	if (!sample_is_postgres)
		return;
	GOOD(store_script(W, table, E));
	GOOD(store_reader(sample->store, &reader, E));
	GOOD(store_reader(sample->store, &killer, E));
	GOOD(store_query(reader, sample->arena, "SELECT pg_backend_pid()", NULL, 0, &result, E));
	struct value backend = store_cell(&result, 0, 0);
	GOOD(store_query(killer, sample->arena, "SELECT pg_terminate_backend($1)", &backend, 1, &result, E));
	assert_true(connection_is_alive(killer));
	for (int i = 0; i < 100 && store_query(reader, sample->arena, "SELECT 1", NULL, 0, &result, E); i++)
		usleep(10000);
	assert_true(error_list_has(E, E_STORE));
	assert_false(connection_is_alive(reader));
	error_list_begin(E, sample->arena);
	BAD(E_STORE, store_begin(reader, E));
	connection_close(reader);
	/* The same with a queue that is not answered. */
	GOOD(store_query(W, sample->arena, "SELECT pg_backend_pid()", NULL, 0, &result, E));
	backend = store_cell(&result, 0, 0);
	GOOD(store_begin(W, E));
	GOOD(insert_later(sample, "a", 1));
	GOOD(insert_later(sample, "b", 2));
	GOOD(store_query(killer, sample->arena, "SELECT pg_terminate_backend($1)", &backend, 1, &result, E));
	usleep(50000);
	assert_false(insert_later(sample, "c", 3) && store_flush(W, E));
	assert_true(error_list_has(E, E_STORE));
	assert_false(connection_is_alive(W));
	connection_close(W);
	error_list_begin(E, sample->arena);
	GOOD(store_writer(sample->store, &W, E));
	assert_int_equal(count(sample, W), 0);
	connection_close(killer);
}

int main(void)
{
	const struct CMUnitTest tests[] = { SAMPLE_TEST(test_values), SAMPLE_TEST(test_parameters), SAMPLE_TEST(test_faults),
		SAMPLE_TEST(test_transactions), SAMPLE_TEST(test_failed_commit), SAMPLE_TEST(test_later),
		SAMPLE_TEST(test_each), SAMPLE_TEST(test_readers_never_write), SAMPLE_TEST(test_cache),
		SAMPLE_TEST(test_name), SAMPLE_TEST(test_copy_and_check), SAMPLE_TEST(test_checkpoint), SAMPLE_TEST(test_stamp), SAMPLE_TEST(test_lost_server) };
	SAMPLE_RUN("store/store", tests);
}
