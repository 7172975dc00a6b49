/* rule_register.c - share/rules.tsv read once: rows, what code belongs to each, and the check that none is without a row. */
#include "service/rule_register.h"

#include <pthread.h>
#include <string.h>

#include "base/map.h"
#include "service/profile.h"

enum { ROWS_MAXIMUM = 512, COLUMNS = 13 };

static struct register_row rows[ROWS_MAXIMUM];
static size_t row_count;
static struct map by_rule; /* for the life of the program */
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int number_after(struct text rule, const char *prefix)
{
	size_t at = strlen(prefix), from = at;
	int64_t number;
	if (!text_starts_with(rule, text_from(prefix)))
		return 0;
	while (at < rule.length && rule.data[at] >= '0' && rule.data[at] <= '9')
		at++;
	return text_to_integer(text_slice(rule, from, at), &number) ? (int)number : 0;
}

static int number_of(struct text rule)
{
	static const char *const PREFIXES[] = { "NMR-", "BKK-", "HAV-", "BOP-" };
	for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++) {
		int number = number_after(rule, PREFIXES[i]);
		if (number > 0)
			return number;
	}
	return 0;
}

static void read_rows(void)
{
	struct text rest = profile_rules_table(), line, cells[COLUMNS];
	map_begin(&by_rule, arena_create());
	text_next(&rest, '\n', &line); /* the heading */
	while (row_count < ROWS_MAXIMUM && text_next(&rest, '\n', &line)) {
		for (size_t i = 0; i < COLUMNS; i++)
			if (!text_next(&line, '\t', &cells[i]))
				cells[i] = text_empty();
		if (text_is_empty(cells[0]))
			continue;
		rows[row_count++] = (struct register_row){ .rule = cells[0], .topic = cells[1], .requirement = cells[2], .kind = cells[3],
			.trigger = cells[4], .condition = cells[5], .data = cells[6], .number = cells[7], .told = cells[8], .related = cells[9],
			.force = cells[10], .parameters = cells[11], .source = cells[12], .number_of_rule = number_of(cells[0]) };
		map_set(&by_rule, cells[0], &rows[row_count - 1]);
	}
}

const struct register_row *register_rows(size_t *out_count)
{
	pthread_once(&once, read_rows);
	*out_count = row_count;
	return rows;
}

size_t register_index(const struct register_row *row)
{
	return (size_t)(row - rows);
}

static const struct register_row *find_exactly(struct text rule)
{
	pthread_once(&once, read_rows);
	return map_get(&by_rule, rule);
}

const struct register_row *register_find(struct text rule)
{
	const struct register_row *row = find_exactly(rule);
	size_t dot = rule.length;
	while (dot > 0 && rule.data[dot - 1] != '.')
		dot--;
	return row || dot == 0 ? row : find_exactly(text_slice(rule, 0, dot - 1));
}

bool register_row_has(const struct register_row *row, struct text rule)
{
	return text_equal(row->rule, rule) || register_find(rule) == row;
}

/* ---- what code there is ---- */

enum register_status register_status(const struct registry *registry, const struct register_row *row)
{
	for (size_t i = 0; i < registry->rule_count; i++)
		if (register_row_has(row, text_from(registry->rules[i]->id)))
			return REGISTER_CODE;
	for (size_t i = 0; i < registry->clock_count; i++)
		if (register_row_has(row, text_from(registry->clocks[i]->rule)))
			return REGISTER_CODE;
	for (size_t i = 0; i < registry->evidence_count; i++)
		if (registry->evidence[i]->rule && register_row_has(row, text_from(registry->evidence[i]->rule)))
			return REGISTER_CODE;
	return text_equal_string(row->kind, "inspection-only") ? REGISTER_QUESTION : REGISTER_OPEN;
}

const char *register_status_label(enum register_status status)
{
	static const char *const LABELS[] = { N_("Runs as code"), N_("Question of inspection"), N_("Not checked by the program yet") };
	return LABELS[status];
}

enum register_force register_force(const struct register_row *row)
{
	return text_equal_string(row->force, "shall") || text_starts_with(row->force, TEXT_OF("shall ")) ||
			text_equal_string(row->force, "must not") ? FORCE_SHALL : FORCE_SHOULD;
}

const char *register_force_label(enum register_force force)
{
	return force == FORCE_SHALL ? N_("Binding: shall") : N_("Recommended: should");
}

const char *register_source_label(const struct register_row *row)
{
	if (text_starts_with(row->source, TEXT_OF("T:")))
		return N_("Written from the full text");
	if (text_starts_with(row->source, TEXT_OF("X:")))
		return N_("Written from an excerpt of the text");
	return N_("Written from general knowledge: verify before citing");
}

const char *register_kind_label(struct text kind)
{
	static const struct { const char *code, *label; } KINDS[] = { { "hard-block", N_("Refuses") }, { "warn", N_("Warns") },
		{ "deadline", N_("Sets a deadline") }, { "evidence", N_("Asks for evidence") }, { "inspection-only", N_("Question of inspection") } };
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (text_equal_string(kind, KINDS[i].code))
			return KINDS[i].label;
	return "";
}

bool register_is_absolute(struct text rule)
{
	static const char *const ABSOLUTE[] = { "NMR-1", "NMR-32.1d", "NMR-43.1a", "NMR-43.1b", "NMR-43.1c", "NMR-43.1d", "NMR-43.1e",
		"NMR-43.2", "NMR-47.1", "NMR-48.2" };
	const struct register_row *row = register_find(rule);
	for (size_t i = 0; row && i < sizeof ABSOLUTE / sizeof *ABSOLUTE; i++)
		if (text_equal_string(row->rule, ABSOLUTE[i]))
			return true;
	return false;
}

/* ---- the check ---- */

static void want_row(const char *what, const char *name, const char *rule, struct error_list *errors)
{
	if (register_find(text_from(rule)))
		return;
	error_add(errors, &(struct error){ .code = E_SYSTEM, .message = N_("{what} {name} cites {rule}, which is not in the register of rules"),
		.parameters = { { "what", text_from(what), false }, { "name", text_from(name), false }, { "rule", text_from(rule), false } } });
}

bool register_check(const struct registry *registry, struct error_list *errors)
{
	size_t before = errors->count;
	for (size_t i = 0; i < registry->rule_count; i++) {
		const struct rule *rule = registry->rules[i];
		want_row("rule", rule->id, rule->id, errors);
		if (register_is_absolute(text_from(rule->id)) && !rule->absolute && rule->kind == RULE_REFUSE)
			error_add(errors, &(struct error){ .code = E_SYSTEM, .message = N_("{rule} is absolute and its code does not say so"),
				.parameters = { { "rule", text_from(rule->id), false } } });
	}
	for (size_t i = 0; i < registry->clock_count; i++)
		want_row("clock", registry->clocks[i]->name, registry->clocks[i]->rule, errors);
	for (size_t i = 0; i < registry->evidence_count; i++)
		if (registry->evidence[i]->rule)
			want_row("evidence", registry->evidence[i]->record->name, registry->evidence[i]->rule, errors);
	return errors->count == before;
}
