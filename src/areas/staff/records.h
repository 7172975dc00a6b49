/*
 * records.h - the nouns of staff: who works where, what they are trained for, posts and rosters, keys, arms, entries to a women's unit.
 *
 * Tables are in records_people.c (staff_member, staff_training, staff_appointment, staff_post, staff_shift) and records_gate.c (key_set,
 * key_issue, weapon_issue, women_unit_entry, director_visit, health_session, interpretation).
 * Sources: Nelson Mandela Rules 25.2, 49, 74-82; Bangkok Rules 25, 33; Havana Rules 65; prison-practice section 2.
 *
 * What means what:
 *	staff_member	somebody who works in a facility; `account` is the sign-in name where there is one. No belief, origin or party is a field.
 *			tenure is derived: whether a social worker or teacher has a permanent contract (NMR-78.2)
 *	staff_training	one course of one person: passed only with both tests; current until valid_until, that day included; absent: no end
 *	staff_post	a place to stand on a roster; its kind says which module it needs (staff_post_module)
 *	staff_shift	one person on one post on one day and shift; state planned or cancelled
 *	staff_appointment an office held from a day until ended_on: director, deputy, resident head, head of the women's unit
 *	key_issue, weapon_issue: out while returned_at is absent
 *	women_unit_entry a man at the door of a women's unit, and the woman colleague who goes with him
 *	health_session	one session of dentist or psychiatry in a facility, and how many still wait and how long; never who
 *	interpretation	how a conversation or decision with somebody of another language was made understood
 */
#ifndef CUSTOS_AREAS_STAFF_RECORDS_H
#define CUSTOS_AREAS_STAFF_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_STAFF_MEMBER, RECORD_STAFF_TRAINING, RECORD_STAFF_APPOINTMENT, RECORD_STAFF_POST, RECORD_STAFF_SHIFT, RECORD_KEY_SET,
	RECORD_KEY_ISSUE, RECORD_WEAPON_ISSUE, RECORD_WOMEN_UNIT_ENTRY, RECORD_DIRECTOR_VISIT, RECORD_HEALTH_SESSION, RECORD_INTERPRETATION;
extern const struct record *const STAFF_RECORDS[]; /* ended by NULL */

/* Who knows how colleagues are employed and trained; at the gate one knows who may have keys. */
#define STAFF_READERS (ROLE(TRAINING) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
#define STAFF_GATE (ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR))
#define STAFF_GATE_READERS (STAFF_READERS | ROLE(RECEPTION))

enum { STAFF_MEMBER_FACILITY, STAFF_MEMBER_NUMBER, STAFF_MEMBER_NAME, STAFF_MEMBER_ACCOUNT, STAFF_MEMBER_SEX, STAFF_MEMBER_LANGUAGES,
	STAFF_MEMBER_PROFESSION, STAFF_MEMBER_CONTRACT, STAFF_MEMBER_POST, STAFF_MEMBER_STARTED, STAFF_MEMBER_LEFT, STAFF_MEMBER_TENURE, STAFF_MEMBER_FIELDS };
enum { STAFF_TRAINING_MEMBER, STAFF_TRAINING_FACILITY, STAFF_TRAINING_MODULE, STAFF_TRAINING_CURRICULUM, STAFF_TRAINING_THEORY, STAFF_TRAINING_PRACTICE,
	STAFF_TRAINING_FINISHED, STAFF_TRAINING_UNTIL, STAFF_TRAINING_FIELDS };
enum { STAFF_APPOINTMENT_MEMBER, STAFF_APPOINTMENT_FACILITY, STAFF_APPOINTMENT_OFFICE, STAFF_APPOINTMENT_SEVERAL, STAFF_APPOINTMENT_FROM,
	STAFF_APPOINTMENT_ENDED, STAFF_APPOINTMENT_FIELDS };
enum { STAFF_POST_FACILITY, STAFF_POST_NAME, STAFF_POST_KIND, STAFF_POST_CUSTODIAL, STAFF_POST_CONTACT, STAFF_POST_CHILDREN, STAFF_POST_CLOSED,
	STAFF_POST_FIELDS };
enum { STAFF_SHIFT_FACILITY, STAFF_SHIFT_POST, STAFF_SHIFT_MEMBER, STAFF_SHIFT_DAY, STAFF_SHIFT_SHIFT, STAFF_SHIFT_STATE, STAFF_SHIFT_WHY, STAFF_SHIFT_FIELDS };
enum { KEY_SET_FACILITY, KEY_SET_LABEL, KEY_SET_WOMEN, KEY_SET_CLOSED, KEY_SET_FIELDS };
enum { KEY_ISSUE_FACILITY, KEY_ISSUE_SET, KEY_ISSUE_MEMBER, KEY_ISSUE_AT, KEY_ISSUE_RETURNED, KEY_ISSUE_FIELDS };
enum { WEAPON_ISSUE_FACILITY, WEAPON_ISSUE_MEMBER, WEAPON_ISSUE_POST, WEAPON_ISSUE_KIND, WEAPON_ISSUE_NUMBER, WEAPON_ISSUE_ORDER, WEAPON_ISSUE_ORDER_ENDS,
	WEAPON_ISSUE_AT, WEAPON_ISSUE_RETURNED, WEAPON_ISSUE_FIELDS };
enum { WOMEN_UNIT_ENTRY_FACILITY, WOMEN_UNIT_ENTRY_MEMBER, WOMEN_UNIT_ENTRY_WITH, WOMEN_UNIT_ENTRY_PURPOSE, WOMEN_UNIT_ENTRY_EMERGENCY, WOMEN_UNIT_ENTRY_AT,
	WOMEN_UNIT_ENTRY_FIELDS };
enum { DIRECTOR_VISIT_FACILITY, DIRECTOR_VISIT_MEMBER, DIRECTOR_VISIT_ON, DIRECTOR_VISIT_NOTE, DIRECTOR_VISIT_FIELDS };
enum { HEALTH_SESSION_FACILITY, HEALTH_SESSION_KIND, HEALTH_SESSION_ON, HEALTH_SESSION_SEEN, HEALTH_SESSION_WAITING, HEALTH_SESSION_LONGEST, HEALTH_SESSION_FIELDS };
enum { INTERPRETATION_PERSON, INTERPRETATION_FACILITY, INTERPRETATION_OCCASION, INTERPRETATION_LANGUAGE, INTERPRETATION_MODE, INTERPRETATION_BY,
	INTERPRETATION_AT, INTERPRETATION_FIELDS };

bool staff_member_is_active(const struct row *member, struct date day);
/* Both tests passed. */
bool staff_training_is_passed(const struct row *training);
bool staff_training_is_current(const struct row *training, struct date day);
/* Code of the module that a kind of post asks for beside the basic course (NMR-76.2, BKK-33); NULL: none. */
const char *staff_post_module(struct text kind);
/* Whether a row of this member among trainings is passed and current on the day. */
bool staff_is_trained(const struct rows *trainings, struct text member, const char *module, struct date day);

extern const struct choice STAFF_MODULE_CHOICES[], STAFF_CURRICULUM_CHOICES[], STAFF_OFFICE_CHOICES[], STAFF_POST_KIND_CHOICES[], STAFF_SHIFT_CHOICES[],
	STAFF_PROFESSION_CHOICES[], WEAPON_KIND_CHOICES[], HEALTH_SESSION_KIND_CHOICES[], INTERPRETATION_OCCASION_CHOICES[], INTERPRETATION_MODE_CHOICES[];

#endif
