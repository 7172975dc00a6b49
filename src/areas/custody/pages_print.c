/* pages_print.c - what goes out on paper: the property list, and a person's whole file, now or as it stood, with what is withheld. */
#include "areas/custody/pages_common.h"

static const struct row *facility_of(struct page *page, const struct row *person)
{
	const struct row *facility = NULL;
	struct error_list ignored; /* a sheet about somebody who has left has no facility on top */
	error_list_begin(&ignored, page->arena);
	if (!row_has(person, PERSON_CURRENT_FACILITY) ||
		!query_peek(page->query, &RECORD_FACILITY, row_text(person, PERSON_CURRENT_FACILITY), &facility, &ignored))
		return NULL;
	page->zone = row_text(facility, FACILITY_ZONE);
	return facility;
}

void page_person_property_list(struct page *page)
{
	static const int COLUMNS[] = { PROPERTY_ITEM_DESCRIPTION, PROPERTY_ITEM_CLASS, PROPERTY_ITEM_QUANTITY, PROPERTY_ITEM_VALUE, PROPERTY_ITEM_CURRENCY,
		PROPERTY_ITEM_CONTAINER, PROPERTY_ITEM_SEAL, PROPERTY_ITEM_STATE, -1 };
	static const char *const SIGNATURES[] = { N_("The person, or the witness of the refusal"), N_("Officer who keeps the property"), NULL };
	struct rows items;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_PROPERTY_ITEM, person->id, FIELD_CREATED_AT, false, &items))
		return;
	query_note(page->query, "print", person->id, TEXT_OF("person"), person->id);
	page->base_subject = text_empty();
	sheet_begin(page, T(page, N_("Property list")), facility_of(page, person));
	html_begin_class(&page->html, "p", "govuk-body");
	html_element(&page->html, "bdi", NULL, row_text(person, PERSON_DISPLAY_NAME));
	html_text(&page->html, TEXT_OF(" "));
	widget_code(page, row_text(person, PERSON_NUMBER));
	html_end(&page->html);
	sheet_table(page, N_("What the facility keeps"), &items, COLUMNS, N_("The facility keeps nothing of this person."));
	sheet_end(page, SIGNATURES);
}

/* ---- the whole file ---- */

/* What a person's own copy may not carry: other people's data and the sources of alerts (NMR-9; third parties). */
static const struct { const struct record *record; int field; } NOT_FOR_PERSON[] = { { &RECORD_KEEP_APART, KEEP_APART_OTHER },
	{ &RECORD_FILE_LINK, FILE_LINK_OTHER }, { &RECORD_ALERT, ALERT_EVIDENCE } };

static bool withheld_from_person(const struct record *record, int field)
{
	for (size_t i = 0; i < sizeof NOT_FOR_PERSON / sizeof *NOT_FOR_PERSON; i++)
		if (NOT_FOR_PERSON[i].record == record && NOT_FOR_PERSON[i].field == field)
			return true;
	return false;
}

static void write_fact(struct page *page, const struct row *row, int field, bool for_person)
{
	struct html *h = &page->html;
	bool redacted = (row->redacted & (UINT64_C(1) << field)) != 0;
	bool withheld = for_person && withheld_from_person(row->record, field) && row_value(row, field).kind != VALUE_ABSENT;
	if (!redacted && row_value(row, field).kind == VALUE_ABSENT)
		return;
	html_begin_class(h, "div", "govuk-summary-list__row");
	html_element(h, "dt", "govuk-summary-list__key", page_message(page, row->record->fields[field].label));
	html_begin_class(h, "dd", "govuk-summary-list__value");
	if (redacted)
		html_element(h, "span", "custos-withheld", T(page, N_("Withheld: not open to the role that printed this")));
	else if (withheld)
		html_element(h, "span", "custos-withheld", T(page, N_("Withheld: another person's data")));
	else
		sheet_value(page, row, field);
	html_end(h);
	html_end(h);
}

static void write_row(struct page *page, const struct row *row, bool for_person)
{
	html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
	for (int i = 0; i < row->record->field_count; i++)
		if (i != row->record->person_field)
			write_fact(page, row, i, for_person);
	html_end(&page->html);
}

static void write_records(struct page *page, const struct rows *rows, bool for_person)
{
	const struct record *last = NULL;
	for (size_t i = 0; i < rows->count; i++) {
		const struct row *row = rows->items[i];
		if (row->record->flags & RECORD_ENGINE)
			continue; /* deadlines and breaches are the service's work, not the person's file */
		if (row->record != last)
			widget_heading(page, 2, page_message(page, row->record->label_plural));
		last = row->record;
		write_row(page, row, for_person);
	}
}

/* Kinds of records that exist in a file but are not in this print; whether there is a row is not said. */
static void write_left_out(struct page *page)
{
	struct html *h = &page->html;
	widget_heading(page, 2, T(page, N_("Not in this print")));
	widget_paragraph(page, T(page, N_("The role that printed this does not open the following parts. Ask for them where they are kept.")));
	html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	int written = 0;
	for (size_t i = 0; i < page->registry->record_count; i++) {
		const struct record *record = page->registry->records[i];
		if (record->person_field == FIELD_NONE || (record->flags & RECORD_ENGINE) || page_may_read(page, record))
			continue;
		html_element(h, "li", "custos-withheld", page_message_with(page, N_("Withheld: {part}"), "part", page_message(page, record->label_plural), NULL));
		written++;
	}
	if (written == 0)
		html_element(h, "li", NULL, T(page, N_("Nothing: all parts are open to this role.")));
	html_end(h);
}

static void write_form(struct page *page)
{
	struct html *h = &page->html;
	html_begin_class(h, "form", "custos-filter custos-no-print");
	html_attribute_string(h, "method", "get");
	html_attribute(h, "action", page->request->path);
	html_begin_class(h, "div", "custos-filter__fields");
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute_string(h, "for", "as-of");
	html_text(h, T(page, N_("As it stood at the end of the day")));
	html_end(h);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-input govuk-input--width-10");
	html_attribute_string(h, "id", "as-of");
	html_attribute_string(h, "name", "as_of");
	html_attribute_string(h, "type", "date");
	html_attribute(h, "value", text_slice(page_query(page, "as_of"), 0, 10));
	html_end(h);
	html_begin_class(h, "div", "govuk-checkboxes govuk-checkboxes--small");
	html_begin_class(h, "div", "govuk-checkboxes__item");
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-checkboxes__input");
	html_attribute_string(h, "id", "for-person");
	html_attribute_string(h, "name", "for");
	html_attribute_string(h, "type", "checkbox");
	html_attribute_string(h, "value", "person");
	html_flag(h, "checked", text_equal_string(page_query(page, "for"), "person"));
	html_begin_class(h, "label", "govuk-label govuk-checkboxes__label");
	html_attribute_string(h, "for", "for-person");
	html_text(h, T(page, N_("Copy for the person: other people's data withheld")));
	html_end(h);
	html_end(h);
	html_end(h);
	html_begin_class(h, "button", "govuk-button govuk-button--secondary");
	html_attribute_string(h, "type", "submit");
	html_text(h, T(page, N_("Show")));
	html_end(h);
	html_end(h);
	html_end(h);
}

/* A day means its end in the facility's zone; a moment in full means itself. 0: now. */
static bool asked_moment(struct page *page, int64_t *out_moment)
{
	struct text asked = page_query(page, "as_of");
	struct date date;
	*out_moment = 0;
	bool understood = text_is_empty(asked) || moment_parse(asked, out_moment);
	if (!understood && date_parse(asked, &date)) {
		*out_moment = zone_moment(page->zone, date_add_days(date, 1), 0) - 1;
		understood = true;
	}
	if (*out_moment > page->now)
		*out_moment = 0; /* nothing is known of later days: the file as it stands */
	return understood;
}

void page_person_file(struct page *page)
{
	struct rows rows;
	struct error_list errors;
	int64_t moment;
	const struct row *person = subject_open(page);
	if (!person)
		return;
	const struct row *facility = facility_of(page, person);
	bool understood = asked_moment(page, &moment), for_person = text_equal_string(page_query(page, "for"), "person");
	error_list_begin(&errors, page->arena);
	if (!query_file(page->query, person->id, moment, &rows, &errors)) {
		page_fail(page, &errors);
		return;
	}
	query_note(page->query, "print", person->id, TEXT_OF("person"), person->id);
	page->base_subject = text_empty();
	page->back = path_subject(page, person->id, "/timeline");
	page->back_label = row_text(person, PERSON_DISPLAY_NAME);
	sheet_begin(page, for_person ? T(page, N_("Your personal file")) : T(page, N_("Whole file")), facility);
	write_form(page);
	html_begin_class(&page->html, "p", "govuk-body");
	html_element(&page->html, "bdi", NULL, row_text(person, PERSON_DISPLAY_NAME));
	html_text(&page->html, TEXT_OF(" "));
	widget_code(page, row_text(person, PERSON_NUMBER));
	html_end(&page->html);
	if (!understood)
		widget_paragraph(page, T(page, N_("This is no day of the calendar. The file is shown as it stands now.")));
	widget_paragraph(page, page_message_with(page, N_("The file as it stood on {moment}."), "moment", page_moment(page, moment ? moment : page->now), NULL));
	if (rows.count == 0)
		widget_paragraph(page, T(page, N_("There was no file of this person at that time.")));
	write_records(page, &rows, for_person);
	write_left_out(page);
	sheet_end(page, NULL);
}
