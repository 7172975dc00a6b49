/* test_query.c - the read path: scope, redaction, compartments, transit, release, break-glass, history, access log. */
#include "sample.h"

#include "service/attachment.h"

static const struct row *load(struct sample *sample, const struct actor *actor, const struct record *record, struct text id,
	enum error_code *out_code)
{
	const struct row *row = NULL;
	struct query *query = sample_query(sample, actor);
	bool done = query_load(query, record, id, &row, &sample->errors);
	*out_code = done ? E_NONE : sample->errors.items[0].code;
	query_end(query);
	return done ? row : NULL;
}

static void assert_load_at(struct sample *sample, const struct actor *actor, const struct record *record, struct text id,
	enum error_code expected, int line)
{
	enum error_code code;
	load(sample, actor, record, id, &code);
	if (code != expected)
		print_error("line %d: %d, not %d\n", line, code, expected);
	assert_int_equal(code, expected);
}
#define assert_load(sample, actor, record, id, expected) \
	assert_load_at((sample), (actor), (record), (id), (expected), __LINE__)

static size_t list(struct sample *sample, const struct actor *actor, const struct record *record, struct rows *out_rows)
{
	struct selection selection = { .record = record, .order_field = FIELD_ID };
	struct query *query = sample_query(sample, actor);
	if (!query_list(query, &selection, out_rows, &sample->errors))
		sample_fail(&sample->errors);
	struct selection again = { .record = record };
	int64_t count = -1;
	assert_true(query_count(query, &again, &count, &sample->errors));
	assert_int_equal(count, out_rows->count);
	query_end(query);
	return out_rows->count;
}

static void scope_and_redaction(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul One", s->hall_a, "alpha"), two = sample_file(s, "Bolot Two", s->hall_b, "beta");
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	sample_user(s, "chief", "governor", "*", "sensitive", "");
	sample_user(s, "trainer", "training", "*", "sensitive", "");
	struct actor wing = sample_actor(s, "wing"), chief = sample_actor(s, "chief"), trainer = sample_actor(s, "trainer");
	enum error_code code;
	const struct row *row = load(s, &wing, &RECORD_FILE, one, &code);
	assert_non_null(row);
	assert_true(row->redacted == (UINT64_C(1) << FILE_SECRET));
	assert_false(row_has(row, FILE_SECRET));
	assert_true(text_equal_string(row_text(row, FILE_NAME), "Aigul One"));
	assert_load(s, &wing, &RECORD_FILE, two, E_ACCESS);
	assert_load(s, &trainer, &RECORD_FILE, one, E_ACCESS);
	assert_load(s, &wing, &RECORD_FILE, TEXT_OF("00000000000000000000000000"), E_NOT_FOUND);
	row = load(s, &chief, &RECORD_FILE, two, &code);
	assert_non_null(row);
	assert_true(text_equal_string(row_text(row, FILE_SECRET), "beta"));

	struct rows rows;
	assert_int_equal(list(s, &wing, &RECORD_FILE, &rows), 1);
	assert_true(text_equal(rows.items[0]->id, one));
	assert_true(rows.items[0]->redacted != 0 && !row_has(rows.items[0], FILE_SECRET));
	assert_int_equal(list(s, &chief, &RECORD_FILE, &rows), 2);
	assert_true(row_has(rows.items[0], FILE_SECRET));
}

/* What is withheld may not be found out by filtering, sorting or searching. */
static void hidden_fields_cannot_be_probed(void **state)
{
	struct sample *s = *state;
	sample_file(s, "Aigul", s->hall_a, "alpha");
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	struct actor wing = sample_actor(s, "wing");
	struct rows rows;
	struct query *query = sample_query(s, &wing);
	struct selection filter = { .record = &RECORD_FILE, .order_field = FIELD_ID, .condition_count = 1,
		.conditions = { { .field = FILE_SECRET, .comparison = IS, .value = value_string("alpha") } } };
	assert_false(query_list(query, &filter, &rows, &s->errors));
	assert_true(error_list_has(&s->errors, E_ACCESS));
	struct selection sort = { .record = &RECORD_FILE, .order_field = FILE_SECRET };
	error_list_begin(&s->errors, s->arena);
	assert_false(query_list(query, &sort, &rows, &s->errors));
	struct selection search = { .record = &RECORD_FILE, .order_field = FIELD_ID, .search = TEXT_OF("alp") };
	assert_true(query_list(query, &search, &rows, &s->errors));
	assert_int_equal(rows.count, 0);
	query_end(query);
	struct actor system = s->system;
	query = sample_query(s, &system);
	struct selection open = { .record = &RECORD_FILE, .order_field = FIELD_ID, .search = TEXT_OF("alp") };
	assert_true(query_list(query, &open, &rows, &s->errors));
	assert_int_equal(rows.count, 1);
	query_end(query);
}

static void compartments_hide_existence(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_a, "x");
	struct text chart = sample_must(s, sample_run(s, &s->system, "chart.add", "dossier_id", sample_string(s, one),
		"content", "diagnosis", NULL));
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "sensitive", "");
	sample_user(s, "doctor", "health", sample_string(s, s->hall_a), "official", "health");
	struct actor wing = sample_actor(s, "wing"), doctor = sample_actor(s, "doctor");
	assert_load(s, &wing, &RECORD_CHART, chart, E_NOT_FOUND);
	assert_load(s, &doctor, &RECORD_CHART, chart, E_NONE);
	struct rows rows;
	struct query *query = sample_query(s, &wing);
	assert_true(query_file(query, one, 0, &rows, &s->errors));
	assert_int_equal(rows.count, 1);
	assert_true(rows.items[0]->record == &RECORD_FILE);
	struct change *changes;
	size_t count;
	assert_true(query_timeline(query, one, 0, 0, &changes, &count, &s->errors));
	assert_int_equal(count, 1);
	query_end(query);
	query = sample_query(s, &doctor);
	assert_true(query_file(query, one, 0, &rows, &s->errors));
	assert_int_equal(rows.count, 2);
	assert_true(query_timeline(query, one, 0, 0, &changes, &count, &s->errors));
	assert_int_equal(count, 2);
	query_end(query);
}

static void transit_and_release(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_a, "x");
	sample_user(s, "wing-b", "wing", sample_string(s, s->hall_b), "official", "");
	sample_user(s, "wing-a", "wing", sample_string(s, s->hall_a), "official", "");
	sample_user(s, "chief", "governor", "*", "official", "");
	sample_user(s, "audit", "auditor", "*", "official", "");
	struct actor wing_b = sample_actor(s, "wing-b"), wing_a = sample_actor(s, "wing-a"), chief = sample_actor(s, "chief"),
		audit = sample_actor(s, "audit");
	assert_load(s, &wing_b, &RECORD_FILE, one, E_ACCESS);
	sample_must(s, sample_run(s, &s->system, "dossier.correct", "target", sample_string(s, one), "going_id",
		sample_string(s, s->hall_b), NULL));
	assert_load(s, &wing_b, &RECORD_FILE, one, E_NONE);
	assert_load(s, &wing_a, &RECORD_FILE, one, E_NONE);

	s->now += MOMENT_DAY;
	sample_must(s, sample_run(s, &s->system, "dossier.correct", "target", sample_string(s, one), "hall_id", "", "going_id",
		"", NULL));
	assert_load(s, &wing_b, &RECORD_FILE, one, E_ACCESS);
	assert_load(s, &audit, &RECORD_FILE, one, E_NONE);
	assert_load(s, &wing_a, &RECORD_FILE, one, E_NONE); /* the last facility, for a year ... */
	assert_load(s, &chief, &RECORD_FILE, one, E_NONE);  /* ... and who has it in scope */
	struct rows rows;
	assert_int_equal(list(s, &audit, &RECORD_FILE, &rows), 1);
	assert_int_equal(list(s, &chief, &RECORD_FILE, &rows), 0);
	assert_int_equal(list(s, &wing_a, &RECORD_FILE, &rows), 0);
	s->now += 367 * MOMENT_DAY;
	assert_load(s, &wing_a, &RECORD_FILE, one, E_ACCESS);
	assert_load(s, &chief, &RECORD_FILE, one, E_ACCESS);
	assert_load(s, &audit, &RECORD_FILE, one, E_NONE);
}

static void own_file_is_closed(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_a, "x");
	sample_file(s, "Bolot", s->hall_a, "x");
	sample_user(s, "chief", "governor", "*", "official", "");
	struct actor chief = sample_actor(s, "chief");
	chief.own_subject = one;
	assert_load(s, &chief, &RECORD_FILE, one, E_ACCESS);
	struct rows rows;
	assert_int_equal(list(s, &chief, &RECORD_FILE, &rows), 1);
}

static void history_shows_what_changed(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_a, "first");
	int64_t before = s->now;
	s->now += MOMENT_HOUR;
	sample_must(s, sample_run(s, &s->system, "dossier.correct", "target", sample_string(s, one), "name", "Aygul", "secret",
		"second", NULL));
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	sample_user(s, "chief", "governor", "*", "sensitive", "");
	struct actor wing = sample_actor(s, "wing"), chief = sample_actor(s, "chief");
	struct query *query = sample_query(s, &chief);
	struct change *changes;
	size_t count;
	assert_true(query_history(query, &RECORD_FILE, one, &changes, &count, &s->errors));
	assert_int_equal(count, 2);
	assert_true(changes[1].changed == ((UINT64_C(1) << FILE_NAME) | (UINT64_C(1) << FILE_SECRET)));
	assert_true(text_equal_string(changes[1].act, "dossier.correct"));
	assert_true(text_equal_string(changes[1].reason, "a reason of good length"));
	assert_null(changes[0].before);
	assert_true(text_equal_string(row_text(changes[1].before, FILE_NAME), "Aigul"));
	const struct row *row = NULL;
	assert_true(query_as_of(query, &RECORD_FILE, one, before, &row, &s->errors));
	assert_true(text_equal_string(row_text(row, FILE_NAME), "Aigul"));
	assert_true(query_as_of(query, &RECORD_FILE, one, before - 1, &row, &s->errors));
	assert_null(row);
	struct rows rows;
	assert_true(query_file(query, one, before, &rows, &s->errors));
	assert_int_equal(rows.count, 1);
	assert_true(text_equal_string(row_text(rows.items[0], FILE_NAME), "Aigul"));
	query_end(query);

	/* The change of a withheld field shows neither the field nor that it changed. */
	query = sample_query(s, &wing);
	assert_true(query_history(query, &RECORD_FILE, one, &changes, &count, &s->errors));
	assert_true(changes[1].changed == (UINT64_C(1) << FILE_NAME));
	assert_false(row_has(changes[1].row, FILE_SECRET));
	assert_false(row_has(changes[1].before, FILE_SECRET));
	query_end(query);
}

static void readers_are_known(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_a, "x"), two = sample_file(s, "Bolot", s->hall_a, "x");
	struct text chart = sample_must(s, sample_run(s, &s->system, "chart.add", "dossier_id", sample_string(s, one),
		"content", "diagnosis", NULL));
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	sample_user(s, "doctor", "health", sample_string(s, s->hall_a), "official", "health");
	sample_user(s, "audit", "auditor", "*", "official", "");
	struct actor wing = sample_actor(s, "wing"), doctor = sample_actor(s, "doctor"), audit = sample_actor(s, "audit");
	assert_load(s, &wing, &RECORD_FILE, one, E_NONE);
	assert_load(s, &wing, &RECORD_FILE, one, E_NONE); /* within the same second: one entry */
	assert_load(s, &doctor, &RECORD_CHART, chart, E_NONE);
	assert_load(s, &wing, &RECORD_FILE, two, E_NONE);
	s->now += 5 * MOMENT_SECOND;
	assert_load(s, &wing, &RECORD_FILE, one, E_NONE);
	struct query *query = sample_query(s, &audit);
	struct reading *readings;
	size_t count;
	assert_true(query_readers(query, one, 0, &readings, &count, &s->errors));
	query_end(query);
	assert_int_equal(count, 2); /* the health chart's reader is not for the auditor without that compartment */
	for (size_t i = 0; i < count; i++) {
		assert_true(text_equal_string(readings[i].actor_name, "wing"));
		assert_true(text_equal_string(readings[i].kind, "read"));
		assert_true(text_equal(readings[i].record_id, one));
	}
	query = sample_query(s, &doctor);
	assert_true(query_readers(query, one, 0, &readings, &count, &s->errors));
	query_end(query);
	assert_int_equal(count, 4); /* and the auditor's question before */
}

/* What one sees of somebody's slip on every way of reading: row, list, filter, history, as it stood, whole file, timeline. */
static void assert_slip(struct sample *s, const struct actor *actor, struct text file, struct text slip, bool open)
{
	struct rows rows;
	struct change *changes;
	const struct row *row = NULL;
	size_t count;
	assert_load(s, actor, &RECORD_SLIP, slip, open ? E_NONE : E_NOT_FOUND);
	assert_int_equal(list(s, actor, &RECORD_SLIP, &rows), open);
	struct query *query = sample_query(s, actor);
	struct selection words = { .record = &RECORD_SLIP, .order_field = FIELD_ID, .condition_count = 2,
		.conditions = { CONDITION_TEXT(SLIP_FILE, file), CONDITION_TEXT(SLIP_TEXT, TEXT_OF("first")) } };
	assert_true(query_list(query, &words, &rows, &s->errors));
	assert_int_equal(rows.count, open);
	assert_true(query_history(query, &RECORD_SLIP, slip, &changes, &count, &s->errors) == open);
	assert_true(query_as_of(query, &RECORD_SLIP, slip, s->now, &row, &s->errors) == open);
	for (int64_t moment = 0; moment <= s->now; moment += s->now) {
		assert_true(query_file(query, file, moment, &rows, &s->errors));
		bool seen = false;
		for (size_t i = 0; i < rows.count; i++)
			seen = seen || rows.items[i]->record == &RECORD_SLIP;
		assert_true(seen == open);
	}
	assert_true(query_timeline(query, file, 0, 0, &changes, &count, &s->errors));
	bool told = false;
	for (size_t i = 0; i < count; i++)
		told = told || text_equal_string(changes[i].entry.record, "slip");
	assert_true(told == open);
	query_end(query);
}

static void a_seal_closes_every_way(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_a, "x");
	sample_user(s, "first", "wing", sample_string(s, s->hall_a), "official", "");
	sample_user(s, "second", "wing", sample_string(s, s->hall_a), "official", "");
	sample_user(s, "chief", "inspector", "*", "sensitive", "");
	struct actor first = sample_actor(s, "first"), second = sample_actor(s, "second"), chief = sample_actor(s, "chief");
	struct text slip = sample_must(s, sample_run(s, &first, "slip.add", "dossier_id", sample_string(s, one), "content", "first",
		"sealed", "yes", NULL));
	s->now += MOMENT_SECOND;
	assert_slip(s, &first, one, slip, true);
	assert_slip(s, &second, one, slip, false);
	assert_slip(s, &chief, one, slip, false);
	assert_true(text_is_empty(sample_run(s, &second, "slip.correct", "target", sample_string(s, slip), "content", "mine", NULL)));
	assert_int_equal(s->errors.items[0].code, E_NOT_FOUND);
	sample_must(s, sample_run(s, &first, "slip.correct", "target", sample_string(s, slip), "sealed", "no", NULL));
	s->now += MOMENT_SECOND;
	assert_slip(s, &second, one, slip, true);
	assert_slip(s, &chief, one, slip, true);
}

/* What the access log and the documents tell of a slip that another user has read and that has a document. */
static void assert_traces(struct sample *s, const struct actor *actor, struct text file, bool open)
{
	struct reading *readings;
	struct rows rows;
	size_t count, told = 0;
	int64_t documents;
	struct query *query = sample_query(s, actor);
	assert_true(query_readers(query, file, 0, &readings, &count, &s->errors));
	for (size_t i = 0; i < count; i++)
		told += text_equal_string(readings[i].record, "slip") && !text_equal(readings[i].actor, actor->id);
	assert_true((told > 0) == open);
	struct selection all = { .record = &RECORD_ATTACHMENT, .order_field = FIELD_ID };
	assert_true(query_list(query, &all, &rows, &s->errors));
	assert_int_equal(rows.count, open);
	assert_true(query_count(query, &all, &documents, &s->errors));
	assert_int_equal(documents, open);
	query_end(query);
}

static void a_row_is_closed_to_whom_it_names(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_a, "x");
	static const char *const NAMES[] = { "named", "named.too", "name", "chief" };
	struct actor actors[4];
	for (int i = 0; i < 4; i++) {
		sample_user(s, NAMES[i], i == 3 ? "inspector" : "wing", i == 3 ? "*" : sample_string(s, s->hall_a), "sensitive", "");
		actors[i] = sample_actor(s, NAMES[i]);
	}
	struct text slip = sample_must(s, sample_run(s, &actors[2], "slip.add", "dossier_id", sample_string(s, one), "content", "first",
		"closed_to", "Named other", NULL));
	struct attachment_upload upload = { .content = TEXT_OF("%PDF-1.4 x"), .file_name = TEXT_OF("x.pdf"), .kind = TEXT_OF("scan"),
		.about_record = TEXT_OF("slip"), .about_id = slip, .subject = one };
	struct outcome outcome;
	assert_true(attachment_add(s->service, s->arena, &actors[2], &upload, &outcome, &s->errors));
	s->now += MOMENT_SECOND;
	for (int i = 3; i >= 0; i--)
		assert_slip(s, &actors[i], one, slip, i != 0);
	s->now += 5 * MOMENT_SECOND;
	for (int i = 0; i < 4; i++)
		assert_traces(s, &actors[i], one, i != 0);
	assert_load(s, &actors[0], &RECORD_ATTACHMENT, outcome.record_id, E_NOT_FOUND);
	assert_load(s, &actors[1], &RECORD_ATTACHMENT, outcome.record_id, E_NONE);
	/* Nor can an act name it, as what it is done to or as what a document belongs to. */
	assert_true(text_is_empty(sample_run(s, &actors[0], "slip.correct", "target", sample_string(s, slip), "content", "mine", NULL)));
	assert_int_equal(s->errors.items[0].code, E_NOT_FOUND);
	error_list_begin(&s->errors, s->arena);
	assert_false(attachment_add(s->service, s->arena, &actors[0], &upload, &outcome, &s->errors));
	sample_must(s, sample_run(s, &actors[1], "slip.correct", "target", sample_string(s, slip), "content", "second", NULL));
}

static void break_glass_opens_and_closes(void **state)
{
	struct sample *s = *state;
	struct text one = sample_file(s, "Aigul", s->hall_b, "x");
	sample_must(s, sample_run(s, &s->system, "note.add", "dossier_id", sample_string(s, one), "content", "x", NULL));
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	struct actor wing = sample_actor(s, "wing");
	struct rows rows;
	assert_load(s, &wing, &RECORD_FILE, one, E_ACCESS);
	wing.break_glass_subject = one;
	wing.break_glass_until = s->now + MOMENT_MINUTE;
	assert_load(s, &wing, &RECORD_FILE, one, E_NONE);
	struct query *query = sample_query(s, &wing);
	struct selection notes = { .record = &RECORD_NOTE, .order_field = FIELD_ID, .condition_count = 1,
		.conditions = { CONDITION_TEXT(NOTE_FILE, one) } };
	assert_true(query_list(query, &notes, &rows, &s->errors));
	assert_int_equal(rows.count, 1);
	query_end(query);
	/* Everything at once stays within scope. */
	assert_int_equal(list(s, &wing, &RECORD_NOTE, &rows), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(scope_and_redaction, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(hidden_fields_cannot_be_probed, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(compartments_hide_existence, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(transit_and_release, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(own_file_is_closed, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(history_shows_what_changed, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(readers_are_known, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(a_seal_closes_every_way, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(a_row_is_closed_to_whom_it_names, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(break_glass_opens_and_closes, sample_open, sample_close),
	};
	return SAMPLE_RUN("query", tests);
}
