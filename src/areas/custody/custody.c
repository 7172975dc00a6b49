/* custody.c - joins the tables of the area. */
#include "areas/custody/custody.h"

#include "areas/custody/acts.h"

const struct area AREA_CUSTODY = { .name = "custody", .label = N_("Custody"), .records = CUSTODY_RECORDS, .acts = CUSTODY_ACTS,
	.rules = CUSTODY_RULES, .clocks = CUSTODY_CLOCKS };
