/* clocks.c - the deadline of identity. */
#include "areas/identity/acts.h"

static const struct clock_kind LIST_HIT = { "list-hit", N_("Decide whether this is the person on the list"), "S2396-d", "identity.hit_days", 3, CLOCK_WORKING_DAYS,
	SOURCE_PROPOSAL, ROLE(SECURITY), ROLE(GOVERNOR) | ROLE(HEADQUARTERS), 24, false, false, "list_hit.decide" };

const struct clock_kind *const IDENTITY_CLOCKS[] = { &LIST_HIT, NULL };
