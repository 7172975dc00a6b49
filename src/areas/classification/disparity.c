/* disparity.c - hiding small numbers in counts by group. */
#include "areas/classification/disparity.h"

static bool is_small(const struct disparity_group *group, int64_t least)
{
	int64_t others = group->people - group->decided;
	/* As well the few without a decision: where nearly all have one, they can be told. */
	return (group->people > 0 && group->people < least) || (group->decided > 0 && group->decided < least) || (others > 0 && others < least);
}

void disparity_hide(struct disparity_group *groups, size_t count, int64_t least)
{
	size_t hidden = 0;
	for (size_t i = 0; i < count; i++) {
		groups[i].hidden = is_small(&groups[i], least);
		hidden += groups[i].hidden;
	}
	if (hidden != 1)
		return;
	struct disparity_group *next = NULL;
	for (size_t i = 0; i < count; i++)
		if (!groups[i].hidden && groups[i].people > 0 && (!next || groups[i].people < next->people))
			next = &groups[i];
	if (next)
		next->hidden = true;
}

int64_t disparity_rate(const struct disparity_group *group)
{
	return group->hidden || group->people == 0 ? -1 : (group->decided * 1000 + group->people / 2) / group->people;
}
