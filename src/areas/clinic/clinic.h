/*
 * clinic.h - what the area clinic gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_CLINIC_CLINIC_H
#define CUSTOS_AREAS_CLINIC_CLINIC_H

#include "model/registry.h"

extern const struct area AREA_CLINIC;

#endif
