/* import_fixture.h - a fresh service in a temporary folder, a file of test/data/import through a mapping, and counting rows. */
#ifndef CUSTOS_TEST_IMPORT_FIXTURE_H
#define CUSTOS_TEST_IMPORT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "areas/custody/custody.h"
#include "areas/custody/import.h"
#include "base/file.h"
#include "service/records.h"
#include "service/session.h"
#include "store/select.h"

struct fixture {
	struct arena *arena;
	struct registry *registry;
	char folder[64];
	struct service *service;
	struct error_list errors;
};

static inline void fixture_fail(struct fixture *f)
{
	for (size_t i = 0; i < f->errors.count; i++)
		print_error("%.*s\n", TEXT_FORMAT(error_english(f->arena, &f->errors.items[i])));
	fail();
}

static inline int fixture_begin(void **state)
{
	static const struct area *const AREAS[] = { &AREA_ENGINE, &AREA_CUSTODY };
	struct fixture *f = calloc(1, sizeof *f);
	f->arena = arena_create();
	error_list_begin(&f->errors, f->arena);
	f->registry = registry_make(f->arena, AREAS, 2);
	f->registry->subject = &RECORD_PERSON;
	f->registry->subject_facility = PERSON_CURRENT_FACILITY;
	f->registry->facility = &RECORD_FACILITY;
	f->registry->facility_code = FACILITY_CODE;
	f->registry->facility_zone = FACILITY_ZONE;
	snprintf(f->folder, sizeof f->folder, "/tmp/custos-import-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	struct service_options options = { .folder = file_path(f->arena, f->folder, "data"), .registry = f->registry, .writer = true, .fast = true };
	if (!service_init(&options, TEXT_OF("test.example"), &f->errors) || !service_open(&options, &f->service, &f->errors))
		fixture_fail(f);
	*state = f;
	return 0;
}

static inline int fixture_end(void **state)
{
	struct fixture *f = *state;
	service_close(f->service);
	char command[128];
	const char *names[] = { "custos.db", "custos.db-wal", "custos.db-shm", "keys.db", "keys.db-wal", "keys.db-shm", "root.key", "config" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		file_remove(file_path(f->arena, file_path(f->arena, f->folder, "data"), names[i]));
	snprintf(command, sizeof command, "%s/data", f->folder);
	remove(command);
	remove(f->folder);
	arena_destroy(f->arena);
	free(f);
	return 0;
}

/* Runs one file; the last line of the report must be as expected. */
static inline struct import_report fixture_import(struct fixture *f, const struct import_mapping *mapping, const char *file, bool dry,
	const char *expected)
{
	struct text content;
	struct import_report report = { 0 };
	struct import_options options = { .dry_run = dry };
	struct actor actor = session_system_actor();
	const char *path = file_path(f->arena, IMPORT_DATA, file);
	const char *slash = mapping->beside ? strrchr(path, '/') : NULL;
	if (slash)
		assert_true(file_read(f->arena, file_path(f->arena, arena_format(f->arena, "%.*s", (int)(slash - path), path).data, mapping->beside),
			(size_t)1 << 24, &options.beside));
	if (!file_read(f->arena, path, (size_t)1 << 24, &content))
		fail_msg("%s cannot be read", path);
	if (!import_file(f->service, f->arena, &actor, mapping, content, &options, &report, &f->errors))
		fixture_fail(f);
	struct text line = import_line(f->arena, &report.figures);
	if (!text_equal_string(line, expected))
		fail_msg("%s: %.*s", file, TEXT_FORMAT(line));
	return report;
}

static inline struct rows fixture_rows(struct fixture *f, const struct record *record, const struct condition *conditions, size_t count)
{
	struct selection selection = { .record = record, .order_field = FIELD_ID };
	struct rows rows = { NULL, 0 };
	for (size_t i = 0; i < count; i++)
		selection.conditions[selection.condition_count++] = conditions[i];
	struct connection *reader = service_reader(f->service, &f->errors);
	if (!reader || !select_rows(reader, f->arena, &selection, &rows, &f->errors))
		fixture_fail(f);
	return rows;
}

static inline size_t fixture_count(struct fixture *f, const struct record *record, int field, const char *code)
{
	struct selection selection = { .record = record, .order_field = FIELD_ID, .condition_count = field >= 0 ? 1 : 0 };
	int64_t count = 0;
	selection.conditions[0] = (struct condition)CONDITION_TEXT(field, text_from(code));
	struct connection *reader = service_reader(f->service, &f->errors);
	if (!reader || !select_count(reader, f->arena, &selection, &count, &f->errors))
		fixture_fail(f);
	return (size_t)count;
}

/* How often a phrase stands in the result file. */
static inline size_t fixture_mentions(struct text result, const char *phrase)
{
	size_t count = 0;
	struct text needle = text_from(phrase);
	for (size_t at = text_find(result, needle); at != SIZE_MAX; at = text_find(result, needle)) {
		result = text_slice(result, at + needle.length, SIZE_MAX);
		count++;
	}
	return count;
}

#endif
