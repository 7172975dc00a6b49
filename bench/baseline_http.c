/*
 * baseline_http.c - what Custos is measured against when it reads one person: libmicrohttpd, one point read in SQLite, JSON.
 *
 *	baseline_http PORT DATABASE TABLE [THREADS]     GET /<id> answers the row of TABLE with that id
 *
 * No session, no permission, no redaction, no log of the read. The same database file, the same columns, the same JSON writer, the same
 * number of threads and the same SQLite settings as Custos; each thread has its own connection and prepared statement.
 */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/json.h"

static const char *database_path, *query_text;
static _Thread_local sqlite3 *database;
static _Thread_local sqlite3_stmt *query;
static _Thread_local struct arena *arena;

static bool thread_begin(void)
{
	if (query)
		return true;
	arena = arena_create();
	return sqlite3_open_v2(database_path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
		sqlite3_exec(database, "PRAGMA wal_autocheckpoint=0; PRAGMA mmap_size=0; PRAGMA cache_size=-16000", NULL, NULL, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(database, query_text, -1, &query, NULL) == SQLITE_OK;
}

static struct text row_json(void)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	for (int i = 0; i < sqlite3_column_count(query); i++) {
		json_name(&json, sqlite3_column_name(query, i));
		switch (sqlite3_column_type(query, i)) {
		case SQLITE_NULL: json_null(&json); break;
		case SQLITE_INTEGER: json_integer(&json, sqlite3_column_int64(query, i)); break;
		default: json_string(&json, text_make((const char *)sqlite3_column_text(query, i), (size_t)sqlite3_column_bytes(query, i)));
		}
	}
	json_object_end(&json);
	return json_finish(&json);
}

static enum MHD_Result answer(void *state, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
	const char *upload, size_t *upload_size, void **per_request)
{
	static int seen;
	(void)state, (void)method, (void)version, (void)upload, (void)upload_size;
	if (*per_request == NULL) {
		*per_request = &seen;
		return MHD_YES;
	}
	if (!thread_begin())
		return MHD_NO;
	sqlite3_bind_text(query, 1, url + 1, -1, SQLITE_STATIC);
	unsigned status = sqlite3_step(query) == SQLITE_ROW ? 200 : 404;
	struct text body = status == 200 ? row_json() : TEXT_OF("{}");
	struct MHD_Response *response = MHD_create_response_from_buffer(body.length, (void *)(uintptr_t)body.data, MHD_RESPMEM_MUST_COPY);
	MHD_add_response_header(response, "Content-Type", "application/json");
	enum MHD_Result result = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	sqlite3_reset(query);
	arena_reset(arena);
	return result;
}

int main(int count, char **words)
{
	if (count < 4) {
		fprintf(stderr, "usage: baseline_http PORT DATABASE TABLE [THREADS]\n");
		return 2;
	}
	struct arena *forever = arena_create();
	int64_t port = 0, threads = 4;
	text_to_integer(text_from(words[1]), &port);
	if (count > 4)
		text_to_integer(text_from(words[4]), &threads);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	database_path = words[2];
	/* The table's name comes from the person at the command line of a measurement. */
	query_text = arena_format(forever, "SELECT * FROM \"%s\" WHERE id = ?1", words[3]).data;
	struct sockaddr_in place = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, NULL,
		MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&place, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)threads, MHD_OPTION_END);
	if (!daemon || !thread_begin()) {
		fprintf(stderr, "baseline_http: cannot listen on %s or read %s\n", words[1], words[2]);
		return 3;
	}
	sigset_t signals;
	int received;
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	pthread_sigmask(SIG_BLOCK, &signals, NULL);
	sigwait(&signals, &received);
	MHD_stop_daemon(daemon);
	return 0;
}
