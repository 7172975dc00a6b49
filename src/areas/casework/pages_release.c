/* pages_release.c - the way out of a person: steps, needs, partners, conditions, hand-overs, follow-up; and a hand-over on paper. */
#include "areas/casework/pages_common.h"

struct way { const struct row *person, *plan; struct rows milestones, needs, partners, conditions, packets, followups; struct date today; };

static bool of_plan(struct page *page, const struct record *record, int field, const struct row *plan, int order, struct rows *out)
{
	const struct condition own = CONDITION_TEXT(field, plan->id);
	return rows_where(page, record, &own, 1, order, false, out);
}

static bool way_read(struct page *page, struct way *out)
{
	out->person = subject_open(page);
	if (!out->person || !casework_release_plan_of(page, out->person->id, &out->plan) ||
		!rows_about(page, &RECORD_PARTNER, out->person->id, FIELD_CREATED_AT, false, &out->partners))
		return false;
	out->today = page_today(page, row_text(out->person, PERSON_CURRENT_FACILITY));
	return !out->plan ||
		(of_plan(page, &RECORD_RELEASE_MILESTONE, RELEASE_MILESTONE_RELEASE_PLAN, out->plan, RELEASE_MILESTONE_DUE_ON, &out->milestones) &&
		of_plan(page, &RECORD_RESETTLEMENT_NEED, RESETTLEMENT_NEED_RELEASE_PLAN, out->plan, FIELD_CREATED_AT, &out->needs) &&
		of_plan(page, &RECORD_LICENCE_CONDITION, LICENCE_CONDITION_RELEASE_PLAN, out->plan, FIELD_CREATED_AT, &out->conditions) &&
		of_plan(page, &RECORD_HANDOVER_PACKET, HANDOVER_PACKET_RELEASE_PLAN, out->plan, FIELD_CREATED_AT, &out->packets) &&
		of_plan(page, &RECORD_FOLLOWUP, FOLLOWUP_RELEASE_PLAN, out->plan, FOLLOWUP_HELD_ON, &out->followups));
}

static const struct row *of_kind(const struct rows *rows, int field, const char *code)
{
	for (size_t i = 0; i < rows->count; i++)
		if (row_is(rows->items[i], field, code))
			return rows->items[i];
	return NULL;
}

static void write_milestones(struct page *page, const struct way *way)
{
	widget_heading(page, 2, T(page, N_("Steps and their days")));
	task_list_begin(page);
	for (const struct choice *kind = MILESTONE_CHOICES; kind->code; kind++) {
		const struct row *step = of_kind(&way->milestones, RELEASE_MILESTONE_KIND, kind->code);
		if (!step)
			continue;
		bool open = row_is(step, RELEASE_MILESTONE_STATE, "open"), late = open && date_compare(row_date(step, RELEASE_MILESTONE_DUE_ON), way->today) < 0;
		struct task task = { .name = page_message(page, kind->label), .colour = late ? "red" : open ? "grey" : "green",
			.hint = page_message_with(page, N_("By {date}"), "date", page_date(page, row_date(step, RELEASE_MILESTONE_DUE_ON)), NULL),
			.status = late ? T(page, N_("Late")) : choice_label(page, &RECORD_RELEASE_MILESTONE, RELEASE_MILESTONE_STATE, row_text(step, RELEASE_MILESTONE_STATE)) };
		if (page_may_act(page, &ACT_MILESTONE_SETTLE) && !row_is(way->plan, RELEASE_PLAN_STATE, "closed"))
			task.href = path_do(page, way->person->id, &ACT_MILESTONE_SETTLE, "release_milestone", step->id, page->request->path);
		task_list_step(page, &task);
	}
	task_list_end(page);
}

static void write_needs(struct page *page, const struct way *way)
{
	widget_heading(page, 2, T(page, N_("Needs, and what helps")));
	task_list_begin(page);
	for (const struct choice *kind = RESETTLEMENT_CHOICES; kind->code; kind++) {
		const struct row *need = of_kind(&way->needs, RESETTLEMENT_NEED_KIND, kind->code);
		if (!need)
			continue;
		bool open = row_is(need, RESETTLEMENT_NEED_STATE, "open");
		struct task task = { .name = page_message(page, kind->label), .hint = row_text(need, RESETTLEMENT_NEED_RESOURCE), .colour = open ? "grey" : "green",
			.status = choice_label(page, &RECORD_RESETTLEMENT_NEED, RESETTLEMENT_NEED_STATE, row_text(need, RESETTLEMENT_NEED_STATE)) };
		if (page_may_act(page, &ACT_NEED_SETTLE) && row_has(way->person, PERSON_CURRENT_FACILITY))
			task.href = path_do(page, way->person->id, &ACT_NEED_SETTLE, "resettlement_need", need->id, page->request->path);
		task_list_step(page, &task);
	}
	task_list_end(page);
}

static void write_conditions(struct page *page, const struct way *way)
{
	static const char *const HEADINGS[] = { N_("The condition, in plain words"), N_("Why it is needed"), N_("How to contest it"), N_("Ends by itself on"), N_("State"),
		N_("What to do"), NULL };
	static const int CELLS[] = { LICENCE_CONDITION_NECESSITY, LICENCE_CONDITION_APPEAL, LICENCE_CONDITION_EXPIRES_ON, LICENCE_CONDITION_STATE };
	widget_heading(page, 2, T(page, N_("Conditions of release")));
	if (way->conditions.count == 0) {
		widget_paragraph(page, T(page, N_("No condition is drafted. Each needs a reason, an end, and a way to contest it.")));
		return;
	}
	widget_table_begin(page, text_empty(), HEADINGS);
	for (size_t i = 0; i < way->conditions.count; i++) {
		const struct row *condition = way->conditions.items[i];
		widget_table_row(page);
		widget_table_link(page, page_path(page, &RECORD_LICENCE_CONDITION, condition->id), row_text(condition, LICENCE_CONDITION_WORDS));
		for (size_t j = 0; j < sizeof CELLS / sizeof *CELLS; j++) {
			widget_table_cell_begin(page);
			widget_value(page, condition, CELLS[j]);
			widget_table_cell_end(page);
		}
		widget_table_cell_begin(page);
		if (row_is(condition, LICENCE_CONDITION_STATE, "draft"))
			casework_act_link(page, way->person->id, &ACT_CONDITION_DECIDE, "licence_condition", condition->id);
		else if (row_is(condition, LICENCE_CONDITION_STATE, "decided"))
			casework_act_link(page, way->person->id, &ACT_CONDITION_END, "licence_condition", condition->id);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_packets(struct page *page, const struct way *way)
{
	static const char *const HEADINGS[] = { N_("Recipient"), N_("Agency"), N_("State"), N_("Prepared on"), N_("Handed over on"), N_("What to do"), NULL };
	static const int CELLS[] = { HANDOVER_PACKET_RECIPIENT_KIND, HANDOVER_PACKET_STATE, HANDOVER_PACKET_PREPARED_ON, HANDOVER_PACKET_HANDED_ON };
	widget_heading(page, 2, T(page, N_("Hand-overs")));
	if (way->packets.count == 0) {
		widget_paragraph(page, T(page, N_("No papers are prepared. Each recipient needs the person's consent, or a law that demands it.")));
		return;
	}
	widget_table_begin(page, text_empty(), HEADINGS);
	for (size_t i = 0; i < way->packets.count; i++) {
		const struct row *packet = way->packets.items[i];
		widget_table_row(page);
		widget_table_link(page, path_of(page, "packets", packet->id), row_text(packet, HANDOVER_PACKET_RECIPIENT));
		for (size_t j = 0; j < sizeof CELLS / sizeof *CELLS; j++) {
			widget_table_cell_begin(page);
			widget_value(page, packet, CELLS[j]);
			widget_table_cell_end(page);
		}
		widget_table_cell_begin(page);
		if (row_is(packet, HANDOVER_PACKET_STATE, "prepared"))
			casework_act_link(page, way->person->id, &ACT_PACKET_HAND_OVER, "handover_packet", packet->id);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_buttons(struct page *page, const struct way *way)
{
	struct text id = way->person->id;
	bool here = row_has(way->person, PERSON_CURRENT_FACILITY);
	actions_begin(page);
	if (here && (!way->plan || row_is(way->plan, RELEASE_PLAN_STATE, "closed"))) {
		casework_act_button(page, id, &ACT_RELEASE_PLAN_OPEN, NULL, text_empty(), true);
	} else if (here) {
		casework_act_button(page, id, &ACT_RELEASE_PLAN_MOVE, "release_plan", way->plan->id, true);
		casework_act_button(page, id, &ACT_CONDITION_DRAFT, "release_plan", way->plan->id, false);
		casework_act_button(page, id, &ACT_PACKET_PREPARE, "release_plan", way->plan->id, false);
	} else if (way->plan && row_is(way->person, PERSON_WHEREABOUTS, "released")) {
		action_link(page, &ACT_FOLLOWUP_RECORD, path_with(page, path_do(page, id, &ACT_FOLLOWUP_RECORD, "release_plan", way->plan->id, page->request->path), "facility",
			row_text(way->plan, RELEASE_PLAN_FACILITY)), true);
	}
	if (here) {
		casework_act_button(page, id, &ACT_CONSENT_ASK, NULL, text_empty(), false);
		casework_generic_button(page, id, "partner.add", NULL, text_empty());
	}
	actions_end(page);
}

void page_way_out(struct page *page)
{
	static const int PARTNERS[] = { PARTNER_NAME, PARTNER_KIND, PARTNER_ROLE, PARTNER_ENDED_ON, -1 };
	static const int FOLLOWUPS[] = { FOLLOWUP_POINT, FOLLOWUP_HELD_ON, FOLLOWUP_REACHED, FOLLOWUP_HOUSED, FOLLOWUP_OCCUPIED, FOLLOWUP_RECONVICTION, FOLLOWUP_REENGAGEMENT, -1 };
	static const int LINES[] = { RELEASE_PLAN_STATE, RELEASE_PLAN_RELEASE_ON, RELEASE_PLAN_LEVEL, RELEASE_PLAN_CARE, RELEASE_PLAN_SIGNS, RELEASE_PLAN_CONTACT_PLAN,
		RELEASE_PLAN_RELEASED_ON, RELEASE_PLAN_CLOSED_ON };
	struct way way = { .person = NULL };
	if (!way_read(page, &way))
		return;
	page_begin(page, T(page, N_("Way out")));
	write_buttons(page, &way);
	if (!way.plan) {
		widget_paragraph(page, T(page, N_("The way out is not planned yet. It begins twelve months before release; with a short sentence, at once.")));
	} else {
		widget_summary_begin(page);
		for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
			casework_summary_field(page, way.plan, LINES[i]);
		widget_summary_end(page);
		write_milestones(page, &way);
		write_needs(page, &way);
	}
	if (page_may_read(page, &RECORD_PARTNER))
		rows_table(page, N_("Partners outside"), &way.partners, PARTNERS, N_("No partner is named. Ask the person whom to speak to."));
	if (way.plan) {
		write_conditions(page, &way);
		write_packets(page, &way);
		rows_table(page, N_("Follow-up after release"), &way.followups, FOLLOWUPS, N_("Nothing is recorded after release yet."));
	}
	page_end(page);
}

/* ---- a hand-over on paper ---- */

static bool holds(const struct row *packet, const char *code)
{
	struct text codes = row_text(packet, HANDOVER_PACKET_CONTENTS), one;
	while (text_next(&codes, ' ', &one))
		if (text_equal_string(one, code))
			return true;
	return false;
}

static void left_out(struct page *page, const char *title)
{
	widget_heading(page, 2, page_message(page, title));
	html_begin_class(&page->html, "p", "govuk-body");
	html_element(&page->html, "span", "custos-withheld", T(page, N_("Left out for this recipient")));
	html_end(&page->html);
}

static void part(struct page *page, const struct row *packet, const char *code, const char *title, const struct rows *rows, const int *fields)
{
	if (holds(packet, code))
		sheet_table(page, title, rows, fields, N_("Nothing is recorded."));
	else
		left_out(page, title);
}

static void fact(struct page *page, const struct row *row, int field)
{
	struct html *h = &page->html;
	if (!row_has(row, field))
		return;
	html_begin_class(h, "div", "govuk-summary-list__row");
	html_element(h, "dt", "govuk-summary-list__key", page_message(page, row->record->fields[field].label));
	html_begin_class(h, "dd", "govuk-summary-list__value");
	sheet_value(page, row, field);
	html_end(h);
	html_end(h);
}

static void write_parts(struct page *page, const struct row *packet, const struct way *way, const struct rows *objectives, const struct rows *enrolments)
{
	static const int OBJECTIVES[] = { PLAN_OBJECTIVE_AREA, PLAN_OBJECTIVE_WORDS, PLAN_OBJECTIVE_STATE, PLAN_OBJECTIVE_ATTAINMENT, -1 };
	static const int NEEDS[] = { RESETTLEMENT_NEED_KIND, RESETTLEMENT_NEED_STATE, RESETTLEMENT_NEED_RESOURCE, -1 };
	static const int PROGRAMMES[] = { ENROLMENT_PROGRAMME, ENROLMENT_STATE, ENROLMENT_STARTED_ON, ENROLMENT_ENDED_ON, -1 };
	static const int CONDITIONS[] = { LICENCE_CONDITION_WORDS, LICENCE_CONDITION_STARTS_ON, LICENCE_CONDITION_EXPIRES_ON, LICENCE_CONDITION_APPEAL, -1 };
	static const int PARTNERS[] = { PARTNER_NAME, PARTNER_KIND, PARTNER_ROLE, PARTNER_REACH, -1 };
	part(page, packet, "plan", N_("Objectives"), objectives, OBJECTIVES);
	part(page, packet, "needs", N_("Needs after release"), &way->needs, NEEDS);
	part(page, packet, "programmes", N_("Places in programmes"), enrolments, PROGRAMMES);
	part(page, packet, "conditions", N_("Conditions of release"), &way->conditions, CONDITIONS);
	part(page, packet, "partners", N_("Partners outside"), &way->partners, PARTNERS);
	if (holds(packet, "contact_plan")) {
		html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
		fact(page, way->plan, RELEASE_PLAN_CONTACT_PLAN);
		fact(page, way->plan, RELEASE_PLAN_SIGNS);
		html_end(&page->html);
	} else {
		left_out(page, N_("Contact plan"));
	}
}

/* The release plan of the packet, and the rest of the way out. */
static bool packet_read(struct page *page, const struct row *packet, struct way *way)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!query_load(page->query, &RECORD_PERSON, row_text(packet, HANDOVER_PACKET_PERSON), &way->person, &errors) ||
		!query_load(page->query, &RECORD_RELEASE_PLAN, row_text(packet, HANDOVER_PACKET_RELEASE_PLAN), &way->plan, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	return rows_about(page, &RECORD_PARTNER, way->person->id, FIELD_CREATED_AT, false, &way->partners) &&
		of_plan(page, &RECORD_RESETTLEMENT_NEED, RESETTLEMENT_NEED_RELEASE_PLAN, way->plan, FIELD_CREATED_AT, &way->needs) &&
		of_plan(page, &RECORD_LICENCE_CONDITION, LICENCE_CONDITION_RELEASE_PLAN, way->plan, FIELD_CREATED_AT, &way->conditions);
}

void page_packet(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("Handed over by"), N_("Received by"), N_("The person"), NULL };
	struct way way = { .person = NULL };
	struct rows objectives, enrolments;
	const struct row *packet = row_open(page, &RECORD_HANDOVER_PACKET, "people");
	if (!packet || !packet_read(page, packet, &way) || !rows_about(page, &RECORD_PLAN_OBJECTIVE, way.person->id, PLAN_OBJECTIVE_DUE_ON, false, &objectives) ||
		!rows_about(page, &RECORD_ENROLMENT, way.person->id, ENROLMENT_REFERRED_ON, false, &enrolments))
		return;
	const struct row *facility = casework_facility_of(page, way.person);
	query_note(page->query, "print", way.person->id, TEXT_OF("handover_packet"), packet->id);
	page->base_subject = text_empty();
	page->back = path_subject(page, way.person->id, "/reintegration");
	page->back_label = row_text(way.person, PERSON_DISPLAY_NAME);
	sheet_begin(page, page_message_with(page, N_("Hand-over to {recipient}"), "recipient", row_text(packet, HANDOVER_PACKET_RECIPIENT), NULL), facility);
	html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
	if (holds(packet, "identity")) {
		fact(page, way.person, PERSON_DISPLAY_NAME);
		fact(page, way.person, PERSON_NUMBER);
		fact(page, way.person, PERSON_BIRTH_DATE);
	}
	fact(page, way.plan, RELEASE_PLAN_RELEASE_ON);
	static const int FACTS[] = { HANDOVER_PACKET_PREPARED_ON, HANDOVER_PACKET_LEGAL_GROUND, HANDOVER_PACKET_REDACTIONS, HANDOVER_PACKET_HANDED_ON, HANDOVER_PACKET_RECEIVED_BY };
	for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
		fact(page, packet, FACTS[i]);
	html_end(&page->html);
	if (!holds(packet, "identity"))
		left_out(page, N_("Name and dates"));
	write_parts(page, packet, &way, &objectives, &enrolments);
	widget_paragraph(page, T(page, N_("These papers are for this recipient only. What the person said in sessions, and any earlier classification, is not in them.")));
	sheet_proof(page, packet, true);
	sheet_end(page, SIGNATURES);
}
