/*
 * classification.h - what the area of classification gives to the program: tables, verbs, rules, clocks, reactions and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_CLASSIFICATION_H
#define CUSTOS_AREAS_CLASSIFICATION_CLASSIFICATION_H

#include "model/registry.h"

extern const struct area AREA_CLASSIFICATION;

#endif
