/* cmd_user.c - custos user add, user list, user password, token: people and machines that may sign in. */
#include <stdio.h>

#include "app/cli.h"
#include "base/random.h"
#include "service/command.h"
#include "service/records.h"
#include "service/session.h"

static struct text option_or(const struct cli *cli, const char *name, const char *otherwise)
{
	const char *value = cli_option(cli, name);
	return text_from(value ? value : otherwise);
}

static int user_add_run(struct cli *cli)
{
	struct service *service;
	if (!cli_open(cli, true, &service))
		return cli_fail(cli);
	struct text name = text_from(cli->words[0]);
	const struct pair inputs[] = {
		{ TEXT("name"), name }, { TEXT("display_name"), option_or(cli, "--title", cli->words[0]) },
		{ TEXT("roles"), option_or(cli, "--roles", "") }, { TEXT("facilities"), option_or(cli, "--facilities", "*") },
		{ TEXT("clearance"), option_or(cli, "--clearance", "official") },
		{ TEXT("compartments"), option_or(cli, "--compartments", "") }, { TEXT("language"), option_or(cli, "--language", "en") },
		{ TEXT("working_facility"), option_or(cli, "--works-at", "") },
	};
	struct command command = { .act = TEXT("user_account.add"), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs,
		.reason = TEXT("Added on the command line") };
	struct outcome outcome;
	struct actor system = session_system_actor();
	struct text password = identifier_new(cli->arena);
	bool ok = command_run(service, cli->arena, &system, &command, &outcome, &cli->errors) &&
		session_password_set(service, outcome.record_id, password, true, &cli->errors);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("%s  password %.*s  (to be changed at the first sign-in)\n", cli->words[0], TEXT_FORMAT(password));
	return EXIT_DONE;
}

const struct cli_command CMD_USER_ADD = {
	.name = "user add", .summary = "Add a user; prints a first password", .words = "NAME", .words_minimum = 1, .words_maximum = 1,
	.options = { { "--title", "TEXT", "name as shown" }, { "--roles", "CODES", "roles, parted by spaces" },
		{ "--facilities", "IDS", "facility identifiers parted by spaces, or * for all" }, { "--clearance", "LEVEL", "official or sensitive" },
		{ "--compartments", "CODES", "health intel legal third-party" }, { "--language", "CODE", "en, ru, ar" },
		{ "--works-at", "ID", "facility in which the user works" } },
	.examples = { "custos user add nurse.k --roles health --compartments health --clearance sensitive" }, .run = user_add_run,
};

static int user_list_run(struct cli *cli)
{
	struct service *service;
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	struct connection *reader = service_reader(service, &cli->errors);
	struct selection selection = { .record = &RECORD_USER_ACCOUNT, .order_field = USER_NAME };
	struct rows rows;
	bool ok = reader && select_rows(reader, cli->arena, &selection, &rows, &cli->errors);
	for (size_t i = 0; ok && i < rows.count; i++)
		printf("%-24.*s %-10s %.*s\n", TEXT_FORMAT(row_text(rows.items[i], USER_NAME)),
			row_is_yes(rows.items[i], USER_ACTIVE) ? "active" : "suspended", TEXT_FORMAT(row_text(rows.items[i], USER_ROLES)));
	service_close(service);
	return ok ? EXIT_DONE : cli_fail(cli);
}

const struct cli_command CMD_USER_LIST = {
	.name = "user list", .summary = "List users, their roles and whether they are active", .words = "",
	.examples = { "custos user list" }, .run = user_list_run,
};

static int user_password_run(struct cli *cli)
{
	struct service *service;
	if (!cli_open(cli, true, &service))
		return cli_fail(cli);
	struct actor actor;
	struct text password = identifier_new(cli->arena);
	bool ok = session_actor_named(service, cli->arena, text_from(cli->words[0]), &actor, &cli->errors) &&
		session_password_set(service, actor.id, password, true, &cli->errors);
	if (ok)
		session_end_all(service, actor.id);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("%s  password %.*s  (to be changed at the next sign-in)\n", cli->words[0], TEXT_FORMAT(password));
	return EXIT_DONE;
}

const struct cli_command CMD_USER_PASSWORD = {
	.name = "user password", .summary = "Give a user a new first password and end all sessions", .words = "NAME", .words_minimum = 1,
	.words_maximum = 1, .examples = { "custos user password admin" }, .run = user_password_run,
};

static int token_run(struct cli *cli)
{
	struct service *service;
	struct actor actor;
	struct text token;
	int64_t days;
	const char *user = cli_option(cli, "--user");
	if (!user) {
		fprintf(stderr, "custos token: wants --user NAME\n");
		return EXIT_USAGE;
	}
	if (!cli_integer(cli, "--days", 1, 3650, 365, &days))
		return cli_fail(cli);
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	bool ok = session_actor_named(service, cli->arena, text_from(user), &actor, &cli->errors) &&
		session_token_make(service, cli->arena, actor.id, (int)days, &token, &cli->errors);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("%.*s\n", TEXT_FORMAT(token));
	return EXIT_DONE;
}

const struct cli_command CMD_TOKEN = {
	.name = "token", .summary = "Print a bearer token for the REST interface", .words = "",
	.options = { { "--user", "NAME", "whose rights it has" }, { "--days", "N", "valid for so many days (default 365)" } },
	.examples = { "custos token --data data --user reception", "curl -H \"Authorization: Bearer $(custos token --user reception)\" http://127.0.0.1:8080/api/v1/person" },
	.run = token_run,
};
