/* pages_disparity.c - judgements by group of people, with small numbers left out; and what the two pages of figures share. */
#include "areas/assessment/pages_common.h"

#include "areas/assessment/agreement.h"

/* Double ratings with an instrument; 0 when they cannot be read. */
static size_t ratings_of(struct page *page, struct text instrument)
{
	struct store_result result;
	struct error_list ignored; /* only which tab comes first hangs on it */
	error_list_begin(&ignored, page->arena);
	return report_double_ratings(page->query, instrument, study_scope(page), &result, &ignored) ? result.rows : 0;
}

/* The instrument asked for, else the one in force that has most double ratings. False: answered. */
static bool choose(struct page *page, struct rows *out_rows, const struct row **out_row, struct instrument *out)
{
	struct error_list ignored; /* what was loaded could be read then */
	error_list_begin(&ignored, page->arena);
	*out_row = NULL;
	size_t most = 0;
	if (!rows_where(page, &RECORD_INSTRUMENT, NULL, 0, INSTRUMENT_TITLE, false, out_rows))
		return false;
	for (size_t i = 0; i < out_rows->count; i++) {
		const struct row *row = out_rows->items[i];
		struct instrument read;
		if (!instrument_read(page->arena, row_text(row, INSTRUMENT_DEFINITION), TEXT_OF("instrument"), &read, &ignored))
			continue;
		bool asked = text_equal(row->id, page_query(page, "instrument")), fits = !text_equal_string(read.second_rating, "never") && row_is(row, INSTRUMENT_STATE, "in_force");
		size_t ratings = fits && !asked ? ratings_of(page, row->id) : 0;
		if (asked || (fits && (!*out_row || ratings > most))) {
			*out_row = row;
			*out = read;
			most = ratings;
		}
		if (asked)
			break;
	}
	return true;
}

void write_instrument_tabs(struct page *page, const struct rows *rows, const struct row *chosen, const char *path)
{
	struct html *h = &page->html;
	html_begin_class(h, "nav", "custos-tabs");
	html_attribute(h, "aria-label", T(page, N_("Instruments")));
	html_begin_class(h, "ul", "custos-tabs__list");
	for (size_t i = 0; i < rows->count; i++) {
		html_begin(h, "li");
		html_begin_class(h, "a", "custos-tabs__link");
		html_attribute(h, "href", arena_format(page->arena, "%s?instrument=%.*s", path, TEXT_FORMAT(rows->items[i]->id)));
		if (rows->items[i] == chosen)
			html_attribute_string(h, "aria-current", "page");
		html_text(h, page_title(page, rows->items[i]));
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

/* Reads instrument and rows for both pages; false: answered, or nothing to show (then the page is written). */
bool study_open(struct page *page, const char *heading, const char *path, struct rows *out_rows, const struct row **out_row, struct instrument *out)
{
	page->section = "assessments";
	page->wide = true;
	page->back = TEXT_OF("/instruments");
	page->back_label = T(page, N_("Instruments"));
	if (!choose(page, out_rows, out_row, out))
		return false;
	if (*out_row)
		return true;
	page_begin(page, page_message(page, heading));
	write_instrument_tabs(page, out_rows, NULL, path);
	widget_empty(page, N_("No instrument in force is rated by two people yet."), N_("Read the instruments"), TEXT_OF("/instruments"));
	page_end(page);
	return false;
}

/* The whole service for who sees all of it, else the facility where one works. */
struct text study_scope(struct page *page)
{
	return page->actor->all_facilities ? page_query(page, "facility") : page->actor->facility;
}

/* ---- judgements by group ---- */

enum { GROUPS = 60 };
struct group { struct text name; int64_t counts[INSTRUMENT_LABELS + 1], total; };
struct groups { struct group items[GROUPS]; size_t count; };

static void count_in(struct groups *groups, struct text name, size_t level)
{
	size_t i = 0;
	while (i < groups->count && !text_equal(groups->items[i].name, name))
		i++;
	if (i == groups->count && groups->count < GROUPS)
		groups->items[groups->count++] = (struct group){ .name = name };
	if (i < groups->count) {
		groups->items[i].counts[level]++;
		groups->items[i].total++;
	}
}

static struct text age_band(struct page *page, struct text birth, struct date today)
{
	struct date date = { 0 };
	int age = date_parse_partial(birth, &date) ? (int)(today.year - date.year) : -1;
	return age < 0 ? T(page, N_("Not known")) : age < 21 ? T(page, N_("under 21")) : age < 30 ? T(page, N_("21 to 29")) : age < 45 ? T(page, N_("30 to 44")) :
		T(page, N_("45 and more"));
}

static struct text group_of(struct page *page, const struct store_result *result, size_t row, int column, struct date today)
{
	struct value value = store_cell(result, row, (size_t)column);
	struct text text = value.kind == VALUE_TEXT ? value.text : text_empty();
	if (column == JUDGED_BIRTH)
		return age_band(page, text, today);
	if (text_is_empty(text) || text_equal_string(text, "?"))
		return T(page, N_("Not known"));
	return column == JUDGED_SEX ? choice_label(page, &RECORD_PERSON, PERSON_SEX, text) : text;
}

static void write_groups(struct page *page, const struct instrument *instrument, const struct groups *groups, const char *caption, int64_t least)
{
	size_t levels = instrument->level_count;
	const char **headings = ARENA_ARRAY(page->arena, const char *, levels + 4);
	headings[0] = N_("Group");
	for (size_t i = 0; i < levels; i++)
		headings[i + 1] = arena_string(page->arena, instrument_words(page, &instrument->levels[i].words));
	headings[levels + 1] = N_("Unknown");
	headings[levels + 2] = N_("All");
	headings[levels + 3] = NULL;
	widget_table_begin(page, page_message(page, caption), headings);
	for (size_t i = 0; i < groups->count; i++) {
		const struct group *group = &groups->items[i];
		bool hidden[INSTRUMENT_LABELS + 1];
		bool few = group->total < least;
		suppress_small(group->counts, levels + 1, least, hidden);
		widget_table_row(page);
		widget_table_cell(page, group->name);
		for (size_t j = 0; j <= levels; j++)
			widget_table_cell(page, few || hidden[j] ? T(page, N_("too few to show")) : page_message_with(page, N_("{count} ({percent} %)"), "count",
				format_integer(page->language, page->arena, group->counts[j]), "percent",
				format_integer(page->language, page->arena, (group->counts[j] * 100 + group->total / 2) / group->total), NULL));
		widget_table_cell(page, few ? T(page, N_("too few to show")) : format_integer(page->language, page->arena, group->total));
	}
	widget_table_end(page);
}

static void write_outcome(struct page *page, const struct instrument *instrument, const struct labelled *outcome, const struct store_result *result, int64_t least)
{
	static const struct { int column; const char *caption; } BY[] = { { JUDGED_SEX, N_("By sex") }, { JUDGED_BIRTH, N_("By age") },
		{ JUDGED_NATIONALITIES, N_("By nationality") }, { JUDGED_REGION, N_("By region of home") } };
	struct date today = page_today(page, page->actor->facility);
	widget_heading(page, 2, instrument_words(page, &outcome->words));
	for (size_t b = 0; b < sizeof BY / sizeof *BY; b++) {
		struct groups *groups = ARENA_NEW(page->arena, struct groups);
		groups->count = 0;
		for (size_t i = 0; i < result->rows; i++) {
			struct value judged = store_cell(result, i, JUDGED_OUTCOME), level = store_cell(result, i, JUDGED_LEVEL);
			int rank = labelled_rank(instrument->levels, instrument->level_count, level.text);
			if (text_equal(judged.text, outcome->code))
				count_in(groups, group_of(page, result, i, BY[b].column, today), rank < 0 ? instrument->level_count : (size_t)rank);
		}
		if (groups->count)
			write_groups(page, instrument, groups, BY[b].caption, least);
	}
}

void page_disparity(struct page *page)
{
	const struct row *row;
	struct instrument instrument;
	struct store_result result;
	struct rows rows;
	struct error_list errors;
	int64_t least = page_parameter(page, NULL, "report.min_cell", 5);
	error_list_begin(&errors, page->arena);
	if (!study_open(page, N_("Judgements by group"), "/disparity", &rows, &row, &instrument))
		return;
	if (!report_judgements(page->query, row->id, study_scope(page), &result, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page_begin(page, T(page, N_("Judgements by group")));
	write_instrument_tabs(page, &rows, row, "/disparity");
	widget_paragraph(page, T(page, N_("Whether people of one group are judged otherwise than others. A difference is a question to raters and instrument, never a finding about a group: none of these groups is an input to any rating.")));
	write_quiet(page, page_message_with(page, N_("Fewer than {least} are not shown ({source}); where one cell alone would be left out, a second is."), "least",
		arena_format(page->arena, "%lld", (long long)least), "source", page_parameter_source(page, "report.min_cell"), NULL));
	if (result.rows == 0)
		widget_empty(page, N_("No judgement with this instrument is final yet."), N_("Assessments"), TEXT_OF("/assessments"));
	for (size_t i = 0; i < instrument.outcome_count && result.rows; i++)
		write_outcome(page, &instrument, &instrument.outcomes[i], &result, least);
	page_end(page);
}
