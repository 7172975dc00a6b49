/* pages_plan.c - the plan board of a person: objectives and actions by state, conferences, reviews; and the person's own copy. */
#include "areas/casework/pages_common.h"

struct board { const struct row *person, *plan; struct rows objectives, actions, reviews, conferences, attendees, assignments, contacts, notes; struct date today; };

static bool board_read(struct page *page, struct board *out)
{
	out->person = subject_open(page);
	if (!out->person || !casework_plan_of(page, out->person->id, &out->plan))
		return false;
	struct text id = out->person->id;
	out->today = page_today(page, row_text(out->person, PERSON_CURRENT_FACILITY));
	return rows_about(page, &RECORD_PLAN_OBJECTIVE, id, PLAN_OBJECTIVE_DUE_ON, false, &out->objectives) &&
		rows_about(page, &RECORD_PLAN_ACTION, id, PLAN_ACTION_DUE_ON, false, &out->actions) &&
		rows_about(page, &RECORD_PLAN_REVIEW, id, PLAN_REVIEW_HELD_ON, true, &out->reviews) &&
		rows_about(page, &RECORD_PLAN_CONFERENCE, id, PLAN_CONFERENCE_HELD_AT, true, &out->conferences) &&
		rows_about(page, &RECORD_CONFERENCE_ATTENDEE, id, FIELD_CREATED_AT, false, &out->attendees) &&
		rows_about(page, &RECORD_CASE_ASSIGNMENT, id, CASE_ASSIGNMENT_SINCE, true, &out->assignments) &&
		rows_about(page, &RECORD_CASE_CONTACT, id, CASE_CONTACT_HAPPENED_AT, true, &out->contacts) &&
		rows_about(page, &RECORD_SUPERVISION_NOTE, id, SUPERVISION_NOTE_HELD_ON, true, &out->notes);
}

/* ---- the board ---- */

static const char *state_colour(const struct row *action, struct date today)
{
	if (action_is_overdue(action, today))
		return "red";
	return row_is(action, PLAN_ACTION_STATE, "done") ? "green" : row_is(action, PLAN_ACTION_STATE, "doing") ? "blue" :
		row_is(action, PLAN_ACTION_STATE, "blocked") ? "orange" : "grey";
}

static void write_action(struct page *page, const struct board *board, const struct row *action)
{
	struct html *h = &page->html;
	html_begin_class(h, "li", "custos-bed");
	html_begin_class(h, "span", "custos-bed__who");
	if (page_may_act(page, &ACT_ACTION_MOVE))
		html_link(h, "govuk-link", path_do(page, board->person->id, &ACT_ACTION_MOVE, "plan_action", action->id, page->request->path), row_text(action, PLAN_ACTION_WHAT));
	else
		html_element(h, "bdi", NULL, row_text(action, PLAN_ACTION_WHAT));
	html_text(h, TEXT_OF(" "));
	widget_tag(page, state_colour(action, board->today), choice_label(page, &RECORD_PLAN_ACTION, PLAN_ACTION_STATE, row_text(action, PLAN_ACTION_STATE)));
	html_begin_class(h, "span", "custos-bed__note");
	html_text(h, page_message_with(page, N_("{owner}, by {date}"), "owner", row_has(action, PLAN_ACTION_OWNER) ? row_text(action, PLAN_ACTION_OWNER) :
		choice_label(page, &RECORD_PLAN_ACTION, PLAN_ACTION_OWNER_KIND, row_text(action, PLAN_ACTION_OWNER_KIND)), "date",
		page_date(page, row_date(action, PLAN_ACTION_DUE_ON)), NULL));
	html_end(h);
	if (row_has(action, PLAN_ACTION_BLOCKED_BY))
		html_element(h, "span", "custos-bed__note", row_text(action, PLAN_ACTION_BLOCKED_BY));
	html_end(h);
	html_end(h);
}

static void cell_line(struct page *page, const struct row *objective, int field)
{
	struct text value = page_value(page, &RECORD_PLAN_OBJECTIVE.fields[field], row_value(objective, field));
	if (!text_is_empty(value))
		html_element(&page->html, "p", "custos-cell__note", page_message_with(page, N_("{what}: {value}"), "what",
			page_message(page, RECORD_PLAN_OBJECTIVE.fields[field].label), "value", value, NULL));
}

static void write_objective(struct page *page, const struct board *board, const struct row *objective)
{
	static const int LINES[] = { PLAN_OBJECTIVE_BASELINE, PLAN_OBJECTIVE_MEASURE, PLAN_OBJECTIVE_TARGET, PLAN_OBJECTIVE_DUE_ON, PLAN_OBJECTIVE_ATTAINMENT };
	struct html *h = &page->html;
	bool late = objective_is_open(objective) && date_compare(row_date(objective, PLAN_OBJECTIVE_DUE_ON), board->today) < 0;
	html_begin_class(h, "li", late ? "custos-cell custos-cell--breach" : objective_is_open(objective) ? "custos-cell custos-cell--part" : "custos-cell custos-cell--free");
	html_begin_class(h, "div", "custos-cell__head");
	html_begin_class(h, "h3", "custos-cell__name");
	html_link(h, "govuk-link", page_path(page, &RECORD_PLAN_OBJECTIVE, objective->id), row_text(objective, PLAN_OBJECTIVE_WORDS));
	html_end(h);
	struct text area = choice_label(page, &RECORD_PLAN_OBJECTIVE, PLAN_OBJECTIVE_AREA, row_text(objective, PLAN_OBJECTIVE_AREA));
	html_element(h, "p", "custos-cell__state", late ? page_message_with(page, N_("{area}: late"), "area", area, NULL) : area);
	html_end(h);
	size_t actions = 0;
	for (size_t i = 0; i < board->actions.count; i++)
		if (text_equal(row_text(board->actions.items[i], PLAN_ACTION_OBJECTIVE), objective->id)) {
			if (actions++ == 0)
				html_begin_class(h, "ul", "custos-cell__beds");
			write_action(page, board, board->actions.items[i]);
		}
	if (actions)
		html_end(h);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
		cell_line(page, objective, LINES[i]);
	html_begin_class(h, "p", "custos-cell__note custos-no-print");
	if (objective_is_open(objective))
		casework_act_link(page, board->person->id, &ACT_ACTION_SET, "objective", objective->id);
	html_text(h, TEXT_OF(" "));
	casework_act_link(page, board->person->id, &ACT_OBJECTIVE_MOVE, "plan_objective", objective->id);
	html_end(h);
	html_end(h);
}

static bool is_in_group(const struct row *objective, const char *const *states)
{
	for (; *states; states++)
		if (row_is(objective, PLAN_OBJECTIVE_STATE, *states))
			return true;
	return false;
}

static void write_group(struct page *page, const struct board *board, const char *title, const char *const *states)
{
	struct html *h = &page->html;
	struct text heading = arena_format(page->arena, "board-%d", ++page->ids);
	bool begun = false;
	for (size_t i = 0; i < board->objectives.count; i++) {
		const struct row *objective = board->objectives.items[i];
		if (!text_equal(row_text(objective, PLAN_OBJECTIVE_PLAN), board->plan->id) || !is_in_group(objective, states))
			continue;
		if (!begun) {
			begun = true;
			html_begin_class(h, "section", "custos-board");
			html_attribute(h, "aria-labelledby", heading);
			html_begin_class(h, "div", "custos-board__head");
			html_begin_class(h, "h2", "custos-board__title");
			html_attribute(h, "id", heading);
			html_text(h, page_message(page, title));
			html_end(h);
			html_end(h);
			html_begin_class(h, "ul", "custos-board__cells");
		}
		write_objective(page, board, objective);
	}
	if (begun) {
		html_end(h);
		html_end(h);
	}
}

static void write_objectives(struct page *page, const struct board *board)
{
	static const char *const WORKED[] = { "agreed", "active", NULL }, *const PROPOSED[] = { "proposed", NULL };
	static const char *const ENDED[] = { "achieved", "partly", "not_achieved", "withdrawn", NULL };
	size_t count = 0;
	for (size_t i = 0; i < board->objectives.count; i++)
		count += text_equal(row_text(board->objectives.items[i], PLAN_OBJECTIVE_PLAN), board->plan->id);
	if (count == 0)
		widget_paragraph(page, T(page, N_("The plan holds no objective yet. Ask the person what he or she wants to reach, and write it in the person's words.")));
	write_group(page, board, N_("Being worked on"), WORKED);
	write_group(page, board, N_("Proposed"), PROPOSED);
	write_group(page, board, N_("Ended"), ENDED);
}

/* ---- around the board ---- */

static void write_plan_summary(struct page *page, const struct board *board)
{
	static const int LINES[] = { PLAN_STATE, PLAN_OPENED_ON, PLAN_AGREED_ON, PLAN_SIGNATURE, PLAN_REFUSAL, PLAN_WITNESS, PLAN_NEXT_REVIEW_ON, PLAN_STRENGTHS,
		PLAN_RESETTLEMENT, PLAN_CLOSED_ON, PLAN_CLOSE_REASON };
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
		casework_summary_field(page, board->plan, LINES[i]);
	widget_summary_end(page);
}

static void write_people(struct page *page, const struct board *board)
{
	static const char *const HEADINGS[] = { N_("Member of staff"), N_("Part"), N_("Supervisor"), N_("Since"), N_("Until"), N_("What to do"), NULL };
	static const int CELLS[] = { CASE_ASSIGNMENT_KIND, CASE_ASSIGNMENT_SUPERVISOR_NAME, CASE_ASSIGNMENT_SINCE, CASE_ASSIGNMENT_ENDED_AT };
	if (board->assignments.count == 0) {
		widget_heading(page, 2, T(page, N_("Who works with the person")));
		widget_paragraph(page, T(page, N_("Nobody is named yet. The governor names a case manager.")));
		return;
	}
	widget_table_begin(page, T(page, N_("Who works with the person")), HEADINGS);
	for (size_t i = 0; i < board->assignments.count; i++) {
		const struct row *assignment = board->assignments.items[i];
		widget_table_row(page);
		widget_table_link(page, page_path(page, &RECORD_CASE_ASSIGNMENT, assignment->id), row_text(assignment, CASE_ASSIGNMENT_WORKER_NAME));
		for (size_t j = 0; j < sizeof CELLS / sizeof *CELLS; j++) {
			widget_table_cell_begin(page);
			widget_value(page, assignment, CELLS[j]);
			widget_table_cell_end(page);
		}
		widget_table_cell_begin(page);
		if (assignment_is_open(assignment))
			casework_act_link(page, board->person->id, &ACT_ASSIGNMENT_HAND_OVER, "case_assignment", assignment->id);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_conferences(struct page *page, const struct board *board)
{
	static const int COLUMNS[] = { CONFERENCE_ATTENDEE_NAME, CONFERENCE_ATTENDEE_AGENCY, CONFERENCE_ATTENDEE_ATTENDED, CONFERENCE_ATTENDEE_VIEW,
		CONFERENCE_ATTENDEE_DISSENT, -1 };
	widget_heading(page, 2, T(page, N_("Case conferences")));
	if (board->conferences.count == 0)
		widget_paragraph(page, T(page, N_("No conference has been held yet.")));
	for (size_t i = 0; i < board->conferences.count; i++) {
		const struct row *conference = board->conferences.items[i];
		struct rows there = { ARENA_ARRAY(page->arena, struct row *, board->attendees.count + 1), 0 };
		for (size_t j = 0; j < board->attendees.count; j++)
			if (text_equal(row_text(board->attendees.items[j], CONFERENCE_ATTENDEE_CONFERENCE), conference->id))
				there.items[there.count++] = board->attendees.items[j];
		widget_heading(page, 3, row_text(conference, PLAN_CONFERENCE_AGENDA));
		widget_summary_begin(page);
		casework_summary_field(page, conference, PLAN_CONFERENCE_HELD_AT);
		casework_summary_field(page, conference, PLAN_CONFERENCE_PRESENT);
		casework_summary_field(page, conference, PLAN_CONFERENCE_PAPERS);
		casework_summary_field(page, conference, PLAN_CONFERENCE_DECISIONS);
		widget_summary_end(page);
		rows_table(page, N_("Who was there"), &there, COLUMNS, N_("Nobody is entered yet."));
		actions_begin(page);
		casework_act_button(page, board->person->id, &ACT_ATTENDEE_ENTER, "conference", conference->id, false);
		actions_end(page);
	}
}

static void write_plan_actions(struct page *page, const struct board *board)
{
	struct text id = board->person->id;
	bool open = board->plan && plan_is_open(board->plan);
	actions_begin(page);
	if (!open) {
		casework_act_button(page, id, &ACT_PLAN_OPEN, NULL, text_empty(), true);
	} else {
		casework_act_button(page, id, &ACT_OBJECTIVE_SET, "plan", board->plan->id, false);
		if (row_is(board->plan, PLAN_STATE, "agreed"))
			casework_act_button(page, id, &ACT_PLAN_REVIEW, "plan", board->plan->id, true);
		else
			casework_act_button(page, id, &ACT_PLAN_AGREE, "plan", board->plan->id, true);
		casework_act_button(page, id, &ACT_PLAN_CHANGE, "plan", board->plan->id, false);
		casework_act_button(page, id, &ACT_CONFERENCE_HOLD, "plan", board->plan->id, false);
	}
	casework_generic_button(page, id, "case_contact.add", NULL, text_empty());
	casework_act_button(page, id, &ACT_ASSIGNMENT_ASSIGN, NULL, text_empty(), false);
	if (board->plan)
		widget_button_link(page, path_subject(page, id, "/plan/copy"), T(page, N_("The person's own copy")), true);
	actions_end(page);
}

void page_plan(struct page *page)
{
	static const int REVIEWS[] = { PLAN_REVIEW_HELD_ON, PLAN_REVIEW_OCCASION, PLAN_REVIEW_CHANGED, PLAN_REVIEW_PERSON_VIEW, PLAN_REVIEW_RESULT,
		PLAN_REVIEW_NEXT_REVIEW_ON, -1 };
	static const int CONTACTS[] = { CASE_CONTACT_HAPPENED_AT, CASE_CONTACT_KIND, CASE_CONTACT_PLANNED, CASE_CONTACT_MINUTES, CASE_CONTACT_NOTE, -1 };
	static const int NOTES[] = { SUPERVISION_NOTE_HELD_ON, SUPERVISION_NOTE_NOTE, SUPERVISION_NOTE_NEXT_STEP, -1 };
	struct board board = { .person = NULL };
	if (!board_read(page, &board))
		return;
	page_begin(page, T(page, N_("Plan")));
	write_plan_actions(page, &board);
	if (!board.plan) {
		widget_paragraph(page, T(page, N_("There is no plan yet. It is made together with the person, soon after the sentence begins.")));
	} else {
		write_plan_summary(page, &board);
		write_objectives(page, &board);
		rows_table(page, N_("Reviews of the plan"), &board.reviews, REVIEWS, N_("The plan has not been reviewed yet."));
		write_conferences(page, &board);
	}
	write_people(page, &board);
	rows_table(page, N_("Contacts of casework"), &board.contacts, CONTACTS, N_("No contact is recorded yet."));
	if (board.notes.count)
		rows_table(page, N_("Supervision notes"), &board.notes, NOTES, N_("No note."));
	page_end(page);
}

/* ---- the person's own copy ---- */

static void sheet_line(struct page *page, const char *label, struct text value)
{
	struct html *h = &page->html;
	if (text_is_empty(value))
		return;
	html_begin_class(h, "div", "govuk-summary-list__row");
	html_element(h, "dt", "govuk-summary-list__key", page_message(page, label));
	html_begin_class(h, "dd", "govuk-summary-list__value");
	html_element(h, "bdi", NULL, value);
	html_end(h);
	html_end(h);
}

static void sheet_field(struct page *page, const struct row *row, int field)
{
	sheet_line(page, row->record->fields[field].label, page_value(page, &row->record->fields[field], row_value(row, field)));
}

static void sheet_objective(struct page *page, const struct board *board, const struct row *objective)
{
	static const int LINES[] = { PLAN_OBJECTIVE_AREA, PLAN_OBJECTIVE_BASELINE, PLAN_OBJECTIVE_MEASURE, PLAN_OBJECTIVE_TARGET, PLAN_OBJECTIVE_DUE_ON, PLAN_OBJECTIVE_STATE,
		PLAN_OBJECTIVE_ATTAINMENT };
	static const int ACTIONS[] = { PLAN_ACTION_WHAT, PLAN_ACTION_OWNER_KIND, PLAN_ACTION_OWNER, PLAN_ACTION_DUE_ON, PLAN_ACTION_STATE, -1 };
	struct rows own = { ARENA_ARRAY(page->arena, struct row *, board->actions.count + 1), 0 };
	for (size_t i = 0; i < board->actions.count; i++)
		if (text_equal(row_text(board->actions.items[i], PLAN_ACTION_OBJECTIVE), objective->id))
			own.items[own.count++] = board->actions.items[i];
	widget_heading(page, 2, row_text(objective, PLAN_OBJECTIVE_WORDS));
	html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
		sheet_field(page, objective, LINES[i]);
	html_end(&page->html);
	if (own.count)
		sheet_table(page, N_("Who does what"), &own, ACTIONS, N_("No action yet."));
}

/* In the language of the person when we speak it: ?language=, else the one in which the plan was talked over. */
static void speak_to_person(struct page *page, const struct row *plan)
{
	struct text asked = page_query(page, "language");
	if (text_is_empty(asked))
		asked = row_text(plan, PLAN_LANGUAGE);
	if (!text_is_empty(asked))
		page->language = language_find(asked);
}

void page_plan_copy(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("The person"), N_("Case manager"), N_("Witness"), NULL };
	struct board board = { .person = NULL };
	if (!board_read(page, &board))
		return;
	if (!board.plan) {
		page_redirect(page, path_subject(page, board.person->id, "/plan"));
		return;
	}
	const struct row *facility = casework_facility_of(page, board.person);
	query_note(page->query, "print", board.person->id, TEXT_OF("plan"), board.plan->id);
	page->base_subject = text_empty();
	page->back = path_subject(page, board.person->id, "/plan");
	page->back_label = row_text(board.person, PERSON_DISPLAY_NAME);
	speak_to_person(page, board.plan);
	sheet_begin(page, T(page, N_("Your plan")), facility);
	html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
	sheet_line(page, N_("Name"), row_text(board.person, PERSON_DISPLAY_NAME));
	sheet_line(page, N_("Number"), row_text(board.person, PERSON_NUMBER));
	for (size_t i = 0; i < board.assignments.count; i++)
		if (assignment_is_open(board.assignments.items[i]) && row_is(board.assignments.items[i], CASE_ASSIGNMENT_KIND, "case_manager"))
			sheet_line(page, N_("Case manager"), row_text(board.assignments.items[i], CASE_ASSIGNMENT_WORKER_NAME));
	static const int LINES[] = { PLAN_STATE, PLAN_STRENGTHS, PLAN_RESETTLEMENT, PLAN_REFUSAL, PLAN_NEXT_REVIEW_ON };
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
		sheet_field(page, board.plan, LINES[i]);
	html_end(&page->html);
	for (size_t i = 0; i < board.objectives.count; i++)
		if (text_equal(row_text(board.objectives.items[i], PLAN_OBJECTIVE_PLAN), board.plan->id))
			sheet_objective(page, &board, board.objectives.items[i]);
	widget_paragraph(page, T(page, N_("You can ask for a review at any time. You can disagree with any part of this plan; what you say is written down, and nothing follows from it.")));
	sheet_proof(page, board.plan, true);
	sheet_end(page, SIGNATURES);
}
