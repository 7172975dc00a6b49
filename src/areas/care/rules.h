/*
 * rules.h - the rules of care: pure functions over an act's context and its proposed decision.
 */
#ifndef CUSTOS_AREAS_CARE_RULES_H
#define CUSTOS_AREAS_CARE_RULES_H

#include "areas/care/records.h"
#include "model/decide.h"

extern const struct rule *const CARE_RULES[];
extern const struct rule CARE_NMR_8_F, CARE_NMR_34, CARE_NMR_34_PLAN, CARE_NMR_69_B, CARE_NMR_71_1A, CARE_NMR_71_1A_CLOSE, CARE_NMR_71_1B, CARE_NMR_71_1B_PROPERTY, CARE_NMR_71_1B_SCENE, CARE_NMR_71_1B_NAMED, CARE_NMR_71_2, CARE_NMR_71_3, CARE_NMR_71_3_SELF, CARE_NMR_72;

#endif
