/* test_guard.c - the weighing of headers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "http/guard.h"

static const struct http_pair host = {TEXT("Host"), TEXT("a")};

static void test_sum(void **state)
{
	(void)state;
	struct guard_input input = {.method = TEXT("GET"), .target = TEXT("/x"), .version = TEXT("HTTP/1.1"),
		.headers = &host, .header_count = 1};
	/* "GET /x HTTP/1.1\r\nHost: a\r\n\r\n" */
	input.header_size = 17 + 9 + 2;
	assert_null(guard_refuses(&input));
	input.header_size++;
	assert_string_equal(guard_refuses(&input), "header not in plain form");
	input.header_size -= 2;
	assert_string_equal(guard_refuses(&input), "header not in plain form");
	input.header_size = 0;
	assert_null(guard_refuses(&input));
}

static void test_length(void **state)
{
	(void)state;
	struct http_pair headers[] = {host, {TEXT("content-length"), TEXT("12")}};
	struct guard_input input = {.method = TEXT("POST"), .target = TEXT("/"), .version = TEXT("HTTP/1.1"),
		.headers = headers, .header_count = 2};
	assert_null(guard_refuses(&input));
	assert_int_equal(guard_content_length(&input), 12);
	input.header_count = 1;
	assert_string_equal(guard_refuses(&input), "length missing");
	assert_int_equal(guard_content_length(&input), 0);
}

static void test_host(void **state)
{
	(void)state;
	struct http_pair headers[] = {host, host};
	struct guard_input input = {.method = TEXT("GET"), .target = TEXT("/"), .version = TEXT("HTTP/1.1"),
		.headers = headers, .header_count = 2};
	assert_string_equal(guard_refuses(&input), "host");
	input.header_count = 0;
	assert_string_equal(guard_refuses(&input), "host missing");
	input.version = TEXT_OF("HTTP/1.0");
	assert_null(guard_refuses(&input));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sum), cmocka_unit_test(test_length), cmocka_unit_test(test_host),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
