/*
 * acts.h - the verbs of contact, as a contract for pages, REST and tests. [x] optional. R reason in own words. F has the "record what
 * has already happened" form. Who may: see each table in acts/.
 *
 *	visit.book	F  person visit_class [contact] [visitor] [relation] [children] [own_child] setting [setting_why] [wanted] [interpreter]
 *			[asked_at] [planned_at] [minutes] [later_wish] -> visit booked, or asked when there is no time yet; a contact of the file
 *			gives name and relation; of a lawyer the clock of Rule 61 runs until a time is set in time
 *	visit.schedule	F  visit planned_at [minutes] [setting] [setting_why] [interpreter] [later_wish] -> booked
 *	visit.close	F  visit outcome [held_at] [held_minutes] [identity_seen] [watched] [search] [search_agreed] [searched_child] [search_decent]
 *			[search_order] [search_health] [note]
 *	communication.record F  person means direction contact_class [contact] [other_side] [happened_at] [minutes] looked_at result [note]
 *	contact_limit.decide F  person measure means [contact] ground [facts] [legal_basis] [authority] [starts_at] [ends_at] [instead]
 *			-> contact_limit in force; starts its clocks
 *	contact_limit.tell	contact_limit told [witness] ; contact_limit.review  R contact_limit review: not by whoever decided
 *	contact_limit.end	R  contact_limit
 *	legal_request.receive	person kind [asked_at] -> legal_request open ; legal_request.answer  legal_request answer [done_at]
 *
 *	pregnancy.record	person expected_on [prenatal] -> pregnancy open, health instruction for all; health service only
 *	pregnancy.plan	F  pregnancy place [place_why] [prenatal] [diet] [court_told]
 *	pregnancy.birth	F  pregnancy [born_at] born_in [certificate_place] -> born; instructions: no restraints for days, lives with an infant
 *	pregnancy.end		R  pregnancy; health service only
 *	child_stay.decide	F  person child [decided_on] [decided_by] [reasons] [childcare] [lives_from] -> child_stay living; starts its clocks
 *	child_stay.check	child_stay kind [happened_at] ; health service only
 *	child_stay.review	R  child_stay ; child_stay.feed  F  child_stay feeding [reason_given] [clinician]
 *	child_stay.prepare	child_stay care [met] [consulate]
 *	child_stay.end	F  child_stay why [assessment] [care] [consulate] [left_on] -> left; the clock of contact with the parent starts
 *
 *	representative.approve	facility name community approved_by [hours_week] [services] ; representative.end  R representative
 *	belief_wish.record	person kind [words] [representative] [asked_at] ; belief_wish.answer  F belief_wish result [answer] [alternative] [until_day]
 *
 * Reactions: admission and return start the family clock; release, death and escape stop all clocks of the area and end what is open;
 * on transfer booked visits are over and what was only asked for moves along.
 */
#ifndef CUSTOS_AREAS_CONTACT_ACTS_H
#define CUSTOS_AREAS_CONTACT_ACTS_H

#include "areas/contact/records.h"

extern const struct act ACT_VISIT_BOOK, ACT_VISIT_SCHEDULE, ACT_VISIT_CLOSE, ACT_COMMUNICATION_RECORD, ACT_CONTACT_LIMIT_DECIDE, ACT_CONTACT_LIMIT_TELL,
	ACT_CONTACT_LIMIT_REVIEW, ACT_CONTACT_LIMIT_END, ACT_LEGAL_REQUEST_RECEIVE, ACT_LEGAL_REQUEST_ANSWER, ACT_PREGNANCY_RECORD, ACT_PREGNANCY_PLAN, ACT_PREGNANCY_BIRTH, ACT_PREGNANCY_END, ACT_CHILD_STAY_DECIDE,
	ACT_CHILD_STAY_CHECK, ACT_CHILD_STAY_REVIEW, ACT_CHILD_STAY_FEED, ACT_CHILD_STAY_PREPARE, ACT_CHILD_STAY_END,
	ACT_REPRESENTATIVE_APPROVE, ACT_REPRESENTATIVE_END, ACT_BELIEF_WISH_RECORD, ACT_BELIEF_WISH_ANSWER;
/* Ended by NULL. */
extern const struct act *const CONTACT_ACTS[];
extern const struct clock_kind *const CONTACT_CLOCKS[];
extern const struct reaction *const CONTACT_REACTIONS[];

#endif
