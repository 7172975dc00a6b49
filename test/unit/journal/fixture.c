/* fixture.c - a small registry, a database, a key store and a journal in a temporary folder. */
#include "fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

static const struct choice kinds[] = { { "a", N_("A") }, { "b", N_("B") }, { NULL, NULL } };

static const struct field site_fields[SITE_FIELDS] = {
	[SITE_CODE] = { .name = "code", .label = N_("Code"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_UNIQUE },
};
static const struct field client_fields[CLIENT_FIELDS] = {
	[CLIENT_NAME] = { .name = "full_name", .label = N_("Name"), .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_SEARCHED },
	[CLIENT_SITE] = { .name = "site", .label = N_("Site"), .type = FIELD_REFERENCE, .reference = "site",
		.sensitivity = SENSITIVITY_OFFICIAL },
};
static const struct field note_fields[NOTE_FIELDS] = {
	[NOTE_CLIENT] = { .name = "client", .label = N_("Client"), .type = FIELD_REFERENCE, .reference = "client",
		.sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_LINE] = { .name = "line", .label = N_("Line"), .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_MAY_BE_UNKNOWN },
	[NOTE_NUMBER] = { .name = "amount", .label = N_("Number"), .type = FIELD_INTEGER, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_MAY_BE_UNKNOWN },
	[NOTE_PRICE] = { .name = "price", .label = N_("Price"), .type = FIELD_MONEY, .sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_SHARE] = { .name = "share", .label = N_("Share"), .type = FIELD_DECIMAL, .limits = { .scale = 3 },
		.sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_YES] = { .name = "agreed", .label = N_("Agreed"), .type = FIELD_YES_NO, .sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_DAY] = { .name = "given_on", .label = N_("Day"), .type = FIELD_DATE, .sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_PART] = { .name = "born", .label = N_("Born"), .type = FIELD_PARTIAL_DATE, .sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_AT] = { .name = "seen_at", .label = N_("Moment"), .type = FIELD_MOMENT, .sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_LONG] = { .name = "body", .label = N_("Text"), .type = FIELD_PROSE, .sensitivity = SENSITIVITY_SENSITIVE },
	[NOTE_KIND] = { .name = "kind", .label = N_("Kind"), .type = FIELD_CHOICE, .choices = kinds,
		.sensitivity = SENSITIVITY_OFFICIAL },
	[NOTE_KINDS] = { .name = "marks", .label = N_("Marks"), .type = FIELD_CODES, .sensitivity = SENSITIVITY_OFFICIAL },
};

const struct record RECORD_SITE = { .name = "site", .label = N_("Site"), .label_plural = N_("Sites"), .fields = site_fields,
	.field_count = SITE_FIELDS, .facility_field = FIELD_SELF, .person_field = FIELD_NONE, .parent_field = FIELD_NONE };
const struct record RECORD_CLIENT = { .name = "client", .label = N_("Client"), .label_plural = N_("Clients"),
	.fields = client_fields, .field_count = CLIENT_FIELDS, .facility_field = CLIENT_SITE, .person_field = FIELD_SELF,
	.parent_field = FIELD_NONE };
const struct record RECORD_NOTE = { .name = "note", .label = N_("Note"), .label_plural = N_("Notes"), .fields = note_fields,
	.field_count = NOTE_FIELDS, .facility_field = FIELD_NONE, .person_field = NOTE_CLIENT, .parent_field = NOTE_CLIENT,
	.compartment = COMPARTMENT_HEALTH };

static const struct record *const records[] = { &RECORD_SITE, &RECORD_CLIENT, &RECORD_NOTE };
const struct registry REGISTRY = { .records = records, .record_count = 3, .subject = &RECORD_CLIENT,
	.subject_facility = CLIENT_SITE, .facility = &RECORD_SITE, .facility_code = SITE_CODE };

void fixture_check(struct fixture *fixture, bool done)
{
	if (done)
		return;
	for (size_t i = 0; i < fixture->errors.count; i++)
		print_message("%.*s (%.*s)\n", TEXT_FORMAT(error_english(fixture->arena, &fixture->errors.items[i])),
			TEXT_FORMAT(fixture->errors.items[i].detail));
	fail();
}

bool fixture_on_postgres;

/* A statement for the server itself: databases are made and dropped there. */
static void administer(const char *verb)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct store *server;
	struct connection *connection;
	error_list_begin(&errors, arena);
	assert_true(store_open(getenv("CUSTOS_TEST_POSTGRES"), false, &server, &errors));
	assert_true(store_writer(server, &connection, &errors));
	assert_true(store_script(connection, arena_format(arena, "%s custos_journal_%d", verb, (int)getpid()).data, &errors));
	connection_close(connection);
	store_close(server);
	arena_destroy(arena);
}

/* "postgresql:///postgres?host=..." with the name of our database instead. */
static struct text database_url(struct arena *arena, const char *folder)
{
	if (!fixture_on_postgres)
		return arena_format(arena, "sqlite:%s/data.db", folder);
	struct text url = text_from(getenv("CUSTOS_TEST_POSTGRES"));
	size_t query = text_find_byte(url, '?');
	struct text start = text_slice(url, 0, query), end = text_slice(url, query == SIZE_MAX ? url.length : query, url.length);
	while (!text_ends_with(start, TEXT_OF("/")))
		start.length--;
	return arena_format(arena, "%.*scustos_journal_%d%.*s", TEXT_FORMAT(start), (int)getpid(), TEXT_FORMAT(end));
}

static void open_all(struct fixture *fixture)
{
	fixture->arena = arena_create();
	error_list_begin(&fixture->errors, fixture->arena);
	struct text url = database_url(fixture->arena, fixture->folder);
	fixture_check(fixture, store_open(url.data, true, &fixture->store, &fixture->errors) &&
		store_writer(fixture->store, &fixture->writer, &fixture->errors) &&
		schema_install(fixture->writer, &REGISTRY, &fixture->errors) &&
		journal_install(fixture->writer, &fixture->errors) &&
		keys_open(fixture->folder, true, &fixture->keys, &fixture->errors) &&
		journal_open(fixture->arena, fixture->writer, fixture->keys, TEXT_OF("custos.example"), &fixture->journal,
			&fixture->errors));
}

static void close_all(struct fixture *fixture)
{
	connection_close(fixture->writer);
	store_close(fixture->store);
	keys_close(fixture->keys);
	arena_destroy(fixture->arena);
}

void fixture_begin(struct fixture *fixture)
{
	*fixture = (struct fixture){ .folder = "/tmp/custos-journal-XXXXXX", .now = INT64_C(1795162530000) };
	assert_non_null(mkdtemp(fixture->folder));
	random_seed(7);
	if (fixture_on_postgres)
		administer("CREATE DATABASE");
	open_all(fixture);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

void fixture_end(struct fixture *fixture)
{
	close_all(fixture);
	if (fixture_on_postgres)
		administer("DROP DATABASE");
	nftw(fixture->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void fixture_reopen(struct fixture *fixture)
{
	close_all(fixture);
	open_all(fixture);
}

static void note_entry(struct fixture *fixture, struct row *row, const char *code, const char *verb)
{
	struct journal_receipt receipt;
	fixture->now += 1000;
	row->version++;
	row->changed_at = fixture->now;
	row->changed_by = TEXT_OF("USER1");
	if (row->version == 1) {
		row->created_at = fixture->now;
		row->created_by = TEXT_OF("USER1");
	}
	struct text type = arena_format(fixture->arena, "%s.%s", row->record->name, verb);
	const struct journal_note note = { .log_kind = "j", .facility_code = text_from(code), .time = fixture->now,
		.type = type, .actor = TEXT("USER1"), .second = TEXT(""), .subject = row_subject(row),
		.compartment = row->record->compartment, .record = text_from(row->record->name), .record_id = row->id,
		.revision = row->version, .decision = identifier_new(fixture->arena),
		.payload = row_payload(fixture->arena, row, type, TEXT_OF("because"), text_empty(), text_empty()) };
	fixture_check(fixture, journal_append(fixture->journal, fixture->arena, &note, &receipt, &fixture->errors));
	row->log = receipt.log;
	row->log_index = receipt.index;
}

void fixture_insert(struct fixture *fixture, struct row *row, const char *code)
{
	if (text_is_empty(row->id))
		row->id = identifier_new(fixture->arena);
	note_entry(fixture, row, code, "add");
	fixture_check(fixture, write_insert(fixture->writer, fixture->arena, row, &fixture->errors));
}

void fixture_change(struct fixture *fixture, struct row *row, const char *code)
{
	note_entry(fixture, row, code, "correct");
	fixture_check(fixture, write_update(fixture->writer, fixture->arena, row, &fixture->errors));
}

void fixture_begin_group(struct fixture *fixture)
{
	fixture_check(fixture, store_begin(fixture->writer, &fixture->errors));
}

void fixture_commit(struct fixture *fixture)
{
	fixture_check(fixture, journal_seal(fixture->journal, fixture->arena, &fixture->errors) &&
		store_commit(fixture->writer, &fixture->errors));
}

struct row *fixture_client(struct fixture *fixture, const char *name)
{
	struct row *row = row_new(fixture->arena, &RECORD_CLIENT);
	row->id = identifier_new(fixture->arena);
	row_set_string(row, CLIENT_NAME, arena_string(fixture->arena, text_from(name)));
	return row;
}

struct row *fixture_note(struct fixture *fixture, struct text client, int number)
{
	struct row *row = row_new(fixture->arena, &RECORD_NOTE);
	row_set_text(row, NOTE_CLIENT, client);
	row_set_text(row, NOTE_LINE, arena_format(fixture->arena, "line %d \xd0\x9f\"\\\n", number));
	row_set_integer(row, NOTE_NUMBER, number - 5);
	row_set_integer(row, NOTE_PRICE, number * 7 - 100);
	row_set_integer(row, NOTE_SHARE, number * 1001 - 5000);
	row_set_yes_no(row, NOTE_YES, number % 2);
	row_set_string(row, NOTE_DAY, "2026-11-20");
	row_set_string(row, NOTE_PART, number % 2 ? "1974" : "1974-05");
	row_set_integer(row, NOTE_AT, fixture->now + number);
	if (number % 3 == 0) {
		row_set(row, NOTE_NUMBER, value_unknown());
		row_set(row, NOTE_LINE, value_unknown());
	}
	if (number % 3 != 1)
		row_set_text(row, NOTE_LONG, arena_format(fixture->arena, "canary-%d", number));
	row_set_string(row, NOTE_KIND, "a");
	row_set_string(row, NOTE_KINDS, "one two");
	return row;
}

void fixture_fill(struct fixture *fixture, int count)
{
	fixture_begin_group(fixture);
	for (int i = 0; i < 2; i++) {
		struct row *site = row_new(fixture->arena, &RECORD_SITE);
		row_set_string(site, SITE_CODE, i ? "fac02" : "fac01");
		fixture_insert(fixture, site, "hub");
	}
	for (int i = 0; i < count; i++) {
		const char *code = i % 2 ? "fac02" : "fac01";
		struct row *client = fixture_client(fixture, "Somebody");
		fixture_insert(fixture, client, code);
		for (int n = 0; n < 3; n++) {
			struct row *note = fixture_note(fixture, client->id, i * 3 + n);
			fixture_insert(fixture, note, code);
			if (n != 1)
				continue;
			row_set_string(note, NOTE_KIND, "b");
			fixture_change(fixture, note, i % 4 == 1 ? "fac01" : code);
		}
	}
	fixture_commit(fixture);
}

void fixture_tamper(struct fixture *fixture, const char *sql)
{
	fixture_check(fixture, store_execute(fixture->writer, sql, NULL, 0, NULL, &fixture->errors));
}

struct verify_report fixture_verify(struct fixture *fixture, const char *tiles)
{
	struct verify_report report;
	fixture_check(fixture, verify_database(fixture->writer, fixture->arena, &REGISTRY, fixture->keys, tiles, NULL, &report,
		&fixture->errors));
	return report;
}

void report_print(const struct verify_report *report)
{
	for (size_t i = 0; i < report->count && i < 20; i++) {
		const struct verify_finding *f = &report->findings[i];
		print_message("[%.*s %lld] %.*s/%.*s.%.*s: %.*s\n", TEXT_FORMAT(f->log), (long long)f->index,
			TEXT_FORMAT(f->table), TEXT_FORMAT(f->row), TEXT_FORMAT(f->field), TEXT_FORMAT(f->what));
	}
}
