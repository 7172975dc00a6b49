/*
 * io_error.c - an error at each call of SQLite to the system, once and from then on: nothing may be told as done that is not there
 * afterwards, nothing may be half there, and the next opening finds everything sound.
 *
 * One life: open all, write four groups with new keys, close (which checkpoints), open again, write one more. The life is repeated
 * with the fault one call later each time, until it lies behind the end. CUSTOS_IO_STEP: every so many calls (default 11; 1 is all).
 */
#include "../unit/journal/fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fail_vfs.h"

enum { GROUPS = 5, GROUPS_BEFORE_CLOSING = 4, TOLD = 64 };

struct told { /* an entry whose commit has returned */
	char log[64];
	int64_t index;
	struct hash leaf;
};

struct life {
	char folder[64];
	struct fixture parts; /* only its parts: store, writer, keys, journal, arena */
	struct told told[TOLD];
	size_t told_count;
	int64_t now;
};

static bool parts_open(struct life *life)
{
	struct fixture *parts = &life->parts;
	struct error_list *errors = &parts->errors;
	*parts = (struct fixture){ .arena = arena_create() };
	error_list_begin(errors, parts->arena);
	return store_open(arena_format(parts->arena, "sqlite:%s/data.db", life->folder).data, true, &parts->store, errors) &&
		store_writer(parts->store, &parts->writer, errors) && schema_install(parts->writer, &REGISTRY, errors) &&
		journal_install(parts->writer, errors) && keys_open(life->folder, true, &parts->keys, errors) &&
		journal_open(parts->arena, parts->writer, parts->keys, TEXT_OF("custos.example"), &parts->journal, errors);
}

static void parts_close(struct life *life)
{
	struct fixture *parts = &life->parts;
	if (parts->writer)
		connection_close(parts->writer);
	if (parts->store)
		store_close(parts->store);
	if (parts->keys)
		keys_close(parts->keys);
	arena_destroy(parts->arena);
}

static bool row_write(struct life *life, struct row *row, const char *code, struct journal_receipt *out_receipt)
{
	struct fixture *parts = &life->parts;
	life->now += 1000;
	row->version = 1;
	row->created_at = row->changed_at = life->now;
	row->created_by = row->changed_by = TEXT_OF("USER1");
	const struct journal_note note = { .log_kind = "j", .facility_code = text_from(code), .time = life->now, .type = TEXT("note.add"),
		.actor = TEXT("USER1"), .second = TEXT(""), .subject = row_subject(row), .compartment = row->record->compartment,
		.record = text_from(row->record->name), .record_id = row->id, .revision = 1, .decision = identifier_new(parts->arena),
		.payload = row_payload(parts->arena, row, TEXT_OF("note.add"), TEXT_OF("because"), text_empty()) };
	if (!journal_append(parts->journal, parts->arena, &note, out_receipt, &parts->errors))
		return false;
	row->log = out_receipt->log;
	row->log_index = out_receipt->index;
	return write_insert(parts->writer, parts->arena, row, &parts->errors);
}

/* As the writer thread does it: on any fault all is taken back. */
static bool group_write(struct life *life, int number)
{
	struct fixture *parts = &life->parts;
	struct journal_receipt receipts[2];
	parts->now = life->now;
	struct row *client = fixture_client(parts, "Somebody");
	struct row *note = fixture_note(parts, client->id, number);
	note->id = identifier_new(parts->arena);
	bool done = store_begin(parts->writer, &parts->errors) && row_write(life, client, number % 2 ? "fac01" : "fac02", &receipts[0]) &&
		row_write(life, note, "fac01", &receipts[1]) && journal_seal(parts->journal, parts->arena, &parts->errors) &&
		store_commit(parts->writer, &parts->errors);
	if (!done) {
		store_rollback(parts->writer, &parts->errors);
		journal_return(parts->journal);
		return false;
	}
	for (int i = 0; i < 2; i++) {
		struct told *told = &life->told[life->told_count++];
		snprintf(told->log, sizeof told->log, "%.*s", TEXT_FORMAT(receipts[i].log));
		told->index = receipts[i].index;
		told->leaf = receipts[i].leaf;
	}
	return true;
}

/* After a fault the program goes on: the next group is tried all the same. */
static void live(struct life *life)
{
	bool open = parts_open(life);
	for (int number = 0; open && number < GROUPS; number++) {
		if (number == GROUPS_BEFORE_CLOSING) {
			parts_close(life);
			open = parts_open(life);
		}
		if (open)
			group_write(life, number);
	}
	parts_close(life);
}

static bool told_is_there(struct life *life, const struct told *told)
{
	struct fixture *parts = &life->parts;
	const struct value values[] = { value_text(text_from(told->log)), value_integer(told->index) };
	struct store_result result;
	return store_query(parts->writer, parts->arena, "SELECT leaf FROM journal_entry WHERE log = $1 AND idx = $2", values, 2, &result,
		&parts->errors) && result.rows == 1 && store_cell(&result, 0, 0).text.length == sizeof told->leaf.bytes &&
		memcmp(store_cell(&result, 0, 0).text.data, told->leaf.bytes, sizeof told->leaf.bytes) == 0;
}

static void look_after(struct life *life, int64_t at)
{
	struct verify_report report = { 0 };
	struct fixture *parts = &life->parts;
	bool sound = parts_open(life) && store_check(parts->writer, &parts->errors) && verify_database(parts->writer, parts->arena, &REGISTRY,
		parts->keys, NULL, NULL, &report, &parts->errors) && report.count == 0;
	size_t missing = 0;
	for (size_t i = 0; sound && i < life->told_count; i++)
		missing += !told_is_there(life, &life->told[i]);
	/* It can be written again. */
	bool goes_on = sound && group_write(life, 9);
	if (!sound || missing > 0 || !goes_on) {
		report_print(&report);
		for (size_t i = 0; i < parts->errors.count; i++)
			print_message("%.*s (%.*s)\n", TEXT_FORMAT(error_english(parts->arena, &parts->errors.items[i])),
				TEXT_FORMAT(parts->errors.items[i].detail));
		fail_msg("fault at call %lld: sound %d, %zu told entries missing, goes on %d", (long long)at, sound, missing, goes_on);
	}
	parts_close(life);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(path);
}

/* Gives the number of calls of the life. */
static int64_t run_life(int64_t at, bool lasting, size_t *told)
{
	struct life life = { .folder = "/tmp/custos-io-XXXXXX", .now = INT64_C(1795162530000) };
	assert_non_null(mkdtemp(life.folder));
	fail_at(at, lasting);
	store_use_vfs("fail");
	live(&life);
	int64_t calls = fail_calls();
	store_use_vfs(NULL);
	fail_at(0, false);
	*told = life.told_count;
	look_after(&life, at);
	nftw(life.folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return calls;
}

static int64_t step(void)
{
	const char *text = getenv("CUSTOS_IO_STEP");
	int64_t value;
	return text && text_to_integer(text_from(text), &value) && value > 0 ? value : 11;
}

static void every_call(bool lasting)
{
	size_t told, whole;
	int64_t lives = 0, short_lives = 0, calls = run_life(0, false, &whole);
	assert_int_equal(whole, 2 * GROUPS);
	assert_true(calls > 100);
	for (int64_t at = 1; run_life(at, lasting, &told) >= at; at += step(), lives++)
		short_lives += told < whole;
	print_message("%lld calls in a life, %lld lives with an error%s, %lld of them told less as done\n", (long long)calls,
		(long long)lives, lasting ? " from then on" : "", (long long)short_lives);
	/* The control: faults that nobody notices would prove nothing. */
	assert_true(short_lives > lives / 4);
}

static void test_once(void **state)
{
	(void)state;
	every_call(false);
}

static void test_lasting(void **state)
{
	(void)state;
	every_call(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_once), cmocka_unit_test(test_lasting) };
	fail_begin();
	int failed = cmocka_run_group_tests_name("fault/input and output", tests, NULL, NULL);
	fail_end();
	return failed;
}
