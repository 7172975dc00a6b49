/*
 * cli.h - the command line: one table of commands with options and examples, from which help and the man page are made.
 *
 * Every command takes --data DIR (default "data") and --db URL. Exit codes: 0 done; 1 done, and differences or refused
 * rows were found; 2 wrong use; 3 failed (message on standard error); 4 refused (state, rule or access).
 */
#ifndef CUSTOS_APP_CLI_H
#define CUSTOS_APP_CLI_H

#include "base/error.h"
#include "service/service.h"

enum exit_code { EXIT_DONE = 0, EXIT_FOUND = 1, EXIT_USAGE = 2, EXIT_FAILED = 3, EXIT_REFUSED = 4 };

enum { CLI_OPTIONS = 12, CLI_EXAMPLES = 4 };

struct cli_option {
	const char *name;     /* "--listen" */
	const char *argument; /* "ADDRESS:PORT"; NULL for a flag */
	const char *help;
};

struct cli;

struct cli_command {
	const char *name;    /* "serve", or "journal export" */
	const char *summary; /* one line */
	const char *words;   /* "FILE", "[OUT]" or "" */
	int words_minimum, words_maximum;
	struct cli_option options[CLI_OPTIONS]; /* ended by name NULL */
	const char *examples[CLI_EXAMPLES];	/* ended by NULL */
	int (*run)(struct cli *cli);
};

struct cli {
	struct arena *arena;
	struct error_list errors;
	const struct cli_command *command;
	const struct registry *registry;
	const char *folder, *database;
	const char *values[CLI_OPTIONS]; /* by index in command->options; "" for a flag that is set, NULL when absent */
	const char *words[8];
	int word_count;
};

/* Value of an option by name; NULL when it was not given. */
const char *cli_option(const struct cli *cli, const char *name);
/* Whole number in minimum..maximum; otherwise when absent. False with an error when it is not one. */
bool cli_integer(struct cli *cli, const char *name, int64_t minimum, int64_t maximum, int64_t otherwise, int64_t *out_integer);
/* Prints the errors in English to standard error; gives the fitting exit code. */
int cli_fail(struct cli *cli);
/* Opens the service of --data and --db. */
bool cli_open(struct cli *cli, bool writer, struct service **out_service);
/* Progress line on standard error, at most five a second, only for work that takes more than a second. */
void cli_progress(void *state, const char *phase, int64_t done, int64_t total);

extern const struct cli_command *const CLI_COMMANDS[]; /* ended by NULL */

int cli_help(const struct cli_command *command); /* NULL: all commands */
int cli_man(struct cli *cli);

/* Commands, one file each (cmd_<name>.c). */
extern const struct cli_command CMD_INIT, CMD_SERVE, CMD_DEMO, CMD_IMPORT, CMD_EXPORT, CMD_VERIFY, CMD_REBUILD,
	CMD_JOURNAL_EXPORT, CMD_BACKUP, CMD_RESTORE, CMD_MIGRATE, CMD_USER_ADD, CMD_USER_LIST, CMD_USER_PASSWORD, CMD_TOKEN,
	CMD_MODEL, CMD_OPENAPI, CMD_RULES, CMD_INSTRUMENT_CHECK, CMD_DOCTOR, CMD_MATCH, CMD_LIST_LOAD, CMD_MAN, CMD_VERSION, CMD_KEY_DESTROY;

#endif
