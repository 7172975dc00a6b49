/*
 * disparity.h - hiding small numbers in counts by group, so that nobody can be told from a table (prison-practice T14).
 *
 * A count of people or of decisions from 1 to least - 1 is hidden. When one group alone would be hidden, it could be told from the
 * total: the next smallest is hidden with it. Rates are shown only where both numbers are. Pure.
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_DISPARITY_H
#define CUSTOS_AREAS_CLASSIFICATION_DISPARITY_H

#include "base/text.h"

struct disparity_group {
	struct text name;
	int64_t people, decided;
	bool hidden;
};

void disparity_hide(struct disparity_group *groups, size_t count, int64_t least);
/* Tenths of a percent; -1 when hidden or nobody is there. */
int64_t disparity_rate(const struct disparity_group *group);

#endif
