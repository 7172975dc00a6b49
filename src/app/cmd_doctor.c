/* cmd_doctor.c - custos doctor: checks machine, database, keys, clock and disk, and says what to do. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/file.h"
#include "store/schema.h"

struct doctor {
	struct cli *cli;
	int warnings, faults;
};

enum verdict { FINE, WARNING, FAULT };

static void say(struct doctor *doctor, enum verdict verdict, const char *what, const char *advice)
{
	static const char *const WORDS[] = { "ok     ", "warning", "FAULT  " };
	printf("%s  %s\n", WORDS[verdict], what);
	if (verdict != FINE && advice)
		printf("         %s\n", advice);
	doctor->warnings += verdict == WARNING;
	doctor->faults += verdict == FAULT;
}

static void machine_check(struct doctor *doctor)
{
	struct arena *arena = doctor->cli->arena;
	long cores = sysconf(_SC_NPROCESSORS_ONLN), pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
	int64_t mebibytes = (int64_t)pages * size / (1024 * 1024);
	struct text line = arena_format(arena, "%ld processors, %lld MiB of memory", cores, (long long)mebibytes);
	say(doctor, mebibytes < 256 ? WARNING : FINE, line.data, "Custos works in 256 MiB; with less, imports and verification will swap");
	int64_t space = file_free_space(doctor->cli->folder);
	line = arena_format(arena, "%lld MiB free on the disk of %s", (long long)(space / (1024 * 1024)), doctor->cli->folder);
	say(doctor, space < INT64_C(200) * 1024 * 1024 ? FAULT : space < INT64_C(2048) * 1024 * 1024 ? WARNING : FINE, line.data,
		"Free space or move the data folder: a full disk stops every act");
}

static void clock_check(struct doctor *doctor)
{
	int64_t now = clock_now(clock_system());
	struct text line = arena_format(doctor->cli->arena, "clock says %.*s", TEXT_FORMAT(moment_text(doctor->cli->arena, now)));
	bool synced = clock_is_synced(clock_system());
	if (synced != clock_is_sure(clock_system()))
		say(doctor, FAULT, line.data, "Set the clock: deadlines, orders and release dates follow it");
	else
		say(doctor, synced ? FINE : WARNING, line.data,
			"No time service keeps it right, so entries are marked \"clock unsynced\"; set one up, or compare the clock with a watch each day");
}

static void key_check(struct doctor *doctor, const char *name)
{
	struct stat status;
	const char *path = file_path(doctor->cli->arena, doctor->cli->folder, name);
	struct text line = arena_format(doctor->cli->arena, "%s", path);
	if (stat(path, &status) != 0)
		say(doctor, FAULT, line.data, "The file is missing: restore it from the backup of the keys. Without it the content cannot be read");
	else if (status.st_mode & 077)
		say(doctor, FAULT, line.data, "Others may read it: chmod 600");
	else
		say(doctor, FINE, line.data, NULL);
}

static void sqlite_check(struct doctor *doctor, struct connection *reader)
{
	struct store_result result;
	if (!store_query(reader, doctor->cli->arena, "SELECT sqlite_version()", NULL, 0, &result, &doctor->cli->errors) || result.rows == 0)
		return;
	struct text version = store_cell(&result, 0, 0).text, rest = version, piece;
	int64_t number = 0, part;
	while (text_next(&rest, '.', &piece) && text_to_integer(piece, &part))
		number = number * 1000 + part;
	struct text line = arena_format(doctor->cli->arena, "SQLite %.*s", TEXT_FORMAT(version));
	/* 3.7.0 to 3.51.2 can lose frames when two connections checkpoint; Custos lets exactly one write and checkpoint. */
	say(doctor, number < 3051003 ? WARNING : FINE, line.data,
		"This version has the WAL-reset fault. Custos keeps clear of it with one writer; let no other program write or checkpoint the file");
}

static void database_check(struct doctor *doctor)
{
	struct service *service;
	struct cli *cli = doctor->cli;
	if (!cli_open(cli, false, &service)) {
		say(doctor, FAULT, "the database does not open", error_english(cli->arena, &cli->errors.items[0]).data);
		return;
	}
	struct connection *reader = service_reader(service, &cli->errors);
	struct schema_difference *differences;
	size_t count = 0;
	if (reader && connection_backend(reader) == STORE_SQLITE)
		sqlite_check(doctor, reader);
	say(doctor, reader && store_check(reader, &cli->errors) ? FINE : FAULT, "integrity of the database", "Restore the newest backup, then run custos verify");
	if (reader && schema_compare(reader, cli->arena, service_registry(service), &differences, &count, &cli->errors))
		say(doctor, count ? WARNING : FINE, "tables fit this program", "Run custos migrate");
	service_close(service);
}

static int doctor_run(struct cli *cli)
{
	struct doctor doctor = { cli, 0, 0 };
	machine_check(&doctor);
	clock_check(&doctor);
	if (!file_exists(file_path(cli->arena, cli->folder, "config"))) {
		say(&doctor, FAULT, "no Custos in this data folder", "Run custos init, or name the folder with --data");
	} else {
		key_check(&doctor, "root.key");
		key_check(&doctor, "keys.db");
		database_check(&doctor);
	}
	printf("%d faults, %d warnings\n", doctor.faults, doctor.warnings);
	return doctor.faults ? EXIT_FOUND : EXIT_DONE;
}

const struct cli_command CMD_DOCTOR = {
	.name = "doctor", .summary = "Check machine, database, keys, clock and disk, and say what to do", .words = "",
	.examples = { "custos doctor --data data" }, .run = doctor_run,
};
