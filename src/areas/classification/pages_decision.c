/* pages_decision.c - one decision: what comes next, the papers side by side, votes, appeal, and how it ends. */
#include "areas/classification/pages.h"

struct view {
	const struct row *decision, *person, *facility;
	struct rows evidence, heard, votes, appeals;
	struct text id;
};

static bool view_read(struct page *page, struct view *out)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	out->decision = row_open(page, &RECORD_CLASSIFICATION, "classification");
	if (!out->decision)
		return false;
	out->id = out->decision->id;
	if (!query_load(page->query, &RECORD_PERSON, row_text(out->decision, CLASSIFICATION_PERSON), &out->person, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	out->facility = NULL;
	if (row_has(out->person, PERSON_CURRENT_FACILITY) &&
		!query_peek(page->query, &RECORD_FACILITY, row_text(out->person, PERSON_CURRENT_FACILITY), &out->facility, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	return classification_rows(page, &RECORD_CLASSIFICATION_EVIDENCE, EVIDENCE_DECISION, out->id, EVIDENCE_EVENT_ON, &out->evidence) &&
		classification_rows(page, &RECORD_CLASSIFICATION_REPRESENTATION, REPRESENTATION_DECISION, out->id, REPRESENTATION_AT, &out->heard) &&
		classification_rows(page, &RECORD_CLASSIFICATION_VOTE, VOTE_DECISION, out->id, VOTE_AT, &out->votes) &&
		classification_rows(page, &RECORD_CLASSIFICATION_APPEAL, APPEAL_DECISION, out->id, APPEAL_LODGED_AT, &out->appeals);
}

/* ---- what is decided ---- */

static struct text moment_words(struct page *page, const struct row *row, int field)
{
	return row_moment(row, field) ? page_moment(page, row_moment(row, field)) : text_empty();
}

static void write_facts(struct page *page, const struct view *view)
{
	const struct row *decision = view->decision;
	static const int LINES[] = { CLASSIFICATION_GROUNDS, CLASSIFICATION_LEGAL_GROUND, CLASSIFICATION_PURPOSE, CLASSIFICATION_LESS, CLASSIFICATION_WAY_DOWN, CLASSIFICATION_BODY };
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("State")), classification_state_words(page, decision));
	classification_line(page, N_("In force before"), page_value(page, &RECORD_CLASSIFICATION.fields[CLASSIFICATION_BEFORE], row_value(decision, CLASSIFICATION_BEFORE)));
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
		classification_line(page, RECORD_CLASSIFICATION.fields[LINES[i]].label, page_value(page, &RECORD_CLASSIFICATION.fields[LINES[i]], row_value(decision, LINES[i])));
	classification_line(page, N_("Reasons that concern this person"), row_text(decision, CLASSIFICATION_REASONS));
	widget_summary_row(page, T(page, N_("Proposed by")), report_classification_author(page->query, row_text(decision, CLASSIFICATION_PROPOSER)));
	classification_line(page, N_("Assessed by"), report_classification_author(page->query, row_text(decision, CLASSIFICATION_ASSESSOR)));
	classification_line(page, N_("Decided by"), report_classification_author(page->query, row_text(decision, CLASSIFICATION_DECIDER)));
	classification_line(page, N_("Reasons of the decision"), row_text(decision, CLASSIFICATION_DECISION_REASONS));
	classification_line(page, N_("Person told"), moment_words(page, decision, CLASSIFICATION_NOTIFIED_AT));
	classification_line(page, N_("Next review"), moment_words(page, decision, CLASSIFICATION_REVIEW_DUE));
	classification_line(page, N_("Ends by itself"), moment_words(page, decision, CLASSIFICATION_ENDS_AT));
	classification_line(page, N_("Appeal until"), moment_words(page, decision, CLASSIFICATION_APPEAL_UNTIL));
	if (row_has(decision, CLASSIFICATION_RESTS_ON))
		widget_summary_link(page, T(page, N_("Rests on")), page_value(page, &RECORD_CLASSIFICATION.fields[CLASSIFICATION_RESTS_ON],
			row_value(decision, CLASSIFICATION_RESTS_ON)), classification_path(page, row_text(decision, CLASSIFICATION_RESTS_ON), ""));
	classification_line(page, N_("How it ended"), page_value(page, &RECORD_CLASSIFICATION.fields[CLASSIFICATION_END_KIND], row_value(decision, CLASSIFICATION_END_KIND)));
	classification_line(page, N_("Why it ended"), row_text(decision, CLASSIFICATION_END_REASON));
	widget_summary_end(page);
}

/* ---- what comes next ---- */

static void step(struct page *page, const struct view *view, const struct act *act, const char *label, bool done, bool open, struct text hint)
{
	struct task task = { .name = page_message(page, label), .hint = hint, .colour = done ? "green" : "grey", .status = done ? T(page, N_("Done")) : T(page, N_("Not started")) };
	if (open && page_may_act(page, act))
		task.href = path_do(page, text_empty(), act, "decision", view->id, classification_path(page, view->id, ""));
	else if (!done)
		task.colour = open ? "purple" : NULL;
	if (!done && !open)
		task.status = T(page, N_("Not yet"));
	else if (!done && !page_may_act(page, act))
		task.status = T(page, N_("Somebody else does this"));
	task_list_step(page, &task);
}

static size_t unset(const struct view *view)
{
	size_t count = 0;
	for (size_t i = 0; i < view->evidence.count; i++)
		count += !row_has(view->evidence.items[i], EVIDENCE_DISCLOSURE);
	return count;
}

static size_t present(const struct view *view)
{
	size_t count = 0;
	for (size_t i = 0; i < view->votes.count; i++)
		count += !row_is(view->votes.items[i], VOTE_POSITION, "withdrew");
	return count;
}

static struct text votes_words(struct page *page, const struct view *view)
{
	return page_message_with(page, N_("{count} of {least} votes"), "count", format_integer(page->language, page->arena, (int64_t)present(view)), "least",
		format_integer(page->language, page->arena, page_parameter(page, view->facility, "class.quorum", 3)), NULL);
}

static void write_steps(struct page *page, const struct view *view)
{
	const struct row *decision = view->decision;
	bool proposed = row_is(decision, CLASSIFICATION_STATE, "proposed"), decided = row_is(decision, CLASSIFICATION_STATE, "decided");
	bool open = classification_is_open(decision, page->now), given = open && !proposed, body = !row_is(decision, CLASSIFICATION_BODY, "governor");
	if (!open && !decided)
		return;
	widget_heading(page, 2, T(page, N_("What comes next")));
	task_list_begin(page);
	step(page, view, &ACT_CLASSIFICATION_ADD_EVIDENCE, ACT_CLASSIFICATION_ADD_EVIDENCE.label, view->evidence.count > 0, proposed, page_count(page, N_("{count} item"), N_("{count} items"), (int64_t)view->evidence.count));
	step(page, view, &ACT_CLASSIFICATION_DISCLOSE, ACT_CLASSIFICATION_DISCLOSE.label, !proposed, proposed && unset(view) == 0, unset(view) ? T(page, N_("Say first for every item how the person gets it")) : text_empty());
	step(page, view, &ACT_CLASSIFICATION_REPRESENT, ACT_CLASSIFICATION_REPRESENT.label, view->heard.count > 0, given, given && view->heard.count == 0 ?
		page_message_with(page, N_("Time to prepare until {moment}"), "moment", page_moment(page, row_moment(decision, CLASSIFICATION_PREPARE_UNTIL)), NULL) : text_empty());
	step(page, view, &ACT_CLASSIFICATION_SCHEDULE, ACT_CLASSIFICATION_SCHEDULE.label, row_has(decision, CLASSIFICATION_HEARING_AT), open, moment_words(page, decision, CLASSIFICATION_HEARING_AT));
	if (body)
		step(page, view, &ACT_CLASSIFICATION_VOTE, ACT_CLASSIFICATION_VOTE.label, (int64_t)present(view) >= page_parameter(page, view->facility, "class.quorum", 3), given, votes_words(page, view));
	step(page, view, &ACT_CLASSIFICATION_DECIDE, ACT_CLASSIFICATION_DECIDE.label, decided, given, choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_BODY, row_text(decision, CLASSIFICATION_BODY)));
	step(page, view, &ACT_CLASSIFICATION_NOTIFY, ACT_CLASSIFICATION_NOTIFY.label, false, decided, T(page, N_("Print the person's own copy first")));
	task_list_end(page);
}

static void write_actions(struct page *page, const struct view *view)
{
	const struct row *decision = view->decision;
	bool in_force = classification_is_in_force(decision, page->now), open = classification_is_open(decision, page->now);
	actions_begin(page);
	if (actor_has_role(page->actor, EVIDENCE_READERS))
		widget_button_link(page, classification_path(page, view->id, "/copy"), T(page, N_("Person's own copy")), true);
	if (open)
		classification_action(page, &ACT_CLASSIFICATION_WITHDRAW, "decision", view->id, view->id, false);
	if (in_force) {
		if (!row_is(decision, CLASSIFICATION_STATE, "appealed"))
			classification_action(page, &ACT_CLASSIFICATION_REVIEW, "decision", view->id, view->id, row_is(decision, CLASSIFICATION_STATE, "review"));
		if (!row_is(decision, CLASSIFICATION_STATE, "appealed"))
			classification_action(page, &ACT_CLASSIFICATION_SIGNAL, "decision", view->id, view->id, false);
		if (row_is(decision, CLASSIFICATION_STATE, "notified") && page->now <= row_moment(decision, CLASSIFICATION_APPEAL_UNTIL))
			classification_action(page, &ACT_CLASSIFICATION_LODGE_APPEAL, "decision", view->id, view->id, false);
		if (row_is(decision, CLASSIFICATION_KIND, "extremism_basis"))
			classification_action(page, &ACT_CLASSIFICATION_END_BY_LAW, "decision", view->id, view->id, false);
		if (page_may_act(page, &ACT_CLASSIFICATION_PROPOSE))
			widget_button_link(page, path_with(page, path_with(page, path_do(page, view->person->id, &ACT_CLASSIFICATION_PROPOSE, "renews", view->id, text_empty()), "kind",
				row_text(decision, CLASSIFICATION_KIND)), "outcome_value", row_text(decision, CLASSIFICATION_VALUE)), T(page, N_("Propose a renewal")), true);
	}
	actions_end(page);
}

/* ---- papers ---- */

static void write_item(struct page *page, const struct view *view, const struct row *item)
{
	struct html *h = &page->html;
	struct text heading = page_message_with(page, N_("{event}, {date}"), "event", row_text(item, EVIDENCE_EVENT), "date", page_date(page, row_date(item, EVIDENCE_EVENT_ON)), NULL);
	static const int LINES[] = { EVIDENCE_DIRECTION, EVIDENCE_RESTS_ON, EVIDENCE_SOURCE_KIND, EVIDENCE_SOURCE, EVIDENCE_SOURCE_GRADE, EVIDENCE_CONTENT_GRADE, EVIDENCE_FACT,
		EVIDENCE_ALTERNATIVE, EVIDENCE_ACCOUNT, EVIDENCE_DISCLOSURE, EVIDENCE_GIST, EVIDENCE_WITHHELD_GROUND };
	int64_t days = page_parameter(page, view->facility, "class.evidence_days", 730);
	struct date today = page_today(page, row_text(view->person, PERSON_CURRENT_FACILITY));
	html_begin_class(h, "div", "custos-card");
	html_element(h, "h3", "custos-card__title", heading);
	html_begin_class(h, "p", "govuk-body-s");
	if (evidence_carries(item, today, days))
		widget_tag(page, "green", T(page, N_("Can carry a raise")));
	else if (!evidence_shows_conduct(item))
		widget_tag(page, "red", T(page, N_("No ground: carries nothing")));
	else
		widget_tag(page, "grey", T(page, N_("Cannot carry a raise")));
	html_end(h);
	classification_prose(page, row_text(item, EVIDENCE_SUMMARY));
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
		classification_line(page, RECORD_CLASSIFICATION_EVIDENCE.fields[LINES[i]].label, page_value(page, &RECORD_CLASSIFICATION_EVIDENCE.fields[LINES[i]], row_value(item, LINES[i])));
	widget_summary_row(page, T(page, N_("Written by")), report_classification_author(page->query, row_text(item, EVIDENCE_AUTHOR)));
	widget_summary_end(page);
	if (row_is(view->decision, CLASSIFICATION_STATE, "proposed")) {
		actions_begin(page);
		classification_action(page, &ACT_CLASSIFICATION_SET_DISCLOSURE, "evidence", item->id, view->id, false);
		actions_end(page);
	}
	html_end(h);
}

static void write_evidence(struct page *page, const struct view *view)
{
	widget_heading(page, 2, T(page, N_("Evidence")));
	if (!page_may_read(page, &RECORD_CLASSIFICATION_EVIDENCE)) {
		widget_paragraph(page, T(page, N_("Your role does not see what it rests on. Ask the case manager.")));
		return;
	}
	int64_t days = page_parameter(page, view->facility, "class.evidence_days", 730), needed = page_parameter(page, view->facility, "class.independent_items", 2);
	int64_t found = evidence_independent(&view->evidence, page_today(page, row_text(view->person, PERSON_CURRENT_FACILITY)), days);
	widget_paragraph(page, page_message_with(page, N_("Independent items that can carry a raise: {count}. A raise needs {needed}; several reports about one event count once."),
		"count", format_integer(page->language, page->arena, found), "needed", format_integer(page->language, page->arena, needed), NULL));
	if (view->evidence.count == 0)
		widget_paragraph(page, T(page, N_("There is no evidence yet. Add what was seen or heard, also what speaks for the person.")));
	for (size_t i = 0; i < view->evidence.count; i++)
		write_item(page, view, view->evidence.items[i]);
}

static void write_heard(struct page *page, const struct view *view)
{
	widget_heading(page, 2, T(page, N_("What the person says")));
	if (!page_may_read(page, &RECORD_CLASSIFICATION_REPRESENTATION) || view->heard.count == 0) {
		widget_paragraph(page, T(page, N_("Nothing is recorded yet.")));
		return;
	}
	for (size_t i = 0; i < view->heard.count; i++) {
		const struct row *said = view->heard.items[i];
		html_begin_class(&page->html, "div", "custos-card");
		html_element(&page->html, "h3", "custos-card__title", page_message_with(page, N_("{how}, {moment}"), "how",
			page_value(page, &RECORD_CLASSIFICATION_REPRESENTATION.fields[REPRESENTATION_HOW], row_value(said, REPRESENTATION_HOW)), "moment",
			page_moment(page, row_moment(said, REPRESENTATION_AT)), NULL));
		if (row_has(said, REPRESENTATION_TEXT))
			classification_prose(page, row_text(said, REPRESENTATION_TEXT));
		html_end(&page->html);
	}
}

static void write_votes(struct page *page, const struct view *view)
{
	static const char *const HEADINGS[] = { N_("Member"), N_("Position"), N_("Reasons"), NULL };
	if (view->votes.count == 0)
		return;
	widget_heading(page, 2, T(page, N_("Votes")));
	widget_table_begin(page, text_empty(), HEADINGS);
	for (size_t i = 0; i < view->votes.count; i++) {
		const struct row *vote = view->votes.items[i];
		widget_table_row(page);
		widget_table_cell(page, report_classification_author(page->query, row_text(vote, VOTE_MEMBER)));
		widget_table_cell(page, page_value(page, &RECORD_CLASSIFICATION_VOTE.fields[VOTE_POSITION], row_value(vote, VOTE_POSITION)));
		widget_table_cell(page, row_text(vote, VOTE_REASONS));
	}
	widget_table_end(page);
}

static void write_appeals(struct page *page, const struct view *view)
{
	for (size_t i = 0; i < view->appeals.count; i++) {
		const struct row *appeal = view->appeals.items[i];
		widget_heading(page, 2, T(page, N_("Appeal")));
		widget_summary_begin(page);
		widget_summary_row(page, T(page, N_("State")), page_value(page, &RECORD_CLASSIFICATION_APPEAL.fields[APPEAL_STATE], row_value(appeal, APPEAL_STATE)));
		widget_summary_row(page, T(page, N_("Lodged")), page_moment(page, row_moment(appeal, APPEAL_LODGED_AT)));
		widget_summary_row(page, T(page, N_("Why the person appeals")), row_text(appeal, APPEAL_GROUNDS));
		classification_line(page, N_("Varied to"), page_value(page, &RECORD_CLASSIFICATION_APPEAL.fields[APPEAL_VALUE], row_value(appeal, APPEAL_VALUE)));
		classification_line(page, N_("Reasons"), row_text(appeal, APPEAL_REASONS));
		classification_line(page, N_("Decided by"), report_classification_author(page->query, row_text(appeal, APPEAL_DECIDER)));
		widget_summary_end(page);
		if (!row_is(appeal, APPEAL_STATE, "open"))
			continue;
		actions_begin(page);
		classification_action(page, &ACT_CLASSIFICATION_DECIDE_APPEAL, "appeal", appeal->id, view->id, true);
		actions_end(page);
	}
}

void page_classification(struct page *page)
{
	struct view view;
	struct html *h = &page->html;
	if (!view_read(page, &view))
		return;
	page->back = path_subject(page, view.person->id, "/decisions");
	page->back_label = row_text(view.person, PERSON_DISPLAY_NAME);
	page->caption = choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_KIND, row_text(view.decision, CLASSIFICATION_KIND));
	page->wide = true;
	page_begin(page, classification_words(page, row_text(view.decision, CLASSIFICATION_VALUE)));
	if (row_has(view.decision, CLASSIFICATION_BASIS_FELL_AT))
		html_element(h, "div", "govuk-inset-text", page_message_with(page, N_("What this rests on ended on {moment}. Decide by {due} whether it stays."), "moment",
			page_moment(page, row_moment(view.decision, CLASSIFICATION_BASIS_FELL_AT)), "due", page_moment(page, row_moment(view.decision, CLASSIFICATION_REVIEW_DUE)), NULL));
	write_actions(page, &view);
	write_facts(page, &view);
	write_steps(page, &view);
	write_appeals(page, &view);
	html_begin_class(h, "div", "custos-columns");
	html_begin_class(h, "div", "custos-columns__main");
	write_evidence(page, &view);
	html_end(h);
	html_begin_class(h, "div", "custos-columns__side");
	write_heard(page, &view);
	write_votes(page, &view);
	html_end(h);
	html_end(h);
	page_end(page);
}
