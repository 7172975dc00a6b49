/*
 * common.h - what the verbs of care share.
 */
#ifndef CUSTOS_AREAS_CARE_ACTS_COMMON_H
#define CUSTOS_AREAS_CARE_ACTS_COMMON_H

#include "areas/care/acts.h"
#include "areas/care/rules.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }

/* Clocks of an open event that its row has not answered yet, counted from when it was written down. */
void grave_event_clocks(struct act_context *context, struct decision *decision, const struct row *event, int64_t since);
/* Evidence is named within cctv.hold_minutes: a camera writes over itself. */
void evidence_clock(struct act_context *context, struct decision *decision, const struct row *event, int64_t since);
/* Stops all of them. */
void grave_event_clocks_stop(struct act_context *context, struct decision *decision, struct text event);
/* The open event that an input names; adds a fault and gives NULL when it is closed or replaced. */
const struct row *grave_event_input(struct act_context *context, int input, struct error_list *errors);

/* Pay goes into the account (acts/account.c). */
extern const struct reaction ACCOUNT_PAID;
/* Sport for a young person is due from the admission on (acts/labour.c). */
extern const struct reaction YOUNG_RECEIVED;
/* The day given in the input, or today; a day to come is E_DATE_ORDER. */
struct date care_day_input(const struct act_context *context, int input, struct error_list *errors);

#endif
