/* contact.c - joins the tables of the area, and what of it shows in the state of the rules. */
#include "areas/contact/contact.h"

#include "areas/contact/acts.h"
#include "areas/contact/rules.h"

#define VISITS(symbol, rule_, label_, field_, value_, weight_) static const struct rule_evidence symbol = { .rule = rule_, .label = label_, \
	.record = &RECORD_VISIT, .moment_field = VISIT_HELD_AT, .value_field = field_, .value = value_, .weight = weight_ }

VISITS(HELD, "NMR-58.1", N_("Visits that took place"), VISIT_STATE, "held", EVIDENCE_FOR);
VISITS(RELATIONS, "NMR-106", N_("Visits that took place"), VISIT_STATE, "held", EVIDENCE_FOR);
VISITS(ENCOURAGED, "BKK-43", N_("Visits that took place"), VISIT_STATE, "held", EVIDENCE_FOR);
VISITS(LAWYERS, "NMR-61.1a", N_("Visits of lawyers"), VISIT_CLASS, "legal", EVIDENCE_FOR);
VISITS(PRIVATE, "NMR-58.2", N_("Private family visits"), VISIT_SETTING, "private", EVIDENCE_FOR);
static const struct rule_evidence AID = { .rule = "NMR-61.3", .label = N_("Requests for legal aid that were forwarded"), .record = &RECORD_LEGAL_REQUEST,
	.moment_field = LEGAL_REQUEST_ASKED_AT, .value_field = LEGAL_REQUEST_STATE, .value = "done", .weight = EVIDENCE_FOR };
static const struct rule_evidence SCREENED = { .rule = "NMR-29.1b", .label = N_("Children screened on arrival"), .record = &RECORD_CHILD_STAY,
	.moment_field = CHILD_STAY_SCREENED, .weight = EVIDENCE_FOR };
static const struct rule_evidence CHECKED = { .rule = "BKK-51.1", .label = N_("Checks of the health of children"), .record = &RECORD_CHILD_STAY,
	.moment_field = CHILD_STAY_CHECKED, .weight = EVIDENCE_FOR };
static const struct rule_evidence OUTSIDE = { .rule = "NMR-28.1", .label = N_("Births outside the prison"), .record = &RECORD_PREGNANCY,
	.moment_field = PREGNANCY_BORN_AT, .value_field = PREGNANCY_BORN_IN, .value = "hospital", .weight = EVIDENCE_FOR };
static const struct rule_evidence INSIDE = { .rule = "NMR-28.1", .label = N_("Births in the prison"), .record = &RECORD_PREGNANCY,
	.moment_field = PREGNANCY_BORN_AT, .value_field = PREGNANCY_BORN_IN, .value = "prison", .weight = EVIDENCE_AGAINST };
VISITS(PASTORAL, "NMR-65.2", N_("Visits of representatives of a religion"), VISIT_CLASS, "pastoral", EVIDENCE_FOR);
static const struct rule_evidence APPROVED = { .rule = "NMR-65.1", .label = N_("Approved representatives"), .record = &RECORD_REPRESENTATIVE,
	.moment_field = FIELD_CREATED_AT, .value_field = REPRESENTATIVE_STATE, .value = "approved", .weight = EVIDENCE_FOR };
static const struct rule_evidence *const EVIDENCE[] = { &PASTORAL, &APPROVED, &SCREENED, &CHECKED, &OUTSIDE, &INSIDE, &HELD, &RELATIONS, &ENCOURAGED, &LAWYERS, &PRIVATE, &AID, NULL };

const struct area AREA_CONTACT = { .name = "contact", .label = N_("Visits and contact"), .records = CONTACT_RECORDS, .acts = CONTACT_ACTS, .rules = CONTACT_RULES,
	.clocks = CONTACT_CLOCKS, .reactions = CONTACT_REACTIONS, .evidence = EVIDENCE };
