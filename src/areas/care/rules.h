/*
 * rules.h - the rules of care: pure functions over an act's context and its proposed decision.
 */
#ifndef CUSTOS_AREAS_CARE_RULES_H
#define CUSTOS_AREAS_CARE_RULES_H

#include "areas/care/records.h"
#include "model/decide.h"

extern const struct rule *const CARE_RULES[];
extern const struct rule CARE_NMR_8_F, CARE_NMR_34, CARE_NMR_34_PLAN, CARE_NMR_69_B, CARE_NMR_71_1A, CARE_NMR_71_1A_CLOSE, CARE_NMR_71_1B, CARE_NMR_71_1B_PROPERTY, CARE_NMR_71_1B_SCENE, CARE_NMR_71_1B_NAMED, CARE_NMR_71_2, CARE_NMR_71_3, CARE_NMR_71_3_SELF, CARE_NMR_72;

/* The person whom an act is about. */
struct text care_whom(const struct act_context *context, const struct decision *decision);
extern const struct rule CARE_NMR_24_2, CARE_NMR_26_2, CARE_NMR_27_1, CARE_NMR_27_1_ESCORT, CARE_NMR_27_2, CARE_NMR_27_2_DUE, CARE_NMR_30_D, CARE_NMR_30_D_CLOCK, CARE_NMR_31_1, CARE_NMR_31_2, CARE_NMR_42_MODE, CARE_NMR_58_MODE, CARE_NMR_61_MODE, CARE_BKK_10_2, CARE_BKK_11;
extern const struct rule CARE_NMR_13_MEASURED, CARE_NMR_14_MEASURED, CARE_NMR_15_MEASURED, CARE_NMR_16_OFFERED, CARE_NMR_17, CARE_NMR_21, CARE_NMR_22_1, CARE_NMR_22_1_DIET, CARE_NMR_22_2, CARE_NMR_23_1, CARE_NMR_23_1_PERSON, CARE_NMR_35_2;
extern const struct rule CARE_NMR_30_E, CARE_NMR_97_2, CARE_NMR_97_3, CARE_NMR_101_2, CARE_NMR_102_1, CARE_NMR_102_2, CARE_NMR_103_1, CARE_NMR_103_2, CARE_NMR_116, CARE_NMR_115;
extern const struct rule CARE_NMR_24_1, CARE_NMR_73_3, CARE_NMR_103_3;
extern const struct rule CARE_NMR_23_2, CARE_NMR_35_1, CARE_NMR_40_1, CARE_NMR_98_1, CARE_NMR_98_3, CARE_NMR_100_2, CARE_NMR_101_1, CARE_NMR_101_1_RISKS;

/* How the files of rules write their tables. */
#define RULE(symbol, id_, kind_, acts_, function, words) const struct rule CARE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule CARE_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

#endif
