/* rights.c - joins the tables of the area, and what of it shows in the state of the rules. */
#include "areas/rights/rights.h"

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"

static const struct rule_evidence COMPLAINTS = { .rule = "NMR-8.d", .label = N_("Complaints and requests on file"), .record = &RECORD_COMPLAINT,
	.moment_field = COMPLAINT_RECEIVED, .weight = EVIDENCE_FOR };
static const struct rule_evidence SANCTIONS = { .rule = "NMR-8.e", .label = N_("Sanctions on file, with charge and hearing"), .record = &RECORD_SANCTION,
	.moment_field = FIELD_CREATED_AT, .weight = EVIDENCE_FOR };
static const struct rule_evidence *const EVIDENCE[] = { &COMPLAINTS, &SANCTIONS, NULL };

const struct area AREA_RIGHTS = { .name = "rights", .label = N_("Rights"), .records = RIGHTS_RECORDS, .acts = RIGHTS_ACTS, .rules = RIGHTS_RULES,
	.clocks = RIGHTS_CLOCKS, .reactions = RIGHTS_REACTIONS, .evidence = EVIDENCE };
