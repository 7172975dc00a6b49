/*
 * deadline.h - the one engine for clocks: due dates, lapse, escalation, "my work".
 *
 * Deadlines are rows of the engine record `deadline` (service/records.h), started and stopped by decisions inside the same
 * transaction as the act. An open deadline about a subject follows him or her to another facility. Due: CLOCK_HOURS and CLOCK_DAYS count calendar time, CLOCK_WORKING_DAYS skips weekend days and
 * holidays of the profile (facility's zone), CLOCK_MONTHS is civil. service/writer runs deadline_tick() once a minute: overdue
 * clocks that become breaches do so (engine act "deadline.lapse"), each once.
 */
#ifndef CUSTOS_SERVICE_DEADLINE_H
#define CUSTOS_SERVICE_DEADLINE_H

#include "service/query.h"

/* holidays: sorted days since epoch; weekend: bit per ISO weekday (bit 0 = Monday). Pure. */
struct calendar { const int32_t *holidays; size_t holiday_count; unsigned weekend; };
int64_t deadline_due(const struct clock_kind *clock, int64_t length, int64_t started_at, const struct calendar *calendar,
	int64_t (*to_moment)(void *zone, struct date date, int minute), struct date (*to_date)(void *zone, int64_t moment),
	void *zone);

struct work_item {
	const struct row *deadline;	/* row of record deadline */
	const struct clock_kind *clock;
	struct text subject_title;	/* empty when none */
	bool overdue, escalated;
};
struct work { struct work_item *items; size_t count; int64_t overdue, today, week, later; };
/* What is due to the actor's roles in the facilities in scope, soonest first. */
bool deadline_work(struct query *query, size_t limit, struct work *out_work, struct error_list *errors);
/* Open deadlines about a subject. */
bool deadline_about(struct query *query, struct text subject, struct work *out_work, struct error_list *errors);
/* Lets overdue clocks lapse; returns how many. */
bool deadline_tick(struct service *service, int64_t *out_lapsed, struct error_list *errors);

#endif
