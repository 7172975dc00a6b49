/*
 * records.h - the nouns of contact: visits, letters and calls, decisions that limit contact, requests for legal aid.
 *
 * Tables are in records_visit.c, records_limit.c, records_child.c and records_belief.c. Sources: Nelson Mandela Rules 28, 29, 43.3, 58-62, 65, 66, 106, 120;
 * Bangkok Rules 2, 3, 23, 26-28, 43, 44, 48-52, 64; prison-practice sections 15, 21, 23a.7.
 *
 * What means what:
 *	visit		one visit from the first request to what came of it: asked (no time yet), booked, then one of its ends. What ends a
 *			visit is said from the person's side: not_held and not_allowed are the prison's doing, the others are not
 *	communication	one letter, call, video call or parcel; or the offer of one that the person did not want
 *	contact_limit	one decision that closes, suspends or supervises contact; in force between two moments and never longer; it is told to
 *			the person, reviewed, and ends by itself
 *	legal_request	the person asks for legal aid; state open or done (writing material for the defence is an application of custody)
 *	pregnancy	what must be arranged for a woman and when; function only, never a finding of the clinic
 *	child_stay	a child of custody's list lives with the parent here, by a decision in the child's interest; the child is no prisoner and
 *			has no file, number or place on the roll
 *	representative	who of a religion or belief may come to a facility; belief_wish: what a person asks for. What somebody believes is no field
 *			anywhere, and security, intelligence and those who assess do not read wishes
 *	visit.family, communication.family: yes where it counts for the family clock (clocks.c): contact with family or friends took place,
 *			or was offered and the other side, or the person, did not take it
 */
#ifndef CUSTOS_AREAS_CONTACT_RECORDS_H
#define CUSTOS_AREAS_CONTACT_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_VISIT, RECORD_COMMUNICATION, RECORD_CONTACT_LIMIT, RECORD_LEGAL_REQUEST, RECORD_PREGNANCY, RECORD_CHILD_STAY,
	RECORD_REPRESENTATIVE, RECORD_BELIEF_WISH;
extern const struct record *const CONTACT_RECORDS[]; /* ended by NULL */

enum { VISIT_PERSON, VISIT_FACILITY, VISIT_CLASS, VISIT_CONTACT, VISIT_VISITOR, VISIT_RELATION, VISIT_CHILDREN, VISIT_OWN_CHILD, VISIT_SETTING,
	VISIT_SETTING_WHY, VISIT_WANTED, VISIT_INTERPRETER, VISIT_ASKED_AT, VISIT_PLANNED_AT, VISIT_MINUTES, VISIT_LATER_WISH, VISIT_STATE, VISIT_HELD_AT,
	VISIT_HELD_MINUTES, VISIT_IDENTITY, VISIT_SEARCH, VISIT_SEARCH_AGREED, VISIT_SEARCHED_CHILD, VISIT_SEARCH_DECENT, VISIT_SEARCH_ORDER,
	VISIT_SEARCH_HEALTH, VISIT_WATCHED, VISIT_NOTE, VISIT_FAMILY, VISIT_SEX, VISIT_FIELDS };
enum { COMMUNICATION_PERSON, COMMUNICATION_FACILITY, COMMUNICATION_MEANS, COMMUNICATION_DIRECTION, COMMUNICATION_CLASS, COMMUNICATION_CONTACT,
	COMMUNICATION_OTHER, COMMUNICATION_AT, COMMUNICATION_MINUTES, COMMUNICATION_LOOKED, COMMUNICATION_RESULT, COMMUNICATION_NOTE,
	COMMUNICATION_FAMILY, COMMUNICATION_FIELDS };
enum { CONTACT_LIMIT_PERSON, CONTACT_LIMIT_FACILITY, CONTACT_LIMIT_MEASURE, CONTACT_LIMIT_MEANS, CONTACT_LIMIT_CONTACT, CONTACT_LIMIT_GROUND,
	CONTACT_LIMIT_FACTS, CONTACT_LIMIT_LAW, CONTACT_LIMIT_AUTHORITY, CONTACT_LIMIT_STARTS, CONTACT_LIMIT_ENDS, CONTACT_LIMIT_INSTEAD,
	CONTACT_LIMIT_STATE, CONTACT_LIMIT_TOLD_AT, CONTACT_LIMIT_TOLD, CONTACT_LIMIT_WITNESS, CONTACT_LIMIT_REVIEWED_AT, CONTACT_LIMIT_REVIEWED,
	CONTACT_LIMIT_ENDED_AT, CONTACT_LIMIT_ENDED_WHY, CONTACT_LIMIT_ALTERNATIVES, CONTACT_LIMIT_FIELDS };
enum { LEGAL_REQUEST_PERSON, LEGAL_REQUEST_FACILITY, LEGAL_REQUEST_ASKED_AT, LEGAL_REQUEST_STATE, LEGAL_REQUEST_DONE_AT,
	LEGAL_REQUEST_ANSWER, LEGAL_REQUEST_FIELDS };

enum { PREGNANCY_PERSON, PREGNANCY_FACILITY, PREGNANCY_EXPECTED, PREGNANCY_PRENATAL, PREGNANCY_DIET, PREGNANCY_COURT, PREGNANCY_PLACE, PREGNANCY_PLACE_WHY,
	PREGNANCY_STATE, PREGNANCY_BORN_AT, PREGNANCY_BORN_IN, PREGNANCY_CERTIFICATE, PREGNANCY_ENDED_WHY, PREGNANCY_FIELDS };
enum { CHILD_STAY_PERSON, CHILD_STAY_FACILITY, CHILD_STAY_CHILD, CHILD_STAY_DECIDED_ON, CHILD_STAY_DECIDED_BY, CHILD_STAY_REASONS, CHILD_STAY_CHILDCARE,
	CHILD_STAY_FROM, CHILD_STAY_SCREENED, CHILD_STAY_CHECKED, CHILD_STAY_REVIEWED, CHILD_STAY_REVIEW, CHILD_STAY_FEEDING, CHILD_STAY_FEEDING_WHY,
	CHILD_STAY_FEEDING_BY, CHILD_STAY_LEAVES_BY, CHILD_STAY_CARE, CHILD_STAY_MET, CHILD_STAY_CONSULATE, CHILD_STAY_STATE, CHILD_STAY_LEFT,
	CHILD_STAY_LEFT_WHY, CHILD_STAY_ASSESSMENT, CHILD_STAY_FIELDS };

enum { REPRESENTATIVE_FACILITY, REPRESENTATIVE_NAME, REPRESENTATIVE_COMMUNITY, REPRESENTATIVE_BY, REPRESENTATIVE_HOURS, REPRESENTATIVE_SERVICES,
	REPRESENTATIVE_STATE, REPRESENTATIVE_ENDED_WHY, REPRESENTATIVE_FIELDS };
enum { BELIEF_WISH_PERSON, BELIEF_WISH_FACILITY, BELIEF_WISH_KIND, BELIEF_WISH_WORDS, BELIEF_WISH_REPRESENTATIVE, BELIEF_WISH_ASKED_AT, BELIEF_WISH_STATE,
	BELIEF_WISH_RESULT, BELIEF_WISH_ANSWERED_AT, BELIEF_WISH_ANSWER, BELIEF_WISH_INSTEAD, BELIEF_WISH_UNTIL, BELIEF_WISH_FIELDS };

/* Who writes wishes down, and who reads them: nobody who decides about security, and nobody who assesses. */
#define BELIEF_KEEPERS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(RELIGIOUS) | ROLE(GOVERNOR))
#define BELIEF_CARERS (BELIEF_KEEPERS | ROLE(AUDITOR) | ROLE(INSPECTOR))

/* Who cares for children and mothers; nobody else learns that there are any (BKK-3.2). */
#define CHILD_CARERS (ROLE(CASEWORKER) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(AUDITOR) | ROLE(INSPECTOR))

/* Asked for or booked: what comes of it is not known yet. */
bool visit_is_open(const struct row *visit);
/* What ended the visit was neither the wish of the person nor of the visitor. */
bool visit_failed_by_prison(struct text state);
bool contact_limit_is_in_force(const struct row *limit, int64_t now);
/* Whether it speaks of these means ("visits", "letters", "calls", "video"), and of this contact (empty: of everybody). */
bool contact_limit_covers(const struct row *limit, const char *means, struct text contact);
/* Family and friends: those with whom Rule 58 wants contact kept. */
bool contact_class_is_family(struct text class);

extern const struct choice VISIT_CLASS_CHOICES[], VISIT_SETTING_CHOICES[], VISIT_STATE_CHOICES[], VISIT_OUTCOME_CHOICES[], VISIT_SEARCH_CHOICES[],
	VISIT_ORDER_CHOICES[], VISIT_WATCHED_CHOICES[], COMMUNICATION_MEANS_CHOICES[], COMMUNICATION_DIRECTION_CHOICES[], COMMUNICATION_LOOKED_CHOICES[],
	COMMUNICATION_RESULT_CHOICES[], CONTACT_LIMIT_MEASURE_CHOICES[], CONTACT_LIMIT_MEANS_CHOICES[], CONTACT_LIMIT_GROUND_CHOICES[],
	CONTACT_LIMIT_TOLD_CHOICES[], CONTACT_LIMIT_REVIEW_CHOICES[], BIRTH_PLACE_CHOICES[], CHILD_CHECK_CHOICES[], CHILD_FEEDING_CHOICES[],
	CHILD_CONSULATE_CHOICES[], CHILD_LEFT_CHOICES[], BELIEF_WISH_KIND_CHOICES[], BELIEF_WISH_RESULT_CHOICES[];

#endif
