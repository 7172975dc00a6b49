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

static const struct clock_kind MITIGATION = { "separation-mitigation", N_("Plan against the harm of separation"), "NMR-38.2", "seg.mitigation_hours", 72, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(WING) | ROLE(CASEWORKER) | ROLE(HEALTH) | ROLE(GOVERNOR), WATCHERS, 24, false, true, "separation.mitigate" };
static const struct clock_kind ROUND = { "complaint-round", N_("Unit asked for complaints and requests"), "NMR-56.1", NULL, 0, CLOCK_HOURS, SOURCE_TEXT_READ,
	ROLE(WING) | ROLE(GOVERNOR), ROLE(HEADQUARTERS), 24, true, true, "complaint_round.record" };
static const struct clock_kind PRIVILEGES = { "privilege-review", N_("Level of privileges looked at again"), "NMR-95.review", "privilege.review_days", 90, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(CASEWORKER) | ROLE(GOVERNOR), ROLE(GOVERNOR), 168, false, false, "privilege_level.set" };

static const struct clock_kind NOTICE = { "charge-notice", N_("Person told of the charge"), "NMR-41.2", "charge.hours", 48, CLOCK_HOURS, SOURCE_SECONDARY,
	ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR), ROLE(GOVERNOR), 24, false, true, "charge.notify" };
static const struct clock_kind HEARING = { "charge-hearing", N_("Hearing of a charge"), "NMR-41.1", "hearing.hours", 72, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(GOVERNOR) | ROLE(COMMITTEE), ROLE(HEADQUARTERS), 48, false, true, "charge.hear" };
static const struct clock_kind APPEAL = { "charge-appeal", N_("Decision on the appeal"), "NMR-41.4", "appeal.days", 14, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(HEADQUARTERS), WATCHERS, 72, false, true, "charge.decide_appeal" };
static const struct clock_kind SANCTION = { "sanction-ends", N_("The sanction ends"), "NMR-37.b", NULL, 0, CLOCK_DAYS, SOURCE_TEXT_READ,
	ROLE(WING) | ROLE(GOVERNOR), ROLE(HEADQUARTERS), 12, true, true, "sanction.end" };

#define HANDLERS (ROLE(CASEWORKER) | ROLE(GOVERNOR))
static const struct clock_kind RECEIPT = { "complaint-receipt", N_("Receipt for a complaint or request"), "NMR-57.1a", "complaint.ack_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, HANDLERS, ROLE(HEADQUARTERS), 24, false, true, "complaint.acknowledge" };
static const struct clock_kind ANSWER = { "complaint-answer", N_("Answer to a complaint or request"), "NMR-57.1a", "complaint.reply_working_days", 5,
	CLOCK_WORKING_DAYS, SOURCE_SECONDARY, HANDLERS, WATCHERS, 48, false, true, "complaint.answer" };
static const struct clock_kind URGENT = { "complaint-urgent", N_("Answer to an urgent complaint"), "NMR-57.1a", "urgent.hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL,
	HANDLERS, WATCHERS, 12, false, true, "complaint.answer" };
static const struct clock_kind NAMED = { "complaint-named", N_("Complaint about staff: headquarters sees to it that somebody who is not named answers"), "NMR-57.2a",
	"complaint.ack_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(HEADQUARTERS), ROLE(INSPECTOR), 24, false, true, "complaint.answer" };
static const struct clock_kind SENT = { "complaint-sent", N_("Complaint sent on, not opened"), "NMR-56.3", "priv_mail.dispatch_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, HANDLERS, WATCHERS, 12, false, true, "complaint.send_on" };
static const struct clock_kind TORTURE = { "torture-referred", N_("Allegation of torture sent to the independent authority"), "NMR-57.3", "torture.refer_hours", 1,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR) | ROLE(INSPECTOR), WATCHERS, 0, true, true, "complaint.refer" };
static const struct clock_kind COMPLAINT_APPEAL_CLOCK = { "complaint-appeal", N_("Decision on the appeal against an answer"), "NMR-57.1b",
	"complaint.undue_days", 30, CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(HEADQUARTERS), WATCHERS, 72, false, true, "complaint.decide_appeal" };

#define GUARDS (ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR))
static const struct clock_kind FORCE_HEALTH = { "force-health-told", N_("Health service told of force or restraint"), "NMR-47.2b", NULL, 0, CLOCK_HOURS,
	SOURCE_PROPOSAL, GUARDS | ROLE(HEALTH), ROLE(GOVERNOR), 1, true, true, "force.tell" };
static const struct clock_kind FORCE_DIRECTOR = { "force-director-told", N_("Director told of the use of force"), "NMR-82.1b", "force.report_hours", 1,
	CLOCK_HOURS, SOURCE_PROPOSAL, GUARDS, WATCHERS, 4, false, true, "force.tell" };
static const struct clock_kind STATEMENTS = { "force-statements", N_("Statements of all officers, and the record of force closed"), "NMR-82.1b",
	"force.full_report_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL, GUARDS, WATCHERS, 48, false, true, "force.close" };
static const struct clock_kind CHECK = { "restraint-check", N_("Check of a restrained person"), "NMR-48.1c", NULL, 0, CLOCK_HOURS, SOURCE_PROPOSAL,
	GUARDS | ROLE(HEALTH), ROLE(GOVERNOR), 0, true, true, "force.check" };
static const struct clock_kind LONGEST = { "restraint-longest", N_("Restraint ends, or the director orders it anew"), "NMR-48.1c", "restraint.max_hours", 2,
	CLOCK_HOURS, SOURCE_PROPOSAL, GUARDS, WATCHERS, 0, true, true, "force.end" };

const struct clock_kind *const RIGHTS_CLOCKS[] = { &VISIT, &REVIEW, &COPY, &NEED, &ENDS, &ADVICE, &DAY_13, &DAY_16, &MITIGATION, &ROUND, &PRIVILEGES, &NOTICE, &HEARING, &APPEAL, &SANCTION,
	&RECEIPT, &ANSWER, &URGENT, &NAMED, &SENT, &TORTURE, &COMPLAINT_APPEAL_CLOCK,
	&FORCE_HEALTH, &FORCE_DIRECTOR, &STATEMENTS, &CHECK, &LONGEST, NULL };
