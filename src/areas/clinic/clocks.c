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

const struct clock_kind *const CLINIC_CLOCKS[] = { &FILE_REPLY, &OPINION, &HEADS, &EXAMINATION, &SELF_HARM, &PROTECTION, &GIRL, &UNTRIED, NULL };
