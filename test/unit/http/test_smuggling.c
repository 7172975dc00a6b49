/* test_smuggling.c - raw requests that two programs could read in two ways are refused, and the connection is closed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdatomic.h>
#include <stdio.h>

#include "http/http.h"
#include "raw.h"

static atomic_int handled;

static void handle(void *state, const struct http_request *request, struct http_response *response)
{
	(void)state;
	(void)request;
	atomic_fetch_add(&handled, 1);
	response->status = 200;
	response->content_type = "text/plain; charset=utf-8";
	response->body = TEXT_OF("fine\n");
}

struct attempt { const char *what; struct text bytes; };
#define H "Host: a\r\n"
#define NEXT "GET /second HTTP/1.1\r\n" H "\r\n"
#define ATTEMPT(name, literal) { name, TEXT(literal) }

static const struct attempt refused[] = {
	ATTEMPT("length and chunks", "POST / HTTP/1.1\r\n" H "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG" NEXT),
	ATTEMPT("chunks and length", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG" NEXT),
	ATTEMPT("two different lengths", "POST / HTTP/1.1\r\n" H "Content-Length: 0\r\nContent-Length: 5\r\n\r\nhello" NEXT),
	ATTEMPT("two equal lengths", "POST / HTTP/1.1\r\n" H "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello" NEXT),
	ATTEMPT("list of lengths", "POST / HTTP/1.1\r\n" H "Content-Length: 5, 5\r\n\r\nhello" NEXT),
	ATTEMPT("length with plus", "POST / HTTP/1.1\r\n" H "Content-Length: +5\r\n\r\nhello" NEXT),
	ATTEMPT("length with minus", "POST / HTTP/1.1\r\n" H "Content-Length: -5\r\n\r\nhello" NEXT),
	ATTEMPT("hexadecimal length", "POST / HTTP/1.1\r\n" H "Content-Length: 0x5\r\n\r\nhello" NEXT),
	ATTEMPT("length with letters", "POST / HTTP/1.1\r\n" H "Content-Length: 5abc\r\n\r\nhello" NEXT),
	ATTEMPT("empty length", "POST / HTTP/1.1\r\n" H "Content-Length: \r\n\r\nhello" NEXT),
	ATTEMPT("huge length", "POST / HTTP/1.1\r\n" H "Content-Length: 99999999999999999999\r\n\r\nhello" NEXT),
	ATTEMPT("two transfer encodings", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" NEXT),
	ATTEMPT("unknown transfer encoding", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" NEXT),
	ATTEMPT("transfer encoding list", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n" NEXT),
	ATTEMPT("chunks alone", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" NEXT),
	ATTEMPT("space before colon", "POST / HTTP/1.1\r\n" H "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" NEXT),
	ATTEMPT("space before colon of length", "POST / HTTP/1.1\r\n" H "Content-Length : 5\r\n\r\nhello" NEXT),
	ATTEMPT("tab before colon", "GET / HTTP/1.1\r\n" H "X\t: a\r\n\r\n" NEXT),
	ATTEMPT("HTTP/1.0 with chunks", "POST / HTTP/1.0\r\n" H "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" NEXT),
	ATTEMPT("two hosts", "GET / HTTP/1.1\r\n" H "Host: b\r\n\r\n" NEXT),
	ATTEMPT("no host", "GET / HTTP/1.1\r\n\r\n" NEXT),
	ATTEMPT("empty host", "GET / HTTP/1.1\r\nHost: \r\n\r\n" NEXT),
	ATTEMPT("host with path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n" NEXT),
	ATTEMPT("host list", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n" NEXT),
	ATTEMPT("folded header", "GET / HTTP/1.1\r\n" H "X: a\r\n b\r\n\r\n" NEXT),
	ATTEMPT("folded length", "POST / HTTP/1.1\r\n" H "Content-Length:\r\n 5\r\n\r\nhello" NEXT),
	ATTEMPT("folded first header", "GET / HTTP/1.1\r\n X: a\r\n" H "\r\n" NEXT),
	ATTEMPT("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n" NEXT),
	ATTEMPT("one bare line feed", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n" NEXT),
	ATTEMPT("bare carriage return in value", "GET / HTTP/1.1\r\n" H "X: a\rY: b\r\n\r\n" NEXT),
	ATTEMPT("NUL in value", "GET / HTTP/1.1\r\n" H "X: a\0b\r\n\r\n" NEXT),
	ATTEMPT("NUL in name", "GET / HTTP/1.1\r\n" H "X\0Y: a\r\n\r\n" NEXT),
	ATTEMPT("NUL in target", "GET /a\0b HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("control byte in value", "GET / HTTP/1.1\r\n" H "X: a\001b\r\n\r\n" NEXT),
	ATTEMPT("empty name", "GET / HTTP/1.1\r\n" H ": a\r\n\r\n" NEXT),
	ATTEMPT("no colon", "GET / HTTP/1.1\r\n" H "nonsense\r\n\r\n" NEXT),
	ATTEMPT("bracket in name", "GET / HTTP/1.1\r\n" H "X(a): b\r\n\r\n" NEXT),
	ATTEMPT("lower-case method", "get / HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("odd method", "G(T / HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("other method", "TRACE / HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("get with body", "GET / HTTP/1.1\r\n" H "Content-Length: 5\r\n\r\nhello" NEXT),
	ATTEMPT("post without length", "POST / HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("absolute target", "GET http://a/ HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("star target", "GET * HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("encoded slash", "GET /a%2fb HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("encoded NUL", "GET /a%00b HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("dot segment", "GET /a/../b HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("encoded dot segment", "GET /a/%2e%2e/b HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("double slash", "GET //a HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("cut escape", "GET /a% HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("not UTF-8", "GET /%ff HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("two spaces in the line", "GET  / HTTP/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("unknown version", "GET / HTTP/1.2\r\n" H "\r\n" NEXT),
	ATTEMPT("version in small letters", "GET / http/1.1\r\n" H "\r\n" NEXT),
	ATTEMPT("fragment in target", "GET /#a HTTP/1.1\r\n" H "\r\n" NEXT),
};

static const struct attempt accepted[] = {
	ATTEMPT("plain get", "GET / HTTP/1.1\r\n" H "\r\n"),
	ATTEMPT("query", "GET /a?b=c&d=%D0%90 HTTP/1.1\r\n" H "\r\n"),
	ATTEMPT("host with port", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"),
	ATTEMPT("empty value", "GET / HTTP/1.1\r\n" H "X:\r\nY: \r\n\r\n"),
	ATTEMPT("post with length", "POST / HTTP/1.1\r\n" H "Content-Length: 5\r\n\r\nhello"),
	ATTEMPT("post of nothing", "POST / HTTP/1.1\r\n" H "Content-Length: 0\r\n\r\n"),
	ATTEMPT("head", "HEAD / HTTP/1.1\r\n" H "\r\n"),
	ATTEMPT("same header twice", "GET / HTTP/1.1\r\n" H "X: a\r\nX: b\r\n\r\n"),
};

struct fixture { struct arena *arena; struct http_server *server; int port; };
static struct fixture fixture;

static int begin(void **state)
{
	(void)state;
	struct error_list errors;
	fixture.arena = arena_create();
	error_list_begin(&errors, fixture.arena);
	struct http_options options = {.address = "127.0.0.1:0", .handle = handle, .threads = 2};
	if (!http_listen(&options, &fixture.server, &errors))
		return 1;
	fixture.port = http_port(fixture.server);
	return 0;
}

static int end(void **state)
{
	(void)state;
	http_stop(fixture.server);
	arena_destroy(fixture.arena);
	return 0;
}

static void test_refused(void **state)
{
	(void)state;
	int failures = 0;
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		int before = atomic_load(&handled);
		int to = raw_connect(fixture.port);
		raw_send(to, refused[i].bytes);
		bool closed;
		struct text answer = raw_receive(fixture.arena, to, 2000, &closed);
		close(to);
		bool right = closed && atomic_load(&handled) == before &&
			(answer.length == 0 || text_starts_with(answer, TEXT_OF("HTTP/1.1 4")) ||
				text_starts_with(answer, TEXT_OF("HTTP/1.0 4")) || text_starts_with(answer, TEXT_OF("HTTP/1.1 505")));
		if (!right) {
			fprintf(stderr, "accepted: %s (closed %d): %.*s\n", refused[i].what, closed,
				(int)(answer.length > 60 ? 60 : answer.length), answer.data);
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

static void test_accepted(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(accepted) / sizeof(accepted[0]); i++) {
		int before = atomic_load(&handled);
		int to = raw_connect(fixture.port);
		raw_send(to, accepted[i].bytes);
		bool closed;
		struct text answer = raw_receive(fixture.arena, to, 300, &closed);
		close(to);
		if (!text_starts_with(answer, TEXT_OF("HTTP/1.1 200")))
			fprintf(stderr, "refused: %s: %.*s\n", accepted[i].what, TEXT_FORMAT(answer));
		assert_true(text_starts_with(answer, TEXT_OF("HTTP/1.1 200")));
		assert_false(closed);
		assert_int_equal(atomic_load(&handled), before + 1);
	}
}

static void test_pipeline(void **state)
{
	(void)state;
	int before = atomic_load(&handled);
	int to = raw_connect(fixture.port);
	raw_send(to, TEXT_OF("GET /one HTTP/1.1\r\n" H "\r\n" NEXT));
	bool closed;
	raw_receive(fixture.arena, to, 300, &closed);
	close(to);
	assert_int_equal(atomic_load(&handled), before + 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_accepted),
		cmocka_unit_test(test_pipeline),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
