/* cmd_verify.c - custos verify, rebuild, journal export: proving the record and making the tables from it again. */
#include <stdio.h>

#include "app/cli.h"
#include "journal/verify.h"

static void report_print(const struct verify_report *report)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct verify_finding *finding = &report->findings[i];
		printf("DIFFERENT");
		if (finding->log.length)
			printf(" log %.*s", TEXT_FORMAT(finding->log));
		if (finding->index >= 0)
			printf(" index %lld", (long long)finding->index);
		if (finding->table.length)
			printf(" table %.*s", TEXT_FORMAT(finding->table));
		if (finding->row.length)
			printf(" row %.*s", TEXT_FORMAT(finding->row));
		if (finding->field.length)
			printf(" field %.*s", TEXT_FORMAT(finding->field));
		printf(": %.*s\n", TEXT_FORMAT(finding->what));
	}
	printf("%lld logs, %lld entries, %lld payloads, %lld with destroyed keys, %lld rows: %s\n", (long long)report->logs,
		(long long)report->entries, (long long)report->payloads, (long long)report->destroyed, (long long)report->rows,
		report->count ? "differences found" : "sound");
}

static int verify_run(struct cli *cli)
{
	struct verify_report report;
	const char *folder = cli_option(cli, "--folder");
	if (folder) {
		if (!verify_folder(cli->arena, folder, &report, &cli->errors))
			return cli_fail(cli);
		report_print(&report);
		return report.count ? EXIT_FOUND : EXIT_DONE;
	}
	struct service *service;
	struct verify_progress progress = { cli_progress, NULL };
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	struct connection *reader = service_reader(service, &cli->errors);
	/* One snapshot: a server may be writing meanwhile. */
	bool ok = reader && store_begin_read(reader, &cli->errors) && verify_database(reader, cli->arena, service_registry(service),
		service_keys(service), cli_option(cli, "--tiles"), &progress, &report, &cli->errors) && store_rollback(reader, &cli->errors);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	report_print(&report);
	return report.count ? EXIT_FOUND : EXIT_DONE;
}

const struct cli_command CMD_VERIFY = {
	.name = "verify", .summary = "Check journal, signatures, payloads and that the tables equal the journal", .words = "",
	.options = { { "--tiles", "DIR", "also check the folders that journal export made" },
		{ "--folder", "DIR", "check one exported log only; needs neither database nor keys" } },
	.examples = { "custos verify --data data", "custos verify --folder export/custos.example/j/hub" }, .run = verify_run,
};

static int rebuild_run(struct cli *cli)
{
	struct service *service;
	struct store *store;
	struct connection *writer;
	struct verify_progress progress = { cli_progress, NULL };
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	bool ok = store_open(service_database(service), false, &store, &cli->errors) && store_writer(store, &writer, &cli->errors) &&
		replay_rebuild(writer, cli->arena, service_registry(service), service_keys(service), &progress, &cli->errors);
	if (!ok)
		return cli_fail(cli);
	connection_close(writer);
	store_close(store);
	service_close(service);
	printf("The tables are made again from the journal.\n");
	return EXIT_DONE;
}

const struct cli_command CMD_REBUILD = {
	.name = "rebuild", .summary = "Make all tables again from the journal (stop the server first)", .words = "",
	.examples = { "custos rebuild --data data" }, .run = rebuild_run,
};

static int journal_export_run(struct cli *cli)
{
	struct service *service;
	struct verify_progress progress = { cli_progress, NULL };
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	struct connection *reader = service_reader(service, &cli->errors);
	bool ok = reader && store_begin_read(reader, &cli->errors) &&
		export_logs(reader, cli->arena, service_keys(service), cli->words[0], &progress, &cli->errors) &&
		store_rollback(reader, &cli->errors);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("The logs are in %s: one folder a log with checkpoint, tile/, blob/ and vkey.\n", cli->words[0]);
	return EXIT_DONE;
}

const struct cli_command CMD_JOURNAL_EXPORT = {
	.name = "journal export", .summary = "Write the logs as C2SP tlog-tiles folders that anybody can check", .words = "OUT",
	.words_minimum = 1, .words_maximum = 1,
	.examples = { "custos journal export --data data export" }, .run = journal_export_run,
};
