/* test_suspend.c - a request without a socket gets its answer from another thread. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <pthread.h>

#include "http/http.h"

static void *answer(void *thing)
{
	http_resume(thing, &(struct http_response){.status = 204});
	return NULL;
}

static void test_wait(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct http_exchange *exchange = http_exchange_make(arena, NULL, 0);
	struct http_request request = {.arena = arena, .exchange = exchange};
	assert_false(http_is_suspended(exchange));
	http_suspend(&request);
	assert_true(http_is_suspended(exchange));
	pthread_t thread;
	assert_int_equal(pthread_create(&thread, NULL, answer, exchange), 0);
	struct http_response response = {0};
	http_wait(exchange, &response);
	assert_int_equal(response.status, 204);
	pthread_join(thread, NULL);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_wait)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
