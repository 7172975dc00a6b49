/* clocks.c - the deadlines of assessment; lengths are product proposals unless a source is named (prison-practice 4.5, 21). */
#include "areas/assessment/acts.h"

#define WORKERS (ROLE(PSYCHOLOGIST) | ROLE(CASEWORKER))

static const struct clock_kind DUE = { "assessment-due", N_("Assessment that was asked for"), "NMR-8.b", "assessment.first_days", 60, CLOCK_DAYS,
	SOURCE_PROPOSAL, WORKERS, ROLE(GOVERNOR), 168, false, true, "assessment.assign" };
static const struct clock_kind ENDS = { "assessment-ends", N_("Assessment ends unless there is a new one"), "VEP-EXPIRY", NULL, 0, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(PSYCHOLOGIST), ROLE(PSYCHOLOGIST) | ROLE(HEADQUARTERS), 72, false, false, "assessment.end" }; /* only they see it then */
static const struct clock_kind AGAIN = { "reassessment-due", N_("Ask for a re-assessment"), "VEP-EXPIRY", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL, WORKERS,
	ROLE(GOVERNOR), 336, false, false, "assessment.request" };
static const struct clock_kind INFORMATION = { "information-found", N_("Find what was unknown at the assessment"), "VEP-T2", "assessment.information_days",
	30, CLOCK_DAYS, SOURCE_PROPOSAL, WORKERS, ROLE(GOVERNOR), 336, false, false, "information_task.close" };
static const struct clock_kind CORRECTION = { "correction-answered", N_("Answer a correction that the person asked for"), "VEP-CORRECTION",
	"assessment.correction_days", 30, CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(PSYCHOLOGIST) | ROLE(GOVERNOR), ROLE(GOVERNOR) | ROLE(HEADQUARTERS), 72, false,
	true, "assessment_correction.answer" };

const struct clock_kind *const ASSESSMENT_CLOCKS[] = { &DUE, &ENDS, &AGAIN, &INFORMATION, &CORRECTION, NULL };
