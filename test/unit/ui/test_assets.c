/* test_assets.c - static files: coding by Accept-Encoding, long cache, nothing outside the table. */
#include "visit.h"

#include "ui/assets.h"

static struct http_response ask(struct arena *arena, struct assets *assets, struct text path, const char *encoding)
{
	struct http_pair header = {TEXT("Accept-Encoding"), text_from(encoding)};
	struct http_request request = {.arena = arena, .path = path, .exchange = http_exchange_make(arena, &header, 1)};
	struct http_response response = {0};
	assert_true(assets_answer(assets, &request, &response));
	return response;
}

static void test_files(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct assets *assets = assets_open(arena);
	struct text style = assets_path(assets, "custos.css");
	assert_true(text_starts_with(style, TEXT_OF("/assets/")));
	struct http_response plain = ask(arena, assets, style, "");
	assert_int_equal(plain.status, 200);
	assert_null(plain.encoding);
	assert_string_equal(plain.content_type, "text/css; charset=utf-8");
	if (ASSET_FILES[0].name != NULL) {
		struct http_response packed = ask(arena, assets, style, "gzip, deflate, br");
		assert_string_equal(packed.encoding, "br");
		assert_true(packed.immutable && packed.body.length < plain.body.length);
		assert_string_equal(ask(arena, assets, style, "gzip").encoding, "gzip");
		assert_true(text_equal_string(assets_path(assets, "custos.rtl.css"), "") == false);
	}
	assert_int_equal(ask(arena, assets, TEXT_OF("/assets/../secret"), "").status, 404);
	assert_int_equal(ask(arena, assets, TEXT_OF("/assets/fallback.css"), "").status, 200);
	struct http_request other = {.arena = arena, .path = TEXT("/a")};
	struct http_response response = {0};
	assert_false(assets_answer(assets, &other, &response));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_files)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
