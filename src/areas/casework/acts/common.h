/*
 * common.h - what the verbs of casework share: rows filled from inputs of the same name, users by sign-in name, the open plan.
 */
#ifndef CUSTOS_AREAS_CASEWORK_ACTS_COMMON_H
#define CUSTOS_AREAS_CASEWORK_ACTS_COMMON_H

#include "areas/casework/acts.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define CASEWORK_PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }

/* A new row, or the row to edit, with each given input copied into the field of the same name. The row becomes
 * the decision's result. */
struct row *casework_insert(const struct act_context *context, struct decision *decision, const struct record *record);
struct row *casework_change(const struct act_context *context, struct decision *decision, const struct row *old);
/* The account that a sign-in name means, of somebody who works with people; the actor's own when the input is empty. NULL with a fault
 * beside the input. */
const struct row *casework_user(const struct act_context *context, int input, bool empty_is_actor, struct error_list *errors);
struct text casework_user_name(const struct row *account);
/* The plan of a person that is not closed, or NULL; the same for the release plan. */
const struct row *casework_open_plan(const struct act_context *context, struct text person);
const struct row *casework_open_release_plan(const struct act_context *context, struct text person);
/* Adds an open assignment unless the same account has one of that kind with the person. */
struct row *casework_assign(const struct act_context *context, struct decision *decision, struct text person, const char *kind,
	struct text worker, struct text worker_name, struct text why);
/* The clock of the way out anew, from the release date in this row of a person. */
void casework_way_out(const struct act_context *context, struct decision *decision, const struct row *person);
/* A violent-extremism basis is in force about the person now. */
bool casework_has_basis(const struct act_context *context, const struct decision *decision, struct text person);
/* Puts the next review of a plan, and starts its clock anew: on the day that the profile's days give, not later than `latest` (absent: no
 * such day). */
void casework_next_review(const struct act_context *context, struct decision *decision, struct row *plan, struct date latest);
/* Facility where the person is, empty when gone. */
struct text casework_facility(const struct act_context *context, struct text person);
/* The clock of a settled, gradual return for an open release plan (acts/needs.c). */
void casework_gradual_return(const struct act_context *context, struct decision *decision, const struct row *plan, struct text facility);
extern const struct reaction NEEDS_RECEIVED, NEEDS_EXAMINED, NEEDS_STATUS, NEEDS_SENTENCED, NEEDS_LEFT;

#endif
