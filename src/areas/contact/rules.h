/*
 * rules.h - the rules of contact: pure functions over an act's context and its proposed decision, in rules_visit.c, rules_limit.c, rules_child.c and rules_belief.c.
 */
#ifndef CUSTOS_AREAS_CONTACT_RULES_H
#define CUSTOS_AREAS_CONTACT_RULES_H

#include "areas/contact/records.h"

extern const struct rule CONTACT_NMR_58_1, CONTACT_HAV_60, CONTACT_NMR_58_2, CONTACT_NMR_59, CONTACT_NMR_60_1, CONTACT_NMR_60_2A, CONTACT_NMR_60_2B,
	CONTACT_NMR_61_1A, CONTACT_NMR_61_1A_REFUSED, CONTACT_NMR_61_1B, CONTACT_NMR_61_2, CONTACT_NMR_61_3, CONTACT_NMR_120_1,
	CONTACT_NMR_56_3, CONTACT_BKK_28, CONTACT_BKK_44, CONTACT_NMR_43_3A, CONTACT_NMR_43_3B, CONTACT_BKK_23, CONTACT_NMR_28_1, CONTACT_NMR_28_1_PLAN,
	CONTACT_NMR_28_2, CONTACT_NMR_29_1, CONTACT_NMR_29_1_REVIEW, CONTACT_NMR_29_1A, CONTACT_NMR_29_1B, CONTACT_NMR_29_2, CONTACT_BKK_48_1, CONTACT_BKK_48_2,
	CONTACT_BKK_49, CONTACT_BKK_51_1, CONTACT_BKK_52_1, CONTACT_BKK_52_2, CONTACT_BKK_52_3, CONTACT_BKK_64,
	CONTACT_NMR_65_1, CONTACT_NMR_65_2, CONTACT_NMR_65_3, CONTACT_NMR_65_3_TIME, CONTACT_NMR_66, CONTACT_NMR_36, CONTACT_NMR_41_5, CONTACT_BOP_15, CONTACT_HAV_61;
extern const struct rule *const CONTACT_RULES[]; /* ended by NULL */
/* No visit, letter or call with the family would be left, with this limit and all others in force. */
bool contact_cut_off(const struct act_context *context, const struct decision *decision, const struct row *limit);

#endif
