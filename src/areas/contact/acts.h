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
 * Reactions: admission and return start the family clock; release, death and escape stop all clocks of the area and end what is open;
 * on transfer booked visits are over and what was only asked for moves along.
 */
#ifndef CUSTOS_AREAS_CONTACT_ACTS_H
#define CUSTOS_AREAS_CONTACT_ACTS_H

#include "areas/contact/records.h"

extern const struct act ACT_VISIT_BOOK, ACT_VISIT_SCHEDULE, ACT_VISIT_CLOSE, ACT_COMMUNICATION_RECORD, ACT_CONTACT_LIMIT_DECIDE, ACT_CONTACT_LIMIT_TELL,
	ACT_CONTACT_LIMIT_REVIEW, ACT_CONTACT_LIMIT_END, ACT_LEGAL_REQUEST_RECEIVE, ACT_LEGAL_REQUEST_ANSWER;
/* Ended by NULL. */
extern const struct act *const CONTACT_ACTS[];
extern const struct clock_kind *const CONTACT_CLOCKS[];
extern const struct reaction *const CONTACT_REACTIONS[];

#endif
