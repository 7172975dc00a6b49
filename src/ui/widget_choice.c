/* widget_choice.c - radios, selects and boxes to tick, "not known" among them. */
#include "base/random.h"
#include "ui/internal.h"

enum { RADIOS_MAXIMUM = 7 };

static const struct choice yes_no[] = {{"yes", N_("Yes")}, {"no", N_("No")}, {NULL, NULL}};

static size_t count_choices(const struct choice *choices)
{
	size_t count = 0;
	while (choices != NULL && choices[count].code != NULL)
		count++;
	return count;
}

struct item { /* one radio or box */
	const char *kind; /* "radio", "checkbox" */
	struct text id, value, label;
	const char *name;
	bool checked;
};

static void write_item(struct page *page, const struct item *item)
{
	struct html *h = &page->html;
	bool radio = item->kind[0] == 'r';
	html_begin_class(h, "div", radio ? "govuk-radios__item" : "govuk-checkboxes__item");
	html_void(h, "input");
	html_attribute_string(h, "class", radio ? "govuk-radios__input" : "govuk-checkboxes__input");
	html_attribute(h, "id", item->id);
	html_attribute_string(h, "name", item->name);
	html_attribute_string(h, "type", item->kind);
	html_attribute(h, "value", item->value);
	html_flag(h, "checked", item->checked);
	html_begin_class(h, "label", radio ? "govuk-label govuk-radios__label" : "govuk-label govuk-checkboxes__label");
	html_attribute(h, "for", item->id);
	html_text(h, item->label);
	html_end(h);
	html_end(h);
}

static void write_radios(struct page *page, const struct field *field, const struct choice *choices, struct text chosen)
{
	struct html *h = &page->html;
	int number = 0;
	html_begin_class(h, "div", count_choices(choices) <= 3 && field->type == FIELD_YES_NO
		? "govuk-radios govuk-radios--small govuk-radios--inline" : "govuk-radios govuk-radios--small");
	for (const struct choice *choice = choices; choice != NULL && choice->code != NULL; choice++)
		write_item(page, &(struct item){"radio", widget_id(page, field->name, ++number), text_from(choice->code),
			page_message(page, choice->label), field->name, text_equal_string(chosen, choice->code)});
	if (field->flags & FIELD_MAY_BE_UNKNOWN) {
		html_element(h, "div", "govuk-radios__divider", T(page, N_("or")));
		write_item(page, &(struct item){"radio", widget_id(page, field->name, ++number), TEXT_OF("?"),
			T(page, N_("Not known")), field->name, text_equal_string(chosen, "?")});
	}
	html_end(h);
}

static void write_option(struct page *page, struct text value, struct text label, bool selected)
{
	struct html *h = &page->html;
	html_begin(h, "option");
	html_attribute(h, "value", value);
	html_flag(h, "selected", selected);
	html_text(h, label);
	html_end(h);
}

static void select_begin(struct page *page, const struct field *field, const struct error *error)
{
	struct html *h = &page->html;
	html_begin_class(h, "select", error != NULL ? "govuk-select govuk-select--error" : "govuk-select");
	html_attribute(h, "id", widget_id(page, field->name, 1));
	html_attribute_string(h, "name", field->name);
	widget_describe(page, field, error);
	write_option(page, text_empty(), T(page, N_("Choose")), false);
}

void widget_choices(struct page *page, const struct field *field, struct text chosen, const struct error *error)
{
	const struct choice *choices = field->type == FIELD_YES_NO ? yes_no : field->choices;
	bool radios = count_choices(choices) <= RADIOS_MAXIMUM;
	widget_group_begin(page, field, error, radios);
	if (radios) {
		write_radios(page, field, choices, chosen);
	} else {
		select_begin(page, field, error);
		for (const struct choice *choice = choices; choice->code != NULL; choice++)
			write_option(page, text_from(choice->code), page_message(page, choice->label),
				text_equal_string(chosen, choice->code));
		if (field->flags & FIELD_MAY_BE_UNKNOWN)
			write_option(page, TEXT_OF("?"), T(page, N_("Not known")), text_equal_string(chosen, "?"));
		html_end(&page->html);
	}
	widget_group_end(page, radios);
}

static bool has_code(struct text codes, const char *code)
{
	struct text piece;
	while (text_next(&codes, ' ', &piece)) {
		if (text_equal_string(piece, code))
			return true;
	}
	return false;
}

void widget_codes(struct page *page, const struct field *field, struct text chosen, const struct error *error)
{
	struct html *h = &page->html;
	int number = 0;
	widget_group_begin(page, field, error, true);
	html_begin_class(h, "div", "govuk-checkboxes govuk-checkboxes--small");
	for (const struct choice *choice = field->choices; choice->code != NULL; choice++)
		write_item(page, &(struct item){"checkbox", widget_id(page, field->name, ++number), text_from(choice->code),
			page_message(page, choice->label), field->name, has_code(chosen, choice->code)});
	html_end(h);
	widget_unknown_box(page, field, chosen);
	widget_group_end(page, true);
}

/* ---- references ---- */

enum { OPTIONS_MAXIMUM = 200 };

/* The first column of a list by which people look things up, so that choices stand in an order. */
static int order_of(const struct record *record)
{
	for (int i = 0; i < record->field_count; i++)
		if ((record->fields[i].flags & FIELD_LISTED) && (record->fields[i].type == FIELD_LINE || record->fields[i].type == FIELD_CODE))
			return i;
	return FIELD_ID;
}

/* Where the person is whom the form is about; else where the actor works. */
static struct text facility_of(struct page *page)
{
	const struct row *subject = NULL;
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (page->base_subject.length > 0 && query_peek(page->query, page->registry->subject, page->base_subject, &subject, &ignored) && subject)
		return row_text(subject, page->registry->subject_facility);
	return page->actor != NULL ? page->actor->facility : text_empty();
}

/* Rows to choose from, when they are few enough to be read. */
static bool options_of(struct page *page, const struct record *record, struct rows *out_rows)
{
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (record == NULL || page->query == NULL || record == page->registry->subject || !page_may_read(page, record))
		return false;
	struct selection selection = {.record = record, .limit = OPTIONS_MAXIMUM + 1, .order_field = order_of(record),
		.after = value_absent(), .after_id = text_empty(), .search = text_empty()};
	/* Rows of a file only when it is known whose; rows of a facility only of one. */
	if (record->person_field >= 0) {
		if (text_is_empty(page->base_subject))
			return false;
		selection.conditions[selection.condition_count++] = (struct condition)CONDITION_TEXT(record->person_field, page->base_subject);
	} else if (record->facility_field >= 0) { /* not the facilities themselves: a transfer names another one */
		struct text facility = facility_of(page);
		if (!text_is_empty(facility))
			selection.conditions[selection.condition_count++] = (struct condition)CONDITION_TEXT(record->facility_field, facility);
	}
	return query_list(page->query, &selection, out_rows, &ignored) && out_rows->count <= OPTIONS_MAXIMUM;
}

static void write_reference_line(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	struct html *h = &page->html;
	const struct record *record = registry_reference(page->registry, field);
	struct field hinted = *field;
	if (hinted.help == NULL)
		hinted.help = N_("Number, or enough of the name to mean only one");
	widget_group_begin(page, &hinted, error, false);
	html_void(h, "input");
	html_attribute_string(h, "class", error != NULL ? "govuk-input govuk-input--width-20 govuk-input--error"
							: "govuk-input govuk-input--width-20");
	html_attribute(h, "id", widget_id(page, field->name, 1));
	html_attribute_string(h, "name", field->name);
	html_attribute_string(h, "type", "text");
	html_attribute_string(h, "dir", "auto");
	widget_describe(page, &hinted, error);
	html_attribute(h, "value", value);
	if (identifier_is_valid(value) && record != NULL) {
		html_begin_class(h, "p", "govuk-body-s custos-quiet");
		html_element(h, "bdi", NULL, page_reference_title(page, record, value));
		html_end(h);
	}
	widget_unknown_box(page, field, value);
	widget_group_end(page, false);
}

void widget_references(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	const struct record *record = registry_reference(page->registry, field);
	struct rows rows = {0};
	if (!options_of(page, record, &rows)) {
		write_reference_line(page, field, value, error);
		return;
	}
	widget_group_begin(page, field, error, false);
	select_begin(page, field, error);
	bool found = value.length == 0;
	for (size_t i = 0; i < rows.count; i++) {
		bool chosen = text_equal(rows.items[i]->id, value);
		found = found || chosen;
		write_option(page, rows.items[i]->id, page_title(page, rows.items[i]), chosen);
	}
	if (field->flags & FIELD_MAY_BE_UNKNOWN)
		write_option(page, TEXT_OF("?"), T(page, N_("Not known")), text_equal_string(value, "?"));
	else if (!found)
		write_option(page, value, page_reference_title(page, record, value), true);
	html_end(&page->html);
	widget_group_end(page, false);
}

bool page_reference(struct page *page, const struct record *record, struct text typed, struct text *out_id)
{
	struct text wanted = text_trim(typed), identifier;
	struct error_list ignored;
	struct rows rows = {0};
	error_list_begin(&ignored, page->arena);
	if (wanted.length == 0 || record == NULL)
		return false;
	if (identifier_parse(page->arena, wanted, &identifier)) {
		*out_id = identifier;
		return true;
	}
	for (int i = 0; i < record->field_count; i++) {
		if (!(record->fields[i].flags & FIELD_UNIQUE) || field_is_integer(&record->fields[i]))
			continue;
		struct selection exact = {.record = record, .limit = 2, .order_field = FIELD_ID, .condition_count = 1,
			.conditions = {CONDITION_TEXT(i, wanted)}, .after = value_absent(), .after_id = text_empty(),
			.search = text_empty()};
		if (query_list(page->query, &exact, &rows, &ignored) && rows.count == 1) {
			*out_id = rows.items[0]->id;
			return true;
		}
	}
	struct selection search = {.record = record, .limit = 2, .order_field = FIELD_ID, .search = wanted,
		.after = value_absent(), .after_id = text_empty()};
	if (!query_list(page->query, &search, &rows, &ignored) || rows.count != 1)
		return false;
	*out_id = rows.items[0]->id;
	return true;
}
