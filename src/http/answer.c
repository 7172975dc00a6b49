/* answer.c - the response on its way out: security headers, compression, caching, counters. */
#include "http/exchange.h"

#include <libdeflate.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "http/path.h"

enum { COMPRESS_FROM = 1024, STREAM_BLOCK = 32 * 1024 };

#define POLICY_HEAD "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
#define POLICY_TAIL "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"

static pthread_once_t compressor_once = PTHREAD_ONCE_INIT;
static pthread_key_t compressor_key;

static void compressor_free(void *compressor)
{
	libdeflate_free_compressor(compressor);
}

static void compressor_key_make(void)
{
	pthread_key_create(&compressor_key, compressor_free);
}

/* One a thread: making one costs more than using it. */
static struct libdeflate_compressor *compressor_of_thread(void)
{
	pthread_once(&compressor_once, compressor_key_make);
	struct libdeflate_compressor *compressor = pthread_getspecific(compressor_key);
	if (compressor == NULL) {
		compressor = libdeflate_alloc_compressor(1);
		pthread_setspecific(compressor_key, compressor);
	}
	return compressor;
}

/* Whether an Accept-Encoding names the coding without q=0. */
static bool accepts(struct text header, struct text coding)
{
	struct text piece;
	while (text_next(&header, ',', &piece)) {
		size_t semicolon = text_find_byte(piece, ';');
		struct text name = text_trim(text_slice(piece, 0, semicolon == SIZE_MAX ? piece.length : semicolon));
		struct text rest = semicolon == SIZE_MAX ? text_empty() : text_slice(piece, semicolon, piece.length);
		if (text_equal_ignoring_case(name, coding))
			return text_find(rest, TEXT_OF("q=0")) == SIZE_MAX || text_find(rest, TEXT_OF("q=0.")) != SIZE_MAX;
	}
	return false;
}

static bool is_text_type(const char *content_type)
{
	struct text type = text_from(content_type);
	return text_starts_with(type, TEXT_OF("text/")) || text_find(type, TEXT_OF("json")) != SIZE_MAX ||
		text_starts_with(type, TEXT_OF("image/svg"));
}

static void compress(struct http_exchange *exchange)
{
	struct http_response *response = &exchange->response;
	if (response->encoding != NULL || response->body.length < COMPRESS_FROM || response->content_type == NULL ||
			!is_text_type(response->content_type) ||
			!accepts(http_header(&exchange->request, "Accept-Encoding"), TEXT_OF("gzip")))
		return;
	struct libdeflate_compressor *compressor = compressor_of_thread();
	if (compressor == NULL)
		return;
	size_t room = response->body.length;
	char *packed = arena_allocate(exchange->arena, room);
	size_t size = libdeflate_gzip_compress(compressor, response->body.data, response->body.length, packed, room);
	if (size == 0)
		return;
	response->body = text_make(packed, size);
	response->encoding = "gzip";
}

static void header(struct MHD_Response *to, const char *name, const char *value)
{
	if (MHD_add_response_header(to, name, value) != MHD_YES)
		return; /* refused only for line breaks in the value, which must not go out anyway */
}

static void add_security(struct MHD_Response *to, const struct http_exchange *exchange)
{
	bool script_free = exchange->response.script_free;
	header(to, "Content-Security-Policy", script_free ? POLICY_HEAD "script-src 'none'" POLICY_TAIL
							  : POLICY_HEAD "script-src 'self'" POLICY_TAIL);
	header(to, "X-Content-Type-Options", "nosniff");
	header(to, "X-Frame-Options", "DENY");
	header(to, "Referrer-Policy", "no-referrer");
	header(to, "Cross-Origin-Opener-Policy", "same-origin");
	header(to, "Cross-Origin-Resource-Policy", "same-origin");
	header(to, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
	header(to, "Cache-Control", exchange->response.immutable ? "public, max-age=31536000, immutable" : "no-store");
	if (exchange->request.secure)
		header(to, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

static struct text disposition(struct arena *arena, struct text file_name)
{
	struct builder plain;
	builder_begin(&plain, arena, file_name.length + 1);
	for (size_t i = 0; i < file_name.length; i++) {
		unsigned char c = (unsigned char)file_name.data[i];
		bool fine = c > 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' && c != ';';
		builder_add_byte(&plain, fine ? (char)c : '_');
	}
	return arena_format(arena, "attachment; filename=\"%.*s\"; filename*=UTF-8''%.*s",
		TEXT_FORMAT(builder_text(&plain)), TEXT_FORMAT(percent_encode(arena, file_name)));
}

static void add_particular(struct MHD_Response *to, struct http_exchange *exchange)
{
	const struct http_response *response = &exchange->response;
	struct arena *arena = exchange->arena;
	if (response->content_type != NULL)
		header(to, "Content-Type", response->content_type);
	if (response->encoding != NULL)
		header(to, "Content-Encoding", response->encoding);
	if (response->content_type != NULL && is_text_type(response->content_type))
		header(to, "Vary", "Accept-Encoding");
	if (response->refresh_seconds > 0)
		header(to, "Refresh", arena_format(arena, "%d", response->refresh_seconds).data);
	if (response->location.length > 0)
		header(to, "Location", arena_string(arena, response->location));
	if (response->set_cookie.length > 0)
		header(to, "Set-Cookie", arena_string(arena, response->set_cookie));
	if (response->etag.length > 0)
		header(to, "ETag", arena_string(arena, response->etag));
	if (response->disposition.length > 0)
		header(to, "Content-Disposition", disposition(arena, response->disposition).data);
	bool page = response->content_type != NULL && text_starts_with(text_from(response->content_type), TEXT_OF("text/html"));
	if (response->status == 401 && !page)
		header(to, "WWW-Authenticate", "Bearer");
	if (response->status == 429 || response->status == 503)
		header(to, "Retry-After", "5");
}

/* ---- bodies in pieces ---- */

/* Not on the exchange's arena: libmicrohttpd lets go of a response after the request has been completed. */
struct stream {
	struct arena *arena; /* of the piece */
	struct text rest;
	bool (*more)(void *state, struct arena *arena, struct text *out_piece);
	void *state;
	struct http_counters *counters;
};

static ssize_t stream_read(void *opaque, uint64_t position, char *to, size_t room)
{
	struct stream *stream = opaque;
	(void)position;
	if (stream->rest.length == 0) {
		arena_reset(stream->arena);
		if (!stream->more(stream->state, stream->arena, &stream->rest))
			return MHD_CONTENT_READER_END_WITH_ERROR;
		if (stream->rest.length == 0)
			return MHD_CONTENT_READER_END_OF_STREAM;
	}
	size_t size = stream->rest.length < room ? stream->rest.length : room;
	memcpy(to, stream->rest.data, size);
	stream->rest = text_slice(stream->rest, size, stream->rest.length);
	atomic_fetch_add(&stream->counters->sent_bytes, (int64_t)size);
	return (ssize_t)size;
}

static void stream_free(void *opaque)
{
	struct stream *stream = opaque;
	arena_destroy(stream->arena);
	free(stream);
}

static struct MHD_Response *stream_response(struct http_exchange *exchange)
{
	const struct http_response *response = &exchange->response;
	struct stream *stream = malloc(sizeof(*stream));
	if (stream == NULL)
		abort();
	*stream = (struct stream){.arena = arena_create(), .more = response->more, .state = response->more_state,
		.counters = server_counters(exchange->server)};
	stream->rest = arena_copy(stream->arena, response->body);
	struct MHD_Response *to = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, STREAM_BLOCK, stream_read, stream, stream_free);
	if (to == NULL)
		stream_free(stream);
	return to;
}

bool exchange_answer(struct http_exchange *exchange)
{
	struct http_response *response = &exchange->response;
	if (response->status == 0)
		response->status = 500;
	if (response->status == 200 && response->etag.length > 0 && exchange->request.method != HTTP_POST &&
			text_equal(http_header(&exchange->request, "If-None-Match"), response->etag)) {
		response->status = 304;
		response->body = text_empty();
	}
	if (response->more == NULL)
		compress(exchange);
	/* The body lives on the exchange's arena, which outlives the MHD response. */
	struct MHD_Response *to = response->more != NULL ? stream_response(exchange) :
		MHD_create_response_from_buffer(response->body.length, (void *)(uintptr_t)response->body.data, MHD_RESPMEM_PERSISTENT);
	if (to == NULL)
		return false;
	add_security(to, exchange);
	add_particular(to, exchange);
	enum MHD_Result result = MHD_queue_response(exchange->connection, (unsigned)response->status, to);
	MHD_destroy_response(to);
	exchange->stage = STAGE_ANSWERED;
	/* Of a body in pieces the bytes are counted as they go. */
	counters_add(server_counters(exchange->server), response->status, response->more != NULL ? 0 : response->body.length,
		clock_monotonic() - exchange->started);
	return result == MHD_YES;
}

bool exchange_refuse(struct http_exchange *exchange, int status)
{
	exchange->response = (struct http_response){.status = status, .content_type = "text/plain; charset=utf-8",
		.body = status == 413 ? TEXT_OF("The request is too large.\n") : TEXT_OF("The request is not well-formed.\n")};
	struct text body = exchange->response.body;
	struct MHD_Response *to =
		MHD_create_response_from_buffer(body.length, (void *)(uintptr_t)body.data, MHD_RESPMEM_PERSISTENT);
	if (to == NULL)
		return false;
	add_security(to, exchange);
	header(to, "Content-Type", exchange->response.content_type);
	header(to, "Connection", "close");
	enum MHD_Result result = MHD_queue_response(exchange->connection, (unsigned)status, to);
	MHD_destroy_response(to);
	exchange->stage = STAGE_ANSWERED;
	struct http_counters *counters = server_counters(exchange->server);
	atomic_fetch_add(&counters->refused, 1);
	counters_add(counters, status, body.length, clock_monotonic() - exchange->started);
	return result == MHD_YES;
}
