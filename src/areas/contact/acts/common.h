/*
 * common.h - what the verbs of contact share.
 */
#ifndef CUSTOS_AREAS_CONTACT_ACTS_COMMON_H
#define CUSTOS_AREAS_CONTACT_ACTS_COMMON_H

#include "areas/contact/acts.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

/* The person that an input names, in custody; adds a fault and gives NULL otherwise. */
const struct row *contact_person_input(struct act_context *context, int input, struct error_list *errors);
/* The contact that an input names, of this person; *out NULL when the input is empty. False: a fault was added. */
bool contact_of_input(struct act_context *context, int input, struct text person, const struct row **out, struct error_list *errors);
/*
 * What decisions in force allow for these means with this contact: NULL (openly), or the strictest measure ("supervised", "closed",
 * "suspended"). Decisions reach only family, friends and others: lawyers, consulates, representatives of a religion and inspectors
 * are not theirs to touch (NMR-61, 62, 65.3, 56.3).
 */
const char *contact_limit_for(const struct act_context *context, struct text person, const char *means, struct text contact, struct text class);
/* The family clock anew, from the newest contact that counts, with `moment` (0: none) among them. */
void family_clock_renew(struct act_context *context, struct decision *decision, const struct row *person, struct text facility, int64_t moment);
/* Havana Rules 61: letters and calls of a person under 18, some in each seven days. begin: seven days from now. renew: with a letter or call that the
 * decision adds; as long as they are too few the clock that runs is left alone. */
void child_calls_begin(struct act_context *context, struct decision *decision, const struct row *person);
void child_calls_renew(struct act_context *context, struct decision *decision, const struct row *person);
void family_clock_stop(struct act_context *context, struct decision *decision, struct text person);
/* The clocks of contact with children who have left the parent, anew from this moment. */
void child_contact_renew(struct act_context *context, struct decision *decision, struct text person, struct text facility, int64_t moment);
/* Stops the clocks of a child's stay, or of a pregnancy. */
void child_clocks_stop(struct act_context *context, struct decision *decision, struct text child_stay);
void pregnancy_clocks_stop(struct act_context *context, struct decision *decision, struct text pregnancy);
/* Until when a lawyer asked for must be received: no later than legalvisit.hours after it was asked for. */
int64_t legal_visit_due(const struct act_context *context, const struct row *visit);

#endif
