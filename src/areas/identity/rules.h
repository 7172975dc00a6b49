/* rules.h - the rules of identity; listed in rules.c. */
#ifndef CUSTOS_AREAS_IDENTITY_RULES_H
#define CUSTOS_AREAS_IDENTITY_RULES_H

#include "areas/identity/records.h"

extern const struct rule RULE_LIST_HIT;
extern const struct rule *const IDENTITY_RULES[]; /* ended by NULL */

#endif
