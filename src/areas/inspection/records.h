/*
 * records.h - the nouns of inspection: inspections, their answers, recommendations, visits of external inspectors, sealed pages.
 *
 *	inspection	one look at a facility by a body, internal or external, with a form of questions (forms.h); state: open,
 *			draft, sent, replied, closed. Findings are its answers and recommendations
 *	inspection_answer one question answered: met, partly, not_met, not_applicable, not_assessed; with evidence and method. It names
 *			the rule, and so shows in the state of the rules
 *	recommendation	what the body asks for, of which class, to be done by whom until when; reply of the authority; proof; done only
 *			when somebody other than its owner has verified it; repeats: the earlier one that was not done
 *	inspection_visit the account of an external inspector or national preventive mechanism: from, until, unannounced or not. It
 *			opens everything to read, writes nothing but its notebook, and ends by itself
 *	notebook_page	one sealed page of a visiting inspector: only ciphertext stands here, under a key made from a passphrase that is
 *			never stored (notebook.h)
 *	disparity_review somebody has read the monthly report on equal treatment and says what is behind a difference
 * Sources: Nelson Mandela Rules 2, 83-85; OPCAT 19-23; inspection-and-statistics 2.3, 3; prison-practice 17.
 */
#ifndef CUSTOS_AREAS_INSPECTION_RECORDS_H
#define CUSTOS_AREAS_INSPECTION_RECORDS_H

#include "model/registry.h"

extern const struct record RECORD_INSPECTION, RECORD_INSPECTION_ANSWER, RECORD_RECOMMENDATION, RECORD_INSPECTION_VISIT,
	RECORD_NOTEBOOK_PAGE, RECORD_DISPARITY_REVIEW;
extern const struct record *const INSPECTION_RECORDS[];

#define INSPECTION_READERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
/* Who looks: the service's own inspectorate. */
#define INSPECTION_BODY (ROLE(AUDITOR) | ROLE(INSPECTOR) | ROLE(HEADQUARTERS))
#define RECOMMENDATION_OWNERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(HEALTH) | ROLE(SECURITY) | ROLE(CASEWORKER) | ROLE(TRAINING) | ROLE(WING))

enum { INSPECTION_FACILITY, INSPECTION_KIND, INSPECTION_BODY_NAME, INSPECTION_FORM, INSPECTION_ANNOUNCED, INSPECTION_STARTED_ON,
	INSPECTION_ENDED_ON, INSPECTION_ENTRY_ASKED_AT, INSPECTION_ENTRY_GIVEN_AT, INSPECTION_TEAM, INSPECTION_TEAM_SIZE,
	INSPECTION_TEAM_WOMEN, INSPECTION_INTERVIEWS, INSPECTION_PLACES_SEEN, INSPECTION_STATE, INSPECTION_SENT_ON, INSPECTION_REPLIED_ON,
	INSPECTION_PUBLISHED_ON, INSPECTION_ALONE, INSPECTION_TEAM_HEALTH, INSPECTION_FIELDS };
enum { ANSWER_INSPECTION, ANSWER_FACILITY, ANSWER_QUESTION, ANSWER_RULE, ANSWER_FINDING, ANSWER_METHOD, ANSWER_EVIDENCE, ANSWER_SAMPLE,
	ANSWER_ANSWERED_AT, ANSWER_FIELDS };
enum { RECOMMENDATION_INSPECTION, RECOMMENDATION_FACILITY, RECOMMENDATION_RULE, RECOMMENDATION_CLASS, RECOMMENDATION_SEVERITY,
	RECOMMENDATION_FINDING, RECOMMENDATION_TEXT, RECOMMENDATION_PARAGRAPH, RECOMMENDATION_OWNER, RECOMMENDATION_TARGET_ON,
	RECOMMENDATION_STATE, RECOMMENDATION_REPLY, RECOMMENDATION_REPLY_TEXT, RECOMMENDATION_REPLIED_AT, RECOMMENDATION_PROOF,
	RECOMMENDATION_DONE_BY, RECOMMENDATION_DONE_AT, RECOMMENDATION_VERIFIED_BY, RECOMMENDATION_VERIFIED_AT, RECOMMENDATION_REPEATS,
	RECOMMENDATION_REPEATED, RECOMMENDATION_FIELDS };
enum { VISIT_ACCOUNT, VISIT_BODY, VISIT_UNANNOUNCED, VISIT_FROM, VISIT_UNTIL, VISIT_ENDED_AT, VISIT_FIELDS };
enum { DISPARITY_REVIEW_FACILITY, DISPARITY_REVIEW_DAY, DISPARITY_REVIEW_ABOVE, DISPARITY_REVIEW_EXPLANATION, DISPARITY_REVIEW_FIELDS };
enum { NOTEBOOK_ACCOUNT, NOTEBOOK_SEALED, NOTEBOOK_WRITTEN_AT, NOTEBOOK_FIELDS };

extern const struct choice INTERVIEWS_ALONE_CHOICES[], INSPECTION_KIND_CHOICES[], FINDING_CHOICES[], METHOD_CHOICES[], RECOMMENDATION_CLASS_CHOICES[],
	SEVERITY_CHOICES[], REPLY_CHOICES[], RECOMMENDATION_STATE_CHOICES[];

#endif
