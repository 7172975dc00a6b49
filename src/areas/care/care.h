/*
 * care.h - what the area care gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_CARE_CARE_H
#define CUSTOS_AREAS_CARE_CARE_H

#include "model/registry.h"

extern const struct area AREA_CARE;

#endif
