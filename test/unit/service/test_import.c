/* test_import.c - CSV in: corrections, refusals, repeats, resuming, whole rows only, dry run, results that are fed back. */
#include "sample.h"

#include "base/builder.h"
#include "service/import.h"

/* ---- a mapping as an area would write it ---- */

enum { COLUMN_NUMBER, COLUMN_NAME, COLUMN_HALL, COLUMN_NOTE, COLUMN_ORIGIN, COLUMN_COUNT };
static const struct import_column COLUMNS[COLUMN_COUNT] = {
	[COLUMN_NUMBER] = { "number", (const char *const[]){ "Number", "№ дела", NULL }, .required = true },
	[COLUMN_NAME] = { "name", (const char *const[]){ "Name", "Имя", NULL }, .required = true },
	[COLUMN_HALL] = { "hall", (const char *const[]){ "Hall", "Зал", NULL } },
	[COLUMN_NOTE] = { "note", (const char *const[]){ "Note", "Примечание", NULL } },
	[COLUMN_ORIGIN] = { "origin", (const char *const[]){ "Origin", "Национальность", NULL },
		.refused = N_("Ethnicity is not held here") },
};

static void map_file(struct import_row *row)
{
	struct text name = import_cell(row, COLUMN_NAME), hall = import_cell(row, COLUMN_HALL);
	if (import_is_blank(row))
		import_refuse(row, -1, N_("The row is blank"));
	else if (import_is_heading(row))
		import_refuse(row, -1, N_("The heading stands here once more"));
	else if (import_cells(row) < import_headings(row))
		import_refuse(row, -1, N_("The row breaks off"));
	else if (text_is_empty(name))
		import_refuse(row, COLUMN_NAME, N_("The name is missing"));
	assert_true(text_is_empty(import_cell(row, COLUMN_ORIGIN)));
	if (import_is_refused(row))
		return;
	if (text_starts_with(name, TEXT_OF("#"))) {
		name = text_slice(name, 1, name.length);
		import_correct(row, COLUMN_NAME, name, N_("a sign before the name is left out"));
	}
	import_duplicate_key(row, "same name", name, import_cell(row, COLUMN_NUMBER));
	struct import_command *file = import_command(row, "dossier.add", import_cell(row, COLUMN_NUMBER));
	import_input(file, "name", name);
	import_input_made(file, "hall_id", "sample-halls", hall);
	struct text note = import_cell(row, COLUMN_NOTE);
	if (text_is_empty(note))
		return;
	struct text key = arena_format(import_arena(row), "%.*s#note", TEXT_FORMAT(import_cell(row, COLUMN_NUMBER)));
	struct import_command *add = import_command(row, "note.add", key);
	import_input_made(add, "dossier_id", NULL, import_cell(row, COLUMN_NUMBER));
	/* "BAD" stands for something that only the write path can find wrong. */
	import_input(add, text_equal_string(note, "BAD") ? "no_such_field" : "content", note);
}

static const struct import_mapping FILES = { .name = "sample-files", .label = "Files", .columns = COLUMNS,
	.column_count = COLUMN_COUNT, .row = map_file };

static const struct import_column HALL_COLUMNS[] = {
	{ "code", (const char *const[]){ "Code", NULL }, .required = true },
	{ "title", (const char *const[]){ "Title", NULL } },
};

static void map_hall(struct import_row *row)
{
	struct import_command *hall = import_command(row, "hall.add", import_cell(row, 0));
	import_input(hall, "code", import_cell(row, 0));
	import_input(hall, "title", import_cell(row, 1));
}

static const struct import_mapping HALLS = { .name = "sample-halls", .label = "Halls", .columns = HALL_COLUMNS,
	.column_count = 2, .row = map_hall };

/* ---- helpers ---- */

static struct import_report run_as(struct sample *s, const struct import_mapping *mapping, struct text csv, bool dry)
{
	struct import_report report = { 0 };
	struct import_options options = { .dry_run = dry };
	error_list_begin(&s->errors, s->arena);
	if (!import_file(s->service, s->arena, &s->system, mapping, csv, &options, &report, &s->errors))
		sample_fail(&s->errors);
	return report;
}

static struct import_report run(struct sample *s, const struct import_mapping *mapping, const char *csv)
{
	return run_as(s, mapping, text_from(csv), false);
}

static void assert_figures_at(struct sample *s, const struct import_report *report, const char *expected, int line)
{
	struct text got = import_line(s->arena, &report->figures);
	if (!text_equal_string(got, expected))
		print_error("line %d: %.*s\n%.*s\n", line, TEXT_FORMAT(got), TEXT_FORMAT(report->result));
	assert_true(text_equal_string(got, expected));
}
#define assert_figures(s, report, expected) assert_figures_at((s), &(report), (expected), __LINE__)

static int64_t count(struct sample *s, const struct record *record)
{
	struct query *query = sample_query(s, &s->system);
	struct selection selection = { .record = record };
	int64_t found = -1;
	assert_true(query_count(query, &selection, &found, &s->errors));
	query_end(query);
	return found;
}

static bool contains(struct text text, const char *part)
{
	return text_find(text, text_from(part)) != SIZE_MAX;
}

#define HALL_FILE "Code,Title\nh1,First\nh2,Second\n"

/* ---- tests ---- */

static void rows_are_told_apart(void **state)
{
	struct sample *s = *state;
	struct import_report report = run(s, &HALLS, HALL_FILE);
	assert_figures(s, report, "2 rows: 2 accepted, 0 corrected, 0 refused, 0 unchanged");
	report = run(s, &FILES,
		"Number,Name,Hall,Note,Origin\n"
		"1,Aigul,h1,hello,one\n"
		"2,#Bolot,h2,,two\n"
		"3,,h1,,\n"
		"4,Cholpon,h9,,\n"
		"5,Aigul,h2,\"two\nlines\",\n"
		",,,,\n"
		"Number,Name,Hall,Note,Origin\n"
		"6,Damir\n"
		"1,Somebody else,h1,hello,\n");
	assert_figures(s, report, "9 rows: 3 accepted, 1 corrected, 6 refused, 0 unchanged");
	assert_int_equal(count(s, &RECORD_FILE), 3);
	assert_int_equal(count(s, &RECORD_NOTE), 2);
	assert_true(contains(report.result, "Number,Name,Hall,Note,Origin,import_status,import_line,import_reason,import_corrections,import_cells"));
	assert_true(contains(report.result, "3,,h1,,,refused,4,name: The name is missing"));
	assert_true(contains(report.result, "sample-halls/h9"));
	assert_true(contains(report.result, "4,Cholpon,h9,,,refused,5"));
	assert_true(contains(report.result, "corrected,3,,\"name: \"\"#Bolot\"\" -> \"\"Bolot\"\" (a sign before the name is left out)\""));
	assert_true(contains(report.result, "Row 1 of this file has the same key and other content"));
	assert_int_equal(report.duplicate_groups, 1);
	assert_true(contains(report.duplicates, "same name,Aigul,1 5,1 | 5"));
}

static void a_second_run_changes_nothing(void **state)
{
	struct sample *s = *state;
	static const char csv[] = "Number,Name,Hall,Note\n1,Aigul,h1,a\n2,Bolot,h2,\n3,Cholpon,,c\n";
	run(s, &HALLS, HALL_FILE);
	struct import_report report = run(s, &FILES, csv);
	assert_figures(s, report, "3 rows: 3 accepted, 0 corrected, 0 refused, 0 unchanged");
	report = run(s, &FILES, csv);
	assert_figures(s, report, "3 rows: 0 accepted, 0 corrected, 0 refused, 3 unchanged");
	assert_int_equal(count(s, &RECORD_FILE), 3);
	assert_int_equal(count(s, &RECORD_NOTE), 2);
	report = run(s, &FILES, "Number,Name,Hall,Note\n1,Aigul Changed,h1,a\n");
	assert_figures(s, report, "1 rows: 0 accepted, 0 corrected, 1 refused, 0 unchanged");
	assert_true(contains(report.result, "imported before"));
}

/* The second command of a row fails: the first is not there either. */
static void nothing_is_half_written(void **state)
{
	struct sample *s = *state;
	struct import_report report = run(s, &FILES, "Number,Name,Hall,Note\n1,Aigul,,BAD\n2,Bolot,,fine\n");
	assert_figures(s, report, "2 rows: 1 accepted, 0 corrected, 1 refused, 0 unchanged");
	assert_int_equal(count(s, &RECORD_FILE), 1);
	assert_int_equal(count(s, &RECORD_IMPORT_ROW), 2);
	assert_true(sample_is_sound(s));
	report = run(s, &FILES, "Number,Name,Hall,Note\n1,Aigul,,good now\n2,Bolot,,fine\n");
	assert_figures(s, report, "2 rows: 1 accepted, 0 corrected, 0 refused, 1 unchanged");
	assert_int_equal(count(s, &RECORD_FILE), 2);
}

/* People correct the result file in a spreadsheet and send it back: its own columns and the guards before signs vanish. */
static void results_can_be_fed_back(void **state)
{
	struct sample *s = *state;
	struct import_report first = run(s, &FILES, "Number,Name,Note\n1,Aigul,=1+1\n2,,-\n3,Bolot,x\n");
	assert_figures(s, first, "3 rows: 2 accepted, 0 corrected, 1 refused, 0 unchanged");
	assert_true(contains(first.result, "'=1+1"));
	struct import_report broken = run(s, &FILES, "Number,Name,Note\n9,Ermek\n");
	assert_figures(s, broken, "1 rows: 0 accepted, 0 corrected, 1 refused, 0 unchanged");
	broken = run_as(s, &FILES, broken.result, false);
	assert_figures(s, broken, "1 rows: 0 accepted, 0 corrected, 1 refused, 0 unchanged"); /* still broken off */
	struct import_report again = run_as(s, &FILES, first.result, false);
	assert_figures(s, again, "3 rows: 0 accepted, 0 corrected, 1 refused, 2 unchanged");
	assert_true(text_equal(text_slice(again.result, 0, text_find_byte(again.result, '\n')),
		text_slice(first.result, 0, text_find_byte(first.result, '\n'))));
	struct builder mended;
	builder_begin(&mended, s->arena, 256);
	size_t at = text_find(first.result, TEXT_OF("\n2,,")) + 3;
	builder_add(&mended, text_slice(first.result, 0, at));
	builder_add_string(&mended, "Cholpon");
	builder_add(&mended, text_slice(first.result, at, first.result.length));
	again = run_as(s, &FILES, builder_text(&mended), false);
	assert_figures(s, again, "3 rows: 1 accepted, 0 corrected, 0 refused, 2 unchanged");
}

static struct text large_file(struct sample *s, int rows)
{
	struct builder csv;
	builder_begin(&csv, s->arena, (size_t)rows * 24);
	builder_add_string(&csv, "Number,Name,Hall,Note\r\n");
	for (int i = 1; i <= rows; i++)
		builder_add_format(&csv, "%d,%sName %d,h%d,%s\r\n", i, i % 10 == 0 ? "#" : "", i, i % 2 + 1, i % 7 ? "" : "n");
	return builder_text(&csv);
}

/* A run that broke off after any group goes on where it stood when the file is given again. */
static void large_files_and_resuming(void **state)
{
	struct sample *s = *state;
	run(s, &HALLS, HALL_FILE);
	struct import_report report = run_as(s, &FILES, large_file(s, 700), false);
	assert_figures(s, report, "700 rows: 700 accepted, 70 corrected, 0 refused, 0 unchanged");
	report = run_as(s, &FILES, large_file(s, 1500), false);
	assert_figures(s, report, "1500 rows: 800 accepted, 80 corrected, 0 refused, 700 unchanged");
	assert_int_equal(count(s, &RECORD_FILE), 1500);
	/* Results stand in the order of the file, across groups. */
	struct text rest = report.result, line;
	int number = 0;
	assert_true(text_next(&rest, '\n', &line));
	while (text_next(&rest, '\n', &line) && !text_is_empty(line)) {
		struct text cells = line, cell;
		int64_t got = 0;
		assert_true(text_next(&cells, ',', &cell) && text_to_integer(cell, &got));
		assert_int_equal(got, ++number);
	}
	assert_int_equal(number, 1500);
	assert_true(sample_is_sound(s));
}

static void dry_run_writes_nothing(void **state)
{
	struct sample *s = *state;
	struct import_report report = run_as(s, &HALLS, TEXT_OF(HALL_FILE), true);
	assert_figures(s, report, "2 rows: 2 accepted, 0 corrected, 0 refused, 0 unchanged");
	report = run_as(s, &FILES, TEXT_OF("Number,Name,Hall,Note\n1,Aigul,,a\n2,,,\n3,#Bolot,,\n4,C,h1,\n"), true);
	assert_figures(s, report, "4 rows: 2 accepted, 1 corrected, 2 refused, 0 unchanged"); /* h1 is nowhere */
	assert_int_equal(count(s, &RECORD_FILE), 0);
	assert_int_equal(count(s, &RECORD_IMPORT_ROW), 0);
	run(s, &FILES, "Number,Name,Hall,Note\n1,Aigul,,a\n");
	report = run_as(s, &FILES, TEXT_OF("Number,Name,Hall,Note\n1,Aigul,,a\n3,#Bolot,,\n1,Other,,a\n"), true);
	assert_figures(s, report, "3 rows: 1 accepted, 1 corrected, 1 refused, 1 unchanged");
}

static void cyrillic_code_pages_and_separators(void **state)
{
	struct sample *s = *state;
	/* "№ дела;Имя" / "7;Асан" in Windows-1251 with CRLF. */
	static const char csv[] = "\xB9 \xE4\xE5\xEB\xE0;\xC8\xEC\xFF\r\n7;\xC0\xF1\xE0\xED\r\n";
	struct import_report report = run(s, &FILES, csv);
	assert_figures(s, report, "1 rows: 1 accepted, 0 corrected, 0 refused, 0 unchanged");
	assert_true(contains(report.result, "7,Асан,accepted,2,,"));
	report = run(s, &FILES, "\xEF\xBB\xBF№ дела\tИмя\n7\tАсан\n8\t  Бек\xC2\xA0 \n");
	assert_figures(s, report, "2 rows: 1 accepted, 0 corrected, 0 refused, 1 unchanged");
	struct query *query = sample_query(s, &s->system);
	struct selection selection = { .record = &RECORD_FILE, .order_field = FIELD_ID, .condition_count = 1,
		.conditions = { CONDITION_TEXT(FILE_NAME, TEXT_OF("Бек")) } };
	struct rows rows;
	assert_true(query_list(query, &selection, &rows, &s->errors));
	assert_int_equal(rows.count, 1);
	query_end(query);
}

static void files_that_are_no_table(void **state)
{
	struct sample *s = *state;
	struct import_report report;
	struct import_options options = { 0 };
	assert_false(import_file(s->service, s->arena, &s->system, &FILES, TEXT_OF("Number,Hall\n1,2\n"), &options, &report,
		&s->errors));
	assert_true(error_list_has(&s->errors, E_SYNTAX));
	error_list_begin(&s->errors, s->arena);
	assert_false(import_file(s->service, s->arena, &s->system, &FILES, text_empty(), &options, &report, &s->errors));
	error_list_begin(&s->errors, s->arena);
	assert_false(import_file(s->service, s->arena, &s->system, &FILES, TEXT_OF("Number,Name\n1,\"open"), &options,
		&report, &s->errors));
	assert_true(error_list_has(&s->errors, E_SYNTAX));
}

/* A folder of files is read in the order of its mappings; results lie beside, and a file that is not there is no fault. */
static void folders_of_files(void **state)
{
	struct sample *s = *state;
	static const struct import_mapping halls = { .name = "sample-halls", .label = "Halls", .file = "halls.csv",
		.columns = HALL_COLUMNS, .column_count = 2, .row = map_hall };
	static const struct import_mapping files = { .name = "sample-files", .label = "Files", .file = "files.csv",
		.columns = COLUMNS, .column_count = COLUMN_COUNT, .row = map_file };
	static const struct import_mapping more = { .name = "sample-more", .label = "More", .file = "more.csv",
		.columns = COLUMNS, .column_count = COLUMN_COUNT, .row = map_file };
	static const struct import_mapping *const all[] = { &halls, &files, &more, NULL };
	static const struct import_set set = { "sample", "Sample", all };
	const char *folder = file_path(s->arena, s->folder, "in"), *out = file_path(s->arena, s->folder, "out");
	static const char file_csv[] = "Number,Name,Hall\n1,Aigul,h2\n2,,\n3,Aigul,\n";
	assert_true(file_make_folder(folder, 0700) && file_make_folder(out, 0700));
	assert_true(file_write_whole(file_path(s->arena, folder, "halls.csv"), HALL_FILE, sizeof(HALL_FILE) - 1, 0600));
	assert_true(file_write_whole(file_path(s->arena, folder, "files.csv"), file_csv, sizeof(file_csv) - 1, 0600));
	struct import_options options = { 0 };
	struct import_figures figures;
	assert_true(import_path(s->service, s->arena, &s->system, &set, folder, out, &options, &figures, &s->errors));
	assert_true(text_equal_string(import_line(s->arena, &figures),
		"5 rows: 4 accepted, 0 corrected, 1 refused, 0 unchanged"));
	struct text result;
	assert_true(file_read(s->arena, file_path(s->arena, out, "files.csv.result.csv"), 1 << 20, &result));
	assert_true(contains(result, "2,,,refused,3,name: The name is missing"));
	assert_true(file_read(s->arena, file_path(s->arena, out, "files.csv.duplicates.csv"), 1 << 20, &result));
	assert_true(contains(result, "same name,Aigul,1 3,1 | 3"));
	assert_false(file_exists(file_path(s->arena, out, "halls.csv.duplicates.csv")));
	assert_false(import_path(s->service, s->arena, &s->system, &set, "/nowhere/at/all", out, &options, &figures,
		&s->errors));
	sample_remove(s->arena, folder);
	sample_remove(s->arena, out);
}

/* Importing is no way around access: who may not add, may not import. */
static void rights_hold(void **state)
{
	struct sample *s = *state;
	struct import_report report;
	struct import_options options = { 0 };
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	struct actor wing = sample_actor(s, "wing");
	assert_true(import_file(s->service, s->arena, &wing, &FILES, TEXT_OF("Number,Name\n1,Aigul\n"), &options, &report,
		&s->errors));
	assert_figures(s, report, "1 rows: 0 accepted, 0 corrected, 1 refused, 0 unchanged");
}

static void generic_out_and_in(void **state)
{
	struct sample *s = *state;
	sample_file(s, "Aigul, \"the first\"", s->hall_a, "alpha");
	sample_file(s, "=2+2", s->hall_b, "beta");
	sample_user(s, "wing", "wing", sample_string(s, s->hall_a), "official", "");
	struct actor wing = sample_actor(s, "wing");
	struct text all, some;
	struct query *query = sample_query(s, &s->system);
	assert_true(import_export(query, &RECORD_FILE, &all, &s->errors));
	query_end(query);
	query = sample_query(s, &wing);
	assert_true(import_export(query, &RECORD_FILE, &some, &s->errors));
	query_end(query);
	assert_true(contains(all, "id,name,hall_id,going_id,secret,age\r\n") && contains(all, "alpha"));
	assert_true(contains(all, "'=2+2"));
	assert_true(contains(some, "id,name,hall_id,going_id,age\r\n") && !contains(some, "alpha"));
	assert_true(contains(some, "Aigul") && !contains(some, "2+2"));
	const struct import_mapping *mapping = import_generic(s->arena, service_registry(s->service), &RECORD_FILE, &s->errors);
	assert_non_null(mapping);
	struct import_report report = run_as(s, mapping, all, false);
	assert_figures(s, report, "2 rows: 2 accepted, 0 corrected, 0 refused, 0 unchanged");
	assert_int_equal(count(s, &RECORD_FILE), 4);
	report = run_as(s, mapping, all, false);
	assert_figures(s, report, "2 rows: 0 accepted, 0 corrected, 0 refused, 2 unchanged");
	report = run_as(s, mapping, TEXT_OF("name,age\nWithout id,?\nWithout id,x\n"), false);
	assert_figures(s, report, "2 rows: 1 accepted, 0 corrected, 1 refused, 0 unchanged");
	error_list_begin(&s->errors, s->arena);
	assert_null(import_generic(s->arena, service_registry(s->service), &RECORD_IMPORT_ROW, &s->errors));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_are_told_apart, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(a_second_run_changes_nothing, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(nothing_is_half_written, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(results_can_be_fed_back, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(large_files_and_resuming, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(dry_run_writes_nothing, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(cyrillic_code_pages_and_separators, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(files_that_are_no_table, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(folders_of_files, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(rights_hold, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(generic_out_and_in, sample_open, sample_close),
	};
	return SAMPLE_RUN("import", tests);
}
