/* cmd_instrument.c - custos instrument check: reads an instrument as loading would, and says every fault with its place. */
#include <stdio.h>

#include "app/cli.h"
#include "areas/assessment/instrument.h"
#include "areas/assessment/records.h"
#include "base/file.h"

static int check_run(struct cli *cli)
{
	struct text json, name = text_from(cli->words[0]);
	struct instrument read;
	if (!file_read(cli->arena, cli->words[0], INSTRUMENT_TEXT * 4, &json)) {
		error_add(&cli->errors, &(struct error){ .code = E_NOT_FOUND, .message = N_("The file {path} cannot be read"),
			.parameters = { { "path", name, false } } });
		return cli_fail(cli);
	}
	struct error_list faults;
	error_list_begin(&faults, cli->arena);
	if (instrument_read(cli->arena, json, name, &read, &faults)) {
		printf("%.*s: %.*s %.*s, %zu domains, %zu factors, %zu languages; nothing to mend\n", TEXT_FORMAT(name), TEXT_FORMAT(read.code),
			TEXT_FORMAT(read.version), read.domain_count, read.factor_count, read.language_count);
		return EXIT_DONE;
	}
	for (size_t i = 0; i < faults.count; i++) {
		struct text what = error_english(cli->arena, &faults.items[i]);
		printf("%.*s%s%s\n", TEXT_FORMAT(what), faults.items[i].advice ? ". " : "", faults.items[i].advice ? faults.items[i].advice : "");
	}
	return EXIT_FOUND;
}

const struct cli_command CMD_INSTRUMENT_CHECK = {
	.name = "instrument check", .summary = "Check an assessment instrument (JSON) and say each fault with file, line and column", .words = "FILE",
	.words_minimum = 1, .words_maximum = 1, .examples = { "custos instrument check share/instruments/general-needs.json" }, .run = check_run,
};
