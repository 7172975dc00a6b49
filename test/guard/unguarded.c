/* unguarded.c - custos with some of its rules asleep, for one test only: that a guard is needed is shown by leaving it out. Linked from
   the program's own objects; registry_make is wrapped (ld --wrap), so nothing of this stands in the program itself. */
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "model/registry.h"

struct registry *__real_registry_make(struct arena *arena, const struct area *const *areas, size_t count);
struct registry *__wrap_registry_make(struct arena *arena, const struct area *const *areas, size_t count);

static bool never(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	(void)context;
	(void)decision;
	(void)out_finding;
	return false;
}

static bool is_left_out(struct text id)
{
	const char *names = getenv("CUSTOS_UNGUARDED");
	struct text rest = text_from(names ? names : ""), piece;
	while (text_next(&rest, ' ', &piece))
		if (text_equal(piece, id))
			return true;
	return false;
}

struct registry *__wrap_registry_make(struct arena *arena, const struct area *const *areas, size_t count)
{
	struct registry *registry = __real_registry_make(arena, areas, count);
	const struct rule **rules = ARENA_ARRAY(arena, const struct rule *, registry->rule_count);
	size_t asleep = 0;
	for (size_t i = 0; i < registry->rule_count; i++) {
		rules[i] = registry->rules[i];
		if (!is_left_out(text_from(rules[i]->id)))
			continue;
		struct rule *rule = ARENA_NEW(arena, struct rule);
		*rule = *registry->rules[i];
		rule->bites = never;
		rules[i] = rule;
		asleep++;
	}
	registry->rules = rules;
	if (asleep == 0) {
		fputs("unguarded: CUSTOS_UNGUARDED names no rule of the program\n", stderr);
		exit(2);
	}
	return registry;
}
