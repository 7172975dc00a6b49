/* assessment.c - the tables of the area, joined for the registry. */
#include "areas/assessment/assessment.h"

#include "areas/assessment/acts.h"

RULE_SHOWN(FINAL, "NMR-8.b", N_("Assessments made final"), RECORD_ASSESSMENT, ASSESSMENT_FINAL_AT, 0, NULL);
RULE_SHOWN(DISCLOSED, "NMR-9.2", N_("Assessments told to the person in full"), RECORD_ASSESSMENT, ASSESSMENT_DISCLOSED_AT, ASSESSMENT_DISCLOSURE, "full");
RULE_SHOWN(CORRECTED, "VEP-CORRECTION", N_("Corrections that were made"), RECORD_ASSESSMENT_CORRECTION, FIELD_CREATED_AT, CORRECTION_STATE, "accepted");
static const struct rule_evidence *const EVIDENCE[] = { &FINAL, &DISCLOSED, &CORRECTED, NULL };

const struct area AREA_ASSESSMENT = { .name = "assessment", .label = N_("Assessment"), .records = ASSESSMENT_RECORDS, .acts = ASSESSMENT_ACTS,
	.rules = ASSESSMENT_RULES, .clocks = ASSESSMENT_CLOCKS, .reactions = ASSESSMENT_REACTIONS, .evidence = EVIDENCE };
