/* pages_visits.c - visits of one day of a facility with one form for what came of several of them; a sheet for the gate; one visit; who has none. */
#include "areas/contact/pages_common.h"

enum { CLOSE_INPUTS = 12, NONE_DAYS = 30 };

struct visit_board {
	const struct row *facility;
	struct text id;
	struct date day;
	struct rows visits, asked, limits;
};

static bool board_read(struct page *page, struct visit_board *out)
{
	page->section = "visits";
	*out = (struct visit_board){ 0 };
	out->id = page_facility(page, &out->facility);
	if (text_is_empty(out->id))
		return false;
	if (!date_parse(page_query(page, "day"), &out->day))
		out->day = page_today(page, out->id);
	struct text zone = row_text(out->facility, FACILITY_ZONE);
	const struct condition day[] = { CONDITION_TEXT(VISIT_FACILITY, out->id),
		{ .field = VISIT_PLANNED_AT, .comparison = GREATER_OR_EQUAL, .value = value_integer(zone_moment(zone, out->day, 0)) },
		{ .field = VISIT_PLANNED_AT, .comparison = LESS, .value = value_integer(zone_moment(zone, date_add_days(out->day, 1), 0)) } };
	const struct condition asked[] = { CONDITION_TEXT(VISIT_FACILITY, out->id), CONDITION_TEXT(VISIT_STATE, TEXT_OF("asked")) };
	const struct condition limits[] = { CONDITION_TEXT(CONTACT_LIMIT_FACILITY, out->id), CONDITION_TEXT(CONTACT_LIMIT_STATE, TEXT_OF("in_force")),
		{ .field = CONTACT_LIMIT_ENDS, .comparison = GREATER, .value = value_integer(page->now) } };
	return rows_where(page, &RECORD_VISIT, day, 3, VISIT_PLANNED_AT, false, &out->visits) &&
		rows_where(page, &RECORD_VISIT, asked, 2, VISIT_ASKED_AT, false, &out->asked) &&
		rows_where(page, &RECORD_CONTACT_LIMIT, limits, 3, CONTACT_LIMIT_ENDS, false, &out->limits);
}

/* Boxes of one name arrive as their values with spaces between. */
static bool is_ticked(const struct page *page, struct text id)
{
	struct text rest = page_form(page, "visit"), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal(one, id))
			return true;
	return false;
}

static void write_tick(struct page *page, const struct row *visit)
{
	struct html *h = &page->html;
	struct text id = arena_format(page->arena, "tick-%.*s", TEXT_FORMAT(visit->id));
	html_begin_class(h, "div", "govuk-checkboxes govuk-checkboxes--small");
	html_begin_class(h, "div", "govuk-checkboxes__item");
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-checkboxes__input");
	html_attribute_string(h, "type", "checkbox");
	html_attribute_string(h, "name", "visit");
	html_attribute(h, "value", visit->id);
	html_attribute(h, "id", id);
	if (is_ticked(page, visit->id))
		html_attribute_string(h, "checked", "checked");
	html_begin_class(h, "label", "govuk-label govuk-checkboxes__label");
	html_attribute(h, "for", id);
	widget_moment(page, row_moment(visit, VISIT_PLANNED_AT));
	html_element(h, "span", "govuk-visually-hidden", arena_format(page->arena, " %.*s", TEXT_FORMAT(row_text(visit, VISIT_VISITOR))));
	html_end(h);
	html_end(h);
	html_end(h);
}

static const char *state_colour(const struct row *visit)
{
	return visit_is_open(visit) ? "blue" : row_is(visit, VISIT_STATE, "held") ? "green" : visit_failed_by_prison(row_text(visit, VISIT_STATE)) ? "red" : "grey";
}

static void write_visit(struct page *page, const struct row *visit, bool may_close)
{
	struct html *h = &page->html;
	widget_table_row(page);
	widget_table_cell_begin(page);
	if (may_close && visit_is_open(visit))
		write_tick(page, visit);
	else
		widget_moment(page, row_moment(visit, VISIT_PLANNED_AT));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_value(page, visit, VISIT_PERSON);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", path_of(page, "visit", visit->id));
	html_element(h, "bdi", NULL, row_text(visit, VISIT_VISITOR));
	html_end(h);
	html_void(h, "br");
	write_choice(page, &RECORD_VISIT, VISIT_CLASS, row_text(visit, VISIT_CLASS));
	if (row_has(visit, VISIT_RELATION)) {
		html_text(h, TEXT_OF(" · "));
		html_element(h, "bdi", NULL, row_text(visit, VISIT_RELATION));
	}
	if (row_integer(visit, VISIT_CHILDREN, 0) > 0) {
		html_text(h, TEXT_OF(" · "));
		html_text(h, page_count(page, N_("{count} child"), N_("{count} children"), row_integer(visit, VISIT_CHILDREN, 0)));
	}
	widget_table_cell_end(page);
	widget_table_cell(page, page_value(page, &RECORD_VISIT.fields[VISIT_SETTING], row_value(visit, VISIT_SETTING)));
	widget_table_cell_begin(page);
	widget_tag(page, state_colour(visit), page_value(page, &RECORD_VISIT.fields[VISIT_STATE], row_value(visit, VISIT_STATE)));
	widget_table_cell_end(page);
}

/* What came of all that are ticked; the words are those of the verb's own form, which asks the rest. */
static void write_close_form(struct page *page, const struct error_list *errors)
{
	static const char *const NAMES[] = { "outcome", "watched", "identity_seen", "search", "search_agreed", "note" };
	const struct record *inputs = ACT_VISIT_CLOSE.input_record;
	widget_heading(page, 2, T(page, N_("What came of the visits ticked")));
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
		const struct field *field = &inputs->fields[record_field(inputs, text_from(NAMES[i]))];
		widget_field(page, field, value_absent(), page_form(page, field->name), errors);
	}
	widget_form_end(page, N_("Write down"));
}

static void write_head(struct page *page, const struct visit_board *board)
{
	struct text day = date_text(page->arena, board->day);
	actions_begin(page);
	action_page(page, arena_string(page->arena, path_with(page, path_with(page, TEXT_OF("/visits/sheet"), "day", day), "facility", board->id)), N_("Sheet for the gate"), true);
	action_page(page, arena_string(page->arena, path_with(page, TEXT_OF("/visits/without"), "facility", board->id)), N_("Who has had no contact"), false);
	actions_end(page);
	filters_begin(page, N_("Choose a day"));
	widget_hidden(page, "facility", board->id);
	filters_date(page, "day", N_("Day"), day);
	filters_end(page);
}

static void write_board(struct page *page, const struct visit_board *board, const struct error_list *errors)
{
	static const char *const HEADINGS[] = { N_("Time"), N_("Person"), N_("Visitor"), N_("How they meet"), N_("State"), NULL };
	static const int ASKED[] = { VISIT_VISITOR, VISIT_PERSON, VISIT_CLASS, VISIT_ASKED_AT, -1 };
	static const int LIMITS[] = { CONTACT_LIMIT_PERSON, CONTACT_LIMIT_MEASURE, CONTACT_LIMIT_MEANS, CONTACT_LIMIT_CONTACT, CONTACT_LIMIT_ENDS, -1 };
	bool may_close = page_may_act(page, &ACT_VISIT_CLOSE), any_open = false;
	for (size_t i = 0; i < board->visits.count; i++)
		any_open |= visit_is_open(board->visits.items[i]);
	may_close &= any_open;
	page->caption = row_text(board->facility, FACILITY_NAME);
	page->wide = true;
	if (errors->count > 0)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Visits")));
	write_head(page, board);
	if (board->visits.count == 0) {
		widget_empty(page, N_("No visit is booked for this day."), N_("Find the person to book one"), TEXT_OF("/people"));
	} else {
		if (may_close)
			widget_form_begin(page, text_empty(), false);
		widget_table_begin(page, page_count(page, N_("{count} visit"), N_("{count} visits"), (int64_t)board->visits.count), HEADINGS);
		for (size_t i = 0; i < board->visits.count; i++)
			write_visit(page, board->visits.items[i], may_close);
		widget_table_end(page);
		if (may_close)
			write_close_form(page, errors);
	}
	rows_table(page, N_("Asked for, no time yet"), &board->asked, ASKED, N_("Nobody waits for a time."));
	rows_table(page, N_("Limits on contact in force"), &board->limits, LIMITS, N_("No contact is limited here."));
	page_end(page);
}

void page_visits(struct page *page)
{
	struct visit_board board;
	struct error_list none;
	error_list_begin(&none, page->arena);
	if (board_read(page, &board))
		write_board(page, &board, &none);
}

/* One command a visit: each has an own receipt, and one that cannot be written does not hold up those before it. */
static size_t close_ticked(struct page *page, struct outcome *out_outcome, struct error_list *errors)
{
	static const char *const NAMES[] = { "outcome", "watched", "identity_seen", "search", "search_agreed", "note" };
	struct text rest = page_form(page, "visit"), one;
	size_t ticked = 0;
	while (text_next(&rest, ' ', &one) && errors->count == 0) {
		struct pair inputs[CLOSE_INPUTS], *next = inputs;
		ticked++;
		*next++ = (struct pair){ TEXT_OF("visit"), one };
		for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
			if (page_form(page, NAMES[i]).length > 0)
				*next++ = (struct pair){ text_from(NAMES[i]), page_form(page, NAMES[i]) };
		struct command command = { .act = text_from(ACT_VISIT_CLOSE.name), .inputs = inputs, .input_count = (size_t)(next - inputs) };
		command_run(page->service, page->arena, page->actor, &command, out_outcome, errors);
	}
	return ticked;
}

void page_visits_post(struct page *page)
{
	struct visit_board board;
	struct error_list errors;
	struct outcome outcome = { 0 };
	error_list_begin(&errors, page->arena);
	if (close_ticked(page, &outcome, &errors) == 0)
		error_say(&errors, E_REQUIRED, "/visit", N_("Tick at least one visit"));
	if (errors.count == 0) {
		struct text day = page_query(page, "day");
		page_redirect(page, page_done(page, text_is_empty(day) ? page->request->path : path_with(page, page->request->path, "day", day),
			text_from(ACT_VISIT_CLOSE.name), &outcome));
		return;
	}
	if (board_read(page, &board))
		write_board(page, &board, &errors);
}

void page_visits_sheet(struct page *page)
{
	static const int COLUMNS[] = { VISIT_PLANNED_AT, VISIT_PERSON, VISIT_VISITOR, VISIT_RELATION, VISIT_CHILDREN, VISIT_CLASS, VISIT_SETTING, VISIT_STATE, -1 };
	static const char *const SIGNATURES[] = { N_("Signature of the officer"), NULL };
	struct visit_board board;
	if (!board_read(page, &board))
		return;
	page->back = path_with(page, TEXT_OF("/visits"), "day", date_text(page->arena, board.day));
	sheet_begin(page, page_message_with(page, N_("Visits on {date}"), "date", page_date(page, board.day), NULL), board.facility);
	sheet_table(page, N_("Visits"), &board.visits, COLUMNS, N_("No visit is booked for this day."));
	widget_paragraph(page, T(page, N_("Visitors are searched only when they agree. Lawyers, consulates, representatives of a religion and inspectors are never overheard.")));
	sheet_end(page, SIGNATURES);
}

void page_visit(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_VISIT_CLOSE, &ACT_VISIT_SCHEDULE };
	const struct row *visit = row_open(page, &RECORD_VISIT, "visits");
	if (!visit)
		return;
	page->back = TEXT_OF("/visits");
	page->back_label = T(page, N_("Visits"));
	page->caption = page_value(page, &RECORD_VISIT.fields[VISIT_CLASS], row_value(visit, VISIT_CLASS));
	page_begin(page, T(page, N_("Visit")));
	actions_begin(page);
	for (size_t i = 0; visit_is_open(visit) && i < sizeof ACTS / sizeof *ACTS; i++)
		action_link(page, ACTS[i], path_do(page, text_empty(), ACTS[i], "visit", visit->id, page->request->path), i == 0);
	actions_end(page);
	contact_summary(page, visit, VISIT_CLASS);
	page_end(page);
}

/* ---- who has had no contact ---- */

static void write_without(struct page *page, const struct store_result *people, size_t row)
{
	int64_t visit = store_cell(people, row, WITHOUT_VISIT).integer, other = store_cell(people, row, WITHOUT_OTHER).integer;
	widget_table_row(page);
	widget_table_cell_begin(page);
	write_name_link(page, store_cell(people, row, WITHOUT_PERSON).text, store_cell(people, row, WITHOUT_NAME).text, "/visits");
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_code(page, store_cell(people, row, WITHOUT_NUMBER).text);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (visit > other || other > 0)
		widget_moment(page, visit > other ? visit : other);
	else
		html_text(&page->html, T(page, N_("Never here")));
	widget_table_cell_end(page);
}

void page_visits_without(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Prison number"), N_("Last contact with family or friends"), NULL };
	const struct row *facility = NULL;
	struct store_result people;
	struct error_list errors;
	page->section = "visits";
	struct text id = page_facility(page, &facility);
	if (text_is_empty(id))
		return;
	int64_t days = page_parameter(page, facility, "contact.none_days", NONE_DAYS);
	error_list_begin(&errors, page->arena);
	if (!report_without_contact(page->query, id, page->now - days * MOMENT_DAY, &people, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->back = TEXT_OF("/visits");
	page->back_label = T(page, N_("Visits"));
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Who has had no contact")));
	widget_paragraph(page, page_message_with(page, N_("No visit, letter or call of family or friends, and no offer of one, in the last {days} days ({source})."), "days",
		format_integer(page->language, page->arena, days), "source", page_parameter_source(page, "contact.none_days"), NULL));
	if (people.rows == 0) {
		widget_empty(page, N_("Everybody here has had contact or the offer of it."), N_("Visits of today"), TEXT_OF("/visits"));
		page_end(page);
		return;
	}
	widget_table_begin(page, page_count(page, N_("{count} person without contact"), N_("{count} people without contact"), (int64_t)people.rows), HEADINGS);
	for (size_t row = 0; row < people.rows; row++)
		write_without(page, &people, row);
	widget_table_end(page);
	if (people.rows == REPORT_WITHOUT_MOST)
		widget_paragraph(page, T(page, N_("More people have had none; these have waited longest.")));
	page_end(page);
}
