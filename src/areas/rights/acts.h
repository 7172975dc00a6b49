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
 *	separation.mitigate	separation [mitigation] [step_down]: what lessens the harm now, and the steps back; after the end too
 *	separation.give_copy	separation copy [copy_witness]
 *	health_flag.set		person kind instruction [starts_on] [expires_on] ; health_flag.end  health_flag R; health service only
 *	charge.lay		F  person incident [offence] happened_at [discovered_at] facts [evidence] [mediation] -> charge laid; not its reporter decides
 *	charge.review		R  charge result (ready, rejected, returned)
 *	charge.notify		charge [notice_at] notice_language notice [notice_witness] help [time_waived]
 *	charge.schedule		charge hearing_at ; charge.adjourn  R charge ; charge.refer  R charge result (police, prosecution, not_proceeded)
 *	charge.hear		F  charge [heard_at] language [interpreter] present defence [mental] [mental_source] finding reasons
 *	charge.appeal		charge appeal_grounds ; charge.decide_appeal  charge result appeal_reasons: quashing undoes what followed
 *	sanction.impose	F  charge [kind] measure days [after] [suspended_until] reasons [review_info] -> sanction running or suspended
 *	sanction.activate	R  sanction charge (another proved one) ; sanction.end  sanction state (served, lapsed)
 *	complaint.receive	F  person kind channel [brought_by] subject addressee [words] [named_staff] [urgent] [received_at] -> complaint open
 *	complaint.acknowledge	complaint ; complaint.send_on  complaint (unopened) ; complaint.refer  complaint authority authority_number
 *	complaint.answer	F  complaint result [answer] [remedy] [onward] ; complaint.appeal  complaint appeal_words
 *	complaint.decide_appeal	complaint result reasons; headquarters
 *	force.use	F  person ground instrument facts [alternatives] ordered_by [in_court] officers [started_at] resistance -> use_of_force running
 *	force.check		R  use_of_force ; force.tell  use_of_force told_whom (health, director) ; force.end  use_of_force [ended_at] injuries
 *	force.statement		use_of_force words: by each officer named in it ; force.close  R use_of_force: all statements there, both told
 *	complaint_round.record	F  place channel [happened_at] taken -> complaint_round; the next is due a day later
 *	privilege_scheme.publish F  facility version law published_on gives how -> privilege_scheme current; the one before is replaced
 *	privilege_level.set	F  person level [reasons] -> privilege_level current; looked at again in privilege.review_days
 *	person_search.record	F  person kind cause result [items] searchers searcher_sex [trained] authority [legal_ground] [why] [alternatives]
 *			[scanner_works] [room] [private] [witness] [wish] [health_staff] [carer] [searched_at] -> person_search
 *
 * Reaction: release, death and escape end what runs of the person - separation, sanction, restraint - with the coded reason, and their
 * clocks. On transfer they go on. A charge not yet found ends with release and death; an escape only stops its clocks until the return.
 */
#ifndef CUSTOS_AREAS_RIGHTS_ACTS_H
#define CUSTOS_AREAS_RIGHTS_ACTS_H

#include "areas/rights/records.h"

extern const struct act ACT_SEPARATION_ORDER, ACT_SEPARATION_ISOLATE, ACT_SEPARATION_EXTEND, ACT_SEPARATION_END, ACT_SEPARATION_LOG,
	ACT_SEPARATION_VISIT, ACT_SEPARATION_ANSWER, ACT_SEPARATION_CONFIRM, ACT_SEPARATION_REVIEW, ACT_SEPARATION_GIVE_COPY,
	ACT_PERSON_SEARCH_RECORD,
	ACT_HEALTH_FLAG_SET, ACT_HEALTH_FLAG_END, ACT_CHARGE_LAY, ACT_CHARGE_REVIEW, ACT_CHARGE_NOTIFY, ACT_CHARGE_SCHEDULE, ACT_CHARGE_ADJOURN,
	ACT_CHARGE_REFER, ACT_CHARGE_HEAR, ACT_CHARGE_APPEAL, ACT_CHARGE_DECIDE_APPEAL, ACT_SANCTION_IMPOSE, ACT_SANCTION_ACTIVATE,
	ACT_SANCTION_END, ACT_COMPLAINT_RECEIVE, ACT_COMPLAINT_ACKNOWLEDGE, ACT_COMPLAINT_SEND_ON, ACT_COMPLAINT_REFER, ACT_COMPLAINT_ANSWER,
	ACT_COMPLAINT_APPEAL, ACT_COMPLAINT_DECIDE_APPEAL, ACT_FORCE_USE, ACT_FORCE_CHECK, ACT_FORCE_TELL, ACT_FORCE_END, ACT_FORCE_STATEMENT,
	ACT_FORCE_CLOSE, ACT_SEPARATION_MITIGATE, ACT_COMPLAINT_ROUND_RECORD, ACT_PRIVILEGE_SCHEME_PUBLISH, ACT_PRIVILEGE_LEVEL_SET;
/* Ended by NULL. */
extern const struct act *const RIGHTS_ACTS[];
extern const struct clock_kind *const RIGHTS_CLOCKS[];
extern const struct reaction *const RIGHTS_REACTIONS[];

#endif
