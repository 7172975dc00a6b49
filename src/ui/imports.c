/* imports.c - loading files: the list of imports, and the upload. */
#include "service/import_job.h"
#include "ui/internal.h"

enum { IMPORTS_SHOWN = 50 };

/* ---- the list ---- */

static const char *const state_colours[][2] = { { "checking", "teal" }, { "checked", "yellow" }, { "loading", "teal" }, { "loaded", "green" },
	{ "stopped", "grey" }, { "failed", "red" } };

void import_write_state(struct page *page, const struct row *job)
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
		import_write_state(page, job);
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
