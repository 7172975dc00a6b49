/* imports.c - loading files: the list of imports, upload, what the check found, progress, results, likely doubles. */
#include "format/csv.h"
#include "service/import_job.h"
#include "ui/internal.h"

enum { IMPORTS_SHOWN = 50, DOUBLES_SHOWN = 100, REFRESH_SECONDS = 3 };

/* ---- the list ---- */

static const char *const state_colours[][2] = { { "checking", "teal" }, { "checked", "yellow" }, { "loading", "teal" }, { "loaded", "green" },
	{ "stopped", "grey" }, { "failed", "red" } };

static void write_state(struct page *page, const struct row *job)
{
	for (size_t i = 0; i < sizeof state_colours / sizeof *state_colours; i++)
		if (row_is(job, IMPORT_JOB_STATE, state_colours[i][0]))
			widget_tag(page, state_colours[i][1], page_value(page, &job->record->fields[IMPORT_JOB_STATE], row_value(job, IMPORT_JOB_STATE)));
}

static struct text whole(struct page *page, const struct row *row, int field)
{
	return row_has(row, field) ? format_integer(page->language, page->arena, row_integer(row, field, 0)) : text_empty();
}

static struct text opened_by(struct page *page, const struct row *job)
{
	if (row_has(job, IMPORT_JOB_OPENED_BY))
		return page_actor_name(page, row_text(job, IMPORT_JOB_OPENED_BY));
	return page_value(page, &job->record->fields[IMPORT_JOB_VIA], row_value(job, IMPORT_JOB_VIA));
}

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

static void write_jobs(struct page *page, const struct rows *jobs)
{
	static const char *const headings[] = { N_("File"), N_("Mapping"), N_("State"), N_("Opened by"), N_("When"), N_("Rows"), N_("Accepted"), N_("Refused"),
		N_("SHA-256"), NULL };
	struct html *h = &page->html;
	widget_table_begin(page, T(page, N_("Imports so far")), headings);
	for (size_t i = 0; i < jobs->count; i++) {
		const struct row *job = jobs->items[i];
		struct text rest = row_text(job, IMPORT_JOB_FILES), name = text_empty();
		import_job_file_next(&rest, &name);
		widget_table_row(page);
		widget_table_link(page, arena_format(page->arena, "/imports/%.*s", TEXT_FORMAT(job->id)),
			rest.length ? page_message_with(page, N_("{name} and others"), "name", name, NULL) : name);
		widget_table_cell(page, row_text(job, IMPORT_JOB_MAPPING));
		widget_table_cell_begin(page);
		write_state(page, job);
		widget_table_cell_end(page);
		widget_table_cell(page, opened_by(page, job));
		widget_table_cell_begin(page);
		widget_moment(page, job->created_at);
		widget_table_cell_end(page);
		widget_table_cell(page, whole(page, job, IMPORT_JOB_ROWS));
		widget_table_cell(page, whole(page, job, IMPORT_JOB_ACCEPTED));
		widget_table_cell(page, whole(page, job, IMPORT_JOB_REFUSED));
		widget_table_cell_begin(page);
		html_begin_class(h, "bdi", "custos-code");
		html_attribute(h, "title", row_text(job, IMPORT_JOB_HASH));
		html_text(h, text_slice(row_text(job, IMPORT_JOB_HASH), 0, 12));
		html_end(h);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_mappings(struct page *page, const struct rows *mappings)
{
	static const char *const headings[] = { N_("Name of the mapping"), N_("What the rows become"), N_("Note"), NULL };
	widget_heading(page, 2, T(page, N_("Mappings made here")));
	if (mappings->count) {
		widget_table_begin(page, text_empty(), headings);
		for (size_t i = 0; i < mappings->count; i++) {
			const struct row *mapping = mappings->items[i];
			const struct record *record = registry_record(page->registry, row_text(mapping, IMPORT_MAPPING_RECORD));
			widget_table_row(page);
			widget_table_link(page, page_path(page, mapping->record, mapping->id), row_text(mapping, IMPORT_MAPPING_NAME));
			widget_table_cell(page, record ? page_message(page, record->label_plural) : row_text(mapping, IMPORT_MAPPING_RECORD));
			widget_table_cell(page, row_text(mapping, IMPORT_MAPPING_NOTE));
		}
		widget_table_end(page);
	} else {
		widget_paragraph(page, T(page, N_("None yet. A mapping says which column of your file fills which field; it is kept by its name.")));
	}
	if (actor_has_role(page->actor, IMPORT_USERS))
		widget_button_link(page, TEXT_OF("/imports/mapping"), T(page, N_("Make a mapping")), true);
}

/* Those that are open to the reader. */
static void keep_own(struct page *page, struct rows *jobs)
{
	size_t kept = 0;
	for (size_t i = 0; i < jobs->count; i++)
		if (import_job_is_open_to(jobs->items[i], page->actor))
			jobs->items[kept++] = jobs->items[i];
	jobs->count = kept;
}

static bool list_all(struct page *page, const struct record *record, int order, bool newest, size_t limit, struct rows *out_rows, struct error_list *errors)
{
	struct selection selection = { .record = record, .limit = limit, .order_field = order, .descending = newest, .after = value_absent(),
		.after_id = text_empty(), .search = text_empty() };
	return query_list(page->query, &selection, out_rows, errors);
}

void page_imports(struct page *page)
{
	struct rows jobs = { 0 }, mappings = { 0 };
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!list_all(page, &RECORD_IMPORT_JOB, FIELD_CREATED_AT, true, IMPORTS_SHOWN, &jobs, &errors) ||
			!list_all(page, &RECORD_IMPORT_MAPPING, IMPORT_MAPPING_NAME, false, IMPORTS_SHOWN, &mappings, &errors)) {
		page_fail(page, &errors);
		return;
	}
	keep_own(page, &jobs);
	bool keeper = actor_has_role(page->actor, IMPORT_USERS);
	page->section = "imports";
	page->wide = true;
	page_begin(page, T(page, N_("Imports")));
	if (keeper && jobs.count)
		widget_button_link(page, TEXT_OF("/imports/new"), T(page, N_("Load a file")), false);
	if (jobs.count)
		write_jobs(page, &jobs);
	else
		widget_empty(page, N_("Nothing has been loaded yet"), keeper ? N_("Load a file: it is only checked first, nothing is written") : NULL,
			keeper ? TEXT_OF("/imports/new") : text_empty());
	write_mappings(page, &mappings);
	page_end(page);
}

/* ---- upload ---- */

static const struct choice *mapping_choices(struct page *page)
{
	const struct import_set *const *sets = import_sets(page->service);
	struct rows made = { 0 };
	struct error_list ignored; /* then only those of the program are offered */
	size_t count = 0, at = 0;
	error_list_begin(&ignored, page->arena);
	list_all(page, &RECORD_IMPORT_MAPPING, IMPORT_MAPPING_NAME, false, SELECT_LIMIT_MAXIMUM, &made, &ignored);
	/* Who may not take over a register is not offered one. */
	while (actor_has_role(page->actor, IMPORT_KEEPERS) && sets[count])
		count++;
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, count + made.count + 1);
	for (; at < count; at++)
		choices[at] = (struct choice){ sets[at]->name, sets[at]->label };
	for (size_t i = 0; i < made.count; i++)
		choices[at++] = (struct choice){ arena_string(page->arena, row_text(made.items[i], IMPORT_MAPPING_NAME)),
			arena_string(page->arena, row_text(made.items[i], IMPORT_MAPPING_NAME)) };
	return choices;
}

/* Which columns a mapping of the program looks for: marked when the file must have it, or when it is never loaded. */
static void write_expected(struct page *page, const struct import_mapping *mapping)
{
	struct html *h = &page->html;
	html_begin_class(h, "p", "govuk-body");
	if (mapping->file) {
		html_element(h, "bdi", "custos-code", text_from(mapping->file));
		html_text(h, TEXT_OF(": "));
	}
	for (int column = 0; column < mapping->column_count; column++) {
		const struct import_column *expected = &mapping->columns[column];
		if (column)
			html_text(h, TEXT_OF(", "));
		html_element(h, expected->required ? "strong" : "span", NULL, text_from(expected->headings[0] ? expected->headings[0] : expected->name));
		if (expected->refused) {
			html_text(h, TEXT_OF(" "));
			html_text(h, T(page, N_("(never loaded)")));
		}
	}
	html_end(h);
}

static void write_expectations(struct page *page)
{
	struct html *h = &page->html;
	for (const struct import_set *const *set = import_sets(page->service); *set; set++) {
		html_begin_class(h, "details", "govuk-details");
		html_begin_class(h, "summary", "govuk-details__summary");
		html_element(h, "span", "govuk-details__summary-text",
			page_message_with(page, N_("Columns: {name}"), "name", page_message(page, (*set)->label), NULL));
		html_end(h);
		html_begin_class(h, "div", "govuk-details__text");
		widget_paragraph(page, T(page, N_("Columns in heavy letters must be in the file. UTF-8 or Windows-1251; comma, semicolon or tab.")));
		for (const struct import_mapping *const *mapping = (*set)->mappings; *mapping; mapping++)
			write_expected(page, *mapping);
		html_end(h);
		html_end(h);
	}
}

void widget_files(struct page *page, const char *name, const char *label, const char *hint, bool many, const struct error_list *errors)
{
	const struct field field = { .name = name, .label = label, .help = hint, .type = FIELD_DOCUMENT, .sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED };
	const struct error *error = widget_error_of(errors, name);
	struct html *h = &page->html;
	widget_group_begin(page, &field, error, false);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-file-upload");
	html_attribute(h, "id", widget_id(page, name, 1));
	html_attribute_string(h, "name", name);
	html_attribute_string(h, "type", "file");
	html_attribute_string(h, "accept", ".csv,.txt,.tsv,text/csv");
	html_flag(h, "multiple", many);
	widget_describe(page, &field, error);
	widget_group_end(page, false);
}

static void show_new(struct page *page, const struct error_list *errors)
{
	const struct field mapping = { .name = "mapping", .label = N_("What the file holds"), .type = FIELD_CHOICE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED, .choices = mapping_choices(page) };
	static const struct field zone = { .name = "zone", .label = N_("Time zone of new facilities"), .help = N_("Such as Asia/Almaty; only where the file brings facilities that are new"),
		.type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL };
	static const struct field day = { .name = "day", .label = N_("Day that \"sysdate\" stands for"), .help = N_("Year, month, day, such as 2026-07-24; only for files that hold this word"),
		.type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL };
	page->section = "imports";
	page->narrow = true;
	page->back = TEXT_OF("/imports");
	page->back_label = T(page, N_("Imports"));
	if (errors->count)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Load a file")));
	widget_paragraph(page, T(page, N_("The file is checked first and nothing is written. You see what would become of each row, and decide then.")));
	widget_form_begin(page, TEXT_OF("/imports/new"), true);
	widget_field(page, &mapping, value_absent(), page_form(page, "mapping").length ? page_form(page, "mapping") : page_query(page, "mapping"), errors);
	widget_files(page, "file", N_("File"), N_("CSV, up to 24 MB together. For a mapping of several files choose them all at once. Larger files: custos import."), true,
		errors);
	widget_field(page, &zone, value_absent(), page_form(page, "zone"), errors);
	widget_field(page, &day, value_absent(), page_form(page, "day"), errors);
	widget_form_end(page, N_("Check the file"));
	if (actor_has_role(page->actor, IMPORT_KEEPERS))
		write_expectations(page);
	page_end(page);
}

void page_import_new(struct page *page)
{
	struct error_list none;
	error_list_begin(&none, page->arena);
	show_new(page, &none);
}

/* Names as people gave them, without folders and line ends: they are shown, and compared with those of a mapping. */
static struct text plain_name(struct page *page, struct text name)
{
	char *plain = arena_string(page->arena, name);
	size_t from = 0;
	for (size_t i = 0; i < name.length; i++) {
		if (plain[i] == '/' || plain[i] == '\\')
			from = i + 1;
		if ((unsigned char)plain[i] < ' ')
			plain[i] = '_';
	}
	return text_slice(text_make(plain, name.length), from, name.length);
}

void page_import_new_post(struct page *page)
{
	struct import_upload *uploads = ARENA_ARRAY(page->arena, struct import_upload, page->file_count + 1);
	struct import_order order = { .mapping = text_trim(page_form(page, "mapping")), .zone = text_trim(page_form(page, "zone")),
		.day = text_trim(page_form(page, "day")), .uploads = uploads };
	struct outcome outcome;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	for (size_t i = 0; i < page->file_count; i++)
		if (text_equal_string(page->files[i].name, "file") && page->files[i].content.length)
			uploads[order.upload_count++] = (struct import_upload){ plain_name(page, page->files[i].file_name), page->files[i].content };
	if (import_job_open(page->service, page->arena, page->actor, &order, &outcome, &errors))
		page_redirect(page, arena_format(page->arena, "/imports/%.*s", TEXT_FORMAT(outcome.record_id)));
	else
		show_new(page, &errors);
}

/* ---- one import ---- */

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
	write_state(page, job);
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
