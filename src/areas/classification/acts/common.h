/*
 * common.h - what the verbs and rules of classification share: steps of the graph, ends, lengths of the profile, who decides.
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_ACTS_COMMON_H
#define CUSTOS_AREAS_CLASSIFICATION_ACTS_COMMON_H

#include "areas/classification/acts.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define DECISION_INPUT { "decision", N_("Decision"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "classification_decision" }

/* The decision that an input names, changed to a state that may follow its own. NULL with E_STATE when it may not, or has lapsed. */
struct row *classification_step(struct act_context *context, struct decision *decision, int input, const char *state, struct error_list *errors);
/* Rows of a part that hang on a decision, as stored. */
struct rows classification_parts(const struct act_context *context, const struct record *part, struct text decision_id);
/* Rows of decisions about a person, as they will stand. */
struct rows classification_about(const struct act_context *context, const struct decision *decision, struct text person);
/* Moves the end of a decision and of all that hangs on it. */
void classification_set_end(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment);
/* Ends it at a moment: state, kind, reason; its clocks stop; what rests on it is listed for decision (prison-practice T12). */
void classification_end(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment, const char *state,
	const char *kind, struct text reason);
/* Facility of a decision's person, empty when gone. */
struct text classification_facility(const struct act_context *context, const struct row *decision_row);
/* Longest validity and interval of review of a decision, in days, from the profile. */
int64_t classification_valid_days(const struct act_context *context, const struct row *decision_row, struct text value);
int64_t classification_review_days(const struct act_context *context, const struct row *decision_row);
/* Rank of the body that has to decide (classification_body_code), and of an actor. */
int64_t classification_body(const struct act_context *context, const struct row *decision_row);
int64_t classification_rank(const struct actor *actor);
/* Next review on the row and its clock. */
void classification_next_review(struct act_context *context, struct decision *decision, struct row *changed, int64_t due, const char *reason);

#endif
