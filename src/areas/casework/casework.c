/* casework.c - joins the tables of the area. */
#include "areas/casework/casework.h"

#include "areas/casework/acts.h"

const struct area AREA_CASEWORK = { .name = "casework", .label = N_("Casework"), .records = CASEWORK_RECORDS, .acts = CASEWORK_ACTS,
	.rules = CASEWORK_RULES, .clocks = CASEWORK_CLOCKS, .reactions = CASEWORK_REACTIONS };
