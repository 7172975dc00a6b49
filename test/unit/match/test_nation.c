/* test_nation.c - names of states as lists write them find their code. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "match/nation.h"

static void names_find_their_code(void **state)
{
	static const struct { const char *name, *code; } ROWS[] = { { "Afghanistan", "AF" }, { "Democratic People's Republic of Korea", "KP" },
		{ "Republic of Korea", "KR" }, { "Democratic Republic of the Congo", "CD" }, { "Congo", "CG" }, { "Russian Federation", "RU" },
		{ "United Kingdom of Great Britain and Northern Ireland", "GB" }, { "Iran (Islamic Republic of)", "IR" }, { "Syrian Arab Republic", "SY" },
		{ "United Republic of Tanzania", "TZ" }, { "State of Palestine", "PS" }, { "T\303\274rkiye", "TR" }, { "GUINEA-BISSAU", "GW" },
		{ "Guinea", "GN" }, { "South Sudan", "SS" }, { "Sudan", "SD" }, { "kg", "KG" },
		{ "Republic of Kazakhstan", "KZ" }, { "Kyrgyz Republic", "KG" }, { "Kingdom of Saudi Arabia", "SA" }, { "Saudi Arabia", "SA" },
		{ "\320\242\320\260\320\264\320\266\320\270\320\272\320\270\321\201\321\202\320\260\320\275", "TJ" },
		{ "\330\252\331\210\331\206\330\263", "TN" }, { "Ouganda", "UG" }, { "United Arab Emirates", "AE" }, { "Islamic Republic of Pakistan", "PK" } };
	(void)state;
	for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
		assert_string_equal(nation_code(text_from(ROWS[i].name)).data, ROWS[i].code);
}

static void others_have_none(void **state)
{
	static const char *const NAMES[] = { "", "former Soviet Union", "of the", "Nowhere", "Korea", "XX" };
	(void)state;
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
		assert_true(text_is_empty(nation_code(text_from(NAMES[i]))));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(names_find_their_code), cmocka_unit_test(others_have_none) };
	return cmocka_run_group_tests_name("match/nation", tests, NULL, NULL);
}
