/*
 * rules.h - the rules of classification: rules_propose.c (what a proposal and its evidence need), rules_decide.c (who decides, on what, how
 * the person is told), rules_place.c (decisions in force when somebody is placed); listed in rules.c.
 *
 * Rules named SAFE-... are the safeguards of prison-practice section 22 (T1 ...) and of its sections 1.2, 2, 5.4, 6.4, 11.5.
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_RULES_H
#define CUSTOS_AREAS_CLASSIFICATION_RULES_H

#include "areas/classification/records.h"

extern const struct rule RULE_NMR_89_1, RULE_NMR_93_1B, RULE_BKK_41, RULE_NMR_111_2, RULE_SAFE_DOWN, RULE_SAFE_LESS, RULE_SAFE_POLICY, RULE_SAFE_RENEW,
	RULE_SAFE_T1, RULE_SAFE_GIST, RULE_SAFE_P1, RULE_SAFE_T3, RULE_SAFE_QUORUM, RULE_SAFE_SIT, RULE_SAFE_T5, RULE_SAFE_PREPARE, RULE_SAFE_END,
	RULE_SAFE_FRESH, RULE_SAFE_T6, RULE_SAFE_P12, RULE_NMR_93_1A, RULE_SAFE_SHARE, RULE_SAFE_UNIT, RULE_BKK_41_HEADS, RULE_S2396_A, RULE_S2396_B, RULE_SAFE_RELIED, RULE_SAFE_ASSESSED, RULE_NMR_8B_FIRST, RULE_NMR_8B_REVIEW, RULE_SAFE_TOLD, RULE_SAFE_T4,
	RULE_SAFE_APPEAL, RULE_SAFE_T12, RULE_SAFE_T16;

#define CLASSIFICATION_RULE(symbol, id_, kind_, acts_, function, words) \
	const struct rule RULE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }

#endif
