/* pages_regime.c - privileges of a facility: the scheme in force, its levels, what waits to be looked at; which units were asked for complaints. */
#include "areas/rights/pages_common.h"

void page_privileges(struct page *page)
{
	static const int SCHEMES[] = { PRIVILEGE_SCHEME_PUBLISHED, PRIVILEGE_SCHEME_VERSION, PRIVILEGE_SCHEME_LAW, PRIVILEGE_SCHEME_STATE, -1 };
	static const int LEVELS[] = { PRIVILEGE_LEVEL_PERSON, PRIVILEGE_LEVEL_LEVEL, PRIVILEGE_LEVEL_BEFORE, PRIVILEGE_LEVEL_FROM, -1 };
	const struct row *facility = NULL;
	struct rows schemes, levels;
	page->section = "privileges";
	struct text id = page_facility(page, &facility);
	const struct condition here = CONDITION_TEXT(PRIVILEGE_SCHEME_FACILITY, id);
	const struct condition now[] = { CONDITION_TEXT(PRIVILEGE_LEVEL_FACILITY, id), CONDITION_TEXT(PRIVILEGE_LEVEL_STATE, TEXT_OF("current")) };
	if (text_is_empty(id) || !rows_where(page, &RECORD_PRIVILEGE_SCHEME, &here, 1, FIELD_CREATED_AT, true, &schemes) ||
		!rows_where(page, &RECORD_PRIVILEGE_LEVEL, now, 2, PRIVILEGE_LEVEL_FROM, true, &levels))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Privileges")));
	actions_begin(page);
	action_link(page, &ACT_PRIVILEGE_SCHEME_PUBLISH, path_do(page, text_empty(), &ACT_PRIVILEGE_SCHEME_PUBLISH, "facility", id, page->request->path), true);
	actions_end(page);
	widget_paragraph(page, T(page, N_("Food, the hour in the open air, health care, the minimum of contact and the lawyer are rights: no level gives or takes them.")));
	for (size_t i = 0; i < schemes.count; i++) {
		if (!row_is(schemes.items[i], PRIVILEGE_SCHEME_STATE, "current"))
			continue;
		widget_heading(page, 2, T(page, N_("In force")));
		widget_summary_begin(page);
		for (int field = PRIVILEGE_SCHEME_VERSION; field < PRIVILEGE_SCHEME_STATE; field++)
			widget_summary_row(page, page_message(page, RECORD_PRIVILEGE_SCHEME.fields[field].label),
				page_value(page, &RECORD_PRIVILEGE_SCHEME.fields[field], row_value(schemes.items[i], field)));
		widget_summary_end(page);
	}
	rows_table(page, N_("Levels now"), &levels, LEVELS, N_("Nobody has a level here. Open a person and choose Everything you can record."));
	rows_table(page, N_("All schemes"), &schemes, SCHEMES, N_("No scheme is published here. Publish one before anybody gains or loses a level."));
	page_end(page);
}

static bool was_asked(const struct rows *rounds, struct text place)
{
	for (size_t i = 0; i < rounds->count; i++)
		if (text_equal(row_text(rounds->items[i], COMPLAINT_ROUND_PLACE), place))
			return true;
	return false;
}

/* Units without an occasion to complain since yesterday at this hour, each with its button. */
void write_complaint_rounds(struct page *page, struct text facility)
{
	static const char *const HEADINGS[] = { N_("Unit"), N_("Last 24 hours"), N_("Next"), NULL };
	const struct condition units[] = { CONDITION_TEXT(PLACE_FACILITY, facility), CONDITION_TEXT(PLACE_KIND, TEXT_OF("wing")) };
	const struct condition recent[] = { CONDITION_TEXT(COMPLAINT_ROUND_FACILITY, facility),
		{ .field = COMPLAINT_ROUND_AT, .comparison = GREATER, .value = value_integer(page->now - MOMENT_DAY) } };
	struct rows places, rounds;
	if (!rights_rows_quiet(page, &RECORD_PLACE, units, 2, PLACE_CODE, false, &places) ||
		!rights_rows_quiet(page, &RECORD_COMPLAINT_ROUND, recent, 2, COMPLAINT_ROUND_AT, true, &rounds) || places.count == 0)
		return;
	widget_table_begin(page, T(page, N_("Was everybody able to complain today?")), HEADINGS);
	for (size_t i = 0; i < places.count; i++) {
		bool asked = was_asked(&rounds, places.items[i]->id);
		widget_table_row(page);
		widget_table_cell(page, row_text(places.items[i], PLACE_CODE));
		widget_table_cell_begin(page);
		widget_tag(page, asked ? "green" : "yellow", asked ? T(page, N_("Yes")) : T(page, N_("Nothing recorded")));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		if (page_may_act(page, &ACT_COMPLAINT_ROUND_RECORD))
			html_link(&page->html, "govuk-link", path_do(page, text_empty(), &ACT_COMPLAINT_ROUND_RECORD, "place", places.items[i]->id, page->request->path),
				page_message_with(page, N_("Record for {place}"), "place", row_text(places.items[i], PLACE_CODE), NULL));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}
