/* pages_known.c - is this person known already? Before a new file is opened, beside a search, and for a file that is open. */
#include "areas/identity/pages_likeness.h"

enum { ASKED_MOST = 20, SEARCH_MOST = 10 };

/* ---- the question ---- */

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
	html_attribute_string(h, "action", "/admission");
	html_attribute_string(h, "autocomplete", "off");
	ask_line(page, "name", N_("Name"), N_("As the person says it or as on the document, in any script. Add the father's name if you know it"));
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

struct answer { struct names_candidates found; size_t shown; struct names_candidate by_number; bool has_number; };

static bool find_number(struct page *page, struct text number, struct answer *answer, struct error_list *errors)
{
	struct text person;
	struct error_list refusal;
	if (!report_by_number(page->query, number, &person, errors))
		return false;
	answer->has_number = !text_is_empty(person);
	answer->by_number = (struct names_candidate){ .id = person };
	error_list_begin(&refusal, page->arena);
	if (!answer->has_number || query_load(page->query, &RECORD_PERSON, person, &answer->by_number.row, &refusal))
		return true;
	answer->by_number.row = NULL;
	return true;
}

static bool find(struct page *page, struct text birth, struct answer *answer)
{
	const struct asked asked = { .name = page_query(page, "name"), .birth = birth, .document = page_query(page, "document") };
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	*answer = (struct answer){ .has_number = false };
	if (!find_number(page, asked.document, answer, &errors) ||
		!names_find(page->query, &NAMES_OF_PEOPLE, asked_entry(page->arena, &asked), ASKED_MOST, &answer->found, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	answer->shown = shown_candidates(&answer->found, !text_is_empty(page_query(page, "all")));
	return true;
}

static struct text same_question(struct page *page, struct text path)
{
	static const char *const NAMES[] = { "name", "year", "month", "day" };
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
		path = path_with(page, path, NAMES[i], page_query(page, NAMES[i]));
	return path;
}

static void write_weaker(struct page *page, const struct answer *answer, struct text path)
{
	if (answer->found.count == answer->shown)
		return;
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", path_with(page, path, "all", TEXT_OF("1")), T(page, N_("Show weaker likenesses too")));
	html_end(&page->html);
}

static void write_answer(struct page *page, const struct answer *answer)
{
	struct text new_file = same_question(page, TEXT_OF("/admission/register"));
	size_t files = answer->shown + answer->has_number;
	if (!answer->found.ready)
		write_not_ready(page);
	if (files == 0) {
		widget_heading(page, 2, T(page, N_("No file fits")));
		widget_paragraph(page, T(page, N_("Nobody in the register has a name, date of birth or number that comes near, in any script.")));
		write_weaker(page, answer, path_with(page, same_question(page, TEXT_OF("/admission")), "document", page_query(page, "document")));
		widget_button_link(page, new_file, T(page, N_("Open a new file")), false);
		return;
	}
	widget_heading(page, 2, page_count(page, N_("{count} file may be about this person"), N_("{count} files may be about this person"), (int64_t)files));
	if (answer->has_number)
		write_candidate(page, &answer->by_number, text_empty(), true, 3);
	for (size_t i = 0; i < answer->shown; i++)
		if (!answer->has_number || !text_equal(answer->found.items[i].id, answer->by_number.id))
			write_candidate(page, &answer->found.items[i], text_empty(), false, 3);
	write_weaker(page, answer, path_with(page, same_question(page, TEXT_OF("/admission")), "document", page_query(page, "document")));
	widget_paragraph(page, T(page, N_("Compare photograph, marks and date of birth before you choose. Files are never merged; two files of one person can be linked later.")));
	widget_button_link(page, new_file, T(page, N_("None of them: open a new file")), true);
}

void page_known(struct page *page)
{
	struct answer answer;
	bool wrong;
	struct text birth = asked_birth(page, &wrong);
	bool asked = !text_is_empty(page_query(page, "name")) || !text_is_empty(birth) || !text_is_empty(page_query(page, "document"));
	page->section = "admissions";
	if (asked && !find(page, birth, &answer))
		return;
	page->caption = T(page, N_("Admission"));
	page_begin(page, T(page, N_("Is this person known already?")));
	if (wrong)
		widget_paragraph(page, T(page, N_("The date of birth is no date of the calendar. It was left out; correct it and look again.")));
	write_question(page);
	if (asked)
		write_answer(page, &answer);
	page_end(page);
}

/* ---- beside a search ---- */

/* The page has begun: a fault of reading here leaves the section out. */
void search_likenesses(struct page *page, struct text words)
{
	const struct asked asked = { .name = words };
	struct names_candidates found;
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (!names_find(page->query, &NAMES_OF_PEOPLE, asked_entry(page->arena, &asked), SEARCH_MOST, &found, &ignored) || !found.ready)
		return;
	size_t shown = shown_candidates(&found, false);
	if (shown == 0)
		return;
	widget_heading(page, 2, T(page, N_("Names that sound or look alike, in any script")));
	for (size_t i = 0; i < shown; i++)
		write_candidate(page, &found.items[i], text_empty(), false, 3);
}

/* ---- other files of one person ---- */

void page_others(struct page *page)
{
	const struct row *person = subject_open(page);
	struct error_list errors;
	struct names_candidates found = { .ready = false };
	error_list_begin(&errors, page->arena);
	if (!person)
		return;
	const struct match_entry *entry = names_entry(query_connection(page->query), page->arena, &NAMES_OF_PEOPLE, person->id, &errors);
	if (errors.count > 0 || (entry && !names_find(page->query, &NAMES_OF_PEOPLE, entry, ASKED_MOST, &found, &errors))) {
		page_fail(page, &errors);
		return;
	}
	size_t others = 0;
	for (size_t i = 0; i < found.count; i++)
		if (!text_equal(found.items[i].id, person->id))
			found.items[others++] = found.items[i];
	found.count = others;
	size_t shown = shown_candidates(&found, !text_is_empty(page_query(page, "all")));
	page_begin(page, T(page, N_("Other files that may be about this person")));
	if (!found.ready)
		write_not_ready(page);
	else if (shown == 0)
		widget_paragraph(page, T(page, N_("No other file comes near, in any script.")));
	for (size_t i = 0; i < shown; i++)
		write_candidate(page, &found.items[i], person->id, false, 2);
	if (shown < others) {
		html_begin_class(&page->html, "p", "govuk-body");
		html_link(&page->html, "govuk-link", arena_format(page->arena, "/people/%.*s/others?all=1", TEXT_FORMAT(person->id)),
			T(page, N_("Show weaker likenesses too")));
		html_end(&page->html);
	}
	page_end(page);
}
