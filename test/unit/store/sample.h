/*
 * sample.h - for the tests of store: invented records, and every test run on SQLite and, when the environment variable
 * CUSTOS_TEST_POSTGRES holds a URL, on a fresh database of that PostgreSQL server.
 */
#ifndef CUSTOS_TEST_STORE_SAMPLE_H
#define CUSTOS_TEST_STORE_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <libpq-fe.h>

#include "base/builder.h"
#include "base/file.h"
#include "base/random.h"
#include "store/schema.h"
#include "store/write.h"

enum { BRANCH_CODE, BRANCH_TITLE, BRANCH_FIELDS };
enum { READER_NAME, READER_NUMBER, READER_BRANCH, READER_BORN, READER_AGE, READER_SECRET, READER_FIELDS };
enum { LOAN_READER, LOAN_BRANCH, LOAN_TITLE, LOAN_DUE, LOAN_FIELDS };
enum { NOTICE_TEXT, NOTICE_BRANCH, NOTICE_FIELDS };

#define PLAIN(n, t) .name = (n), .label = (n), .type = (t), .sensitivity = SENSITIVITY_OFFICIAL

static const struct field branch_fields[BRANCH_FIELDS] = {
	[BRANCH_CODE] = { PLAIN("code", FIELD_CODE), .flags = FIELD_REQUIRED | FIELD_UNIQUE },
	[BRANCH_TITLE] = { PLAIN("title", FIELD_LINE) },
};
static const struct field reader_fields[READER_FIELDS] = {
	[READER_NAME] = { PLAIN("name", FIELD_LINE), .flags = FIELD_REQUIRED | FIELD_SEARCHED | FIELD_LISTED },
	[READER_NUMBER] = { PLAIN("number", FIELD_CODE), .flags = FIELD_UNIQUE | FIELD_SEARCHED },
	[READER_BRANCH] = { PLAIN("branch", FIELD_REFERENCE), .reference = "branch" },
	[READER_BORN] = { PLAIN("born", FIELD_PARTIAL_DATE), .flags = FIELD_MAY_BE_UNKNOWN | FIELD_INDEXED },
	[READER_AGE] = { PLAIN("age", FIELD_INTEGER), .flags = FIELD_MAY_BE_UNKNOWN },
	[READER_SECRET] = { PLAIN("secret", FIELD_LINE), .flags = FIELD_SEARCHED },
};
static const struct field loan_fields[LOAN_FIELDS] = {
	[LOAN_READER] = { PLAIN("reader", FIELD_REFERENCE), .reference = "reader" },
	[LOAN_BRANCH] = { PLAIN("branch", FIELD_REFERENCE), .reference = "branch" },
	[LOAN_TITLE] = { PLAIN("title", FIELD_LINE) },
	[LOAN_DUE] = { PLAIN("due", FIELD_MOMENT) },
};
static const struct field notice_fields[NOTICE_FIELDS] = {
	[NOTICE_TEXT] = { PLAIN("body", FIELD_PROSE) },
	[NOTICE_BRANCH] = { PLAIN("branch", FIELD_REFERENCE), .reference = "branch", .flags = FIELD_REQUIRED },
};

#define RECORD(n, f, c, place, subject)                                                                                \
	{ .name = (n), .label = (n), .label_plural = (n), .fields = (f), .field_count = (c), .facility_field = (place),  \
		.person_field = (subject), .parent_field = FIELD_NONE, .readers = ROLES_ALL }
static const struct record record_branch = RECORD("branch", branch_fields, BRANCH_FIELDS, FIELD_SELF, FIELD_NONE);
static const struct record record_reader = RECORD("reader", reader_fields, READER_FIELDS, READER_BRANCH, FIELD_SELF);
static const struct record record_loan = RECORD("loan", loan_fields, LOAN_FIELDS, LOAN_BRANCH, LOAN_READER);
static const struct record record_notice = RECORD("notice", notice_fields, NOTICE_FIELDS, NOTICE_BRANCH, FIELD_NONE);
static const struct record *const sample_records[] = { &record_branch, &record_reader, &record_loan, &record_notice };
static const struct registry sample_registry = { .records = sample_records, .record_count = 4,
	.subject = &record_reader, .subject_facility = READER_BRANCH, .facility = &record_branch,
	.facility_code = BRANCH_CODE, .facility_zone = BRANCH_TITLE };

/* ---- a database for a test ---- */

struct sample {
	struct arena *arena;
	struct error_list errors;
	struct store *store;
	struct connection *writer;
	char url[512], folder[64];
};

static bool sample_is_postgres; /* which of the two runs is going on */

static inline bool sample_administer(const char *verb, const char *name)
{
	char sql[200];
	PGconn *server = PQconnectdb(getenv("CUSTOS_TEST_POSTGRES"));
	snprintf(sql, sizeof(sql), "%s %s%s", verb, name, strncmp(verb, "DROP", 4) == 0 ? " WITH (FORCE)" : "");
	PGresult *result = PQexec(server, sql);
	bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
	if (!good)
		fprintf(stderr, "%s: %s\n", sql, PQerrorMessage(server));
	PQclear(result);
	PQfinish(server);
	return good;
}

static inline void sample_name(char name[48])
{
	snprintf(name, 48, "custos_store_%d", (int)getpid());
}

static inline void sample_fail(struct sample *sample)
{
	for (size_t i = 0; i < sample->errors.count; i++)
		fprintf(stderr, "error %d: %s (%.*s)\n", sample->errors.items[i].code, sample->errors.items[i].message,
			TEXT_FORMAT(sample->errors.items[i].detail));
}

/* The call must succeed. */
#define GOOD(call)                                                                                                     \
	do {                                                                                                           \
		if (!(call)) {                                                                                         \
			sample_fail(sample);                                                                           \
			fail_msg("%s", #call);                                                                         \
		}                                                                                                      \
	} while (0)

/* The call must fail with this code and no other; the list is emptied. */
#define BAD(expected, call)                                                                                            \
	do {                                                                                                           \
		assert_false(call);                                                                                    \
		if (sample->errors.count != 1 || sample->errors.items[0].code != (expected)) {                         \
			sample_fail(sample);                                                                           \
			fail_msg("wrong errors after %s", #call);                                                      \
		}                                                                                                      \
		error_list_begin(&sample->errors, sample->arena);                                                      \
	} while (0)

/* The URL of "?host=..." has the name of the database between the last '/' before '?' and '?'. */
static inline void sample_postgres_url(char *out, size_t size, const char *name)
{
	const char *url = getenv("CUSTOS_TEST_POSTGRES");
	const char *query = strchr(url, '?'), *end = query ? query : url + strlen(url);
	const char *slash = end;
	while (slash > url && *slash != '/')
		slash--;
	snprintf(out, size, "%.*s/%s%s", (int)(slash - url), url, name, query ? query : "");
}

static inline int sample_begin(void **state)
{
	struct sample *sample = calloc(1, sizeof(*sample));
	sample->arena = arena_create();
	error_list_begin(&sample->errors, sample->arena);
	snprintf(sample->folder, sizeof(sample->folder), "/tmp/custos-store-XXXXXX");
	if (!mkdtemp(sample->folder))
		return -1;
	if (sample_is_postgres) {
		char name[48];
		sample_name(name);
		if (!sample_administer("CREATE DATABASE", name))
			return -1;
		sample_postgres_url(sample->url, sizeof(sample->url), name);
	} else {
		snprintf(sample->url, sizeof(sample->url), "sqlite:%s/sample.db", sample->folder);
	}
	if (!store_open(sample->url, true, &sample->store, &sample->errors) ||
		!store_writer(sample->store, &sample->writer, &sample->errors) ||
		!schema_install(sample->writer, &sample_registry, &sample->errors)) {
		sample_fail(sample);
		return -1;
	}
	*state = sample;
	return 0;
}

static inline int sample_end(void **state)
{
	struct sample *sample = *state;
	struct text *names;
	size_t count;
	connection_close(sample->writer);
	store_close(sample->store);
	if (sample_is_postgres) {
		char name[48];
		sample_name(name);
		sample_administer("DROP DATABASE", name);
	}
	if (file_list(sample->arena, sample->folder, &names, &count)) {
		for (size_t i = 0; i < count; i++)
			file_remove(file_path(sample->arena, sample->folder, names[i].data));
	}
	rmdir(sample->folder);
	arena_destroy(sample->arena);
	free(sample);
	return 0;
}

#define SAMPLE_TEST(function) cmocka_unit_test_setup_teardown(function, sample_begin, sample_end)

/* The body of main: the tests on both databases, one after the other; ends with the number of failed tests. */
#define SAMPLE_RUN(name, tests)                                                                                        \
	int failed = cmocka_run_group_tests_name(name " on SQLite", tests, NULL, NULL);                                \
	sample_is_postgres = getenv("CUSTOS_TEST_POSTGRES") != NULL;                                                   \
	if (sample_is_postgres)                                                                                        \
		failed += cmocka_run_group_tests_name(name " on PostgreSQL", tests, NULL, NULL);                       \
	return failed

/* ---- rows ---- */

static inline struct row *sample_row(struct sample *sample, const struct record *record, const char *id)
{
	struct row *row = row_new(sample->arena, record);
	row->id = text_from(id);
	row->version = 1;
	row->created_at = row->changed_at = 1000;
	row->created_by = row->changed_by = TEXT_OF("u");
	row->log = TEXT_OF("j/one");
	row->log_index = 5;
	return row;
}

static inline void sample_branch(struct sample *sample, const char *id)
{
	struct row *row = sample_row(sample, &record_branch, id);
	row_set_string(row, BRANCH_CODE, id);
	GOOD(write_insert(sample->writer, sample->arena, row, &sample->errors));
}

static inline struct row *sample_reader(struct sample *sample, const char *id, const char *name, const char *branch)
{
	struct row *row = sample_row(sample, &record_reader, id);
	row_set_string(row, READER_NAME, name);
	row_set_string(row, READER_NUMBER, arena_format(sample->arena, "N-%s", id).data);
	row_set_string(row, READER_BRANCH, branch);
	GOOD(write_insert(sample->writer, sample->arena, row, &sample->errors));
	return row;
}

#endif
