/* records.c - all nouns of care. */
#include "areas/care/records.h"

const struct record *const CARE_RECORDS[] = { &RECORD_GRAVE_EVENT, &RECORD_EVIDENCE_ITEM, &RECORD_HEALTH_REQUEST, &RECORD_CLINICAL_ORDER, &RECORD_FITNESS, &RECORD_CARE_HANDOVER,
	&RECORD_HEALTH_RESTRICTION, NULL };
