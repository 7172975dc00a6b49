/* pages_places.c - the place board: who is where, what is free, what is out of use and why, how much room each has. */
#include "areas/custody/pages_common.h"

struct board {
	const struct row *facility;
	struct rows places;
	struct store_result occupants, unplaced;
	const struct row *person;	/* whom a place is chosen for, or NULL */
	struct store_result apart;	/* from whom to keep that person apart */
	struct text next;		/* where to go after placing */
	int64_t shared_m2, single_m2;
};

struct cell { int64_t capacity, taken; const char *state; struct text words; };

/* ---- reading ---- */

bool places_read(struct page *page, struct text facility, struct rows *out)
{
	const struct condition own = CONDITION_TEXT(PLACE_FACILITY, facility);
	struct selection selection = { .record = &RECORD_PLACE, .order_field = PLACE_CODE, .limit = SELECT_LIMIT_MAXIMUM };
	struct rows rows;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	*out = (struct rows){ NULL, 0 };
	do {
		selection.condition_count = 1;
		selection.conditions[0] = own;
		if (!query_list(page->query, &selection, &rows, &errors)) {
			page_fail(page, &errors);
			return false;
		}
		struct row **items = ARENA_ARRAY(page->arena, struct row *, out->count + rows.count + 1);
		for (size_t i = 0; i < out->count; i++)
			items[i] = out->items[i];
		for (size_t i = 0; i < rows.count; i++)
			items[out->count + i] = rows.items[i];
		*out = (struct rows){ items, out->count + rows.count };
		if (rows.count > 0) {
			selection.after = row_value(rows.items[rows.count - 1], PLACE_CODE);
			selection.after_id = rows.items[rows.count - 1]->id;
		}
	} while (rows.count == SELECT_LIMIT_MAXIMUM);
	return true;
}

static bool board_read(struct page *page, struct text facility, struct board *board)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	board->shared_m2 = page_parameter(page, board->facility, "space.shared_m2", 0);
	board->single_m2 = page_parameter(page, board->facility, "space.single_m2", 0);
	if (!places_read(page, facility, &board->places))
		return false;
	if (report_occupants(page->query, facility, &board->occupants, &errors) && report_unplaced(page->query, facility, &board->unplaced, &errors))
		return true;
	page_fail(page, &errors);
	return false;
}

bool place_is_for_sleep(const struct row *place)
{
	static const char *const KINDS[] = { "cell", "dormitory", "room", "holding", "medical", "reception" };
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (row_is(place, PLACE_KIND, KINDS[i]))
			return true;
	return false;
}

int64_t place_beds(const struct row *place)
{
	return row_integer(place, PLACE_CAPACITY_WORKING, row_integer(place, PLACE_CAPACITY_CERTIFIED, 0));
}

static struct cell cell_of(struct page *page, const struct board *board, const struct row *place)
{
	struct cell cell = { place_beds(place), 0, "part", text_empty() };
	for (size_t i = 0; i < board->occupants.rows; i++)
		cell.taken += text_equal(report_text(&board->occupants, i, OCCUPANT_PLACE), place->id) ? 1 : 0;
	int64_t free = cell.capacity - cell.taken;
	if (row_is_yes(place, PLACE_OUT_OF_USE)) {
		cell.state = "out";
		cell.words = T(page, N_("Out of use"));
	} else if (cell.capacity <= 0) {
		cell.words = T(page, N_("Number of beds not known"));
	} else if (free < 0) {
		cell.state = "breach";
		cell.words = page_count(page, N_("Breach: {count} over"), N_("Breach: {count} over"), -free);
	} else if (free == 0) {
		cell.state = "full";
		cell.words = T(page, N_("Full"));
	} else {
		cell.state = cell.taken == 0 ? "free" : "part";
		cell.words = page_message_with(page, N_("{free} of {all} free"), "free", arena_format(page->arena, "%lld", (long long)free), "all",
			arena_format(page->arena, "%lld", (long long)cell.capacity), NULL);
	}
	return cell;
}

/* ---- a cell ---- */

static bool kept_apart(const struct board *board, struct text person)
{
	for (size_t i = 0; i < board->apart.rows; i++)
		if (text_equal(report_text(&board->apart, i, APART_PERSON), person))
			return true;
	return false;
}

static void write_occupant(struct page *page, const struct board *board, size_t i, bool over)
{
	struct html *h = &page->html;
	const struct store_result *rows = &board->occupants;
	struct text person = report_text(rows, i, OCCUPANT_PERSON), bed = report_text(rows, i, OCCUPANT_BED);
	struct text whereabouts = report_text(rows, i, OCCUPANT_WHEREABOUTS);
	html_begin_class(h, "li", over ? "custos-bed custos-bed--over" : "custos-bed");
	html_element(h, "span", "custos-bed__number", text_is_empty(bed) ? TEXT_OF("–") : bed);
	html_begin_class(h, "span", "custos-bed__who");
	write_name_link(page, person, report_text(rows, i, OCCUPANT_NAME), "");
	html_text(h, TEXT_OF(" "));
	html_begin_class(h, "span", "custos-bed__note");
	write_choice(page, &RECORD_PERSON, PERSON_LEGAL_STATUS, report_text(rows, i, OCCUPANT_STATUS));
	if (!text_is_empty(whereabouts) && !text_equal_string(whereabouts, "in")) {
		html_text(h, TEXT_OF(", "));
		write_choice(page, &RECORD_PERSON, PERSON_WHEREABOUTS, whereabouts);
	}
	html_end(h);
	if (board->person && kept_apart(board, person)) {
		html_text(h, TEXT_OF(" "));
		widget_tag(page, "red", T(page, N_("Must not be together")));
	} else if (!board->person && page_may_act(page, &ACT_PLACEMENT_PLACE) && !text_is_empty(person)) {
		html_text(h, TEXT_OF(" "));
		html_begin_class(h, "a", "govuk-link custos-bed__do");
		html_attribute(h, "href", path_subject(page, person, "/place"));
		html_text(h, T(page, N_("Move")));
		html_element(h, "span", "govuk-visually-hidden", report_text(rows, i, OCCUPANT_NAME));
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static struct text place_href(struct page *page, const struct board *board, const struct row *place)
{
	struct text person = board->person ? board->person->id : text_empty();
	return path_do(page, person, &ACT_PLACEMENT_PLACE, "place", place->id, text_is_empty(board->next) ? TEXT_OF("/places") : board->next);
}

static void write_free(struct page *page, const struct board *board, const struct row *place, int64_t free)
{
	struct html *h = &page->html;
	html_begin_class(h, "li", "custos-bed custos-bed--free");
	html_element(h, "span", "custos-bed__number", TEXT_OF("–"));
	html_begin_class(h, "span", "custos-bed__who");
	html_text(h, page_count(page, N_("{count} bed free"), N_("{count} beds free"), free));
	html_text(h, TEXT_OF(" "));
	if (page_may_act(page, &ACT_PLACEMENT_PLACE)) {
		html_begin_class(h, "a", "govuk-link custos-bed__do");
		html_attribute(h, "href", place_href(page, board, place));
		html_text(h, board->person ? T(page, N_("Move here")) : T(page, N_("Place someone")));
		html_begin_class(h, "span", "govuk-visually-hidden");
		html_text(h, page_message_with(page, N_("in {place}"), "place", row_text(place, PLACE_CODE), NULL));
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

/* For whom the place is, where that is not everybody. */
static void write_meant_for(struct page *page, const struct row *place)
{
	static const int FIELDS[] = { PLACE_PURPOSE, PLACE_SEX, PLACE_LEGAL_STATUS };
	struct text words[4];
	size_t count = 0;
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		if (row_has(place, FIELDS[i]) && !row_is(place, FIELDS[i], "ordinary"))
			words[count++] = page_value(page, &RECORD_PLACE.fields[FIELDS[i]], row_value(place, FIELDS[i]));
	if (row_is_yes(place, PLACE_JUVENILE))
		words[count++] = T(page, N_("Under 18"));
	if (count == 0)
		return;
	html_void(&page->html, "br");
	html_text(&page->html, arena_join(page->arena, words, count, TEXT_OF(", ")));
}

/* "12.4 m², 6.2 m² a person", and the rule when that is less than it asks. */
static void write_space(struct page *page, const struct board *board, const struct row *place, int64_t taken)
{
	struct html *h = &page->html;
	int64_t area = row_integer(place, PLACE_FLOOR_AREA, 0), people = taken > 0 ? taken : 1;
	int64_t least = (row_is_yes(place, PLACE_SINGLE) ? board->single_m2 : board->shared_m2) * 100;
	html_begin_class(h, "p", "custos-cell__note");
	if (area <= 0) {
		html_text(h, T(page, N_("Floor area not known")));
	} else {
		html_text(h, page_message_with(page, N_("{area} m², {each} m² a person"), "area", format_decimal(page->language, page->arena, area, 2), "each",
			format_decimal(page->language, page->arena, area / people, 2), NULL));
		if (taken > 0 && least > 0 && area / people < least) {
			html_text(h, TEXT_OF(" "));
			html_element(h, "strong", NULL, page_message_with(page, N_("Less than the {least} m² set."), "least",
				format_decimal(page->language, page->arena, least, 2), NULL));
			html_text(h, TEXT_OF(" "));
			widget_rule(page, TEXT_OF("NMR-13"));
		}
	}
	write_meant_for(page, place);
	html_end(h);
}

static void write_out_of_use(struct page *page, const struct row *place)
{
	struct text reason = page_value(page, &RECORD_PLACE.fields[PLACE_OUT_OF_USE_REASON], row_value(place, PLACE_OUT_OF_USE_REASON));
	struct date until = row_date(place, PLACE_OUT_OF_USE_UNTIL);
	html_element(&page->html, "p", "custos-cell__note", until.year ?
		page_message_with(page, N_("{reason}, until {date}"), "reason", reason, "date", page_date(page, until), NULL) : reason);
}

static void write_cell(struct page *page, const struct board *board, const struct row *place)
{
	struct html *h = &page->html;
	struct cell cell = cell_of(page, board, place);
	int64_t seen = 0;
	html_begin_class(h, "li", arena_format(page->arena, "custos-cell custos-cell--%s", cell.state).data);
	html_begin_class(h, "div", "custos-cell__head");
	html_begin_class(h, "h3", "custos-cell__name");
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", path_of(page, "places", place->id));
	widget_code(page, row_text(place, PLACE_CODE));
	html_end(h);
	html_end(h);
	html_element(h, "p", "custos-cell__state", cell.words);
	html_end(h);
	bool usable = !row_is_yes(place, PLACE_OUT_OF_USE);
	if (cell.taken > 0 || (usable && cell.capacity > 0)) {
		html_begin_class(h, "ul", "custos-cell__beds");
		for (size_t i = 0; i < board->occupants.rows; i++)
			if (text_equal(report_text(&board->occupants, i, OCCUPANT_PLACE), place->id))
				write_occupant(page, board, i, cell.capacity > 0 && ++seen > cell.capacity);
		if (usable && cell.capacity > cell.taken)
			write_free(page, board, place, cell.capacity - cell.taken);
		html_end(h);
	}
	if (!usable)
		write_out_of_use(page, place);
	write_space(page, board, place, cell.taken);
	html_end(h);
}

/* ---- sections: one for each place that has cells in it ---- */

static const struct row *place_by_id(const struct board *board, struct text id)
{
	for (size_t i = 0; i < board->places.count; i++)
		if (text_equal(board->places.items[i]->id, id))
			return board->places.items[i];
	return NULL;
}

/* "Building A, Wing 1": the way from the outside to this place. */
static struct text way_to(struct page *page, const struct board *board, const struct row *place)
{
	struct text parts[8], ordered[8];
	size_t count = 0;
	for (; place && count < 8; place = place_by_id(board, row_text(place, PLACE_PARENT)))
		parts[count++] = page_message_with(page, N_("{kind} {code}"), "kind",
			page_value(page, &RECORD_PLACE.fields[PLACE_KIND], row_value(place, PLACE_KIND)), "code", row_text(place, PLACE_CODE), NULL);
	for (size_t i = 0; i < count; i++)
		ordered[i] = parts[count - 1 - i];
	return arena_join(page->arena, ordered, count, TEXT_OF(", "));
}

static struct text section_sum(struct page *page, const struct board *board, struct text parent)
{
	int64_t capacity = 0, taken = 0, out = 0;
	for (size_t i = 0; i < board->places.count; i++) {
		const struct row *place = board->places.items[i];
		if (!place_is_for_sleep(place) || !text_equal(row_text(place, PLACE_PARENT), parent))
			continue;
		struct cell cell = cell_of(page, board, place);
		taken += cell.taken;
		if (row_is_yes(place, PLACE_OUT_OF_USE))
			out += cell.capacity;
		else
			capacity += cell.capacity;
	}
	int64_t free = capacity > taken ? capacity - taken : 0;
	return page_message_with(page, N_("Beds in use: {beds}. Taken: {taken}. Free: {free}. Out of use: {out}."), "beds",
		format_integer(page->language, page->arena, capacity), "taken", format_integer(page->language, page->arena, taken), "free",
		format_integer(page->language, page->arena, free), "out", format_integer(page->language, page->arena, out), NULL);
}

static void write_section(struct page *page, const struct board *board, const struct row *parent)
{
	struct html *h = &page->html;
	struct text id = parent ? parent->id : text_empty(), heading = arena_format(page->arena, "board-%d", ++page->ids);
	bool begun = false;
	for (size_t i = 0; i < board->places.count; i++) {
		const struct row *place = board->places.items[i];
		if (!place_is_for_sleep(place) || !text_equal(row_text(place, PLACE_PARENT), id))
			continue;
		if (!begun) {
			begun = true;
			html_begin_class(h, "section", "custos-board");
			html_attribute(h, "aria-labelledby", heading);
			html_begin_class(h, "div", "custos-board__head");
			html_begin_class(h, "h2", "custos-board__title");
			html_attribute(h, "id", heading);
			html_text(h, parent ? way_to(page, board, parent) : T(page, N_("Not inside a building")));
			html_end(h);
			html_element(h, "p", "custos-board__sum", section_sum(page, board, id));
			html_end(h);
			html_begin_class(h, "ul", "custos-board__cells");
		}
		write_cell(page, board, place);
	}
	if (begun) {
		html_end(h);
		html_end(h);
	}
}

static void write_unplaced(struct page *page, const struct board *board)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Number"), N_("Legal status"), N_("Sex"), N_("What to do"), NULL };
	const struct store_result *rows = &board->unplaced;
	if (rows->rows == 0)
		return;
	widget_table_begin(page, page_count(page, N_("{count} person has no place to sleep"), N_("{count} people have no place to sleep"), (int64_t)rows->rows),
		HEADINGS);
	for (size_t i = 0; i < rows->rows; i++) {
		struct text person = report_text(rows, i, UNPLACED_PERSON);
		widget_table_row(page);
		widget_table_cell_begin(page);
		write_name_link(page, person, report_text(rows, i, UNPLACED_NAME), "");
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		write_code(page, report_text(rows, i, UNPLACED_NUMBER));
		widget_table_cell_end(page);
		widget_table_cell(page, choice_label(page, &RECORD_PERSON, PERSON_LEGAL_STATUS, report_text(rows, i, UNPLACED_STATUS)));
		widget_table_cell(page, choice_label(page, &RECORD_PERSON, PERSON_SEX, report_text(rows, i, UNPLACED_SEX)));
		widget_table_cell_begin(page);
		if (page_may_act(page, &ACT_PLACEMENT_PLACE) && !text_is_empty(person))
			html_link(&page->html, "govuk-link", path_subject(page, person, "/place"), T(page, N_("Choose a place")));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_legend(struct page *page)
{
	static const struct { const char *mark, *words; } MARKS[] = { { "free", N_("Free") }, { "part", N_("Partly free") }, { "full", N_("Full") },
		{ "breach", N_("Breach") }, { "out", N_("Out of use") } };
	struct html *h = &page->html;
	html_begin_class(h, "ul", "custos-legend");
	html_attribute(h, "aria-label", T(page, N_("Key to the board")));
	for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
		html_begin(h, "li");
		html_begin_class(h, "span", arena_format(page->arena, "custos-legend__mark custos-legend__mark--%s", MARKS[i].mark).data);
		html_end(h);
		html_text(h, page_message(page, MARKS[i].words));
		html_end(h);
	}
	html_end(h);
}

static void write_board(struct page *page, const struct board *board)
{
	widget_paragraph(page, page_message_with(page,
		N_("Floor area asked for each person: {shared} m² in a shared cell, {single} m² alone. Source: {source}."), "shared",
		arena_format(page->arena, "%lld", (long long)board->shared_m2), "single", arena_format(page->arena, "%lld", (long long)board->single_m2), "source",
		page_parameter_source(page, "space.shared_m2"), NULL));
	write_section(page, board, NULL);
	for (size_t i = 0; i < board->places.count; i++)
		write_section(page, board, board->places.items[i]);
	write_legend(page);
}

void page_places(struct page *page)
{
	struct board board = { .next = text_empty() };
	page->section = "places";
	struct text facility = page_facility(page, &board.facility);
	if (text_is_empty(facility) || !board_read(page, facility, &board))
		return;
	page->wide = true;
	page->caption = row_text(board.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Place board")));
	const struct act *add = registry_act(page->registry, TEXT_OF("place.add"));
	actions_begin(page);
	if (add)
		action_link(page, add, path_do(page, text_empty(), add, "facility", facility, TEXT_OF("/places")), false);
	widget_button_link(page, path_of(page, "facilities", facility), T(page, N_("About this facility")), true);
	actions_end(page);
	write_unplaced(page, &board);
	if (board.places.count == 0)
		widget_empty(page, N_("This facility has no places yet."), N_("Open the facility and add buildings, wings and cells"),
			path_of(page, "facilities", facility));
	else
		write_board(page, &board);
	page_end(page);
}

void page_person_place(struct page *page)
{
	struct board board = { .person = subject_open(page), .next = page_query(page, "next") };
	struct error_list errors;
	struct text facility;
	if (!board.person)
		return;
	facility = row_text(board.person, PERSON_CURRENT_FACILITY);
	error_list_begin(&errors, page->arena);
	if (!path_is_inside(board.next))
		board.next = path_subject(page, board.person->id, "");
	if (text_is_empty(facility)) {
		page_begin(page, T(page, N_("Choose a place")));
		widget_empty(page, N_("This person is in no facility now."), N_("Back to the person"), path_subject(page, board.person->id, ""));
		page_end(page);
		return;
	}
	if (!query_peek(page->query, &RECORD_FACILITY, facility, &board.facility, &errors) ||
		!report_keep_apart(page->query, board.person->id, page_today(page, facility), &board.apart, &errors)) {
		page_fail(page, &errors);
		return;
	}
	if (!board_read(page, facility, &board))
		return;
	page->wide = true;
	page->back = board.next;
	page_begin(page, T(page, N_("Choose a place")));
	if (board.places.count == 0) {
		widget_empty(page, N_("This facility has no places yet."), N_("Open the facility and add buildings, wings and cells"),
			path_of(page, "facilities", facility));
	} else {
		widget_paragraph(page, T(page, N_("Choose a free bed. The rules on who may share with whom are checked before anything is recorded.")));
		write_board(page, &board);
	}
	page_end(page);
}
