/* acts.c - all verbs of classification, in the order in which people meet them. */
#include "areas/classification/acts.h"

const struct act *const CLASSIFICATION_ACTS[] = { &ACT_PROPOSE, &ACT_ADD_EVIDENCE, &ACT_SET_DISCLOSURE, &ACT_SCHEDULE, &ACT_DISCLOSE, &ACT_REPRESENT, &ACT_VOTE,
	&ACT_DECIDE, &ACT_NOTIFY, &ACT_LODGE_APPEAL, &ACT_DECIDE_APPEAL, &ACT_SIGNAL, &ACT_REVIEW, &ACT_WITHDRAW, &ACT_END_BY_LAW, &ACT_ACT_ON_LAPSE, NULL };
