/*
 * clock.h - kinds of deadline: what starts one, how long it runs, what stops it, who is told, what becomes of it.
 *
 * One engine (service/deadline) runs all clocks. The length is a profile parameter with a default; the unit is calendar
 * hours, calendar days, working days or months. A clock that is a legal maximum can never pause. When an open deadline
 * passes: it shows as overdue to `told`, after `escalate_hours` also to `escalate_to`; with becomes_breach a breach of
 * the cited rule is recorded.
 */
#ifndef CUSTOS_MODEL_CLOCK_H
#define CUSTOS_MODEL_CLOCK_H

#include "model/citation.h"
#include "model/role.h"

enum clock_unit { CLOCK_HOURS, CLOCK_DAYS, CLOCK_WORKING_DAYS, CLOCK_MONTHS };

struct clock_kind {
	const char *name;      /* "family-told"; never renamed */
	const char *label;     /* message identifier: "Offer the person to tell the family" */
	const char *rule;      /* "NMR-68.a" */
	const char *parameter; /* name of the profile parameter that holds the length, or NULL: due date is given */
	int64_t length;	       /* default */
	enum clock_unit unit;
	enum source_status source; /* of the length; shown beside it */
	role_set told, escalate_to;
	int escalate_hours;
	bool legal_maximum;    /* never pauses */
	bool becomes_breach;
	const char *act;       /* the act that does it ("contact.notify"), for the one-click link, or NULL */
};

#endif
