/*
 * fuzz_http.c - targets, headers, cookies, query values and language lists: read without a fault; what passes the guard is
 * plain, and a path that was accepted reads the same when it is escaped and read again.
 *
 * First line: method, target, version parted by spaces; then header lines "name: value".
 */
#include "http/exchange.h"
#include "http/guard.h"
#include "http/path.h"
#include "fuzz.h"

enum { HEADERS = 32 };

static size_t read_headers(struct text rest, struct http_pair *out_headers, size_t *out_bytes)
{
	struct text line;
	size_t count = 0;
	while (count < HEADERS && text_next(&rest, '\n', &line)) {
		size_t colon = text_find_byte(line, ':');
		struct text name = text_slice(line, 0, colon == SIZE_MAX ? line.length : colon);
		struct text value = colon == SIZE_MAX ? text_empty() : text_trim(text_slice(line, colon + 1, line.length));
		out_headers[count++] = (struct http_pair){name, value};
		*out_bytes += name.length + value.length + 4;
	}
	return count;
}

static void check_path(struct arena *arena, struct text target)
{
	struct text path, query, again, ignored;
	if (!path_read(arena, target, &path, &query))
		return;
	FUZZ_CHECK(path.length > 0 && path.data[0] == '/' && text_is_utf8(path));
	FUZZ_CHECK(text_find(path, TEXT_OF("/../")) == SIZE_MAX && text_find(path, TEXT_OF("//")) == SIZE_MAX);
	struct builder escaped;
	builder_begin(&escaped, arena, path.length * 3);
	for (size_t i = 0; i < path.length; i++)
		builder_add(&escaped, path.data[i] == '/' ? TEXT_OF("/") : percent_encode(arena, text_slice(path, i, i + 1)));
	FUZZ_CHECK(path_read(arena, builder_text(&escaped), &again, &ignored));
	FUZZ_CHECK(text_equal(path, again));
	struct http_parameters parameters;
	if (http_path_match("/{a}/{b}/{rest...}", path, &parameters))
		FUZZ_CHECK(parameters.count == 3 && text_find_byte(parameters.values[0], '/') == SIZE_MAX);
}

static void check_request(struct arena *arena, struct text target, const struct http_pair *headers, size_t count)
{
	struct http_exchange *exchange = http_exchange_make(arena, headers, count);
	exchange->target = target;
	if (!exchange_read(exchange, HTTP_GET, false, true, TEXT_OF("127.0.0.1"), true))
		return;
	const struct http_request *request = &exchange->request;
	struct text cookie = http_cookie(request, "sid");
	FUZZ_CHECK(text_find_byte(cookie, ';') == SIZE_MAX);
	FUZZ_CHECK(text_is_utf8(http_query(request, "q")));
	FUZZ_CHECK(request->source.length <= 64);
	FUZZ_CHECK(text_find_byte(request->content_type, ';') == SIZE_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text rest = text_make(arena_copy_bytes(arena, data, size), size), line = text_empty();
	struct guard_input input = {.method = text_empty(), .target = text_empty(), .version = text_empty()};
	struct http_pair headers[HEADERS];
	size_t bytes = 0;
	if (text_next(&rest, '\n', &line)) {
		text_next(&line, ' ', &input.method);
		text_next(&line, ' ', &input.target);
		input.version = line;
	}
	input.headers = headers;
	input.header_count = read_headers(rest, headers, &bytes);
	input.header_size = input.method.length + input.target.length + input.version.length + 6 + bytes;
	if (guard_refuses(&input) == NULL) {
		FUZZ_CHECK(text_find_byte(input.target, '\0') == SIZE_MAX);
		FUZZ_CHECK(guard_content_length(&input) < UINT64_C(1) << 62);
		input.header_size++;
		FUZZ_CHECK(guard_refuses(&input) != NULL);
	}
	check_path(arena, input.target);
	check_request(arena, input.target, headers, input.header_count);
	arena_destroy(arena);
	return 0;
}
