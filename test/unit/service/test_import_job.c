/* test_import_job.c - imports behind the pages: check, load, stop; sealed files; findings; made mappings; runs taken up again. */
#include "sample.h"

#include <time.h>

#include "service/import_files.h"

static const struct import_column HALL_COLUMNS[] = {
	{ "code", (const char *const[]){ "Code", NULL }, .required = true },
	{ "title", (const char *const[]){ "Title", NULL } },
};

static void map_hall(struct import_row *row)
{
	if (import_cell(row, 0).length == 0)
		import_refuse(row, 0, N_("The code of {value} is missing"));
	if (import_cell(row, 1).length == 0)
		import_warn(row, 1, N_("There is no title"));
	struct import_command *hall = import_command(row, "hall.add", import_cell(row, 0));
	import_input(hall, "code", import_cell(row, 0));
	import_input(hall, "title", import_cell(row, 1).length ? import_cell(row, 1) : TEXT_OF("None"));
}

static const struct import_mapping HALLS = { .name = "halls", .label = "Halls", .columns = HALL_COLUMNS, .column_count = 2, .row = map_hall };
static const struct import_mapping *const HALL_MAPPINGS[] = { &HALLS, NULL };
static const struct import_set HALL_SET = { "halls", "Halls", HALL_MAPPINGS };
static const struct import_set *const SETS[] = { &HALL_SET, NULL };

static struct actor keeper(struct sample *s)
{
	sample_user(s, "hq", "headquarters", "*", "sensitive", "");
	return sample_actor(s, "hq");
}

static const struct row *job_row(struct sample *s, struct text id)
{
	const struct row *job = NULL;
	struct query *query = sample_query(s, &s->system);
	assert_true(query_load(query, &RECORD_IMPORT_JOB, id, &job, &s->errors));
	query_end(query);
	return job;
}

static const struct row *settled(struct sample *s, struct text id, const char *state)
{
	for (int i = 0; i < 3000; i++) {
		const struct row *job = job_row(s, id);
		if (!row_is(job, IMPORT_JOB_STATE, "checking") && !row_is(job, IMPORT_JOB_STATE, "loading")) {
			assert_true(row_is(job, IMPORT_JOB_STATE, state));
			return job;
		}
		struct timespec pause = { .tv_nsec = 10 * 1000 * 1000 };
		nanosleep(&pause, NULL);
	}
	fail_msg("the import does not end");
	return NULL;
}

static bool run_act(struct sample *s, const struct actor *actor, const char *act, struct text id)
{
	const struct pair inputs[] = { { TEXT_OF("import"), id } };
	struct command command = { .act = text_from(act), .inputs = inputs, .input_count = 1 };
	struct outcome outcome;
	error_list_begin(&s->errors, s->arena);
	return command_run(s->service, s->arena, actor, &command, &outcome, &s->errors);
}

static struct text opened(struct sample *s, const struct actor *actor, const char *mapping, const char *csv)
{
	const struct import_upload upload = { TEXT_OF("halls.csv"), text_from(csv) };
	const struct import_order order = { .mapping = text_from(mapping), .zone = text_empty(), .day = text_empty(), .uploads = &upload, .upload_count = 1 };
	struct outcome outcome;
	error_list_begin(&s->errors, s->arena);
	if (!import_job_open(s->service, s->arena, actor, &order, &outcome, &s->errors))
		sample_fail(&s->errors);
	return outcome.record_id;
}

static void a_file_is_checked_and_loaded(void **state)
{
	struct sample *s = *state;
	struct actor hq = keeper(s);
	struct import_jobs *jobs = import_jobs_start(s->service, SETS);
	assert_ptr_equal(import_sets(s->service)[0], &HALL_SET);
	struct text id = opened(s, &hq, "halls", "Code,Title\nh1,First\nh2,\nh3,\n,Lost\n");
	const struct row *job = settled(s, id, "checked");
	assert_int_equal(row_integer(job, IMPORT_JOB_ACCEPTED, -1), 3);
	assert_int_equal(row_integer(job, IMPORT_JOB_REFUSED, -1), 1);
	struct import_said_of *items;
	size_t count;
	assert_true(import_job_findings(s->service, s->arena, id, &items, &count));
	assert_int_equal(count, 3); /* two rows without a title are one finding; the refusal has its key too */
	assert_false(items[0].refused);
	assert_int_equal(items[0].count, 2);
	assert_string_equal(items[0].error.message, "There is no title");
	assert_true(items[1].refused && items[1].line == 5 && items[1].count == 4);
	assert_true(text_equal_string(items[1].column, "code") && text_equal_string(items[1].file, "halls.csv"));
	assert_true(run_act(s, &hq, "import_job.load", id));
	job = settled(s, id, "loaded");
	assert_int_equal(row_integer(job, IMPORT_JOB_ACCEPTED, -1), 3);
	assert_true(text_equal(row_text(job, IMPORT_JOB_OPENED_BY), hq.id));
	struct text result, raw;
	assert_true(import_job_file(s->service, s->arena, id, IMPORT_RESULT, 0, &result));
	assert_true(text_find(result, TEXT_OF("accepted")) != SIZE_MAX);
	assert_false(import_job_file(s->service, s->arena, id, IMPORT_RESULT, 1, &result));
	assert_false(import_job_file(s->service, s->arena, TEXT_OF("../config"), IMPORT_RESULT, 0, &result));
	const char *path = file_path(s->arena, file_path(s->arena, s->folder, "import"), arena_format(s->arena, "%.*s.source-0", TEXT_FORMAT(id)).data);
	assert_true(file_read(s->arena, path, 1 << 20, &raw));
	assert_true(text_find(raw, TEXT_OF("First")) == SIZE_MAX);
	/* A second load of what is loaded is refused, and so is stopping it. */
	assert_false(run_act(s, &hq, "import_job.load", id));
	assert_false(run_act(s, &hq, "import_job.stop", id));
	import_files_tidy(s->service, s->now);
	assert_true(file_exists(path));
	import_files_tidy(s->service, s->now + 1);
	assert_false(file_exists(path));
	import_jobs_stop(jobs);
	sample_remove(s->arena, file_path(s->arena, s->folder, "import"));
}

static void what_cannot_be_read_fails(void **state)
{
	struct sample *s = *state;
	struct actor hq = keeper(s);
	struct import_jobs *jobs = import_jobs_start(s->service, SETS);
	struct text id = opened(s, &hq, "halls", "Number\n1\n");
	settled(s, id, "failed");
	struct import_said_of *items;
	size_t count;
	assert_true(import_job_findings(s->service, s->arena, id, &items, &count));
	assert_true(count == 1 && items[0].refused && items[0].count == 0);
	assert_string_equal(items[0].error.message, "The file has no column {column}");
	assert_true(text_equal_string(items[0].error.parameters[0].value, "Code"));
	import_jobs_stop(jobs);
	assert_null(import_sets(s->service)[0]);
	sample_remove(s->arena, file_path(s->arena, s->folder, "import"));
}

static void orders_are_judged(void **state)
{
	struct sample *s = *state;
	struct actor hq = keeper(s);
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	struct actor wing = sample_actor(s, "wing");
	const struct import_order empty = { .mapping = text_empty(), .zone = text_empty(), .day = TEXT_OF("yesterday") };
	struct outcome outcome;
	error_list_begin(&s->errors, s->arena);
	assert_false(import_job_open(s->service, s->arena, &hq, &empty, &outcome, &s->errors));
	assert_int_equal(s->errors.count, 3);
	error_list_begin(&s->errors, s->arena);
	assert_false(import_job_open(s->service, s->arena, &wing, &empty, &outcome, &s->errors));
	assert_true(error_list_has(&s->errors, E_ACCESS));
	error_list_begin(&s->errors, s->arena);
}

/* ---- made mappings ---- */

static const struct import_mapping *made(struct sample *s, const char *columns)
{
	error_list_begin(&s->errors, s->arena);
	return import_made_mapping(s->arena, service_registry(s->service), TEXT_OF("mine"), TEXT_OF("dossier"), text_from(columns), &s->errors);
}

static void made_mappings(void **state)
{
	struct sample *s = *state;
	assert_null(made(s, "age: Age"));
	assert_true(error_list_has(&s->errors, E_REQUIRED)); /* the name */
	assert_null(made(s, "name: Name\nno_such: X"));
	assert_null(made(s, "name: Name\nname = twice"));
	assert_null(made(s, "name: Religion"));
	assert_null(made(s, "name:"));
	const struct import_mapping *mapping = made(s, "id: No\nname: Name\n\nhall_id = aaa\nage: Age\n");
	assert_non_null(mapping);
	struct import_report report;
	struct import_options options = { 0 };
	assert_true(import_file(s->service, s->arena, &s->system, mapping, TEXT_OF("No;Name;Age;Other\n1;Aigul;30;x\n2;Bolot;;\n"), &options, &report,
		&s->errors));
	assert_true(text_equal_string(import_line(s->arena, &report.figures), "2 rows: 2 accepted, 0 corrected, 0 refused, 0 unchanged"));
	struct query *query = sample_query(s, &s->system);
	struct selection selection = { .record = &RECORD_FILE, .condition_count = 1, .conditions = { CONDITION_TEXT(FILE_HALL, s->hall_a) } };
	int64_t in_hall = 0;
	assert_true(query_count(query, &selection, &in_hall, &s->errors));
	assert_int_equal(in_hall, 2);
	query_end(query);
	assert_null(import_made_mapping(s->arena, service_registry(s->service), TEXT_OF("x"), TEXT_OF("import_row"), TEXT_OF("id: No"), &s->errors));
	error_list_begin(&s->errors, s->arena);
}

static void headings_that_are_refused(void **state)
{
	(void)state;
	assert_true(import_heading_refused(TEXT_OF(" Ethnicity ")));
	assert_true(import_heading_refused(TEXT_OF("Национальность")));
	assert_true(import_heading_refused(TEXT_OF("RELIGION")));
	assert_false(import_heading_refused(TEXT_OF("Nationality"))); /* citizenship is another thing */
	assert_false(import_heading_refused(TEXT_OF("Гражданство")));
}

static void a_run_that_is_taken_up_again(void **state)
{
	struct sample *s = *state;
	struct import_report report;
	struct import_options options = { 0 };
	assert_true(import_file(s->service, s->arena, &s->system, &HALLS, TEXT_OF("Code,Title\nh1,a\n"), &options, &report, &s->errors));
	options.since = s->now;
	assert_true(import_file(s->service, s->arena, &s->system, &HALLS, TEXT_OF("Code,Title\nh1,a\nh2,b\n"), &options, &report, &s->errors));
	assert_true(text_equal_string(import_line(s->arena, &report.figures), "2 rows: 2 accepted, 0 corrected, 0 refused, 0 unchanged"));
	options.since = s->now + 1;
	assert_true(import_file(s->service, s->arena, &s->system, &HALLS, TEXT_OF("Code,Title\nh1,a\n"), &options, &report, &s->errors));
	assert_true(text_equal_string(import_line(s->arena, &report.figures), "1 rows: 0 accepted, 0 corrected, 0 refused, 1 unchanged"));
	atomic_bool stop;
	atomic_init(&stop, true);
	options.stop = &stop;
	assert_true(import_file(s->service, s->arena, &s->system, &HALLS, TEXT_OF("Code,Title\nh5,a\nh6,b\n"), &options, &report, &s->errors));
	assert_true(report.stopped && report.figures.rows == 1); /* what was read is told */
}

static void files_of_one_dry_run_know_each_other(void **state)
{
	struct sample *s = *state;
	struct import_report report;
	struct import_made shared;
	import_made_begin(&shared, s->arena);
	struct import_options options = { .dry_run = true, .made = &shared };
	assert_true(import_file(s->service, s->arena, &s->system, &HALLS, TEXT_OF("Code,Title\nh1,a\n"), &options, &report, &s->errors));
	assert_non_null(map_get(&shared.keys, TEXT_OF("halls/h1")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_is_checked_and_loaded, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(what_cannot_be_read_fails, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(orders_are_judged, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(made_mappings, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(headings_that_are_refused, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(a_run_that_is_taken_up_again, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(files_of_one_dry_run_know_each_other, sample_open, sample_close),
	};
	return SAMPLE_RUN("import jobs", tests);
}
