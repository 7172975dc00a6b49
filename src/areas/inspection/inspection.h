/* inspection.h - what the inspection area gives to the program: tables, verbs, rules, clocks, evidence and (pages.h) pages. */
#ifndef CUSTOS_AREAS_INSPECTION_INSPECTION_H
#define CUSTOS_AREAS_INSPECTION_INSPECTION_H

#include "model/registry.h"

extern const struct area AREA_INSPECTION;

#endif
