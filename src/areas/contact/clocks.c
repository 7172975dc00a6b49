/* clocks.c - the deadlines of contact: what starts them stands in the acts; length, source and who is told stand here. */
#include "areas/contact/acts.h"

#define CARERS (ROLE(CASEWORKER) | ROLE(GOVERNOR))
#define WATCHERS (ROLE(HEADQUARTERS) | ROLE(INSPECTOR))

/* The clock is met by contact and by the offer of it: one that passes means that the prison gave no occasion. */
static const struct clock_kind FAMILY = { "family-contact", N_("Contact with family or friends, or the offer of it"), "NMR-58.1.interval",
	"visit.min_interval_days", 30, CLOCK_DAYS, SOURCE_PROPOSAL, CARERS, WATCHERS, 72, false, true, "communication.record" };
static const struct clock_kind CHILD = { "family-contact-child", N_("Contact of a person under 18 with family or friends, or the offer of it"), "HAV-60",
	"juv.visit_days", 7, CLOCK_DAYS, SOURCE_RECALLED, CARERS, WATCHERS, 24, false, true, "communication.record" };
static const struct clock_kind CALLS = { "child-calls", N_("Letters or calls of a person under 18, two in each seven days"), "HAV-61", NULL, 0, CLOCK_DAYS, SOURCE_RECALLED, CARERS,
	WATCHERS, 24, false, true, "communication.record" };
static const struct clock_kind CUT_OFF = { "incommunicado", N_("Nothing is left to reach the family by: end it"), "BOP-15", NULL, 24, CLOCK_HOURS, SOURCE_RECALLED,
	ROLE(GOVERNOR) | ROLE(HEADQUARTERS), ROLE(INSPECTOR), 0, true, true, "contact_limit.end" };
static const struct clock_kind LEGAL = { "legal-visit", N_("Time for the lawyer"), "NMR-61.1a", "legalvisit.hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(RECEPTION) | CARERS, WATCHERS, 12, false, true, "visit.schedule" };
static const struct clock_kind AID = { "legal-aid-forwarded", N_("Request for legal aid forwarded"), "NMR-61.3", "legalaid.forward_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, CARERS, WATCHERS, 24, false, true, "legal_request.answer" };
static const struct clock_kind TOLD = { "contact-limit-told", N_("Person told of the limit on contact, with a copy"), "NMR-43.3b.limit",
	"contact.limit_told_hours", 48, CLOCK_HOURS, SOURCE_SECONDARY, ROLE(WING) | CARERS, ROLE(GOVERNOR), 24, false, true, "contact_limit.tell" };
static const struct clock_kind REVIEW = { "contact-limit-review", N_("Review of the limit on contact"), "NMR-43.3b.limit", "contact.limit_review_days", 7,
	CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(HEADQUARTERS) | ROLE(COMMITTEE) | ROLE(GOVERNOR), WATCHERS, 48, false, true, "contact_limit.review" };

#define NURSES (ROLE(HEALTH) | CARERS)
static const struct clock_kind BIRTH_PLAN = { "birth-plan", N_("Plan for the birth, outside the prison"), "NMR-28.1.plan", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL, NURSES,
	ROLE(INSPECTOR), 168, false, true, "pregnancy.plan" };
static const struct clock_kind DIET = { "pregnancy-diet", N_("Diet, exercise and advice for a pregnant woman"), "BKK-48.1", "pregnancy.plan_days", 3, CLOCK_DAYS,
	SOURCE_PROPOSAL, NURSES, ROLE(INSPECTOR), 48, false, true, "pregnancy.plan" };
static const struct clock_kind COURT = { "pregnancy-court", N_("Court told that a measure outside prison may fit"), "BKK-64", "pregnancy.court_days", 3, CLOCK_DAYS,
	SOURCE_PROPOSAL, CARERS, ROLE(INSPECTOR), 72, false, false, "pregnancy.plan" };
static const struct clock_kind SCREEN = { "child-screening", N_("Health screening of a child who came to live with the parent"), "NMR-29.1b", "child.screen_hours", 24,
	CLOCK_HOURS, SOURCE_PROPOSAL, NURSES, ROLE(INSPECTOR), 12, false, true, "child_stay.check" };
static const struct clock_kind CHILD_CHECK = { "child-check", N_("Check of a child's health and development"), "BKK-51.1", "child.check_days", 90, CLOCK_DAYS,
	SOURCE_PROPOSAL, NURSES, ROLE(INSPECTOR), 168, false, true, "child_stay.check" };
static const struct clock_kind CHILD_REVIEW = { "child-review", N_("Is it still best for the child to live here"), "NMR-29.1.review", "child.review_days", 90, CLOCK_DAYS,
	SOURCE_PROPOSAL, CARERS, ROLE(INSPECTOR), 168, false, true, "child_stay.review" };
static const struct clock_kind CHILD_LEAVES = { "child-prepare", N_("Care outside prepared for a child who will leave"), "NMR-29.1.review", NULL, 0, CLOCK_DAYS,
	SOURCE_PROPOSAL, CARERS, ROLE(INSPECTOR), 168, false, true, "child_stay.prepare" };
static const struct clock_kind CHILD_CONTACT = { "child-contact", N_("Contact of parent and child after they were parted"), "BKK-52.3", "child.contact_days", 7,
	CLOCK_DAYS, SOURCE_PROPOSAL, CARERS, ROLE(INSPECTOR), 72, false, true, "visit.book" };

static const struct clock_kind WISH = { "belief-wish", N_("Answer to a wish of religion or belief"), "NMR-65.3.time", "religion.access_days", 7, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(RELIGIOUS) | CARERS, ROLE(INSPECTOR), 72, false, true, "belief_wish.answer" };

const struct clock_kind *const CONTACT_CLOCKS[] = { &FAMILY, &CHILD, &CALLS, &CUT_OFF, &LEGAL, &AID, &TOLD, &REVIEW, &BIRTH_PLAN, &DIET, &COURT, &SCREEN, &CHILD_CHECK,
	&CHILD_REVIEW, &CHILD_LEAVES, &CHILD_CONTACT, &WISH, NULL };
