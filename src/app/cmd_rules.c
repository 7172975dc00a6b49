/* cmd_rules.c - custos rules, rules explain: the register of rules, what of it runs as code, and why a decision was possible. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "base/date.h"
#include "format/json.h"
#include "service/rule_register.h"
#include "service/rule_trace.h"

static const char *const KINDS[] = { "refuse", "warn", "breach", "deadline", "evidence" };

static void rule_print(const struct rule *rule)
{
	printf("%-10s %-9s %s\n", rule->id, KINDS[rule->kind], rule->text);
	for (int i = 0; rule->acts && rule->acts[i]; i++)
		printf("%-20s act %s\n", "", rule->acts[i]);
	for (int i = 0; rule->clocks && rule->clocks[i]; i++)
		printf("%-20s clock %s\n", "", rule->clocks[i]);
}

/* ---- the check ---- */

static void status_print(const struct registry *registry, enum register_status status, const char *heading)
{
	size_t count, found = 0;
	const struct register_row *rows = register_rows(&count);
	for (size_t i = 0; i < count; i++)
		found += register_status(registry, &rows[i]) == status;
	printf("%s: %zu\n", heading, found);
	for (size_t i = 0; i < count; i++)
		if (register_status(registry, &rows[i]) == status)
			printf("  %-11.*s %-16.*s %.*s\n", TEXT_FORMAT(rows[i].rule), TEXT_FORMAT(rows[i].kind), TEXT_FORMAT(rows[i].topic));
}

static void counts_print(const struct registry *registry)
{
	size_t kinds[5] = { 0 };
	for (size_t i = 0; i < registry->rule_count; i++)
		kinds[registry->rules[i]->kind]++;
	printf("%zu rules, %zu refuse, %zu warn, %zu breach, %zu deadline, %zu evidence\n", registry->rule_count, kinds[RULE_REFUSE],
		kinds[RULE_WARN], kinds[RULE_BREACH], kinds[RULE_DEADLINE], kinds[RULE_EVIDENCE]);
}

static void check_print(const struct registry *registry)
{
	/* registry_check and register_check have run before any command: every bound act and clock exists, every rule has its
	 * function and its row. That each rule bites and stays silent is proved by the scenarios. */
	status_print(registry, REGISTER_CODE, "run as code");
	status_print(registry, REGISTER_QUESTION, "questions of inspection");
	status_print(registry, REGISTER_OPEN, "checkable by a machine and still open");
}

/* ---- the manual ---- */

static void manual_code(const struct registry *registry, const struct register_row *row)
{
	for (size_t i = 0; i < registry->rule_count; i++) {
		const struct rule *rule = registry->rules[i];
		if (!register_row_has(row, text_from(rule->id)))
			continue;
		printf("* `%s` %s%s:", rule->id, KINDS[rule->kind], rule->absolute ? ", absolute" : "");
		for (int j = 0; rule->acts && rule->acts[j]; j++)
			printf(" `%s`", rule->acts[j]);
		for (int j = 0; rule->clocks && rule->clocks[j]; j++)
			printf(" clock `%s`", rule->clocks[j]);
		printf("\n");
	}
	for (size_t i = 0; i < registry->evidence_count; i++) {
		const struct rule_evidence *evidence = registry->evidence[i];
		if (evidence->rule && register_row_has(row, text_from(evidence->rule)))
			printf("* evidence: %s (`%s`)\n", evidence->label, evidence->record->name);
	}
}

static void manual_row(const struct registry *registry, const struct register_row *row)
{
	printf("### %.*s · %.*s\n\n%.*s\n\n", TEXT_FORMAT(row->rule), TEXT_FORMAT(row->topic), TEXT_FORMAT(row->requirement));
	printf("%s. %s. %s. %s.\n\n", register_status_label(register_status(registry, row)), register_kind_label(row->kind),
		register_force_label(register_force(row)), register_source_label(row));
	printf("* condition: %.*s\n", TEXT_FORMAT(row->condition));
	if (!text_equal_string(row->number, "none"))
		printf("* number: %.*s\n", TEXT_FORMAT(row->number));
	if (!text_equal_string(row->parameters, "-"))
		printf("* parameters: %.*s\n", TEXT_FORMAT(row->parameters));
	printf("* told: %.*s\n* see also: %.*s\n* source: %.*s\n", TEXT_FORMAT(row->told), TEXT_FORMAT(row->related), TEXT_FORMAT(row->source));
	manual_code(registry, row);
	printf("\n");
}

static void manual_print(const struct registry *registry)
{
	size_t count;
	const struct register_row *rows = register_rows(&count);
	printf("# The rules of Custos\n\nMade from the register and the code of this program by `custos rules --manual`.\n\n");
	for (size_t part = 0; part < register_part_count(); part++) {
		printf("## %s\n\n", register_part_label(part));
		for (size_t i = 0; i < count; i++)
			if (register_part(&rows[i]) == part)
				manual_row(registry, &rows[i]);
	}
}

static int rules_run(struct cli *cli)
{
	if (cli_option(cli, "--manual")) {
		manual_print(cli->registry);
		return EXIT_DONE;
	}
	if (cli_option(cli, "--check"))
		check_print(cli->registry);
	for (size_t i = 0; !cli_option(cli, "--check") && i < cli->registry->rule_count; i++)
		rule_print(cli->registry->rules[i]);
	counts_print(cli->registry);
	return EXIT_DONE;
}

const struct cli_command CMD_RULES = {
	.name = "rules", .summary = "List the rules that run as code, or check them against the register", .words = "",
	.options = { { "--check", NULL, "which rows of the register run as code, are questions of inspection, or are open" },
		{ "--manual", NULL, "the whole register with its code, as Markdown" } },
	.examples = { "custos rules", "custos rules --check", "custos rules --manual > rules.md" }, .run = rules_run,
};

/* ---- explain ---- */

static void list_print(const char *heading, struct json_value list)
{
	if (json_count(list) == 0)
		return;
	printf("  %-12s", heading);
	for (size_t i = 0; i < json_count(list); i++)
		printf(" %.*s", TEXT_FORMAT(json_text(json_at(list, i))));
	printf("\n");
}

static void members_print(const char *heading, struct json_value object)
{
	struct text name;
	struct json_value value;
	for (size_t i = 0; json_member_at(object, i, &name, &value); i++)
		printf("  %-12s %.*s = %.*s\n", heading, TEXT_FORMAT(name), TEXT_FORMAT(json_text(value)));
}

static void trace_print(struct cli *cli, struct json_value trace)
{
	struct text record;
	struct json_value list;
	printf("  %-12s %.*s%s\n", "profile", TEXT_FORMAT(json_get_text(trace, "profile")),
		json_to_boolean(json_get(trace, "fact"), false) ? ", recorded as a fact" : "");
	list_print("silent", json_get(trace, "silent"));
	list_print("bit", json_get(trace, "bit"));
	members_print("parameter", json_get(trace, "parameters"));
	members_print("input", json_get(trace, "input"));
	for (size_t i = 0; json_member_at(json_get(trace, "seen"), i, &record, &list); i++)
		list_print(arena_format(cli->arena, "saw %.*s", TEXT_FORMAT(record)).data, list);
}

static bool again_print(struct cli *cli, struct service *service, struct connection *reader, const struct journal_entry *entry,
	struct json_value trace, bool *out_differs)
{
	struct journal_entry *entries;
	struct rule_again *answers;
	size_t count, answered;
	if (!journal_decision(reader, cli->arena, entry->decision, &entries, &count, &cli->errors) ||
		!rule_trace_again(service, reader, cli->arena, trace, entries, count, &answers, &answered, &cli->errors))
		return false;
	for (size_t i = 0; i < answered; i++) {
		const struct rule_again *answer = &answers[i];
		printf("  %-12s %-10.*s %.*s then, %s%s\n", "asked again", TEXT_FORMAT(answer->rule), TEXT_FORMAT(answer->wrote),
			!answer->known ? "no such rule now" : answer->same ? "the same now" : "NOT the same now",
			answer->version_then == answer->version_now ? "" : " (the rule has changed since)");
		*out_differs = *out_differs || (answer->known && !answer->same && answer->version_then == answer->version_now);
	}
	return true;
}

static bool explain_entry(struct cli *cli, struct service *service, struct connection *reader, const struct journal_entry *entry,
	bool *out_differs)
{
	struct text payload;
	struct json_value root;
	if (!journal_open_payload(service_keys(service), cli->arena, entry, &payload, &cli->errors) ||
		!json_parse(cli->arena, payload, &root, &cli->errors))
		return false;
	printf("%.*s %.*s by %.*s, version %lld\n", TEXT_FORMAT(moment_text(cli->arena, entry->time)), TEXT_FORMAT(entry->type), TEXT_FORMAT(entry->actor),
		(long long)entry->revision);
	if (!text_is_empty(json_get_text(root, "reason")))
		printf("  %-12s %.*s\n", "reason", TEXT_FORMAT(json_get_text(root, "reason")));
	members_print("warned", json_get(root, "warnings"));
	struct json_value trace = json_get(root, "rules");
	if (json_is_absent(trace)) {
		printf("  no rule is bound to this act, or what they saw stands with another row of the act\n");
		return true;
	}
	trace_print(cli, trace);
	return !cli_option(cli, "--again") || again_print(cli, service, reader, entry, trace, out_differs);
}

static int explain_run(struct cli *cli)
{
	struct text word = text_from(cli->words[0]);
	size_t slash = text_find_byte(word, '/'), count = 0;
	struct service *service;
	struct journal_entry *entries;
	bool differs = false;
	if (slash == SIZE_MAX)
		return EXIT_USAGE;
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	struct connection *reader = service_reader(service, &cli->errors);
	bool ok = reader && journal_history(reader, cli->arena, arena_string(cli->arena, text_slice(word, 0, slash)),
		text_slice(word, slash + 1, word.length), 0, &entries, &count, &cli->errors);
	if (ok && count == 0) {
		error_say(&cli->errors, E_NOT_FOUND, NULL, N_("The journal has no such row"));
		ok = false;
	}
	for (size_t i = 0; ok && i < count; i++)
		ok = explain_entry(cli, service, reader, &entries[i], &differs);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	return differs ? EXIT_FOUND : EXIT_DONE;
}

const struct cli_command CMD_RULES_EXPLAIN = {
	.name = "rules explain", .summary = "Why the acts on a row were possible: what the rules saw and answered", .words = "RECORD/ID",
	.words_minimum = 1, .words_maximum = 1,
	.options = { { "--again", NULL, "ask the rules again with the rows as they stood; leaves with 1 when an unchanged rule answers otherwise" } },
	.examples = { "custos rules explain placement/01JD4Q9Z2M5H7T0A6B8C9D1E2F --again" }, .run = explain_run,
};
