/* test_rule_register.c - the register as shipped: all rows, titles and headings; code without a row is found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "service/rule_register.h"

static void test_rows(void **state)
{
	(void)state;
	size_t count, of_number[REGISTER_MANDELA_RULES + 1] = { 0 };
	const struct register_row *rows = register_rows(&count);
	assert_true(count >= 360);
	for (size_t i = 0; i < count; i++) {
		assert_true(register_find(rows[i].rule) == &rows[i] && register_index(&rows[i]) == i);
		assert_true(strlen(register_kind_label(rows[i].kind)) > 0);
		assert_true(!text_is_empty(rows[i].requirement) && !text_is_empty(rows[i].source));
		if (text_starts_with(rows[i].rule, TEXT_OF("NMR-")))
			of_number[rows[i].number_of_rule]++;
	}
	/* No rule of the 122 is without a row, a title and a heading. */
	for (int number = 1; number <= REGISTER_MANDELA_RULES; number++)
		assert_true(of_number[number] > 0 && register_title(number) != NULL);
	assert_null(register_title(0));
	assert_null(register_title(123));
	assert_string_equal(register_part_label(register_part(register_find(TEXT_OF("NMR-46.1a")))), "Restrictions, discipline and sanctions");
	assert_string_equal(register_part_code(register_part(register_find(TEXT_OF("BKK-22")))), "bangkok");
	assert_string_equal(register_part_code(register_part(register_find(TEXT_OF("S2396-a")))), "council");
}

static void test_names(void **state)
{
	(void)state;
	assert_true(text_equal_string(register_find(TEXT_OF("NMR-11.a.part"))->rule, "NMR-11.a"));
	assert_null(register_find(TEXT_OF("NMR-7")));
	assert_null(register_find(TEXT_OF("NMR-999.x")));
	assert_true(register_is_absolute(TEXT_OF("NMR-43.1b")) && register_is_absolute(TEXT_OF("NMR-1")));
	assert_false(register_is_absolute(TEXT_OF("NMR-10")));
	assert_int_equal(register_force(register_find(TEXT_OF("NMR-1"))), FORCE_SHALL);
}

static const struct rule GOOD = { .id = "NMR-11.a", .text = "x", .kind = RULE_REFUSE };
static const struct rule LOST = { .id = "NMR-11.z", .text = "x", .kind = RULE_REFUSE };
static const struct rule SOFT = { .id = "NMR-43.1b", .text = "x", .kind = RULE_REFUSE };
static const struct clock_kind CLOCK = { .name = "seen", .rule = "NMR-31.1" };
static const struct record BOOKS = { .name = "book" };
static const struct rule_evidence EVIDENCE = { .rule = "NMR-64", .record = &BOOKS };

static void test_check(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct error_list errors;
	const struct rule *rules[] = { &GOOD };
	const struct clock_kind *clocks[] = { &CLOCK };
	const struct rule_evidence *evidence[] = { &EVIDENCE };
	struct registry registry = { .rules = rules, .rule_count = 1, .clocks = clocks, .clock_count = 1, .evidence = evidence, .evidence_count = 1 };
	error_list_begin(&errors, arena);
	assert_true(register_check(&registry, &errors));
	assert_int_equal(register_status(&registry, register_find(TEXT_OF("NMR-11.a"))), REGISTER_CODE);
	assert_int_equal(register_status(&registry, register_find(TEXT_OF("NMR-31.1"))), REGISTER_CODE);
	assert_int_equal(register_status(&registry, register_find(TEXT_OF("NMR-64"))), REGISTER_CODE);
	assert_int_equal(register_status(&registry, register_find(TEXT_OF("NMR-3"))), REGISTER_QUESTION);
	assert_int_equal(register_status(&registry, register_find(TEXT_OF("NMR-11.b"))), REGISTER_OPEN);
	rules[0] = &LOST;
	assert_false(register_check(&registry, &errors));
	error_list_begin(&errors, arena);
	rules[0] = &SOFT; /* an absolute rule whose code could be overridden */
	assert_false(register_check(&registry, &errors));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_names), cmocka_unit_test(test_check) };
	return cmocka_run_group_tests_name("service/rule_register", tests, NULL, NULL);
}
