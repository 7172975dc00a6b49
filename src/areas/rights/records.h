/*
 * records.h - the nouns of rights: separation and what is written down every day, what the health service tells of functions,
 * discipline, complaints, force and restraint, privileges.
 *
 * Tables are in records_separation.c, records_discipline.c, records_complaint.c, records_force.c, records_search.c and records_regime.c. Sources: Nelson Mandela Rules 36-52, 56-57, 71;
 * Bangkok Rules 19-25; prison-practice sections 6, 13, 14, 22.
 *
 * What means what:
 *	separation	one order that keeps a person apart, whatever it is called; state running or ended. A new label or a longer stay is a
 *			new order or a later end; the solitary clock (rules_solitary.h) counts through all of them
 *	separation_entry what happened in the cell and outside it: contact, time out of cell, in the order in which officers write it
 *	separation_visit the daily visit of the health service
 *	separation_review a decision of somebody outside the line that ordered it
 *	health_flag	what everybody on duty must do or not do; never a diagnosis; only the health service sets and ends it
 *	charge		one disciplinary case, from what is alleged to the finding; its states and steps stand in charge_may_become()
 *	sanction	what was imposed on a proved charge, within disciplinary_sanction, the catalogue that law gives
 *	complaint	a complaint or request; state open or answered; torture is never closed without the number of an outside authority
 *	use_of_force	one use of force or of an instrument of restraint; state running, ended, closed; force_statement: one of each officer
 *	complaint_round	one unit asked for complaints and requests on one day: box, kiosk or round of the governor
 *	privilege_scheme	what a facility gives more of, and for what; published; the one in force has state current
 *	privilege_level	the level of one person from a day on, with its reasons; a basic right is in no level
 *	person_search	one search of somebody in custody, made or refused, found or not; nothing of it is changed afterwards
 */
#ifndef CUSTOS_AREAS_RIGHTS_RECORDS_H
#define CUSTOS_AREAS_RIGHTS_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_SEPARATION, RECORD_SEPARATION_ENTRY, RECORD_SEPARATION_VISIT, RECORD_SEPARATION_REVIEW, RECORD_HEALTH_FLAG,
	RECORD_DISCIPLINARY_OFFENCE, RECORD_DISCIPLINARY_SANCTION, RECORD_CHARGE, RECORD_SANCTION, RECORD_COMPLAINT, RECORD_FORCE,
	RECORD_FORCE_STATEMENT, RECORD_PERSON_SEARCH, RECORD_COMPLAINT_ROUND, RECORD_PRIVILEGE_SCHEME, RECORD_PRIVILEGE_LEVEL;
extern const struct record *const RIGHTS_RECORDS[]; /* ended by NULL */
/* Why a separation, a sanction or a restraint ended; the last three: the person left custody (acts/leaving.c). */
extern const struct choice RIGHTS_END_CHOICES[];

/* ---- separation ---- */
enum { SEPARATION_PERSON, SEPARATION_FACILITY, SEPARATION_KIND, SEPARATION_GROUND, SEPARATION_FACTS, SEPARATION_LEGAL_BASIS,
	SEPARATION_AUTHORITY, SEPARATION_EMERGENCY, SEPARATION_ALTERNATIVES, SEPARATION_EXIT, SEPARATION_STARTS, SEPARATION_ENDS,
	SEPARATION_PLANNED_CONTACT, SEPARATION_PLANNED_OUTDOORS, SEPARATION_LIGHT, SEPARATION_CONTACT_KEPT, SEPARATION_CONTACT_WHY,
	SEPARATION_DISABILITY, SEPARATION_VULNERABILITY, SEPARATION_ORDERED_BY, SEPARATION_STATE, SEPARATION_ENDED_AT, SEPARATION_ENDED_WHY,
	SEPARATION_COPY, SEPARATION_COPY_AT, SEPARATION_COPY_WITNESS, SEPARATION_ADVICE, SEPARATION_ADVICE_ANSWER, SEPARATION_NEEDED_AT,
	SEPARATION_END_KIND, SEPARATION_MITIGATION, SEPARATION_MITIGATED_AT, SEPARATION_STEP_DOWN, SEPARATION_FIELDS };
enum { SEPARATION_ENTRY_SEPARATION, SEPARATION_ENTRY_PERSON, SEPARATION_ENTRY_KIND, SEPARATION_ENTRY_STARTED, SEPARATION_ENTRY_MINUTES,
	SEPARATION_ENTRY_REFUSED, SEPARATION_ENTRY_WITH, SEPARATION_ENTRY_FIELDS };
enum { SEPARATION_VISIT_SEPARATION, SEPARATION_VISIT_PERSON, SEPARATION_VISIT_AT, SEPARATION_VISIT_IN_PERSON, SEPARATION_VISIT_PRIVATE,
	SEPARATION_VISIT_ADVICE, SEPARATION_VISIT_WORDS, SEPARATION_VISIT_FIELDS };
enum { SEPARATION_REVIEW_SEPARATION, SEPARATION_REVIEW_PERSON, SEPARATION_REVIEW_AT, SEPARATION_REVIEW_BODY, SEPARATION_REVIEW_HEARD,
	SEPARATION_REVIEW_RESULT, SEPARATION_REVIEW_REASONS, SEPARATION_REVIEW_FIELDS };
enum { HEALTH_FLAG_PERSON, HEALTH_FLAG_KIND, HEALTH_FLAG_INSTRUCTION, HEALTH_FLAG_STARTS, HEALTH_FLAG_EXPIRES, HEALTH_FLAG_STATE,
	HEALTH_FLAG_FIELDS };

/* ---- discipline ---- */
enum { DISCIPLINARY_OFFENCE_CODE, DISCIPLINARY_OFFENCE_NAME, DISCIPLINARY_OFFENCE_LAW, DISCIPLINARY_OFFENCE_SERIOUS, DISCIPLINARY_OFFENCE_FROM,
	DISCIPLINARY_OFFENCE_UNTIL, DISCIPLINARY_OFFENCE_FIELDS };
enum { DISCIPLINARY_SANCTION_CODE, DISCIPLINARY_SANCTION_NAME, DISCIPLINARY_SANCTION_LAW, DISCIPLINARY_SANCTION_MEASURE, DISCIPLINARY_SANCTION_DAYS,
	DISCIPLINARY_SANCTION_FROM, DISCIPLINARY_SANCTION_UNTIL, DISCIPLINARY_SANCTION_FIELDS };
enum { CHARGE_PERSON, CHARGE_FACILITY, CHARGE_INCIDENT, CHARGE_OFFENCE, CHARGE_HAPPENED, CHARGE_DISCOVERED, CHARGE_FACTS, CHARGE_EVIDENCE,
	CHARGE_MEDIATION, CHARGE_REPORTED_BY, CHARGE_STATE, CHARGE_NOTICE_AT, CHARGE_NOTICE_LANGUAGE, CHARGE_NOTICE, CHARGE_NOTICE_WITNESS,
	CHARGE_HELP, CHARGE_WAIVED, CHARGE_HEARING_AT, CHARGE_HEARD_AT, CHARGE_INTERPRETER, CHARGE_PRESENT, CHARGE_DEFENCE, CHARGE_MENTAL,
	CHARGE_MENTAL_SOURCE, CHARGE_REASONS, CHARGE_ADJUDICATOR, CHARGE_APPEAL, CHARGE_APPEAL_GROUNDS, CHARGE_APPEAL_REASONS, CHARGE_FIELDS };
enum { SANCTION_PERSON, SANCTION_CHARGE, SANCTION_KIND, SANCTION_MEASURE, SANCTION_DAYS, SANCTION_STARTS, SANCTION_ENDS, SANCTION_AFTER,
	SANCTION_SUSPENDED_UNTIL, SANCTION_REASONS, SANCTION_REVIEW_INFO, SANCTION_STATE, SANCTION_END_KIND, SANCTION_FIELDS };

/* The steps of a charge (prison-practice section 14): may `from` become `to`. */
bool charge_may_become(struct text from, const char *to);
bool charge_is_prosecuted(const struct row *charge); /* with the police or the prosecution */
bool sanction_counts(const struct row *sanction); /* imposed and not quashed */

extern const struct choice CHARGE_STATE_CHOICES[], CHARGE_MEDIATION_CHOICES[], CHARGE_MENTAL_CHOICES[], CHARGE_HELP_CHOICES[], CHARGE_APPEAL_CHOICES[],
	SANCTION_MEASURE_CHOICES[];

/* ---- complaints ---- */
enum { COMPLAINT_PERSON, COMPLAINT_FACILITY, COMPLAINT_KIND, COMPLAINT_CHANNEL, COMPLAINT_BY, COMPLAINT_SUBJECT, COMPLAINT_ADDRESSEE, COMPLAINT_WORDS,
	COMPLAINT_NAMED, COMPLAINT_URGENT, COMPLAINT_RECEIVED, COMPLAINT_STATE, COMPLAINT_ACKNOWLEDGED, COMPLAINT_SENT, COMPLAINT_AUTHORITY,
	COMPLAINT_REFERENCE, COMPLAINT_REFERRED, COMPLAINT_RESULT, COMPLAINT_ANSWER, COMPLAINT_REMEDY, COMPLAINT_ONWARD, COMPLAINT_ANSWERED,
	COMPLAINT_APPEAL, COMPLAINT_APPEAL_WORDS, COMPLAINT_FIELDS };
extern const struct choice COMPLAINT_KIND_CHOICES[], COMPLAINT_CHANNEL_CHOICES[], COMPLAINT_SUBJECT_CHOICES[], COMPLAINT_ADDRESSEE_CHOICES[],
	COMPLAINT_RESULT_CHOICES[], COMPLAINT_APPEAL_CHOICES[];

/* ---- force ---- */
enum { FORCE_PERSON, FORCE_FACILITY, FORCE_GROUND, FORCE_INSTRUMENT, FORCE_FACTS, FORCE_ALTERNATIVES, FORCE_OFFICE, FORCE_IN_COURT, FORCE_OFFICERS,
	FORCE_STARTED, FORCE_CHECKED, FORCE_ENDED, FORCE_INJURIES, FORCE_HEALTH_TOLD, FORCE_DIRECTOR_TOLD, FORCE_STATE, FORCE_END_KIND, FORCE_RESISTANCE, FORCE_FIELDS };
enum { FORCE_STATEMENT_FORCE, FORCE_STATEMENT_PERSON, FORCE_STATEMENT_OFFICER, FORCE_STATEMENT_WORDS, FORCE_STATEMENT_FIELDS };
bool force_is_instrument(const struct row *force); /* something beside hands: restraint or weapon */
/* The rung of an instrument on the ladder from hands (1) to what may kill (4); 0: prohibited or unknown. */
int force_rung(const struct row *force);

extern const struct choice FORCE_GROUND_CHOICES[], FORCE_INSTRUMENT_CHOICES[], FORCE_OFFICE_CHOICES[], FORCE_RESISTANCE_CHOICES[];

/* ---- the day: who was asked for complaints, and privileges ---- */
enum { COMPLAINT_ROUND_FACILITY, COMPLAINT_ROUND_PLACE, COMPLAINT_ROUND_CHANNEL, COMPLAINT_ROUND_AT, COMPLAINT_ROUND_TAKEN, COMPLAINT_ROUND_FIELDS };
enum { PRIVILEGE_SCHEME_FACILITY, PRIVILEGE_SCHEME_VERSION, PRIVILEGE_SCHEME_LAW, PRIVILEGE_SCHEME_PUBLISHED, PRIVILEGE_SCHEME_GIVES, PRIVILEGE_SCHEME_HOW,
	PRIVILEGE_SCHEME_STATE, PRIVILEGE_SCHEME_FIELDS };
enum { PRIVILEGE_LEVEL_PERSON, PRIVILEGE_LEVEL_FACILITY, PRIVILEGE_LEVEL_SCHEME, PRIVILEGE_LEVEL_LEVEL, PRIVILEGE_LEVEL_BEFORE, PRIVILEGE_LEVEL_FROM,
	PRIVILEGE_LEVEL_REASONS, PRIVILEGE_LEVEL_STATE, PRIVILEGE_LEVEL_FIELDS };
extern const struct choice COMPLAINT_ROUND_CHANNEL_CHOICES[], PRIVILEGE_GIVES_CHOICES[], PRIVILEGE_LEVEL_CHOICES[];
/* A code of PRIVILEGE_GIVES_CHOICES that everybody has by right: food, open air, health care, contact, a lawyer (Rules 22, 23, 31, 58, 61). */
bool privilege_is_basic_right(struct text code);
/* Lower than the level that the person had before. */
bool privilege_level_lowers(const struct row *level);

/* ---- searches of the person ---- */
enum { PERSON_SEARCH_PERSON, PERSON_SEARCH_FACILITY, PERSON_SEARCH_KIND, PERSON_SEARCH_CAUSE, PERSON_SEARCH_GROUND, PERSON_SEARCH_REASON,
	PERSON_SEARCH_AUTHORITY, PERSON_SEARCH_ALTERNATIVES, PERSON_SEARCH_SCANNER, PERSON_SEARCH_PLACE, PERSON_SEARCH_PRIVATE, PERSON_SEARCH_SEARCHERS,
	PERSON_SEARCH_SEX, PERSON_SEARCH_WISH, PERSON_SEARCH_TRAINED, PERSON_SEARCH_PRESENT, PERSON_SEARCH_HEALTH, PERSON_SEARCH_CARER, PERSON_SEARCH_AT,
	PERSON_SEARCH_RESULT, PERSON_SEARCH_ITEMS, PERSON_SEARCH_FIELDS };
bool person_search_is_intrusive(const struct row *search); /* clothes taken off, or a body cavity */
bool person_search_touches(const struct row *search);	   /* that, or a pat-down */

extern const struct choice PERSON_SEARCH_KIND_CHOICES[], PERSON_SEARCH_CAUSE_CHOICES[], PERSON_SEARCH_AUTHORITY_CHOICES[], PERSON_SEARCH_SEX_CHOICES[],
	PERSON_SEARCH_HEALTH_CHOICES[], PERSON_SEARCH_RESULT_CHOICES[];

/* What an entry means for the clock: is it meaningful human contact, out of the cell, in the open air. */
struct separation_entry_kind { const char *code; bool counts, out_of_cell, outdoors; };
const struct separation_entry_kind *separation_entry_kind(struct text code); /* never NULL: what is not known counts for nothing */

bool separation_is_running(const struct row *separation);
/* Until when it has lasted, or lasts for all that is known: its end when ended, else `open`. */
int64_t separation_until(const struct row *separation, int64_t open);
bool health_flag_is_live(const struct row *flag, struct date day);
struct text separation_title(struct arena *arena, const struct row *separation);

extern const struct choice SEPARATION_KIND_CHOICES[], SEPARATION_GROUND_CHOICES[], SEPARATION_LIGHT_CHOICES[], SEPARATION_MEANS_CHOICES[],
	SEPARATION_DISABILITY_CHOICES[], SEPARATION_ENTRY_CHOICES[], SEPARATION_ADVICE_CHOICES[], SEPARATION_ANSWER_CHOICES[], SEPARATION_BODY_CHOICES[], SEPARATION_RESULT_CHOICES[],
	SEPARATION_COPY_CHOICES[], HEALTH_FLAG_CHOICES[];

#endif
