/*
 * visit.h - a browser for tests: keeps cookies, reads form tokens, asks the ui without a socket.
 */
#ifndef CUSTOS_TEST_UI_VISIT_H
#define CUSTOS_TEST_UI_VISIT_H

#include "../service/inn.h"

#include "ui/internal.h"

#define PASSWORD "four unrelated kettles sing"

static const struct ui_area no_area = {0};

struct visit {
	struct inn *inn;
	struct ui *ui;
	struct text cookies; /* as sent in the header */
	struct http_response response;
	struct arena *arena; /* of the newest request */
	struct text path;
};

static inline struct visit *visit_begin(struct inn *inn)
{
	static const struct ui_area *const areas[] = {&no_area};
	struct visit *visit = ARENA_NEW(inn->arena, struct visit);
	*visit = (struct visit){.inn = inn, .cookies = text_empty()};
	GOOD(ui_create(inn->arena, inn->service, areas, 1, &visit->ui, &inn->errors));
	return visit;
}

static inline void visit_end(struct visit *visit)
{
	ui_stop(visit->ui);
}

/* Set-Cookie replaces the cookie of that name. */
static inline void visit_keep_cookie(struct visit *visit)
{
	struct text set = visit->response.set_cookie, rest = visit->cookies, piece;
	struct builder out;
	if (set.length == 0)
		return;
	struct text pair = text_slice(set, 0, text_find_byte(set, ';'));
	struct text name = text_slice(pair, 0, text_find_byte(pair, '=') + 1);
	builder_begin(&out, visit->inn->arena, 256);
	while (text_next(&rest, ';', &piece)) {
		piece = text_trim(piece);
		if (piece.length > 0 && !text_starts_with(piece, name)) {
			builder_add(&out, piece);
			builder_add_string(&out, "; ");
		}
	}
	if (!text_equal(pair, name))
		builder_add(&out, pair);
	visit->cookies = arena_copy(visit->inn->arena, builder_text(&out));
}

static inline int visit_send(struct visit *visit, struct http_request *request)
{
	struct http_pair headers[] = {{TEXT("Cookie"), visit->cookies}, {TEXT("Host"), TEXT("127.0.0.1")}};
	request->exchange = http_exchange_make(visit->inn->arena, headers, 2);
	request->arena = visit->inn->arena;
	request->source = TEXT_OF("127.0.0.1");
	visit->response = (struct http_response){0};
	ui_handle(visit->ui, request, &visit->response);
	if (http_is_suspended(request->exchange))
		http_wait(request->exchange, &visit->response);
	visit->path = request->path;
	visit_keep_cookie(visit);
	return visit->response.status;
}

static inline int visit_get(struct visit *visit, const char *target)
{
	struct text whole = text_from(target);
	size_t mark = text_find_byte(whole, '?');
	struct http_request *request = ARENA_NEW(visit->inn->arena, struct http_request);
	*request = (struct http_request){.method = HTTP_GET,
		.path = text_slice(whole, 0, mark == SIZE_MAX ? whole.length : mark),
		.query = mark == SIZE_MAX ? text_empty() : text_slice(whole, mark + 1, whole.length),
		.body = text_empty(), .content_type = text_empty(), .content_type_full = text_empty()};
	return visit_send(visit, request);
}

/* The whole body as urlencoded. */
static inline int visit_post_raw(struct visit *visit, const char *path, struct text body)
{
	struct http_request *request = ARENA_NEW(visit->inn->arena, struct http_request);
	*request = (struct http_request){.method = HTTP_POST, .path = text_from(path), .query = text_empty(), .body = body,
		.content_type = TEXT("application/x-www-form-urlencoded"),
		.content_type_full = TEXT("application/x-www-form-urlencoded")};
	return visit_send(visit, request);
}

/* Value of the hidden input of that name in the newest page; empty when there is none. */
static inline struct text visit_hidden(struct visit *visit, const char *name)
{
	struct text mark = arena_format(visit->inn->arena, "name=\"%s\" value=\"", name);
	size_t at = text_find(visit->response.body, mark);
	if (at == SIZE_MAX)
		return text_empty();
	struct text rest = text_slice(visit->response.body, at + mark.length, visit->response.body.length);
	return text_slice(rest, 0, text_find_byte(rest, '"'));
}

/* Posts with the form token of the newest page; fields as they stand in an encoded body ("a=1&b=2"). */
static inline int visit_post(struct visit *visit, const char *path, const char *fields)
{
	struct text token = visit_hidden(visit, "csrf");
	return visit_post_raw(visit, path, arena_format(visit->inn->arena, "csrf=%.*s&%s", TEXT_FORMAT(token), fields));
}

static inline bool visit_sees(struct visit *visit, const char *words)
{
	return text_find(visit->response.body, text_from(words)) != SIZE_MAX;
}

/* What is inside <main>, for messages. */
static inline struct text visit_main(struct visit *visit)
{
	size_t at = text_find(visit->response.body, TEXT_OF("<main"));
	return at == SIZE_MAX ? visit->response.body : text_slice(visit->response.body, at, at + 1500);
}

#define SEES(words) \
	do { \
		if (!visit_sees(visit, (words))) { \
			fprintf(stderr, "%.*s: no \"%s\" in\n%.*s\n", TEXT_FORMAT(visit->path), (words), \
				TEXT_FORMAT(visit_main(visit))); \
			fail(); \
		} \
	} while (0)
#define STATUS(expected, call) \
	do { \
		int found_status = (call); \
		if (found_status != (expected)) { \
			fprintf(stderr, "%s: status %d\n%.*s\n", #call, found_status, TEXT_FORMAT(visit_main(visit))); \
			fail(); \
		} \
	} while (0)

/* Follows a 303. */
static inline int visit_follow(struct visit *visit)
{
	assert_int_equal(visit->response.status, 303);
	return visit_get(visit, arena_string(visit->inn->arena, visit->response.location));
}

static inline void visit_sign_in(struct visit *visit, const struct actor *actor)
{
	struct inn *inn = visit->inn;
	GOOD(session_password_set(inn->service, actor->id, TEXT_OF(PASSWORD), false, &inn->errors));
	visit->cookies = text_empty();
	STATUS(200, visit_get(visit, "/sign-in"));
	STATUS(303, visit_post(visit, "/sign-in", arena_format(inn->arena, "name=%.*s&password=four+unrelated+kettles+sing&code=",
		TEXT_FORMAT(actor->name)).data));
}

#endif
