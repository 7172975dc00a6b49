/* test_form.c - unit tests of format/form. */
#include "format/form.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

static void reads_fields_in_order(void **state)
{
	struct error_list errors;
	struct form form = {0};
	struct text value;
	size_t index = 0;
	error_list_begin(&errors, *state);
	assert_true(form_parse(*state, TEXT_OF("a=1&&b=x+y%2Bz&a=%D0%96&c&=e&d=p=q&"), NULL, &form, &errors));
	assert_int_equal(form.count, 6);
	assert_true(text_equal_string(form_get(&form, "a"), "1"));
	assert_true(text_equal_string(form_get(&form, "b"), "x y+z"));
	assert_true(form_has(&form, "c"));
	assert_true(text_is_empty(form_get(&form, "c")));
	assert_true(text_equal_string(form_get(&form, ""), "e"));
	assert_true(text_equal_string(form_get(&form, "d"), "p=q"));
	assert_false(form_has(&form, "missing"));
	assert_true(form_next(&form, "a", &index, &value));
	assert_true(form_next(&form, "a", &index, &value));
	assert_true(text_equal_string(value, "\xD0\x96"));
	assert_false(form_next(&form, "a", &index, &value));
	assert_true(form_parse(*state, text_empty(), NULL, &form, &errors));
	assert_int_equal(form.count, 0);
}

static enum error_code code_of(struct arena *arena, const char *body, struct form_limits limits)
{
	struct error_list errors;
	struct form form = {0};
	error_list_begin(&errors, arena);
	if (form_parse(arena, text_from(body), &limits, &form, &errors))
		return E_NONE;
	assert_int_equal(errors.count, 1);
	return errors.items[0].code;
}

static void refuses_malformed_bodies(void **state)
{
	static const char *const bad[] = {"a=%", "a=%1", "a=%g1", "a=%1g", "%=1", "a=%00", "a=%FF", "a=\xFF", "a=%C3", "a=%ED%A0%80"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(code_of(*state, bad[i], (struct form_limits){0}), E_SYNTAX);
}

static void keeps_its_limits(void **state)
{
	struct form_limits limits = {.body = 20, .fields = 2, .name = 3, .value = 4};
	assert_int_equal(code_of(*state, "abc=1234&b=5", limits), E_NONE);
	assert_int_equal(code_of(*state, "a=1&b=2&c=3", limits), E_LIMIT);
	assert_int_equal(code_of(*state, "a=1&b=2&&&", limits), E_NONE);
	assert_int_equal(code_of(*state, "abcd=1", limits), E_LIMIT);
	assert_int_equal(code_of(*state, "a=12345", limits), E_LIMIT);
	assert_int_equal(code_of(*state, "a=%41%41%41%41", limits), E_NONE);
	assert_int_equal(code_of(*state, "a=1&&&&&&&&&&&&&&&&&&", limits), E_LIMIT);
}

static void encodes_and_decodes(void **state)
{
	struct builder builder;
	struct text text;
	builder_begin(&builder, *state, 0);
	builder_add_string(&builder, "/people?");
	form_write(&builder, TEXT_OF("q"), TEXT_OF("a b/\xD0\x96&=+"));
	form_write(&builder, TEXT_OF("page"), TEXT_OF("-_.~2"));
	text = builder_text(&builder);
	assert_true(text_equal_string(text, "/people?q=a%20b%2F%D0%96%26%3D%2B&page=-_.~2"));
	assert_true(form_decode(*state, TEXT_OF("a+b%2f"), false, &text));
	assert_true(text_equal_string(text, "a+b/"));
	assert_true(form_decode(*state, TEXT_OF("a+b"), true, &text));
	assert_true(text_equal_string(text, "a b"));
	assert_false(form_decode(*state, TEXT_OF("%80"), true, &text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_fields_in_order),
		cmocka_unit_test(refuses_malformed_bodies),
		cmocka_unit_test(keeps_its_limits),
		cmocka_unit_test(encodes_and_decodes),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
