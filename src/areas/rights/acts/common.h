/*
 * common.h - what the verbs of rights share.
 */
#ifndef CUSTOS_AREAS_RIGHTS_ACTS_COMMON_H
#define CUSTOS_AREAS_RIGHTS_ACTS_COMMON_H

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

/* The running separation of a person, or NULL. */
const struct row *separation_running(const struct act_context *context, struct text person);
/* The running separation that an input names; adds a fault and gives NULL when it has ended. */
const struct row *separation_input(struct act_context *context, int input, struct error_list *errors);
/* Ends it: row, clocks, alarms. changed is a row of decision_change; kind one of RIGHTS_END_CHOICES; why may be empty. */
void separation_close(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment, const char *kind, struct text why);
/* Where the person is now: what is due about him or her is due there, wherever it was ordered. */
struct text rights_facility(const struct act_context *context, struct text person);
/* The alarms of day 13 and day 16, anew, as they stand after the decision. */
void separation_alarms(struct act_context *context, struct decision *decision, const struct row *separation);

#endif
