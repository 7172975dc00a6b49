/*
 * rules.h - the rules of staff: pure functions over an act's context and its proposed decision, in rules.c.
 */
#ifndef CUSTOS_AREAS_STAFF_RULES_H
#define CUSTOS_AREAS_STAFF_RULES_H

#include "areas/staff/records.h"

extern const struct rule *const STAFF_RULES[]; /* ended by NULL */

#endif
