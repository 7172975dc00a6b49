/* pages_disparity.c - the monthly look at whether measures meet all groups alike (Rule 2.1), and what was said about it before. */
#include "areas/inspection/pages_common.h"
#include "areas/inspection/reports_disparity.h"
#include "areas/custody/records.h"
#include "service/profile.h"

enum { LEAST = 20, SMALL_NUMBER = 5, RATIO = 125 };

struct numbers { int64_t least, small, hundredths; };

static struct text rate(struct page *page, const struct disparity_side *side, bool shown)
{
	if (!shown)
		return T(page, N_("left out"));
	return page_message_with(page, N_("{percent} %"), "percent", format_decimal(page->language, page->arena, (side->met * 1000 + side->people / 2) / side->people, 1), NULL);
}

static void write_comparison(struct page *page, int event, int grouping, const struct disparity_side *sides, const struct numbers *numbers)
{
	enum disparity_answer first = disparity_compare(&sides[0], &sides[1], numbers->least, numbers->small, numbers->hundredths),
		second = disparity_compare(&sides[1], &sides[0], numbers->least, numbers->small, numbers->hundredths);
	bool shown = first != DISPARITY_FEW && first != DISPARITY_SMALL;
	const char *const *groups = DISPARITY_GROUPS[grouping];
	widget_table_row(page);
	widget_table_cell(page, page_message(page, DISPARITY_EVENTS[event]));
	for (int side = 0; side < 2; side++)
		widget_table_cell(page, page_message_with(page, N_("{group}: {rate}"), "group", page_message(page, groups[side]), "rate", rate(page, &sides[side], shown), NULL));
	widget_table_cell_begin(page);
	if (first == DISPARITY_ABOVE || second == DISPARITY_ABOVE)
		widget_tag(page, "yellow", page_message_with(page, N_("More often: {group}"), "group", page_message(page, groups[first == DISPARITY_ABOVE ? 0 : 1]), NULL));
	else
		html_text(&page->html, first == DISPARITY_FEW ? T(page, N_("Too few people to compare")) : first == DISPARITY_SMALL ? T(page, N_("Numbers too small to show")) :
			T(page, N_("No difference above the limit")));
	widget_table_cell_end(page);
}

static void write_report(struct page *page, const struct disparity_counts *counts, const struct numbers *numbers)
{
	static const char *const CAPTIONS[GROUPING_COUNT] = { [GROUPING_SEX] = N_("By sex"), [GROUPING_CITIZENSHIP] = N_("By citizenship"), [GROUPING_AGE] = N_("By age") };
	static const char *const HEADINGS[] = { N_("Measure"), N_("First group"), N_("Second group"), N_("Compared"), NULL };
	for (int grouping = 0; grouping < GROUPING_COUNT; grouping++) {
		widget_table_begin(page, page_message(page, CAPTIONS[grouping]), HEADINGS);
		for (int event = 0; event < EVENT_COUNT; event++)
			write_comparison(page, event, grouping, counts->sides[event][grouping], numbers);
		widget_table_end(page);
	}
}

void page_equal_treatment(struct page *page)
{
	static const int REVIEWS[] = { DISPARITY_REVIEW_DAY, DISPARITY_REVIEW_ABOVE, DISPARITY_REVIEW_EXPLANATION, -1 };
	const struct row *facility = NULL;
	struct disparity_counts counts;
	struct rows reviews;
	struct error_list errors;
	page->section = "statistics";
	struct text id = page_facility(page, &facility);
	const struct condition here = CONDITION_TEXT(DISPARITY_REVIEW_FACILITY, id);
	error_list_begin(&errors, page->arena);
	if (text_is_empty(id) || !rows_where(page, &RECORD_DISPARITY_REVIEW, &here, 1, DISPARITY_REVIEW_DAY, true, &reviews))
		return;
	if (!disparity_read(page->query, id, page->now, &counts, &errors)) {
		page_fail(page, &errors);
		return;
	}
	struct text ratio = profile_parameter(service_profile(page->service), row_text(facility, page->registry->facility_code), "disparity.ratio");
	const struct numbers numbers = { page_parameter(page, facility, "disparity.min_n", LEAST), page_parameter(page, facility, "statistics.small_number", SMALL_NUMBER),
		disparity_hundredths(ratio, RATIO) };
	page->back = TEXT_OF("/statistics");
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Are measures taken equally often?")));
	actions_begin(page);
	action_link(page, &ACT_DISPARITY_REVIEW_RECORD, path_do(page, text_empty(), &ACT_DISPARITY_REVIEW_RECORD, "facility", id, page->request->path), true);
	actions_end(page);
	widget_paragraph(page, T(page, N_("People here now, and those among them whom a measure has met in the last 31 days. Belief, religion and ethnicity are never a group. A difference is a question to be answered, not an answer.")));
	widget_paragraph(page, page_message_with(page, N_("Compared from {least} people in each group; marked above {ratio} times the other group. Both numbers are defaults of the profile: the Rules give none."),
		"least", format_integer(page->language, page->arena, numbers.least), "ratio", format_decimal(page->language, page->arena, numbers.hundredths, 2), NULL));
	write_report(page, &counts, &numbers);
	rows_table(page, N_("What was said about it"), &reviews, REVIEWS, N_("Nobody has looked at this report yet. Read it, then record what was found."));
	page_end(page);
}
