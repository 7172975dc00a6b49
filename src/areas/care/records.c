/* records.c - all nouns of care. */
#include "areas/care/records.h"

const struct record *const CARE_RECORDS[] = { &RECORD_GRAVE_EVENT, &RECORD_EVIDENCE_ITEM, NULL };
