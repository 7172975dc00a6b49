/*
 * contact.h - what the area contact gives to the program: tables, verbs, rules, clocks and (pages.h) pages.
 */
#ifndef CUSTOS_AREAS_CONTACT_CONTACT_H
#define CUSTOS_AREAS_CONTACT_CONTACT_H

#include "model/registry.h"

extern const struct area AREA_CONTACT;

#endif
