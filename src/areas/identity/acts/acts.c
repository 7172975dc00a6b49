/* acts.c - all verbs of identity. */
#include "areas/identity/acts.h"

const struct act *const IDENTITY_ACTS[] = { &ACT_LIST_VERSION_BEGIN, &ACT_LIST_ENTRY_PUT, &ACT_LIST_ENTRY_DELIST, &ACT_LIST_VERSION_COMPLETE,
	&ACT_LIST_VERSION_CHECKED, &ACT_LIST_HIT_RAISE, &ACT_LIST_HIT_DECIDE, NULL };
