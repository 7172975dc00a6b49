/* rules.c - all rules of rights in one list, ended by NULL. */
#include "areas/rights/rules.h"

const struct rule *const RIGHTS_RULES[] = { &RULE_NMR_37D, &RULE_NMR_43_1A, &RULE_NMR_43_1B, &RULE_NMR_43_1C, &RULE_NMR_43_3A, &RULE_NMR_43_3B,
	&RULE_NMR_45_1A, &RULE_NMR_45_1B, &RULE_NMR_45_1C, &RULE_NMR_45_1D, &RULE_NMR_45_1E, &RULE_NMR_45_2A, &RULE_NMR_45_2B, &RULE_BKK_22,
	&RULE_NMR_45_2C, &RULE_NMR_46_1A, &RULE_NMR_46_1B, &RULE_NMR_46_2, &RULE_NMR_42, NULL };
