/*
 * casework.h - what the casework area gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_CASEWORK_CASEWORK_H
#define CUSTOS_AREAS_CASEWORK_CASEWORK_H

#include "model/registry.h"

/* Caseload, plan, interventions and reintegration; joined from acts/acts.c, rules.c and clocks.c in casework.c. */
extern const struct area AREA_CASEWORK;

#endif
