/* pages_due.c - what is due between a facility and its health service: clocks first, then what waits for an answer. */
#include "areas/clinic/pages_common.h"
#include "service/records.h"

/* Open deadlines of this area in the facility, soonest first. */
static bool due_read(struct page *page, struct text facility, struct rows *out)
{
	struct value names[32];
	size_t count = 0;
	for (size_t i = 0; CLINIC_CLOCKS[i] && count < sizeof names / sizeof *names; i++)
		names[count++] = value_string(CLINIC_CLOCKS[i]->name);
	const struct condition open[] = { CONDITION_TEXT(DEADLINE_FACILITY, facility), CONDITION_ABSENT(DEADLINE_STOPPED_AT),
		{ .field = DEADLINE_CLOCK, .comparison = IN, .list = names, .list_count = count } };
	return rows_where(page, &RECORD_DEADLINE, open, 3, DEADLINE_DUE_AT, false, out);
}

static const struct clock_kind *clock_of(const struct row *deadline)
{
	for (size_t i = 0; CLINIC_CLOCKS[i]; i++)
		if (row_is(deadline, DEADLINE_CLOCK, CLINIC_CLOCKS[i]->name))
			return CLINIC_CLOCKS[i];
	return NULL;
}

/* The act that answers the clock, about the row or the person that the clock stands about. */
static void write_answer(struct page *page, const struct row *deadline)
{
	const struct clock_kind *clock = clock_of(deadline);
	const struct act *act = clock && clock->act ? registry_act(page->registry, text_from(clock->act)) : NULL;
	if (!act || act->target_input < 0)
		return;
	actions_begin(page);
	action_link(page, act, path_do(page, text_empty(), act, act->input_record->fields[act->target_input].name, act->record == &RECORD_PERSON
		? row_text(deadline, DEADLINE_SUBJECT) : row_text(deadline, DEADLINE_ABOUT_ID), page->request->path), false);
	actions_end(page);
}

static void write_due(struct page *page, const struct rows *due)
{
	static const char *const HEADINGS[] = { N_("Due"), N_("Person"), N_("What is due"), N_("Now"), NULL };
	if (due->count == 0) {
		widget_heading(page, 2, T(page, N_("Due")));
		widget_paragraph(page, T(page, N_("Nothing is due. Screenings, plans and answers appear here as soon as their clock runs.")));
		return;
	}
	widget_table_begin(page, T(page, N_("Due")), HEADINGS);
	for (size_t i = 0; i < due->count; i++) {
		const struct row *deadline = due->items[i];
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(deadline, DEADLINE_DUE_AT));
		if (row_moment(deadline, DEADLINE_DUE_AT) < page->now) {
			html_text(&page->html, TEXT_OF(" "));
			widget_tag(page, "red", T(page, N_("Overdue")));
		}
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		if (row_has(deadline, DEADLINE_SUBJECT))
			widget_value(page, deadline, DEADLINE_SUBJECT);
		widget_table_cell_end(page);
		widget_table_cell(page, page_code_label(page, deadline, DEADLINE_CLOCK));
		widget_table_cell_begin(page);
		write_answer(page, deadline);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

void page_clinic(struct page *page)
{
	static const int REQUESTS[] = { MEDICAL_REQUEST_ASKED, MEDICAL_REQUEST_PERSON, MEDICAL_REQUEST_KIND, MEDICAL_REQUEST_BY, -1 };
	static const int PLANS[] = { PROTECTION_PLAN_MADE, PROTECTION_PLAN_PERSON, PROTECTION_PLAN_MEASURES, PROTECTION_PLAN_REVIEW, -1 };
	static const int ADVICE[] = { HEALTH_ADVICE_MADE, HEALTH_ADVICE_PERSON, HEALTH_ADVICE_WORDS, -1 };
	static const int OUTSIDE[] = { CARE_OUTSIDE_FOUND, CARE_OUTSIDE_PERSON, CARE_OUTSIDE_ASKED, CARE_OUTSIDE_ASKED_OF, CARE_OUTSIDE_BED, -1 };
	static const int REFERRALS[] = { HEALTH_REFERRAL_AT, HEALTH_REFERRAL_PERSON, HEALTH_REFERRAL_KIND, HEALTH_REFERRAL_URGENT, HEALTH_REFERRAL_STATE, -1 };
	static const int CARES[] = { ABUSE_CARE_FOUND, ABUSE_CARE_PERSON, ABUSE_CARE_WISH, ABUSE_CARE_OFFERED, -1 };
	static const int STAYS[] = { INPATIENT_STAY_STARTED, INPATIENT_STAY_PERSON, INPATIENT_STAY_WHERE, -1 };
	static const int DEATHS[] = { LATER_DEATH_DIED, LATER_DEATH_PERSON, LATER_DEATH_NUMBER, LATER_DEATH_STATE, -1 };
	static const int UNITS[] = { CARE_UNIT_NAME, CARE_UNIT_PLACE, CARE_UNIT_LEAD, -1 };
	const struct row *facility = NULL;
	struct rows due, requests, plans, advice, outside, referrals, units, cares, stays, deaths;
	page->section = "clinic";
	struct text id = page_facility(page, &facility);
	const struct condition asked[] = { CONDITION_TEXT(MEDICAL_REQUEST_FACILITY, id), CONDITION_TEXT(MEDICAL_REQUEST_STATE, TEXT_OF("open")) };
	const struct condition live[] = { CONDITION_TEXT(PROTECTION_PLAN_FACILITY, id), CONDITION_TEXT(PROTECTION_PLAN_STATE, TEXT_OF("live")) };
	const struct condition unanswered[] = { CONDITION_TEXT(HEALTH_ADVICE_FACILITY, id), CONDITION_TEXT(HEALTH_ADVICE_STATE, TEXT_OF("open")) };
	const struct condition waits[] = { CONDITION_TEXT(CARE_OUTSIDE_FACILITY, id), CONDITION_TEXT(CARE_OUTSIDE_STATE, TEXT_OF("waiting")) };
	const struct value current[] = { value_string("open"), value_string("treatment") };
	const struct condition patients[] = { CONDITION_TEXT(HEALTH_REFERRAL_FACILITY, id), { .field = HEALTH_REFERRAL_STATE, .comparison = IN, .list = current, .list_count = 2 } };
	const struct condition open[] = { CONDITION_TEXT(CARE_UNIT_FACILITY, id), CONDITION_TEXT(CARE_UNIT_STATE, TEXT_OF("open")) };
	const struct condition cared[] = { CONDITION_TEXT(ABUSE_CARE_FACILITY, id), CONDITION_TEXT(ABUSE_CARE_STATE, TEXT_OF("open")) };
	const struct condition lying[] = { CONDITION_TEXT(INPATIENT_STAY_FACILITY, id), CONDITION_TEXT(INPATIENT_STAY_STATE, TEXT_OF("running")) };
	const struct condition dead[] = { CONDITION_TEXT(LATER_DEATH_FACILITY, id), CONDITION_TEXT(LATER_DEATH_STATE, TEXT_OF("open")) };
	if (text_is_empty(id) || !due_read(page, id, &due) || !rows_where(page, &RECORD_MEDICAL_REQUEST, asked, 2, MEDICAL_REQUEST_ASKED, false, &requests) ||
		!rows_where(page, &RECORD_PROTECTION_PLAN, live, 2, PROTECTION_PLAN_REVIEW, false, &plans) ||
		!rows_where(page, &RECORD_HEALTH_ADVICE, unanswered, 2, HEALTH_ADVICE_MADE, false, &advice) ||
		!rows_where(page, &RECORD_CARE_OUTSIDE, waits, 2, CARE_OUTSIDE_FOUND, false, &outside) ||
		!rows_where(page, &RECORD_HEALTH_REFERRAL, patients, 2, HEALTH_REFERRAL_AT, false, &referrals) ||
		!rows_where(page, &RECORD_CARE_UNIT, open, 2, CARE_UNIT_OPENED, false, &units) ||
		!rows_where(page, &RECORD_ABUSE_CARE, cared, 2, ABUSE_CARE_FOUND, false, &cares) || !rows_where(page, &RECORD_INPATIENT_STAY, lying, 2, INPATIENT_STAY_STARTED, false, &stays) ||
		!rows_where(page, &RECORD_LATER_DEATH, dead, 2, LATER_DEATH_DIED, false, &deaths))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Clinic: what is due")));
	widget_paragraph(page, T(page, N_("The medical file is read by the health service alone. Others see here what to do and by when, never why.")));
	actions_begin(page);
	action_link(page, &ACT_HEALTH_ADVICE_REPORT, path_do(page, text_empty(), &ACT_HEALTH_ADVICE_REPORT, "facility", id, page->request->path), true);
	action_link(page, &ACT_CARE_UNIT_OPEN, path_do(page, text_empty(), &ACT_CARE_UNIT_OPEN, "facility", id, page->request->path), false);
	actions_end(page);
	write_due(page, &due);
	rows_table(page, N_("Reports that wait for the director's answer"), &advice, ADVICE, N_("No report waits."));
	rows_table(page, N_("Must leave prison for care"), &outside, OUTSIDE, N_("Nobody waits for a bed outside."));
	if (page_may_read(page, &RECORD_HEALTH_REFERRAL))
		rows_table(page, N_("Referred or in treatment"), &referrals, REFERRALS, N_("Nobody is referred. Refer from the page of a person, under Clinic."));
	if (page_may_read(page, &RECORD_ABUSE_CARE))
		rows_table(page, N_("Care after abuse"), &cares, CARES, N_("No care after abuse is open."));
	rows_table(page, N_("In the clinic or in hospital now"), &stays, STAYS, N_("Nobody lies in the clinic or in hospital."));
	rows_table(page, N_("Requests about medical care"), &requests, REQUESTS, N_("No request waits."));
	rows_table(page, N_("Protection plans in force"), &plans, PLANS, N_("No plan is in force. Make one from the page of a person, under Clinic."));
	if (deaths.count > 0)
		rows_table(page, N_("Deaths after release"), &deaths, DEATHS, N_("No death after release is open."));
	rows_table(page, N_("Units for observation and treatment"), &units, UNITS, N_("No unit is open here."));
	page_end(page);
}
