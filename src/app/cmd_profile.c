/* cmd_profile.c - custos profile check, profile load: parameters of the rules from a file; what loads waits for a second person. */
#include <stdio.h>

#include "app/cli.h"
#include "base/file.h"
#include "service/command.h"
#include "service/profile.h"
#include "service/session.h"

enum { PROFILE_LIMIT = 1024 * 1024 };

static bool content_read(struct cli *cli, struct text *out_json)
{
	if (file_read(cli->arena, cli->words[0], PROFILE_LIMIT, out_json))
		return true;
	error_add(&cli->errors, &(struct error){ .code = E_SYSTEM, .message = N_("The profile {path} cannot be read"),
		.parameters = { { "path", text_from(cli->words[0]), false } } });
	return false;
}

static int check_run(struct cli *cli)
{
	struct text json, name, value;
	struct profile *profile;
	if (!content_read(cli, &json) || !profile_load(cli->arena, json, &profile, &cli->errors))
		return cli_fail(cli);
	for (size_t i = 0; profile_value_at(profile, text_empty(), i, &name, &value); i++)
		printf("%-32.*s %.*s\n", TEXT_FORMAT(name), TEXT_FORMAT(value));
	printf("%.*s: nothing in it is looser than the rules\n", TEXT_FORMAT(profile_stamp(profile)));
	return EXIT_DONE;
}

const struct cli_command CMD_PROFILE_CHECK = {
	.name = "profile check", .summary = "Check a profile against the bounds of the rules", .words = "FILE", .words_minimum = 1, .words_maximum = 1,
	.examples = { "custos profile check share/profiles/example.json" }, .run = check_run,
};

static int load_run(struct cli *cli)
{
	struct service *service;
	struct text json;
	const char *user = cli_option(cli, "--user"), *facility = cli_option(cli, "--facility"), *from = cli_option(cli, "--from"),
		*reason = cli_option(cli, "--reason");
	if (!user || !reason) {
		fprintf(stderr, "custos: profile load wants --user and --reason\n");
		return EXIT_USAGE;
	}
	if (!content_read(cli, &json) || !cli_open(cli, true, &service))
		return cli_fail(cli);
	const struct pair inputs[] = { { TEXT("content"), json }, { TEXT("facility_id"), text_from(facility ? facility : "") },
		{ TEXT("valid_from"), text_from(from ? from : "") } };
	struct command command = { .act = TEXT("profile_setting.load"), .inputs = inputs, .input_count = 3, .reason = text_from(reason) };
	struct outcome outcome;
	struct actor actor;
	bool ok = session_actor_named(service, cli->arena, text_from(user), &actor, &cli->errors) &&
		command_run(service, cli->arena, &actor, &command, &outcome, &cli->errors);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("%.*s/%.*s  waits for a second person under Second person\n", TEXT_FORMAT(outcome.record), TEXT_FORMAT(outcome.record_id));
	return EXIT_DONE;
}

const struct cli_command CMD_PROFILE_LOAD = {
	.name = "profile load", .summary = "Propose a profile for the country or a facility; a second person agrees on the page", .words = "FILE",
	.words_minimum = 1, .words_maximum = 1,
	.options = { { "--user", "NAME", "who proposes it" }, { "--reason", "TEXT", "why, in own words" },
		{ "--facility", "ID", "only for this facility" }, { "--from", "DATE", "day from which it holds; today when left out" } },
	.examples = { "custos profile load kg.json --user chief --reason \"Order 12 of the ministry\" --from 2027-01-01" }, .run = load_run,
};
