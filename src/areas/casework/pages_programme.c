/* pages_programme.c - programmes of a person; groups of a facility; attendance of a whole group in one screen. */
#include "areas/casework/pages_common.h"

/* ---- one person ---- */

static size_t attended_of(const struct rows *attendance, struct text enrolment, bool there)
{
	size_t count = 0;
	for (size_t i = 0; i < attendance->count; i++)
		count += text_equal(row_text(attendance->items[i], ATTENDANCE_ENROLMENT), enrolment) && (!there || row_is(attendance->items[i], ATTENDANCE_CODE, "attended"));
	return count;
}

static void write_enrolment(struct page *page, struct text person, const struct row *enrolment, const struct rows *attendance)
{
	static const int CELLS[] = { ENROLMENT_STATE, ENROLMENT_GROUP, ENROLMENT_STARTED_ON, ENROLMENT_ENDED_ON };
	struct html *h = &page->html;
	widget_table_row(page);
	widget_table_link(page, page_path(page, &RECORD_ENROLMENT, enrolment->id), page_value(page, &RECORD_ENROLMENT.fields[ENROLMENT_PROGRAMME],
		row_value(enrolment, ENROLMENT_PROGRAMME)));
	for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++) {
		widget_table_cell_begin(page);
		widget_value(page, enrolment, CELLS[i]);
		widget_table_cell_end(page);
	}
	widget_table_cell(page, page_message_with(page, N_("{there} of {held}"), "there",
		format_integer(page->language, page->arena, (int64_t)attended_of(attendance, enrolment->id, true)), "held",
		format_integer(page->language, page->arena, (int64_t)attended_of(attendance, enrolment->id, false)), NULL));
	widget_table_cell_begin(page);
	if (enrolment_is_open(enrolment)) {
		bool takes_part = row_is(enrolment, ENROLMENT_STATE, "on_programme");
		if (!takes_part) {
			casework_act_link(page, person, &ACT_ENROLMENT_ASSESS, "enrolment", enrolment->id);
			html_void(h, "br");
			if (page_may_act(page, &ACT_CONSENT_ASK))
				html_link(h, "govuk-link", path_with(page, path_do(page, person, &ACT_CONSENT_ASK, "enrolment", enrolment->id, page->request->path), "purpose",
					TEXT_OF("programme")), page_message(page, ACT_CONSENT_ASK.label));
			html_void(h, "br");
			casework_act_link(page, person, &ACT_ENROLMENT_START, "enrolment", enrolment->id);
			html_void(h, "br");
		}
		casework_act_link(page, person, &ACT_ENROLMENT_END, "enrolment", enrolment->id);
	}
	widget_table_cell_end(page);
}

static void write_consents(struct page *page, struct text person, const struct rows *consents)
{
	static const char *const HEADINGS[] = { N_("Asked for what"), N_("Partner or recipient"), N_("Answer"), N_("Asked on"), N_("What to do"), NULL };
	static const int CELLS[] = { CONSENT_RECIPIENT, CONSENT_STATE, CONSENT_ASKED_ON };
	widget_paragraph(page, T(page, N_("Saying no, or taking consent back, is a right. It is no ground for anything.")));
	if (consents->count == 0)
		return;
	widget_table_begin(page, T(page, N_("Consents")), HEADINGS);
	for (size_t i = 0; i < consents->count; i++) {
		const struct row *consent = consents->items[i];
		widget_table_row(page);
		widget_table_link(page, page_path(page, &RECORD_CONSENT, consent->id), choice_label(page, &RECORD_CONSENT, CONSENT_PURPOSE, row_text(consent, CONSENT_PURPOSE)));
		for (size_t j = 0; j < sizeof CELLS / sizeof *CELLS; j++) {
			widget_table_cell_begin(page);
			widget_value(page, consent, CELLS[j]);
			widget_table_cell_end(page);
		}
		widget_table_cell_begin(page);
		if (consent_is_given(consent))
			casework_act_link(page, person, &ACT_CONSENT_WITHDRAW, "consent", consent->id);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

void page_programmes(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Programme"), N_("State"), N_("Group"), N_("Began on"), N_("Ended on"), N_("Sessions attended"), N_("What to do"), NULL };
	static const int RATINGS[] = { OUTCOME_RATING_POINT, OUTCOME_RATING_DOMAIN, OUTCOME_RATING_LEVEL, OUTCOME_RATING_CHANGE, OUTCOME_RATING_BLIND, -1 };
	static const int NOTES[] = { ENGAGEMENT_NOTE_SESSION, ENGAGEMENT_NOTE_ENGAGEMENT, ENGAGEMENT_NOTE_NOTE, ENGAGEMENT_NOTE_NEXT_STEP, -1 };
	struct rows enrolments, consents, attendance, ratings, notes;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_ENROLMENT, person->id, ENROLMENT_REFERRED_ON, true, &enrolments) ||
		!rows_about(page, &RECORD_CONSENT, person->id, CONSENT_ASKED_ON, true, &consents) ||
		!rows_about(page, &RECORD_ATTENDANCE, person->id, FIELD_CREATED_AT, true, &attendance) ||
		!rows_about(page, &RECORD_OUTCOME_RATING, person->id, FIELD_CREATED_AT, false, &ratings) ||
		!rows_about(page, &RECORD_ENGAGEMENT_NOTE, person->id, FIELD_CREATED_AT, true, &notes))
		return;
	page_begin(page, T(page, N_("Programmes")));
	actions_begin(page);
	casework_act_button(page, person->id, &ACT_ENROLMENT_REFER, NULL, text_empty(), true);
	casework_generic_button(page, person->id, "engagement_note.add", NULL, text_empty());
	casework_generic_button(page, person->id, "outcome_rating.add", NULL, text_empty());
	casework_act_button(page, person->id, &ACT_DUTY_REPORT_MAKE, NULL, text_empty(), false);
	actions_end(page);
	if (enrolments.count == 0) {
		widget_paragraph(page, T(page, N_("Nothing has been offered yet. Refer the person to what fits the needs in the plan.")));
	} else {
		widget_table_begin(page, T(page, N_("Places in programmes")), HEADINGS);
		for (size_t i = 0; i < enrolments.count; i++)
			write_enrolment(page, person->id, enrolments.items[i], &attendance);
		widget_table_end(page);
	}
	write_consents(page, person->id, &consents);
	rows_table(page, N_("Ratings of change"), &ratings, RATINGS, N_("Nobody has rated change yet. Somebody who does not run the programme does it, before and after."));
	if (notes.count)
		rows_table(page, N_("Notes of sessions"), &notes, NOTES, N_("No note."));
	page_end(page);
}

/* ---- groups ---- */

void page_groups(struct page *page)
{
	static const int COLUMNS[] = { PROGRAMME_GROUP_NAME, PROGRAMME_GROUP_PROGRAMME, PROGRAMME_GROUP_FACILITATOR_NAME, PROGRAMME_GROUP_STARTS_ON, PROGRAMME_GROUP_WHERE,
		PROGRAMME_GROUP_STATE, -1 };
	const struct row *facility = NULL;
	struct rows groups;
	page->section = "groups";
	struct text scope = page_facility(page, &facility);
	if (text_is_empty(scope))
		return;
	const struct condition here = CONDITION_TEXT(PROGRAMME_GROUP_FACILITY, scope);
	if (!rows_where(page, &RECORD_PROGRAMME_GROUP, &here, 1, PROGRAMME_GROUP_STARTS_ON, true, &groups))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Groups")));
	actions_begin(page);
	action_link(page, &ACT_GROUP_OPEN, path_do(page, text_empty(), &ACT_GROUP_OPEN, NULL, text_empty(), TEXT_OF("/groups")), true);
	widget_button_link(page, TEXT_OF("/data/intervention"), T(page, N_("What is on offer")), true);
	if (page_may_read(page, &RECORD_FACILITATOR_APPROVAL))
		widget_button_link(page, TEXT_OF("/data/facilitator_approval"), T(page, N_("Who may run programmes")), true);
	actions_end(page);
	rows_table(page, N_("Groups"), &groups, COLUMNS, N_("No group meets here yet. A vetted facilitator opens one."));
	page_end(page);
}

static bool members_of(struct page *page, struct text group, struct rows *out)
{
	const struct condition own[] = { CONDITION_TEXT(ENROLMENT_GROUP, group), CONDITION_TEXT(ENROLMENT_STATE, TEXT_OF("on_programme")) };
	return rows_where(page, &RECORD_ENROLMENT, own, 2, ENROLMENT_STARTED_ON, false, out);
}

static void write_session(struct page *page, const struct row *session)
{
	static const int CELLS[] = { PROGRAMME_SESSION_TOPIC, PROGRAMME_SESSION_MINUTES, PROGRAMME_SESSION_STATE };
	widget_table_row(page);
	widget_table_link(page, page_path(page, &RECORD_PROGRAMME_SESSION, session->id), page_moment(page, row_moment(session, PROGRAMME_SESSION_PLANNED_AT)));
	for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++) {
		widget_table_cell_begin(page);
		widget_value(page, session, CELLS[i]);
		widget_table_cell_end(page);
	}
}

void page_group(struct page *page)
{
	static const char *const SESSIONS[] = { N_("When"), N_("Topic or module"), N_("Minutes"), N_("State"), NULL };
	static const char *const MEMBERS[] = { N_("Person"), N_("Began on"), N_("What to do"), NULL };
	struct rows members, sessions;
	const struct row *group = row_open(page, &RECORD_PROGRAMME_GROUP, "groups");
	if (!group)
		return;
	const struct condition own = CONDITION_TEXT(PROGRAMME_SESSION_GROUP, group->id);
	if (!members_of(page, group->id, &members) || !rows_where(page, &RECORD_PROGRAMME_SESSION, &own, 1, PROGRAMME_SESSION_PLANNED_AT, true, &sessions))
		return;
	page->back = TEXT_OF("/groups");
	page->back_label = T(page, N_("Groups"));
	page_begin(page, row_text(group, PROGRAMME_GROUP_NAME));
	widget_summary_begin(page);
	for (int field = PROGRAMME_GROUP_PROGRAMME; field < PROGRAMME_GROUP_FIELDS; field++)
		if (field != PROGRAMME_GROUP_NAME && field != PROGRAMME_GROUP_FACILITATOR)
			casework_summary_field(page, group, field);
	widget_summary_end(page);
	actions_begin(page);
	casework_act_button(page, text_empty(), &ACT_SESSION_PLAN, "training_group", group->id, true);
	casework_act_button(page, text_empty(), &ACT_GROUP_END, "training_group", group->id, false);
	actions_end(page);
	if (members.count == 0) {
		widget_paragraph(page, T(page, N_("Nobody takes part yet. Open a person's programmes, and begin in this group.")));
	} else {
		widget_table_begin(page, T(page, N_("Who takes part")), MEMBERS);
		for (size_t i = 0; i < members.count; i++) {
			const struct row *member = members.items[i];
			widget_table_row(page);
			widget_table_cell_begin(page);
			write_name_link(page, row_text(member, ENROLMENT_PERSON), casework_person_name(page, row_text(member, ENROLMENT_PERSON)), "/programmes");
			widget_table_cell_end(page);
			widget_table_cell_begin(page);
			widget_value(page, member, ENROLMENT_STARTED_ON);
			widget_table_cell_end(page);
			widget_table_cell_begin(page);
			casework_act_link(page, row_text(member, ENROLMENT_PERSON), &ACT_ENROLMENT_END, "enrolment", member->id);
			widget_table_cell_end(page);
		}
		widget_table_end(page);
	}
	if (sessions.count == 0) {
		widget_paragraph(page, T(page, N_("No session is planned yet.")));
	} else {
		widget_table_begin(page, T(page, N_("Sessions")), SESSIONS);
		for (size_t i = 0; i < sessions.count; i++)
			write_session(page, sessions.items[i]);
		widget_table_end(page);
	}
	page_end(page);
}

/* ---- attendance in one screen ---- */

struct sheet { const struct row *session, *group; struct rows members, taken; };

static bool sheet_read(struct page *page, struct sheet *out)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	out->session = row_open(page, &RECORD_PROGRAMME_SESSION, "groups");
	if (!out->session)
		return false;
	if (!query_peek(page->query, &RECORD_PROGRAMME_GROUP, row_text(out->session, PROGRAMME_SESSION_GROUP), &out->group, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	const struct condition own = CONDITION_TEXT(ATTENDANCE_SESSION, out->session->id);
	return members_of(page, out->group->id, &out->members) && rows_where(page, &RECORD_ATTENDANCE, &own, 1, FIELD_CREATED_AT, false, &out->taken);
}

static struct text input_name(struct page *page, const struct row *member)
{
	return arena_format(page->arena, "at-%.*s", TEXT_FORMAT(member->id));
}

/* What stands in the form: typed, all there by one button, taken before, or nothing. */
static struct text code_of(struct page *page, const struct sheet *sheet, const struct row *member)
{
	struct text typed = page_form(page, arena_string(page->arena, input_name(page, member)));
	if (!text_is_empty(typed))
		return typed;
	if (!text_is_empty(page_form(page, "_all")))
		return TEXT_OF("attended");
	for (size_t i = 0; i < sheet->taken.count; i++)
		if (text_equal(row_text(sheet->taken.items[i], ATTENDANCE_ENROLMENT), member->id))
			return row_text(sheet->taken.items[i], ATTENDANCE_CODE);
	return text_empty();
}

/* A group of radio buttons: Tab goes from person to person, the arrows choose. */
static void write_member(struct page *page, const struct sheet *sheet, const struct row *member)
{
	struct html *h = &page->html;
	struct text name = input_name(page, member), chosen = code_of(page, sheet, member);
	html_begin_class(h, "fieldset", "govuk-fieldset govuk-form-group");
	if (member == sheet->members.items[0])
		html_attribute_string(h, "id", "list"); /* where the summary of faults leads */
	html_begin_class(h, "legend", "govuk-fieldset__legend govuk-fieldset__legend--s");
	html_element(h, "bdi", NULL, casework_person_name(page, row_text(member, ENROLMENT_PERSON)));
	html_end(h);
	html_begin_class(h, "div", "govuk-radios govuk-radios--small govuk-radios--inline");
	for (const struct choice *choice = ATTENDANCE_CODE_CHOICES; choice->code; choice++) {
		struct text id = arena_format(page->arena, "%.*s-%s", TEXT_FORMAT(name), choice->code);
		html_begin_class(h, "div", "govuk-radios__item");
		html_void(h, "input");
		html_attribute_string(h, "class", "govuk-radios__input");
		html_attribute(h, "id", id);
		html_attribute(h, "name", name);
		html_attribute_string(h, "type", "radio");
		html_attribute(h, "value", text_from(choice->code));
		html_flag(h, "checked", text_equal_string(chosen, choice->code));
		html_begin_class(h, "label", "govuk-label govuk-radios__label");
		html_attribute(h, "for", id);
		html_text(h, page_message(page, choice->label));
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void show_sheet(struct page *page, const struct sheet *sheet, const struct error_list *errors)
{
	static const int TAKEN[] = { ATTENDANCE_PERSON, ATTENDANCE_CODE, -1 };
	bool may = page_may_act(page, &ACT_ATTENDANCE_TAKE) && !row_is(sheet->session, PROGRAMME_SESSION_STATE, "cancelled");
	page->back = path_of(page, "groups", sheet->group->id);
	page->back_label = row_text(sheet->group, PROGRAMME_GROUP_NAME);
	page->caption = page_moment(page, row_moment(sheet->session, PROGRAMME_SESSION_PLANNED_AT));
	if (errors)
		page_errors(page, errors);
	page_begin(page, row_text(sheet->session, PROGRAMME_SESSION_TOPIC));
	widget_summary_begin(page);
	casework_summary_field(page, sheet->session, PROGRAMME_SESSION_STATE);
	casework_summary_field(page, sheet->session, PROGRAMME_SESSION_MINUTES);
	casework_summary_field(page, sheet->session, PROGRAMME_SESSION_CANCEL_REASON);
	widget_summary_end(page);
	if (sheet->members.count == 0) {
		widget_paragraph(page, T(page, N_("Nobody takes part now.")));
	} else if (may) {
		widget_heading(page, 2, T(page, N_("Who was there")));
		widget_form_begin(page, text_empty(), false);
		html_begin_class(&page->html, "div", "custos-no-print");
		widget_button(page, "_all", TEXT_OF("attended"), T(page, N_("All were there")), true);
		html_end(&page->html);
		for (size_t i = 0; i < sheet->members.count; i++)
			write_member(page, sheet, sheet->members.items[i]);
		widget_form_end(page, N_("Record attendance"));
	}
	if (sheet->taken.count)
		rows_table(page, N_("Attendance"), &sheet->taken, TAKEN, N_("Nobody is entered yet."));
	if (row_is(sheet->session, PROGRAMME_SESSION_STATE, "planned")) {
		actions_begin(page);
		casework_act_button(page, text_empty(), &ACT_SESSION_CANCEL, "training_session", sheet->session->id, false);
		actions_end(page);
	}
	page_end(page);
}

void page_session(struct page *page)
{
	struct sheet sheet;
	if (sheet_read(page, &sheet))
		show_sheet(page, &sheet, NULL);
}

/* Everybody gets a line, so that nobody is forgotten: an empty choice is a fault, and what was chosen stays. */
void page_session_post(struct page *page)
{
	struct sheet sheet;
	struct error_list errors;
	struct outcome outcome;
	struct builder list;
	if (!sheet_read(page, &sheet))
		return;
	error_list_begin(&errors, page->arena);
	if (!text_is_empty(page_form(page, "_all"))) {
		show_sheet(page, &sheet, NULL);
		return;
	}
	builder_begin(&list, page->arena, 256);
	for (size_t i = 0; i < sheet.members.count; i++) {
		builder_add(&list, sheet.members.items[i]->id);
		builder_add_byte(&list, ' ');
		builder_add(&list, page_form(page, arena_string(page->arena, input_name(page, sheet.members.items[i]))));
		builder_add_byte(&list, '\n');
	}
	const struct pair inputs[] = { { TEXT("training_session"), sheet.session->id }, { TEXT("list"), builder_text(&list) } };
	struct command command = { .act = TEXT("attendance.take"), .inputs = inputs, .input_count = 2, .reason = TEXT(""), .idempotency_key = TEXT(""),
		.source_key = TEXT("") };
	if (command_run(page->service, page->arena, page->actor, &command, &outcome, &errors))
		page_redirect(page, page_done(page, page->request->path, command.act, &outcome));
	else
		show_sheet(page, &sheet, &errors);
}
