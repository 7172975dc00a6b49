/* rights.c - joins the tables of the area. */
#include "areas/rights/rights.h"

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"

const struct area AREA_RIGHTS = { .name = "rights", .label = N_("Rights"), .records = RIGHTS_RECORDS, .acts = RIGHTS_ACTS, .rules = RIGHTS_RULES,
	.clocks = RIGHTS_CLOCKS, .reactions = RIGHTS_REACTIONS };
