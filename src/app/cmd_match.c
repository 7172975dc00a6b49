/* cmd_match.c - custos match --task: the figures of the name matcher, from files of questions. */
#include <stdio.h>

#include "app/cli.h"
#include "match/command.h"

static int match_run(struct cli *cli)
{
	char *words[2 * CLI_OPTIONS + 1];
	int count = 0;
	for (int i = 0; i < CLI_OPTIONS && cli->command->options[i].name; i++)
		if (cli->values[i]) {
			words[count++] = arena_string(cli->arena, text_from(cli->command->options[i].name));
			if (cli->command->options[i].argument)
				words[count++] = arena_string(cli->arena, text_from(cli->values[i]));
		}
	if (!cli_option(cli, "--task")) {
		fprintf(stderr, "custos match: wants --task FILE\n");
		return EXIT_USAGE;
	}
	return match_command(count, words, stdout);
}

const struct cli_command CMD_MATCH = {
	.name = "match", .summary = "Run a file of names against an index and print the best answers with agreement and evidence", .words = "",
	.options = { { "--task", "FILE", "questions, tab separated with a heading" }, { "--index", "FILE", "names to search, tab separated, or a list in XML" },
		{ "--details", "FILE", "births, places and sex of the index" }, { "--without", "KIND", "leave names of that kind out of the index" },
		{ "--leave-one-out", NULL, "leave out names of the true one that fold to the question" }, { "--limit", "N", "answers a question (default 20)" } },
	.examples = { "custos match --task T2_un_original.tsv --index un_names.tsv" }, .run = match_run,
};
