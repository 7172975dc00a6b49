/* pages_admission_new.c - before a new file is opened: is this person known already? Then the file, then the admission. */
#include "areas/custody/pages_common.h"

enum same_reason { SAME_REASON_DOCUMENT = 1, SAME_REASON_BIRTH = 2, SAME_REASON_NAME = 4 };
enum { SAME_SHOWN = 30 };

struct same { const struct store_result *result; size_t row; unsigned reasons; };
struct same_list { struct same *items; size_t count; };

static struct text number_padded(struct page *page, struct text number)
{
	return number.length == 1 ? arena_format(page->arena, "0%.*s", TEXT_FORMAT(number)) : number;
}

/* "1991-03-03", "1991-03" or "1991" from the three fields; what is no date is left out of the search and said. */
static struct text asked_birth(struct page *page, bool *out_wrong)
{
	struct text year = text_trim(page_query(page, "year")), month = number_padded(page, text_trim(page_query(page, "month"))),
		day = number_padded(page, text_trim(page_query(page, "day")));
	struct date date;
	struct text text = text_is_empty(month) ? year : text_is_empty(day) ?
		arena_format(page->arena, "%.*s-%.*s", TEXT_FORMAT(year), TEXT_FORMAT(month)) :
		arena_format(page->arena, "%.*s-%.*s-%.*s", TEXT_FORMAT(year), TEXT_FORMAT(month), TEXT_FORMAT(day));
	*out_wrong = (!text_is_empty(year) || !text_is_empty(month) || !text_is_empty(day)) && !date_parse_partial(text, &date);
	return *out_wrong ? text_empty() : text;
}

/* ---- gathering ---- */

static void same_gather(struct page *page, struct same_list *list, const struct store_result *found, unsigned reason)
{
	struct same *items = ARENA_ARRAY(page->arena, struct same, list->count + found->rows + 1);
	for (size_t i = 0; i < list->count; i++)
		items[i] = list->items[i];
	list->items = items;
	for (size_t row = 0; row < found->rows; row++) {
		size_t at = 0;
		while (at < list->count && !text_equal(report_text(items[at].result, items[at].row, SAME_PERSON), report_text(found, row, SAME_PERSON)))
			at++;
		if (at == list->count)
			items[list->count++] = (struct same){ found, row, 0 };
		items[at].reasons |= reason;
	}
}

static int reason_weight(unsigned reasons)
{
	return (reasons & SAME_REASON_DOCUMENT ? 4 : 0) + (reasons & SAME_REASON_BIRTH ? 2 : 0) + (reasons & SAME_REASON_NAME ? 2 : 0);
}

/* The strongest first; equal ones stay in the order found. */
static void same_sort(struct same_list *list)
{
	for (size_t i = 1; i < list->count; i++) {
		struct same item = list->items[i];
		size_t at = i;
		for (; at > 0 && reason_weight(list->items[at - 1].reasons) < reason_weight(item.reasons); at--)
			list->items[at] = list->items[at - 1];
		list->items[at] = item;
	}
}

static bool same_find(struct page *page, struct text birth, struct same_list *out)
{
	struct error_list errors;
	struct store_result *found = ARENA_ARRAY(page->arena, struct store_result, 3);
	struct text none = text_empty();
	error_list_begin(&errors, page->arena);
	*out = (struct same_list){ NULL, 0 };
	if (!report_same(page->query, none, none, page_query(page, "document"), &found[0], &errors) ||
		!report_same(page->query, none, birth, none, &found[1], &errors) ||
		!report_same(page->query, page_query(page, "name"), none, none, &found[2], &errors)) {
		page_fail(page, &errors);
		return false;
	}
	same_gather(page, out, &found[0], SAME_REASON_DOCUMENT);
	same_gather(page, out, &found[1], SAME_REASON_BIRTH);
	same_gather(page, out, &found[2], SAME_REASON_NAME);
	same_sort(out);
	return true;
}

/* ---- the question ---- */

static void ask_line(struct page *page, const char *name, const char *label, const char *hint)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute_string(h, "for", name);
	html_text(h, page_message(page, label));
	html_end(h);
	html_begin_class(h, "div", "govuk-hint");
	html_attribute(h, "id", arena_format(page->arena, "%s-hint", name));
	html_text(h, page_message(page, hint));
	html_end(h);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-input govuk-input--width-20");
	html_attribute_string(h, "id", name);
	html_attribute_string(h, "name", name);
	html_attribute_string(h, "type", "text");
	html_attribute_string(h, "dir", "auto");
	html_attribute_string(h, "spellcheck", "false");
	html_attribute(h, "aria-describedby", arena_format(page->arena, "%s-hint", name));
	html_attribute(h, "value", page_query(page, name));
	html_end(h);
}

static void ask_part(struct page *page, const char *name, const char *label, const char *width)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-date-input__item");
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label govuk-date-input__label");
	html_attribute_string(h, "for", name);
	html_text(h, page_message(page, label));
	html_end(h);
	html_void(h, "input");
	html_attribute(h, "class", arena_format(page->arena, "govuk-input govuk-date-input__input govuk-input--width-%s", width));
	html_attribute_string(h, "id", name);
	html_attribute_string(h, "name", name);
	html_attribute_string(h, "type", "text");
	html_attribute_string(h, "inputmode", "numeric");
	html_attribute_string(h, "dir", "ltr");
	html_attribute(h, "value", page_query(page, name));
	html_end(h);
	html_end(h);
}

static void write_question(struct page *page)
{
	struct html *h = &page->html;
	html_begin(h, "form");
	html_attribute_string(h, "method", "get");
	html_attribute_string(h, "action", "/admission/new");
	html_attribute_string(h, "autocomplete", "off");
	ask_line(page, "name", N_("Name"), N_("Surname and given name as on the document, in any script"));
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "fieldset", "govuk-fieldset");
	html_attribute_string(h, "aria-describedby", "birth-hint");
	html_element(h, "legend", "govuk-fieldset__legend", T(page, N_("Date of birth")));
	html_begin_class(h, "div", "govuk-hint");
	html_attribute_string(h, "id", "birth-hint");
	html_text(h, T(page, N_("Leave empty what is not known. The year alone is enough.")));
	html_end(h);
	html_begin_class(h, "div", "govuk-date-input");
	ask_part(page, "day", N_("Day"), "2");
	ask_part(page, "month", N_("Month"), "2");
	ask_part(page, "year", N_("Year"), "4");
	html_end(h);
	html_end(h);
	html_end(h);
	ask_line(page, "document", N_("Number of a document or of an earlier file"), N_("Passport, identity card, fingerprint number, prison number"));
	html_begin_class(h, "button", "govuk-button");
	html_attribute_string(h, "type", "submit");
	html_text(h, T(page, N_("Look whether the person is known")));
	html_end(h);
	html_end(h);
}

/* ---- the answer ---- */

static void write_reasons(struct page *page, unsigned reasons)
{
	static const struct { unsigned bit; const char *words; } WORDS[] = { { SAME_REASON_DOCUMENT, N_("Same number") },
		{ SAME_REASON_BIRTH, N_("Same date of birth") }, { SAME_REASON_NAME, N_("A part of the name is the same") } };
	struct html *h = &page->html;
	html_begin_class(h, "ul", "govuk-list");
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (reasons & WORDS[i].bit)
			html_element(h, "li", NULL, page_message(page, WORDS[i].words));
	html_end(h);
}

static void write_same_do(struct page *page, const struct same *same)
{
	struct html *h = &page->html;
	struct text person = report_text(same->result, same->row, SAME_PERSON);
	struct text whereabouts = report_text(same->result, same->row, SAME_WHEREABOUTS);
	if (text_is_empty(whereabouts))
		html_text(h, T(page, N_("Ask headquarters to open the file to you")));
	else if (text_equal_string(whereabouts, "in") || text_equal_string(whereabouts, "out") || text_equal_string(whereabouts, "in_transit"))
		html_text(h, T(page, N_("In custody now: open the file, or use transfer")));
	else if (text_equal_string(whereabouts, "died"))
		html_text(h, T(page, N_("The death of this person is recorded")));
	else
		html_link(h, "govuk-link", path_do(page, person, &ACT_PERSON_ADMIT, NULL, text_empty(), text_empty()),
			T(page, N_("This is the person: admit")));
}

static void write_same_row(struct page *page, const struct same *same)
{
	struct html *h = &page->html;
	const struct store_result *result = same->result;
	struct text name = report_text(result, same->row, SAME_NAME), whole = report_text(result, same->row, SAME_WHOLE);
	struct date birth = report_date(result, same->row, SAME_BIRTH);
	widget_table_row(page);
	widget_table_cell_begin(page);
	if (text_is_empty(name))
		html_element(h, "span", "custos-withheld", T(page, N_("A file outside the facilities where you work")));
	else
		write_name_link(page, report_text(result, same->row, SAME_PERSON), name, "");
	if (!text_is_empty(whole) && !text_equal(whole, name)) {
		html_void(h, "br");
		html_element(h, "bdi", "custos-quiet", whole);
	}
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_code(page, report_text(result, same->row, SAME_NUMBER));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (birth.year)
		widget_date(page, birth);
	widget_table_cell_end(page);
	widget_table_cell(page, choice_label(page, &RECORD_PERSON, PERSON_WHEREABOUTS, report_text(result, same->row, SAME_WHEREABOUTS)));
	widget_table_cell_begin(page);
	write_reasons(page, same->reasons);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_same_do(page, same);
	widget_table_cell_end(page);
}

static void write_answer(struct page *page, const struct same_list *list)
{
	static const char *const HEADINGS[] = { N_("Name"), N_("Number"), N_("Date of birth"), N_("Where now"), N_("Why it may be the same person"),
		N_("What to do"), NULL };
	struct text new_file = path_with(page, TEXT_OF("/admission/register"), "name", page_query(page, "name"));
	new_file = path_with(page, new_file, "year", page_query(page, "year"));
	new_file = path_with(page, new_file, "month", page_query(page, "month"));
	new_file = path_with(page, new_file, "day", page_query(page, "day"));
	if (list->count == 0) {
		widget_heading(page, 2, T(page, N_("No file fits")));
		widget_paragraph(page, T(page, N_("Neither the number, nor the date of birth, nor the name stands in a file.")));
		widget_button_link(page, new_file, T(page, N_("Open a new file")), false);
		return;
	}
	widget_table_begin(page, page_count(page, N_("{count} file may be about this person"), N_("{count} files may be about this person"),
		(int64_t)list->count), HEADINGS);
	for (size_t i = 0; i < list->count && i < SAME_SHOWN; i++)
		write_same_row(page, &list->items[i]);
	widget_table_end(page);
	if (list->count > SAME_SHOWN)
		widget_paragraph(page, T(page, N_("Only the nearest thirty are shown. Add what else you know.")));
	widget_paragraph(page, T(page, N_("Compare photograph, marks and date of birth before you choose. Files are never merged; two files of one person can be linked later.")));
	widget_button_link(page, new_file, T(page, N_("None of them: open a new file")), true);
}

void page_admission_new(struct page *page)
{
	struct same_list list;
	bool wrong;
	struct text birth = asked_birth(page, &wrong);
	bool asked = !text_is_empty(page_query(page, "name")) || !text_is_empty(birth) || !text_is_empty(page_query(page, "document"));
	page->section = "admissions";
	if (asked && !same_find(page, birth, &list))
		return;
	page->caption = T(page, N_("Admission"));
	page_begin(page, T(page, N_("Is this person known already?")));
	if (wrong)
		widget_paragraph(page, T(page, N_("The date of birth is no date of the calendar. It was left out; correct it and look again.")));
	write_question(page);
	if (asked)
		write_answer(page, &list);
	page_end(page);
}

/* ---- a new file ---- */

static void set_input(struct row *row, const char *name, struct text value)
{
	int field = record_field(row->record, text_from(name));
	if (field >= 0 && !text_is_empty(value))
		row_set_text(row, field, value);
}

void page_register(struct page *page)
{
	struct row *defaults = row_new(page->arena, ACT_PERSON_REGISTER.input_record);
	struct text rest = page_query(page, "name"), word;
	bool wrong;
	page->section = "admissions";
	page->caption = T(page, N_("Admission, new file"));
	page->back = TEXT_OF("/admission/new");
	static const char *const PARTS[] = { "surname", "given", "patronymic" };
	for (size_t i = 0; i < 3 && text_next(&rest, ' ', &word); i++)
		set_input(defaults, PARTS[i], word);
	set_input(defaults, "birth_date", asked_birth(page, &wrong));
	page_act(page, TEXT_OF("person.register"), defaults, TEXT_OF("/people/{id}/do/person.admit"));
}
