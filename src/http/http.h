/*
 * http.h - listener, request, response: libmicrohttpd (epoll pool) behind a strict guard, seen through ten functions.
 *
 * The guard (http/guard) refuses before routing, with 400 and close: Transfer-Encoding with Content-Length, two different
 * lengths, two Hosts, white space before the colon, folded headers, control bytes in values, HTTP/1.0 with
 * Transfer-Encoding, methods other than GET HEAD POST, paths that are not absolute or hold encoded slashes, dot segments
 * or NUL (stack.md 6.2). Bodies are read whole up to a limit by content type. One arena a request, freed after the answer.
 * The handler runs on a pool thread; it may answer at once, or suspend the connection and answer later from any thread with
 * http_resume(). Security headers of trust.md 4.3 stand on every response; HTML is no-store. Text bodies over 1 KiB are
 * compressed with libdeflate level 1 (gzip) when the client accepts.
 */
#ifndef CUSTOS_HTTP_HTTP_H
#define CUSTOS_HTTP_HTTP_H

#include "base/builder.h"
#include "base/error.h"

struct http_server;
struct http_exchange; /* one request with its answer to be */

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST };

struct http_pair { struct text name, value; };

struct http_request {
	enum http_method method;
	struct text path;	    /* decoded, starts with "/" */
	struct text query;	    /* raw, without "?" */
	struct text body;
	struct text content_type;   /* without parameters, lower case */
	struct text content_type_full;
	struct text source;	    /* client address; from X-Forwarded-For only when the peer is a trusted proxy */
	bool secure;		    /* TLS here or at the trusted proxy */
	struct arena *arena;
	struct http_exchange *exchange;
};

struct http_response {
	int status;
	const char *content_type; /* "text/html; charset=utf-8" ... */
	struct text body;
	struct text location;	  /* redirect target, a path */
	struct text set_cookie;	  /* made by http_cookie_set(); empty = none */
	struct text etag;	  /* with quotes */
	struct text disposition;  /* file name for downloads */
	struct text idempotent;	  /* unused = empty */
	bool immutable;		  /* static file with a hash in its name: cache for a year */
	const char *encoding;	  /* body is already "gzip" or "br" */
	int refresh_seconds;	  /* the page loads itself again after so long; 0: never */
	bool script_free;	  /* CSP script-src 'none' */
	/*
	 * A body without a known end: `body` goes first, then what more() gives until it gives an empty piece. Each piece lives on
	 * an arena that is reset before the next; false cuts the answer off, so that the client knows that something is missing.
	 * Called on a thread of the server, one piece at a time, while the request's arena lives. NULL: body is all.
	 */
	bool (*more)(void *state, struct arena *arena, struct text *out_piece);
	void *more_state;
};

struct http_options {
	const char *address;	 /* "127.0.0.1:8080", "[::1]:8080", or "unix:/path" */
	const char *certificate, *key; /* PEM files or NULL */
	bool allow_plain;	 /* plain HTTP on an address that is not loopback: said plainly by the user */
	bool trusted_proxy;	 /* peer on loopback may set X-Forwarded-For/-Proto */
	int threads;		 /* 0 = 4 */
	size_t body_limit;	 /* 0 = 1 MiB; multipart: 24 MiB */
	void (*handle)(void *state, const struct http_request *request, struct http_response *response);
	void *state;
};

bool http_listen(const struct http_options *options, struct http_server **out_server, struct error_list *errors);
int http_port(const struct http_server *server); /* the real port when 0 was asked */
/* Takes no new connections, waits for the answers of suspended requests, then closes. */
void http_stop(struct http_server *server);

struct text http_header(const struct http_request *request, const char *name); /* empty when missing */
struct text http_cookie(const struct http_request *request, const char *name);
/* __Host- prefix, Secure, HttpOnly, SameSite=Strict when secure; on plain loopback the same name without prefix and
 * Secure. Empty value clears. */
struct text http_cookie_set(const struct http_request *request, const char *name, struct text value);
/* Query value by name, decoded; empty when missing or ill-formed. Forms: format/form.h, format/multipart.h. */
struct text http_query(const struct http_request *request, const char *name);
/* Suspends: the handler returns, its response is ignored; http_resume() sends *response. Call it before handing the work
 * over: the answer may come before the handler is back. The request and its arena then belong to whoever answers. */
void http_suspend(const struct http_request *request);
void http_resume(struct http_exchange *exchange, const struct http_response *response);

/* A request without a socket, for tests and tools: headers as given; http_wait() gives what http_resume() sent. */
struct http_exchange *http_exchange_make(struct arena *arena, const struct http_pair *headers, size_t count);
void http_wait(struct http_exchange *exchange, struct http_response *out_response);
bool http_is_suspended(const struct http_exchange *exchange);

/* Routes as a table: "/api/v1/{record}/{id}"; a piece in braces matches one segment. First match wins. */
enum { HTTP_PARAMETERS = 4 };
struct http_parameters { struct text values[HTTP_PARAMETERS]; size_t count; };
bool http_path_match(const char *pattern, struct text path, struct http_parameters *out_parameters);

/* Counters in Prometheus text form. */
struct text http_metrics(struct http_server *server, struct arena *arena);

#endif
