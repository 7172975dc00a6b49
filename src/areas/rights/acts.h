/*
 * acts.h - the verbs of rights, as a contract for pages, REST and tests. [x] optional. (2) second person. R reason in own words.
 * F has the "record what has already happened" form. Who may: see each table in acts/.
 *
 *	separation.order	F  person kind ground facts legal_basis authority [emergency] alternatives exit_criteria [starts_at] ends_at
 *			planned_contact planned_outdoors light contact_kept [contact_why] disability [vulnerability]
 *			-> separation running; one that runs already ends (a new label is no new beginning); starts its clocks
 *	separation.isolate	F  person exit_criteria [starts_at] ends_at [planned_contact] light contact_kept [contact_why]: medical isolation;
 *			only the health service opens it, prolongs it and ends it
 *	separation.extend	F R  separation ends_at [planned_contact]
 *	separation.end		F R  separation [ended_at]
 *	separation.log		separation kind [started_at] minutes [refused] [with_whom] -> separation_entry; alarms are set anew
 *	separation.visit	separation [visited_at] in_person [out_of_hearing] advice [advice_words] -> separation_visit; health service only
 *	separation.answer	R  separation advice_answer: the director follows the advice, or sends it up
 *	separation.confirm	R  separation: looked at today, still needed
 *	separation.review	F  separation [reviewed_at] body heard result reasons -> separation_review; "ends" ends the separation
 *	separation.give_copy	separation copy [copy_witness]
 *	health_flag.set		person kind instruction [starts_on] [expires_on] ; health_flag.end  health_flag R; health service only
 */
#ifndef CUSTOS_AREAS_RIGHTS_ACTS_H
#define CUSTOS_AREAS_RIGHTS_ACTS_H

#include "areas/rights/records.h"

extern const struct act ACT_SEPARATION_ORDER, ACT_SEPARATION_ISOLATE, ACT_SEPARATION_EXTEND, ACT_SEPARATION_END, ACT_SEPARATION_LOG,
	ACT_SEPARATION_VISIT, ACT_SEPARATION_ANSWER, ACT_SEPARATION_CONFIRM, ACT_SEPARATION_REVIEW, ACT_SEPARATION_GIVE_COPY,
	ACT_HEALTH_FLAG_SET, ACT_HEALTH_FLAG_END;
/* Ended by NULL. */
extern const struct act *const RIGHTS_ACTS[];
extern const struct clock_kind *const RIGHTS_CLOCKS[];

#endif
