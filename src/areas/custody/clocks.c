/* clocks.c - the deadlines of custody: what starts them stands in the acts; length, source and who is told stand here. */
#include "areas/custody/acts.h"

#define GATE (ROLE(RECEPTION) | ROLE(GOVERNOR))

static const struct clock_kind HEALTH = { "health-examination", N_("Health examination after admission"), "NMR-30.0", "adm.exam_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(HEALTH) | ROLE(RECEPTION), ROLE(GOVERNOR), 4, false, true, "admission.health" };
static const struct clock_kind SAFETY = { "safety-check", N_("Safety and cell sharing looked at"), "NMR-12.2a", "adm.safety_hours", 4, CLOCK_HOURS,
	SOURCE_SECONDARY, GATE, ROLE(GOVERNOR), 2, false, true, "admission.safety" };
static const struct clock_kind NEEDS = { "immediate-needs", N_("Immediate needs asked for"), "NMR-7.d", "adm.needs_hours", 4, CLOCK_HOURS, SOURCE_SECONDARY,
	GATE, ROLE(GOVERNOR), 2, false, false, "admission.needs" };
static const struct clock_kind FAMILY = { "family-told", N_("Person offered to tell the family"), "NMR-68.a", "notify.admission_hours", 2, CLOCK_HOURS,
	SOURCE_PROPOSAL, GATE | ROLE(CASEWORKER), ROLE(GOVERNOR), 12, false, true, "notice.give" };
static const struct clock_kind FAMILY_TRANSFER = { "family-told-transfer", N_("Person offered to tell the family of the transfer"), "NMR-68.b",
	"notify.transfer_hours", 2, CLOCK_HOURS, SOURCE_PROPOSAL, GATE | ROLE(CASEWORKER), ROLE(GOVERNOR), 12, false, true, "notice.give" };
static const struct clock_kind PARENTS = { "child-parents-told", N_("Parents or guardian of a person under 18 told"), "HAV-22", "juv.notify_hours", 1, CLOCK_HOURS, SOURCE_PROPOSAL,
	GATE | ROLE(CASEWORKER), ROLE(GOVERNOR), 2, false, true, "notice.give" };
static const struct clock_kind INFORMATION = { "information-given", N_("Rights and rules explained"), "NMR-54", "adm.info_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, GATE | ROLE(CASEWORKER), ROLE(GOVERNOR), 12, false, true, "information.give" };
static const struct clock_kind CONSULATE = { "consulate-told", N_("Asked whether the consulate or a protecting body is told"), "NMR-62.1",
	"consular.notice_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL, GATE | ROLE(CASEWORKER), ROLE(GOVERNOR), 12, false, true, "notice.give" };
static const struct clock_kind CHARGES = { "charges-told", N_("Reasons and charges told in a language understood"), "NMR-119.1", "charges.hours", 24,
	CLOCK_HOURS, SOURCE_PROPOSAL, GATE | ROLE(CASEWORKER), ROLE(GOVERNOR), 12, false, true, "information.give" };
static const struct clock_kind ORDER_ENDS = { "order-ends", N_("The order that allows holding ends"), "NMR-7.0", NULL, 0, CLOCK_DAYS, SOURCE_TEXT_READ,
	GATE | ROLE(HEADQUARTERS), ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 0, true, true, "legal_order.add" };
static const struct clock_kind RELEASE_DUE = { "release-due", N_("Release"), "NMR-7.0", NULL, 0, CLOCK_DAYS, SOURCE_TEXT_READ, GATE | ROLE(CASEWORKER),
	ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 0, true, true, "release.release" };
static const struct clock_kind RELEASE_PREPARATION = { "release-preparation", N_("What the person needs for the day of release"), "NMR-108.1",
	"release.prep_days", 90, CLOCK_DAYS, SOURCE_PROPOSAL, ROLE(CASEWORKER) | ROLE(GOVERNOR), ROLE(GOVERNOR), 168, false, true, "release.prepare" };
static const struct clock_kind RESETTLEMENT = { "resettlement-plan", N_("Resettlement part of the plan"), "NMR-107", "resettlement.days", 28, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(CASEWORKER), ROLE(GOVERNOR), 168, false, false, "case_note.write" };
static const struct clock_kind TRANSIT = { "arrival", N_("Arrival after transfer"), "NMR-7.c", "transfer.transit_hours", 24, CLOCK_HOURS, SOURCE_PROPOSAL,
	GATE | ROLE(HEADQUARTERS), ROLE(HEADQUARTERS), 6, false, true, "transfer.accept" };
static const struct clock_kind BACK = { "due-back", N_("Due back"), "NMR-7.c", NULL, 0, CLOCK_HOURS, SOURCE_PROPOSAL, GATE | ROLE(SECURITY),
	ROLE(GOVERNOR), 2, false, false, "movement.return" };
static const struct clock_kind ALERT_ENDS = { "alert-ends", N_("Alert ends unless renewed"), "NMR-8.c", NULL, 0, CLOCK_DAYS, SOURCE_PROPOSAL,
	ROLE(SECURITY) | ROLE(GOVERNOR), ROLE(GOVERNOR), 72, false, false, "alert.renew" };
static const struct clock_kind REALLOCATE = { "reallocate-after-status", N_("New place after a change of legal status"), "NMR-11.b", "realloc.hours", 24,
	CLOCK_HOURS, SOURCE_PROPOSAL, GATE | ROLE(WING), ROLE(GOVERNOR), 12, false, true, "placement.place" };
static const struct clock_kind DEATH = { "family-told-death", N_("Family told of the death"), "NMR-69.a", "death.notify_hours", 1, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR), ROLE(HEADQUARTERS), 1, false, true, "notice.give" };
static const struct clock_kind ILLNESS = { "family-told-illness", N_("Person's chosen contact told of serious illness"), "NMR-69.b", "notify.illness_hours", 2,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR) | ROLE(HEALTH), ROLE(GOVERNOR), 12, false, true, "notice.give" };
static const struct clock_kind ILL_TREATMENT = { "ill-treatment-referred", N_("Complaint or signs of ill-treatment sent to the independent authority"),
	"NMR-7.d", "torture.refer_hours", 1, CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR) | ROLE(INSPECTOR), ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 0, true,
	true, "notice.give" };
static const struct clock_kind CHILD_CARE = { "child-arrangement", N_("Arrangement for children without a carer"), "BKK-2.2", "child.arrange_hours", 24,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(CASEWORKER) | ROLE(RECEPTION), ROLE(GOVERNOR), 12, false, true, "child.arrange" };
static const struct clock_kind CHILDREN_ASKED = { "children-asked", N_("Asked for family and children"), "NMR-7.f", "adm.family_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, GATE | ROLE(CASEWORKER), ROLE(GOVERNOR), 12, false, true, "admission.children" };

static const struct clock_kind OWN_ILLNESS = { "own-illness-offered", N_("Person offered to tell the family of the illness"), "NMR-68.c", "notify.illness_hours",
	2, CLOCK_HOURS, SOURCE_PROPOSAL, GATE | ROLE(HEALTH), ROLE(GOVERNOR), 12, false, true, "notice.give" };
static const struct clock_kind RELATIVE = { "relative-told", N_("Person told the news of a relative"), "NMR-70.a", "relative.tell_hours", 1, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(RELIGIOUS) | ROLE(GOVERNOR), ROLE(GOVERNOR), 1, false, true, "relative_news.tell" };
static const struct clock_kind LEAVE = { "leave-decision", N_("Decision whether the person may go to the relative"), "NMR-70.b", "leave.decide_hours", 24,
	CLOCK_HOURS, SOURCE_PROPOSAL, ROLE(GOVERNOR), ROLE(HEADQUARTERS), 2, false, true, "person_application.decide" };
static const struct clock_kind OWN_FILE = { "file-access", N_("Own file shown to the person"), "NMR-9.2", "sar.reply_days", 30, CLOCK_DAYS, SOURCE_SECONDARY,
	ROLE(GOVERNOR) | ROLE(CASEWORKER), ROLE(HEADQUARTERS), 72, false, true, "person_application.decide" };
static const struct clock_kind OWN_DOCTOR = { "own-doctor", N_("Decision on a doctor of the person's own"), "NMR-118", "owndoctor.days", 5, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR) | ROLE(HEALTH), ROLE(HEADQUARTERS), 24, false, true, "person_application.decide" };
static const struct clock_kind LAWYER = { "lawyer-access", N_("Lawyer called for an untried person"), "NMR-119.2", "lawyer.decide_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR) | ROLE(CASEWORKER), ROLE(HEADQUARTERS), 12, false, true, "person_application.decide" };
static const struct clock_kind DENIAL = { "denial-review", N_("Independent review of a refused lawyer"), "NMR-119.2", "denial.review_hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(GOVERNOR) | ROLE(INSPECTOR), ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 0, true, true, "person_application.review" };
static const struct clock_kind WRITING = { "writing-material", N_("Writing material for the defence given"), "NMR-120.2", "writing.hours", 24, CLOCK_HOURS,
	SOURCE_PROPOSAL, ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR), ROLE(GOVERNOR), 12, false, true, "person_application.carry_out" };

const struct clock_kind *const CUSTODY_CLOCKS[] = { &HEALTH, &SAFETY, &NEEDS, &FAMILY, &FAMILY_TRANSFER, &PARENTS, &INFORMATION, &CONSULATE, &CHARGES, &ORDER_ENDS,
	&RELEASE_DUE, &RELEASE_PREPARATION, &RESETTLEMENT, &TRANSIT, &BACK, &ALERT_ENDS, &REALLOCATE, &DEATH, &ILLNESS, &ILL_TREATMENT, &CHILD_CARE, &CHILDREN_ASKED,
	&OWN_ILLNESS, &RELATIVE, &LEAVE, &OWN_FILE, &OWN_DOCTOR, &LAWYER, &DENIAL, &WRITING, NULL };
