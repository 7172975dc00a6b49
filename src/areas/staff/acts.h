/*
 * acts.h - the verbs of staff, as a contract for pages, REST and tests. [x] optional. R reason in own words. F has the "record what
 * has already happened" form. Members of staff, posts and key sets are kept by the generic acts add and correct.
 *
 *	staff_training.record F staff_member module [curriculum] theory_passed practice_passed [finished_on] [valid_until]
 *			-> staff_training; valid for the months of the parameter where none is given; a passed course starts the clock of Rule 75.3 anew
 *	staff_appointment.make F staff_member office [several_prisons] [from_day] -> staff_appointment; whoever held the office before has left it. A director of
 *			several prisons starts the clock of visits
 *	staff_appointment.end R staff_appointment
 *	staff_shift.assign  F	post staff_member day shift -> staff_shift planned ; staff_shift.cancel R staff_shift
 *	key_set.issue	    F	key_set staff_member -> key_issue ; key_issue.return key_issue
 *	weapon_issue.issue  F	staff_member post kind weapon_number [special_order] [order_ends_at] ; weapon_issue.return weapon_issue
 *	women_unit_entry.record F staff_member [accompanied_by] purpose [emergency] [entered_at]
 *	director_visit.record	staff_member facility [visited_on] [note] -> the clock of visits runs anew
 *	health_session.record	facility kind [held_on] seen waiting [longest_days] -> the clock of its kind runs anew
 *	interpretation.record F person occasion language mode [interpreter] [happened_at]
 */
#ifndef CUSTOS_AREAS_STAFF_ACTS_H
#define CUSTOS_AREAS_STAFF_ACTS_H

#include "areas/staff/records.h"

extern const struct act ACT_STAFF_TRAINING_RECORD, ACT_STAFF_APPOINTMENT_MAKE, ACT_STAFF_APPOINTMENT_END, ACT_STAFF_SHIFT_ASSIGN, ACT_STAFF_SHIFT_CANCEL, ACT_KEY_SET_ISSUE,
	ACT_KEY_ISSUE_RETURN, ACT_WEAPON_ISSUE, ACT_WEAPON_RETURN, ACT_WOMEN_UNIT_ENTRY_RECORD, ACT_DIRECTOR_VISIT_RECORD, ACT_HEALTH_SESSION_RECORD,
	ACT_INTERPRETATION_RECORD;
/* Ended by NULL. */
extern const struct act *const STAFF_ACTS[];
extern const struct clock_kind *const STAFF_CLOCKS[];

#endif
