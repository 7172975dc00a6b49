/* test_form.c - values made of several inputs, as commands want them; and back into the inputs. */
#include "visit.h"

static struct page page_with(struct arena *arena, struct http_request *request, struct http_response *response, const char *body)
{
	*request = (struct http_request){.method = HTTP_POST, .arena = arena, .body = text_from(body), .path = TEXT("/x"),
		.query = text_empty(), .content_type = TEXT("application/x-www-form-urlencoded"),
		.content_type_full = TEXT("application/x-www-form-urlencoded")};
	return (struct page){.arena = arena, .request = request, .response = response, .zone = TEXT("Asia/Tashkent"),
		.language = language_find(TEXT_OF("en"))};
}

static void joined(const char *body, const char *name, const char *expected)
{
	struct arena *arena = arena_create();
	struct http_request request;
	struct http_response response = {0};
	struct page page = page_with(arena, &request, &response, body);
	assert_true(page_read_form(&page));
	struct text found = page_form(&page, name);
	if (!text_equal_string(found, expected))
		fprintf(stderr, "%s: %s is %.*s, not %s\n", body, name, TEXT_FORMAT(found), expected);
	assert_true(text_equal_string(found, expected));
	arena_destroy(arena);
}

static void test_dates(void **state)
{
	(void)state;
	joined("d-day=3&d-month=3&d-year=1991", "d", "1991-03-03");
	joined("d-day=&d-month=3&d-year=1991", "d", "1991-03");
	joined("d-day=&d-month=&d-year=+1991+", "d", "1991");
	joined("d-day=&d-month=&d-year=", "d", "");
	joined("d-day=31&d-month=&d-year=1991", "d", "1991--31");
	joined("d-day=31&d-month=12&d-year=", "d", "-12-31");
	joined("d-day=&d-month=&d-year=&d-unknown=1", "d", "?");
	joined("d-day=1&d-month=1&d-year=2000&d-unknown=1", "d", "2000-01-01");
}

static void test_moments(void **state)
{
	(void)state;
	joined("m-local=2026-11-20T08%3A15", "m", "2026-11-20T03:15:00.000Z");
	joined("m-local=2026-11-20+08%3A15%3A30", "m", "2026-11-20T03:15:00.000Z");
	joined("m-local=yesterday", "m", "yesterday");
	joined("m-local=2026-11-20T25%3A15", "m", "2026-11-20T25:15");
	joined("m-local=", "m", "");
}

static void test_others(void **state)
{
	(void)state;
	joined("t-years=7&t-months=6&t-weeks=&t-days=", "t", "P7Y6M");
	joined("t-years=&t-months=&t-weeks=&t-days=", "t", "");
	joined("l=ru&l=kk&l=", "l", "ru kk");
	joined("n=&n-unknown=1", "n", "?");
	joined("n=5&n-unknown=1", "n", "5");
}

static void test_ids(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct page page = {.arena = arena};
	assert_true(text_equal_string(widget_id(&page, "order.valid_until", 1), "order-valid-until"));
	assert_true(text_equal_string(widget_id(&page, "names[0].part", 3), "names-0-part-3"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates), cmocka_unit_test(test_moments), cmocka_unit_test(test_others), cmocka_unit_test(test_ids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
