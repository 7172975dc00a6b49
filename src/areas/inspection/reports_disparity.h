/*
 * reports_disparity.h - are measures taken equally often (Rule 2.1): people here now by sex, citizenship and age, and how many of each group a
 * measure has met in the last 31 days.
 *
 * Beliefs, religion and ethnicity are no group anywhere. Each grouping has two groups, each compared with the other. Small numbers are never
 * shown: no comparison with fewer than `least` people on either side, nor where from one to `small` - 1 people were met, or were not.
 * Numbers: disparity.min_n, disparity.ratio (product proposals; the Rules give none). Pure but for the reading.
 */
#ifndef CUSTOS_AREAS_INSPECTION_REPORTS_DISPARITY_H
#define CUSTOS_AREAS_INSPECTION_REPORTS_DISPARITY_H

#include "service/query.h"

enum { DISPARITY_DAYS = 31 };
enum disparity_event { EVENT_SANCTION, EVENT_SEPARATION, EVENT_SEARCH, EVENT_FORCE, EVENT_RESTRAINT, EVENT_PRIVILEGES, EVENT_COUNT };
enum disparity_grouping { GROUPING_SEX, GROUPING_CITIZENSHIP, GROUPING_AGE, GROUPING_COUNT };
enum disparity_answer { DISPARITY_FEW, DISPARITY_SMALL, DISPARITY_EQUAL, DISPARITY_ABOVE };

struct disparity_side { int64_t people, met; };
struct disparity_counts { struct disparity_side sides[EVENT_COUNT][GROUPING_COUNT][2]; };

extern const char *const DISPARITY_EVENTS[EVENT_COUNT];		  /* message identifiers */
extern const char *const DISPARITY_GROUPS[GROUPING_COUNT][2];

/* People of a facility, or (empty) of all of the actor's scope, and what met them in the days before the moment. */
bool disparity_read(struct query *query, struct text facility, int64_t moment, struct disparity_counts *out_counts, struct error_list *errors);
/* Is the rate of `side` more than `hundredths` / 100 times that of `other`. Nobody met on the other side: above, when enough people were met. */
enum disparity_answer disparity_compare(const struct disparity_side *side, const struct disparity_side *other, int64_t least, int64_t small, int64_t hundredths);
/* "1.25" to 125; otherwise when it is no such number. */
int64_t disparity_hundredths(struct text ratio, int64_t otherwise);

#endif
