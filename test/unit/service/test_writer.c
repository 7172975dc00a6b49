/* test_writer.c - groups: many threads at once, tasks that fail, access notes, submitting without waiting, closing. */
#include <pthread.h>

#include "base/random.h"
#include "inn.h"

#include "service/heartbeat.h"

enum { THREADS = 64, EACH = 8 };

struct worker {
	struct inn *inn;
	pthread_t thread;
	int number, done, refused;
};

/* Each thread adds guests of its own and one number that all of them want: only one gets it. */
static void *work(void *state)
{
	struct worker *worker = state;
	struct arena *arena = arena_create();
	for (int i = 0; i < EACH; i++) {
		struct error_list errors;
		struct outcome outcome;
		error_list_begin(&errors, arena);
		struct pair inputs[] = {{TEXT("number"), i == EACH / 2 ? TEXT_OF("wanted")
				: arena_format(arena, "%d-%d", worker->number, i)},
			{TEXT("name"), TEXT("Somebody")}};
		struct command command = {.act = TEXT("guest.add"), .inputs = inputs, .input_count = 2};
		if (command_run(worker->inn->service, arena, &worker->inn->clerk, &command, &outcome, &errors))
			worker->done += outcome.receipt_count == 1;
		else
			worker->refused += error_list_has(&errors, E_DUPLICATE);
	}
	arena_destroy(arena);
	return NULL;
}

static void test_many_threads(void **state)
{
	struct inn *inn = *state;
	static struct worker workers[THREADS];
	int done = 0, refused = 0;
	struct command_figures before = command_figures(inn->service);
	for (int i = 0; i < THREADS; i++) {
		workers[i] = (struct worker){.inn = inn, .number = i};
		assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(workers[i].thread, NULL);
		done += workers[i].done;
		refused += workers[i].refused;
	}
	assert_int_equal(done, THREADS * (EACH - 1) + 1);
	assert_int_equal(refused, THREADS - 1);
	assert_int_equal(inn_rows(inn, &record_guest).count, (size_t)done);
	struct command_figures after = command_figures(inn->service);
	assert_int_equal(after.commands - before.commands, done);
	assert_int_equal(after.refused - before.refused, refused);
	/* They shared transactions. */
	assert_true(after.groups - before.groups < THREADS * EACH / 2);
}

static void test_run_many(void **state)
{
	struct inn *inn = *state;
	enum { COUNT = 600 };
	struct command *commands = ARENA_ARRAY(inn->arena, struct command, COUNT);
	struct pair *inputs = ARENA_ARRAY(inn->arena, struct pair, COUNT * 2);
	struct outcome *outcomes = ARENA_ARRAY(inn->arena, struct outcome, COUNT);
	struct error_list *errors = ARENA_ARRAY(inn->arena, struct error_list, COUNT);
	bool *done = ARENA_ARRAY(inn->arena, bool, COUNT);
	for (size_t i = 0; i < COUNT; i++) {
		inputs[2 * i] = (struct pair){TEXT_OF("number"), arena_format(inn->arena, "n%zu", i)};
		inputs[2 * i + 1] = (struct pair){TEXT_OF("name"), i % 100 == 7 ? text_empty() : TEXT_OF("Somebody")};
		commands[i] = (struct command){.act = TEXT_OF("guest.add"), .inputs = &inputs[2 * i], .input_count = 2};
	}
	command_run_many(inn->service, inn->arena, &inn->clerk, commands, COUNT, outcomes, errors, done);
	for (size_t i = 0; i < COUNT; i++) {
		assert_int_equal(done[i], i % 100 != 7);
		assert_int_equal(errors[i].count, i % 100 == 7);
	}
	assert_int_equal(inn_rows(inn, &record_guest).count, COUNT - COUNT / 100);
}

struct submitted {
	pthread_mutex_t mutex;
	pthread_cond_t cond;
	int called;
	bool ok;
};

static void submitted_done(void *state, bool ok)
{
	struct submitted *submitted = state;
	pthread_mutex_lock(&submitted->mutex);
	submitted->called++;
	submitted->ok = ok;
	pthread_cond_signal(&submitted->cond);
	pthread_mutex_unlock(&submitted->mutex);
}

static void test_submit(void **state)
{
	struct inn *inn = *state;
	struct submitted submitted = {.mutex = PTHREAD_MUTEX_INITIALIZER, .cond = PTHREAD_COND_INITIALIZER};
	struct pair inputs[] = {{TEXT("number"), TEXT("7")}, {TEXT("name"), TEXT("Aigul")}};
	struct command command = {.act = TEXT("guest.add"), .inputs = inputs, .input_count = 2};
	struct outcome outcome = {0};
	command_submit(inn->service, inn->arena, &inn->clerk, &command, &outcome, &inn->errors, submitted_done, &submitted);
	pthread_mutex_lock(&submitted.mutex);
	while (!submitted.called)
		pthread_cond_wait(&submitted.cond, &submitted.mutex);
	pthread_mutex_unlock(&submitted.mutex);
	assert_true(submitted.ok);
	assert_non_null(inn_row(inn, &record_guest, outcome.record_id));
}

static bool put_blob(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	(void)arena;
	struct value values[] = {value_string("one"), value_bytes(TEXT_OF("bytes"))};
	if (!store_execute(writer, "INSERT INTO attachment_blob (id, data) VALUES ($1, $2)", values, 2, NULL, errors))
		return false;
	if (*(bool *)state)
		return true;
	error_say(errors, E_STATE, NULL, "Not today");
	return false;
}

static int64_t blobs(struct inn *inn)
{
	struct store_result result;
	GOOD(store_query(service_reader(inn->service, &inn->errors), inn->arena, "SELECT count(*) FROM attachment_blob",
		NULL, 0, &result, &inn->errors));
	return store_cell(&result, 0, 0).integer;
}

static void test_tasks(void **state)
{
	struct inn *inn = *state;
	bool succeed = false;
	BAD(E_STATE, writer_run(inn->service, inn->arena, put_blob, &succeed, &inn->errors));
	assert_int_equal(blobs(inn), 0);
	succeed = true;
	GOOD(writer_run(inn->service, inn->arena, put_blob, &succeed, &inn->errors));
	assert_int_equal(blobs(inn), 1);
	BAD(E_DUPLICATE, writer_run(inn->service, inn->arena, put_blob, &succeed, &inn->errors));
	/* The group of a failed task takes other work all the same. */
	inn_guest(inn, "7", "Aigul");
}

static int64_t beats(struct inn *inn, const char *where)
{
	struct store_result result;
	GOOD(store_query(service_reader(inn->service, &inn->errors), inn->arena,
		arena_format(inn->arena, "SELECT count(*) FROM journal_entry WHERE type = 'heartbeat' AND rev = 0%s", where).data, NULL, 0,
		&result, &inn->errors));
	return store_cell(&result, 0, 0).integer;
}

/* A silent log gets one entry an hour; one that is written to gets none; access logs never. A doubtful clock is marked. */
static void test_heartbeat(void **state)
{
	struct inn *inn = *state;
	int64_t count = -1, logs;
	inn_guest(inn, "7", "Aigul");
	GOOD(heartbeat_tick(inn->service, &count, &inn->errors));
	assert_int_equal(count, 0);
	inn->moment += 56 * MOMENT_MINUTE;
	GOOD(heartbeat_tick(inn->service, &logs, &inn->errors));
	assert_true(logs > 0);
	assert_int_equal(beats(inn, ""), logs);
	assert_int_equal(beats(inn, " AND log LIKE '%/a/%'"), 0);
	GOOD(heartbeat_tick(inn->service, &count, &inn->errors));
	assert_int_equal(count, 0);
	assert_int_equal(beats(inn, " AND entry LIKE '%clock unsynced%'"), 0);
	/* The battery was flat: the machine believes it is 2001. */
	int64_t now = inn->moment;
	inn->moment = INT64_C(1000000000000);
	GOOD(heartbeat_tick(inn->service, &count, &inn->errors));
	assert_int_equal(count, logs);
	assert_int_equal(beats(inn, " AND entry LIKE '%clock unsynced%'"), logs);
	GOOD(heartbeat_tick(inn->service, &count, &inn->errors));
	assert_int_equal(count, 0);
	inn->moment = now;
	GOOD(heartbeat_tick(inn->service, &count, &inn->errors));
	assert_int_equal(count, logs);
}

static bool refuse_also(void *state, struct connection *writer, struct arena *arena, const struct outcome *outcome,
	struct error_list *errors)
{
	(void)writer;
	(void)arena;
	struct inn *inn = state; /* the group's memory is gone when the caller looks */
	inn->hill = arena_copy(inn->arena, outcome->record_id);
	error_say(errors, E_FILE_SIZE, NULL, "Too large");
	return false;
}

/* What was journalled before the extra failed is taken back with it, and the journal goes on without a gap. */
static void test_also_fails(void **state)
{
	struct inn *inn = *state;
	struct pair inputs[] = {{TEXT("number"), TEXT("7")}, {TEXT("name"), TEXT("Aigul")}};
	struct command command = {.act = TEXT("guest.add"), .inputs = inputs, .input_count = 2};
	struct outcome outcome;
	BAD(E_FILE_SIZE, command_run_with(inn->service, inn->arena, &inn->clerk, &command, refuse_also, inn, &outcome,
		&inn->errors));
	assert_true(identifier_is_valid(inn->hill));
	assert_null(inn_row(inn, &record_guest, inn->hill));
	inn_guest(inn, "7", "Aigul");
}

static size_t access_entries(struct inn *inn, struct text subject)
{
	struct journal_entry *entries;
	size_t count;
	writer_flush(inn->service);
	GOOD(journal_about(service_reader(inn->service, &inn->errors), inn->arena, "a", subject, 0, 100, &entries, &count,
		&inn->errors));
	for (size_t i = 0; i < count; i++)
		assert_true(text_equal_string(entries[i].log, "inn.example/a/hill"));
	return count;
}

static void test_access_notes(void **state)
{
	struct inn *inn = *state;
	struct text guest = inn_guest(inn, "7", "Aigul");
	struct access_note note = {.kind = "read", .actor = inn->clerk.id, .subject = guest, .record = TEXT_OF("guest"),
		.record_id = guest, .facility_code = TEXT_OF("hill"), .time = inn->moment};
	writer_note_access(inn->service, &note);
	writer_note_access(inn->service, &note);
	note.time += 999;
	writer_note_access(inn->service, &note);
	assert_int_equal(access_entries(inn, guest), 1);
	note.time += 1;
	writer_note_access(inn->service, &note);
	note.actor = inn->governor.id;
	writer_note_access(inn->service, &note);
	note.kind = "print";
	writer_note_access(inn->service, &note);
	assert_int_equal(access_entries(inn, guest), 4);
	/* More than the queue holds: the reader waits, nothing is lost. */
	struct text other = inn_guest(inn, "8", "Bakyt");
	for (int i = 0; i < 5000; i++) {
		note.subject = note.record_id = i < 50 ? other : guest;
		note.time += 1000;
		writer_note_access(inn->service, &note);
	}
	assert_int_equal(access_entries(inn, other), 50);
	assert_true(command_figures(inn->service).entries >= 5000);
}

static void test_reading_only(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text guest = inn_guest(inn, "7", "Aigul");
	service_close(inn->service);
	inn->options.writer = false;
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
	assert_non_null(inn_row(inn, &record_guest, guest));
	BAD(E_STATE, RUN(&inn->clerk, &outcome, "guest.add", "number", "9", "name", "X"));
	writer_flush(inn->service);
}

static void test_open_again(void **state)
{
	struct inn *inn = *state;
	struct text guest = inn_guest(inn, "7", "Aigul");
	service_close(inn->service);
	BAD(E_STATE, service_init(&inn->options, TEXT_OF("inn.example"), &inn->errors));
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
	assert_non_null(inn_row(inn, &record_guest, guest));
	inn_guest(inn, "8", "Bakyt");
	BAD(E_PATTERN, service_init(&inn->options, TEXT_OF("Bad/Name"), &inn->errors));
}

static void test_dates_of_places(void **state)
{
	struct inn *inn = *state;
	/* 20:00 UTC is the next day in Bishkek (+06), the same day in Berlin. */
	int64_t evening = moment_from_date((struct date){2026, 11, 20}) + 20 * MOMENT_HOUR;
	struct date hill = service_date(inn->service, inn->hill, evening);
	struct date lake = service_date(inn->service, inn->lake, evening);
	struct date nowhere = service_date(inn->service, text_empty(), evening);
	assert_int_equal(date_compare(hill, (struct date){2026, 11, 21}), 0);
	assert_int_equal(date_compare(lake, (struct date){2026, 11, 20}), 0);
	assert_int_equal(date_compare(nowhere, (struct date){2026, 11, 20}), 0);
	/* A house that moves is noticed at once. */
	struct outcome outcome;
	GOOD(RUN(&inn->headquarters, &outcome, "house.correct", "target", inn->hill.data, "zone", "America/Lima"));
	hill = service_date(inn->service, inn->hill, evening);
	assert_int_equal(date_compare(hill, (struct date){2026, 11, 20}), 0);
	assert_true(text_equal_string(service_facility_code(inn->service, service_reader(inn->service, &inn->errors),
		inn->arena, inn->hill), "hill"));
	assert_true(text_equal_string(service_facility_code(inn->service, service_reader(inn->service, &inn->errors),
		inn->arena, text_empty()), "hub"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_many_threads), INN_TEST(test_run_many), INN_TEST(test_submit),
		INN_TEST(test_tasks), INN_TEST(test_heartbeat), INN_TEST(test_also_fails), INN_TEST(test_access_notes), INN_TEST(test_reading_only),
		INN_TEST(test_open_again), INN_TEST(test_dates_of_places)};
	return INN_RUN("service/writer", tests);
}
