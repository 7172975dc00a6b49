/*
 * records.h - the nouns of classification: one decision with its evidence, representations, votes and appeals.
 *
 * classification_decision	one decision about one person, from its proposal to its end: security category, cell sharing, violent-extremism
 *				basis, place in a unit. A label is never a field of a person: it is a row here, with evidence, author, end and way down.
 * classification_evidence	one item on which a decision rests: who says it, how good it is, fact or opinion, which event it is about, and
 *				in which form the person gets it (full, summary, gist, or withheld with its ground)
 * classification_representation what the person, or a lawyer, says about the proposal
 * classification_vote		how a member of the deciding body stood, dissent with its reasons
 * classification_appeal	an appeal and how it was decided
 *
 * Every row has ends_at, the moment at which it lapses by itself (record.h): for an open proposal when it dies undecided, for a decision in
 * force its expiry, for one that has ended the moment of its end. Rows of parts carry the ends_at of their decision; acts keep them equal.
 * A decision is in force while its state is notified, appealed, in_force or review and ends_at lies ahead: nothing else is asked, so that
 * no clock has to tick for a basis to lapse.
 *
 * Sources: prison-practice sections 1.1, 2, 5, 6.4, 11.5, 22, 23; Nelson Mandela Rules 8 (b), 89, 93; Bangkok Rule 41.
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_RECORDS_H
#define CUSTOS_AREAS_CLASSIFICATION_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_CLASSIFICATION, RECORD_CLASSIFICATION_EVIDENCE, RECORD_CLASSIFICATION_REPRESENTATION, RECORD_CLASSIFICATION_VOTE, RECORD_CLASSIFICATION_APPEAL;
/* All of them, ended by NULL. */
extern const struct record *const CLASSIFICATION_RECORDS[];

/* Who reads that there is a decision; who reads what it rests on; who looks at what has lapsed. */
#define CLASSIFICATION_READERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY) | ROLE(INTELLIGENCE) \
	| ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
#define EVIDENCE_READERS (ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) \
	| ROLE(AUDITOR) | ROLE(INSPECTOR))
#define LAPSED_READERS (ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

enum { CLASSIFICATION_PERSON, CLASSIFICATION_KIND, CLASSIFICATION_VALUE, CLASSIFICATION_STATE, CLASSIFICATION_ENDS_AT, CLASSIFICATION_REVIEW_DUE,
	CLASSIFICATION_REVIEW_REASON, CLASSIFICATION_GROUNDS, CLASSIFICATION_REASONS, CLASSIFICATION_PURPOSE, CLASSIFICATION_LESS,
	CLASSIFICATION_WAY_DOWN, CLASSIFICATION_LEGAL_GROUND, CLASSIFICATION_ORDER, CLASSIFICATION_RESTS_ON, CLASSIFICATION_PLACE,
	CLASSIFICATION_RENEWS, CLASSIFICATION_BEFORE, CLASSIFICATION_ASSESSOR, CLASSIFICATION_PROPOSER, CLASSIFICATION_PROPOSED_AT,
	CLASSIFICATION_BODY, CLASSIFICATION_HEARING_AT, CLASSIFICATION_DISCLOSED_AT, CLASSIFICATION_PREPARE_UNTIL,
	CLASSIFICATION_DISCLOSED_IN, CLASSIFICATION_WITHHELD, CLASSIFICATION_DECIDED_AT, CLASSIFICATION_DECIDER, CLASSIFICATION_OUTCOME,
	CLASSIFICATION_DECISION_REASONS, CLASSIFICATION_NOTIFIED_AT, CLASSIFICATION_NOTICE_LANGUAGE, CLASSIFICATION_NOTICE_FORM,
	CLASSIFICATION_RECEIPT, CLASSIFICATION_WITNESS, CLASSIFICATION_APPEAL_UNTIL, CLASSIFICATION_STARTED_AT, CLASSIFICATION_BASIS_FELL_AT,
	CLASSIFICATION_END_KIND, CLASSIFICATION_END_REASON, CLASSIFICATION_ASSESSMENT, CLASSIFICATION_PROPOSED, CLASSIFICATION_FIELDS };
enum { EVIDENCE_DECISION, EVIDENCE_PERSON, EVIDENCE_SUMMARY, EVIDENCE_DIRECTION, EVIDENCE_RESTS_ON, EVIDENCE_EVENT, EVIDENCE_EVENT_ON,
	EVIDENCE_SOURCE, EVIDENCE_SOURCE_KIND, EVIDENCE_SOURCE_GRADE, EVIDENCE_CONTENT_GRADE, EVIDENCE_FACT, EVIDENCE_ALTERNATIVE,
	EVIDENCE_ACCOUNT, EVIDENCE_DISCLOSURE, EVIDENCE_GIST, EVIDENCE_WITHHELD_GROUND, EVIDENCE_AUTHOR, EVIDENCE_ENDS_AT, EVIDENCE_FIELDS };
enum { REPRESENTATION_DECISION, REPRESENTATION_PERSON, REPRESENTATION_HOW, REPRESENTATION_TEXT, REPRESENTATION_LAWYER,
	REPRESENTATION_INTERPRETER, REPRESENTATION_AT, REPRESENTATION_ENDS_AT, REPRESENTATION_FIELDS };
enum { VOTE_DECISION, VOTE_PERSON, VOTE_MEMBER, VOTE_POSITION, VOTE_REASONS, VOTE_INTEREST, VOTE_AT, VOTE_ENDS_AT, VOTE_FIELDS };
enum { APPEAL_DECISION, APPEAL_PERSON, APPEAL_GROUNDS, APPEAL_LODGED_AT, APPEAL_STATE, APPEAL_DECIDED_AT, APPEAL_DECIDER, APPEAL_REASONS,
	APPEAL_VALUE, APPEAL_ENDS_AT, APPEAL_FIELDS };

/* Code lists shared by tables and act inputs. */
extern const struct choice CLASSIFICATION_KIND_CHOICES[], CLASSIFICATION_VALUE_CHOICES[], CLASSIFICATION_GROUND_CHOICES[],
	CLASSIFICATION_REVIEW_REASON_CHOICES[], CLASSIFICATION_EVIDENCE_DIRECTION_CHOICES[], CLASSIFICATION_EVIDENCE_RESTS_CHOICES[], CLASSIFICATION_SOURCE_KIND_CHOICES[], CLASSIFICATION_SOURCE_GRADE_CHOICES[],
	CLASSIFICATION_CONTENT_GRADE_CHOICES[], CLASSIFICATION_FACT_CHOICES[], CLASSIFICATION_DISCLOSURE_CHOICES[], CLASSIFICATION_WITHHELD_GROUND_CHOICES[], CLASSIFICATION_REPRESENTATION_HOW_CHOICES[],
	CLASSIFICATION_VOTE_POSITION_CHOICES[], CLASSIFICATION_NOTICE_FORM_CHOICES[], CLASSIFICATION_RECEIPT_CHOICES[], CLASSIFICATION_APPEAL_OUTCOME_CHOICES[], CLASSIFICATION_BODY_CHOICES[], CLASSIFICATION_DECISION_OUTCOME_CHOICES[],
	CLASSIFICATION_LAW_END_CHOICES[];

/* ---- what a value means (values.c) ---- */

/* One value of one kind. rank: how restrictive, within the kind; ordinary: the rank that a person has whom nobody has decided about. */
struct classification_value {
	const char *kind, *code;
	int rank, ordinary;
	int independent; /* how many independent items carry a raise to it; -1: the number of the profile; 0: a paper of a court carries it */
	bool anew;	 /* has to be carried anew each time, also when it only goes on */
};
/* NULL when the value does not belong to the kind. */
const struct classification_value *classification_value(struct text kind, struct text code);
/* More restrictive than the value before (empty: nothing decided before), or carried anew. */
bool classification_raises(struct text kind, struct text value, struct text before);
/* Restricts the person more than an ordinary regime does: needs a written way down. */
bool classification_restricts(struct text kind, struct text value);
/* Bodies by the number that profiles use: 1 governor, 2 committee, 3 national authority. */
const char *classification_body_code(int64_t rank);

/* ---- states (values.c), prison-practice section 23 ---- */

/* Whether a state may follow another. No act leaves this graph. */
bool classification_may_follow(struct text from, struct text to);
bool classification_is_open(const struct row *decision, int64_t now);     /* not yet decided, and not dead */
bool classification_is_in_force(const struct row *decision, int64_t now); /* the person is told, and it has not ended */
/* What the state is at a moment: the stored one, or "lapsed" when its end has come without an act. */
struct text classification_state(const struct row *decision, int64_t now);

/* ---- evidence (values.c) ---- */

/* Rests on conduct or on a court's paper, not only on worship, dress, diet, language, reading, belief, origin, family or silence. */
bool evidence_shows_conduct(const struct row *evidence);
/* The text speaks of such things, in one of the languages of the program: a reason to look again, no more. */
bool evidence_names_protected(struct text summary);
/* May carry a raise: for a raise, a fact, conduct, source A to C, content 1 to 3, not withheld, the event not older than `days`. */
bool evidence_carries(const struct row *evidence, struct date today, int64_t days);
/* Independent items: as many as there are different events told by different sources, whichever are fewer. */
int64_t evidence_independent(const struct rows *items, struct date today, int64_t days);

#endif
