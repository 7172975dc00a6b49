/*
 * rules.h - the rules of contact: pure functions over an act's context and its proposed decision, in rules_visit.c and rules_limit.c.
 */
#ifndef CUSTOS_AREAS_CONTACT_RULES_H
#define CUSTOS_AREAS_CONTACT_RULES_H

#include "areas/contact/records.h"

extern const struct rule CONTACT_NMR_58_1, CONTACT_HAV_60, CONTACT_NMR_58_2, CONTACT_NMR_59, CONTACT_NMR_60_1, CONTACT_NMR_60_2A, CONTACT_NMR_60_2B,
	CONTACT_NMR_61_1A, CONTACT_NMR_61_1A_REFUSED, CONTACT_NMR_61_1B, CONTACT_NMR_61_2, CONTACT_NMR_61_3, CONTACT_NMR_120_1, CONTACT_NMR_120_2,
	CONTACT_NMR_56_3, CONTACT_BKK_28, CONTACT_BKK_44, CONTACT_NMR_43_3A, CONTACT_NMR_43_3B, CONTACT_BKK_23;
extern const struct rule *const CONTACT_RULES[]; /* ended by NULL */

#endif
