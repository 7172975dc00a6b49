/*
 * assessment.h - what the assessment area gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_ASSESSMENT_H
#define CUSTOS_AREAS_ASSESSMENT_ASSESSMENT_H

#include "model/registry.h"

extern const struct area AREA_ASSESSMENT;

#endif
