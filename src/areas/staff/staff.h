/*
 * staff.h - what the area staff gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_STAFF_STAFF_H
#define CUSTOS_AREAS_STAFF_STAFF_H

#include "model/registry.h"

extern const struct area AREA_STAFF;

#endif
