/*
 * pages_agreement.c - how far raters agree, by factor, domain, place and time: figures about instruments and training, never about a person.
 * Too few pairs give no figure. Figures of single raters are for the training officer, headquarters, and the rater; there is no league table.
 */
#include "areas/assessment/pages_common.h"

#include <math.h>

#include "areas/assessment/agreement.h"
#include "format/csv.h"

#define SEES_RATERS (ROLE(TRAINING) | ROLE(HEADQUARTERS))
enum { SAMPLES = 500, SEED = 1, LINES = 200 };

/* One line of a table: what it is of, and its pairs of ratings as ranks. */
struct line { struct text title, code; int *pairs; size_t count; };
enum { FIGURE_PLAIN, FIGURE_LINEAR, FIGURE_QUADRATIC, FIGURE_FLEISS, FIGURE_ALPHA_NOMINAL, FIGURE_ALPHA_ORDINAL, FIGURE_ICC, FIGURE_LOW, FIGURE_HIGH, FIGURES };
static const char *const FIGURE_NAMES[FIGURES] = { N_("Kappa"), N_("Kappa, linear weights"), N_("Kappa, quadratic weights"), N_("Fleiss' kappa"),
	N_("Alpha, nominal"), N_("Alpha, ordinal"), N_("ICC(2,1)"), N_("95 % from"), N_("95 % to") };

struct study {
	struct page *page;
	const struct row *row;
	struct instrument instrument;
	struct store_result result;
	struct line lines[LINES];
	size_t count;
	int64_t least, calibrate;
};

/* ---- from rows to lines ---- */

/* Rank of a rating or level; what has no place in the order is missing. */
static int rank_of(const struct study *study, struct text item, struct text code)
{
	const struct instrument *instrument = &study->instrument;
	return instrument_factor(instrument, item) ? labelled_rank(instrument->labels, instrument->label_count, code) :
		labelled_rank(instrument->levels, instrument->level_count, code);
}

static struct text cell(const struct study *study, size_t row, int column)
{
	struct value value = store_cell(&study->result, row, (size_t)column);
	return value.kind == VALUE_TEXT ? value.text : text_empty();
}

/* The line of a code, made when it is new; NULL when there are too many. */
static struct line *line_of(struct study *study, struct text code, struct text title)
{
	for (size_t i = 0; i < study->count; i++)
		if (text_equal(study->lines[i].code, code))
			return &study->lines[i];
	if (study->count == LINES)
		return NULL;
	study->lines[study->count] = (struct line){ .code = code, .title = title, .pairs = ARENA_ARRAY(study->page->arena, int, 2 * study->result.rows + 2) };
	return &study->lines[study->count++];
}

static void add(struct study *study, struct line *line, size_t row)
{
	if (!line)
		return;
	struct text item = cell(study, row, DOUBLE_ITEM);
	line->pairs[2 * line->count] = rank_of(study, item, cell(study, row, DOUBLE_FIRST));
	line->pairs[2 * line->count + 1] = rank_of(study, item, cell(study, row, DOUBLE_SECOND));
	line->count++;
}

static void group_factors(struct study *study)
{
	struct page *page = study->page;
	study->count = 0;
	for (size_t i = 0; i < study->instrument.factor_count; i++)
		line_of(study, study->instrument.factors[i].code, instrument_words(page, &study->instrument.factors[i].title));
	for (size_t i = 0; i < study->result.rows; i++)
		if (instrument_factor(&study->instrument, cell(study, i, DOUBLE_ITEM)))
			add(study, line_of(study, cell(study, i, DOUBLE_ITEM), text_empty()), i);
}

static void group_domains(struct study *study)
{
	study->count = 0;
	for (size_t i = 0; i < study->instrument.domain_count; i++)
		line_of(study, study->instrument.domains[i].code, instrument_words(study->page, &study->instrument.domains[i].title));
	for (size_t i = 0; i < study->result.rows; i++)
		if (instrument_factor(&study->instrument, cell(study, i, DOUBLE_ITEM)))
			add(study, line_of(study, cell(study, i, DOUBLE_DOMAIN), text_empty()), i);
}

static void group_outcomes(struct study *study)
{
	study->count = 0;
	for (size_t i = 0; i < study->instrument.outcome_count; i++)
		line_of(study, study->instrument.outcomes[i].code, instrument_words(study->page, &study->instrument.outcomes[i].words));
	for (size_t i = 0; i < study->result.rows; i++)
		if (!instrument_factor(&study->instrument, cell(study, i, DOUBLE_ITEM)))
			add(study, line_of(study, cell(study, i, DOUBLE_ITEM), text_empty()), i);
}

/* Drift: all factors of a place (or of a rater) in a half-year. key: DOUBLE_FACILITY, DOUBLE_FIRST_RATER or DOUBLE_SECOND_RATER. */
static void add_drift(struct study *study, int key, size_t i)
{
	struct page *page = study->page;
	struct text of = cell(study, i, key);
	struct date date = moment_date(store_cell(&study->result, i, DOUBLE_AT).integer);
	if (key != DOUBLE_FACILITY && !actor_has_role(page->actor, SEES_RATERS) && !text_equal(of, page->actor->id))
		return;
	int field = key == DOUBLE_FACILITY ? ASSESSMENT_FACILITY : ASSESSMENT_ASSESSOR;
	struct text name = page_value(page, &RECORD_ASSESSMENT.fields[field], value_text(of));
	struct text code = arena_format(page->arena, "%.*s-%d-%d", TEXT_FORMAT(of), (int)date.year, date.month > 6);
	add(study, line_of(study, code, page_message_with(page, date.month > 6 ? N_("{name}, second half of {year}") : N_("{name}, first half of {year}"), "name", name,
		"year", arena_format(page->arena, "%d", (int)date.year), NULL)), i);
}

static void group_drift(struct study *study, bool raters)
{
	study->count = 0;
	for (size_t i = 0; i < study->result.rows; i++) {
		if (!instrument_factor(&study->instrument, cell(study, i, DOUBLE_ITEM)))
			continue;
		add_drift(study, raters ? DOUBLE_FIRST_RATER : DOUBLE_FACILITY, i);
		if (raters)
			add_drift(study, DOUBLE_SECOND_RATER, i);
	}
}

/* ---- figures ---- */

static size_t figures_of(struct study *study, const struct line *line, double *out)
{
	size_t labels = study->instrument.label_count, levels = study->instrument.level_count;
	struct rating_matrix matrix = { line->pairs, line->count, 2, (int)(labels > levels ? labels : levels) };
	struct arena *arena = study->page->arena;
	size_t pairs = agreement_pairs(&matrix);
	for (int i = 0; i < FIGURES; i++)
		out[i] = NAN;
	if (pairs < (size_t)study->least)
		return pairs;
	out[FIGURE_PLAIN] = kappa_cohen(&matrix, WEIGHTS_PLAIN);
	out[FIGURE_LINEAR] = kappa_cohen(&matrix, WEIGHTS_LINEAR);
	out[FIGURE_QUADRATIC] = kappa_cohen(&matrix, WEIGHTS_QUADRATIC);
	out[FIGURE_FLEISS] = kappa_fleiss(&matrix);
	out[FIGURE_ALPHA_NOMINAL] = alpha_krippendorff(&matrix, METRIC_NOMINAL);
	out[FIGURE_ALPHA_ORDINAL] = alpha_krippendorff(&matrix, METRIC_ORDINAL);
	out[FIGURE_ICC] = icc_of_ranks(arena, &matrix);
	if (!agreement_interval(arena, &matrix, statistic_kappa, WEIGHTS_LINEAR, SAMPLES, SEED, &out[FIGURE_LOW], &out[FIGURE_HIGH]))
		out[FIGURE_LOW] = out[FIGURE_HIGH] = NAN;
	return pairs;
}

static struct text figure_words(struct page *page, double figure)
{
	return isnan(figure) ? T(page, N_("none")) : format_decimal(page->language, page->arena, (int64_t)llround(figure * 1000), 3);
}

static void write_line(struct study *study, const struct line *line)
{
	struct page *page = study->page;
	double figures[FIGURES];
	size_t pairs = figures_of(study, line, figures);
	bool few = pairs < (size_t)study->least;
	widget_table_row(page);
	widget_table_cell(page, line->title);
	widget_table_cell(page, few ? page_message_with(page, N_("fewer than {least}"), "least", arena_format(page->arena, "%lld", (long long)study->least), NULL) :
		format_integer(page->language, page->arena, (int64_t)pairs));
	for (int i = 0; i < FIGURES; i++)
		widget_table_cell(page, few ? text_empty() : figure_words(page, figures[i]));
}

/* Whether any line has pairs enough. */
static bool has_figures(struct study *study)
{
	for (size_t i = 0; i < study->count; i++) {
		struct rating_matrix matrix = { study->lines[i].pairs, study->lines[i].count, 2, AGREEMENT_CATEGORIES };
		if (agreement_pairs(&matrix) >= (size_t)study->least)
			return true;
	}
	return false;
}

static void write_table(struct study *study, const char *caption)
{
	static const char *headings[FIGURES + 3] = { N_("Of what"), N_("Pairs") };
	const char **copy = ARENA_ARRAY(study->page->arena, const char *, FIGURES + 3);
	if (!has_figures(study))
		return;
	copy[0] = headings[0];
	copy[1] = headings[1];
	for (int i = 0; i < FIGURES; i++)
		copy[i + 2] = FIGURE_NAMES[i];
	copy[FIGURES + 2] = NULL;
	widget_table_begin(study->page, page_message(study->page, caption), copy);
	for (size_t i = 0; i < study->count; i++)
		write_line(study, &study->lines[i]);
	widget_table_end(study->page);
}

/* ---- chart ---- */

static void svg_text(struct html *h, int64_t x, int64_t y, struct text words)
{
	html_begin_class(h, "text", "custos-chart__text");
	html_attribute_integer(h, "x", x);
	html_attribute_integer(h, "y", y);
	html_text(h, words);
	html_end(h);
}

/* Bars of the linear kappa of each factor, and the line below which raters sit down together. The table beside it says the same. */
static void write_chart(struct study *study)
{
	enum { LEFT = 90, WIDTH = 400, STEP = 26 };
	struct page *page = study->page;
	struct html *h = &page->html;
	struct text title = T(page, N_("Kappa with linear weights by factor"));
	html_begin_class(h, "figure", "custos-figure");
	html_element(h, "figcaption", "custos-figure__title", title);
	html_begin_class(h, "svg", "custos-chart");
	html_attribute(h, "viewBox", arena_format(page->arena, "0 0 560 %zu", study->count * STEP + 8));
	html_attribute_string(h, "role", "img");
	html_attribute_string(h, "aria-labelledby", "agreement-title agreement-desc");
	html_begin(h, "title");
	html_attribute_string(h, "id", "agreement-title");
	html_text(h, title);
	html_end(h);
	html_begin(h, "desc");
	html_attribute_string(h, "id", "agreement-desc");
	html_text(h, page_message_with(page, N_("The line stands at {limit}: factors below it are for calibration. The table says the same in figures."), "limit",
		format_decimal(page->language, page->arena, study->calibrate, 2), NULL));
	html_end(h);
	for (size_t i = 0; i < study->count; i++) {
		double figures[FIGURES];
		int64_t y = (int64_t)i * STEP + 4;
		figures_of(study, &study->lines[i], figures);
		double kappa = isnan(figures[FIGURE_LINEAR]) ? 0 : figures[FIGURE_LINEAR];
		svg_text(h, 0, y + 15, study->lines[i].code);
		html_begin_class(h, "rect", kappa * 100 < (double)study->calibrate ? "custos-chart__bar custos-chart__bar--over" : "custos-chart__bar");
		html_attribute_integer(h, "x", LEFT);
		html_attribute_integer(h, "y", y);
		html_attribute_integer(h, "width", kappa > 0 ? llround(kappa * WIDTH) : 0);
		html_attribute_integer(h, "height", STEP - 6);
		html_end(h);
		svg_text(h, LEFT + (kappa > 0 ? llround(kappa * WIDTH) : 0) + 6, y + 15, figure_words(page, figures[FIGURE_LINEAR]));
	}
	html_begin_class(h, "path", "custos-chart__axis");
	html_attribute(h, "d", arena_format(page->arena, "M%lld 0v%zu", (long long)(LEFT + study->calibrate * WIDTH / 100), study->count * STEP + 8));
	html_end(h);
	html_end(h);
	html_end(h);
}

/* ---- file ---- */

static void csv_figure(struct csv_writer *csv, struct study *study, double figure)
{
	csv_cell(csv, isnan(figure) ? text_empty() : arena_format(study->page->arena, "%.4f", figure));
}

static void csv_group(struct csv_writer *csv, struct study *study, const char *group)
{
	for (size_t i = 0; i < study->count; i++) {
		double figures[FIGURES];
		size_t pairs = figures_of(study, &study->lines[i], figures);
		csv_cell_string(csv, group);
		csv_cell(csv, study->lines[i].title);
		csv_cell(csv, pairs < (size_t)study->least ? text_empty() : arena_format(study->page->arena, "%zu", pairs));
		for (int j = 0; j < FIGURES; j++)
			csv_figure(csv, study, figures[j]);
		csv_record_end(csv);
	}
}

static void answer_file(struct study *study)
{
	static const char *const NAMES[] = { "group", "of", "pairs", "kappa", "kappa_linear", "kappa_quadratic", "fleiss", "alpha_nominal", "alpha_ordinal", "icc_2_1",
		"kappa_linear_low", "kappa_linear_high" };
	struct csv_writer csv;
	csv_writer_begin(&csv, study->page->arena, ',', false);
	csv_mark(&csv);
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
		csv_cell_string(&csv, NAMES[i]);
	csv_record_end(&csv);
	group_domains(study);
	csv_group(&csv, study, "domain");
	group_factors(study);
	csv_group(&csv, study, "factor");
	group_outcomes(study);
	csv_group(&csv, study, "outcome");
	group_drift(study, false);
	csv_group(&csv, study, "facility");
	page_file(study->page, "text/csv; charset=utf-8", csv_take(&csv), TEXT_OF("agreement.csv"));
}

/* ---- page ---- */

void page_agreement(struct page *page)
{
	struct study *study = ARENA_NEW(page->arena, struct study);
	struct rows rows;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	*study = (struct study){ .page = page, .least = page_parameter(page, NULL, "agreement.min_pairs", 20),
		.calibrate = page_parameter(page, NULL, "agreement.calibrate_percent", 60) };
	if (!study_open(page, N_("Agreement of raters"), "/agreement", &rows, &study->row, &study->instrument))
		return;
	if (!report_double_ratings(page->query, study->row->id, study_scope(page), &study->result, &errors)) {
		page_fail(page, &errors);
		return;
	}
	if (text_equal_string(page_query(page, "format"), "csv")) {
		answer_file(study);
		return;
	}
	page_begin(page, T(page, N_("Agreement of raters")));
	write_instrument_tabs(page, &rows, study->row, "/agreement");
	widget_paragraph(page, T(page, N_("How far two raters who did not see each other came to the same rating. It tells where guidance and training are weak; it says nothing about any person.")));
	write_quiet(page, page_message_with(page, N_("Figures need {least} pairs ({source}). Intervals: 500 resamples of the pairs, always the same ones."), "least",
		arena_format(page->arena, "%lld", (long long)study->least), "source", page_parameter_source(page, "agreement.min_pairs"), NULL));
	actions_begin(page);
	widget_button_link(page, arena_format(page->arena, "/agreement?instrument=%.*s&format=csv", TEXT_FORMAT(study->row->id)), T(page, N_("Download as CSV")), true);
	widget_button_link(page, arena_format(page->arena, "/disparity?instrument=%.*s", TEXT_FORMAT(study->row->id)), T(page, N_("Judgements by group")), true);
	actions_end(page);
	group_domains(study);
	write_table(study, N_("By domain"));
	group_factors(study);
	if (has_figures(study))
		write_chart(study);
	else
		widget_paragraph(page, T(page, N_("There are too few pairs for figures by factor yet.")));
	write_table(study, N_("By factor"));
	group_outcomes(study);
	write_table(study, N_("By outcome"));
	group_drift(study, false);
	write_table(study, N_("By facility and half-year"));
	group_drift(study, true);
	write_table(study, N_("By rater and half-year, in order of time"));
	page_end(page);
}
