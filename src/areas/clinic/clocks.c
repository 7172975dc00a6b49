/* clocks.c - the deadlines of the clinic: what starts them stands in the acts; length, source and who is told stand here. */
#include "areas/clinic/acts.h"

#define WATCHERS (ROLE(HEADQUARTERS) | ROLE(INSPECTOR))
#define CARERS (ROLE(HEALTH) | ROLE(GOVERNOR))

static const struct clock_kind FILE_REPLY = { "medical-file-reply", N_("Answer to who asked for the own medical file"), "NMR-26.1b", "medfile.reply_days", 14, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(HEALTH), WATCHERS, 72, false, true, "medical_request.answer" };
static const struct clock_kind OPINION = { "second-opinion", N_("Request for a second medical opinion sent on"), "BOP-25", "secondopinion.forward_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, CARERS, WATCHERS, 12, false, true, "medical_request.forward" };
static const struct clock_kind HEADS = { "entry-heads", N_("Screening of a woman by five heads"), "BKK-6", "adm.exam_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(HEALTH),
	ROLE(GOVERNOR) | ROLE(INSPECTOR), 12, false, true, "health_screening.record" };
static const struct clock_kind EXAMINATION = { "juvenile-examination", N_("A doctor examines a young person"), "HAV-50", "juv.exam_hours", 12, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(HEALTH), ROLE(GOVERNOR) | ROLE(INSPECTOR), 4, false, true, "health_screening.record" };
static const struct clock_kind SELF_HARM = { "plan-self-harm", N_("Plan against self-harm made"), "BKK-16", "suicide.plan_hours", 1, CLOCK_HOURS, SOURCE_PROPOSAL, CARERS, WATCHERS, 1,
	false, true, "protection_plan.make" };
static const struct clock_kind PROTECTION = { "plan-protection", N_("Protection plan made"), "BKK-25.1", "protect.plan_hours", 1, CLOCK_HOURS, SOURCE_PROPOSAL, CARERS, WATCHERS, 1,
	false, true, "protection_plan.make" };
static const struct clock_kind GIRL = { "plan-girl", N_("Protection plan for a girl made"), "BKK-36", "protect.admission_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL, CARERS, WATCHERS, 12,
	false, true, "protection_plan.make" };
static const struct clock_kind UNTRIED = { "plan-untried", N_("Protection plan for a woman before trial made"), "BKK-56", "protect.admission_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL,
	CARERS, WATCHERS, 12, false, true, "protection_plan.make" };

/* A clock of this area's own on top of health-seen: to whoever is locked up alone, help comes within the hour. */
static const struct clock_kind HELP = { "separation-health-help", N_("Health staff come to a separated person who asks"), "NMR-46.1c", NULL, 0, CLOCK_HOURS, SOURCE_PROPOSAL,
	CARERS, WATCHERS, 1, false, true, "health_request.see" };
static const struct clock_kind REPORT = { "health-report-answer", N_("Director's answer to a report of the health service"), "NMR-33", "director.answer_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR), WATCHERS, 12, false, true, "health_advice.answer" };
static const struct clock_kind RECOMMENDED = { "separation-recommendation", N_("Director's answer to a recommendation about a separation"), "NMR-46.3", "seg.director_answer_hours", 2,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR), WATCHERS, 2, false, true, "health_advice.answer" };
static const struct clock_kind MOVE = { "care-outside-move", N_("Person moved to care outside prison"), "NMR-109.1", "mh.transfer_days", 14, CLOCK_DAYS, SOURCE_PROPOSAL, CARERS, WATCHERS,
	24, true, true, "care_outside.move" };
static const struct clock_kind TODAY = { "care-outside-today", N_("Asked today for a bed outside prison"), "NMR-109.1", NULL, 0, CLOCK_HOURS, SOURCE_TEXT_READ, CARERS, WATCHERS, 24,
	true, true, "care_outside.ask" };
static const struct clock_kind PSYCHIATRIC = { "psychiatric-seen", N_("Seen after a referral"), "NMR-109.3", "psych.assess_days", 5, CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(HEALTH),
	ROLE(GOVERNOR) | ROLE(INSPECTOR), 24, false, true, "health_referral.see" };

static const struct clock_kind REFERRAL = { "abuse-referral", N_("Case sent to the authority, as the person wishes"), "BKK-7.1", "torture.refer_hours", 1, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(HEALTH), WATCHERS, 2, false, true, "abuse_care.refer" };
static const struct clock_kind SUPPORT = { "abuse-support", N_("Psychological support offered"), "BKK-7.2", "support.offer_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(HEALTH), WATCHERS,
	12, false, true, "abuse_care.offer" };
static const struct clock_kind CARE_SET = { "abuse-care-set", N_("All care after sexual abuse offered"), "BKK-25.2", "support.offer_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(HEALTH),
	WATCHERS, 12, false, true, "abuse_care.offer" };
static const struct clock_kind PREVENTIVE = { "preventive-offer", N_("Preventive screening offered"), "BKK-18", "screening.first_days", 90, CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(HEALTH),
	ROLE(GOVERNOR) | ROLE(INSPECTOR), 168, false, true, "screening_offer.make" };
static const struct clock_kind FAMILY = { "juvenile-family-notice", N_("Family of a young person told of illness or hospital"), "HAV-56", NULL, 0, CLOCK_HOURS, SOURCE_PROPOSAL, CARERS,
	WATCHERS, 2, false, true, "notice.give" };
static const struct clock_kind CONSULATE = { "juvenile-consulate-notice", N_("Consulate of a young person told of illness or hospital"), "HAV-56", NULL, 0, CLOCK_HOURS,
	SOURCE_PROPOSAL, CARERS, WATCHERS, 12, false, true, "notice.give" };
static const struct clock_kind LATER = { "later-death-inquiry", N_("Death soon after release reported for an inquiry"), "BOP-34", "invest.report_hours", 2, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(HEADQUARTERS), ROLE(INSPECTOR), 24, false, true, "later_death.report" };
static const struct clock_kind YOUNG_DEATH = { "juvenile-death-inquiry", N_("Death of a young person after release reported for an inquiry"), "HAV-57", "invest.report_hours", 2, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(HEADQUARTERS), ROLE(INSPECTOR), 24, false, true, "later_death.report" };
static const struct clock_kind CONSULTED = { "juvenile-restraint-consulted", N_("Health staff consulted and restraint of a young person reported upward"), "HAV-64", "restraint.report_hours",
	1, CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR), WATCHERS, 1, false, true, "restraint_consultation.record" };

const struct clock_kind *const CLINIC_CLOCKS[] = { &FILE_REPLY, &OPINION, &HEADS, &EXAMINATION, &SELF_HARM, &PROTECTION, &GIRL, &UNTRIED, &HELP, &REPORT, &RECOMMENDED, &MOVE, &TODAY,
	&PSYCHIATRIC, &REFERRAL, &SUPPORT, &CARE_SET, &PREVENTIVE, &FAMILY, &CONSULATE, &LATER, &YOUNG_DEATH, &CONSULTED, NULL };
