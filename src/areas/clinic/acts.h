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
 *
 * Reactions: person.admit starts the clocks of girls, untried women, women and juveniles; a watch for self-harm at the first examination and
 * a complaint about ill-treatment by a woman start the clock of a plan; who leaves custody takes all of them along.
 * Clocks of plans and screenings stand about the person, so that a plan made twice, or before, stops them.
 */
#ifndef CUSTOS_AREAS_CLINIC_ACTS_H
#define CUSTOS_AREAS_CLINIC_ACTS_H

#include "areas/clinic/records.h"

extern const struct act ACT_MEDICAL_NOTE_WRITE, ACT_TREATMENT_RECORD, ACT_TREATMENT_WITHDRAW, ACT_MEDICAL_DISCLOSURE_MAKE, ACT_HEALTH_SCREENING_RECORD,
	ACT_MEDICAL_REQUEST_MAKE, ACT_MEDICAL_REQUEST_ANSWER, ACT_MEDICAL_REQUEST_FORWARD, ACT_PROTECTION_PLAN_MAKE, ACT_PROTECTION_PLAN_END;
/* Ended by NULL. */
extern const struct act *const CLINIC_ACTS[];
extern const struct clock_kind *const CLINIC_CLOCKS[];
extern const struct reaction *const CLINIC_REACTIONS[];

#endif
