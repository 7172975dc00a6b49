/* registry.c - joining the areas' tables, and finding things in them by name. */
#include "model/registry.h"

const struct record *registry_record(const struct registry *registry, struct text name)
{
	for (size_t i = 0; i < registry->record_count; i++) {
		if (text_equal_string(name, registry->records[i]->name))
			return registry->records[i];
	}
	return NULL;
}

const struct act *registry_act(const struct registry *registry, struct text name)
{
	for (size_t i = 0; i < registry->act_count; i++) {
		if (text_equal_string(name, registry->acts[i]->name))
			return registry->acts[i];
	}
	return NULL;
}

const struct rule *registry_rule(const struct registry *registry, struct text id)
{
	for (size_t i = 0; i < registry->rule_count; i++) {
		if (text_equal_string(id, registry->rules[i]->id))
			return registry->rules[i];
	}
	return NULL;
}

const struct clock_kind *registry_clock(const struct registry *registry, struct text name)
{
	for (size_t i = 0; i < registry->clock_count; i++) {
		if (text_equal_string(name, registry->clocks[i]->name))
			return registry->clocks[i];
	}
	return NULL;
}

const struct record *registry_reference(const struct registry *registry, const struct field *field)
{
	if (!field->reference)
		return NULL;
	struct text name = text_from(field->reference);
	if (text_equal_string(name, "@subject"))
		return registry->subject;
	if (text_equal_string(name, "@facility"))
		return registry->facility;
	return registry_record(registry, name);
}

/* Length of an array ended by NULL; NULL itself is an empty one. The four tables differ in type only. */
#define TABLE_LENGTH(table, out_length)                                                                                \
	do {                                                                                                           \
		(out_length) = 0;                                                                                      \
		while ((table) && (table)[(out_length)])                                                               \
			(out_length)++;                                                                                \
	} while (0)

static void join_records(struct arena *arena, const struct area *const *areas, size_t count, struct registry *registry)
{
	size_t total = 0, length;
	for (size_t i = 0; i < count; i++) {
		TABLE_LENGTH(areas[i]->records, length);
		total += length;
	}
	const struct record **all = ARENA_ARRAY(arena, const struct record *, total);
	for (size_t i = 0; i < count; i++) {
		for (const struct record *const *item = areas[i]->records; item && *item; item++)
			all[registry->record_count++] = *item;
	}
	registry->records = all;
}

static void join_acts(struct arena *arena, const struct area *const *areas, size_t count, struct registry *registry)
{
	size_t total = 0, length;
	for (size_t i = 0; i < count; i++) {
		TABLE_LENGTH(areas[i]->acts, length);
		total += length;
	}
	const struct act **all = ARENA_ARRAY(arena, const struct act *, total);
	for (size_t i = 0; i < count; i++) {
		for (const struct act *const *item = areas[i]->acts; item && *item; item++)
			all[registry->act_count++] = *item;
	}
	registry->acts = all;
}

static void join_rules(struct arena *arena, const struct area *const *areas, size_t count, struct registry *registry)
{
	size_t total = 0, length;
	for (size_t i = 0; i < count; i++) {
		TABLE_LENGTH(areas[i]->rules, length);
		total += length;
	}
	const struct rule **all = ARENA_ARRAY(arena, const struct rule *, total);
	for (size_t i = 0; i < count; i++) {
		for (const struct rule *const *item = areas[i]->rules; item && *item; item++)
			all[registry->rule_count++] = *item;
	}
	registry->rules = all;
}

static void join_clocks(struct arena *arena, const struct area *const *areas, size_t count, struct registry *registry)
{
	size_t total = 0, length;
	for (size_t i = 0; i < count; i++) {
		TABLE_LENGTH(areas[i]->clocks, length);
		total += length;
	}
	const struct clock_kind **all = ARENA_ARRAY(arena, const struct clock_kind *, total);
	for (size_t i = 0; i < count; i++) {
		for (const struct clock_kind *const *item = areas[i]->clocks; item && *item; item++)
			all[registry->clock_count++] = *item;
	}
	registry->clocks = all;
}

static void join_reactions(struct arena *arena, const struct area *const *areas, size_t count, struct registry *registry)
{
	size_t total = 0, length;
	for (size_t i = 0; i < count; i++) {
		TABLE_LENGTH(areas[i]->reactions, length);
		total += length;
	}
	const struct reaction **all = ARENA_ARRAY(arena, const struct reaction *, total);
	for (size_t i = 0; i < count; i++) {
		for (const struct reaction *const *item = areas[i]->reactions; item && *item; item++)
			all[registry->reaction_count++] = *item;
	}
	registry->reactions = all;
}

void registry_react(const struct registry *registry, struct act_context *context, struct decision *decision)
{
	for (size_t i = 0; i < registry->reaction_count; i++)
		for (const char *const *name = registry->reactions[i]->acts; *name; name++)
			if (text_equal_string(text_from(context->act->name), *name))
				registry->reactions[i]->follow(context, decision);
}

struct registry *registry_make(struct arena *arena, const struct area *const *areas, size_t count)
{
	struct registry *registry = ARENA_NEW(arena, struct registry);
	join_records(arena, areas, count, registry);
	join_acts(arena, areas, count, registry);
	join_rules(arena, areas, count, registry);
	join_clocks(arena, areas, count, registry);
	join_reactions(arena, areas, count, registry);
	registry->subject_facility = registry->facility_code = registry->facility_zone = FIELD_NONE;
	return registry;
}
