/* assessment.c - the tables of the area, joined for the registry. */
#include "areas/assessment/assessment.h"

#include "areas/assessment/acts.h"

const struct area AREA_ASSESSMENT = { .name = "assessment", .label = N_("Assessment"), .records = ASSESSMENT_RECORDS, .acts = ASSESSMENT_ACTS,
	.rules = ASSESSMENT_RULES, .clocks = ASSESSMENT_CLOCKS };
