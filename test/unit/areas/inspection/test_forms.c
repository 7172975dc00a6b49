/* test_forms.c - the forms: every question has its own code and a rule, and a form answers only its own questions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "areas/inspection/rules_forms.h"

static void test_questions(void **state)
{
	(void)state;
	size_t count = 0;
	for (const struct form_question *one = FORM_QUESTIONS; one->form; one++, count++) {
		struct text rule;
		assert_true(strncmp(one->code, one->form, strlen(one->form)) == 0);
		assert_true(strlen(one->question) > 20 && one->question[strlen(one->question) - 1] == '?');
		assert_true(form_question(text_from(one->form), text_from(one->code), &rule) && text_equal_string(rule, one->rule));
		for (const struct form_question *other = one + 1; other->form; other++)
			assert_true(strcmp(one->code, other->code) != 0);
		bool known = false;
		for (const struct choice *form = FORM_CHOICES; form->code; form++)
			known = known || strcmp(form->code, one->form) == 0;
		assert_true(known);
	}
	assert_true(count >= 36);
}

static void test_strangers(void **state)
{
	(void)state;
	struct text rule;
	assert_false(form_question(TEXT_OF("cpt"), TEXT_OF("opcat.1"), &rule));
	assert_false(form_question(TEXT_OF("cpt"), TEXT_OF("NMR-3"), &rule));
	assert_false(form_question(TEXT_OF("other"), TEXT_OF("cpt.1"), &rule));
	assert_true(form_question(TEXT_OF("custos"), TEXT_OF("NMR-3"), &rule) && text_equal_string(rule, "NMR-3"));
	assert_false(form_question(TEXT_OF("custos"), TEXT_OF("three"), &rule));
	assert_false(form_question(TEXT_OF("custos"), TEXT_OF("NMR-"), &rule));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_questions), cmocka_unit_test(test_strangers) };
	return cmocka_run_group_tests_name("inspection/forms", tests, NULL, NULL);
}
