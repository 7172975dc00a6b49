/* test_field.c - reading texts into values, writing them back, refusing what does not fit. */
#include "sample.h"

static const struct choice colours[] = { { "red", "Red" }, { "green", "Green" }, { NULL, NULL } };

/* One field of every type, all of which may be unknown. */
static struct field field_of(enum field_type type)
{
	return (struct field){ PLAIN("thing", type), .flags = FIELD_MAY_BE_UNKNOWN,
		.choices = type == FIELD_CHOICE || type == FIELD_CODES ? colours : NULL,
		.limits = { .scale = type == FIELD_DECIMAL ? 3 : 0 } };
}

/* Parses; gives the canonical text, or "!<code>". The value must survive the way back unchanged. */
static const char *canonical(struct arena *arena, const struct field *field, const char *text)
{
	struct error_list errors;
	struct value value, again;
	error_list_begin(&errors, arena);
	if (!field_parse(field, arena, text_from(text), &value, &errors)) {
		assert_int_equal(errors.count, 1);
		assert_string_equal(errors.items[0].path.data, "/thing");
		assert_non_null(errors.items[0].message);
		return arena_format(arena, "!%d", errors.items[0].code).data;
	}
	assert_int_equal(errors.count, 0);
	struct text back = field_text(field, arena, value);
	assert_true(field_parse(field, arena, back, &again, &errors));
	assert_true(value_equal(value, again));
	assert_true(field_check(field, value, &errors));
	return arena_string(arena, back);
}

struct example {
	enum field_type type;
	const char *text, *canonical;
};

static const struct example examples[] = {
	{ FIELD_LINE, "  Aigul \xc2\xa0", "Aigul" },
	{ FIELD_LINE, "", "" },
	{ FIELD_LINE, " \t", "" },
	{ FIELD_LINE, " ? ", "?" },
	{ FIELD_LINE, "a\nb", "!1008" },
	{ FIELD_LINE, "a\xe2\x80\xa8" "b", "!1008" },
	{ FIELD_LINE, "a\xff", "!1003" },
	{ FIELD_LINE, "\xd8\xb9\xd9\x84\xd9\x8a", "\xd8\xb9\xd9\x84\xd9\x8a" },
	{ FIELD_PROSE, "a\r\nb\rc\n", "a\nb\nc" },
	{ FIELD_PROSE, "a\tb", "a\tb" },
	{ FIELD_PROSE, "a\x01" "b", "!1008" },
	{ FIELD_CODE, "A.b/c_d-9", "A.b/c_d-9" },
	{ FIELD_CODE, "a b", "!1008" },
	{ FIELD_CODE, "\xc3\xa4", "!1008" },
	{ FIELD_INTEGER, "007", "7" },
	{ FIELD_INTEGER, "-12", "-12" },
	{ FIELD_INTEGER, "-0", "0" },
	{ FIELD_INTEGER, "9007199254740991", "9007199254740991" },
	{ FIELD_INTEGER, "9007199254740992", "!1004" },
	{ FIELD_INTEGER, "9223372036854775808", "!1003" },
	{ FIELD_INTEGER, "1.0", "!1003" },
	{ FIELD_INTEGER, "12a", "!1003" },
	{ FIELD_INTEGER, "-", "!1003" },
	{ FIELD_INTEGER, "+1", "!1003" },
	{ FIELD_DECIMAL, "12.5", "12.500" },
	{ FIELD_DECIMAL, "-0.005", "-0.005" },
	{ FIELD_DECIMAL, "12.3456", "!1003" },
	{ FIELD_DECIMAL, ".5", "!1003" },
	{ FIELD_DECIMAL, "5.", "!1003" },
	{ FIELD_DECIMAL, "1.2.3", "!1003" },
	{ FIELD_DECIMAL, "-.5", "!1003" },
	{ FIELD_MONEY, "12.5", "12.50" },
	{ FIELD_MONEY, "0", "0.00" },
	{ FIELD_MONEY, "-0.07", "-0.07" },
	{ FIELD_MONEY, "9999999999999999.99", "9999999999999999.99" },
	{ FIELD_MONEY, "10000000000000000.00", "!1004" },
	{ FIELD_MONEY, "99999999999999999999", "!1003" },
	{ FIELD_YES_NO, "Yes", "yes" },
	{ FIELD_YES_NO, "false", "no" },
	{ FIELD_YES_NO, "maybe", "!1003" },
	{ FIELD_YES_NO, "?", "?" },
	{ FIELD_DATE, "2024-02-29", "2024-02-29" },
	{ FIELD_DATE, "2023-02-29", "!1003" },
	{ FIELD_DATE, "2023-02", "!1003" },
	{ FIELD_PARTIAL_DATE, "1974", "1974" },
	{ FIELD_PARTIAL_DATE, "1974-05", "1974-05" },
	{ FIELD_PARTIAL_DATE, "1974-05-09", "1974-05-09" },
	{ FIELD_PARTIAL_DATE, "1974-13", "!1003" },
	{ FIELD_MOMENT, "2026-11-20T08:15:30.000Z", "2026-11-20T08:15:30.000Z" },
	{ FIELD_MOMENT, "2026-11-20T10:15:30+02:00", "2026-11-20T08:15:30.000Z" },
	{ FIELD_MOMENT, "2026-11-20", "!1003" },
	{ FIELD_DURATION, "P7Y6M", "P7Y6M" },
	{ FIELD_DURATION, "7 years", "!1003" },
	{ FIELD_CHOICE, "red", "red" },
	{ FIELD_CHOICE, "Red", "!1005" },
	{ FIELD_CHOICE, "blue", "!1005" },
	{ FIELD_CODES, " red, green\nred ", "green red" },
	{ FIELD_CODES, "red blue", "!1005" },
	{ FIELD_CODES, ",", "!1008" },
	{ FIELD_REFERENCE, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAV" },
	{ FIELD_REFERENCE, "o1arz3ndektsv4rrffq69g5fav", "01ARZ3NDEKTSV4RRFFQ69G5FAV" },
	{ FIELD_REFERENCE, "nobody", "!1003" },
	{ FIELD_DOCUMENT, "x", "!1003" },
	{ FIELD_HASH, "ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789",
		"abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789" },
	{ FIELD_HASH, "abc", "!1003" },
};

static void test_examples(void **state)
{
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		struct field field = field_of(examples[i].type);
		assert_string_equal(canonical(*state, &field, examples[i].text), examples[i].canonical);
	}
}

static void test_unknown(void **state)
{
	for (int type = FIELD_LINE; type < FIELD_TYPE_COUNT; type++) {
		struct field field = field_of((enum field_type)type);
		assert_string_equal(canonical(*state, &field, "?"), "?");
		assert_string_equal(canonical(*state, &field, ""), "");
		field.flags = 0;
		assert_string_equal(canonical(*state, &field, "?"), "!1007");
		assert_string_equal(canonical(*state, &field, ""), "");
	}
}

static void test_limits(void **state)
{
	struct field line = field_of(FIELD_LINE), number = field_of(FIELD_INTEGER), code = field_of(FIELD_CODE);
	line.limits = (struct limits){ .minimum = 2, .maximum = 3 };
	assert_string_equal(canonical(*state, &line, "a"), "!1004");
	/* Code points, not bytes. */
	assert_string_equal(canonical(*state, &line, "\xc3\xa4\xc3\xa4\xc3\xa4"), "\xc3\xa4\xc3\xa4\xc3\xa4");
	assert_string_equal(canonical(*state, &line, "abcd"), "!1004");
	number.limits = (struct limits){ .minimum = 1, .maximum = 0 };
	assert_string_equal(canonical(*state, &number, "0"), "!1004");
	assert_string_equal(canonical(*state, &number, "5000000"), "5000000");
	number.limits = (struct limits){ .minimum = 0, .maximum = 10 };
	assert_string_equal(canonical(*state, &number, "-1"), "!1004");
	assert_string_equal(canonical(*state, &number, "11"), "!1004");
	number.limits = (struct limits){ .minimum = -5, .maximum = 0 };
	assert_string_equal(canonical(*state, &number, "1"), "!1004");
	assert_string_equal(canonical(*state, &number, "-5"), "-5");
	char *sixty_five = arena_allocate(*state, 66);
	memset(sixty_five, 'x', 65);
	assert_string_equal(canonical(*state, &code, sixty_five), "!1004");
	assert_string_equal(canonical(*state, &code, sixty_five + 1), sixty_five + 1);
}

/* What acts set in code is held to the same rules as what people type. */
static void test_check(void **state)
{
	struct error_list errors;
	error_list_begin(&errors, *state);
	struct field field = field_of(FIELD_LINE);
	assert_false(field_check(&field, value_integer(1), &errors));
	assert_false(field_check(&field, value_string("?"), &errors));
	assert_false(field_check(&field, value_string(" a"), &errors));
	assert_false(field_check(&field, value_bytes(TEXT_OF("a")), &errors));
	field = field_of(FIELD_YES_NO);
	assert_false(field_check(&field, value_integer(2), &errors));
	assert_false(field_check(&field, value_string("yes"), &errors));
	field = field_of(FIELD_CODES);
	assert_false(field_check(&field, value_string("red green"), &errors));
	assert_false(field_check(&field, value_string("green  red"), &errors));
	assert_false(field_check(&field, value_string("green green"), &errors));
	assert_false(field_check(&field, value_string("green "), &errors));
	assert_true(field_check(&field, value_string("green red"), &errors));
	field = field_of(FIELD_DURATION);
	assert_true(field_check(&field, value_string("P7Y"), &errors));
	assert_false(field_check(&field, value_string("p7y"), &errors));
	field = field_of(FIELD_MOMENT);
	assert_false(field_check(&field, value_integer(INT64_MIN), &errors));
	assert_int_equal(errors.count, 12);
}

/* Random integers survive text and back in every integer-held type. */
static void test_numbers(void **state)
{
	uint64_t seed = 88172645463325252u;
	for (int i = 0; i < 2000; i++) {
		seed ^= seed << 13;
		seed ^= seed >> 7;
		seed ^= seed << 17;
		struct field field = field_of(i % 2 ? FIELD_DECIMAL : FIELD_MONEY);
		field.limits.scale = i % 2 ? i % 19 : 0;
		int64_t integer = (int64_t)(seed % UINT64_C(2000000000000000000)) - INT64_C(1000000000000000000);
		integer /= (int64_t)1 << (seed % 60);
		if (integer <= -INT64_C(1000000000000000000))
			continue;
		struct error_list errors;
		struct value value = value_absent();
		error_list_begin(&errors, *state);
		struct text text = field_text(&field, *state, value_integer(integer));
		assert_true(field_parse(&field, *state, text, &value, &errors));
		assert_true(value_equal(value, value_integer(integer)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_examples, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_unknown, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_limits, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_check, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_numbers, begin_arena, end_arena),
	};
	return cmocka_run_group_tests_name("model/field", tests, NULL, NULL);
}
