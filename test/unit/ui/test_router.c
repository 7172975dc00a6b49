/* test_router.c - roles, form tokens, methods. */
#include "visit.h"

static void test_tokens(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/acts/guest.add"));
	STATUS(403, visit_post_raw(visit, "/acts/guest.add", TEXT_OF("number=1&name=Anna")));
	SEES("This form is no longer valid");
	STATUS(403, visit_post_raw(visit, "/acts/guest.add", TEXT_OF("csrf=&number=1&name=Anna")));
	STATUS(403, visit_post_raw(visit, "/acts/guest.add", TEXT_OF("csrf=0000&number=1&name=Anna")));
	STATUS(200, visit_get(visit, "/acts/guest.add"));
	STATUS(400, visit_post_raw(visit, "/acts/guest.add", TEXT_OF("csrf=%zz")));
	assert_int_equal(inn_rows(inn, &record_guest).count, 0);
	visit_end(visit);
}

static int cross_site(struct visit *visit, const char *name, const char *value)
{
	struct inn *inn = visit->inn;
	struct text token = visit_hidden(visit, "csrf");
	struct http_pair headers[] = {{TEXT("Cookie"), visit->cookies}, {TEXT("Host"), TEXT("127.0.0.1")},
		{text_from(name), text_from(value)}};
	struct http_request *request = ARENA_NEW(inn->arena, struct http_request);
	*request = (struct http_request){.method = HTTP_POST, .path = TEXT("/session/language"), .query = text_empty(),
		.body = arena_format(inn->arena, "csrf=%.*s&language=en&back=%%2F", TEXT_FORMAT(token)), .arena = inn->arena,
		.content_type = TEXT("application/x-www-form-urlencoded"), .content_type_full = text_empty(),
		.source = TEXT("127.0.0.1"), .exchange = http_exchange_make(inn->arena, headers, 3)};
	visit->response = (struct http_response){0};
	ui_handle(visit->ui, request, &visit->response);
	http_wait(request->exchange, &visit->response);
	return visit->response.status;
}

static void test_other_sites(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	const struct { const char *name, *value; int status; } cases[] = {
		{"Sec-Fetch-Site", "cross-site", 403}, {"Sec-Fetch-Site", "same-site", 403}, {"Origin", "http://evil.example", 403},
		{"Sec-Fetch-Site", "same-origin", 303}, {"Origin", "http://127.0.0.1", 303}, {"Origin", "null", 303},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		STATUS(200, visit_get(visit, "/account"));
		assert_int_equal(cross_site(visit, cases[i].name, cases[i].value), cases[i].status);
	}
	visit_end(visit);
}

static void test_roles(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	STATUS(403, visit_get(visit, "/users"));
	STATUS(404, visit_get(visit, "/no-such-page"));
	STATUS(404, visit_get(visit, "/records/no_such_record"));
	STATUS(404, visit_get(visit, "/records/user_account"));
	STATUS(404, visit_get(visit, "/records/guest/00000000000000000000000000"));
	STATUS(404, visit_get(visit, "/session/end"));
	STATUS(404, visit_get(visit, "/acts/no.act"));
	STATUS(403, visit_get(visit, "/acts/house.add"));
	STATUS(403, visit_get(visit, "/acts/deadline.lapse"));
	visit_end(visit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_tokens), INN_TEST(test_other_sites), INN_TEST(test_roles)};
	return INN_RUN("router", tests);
}
