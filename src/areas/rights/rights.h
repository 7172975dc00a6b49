/*
 * rights.h - what the area rights gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_RIGHTS_RIGHTS_H
#define CUSTOS_AREAS_RIGHTS_RIGHTS_H

#include "model/registry.h"

extern const struct area AREA_RIGHTS;

#endif
