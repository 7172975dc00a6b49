/* rules.c - the rules of identity: a resemblance to a list waits for nobody's convenience. */
#include "areas/identity/rules.h"

static const char *const CLOCKS[] = { "list-hit", NULL };

/* The resolution asks for screening in compliance with human rights law; an open suspicion is to be short. */
const struct rule RULE_LIST_HIT = { "S2396-d", N_("Lists are used in compliance with human rights law: whether a person is the one on a list is decided soon, by two persons, with grounds"),
	RULE_DEADLINE, false, NULL, CLOCKS, NULL };

const struct rule *const IDENTITY_RULES[] = { &RULE_LIST_HIT, NULL };
