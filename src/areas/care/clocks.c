/* clocks.c - the deadlines of care: what starts them stands in the acts; length, source and who is told stand here. */
#include "areas/care/acts.h"

#define DIRECTION (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
#define WATCHERS (ROLE(HEADQUARTERS) | ROLE(INSPECTOR))

static const struct clock_kind EVENT_REPORTED = { "event-reported", N_("Death, injury or disappearance reported to an independent authority"), "NMR-71.1a",
	"invest.report_hours", 2, CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR), WATCHERS, 1, true, true, "grave_event.notify" };
static const struct clock_kind EVENT_BEGUN = { "event-begun", N_("The authority has begun to investigate: ask it"), "NMR-71.1a", "invest.begin_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, DIRECTION, WATCHERS, 24, false, false, "grave_event.begin" };
static const struct clock_kind EVENT_EVIDENCE = { "event-evidence", N_("Evidence of an event named and secured"), "NMR-71.1b", NULL, 0, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR), WATCHERS, 1, true, true, "evidence_item.hold" };
static const struct clock_kind SIGNS = { "signs-reported", N_("Signs of torture seen by the health service reported"), "NMR-34", "torture.report_hours", 1, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(HEALTH) | ROLE(GOVERNOR), WATCHERS, 0, true, true, "grave_event.notify" };
static const struct clock_kind ILL_TREATMENT = { "ill-treatment-investigated", N_("Signs of torture sent to the independent authority, complaint or not"), "NMR-71.2",
	"torture.refer_hours", 1, CLOCK_HOURS, SOURCE_PROPOSAL, DIRECTION, WATCHERS, 0, true, true, "grave_event.notify" };
static const struct clock_kind KIN = { "event-kin-told", N_("Person's chosen contact told of a serious injury"), "NMR-69.b", "notify.illness_hours", 2, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR) | ROLE(HEALTH), ROLE(HEADQUARTERS), 4, false, true, "notice.give" };
static const struct clock_kind BODY = { "body-returned", N_("Body returned, or a funeral held"), "NMR-72", "body.return_days_after_close", 1, CLOCK_DAYS,
	SOURCE_PROPOSAL, DIRECTION, WATCHERS, 24, true, true, "grave_event.return_body" };

const struct clock_kind *const CARE_CLOCKS[] = { &EVENT_REPORTED, &EVENT_BEGUN, &EVENT_EVIDENCE, &SIGNS, &ILL_TREATMENT, &KIN, &BODY, NULL };
