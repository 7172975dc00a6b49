/* main.c - custos: finds the command, reads its options, runs it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/areas.h"
#include "app/cli.h"
#include "base/clock.h"
#include "service/rule_register.h"

static const struct cli_command *command_find(int count, char **words, int *out_used)
{
	const struct cli_command *best = NULL;
	*out_used = 0;
	for (size_t i = 0; CLI_COMMANDS[i]; i++) {
		struct text name = text_from(CLI_COMMANDS[i]->name), piece;
		int used = 0;
		bool matches = true;
		while (matches && text_next(&name, ' ', &piece)) {
			matches = used < count && text_equal(piece, text_from(words[used]));
			used++;
		}
		if (matches && used > *out_used) {
			best = CLI_COMMANDS[i];
			*out_used = used;
		}
	}
	return best;
}

const char *cli_option(const struct cli *cli, const char *name)
{
	for (int i = 0; i < CLI_OPTIONS && cli->command->options[i].name; i++)
		if (strcmp(cli->command->options[i].name, name) == 0)
			return cli->values[i];
	return NULL;
}

bool cli_integer(struct cli *cli, const char *name, int64_t minimum, int64_t maximum, int64_t otherwise, int64_t *out_integer)
{
	const char *value = cli_option(cli, name);
	if (!value) {
		*out_integer = otherwise;
		return true;
	}
	int64_t integer;
	if (text_to_integer(text_from(value), &integer) && integer >= minimum && integer <= maximum) {
		*out_integer = integer;
		return true;
	}
	error_add(&cli->errors, &(struct error){ .code = E_SYNTAX, .message = N_("{option} wants a whole number from {minimum} to {maximum}"),
		.parameters = { { "option", text_from(name), false }, { "minimum", arena_format(cli->arena, "%lld", (long long)minimum), false },
			{ "maximum", arena_format(cli->arena, "%lld", (long long)maximum), false } } });
	return false;
}

int cli_fail(struct cli *cli)
{
	int code = EXIT_FAILED;
	for (size_t i = 0; i < cli->errors.count; i++) {
		const struct error *error = &cli->errors.items[i];
		struct text text = error_english(cli->arena, error);
		fprintf(stderr, "custos: E%d %.*s\n", (int)error->code, TEXT_FORMAT(text));
		if (error->advice)
			fprintf(stderr, "        %s\n", error->advice);
		if (error->detail.length > 0)
			fprintf(stderr, "        (%.*s)\n", TEXT_FORMAT(error->detail));
		if (error->code < 5000)
			code = EXIT_REFUSED;
	}
	return code;
}

bool cli_open(struct cli *cli, bool writer, struct service **out_service)
{
	struct service_options options = { .folder = cli->folder, .database = cli->database, .registry = cli->registry, .writer = writer };
	return service_open(&options, out_service, &cli->errors);
}

void cli_progress(void *state, const char *phase, int64_t done, int64_t total)
{
	static int64_t started, told;
	(void)state;
	int64_t now = clock_monotonic();
	if (started == 0 || done == 0)
		started = now;
	if (now - started < 1000000 || (now - told < 200000 && done != total))
		return;
	told = now;
	if (total > 0)
		fprintf(stderr, "\r%s %lld of %lld%s", phase, (long long)done, (long long)total, done == total ? "\n" : "   ");
	else
		fprintf(stderr, "\r%s %lld   ", phase, (long long)done);
}

static bool option_read(struct cli *cli, int count, char **words, int *at)
{
	const char *word = words[*at];
	const char *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - word) : strlen(word);
	const char **target = NULL;
	bool wants = true;
	if (length == 6 && strncmp(word, "--data", 6) == 0) {
		target = &cli->folder;
	} else if (length == 4 && strncmp(word, "--db", 4) == 0) {
		target = &cli->database;
	} else {
		for (int i = 0; i < CLI_OPTIONS && cli->command->options[i].name; i++)
			if (strlen(cli->command->options[i].name) == length && strncmp(cli->command->options[i].name, word, length) == 0) {
				target = &cli->values[i];
				wants = cli->command->options[i].argument != NULL;
			}
	}
	if (!target) {
		fprintf(stderr, "custos %s: no option %s. See: custos %s --help\n", cli->command->name, word, cli->command->name);
		return false;
	}
	if (!wants) {
		*target = "";
	} else if (equals) {
		*target = equals + 1;
	} else if (*at + 1 < count) {
		*target = words[++*at];
	} else {
		fprintf(stderr, "custos %s: %s wants a value\n", cli->command->name, word);
		return false;
	}
	return true;
}

static bool words_read(struct cli *cli, int count, char **words)
{
	for (int i = 0; i < count; i++) {
		if (strncmp(words[i], "--", 2) == 0) {
			if (!option_read(cli, count, words, &i))
				return false;
		} else if (cli->word_count < cli->command->words_maximum && cli->word_count < (int)(sizeof cli->words / sizeof *cli->words)) {
			cli->words[cli->word_count++] = words[i];
		} else {
			fprintf(stderr, "custos %s: one word too many: %s\n", cli->command->name, words[i]);
			return false;
		}
	}
	if (cli->word_count < cli->command->words_minimum) {
		fprintf(stderr, "custos %s: wants %s. See: custos %s --help\n", cli->command->name, cli->command->words, cli->command->name);
		return false;
	}
	return true;
}

static bool wants_help(int count, char **words)
{
	for (int i = 0; i < count; i++)
		if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
			return true;
	return false;
}

int main(int argc, char **argv)
{
	int used = 0;
	const struct cli_command *command = command_find(argc - 1, argv + 1, &used);
	if (!command) {
		bool asked = argc < 2 || wants_help(argc - 1, argv + 1) || strcmp(argv[1], "help") == 0;
		if (!asked)
			fprintf(stderr, "custos: no command %s\n", argv[1]);
		int code = cli_help(NULL);
		return asked ? code : EXIT_USAGE;
	}
	if (wants_help(argc - 1 - used, argv + 1 + used))
		return cli_help(command);

	struct arena *arena = arena_create();
	struct cli cli = { .arena = arena, .command = command, .folder = "data" };
	error_list_begin(&cli.errors, arena);
	int code = EXIT_USAGE;
	if (words_read(&cli, argc - 1 - used, argv + 1 + used)) {
		cli.registry = app_registry(arena);
		code = registry_check(cli.registry, &cli.errors) && register_check(cli.registry, &cli.errors) ? command->run(&cli) : cli_fail(&cli);
	}
	arena_destroy(arena);
	return code;
}
