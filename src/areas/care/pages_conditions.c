/* pages_conditions.c - how people live in a facility on a day: units written and not, who had less, crowded places, places to mend. */
#include "areas/care/pages_common.h"
#include "areas/rights/records.h"

struct conditions {
	const struct row *facility;
	struct text id;
	struct date day;
	int64_t from, until; /* the civil day */
	struct rows places, days, exceptions, placements, checks, complaints, force, hygiene;
};

static bool conditions_read(struct page *page, struct conditions *out)
{
	page->section = "conditions";
	*out = (struct conditions){ 0 };
	out->id = page_facility(page, &out->facility);
	if (text_is_empty(out->id))
		return false;
	if (!date_parse(page_query(page, "day"), &out->day))
		out->day = page_today(page, out->id);
	struct text zone = row_text(out->facility, FACILITY_ZONE), day = date_text(page->arena, out->day);
	out->from = zone_moment(zone, out->day, 0);
	out->until = zone_moment(zone, date_add_days(out->day, 1), 0);
	const struct condition places = CONDITION_TEXT(PLACE_FACILITY, out->id), checks = CONDITION_TEXT(PLACE_CHECK_FACILITY, out->id), hygiene = CONDITION_TEXT(HYGIENE_CHECK_FACILITY, out->id);
	const struct condition days[] = { CONDITION_TEXT(UNIT_DAY_FACILITY, out->id), CONDITION_TEXT(UNIT_DAY_DAY, day) };
	const struct condition exceptions[] = { CONDITION_TEXT(DAY_EXCEPTION_FACILITY, out->id), CONDITION_TEXT(DAY_EXCEPTION_DAY, day) };
	const struct condition placements[] = { CONDITION_TEXT(PLACEMENT_FACILITY, out->id),
		{ .field = PLACEMENT_STARTED_AT, .comparison = LESS, .value = value_integer(out->until) } };
	const int64_t month = out->until - 30 * MOMENT_DAY;
	const struct condition complaints[] = { CONDITION_TEXT(COMPLAINT_FACILITY, out->id), { .field = COMPLAINT_RECEIVED, .comparison = GREATER_OR_EQUAL, .value = value_integer(month) } };
	const struct condition force[] = { CONDITION_TEXT(FORCE_FACILITY, out->id), { .field = FORCE_STARTED, .comparison = GREATER_OR_EQUAL, .value = value_integer(month) } };
	return rows_where(page, &RECORD_PLACE, &places, 1, PLACE_CODE, false, &out->places) && rows_where(page, &RECORD_UNIT_DAY, days, 2, FIELD_CREATED_AT, false, &out->days) &&
		rows_where(page, &RECORD_DAY_EXCEPTION, exceptions, 2, FIELD_CREATED_AT, false, &out->exceptions) &&
		rows_where(page, &RECORD_PLACEMENT, placements, 2, PLACEMENT_STARTED_AT, true, &out->placements) &&
		rows_where(page, &RECORD_PLACE_CHECK, &checks, 1, PLACE_CHECK_AT, true, &out->checks) &&
		rows_where(page, &RECORD_COMPLAINT, complaints, 2, COMPLAINT_RECEIVED, true, &out->complaints) &&
		rows_where(page, &RECORD_HYGIENE_CHECK, &hygiene, 1, HYGIENE_CHECK_DAY, true, &out->hygiene) &&
		rows_where(page, &RECORD_FORCE, force, 2, FORCE_STARTED, true, &out->force);
}

/* Slept there in the night after the day. */
static bool sleeps_in(const struct conditions *view, const struct row *placement, struct text place)
{
	return text_equal(row_text(placement, PLACEMENT_PLACE), place) && (!row_has(placement, PLACEMENT_ENDED_AT) || row_moment(placement, PLACEMENT_ENDED_AT) >= view->until);
}

static int64_t people_in(const struct conditions *view, struct text place)
{
	int64_t people = 0;
	for (size_t i = 0; i < view->placements.count; i++)
		people += sleeps_in(view, view->placements.items[i], place);
	return people;
}

/* Rows about people who sleep in the place. */
static int64_t about_people_in(const struct conditions *view, struct text place, const struct rows *rows)
{
	int64_t count = 0;
	for (size_t i = 0; i < rows->count; i++)
		for (size_t j = 0; j < view->placements.count; j++)
			count += sleeps_in(view, view->placements.items[j], place) &&
				text_equal(row_text(view->placements.items[j], PLACEMENT_PERSON), row_subject(rows->items[i]));
	return count;
}

/* ---- the day, unit by unit ---- */

static const struct row *day_of(const struct conditions *view, struct text place)
{
	for (size_t i = 0; i < view->days.count; i++)
		if (text_equal(row_text(view->days.items[i], UNIT_DAY_PLACE), place))
			return view->days.items[i];
	return NULL;
}

/* The form comes filled in as on a good day: the officer changes only what was otherwise. */
static struct text day_form(struct page *page, const struct conditions *view, struct text place)
{
	static const char *const GOOD[][2] = { { "meals", "3" }, { "water", "yes" }, { "yard_minutes", "60" }, { "shower", "yes" } };
	struct text path = path_do(page, text_empty(), &ACT_UNIT_DAY_RECORD, "place", place,
		arena_format(page->arena, "/conditions?facility=%.*s&day=%.*s", TEXT_FORMAT(view->id), TEXT_FORMAT(date_text(page->arena, view->day))));
	for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
		path = path_with(page, path, GOOD[i][0], text_from(GOOD[i][1]));
	return path_with(page, path, "day", date_text(page->arena, view->day));
}

static void write_day_cells(struct page *page, const struct row *day)
{
	static const int FIELDS[] = { UNIT_DAY_MEALS, UNIT_DAY_WATER, UNIT_DAY_YARD, UNIT_DAY_SHOWER };
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
		widget_table_cell_begin(page);
		if (day)
			widget_value(page, day, FIELDS[i]);
		widget_table_cell_end(page);
	}
}

static bool is_unit(const struct row *place) { return row_is(place, PLACE_KIND, "wing") || (row_is(place, PLACE_KIND, "building") && !row_has(place, PLACE_PARENT)); }

static void write_units(struct page *page, const struct conditions *view)
{
	static const char *const HEADINGS[] = { N_("Unit"), N_("Meals served"), N_("Drinking water all day"), N_("Minutes in the open offered"), N_("Showers offered"), N_("Now"), NULL };
	size_t units = 0;
	for (size_t i = 0; i < view->places.count; i++)
		units += is_unit(view->places.items[i]);
	if (units == 0) {
		widget_empty(page, N_("This facility has no wings yet."), N_("All places"), TEXT_OF("/records/place"));
		return;
	}
	widget_table_begin(page, T(page, N_("Units on this day")), HEADINGS);
	for (size_t i = 0; i < view->places.count; i++) {
		const struct row *place = view->places.items[i], *day = day_of(view, place->id);
		if (!is_unit(place))
			continue;
		widget_table_row(page);
		widget_table_link(page, page_path(page, place->record, place->id), row_title(page->arena, place));
		write_day_cells(page, day);
		widget_table_cell_begin(page);
		if (day)
			widget_tag(page, "green", T(page, N_("Written")));
		else if (page_may_act(page, &ACT_UNIT_DAY_RECORD))
			widget_button_link(page, day_form(page, view, place->id), T(page, N_("Write the day")), true);
		else
			widget_tag(page, "red", T(page, N_("Nothing written")));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

/* ---- crowded places ---- */

static void write_crowded(struct page *page, const struct conditions *view)
{
	static const char *const HEADINGS[] = { N_("Cell or place"), N_("People"), N_("Certified for"), N_("Square metres a person"), NULL };
	int64_t shared = page_parameter(page, view->facility, "space.shared_m2", 4), single = page_parameter(page, view->facility, "space.single_m2", 6);
	bool begun = false;
	for (size_t i = 0; i < view->places.count; i++) {
		const struct row *place = view->places.items[i];
		int64_t people = people_in(view, place->id), most = row_integer(place, PLACE_CAPACITY_CERTIFIED, 0), area = row_integer(place, PLACE_FLOOR_AREA, 0);
		if (people == 0 || ((most == 0 || people <= most) && (area == 0 || area >= (people > 1 ? shared : single) * 100 * people)))
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Crowded places in the night after this day")), HEADINGS);
		begun = true;
		widget_table_row(page);
		widget_table_link(page, page_path(page, place->record, place->id), row_title(page->arena, place));
		widget_table_cell(page, format_integer(page->language, page->arena, people));
		widget_table_cell(page, most ? format_integer(page->language, page->arena, most) : text_empty());
		widget_table_cell(page, area ? format_decimal(page->language, page->arena, area / people, 2) : text_empty());
	}
	if (begun) {
		widget_table_end(page);
		return;
	}
	widget_heading(page, 2, T(page, N_("Crowded places in the night after this day")));
	widget_paragraph(page, T(page, N_("No place holds more people than it is certified and large enough for.")));
}

/* ---- places to mend, beside what people complained of and what happened to them ---- */

static bool is_poor(const struct row *check)
{
	return row_has(check, PLACE_CHECK_ADVICE) || !row_is_yes(check, PLACE_CHECK_CLEAN) || !row_is_yes(check, PLACE_CHECK_WATER) || !row_is(check, PLACE_CHECK_WINDOW, "good") ||
		row_integer(check, PLACE_CHECK_BEDS, 0) < row_integer(check, PLACE_CHECK_PEOPLE, 0);
}

static bool is_newest(const struct rows *checks, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (text_equal(row_text(checks->items[i], PLACE_CHECK_PLACE), row_text(checks->items[at], PLACE_CHECK_PLACE)))
			return false;
	return true;
}

static void write_poor_row(struct page *page, const struct conditions *view, const struct row *check)
{
	struct text place = row_text(check, PLACE_CHECK_PLACE);
	widget_table_row(page);
	widget_table_cell_begin(page);
	widget_value(page, check, PLACE_CHECK_PLACE);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_moment(page, row_moment(check, PLACE_CHECK_AT));
	widget_table_cell_end(page);
	widget_table_link(page, page_path(page, check->record, check->id), row_has(check, PLACE_CHECK_ADVICE) ? row_text(check, PLACE_CHECK_ADVICE) : T(page, N_("See what was measured")));
	widget_table_cell(page, page_may_read(page, &RECORD_COMPLAINT) ? format_integer(page->language, page->arena, about_people_in(view, place, &view->complaints)) : text_empty());
	widget_table_cell(page, format_integer(page->language, page->arena, about_people_in(view, place, &view->force)));
	widget_table_cell_begin(page);
	actions_begin(page);
	if (row_has(check, PLACE_CHECK_ADVICE) && !row_has(check, PLACE_CHECK_ANSWER))
		action_link(page, &ACT_PLACE_CHECK_ANSWER, path_do(page, text_empty(), &ACT_PLACE_CHECK_ANSWER, "place_check", check->id, page->request->path), false);
	actions_end(page);
	widget_table_cell_end(page);
}

static void write_poor(struct page *page, const struct conditions *view)
{
	static const char *const HEADINGS[] = { N_("Cell or place"), N_("Looked at"), N_("What must be mended"), N_("Complaints of people there, 30 days"), N_("Uses of force there, 30 days"),
		N_("Now"), NULL };
	bool begun = false;
	for (size_t i = 0; i < view->checks.count; i++) {
		if (!is_newest(&view->checks, i) || !is_poor(view->checks.items[i]))
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Places to mend")), HEADINGS);
		begun = true;
		write_poor_row(page, view, view->checks.items[i]);
	}
	if (begun) {
		widget_table_end(page);
		return;
	}
	widget_heading(page, 2, T(page, N_("Places to mend")));
	widget_paragraph(page, T(page, N_("No place was found in a bad state. Choose Look at a cell or place to measure one.")));
}

void page_conditions(struct page *page)
{
	static const int EXCEPTIONS[] = { DAY_EXCEPTION_PERSON, DAY_EXCEPTION_KIND, DAY_EXCEPTION_WHY, -1 };
	static const int HYGIENE[] = { HYGIENE_CHECK_DAY, HYGIENE_CHECK_BODY, HYGIENE_CHECK_FOOD, HYGIENE_CHECK_CLEAN, HYGIENE_CHECK_SANITATION, HYGIENE_CHECK_CLOTHING, HYGIENE_CHECK_SPORT, -1 };
	struct conditions view;
	if (!conditions_read(page, &view))
		return;
	page->caption = row_text(view.facility, FACILITY_NAME);
	page->wide = true;
	page_begin(page, T(page, N_("Conditions")));
	filters_begin(page, N_("Choose a day"));
	widget_hidden(page, "facility", view.id);
	filters_date(page, "day", N_("Day"), date_text(page->arena, view.day));
	filters_end(page);
	actions_begin(page);
	action_link(page, &ACT_PLACE_CHECK_RECORD, path_do(page, text_empty(), &ACT_PLACE_CHECK_RECORD, NULL, text_empty(), page->request->path), false);
	action_link(page, &ACT_DAY_EXCEPTION_NOTE, path_do(page, text_empty(), &ACT_DAY_EXCEPTION_NOTE, NULL, text_empty(), page->request->path), false);
	action_link(page, &ACT_HYGIENE_CHECK_RECORD, path_do(page, text_empty(), &ACT_HYGIENE_CHECK_RECORD, "facility", view.id, page->request->path), false);
	actions_end(page);
	write_units(page, &view);
	rows_table(page, N_("Who had less than the unit"), &view.exceptions, EXCEPTIONS, N_("Nobody is noted for this day."));
	write_crowded(page, &view);
	write_poor(page, &view);
	rows_table(page, N_("Hygiene inspections"), &view.hygiene, HYGIENE, N_("No hygiene inspection is recorded. A physician or the public health authority looks at the five heads regularly."));
	page_end(page);
}
