/* test_sign_in.c - signing in and out, the first password, the second factor, language before and after. */
#include "visit.h"

static void test_way_in_and_out(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	STATUS(303, visit_get(visit, "/records/guest?q=a"));
	assert_true(text_equal_string(visit->response.location, "/sign-in?back=%2Frecords%2Fguest%3Fq%3Da"));
	STATUS(303, visit_get(visit, "/no-such-page"));
	GOOD(session_password_set(inn->service, inn->clerk.id, TEXT_OF(PASSWORD), false, &inn->errors));
	STATUS(200, visit_get(visit, "/sign-in?back=%2Frecords%2Fguest%3Fq%3Da"));
	SEES("data-sign-in");
	SEES("name=\"back\" value=\"/records/guest?q=a\"");
	STATUS(401, visit_post(visit, "/sign-in", "name=clerk&password=wrong&back=%2F"));
	SEES("The user name, the password or the code is not right");
	SEES("value=\"clerk\"");
	assert_false(visit_sees(visit, "wrong"));
	STATUS(303, visit_post(visit, "/sign-in", "name=clerk&password=four+unrelated+kettles+sing&back=%2Frecords%2Fguest"));
	assert_true(text_equal_string(visit->response.location, "/records/guest"));
	STATUS(200, visit_get(visit, "/"));
	SEES("My work");
	SEES("data-user=");
	STATUS(303, visit_post(visit, "/session/end", ""));
	STATUS(303, visit_get(visit, "/"));
	visit_end(visit);
}

static void test_back_stays_here(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	GOOD(session_password_set(inn->service, inn->clerk.id, TEXT_OF(PASSWORD), false, &inn->errors));
	const char *bad[] = {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fa%0D%0Ab", ""};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		STATUS(200, visit_get(visit, "/sign-in"));
		STATUS(303, visit_post(visit, "/sign-in", arena_format(inn->arena,
			"name=clerk&password=four+unrelated+kettles+sing&back=%s", bad[i]).data));
		assert_true(text_equal_string(visit->response.location, "/"));
		visit->cookies = text_empty();
	}
	visit_end(visit);
}

static void test_first_password(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	GOOD(session_password_set(inn->service, inn->clerk.id, TEXT_OF(PASSWORD), true, &inn->errors));
	STATUS(200, visit_get(visit, "/sign-in"));
	STATUS(200, visit_post(visit, "/sign-in", "name=clerk&password=four+unrelated+kettles+sing"));
	SEES("Choose your own password");
	STATUS(422, visit_post(visit, "/sign-in/password",
		"name=clerk&password=four+unrelated+kettles+sing&new_password=short&again=short"));
	SEES("There is a problem");
	STATUS(422, visit_post(visit, "/sign-in/password",
		"name=clerk&password=four+unrelated+kettles+sing&new_password=seven+quiet+lamps+over+Osh&again=other"));
	STATUS(303, visit_post(visit, "/sign-in/password", "name=clerk&password=four+unrelated+kettles+sing&"
		"new_password=seven+quiet+lamps+over+Osh&again=seven+quiet+lamps+over+Osh"));
	STATUS(200, visit_get(visit, "/sign-in"));
	STATUS(303, visit_post(visit, "/sign-in", "name=clerk&password=seven+quiet+lamps+over+Osh"));
	visit_end(visit);
}

static void test_second_factor(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/account"));
	STATUS(409, visit_post(visit, "/account/code", "begin=1"));
	SEES("not open for you now"); /* nobody alone */
	struct actor system = session_system_actor();
	const struct pair inputs[] = {{TEXT("account"), inn->clerk.id}};
	struct command command = {.act = TEXT("user_account.open_device"), .inputs = inputs, .input_count = 1};
	struct outcome outcome;
	struct error_list errors;
	error_list_begin(&errors, inn->arena);
	assert_true(command_run(inn->service, inn->arena, &system, &command, &outcome, &errors));
	STATUS(200, visit_post(visit, "/account/code", "begin=1"));
	SEES("QR code for your device");
	SEES("custos-qr__dark");
	STATUS(401, visit_post(visit, "/account/code", "code=abc"));
	visit_end(visit);
}

static void test_language(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	STATUS(200, visit_get(visit, "/sign-in"));
	SEES("<html lang=\"en\" dir=\"ltr\"");
	STATUS(303, visit_post(visit, "/session/language", "language=ar&back=%2Fsign-in"));
	STATUS(200, visit_get(visit, "/sign-in"));
	SEES("<html lang=\"ar\" dir=\"rtl\"");
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/"));
	STATUS(303, visit_post(visit, "/session/language", "language=ru&back=%2Faccount"));
	STATUS(200, visit_follow(visit));
	SEES("<html lang=\"ru\" dir=\"ltr\"");
	visit_end(visit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		INN_TEST(test_way_in_and_out), INN_TEST(test_back_stays_here), INN_TEST(test_first_password),
		INN_TEST(test_second_factor), INN_TEST(test_language),
	};
	return INN_RUN("sign_in", tests);
}
