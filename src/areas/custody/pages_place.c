/* pages_place.c - one place and who slept there; one facility with its settings and its tree of places. */
#include "areas/custody/pages_common.h"

static void write_lines(struct page *page, const struct row *row)
{
	widget_summary_begin(page);
	for (int i = 0; i < row->record->field_count; i++) {
		struct text value = page_value(page, &row->record->fields[i], row_value(row, i));
		if (text_is_empty(value))
			value = T(page, N_("Nothing recorded"));
		const struct field *field = &row->record->fields[i];
		if (field->type == FIELD_REFERENCE && row_has(row, i))
			widget_summary_link(page, page_message(page, field->label), value, page_path(page, registry_reference(page->registry, field), row_text(row, i)));
		else
			widget_summary_row(page, page_message(page, field->label), value);
	}
	widget_summary_end(page);
}

static void write_correct(struct page *page, const char *name, const struct row *row, struct text next)
{
	const struct act *act = registry_act(page->registry, text_from(name));
	if (act && act->target_input >= 0)
		action_link(page, act, path_do(page, text_empty(), act, act->input_record->fields[act->target_input].name, row->id, next), false);
}

/* Where people sleep together, and the units that a round walks as a whole. */
static bool place_is_walked(const struct row *place)
{
	return row_is(place, PLACE_KIND, "dormitory") || row_is(place, PLACE_KIND, "wing") || row_is(place, PLACE_KIND, "landing") || row_is(place, PLACE_KIND, "cell");
}

void page_place(struct page *page)
{
	static const int PLACEMENTS[] = { PLACEMENT_PERSON, PLACEMENT_BED, PLACEMENT_STARTED_AT, PLACEMENT_ENDED_AT, PLACEMENT_REASON, -1 };
	static const int INSIDE[] = { PLACE_CODE, PLACE_KIND, PLACE_PURPOSE, PLACE_CAPACITY_WORKING, PLACE_OUT_OF_USE, -1 };
	static const int ROUNDS[] = { NIGHT_ROUND_AT, NIGHT_ROUND_CALM, NIGHT_ROUND_NOTE, -1 };
	struct rows placements, inside, rounds = { NULL, 0 };
	const struct row *place = row_open(page, &RECORD_PLACE, "places");
	if (!place)
		return;
	const struct condition here = CONDITION_TEXT(PLACEMENT_PLACE, place->id), within = CONDITION_TEXT(PLACE_PARENT, place->id);
	const struct condition tonight[] = { CONDITION_TEXT(NIGHT_ROUND_PLACE, place->id),
		{ .field = NIGHT_ROUND_AT, .comparison = GREATER, .value = value_integer(page->now - 36 * MOMENT_HOUR) } };
	bool walked = place_is_walked(place) && page_may_read(page, &RECORD_NIGHT_ROUND);
	if (!rows_where(page, &RECORD_PLACEMENT, &here, 1, PLACEMENT_STARTED_AT, true, &placements) ||
		!rows_where(page, &RECORD_PLACE, &within, 1, PLACE_CODE, false, &inside) ||
		(walked && !rows_where(page, &RECORD_NIGHT_ROUND, tonight, 2, NIGHT_ROUND_AT, true, &rounds)))
		return;
	bool closed = row_is_yes(place, PLACE_OUT_OF_USE);
	page->back = path_with(page, TEXT_OF("/places"), "facility", row_text(place, PLACE_FACILITY));
	page->back_label = T(page, N_("Place board"));
	page->caption = page_value(page, &RECORD_PLACE.fields[PLACE_KIND], row_value(place, PLACE_KIND));
	page_begin(page, row_text(place, PLACE_CODE));
	actions_begin(page);
	if (!closed && place_is_for_sleep(place) && page_may_act(page, &ACT_PLACEMENT_PLACE))
		widget_button_link(page, path_do(page, text_empty(), &ACT_PLACEMENT_PLACE, "place", place->id, page->request->path),
			T(page, N_("Place someone")), false);
	action_link(page, closed ? &ACT_PLACE_REOPEN : &ACT_PLACE_CLOSE, path_do(page, text_empty(), closed ? &ACT_PLACE_REOPEN : &ACT_PLACE_CLOSE, "place",
		place->id, page->request->path), false);
	if (walked)
		action_link(page, &ACT_NIGHT_ROUND_RECORD, path_do(page, text_empty(), &ACT_NIGHT_ROUND_RECORD, "place", place->id, page->request->path), false);
	write_correct(page, "place.correct", place, page->request->path);
	actions_end(page);
	write_lines(page, place);
	if (place_is_for_sleep(place))
		rows_table(page, N_("Who sleeps and slept here"), &placements, PLACEMENTS, N_("Nobody has slept here yet."));
	if (walked)
		rows_table(page, N_("Rounds of the last night"), &rounds, ROUNDS, N_("No round at night is recorded since yesterday."));
	if (inside.count > 0)
		rows_table(page, N_("Places inside"), &inside, INSIDE, N_("No place is inside."));
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", arena_format(page->arena, "/records/place/%.*s/history", TEXT_FORMAT(place->id)),
		T(page, N_("All changes of this place")));
	html_end(&page->html);
	page_end(page);
}

/* ---- facilities ---- */

void page_facility_list(struct page *page)
{
	static const int COLUMNS[] = { FACILITY_NAME, FACILITY_CODE, FACILITY_KIND, FACILITY_SEX, FACILITY_REGION, FACILITY_CAPACITY, FACILITY_OPEN, -1 };
	const struct act *add = registry_act(page->registry, TEXT_OF("facility.add"));
	struct rows rows;
	page->section = "places";
	if (!rows_where(page, &RECORD_FACILITY, NULL, 0, FACILITY_NAME, false, &rows))
		return;
	page_begin(page, T(page, N_("Facilities")));
	actions_begin(page);
	if (add)
		action_link(page, add, path_do(page, text_empty(), add, NULL, text_empty(), TEXT_OF("/facilities")), false);
	actions_end(page);
	rows_table(page, N_("Facilities where you may work"), &rows, COLUMNS, N_("No facility is open to you. Ask your administrator."));
	page_end(page);
}

void page_facility_settings(struct page *page)
{
	static const int COLUMNS[] = { PLACE_CODE, PLACE_KIND, PLACE_PARENT, PLACE_PURPOSE, PLACE_SEX, PLACE_CAPACITY_CERTIFIED, PLACE_CAPACITY_WORKING,
		PLACE_OUT_OF_USE, -1 };
	struct rows places = { NULL, 0 };
	const struct row *facility = row_open(page, &RECORD_FACILITY, "places");
	const struct act *add = registry_act(page->registry, TEXT_OF("place.add"));
	if (!facility || (page_may_read(page, &RECORD_PLACE) && !places_read(page, facility->id, &places)))
		return;
	page->base_subject = text_empty();
	page->back = TEXT_OF("/facilities");
	page->back_label = T(page, N_("Facilities"));
	page->caption = row_text(facility, FACILITY_CODE);
	page_begin(page, row_text(facility, FACILITY_NAME));
	actions_begin(page);
	write_correct(page, "facility.correct", facility, page->request->path);
	if (add)
		action_link(page, add, path_do(page, text_empty(), add, "facility", facility->id, page->request->path), false);
	widget_button_link(page, path_with(page, TEXT_OF("/places"), "facility", facility->id), T(page, N_("Place board")), true);
	actions_end(page);
	write_lines(page, facility);
	rows_table(page, N_("Places"), &places, COLUMNS, N_("This facility has no places yet. Add its buildings first, then wings and cells inside them."));
	page_end(page);
}
