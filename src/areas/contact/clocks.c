/* clocks.c - the deadlines of contact: what starts them stands in the acts; length, source and who is told stand here. */
#include "areas/contact/acts.h"

#define CARERS (ROLE(CASEWORKER) | ROLE(GOVERNOR))
#define WATCHERS (ROLE(HEADQUARTERS) | ROLE(INSPECTOR))

/* The clock is met by contact and by the offer of it: one that passes means that the prison gave no occasion. */
static const struct clock_kind FAMILY = { "family-contact", N_("Contact with family or friends, or the offer of it"), "NMR-58.1.interval",
	"visit.min_interval_days", 30, CLOCK_DAYS, SOURCE_PROPOSAL, CARERS, WATCHERS, 72, false, true, "communication.record" };
static const struct clock_kind CHILD = { "family-contact-child", N_("Contact of a person under 18 with family or friends, or the offer of it"), "HAV-60",
	"juv.visit_days", 7, CLOCK_DAYS, SOURCE_RECALLED, CARERS, WATCHERS, 24, false, true, "communication.record" };
static const struct clock_kind LEGAL = { "legal-visit", N_("Time for the lawyer"), "NMR-61.1a", "legalvisit.hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL,
	ROLE(RECEPTION) | CARERS, WATCHERS, 12, false, true, "visit.schedule" };
static const struct clock_kind AID = { "legal-aid-forwarded", N_("Request for legal aid forwarded"), "NMR-61.3", "legalaid.forward_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, CARERS, WATCHERS, 24, false, true, "legal_request.answer" };
static const struct clock_kind WRITING = { "writing-material", N_("Writing material for the defence handed over"), "NMR-120.2", "writing.hours", 24,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(WING) | CARERS, ROLE(GOVERNOR), 24, false, true, "legal_request.answer" };
static const struct clock_kind TOLD = { "contact-limit-told", N_("Person told of the limit on contact, with a copy"), "NMR-43.3b.limit",
	"contact.limit_told_hours", 48, CLOCK_HOURS, SOURCE_SECONDARY, ROLE(WING) | CARERS, ROLE(GOVERNOR), 24, false, true, "contact_limit.tell" };
static const struct clock_kind REVIEW = { "contact-limit-review", N_("Review of the limit on contact"), "NMR-43.3b.limit", "contact.limit_review_days", 7,
	CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(HEADQUARTERS) | ROLE(COMMITTEE) | ROLE(GOVERNOR), WATCHERS, 48, false, true, "contact_limit.review" };

const struct clock_kind *const CONTACT_CLOCKS[] = { &FAMILY, &CHILD, &LEGAL, &AID, &WRITING, &TOLD, &REVIEW, NULL };
