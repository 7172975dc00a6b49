/*
 * acts.h - the verbs of the clinic, as a contract for pages, REST and tests. [x] optional. R reason in own words.
 * F has the "record what has already happened" form. Who may: see each table in acts/.
 *
 *	medical_note.write	person kind words [amends] [noted_at] ; health service only, as everything of the file
 *	medical_treatment.record	F  person kind what decision [able] [legal_ground] [clinician] [ethics_approval] [benefit] [recipient] [decided_at]
 *			-> treatment agreed, declined or by_law ; medical_treatment.withdraw  R  treatment: consent is taken back
 *	medical_disclosure.make	F  person recipient recipient_name ground [reasons] [clinician] words [told_at]
 *	health_screening.record	F  person examiner profession [told] [infection] [mental] [reproductive] [drugs] [abuse] [hiv_test] [self_harm_risk]
 *			[words] [screened_at]: stops entry-heads and, by a doctor, juvenile-examination
 *	medical_request.make	F  person kind asked_by [asked_by_name] [asked_at] -> medical_request open; by anybody on duty
 *	medical_request.answer	medical_request result ; medical_request.forward  medical_request authority
 *	protection_plan.make	F  person kind measures words review_on [made_at] -> protection_plan live ; protection_plan.end  R  protection_plan
 *	health_referral.make	F  person kind [urgent] words [referred_at] -> health_referral open ; health_referral.see  F  health_referral [seen_at] result
 *			-> treatment or closed ; health_referral.finish  R  health_referral: treatment has ended
 *	health_advice.report	facility words -> health_advice open; health service only, as health_advice.recommend  separation words
 *	health_advice.answer	R  health_advice decision: the director's answer with reasons; there is no other way to close it
 *	care_outside.find	F  person ground [found_at] -> care_outside waiting ; care_outside.ask  care_outside asked_of [bed]: today somebody asked
 *	care_outside.move	care_outside [moved_at] ; care_outside.end  R  care_outside: a clinician finds that it is not needed any more
 *	care_unit.open		F  facility name [place] [lead] -> care_unit open ; care_unit.close  R  care_unit
 *	abuse_care.open		F  person source [sexual] [informed] [legal_aid] [wish] [found_at] -> abuse_care open ; abuse_care.refer  abuse_care authority
 *	abuse_care.offer	abuse_care offered ; abuse_care.close  R  abuse_care
 *	screening_offer.make	F  person kind answer next_on [offered_at]
 *	inpatient_stay.begin	F  person place_of_care [started_at] -> inpatient_stay running ; inpatient_stay.end  inpatient_stay [ended_at]
 *	later_death.record	F  person died_on related circumstances: of somebody released -> later_death open
 *	later_death.report	later_death authority authority_number ; later_death.close  later_death findings [kin_shown]
 *	restraint_consultation.record	use_of_force clinician words reported_to: once for each restraint of a young person
 *
 * Reactions: a young person in hospital (movement.leave) starts the clock of a notice, which notice.give stops; force.use against one that of the
 * director's consultation. health_request.make from somebody separated starts a shorter clock; a separation that ends closes what was advised about it. person.admit starts the clocks of girls, untried women, women and juveniles; a watch for self-harm at the first examination and
 * a complaint about ill-treatment by a woman start the clock of a plan; who leaves custody takes all of them along.
 * Clocks of plans and screenings stand about the person, so that a plan made twice, or before, stops them.
 */
#ifndef CUSTOS_AREAS_CLINIC_ACTS_H
#define CUSTOS_AREAS_CLINIC_ACTS_H

#include "areas/clinic/records.h"

extern const struct act ACT_MEDICAL_NOTE_WRITE, ACT_TREATMENT_RECORD, ACT_TREATMENT_WITHDRAW, ACT_MEDICAL_DISCLOSURE_MAKE, ACT_HEALTH_SCREENING_RECORD,
	ACT_MEDICAL_REQUEST_MAKE, ACT_MEDICAL_REQUEST_ANSWER, ACT_MEDICAL_REQUEST_FORWARD, ACT_PROTECTION_PLAN_MAKE, ACT_PROTECTION_PLAN_END,
	ACT_HEALTH_REFERRAL_MAKE, ACT_HEALTH_REFERRAL_SEE, ACT_HEALTH_REFERRAL_FINISH, ACT_HEALTH_ADVICE_REPORT, ACT_HEALTH_ADVICE_RECOMMEND, ACT_HEALTH_ADVICE_ANSWER,
	ACT_CARE_OUTSIDE_FIND, ACT_CARE_OUTSIDE_ASK, ACT_CARE_OUTSIDE_MOVE, ACT_CARE_OUTSIDE_END, ACT_CARE_UNIT_OPEN, ACT_CARE_UNIT_CLOSE,
	ACT_ABUSE_CARE_OPEN, ACT_ABUSE_CARE_REFER, ACT_ABUSE_CARE_OFFER, ACT_ABUSE_CARE_CLOSE, ACT_SCREENING_OFFER_MAKE, ACT_INPATIENT_STAY_BEGIN, ACT_INPATIENT_STAY_END,
	ACT_LATER_DEATH_RECORD, ACT_LATER_DEATH_REPORT, ACT_LATER_DEATH_CLOSE, ACT_RESTRAINT_CONSULTATION_RECORD;
/* Ended by NULL. */
extern const struct act *const CLINIC_ACTS[];
extern const struct clock_kind *const CLINIC_CLOCKS[];
extern const struct reaction *const CLINIC_REACTIONS[];

#endif
