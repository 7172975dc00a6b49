/* records.c - all tables of the clinic. */
#include "areas/clinic/records.h"

const struct record *const CLINIC_RECORDS[] = { &RECORD_MEDICAL_NOTE, &RECORD_TREATMENT, &RECORD_MEDICAL_DISCLOSURE, &RECORD_HEALTH_SCREENING, &RECORD_MEDICAL_REQUEST,
	&RECORD_PROTECTION_PLAN, NULL };
