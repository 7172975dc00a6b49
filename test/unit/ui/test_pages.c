/* test_pages.c - every page of the engine opens for every role without breaking, whole and with one h1. */
#include "visit.h"

static int count_of(struct text body, const char *needle)
{
	int count = 0;
	for (size_t at = text_find(body, text_from(needle)); at != SIZE_MAX; at = text_find(body, text_from(needle))) {
		body = text_slice(body, at + 1, body.length);
		count++;
	}
	return count;
}

static void open_page(struct visit *visit, const char *path)
{
	int status = visit_get(visit, path);
	if (status != 200 && status != 403 && status != 404 && status != 303)
		fprintf(stderr, "%s: %d\n", path, status);
	assert_true(status == 200 || status == 403 || status == 404 || status == 303);
	if (status == 303)
		return;
	assert_int_equal(count_of(visit->response.body, "<h1"), 1);
	assert_int_equal(count_of(visit->response.body, "<main"), 1);
	assert_int_equal(count_of(visit->response.body, "style="), 0);
	assert_true(text_ends_with(visit->response.body, TEXT_OF("</body></html>")));
}

static void open_all(struct visit *visit, struct text guest)
{
	const struct registry *registry = visit->ui->registry;
	struct arena *arena = visit->inn->arena;
	static const char *const paths[] = {"/", "/account", "/records", "/proposals", "/breaches", "/users", "/rules", "/rules/INN-1",
		"/help", "/accessibility", "/records/deadline", "/nowhere"};
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		open_page(visit, paths[i]);
	for (size_t i = 0; i < registry->record_count; i++)
		open_page(visit, arena_format(arena, "/records/%s", registry->records[i]->name).data);
	for (size_t i = 0; i < registry->act_count; i++)
		open_page(visit, arena_format(arena, "/acts/%s", registry->acts[i]->name).data);
	open_page(visit, arena_format(arena, "/records/guest/%.*s", TEXT_FORMAT(guest)).data);
	open_page(visit, arena_format(arena, "/records/guest/%.*s/history", TEXT_FORMAT(guest)).data);
	open_page(visit, arena_format(arena, "/readers/%.*s", TEXT_FORMAT(guest)).data);
	open_page(visit, arena_format(arena, "/break-glass/%.*s", TEXT_FORMAT(guest)).data);
}

static void test_every_page(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	struct text guest = inn_staying(inn, "1", "Anna & <b>", NULL);
	const struct actor *actors[] = {&inn->clerk, &inn->governor, &inn->headquarters, &inn->far_clerk};
	for (size_t i = 0; i < sizeof(actors) / sizeof(actors[0]); i++) {
		visit_sign_in(visit, actors[i]);
		open_all(visit, guest);
	}
	visit_end(visit);
}

static void test_work(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/"));
	SEES("Nothing is due");
	inn_staying(inn, "1", "Anna", NULL);
	STATUS(200, visit_get(visit, "/"));
	SEES("Welcome the guest");
	SEES("In 24 hours");
	SEES("INN-5");
	inn->moment += 25 * MOMENT_HOUR;
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/"));
	SEES("Overdue by 1 hour");
	visit_end(visit);
}

static void test_users(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	struct actor administrator = inn_user(inn, "admin", "administrator", "*", "");
	visit_sign_in(visit, &administrator);
	STATUS(200, visit_get(visit, "/users"));
	SEES("clerk");
	struct text path = arena_format(inn->arena, "/users/%.*s", TEXT_FORMAT(inn->clerk.id));
	STATUS(200, visit_get(visit, path.data));
	SEES("Reception officer");
	SEES("hill");
	STATUS(200, visit_post(visit, arena_format(inn->arena, "%s/password", path.data).data, ""));
	SEES("It is shown only this once");
	size_t at = text_find(visit->response.body, TEXT_OF("govuk-heading-m\"><bdi class=\"custos-code\">"));
	assert_true(at != SIZE_MAX);
	STATUS(200, visit_get(visit, path.data));
	STATUS(303, visit_post(visit, arena_format(inn->arena, "%s/sign-out", path.data).data, ""));
	STATUS(200, visit_get(visit, "/acts/user_account.add"));
	SEES("value=\"caseworker\"");
	SEES("value=\"third-party\"");
	STATUS(303, visit_post(visit, "/acts/user_account.add", arena_format(inn->arena, "_boxes=1&name=new.one&display_name=New+One"
		"&roles=wing&roles=caseworker&facilities=%.*s&facilities=%.*s&clearance=official&language=ru", TEXT_FORMAT(inn->hill),
		TEXT_FORMAT(inn->lake)).data));
	STATUS(200, visit_follow(visit));
	SEES("Wing officer");
	SEES("hill, lake");
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/users/%.*s", TEXT_FORMAT(administrator.id)).data));
	assert_false(visit_sees(visit, "Make a first password"));
	visit_end(visit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_every_page), INN_TEST(test_work), INN_TEST(test_users)};
	return INN_RUN("pages", tests);
}
