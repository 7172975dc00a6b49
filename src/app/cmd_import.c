/* cmd_import.c - custos import, export: what a service already has comes in, and everything can go out again, as CSV. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "areas/custody/import.h"
#include "base/file.h"
#include "base/hash.h"
#include "format/csv.h"
#include "service/import_job.h"
#include "service/names.h"
#include "service/session.h"

#define FILE_LIMIT ((size_t)1 << 30)

static void progress(void *state, int64_t rows, int64_t bytes, int64_t total)
{
	(void)rows;
	(void)state;
	cli_progress(NULL, "Reading bytes", bytes, total);
}

/* ---- what was left out on purpose ---- */

struct headings { const struct import_mapping *mapping; };

static bool headings_told(void *state, const struct csv_record *record)
{
	const struct import_mapping *mapping = ((struct headings *)state)->mapping;
	for (int column = 0; column < mapping->column_count; column++)
		for (size_t i = 0; mapping->columns[column].refused && i < record->count; i++)
			for (const char *const *heading = mapping->columns[column].headings; *heading; heading++)
				if (text_equal_ignoring_case(text_trim(record->cells[i]), text_from(*heading)))
					printf("Column \"%s\" is not loaded. %s.\n", mapping->columns[column].name, mapping->columns[column].refused);
	return false; /* only the first record */
}

static void refused_columns_print(const struct import_mapping *mapping, const char *path)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct text content;
	struct headings headings = { mapping };
	error_list_begin(&errors, arena);
	if (file_read(arena, path, FILE_LIMIT, &content)) {
		struct text sample = text_slice(content, 0, 64 * 1024);
		struct csv_reader_options options = { .encoding = csv_guess_encoding(content), .on_record = headings_told, .state = &headings };
		csv_reader_feed(csv_reader_create(arena, &options, &errors), sample);
	}
	arena_destroy(arena);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash && slash[1] ? slash + 1 : path;
}

static void results_print(struct cli *cli, const struct import_set *set, const char *path, const char *output)
{
	for (size_t i = 0; set->mappings[i]; i++) {
		const char *source = set->mappings[i]->file ? file_path(cli->arena, path, set->mappings[i]->file) : path;
		const char *result = file_path(cli->arena, output, arena_format(cli->arena, "%s.result.csv", base_name(source)).data);
		const char *doubles = file_path(cli->arena, output, arena_format(cli->arena, "%s.duplicates.csv", base_name(source)).data);
		if (!file_exists(source) || !file_exists(result))
			continue;
		refused_columns_print(set->mappings[i], source);
		printf("What became of each row: %s\n", result);
		if (file_exists(doubles))
			printf("Likely doubles, for a human to decide: %s\n", doubles);
	}
}

/* The list of an earlier run must not look like one of this run. */
static void results_clear(struct cli *cli, const struct import_set *set, const char *path, const char *output)
{
	for (size_t i = 0; set->mappings[i]; i++) {
		const char *source = set->mappings[i]->file ? set->mappings[i]->file : base_name(path);
		file_remove(file_path(cli->arena, output, arena_format(cli->arena, "%s.result.csv", source).data));
		file_remove(file_path(cli->arena, output, arena_format(cli->arena, "%s.duplicates.csv", source).data));
	}
}

static bool settings_read(struct cli *cli, struct import_options *options)
{
	const char *zone = cli_option(cli, "--zone"), *day = cli_option(cli, "--day");
	if (zone)
		options->zone = text_from(zone);
	if (!day || date_parse(text_from(day), &options->day))
		return true;
	error_add(&cli->errors, &(struct error){ .code = E_SYNTAX, .message = N_("{option} wants a day such as 2026-07-24"),
		.parameters = { { "option", TEXT_OF("--day"), false } } });
	return false;
}

/* What was loaded, for the list of imports. */
struct loaded {
	struct arena *arena;
	struct builder files, hashes;
	int64_t size, duplicates;
	size_t count;
};

static void file_done(void *state, const char *file, struct text content, const struct import_report *report)
{
	struct loaded *loaded = state;
	struct hash hash = hash_of(content.data, content.length);
	if (loaded->count++)
		builder_add_byte(&loaded->files, '\n');
	builder_add_string(&loaded->files, file);
	builder_add(&loaded->hashes, hash_hex(loaded->arena, &hash));
	loaded->size += (int64_t)content.length;
	loaded->duplicates += report->duplicate_groups;
	struct text line = import_line(loaded->arena, &report->figures);
	printf("%s: %.*s\n", file, TEXT_FORMAT(line));
}

/* The hash of one file is its own; of several, that of their hashes in the order of loading. */
static bool loaded_note(struct cli *cli, struct service *service, const struct actor *actor, const char *name, struct loaded *loaded,
	const struct import_figures *figures)
{
	struct text hashes = builder_text(&loaded->hashes), bytes;
	struct hash hash = hash_of(hashes.data, hashes.length);
	if (loaded->count == 1 && hex_decode(cli->arena, hashes, &bytes))
		memcpy(hash.bytes, bytes.data, sizeof hash.bytes);
	return loaded->count == 0 || import_job_note(service, cli->arena, actor, text_from(name), builder_text(&loaded->files), &hash, loaded->size, figures,
		loaded->duplicates, &cli->errors);
}

static bool output_made(struct cli *cli, const char *output)
{
	if (file_make_folder(output, 0700) || file_exists(output))
		return true;
	error_add(&cli->errors, &(struct error){ .code = E_SYSTEM, .message = N_("The folder {path} cannot be made"),
		.parameters = { { "path", text_from(output), false } } });
	return false;
}

static int import_run(struct cli *cli)
{
	struct service *service;
	bool made;
	const char *name = cli_option(cli, "--mapping"), *given = cli_option(cli, "--output");
	const char *output = given ? given : file_path(cli->arena, cli->folder, "import");
	struct loaded loaded = { .arena = cli->arena };
	struct import_options options = { .dry_run = cli_option(cli, "--dry-run") != NULL, .progress = progress, .file_done = file_done, .state = &loaded };
	struct import_figures figures = { 0 };
	struct actor actor = session_system_actor();
	builder_begin(&loaded.files, cli->arena, 64);
	builder_begin(&loaded.hashes, cli->arena, 64);
	if (!name) {
		fprintf(stderr, "custos import: wants --mapping NAME: legacy-places, legacy-register, prison-api, the name of a mapping made on the page, "
				"or of a record\n");
		return EXIT_USAGE;
	}
	if (!settings_read(cli, &options) || !cli_open(cli, true, &service))
		return cli_fail(cli);
	const struct import_set *set = import_set_find(service, cli->arena, CUSTODY_IMPORTS, text_from(name), &made, &cli->errors);
	/* Who in the file is in the register already is asked of the index of names. */
	bool ok = set && output_made(cli, output) && names_start(service, &cli->errors);
	if (ok)
		names_wait_ready(service);
	if (ok) {
		results_clear(cli, set, cli->words[0], output);
		ok = import_path(service, cli->arena, &actor, set, cli->words[0], output, &options, &figures, &cli->errors);
		ok = (options.dry_run || loaded_note(cli, service, &actor, name, &loaded, &figures)) && ok;
	}
	service_close(service);
	if (set)
		results_print(cli, set, cli->words[0], output);
	if (!ok)
		return cli_fail(cli);
	if (options.dry_run)
		printf("Dry run: nothing was written.\n");
	printf("%.*s\n", TEXT_FORMAT(import_line(cli->arena, &figures)));
	return figures.refused ? EXIT_FOUND : EXIT_DONE;
}

const struct cli_command CMD_IMPORT = {
	.name = "import", .summary = "Load rows of an old register or another system; a second run loads nothing twice", .words = "FILE",
	.words_minimum = 1, .words_maximum = 1,
	.options = { { "--mapping", "NAME", "legacy-places, legacy-register, prison-api (a folder), a mapping made on the page, or the name of a record" },
		{ "--dry-run", NULL, "say what would happen to each row and write nothing" },
		{ "--output", "DIR", "where the result files go (default: import in the data folder)" },
		{ "--zone", "NAME", "time zone of new facilities, such as Asia/Almaty" },
		{ "--day", "DATE", "the day that \"sysdate\" stands for (prison-api)" } },
	.examples = { "custos import --data data --mapping legacy-places places.csv --zone Asia/Almaty",
		"custos import --data data --mapping legacy-register register.csv --dry-run",
		"custos import --data data --mapping prison-api folder --day 2026-07-24" },
	.run = import_run,
};

/* ---- export ---- */

static bool export_one(struct cli *cli, struct service *service, struct actor *actor, const struct record *record)
{
	struct arena *arena = arena_create();
	struct query *query;
	struct text csv;
	const char *path = file_path(cli->arena, cli->words[0], arena_format(cli->arena, "%s.csv", record->name).data);
	bool ok = query_begin(service, arena, actor, "export", &query, &cli->errors);
	if (ok) {
		ok = import_export(query, record, &csv, &cli->errors);
		query_end(query);
	}
	if (ok && !file_write_whole(path, csv.data, csv.length, 0600)) {
		error_add(&cli->errors, &(struct error){ .code = E_SYSTEM, .message = N_("The file {path} cannot be written"),
			.parameters = { { "path", text_from(path), false } } });
		ok = false;
	}
	arena_destroy(arena);
	return ok;
}

static int export_run(struct cli *cli)
{
	struct service *service;
	struct actor actor;
	const char *user = cli_option(cli, "--user"), *only = cli_option(cli, "--record");
	size_t files = 0;
	if (!user) {
		fprintf(stderr, "custos export: wants --user NAME: the file holds what that user may see\n");
		return EXIT_USAGE;
	}
	if (!cli_open(cli, true, &service))
		return cli_fail(cli);
	bool ok = session_actor_named(service, cli->arena, text_from(user), &actor, &cli->errors) &&
		(file_make_folder(cli->words[0], 0700) || file_exists(cli->words[0]));
	const struct registry *registry = service_registry(service);
	for (size_t i = 0; ok && i < registry->record_count; i++) {
		const struct record *record = registry->records[i];
		if (only ? !text_equal_string(text_from(only), record->name) : !actor_has_role(&actor, record->readers))
			continue;
		ok = export_one(cli, service, &actor, record);
		files += ok;
		cli_progress(NULL, "Writing files", (int64_t)i + 1, (int64_t)registry->record_count);
	}
	service_close(service);
	if (!ok)
		return cli_fail(cli);
	printf("%zu files in %s\n", files, cli->words[0]);
	return files ? EXIT_DONE : EXIT_FOUND;
}

const struct cli_command CMD_EXPORT = {
	.name = "export", .summary = "Write what a user may see as CSV files, one a record; the reading is logged", .words = "DIR",
	.words_minimum = 1, .words_maximum = 1,
	.options = { { "--user", "NAME", "whose rights the files follow" }, { "--record", "NAME", "only this record" } },
	.examples = { "custos export --data data --user headquarters out", "custos export --data data --user headquarters --record place out" },
	.run = export_run,
};
