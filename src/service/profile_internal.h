/*
 * profile_internal.h - internal to profile*.c: what a profile is made of.
 */
#ifndef CUSTOS_SERVICE_PROFILE_INTERNAL_H
#define CUSTOS_SERVICE_PROFILE_INTERNAL_H

#include "base/map.h"
#include "service/deadline.h"
#include "service/profile.h"

struct profile {
	struct arena *arena;
	struct text name, title, stamp;
	struct map lines;      /* parameter -> struct profile_line */
	struct map values;     /* parameter -> struct text */
	struct map facilities; /* code -> struct map of values */
	struct calendar calendar;
};

#endif
