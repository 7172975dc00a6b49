/* cmd_tables.c - custos model, openapi, rules: the tables of the program, printed. */
#include <stdio.h>
#include <string.h>

#include "api/api.h"
#include "app/cli.h"

static int print_text(struct text text)
{
	fwrite(text.data, 1, text.length, stdout);
	putchar('\n');
	return EXIT_DONE;
}

static int model_run(struct cli *cli)
{
	return print_text(api_model(cli->arena, cli->registry));
}

const struct cli_command CMD_MODEL = {
	.name = "model", .summary = "Print records, acts, rules and clocks as JSON", .words = "",
	.examples = { "custos model | python3 -m json.tool | less" }, .run = model_run,
};

static int openapi_run(struct cli *cli)
{
	return print_text(api_openapi(cli->arena, cli->registry));
}

const struct cli_command CMD_OPENAPI = {
	.name = "openapi", .summary = "Print the OpenAPI 3.1 description of the REST interface", .words = "",
	.examples = { "custos openapi > openapi.json" }, .run = openapi_run,
};

static const char *const KINDS[] = { "refuse", "warn", "breach", "deadline", "evidence" };

static void rule_print(const struct rule *rule)
{
	printf("%-10s %-9s %s\n", rule->id, KINDS[rule->kind], rule->text);
	for (int i = 0; rule->acts && rule->acts[i]; i++)
		printf("%-20s act %s\n", "", rule->acts[i]);
	for (int i = 0; rule->clocks && rule->clocks[i]; i++)
		printf("%-20s clock %s\n", "", rule->clocks[i]);
}

static int rules_run(struct cli *cli)
{
	size_t kinds[5] = { 0 };
	for (size_t i = 0; i < cli->registry->rule_count; i++) {
		kinds[cli->registry->rules[i]->kind]++;
		if (!cli_option(cli, "--check"))
			rule_print(cli->registry->rules[i]);
	}
	/* registry_check has run before any command: every bound act and clock exists, every rule has its function. */
	printf("%zu rules, %zu refuse, %zu warn, %zu breach, %zu deadline, %zu evidence\n", cli->registry->rule_count, kinds[RULE_REFUSE],
		kinds[RULE_WARN], kinds[RULE_BREACH], kinds[RULE_DEADLINE], kinds[RULE_EVIDENCE]);
	return EXIT_DONE;
}

const struct cli_command CMD_RULES = {
	.name = "rules", .summary = "List the rules that run as code, or check that each is bound", .words = "",
	.options = { { "--check", NULL, "only check and count" } },
	.examples = { "custos rules", "custos rules --check" }, .run = rules_run,
};
