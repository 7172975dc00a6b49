/*
 * rules_solitary.h - the solitary clock: which days of a person are days of solitary confinement, and how long the run is.
 *
 * Pure arithmetic over intervals; nobody can write its result. Sources: Nelson Mandela Rules 43.1 (b) and 44 (22 hours or more a day
 * without meaningful human contact; prolonged is more than 15 consecutive days); the counting of inspection practice, where two
 * readings exist and the stricter one holds:
 *
 *	spans	    when the person was separated, whatever the unit, the kind, the order or the prison is called. Spans that touch or overlap
 *		    are one stretch.
 *	contacts    meaningful human contact, each at least least_minutes long; shorter ones do not count, overlapping ones count once.
 *	isolation   minutes in a span outside every contact. Nothing written down is no contact.
 *	solitary    a civil day is solitary when its isolation is 22 hours or more; or when a stretch covers it whole and contact in it is two
 *		    hours or less; or when a stretch begins (ends) in it and the 24 hours from its beginning (to its end) hold 22 hours of isolation.
 *	run	    solitary days, one after the other. Days between that are not solitary are not counted, and only gap_reset_days of them in
 *		    a row end the run: no transfer, no new label and no shorter pause does.
 *	elapsed	    time in spans on the days of the run.
 *	prolonged   the run is longer than 15 days, or elapsed longer than 360 hours, whichever comes first.
 *
 * Moments are milliseconds since the epoch. midnights[i] is the first moment of day i, midnights[days] the end of the last: a day of
 * 23 or 25 hours is as long as it is.
 */
#ifndef CUSTOS_AREAS_RIGHTS_RULES_SOLITARY_H
#define CUSTOS_AREAS_RIGHTS_RULES_SOLITARY_H

#include "base/date.h"

enum { SOLITARY_DAYS = 15, SOLITARY_HOURS = SOLITARY_DAYS * 24, SOLITARY_MINUTES_A_DAY = 22 * 60, SOLITARY_CONTACT_MINUTES = 120 };

struct solitary_interval { int64_t from, to; };

struct solitary_case {
	struct solitary_interval *spans, *contacts; /* in any order; the count sorts and merges them in place */
	size_t span_count, contact_count;
	const int64_t *midnights;
	int days;
	int gap_reset_days, least_minutes;
	int from;		/* days before it do not set prolonged_on: they lie behind what is asked */
};

struct solitary_count {
	bool *solitary;		/* a flag per day, of the caller's arena */
	int64_t *contact;	/* counted contact of each day in a span, in milliseconds */
	int64_t *separated;	/* time in spans of each day */
	int run, run_start;	/* at the end of the last day; start is an index, -1 when run is 0 */
	int longest;
	int64_t elapsed;
	int prolonged_on;	/* first day at or after `from` on which the run is prolonged, or -1 */
};

void solitary_count(struct arena *arena, struct solitary_case *input, struct solitary_count *out_count);
/* First day on which the run reaches `length` at or after `from`, or -1. */
int solitary_day_of(const struct solitary_case *input, const struct solitary_count *count, int length, int from);

#endif
