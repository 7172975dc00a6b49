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

#define GUARDS (ROLE(WING) | ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR))
static const struct clock_kind SEEN = { "health-seen", N_("Seen by health staff"), "NMR-31.1", "sick.seen_hours", 24, CLOCK_HOURS, SOURCE_TEXT_READ, ROLE(HEALTH),
	ROLE(GOVERNOR) | ROLE(INSPECTOR), 4, true, true, "health_request.see" };
static const struct clock_kind SEEN_URGENT = { "health-seen-urgent", N_("Seen by health staff: urgent"), "NMR-27.1", NULL, 0, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(HEALTH) | ROLE(GOVERNOR), ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 1, true, true, "health_request.see" };
static const struct clock_kind ORDER_DUE = { "clinical-order-due", N_("Order of a clinician carried out"), "NMR-27.2", NULL, 0, CLOCK_HOURS, SOURCE_TEXT_READ,
	GUARDS | ROLE(HEALTH), WATCHERS, 4, true, true, "clinical_order.carry_out" };
static const struct clock_kind OBJECTION = { "clinical-objection", N_("Answer of a clinician to an objection"), "NMR-27.2", "objection.answer_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(HEALTH), DIRECTION, 12, false, true, "clinical_order.answer" };
static const struct clock_kind RESTRICTION_REVIEW = { "restriction-review", N_("Is the health restriction still needed"), "NMR-30.d", "restriction.review_hours", 72,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(HEALTH) | ROLE(GOVERNOR), WATCHERS, 24, false, true, "health_restriction.review" };
static const struct clock_kind RESTRICTION_ENDS = { "restriction-ends", N_("The health restriction ends"), "NMR-30.d", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(HEALTH) | ROLE(GOVERNOR), WATCHERS, 0, true, true, "health_restriction.end" };

static const struct clock_kind ADVICE = { "conditions-advice", N_("Director's answer to advice about conditions"), "NMR-35.2", "director.answer_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR), WATCHERS, 12, false, true, "place_check.answer" };

static const struct clock_kind ACCIDENT = { "accident-notice", N_("Notice to the insurer of an accident at work"), "NMR-101.2", "accident.notice_days", 3, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(CASEWORKER) | ROLE(GOVERNOR), ROLE(HEADQUARTERS), 48, false, true, "work_accident.notify" };

static const struct clock_kind RISKS = { "work-risk", N_("Risks of a work place assessed"), "NMR-101.1.risks", "work.risk_months", 12, CLOCK_MONTHS, SOURCE_PROPOSAL,
	ROLE(CASEWORKER) | ROLE(GOVERNOR), ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 168, false, false, "workshop.assess" };
static const struct clock_kind YOUNG_SPORT = { "young-sport", N_("Sport or exercise offered to a young person"), "NMR-23.2", "sport.young_days", 7, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(WING) | ROLE(CASEWORKER), ROLE(GOVERNOR), 48, false, false, "activity.record" };
static const struct clock_kind HYGIENE = { "hygiene-inspection", N_("Next hygiene inspection"), "NMR-35.1", "hygiene.inspect_days", 30, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(HEALTH) | ROLE(GOVERNOR), WATCHERS, 168, false, false, "hygiene_check.record" };

const struct clock_kind *const CARE_CLOCKS[] = { &EVENT_REPORTED, &EVENT_BEGUN, &EVENT_EVIDENCE, &SIGNS, &ILL_TREATMENT, &KIN, &BODY, &SEEN, &SEEN_URGENT, 
	&ORDER_DUE, &OBJECTION, &RESTRICTION_REVIEW, &RESTRICTION_ENDS, &ADVICE, &ACCIDENT, &RISKS, &YOUNG_SPORT, &HYGIENE, NULL };
