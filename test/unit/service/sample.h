/*
 * sample.h - a small invented world for the tests of the service: halls (facilities), files (subjects), notes, charts
 * (health), and helpers that open a service in a folder of its own with a clock that stands still. Every test runs on
 * SQLite and, when CUSTOS_TEST_POSTGRES holds a URL, on a fresh PostgreSQL database; at its end the journal must verify.
 */
#ifndef CUSTOS_TEST_SERVICE_SAMPLE_H
#define CUSTOS_TEST_SERVICE_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/file.h"
#include "base/random.h"
#include "journal/verify.h"
#include "service/query.h"
#include "service/records.h"
#include "service/session.h"
#include "service/writer.h"

#define SAMPLE_NOW INT64_C(1795168800000) /* 2026-11-20T10:00:00Z */
#define EVERYBODY (ROLES_ALL & ~ROLE(TRAINING))

enum { HALL_CODE, HALL_TITLE, HALL_ZONE, HALL_FIELDS };
static const struct field HALL_TABLE[HALL_FIELDS] = {
	[HALL_CODE] = { .name = "code", .label = "Code", .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_UNIQUE | FIELD_LISTED },
	[HALL_TITLE] = { .name = "title", .label = "Title", .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL },
	[HALL_ZONE] = { .name = "zone", .label = "Zone", .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL },
};
static const struct record RECORD_HALL = { .name = "hall", .label = "Hall", .label_plural = "Halls", .help = "A place.",
	.fields = HALL_TABLE, .field_count = HALL_FIELDS, .facility_field = FIELD_SELF, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE, .flags = RECORD_NO_READ_LOG, .readers = ROLES_ALL, .keepers = ROLE(HEADQUARTERS) };

enum { FILE_NAME, FILE_HALL, FILE_GOING, FILE_SECRET, FILE_AGE, FILE_FIELDS };
static const struct field FILE_TABLE[FILE_FIELDS] = {
	[FILE_NAME] = { .name = "name", .label = "Name", .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_SEARCHED | FIELD_LISTED },
	[FILE_HALL] = { .name = "hall_id", .label = "Hall", .type = FIELD_REFERENCE, .sensitivity = SENSITIVITY_OFFICIAL,
		.reference = "hall" },
	[FILE_GOING] = { .name = "going_id", .label = "On the way to", .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .reference = "hall" },
	[FILE_SECRET] = { .name = "secret", .label = "Secret", .type = FIELD_LINE, .sensitivity = SENSITIVITY_SENSITIVE,
		.flags = FIELD_SEARCHED },
	[FILE_AGE] = { .name = "age", .label = "Age", .type = FIELD_INTEGER, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_MAY_BE_UNKNOWN },
};
static const struct record RECORD_FILE = { .name = "dossier", .label = "File", .label_plural = "Files", .help = "A subject.",
	.fields = FILE_TABLE, .field_count = FILE_FIELDS, .facility_field = FILE_HALL, .person_field = FIELD_SELF,
	.parent_field = FIELD_NONE, .readers = EVERYBODY, .keepers = ROLE(RECEPTION) | ROLE(HEADQUARTERS) };

enum { NOTE_FILE, NOTE_TEXT, NOTE_FIELDS };
static const struct field NOTE_TABLE[NOTE_FIELDS] = {
	[NOTE_FILE] = { .name = "dossier_id", .label = "File", .type = FIELD_REFERENCE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED, .reference = "dossier" },
	[NOTE_TEXT] = { .name = "content", .label = "Text", .type = FIELD_PROSE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED },
};
static const struct record RECORD_NOTE = { .name = "note", .label = "Note", .label_plural = "Notes", .help = "A note.",
	.fields = NOTE_TABLE, .field_count = NOTE_FIELDS, .facility_field = FIELD_NONE, .person_field = NOTE_FILE,
	.parent_field = NOTE_FILE, .readers = EVERYBODY, .keepers = ROLE(RECEPTION) | ROLE(HEADQUARTERS) };
static const struct record RECORD_CHART = { .name = "chart", .label = "Chart", .label_plural = "Charts", .help = "Health.",
	.fields = NOTE_TABLE, .field_count = NOTE_FIELDS, .facility_field = FIELD_NONE, .person_field = NOTE_FILE,
	.parent_field = NOTE_FILE, .compartment = COMPARTMENT_HEALTH, .readers = ROLES_ALL,
	.keepers = ROLE(HEALTH) | ROLE(HEADQUARTERS) };

enum { SLIP_FILE, SLIP_TEXT, SLIP_SEALED, SLIP_CLOSED, SLIP_FIELDS };
static const struct field SLIP_TABLE[SLIP_FIELDS] = {
	[SLIP_FILE] = { .name = "dossier_id", .label = "File", .type = FIELD_REFERENCE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED, .reference = "dossier" },
	[SLIP_TEXT] = { .name = "content", .label = "Text", .type = FIELD_PROSE, .sensitivity = SENSITIVITY_OFFICIAL },
	[SLIP_SEALED] = { .name = "sealed", .label = "Sealed", .type = FIELD_YES_NO, .sensitivity = SENSITIVITY_OFFICIAL },
	[SLIP_CLOSED] = { .name = "closed_to", .label = "Closed to", .type = FIELD_CODES, .sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_FIXED },
};
static const struct record RECORD_SLIP = { .name = "slip", .label = "Slip", .label_plural = "Slips", .help = "Sealed.",
	.fields = SLIP_TABLE, .field_count = SLIP_FIELDS, .facility_field = FIELD_NONE, .person_field = SLIP_FILE,
	.parent_field = SLIP_FILE, .sealed_field = SLIP_SEALED, .closed_to_field = SLIP_CLOSED, .readers = EVERYBODY, .keepers = EVERYBODY };

static const struct record *const SAMPLE_RECORDS[] = { &RECORD_HALL, &RECORD_FILE, &RECORD_NOTE, &RECORD_CHART, &RECORD_SLIP, NULL };
static const struct area SAMPLE_AREA = { .name = "sample", .label = "Sample", .records = SAMPLE_RECORDS };

struct sample {
	struct arena *arena;
	struct error_list errors;
	int64_t now;
	struct clock clock;
	char *folder;
	struct service *service;
	struct actor system;
	struct text hall_a, hall_b, hall_c;
};

static inline void sample_fail(const struct error_list *errors)
{
	for (size_t i = 0; i < errors->count; i++) {
		struct text text = error_english(errors->arena, &errors->items[i]);
		print_error("error %d at %.*s: %.*s [%.*s]\n", errors->items[i].code, TEXT_FORMAT(errors->items[i].path),
			TEXT_FORMAT(text), TEXT_FORMAT(errors->items[i].detail));
	}
}

/* Runs "<act>" with name, value pairs ended by NULL; gives the identifier of the result, empty when refused. */
static inline struct text sample_run(struct sample *sample, const struct actor *actor, const char *act, ...)
{
	struct pair inputs[16];
	struct command command = { .act = text_from(act), .inputs = inputs, .reason = TEXT_OF("a reason of good length") };
	va_list list;
	va_start(list, act);
	for (const char *name = va_arg(list, const char *); name; name = va_arg(list, const char *))
		inputs[command.input_count++] = (struct pair){ text_from(name), text_from(va_arg(list, const char *)) };
	va_end(list);
	struct outcome outcome = { 0 };
	error_list_begin(&sample->errors, sample->arena);
	if (!command_run(sample->service, sample->arena, actor, &command, &outcome, &sample->errors))
		return text_empty();
	return outcome.record_id;
}

static inline const char *sample_string(struct sample *sample, struct text text)
{
	return arena_string(sample->arena, text);
}

static inline struct text sample_must(struct sample *sample, struct text id)
{
	if (text_is_empty(id))
		sample_fail(&sample->errors);
	assert_false(text_is_empty(id));
	return id;
}

static inline struct text sample_hall(struct sample *sample, const char *code)
{
	return sample_must(sample, sample_run(sample, &sample->system, "hall.add", "code", code, "title", code, "zone", "UTC",
		NULL));
}

static inline struct text sample_file(struct sample *sample, const char *name, struct text hall, const char *secret)
{
	return sample_must(sample, text_is_empty(hall)
		? sample_run(sample, &sample->system, "dossier.add", "name", name, "secret", secret, NULL)
		: sample_run(sample, &sample->system, "dossier.add", "name", name, "hall_id", sample_string(sample, hall),
			"secret", secret, NULL));
}

static inline struct text sample_user(struct sample *sample, const char *name, const char *roles, const char *facilities,
	const char *clearance, const char *compartments)
{
	return sample_must(sample, sample_run(sample, &sample->system, "user_account.add", "name", name, "display_name", name,
		"roles", roles, "facilities", facilities, "clearance", clearance, "compartments", compartments, "language",
		"en", NULL));
}

static inline struct actor sample_actor(struct sample *sample, const char *name)
{
	struct actor actor = { 0 };
	if (!session_actor_named(sample->service, sample->arena, text_from(name), &actor, &sample->errors))
		sample_fail(&sample->errors);
	assert_false(text_is_empty(actor.id));
	return actor;
}

static inline struct query *sample_query(struct sample *sample, const struct actor *actor)
{
	struct query *query = NULL;
	if (!query_begin(sample->service, sample->arena, actor, "test", &query, &sample->errors))
		sample_fail(&sample->errors);
	assert_non_null(query);
	error_list_begin(&sample->errors, sample->arena);
	return query;
}

static bool sample_is_postgres; /* which of the two runs is going on */

static inline bool sample_administer(const char *before, const char *after)
{
	char sql[160];
	PGconn *server = PQconnectdb(getenv("CUSTOS_TEST_POSTGRES"));
	snprintf(sql, sizeof(sql), "%s custos_reading_%d%s", before, (int)getpid(), after);
	PGresult *result = PQexec(server, sql);
	bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
	if (!good)
		print_error("%s: %s\n", sql, PQerrorMessage(server));
	PQclear(result);
	PQfinish(server);
	return good;
}

/* The server's URL with the name of this program's own database. */
static inline const char *sample_url(struct sample *sample)
{
	struct text url = text_from(getenv("CUSTOS_TEST_POSTGRES")), query = text_empty();
	size_t mark = text_find_byte(url, '?');
	if (mark != SIZE_MAX) {
		query = text_slice(url, mark, url.length);
		url = text_slice(url, 0, mark);
	}
	size_t end = url.length;
	while (end > 0 && url.data[end - 1] != '/')
		end--;
	return arena_format(sample->arena, "%.*scustos_reading_%d%.*s", (int)end, url.data, (int)getpid(),
		TEXT_FORMAT(query)).data;
}

/* Tables equal the folded journal, trees and signatures hold: also after savepoints that were rolled back. */
static inline bool sample_is_sound(struct sample *sample)
{
	struct verify_report report = { 0 };
	writer_flush(sample->service);
	error_list_begin(&sample->errors, sample->arena);
	if (!verify_database(service_reader(sample->service, &sample->errors), sample->arena,
		    service_registry(sample->service), service_keys(sample->service), NULL, NULL, &report,
		    &sample->errors)) {
		sample_fail(&sample->errors);
		return false;
	}
	for (size_t i = 0; i < report.count; i++)
		print_error("%.*s %.*s %.*s\n", TEXT_FORMAT(report.findings[i].table), TEXT_FORMAT(report.findings[i].row),
			TEXT_FORMAT(report.findings[i].what));
	return report.count == 0 && report.rows > 0 && report.entries > 0;
}

static inline int sample_open(void **state)
{
	static const struct area *const areas[] = { &SAMPLE_AREA, &AREA_ENGINE };
	struct arena *arena = arena_create();
	struct sample *sample = ARENA_NEW(arena, struct sample);
	sample->arena = arena;
	error_list_begin(&sample->errors, arena);
	sample->now = SAMPLE_NOW;
	sample->clock = clock_fixed(&sample->now);
	struct registry *registry = registry_make(arena, areas, 2);
	registry->subject = &RECORD_FILE;
	registry->subject_facility = FILE_HALL;
	registry->subject_destination = "going_id";
	registry->facility = &RECORD_HALL;
	registry->facility_code = HALL_CODE;
	registry->facility_zone = HALL_ZONE;
	char folder[] = "/tmp/custos-sample-XXXXXX";
	if (!mkdtemp(folder))
		return 1;
	sample->folder = file_path(arena, folder, "data");
	struct service_options options = { .folder = sample->folder, .registry = registry, .clock = &sample->clock,
		.writer = true, .fast = true };
	if (sample_is_postgres) {
		options.database = sample_url(sample);
		if (!sample_administer("CREATE DATABASE", ""))
			return 1;
	}
	if (!service_init(&options, TEXT_OF("custos.test"), &sample->errors)
		|| !service_open(&options, &sample->service, &sample->errors)) {
		sample_fail(&sample->errors);
		return 1;
	}
	sample->system = session_system_actor();
	sample->hall_a = sample_hall(sample, "aaa");
	sample->hall_b = sample_hall(sample, "bbb");
	sample->hall_c = sample_hall(sample, "ccc");
	*state = sample;
	return 0;
}

static inline void sample_remove(struct arena *arena, const char *path)
{
	struct text *names;
	size_t count;
	if (file_list(arena, path, &names, &count))
		for (size_t i = 0; i < count; i++)
			sample_remove(arena, file_path(arena, path, arena_string(arena, names[i])));
	if (!file_remove(path))
		rmdir(path);
}

static inline int sample_close(void **state)
{
	struct sample *sample = *state;
	bool sound = sample_is_sound(sample);
	service_close(sample->service);
	if (sample_is_postgres)
		sample_administer("DROP DATABASE", " WITH (FORCE)");
	char *slash = strrchr(sample->folder, '/');
	*slash = '\0';
	sample_remove(sample->arena, sample->folder);
	arena_destroy(sample->arena);
	return sound ? 0 : 1;
}

/* Both databases; the number of failed tests. */
#define SAMPLE_RUN(name, tests) \
	(cmocka_run_group_tests_name(name " on SQLite", tests, NULL, NULL) + \
		((sample_is_postgres = getenv("CUSTOS_TEST_POSTGRES") != NULL) \
			? cmocka_run_group_tests_name(name " on PostgreSQL", tests, NULL, NULL) : 0))

#endif
