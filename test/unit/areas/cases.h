/*
 * cases.h - included behind an area's CASES and CASE_COUNT: every rule of the area bites in one of them and stays silent in another. Deadlines
 * are tested with the clocks.
 */
static void rules_have_both(const struct rule *const *rules)
{
	for (size_t i = 0; rules[i]; i++) {
		const struct rule *rule = rules[i];
		bool firing = false, silent = false;
		for (size_t j = 0; j < CASE_COUNT; j++)
			if (strcmp(CASES[j].rule, rule->id) == 0)
				*(CASES[j].bites ? &firing : &silent) = true;
		if (rule->kind != RULE_DEADLINE && (!firing || !silent))
			fail_msg("%s has no case in which it %s", rule->id, firing ? "stays silent" : "bites");
	}
}
