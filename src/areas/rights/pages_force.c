/* pages_force.c - force and restraint that run or wait for statements, and one of them with what must be done now. */
#include "areas/rights/pages_common.h"

static void write_group(struct page *page, const struct rows *all, const char *state, const char *caption, const char *empty)
{
	static const int COLUMNS[] = { FORCE_STARTED, FORCE_PERSON, FORCE_GROUND, FORCE_INSTRUMENT, FORCE_CHECKED, FORCE_ENDED, -1 };
	struct rows some = { ARENA_ARRAY(page->arena, struct row *, all->count + 1), 0 };
	for (size_t i = 0; i < all->count; i++)
		if (row_is(all->items[i], FORCE_STATE, state))
			some.items[some.count++] = all->items[i];
	rows_table(page, caption, &some, COLUMNS, empty);
}

void page_force_board(struct page *page)
{
	const struct row *facility = NULL;
	struct rows all;
	page->section = "force";
	struct text id = page_facility(page, &facility);
	const struct condition here = CONDITION_TEXT(FORCE_FACILITY, id);
	if (text_is_empty(id) || !rows_where(page, &RECORD_FORCE, &here, 1, FORCE_STARTED, true, &all))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Force and restraint")));
	widget_paragraph(page, T(page, N_("To record force or restraint, open the person and choose Everything you can record. Tell the health service at once.")));
	write_group(page, &all, "running", N_("Running now"), N_("Nobody is restrained now."));
	write_group(page, &all, "ended", N_("Waiting for statements"), N_("No statement is missing."));
	write_group(page, &all, "closed", N_("Closed"), N_("No record is closed yet."));
	page_end(page);
}

static void write_actions(struct page *page, const struct row *force)
{
	bool running = row_is(force, FORCE_STATE, "running"), open = !row_is(force, FORCE_STATE, "closed"), first = true;
	bool told = row_has(force, FORCE_HEALTH_TOLD) && row_has(force, FORCE_DIRECTOR_TOLD);
	const struct { const struct act *act; bool fits; } ACTS[] = { { &ACT_FORCE_END, running }, { &ACT_FORCE_CHECK, running }, { &ACT_FORCE_TELL, open && !told },
		{ &ACT_FORCE_STATEMENT, open }, { &ACT_FORCE_CLOSE, open && !running } };
	actions_begin(page);
	for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++)
		if (ACTS[i].fits) {
			action_link(page, ACTS[i].act, path_do(page, text_empty(), ACTS[i].act, "use_of_force", force->id, page->request->path), first);
			first = first && !page_may_act(page, ACTS[i].act);
		}
	actions_end(page);
}

void page_force(struct page *page)
{
	static const int STATEMENTS[] = { FORCE_STATEMENT_OFFICER, FORCE_STATEMENT_WORDS, -1 };
	struct rows statements;
	const struct row *force = row_open(page, &RECORD_FORCE, "force");
	if (!force)
		return;
	const struct condition own = CONDITION_TEXT(FORCE_STATEMENT_FORCE, force->id);
	if (!rows_where(page, &RECORD_FORCE_STATEMENT, &own, 1, FIELD_CREATED_AT, false, &statements))
		return;
	page->back = TEXT_OF("/force");
	page->back_label = T(page, N_("Force and restraint"));
	page->caption = page_value(page, &RECORD_FORCE.fields[FORCE_STATE], row_value(force, FORCE_STATE));
	page_begin(page, T(page, N_("Use of force or restraint")));
	write_actions(page, force);
	widget_summary_begin(page);
	for (int i = FORCE_GROUND; i < FORCE_FIELDS; i++) {
		struct text value = page_value(page, &RECORD_FORCE.fields[i], row_value(force, i));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_FORCE.fields[i].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes of this record")),
		arena_format(page->arena, "/records/use_of_force/%.*s/history", TEXT_FORMAT(force->id)));
	widget_summary_end(page);
	rows_table(page, N_("Statements"), &statements, STATEMENTS, N_("No officer has written a statement yet."));
	page_end(page);
}
