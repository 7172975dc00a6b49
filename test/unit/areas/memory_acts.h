/*
 * memory_acts.h - what tests of verbs ask after memory.h: run a line and keep what it decides, have it refused beside an input, clocks that it
 * starts and stops. Included after memory.h.
 */
#ifndef CUSTOS_TEST_AREAS_MEMORY_ACTS_H
#define CUSTOS_TEST_AREAS_MEMORY_ACTS_H

static inline void run(struct memory *memory, const char *line)
{
	if (!memory_run(memory, text_from(line)))
		fail_msg("%s: %.*s", line, TEXT_FORMAT(memory->errors.count ? error_english(memory->arena, &memory->errors.items[0]) : TEXT_OF("no fault")));
	memory_check(memory);
	memory_keep(memory);
}

static inline void refuses(struct memory *memory, const char *line, const char *path)
{
	if (memory_run(memory, text_from(line)))
		fail_msg("%s is not refused", line);
	for (size_t i = 0; i < memory->errors.count; i++)
		if (text_equal_string(memory->errors.items[i].path, path))
			return;
	fail_msg("%s: no fault at %s", line, path);
}

static inline const struct deadline_start *started(const struct memory *memory, const char *clock)
{
	for (size_t i = 0; i < memory->decision.start_count; i++)
		if (strcmp(memory->decision.starts[i].clock->name, clock) == 0)
			return &memory->decision.starts[i];
	return NULL;
}

static inline bool stopped(const struct memory *memory, const char *clock)
{
	for (size_t i = 0; i < memory->decision.stop_count; i++)
		if (strcmp(memory->decision.stops[i].clock->name, clock) == 0)
			return true;
	return false;
}

/* Whether the rule bites when the line is decided; one that bites says what, what would be lawful, whom to ask, and where. */
static inline bool rule_bites(struct memory *memory, const struct rule *rule, const char *line)
{
	struct rule_finding finding = { 0 };
	if (!memory_run(memory, text_from(line)))
		fail_msg("%s: %.*s", line, TEXT_FORMAT(memory->errors.count ? error_english(memory->arena, &memory->errors.items[0]) : TEXT_OF("no fault")));
	bool bit = rule->bites(&memory->context, &memory->decision, &finding);
	if (bit && (!finding.message || !finding.advice || !finding.ask || record_field(memory->context.act->input_record, text_from(finding.path + 1)) < 0))
		fail_msg("%s does not say what, what would be lawful, whom to ask, and where", rule->id);
	return bit;
}

#endif
