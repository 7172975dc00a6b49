/*
 * test_agreement.c - the coefficients against published tables, to four decimals where the table gives the data (the papers print two or
 * three): Cohen 1968, Fleiss, Levin & Paik 2003 table 18.1, Fleiss 1971, Krippendorff 2011, Shrout & Fleiss 1979. Values beyond the printed
 * decimals were computed from the same tables in exact fractions.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <math.h>

#include "areas/assessment/agreement.h"

enum { MOST = 240 };
static void near_at(double value, double wanted, int line)
{
	if (!(fabs(value - wanted) < 0.00005))
		fail_msg("line %d: %.6f, not %.4f", line, value, wanted);
}
#define assert_near(value, wanted) near_at((value), (wanted), __LINE__)

/* Ratings of two raters from their table of counts. */
static struct rating_matrix from_table(int *ratings, const int *table, int categories)
{
	size_t subjects = 0;
	for (int a = 0; a < categories; a++)
		for (int b = 0; b < categories; b++)
			for (int i = 0; i < table[a * categories + b]; i++) {
				ratings[subjects * 2] = a;
				ratings[subjects * 2 + 1] = b;
				subjects++;
			}
	return (struct rating_matrix){ ratings, subjects, 2, categories };
}

static void cohen(void **state)
{
	(void)state;
	int ratings[MOST * 2];
	/* Cohen 1968, table 1: 200 patients, three diagnoses; kappa .492, weighted by his own weights .348. */
	static const int DIAGNOSES[] = { 88, 10, 2, 14, 40, 6, 18, 10, 12 };
	static const double WEIGHTS[] = { 0, 1, 3, 1, 0, 6, 3, 6, 0 };
	struct rating_matrix matrix = from_table(ratings, DIAGNOSES, 3);
	assert_int_equal(agreement_pairs(&matrix), 200);
	assert_near(kappa_cohen(&matrix, WEIGHTS_PLAIN), 0.4915);
	assert_near(kappa_weighted(&matrix, WEIGHTS), 0.3478);
	assert_near(kappa_cohen(&matrix, WEIGHTS_LINEAR), 0.4737);
	assert_near(kappa_cohen(&matrix, WEIGHTS_QUADRATIC), 0.4545);
	/* Fleiss, Levin & Paik 2003, table 18.1: kappa .68. */
	static const int RATERS[] = { 75, 1, 4, 5, 4, 1, 0, 0, 10 };
	matrix = from_table(ratings, RATERS, 3);
	assert_near(kappa_cohen(&matrix, WEIGHTS_PLAIN), 0.6765);
	assert_near(kappa_cohen(&matrix, WEIGHTS_LINEAR), 0.7222);
	assert_near(kappa_cohen(&matrix, WEIGHTS_QUADRATIC), 0.7553);
	/* With two categories all weights are the same. */
	static const int TWO[] = { 20, 5, 10, 15 };
	matrix = from_table(ratings, TWO, 2);
	assert_near(kappa_cohen(&matrix, WEIGHTS_PLAIN), 0.4);
	assert_near(kappa_cohen(&matrix, WEIGHTS_QUADRATIC), 0.4);
}

/* Counts by category of each subject into ratings. */
static struct rating_matrix from_counts(int *ratings, const int *counts, size_t subjects, int raters, int categories)
{
	for (size_t i = 0; i < subjects; i++) {
		int rater = 0;
		for (int c = 0; c < categories; c++)
			for (int j = 0; j < counts[i * (size_t)categories + (size_t)c]; j++)
				ratings[i * (size_t)raters + (size_t)rater++] = c;
		assert_int_equal(rater, raters);
	}
	return (struct rating_matrix){ ratings, subjects, (size_t)raters, categories };
}

static void fleiss(void **state)
{
	(void)state;
	int ratings[MOST];
	/* Fleiss 1971, table 1: 30 patients, 6 psychiatrists, 5 diagnoses; kappa .430. */
	static const int PATIENTS[] = { 0, 0, 0, 6, 0, 0, 3, 0, 0, 3, 0, 1, 4, 0, 1, 0, 0, 0, 0, 6, 0, 3, 0, 3, 0, 2, 0, 4, 0, 0, 0, 0, 4, 0, 2, 2, 0, 3, 1, 0,
		2, 0, 0, 4, 0, 0, 0, 0, 0, 6, 1, 0, 0, 5, 0, 1, 1, 0, 4, 0, 0, 3, 3, 0, 0, 1, 0, 0, 5, 0, 0, 2, 0, 3, 1, 0, 0, 5, 0, 1, 3, 0, 0, 1, 2,
		5, 1, 0, 0, 0, 0, 2, 0, 4, 0, 1, 0, 2, 0, 3, 0, 0, 0, 0, 6, 0, 1, 0, 5, 0, 0, 2, 0, 1, 3, 2, 0, 0, 4, 0, 1, 0, 0, 4, 1, 0, 5, 0, 1, 0,
		4, 0, 0, 0, 2, 0, 2, 0, 4, 0, 1, 0, 5, 0, 0, 0, 0, 0, 0, 6 };
	struct rating_matrix matrix = from_counts(ratings, PATIENTS, 30, 6, 5);
	assert_near(kappa_fleiss(&matrix), 0.4302);
	/* The worked example that textbooks share: 10 subjects, 14 raters, 5 categories; kappa .210. */
	static const int TEXTBOOK[] = { 0, 0, 0, 0, 14, 0, 2, 6, 4, 2, 0, 0, 3, 5, 6, 0, 3, 9, 2, 0, 2, 2, 8, 1, 1, 7, 7, 0, 0, 0, 3, 2, 6, 3, 0, 2, 5, 3, 2, 2,
		6, 5, 2, 1, 0, 0, 2, 2, 3, 7 };
	matrix = from_counts(ratings, TEXTBOOK, 10, 14, 5);
	assert_near(kappa_fleiss(&matrix), 0.2099);
}

#define M AGREEMENT_MISSING
static void krippendorff(void **state)
{
	(void)state;
	/* Krippendorff 2011, example C to E: four observers, twelve units, missing values; nominal .743, ordinal .815, interval .849. */
	static const int UNITS[] = { 0, 0, M, 0, 1, 1, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 0, 1, 2, 3, 3, 3, 3, 3, 0, 0, 1, 0, 1, 1, 1, 1, M, 4, 4, 4,
		M, M, 0, 0, M, 2, M, M };
	struct rating_matrix matrix = { UNITS, 12, 4, 5 };
	assert_near(alpha_krippendorff(&matrix, METRIC_NOMINAL), 0.7434);
	assert_near(alpha_krippendorff(&matrix, METRIC_ORDINAL), 0.8154);
	assert_near(alpha_krippendorff(&matrix, METRIC_INTERVAL), 0.8491);
	/* Krippendorff 2011, example A: two observers, ten units, binary; alpha .095. */
	static const int SECOND[] = { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 },
		FIRST[] = { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 };
	int pairs[20];
	for (size_t i = 0; i < 10; i++) {
		pairs[2 * i] = FIRST[i];
		pairs[2 * i + 1] = SECOND[i];
	}
	matrix = (struct rating_matrix){ pairs, 10, 2, 2 };
	assert_near(alpha_krippendorff(&matrix, METRIC_NOMINAL), 0.0952);
}

static void shrout_fleiss(void **state)
{
	(void)state;
	/* Shrout & Fleiss 1979, table 2 and 4: six targets, four judges; .17 .29 .71 and .44 .62 .91. */
	static const double TARGETS[] = { 9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7 };
	struct icc icc;
	assert_true(icc_shrout_fleiss(TARGETS, 6, 4, &icc));
	assert_near(icc.single[0], 0.1657);
	assert_near(icc.single[1], 0.2898);
	assert_near(icc.single[2], 0.7148);
	assert_near(icc.mean[0], 0.4428);
	assert_near(icc.mean[1], 0.6201);
	assert_near(icc.mean[2], 0.9093);
	/* The same judges as ranks: nothing but the scale has moved. */
	int ranks[24];
	for (int i = 0; i < 24; i++)
		ranks[i] = (int)TARGETS[i] - 1;
	struct arena *arena = arena_create();
	struct rating_matrix matrix = { ranks, 6, 4, 10 };
	assert_near(icc_of_ranks(arena, &matrix), 0.2898);
	arena_destroy(arena);
	assert_false(icc_shrout_fleiss(TARGETS, 1, 4, &icc));
}

static void what_cannot_be_had(void **state)
{
	static const int SAME[] = { 1, 1, 1, 1, 1, 1 }, HOLES[] = { 1, M, M, 2, M, M }, PERFECT[] = { 0, 0, 1, 1, 2, 2 };
	(void)state;
	struct arena *arena = arena_create();
	struct rating_matrix same = { SAME, 3, 2, 3 }, holes = { HOLES, 3, 2, 3 }, none = { SAME, 0, 2, 3 }, perfect = { PERFECT, 3, 2, 3 };
	const struct rating_matrix *const WITHOUT[] = { &same, &holes, &none };
	for (size_t i = 0; i < 3; i++) {
		assert_true(isnan(kappa_cohen(WITHOUT[i], WEIGHTS_LINEAR)));
		assert_true(isnan(kappa_fleiss(WITHOUT[i])));
		assert_true(isnan(alpha_krippendorff(WITHOUT[i], METRIC_ORDINAL)));
		assert_true(isnan(icc_of_ranks(arena, WITHOUT[i])));
	}
	assert_near(kappa_cohen(&perfect, WEIGHTS_QUADRATIC), 1);
	assert_near(alpha_krippendorff(&perfect, METRIC_ORDINAL), 1);
	assert_near(icc_of_ranks(arena, &perfect), 1);
	assert_int_equal(agreement_pairs(&holes), 0);
	arena_destroy(arena);
}

static void intervals_come_again(void **state)
{
	(void)state;
	int ratings[MOST * 2];
	static const int DIAGNOSES[] = { 88, 10, 2, 14, 40, 6, 18, 10, 12 };
	struct arena *arena = arena_create();
	struct rating_matrix matrix = from_table(ratings, DIAGNOSES, 3);
	double low, high, again_low, again_high, other_low, other_high;
	assert_true(agreement_interval(arena, &matrix, statistic_kappa, WEIGHTS_PLAIN, 2000, 1, &low, &high));
	assert_true(agreement_interval(arena, &matrix, statistic_kappa, WEIGHTS_PLAIN, 2000, 1, &again_low, &again_high));
	assert_true(agreement_interval(arena, &matrix, statistic_kappa, WEIGHTS_PLAIN, 2000, 2, &other_low, &other_high));
	assert_true(low == again_low && high == again_high);
	assert_false(low == other_low && high == other_high);
	/* Large-sample standard error of Fleiss, Cohen & Everitt 1969 for this table is .054: about .385 to .597. */
	assert_true(fabs(low - 0.385) < 0.02 && fabs(high - 0.597) < 0.02);
	struct rating_matrix none = { ratings, 0, 2, 3 };
	assert_false(agreement_interval(arena, &none, statistic_alpha, METRIC_ORDINAL, 100, 1, &low, &high));
	arena_destroy(arena);
}

/* T14: a small cell is left out, and when it stands alone another with it. */
static void small_numbers_are_left_out(void **state)
{
	static const struct { int64_t counts[4]; bool any, hidden[4]; } CASES[] = {
		{ { 10, 0, 7, 20 }, false, { false, false, false, false } }, { { 10, 3, 7, 20 }, true, { false, true, true, false } },
		{ { 4, 3, 7, 20 }, true, { true, true, false, false } }, { { 3, 0, 9, 9 }, true, { true, true, false, false } },
		{ { 5, 5, 5, 5 }, false, { false, false, false, false } }, { { 1, 2, 3, 4 }, true, { true, true, true, true } } };
	bool hidden[4];
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		assert_true(suppress_small(CASES[i].counts, 4, 5, hidden) == CASES[i].any);
		for (size_t j = 0; j < 4; j++)
			assert_true(hidden[j] == CASES[i].hidden[j]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cohen), cmocka_unit_test(fleiss), cmocka_unit_test(krippendorff), cmocka_unit_test(shrout_fleiss),
		cmocka_unit_test(what_cannot_be_had), cmocka_unit_test(intervals_come_again),
		cmocka_unit_test(small_numbers_are_left_out) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
