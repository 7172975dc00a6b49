/*
 * common.h - internal to the verbs of staff: inputs and checks that several of them share.
 */
#ifndef CUSTOS_AREAS_STAFF_ACTS_COMMON_H
#define CUSTOS_AREAS_STAFF_ACTS_COMMON_H

#include "areas/staff/acts.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define MEMBER_INPUT(label_) { "staff_member", label_, N_("Staff number or name"), FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "staff_member" }

/* The member that the input names, who works there on the day; NULL with a fault at "/staff_member" (or the input's own path). */
const struct row *staff_member_input(const struct act_context *context, int input, struct date day, struct error_list *errors);
/* Day given in the input, or today; a later day is a fault unless `ahead`. */
struct date staff_day_input(const struct act_context *context, int input, bool ahead, struct error_list *errors);

#endif
