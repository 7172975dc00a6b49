/* cmd_init.c - custos init, migrate: a new data folder; bringing an old database up to the tables of this program. */
#include <stdio.h>

#include "app/cli.h"
#include "base/random.h"
#include "service/command.h"
#include "service/session.h"
#include "store/schema.h"

static const char FIRST_USER[] = "admin";

/* The first user can only administer users; he must change the password at first sign-in. */
static bool first_user(struct cli *cli, struct service *service, struct text *out_password)
{
	const struct pair inputs[] = {
		{ TEXT("name"), text_from(FIRST_USER) }, { TEXT("display_name"), TEXT("First administrator") },
		{ TEXT("roles"), TEXT("administrator") }, { TEXT("facilities"), TEXT("*") }, { TEXT("clearance"), TEXT("official") },
	};
	struct command command = { .act = TEXT("user_account.add"), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs,
		.reason = TEXT("First start") };
	struct outcome outcome;
	struct actor system = session_system_actor();
	if (!command_run(service, cli->arena, &system, &command, &outcome, &cli->errors))
		return false;
	*out_password = identifier_new(cli->arena);
	return session_password_set(service, outcome.record_id, *out_password, true, &cli->errors);
}

static int init_run(struct cli *cli)
{
	const char *base = cli_option(cli, "--base");
	struct service_options options = { .folder = cli->folder, .database = cli->database, .registry = cli->registry, .writer = true };
	if (!service_init(&options, text_from(base ? base : "custos.example"), &cli->errors))
		return cli_fail(cli);
	struct service *service;
	if (!service_open(&options, &service, &cli->errors))
		return cli_fail(cli);
	struct text password;
	bool ok = first_user(cli, service, &password);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("Custos is set up in %s\n  sign-in   %s\n  password  %.*s  (to be changed at the first sign-in)\n", cli->folder, FIRST_USER,
		TEXT_FORMAT(password));
	return EXIT_DONE;
}

const struct cli_command CMD_INIT = {
	.name = "init", .summary = "Make a data folder: database, keys, first administrator", .words = "",
	.options = { { "--base", "NAME", "name that the state owns, for the journals (default custos.example)" } },
	.examples = { "custos init --data /var/lib/custos --base custos.justice.example", "custos init --data data --db postgresql://custos@/custos" },
	.run = init_run,
};

static int migrate_run(struct cli *cli)
{
	struct store *store;
	struct connection *writer;
	struct schema_difference *differences;
	size_t count, mended = 0, open = 0;
	struct text url = cli->database ? text_from(cli->database) : arena_format(cli->arena, "sqlite:%s/custos.db", cli->folder);
	if (!store_open(url.data, false, &store, &cli->errors))
		return cli_fail(cli);
	if (!store_writer(store, &writer, &cli->errors) ||
		!schema_compare(writer, cli->arena, cli->registry, &differences, &count, &cli->errors))
		return cli_fail(cli);
	bool apply = cli_option(cli, "--apply") != NULL;
	for (size_t i = 0; i < count; i++) {
		struct schema_difference *difference = &differences[i];
		printf("%.*s%s%.*s: %.*s\n", TEXT_FORMAT(difference->table), difference->column.length ? "." : "", TEXT_FORMAT(difference->column),
			TEXT_FORMAT(difference->reason));
		if (difference->sql.length == 0) {
			open++;
			continue;
		}
		printf("  %.*s\n", TEXT_FORMAT(difference->sql));
		if (apply && !store_script(writer, arena_string(cli->arena, difference->sql), &cli->errors))
			return cli_fail(cli);
		mended += apply ? 1 : 0;
		open += apply ? 0 : 1;
	}
	connection_close(writer);
	store_close(store);
	printf("%zu differences, %zu mended, %zu open\n", count, mended, open);
	if (open > 0 && !apply)
		printf("Run again with --apply after a backup.\n");
	return open > 0 ? EXIT_FOUND : EXIT_DONE;
}

const struct cli_command CMD_MIGRATE = {
	.name = "migrate", .summary = "Compare the database with the tables of this program and mend it", .words = "",
	.options = { { "--apply", NULL, "run the statements shown (take a backup first)" } },
	.examples = { "custos migrate --data data", "custos migrate --data data --apply" }, .run = migrate_run,
};
