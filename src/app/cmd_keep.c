/* cmd_keep.c - custos backup, restore, key destroy: keeping the record, and letting go of what the law wants gone. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "base/clock.h"
#include "base/file.h"
#include "journal/verify.h"
#include "service/key_destruction.h"
#include "service/names.h"

static bool fail_file(struct cli *cli, const char *message, const char *path)
{
	error_add(&cli->errors, &(struct error){ .code = E_SYSTEM, .message = message, .parameters = { { "path", text_from(path), false } } });
	return false;
}

static bool copy_beside(struct cli *cli, const char *from_folder, const char *to_folder, const char *name, unsigned mode)
{
	const char *from = file_path(cli->arena, from_folder, name);
	if (file_copy(from, file_path(cli->arena, to_folder, name), mode))
		return true;
	return fail_file(cli, N_("The file {path} could not be copied"), from);
}

static bool backup_write(struct cli *cli, struct service *service, const char *out)
{
	struct connection *reader = service_reader(service, &cli->errors);
	struct verify_progress progress = { cli_progress, NULL };
	if (!reader)
		return false;
	if (connection_backend(reader) == STORE_SQLITE) {
		if (!store_copy(reader, file_path(cli->arena, out, "custos.db"), &cli->errors))
			return false;
	} else {
		printf("The tables are in PostgreSQL: back them up with pg_basebackup or pgBackRest. Keys and journal are written here.\n");
	}
	return keys_copy(service_keys(service), file_path(cli->arena, out, "keys.db"), &cli->errors) &&
		copy_beside(cli, cli->folder, out, "config", 0600) &&
		(!cli_option(cli, "--with-root-key") || copy_beside(cli, cli->folder, out, "root.key", 0600)) &&
		export_logs(reader, cli->arena, service_keys(service), file_path(cli->arena, out, "logs"), &progress, &cli->errors);
}

static int backup_run(struct cli *cli)
{
	struct service *service;
	const char *out = cli->words[0];
	if (file_exists(file_path(cli->arena, out, "keys.db"))) {
		fail_file(cli, N_("There is a backup in {path} already. Name a new folder"), out);
		return cli_fail(cli);
	}
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	bool ok = file_make_folder(out, 0700) && backup_write(cli, service, out);
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("The backup is in %s. Keep keys.db and root.key apart from it; a backup counts only once it has been restored.\n", out);
	return EXIT_DONE;
}

const struct cli_command CMD_BACKUP = {
	.name = "backup", .summary = "Write a consistent copy of database, keys and journal into a new folder", .words = "OUT",
	.words_minimum = 1, .words_maximum = 1,
	.options = { { "--with-root-key", NULL, "also copy root.key, which opens everything" } },
	.examples = { "custos backup --data data /media/stick/2026-11-21" }, .run = backup_run,
};

/* The journal that was witnessed later may hold destructions that the backup does not: they come from the rows of the restored
 * database, and are carried out before anything can be read. */
static bool restore_finish(struct cli *cli)
{
	struct service *service;
	struct verify_report report;
	struct verify_progress progress = { cli_progress, NULL };
	size_t destroyed = 0;
	if (!cli_open(cli, false, &service))
		return false;
	struct connection *reader = service_reader(service, &cli->errors);
	bool ok = reader && key_destruction_carry_out(reader, cli->arena, service_keys(service), clock_now(clock_system()), &destroyed, &cli->errors) &&
		verify_database(reader, cli->arena, service_registry(service), service_keys(service), NULL, &progress, &report, &cli->errors);
	service_close(service);
	if (ok)
		printf("Restored into %s: %lld entries, %zu keys destroyed again, %zu differences\n", cli->folder, (long long)report.entries, destroyed,
			report.count);
	return ok && report.count == 0;
}

static int restore_run(struct cli *cli)
{
	const char *from = cli->words[0];
	if (file_exists(file_path(cli->arena, cli->folder, "config"))) {
		fail_file(cli, N_("There is a Custos in {path} already. Restore into a new folder"), cli->folder);
		return cli_fail(cli);
	}
	const char *root = cli_option(cli, "--root-key");
	const char *key = root ? root : file_path(cli->arena, from, "root.key");
	bool ok = file_make_folder(cli->folder, 0700) && copy_beside(cli, from, cli->folder, "config", 0600) &&
		copy_beside(cli, from, cli->folder, "keys.db", 0600);
	if (ok && file_exists(file_path(cli->arena, from, "custos.db")))
		ok = copy_beside(cli, from, cli->folder, "custos.db", 0600);
	if (ok && !file_copy(key, file_path(cli->arena, cli->folder, "root.key"), 0600))
		ok = fail_file(cli, N_("The root key {path} could not be read. Give it with --root-key FILE"), key);
	if (!ok)
		return cli_fail(cli);
	if (!restore_finish(cli))
		return cli->errors.count ? cli_fail(cli) : EXIT_FOUND;
	return EXIT_DONE;
}

const struct cli_command CMD_RESTORE = {
	.name = "restore", .summary = "Make a data folder from a backup; carries out ordered key destructions first", .words = "BACKUP",
	.words_minimum = 1, .words_maximum = 1,
	.options = { { "--root-key", "FILE", "the root key, when it is not in the backup" } },
	.examples = { "custos restore --data restored /media/stick/2026-11-21 --root-key /media/safe/root.key" }, .run = restore_run,
};

static int key_destroy_run(struct cli *cli)
{
	struct service *service;
	struct store *store;
	struct connection *writer;
	struct verify_progress progress = { cli_progress, NULL };
	size_t destroyed = 0;
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	bool ok = store_open(service_database(service), false, &store, &cli->errors) && store_writer(store, &writer, &cli->errors);
	if (ok) {
		names_forget(service);
		ok = key_destruction_carry_out(writer, cli->arena, service_keys(service), clock_now(clock_system()), &destroyed, &cli->errors) &&
			(destroyed == 0 || replay_rebuild(writer, cli->arena, service_registry(service), service_keys(service), &progress, &cli->errors));
		connection_close(writer);
		store_close(store);
	}
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("%zu keys destroyed%s\n", destroyed, destroyed ? "; the tables are made again without their content" : "");
	return EXIT_DONE;
}

const struct cli_command CMD_KEY_DESTROY = {
	.name = "key destroy", .summary = "Carry out the key destructions that two persons have ordered (stop the server first)", .words = "",
	.examples = { "custos key destroy --data data" }, .run = key_destroy_run,
};
