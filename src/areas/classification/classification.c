/* classification.c - joins the tables of the area. */
#include "areas/classification/classification.h"

#include "areas/classification/acts.h"

const struct area AREA_CLASSIFICATION = { .name = "classification", .label = N_("Classification"), .records = CLASSIFICATION_RECORDS,
	.acts = CLASSIFICATION_ACTS, .rules = CLASSIFICATION_RULES, .clocks = CLASSIFICATION_CLOCKS, .reactions = CLASSIFICATION_REACTIONS };
