/* import_mappings.c - making a mapping: what the rows become, the headings of a sample, and which field each of them fills. */
#include "format/csv.h"
#include "service/import_job.h"
#include "ui/internal.h"

enum { SAMPLE_BYTES = 256 * 1024 };

/* ---- what rows can become ---- */

static const struct act *act_of(struct page *page, struct text record)
{
	const struct act *act = registry_act(page->registry, arena_format(page->arena, "%.*s.add", TEXT_FORMAT(record)));
	bool fits = act && !(act->flags & (ACT_SYSTEM | ACT_SECOND_PERSON)) && !(act->record->flags & RECORD_ENGINE);
	return fits && page_may_act(page, act) && act->record != &RECORD_IMPORT_MAPPING ? act : NULL;
}

static const struct choice *record_choices(struct page *page)
{
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, page->registry->record_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < page->registry->record_count; i++) {
		const struct record *record = page->registry->records[i];
		if (act_of(page, text_from(record->name)))
			choices[count++] = (struct choice){ record->name, record->label_plural };
	}
	return choices;
}

static struct field record_field_of(struct page *page)
{
	return (struct field){ .name = "record", .label = N_("What the rows become"), .type = FIELD_CHOICE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED, .choices = record_choices(page) };
}

static void begin(struct page *page, const struct error_list *errors)
{
	page->section = "imports";
	page->narrow = true;
	page->back = TEXT_OF("/imports");
	page->back_label = T(page, N_("Imports"));
	if (errors->count)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Make a mapping")));
}

/* ---- first step: record and sample ---- */

static void show_sample(struct page *page, const struct error_list *errors)
{
	const struct field record = record_field_of(page);
	begin(page, errors);
	widget_paragraph(page, T(page, N_("Choose a file with the headings of those you will load. Only its first line is read now.")));
	widget_form_begin(page, TEXT_OF("/imports/mapping"), true);
	widget_hidden(page, "step", TEXT_OF("sample"));
	widget_field(page, &record, value_absent(), page_form(page, "record"), errors);
	widget_files(page, "sample", N_("A file with headings"), N_("CSV: UTF-8 or Windows-1251; comma, semicolon or tab"), false, errors);
	widget_form_end(page, N_("Go on"));
	page_end(page);
}

void page_import_mapping(struct page *page)
{
	struct error_list none;
	error_list_begin(&none, page->arena);
	show_sample(page, &none);
}

/* ---- second step: heading to field ---- */

struct headings { struct arena *arena; struct text items[IMPORT_COLUMNS_MAXIMUM]; size_t count; };

static bool on_heading(void *state, const struct csv_record *record)
{
	struct headings *headings = state;
	for (size_t i = 0; i < record->count && headings->count < IMPORT_COLUMNS_MAXIMUM; i++)
		if (text_trim(record->cells[i]).length)
			headings->items[headings->count++] = arena_copy(headings->arena, text_trim(record->cells[i]));
	return false;
}

static bool read_sample(struct page *page, struct headings *headings, struct error_list *errors)
{
	const struct page_file *file = page_form_file(page, "sample");
	if (!act_of(page, page_form(page, "record")))
		error_say(errors, E_REQUIRED, "/record", N_("Choose what the rows become"));
	if (!file)
		error_say(errors, E_REQUIRED, "/sample", N_("Choose a file"));
	if (errors->count)
		return false;
	struct csv_reader_options options = { .encoding = csv_guess_encoding(file->content), .on_record = on_heading, .state = headings };
	struct csv_reader *reader = csv_reader_create(page->arena, &options, errors);
	if (csv_reader_feed(reader, text_slice(file->content, 0, SAMPLE_BYTES)) && headings->count == 0)
		csv_reader_finish(reader);
	for (size_t i = 0; i < errors->count; i++)
		errors->items[i].path = TEXT_OF("/sample");
	if (!errors->count && !headings->count)
		error_say(errors, E_SYNTAX, "/sample", N_("The file is empty"));
	return errors->count == 0;
}

static void headings_typed(struct page *page, struct headings *headings)
{
	for (size_t i = 0; i < IMPORT_COLUMNS_MAXIMUM; i++) {
		struct text heading = page_form(page, arena_format(page->arena, "heading-%zu", i).data);
		if (!heading.length)
			return;
		headings->items[headings->count++] = heading;
	}
}

static bool is_called(struct page *page, const struct field *field, struct text heading)
{
	size_t count;
	const struct language *languages = language_list(&count);
	struct text folded = fold_name(page->arena, heading);
	if (text_equal_ignoring_case(heading, text_from(field->name)))
		return true;
	for (size_t i = 0; i < count; i++)
		if (text_equal(folded, fold_name(page->arena, message(&languages[i], field->label))))
			return true;
	return false;
}

static const struct choice *field_choices(struct page *page, const struct record *inputs)
{
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, (size_t)inputs->field_count + 2);
	size_t count = 0;
	choices[count++] = (struct choice){ "id", N_("Key of the row in the source") };
	for (int i = 0; i < inputs->field_count; i++)
		if (!(inputs->fields[i].flags & FIELD_DERIVED))
			choices[count++] = (struct choice){ inputs->fields[i].name, inputs->fields[i].label };
	return choices;
}

static struct text guessed(struct page *page, const struct record *inputs, struct text heading)
{
	if (text_equal_ignoring_case(heading, TEXT_OF("id")))
		return TEXT_OF("id");
	for (int i = 0; i < inputs->field_count; i++)
		if (!(inputs->fields[i].flags & FIELD_DERIVED) && is_called(page, &inputs->fields[i], heading))
			return text_from(inputs->fields[i].name);
	return text_empty();
}

static void write_heading(struct page *page, const struct record *inputs, const struct choice *choices, struct text heading, size_t number, bool first)
{
	const char *name = arena_format(page->arena, "field-%zu", number).data;
	struct error_list none;
	error_list_begin(&none, page->arena);
	widget_hidden(page, arena_format(page->arena, "heading-%zu", number).data, heading);
	if (import_heading_refused(heading)) {
		html_element(&page->html, "div", "govuk-inset-text", page_message_with(page,
			N_("The column {value} is not loaded: no decision about a person may rest on ethnicity or belief (Nelson Mandela Rules, Rule 2)"), "value", heading, NULL));
		return;
	}
	/* The heading is what people wrote: it stands as it is, in no language of ours. */
	const struct field field = { .name = name, .label = arena_string(page->arena, heading), .type = FIELD_CHOICE, .sensitivity = SENSITIVITY_OFFICIAL,
		.choices = choices };
	widget_field(page, &field, value_absent(), first ? guessed(page, inputs, heading) : page_form(page, name), &none);
}

static void write_constants(struct page *page, const struct record *inputs)
{
	struct html *h = &page->html;
	struct error_list none;
	error_list_begin(&none, page->arena);
	widget_details_begin(page, T(page, N_("Fields that have one value for all rows")));
	widget_paragraph(page, T(page, N_("Where the file has no column for a field. A facility or a person by code or number; a choice by its word.")));
	for (int i = 0; i < inputs->field_count; i++) {
		if (inputs->fields[i].flags & FIELD_DERIVED)
			continue;
		const char *name = arena_format(page->arena, "constant-%s", inputs->fields[i].name).data;
		const struct field field = { .name = name, .label = inputs->fields[i].label, .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL };
		widget_field(page, &field, value_absent(), page_form(page, name), &none);
	}
	html_end(h);
	html_end(h);
}

static void show_fields(struct page *page, const struct headings *headings, bool first, const struct error_list *errors)
{
	static const struct field note = { .name = "note", .label = N_("Note"), .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL };
	const struct act *act = act_of(page, page_form(page, "record"));
	const struct record *inputs = act->input_record;
	const struct choice *choices = field_choices(page, inputs);
	page->caption = page_message(page, act->record->label_plural);
	page->plain_labels = true;
	begin(page, errors);
	widget_paragraph(page, T(page, N_("Say for each column of the file which field it fills. What you leave empty is not loaded.")));
	widget_form_begin(page, TEXT_OF("/imports/mapping"), false);
	widget_hidden(page, "step", TEXT_OF("save"));
	widget_hidden(page, "record", page_form(page, "record"));
	widget_field(page, &RECORD_IMPORT_MAPPING.fields[IMPORT_MAPPING_NAME], value_absent(), page_form(page, "name"), errors);
	widget_field(page, &note, value_absent(), page_form(page, "note"), errors);
	widget_heading(page, 2, T(page, N_("Columns of the file")));
	for (size_t i = 0; i < headings->count; i++)
		write_heading(page, inputs, choices, headings->items[i], i, first);
	write_constants(page, inputs);
	widget_form_end(page, N_("Keep the mapping"));
	page_end(page);
}

/* ---- keeping it ---- */

static struct text columns_text(struct page *page, const struct headings *headings, const struct record *inputs)
{
	struct builder columns;
	builder_begin(&columns, page->arena, 512);
	for (size_t i = 0; i < headings->count; i++) {
		struct text field = page_form(page, arena_format(page->arena, "field-%zu", i).data);
		if (field.length && !import_heading_refused(headings->items[i]))
			builder_add_format(&columns, "%.*s: %.*s\n", TEXT_FORMAT(field), TEXT_FORMAT(headings->items[i]));
	}
	for (int i = 0; i < inputs->field_count; i++) {
		struct text value = text_trim(page_form(page, arena_format(page->arena, "constant-%s", inputs->fields[i].name).data));
		if (value.length)
			builder_add_format(&columns, "%s = %.*s\n", inputs->fields[i].name, TEXT_FORMAT(value));
	}
	return text_trim(builder_text(&columns));
}

static void save(struct page *page, const struct act *act)
{
	struct headings headings = { .arena = page->arena };
	struct outcome outcome;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	headings_typed(page, &headings);
	const struct pair inputs[] = { { TEXT_OF("name"), text_trim(page_form(page, "name")) }, { TEXT_OF("about_record"), page_form(page, "record") },
		{ TEXT_OF("columns"), columns_text(page, &headings, act->input_record) }, { TEXT_OF("note"), text_trim(page_form(page, "note")) } };
	struct command command = { .act = TEXT_OF("import_mapping.add"), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs };
	if (command_run(page->service, page->arena, page->actor, &command, &outcome, &errors))
		page_redirect(page, arena_format(page->arena, "/imports/new?mapping=%.*s", TEXT_FORMAT(inputs[0].value)));
	else
		show_fields(page, &headings, false, &errors);
}

void page_import_mapping_post(struct page *page)
{
	const struct act *act = act_of(page, page_form(page, "record"));
	struct headings headings = { .arena = page->arena };
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (act && text_equal_string(page_form(page, "step"), "save"))
		save(page, act);
	else if (read_sample(page, &headings, &errors))
		show_fields(page, &headings, true, &errors);
	else
		show_sample(page, &errors);
}
