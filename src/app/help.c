/* help.c - help pages and the man page, made from the table of commands. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"

const struct cli_command *const CLI_COMMANDS[] = { &CMD_INIT, &CMD_DEMO, &CMD_SERVE, &CMD_USER_ADD, &CMD_USER_LIST, &CMD_USER_PASSWORD, &CMD_TOKEN,
	&CMD_IMPORT, &CMD_EXPORT, &CMD_VERIFY, &CMD_REBUILD, &CMD_JOURNAL_EXPORT, &CMD_KEY_DESTROY, &CMD_BACKUP, &CMD_RESTORE, &CMD_MIGRATE,
	&CMD_MODEL, &CMD_OPENAPI, &CMD_RULES, &CMD_INSTRUMENT_CHECK, &CMD_MATCH, &CMD_LIST_LOAD, &CMD_DOCTOR, &CMD_MAN, &CMD_VERSION, NULL };

static const char EXIT_CODES[] =
	"0 done; 1 done, and differences or refused rows were found; 2 wrong use; 3 failed; 4 refused by state, rule or access";

static void help_options(const struct cli_command *command)
{
	printf("\nOptions\n");
	for (int i = 0; i < CLI_OPTIONS && command->options[i].name; i++) {
		char left[64];
		snprintf(left, sizeof left, "%s%s%s", command->options[i].name, command->options[i].argument ? " " : "",
			command->options[i].argument ? command->options[i].argument : "");
		printf("  %-28s %s\n", left, command->options[i].help);
	}
	printf("  %-28s %s\n", "--data DIR", "data folder (default: data)");
	printf("  %-28s %s\n", "--db URL", "sqlite:PATH or postgresql://... (default: what the data folder says)");
}

int cli_help(const struct cli_command *command)
{
	if (command) {
		printf("custos %s %s\n  %s\n", command->name, command->words, command->summary);
		help_options(command);
		printf("\nExamples\n");
		for (int i = 0; i < CLI_EXAMPLES && command->examples[i]; i++)
			printf("  %s\n", command->examples[i]);
		printf("\nExit codes: %s\n", EXIT_CODES);
		return EXIT_DONE;
	}
	printf("custos - prison management that keeps the Nelson Mandela Rules, with a record nobody can quietly rewrite\n\nCommands\n");
	for (size_t i = 0; CLI_COMMANDS[i]; i++)
		printf("  %-18s %s\n", CLI_COMMANDS[i]->name, CLI_COMMANDS[i]->summary);
	printf("\ncustos COMMAND --help tells more, with examples.\nExit codes: %s\n", EXIT_CODES);
	return EXIT_DONE;
}

/* Backslashes and leading dots mean something to troff. */
static void man_text(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else
			putchar(*text);
	}
}

static void man_command(const struct cli_command *command)
{
	printf(".SS ");
	man_text(command->name);
	printf(" %s\n", command->words);
	man_text(command->summary);
	printf(".\n");
	for (int i = 0; i < CLI_OPTIONS && command->options[i].name; i++) {
		printf(".TP\n.B ");
		man_text(command->options[i].name);
		if (command->options[i].argument)
			printf(" \\fI%s\\fR", command->options[i].argument);
		printf("\n");
		man_text(command->options[i].help);
		printf("\n");
	}
	for (int i = 0; i < CLI_EXAMPLES && command->examples[i]; i++) {
		printf(".PP\n.RS\n.B ");
		man_text(command->examples[i]);
		printf("\n.RE\n");
	}
}

int cli_man(struct cli *cli)
{
	(void)cli;
	printf(".TH CUSTOS 1 \"\" \"Custos %s\" \"Prison management\"\n.SH NAME\ncustos \\- prison management system\n", CUSTOS_VERSION);
	printf(".SH SYNOPSIS\n.B custos\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n.SH COMMANDS\n");
	for (size_t i = 0; CLI_COMMANDS[i]; i++)
		man_command(CLI_COMMANDS[i]);
	printf(".SH COMMON OPTIONS\n.TP\n.B \\-\\-data \\fIDIR\\fR\ndata folder (default: data)\n.TP\n.B \\-\\-db \\fIURL\\fR\n"
		"sqlite:PATH or postgresql://...\n.SH EXIT STATUS\n%s\n", EXIT_CODES);
	return EXIT_DONE;
}

static int version_run(struct cli *cli)
{
	(void)cli;
	printf("custos %s\n", CUSTOS_VERSION);
	return EXIT_DONE;
}

const struct cli_command CMD_MAN = { .name = "man", .summary = "Print the man page", .words = "", .examples = { "custos man | man -l -" }, .run = cli_man };
const struct cli_command CMD_VERSION = { .name = "version", .summary = "Print the version", .words = "", .examples = { "custos version" }, .run = version_run };
