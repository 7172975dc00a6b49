/*
 * records.h - the nouns of assessment: fields by index and the records themselves.
 *
 * An assessment is about a person, or (person absent) about a facility. Each rater has a rating_sheet, and everything he or she writes
 * hangs on it: sources, ratings, scenarios, judgements. The seal (model/record.h) of all of them stays on until every rater whom the
 * assessment needs has submitted. At the end of its validity an assessment and its parts lapse (model/record.h): no act is needed, and only
 * ASSESSMENT_LOOKS_BACK can still read them. No field of this area holds a number: nothing here can be added up (test_records.c asks).
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_RECORDS_H
#define CUSTOS_AREAS_ASSESSMENT_RECORDS_H

#include "areas/custody/records.h"

/* Who reads assessments (need to know; NMR-9): never those who collect intelligence (P9), never officers of the wing. */
#define ASSESSMENT_READERS (ROLE(PSYCHOLOGIST) | ROLE(CASEWORKER) | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | \
	ROLE(INSPECTOR))
#define ASSESSMENT_RATERS (ROLE(PSYCHOLOGIST) | ROLE(CASEWORKER))
/* Who may look back at what has ended: psychologists compare it when they assess again; the others inspect. */
#define ASSESSMENT_LOOKS_BACK (ROLE(PSYCHOLOGIST) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
#define INSTRUMENT_READERS (ASSESSMENT_READERS | ROLE(TRAINING) | ROLE(PROGRAMME))

/* Characters of an instrument's JSON at most. */
enum { INSTRUMENT_TEXT = 400000 };

extern const struct record RECORD_INSTRUMENT, RECORD_CERTIFICATE, RECORD_CLOSE_CONTACT, RECORD_ASSESSMENT, RECORD_RATING_SHEET,
	RECORD_EVIDENCE_SOURCE, RECORD_FACTOR_RATING, RECORD_RISK_SCENARIO, RECORD_OUTCOME_JUDGEMENT, RECORD_FACTOR_AGREEMENT,
	RECORD_INFORMATION_TASK, RECORD_ASSESSMENT_CORRECTION;
extern const struct record *const ASSESSMENT_RECORDS[];

enum { INSTRUMENT_CODE, INSTRUMENT_VERSION, INSTRUMENT_TITLE, INSTRUMENT_QUESTION, INSTRUMENT_ABOUT, INSTRUMENT_STATE, INSTRUMENT_OWNER,
	INSTRUMENT_LICENCE, INSTRUMENT_CERTIFICATE, INSTRUMENT_DEFINITION, INSTRUMENT_LOADED_AT, INSTRUMENT_IN_FORCE_AT, INSTRUMENT_RETIRED_AT,
	INSTRUMENT_TITLES, INSTRUMENT_FIELDS };
enum { CERTIFICATE_HOLDER, CERTIFICATE_HOLDER_NAME, CERTIFICATE_KIND, CERTIFICATE_NUMBER, CERTIFICATE_ISSUED_ON, CERTIFICATE_EXPIRES_ON,
	CERTIFICATE_STATE, CERTIFICATE_REASON, CERTIFICATE_FIELDS };
/* Declared by the rater or by the governor: kin, friend, neighbour, daily work with the person. Writing a note is no close contact. */
enum { CLOSE_CONTACT_PERSON, CLOSE_CONTACT_STAFF, CLOSE_CONTACT_GROUND, CLOSE_CONTACT_STARTS, CLOSE_CONTACT_ENDS, CLOSE_CONTACT_STATE,
	CLOSE_CONTACT_FIELDS };
enum { ASSESSMENT_PERSON, ASSESSMENT_FACILITY, ASSESSMENT_INSTRUMENT, ASSESSMENT_PURPOSE, ASSESSMENT_TRIGGER, ASSESSMENT_STATE,
	ASSESSMENT_SECOND_NEEDED, ASSESSMENT_ASSESSOR, ASSESSMENT_SECOND, ASSESSMENT_REQUESTED_AT, ASSESSMENT_ASSIGNED_AT,
	ASSESSMENT_SUBMITTED_AT, ASSESSMENT_SECOND_RATED_AT, ASSESSMENT_CONCLUSION_NOTE, ASSESSMENT_DISSENT, ASSESSMENT_FINAL_AT,
	ASSESSMENT_APPROVED_BY, ASSESSMENT_VALID_UNTIL, ASSESSMENT_DISCLOSURE, ASSESSMENT_DISCLOSURE_GROUND, ASSESSMENT_DISCLOSURE_LANGUAGE,
	ASSESSMENT_PERSON_COMMENTS, ASSESSMENT_DISCLOSED_AT, ASSESSMENT_ENDS_AT, ASSESSMENT_DRAWN, ASSESSMENT_FIELDS };
enum { SHEET_ASSESSMENT, SHEET_PERSON, SHEET_FACILITY, SHEET_SEALED, SHEET_POSITION, SHEET_RATER, SHEET_CERTIFICATE, SHEET_STATE,
	SHEET_NO_CLOSE_CONTACT, SHEET_INTERVIEW, SHEET_INTERVIEW_NOTE, SHEET_INTERPRETER, SHEET_OBSERVED_FROM, SHEET_OBSERVED_UNTIL,
	SHEET_HOW_AROSE, SHEET_MAINTAINS, SHEET_REDUCES, SHEET_ALTERNATIVES, SHEET_LIMITS, SHEET_SUBMITTED_AT, SHEET_ENDS_AT, SHEET_FIELDS };
/* The first six of everything that hangs on a sheet. */
enum { PART_SHEET, PART_ASSESSMENT, PART_PERSON, PART_FACILITY, PART_SEALED, PART_ENDS_AT };
enum { SOURCE_MARK = PART_ENDS_AT + 1, SOURCE_KIND, SOURCE_TEXT, SOURCE_DATE, SOURCE_RELIABILITY, SOURCE_FIELDS };
enum { RATING_FACTOR = PART_ENDS_AT + 1, RATING_DOMAIN, RATING_RATING, RATING_EVIDENCE, RATING_SOURCES, RATING_FACT_OR_OPINION, RATING_WHEN,
	RATING_CONFIDENCE, RATING_RELEVANCE, RATING_BEHAVIOUR, RATING_ACCOUNT, RATING_ALTERNATIVE, RATING_FIELDS };
enum { SCENARIO_KIND = PART_ENDS_AT + 1, SCENARIO_WHAT, SCENARIO_WHOM, SCENARIO_SEVERITY, SCENARIO_IMMINENCE, SCENARIO_LIKELIHOOD,
	SCENARIO_WARNING, SCENARIO_PROTECTIVE, SCENARIO_FIELDS };
enum { JUDGEMENT_OUTCOME = PART_ENDS_AT + 1, JUDGEMENT_LEVEL, JUDGEMENT_WORDS, JUDGEMENT_CONFIDENCE, JUDGEMENT_HORIZON, JUDGEMENT_LIMITS,
	JUDGEMENT_FIELDS };
/* What two raters made of a factor or an outcome on which they differed. */
enum { AGREEMENT_ASSESSMENT, AGREEMENT_PERSON, AGREEMENT_FACILITY, AGREEMENT_ITEM, AGREEMENT_RESULT, AGREEMENT_RATING, AGREEMENT_NOTE,
	AGREEMENT_ENDS_AT, AGREEMENT_FIELDS };
enum { TASK_ASSESSMENT, TASK_PERSON, TASK_FACILITY, TASK_FACTOR, TASK_QUESTION, TASK_STATE, TASK_ANSWER, TASK_FIELDS };
enum { CORRECTION_ASSESSMENT, CORRECTION_PERSON, CORRECTION_WHAT, CORRECTION_RIGHT, CORRECTION_STATE, CORRECTION_ANSWER, CORRECTION_ASKED_AT,
	CORRECTION_FIELDS };

extern const struct choice INSTRUMENT_QUESTION_CHOICES[], INSTRUMENT_STATE_CHOICES[], CERTIFICATE_STATE_CHOICES[], CONTACT_GROUND_CHOICES[],
	PURPOSE_CHOICES[], ASSESSMENT_STATE_CHOICES[], POSITION_CHOICES[], INTERVIEW_CHOICES[], SOURCE_KIND_CHOICES[], RELIABILITY_CHOICES[],
	FACT_CHOICES[], WHEN_CHOICES[], CONFIDENCE_CHOICES[], RELEVANCE_CHOICES[], SCENARIO_KIND_CHOICES[], AGREEMENT_CHOICES[],
	DISCLOSURE_CHOICES[];

/* Current on a day: neither expired nor suspended. */
bool certificate_is_current(const struct row *certificate, struct date day);
bool close_contact_is_live(const struct row *contact, struct date day);
/* Final and within its time: the only one that may be shown as what is thought of a person now. */
bool assessment_is_valid(const struct row *assessment, struct date day);
/* Its question is violent extremism, or vulnerability to recruitment. */
bool instrument_is_about_extremism(const struct row *instrument);
/* Neither final nor over: raters may still work on it. */
bool assessment_is_open(const struct row *assessment);
bool assessment_is_final(const struct row *assessment);
/*
 * Whether an assessment is among the `percent` of a hundred that a second person rates though no rule of the instrument asks for it. Drawn
 * from what stands in the journal before anybody asks: of whom (or which facility), with which instrument, and how many assessments with it
 * are final already. So it comes out the same for everybody who draws again, and who cancels a request and makes it anew gets the same.
 */
bool assessment_is_drawn(struct text about, struct text instrument_code, int64_t final_before, int64_t percent);

#endif
