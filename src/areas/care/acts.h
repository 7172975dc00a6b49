/*
 * acts.h - the verbs of care, as a contract for pages, REST and tests. [x] optional. R reason in own words.
 * F has the "record what has already happened" form. Who may: see each table in acts/.
 *
 *	grave_event.report	F  person kind happened_at happened_where circumstances known_from [implicated] [protection] -> grave_event open;
 *				death.record, escape.record and signs of ill-treatment at the first examination make one by themselves
 *	grave_event.notify	grave_event authority authority_number [reported_at]: an authority outside the prison service has it
 *	grave_event.begin	grave_event [begun_at]: the authority investigates
 *	grave_event.implicate	F R  grave_event implicated -> a new event that names further staff takes its place, with all evidence
 *	grave_event.close	F  grave_event outcome cause findings
 *	grave_event.return_body	F  grave_event remains remains_to [remains_at]
 *	evidence_item.hold	grave_event kind description kept_at [seal] [property_item] [place] -> evidence_item held
 *	evidence_item.pass	evidence_item kept_at: a link in the chain of custody
 *	evidence_item.release	F  evidence_item state (handed_over, released) release_number
 *	health_request.make	F  person channel [urgent] [wish] [asked_at] -> health_request open; by anybody on duty
 *	health_request.see	F  health_request [seen_at] result [examiner_sex] [present] [present_why]; health service only
 *	clinical_order.give	person kind instruction due_at [expires_on] -> clinical_order open, with its health_flag; health service only
 *	clinical_order.carry_out clinical_order ; clinical_order.miss  F  clinical_order missed_why
 *	clinical_order.object	R  clinical_order: changes nothing; a clinician answers ; clinical_order.answer  R  clinical_order objection_answer
 *	clinical_order.end	R  clinical_order ; health service only, with its health_flag
 *	fitness.ask		person question -> fitness ; fitness.answer  fitness answer [limits] [valid_until] ; health service only
 *	care_handover.make	F  person occasion receiver file_sealed letter [supply_days] [handed_at] ; health service only
 *	health_restriction.begin F  facility ground authority starts_on ends_on measures instead contact_minutes -> health_restriction running
 *	health_restriction.review R  health_restriction [ends_on] ; health_restriction.end  R  health_restriction
 *	unit_day.record		F  place [day] meals water yard_minutes [weather] shower [bedding] [note] -> unit_day; once a unit and day
 *	day_exception.note	F  person [day] kind why
 *	place_check.record	F  place [checked_at] people beds floor_area window [light_lux] [temperature] toilet water clean [advice]; advice of the
 *				health service starts the director's clock ; place_check.answer  R  place_check
 *	supply.give		person kind [given_at]
 *	work_place.assign	F  person task work_for consent hours_day hours_week rest_day hourly_pay [skill] [starts_on] [job] [workshop] [wish] wish_met
 *				[wish_why] -> work_place running
 *	work_place.end		R  work_place ; work_pay.pay  F  work_place [until_day] hours own_part family_part saved_part
 *	work_accident.report	F  work_place [happened_at] what ; work_accident.notify  work_accident notice_to
 *	workshop.open		facility name work_for [firm] supervisor [contract_rate] [normal_wage] -> workshop ; .change  workshop and the last four
 *	workshop.assess		workshop [risk_on] risk_by risks ; workshop.close  R  workshop
 *	activity.record		place [day] kind [what] minutes list (one line for each person: identifier, space, code) -> activity, with an activity_part each
 *	hygiene_check.record	facility [day] body food cleanliness sanitation clothing sport [advice]
 *	account_entry.post	F  person kind amount words [paper] [posted_at] -> account_entry; more than there is cannot go out
 *	account_entry.reverse	R  account_entry -> the same amount the other way ; account_entry.pay_out  person paid_to paper: both purses to nothing
 *
 * Reaction: work_pay.pay writes what is to spend and what is saved into the account; notice.give about death, illness or hospital to the family marks the open event as told; escape.return does not close it.
 */
#ifndef CUSTOS_AREAS_CARE_ACTS_H
#define CUSTOS_AREAS_CARE_ACTS_H

#include "areas/care/records.h"

extern const struct act ACT_GRAVE_EVENT_REPORT, ACT_GRAVE_EVENT_NOTIFY, ACT_GRAVE_EVENT_BEGIN, ACT_GRAVE_EVENT_IMPLICATE, ACT_GRAVE_EVENT_CLOSE,
	ACT_GRAVE_EVENT_RETURN_BODY, ACT_EVIDENCE_ITEM_HOLD, ACT_EVIDENCE_ITEM_PASS, ACT_EVIDENCE_ITEM_RELEASE, ACT_HEALTH_REQUEST_MAKE, ACT_HEALTH_REQUEST_SEE,
	ACT_CLINICAL_ORDER_GIVE, ACT_CLINICAL_ORDER_CARRY_OUT, ACT_CLINICAL_ORDER_MISS, ACT_CLINICAL_ORDER_OBJECT,
	ACT_CLINICAL_ORDER_ANSWER, ACT_CLINICAL_ORDER_END, ACT_FITNESS_ASK, ACT_FITNESS_ANSWER, ACT_CARE_HANDOVER_MAKE, ACT_HEALTH_RESTRICTION_BEGIN,
	ACT_HEALTH_RESTRICTION_REVIEW, ACT_HEALTH_RESTRICTION_END, ACT_UNIT_DAY_RECORD, ACT_DAY_EXCEPTION_NOTE, ACT_PLACE_CHECK_RECORD,
	ACT_PLACE_CHECK_ANSWER, ACT_SUPPLY_GIVE, ACT_WORK_ASSIGN, ACT_WORK_END, ACT_WORK_PAY, ACT_WORK_ACCIDENT_REPORT, ACT_WORK_ACCIDENT_NOTIFY, ACT_ACCOUNT_POST, ACT_WORKSHOP_OPEN, ACT_WORKSHOP_CHANGE, ACT_WORKSHOP_ASSESS,
	ACT_WORKSHOP_CLOSE, ACT_ACTIVITY_RECORD, ACT_HYGIENE_CHECK_RECORD,
	ACT_ACCOUNT_REVERSE, ACT_ACCOUNT_PAY_OUT;
/* Ended by NULL. */
extern const struct act *const CARE_ACTS[];
extern const struct clock_kind *const CARE_CLOCKS[];
extern const struct reaction *const CARE_REACTIONS[];

#endif
