/*
 * agreement.h - how far raters agree: chance-corrected coefficients over categories with an order, pure and without any noun.
 *
 * Ratings are small whole numbers 0..categories-1; AGREEMENT_MISSING is a rating that was not given (unknown, not applicable). A matrix
 * has a row per subject and a column per rater. A coefficient that the data cannot give (too few ratings, no variation at all) is NAN.
 * These figures describe instruments and the training of raters. They say nothing about any person.
 *
 * Sources: Cohen 1960 (Educational and Psychological Measurement 20); Cohen 1968 (Psychological Bulletin 70); Fleiss 1971
 * (Psychological Bulletin 76); Krippendorff 2011 (Computing Krippendorff's Alpha-Reliability); Shrout & Fleiss 1979 (Psychological
 * Bulletin 86); Efron & Tibshirani 1993 (An Introduction to the Bootstrap, percentile interval).
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_AGREEMENT_H
#define CUSTOS_AREAS_ASSESSMENT_AGREEMENT_H

#include "base/arena.h"

enum { AGREEMENT_MISSING = -1, AGREEMENT_CATEGORIES = 12 };
enum agreement_weights { WEIGHTS_PLAIN, WEIGHTS_LINEAR, WEIGHTS_QUADRATIC };
enum agreement_metric { METRIC_NOMINAL, METRIC_ORDINAL, METRIC_INTERVAL };

struct rating_matrix { const int *ratings; size_t subjects, raters; int categories; };

/*
 * Weighted kappa of two raters (columns 0 and 1), Cohen 1968: 1 - sum(v o) / sum(v e), with disagreement weights v. Subjects that one
 * of them did not rate are left out. Plain: v = 1 off the diagonal, which is Cohen 1960.
 */
double kappa_cohen(const struct rating_matrix *matrix, enum agreement_weights weights);
/* The same with weights of one's own: categories x categories, 0 on the diagonal. */
double kappa_weighted(const struct rating_matrix *matrix, const double *weights);
/* Fleiss 1971, formulas 1 to 7. Every subject must have the same number of ratings; subjects with a missing one are left out. */
double kappa_fleiss(const struct rating_matrix *matrix);
/* Krippendorff 2011, section C and E: any number of raters, values may be missing; units with fewer than two are left out. */
double alpha_krippendorff(const struct rating_matrix *matrix, enum agreement_metric metric);

/* Shrout & Fleiss 1979: one-way random, two-way random, two-way mixed; of a single rater and of the mean of all. */
struct icc { double single[3], mean[3]; };
/* values: subjects x raters, none missing. False when there are fewer than two of either, or no variation. */
bool icc_shrout_fleiss(const double *values, size_t subjects, size_t raters, struct icc *out);
/* ICC(2,1) of ranks; subjects with a missing rating are left out; NAN when it cannot be had. */
double icc_of_ranks(struct arena *arena, const struct rating_matrix *matrix);

/* Percentile interval of 95 % from resampled subjects; the same seed gives the same interval. False when fewer than half gave a value. */
bool agreement_interval(struct arena *arena, const struct rating_matrix *matrix, double (*statistic)(const struct rating_matrix *, int),
	int option, size_t samples, uint64_t seed, double *out_low, double *out_high);
/* kappa_cohen and alpha_krippendorff in the form of agreement_statistic. */
double statistic_kappa(const struct rating_matrix *matrix, int weights);
double statistic_alpha(const struct rating_matrix *matrix, int metric);
/* Subjects that both raters (columns 0 and 1) rated. */
size_t agreement_pairs(const struct rating_matrix *matrix);

/* ---- small numbers ---- */
/*
 * Marks which cells of a row of counts may not be shown: those below `least` but above 0, and, when that is one alone, the next smallest,
 * because the total would give it away (safeguard T14). True when any is marked.
 */
bool suppress_small(const int64_t *counts, size_t count, int64_t least, bool *out_hidden);

#endif
