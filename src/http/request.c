/* request.c - reading a request: headers, cookies, query values, who sent it. */
#include "http/exchange.h"

#include "http/path.h"

static struct text header_of(const struct http_exchange *exchange, const char *name)
{
	for (size_t i = 0; i < exchange->header_count; i++) {
		if (text_equal_ignoring_case(exchange->headers[i].name, text_from(name)))
			return exchange->headers[i].value;
	}
	return text_empty();
}

struct text http_header(const struct http_request *request, const char *name)
{
	return request->exchange != NULL ? header_of(request->exchange, name) : text_empty();
}

static struct text cookie_name(const struct http_request *request, const char *name)
{
	return request->secure ? arena_format(request->arena, "__Host-%s", name) : text_from(name);
}

struct text http_cookie(const struct http_request *request, const char *name)
{
	struct text wanted = cookie_name(request, name), rest = http_header(request, "Cookie"), piece;
	while (text_next(&rest, ';', &piece)) {
		piece = text_trim(piece);
		size_t equals = text_find_byte(piece, '=');
		if (equals != SIZE_MAX && text_equal(text_slice(piece, 0, equals), wanted))
			return text_slice(piece, equals + 1, piece.length);
	}
	return text_empty();
}

struct text http_cookie_set(const struct http_request *request, const char *name, struct text value)
{
	const char *secure = request->secure ? "; Secure" : "";
	const char *ends = value.length == 0 ? "; Max-Age=0" : "";
	return arena_format(request->arena, "%.*s=%.*s; Path=/; HttpOnly; SameSite=Strict%s%s",
		TEXT_FORMAT(cookie_name(request, name)), TEXT_FORMAT(value), secure, ends);
}

struct text http_query(const struct http_request *request, const char *name)
{
	struct text rest = request->query, piece;
	while (text_next(&rest, '&', &piece)) {
		size_t equals = text_find_byte(piece, '=');
		struct text found = text_slice(piece, 0, equals == SIZE_MAX ? piece.length : equals);
		struct text value = equals == SIZE_MAX ? text_empty() : text_slice(piece, equals + 1, piece.length);
		if (!percent_decode(request->arena, found, true, &found) || !text_equal_string(found, name))
			continue;
		if (!percent_decode(request->arena, value, true, &value) || !text_is_utf8(value))
			return text_empty();
		return value;
	}
	return text_empty();
}

static struct text lower_case(struct arena *arena, struct text text)
{
	char *copy = arena_string(arena, text);
	for (size_t i = 0; i < text.length; i++) {
		if (copy[i] >= 'A' && copy[i] <= 'Z')
			copy[i] = (char)(copy[i] + ('a' - 'A'));
	}
	return text_make(copy, text.length);
}

/* The last address of the list is the one that our own proxy saw; those before it are hearsay. */
static struct text last_forwarded(struct text list)
{
	struct text last = text_empty(), piece;
	while (text_next(&list, ',', &piece))
		last = text_trim(piece);
	return last;
}

bool exchange_read(struct http_exchange *exchange, enum http_method method, bool tls, bool trusted_proxy,
	struct text peer, bool peer_is_local)
{
	struct http_request *request = &exchange->request;
	*request = (struct http_request){.method = method, .arena = exchange->arena, .exchange = exchange,
		.source = peer, .secure = tls};
	if (!path_read(exchange->arena, exchange->target, &request->path, &request->query))
		return false;
	request->content_type_full = header_of(exchange, "Content-Type");
	size_t semicolon = text_find_byte(request->content_type_full, ';');
	struct text type = text_slice(request->content_type_full, 0,
		semicolon == SIZE_MAX ? request->content_type_full.length : semicolon);
	request->content_type = lower_case(exchange->arena, text_trim(type));
	if (trusted_proxy && peer_is_local) {
		struct text forwarded = last_forwarded(header_of(exchange, "X-Forwarded-For"));
		if (forwarded.length > 0 && forwarded.length <= 64)
			request->source = forwarded;
		if (text_equal_ignoring_case(header_of(exchange, "X-Forwarded-Proto"), TEXT_OF("https")))
			request->secure = true;
	}
	return true;
}
