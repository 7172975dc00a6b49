/* match_test.h - what the tests of match share: cmocka in its order, short ways to fold and compare. */
#ifndef CUSTOS_TEST_MATCH_H
#define CUSTOS_TEST_MATCH_H

#include "match/match.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static inline struct match_name folded(const char *name)
{
	struct match_name out;
	match_fold(text_from(name), &out);
	return out;
}

static inline struct match_comparison compared(const char *left, const char *right)
{
	struct match_name one = folded(left), other = folded(right);
	struct match_comparison out;
	match_compare_names(&one, &other, NULL, &out);
	return out;
}

static inline const struct match_line *line_of(const struct match_comparison *comparison, enum match_reason reason)
{
	for (int i = 0; i < comparison->count; i++)
		if (comparison->lines[i].reason == reason)
			return &comparison->lines[i];
	return NULL;
}

static inline int32_t sum_of(const struct match_comparison *comparison)
{
	int32_t sum = 0;
	for (int i = 0; i < comparison->count; i++)
		sum += comparison->lines[i].weight;
	return sum;
}

#endif
