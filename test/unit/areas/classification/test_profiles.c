/* test_profiles.c - the example profiles load, set what they say, and a looser one is refused with rule and floor. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "service/profile.h"

static void examples_load(void **state)
{
	static const struct { const char *file, *name, *value, *neutral; } EXPECTED[] = {
		{ "france-example", "class.body_unit", "3", "2" }, { "france-example", "class.unit_days", "181", "183" },
		{ "france-example", "class.unit_escalate_days", "365", "365" }, { "new-zealand-example", "class.category_days", "181", "365" },
		{ "new-zealand-example", "class.appeal_decide_days", "10", "10" }, { "canada-example", "class.body_from_highest", "3", "1" },
		{ "england-example", "class.unit_review_days", "91", "91" }, { "england-example", "class.body_unit", "3", "2" } };
	(void)state;
	for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++) {
		struct arena *arena = arena_create();
		struct error_list errors;
		struct profile *profile;
		struct text json;
		error_list_begin(&errors, arena);
		const char *path = file_path(arena, PROFILES, arena_format(arena, "%s.json", EXPECTED[i].file).data);
		assert_true(file_read(arena, path, 1 << 20, &json));
		if (!profile_load(arena, json, &profile, &errors))
			fail_msg("%s: %.*s", path, TEXT_FORMAT(error_english(arena, &errors.items[0])));
		assert_true(text_equal_string(profile_name(profile), EXPECTED[i].file));
		assert_true(text_equal_string(profile_parameter(profile, text_empty(), EXPECTED[i].name), EXPECTED[i].value));
		assert_true(text_equal_string(profile_parameter(profile_neutral(arena), text_empty(), EXPECTED[i].name), EXPECTED[i].neutral));
		arena_destroy(arena);
	}
}

/* A country can only tighten: every bound, just beyond it. */
static void looser_is_refused(void **state)
{
	static const struct { const char *parameter; int value; const char *rule, *limit; } LOOSER[] = {
		{ "class.unit_days", 184, "SAFE-END", "183" }, { "class.category_days", 367, "SAFE-END", "366" }, { "class.assessed_days", 184, "SAFE-END", "183" },
		{ "class.vulnerable_days", 93, "SAFE-END", "92" }, { "class.legal_basis_days", 367, "SAFE-END", "366" }, { "class.sharing_days", 367, "SAFE-END", "366" },
		{ "class.proposal_days", 91, "SAFE-END", "90" }, { "class.review_days", 367, "NMR-8.b", "366" }, { "class.unit_review_days", 184, "NMR-8.b", "183" },
		{ "class.quorum", 1, "SAFE-QUORUM", "2" }, { "class.prepare_days", 1, "SAFE-PREPARE", "2" }, { "class.appeal_days", 9, "SAFE-APPEAL", "10" },
		{ "class.appeal_decide_days", 21, "SAFE-APPEAL", "20" }, { "class.body_basis", 1, "SAFE-T3", "2" }, { "class.body_unit", 1, "SAFE-T3", "2" },
		{ "class.unit_escalate_days", 367, "SAFE-T3", "366" }, { "class.independent_items", 1, "SAFE-T5", "2" }, { "class.evidence_days", 1097, "SAFE-T5", "1096" },
		{ "class.basis_fell_hours", 25, "SAFE-T12", "24" }, { "class.signal_days", 15, "SAFE-T16", "14" }, { "class.told_days", 4, "SAFE-TOLD", "3" } };
	(void)state;
	for (size_t i = 0; i < sizeof LOOSER / sizeof *LOOSER; i++) {
		struct arena *arena = arena_create();
		struct error_list errors;
		struct profile *profile;
		error_list_begin(&errors, arena);
		struct text json = arena_format(arena, "{\"profile\":\"looser\",\"title\":\"Looser\",\"parameters\":{\"%s\":%d}}", LOOSER[i].parameter, LOOSER[i].value);
		if (profile_load(arena, json, &profile, &errors))
			fail_msg("%s=%d loads", LOOSER[i].parameter, LOOSER[i].value);
		assert_int_equal(errors.items[0].code, E_RULE);
		assert_string_equal(errors.items[0].citation, LOOSER[i].rule);
		if (text_find(error_english(arena, &errors.items[0]), text_from(LOOSER[i].limit)) == SIZE_MAX)
			fail_msg("%s: the limit %s is not named", LOOSER[i].parameter, LOOSER[i].limit);
		arena_destroy(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(examples_load), cmocka_unit_test(looser_is_refused) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
