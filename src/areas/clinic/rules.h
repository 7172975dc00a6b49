/*
 * rules.h - the rules of the clinic: pure functions over an act's context and its proposed decision.
 */
#ifndef CUSTOS_AREAS_CLINIC_RULES_H
#define CUSTOS_AREAS_CLINIC_RULES_H

#include "areas/clinic/records.h"
#include "model/decide.h"

extern const struct rule *const CLINIC_RULES[];
extern const struct rule CLINIC_NMR_26_1A, CLINIC_NMR_26_1B, CLINIC_NMR_32_1B, CLINIC_NMR_32_1C, CLINIC_NMR_32_1D, CLINIC_NMR_32_2, CLINIC_BKK_6, CLINIC_BKK_6_HEADS,
	CLINIC_BKK_6_HIV, CLINIC_BKK_8, CLINIC_BKK_9, CLINIC_HAV_50, CLINIC_BOP_25, CLINIC_BKK_16, CLINIC_BKK_16_DUE, CLINIC_BKK_25_1, CLINIC_BKK_25_1_PLAN,
	CLINIC_BKK_36, CLINIC_BKK_36_DUE, CLINIC_BKK_56, CLINIC_BKK_56_DUE,
	CLINIC_NMR_33, CLINIC_NMR_46_1C, CLINIC_NMR_46_3, CLINIC_NMR_46_3_DUE, CLINIC_NMR_109_1, CLINIC_NMR_109_1_HELD, CLINIC_NMR_109_1_DUE, CLINIC_NMR_109_2,
	CLINIC_NMR_109_3, CLINIC_NMR_110,
	CLINIC_BKK_7_1, CLINIC_BKK_7_1_DUE, CLINIC_BKK_7_2, CLINIC_BKK_25_2, CLINIC_BKK_25_2_SET, CLINIC_BKK_18, CLINIC_BKK_18_DUE, CLINIC_BOP_34, CLINIC_HAV_56, CLINIC_HAV_57, CLINIC_HAV_57_KIN, CLINIC_HAV_64, CLINIC_HAV_64_CLOSE, CLINIC_HAV_64_DUE;

/* How the files of rules write their tables. */
#define RULE(symbol, id_, kind_, acts_, function, words) const struct rule CLINIC_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule CLINIC_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

#define ASK_HEALTH N_("The health service")

#endif
