/*
 * exchange.h - internal to this folder: one request with its answer to be, and the server's counters.
 */
#ifndef CUSTOS_HTTP_EXCHANGE_H
#define CUSTOS_HTTP_EXCHANGE_H

#include <pthread.h>
#include <stdatomic.h>

#include "http/http.h"

struct MHD_Connection;

enum exchange_stage { STAGE_HEAD, STAGE_BODY, STAGE_SUSPENDED, STAGE_ANSWERED };

struct http_exchange {
	struct http_server *server; /* NULL: no socket */
	struct MHD_Connection *connection;
	struct arena *arena;
	enum exchange_stage stage;
	struct text target; /* as sent, query and all */
	struct http_pair *headers;
	size_t header_count;
	struct builder body;
	size_t body_limit;
	struct http_request request;
	struct http_response response;
	int64_t started; /* clock_monotonic */
	bool suspended;

	/* Without a socket: whoever waits for http_resume(). */
	pthread_mutex_t mutex;
	pthread_cond_t condition;
	bool resumed;
};

enum { HTTP_TIME_BUCKETS = 8 };

struct http_counters {
	atomic_int_least64_t requests, refused, status[6], sent_bytes, received_bytes, time_sum;
	atomic_int_least64_t times[HTTP_TIME_BUCKETS + 1];
};

/* answer.c: queues the response of the exchange; false when the connection is to be dropped. */
bool exchange_answer(struct http_exchange *exchange);
/* Refuses with a status and closes the connection. */
bool exchange_refuse(struct http_exchange *exchange, int status);
/* request.c: fills request from target, headers and peer; false when target or peer make no sense. */
bool exchange_read(struct http_exchange *exchange, enum http_method method, bool tls, bool trusted_proxy,
	struct text peer, bool peer_is_local);
struct http_counters *server_counters(struct http_server *server);
/* Suspended requests that nobody has answered yet. */
atomic_int_least64_t *server_waiting(struct http_server *server);
void counters_add(struct http_counters *counters, int status, size_t sent, int64_t microseconds);

#endif
