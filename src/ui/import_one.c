/* import_one.c - one import: progress, what the check found, results to take away, likely doubles. */
#include "format/csv.h"
#include "service/import_job.h"
#include "ui/internal.h"

enum { DOUBLES_SHOWN = 100, REFRESH_SECONDS = 3 };

static void write_files(struct page *page, const struct row *job)
{
	struct html *h = &page->html;
	struct text rest = row_text(job, IMPORT_JOB_FILES), name;
	for (size_t i = 0; import_job_file_next(&rest, &name); i++) {
		if (i)
			html_void(h, "br");
		html_element(h, "bdi", NULL, name);
	}
}

static void write_progress(struct page *page, const struct row *job)
{
	struct html *h = &page->html;
	struct import_progress progress = { 0 };
	bool running = import_job_progress(page->service, page->arena, job->id, &progress);
	html_begin_class(h, "div", "custos-wait");
	html_attribute_string(h, "role", "status");
	html_element(h, "p", "custos-wait__title", row_is(job, IMPORT_JOB_STATE, "loading") ? T(page, N_("The file is being loaded")) : T(page, N_("The file is being checked")));
	html_begin_class(h, "label", "govuk-visually-hidden");
	html_attribute_string(h, "for", "import-progress");
	html_text(h, T(page, N_("Part of the file that is read")));
	html_end(h);
	html_begin_class(h, "progress", "custos-progress");
	html_attribute_string(h, "id", "import-progress");
	html_attribute_integer(h, "max", running && progress.total_bytes > 0 ? progress.total_bytes : 1);
	html_attribute_integer(h, "value", running ? progress.bytes : 0);
	html_end(h);
	if (running)
		html_element(h, "p", "govuk-body", page_message_with(page, N_("{count} rows are read, now in {file}. You may leave this page; the work goes on."),
			"count", format_integer(page->language, page->arena, progress.rows), "file", progress.file, NULL));
	else
		html_element(h, "p", "govuk-body", T(page, N_("It waits for its turn. You may leave this page; the work goes on.")));
	html_begin_class(h, "p", "govuk-body");
	html_link(h, "govuk-link", page->request->path, T(page, N_("Look again")));
	html_end(h);
	html_end(h);
	page->response->refresh_seconds = REFRESH_SECONDS;
}

static void write_facts(struct page *page, const struct row *job)
{
	static const int fields[] = { IMPORT_JOB_MAPPING, IMPORT_JOB_FILES, IMPORT_JOB_HASH, IMPORT_JOB_ZONE, IMPORT_JOB_DAY, IMPORT_JOB_VIA,
		IMPORT_JOB_OPENED_BY, IMPORT_JOB_LOAD_STARTED_AT, IMPORT_JOB_ENDED_AT };
	struct html *h = &page->html;
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (row_value(job, fields[i]).kind == VALUE_ABSENT)
			continue;
		html_begin_class(h, "div", "govuk-summary-list__row");
		html_element(h, "dt", "govuk-summary-list__key", page_message(page, job->record->fields[fields[i]].label));
		html_begin_class(h, "dd", "govuk-summary-list__value");
		if (fields[i] == IMPORT_JOB_FILES)
			write_files(page, job);
		else
			widget_value(page, job, fields[i]);
		html_end(h);
		html_end(h);
	}
	widget_summary_end(page);
}

static void write_figures(struct page *page, const struct row *job)
{
	static const int fields[] = { IMPORT_JOB_ROWS, IMPORT_JOB_ACCEPTED, IMPORT_JOB_CORRECTED, IMPORT_JOB_REFUSED, IMPORT_JOB_UNCHANGED, IMPORT_JOB_DUPLICATES };
	static const char *const headings[] = { N_("Rows"), N_("Accepted"), N_("Corrected, among the accepted"), N_("Refused"), N_("Unchanged since an earlier import"),
		N_("Likely doubles"), NULL };
	if (!row_has(job, IMPORT_JOB_ROWS))
		return;
	/* Before a load the counts say what would be; the words of a dry run must not read like a done deed. */
	bool dry = !row_has(job, IMPORT_JOB_LOAD_STARTED_AT);
	widget_table_begin(page, dry ? T(page, N_("What would become of the rows; nothing is written yet")) : T(page, N_("What became of the rows")), headings);
	widget_table_row(page);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		widget_table_cell(page, format_integer(page->language, page->arena, row_integer(job, fields[i], 0)));
	widget_table_end(page);
}

static void write_said(struct page *page, const struct import_said_of *said)
{
	struct html *h = &page->html;
	widget_table_cell(page, said->column);
	widget_table_cell_begin(page);
	html_text(h, message_error(page->language, page->arena, &said->error));
	if (said->citation.length) {
		html_text(h, TEXT_OF(" "));
		widget_rule(page, said->citation);
	}
	widget_table_cell_end(page);
}

static void write_findings(struct page *page, const struct row *job)
{
	static const char *const refused[] = { N_("Line"), N_("Column"), N_("Why"), N_("File"), NULL };
	static const char *const corrected[] = { N_("Rows"), N_("Column"), N_("Rule, or what to look at"), N_("File"), NULL };
	struct import_said_of *items;
	size_t count, shown[2] = { 0, 0 };
	if (!import_job_findings(page->service, page->arena, job->id, &items, &count))
		return;
	for (size_t i = 0; i < count; i++)
		shown[items[i].refused]++;
	for (int kind = 1; kind >= 0; kind--) {
		if (!shown[kind])
			continue;
		widget_heading(page, 2, kind ? T(page, N_("Refused rows")) : T(page, N_("Corrections and remarks")));
		widget_table_begin(page, text_empty(), kind ? refused : corrected);
		for (size_t i = 0; i < count; i++) {
			if (items[i].refused != (kind == 1))
				continue;
			widget_table_row(page);
			widget_table_cell(page, format_integer(page->language, page->arena, kind ? items[i].line : items[i].count));
			write_said(page, &items[i]);
			widget_table_cell(page, items[i].file);
		}
		widget_table_end(page);
		if (kind == 1 && shown[1] < (size_t)row_integer(job, IMPORT_JOB_REFUSED, 0))
			widget_paragraph(page, T(page, N_("The other refused rows stand in the result file.")));
	}
}

struct doubles { struct page *page; size_t rows; };

static bool on_double(void *state, const struct csv_record *record)
{
	struct doubles *doubles = state;
	if (record->number == 1 || record->count < 4)
		return true;
	widget_table_row(doubles->page);
	widget_table_cell(doubles->page, page_message(doubles->page, arena_string(doubles->page->arena, record->cells[0])));
	widget_table_cell(doubles->page, arena_copy(doubles->page->arena, record->cells[2]));
	widget_table_cell(doubles->page, arena_copy(doubles->page->arena, record->cells[3]));
	return ++doubles->rows < DOUBLES_SHOWN;
}

static void write_doubles(struct page *page, const struct row *job)
{
	static const char *const headings[] = { N_("Why they may be the same"), N_("Rows"), N_("Who"), NULL };
	struct text rest = row_text(job, IMPORT_JOB_FILES), name, content;
	if (row_integer(job, IMPORT_JOB_DUPLICATES, 0) == 0)
		return;
	widget_heading(page, 2, T(page, N_("Likely doubles, for you to decide")));
	widget_paragraph(page, T(page, N_("Nothing is merged. Open both files of the people and link them, or say that they are two people.")));
	for (size_t i = 0; import_job_file_next(&rest, &name); i++) {
		struct doubles doubles = { page, 0 };
		struct error_list ignored;
		error_list_begin(&ignored, page->arena);
		if (!import_job_file(page->service, page->arena, job->id, IMPORT_DUPLICATES, i, &content) || text_find_byte(content, '\n') + 1 >= content.length)
			continue;
		struct csv_reader_options options = { .encoding = CSV_UTF8, .separator = ',', .on_record = on_double, .state = &doubles };
		struct csv_reader *reader = csv_reader_create(page->arena, &options, &ignored);
		widget_table_begin(page, name, headings);
		if (csv_reader_feed(reader, content))
			csv_reader_finish(reader);
		widget_table_end(page);
	}
}

static void write_results(struct page *page, const struct row *job)
{
	struct html *h = &page->html;
	struct text rest = row_text(job, IMPORT_JOB_FILES), name, content;
	bool any = false;
	for (size_t i = 0; import_job_file_next(&rest, &name); i++) {
		if (!import_job_file(page->service, page->arena, job->id, IMPORT_RESULT, i, &content))
			continue;
		if (!any) {
			widget_heading(page, 2, T(page, N_("Result files")));
			widget_paragraph(page, T(page, N_("All your rows with what became of each. Correct the refused ones there and load the file again; rows that are in already stay unchanged.")));
			html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
		}
		any = true;
		html_begin(h, "li");
		html_link(h, "govuk-link", arena_format(page->arena, "/imports/%.*s/result-%zu", TEXT_FORMAT(job->id), i),
			page_message_with(page, N_("Result of {name}"), "name", name, NULL));
		html_end(h);
	}
	if (any)
		html_end(h);
	else if (row_has(job, IMPORT_JOB_ENDED_AT) && row_is(job, IMPORT_JOB_VIA, "page"))
		widget_paragraph(page, T(page, N_("The files of this import are not kept any more.")));
}

static void write_buttons(struct page *page, const struct row *job)
{
	static const struct { const struct act *act; const char *state; } steps[] = { { &ACT_IMPORT_JOB_LOAD, "checked" }, { &ACT_IMPORT_JOB_LOAD, "stopped" },
		{ &ACT_IMPORT_JOB_STOP, "checking" }, { &ACT_IMPORT_JOB_STOP, "loading" }, { &ACT_IMPORT_JOB_STOP, "checked" } };
	struct html *h = &page->html;
	if (row_is(job, IMPORT_JOB_VIA, "command"))
		return;
	html_begin_class(h, "div", "govuk-button-group");
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (row_is(job, IMPORT_JOB_STATE, steps[i].state) && page_may_act(page, steps[i].act)) {
			bool load = steps[i].act == &ACT_IMPORT_JOB_LOAD;
			widget_action_begin(page, arena_format(page->arena, "/imports/%.*s", TEXT_FORMAT(job->id)));
			widget_button(page, "step", load ? TEXT_OF("load") : TEXT_OF("stop"), page_message(page, steps[i].act->label), !load);
			widget_action_end(page);
		}
	html_end(h);
}

static bool load_job(struct page *page, const struct row **out_job)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (query_load(page->query, &RECORD_IMPORT_JOB, page->parameters.values[0], out_job, &errors) && *out_job &&
			import_job_is_open_to(*out_job, page->actor))
		return true;
	if (!errors.count)
		error_say(&errors, E_NOT_FOUND, NULL, N_("There is nothing here under this identifier"));
	page_fail(page, &errors);
	return false;
}

void page_import(struct page *page)
{
	const struct row *job;
	if (!load_job(page, &job))
		return;
	struct text rest = row_text(job, IMPORT_JOB_FILES), name = text_empty();
	import_job_file_next(&rest, &name);
	page->section = "imports";
	page->back = TEXT_OF("/imports");
	page->back_label = T(page, N_("Imports"));
	page->caption = T(page, N_("Import"));
	page_begin(page, rest.length ? page_message_with(page, N_("{name} and others"), "name", name, NULL) : name);
	html_begin_class(&page->html, "p", "govuk-body custos-tags");
	import_write_state(page, job);
	html_end(&page->html);
	bool busy = row_is(job, IMPORT_JOB_VIA, "page") && (row_is(job, IMPORT_JOB_STATE, "checking") || row_is(job, IMPORT_JOB_STATE, "loading"));
	if (busy)
		write_progress(page, job);
	else
		write_figures(page, job);
	write_buttons(page, job);
	if (!busy) {
		write_results(page, job);
		write_findings(page, job);
		write_doubles(page, job);
	}
	widget_heading(page, 2, T(page, N_("About this import")));
	write_facts(page, job);
	page_end(page);
}

void page_import_post(struct page *page)
{
	bool load = text_equal_string(page_form(page, "step"), "load");
	const struct act *act = load ? &ACT_IMPORT_JOB_LOAD : &ACT_IMPORT_JOB_STOP;
	struct text id = page->parameters.values[0];
	const struct pair inputs[] = { { TEXT_OF("import"), id } };
	struct command command = { .act = text_from(act->name), .inputs = inputs, .input_count = 1 };
	struct outcome outcome;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (command_run(page->service, page->arena, page->actor, &command, &outcome, &errors))
		page_redirect(page, arena_format(page->arena, "/imports/%.*s", TEXT_FORMAT(id)));
	else
		page_fail(page, &errors);
}

/* The result file of the index in the path; it opens in a spreadsheet as it is. */
void page_import_result(struct page *page)
{
	const struct row *job;
	struct text content, name = text_empty();
	int64_t index;
	if (!load_job(page, &job))
		return;
	struct text rest = row_text(job, IMPORT_JOB_FILES), which = page->parameters.values[1];
	bool good = text_starts_with(which, TEXT_OF("result-")) && text_to_integer(text_slice(which, 7, which.length), &index) && index >= 0;
	for (int64_t i = 0; good && i <= index; i++)
		good = import_job_file_next(&rest, &name);
	if (!good || !import_job_file(page->service, page->arena, job->id, IMPORT_RESULT, (size_t)index, &content)) {
		page_not_found(page);
		return;
	}
	page_file(page, "text/csv; charset=utf-8", arena_format(page->arena, "\xEF\xBB\xBF%.*s", TEXT_FORMAT(content)),
		arena_format(page->arena, "%.*s.result.csv", TEXT_FORMAT(name)));
}
