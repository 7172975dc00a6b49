/* kit_write.c - pieces of pages: names, actions, tables of rows, task lists, printable sheets. */
#include "ui/kit.h"

#include "base/hash.h"
#include "ui/internal.h"

void write_code(struct page *page, struct text text)
{
	if (!text_is_empty(text))
		widget_code(page, text);
}

void write_name_link(struct page *page, struct text subject, struct text name, const char *rest)
{
	struct html *h = &page->html;
	if (text_is_empty(subject) || text_is_empty(name)) {
		html_element(h, "span", "custos-withheld", T(page, N_("Withheld")));
		return;
	}
	html_begin(h, "bdi");
	html_link(h, "govuk-link", path_subject(page, subject, rest), name);
	html_end(h);
}

void actions_begin(struct page *page)
{
	html_begin_class(&page->html, "div", "govuk-button-group custos-no-print");
}

void action_link(struct page *page, const struct act *act, struct text href, bool first)
{
	if (page_may_act(page, act))
		widget_button_link(page, href, page_act_label(page, text_from(act->name)), !first);
}

void action_page(struct page *page, const char *path, const char *label, bool first)
{
	if (page_may_open(page, text_from(path)))
		widget_button_link(page, text_from(path), T(page, label), !first);
}

void actions_end(struct page *page)
{
	html_end(&page->html);
}

struct text choice_label(struct page *page, const struct record *record, int field, struct text code)
{
	const struct choice *choice = field_choice(&record->fields[field], code);
	return choice ? page_message(page, choice->label) : code;
}

void write_choice(struct page *page, const struct record *record, int field, struct text code)
{
	html_text(&page->html, choice_label(page, record, field, code));
}

void list_count(struct page *page, struct text sentence)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "custos-list");
	html_begin_class(h, "p", "custos-list__count");
	html_element(h, "strong", NULL, sentence);
	html_text(h, TEXT_OF(" "));
	html_text(h, page_message_with(page, N_("As of {moment}"), "moment", page_moment(page, page->now), NULL));
	html_end(h);
	html_end(h);
}

/* ---- tables of rows ---- */

static const char *const *field_headings(struct page *page, const struct record *record, const int *fields)
{
	const char **headings = ARENA_ARRAY(page->arena, const char *, RECORD_FIELDS_MAXIMUM + 1);
	int count = 0;
	while (fields[count] >= 0) {
		headings[count] = record->fields[fields[count]].label;
		count++;
	}
	return headings;
}

/* What stands in the first cell, so that the link is never empty. */
static struct text first_words(struct page *page, const struct row *row, int field)
{
	struct text words = row->record->title_in ? page_title(page, row) : page_value(page, &row->record->fields[field], row_value(row, field));
	return text_is_empty(words) ? T(page, N_("Open")) : words;
}

static void row_cells(struct page *page, const struct row *row, const int *fields, bool links)
{
	widget_table_row(page);
	for (int i = 0; fields[i] >= 0; i++) {
		if (i == 0 && links) {
			widget_table_link(page, page_path(page, row->record, row->id), first_words(page, row, fields[0]));
			continue;
		}
		widget_table_cell_begin(page);
		if (links)
			widget_value(page, row, fields[i]);
		else
			sheet_value(page, row, fields[i]);
		widget_table_cell_end(page);
	}
}

static void table_of(struct page *page, const char *caption, const struct rows *rows, const int *fields, const char *empty, bool links)
{
	if (rows->count == 0) {
		if (!links && caption)
			widget_heading(page, 2, page_message(page, caption));
		widget_paragraph(page, page_message(page, empty));
		return;
	}
	widget_table_begin(page, page_message(page, caption), field_headings(page, rows->items[0]->record, fields));
	for (size_t i = 0; i < rows->count; i++)
		row_cells(page, rows->items[i], fields, links);
	widget_table_end(page);
}

void rows_table(struct page *page, const char *caption, const struct rows *rows, const int *fields, const char *empty)
{
	table_of(page, caption, rows, fields, empty, true);
}

void sheet_table(struct page *page, const char *caption, const struct rows *rows, const int *fields, const char *empty)
{
	table_of(page, caption, rows, fields, empty, false);
}

void card_begin(struct page *page, const char *title)
{
	html_begin_class(&page->html, "div", "custos-card");
	html_element(&page->html, "h2", "custos-card__title", page_message(page, title));
}

/* ---- task list ---- */

void task_list_begin(struct page *page)
{
	html_begin_class(&page->html, "ul", "govuk-task-list");
}

void task_list_step(struct page *page, const struct task *task)
{
	struct html *h = &page->html;
	int number = ++page->ids;
	struct text hint = arena_format(page->arena, "step-%d-hint", number), status = arena_format(page->arena, "step-%d-status", number);
	bool open = !text_is_empty(task->href);
	html_begin_class(h, "li", open ? "govuk-task-list__item govuk-task-list__item--with-link" : "govuk-task-list__item");
	html_begin_class(h, "div", "govuk-task-list__name-and-hint");
	html_begin_class(h, open ? "a" : "div", open ? "govuk-link govuk-task-list__link" : NULL);
	if (open) {
		html_attribute(h, "href", task->href);
		html_attribute(h, "aria-describedby", text_is_empty(task->hint) ? status :
			arena_format(page->arena, "%.*s %.*s", TEXT_FORMAT(hint), TEXT_FORMAT(status)));
	}
	html_text(h, task->name);
	html_end(h);
	if (!text_is_empty(task->hint)) {
		html_begin_class(h, "div", "govuk-task-list__hint");
		html_attribute(h, "id", hint);
		html_text(h, task->hint);
		html_end(h);
	}
	html_end(h);
	html_begin_class(h, "div", task->colour ? "govuk-task-list__status" : "govuk-task-list__status govuk-task-list__status--cannot-start-yet");
	html_attribute(h, "id", status);
	if (task->colour)
		widget_tag(page, task->colour, task->status);
	else
		html_text(h, task->status);
	html_end(h);
	html_end(h);
}

void task_list_end(struct page *page)
{
	html_end(&page->html);
}

/* ---- sheets ---- */

static void sheet_fact(struct page *page, struct text name, struct text value)
{
	struct html *h = &page->html;
	html_begin(h, "div");
	html_element(h, "dt", NULL, name);
	html_begin(h, "dd");
	html_element(h, "bdi", NULL, value);
	html_end(h);
	html_end(h);
}

void sheet_begin(struct page *page, struct text title, const struct row *facility)
{
	struct html *h = &page->html;
	page->bare_head = true;
	page_begin(page, title);
	html_begin_class(h, "button", "govuk-button govuk-button--secondary custos-no-print");
	html_attribute_string(h, "type", "button");
	html_flag(h, "data-print", true);
	html_flag(h, "hidden", true);
	html_text(h, T(page, N_("Print")));
	html_end(h);
	html_begin_class(h, "article", "custos-sheet");
	html_begin_class(h, "header", "custos-sheet__head");
	html_begin(h, "div");
	html_element(h, "p", "custos-sheet__service", facility ? row_title(page->arena, facility) : TEXT_OF("Custos"));
	html_element(h, "h1", "custos-sheet__title", title);
	html_end(h);
	html_begin_class(h, "dl", "custos-sheet__facts");
	if (facility)
		sheet_fact(page, T(page, N_("Facility")), row_text(facility, page->registry->facility_code));
	sheet_fact(page, T(page, N_("Printed")), page_moment(page, page->now));
	sheet_fact(page, T(page, N_("Printed by")), page->actor->display_name);
	html_end(h);
	html_end(h);
}

void sheet_end(struct page *page, const char *const *signatures)
{
	struct html *h = &page->html;
	if (signatures) {
		html_begin_class(h, "div", "custos-sheet__signatures");
		for (; *signatures; signatures++)
			html_element(h, "p", "custos-sheet__signature", page_message(page, *signatures));
		html_end(h);
	}
	html_end(h); /* article */
	page_end(page);
}

void sheet_value(struct page *page, const struct row *row, int field)
{
	struct html *h = &page->html;
	struct value value = row_value(row, field);
	if (row->redacted & (UINT64_C(1) << field))
		html_element(h, "span", "custos-withheld", T(page, N_("Withheld")));
	else if (value.kind == VALUE_UNKNOWN)
		html_element(h, "span", "custos-unknown", T(page, N_("Not known")));
	else
		html_element(h, "bdi", NULL, page_value(page, &row->record->fields[field], value));
}

void sheet_proof(struct page *page, const struct row *row, bool newest)
{
	struct html *h = &page->html;
	struct journal_entry *entries;
	size_t count;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!journal_history(query_connection(page->query), page->arena, row->record->name, row->id, 0, &entries, &count, &errors) || count == 0) {
		widget_paragraph(page, T(page, N_("The proof of this entry cannot be read now. Print the sheet again later.")));
		return;
	}
	const struct journal_entry *entry = &entries[newest ? count - 1 : 0];
	struct text hex = hash_hex(page->arena, &entry->leaf);
	html_begin_class(h, "footer", "custos-sheet__foot");
	widget_qr(page, arena_format(page->arena, "%.*s %lld %.*s", TEXT_FORMAT(entry->log), (long long)entry->index, TEXT_FORMAT(hex)),
		N_("QR code of the receipt"));
	html_begin_class(h, "p", "custos-sheet__proof");
	html_text(h, page_message_with(page, N_("Entry {index} of {log}. Anyone can check with this code that the entry was not changed."), "index",
		arena_format(page->arena, "%lld", (long long)entry->index), "log", entry->log, NULL));
	html_void(h, "br");
	html_element(h, "bdi", "custos-hash", page_hash(page, hex));
	html_end(h);
	html_end(h);
}
