/*
 * custody.h - what the custody area gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_CUSTODY_CUSTODY_H
#define CUSTOS_AREAS_CUSTODY_CUSTODY_H

#include "model/registry.h"

/* Records, acts, rules and clocks of custody; joined from acts/acts.c, rules.c and clocks.c in custody.c. */
extern const struct area AREA_CUSTODY;

#endif
