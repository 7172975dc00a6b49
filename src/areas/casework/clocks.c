/*
 * clocks.c - the deadlines of casework (prison-practice 7.3, 10.3, 21; numbers are parameters). After release nobody of the facility
 * is told any more: the file is closed to it.
 */
#include "areas/casework/acts.h"

static const struct clock_kind CASE_MANAGER = { "case-manager", N_("A case manager is named"), "NMR-92.3", "case_manager.days", 7, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR), ROLE(GOVERNOR), 72, false, false, "case_assignment.assign" };
static const struct clock_kind PLAN_DUE = { "plan-due", N_("Plan made with the person"), "NMR-94", "plan.days", 30, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(CASEWORKER), ROLE(GOVERNOR), 168, false, true, "plan.open" };
static const struct clock_kind PLAN_REVIEW = { "plan-review", N_("Review of the plan"), "NMR-94", "plan.review_days", 180, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(CASEWORKER), ROLE(GOVERNOR), 168, false, false, "plan.review" };
static const struct clock_kind RELEASE_PLAN = { "release-plan", N_("The way out begins"), "NMR-107.plan", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(CASEWORKER), ROLE(GOVERNOR), 168, false, true, "release_plan.open" };
static const struct clock_kind RELEASE_STEP = { "release-step", N_("Step of the way out"), "NMR-108.1.steps", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(CASEWORKER), ROLE(GOVERNOR), 168, false, false, "release_milestone.settle" };
static const struct clock_kind DUTY_REPORT = { "duty-report", N_("Danger passed on from a session"), "S2396-c.duty", "duty_report.hours", 1, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(SECURITY) | ROLE(GOVERNOR), ROLE(HEADQUARTERS), 2, false, true, "duty_report.receive" };

#define HELPERS (ROLE(CASEWORKER) | ROLE(HEALTH))
#define DIRECTION (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
static const struct clock_kind NEEDS = { "needs-looked-at", N_("Needs of the person looked at"), "NMR-2.2", "needs.assessment_hours", 72, CLOCK_HOURS, SOURCE_PROPOSAL, HELPERS,
	ROLE(GOVERNOR), 72, false, false, "needs_assessment.record" };
static const struct clock_kind ADJUSTMENT = { "adjustment-decided", N_("Adjustment for a disability decided"), "NMR-5.2", "accommodation.decision_days", 7, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(HEALTH) | ROLE(GOVERNOR), ROLE(HEADQUARTERS), 72, false, true, "accommodation.decide" };
static const struct clock_kind GRADUAL = { "gradual-return", N_("Return and supervision settled"), "NMR-87", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(CASEWORKER), ROLE(GOVERNOR), 168,
	false, false, "release_plan.supervise" };
static const struct clock_kind SOCIAL_WORKER = { "social-worker", N_("A social worker is named"), "NMR-88.2", "socialworker.assign_days", 14, CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(GOVERNOR),
	ROLE(HEADQUARTERS), 168, false, false, "case_assignment.assign" };
static const struct clock_kind REPORTS = { "admission-reports", N_("Reports for the director, one of them medical"), "NMR-92.2", "reports.days", 30, CLOCK_DAYS, SOURCE_PROPOSAL, HELPERS,
	ROLE(GOVERNOR), 168, false, false, "admission_report.write" };
static const struct clock_kind LEGAL_BASIS = { "legal-basis", N_("Legal basis of holding without charge looked at"), "NMR-122.daily", "nocharge.check_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR), ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 0, true, true, "legal_basis_check.record" };
static const struct clock_kind HOME = { "transfer-home", N_("Wish to be transferred home decided"), "BKK-53", "transferhome.days", 90, CLOCK_DAYS, SOURCE_PROPOSAL, DIRECTION,
	ROLE(INSPECTOR), 168, false, true, "transfer_home.decide" };

const struct clock_kind *const CASEWORK_CLOCKS[] = { &CASE_MANAGER, &PLAN_DUE, &PLAN_REVIEW, &RELEASE_PLAN, &RELEASE_STEP, &DUTY_REPORT, &NEEDS, &ADJUSTMENT, &GRADUAL, &SOCIAL_WORKER,
	&REPORTS, &LEGAL_BASIS, &HOME, NULL };
