/* pages.c - the table of casework's pages: who may open which, what stands in the navigation, and what a person's pages get from it. */
#include "areas/casework/pages.h"

#include "areas/casework/pages_common.h"

#define NEEDS_READERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
#define GROUP_READERS (CASEWORK_READERS | ROLE(WING) | ROLE(SECURITY) | ROLE(PROGRAMME))

static const struct page_route ROUTES[] = {
	{ "/caseload", CASEWORKERS, page_caseload, NULL },
	{ "/people/{id}/plan", CASEWORK_READERS, page_plan, NULL },
	{ "/people/{id}/plan/copy", CASEWORK_READERS, page_plan_copy, NULL },
	{ "/people/{id}/programmes", CASEWORK_READERS, page_programmes, NULL },
	{ "/people/{id}/reintegration", CASEWORK_READERS, page_way_out, NULL },
	{ "/people/{id}/needs", NEEDS_READERS, page_needs, NULL },
	{ "/groups", GROUP_READERS, page_groups, NULL },
	{ "/groups/{id}", GROUP_READERS, page_group, NULL },
	{ "/group-sessions/{id}", GROUP_READERS, page_session, page_session_post },
	{ "/packets/{id}", CASEWORK_READERS, page_packet, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "caseload", N_("My people"), "/caseload", CASEWORKERS },
	{ "groups", N_("Groups"), "/groups", CASEWORKERS | ROLE(GOVERNOR) | ROLE(WING) },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	static const struct { const struct record *record; const char *folder; } FOLDERS[] = { { &RECORD_PROGRAMME_GROUP, "groups" },
		{ &RECORD_PROGRAMME_SESSION, "group-sessions" }, { &RECORD_HANDOVER_PACKET, "packets" } };
	for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
		if (FOLDERS[i].record == record)
			return arena_format(arena, "/%s/%.*s", FOLDERS[i].folder, TEXT_FORMAT(id));
	return text_empty();
}

static const struct subject_tab TABS[] = { { "/needs", N_("Needs"), &RECORD_NEEDS_ASSESSMENT, 60 }, { "/plan", N_("Plan"), &RECORD_PLAN, 62 }, { "/programmes", N_("Programmes"), &RECORD_ENROLMENT, 64 },
	{ "/reintegration", N_("Way out"), &RECORD_RELEASE_PLAN, 66 }, { NULL, NULL, NULL, 0 } };

static const char *const PLANNING[] = { "case_assignment.assign", "plan.open", "case_contact.add", "supervision_note.add", NULL };
static const char *const TAKING_PART[] = { "enrolment.refer", "consent.ask", "engagement_note.add", "outcome_rating.add", "duty_report.make", NULL };
static const char *const LEAVING[] = { "release_plan.open", "partner.add", "aftercare_referral.add", NULL };
static const char *const NEEDS[] = { "needs_assessment.record", "accommodation.ask", "admission_report.write", "legal_basis_check.record", "home_distance.record", "transfer_home.ask", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Needs"), NEEDS }, { N_("Casework"), PLANNING }, { N_("Programmes"), TAKING_PART }, { N_("Way out"), LEAVING }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "case_assignment.assign", "/plan", true }, { "plan.open", "/plan", true }, { "case_contact.add", "/plan", true },
	{ "supervision_note.add", "/plan", true }, { "enrolment.refer", "/programmes", true }, { "consent.ask", "/programmes", true },
	{ "engagement_note.add", "/programmes", true }, { "outcome_rating.add", "/programmes", true }, { "duty_report.make", "/programmes", true },
	{ "release_plan.open", "/reintegration", true }, { "partner.add", "/reintegration", true }, { "plan.review", "/plan", true }, { "plan.agree", "/plan", true },
	{ "release_milestone.settle", "/reintegration", true }, { "programme_group.open", "/groups/{id}", false }, { "needs_assessment.record", "/needs", true }, { "accommodation.ask", "/needs", true }, { "admission_report.write", "/needs", true },
	{ "legal_basis_check.record", "/needs", true }, { "home_distance.record", "/needs", true }, { "transfer_home.ask", "/needs", true }, { "aftercare_referral.add", "/needs", true },
	{ NULL, NULL, false } };

static bool act_fits(const struct row *person, const struct act *act)
{
	if (act == &ACT_LEGAL_BASIS_RECORD && !legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS)))
		return false;
	/* Whoever has left is followed up from the way out. */
	return row_has(person, PERSON_CURRENT_FACILITY);
}

/* Who answers for the plan, and what is next, beside the rest of the overview. */
static void subject_card(struct page *page, const struct row *person)
{
	const struct row *plan = NULL;
	struct rows assignments;
	const struct condition own[] = { CONDITION_TEXT(CASE_ASSIGNMENT_PERSON, person->id), CONDITION_ABSENT(CASE_ASSIGNMENT_ENDED_AT) };
	if (!page_may_read(page, &RECORD_PLAN) || !casework_plan_of(page, person->id, &plan) ||
		!rows_where(page, &RECORD_CASE_ASSIGNMENT, own, 2, CASE_ASSIGNMENT_SINCE, false, &assignments))
		return;
	struct html *h = &page->html;
	card_begin(page, N_("Plan"));
	html_begin_class(h, "ul", "govuk-list");
	for (size_t i = 0; i < assignments.count; i++) {
		html_begin(h, "li");
		html_text(h, page_message_with(page, N_("{what}: {value}"), "what", choice_label(page, &RECORD_CASE_ASSIGNMENT, CASE_ASSIGNMENT_KIND,
			row_text(assignments.items[i], CASE_ASSIGNMENT_KIND)), "value", row_text(assignments.items[i], CASE_ASSIGNMENT_WORKER_NAME), NULL));
		html_end(h);
	}
	html_begin(h, "li");
	html_link(h, "govuk-link", path_subject(page, person->id, "/plan"), plan ? choice_label(page, &RECORD_PLAN, PLAN_STATE, row_text(plan, PLAN_STATE)) :
		T(page, N_("No plan yet")));
	html_end(h);
	if (plan && row_has(plan, PLAN_NEXT_REVIEW_ON)) {
		html_begin(h, "li");
		html_text(h, page_message_with(page, N_("Next review on {date}"), "date", page_date(page, row_date(plan, PLAN_NEXT_REVIEW_ON)), NULL));
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static int without_charge_alert(struct page *page, const struct row *person)
{
	if (!legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS)) || !row_has(person, PERSON_CURRENT_FACILITY))
		return 0;
	subject_alert(page, "care", T(page, N_("Held without charge:")), T(page, N_("the rights of the untried hold, and the legal basis is looked at every day")));
	return 1;
}

const struct ui_area CASEWORK_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .label = N_("Casework"), .path_of = path_of_row, .tabs = TABS, .acts = ACT_GROUPS, .after = AFTER,
	.act_fits = act_fits, .subject_card = subject_card, .subject_alerts = without_charge_alert };
