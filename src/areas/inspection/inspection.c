/* inspection.c - joins the tables of the area, and what of it shows in the state of the rules. */
#include "areas/inspection/inspection.h"

#include "areas/inspection/acts.h"

/* An answer speaks for the rule that it names; the newest counts. Whatever was not applicable or not assessed says nothing. */
static const struct rule_evidence ANSWER_MET = { .rule_field = ANSWER_RULE, .label = N_("Inspections that found the rule kept"),
	.record = &RECORD_INSPECTION_ANSWER, .moment_field = ANSWER_ANSWERED_AT, .value_field = ANSWER_FINDING, .value = "met",
	.weight = EVIDENCE_FOR };
static const struct rule_evidence ANSWER_PARTLY = { .rule_field = ANSWER_RULE, .label = N_("Inspections that found the rule kept in part"),
	.record = &RECORD_INSPECTION_ANSWER, .moment_field = ANSWER_ANSWERED_AT, .value_field = ANSWER_FINDING, .value = "partly",
	.weight = EVIDENCE_PARTLY };
static const struct rule_evidence ANSWER_NOT_MET = { .rule_field = ANSWER_RULE, .label = N_("Inspections that found the rule not kept"),
	.record = &RECORD_INSPECTION_ANSWER, .moment_field = ANSWER_ANSWERED_AT, .value_field = ANSWER_FINDING, .value = "not_met",
	.weight = EVIDENCE_AGAINST };
static const struct rule_evidence INSPECTED = { .rule = "NMR-83.1", .label = N_("Inspections"), .record = &RECORD_INSPECTION,
	.moment_field = INSPECTION_STARTED_ON, .weight = EVIDENCE_FOR };
RULE_SHOWN(HEARD_ALONE, "NMR-56.2", N_("Inspections whose interviews nobody of the prison could hear"), RECORD_INSPECTION, INSPECTION_STARTED_ON, INSPECTION_ALONE, "nobody");
RULE_SHOWN(RECOMMENDED, "NMR-84.1d", N_("Recommendations of inspectors"), RECORD_RECOMMENDATION, FIELD_CREATED_AT, FIELD_NONE, NULL);
RULE_SHOWN(EQUAL_READ, "NMR-2.1", N_("Reports on equal treatment that were read"), RECORD_DISPARITY_REVIEW, DISPARITY_REVIEW_DAY, FIELD_NONE, NULL);
static const struct rule_evidence *const EVIDENCE[] = { &EQUAL_READ, &HEARD_ALONE, &RECOMMENDED, &ANSWER_MET, &ANSWER_PARTLY, &ANSWER_NOT_MET, &INSPECTED, NULL };

const struct area AREA_INSPECTION = { .name = "inspection", .label = N_("Inspection"), .records = INSPECTION_RECORDS, .acts = INSPECTION_ACTS,
	.rules = INSPECTION_RULES, .clocks = INSPECTION_CLOCKS, .evidence = EVIDENCE };
