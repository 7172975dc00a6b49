/* pages_search.c - finding people by number and by name in any script, and places by code. */
#include "areas/custody/pages_common.h"

enum { PAGE_LENGTH = REPORT_WHERE_MAXIMUM };

struct finding { struct rows people; bool more; };

static struct selection people_selection(struct page *page, struct text facility)
{
	struct selection selection = { .record = &RECORD_PERSON, .order_field = PERSON_DISPLAY_NAME, .limit = PAGE_LENGTH + 1 };
	struct text status = page_query(page, "status"), whereabouts = page_query(page, "whereabouts");
	if (!text_is_empty(facility))
		selection.conditions[selection.condition_count++] = (struct condition)CONDITION_TEXT(PERSON_CURRENT_FACILITY, facility);
	if (field_choice(&RECORD_PERSON.fields[PERSON_LEGAL_STATUS], status))
		selection.conditions[selection.condition_count++] = (struct condition)CONDITION_TEXT(PERSON_LEGAL_STATUS, status);
	if (field_choice(&RECORD_PERSON.fields[PERSON_WHEREABOUTS], whereabouts))
		selection.conditions[selection.condition_count++] = (struct condition)CONDITION_TEXT(PERSON_WHEREABOUTS, whereabouts);
	return selection;
}

static bool rows_have(const struct rows *rows, struct text id)
{
	for (size_t i = 0; i < rows->count; i++)
		if (text_equal(rows->items[i]->id, id))
			return true;
	return false;
}

static void rows_join(struct arena *arena, struct rows *into, const struct rows *more)
{
	struct row **items = ARENA_ARRAY(arena, struct row *, into->count + more->count + 1);
	for (size_t i = 0; i < into->count; i++)
		items[i] = into->items[i];
	for (size_t i = 0; i < more->count; i++)
		items[into->count + i] = more->items[i];
	*into = (struct rows){ items, into->count + more->count };
}

/* People with these identifiers who are not among those found already. */
static bool find_by_ids(struct page *page, struct text facility, const struct value *ids, size_t count, struct rows *into,
	struct error_list *errors)
{
	struct selection selection = people_selection(page, facility);
	struct rows more;
	if (count == 0)
		return true;
	selection.conditions[selection.condition_count++] = (struct condition){ .field = FIELD_ID, .comparison = IN, .list = ids, .list_count = count };
	if (!query_list(page->query, &selection, &more, errors))
		return false;
	rows_join(page->arena, into, &more);
	return true;
}

/* Names as on documents, in any script, former ones and aliases too. */
static bool find_by_names(struct page *page, struct text facility, struct text words, struct rows *into, struct error_list *errors)
{
	struct selection names = { .record = &RECORD_PERSON_NAME, .search = words, .order_field = FIELD_ID, .limit = 2 * PAGE_LENGTH };
	struct rows rows;
	if (!page_may_read(page, &RECORD_PERSON_NAME))
		return true;
	if (!query_list(page->query, &names, &rows, errors))
		return false;
	struct value *ids = ARENA_ARRAY(page->arena, struct value, rows.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < rows.count && count < PAGE_LENGTH; i++) {
		struct text person = row_text(rows.items[i], PERSON_NAME_PERSON);
		bool known = rows_have(into, person);
		for (size_t j = 0; j < count && !known; j++)
			known = text_equal(ids[j].text, person);
		if (!known)
			ids[count++] = value_text(person);
	}
	return find_by_ids(page, facility, ids, count, into, errors);
}

static bool find_people(struct page *page, struct text facility, struct text words, struct finding *out)
{
	struct error_list errors;
	struct selection selection = people_selection(page, facility);
	error_list_begin(&errors, page->arena);
	selection.search = words;
	if (text_is_empty(words)) {
		selection.after = value_text(page_query(page, "after"));
		selection.after_id = page_query(page, "after_id");
	}
	if (!query_list(page->query, &selection, &out->people, &errors) ||
		(!text_is_empty(words) && !find_by_names(page, facility, words, &out->people, &errors))) {
		page_fail(page, &errors);
		return false;
	}
	out->more = out->people.count > PAGE_LENGTH;
	if (out->more)
		out->people.count = PAGE_LENGTH;
	return true;
}

/* ---- the list ---- */

static struct text where_of(const struct store_result *where, const struct row *person)
{
	for (size_t i = 0; i < where->rows; i++)
		if (text_equal(report_text(where, i, WHERE_PERSON), person->id))
			return report_text(where, i, WHERE_CODE);
	return text_empty();
}

static void write_person_row(struct page *page, const struct row *person, const struct store_result *where)
{
	struct html *h = &page->html;
	struct text place = where_of(where, person);
	bool in = row_is(person, PERSON_WHEREABOUTS, "in");
	widget_table_row(page);
	widget_table_link(page, path_subject(page, person->id, ""), row_text(person, PERSON_DISPLAY_NAME));
	widget_table_cell_begin(page);
	write_code(page, row_text(person, PERSON_NUMBER));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_value(page, person, PERSON_BIRTH_DATE);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (in && !text_is_empty(place))
		widget_code(page, place);
	else if (in)
		html_text(h, T(page, N_("In the facility, no place yet")));
	else
		widget_value(page, person, PERSON_WHEREABOUTS);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_value(page, person, PERSON_LEGAL_STATUS);
	widget_table_cell_end(page);
	widget_table_cell(page, release_words(page, row_text(person, PERSON_RELEASE_DATE_KIND), row_date(person, PERSON_RELEASE_DATE)));
}

static void write_people(struct page *page, const struct rows *people, const struct store_result *where)
{
	static const char *const HEADINGS[] = { N_("Name"), N_("Number"), N_("Date of birth"), N_("Where"), N_("Legal status"), N_("Release"), NULL };
	widget_table_begin(page, T(page, N_("People")), HEADINGS);
	for (size_t i = 0; i < people->count; i++)
		write_person_row(page, people->items[i], where);
	widget_table_end(page);
}

static bool read_where(struct page *page, const struct rows *people, struct store_result *out)
{
	struct text ids[PAGE_LENGTH];
	struct error_list errors;
	size_t count = 0;
	error_list_begin(&errors, page->arena);
	for (; count < people->count && count < PAGE_LENGTH; count++)
		ids[count] = people->items[count]->id;
	if (report_where(page->query, ids, count, out, &errors))
		return true;
	page_fail(page, &errors);
	return false;
}

/* ---- filter ---- */

static void filter_select(struct page *page, const char *name, const char *label, const struct choice *choices)
{
	struct html *h = &page->html;
	struct text chosen = page_query(page, name), id = arena_format(page->arena, "filter-%s", name);
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute(h, "for", id);
	html_text(h, page_message(page, label));
	html_end(h);
	html_begin_class(h, "select", "govuk-select");
	html_attribute(h, "id", id);
	html_attribute_string(h, "name", name);
	html_begin(h, "option");
	html_attribute_string(h, "value", "");
	html_text(h, T(page, N_("Any")));
	html_end(h);
	for (; choices->code; choices++) {
		html_begin(h, "option");
		html_attribute_string(h, "value", choices->code);
		html_flag(h, "selected", text_equal_string(chosen, choices->code));
		html_text(h, page_message(page, choices->label));
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void filter_words(struct page *page, const char *label)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute_string(h, "for", "filter-q");
	html_text(h, page_message(page, label));
	html_end(h);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-input");
	html_attribute_string(h, "id", "filter-q");
	html_attribute_string(h, "name", "q");
	html_attribute_string(h, "type", "search");
	html_attribute_string(h, "dir", "auto");
	html_attribute_string(h, "spellcheck", "false");
	html_attribute(h, "value", page_query(page, "q"));
	html_end(h);
}

static void write_filter(struct page *page, bool choices)
{
	struct html *h = &page->html;
	html_begin_class(h, "form", "custos-filter");
	html_attribute_string(h, "method", "get");
	html_attribute(h, "action", page->request->path);
	html_attribute_string(h, "role", "search");
	html_attribute(h, "aria-label", T(page, N_("Find people")));
	html_begin_class(h, "div", "custos-filter__fields");
	filter_words(page, N_("Name or number"));
	if (choices) {
		filter_select(page, "status", N_("Legal status"), LEGAL_STATUS_CHOICES);
		filter_select(page, "whereabouts", N_("Where now"), WHEREABOUTS_CHOICES);
	}
	html_begin_class(h, "button", "govuk-button govuk-button--secondary");
	html_attribute_string(h, "type", "submit");
	html_text(h, T(page, N_("Find")));
	html_end(h);
	html_end(h);
	html_end(h);
}

static void write_next(struct page *page, const struct finding *finding, struct text words)
{
	struct html *h = &page->html;
	if (!finding->more)
		return;
	if (!text_is_empty(words)) {
		widget_paragraph(page, T(page, N_("There are more. Add a letter of the name, or the number.")));
		return;
	}
	const struct row *last = finding->people.items[finding->people.count - 1];
	struct text path = path_with(page, TEXT_OF("/people"), "status", page_query(page, "status"));
	path = path_with(page, path, "whereabouts", page_query(page, "whereabouts"));
	path = path_with(page, path, "facility", page_query(page, "facility"));
	path = path_with(page, path, "after", row_text(last, PERSON_DISPLAY_NAME));
	html_begin_class(h, "nav", "custos-pages");
	html_attribute(h, "aria-label", T(page, N_("Pages of the list")));
	html_begin_class(h, "a", "govuk-link custos-pages__next");
	html_attribute(h, "href", path_with(page, path, "after_id", last->id));
	html_attribute_string(h, "rel", "next");
	html_text(h, T(page, N_("Next page")));
	html_end(h);
	html_end(h);
}

void page_people(struct page *page)
{
	struct finding finding = { .more = false };
	struct store_result where;
	const struct row *facility = NULL;
	struct text words = page_query(page, "q");
	page->section = "people";
	struct text scope = page_facility(page, &facility);
	if (text_is_empty(scope) || !find_people(page, scope, words, &finding) || !read_where(page, &finding.people, &where))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("People")));
	actions_begin(page);
	if (page_may_act(page, &ACT_PERSON_REGISTER))
		widget_button_link(page, TEXT_OF("/admission"), T(page, N_("Admit a person")), false);
	actions_end(page);
	write_filter(page, true);
	if (finding.people.count == 0) {
		widget_empty(page, N_("Nobody in this facility fits."), N_("Search in all facilities where you work"),
			path_with(page, TEXT_OF("/search"), "q", words));
	} else {
		list_count(page, finding.more ? T(page, N_("Part of the list")) :
			page_count(page, N_("{count} person"), N_("{count} people"), (int64_t)finding.people.count));
		write_people(page, &finding.people, &where);
		write_next(page, &finding, words);
	}
	page_end(page);
}

/* ---- the search of the header ---- */

static bool find_places(struct page *page, struct text words, struct rows *out)
{
	struct selection selection = { .record = &RECORD_PLACE, .search = words, .order_field = PLACE_CODE, .limit = 20 };
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	*out = (struct rows){ NULL, 0 };
	if (!page_may_read(page, &RECORD_PLACE) || query_list(page->query, &selection, out, &errors))
		return true;
	page_fail(page, &errors);
	return false;
}

/* A whole number typed at the gate leads straight to the person. */
static bool go_to_only(struct page *page, const struct finding *finding, struct text words)
{
	if (finding->people.count != 1 || !text_equal_ignoring_case(row_text(finding->people.items[0], PERSON_NUMBER), words))
		return false;
	page_redirect(page, path_subject(page, finding->people.items[0]->id, ""));
	return true;
}

static void write_found(struct page *page, const struct finding *finding, const struct store_result *where, const struct rows *places)
{
	static const int PLACE_COLUMNS[] = { PLACE_CODE, PLACE_NAME, PLACE_KIND, PLACE_FACILITY, -1 };
	if (finding->people.count > 0) {
		write_people(page, &finding->people, where);
		write_next(page, finding, page_query(page, "q"));
	}
	if (places->count > 0)
		rows_table(page, N_("Places"), places, PLACE_COLUMNS, N_("No place fits."));
	if (finding->people.count > 0 || places->count > 0)
		return;
	widget_paragraph(page, T(page, N_("Nobody and no place fits in the facilities where you work.")));
	widget_paragraph(page, T(page, N_("Try the beginning of the surname in the script of the document, the number on the file, or the code of a cell.")));
	if (page_may_act(page, &ACT_PERSON_REGISTER))
		widget_button_link(page, path_with(page, TEXT_OF("/admission"), "name", page_query(page, "q")), T(page, N_("Admit a person")), true);
}

void page_search(struct page *page)
{
	struct finding finding = { .more = false };
	struct store_result where = { 0 };
	struct rows places = { NULL, 0 };
	struct text words = text_trim(page_query(page, "q"));
	page->section = "people";
	if (!text_is_empty(words) && (!find_people(page, text_empty(), words, &finding) || go_to_only(page, &finding, words) ||
		!read_where(page, &finding.people, &where) || !find_places(page, words, &places)))
		return;
	page_begin(page, T(page, N_("Find a person or place")));
	write_filter(page, false);
	if (text_is_empty(words))
		widget_paragraph(page, T(page, N_("Type the beginning of a name in any script, a number, or the code of a place.")));
	else {
		write_found(page, &finding, &where, &places);
		search_sections(page, words);
	}
	page_end(page);
}
