/* test_error.c - unit tests of base/error. */
#include "base/error.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int open_arena(void **state)
{
	*state = arena_create();
	return 0;
}

static int close_arena(void **state)
{
	arena_destroy(*state);
	return 0;
}

static void collects_copies(void **state)
{
	struct error_list errors;
	char value[] = "sex";
	error_list_begin(&errors, *state);
	for (int i = 0; i < 20; i++)
		error_add(&errors, &(struct error){.code = E_REQUIRED, .path = text_from(value), .message = "Enter {field}",
						   .parameters = {{.name = "field", .value = text_from(value)}}});
	memcpy(value, "xxx", 3);
	assert_int_equal(errors.count, 20);
	assert_true(text_equal_string(errors.items[19].path, "sex"));
	assert_true(text_equal_string(error_english(*state, &errors.items[0]), "Enter sex"));
	assert_non_null(errors.items[0].detail.data);
}

static void appends_even_to_itself(void **state)
{
	struct error_list errors, more;
	error_list_begin(&errors, *state);
	error_list_begin(&more, *state);
	error_say(&errors, E_SYNTAX, NULL, "one");
	error_say(&more, E_LIMIT, "/name", "two");
	error_append(&errors, &more);
	error_append(&errors, &errors);
	assert_int_equal(errors.count, 4);
	assert_string_equal(errors.items[3].message, "two");
	assert_true(text_equal_string(errors.items[3].path, "/name"));
	assert_true(text_is_empty(errors.items[0].path));
	assert_true(error_list_has(&errors, E_LIMIT));
	assert_false(error_list_has(&errors, E_STATE));
}

static void fills_in_parameters(void **state)
{
	struct error error = {.message = "{a} and {b}, {missing} }{ {a",
			      .parameters = {{.name = "a", .value = TEXT("1")}, {.name = "b", .value = TEXT("{a}")}}};
	assert_true(text_equal_string(error_english(*state, &error), "1 and {a}, {missing} }{ {a"));
	error.message = NULL;
	assert_true(text_is_empty(error_english(*state, &error)));
}

static void the_gravest_error_gives_the_status(void **state)
{
	static const struct {
		enum error_code code;
		int status;
	} rising[] = {{E_REQUIRED, 422}, {E_CONFLICT, 409}, {E_SYNTAX, 400}, {E_FILE_SIZE, 413}, {E_NOT_FOUND, 404},
		      {E_RATE, 429},	 {E_ACCESS, 403},   {E_SIGN_IN, 401}, {E_BUSY, 503},	 {E_STORE, 500}};
	struct error_list errors;
	error_list_begin(&errors, *state);
	assert_int_equal(error_http_status(&errors), 200);
	for (size_t i = 0; i < sizeof(rising) / sizeof(rising[0]); i++) {
		error_say(&errors, rising[i].code, NULL, "text");
		assert_int_equal(error_http_status(&errors), rising[i].status);
	}
}

static void every_code_has_its_status(void **state)
{
	static const struct {
		enum error_code code;
		int status;
	} cases[] = {{E_TYPE, 422}, {E_RULE, 422}, {E_RULE_WARNING, 422}, {E_IDEMPOTENCY, 422}, {E_DUPLICATE, 409}, {E_STATE, 409},
		     {E_SECOND_PERSON, 409}, {E_CSRF, 403}, {E_FULL, 503}, {E_SYSTEM, 500}, {E_JOURNAL, 500},
		     {E_KEY_DESTROYED, 404}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct error_list errors;
		error_list_begin(&errors, *state);
		error_say(&errors, cases[i].code, NULL, "text");
		assert_int_equal(error_http_status(&errors), cases[i].status);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(collects_copies),     cmocka_unit_test(appends_even_to_itself),
		cmocka_unit_test(fills_in_parameters), cmocka_unit_test(the_gravest_error_gives_the_status),
		cmocka_unit_test(every_code_has_its_status),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
