/* cmd_list.c - custos list load: a file of a list of names, as published, becomes its newest version. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "areas/identity/import.h"
#include "areas/identity/records.h"
#include "base/file.h"
#include "service/query.h"
#include "service/session.h"
#include "store/select.h"

static bool find_list(struct cli *cli, struct service *service, const char *code, struct text *out_id)
{
	struct selection selection = { .record = &RECORD_NAME_LIST, .order_field = FIELD_ID, .condition_count = 1,
		.conditions = { CONDITION_TEXT(NAME_LIST_CODE, text_from(code)) } };
	struct connection *connection = service_reader(service, &cli->errors);
	struct rows rows;
	if (!connection || !select_rows(connection, cli->arena, &selection, &rows, &cli->errors))
		return false;
	if (rows.count == 0) {
		error_add(&cli->errors, &(struct error){ .code = E_NOT_FOUND, .message = N_("There is no list with the code {code}"),
			.advice = N_("Headquarters add lists on the page Lists of names"), .parameters = { { "code", text_from(code), false } } });
		return false;
	}
	*out_id = rows.items[0]->id;
	return true;
}

static bool read_options(struct cli *cli, struct list_load *load)
{
	const char *published = cli_option(cli, "--published"), *slash = strrchr(cli->words[0], '/');
	load->file_name = text_from(slash ? slash + 1 : cli->words[0]);
	if (!file_read(cli->arena, cli->words[0], LIST_FILE_LIMIT, &load->content)) {
		error_add(&cli->errors, &(struct error){ .code = E_SYSTEM, .message = N_("The file {path} cannot be read"),
			.parameters = { { "path", text_from(cli->words[0]), false } } });
		return false;
	}
	if (!published || date_parse(text_from(published), &load->published))
		return true;
	error_add(&cli->errors, &(struct error){ .code = E_SYNTAX, .message = N_("{option} wants a day such as 2026-07-24"),
		.parameters = { { "option", TEXT_OF("--published"), false } } });
	return false;
}

static int list_load_run(struct cli *cli)
{
	struct service *service;
	struct actor actor;
	struct list_load load = { .published = { 0 } };
	struct list_figures figures;
	const char *code = cli_option(cli, "--list"), *user = cli_option(cli, "--user");
	if (!code || !user) {
		fprintf(stderr, "custos list load: wants --list CODE and --user NAME\n");
		return EXIT_USAGE;
	}
	if (!read_options(cli, &load) || !cli_open(cli, true, &service))
		return cli_fail(cli);
	if (!load.published.year)
		load.published = moment_date(service_now(service));
	bool done = session_actor_named(service, cli->arena, text_from(user), &actor, &cli->errors) && find_list(cli, service, code, &load.list) &&
		list_load(service, cli->arena, &actor, &load, &figures, &cli->errors);
	service_close(service);
	if (!done)
		return cli_fail(cli);
	if (figures.in_force_already)
		printf("This file is in force already; nothing was changed\n");
	else
		printf("%lld entries: %lld new, %lld changed, %lld taken off\n", (long long)figures.entries, (long long)figures.added,
			(long long)figures.changed, (long long)figures.removed);
	return EXIT_DONE;
}

const struct cli_command CMD_LIST_LOAD = {
	.name = "list load", .summary = "Load a new version of a list of names; people are compared when the server runs", .words = "FILE",
	.words_minimum = 1, .words_maximum = 1,
	.options = { { "--list", "CODE", "short code of the list" }, { "--user", "NAME", "who loads it: headquarters" },
		{ "--published", "DATE", "day of a table that does not say it itself (default today)" } },
	.examples = { "custos list load --data data --list un --user headquarters consolidated.xml" }, .run = list_load_run,
};
