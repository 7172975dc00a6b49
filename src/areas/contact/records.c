/* records.c - all nouns of contact. */
#include "areas/contact/records.h"

const struct record *const CONTACT_RECORDS[] = { &RECORD_VISIT, &RECORD_COMMUNICATION, &RECORD_CONTACT_LIMIT, &RECORD_LEGAL_REQUEST, &RECORD_PREGNANCY,
	&RECORD_CHILD_STAY, &RECORD_REPRESENTATIVE, &RECORD_BELIEF_WISH, NULL };
