/* fixture.h - a small registry, a database, a key store and a journal in a temporary folder, for the tests of this folder. */
#ifndef CUSTOS_TEST_JOURNAL_FIXTURE_H
#define CUSTOS_TEST_JOURNAL_FIXTURE_H

#include "vectors.h"

#include "base/random.h"
#include "journal/journal.h"
#include "journal/row_json.h"
#include "journal/verify.h"
#include "store/schema.h"
#include "store/write.h"

enum { SITE_CODE, SITE_FIELDS };
enum { CLIENT_NAME, CLIENT_SITE, CLIENT_FIELDS };
enum { NOTE_CLIENT, NOTE_LINE, NOTE_NUMBER, NOTE_PRICE, NOTE_SHARE, NOTE_YES, NOTE_DAY, NOTE_PART, NOTE_AT, NOTE_LONG,
	NOTE_KIND, NOTE_KINDS, NOTE_FIELDS };

extern const struct record RECORD_SITE, RECORD_CLIENT, RECORD_NOTE;
extern const struct registry REGISTRY;

struct fixture {
	char folder[64];
	struct arena *arena;
	struct error_list errors;
	struct store *store;
	struct connection *writer;
	struct keys *keys;
	struct journal *journal;
	int64_t now;
};

/* Which of the two databases the fixtures are on; FIXTURE_RUN goes through both when CUSTOS_TEST_POSTGRES holds a URL. */
extern bool fixture_on_postgres;
#define FIXTURE_RUN(name, tests)                                                                                       \
	int failed = cmocka_run_group_tests_name(name " on SQLite", tests, NULL, NULL);                                \
	fixture_on_postgres = getenv("CUSTOS_TEST_POSTGRES") != NULL;                                                  \
	if (fixture_on_postgres)                                                                                       \
		failed += cmocka_run_group_tests_name(name " on PostgreSQL", tests, NULL, NULL);                       \
	return failed

void fixture_begin(struct fixture *fixture);
void fixture_end(struct fixture *fixture);
/* Closes and opens everything again. */
void fixture_reopen(struct fixture *fixture);
void fixture_check(struct fixture *fixture, bool done);

/* Through journal and table in the open transaction, as the one write path does. */
void fixture_insert(struct fixture *fixture, struct row *row, const char *code);
void fixture_change(struct fixture *fixture, struct row *row, const char *code);
void fixture_begin_group(struct fixture *fixture);
void fixture_commit(struct fixture *fixture);
struct row *fixture_client(struct fixture *fixture, const char *name);
/* A note with every kind of value; number chooses them. */
struct row *fixture_note(struct fixture *fixture, struct text client, int number);
/* Two sites, count clients with three notes each, every second note changed once. */
void fixture_fill(struct fixture *fixture, int count);

/* Runs SQL against the tables behind the journal's back. */
void fixture_tamper(struct fixture *fixture, const char *sql);
struct verify_report fixture_verify(struct fixture *fixture, const char *tiles);
void report_print(const struct verify_report *report);

#endif
