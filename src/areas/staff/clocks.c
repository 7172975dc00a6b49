/* clocks.c - the deadlines of staff: training goes on, directors come, dentist and psychiatry hold sessions. */
#include "areas/staff/acts.h"

#define WATCHERS (ROLE(HEADQUARTERS) | ROLE(INSPECTOR))

static const struct clock_kind TRAINING = { "staff-training", N_("In-service training of a member of staff"), "NMR-75.3", "training.refresh_months", 12, CLOCK_MONTHS, SOURCE_PROPOSAL,
	ROLE(TRAINING), ROLE(GOVERNOR) | WATCHERS, 720, false, false, "staff_training.record" };
static const struct clock_kind VISIT = { "director-visit", N_("Visit of the director who directs several prisons"), "NMR-79.3.visit", "director.visit_days", 14, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(GOVERNOR) | ROLE(HEADQUARTERS), WATCHERS, 72, false, true, "director_visit.record" };
static const struct clock_kind DENTIST = { "dentist-session", N_("Session of the dentist"), "NMR-25.2", "dentist.session_days", 30, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(HEALTH), ROLE(GOVERNOR) | WATCHERS, 168, false, true, "health_session.record" };
static const struct clock_kind PSYCHIATRY = { "psychiatric-session", N_("Session of psychiatry"), "NMR-25.2", "psych.session_days", 30, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(HEALTH), ROLE(GOVERNOR) | WATCHERS, 168, false, true, "health_session.record" };

const struct clock_kind *const STAFF_CLOCKS[] = { &TRAINING, &VISIT, &DENTIST, &PSYCHIATRY, NULL };
