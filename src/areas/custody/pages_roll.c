/* pages_roll.c - the roll: how many are here, out and on the way, by place; and who comes and goes today. */
#include "areas/custody/pages_common.h"

struct roll {
	const struct row *facility;
	struct text id;
	int64_t in, out, transit;		/* now, by whereabouts */
	int64_t came, left;			/* since midnight */
	struct store_result gone, today, occupants, unplaced;
	struct rows places;
};

struct line { const struct row *place; int64_t beds, held, out; };

/* Back from court or hospital; the far end of a transfer and of an escape has a movement of its own. */
static bool counts_as_back(const struct store_result *rows, size_t i)
{
	struct text kind = report_text(rows, i, GONE_KIND);
	return !text_equal_string(kind, "transfer") && !text_equal_string(kind, "escape");
}

static void day_of(struct page *page, int64_t *out_from, int64_t *out_to)
{
	struct date today;
	int minute;
	zone_local(page->zone, page->now, &today, &minute);
	*out_from = zone_moment(page->zone, today, 0);
	*out_to = zone_moment(page->zone, date_add_days(today, 1), 0);
}

static void count_day(struct roll *roll, int64_t from, int64_t to)
{
	for (size_t i = 0; i < roll->today.rows; i++) {
		int64_t at = report_integer(&roll->today, i, GONE_AT), back = report_integer(&roll->today, i, GONE_RETURNED_AT);
		bool inwards = text_equal_string(report_text(&roll->today, i, GONE_DIRECTION), "in");
		if (at >= from && at < to && inwards)
			roll->came++;
		else if (at >= from && at < to)
			roll->left++;
		if (!inwards && back >= from && back < to && counts_as_back(&roll->today, i))
			roll->came++;
	}
}

static bool roll_read(struct page *page, struct roll *roll)
{
	struct store_result counts;
	struct error_list errors;
	int64_t from, to;
	page->section = "roll";
	roll->id = page_facility(page, &roll->facility);
	if (text_is_empty(roll->id))
		return false;
	day_of(page, &from, &to);
	error_list_begin(&errors, page->arena);
	if (!report_roll(page->query, roll->id, &counts, &errors) || !report_out(page->query, roll->id, &roll->gone, &errors) ||
		!report_movements(page->query, roll->id, from, to, &roll->today, &errors) ||
		!report_occupants(page->query, roll->id, &roll->occupants, &errors) || !report_unplaced(page->query, roll->id, &roll->unplaced, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	for (size_t i = 0; i < counts.rows; i++) {
		struct text whereabouts = report_text(&counts, i, ROLL_WHEREABOUTS);
		int64_t *into = text_equal_string(whereabouts, "in") ? &roll->in : text_equal_string(whereabouts, "out") ? &roll->out : &roll->transit;
		*into += report_integer(&counts, i, ROLL_COUNT);
	}
	count_day(roll, from, to);
	return places_read(page, roll->id, &roll->places);
}

/* ---- the sum ---- */

static void sum_item(struct page *page, const char *name, struct text value, bool total)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", total ? "custos-sum__item custos-sum__item--total" : "custos-sum__item");
	html_element(h, "dt", NULL, page_message(page, name));
	html_begin(h, "dd");
	html_element(h, "bdi", NULL, value);
	html_end(h);
	html_end(h);
}

static void write_sum(struct page *page, const struct roll *roll)
{
	struct arena *arena = page->arena;
	html_begin_class(&page->html, "dl", "custos-sum");
	sum_item(page, N_("Here at midnight"), format_integer(page->language, arena, roll->in - roll->came + roll->left), false);
	sum_item(page, N_("Came since"), arena_format(arena, "+ %lld", (long long)roll->came), false);
	sum_item(page, N_("Left since"), arena_format(arena, "− %lld", (long long)roll->left), false);
	sum_item(page, N_("Here now"), format_integer(page->language, arena, roll->in), true);
	sum_item(page, N_("Out, expected back"), format_integer(page->language, arena, roll->out), false);
	sum_item(page, N_("On the way between facilities"), format_integer(page->language, arena, roll->transit), false);
	sum_item(page, N_("On the roll"), format_integer(page->language, arena, roll->in + roll->out + roll->transit), true);
	html_end(&page->html);
}

/* Out by kind: court 3, hospital 1. */
static void write_kinds(struct page *page, const struct roll *roll)
{
	static const char *const HEADINGS[] = { N_("Why out"), N_("People"), NULL };
	bool begun = false;
	for (const struct choice *choice = MOVEMENT_KIND_CHOICES; choice->code; choice++) {
		int64_t count = 0;
		for (size_t i = 0; i < roll->gone.rows; i++)
			count += text_equal_string(report_text(&roll->gone, i, GONE_KIND), choice->code) ? 1 : 0;
		if (count == 0)
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Out now, by reason")), HEADINGS);
		begun = true;
		widget_table_row(page);
		widget_table_cell(page, page_message(page, choice->label));
		widget_table_cell(page, format_integer(page->language, page->arena, count));
	}
	if (begun)
		widget_table_end(page);
	else
		widget_paragraph(page, T(page, N_("Nobody is out now.")));
}

/* ---- by place ---- */

static size_t roll_lines(struct page *page, const struct roll *roll, struct line **out_lines)
{
	struct line *lines = ARENA_ARRAY(page->arena, struct line, roll->places.count + 1);
	struct map places, parents;
	size_t count = 0;
	map_begin(&places, page->arena);
	map_begin(&parents, page->arena);
	for (size_t i = 0; i < roll->places.count; i++) {
		struct row *place = roll->places.items[i];
		map_set(&places, place->id, place);
	}
	for (size_t i = 0; i < roll->places.count; i++) {
		const struct row *place = roll->places.items[i];
		struct text parent = row_text(place, PLACE_PARENT);
		if (!place_is_for_sleep(place))
			continue;
		struct line *line = map_get(&parents, parent);
		if (!line) {
			line = &lines[count++];
			*line = (struct line){ .place = map_get(&places, parent) };
			map_set(&parents, parent, line);
		}
		if (!row_is_yes(place, PLACE_OUT_OF_USE))
			line->beds += place_beds(place);
	}
	for (size_t i = 0; i < roll->occupants.rows; i++) {
		const struct row *place = map_get(&places, report_text(&roll->occupants, i, OCCUPANT_PLACE));
		struct line *line = place ? map_get(&parents, row_text(place, PLACE_PARENT)) : NULL;
		if (!line)
			continue;
		struct text whereabouts = report_text(&roll->occupants, i, OCCUPANT_WHEREABOUTS);
		line->held++;
		line->out += text_is_empty(whereabouts) || text_equal_string(whereabouts, "in") ? 0 : 1;
	}
	*out_lines = lines;
	return count;
}

static void numeric(struct page *page, struct text text)
{
	html_element(&page->html, "td", "govuk-table__cell govuk-table__cell--numeric", text);
}

static void write_line(struct page *page, struct text name, const struct line *line)
{
	struct html *h = &page->html;
	int64_t free = line->beds - line->held;
	html_begin_class(h, "tr", free < 0 ? "govuk-table__row custos-roll__row--differs" : "govuk-table__row");
	html_begin_class(h, "th", "govuk-table__header");
	html_attribute_string(h, "scope", "row");
	html_element(h, "bdi", NULL, name);
	html_end(h);
	numeric(page, format_integer(page->language, page->arena, line->beds));
	numeric(page, format_integer(page->language, page->arena, line->held));
	numeric(page, format_integer(page->language, page->arena, line->out));
	numeric(page, format_integer(page->language, page->arena, line->held - line->out));
	numeric(page, free >= 0 ? format_integer(page->language, page->arena, free) :
		page_message_with(page, N_("0, {count} over"), "count", format_integer(page->language, page->arena, -free), NULL));
	html_end(h);
}

static void write_head(struct page *page, const char *const *headings)
{
	struct html *h = &page->html;
	html_begin_class(h, "thead", "govuk-table__head");
	html_begin_class(h, "tr", "govuk-table__row");
	for (size_t i = 0; headings[i]; i++) {
		html_begin_class(h, "th", i == 0 ? "govuk-table__header" : "govuk-table__header govuk-table__header--numeric");
		html_attribute_string(h, "scope", "col");
		html_text(h, page_message(page, headings[i]));
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void write_by_place(struct page *page, const struct roll *roll)
{
	static const char *const HEADINGS[] = { N_("Place"), N_("Beds in use"), N_("Held"), N_("Out"), N_("Here now"), N_("Free"), NULL };
	struct html *h = &page->html;
	struct line *lines, total = { 0 };
	size_t count = roll_lines(page, roll, &lines);
	html_begin_class(h, "div", "custos-scroll");
	html_attribute_integer(h, "tabindex", 0);
	html_attribute_string(h, "role", "region");
	html_attribute(h, "aria-label", T(page, N_("Roll by place")));
	html_begin_class(h, "table", "govuk-table custos-table custos-roll");
	html_element(h, "caption", "govuk-table__caption govuk-table__caption--m", T(page, N_("Roll by place")));
	write_head(page, HEADINGS);
	html_begin_class(h, "tbody", "govuk-table__body");
	for (size_t i = 0; i < count; i++) {
		total.beds += lines[i].beds;
		total.held += lines[i].held;
		total.out += lines[i].out;
		write_line(page, lines[i].place ? row_text(lines[i].place, PLACE_CODE) : T(page, N_("Not inside a building")), &lines[i]);
	}
	struct line loose = { .held = (int64_t)roll->unplaced.rows };
	if (loose.held > 0) {
		total.held += loose.held;
		write_line(page, T(page, N_("Without a place")), &loose);
	}
	html_end(h);
	html_begin_class(h, "tfoot", "govuk-table__foot");
	write_line(page, T(page, N_("All")), &total);
	html_end(h);
	html_end(h);
	html_end(h);
}

void page_roll(struct page *page)
{
	struct roll roll = { 0 };
	if (!roll_read(page, &roll))
		return;
	page->caption = row_text(roll.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Roll")));
	list_count(page, page_count(page, N_("{count} person is on the roll."), N_("{count} people are on the roll."), roll.in + roll.out + roll.transit));
	actions_begin(page);
	widget_button_link(page, path_with(page, TEXT_OF("/roll/sheet"), "facility", page_query(page, "facility")), T(page, N_("Printable sheet")), true);
	action_page(page, "/movements/today", N_("Arrivals and departures today"), false);
	actions_end(page);
	write_sum(page, &roll);
	write_kinds(page, &roll);
	write_by_place(page, &roll);
	page_end(page);
}

/* ---- on paper: every name, by place ---- */

static void sheet_people(struct page *page, const struct roll *roll)
{
	static const char *const HEADINGS[] = { N_("Place"), N_("Bed"), N_("Name"), N_("Number"), N_("Where now"), NULL };
	widget_table_begin(page, T(page, N_("People by place")), HEADINGS);
	for (size_t p = 0; p < roll->places.count; p++) {
		const struct row *place = roll->places.items[p];
		for (size_t i = 0; i < roll->occupants.rows; i++) {
			if (!text_equal(report_text(&roll->occupants, i, OCCUPANT_PLACE), place->id))
				continue;
			struct text name = report_text(&roll->occupants, i, OCCUPANT_NAME);
			widget_table_row(page);
			widget_table_cell(page, row_text(place, PLACE_CODE));
			widget_table_cell(page, report_text(&roll->occupants, i, OCCUPANT_BED));
			widget_table_cell(page, text_is_empty(name) ? T(page, N_("Withheld")) : name);
			widget_table_cell(page, report_text(&roll->occupants, i, OCCUPANT_NUMBER));
			widget_table_cell(page, choice_label(page, &RECORD_PERSON, PERSON_WHEREABOUTS, report_text(&roll->occupants, i, OCCUPANT_WHEREABOUTS)));
		}
	}
	for (size_t i = 0; i < roll->unplaced.rows; i++) {
		widget_table_row(page);
		widget_table_cell(page, T(page, N_("Without a place")));
		widget_table_cell(page, text_empty());
		widget_table_cell(page, report_text(&roll->unplaced, i, UNPLACED_NAME));
		widget_table_cell(page, report_text(&roll->unplaced, i, UNPLACED_NUMBER));
		widget_table_cell(page, text_empty());
	}
	widget_table_end(page);
}

void page_roll_sheet(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("Counted by"), N_("Duty governor"), NULL };
	struct roll roll = { 0 };
	if (!roll_read(page, &roll))
		return;
	sheet_begin(page, T(page, N_("Roll sheet")), roll.facility);
	write_sum(page, &roll);
	write_kinds(page, &roll);
	sheet_people(page, &roll);
	sheet_end(page, SIGNATURES);
}

/* ---- today ---- */

static void write_movement(struct page *page, const struct store_result *rows, size_t i, int64_t at, bool due)
{
	struct text movement = report_text(rows, i, GONE_MOVEMENT), person = report_text(rows, i, GONE_PERSON);
	bool open = text_equal_string(report_text(rows, i, GONE_STATE), "open") && counts_as_back(rows, i);
	widget_table_row(page);
	widget_table_cell_begin(page);
	write_name_link(page, person, report_text(rows, i, GONE_NAME), "");
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_code(page, report_text(rows, i, GONE_NUMBER));
	widget_table_cell_end(page);
	widget_table_cell(page, choice_label(page, &RECORD_MOVEMENT, MOVEMENT_KIND, report_text(rows, i, GONE_KIND)));
	widget_table_cell(page, report_text(rows, i, GONE_DESTINATION));
	widget_table_cell_begin(page);
	widget_moment(page, at);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (due && at > 0 && at < page->now)
		widget_tag(page, "red", format_due(page->language, page->arena, at, page->now));
	if (open && page_may_act(page, &ACT_MOVEMENT_RETURN) && !text_is_empty(person))
		html_link(&page->html, "govuk-link", path_do(page, person, &ACT_MOVEMENT_RETURN, "movement", movement, TEXT_OF("/movements/today")),
			T(page, N_("Record the return")));
	widget_table_cell_end(page);
}

enum part { PART_CAME, PART_LEFT, PART_BACK };

static void write_part(struct page *page, const struct roll *roll, enum part part, const char *caption, const char *empty, int64_t from, int64_t to)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Number"), N_("Why"), N_("From or to"), N_("When"), N_("What to do"), NULL };
	const struct store_result *rows = &roll->today;
	bool begun = false;
	for (size_t i = 0; i < rows->rows; i++) {
		bool inwards = text_equal_string(report_text(rows, i, GONE_DIRECTION), "in");
		int64_t at = report_integer(rows, i, part == PART_BACK ? GONE_RETURNED_AT : GONE_AT);
		bool fits = at >= from && at < to && (part == PART_CAME ? inwards : !inwards) && (part != PART_BACK || counts_as_back(rows, i));
		if (!fits)
			continue;
		if (!begun)
			widget_table_begin(page, page_message(page, caption), HEADINGS);
		begun = true;
		write_movement(page, rows, i, at, false);
	}
	if (begun) {
		widget_table_end(page);
	} else {
		widget_heading(page, 2, page_message(page, caption));
		widget_paragraph(page, page_message(page, empty));
	}
}

void page_movements_today(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Number"), N_("Why"), N_("From or to"), N_("Due back"), N_("What to do"), NULL };
	struct roll roll = { 0 };
	int64_t from, to;
	if (!roll_read(page, &roll))
		return;
	page->section = "movements";
	day_of(page, &from, &to);
	page->caption = row_text(roll.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Arrivals and departures today")));
	if (roll.gone.rows == 0) {
		widget_heading(page, 2, T(page, N_("Out now")));
		widget_paragraph(page, T(page, N_("Nobody is out. To send somebody out, open the person and choose Send out.")));
	} else {
		widget_table_begin(page, T(page, N_("Out now")), HEADINGS);
		for (size_t i = 0; i < roll.gone.rows; i++)
			write_movement(page, &roll.gone, i, report_integer(&roll.gone, i, GONE_DUE_BACK), true);
		widget_table_end(page);
	}
	write_part(page, &roll, PART_CAME, N_("Arrivals today"), N_("Nobody has arrived today."), from, to);
	write_part(page, &roll, PART_BACK, N_("Back today"), N_("Nobody has come back today."), from, to);
	write_part(page, &roll, PART_LEFT, N_("Departures today"), N_("Nobody has left today."), from, to);
	page_end(page);
}
