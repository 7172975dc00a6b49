/*
 * records.h - the nouns of the clinic: the medical file, what a person agreed to, what of it was told to whom, screening at the beginning;
 * and what goes between the health service and others in functions only: requests, plans that protect.
 *
 * Tables are in records_file.c (compartment HEALTH; readers are the health service alone) and records_between.c. Sources: Nelson Mandela Rules 26,
 * 32; Bangkok Rules 6, 8, 16, 25, 36, 56; Havana Rules 50; Body of Principles 25.
 *
 * What means what:
 *	medical_note	one entry of the medical file; never changed: a slip is mended by a note that names the one it amends
 *	medical_treatment what was proposed and what the person decided; state agreed, declined, withdrawn, or by_law with the ground and the clinician
 *	medical_disclosure what was told to somebody outside the health service, on which of the two grounds there are, and why
 *	health_screening one screening by heads; each head is answered or declined, and declined is always an answer
 *	medical_request	somebody wants to see the own file, or a second opinion; state open or done; never why
 *	protection_plan	what is done to protect a person, by whom, until when; said in measures, never in findings; state live or ended
 */
#ifndef CUSTOS_AREAS_CLINIC_RECORDS_H
#define CUSTOS_AREAS_CLINIC_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_MEDICAL_NOTE, RECORD_TREATMENT, RECORD_MEDICAL_DISCLOSURE, RECORD_HEALTH_SCREENING, RECORD_MEDICAL_REQUEST,
	RECORD_PROTECTION_PLAN;
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

/* Whether the CODES field of a row has this code. */
bool clinic_codes_have(const struct row *row, int field, const char *code);
/* Younger than eighteen, or of unknown age, which is taken for that (NMR-11.d). */
bool clinic_is_juvenile(const struct row *person, struct date day);

extern const struct choice MEDICAL_NOTE_KIND_CHOICES[], TREATMENT_KIND_CHOICES[], TREATMENT_DECISION_CHOICES[], TREATMENT_RECIPIENT_CHOICES[],
	MEDICAL_DISCLOSURE_RECIPIENT_CHOICES[], MEDICAL_DISCLOSURE_GROUND_CHOICES[], HEALTH_SCREENING_PROFESSION_CHOICES[], HEALTH_SCREENING_HEAD_CHOICES[],
	HEALTH_SCREENING_HIV_CHOICES[], MEDICAL_REQUEST_KIND_CHOICES[], MEDICAL_REQUEST_BY_CHOICES[], PROTECTION_PLAN_KIND_CHOICES[],
	PROTECTION_PLAN_MEASURE_CHOICES[];

#endif
