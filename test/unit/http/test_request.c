/* test_request.c - cookies, query values and who is at the other end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "http/exchange.h"

static struct http_request request_of(struct arena *arena, const struct http_pair *headers, size_t count)
{
	struct http_exchange *exchange = http_exchange_make(arena, headers, count);
	return (struct http_request){.arena = arena, .exchange = exchange};
}

static void test_cookie(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct http_pair headers[] = {{TEXT("cookie"), TEXT("a=1; sid=abc; __Host-sid=def")}};
	struct http_request request = request_of(arena, headers, 1);
	assert_true(text_equal_string(http_cookie(&request, "sid"), "abc"));
	assert_true(text_equal_string(http_cookie_set(&request, "sid", TEXT_OF("x")),
		"sid=x; Path=/; HttpOnly; SameSite=Strict"));
	request.secure = true;
	assert_true(text_equal_string(http_cookie(&request, "sid"), "def"));
	assert_true(text_equal_string(http_cookie_set(&request, "sid", TEXT_OF("x")),
		"__Host-sid=x; Path=/; HttpOnly; SameSite=Strict; Secure"));
	assert_true(text_ends_with(http_cookie_set(&request, "sid", text_empty()), TEXT_OF("; Secure; Max-Age=0")));
	assert_true(text_is_empty(http_cookie(&request, "si")));
	arena_destroy(arena);
}

static void test_query(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct http_request request = request_of(arena, NULL, 0);
	request.query = TEXT_OF("q=a+b&%71x=%D0%90&bad=%FF&n");
	assert_true(text_equal_string(http_query(&request, "q"), "a b"));
	assert_true(text_equal_string(http_query(&request, "qx"), "\320\220"));
	assert_true(text_is_empty(http_query(&request, "bad")));
	assert_true(text_is_empty(http_query(&request, "n")));
	assert_true(text_is_empty(http_query(&request, "zz")));
	arena_destroy(arena);
}

static void test_forwarded(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct http_pair headers[] = {{TEXT("X-Forwarded-For"), TEXT("1.1.1.1, 10.0.0.7")},
		{TEXT("X-Forwarded-Proto"), TEXT("https")}, {TEXT("Content-Type"), TEXT("Text/HTML; charset=x")}};
	struct http_exchange *exchange = http_exchange_make(arena, headers, 3);
	exchange->target = TEXT_OF("/a");
	assert_true(exchange_read(exchange, HTTP_GET, false, true, TEXT_OF("127.0.0.1"), true));
	assert_true(text_equal_string(exchange->request.source, "10.0.0.7"));
	assert_true(exchange->request.secure);
	assert_true(text_equal_string(exchange->request.content_type, "text/html"));
	assert_true(exchange_read(exchange, HTTP_GET, false, true, TEXT_OF("10.1.1.1"), false));
	assert_true(text_equal_string(exchange->request.source, "10.1.1.1"));
	assert_false(exchange->request.secure);
	assert_true(exchange_read(exchange, HTTP_GET, false, false, TEXT_OF("127.0.0.1"), true));
	assert_true(text_equal_string(exchange->request.source, "127.0.0.1"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cookie), cmocka_unit_test(test_query), cmocka_unit_test(test_forwarded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
