/* pages_separations.c - everybody who is apart in a facility, and one form to write what happened with several of them at once. */
#include "areas/rights/pages_common.h"

#include <stdlib.h>

enum { SHOWN_MOST = 200, ENTRY_INPUTS = 6 };

struct board {
	const struct row *facility;
	struct text id;
	struct separated *people;
	size_t count;
};

static int compare_places(const void *left, const void *right)
{
	const struct separated *first = left, *second = right;
	return text_compare(first->place, second->place);
}

static bool board_read(struct page *page, struct board *out)
{
	const struct condition running = CONDITION_TEXT(SEPARATION_STATE, TEXT_OF("running"));
	struct rows rows;
	page->section = "separations";
	*out = (struct board){ 0 };
	out->id = page_facility(page, &out->facility);
	if (text_is_empty(out->id) || !rows_where(page, &RECORD_SEPARATION, &running, 1, SEPARATION_STARTS, false, &rows))
		return false;
	out->people = ARENA_ARRAY(page->arena, struct separated, rows.count + 1);
	for (size_t i = 0; i < rows.count && out->count < SHOWN_MOST; i++) {
		struct separated *one = &out->people[out->count];
		if (!separated_read(page, out->facility, rows.items[i], one))
			return false;
		if (text_equal(row_text(one->person, PERSON_CURRENT_FACILITY), out->id))
			out->count++;
	}
	if (out->count > 1)
		qsort(out->people, out->count, sizeof *out->people, compare_places);
	return true;
}

/* Boxes of one name arrive as their values with spaces between. */
static bool is_ticked(const struct page *page, struct text id)
{
	struct text rest = page_form(page, "separation"), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal(one, id))
			return true;
	return false;
}

static void write_tick(struct page *page, const struct separated *one, bool may_write)
{
	struct html *h = &page->html;
	struct text id = arena_format(page->arena, "tick-%.*s", TEXT_FORMAT(one->separation->id));
	if (may_write) {
		html_begin_class(h, "div", "govuk-checkboxes govuk-checkboxes--small");
		html_begin_class(h, "div", "govuk-checkboxes__item");
		html_void(h, "input");
		html_attribute_string(h, "class", "govuk-checkboxes__input");
		html_attribute_string(h, "type", "checkbox");
		html_attribute_string(h, "name", "separation");
		html_attribute(h, "value", one->separation->id);
		html_attribute(h, "id", id);
		if (is_ticked(page, one->separation->id))
			html_attribute_string(h, "checked", "checked");
		html_begin_class(h, "label", "govuk-label govuk-checkboxes__label");
		html_attribute(h, "for", id);
		html_element(h, "span", "govuk-visually-hidden", T(page, N_("Write for")));
		html_text(h, TEXT_OF(" "));
		html_element(h, "bdi", NULL, row_text(one->person, PERSON_DISPLAY_NAME));
		html_end(h);
		html_end(h);
		html_end(h);
	}
	write_code(page, text_is_empty(one->place) ? row_text(one->person, PERSON_NUMBER) : one->place);
	html_text(h, TEXT_OF(" "));
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", path_of(page, "separation", one->separation->id));
	html_text(h, T(page, N_("Open")));
	html_element(h, "span", "govuk-visually-hidden", arena_format(page->arena, " %.*s", TEXT_FORMAT(row_text(one->person, PERSON_DISPLAY_NAME))));
	html_end(h);
}

static void minutes_cell(struct page *page, int minutes, int wanted, const char *words, bool enough)
{
	widget_table_cell_begin(page);
	html_text(&page->html, page_count(page, N_("{count} minute"), N_("{count} minutes"), minutes));
	if (!enough) {
		html_text(&page->html, TEXT_OF(" "));
		widget_tag(page, "grey", page_message_with(page, words, "minutes", format_integer(page->language, page->arena, wanted), NULL));
	}
	widget_table_cell_end(page);
}

static void write_person(struct page *page, const struct separated *one, bool may_write, int exercise)
{
	struct day_account today = account_of_day(one, one->clock.today);
	int missing = days_unwritten(one);
	widget_table_row(page);
	widget_table_cell_begin(page);
	write_tick(page, one, may_write);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_day_tag(page, one);
	html_text(&page->html, TEXT_OF(" "));
	if (row_is(one->separation, SEPARATION_KIND, "health"))
		widget_tag(page, "turquoise", T(page, N_("Health - not punishment")));
	else
		write_choice(page, &RECORD_SEPARATION, SEPARATION_KIND, row_text(one->separation, SEPARATION_KIND));
	widget_table_cell_end(page);
	minutes_cell(page, today.contact, SOLITARY_CONTACT_MINUTES, N_("More than {minutes} wanted"), today.contact > SOLITARY_CONTACT_MINUTES);
	minutes_cell(page, today.outdoors, exercise, N_("At least {minutes} wanted"), today.outdoors >= exercise);
	widget_table_cell_begin(page);
	widget_tag(page, today.visited ? "green" : "yellow", today.visited ? T(page, N_("Visited today")) : T(page, N_("Not yet today")));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (missing > 0)
		widget_tag(page, "red", page_count(page, N_("Nothing written for {count} day"), N_("Nothing written for {count} days"), missing));
	else
		html_text(&page->html, T(page, N_("All days written")));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_moment(page, row_moment(one->separation, SEPARATION_ENDS));
	widget_table_cell_end(page);
}

/* One entry for all who are ticked: what, how long, when. The words are those of the verb's own form. */
static void write_entry_form(struct page *page, const struct error_list *errors)
{
	const struct record *inputs = ACT_SEPARATION_LOG.input_record;
	widget_heading(page, 2, T(page, N_("Write for everybody ticked")));
	for (int i = 1; i < inputs->field_count; i++)
		widget_field(page, &inputs->fields[i], value_absent(), page_form(page, inputs->fields[i].name), errors);
	widget_form_end(page, N_("Write in the account"));
}

static void write_board(struct page *page, const struct board *board, const struct error_list *errors)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Solitary clock"), N_("Contact today"), N_("Open air today"), N_("Health visit"),
		N_("Account"), N_("Ends at the latest"), NULL };
	bool may_write = page_may_act(page, &ACT_SEPARATION_LOG);
	int exercise = (int)page_parameter(page, board->facility, "exercise.min", 60);
	page->caption = row_text(board->facility, FACILITY_NAME);
	page->wide = true;
	if (errors->count > 0)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Separation")));
	if (board->count == 0) {
		widget_empty(page, N_("Nobody is separated here."), N_("Find the person who should be"), TEXT_OF("/people"));
		page_end(page);
		return;
	}
	widget_paragraph(page, T(page, N_("Two hours or less of meaningful human contact make a solitary day, whatever the separation is called. No transfer and no new order begins the count anew.")));
	if (may_write)
		widget_form_begin(page, text_empty(), false);
	widget_table_begin(page, page_count(page, N_("{count} person is separated"), N_("{count} people are separated"), (int64_t)board->count), HEADINGS);
	for (size_t i = 0; i < board->count; i++)
		write_person(page, &board->people[i], may_write, exercise);
	widget_table_end(page);
	if (may_write)
		write_entry_form(page, errors);
	page_end(page);
}

void page_separations(struct page *page)
{
	struct board board;
	struct error_list none;
	error_list_begin(&none, page->arena);
	if (board_read(page, &board))
		write_board(page, &board, &none);
}

/* One command a person: each has an own receipt, and who cannot be written for does not hold up the others. */
static size_t write_entries(struct page *page, struct text *out_done_act, struct outcome *out_outcome, struct error_list *errors)
{
	static const char *const NAMES[] = { "kind", "minutes", "started_at", "with_whom", "refused" };
	struct text rest = page_form(page, "separation"), one;
	size_t ticked = 0;
	while (text_next(&rest, ' ', &one)) {
		struct pair inputs[ENTRY_INPUTS], *next = inputs;
		ticked++;
		*next++ = (struct pair){ TEXT_OF("separation"), one };
		for (size_t j = 0; j < sizeof NAMES / sizeof *NAMES; j++)
			if (page_form(page, NAMES[j]).length > 0)
				*next++ = (struct pair){ text_from(NAMES[j]), page_form(page, NAMES[j]) };
		struct command command = { .act = text_from(ACT_SEPARATION_LOG.name), .inputs = inputs, .input_count = (size_t)(next - inputs) };
		if (command_run(page->service, page->arena, page->actor, &command, out_outcome, errors))
			*out_done_act = command.act;
		else if (errors->count > 0)
			break; /* the same words would be wrong for the next one too */
	}
	return ticked;
}

void page_separations_post(struct page *page)
{
	struct board board;
	struct error_list errors;
	struct text done = text_empty();
	struct outcome outcome = { 0 };
	error_list_begin(&errors, page->arena);
	if (write_entries(page, &done, &outcome, &errors) == 0)
		error_say(&errors, E_REQUIRED, "/separation", N_("Tick at least one person"));
	if (errors.count == 0) {
		page_redirect(page, page_done(page, page->request->path, done, &outcome));
		return;
	}
	if (board_read(page, &board))
		write_board(page, &board, &errors);
}
