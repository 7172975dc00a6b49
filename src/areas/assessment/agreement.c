/* agreement.c - kappa, alpha, intraclass correlation and their intervals; every function names the paper that it follows. */
#include "areas/assessment/agreement.h"

#include <math.h>
#include <stdlib.h>

static int rating(const struct rating_matrix *matrix, size_t subject, size_t rater)
{
	int value = matrix->ratings[subject * matrix->raters + rater];
	return value >= 0 && value < matrix->categories ? value : AGREEMENT_MISSING;
}

size_t agreement_pairs(const struct rating_matrix *matrix)
{
	size_t count = 0;
	for (size_t i = 0; i < matrix->subjects && matrix->raters >= 2; i++)
		count += rating(matrix, i, 0) >= 0 && rating(matrix, i, 1) >= 0;
	return count;
}

/* ---- Cohen 1960, 1968 ---- */

double kappa_weighted(const struct rating_matrix *matrix, const double *weights)
{
	double first[AGREEMENT_CATEGORIES] = { 0 }, second[AGREEMENT_CATEGORIES] = { 0 }, observed = 0, expected = 0, n = 0;
	int k = matrix->categories;
	if (k < 1 || k > AGREEMENT_CATEGORIES || matrix->raters < 2)
		return NAN;
	for (size_t i = 0; i < matrix->subjects; i++) {
		int a = rating(matrix, i, 0), b = rating(matrix, i, 1);
		if (a < 0 || b < 0)
			continue;
		first[a]++;
		second[b]++;
		observed += weights[a * k + b];
		n++;
	}
	for (int a = 0; a < k; a++)
		for (int b = 0; b < k; b++)
			expected += n > 0 ? weights[a * k + b] * first[a] * second[b] / n : 0;
	return expected > 0 ? 1 - observed / expected : NAN;
}

double kappa_cohen(const struct rating_matrix *matrix, enum agreement_weights weights)
{
	double table[AGREEMENT_CATEGORIES * AGREEMENT_CATEGORIES];
	int k = matrix->categories;
	if (k < 1 || k > AGREEMENT_CATEGORIES)
		return NAN;
	for (int a = 0; a < k; a++)
		for (int b = 0; b < k; b++)
			table[a * k + b] = weights == WEIGHTS_PLAIN ? a != b : weights == WEIGHTS_LINEAR ? abs(a - b) : (double)((a - b) * (a - b));
	return kappa_weighted(matrix, table);
}

double statistic_kappa(const struct rating_matrix *matrix, int weights)
{
	return kappa_cohen(matrix, (enum agreement_weights)weights);
}

/* ---- Fleiss 1971 ---- */

/* Ratings of a subject by category; how many there are. */
static int counts_of(const struct rating_matrix *matrix, size_t subject, double *counts)
{
	int given = 0;
	for (int c = 0; c < matrix->categories; c++)
		counts[c] = 0;
	for (size_t r = 0; r < matrix->raters; r++) {
		int value = rating(matrix, subject, r);
		if (value < 0)
			continue;
		counts[value]++;
		given++;
	}
	return given;
}

double kappa_fleiss(const struct rating_matrix *matrix)
{
	double counts[AGREEMENT_CATEGORIES], totals[AGREEMENT_CATEGORIES] = { 0 }, agreement = 0, subjects = 0, raters = (double)matrix->raters, chance = 0;
	if (matrix->categories < 1 || matrix->categories > AGREEMENT_CATEGORIES || matrix->raters < 2)
		return NAN;
	for (size_t i = 0; i < matrix->subjects; i++) {
		double same = 0;
		if (counts_of(matrix, i, counts) != (int)matrix->raters)
			continue;
		for (int c = 0; c < matrix->categories; c++) {
			totals[c] += counts[c];
			same += counts[c] * (counts[c] - 1);
		}
		agreement += same / (raters * (raters - 1)); /* P_i, formula 2 */
		subjects++;
	}
	for (int c = 0; c < matrix->categories && subjects > 0; c++)
		chance += totals[c] / (subjects * raters) * (totals[c] / (subjects * raters)); /* formula 5 */
	return subjects > 0 && chance < 1 ? (agreement / subjects - chance) / (1 - chance) : NAN;
}

/* ---- Krippendorff 2011 ---- */

/* Square of the difference between two values: nominal, ordinal (by how often values lie between), interval. */
static double difference(const double *totals, int c, int k, enum agreement_metric metric)
{
	double between = 0;
	if (c == k)
		return 0;
	if (metric == METRIC_NOMINAL)
		return 1;
	if (metric == METRIC_INTERVAL)
		return (double)((c - k) * (c - k));
	for (int g = c < k ? c : k; g <= (c < k ? k : c); g++)
		between += totals[g];
	between -= (totals[c] + totals[k]) / 2;
	return between * between;
}

double alpha_krippendorff(const struct rating_matrix *matrix, enum agreement_metric metric)
{
	double coincidences[AGREEMENT_CATEGORIES][AGREEMENT_CATEGORIES] = { { 0 } }, totals[AGREEMENT_CATEGORIES] = { 0 }, counts[AGREEMENT_CATEGORIES];
	double n = 0, observed = 0, expected = 0;
	int k = matrix->categories;
	if (k < 1 || k > AGREEMENT_CATEGORIES)
		return NAN;
	for (size_t u = 0; u < matrix->subjects; u++) {
		int given = counts_of(matrix, u, counts);
		for (int a = 0; a < k && given >= 2; a++)
			for (int b = 0; b < k; b++)
				coincidences[a][b] += counts[a] * (a == b ? counts[b] - 1 : counts[b]) / (given - 1);
	}
	for (int a = 0; a < k; a++)
		for (int b = 0; b < k; b++)
			totals[a] += coincidences[a][b];
	for (int a = 0; a < k; a++)
		n += totals[a];
	for (int a = 0; a < k; a++)
		for (int b = 0; b < k; b++) {
			double square = difference(totals, a, b, metric);
			observed += coincidences[a][b] * square;
			expected += totals[a] * totals[b] * square;
		}
	return expected > 0 ? 1 - (n - 1) * observed / expected : NAN;
}

double statistic_alpha(const struct rating_matrix *matrix, int metric)
{
	return alpha_krippendorff(matrix, (enum agreement_metric)metric);
}

/* ---- Shrout & Fleiss 1979 ---- */

/* Mean squares of the two-way table: between subjects, within subjects, between raters, residual (their table 1). */
struct mean_squares { double between, within, raters, residual; };

static struct mean_squares mean_squares_of(const double *values, size_t subjects, size_t raters)
{
	double n = (double)subjects, k = (double)raters, grand = 0, rows = 0, columns = 0, total = 0;
	for (size_t i = 0; i < subjects * raters; i++)
		grand += values[i] / (n * k);
	for (size_t i = 0; i < subjects; i++) {
		double mean = 0;
		for (size_t j = 0; j < raters; j++) {
			mean += values[i * raters + j] / k;
			total += (values[i * raters + j] - grand) * (values[i * raters + j] - grand);
		}
		rows += k * (mean - grand) * (mean - grand);
	}
	for (size_t j = 0; j < raters; j++) {
		double mean = 0;
		for (size_t i = 0; i < subjects; i++)
			mean += values[i * raters + j] / n;
		columns += n * (mean - grand) * (mean - grand);
	}
	return (struct mean_squares){ rows / (n - 1), (total - rows) / (n * (k - 1)), columns / (k - 1), (total - rows - columns) / ((n - 1) * (k - 1)) };
}

bool icc_shrout_fleiss(const double *values, size_t subjects, size_t raters, struct icc *out)
{
	if (subjects < 2 || raters < 2)
		return false;
	double n = (double)subjects, k = (double)raters;
	struct mean_squares ms = mean_squares_of(values, subjects, raters);
	if (!(ms.between + ms.within > 1e-12)) /* nothing varies; the rest is rounding */
		return false;
	out->single[0] = (ms.between - ms.within) / (ms.between + (k - 1) * ms.within);
	out->single[1] = (ms.between - ms.residual) / (ms.between + (k - 1) * ms.residual + k * (ms.raters - ms.residual) / n);
	out->single[2] = (ms.between - ms.residual) / (ms.between + (k - 1) * ms.residual);
	out->mean[0] = (ms.between - ms.within) / ms.between;
	out->mean[1] = (ms.between - ms.residual) / (ms.between + (ms.raters - ms.residual) / n);
	out->mean[2] = (ms.between - ms.residual) / ms.between;
	return true;
}

double icc_of_ranks(struct arena *arena, const struct rating_matrix *matrix)
{
	double *values = ARENA_ARRAY(arena, double, matrix->subjects * matrix->raters + 1);
	size_t subjects = 0;
	struct icc icc;
	for (size_t i = 0; i < matrix->subjects; i++) {
		bool whole = true;
		for (size_t j = 0; j < matrix->raters; j++) {
			int value = rating(matrix, i, j);
			whole = whole && value >= 0;
			values[subjects * matrix->raters + j] = value;
		}
		subjects += whole;
	}
	return icc_shrout_fleiss(values, subjects, matrix->raters, &icc) ? icc.single[1] : NAN;
}

/* ---- bootstrap ---- */

/* splitmix64: small, and the same everywhere. */
static uint64_t next_random(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;
	return a < b ? -1 : a > b;
}

bool agreement_interval(struct arena *arena, const struct rating_matrix *matrix, double (*statistic)(const struct rating_matrix *, int),
	int option, size_t samples, uint64_t seed, double *out_low, double *out_high)
{
	int *drawn = ARENA_ARRAY(arena, int, matrix->subjects * matrix->raters + 1);
	double *found = ARENA_ARRAY(arena, double, samples + 1);
	size_t count = 0;
	for (size_t s = 0; s < samples && matrix->subjects > 0; s++) {
		for (size_t i = 0; i < matrix->subjects; i++) {
			size_t from = (size_t)(next_random(&seed) % matrix->subjects);
			for (size_t j = 0; j < matrix->raters; j++)
				drawn[i * matrix->raters + j] = matrix->ratings[from * matrix->raters + j];
		}
		struct rating_matrix sample = { drawn, matrix->subjects, matrix->raters, matrix->categories };
		double value = statistic(&sample, option);
		if (!isnan(value))
			found[count++] = value;
	}
	if (count * 2 < samples || count == 0)
		return false;
	qsort(found, count, sizeof *found, compare);
	*out_low = found[(size_t)((double)(count - 1) * 0.025)];
	*out_high = found[(size_t)ceil((double)(count - 1) * 0.975)];
	return true;
}

/* ---- small numbers ---- */

bool suppress_small(const int64_t *counts, size_t count, int64_t least, bool *out_hidden)
{
	size_t hidden = 0, next = SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		out_hidden[i] = counts[i] > 0 && counts[i] < least;
		hidden += out_hidden[i];
	}
	for (size_t i = 0; hidden == 1 && i < count; i++)
		if (!out_hidden[i] && (next == SIZE_MAX || counts[i] < counts[next]))
			next = i;
	if (next != SIZE_MAX)
		out_hidden[next] = true;
	return hidden > 0;
}
