/* classification.c - joins the tables of the area. */
#include "areas/classification/classification.h"

#include "areas/classification/acts.h"

RULE_SHOWN(DECIDED, "NMR-89.1", N_("Decisions with reasons of their own"), RECORD_CLASSIFICATION, CLASSIFICATION_DECIDED_AT, CLASSIFICATION_OUTCOME, "made");
RULE_SHOWN(CATEGORIES, "NMR-89.2", N_("Security categories decided"), RECORD_CLASSIFICATION, CLASSIFICATION_DECIDED_AT, CLASSIFICATION_KIND, "security_category");
RULE_SHOWN(OPEN_CONDITIONS, "BKK-45", N_("Decisions for open conditions"), RECORD_CLASSIFICATION, CLASSIFICATION_DECIDED_AT, CLASSIFICATION_VALUE, "open");
RULE_SHOWN(HEARD, "SAFE-PREPARE", N_("People heard before a decision"), RECORD_CLASSIFICATION_REPRESENTATION, REPRESENTATION_AT, REPRESENTATION_HOW, "heard");
RULE_SHOWN(UNITS, "NMR-93.2", N_("Places in units decided by class, each by itself"), RECORD_CLASSIFICATION, CLASSIFICATION_DECIDED_AT, CLASSIFICATION_KIND, "unit_placement");
static const struct rule_evidence *const EVIDENCE[] = { &UNITS, &DECIDED, &CATEGORIES, &OPEN_CONDITIONS, &HEARD, NULL };

const struct area AREA_CLASSIFICATION = { .name = "classification", .label = N_("Classification"), .records = CLASSIFICATION_RECORDS,
	.acts = CLASSIFICATION_ACTS, .rules = CLASSIFICATION_RULES, .clocks = CLASSIFICATION_CLOCKS, .reactions = CLASSIFICATION_REACTIONS,
	.evidence = EVIDENCE };
