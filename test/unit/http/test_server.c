/* test_server.c - a listening server: bodies, headers on every answer, compression, later answers, addresses refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <pthread.h>
#include <stdio.h>

#include "http/http.h"
#include "raw.h"

static void *answer_later(void *thing)
{
	struct http_exchange *exchange = thing;
	http_resume(exchange, &(struct http_response){.status = 200, .content_type = "text/plain",
		.body = TEXT_OF("later")});
	return NULL;
}

enum { PIECES = 300, PIECE = 10000 };
static _Atomic int pieces_given;
static size_t most_memory;

/* Every piece of 10,000 bytes says its number; after 300 of them comes the end, or a fault. */
static bool next_piece(void *state, struct arena *arena, struct text *out_piece)
{
	int number = pieces_given++;
	*out_piece = text_empty();
	if (number == PIECES)
		return state == NULL;
	char *bytes = arena_allocate(arena, PIECE);
	memset(bytes, 'a' + number % 26, PIECE);
	*out_piece = text_make(bytes, PIECE);
	if (arena_used(arena) > most_memory)
		most_memory = arena_used(arena);
	return true;
}

static void handle(void *state, const struct http_request *request, struct http_response *response)
{
	(void)state;
	*response = (struct http_response){.status = 200, .content_type = "text/plain; charset=utf-8"};
	if (text_equal_string(request->path, "/later")) {
		http_suspend(request);
		pthread_t thread;
		assert_int_equal(pthread_create(&thread, NULL, answer_later, request->exchange), 0);
		pthread_detach(thread);
	} else if (text_equal_string(request->path, "/echo")) {
		response->body = request->body;
	} else if (text_starts_with(request->path, TEXT_OF("/pieces"))) {
		static int fault;
		pieces_given = 0;
		response->body = TEXT_OF("head,");
		response->more = next_piece;
		response->more_state = text_equal_string(request->path, "/pieces/broken") ? &fault : NULL;
	} else if (text_equal_string(request->path, "/long")) {
		char *text = arena_allocate(request->arena, 5000);
		memset(text, 'a', 5000);
		response->body = text_make(text, 5000);
	} else if (text_equal_string(request->path, "/file")) {
		response->disposition = TEXT_OF("\320\220\"\r\n.csv");
		response->etag = TEXT_OF("\"7\"");
		response->body = TEXT_OF("x");
	} else {
		response->status = 303;
		response->location = TEXT_OF("/echo");
		response->set_cookie = http_cookie_set(request, "sid", TEXT_OF("v"));
		response->body = text_empty();
	}
}

static struct http_server *server;
static struct arena *arena;

static int begin(void **state)
{
	(void)state;
	arena = arena_create();
	struct error_list errors;
	error_list_begin(&errors, arena);
	struct http_options options = {.address = "127.0.0.1:0", .handle = handle, .threads = 2, .body_limit = 1000};
	return http_listen(&options, &server, &errors) ? 0 : 1;
}

static int end(void **state)
{
	(void)state;
	http_stop(server);
	arena_destroy(arena);
	return 0;
}

static struct text ask(const char *request)
{
	int to = raw_connect(http_port(server));
	raw_send(to, text_from(request));
	bool closed;
	struct text answer = raw_receive(arena, to, 300, &closed);
	close(to);
	return answer;
}

static bool has(struct text answer, const char *needle)
{
	bool found = text_find(answer, text_from(needle)) != SIZE_MAX;
	if (!found)
		fprintf(stderr, "no %s in %.*s\n", needle, TEXT_FORMAT(answer));
	return found;
}

static void test_headers(void **state)
{
	(void)state;
	struct text answer = ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
	assert_true(has(answer, "HTTP/1.1 303"));
	assert_true(has(answer, "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'"));
	assert_true(has(answer, "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"));
	assert_true(has(answer, "X-Content-Type-Options: nosniff"));
	assert_true(has(answer, "Cross-Origin-Opener-Policy: same-origin"));
	assert_true(has(answer, "Cross-Origin-Resource-Policy: same-origin"));
	assert_true(has(answer, "Referrer-Policy: no-referrer"));
	assert_true(has(answer, "Cache-Control: no-store"));
	assert_true(has(answer, "Location: /echo"));
	assert_true(has(answer, "Set-Cookie: sid=v; Path=/; HttpOnly; SameSite=Strict"));
	assert_true(text_find(answer, TEXT_OF("Strict-Transport-Security")) == SIZE_MAX);
	answer = ask("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n");
	assert_true(has(answer, "HTTP/1.1 400"));
	assert_true(has(answer, "Content-Security-Policy:"));
}

static void test_body(void **state)
{
	(void)state;
	assert_true(has(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"), "\r\n\r\nhello"));
	assert_true(has(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n"), "HTTP/1.1 413"));
	assert_true(has(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\nContent-Type: multipart/form-data; "
			    "boundary=x\r\nExpect: 100-continue\r\n\r\n"), "HTTP/1.1 100"));
}

static void test_compression(void **state)
{
	(void)state;
	struct text plain = ask("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
	assert_true(plain.length > 5000);
	struct text packed = ask("GET /long HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br, gzip\r\n\r\n");
	assert_true(has(packed, "Content-Encoding: gzip"));
	assert_true(packed.length < 1500);
	struct text refused = ask("GET /long HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip;q=0\r\n\r\n");
	assert_true(refused.length > 5000);
}

/* Three megabytes in pieces: all arrives in order, memory stays at one piece, and a broken one has no proper end. */
static void test_pieces(void **state)
{
	(void)state;
	static const char end_mark[] = "\r\n0\r\n\r\n";
	for (int broken = 0; broken < 2; broken++) {
		size_t letters = 0, expected = 0;
		char bytes[65536], start[4096], tail[8] = "";
		size_t start_size = 0;
		int to = raw_connect(http_port(server));
		raw_send(to, broken ? TEXT_OF("GET /pieces/broken HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") :
			TEXT_OF("GET /pieces HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"));
		for (ssize_t count; (count = recv(to, bytes, sizeof bytes, 0)) > 0;) {
			for (ssize_t i = 0; i < count && start_size < sizeof start; i++)
				start[start_size++] = bytes[i]; /* the head may come in several pieces */
			for (ssize_t i = 0; i < count; i++) {
				letters += bytes[i] == 'z';
				memmove(tail, tail + 1, 6);
				tail[6] = bytes[i];
			}
		}
		close(to);
		struct text head = text_make(start, start_size);
		assert_true(has(head, "Transfer-Encoding: chunked") && has(head, "Content-Security-Policy:") && has(head, "head,"));
		for (int number = 0; number < PIECES; number++)
			expected += number % 26 == 25 ? PIECE : 0;
		assert_true(letters >= expected);
		assert_int_equal(memcmp(tail, end_mark, 7) == 0, !broken);
	}
	assert_true(most_memory < 2 * PIECE);
}

static void test_file(void **state)
{
	(void)state;
	struct text answer = ask("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
	assert_true(has(answer, "filename=\"_____.csv\"; filename*=UTF-8''%D0%90%22%0D%0A.csv"));
	assert_true(has(answer, "ETag: \"7\""));
	assert_true(has(ask("GET /file HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"7\"\r\n\r\n"), "HTTP/1.1 304"));
}

static void test_later(void **state)
{
	(void)state;
	for (int i = 0; i < 200; i++) {
		int to = raw_connect(http_port(server));
		raw_send(to, TEXT_OF("GET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
		bool closed;
		struct text answer = raw_receive(arena, to, 2000, &closed);
		close(to);
		assert_true(has(answer, "\r\n\r\nlater"));
	}
	assert_true(has(http_metrics(server, arena), "custos_http_status_total{class=\"2xx\"}"));
}

static void test_addresses(void **state)
{
	(void)state;
	struct http_server *other = NULL;
	struct error_list errors;
	error_list_begin(&errors, arena);
	const char *bad[] = {"0.0.0.0:0", "nonsense:port", "127.0.0.1:99999", "[::]:0", ""};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(http_listen(&(struct http_options){.address = bad[i], .handle = handle}, &other, &errors));
	assert_false(http_listen(&(struct http_options){.address = "127.0.0.1:0", .certificate = "x", .handle = handle}, &other,
		&errors));
	assert_true(http_listen(&(struct http_options){.address = "0.0.0.0:0", .allow_plain = true, .handle = handle}, &other,
		&errors));
	http_stop(other);
	char path[64];
	snprintf(path, sizeof(path), "unix:/tmp/custos-test-%d.sock", (int)getpid());
	assert_true(http_listen(&(struct http_options){.address = path, .handle = handle}, &other, &errors));
	assert_int_equal(access(path + 5, F_OK), 0);
	http_stop(other);
	assert_int_not_equal(access(path + 5, F_OK), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_headers), cmocka_unit_test(test_body), cmocka_unit_test(test_compression), cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_file), cmocka_unit_test(test_later), cmocka_unit_test(test_addresses),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
