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

const struct clock_kind *const CASEWORK_CLOCKS[] = { &CASE_MANAGER, &PLAN_DUE, &PLAN_REVIEW, &RELEASE_PLAN, &RELEASE_STEP, &DUTY_REPORT, NULL };
