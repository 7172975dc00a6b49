/* suspend.c - answers that come later, from another thread; and requests that have no socket. */
#include "http/exchange.h"

#include <microhttpd.h>

static void exchange_release(void *thing)
{
	struct http_exchange *exchange = thing;
	pthread_mutex_destroy(&exchange->mutex);
	pthread_cond_destroy(&exchange->condition);
}

struct http_exchange *http_exchange_make(struct arena *arena, const struct http_pair *headers, size_t count)
{
	struct http_exchange *exchange = ARENA_NEW(arena, struct http_exchange);
	exchange->arena = arena;
	exchange->headers = ARENA_ARRAY(arena, struct http_pair, count);
	for (size_t i = 0; i < count; i++)
		exchange->headers[i] = headers[i];
	exchange->header_count = count;
	pthread_mutex_init(&exchange->mutex, NULL);
	pthread_cond_init(&exchange->condition, NULL);
	arena_on_release(arena, exchange_release, exchange);
	return exchange;
}

void http_suspend(const struct http_request *request)
{
	request->exchange->suspended = true;
	if (request->exchange->connection == NULL)
		return;
	atomic_fetch_add(server_waiting(request->exchange->server), 1);
	MHD_suspend_connection(request->exchange->connection);
}

bool http_is_suspended(const struct http_exchange *exchange)
{
	return exchange->suspended;
}

void http_resume(struct http_exchange *exchange, const struct http_response *response)
{
	exchange->response = *response;
	if (exchange->connection != NULL) {
		/* Once resumed the exchange may be gone. */
		atomic_int_least64_t *waiting = server_waiting(exchange->server);
		MHD_resume_connection(exchange->connection);
		atomic_fetch_sub(waiting, 1);
		return;
	}
	pthread_mutex_lock(&exchange->mutex);
	exchange->resumed = true;
	pthread_cond_broadcast(&exchange->condition);
	pthread_mutex_unlock(&exchange->mutex);
}

void http_wait(struct http_exchange *exchange, struct http_response *out_response)
{
	pthread_mutex_lock(&exchange->mutex);
	while (!exchange->resumed)
		pthread_cond_wait(&exchange->condition, &exchange->mutex);
	pthread_mutex_unlock(&exchange->mutex);
	*out_response = exchange->response;
}
