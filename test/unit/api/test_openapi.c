/* test_openapi.c - the description names every record and act, and its references lead somewhere. */
#include "../service/inn.h"

#include "api/internal.h"

static struct json_value parsed(struct arena *arena, struct text text)
{
	struct error_list errors;
	struct json_value root;
	error_list_begin(&errors, arena);
	assert_true(json_parse(arena, text, &root, &errors));
	return root;
}

static void check_references(struct json_value root, struct text text)
{
	struct json_value components = json_get(root, "components");
	struct text prefix = TEXT_OF("\"$ref\":\"#/components/");
	int found = 0;
	for (size_t at = text_find(text, prefix); at != SIZE_MAX; at = text_find(text, prefix)) {
		text = text_slice(text, at + prefix.length, text.length);
		struct text path = text_slice(text, 0, text_find_byte(text, '"'));
		size_t slash = text_find_byte(path, '/');
		char kind[64] = "", name[128] = "";
		snprintf(kind, sizeof kind, "%.*s", (int)slash, path.data);
		snprintf(name, sizeof name, "%.*s", (int)(path.length - slash - 1), path.data + slash + 1);
		if (json_is_absent(json_get(json_get(components, kind), name)))
			fail_msg("no component %s/%s", kind, name);
		found++;
	}
	assert_true(found > 10);
}

static void test_openapi(void **state)
{
	struct inn *inn = *state;
	const struct registry *registry = service_registry(inn->service);
	struct text text = api_openapi(inn->arena, registry);
	struct json_value root = parsed(inn->arena, text), paths = json_get(root, "paths");
	assert_true(text_equal_string(json_get_text(root, "openapi"), "3.1.0"));
	for (size_t i = 0; i < registry->record_count; i++)
		assert_false(json_is_absent(json_get(paths, arena_format(inn->arena, "/%s", registry->records[i]->name).data)));
	for (size_t i = 0; i < registry->act_count; i++) {
		bool present = !json_is_absent(json_get(paths, arena_format(inn->arena, "/acts/%s", registry->acts[i]->name).data));
		assert_int_equal(present, !(registry->acts[i]->flags & ACT_SYSTEM));
	}
	check_references(root, text);
}

static void test_model(void **state)
{
	struct inn *inn = *state;
	const struct registry *registry = service_registry(inn->service);
	struct json_value root = parsed(inn->arena, api_model(inn->arena, registry));
	assert_int_equal(json_count(json_get(root, "records")), registry->record_count);
	assert_int_equal(json_count(json_get(root, "acts")), registry->act_count);
	assert_int_equal(json_count(json_get(root, "rules")), registry->rule_count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_openapi), INN_TEST(test_model)};
	return INN_RUN("openapi", tests);
}
