/* clocks.c - the deadlines of classification: what starts them stands in the acts; length, source and who is told stand here. */
#include "areas/classification/acts.h"

#define BODIES (ROLE(COMMITTEE) | ROLE(GOVERNOR))

/* England and Wales: first category within ten working days (prison-practice 5.3, code read). Shorter would not leave the person the time to
 * prepare (class.prepare_days). */
static const struct clock_kind FIRST = { "first-category", N_("First security category"), "NMR-8.b.first", "class.first_category_days", 10, CLOCK_WORKING_DAYS,
	SOURCE_SECONDARY, BODIES | ROLE(CASEWORKER), ROLE(GOVERNOR) | ROLE(HEADQUARTERS), 72, false, true, "classification.propose" };
static const struct clock_kind DUE = { "decision-due", N_("Decide on a proposal, or it lapses"), "NMR-8.b.review", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL,
	BODIES | ROLE(CASEWORKER), ROLE(GOVERNOR), 24, false, false, "classification.schedule" };
static const struct clock_kind TOLD = { "decision-told", N_("Tell the person what was decided"), "SAFE-TOLD", "class.told_days", 1, CLOCK_WORKING_DAYS,
	SOURCE_SECONDARY, BODIES | ROLE(CASEWORKER), ROLE(GOVERNOR), 24, false, true, "classification.notify" };
static const struct clock_kind REVIEW = { "classification-review", N_("Review a decision"), "NMR-8.b.review", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL, BODIES,
	ROLE(HEADQUARTERS), 168, false, true, "classification.review" };
/* One clock whichever way the signs point: a falling risk waits no longer than a rising one. */
static const struct clock_kind SIGNAL = { "signal-review", N_("Review a decision: something has changed"), "SAFE-T16", "class.signal_days", 14, CLOCK_DAYS,
	SOURCE_SECONDARY, BODIES, ROLE(HEADQUARTERS), 168, false, true, "classification.review" };
/* The alarm of a lapse: nothing is in force any more, and somebody has to see to what rested on it. */
static const struct clock_kind ENDS = { "classification-ends", N_("A decision ends by itself: act on what rests on it"), "SAFE-T4", NULL, 0, CLOCK_DAYS,
	SOURCE_SECONDARY, ROLE(GOVERNOR) | ROLE(CASEWORKER), ROLE(HEADQUARTERS), 24, true, false, "classification.act_on_lapse" };
static const struct clock_kind APPEAL = { "appeal-decided", N_("Decide an appeal"), "SAFE-APPEAL", "class.appeal_decide_days", 10, CLOCK_WORKING_DAYS,
	SOURCE_SECONDARY, ROLE(GOVERNOR) | ROLE(HEADQUARTERS), ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 24, false, true, "classification.decide_appeal" };
static const struct clock_kind FELL = { "basis-fell", N_("Decide on what rested on a basis that has ended"), "SAFE-T12", "class.basis_fell_hours", 24,
	CLOCK_HOURS, SOURCE_PROPOSAL, BODIES, ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 0, true, true, "classification.review" };

/* Its words outlive the basis in the history of the person, so they do not name it. */
static const struct clock_kind BASIS_ASSESSED = { "basis-assessed", N_("First assessment after a decision"), "S2396-a", "vep.initial_days", 30, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(PSYCHOLOGIST) | ROLE(CASEWORKER), ROLE(GOVERNOR) | ROLE(HEADQUARTERS), 168, false, false, "assessment.request" };

const struct clock_kind *const CLASSIFICATION_CLOCKS[] = { &FIRST, &DUE, &TOLD, &REVIEW, &SIGNAL, &ENDS, &APPEAL, &FELL, &BASIS_ASSESSED, NULL };
