/* identity.c - joins the tables of the area. */
#include "areas/identity/identity.h"

#include "areas/identity/acts.h"
#include "areas/identity/rules.h"

const struct area AREA_IDENTITY = { .name = "identity", .label = N_("Identity"), .records = IDENTITY_RECORDS, .acts = IDENTITY_ACTS,
	.rules = IDENTITY_RULES, .clocks = IDENTITY_CLOCKS };
