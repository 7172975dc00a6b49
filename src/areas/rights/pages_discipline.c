/* pages_discipline.c - charges that wait for a step, and one charge from the report to the appeal. */
#include "areas/rights/pages_common.h"

struct charges { const struct row *facility; struct text id; struct rows rows; };

/* What comes next in each state; the form of the act says the rest. */
static const struct { const char *state; const struct act *acts[4]; } NEXT[] = {
	{ "laid", { &ACT_CHARGE_REVIEW, &ACT_CHARGE_NOTIFY } }, { "returned", { &ACT_CHARGE_REVIEW } },
	{ "ready", { &ACT_CHARGE_NOTIFY, &ACT_CHARGE_SCHEDULE, &ACT_CHARGE_REFER } },
	{ "scheduled", { &ACT_CHARGE_HEAR, &ACT_CHARGE_NOTIFY, &ACT_CHARGE_ADJOURN, &ACT_CHARGE_REFER } }, { "adjourned", { &ACT_CHARGE_SCHEDULE } },
	{ "police", { &ACT_CHARGE_REFER, &ACT_CHARGE_SCHEDULE } }, { "proved", { &ACT_SANCTION_IMPOSE, &ACT_CHARGE_APPEAL, &ACT_CHARGE_DECIDE_APPEAL } } };

static bool act_waits(const struct row *charge, const struct act *act)
{
	bool open = row_is(charge, CHARGE_APPEAL, "open");
	if (act == &ACT_CHARGE_DECIDE_APPEAL)
		return open;
	if (act == &ACT_CHARGE_APPEAL)
		return !open;
	return act != &ACT_CHARGE_NOTIFY || !row_has(charge, CHARGE_NOTICE_AT);
}

static void write_next(struct page *page, const struct row *charge)
{
	bool first = true;
	actions_begin(page);
	for (size_t i = 0; i < sizeof NEXT / sizeof *NEXT; i++)
		for (size_t j = 0; row_is(charge, CHARGE_STATE, NEXT[i].state) && j < sizeof NEXT[i].acts / sizeof *NEXT[i].acts && NEXT[i].acts[j]; j++)
			if (act_waits(charge, NEXT[i].acts[j])) {
				action_link(page, NEXT[i].acts[j], path_do(page, text_empty(), NEXT[i].acts[j], "charge", charge->id, page->request->path), first);
				first = first && !page_may_act(page, NEXT[i].acts[j]);
			}
	actions_end(page);
}

/* ---- the board ---- */

static void write_group(struct page *page, const struct rows *all, const char *const *states, const char *caption, const char *empty)
{
	static const int COLUMNS[] = { CHARGE_INCIDENT, CHARGE_PERSON, CHARGE_OFFENCE, CHARGE_STATE, CHARGE_NOTICE_AT, CHARGE_HEARING_AT, CHARGE_APPEAL, -1 };
	struct rows some = { ARENA_ARRAY(page->arena, struct row *, all->count + 1), 0 };
	for (size_t i = 0; i < all->count; i++)
		for (const char *const *state = states; *state; state++)
			if (row_is(all->items[i], CHARGE_STATE, *state))
				some.items[some.count++] = all->items[i];
	rows_table(page, caption, &some, COLUMNS, empty);
}

void page_discipline(struct page *page)
{
	static const char *const WAITING[] = { "laid", "returned", "ready", "adjourned", NULL }, *const SET[] = { "scheduled", NULL },
		*const AWAY[] = { "police", "prosecution", NULL }, *const DONE[] = { "proved", "dismissed", "quashed", "rejected", "not_proceeded", NULL };
	struct charges board = { 0 };
	page->section = "discipline";
	board.id = page_facility(page, &board.facility);
	const struct condition here = CONDITION_TEXT(CHARGE_FACILITY, board.id);
	if (text_is_empty(board.id) || !rows_where(page, &RECORD_CHARGE, &here, 1, CHARGE_HAPPENED, true, &board.rows))
		return;
	page->caption = row_text(board.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Discipline")));
	widget_paragraph(page, T(page, N_("To lay a charge, open the person and choose Everything you can record. Try to settle the matter first.")));
	write_group(page, &board.rows, WAITING, N_("Waiting for a step"), N_("No charge waits."));
	write_group(page, &board.rows, SET, N_("Hearing set"), N_("No hearing is set."));
	write_group(page, &board.rows, AWAY, N_("With the police or a court"), N_("No case is with the police or a court."));
	write_group(page, &board.rows, DONE, N_("Decided"), N_("No case has been decided yet."));
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", TEXT_OF("/records/disciplinary_offence"), T(page, N_("Catalogue of offences")));
	html_text(&page->html, TEXT_OF(" "));
	html_link(&page->html, "govuk-link", TEXT_OF("/records/disciplinary_sanction"), T(page, N_("Catalogue of sanctions")));
	html_end(&page->html);
	page_end(page);
}

/* ---- one charge ---- */

/* How far it has come, as a list of tasks: what is done, what is missing. */
static void write_steps(struct page *page, const struct row *charge)
{
	const struct { const char *name; bool done; } STEPS[] = { { N_("The charge is looked at"), !row_is(charge, CHARGE_STATE, "laid") && !row_is(charge, CHARGE_STATE, "returned") },
		{ N_("The person is told and has time to prepare"), row_has(charge, CHARGE_NOTICE_AT) }, { N_("The hearing is set"), row_has(charge, CHARGE_HEARING_AT) },
		{ N_("The person is heard, and there is a finding with reasons"), row_has(charge, CHARGE_HEARD_AT) } };
	task_list_begin(page);
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
		task_list_step(page, &(struct task){ .name = page_message(page, STEPS[i].name), .status = STEPS[i].done ? T(page, N_("Done")) : T(page, N_("Open")),
			.colour = STEPS[i].done ? "green" : "yellow" });
	task_list_end(page);
}

static void write_sanctions(struct page *page, const struct rows *sanctions)
{
	static const int COLUMNS[] = { SANCTION_MEASURE, SANCTION_DAYS, SANCTION_STARTS, SANCTION_ENDS, SANCTION_SUSPENDED_UNTIL, SANCTION_STATE, -1 };
	static const struct act *const ACTS[] = { &ACT_SANCTION_ACTIVATE, &ACT_SANCTION_END };
	rows_table(page, N_("Sanctions"), sanctions, COLUMNS, N_("No sanction was imposed."));
	actions_begin(page);
	for (size_t i = 0; i < sanctions->count; i++)
		for (size_t j = 0; j < sizeof ACTS / sizeof *ACTS; j++)
			if (row_is(sanctions->items[i], SANCTION_STATE, "suspended") || (j == 1 && row_is(sanctions->items[i], SANCTION_STATE, "running")))
				action_link(page, ACTS[j], path_do(page, text_empty(), ACTS[j], "sanction", sanctions->items[i]->id, page->request->path), false);
	actions_end(page);
}

void page_charge(struct page *page)
{
	static const int LINES[] = { CHARGE_INCIDENT, CHARGE_OFFENCE, CHARGE_STATE, CHARGE_HAPPENED, CHARGE_DISCOVERED, CHARGE_FACTS, CHARGE_EVIDENCE,
		CHARGE_MEDIATION, CHARGE_NOTICE_AT, CHARGE_NOTICE_LANGUAGE, CHARGE_NOTICE, CHARGE_HELP, CHARGE_WAIVED, CHARGE_HEARING_AT, CHARGE_HEARD_AT,
		CHARGE_INTERPRETER, CHARGE_PRESENT, CHARGE_DEFENCE, CHARGE_MENTAL, CHARGE_MENTAL_SOURCE, CHARGE_REASONS, CHARGE_APPEAL, CHARGE_APPEAL_GROUNDS,
		CHARGE_APPEAL_REASONS };
	struct rows sanctions;
	const struct row *charge = row_open(page, &RECORD_CHARGE, "discipline");
	if (!charge)
		return;
	const struct condition own = CONDITION_TEXT(SANCTION_CHARGE, charge->id);
	if (!rows_where(page, &RECORD_SANCTION, &own, 1, FIELD_CREATED_AT, false, &sanctions))
		return;
	page->back = TEXT_OF("/discipline");
	page->back_label = T(page, N_("Discipline"));
	page->caption = row_text(charge, CHARGE_INCIDENT);
	page_begin(page, T(page, N_("Charge")));
	write_next(page, charge);
	write_steps(page, charge);
	write_sanctions(page, &sanctions);
	widget_heading(page, 2, T(page, N_("The case")));
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct text value = page_value(page, &RECORD_CHARGE.fields[LINES[i]], row_value(charge, LINES[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_CHARGE.fields[LINES[i]].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes of this charge")),
		arena_format(page->arena, "/records/charge/%.*s/history", TEXT_FORMAT(charge->id)));
	widget_summary_end(page);
	page_end(page);
}
