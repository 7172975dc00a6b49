/*
 * rules.h - the rules of custody: pure functions over an act's context and its proposed decision, by subject in rules_place.c
 * (where people sleep), rules_file.c (holding, admission, information, property, notices, release), rules_admission.c (health, women, delayed
 * notices, the untried) and rules_application.c (applications, news of relatives, rounds at night), rules_arrest.c (arrest data, questioning, young people, dress outside); listed in rules.c.
 */
#ifndef CUSTOS_AREAS_CUSTODY_RULES_H
#define CUSTOS_AREAS_CUSTODY_RULES_H

#include "areas/custody/records.h"

extern const struct rule RULE_NMR_11A, RULE_NMR_11B, RULE_NMR_11C, RULE_NMR_11D, RULE_NMR_11, RULE_NMR_12_1,
	RULE_NMR_12_2, RULE_NMR_13, RULE_NMR_14, RULE_NMR_15, RULE_NMR_16, RULE_NMR_113, RULE_NMR_89_3, RULE_BKK_4, RULE_NMR_6, RULE_NMR_7,
	RULE_NMR_7A, RULE_NMR_7B, RULE_NMR_7C, RULE_NMR_7D, RULE_NMR_7E, RULE_NMR_7F, RULE_NMR_7G, RULE_NMR_8A, RULE_NMR_8C,
	RULE_NMR_9, RULE_NMR_30, RULE_NMR_53, RULE_NMR_54, RULE_NMR_55_1, RULE_NMR_55_2, RULE_NMR_58,
	RULE_NMR_62_1, RULE_NMR_62_2, RULE_NMR_62_WISH, RULE_NMR_67_1, RULE_NMR_67_2, RULE_NMR_67_4, RULE_NMR_68_A,
	RULE_NMR_68_B, RULE_NMR_69_A, RULE_NMR_69_B, RULE_NMR_69_C, RULE_NMR_107, RULE_NMR_108, RULE_NMR_111, RULE_NMR_119,
	RULE_CAL_DOUBT, RULE_CAL_OTHER, RULE_BKK_2_2, RULE_BKK_3;
extern const struct rule RULE_NMR_9_2, RULE_NMR_9_2_LAW, RULE_NMR_12_2B, RULE_NMR_70_A, RULE_NMR_70_A_HOW, RULE_NMR_70_B,
	RULE_NMR_70_B_INSTEAD, RULE_NMR_118, RULE_NMR_119_2, RULE_NMR_119_2_DENIAL, RULE_NMR_120_2, RULE_NMR_120_2_DENIAL;
extern const struct rule RULE_NMR_30_A, RULE_NMR_30_B, RULE_NMR_30_C, RULE_NMR_30_C_ALONE, RULE_NMR_67_3, RULE_NMR_68_C,
	RULE_NMR_68_DELAY, RULE_NMR_68_DELAY_WHY, RULE_NMR_111_3, RULE_NMR_112_1, RULE_NMR_112_2, RULE_BKK_2_1, RULE_NMR_73_1, RULE_NMR_73_2, RULE_NMR_117, RULE_NMR_121;
extern const struct rule RULE_NMR_19_3, RULE_NMR_114, RULE_NMR_115_OWN, RULE_HAV_20, RULE_HAV_22, RULE_HAV_22_RELEASE, RULE_HAV_29, RULE_BOP_12, RULE_BOP_16, RULE_BOP_23;
/* Shared with rules_arrest.c: an order on which nobody is received (rules_file.c); young people and adults together (rules_place.c). */
bool custody_order_invalid(const struct act_context *context, const struct decision *decision, struct rule_finding *out);
bool custody_child_with_adult(const struct act_context *context, const struct decision *decision, struct rule_finding *out);

#endif
