/* pages_likeness.c - the words and tables of a likeness. */
#include "areas/identity/pages_likeness.h"

#include "base/text.h"

static bool is_family(const struct names_candidate *candidate)
{
	return (candidate->comparison.hints & MATCH_HINT_FAMILY) != 0;
}

void write_band(struct page *page, const struct names_candidate *candidate)
{
	if (candidate->comparison.hints & MATCH_HINT_TWINS)
		widget_tag(page, "blue", T(page, N_("Possibly a twin")));
	else if (is_family(candidate))
		widget_tag(page, "blue", T(page, N_("Possibly family")));
	else if (candidate->comparison.hints & MATCH_HINT_MARRIED)
		widget_tag(page, "yellow", T(page, N_("Possible: surname changed by marriage")));
	else if (candidate->band == MATCH_BAND_NOW)
		widget_tag(page, "orange", T(page, N_("Very alike: look now")));
	else if (candidate->band == MATCH_BAND_POSSIBLE)
		widget_tag(page, "yellow", T(page, N_("Possible")));
	else
		widget_tag(page, "grey", T(page, N_("Weak likeness")));
}

struct text chance_words(struct page *page, const struct names_candidate *candidate)
{
	int64_t expected = candidate->by_chance;
	if (expected >= 1500)
		return page_count(page, N_("By chance alone about {count} unrelated file here would look as much alike."),
			N_("By chance alone about {count} unrelated files here would look as much alike."), (expected + 500) / 1000);
	if (expected >= 500)
		return T(page, N_("By chance alone about one unrelated file here would look as much alike."));
	if (expected >= 1)
		return page_count(page, N_("By chance alone one in {count} registers of this size would have such a file."),
			N_("By chance alone one in {count} registers of this size would have such a file."), 1000 / expected);
	return T(page, N_("By chance alone fewer than one in a thousand registers of this size would have such a file."));
}

struct text line_words(struct page *page, const struct match_line *line, struct text left, struct text right)
{
	struct text one_in = format_integer(page->language, page->arena, match_line_one_in(line));
	struct text similarity = format_integer(page->language, page->arena, line->similarity);
	return page_message_with(page, match_reason_message((enum match_reason)line->reason),
		"left", text_slice(left, line->left_offset, (size_t)line->left_offset + line->left_bytes),
		"right", text_slice(right, line->right_offset, (size_t)line->right_offset + line->right_bytes),
		"one_in", one_in, "similarity", similarity, NULL);
}

/* Indices of the lines: what speaks against first, then the heaviest. */
static void order_lines(const struct match_comparison *comparison, int order[MATCH_LINES])
{
	for (int i = 0; i < comparison->count; i++) {
		int at = i;
		int32_t weight = comparison->lines[i].weight;
		for (; at > 0; at--) {
			int32_t before = comparison->lines[order[at - 1]].weight;
			bool first = weight < 0 ? before >= 0 || before > weight : before >= 0 && before < weight;
			if (!first)
				break;
			order[at] = order[at - 1];
		}
		order[at] = i;
	}
}

static struct text weight_words(struct page *page, int32_t weight)
{
	struct text number = format_decimal(page->language, page->arena, weight, 2);
	return weight > 0 ? arena_format(page->arena, "+%.*s", TEXT_FORMAT(number)) : number;
}

static void write_line(struct page *page, const struct names_candidate *candidate, const struct match_line *line)
{
	struct html *h = &page->html;
	widget_table_row(page);
	widget_table_cell_begin(page);
	html_text(h, line_words(page, line, candidate->left, candidate->right));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	html_begin(h, "bdi");
	html_attribute_string(h, "class", line->weight < 0 ? "custos-against" : "custos-for");
	html_text(h, weight_words(page, line->weight));
	html_end(h);
	widget_table_cell_end(page);
}

void write_reasons(struct page *page, const struct names_candidate *candidate)
{
	static const char *const HEADINGS[] = { N_("What was compared"), N_("Weight"), NULL };
	int order[MATCH_LINES];
	order_lines(&candidate->comparison, order);
	widget_table_begin(page, page_message_with(page, N_("{left} and {right}"), "left", candidate->left, "right", candidate->right, NULL), HEADINGS);
	for (int i = 0; i < candidate->comparison.count; i++)
		write_line(page, candidate, &candidate->comparison.lines[order[i]]);
	widget_table_row(page);
	widget_table_cell(page, T(page, N_("Together")));
	widget_table_cell(page, weight_words(page, candidate->comparison.bits));
	widget_table_end(page);
	widget_paragraph(page, T(page, N_("Each unit of weight doubles the odds that the two are one person; below zero it halves them. The rarer a name here, the more it weighs.")));
}

void write_short_reasons(struct page *page, const struct names_candidate *candidate)
{
	enum { SHOWN = 3 };
	struct html *h = &page->html;
	int order[MATCH_LINES];
	order_lines(&candidate->comparison, order);
	html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	for (int i = 0; i < candidate->comparison.count && i < SHOWN; i++)
		html_element(h, "li", NULL, line_words(page, &candidate->comparison.lines[order[i]], candidate->left, candidate->right));
	html_end(h);
}

static void write_details(struct page *page, const struct names_candidate *candidate)
{
	struct html *h = &page->html;
	widget_details_begin(page, T(page, N_("All reasons with their weights")));
	write_reasons(page, candidate);
	html_end(h);
	html_end(h);
}

void person_act_link(struct page *page, struct text person, const char *act, const char *input, struct text value, struct text next, bool first)
{
	const struct act *found = registry_act(page->registry, text_from(act));
	if (found)
		action_link(page, found, path_do(page, person, found, input, value, next), first);
}

/* ---- a candidate ---- */

static void write_closed(struct page *page, const struct names_candidate *candidate, const char *heading)
{
	struct html *h = &page->html;
	struct text facility = candidate->facility;
	html_element(h, heading, "custos-likeness__name custos-withheld", T(page, N_("A file outside the facilities where you work")));
	if (text_is_empty(facility))
		widget_paragraph(page, T(page, N_("Ask headquarters to open the file to you")));
	else
		widget_paragraph(page, page_message_with(page, N_("Ask {facility}, or headquarters. Nothing of the file is shown here."), "facility",
			page_value(page, &RECORD_PERSON.fields[PERSON_CURRENT_FACILITY], value_text(facility)), NULL));
}

static void write_facts(struct page *page, const struct row *person)
{
	struct html *h = &page->html;
	html_begin_class(h, "p", "govuk-body custos-likeness__facts");
	write_code(page, row_text(person, PERSON_NUMBER));
	html_text(h, TEXT_OF(" · "));
	if (row_date(person, PERSON_BIRTH_DATE).year)
		html_text(h, page_message_with(page, N_("Born {date}"), "date", page_date(page, row_date(person, PERSON_BIRTH_DATE)), NULL));
	else
		html_text(h, T(page, N_("Date of birth not known")));
	html_text(h, TEXT_OF(" · "));
	write_choice(page, &RECORD_PERSON, PERSON_WHEREABOUTS, row_text(person, PERSON_WHEREABOUTS));
	html_end(h);
}

static void write_do(struct page *page, const struct names_candidate *candidate, struct text asked)
{
	const struct row *person = candidate->row;
	bool held = row_is(person, PERSON_WHEREABOUTS, "in") || row_is(person, PERSON_WHEREABOUTS, "out") || row_is(person, PERSON_WHEREABOUTS, "in_transit");
	bool dead = row_is(person, PERSON_WHEREABOUTS, "died"), compare = !text_is_empty(asked), admit = !compare && !held && !dead;
	if (compare || admit)
		actions_begin(page);
	if (compare)
		widget_button_link(page, arena_format(page->arena, "/people/%.*s/compare/%.*s", TEXT_FORMAT(asked), TEXT_FORMAT(person->id)),
			T(page, N_("Compare side by side")), true);
	if (admit)
		person_act_link(page, person->id, "person.admit", NULL, text_empty(), text_empty(), false);
	if (compare || admit)
		actions_end(page);
	if (held && !compare)
		widget_paragraph(page, T(page, N_("In custody now: open the file, or use transfer")));
	if (dead)
		widget_paragraph(page, T(page, N_("The death of this person is recorded")));
}

void write_candidate(struct page *page, const struct names_candidate *candidate, struct text asked, bool by_number, int level)
{
	struct html *h = &page->html;
	const char *heading = level == 2 ? "h2" : "h3";
	html_begin_class(h, "section", "custos-card custos-likeness");
	if (!candidate->row) {
		write_closed(page, candidate, heading);
		html_end(h);
		return;
	}
	html_begin_class(h, heading, "custos-likeness__name");
	write_name_link(page, candidate->id, row_text(candidate->row, PERSON_DISPLAY_NAME), "");
	html_text(h, TEXT_OF(" "));
	if (candidate->comparison.count > 0)
		write_band(page, candidate);
	html_end(h);
	write_facts(page, candidate->row);
	if (by_number)
		widget_paragraph(page, T(page, N_("The prison number is the same.")));
	if (candidate->comparison.count > 0) {
		widget_paragraph(page, chance_words(page, candidate));
		write_short_reasons(page, candidate);
		write_details(page, candidate);
	}
	write_do(page, candidate, asked);
	html_end(h);
}

void write_not_ready(struct page *page)
{
	widget_paragraph(page, T(page, N_("The index of names is being built after a start. Numbers are found already. For names look again in a minute.")));
}

size_t shown_candidates(struct names_candidates *candidates, bool all)
{
	size_t shown = 0;
	for (size_t i = 0; i < candidates->count; i++) {
		const struct names_candidate *candidate = &candidates->items[i];
		bool family = is_family(candidate) && candidate->by_chance < 500;
		if (all || candidate->band != MATCH_BAND_HIDDEN || family)
			candidates->items[shown++] = *candidate;
	}
	return shown;
}
