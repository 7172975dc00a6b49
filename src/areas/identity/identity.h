/* identity.h - the area of identity: who may be the same person, lists of names, and what was decided. */
#ifndef CUSTOS_AREAS_IDENTITY_IDENTITY_H
#define CUSTOS_AREAS_IDENTITY_IDENTITY_H

#include "model/registry.h"

extern const struct area AREA_IDENTITY;

#endif
