/*
 * records.h - the nouns of the clinic: the medical file, what a person agreed to, what of it was told to whom, screening at the beginning;
 * and what goes between the health service and others in functions only: requests, plans that protect.
 *
 * Tables are in records_file.c (compartment HEALTH; readers are the health service alone), records_between.c, records_answer.c and records_harm.c. Sources: Nelson Mandela Rules
 * 26, 32, 33, 46, 109, 110; Bangkok Rules 6, 8, 16, 25, 36, 56; Havana Rules 50; Body of Principles 25.
 *
 * What means what:
 *	medical_note	one entry of the medical file; never changed: a slip is mended by a note that names the one it amends
 *	medical_treatment what was proposed and what the person decided; state agreed, declined, withdrawn, or by_law with the ground and the clinician
 *	medical_disclosure what was told to somebody outside the health service, on which of the two grounds there are, and why
 *	health_screening one screening by heads; each head is answered or declined, and declined is always an answer
 *	medical_request	somebody wants to see the own file, or a second opinion; state open or done; never why
 *	protection_plan	what is done to protect a person, by whom, until when; said in measures, never in findings; state live or ended
 *	health_referral	to a psychiatrist, psychologist or other specialist; state open, treatment (on the list of patients), closed, left
 *	health_advice	what the health service reports to the director, about conditions or one separation, and the answer; neutral words
 *	care_outside	somebody must leave prison for care: until then no separation, and every day somebody asks for a bed
 *	care_unit	a unit for observation and treatment, led by a clinician
 *	abuse_care	what a person who was abused was told, wants and was offered; state open or closed
 *	screening_offer	preventive screening offered, and when the national programme wants it offered again
 *	inpatient_stay	a person lies in the clinic or in hospital; state running or ended
 *	later_death	somebody died after release; state open or closed
 *	restraint_consultation who of the health staff the director asked at once after a young person was restrained, and to whom he reported
 */
#ifndef CUSTOS_AREAS_CLINIC_RECORDS_H
#define CUSTOS_AREAS_CLINIC_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_MEDICAL_NOTE, RECORD_TREATMENT, RECORD_MEDICAL_DISCLOSURE, RECORD_HEALTH_SCREENING, RECORD_MEDICAL_REQUEST,
	RECORD_PROTECTION_PLAN, RECORD_HEALTH_REFERRAL, RECORD_HEALTH_ADVICE, RECORD_CARE_OUTSIDE, RECORD_CARE_UNIT,
	RECORD_ABUSE_CARE, RECORD_SCREENING_OFFER, RECORD_INPATIENT_STAY, RECORD_LATER_DEATH, RECORD_RESTRAINT_CONSULTATION;
extern const struct record *const CLINIC_RECORDS[]; /* ended by NULL */

/* How the tables and the forms of this area begin. */
#define CLINIC_PERSON { "person", N_("Person"), NULL, FIELD_REFERENCE, SENSITIVITY_OFFICIAL, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" }
#define CLINIC_FACILITY { "facility", N_("Facility"), NULL, FIELD_REFERENCE, SENSITIVITY_OFFICIAL, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" }

/* ---- the medical file ---- */
enum { MEDICAL_NOTE_PERSON, MEDICAL_NOTE_FACILITY, MEDICAL_NOTE_AT, MEDICAL_NOTE_KIND, MEDICAL_NOTE_WORDS, MEDICAL_NOTE_AMENDS, MEDICAL_NOTE_FIELDS };
enum { TREATMENT_PERSON, TREATMENT_FACILITY, TREATMENT_AT, TREATMENT_KIND, TREATMENT_WHAT, TREATMENT_DECISION, TREATMENT_ABLE, TREATMENT_LAW, TREATMENT_CLINICIAN,
	TREATMENT_ETHICS, TREATMENT_BENEFIT, TREATMENT_RECIPIENT, TREATMENT_STATE, TREATMENT_FIELDS };
enum { MEDICAL_DISCLOSURE_PERSON, MEDICAL_DISCLOSURE_FACILITY, MEDICAL_DISCLOSURE_AT, MEDICAL_DISCLOSURE_RECIPIENT, MEDICAL_DISCLOSURE_NAME,
	MEDICAL_DISCLOSURE_GROUND, MEDICAL_DISCLOSURE_REASONS, MEDICAL_DISCLOSURE_CLINICIAN, MEDICAL_DISCLOSURE_WORDS, MEDICAL_DISCLOSURE_FIELDS };
enum { HEALTH_SCREENING_PERSON, HEALTH_SCREENING_FACILITY, HEALTH_SCREENING_AT, HEALTH_SCREENING_EXAMINER, HEALTH_SCREENING_PROFESSION, HEALTH_SCREENING_TOLD,
	HEALTH_SCREENING_INFECTION, HEALTH_SCREENING_MENTAL, HEALTH_SCREENING_REPRODUCTIVE, HEALTH_SCREENING_DRUGS, HEALTH_SCREENING_ABUSE,
	HEALTH_SCREENING_HIV, HEALTH_SCREENING_SELF_HARM, HEALTH_SCREENING_WORDS, HEALTH_SCREENING_FIELDS };

/* ---- between the health service and others ---- */
enum { MEDICAL_REQUEST_PERSON, MEDICAL_REQUEST_FACILITY, MEDICAL_REQUEST_ASKED, MEDICAL_REQUEST_KIND, MEDICAL_REQUEST_BY, MEDICAL_REQUEST_NAME, MEDICAL_REQUEST_STATE,
	MEDICAL_REQUEST_DONE, MEDICAL_REQUEST_RESULT, MEDICAL_REQUEST_AUTHORITY, MEDICAL_REQUEST_FIELDS };
enum { PROTECTION_PLAN_PERSON, PROTECTION_PLAN_FACILITY, PROTECTION_PLAN_MADE, PROTECTION_PLAN_KIND, PROTECTION_PLAN_MEASURES, PROTECTION_PLAN_WORDS,
	PROTECTION_PLAN_REVIEW, PROTECTION_PLAN_STATE, PROTECTION_PLAN_FIELDS };

/* ---- clocks and answers ---- */
enum { HEALTH_REFERRAL_PERSON, HEALTH_REFERRAL_FACILITY, HEALTH_REFERRAL_AT, HEALTH_REFERRAL_KIND, HEALTH_REFERRAL_URGENT, HEALTH_REFERRAL_WORDS, HEALTH_REFERRAL_STATE,
	HEALTH_REFERRAL_SEEN, HEALTH_REFERRAL_RESULT, HEALTH_REFERRAL_FIELDS };
enum { HEALTH_ADVICE_FACILITY, HEALTH_ADVICE_PERSON, HEALTH_ADVICE_SEPARATION, HEALTH_ADVICE_MADE, HEALTH_ADVICE_WORDS, HEALTH_ADVICE_STATE, HEALTH_ADVICE_DECISION,
	HEALTH_ADVICE_ANSWER, HEALTH_ADVICE_ANSWERED, HEALTH_ADVICE_FIELDS };
enum { CARE_OUTSIDE_PERSON, CARE_OUTSIDE_FACILITY, CARE_OUTSIDE_FOUND, CARE_OUTSIDE_GROUND, CARE_OUTSIDE_ASKED, CARE_OUTSIDE_ASKED_OF, CARE_OUTSIDE_BED, CARE_OUTSIDE_STATE,
	CARE_OUTSIDE_MOVED, CARE_OUTSIDE_FIELDS };
enum { CARE_UNIT_FACILITY, CARE_UNIT_NAME, CARE_UNIT_PLACE, CARE_UNIT_LEAD, CARE_UNIT_OPENED, CARE_UNIT_STATE, CARE_UNIT_FIELDS };

/* ---- harm, and young people ---- */
enum { ABUSE_CARE_PERSON, ABUSE_CARE_FACILITY, ABUSE_CARE_FOUND, ABUSE_CARE_SOURCE, ABUSE_CARE_SEXUAL, ABUSE_CARE_INFORMED, ABUSE_CARE_LEGAL_AID, ABUSE_CARE_WISH,
	ABUSE_CARE_AUTHORITY, ABUSE_CARE_REFERRED, ABUSE_CARE_OFFERED, ABUSE_CARE_OFFERED_AT, ABUSE_CARE_STATE, ABUSE_CARE_FIELDS };
enum { SCREENING_OFFER_PERSON, SCREENING_OFFER_FACILITY, SCREENING_OFFER_AT, SCREENING_OFFER_KIND, SCREENING_OFFER_ANSWER, SCREENING_OFFER_NEXT, SCREENING_OFFER_FIELDS };
enum { INPATIENT_STAY_PERSON, INPATIENT_STAY_FACILITY, INPATIENT_STAY_STARTED, INPATIENT_STAY_WHERE, INPATIENT_STAY_STATE, INPATIENT_STAY_ENDED, INPATIENT_STAY_FIELDS };
enum { LATER_DEATH_PERSON, LATER_DEATH_FACILITY, LATER_DEATH_LEARNED, LATER_DEATH_DIED, LATER_DEATH_RELEASED, LATER_DEATH_RELATED, LATER_DEATH_CIRCUMSTANCES, LATER_DEATH_JUVENILE,
	LATER_DEATH_AUTHORITY, LATER_DEATH_NUMBER, LATER_DEATH_REPORTED, LATER_DEATH_KIN_SHOWN, LATER_DEATH_FINDINGS, LATER_DEATH_STATE, LATER_DEATH_FIELDS };
enum { RESTRAINT_CONSULTATION_FORCE, RESTRAINT_CONSULTATION_PERSON, RESTRAINT_CONSULTATION_FACILITY, RESTRAINT_CONSULTATION_AT, RESTRAINT_CONSULTATION_CLINICIAN,
	RESTRAINT_CONSULTATION_WORDS, RESTRAINT_CONSULTATION_REPORTED_TO, RESTRAINT_CONSULTATION_FIELDS };

/* What somebody who was sexually abused is offered, all of it (BKK-25.2); codes of ABUSE_CARE_OFFER_CHOICES. */
extern const char ABUSE_CARE_SET[];

/* Whether the CODES field of a row has this code. */
bool clinic_codes_have(const struct row *row, int field, const char *code);
/* Younger than eighteen, or of unknown age, which is taken for that (NMR-11.d). */
bool clinic_is_juvenile(const struct row *person, struct date day);

extern const struct choice MEDICAL_NOTE_KIND_CHOICES[], TREATMENT_KIND_CHOICES[], TREATMENT_DECISION_CHOICES[], TREATMENT_RECIPIENT_CHOICES[],
	MEDICAL_DISCLOSURE_RECIPIENT_CHOICES[], MEDICAL_DISCLOSURE_GROUND_CHOICES[], HEALTH_SCREENING_PROFESSION_CHOICES[], HEALTH_SCREENING_HEAD_CHOICES[],
	HEALTH_SCREENING_HIV_CHOICES[], MEDICAL_REQUEST_KIND_CHOICES[], MEDICAL_REQUEST_BY_CHOICES[], PROTECTION_PLAN_KIND_CHOICES[],
	PROTECTION_PLAN_MEASURE_CHOICES[], HEALTH_REFERRAL_KIND_CHOICES[], HEALTH_REFERRAL_RESULT_CHOICES[], HEALTH_ADVICE_DECISION_CHOICES[],
	CARE_OUTSIDE_GROUND_CHOICES[], ABUSE_CARE_SOURCE_CHOICES[], ABUSE_CARE_WISH_CHOICES[], ABUSE_CARE_OFFER_CHOICES[], SCREENING_OFFER_KIND_CHOICES[],
	SCREENING_OFFER_ANSWER_CHOICES[], INPATIENT_STAY_WHERE_CHOICES[], LATER_DEATH_RELATED_CHOICES[];

#endif
