/* cmd_tables.c - custos model, openapi: the tables of the program, printed. */
#include <stdio.h>
#include <string.h>

#include "api/api.h"
#include "app/cli.h"
#include "service/service.h"

static int print_text(struct text text)
{
	fwrite(text.data, 1, text.length, stdout);
	putchar('\n');
	return EXIT_DONE;
}

static int model_run(struct cli *cli)
{
	return print_text(api_model(cli->arena, generic_registry(cli->arena, cli->registry)));
}

const struct cli_command CMD_MODEL = {
	.name = "model", .summary = "Print records, acts, rules and clocks as JSON", .words = "",
	.examples = { "custos model | python3 -m json.tool | less" }, .run = model_run,
};

static int openapi_run(struct cli *cli)
{
	return print_text(api_openapi(cli->arena, generic_registry(cli->arena, cli->registry)));
}

const struct cli_command CMD_OPENAPI = {
	.name = "openapi", .summary = "Print the OpenAPI 3.1 description of the REST interface", .words = "",
	.examples = { "custos openapi > openapi.json" }, .run = openapi_run,
};
