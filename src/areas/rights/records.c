/* records.c - all nouns of rights. */
#include "areas/rights/records.h"

const struct record *const RIGHTS_RECORDS[] = { &RECORD_SEPARATION, &RECORD_SEPARATION_ENTRY, &RECORD_SEPARATION_VISIT, &RECORD_SEPARATION_REVIEW,
	&RECORD_HEALTH_FLAG, NULL };
