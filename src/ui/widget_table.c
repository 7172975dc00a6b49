/* widget_table.c - tables whose rows become blocks on narrow screens, and values with their markup. */
#include "ui/internal.h"

void widget_table_begin(struct page *page, struct text caption, const char *const *headings)
{
	struct html *h = &page->html;
	html_begin_class(h, "table", "govuk-table custos-table custos-table--stack");
	html_attribute_string(h, "role", "table");
	if (caption.length > 0)
		html_element(h, "caption", "govuk-table__caption govuk-table__caption--m", caption);
	html_begin_class(h, "thead", "govuk-table__head");
	html_attribute_string(h, "role", "rowgroup");
	html_begin_class(h, "tr", "govuk-table__row");
	html_attribute_string(h, "role", "row");
	for (const char *const *heading = headings; *heading != NULL; heading++) {
		html_begin_class(h, "th", "govuk-table__header");
		html_attribute_string(h, "scope", "col");
		html_attribute_string(h, "role", "columnheader");
		html_text(h, page_message(page, *heading));
		html_end(h);
	}
	html_end(h);
	html_end(h);
	html_begin_class(h, "tbody", "govuk-table__body");
	html_attribute_string(h, "role", "rowgroup");
	page->table_headings = headings;
	page->table_column = -1;
}

static void row_end(struct page *page)
{
	if (page->table_column >= 0)
		html_end(&page->html);
	page->table_column = -1;
}

void widget_table_row(struct page *page)
{
	row_end(page);
	html_begin_class(&page->html, "tr", "govuk-table__row");
	html_attribute_string(&page->html, "role", "row");
	page->table_column = 0;
}

void widget_table_cell_begin(struct page *page)
{
	struct html *h = &page->html;
	int column = page->table_column++;
	const char *heading = NULL;
	if (column == 0) {
		html_begin_class(h, "th", "govuk-table__header");
		html_attribute_string(h, "scope", "row");
		html_attribute_string(h, "role", "rowheader");
		return;
	}
	html_begin_class(h, "td", "govuk-table__cell");
	html_attribute_string(h, "role", "cell");
	for (int i = 0; page->table_headings != NULL && i <= column && page->table_headings[i] != NULL; i++)
		heading = i == column ? page->table_headings[i] : NULL;
	if (heading != NULL)
		html_attribute(h, "data-label", page_message(page, heading));
}

void widget_table_cell_end(struct page *page)
{
	html_end(&page->html);
}

void widget_table_cell(struct page *page, struct text text)
{
	widget_table_cell_begin(page);
	if (text.length > 0)
		html_element(&page->html, "bdi", NULL, text);
	widget_table_cell_end(page);
}

void widget_table_link(struct page *page, struct text href, struct text text)
{
	struct html *h = &page->html;
	widget_table_cell_begin(page);
	html_begin(h, "bdi");
	html_link(h, "govuk-link", href, text);
	html_end(h);
	widget_table_cell_end(page);
}

void widget_table_end(struct page *page)
{
	row_end(page);
	html_end(&page->html);
	html_end(&page->html);
	page->table_headings = NULL;
}

/* ---- values ---- */

static void write_reference(struct page *page, const struct field *field, struct text id)
{
	const struct record *record = registry_reference(page->registry, field);
	struct html *h = &page->html;
	struct text title = page_reference_title(page, record, id);
	html_begin(h, "bdi");
	if (record != NULL && page_may_read(page, record))
		html_link(h, "govuk-link", page_path(page, record, id), title);
	else
		html_text(h, title);
	html_end(h);
}

static void write_prose(struct page *page, struct text text)
{
	struct html *h = &page->html;
	struct text line;
	bool first = true;
	while (text_next(&text, '\n', &line)) {
		if (!first)
			html_void(h, "br");
		html_text(h, line);
		first = false;
	}
}

static void write_code_cell(struct page *page, const struct row *row, int index)
{
	struct text label = page_code_label(page, row, index), code = row_text(row, index);
	if (label.length > 0)
		html_text(&page->html, label);
	else if (registry_rule(page->registry, code) != NULL)
		widget_rule(page, code);
	else
		widget_code(page, code);
}

void widget_value(struct page *page, const struct row *row, int index)
{
	const struct field *field = &row->record->fields[index];
	struct value value = row_value(row, index);
	struct html *h = &page->html;
	if (row->redacted & (UINT64_C(1) << index)) {
		html_element(h, "span", "custos-withheld", T(page, N_("Withheld")));
		return;
	}
	if (value.kind == VALUE_UNKNOWN) {
		html_element(h, "span", "custos-unknown", T(page, N_("Not known")));
		return;
	}
	if (value.kind == VALUE_ABSENT)
		return;
	switch (field->type) {
	case FIELD_MOMENT:
		widget_moment(page, value.integer);
		break;
	case FIELD_DATE:
	case FIELD_PARTIAL_DATE:
		widget_date(page, row_date(row, index));
		break;
	case FIELD_REFERENCE:
		write_reference(page, field, value.text);
		break;
	case FIELD_DOCUMENT:
		html_link(h, "govuk-link", arena_format(page->arena, "/documents/%.*s", TEXT_FORMAT(value.text)),
			T(page, N_("Open the document")));
		break;
	case FIELD_CODE:
		write_code_cell(page, row, index);
		break;
	case FIELD_HASH:
		html_element(h, "bdi", "custos-hash", page_hash(page, value.text));
		break;
	case FIELD_PROSE:
		write_prose(page, page_said(page, value.text));
		break;
	default:
		html_element(h, "bdi", NULL, page_value(page, field, value));
	}
}
