/* clocks.c - the deadlines of rights: what starts them stands in the acts; length, source and who is told stand here. */
#include "areas/rights/acts.h"

#define DIRECTION (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
#define WATCHERS (ROLE(HEADQUARTERS) | ROLE(INSPECTOR))

static const struct clock_kind VISIT = { "separation-health-visit", N_("Health visit to a separated person"), "NMR-46.1b", "seg.health_visit_hours", 24,
	CLOCK_HOURS, SOURCE_TEXT_READ, ROLE(HEALTH), ROLE(GOVERNOR) | ROLE(INSPECTOR), 4, true, true, "separation.visit" };
static const struct clock_kind REVIEW = { "separation-review", N_("Independent review of a separation"), "NMR-45.1c", "seg.review_hours", 72, CLOCK_HOURS,
	SOURCE_PROPOSAL, DIRECTION | ROLE(COMMITTEE), WATCHERS, 12, false, true, "separation.review" };
static const struct clock_kind COPY = { "separation-copy", N_("Written copy of the separation for the person"), "NMR-37.d", "seg.copy_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(WING) | ROLE(GOVERNOR), ROLE(GOVERNOR), 24, false, true, "separation.give_copy" };
static const struct clock_kind NEED = { "separation-need", N_("Is the separation still needed"), "NMR-45.1b", "seg.need_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(GOVERNOR), WATCHERS, 24, false, true, "separation.confirm" };
static const struct clock_kind ENDS = { "separation-ends", N_("The separation ends"), "NMR-43.1a", NULL, 0, CLOCK_DAYS, SOURCE_TEXT_READ,
	ROLE(GOVERNOR) | ROLE(WING) | ROLE(SECURITY), WATCHERS, 0, true, true, "separation.end" };
static const struct clock_kind ADVICE = { "separation-advice", N_("Answer to the advice of the health service"), "NMR-46.2", "seg.director_answer_hours", 2,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR), ROLE(HEADQUARTERS), 2, false, true, "separation.answer" };
static const struct clock_kind DAY_13 = { "solitary-day-13", N_("Day 13 of solitary confinement: end it before day 16"), "NMR-43.1b", NULL, 0, CLOCK_DAYS,
	SOURCE_PROPOSAL, DIRECTION | ROLE(HEALTH), WATCHERS, 0, true, false, "separation.end" };
static const struct clock_kind DAY_16 = { "solitary-day-16", N_("Day 16 of solitary confinement: it must have ended"), "NMR-43.1b", NULL, 0, CLOCK_DAYS,
	SOURCE_TEXT_READ, DIRECTION | ROLE(HEALTH), WATCHERS, 0, true, true, "separation.end" };

const struct clock_kind *const RIGHTS_CLOCKS[] = { &VISIT, &REVIEW, &COPY, &NEED, &ENDS, &ADVICE, &DAY_13, &DAY_16, NULL };
