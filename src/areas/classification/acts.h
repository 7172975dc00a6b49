/*
 * acts.h - the verbs of classification, as a contract for pages, REST and tests.
 *
 * [x] optional. F has the "record what has already happened" form. All but the first take `decision`.
 *
 *	classification.propose		F person kind outcome_value grounds reasons legal_ground [purpose] [less_restrictive] [way_down]
 *					[legal_order] [rests_on] [unit] [renews] [assessor]  -> decision, state proposed
 *	classification.add_evidence	F summary direction rests_on event event_on source source_kind source_grade content_grade fact_or_opinion
 *					[alternative] [account]; while proposed
 *	classification.set_disclosure	F evidence disclosure [gist] [withheld_ground]; while proposed
 *	classification.schedule		  hearing_at; puts the case on the list of a day
 *	classification.disclose		F language form [given_at]; every item must have its form; starts the time to prepare
 *	classification.represent	F how [words] [lawyer] [interpreter] [made_at]
 *	classification.vote		F position_taken no_interest [reasons]; one vote a member
 *	classification.decide		F outcome [outcome_value] reasons [ends_at]; by the body that the profile names, by quorum and majority
 *	classification.notify		F language form receipt [witness] [withheld_told] [told_at]; from now on it is in force, or closed
 *	classification.lodge_appeal	F grounds [lodged_at]
 *	classification.decide_appeal	F appeal result reasons [outcome_value]; by somebody who was not there the first time
 *	classification.signal		  signal note; brings the review forward, whichever way the signs point
 *	classification.review		F result reasons [legal_ground]
 *	classification.withdraw		  R: the proposal goes back
 *	classification.end_by_law	  law_end, R: a basis falls; what rests on it is listed for decision within 24 hours
 *	classification.act_on_lapse	  done_about; only after it has lapsed: what was done about what rested on it
 *
 * Reactions: an order that ends or a term that is quashed ends the basis under it; release and death end every decision. An escape ends
 * and suspends none: a decision ends by review, by law or by itself (prison-practice 23), and its time runs on. It is an event that brings
 * the review of every decision in force forward, as classification.signal does (prison-practice 5.3: at once after an escape).
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_ACTS_H
#define CUSTOS_AREAS_CLASSIFICATION_ACTS_H

#include "areas/classification/records.h"

extern const struct act ACT_CLASSIFICATION_PROPOSE, ACT_CLASSIFICATION_ADD_EVIDENCE, ACT_CLASSIFICATION_SET_DISCLOSURE, ACT_CLASSIFICATION_SCHEDULE, ACT_CLASSIFICATION_DISCLOSE, ACT_CLASSIFICATION_REPRESENT, ACT_CLASSIFICATION_VOTE, ACT_CLASSIFICATION_DECIDE, ACT_CLASSIFICATION_NOTIFY,
	ACT_CLASSIFICATION_LODGE_APPEAL, ACT_CLASSIFICATION_DECIDE_APPEAL, ACT_CLASSIFICATION_SIGNAL, ACT_CLASSIFICATION_REVIEW, ACT_CLASSIFICATION_WITHDRAW, ACT_CLASSIFICATION_END_BY_LAW, ACT_CLASSIFICATION_ACT_ON_LAPSE;
extern const struct act *const CLASSIFICATION_ACTS[];
extern const struct rule *const CLASSIFICATION_RULES[];
extern const struct clock_kind *const CLASSIFICATION_CLOCKS[];
extern const struct reaction *const CLASSIFICATION_REACTIONS[];

/* Inputs that rules look at. */
enum { DECIDE_DECISION, DECIDE_OUTCOME, DECIDE_VALUE, DECIDE_REASONS, DECIDE_ENDS_AT, DECIDE_INPUTS };
enum { NOTIFY_DECISION, NOTIFY_LANGUAGE, NOTIFY_FORM, NOTIFY_RECEIPT, NOTIFY_WITNESS, NOTIFY_WITHHELD_TOLD, NOTIFY_AT, NOTIFY_INPUTS };
enum { DISCLOSE_DECISION, DISCLOSE_LANGUAGE, DISCLOSE_FORM, DISCLOSE_AT, DISCLOSE_INPUTS };

#endif
