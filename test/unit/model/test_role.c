/* test_role.c - codes of roles and compartments, and an actor's reach. */
#include "sample.h"

static void test_codes(void **state)
{
	(void)state;
	for (int i = 0; i < ROLE_COUNT; i++) {
		enum role role = ROLE_COUNT;
		assert_true(*role_label((enum role)i));
		assert_true(role_parse(text_from(role_code((enum role)i)), &role));
		assert_int_equal(role, i);
	}
	for (int i = 0; i < COMPARTMENT_COUNT; i++) {
		enum compartment compartment = COMPARTMENT_COUNT;
		assert_true(compartment_parse(text_from(compartment_code((enum compartment)i)), &compartment));
		assert_int_equal(compartment, i);
	}
	enum role role = ROLE_WING;
	enum compartment compartment = COMPARTMENT_LEGAL;
	assert_false(role_parse(TEXT_OF("king"), &role));
	assert_false(role_parse(text_empty(), &role));
	assert_int_equal(role, ROLE_WING);
	assert_false(compartment_parse(TEXT_OF(""), &compartment));
	assert_string_equal(role_code(ROLE_COUNT), "");
	assert_string_equal(compartment_code(COMPARTMENT_COUNT), "");
}

static void test_actor(void **state)
{
	(void)state;
	const struct text facilities[] = { TEXT("A"), TEXT("B") };
	struct actor actor = { .roles = ROLE(WING) | ROLE(AUDITOR), .facilities = facilities, .facility_count = 2 };
	assert_true(actor_has_role(&actor, ROLE(WING)));
	assert_true(actor_has_role(&actor, ROLE(WING) | ROLE(HEALTH)));
	assert_false(actor_has_role(&actor, ROLE(HEALTH)));
	assert_false(actor_has_role(&actor, ROLES_NONE));
	assert_true(actor_in_scope(&actor, TEXT_OF("B")));
	assert_false(actor_in_scope(&actor, TEXT_OF("C")));
	assert_false(actor_in_scope(&actor, text_empty()));
	actor.all_facilities = true;
	assert_true(actor_in_scope(&actor, TEXT_OF("C")));
	struct actor nobody = { .roles = ROLES_NONE };
	assert_false(actor_in_scope(&nobody, TEXT_OF("A")));
	assert_false(actor_has_role(&nobody, ROLES_ALL));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_codes), cmocka_unit_test(test_actor) };
	return cmocka_run_group_tests_name("model/role", tests, NULL, NULL);
}
