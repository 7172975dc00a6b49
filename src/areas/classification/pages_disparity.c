/* pages_disparity.c - decisions in force by sex, age, nationality and region, with small numbers hidden: chart, table, CSV. */
#include "areas/classification/disparity.h"
#include "areas/classification/pages.h"
#include "format/csv.h"

static const struct measure { const char *code, *label, *kind, *value; } MEASURES[] = {
	{ "high", N_("Category: high security"), "security_category", "high" }, { "basis", N_("Violent-extremism basis"), "extremism_basis", "" },
	{ "unit", N_("Unit: special unit"), "unit_placement", "special_unit" }, { "alone", N_("Sharing: alone in the cell"), "cell_sharing", "alone" } };
static const struct { const char *code, *label; } GROUPING[GROUPINGS] = { [BY_SEX] = { "sex", N_("Sex") }, [BY_AGE] = { "age", N_("Age") },
	[BY_NATIONALITY] = { "nationality", N_("Nationality") }, [BY_REGION] = { "region", N_("Home region") } };
enum { MEASURE_COUNT = sizeof MEASURES / sizeof *MEASURES };

static const struct measure *measure_asked(struct page *page)
{
	for (size_t i = 0; i < MEASURE_COUNT; i++)
		if (text_equal_string(page_query(page, "measure"), MEASURES[i].code))
			return &MEASURES[i];
	return &MEASURES[0];
}

static bool groups_read(struct page *page, struct text facility, enum group_by by, const struct measure *measure, int64_t least, struct disparity_group **out,
	size_t *out_count)
{
	struct store_result rows;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!report_classification_groups(page->query, facility, page->now, by, text_from(measure->kind), text_from(measure->value), &rows, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	*out = ARENA_ARRAY(page->arena, struct disparity_group, rows.rows + 1);
	*out_count = rows.rows;
	for (size_t i = 0; i < rows.rows; i++)
		(*out)[i] = (struct disparity_group){ .name = report_text(&rows, i, GROUP_NAME), .people = report_integer(&rows, i, GROUP_PEOPLE),
			.decided = report_integer(&rows, i, GROUP_DECIDED) };
	disparity_hide(*out, *out_count, least);
	return true;
}

static struct text group_name(struct page *page, enum group_by by, struct text name)
{
	if (text_equal_string(name, "?"))
		return T(page, N_("Not known"));
	return by == BY_SEX ? choice_label(page, &RECORD_PERSON, PERSON_SEX, name) : name;
}

static struct text rate_words(struct page *page, const struct disparity_group *group)
{
	int64_t rate = disparity_rate(group);
	return rate < 0 ? text_empty() : page_message_with(page, N_("{percent} %"), "percent", format_decimal(page->language, page->arena, rate, 1), NULL);
}

static struct text count_words(struct page *page, const struct disparity_group *group, int64_t count)
{
	return group->hidden ? T(page, N_("hidden")) : format_integer(page->language, page->arena, count);
}

/* ---- chart: one bar a group, its rate as part of a hundred ---- */

static void write_bar(struct page *page, enum group_by by, const struct disparity_group *group, size_t at)
{
	struct html *h = &page->html;
	int64_t rate = disparity_rate(group), y = (int64_t)at * 30;
	html_begin_class(h, "text", "custos-chart__text");
	html_attribute_integer(h, "x", 0);
	html_attribute_integer(h, "y", y + 19);
	html_text(h, group_name(page, by, group->name));
	html_end(h);
	if (rate >= 0) {
		html_begin_class(h, "rect", "custos-chart__bar");
		html_attribute_integer(h, "x", 130);
		html_attribute_integer(h, "y", y + 5);
		html_attribute_integer(h, "width", rate * 190 / 1000 + 1);
		html_attribute_integer(h, "height", 20);
		html_end(h);
	}
	html_begin_class(h, "text", "custos-chart__text");
	html_attribute_integer(h, "x", 138 + (rate > 0 ? rate * 190 / 1000 : 0));
	html_attribute_integer(h, "y", y + 19);
	html_text(h, rate >= 0 ? rate_words(page, group) : T(page, N_("hidden")));
	html_end(h);
}

static void write_chart(struct page *page, enum group_by by, const struct disparity_group *groups, size_t count, struct text title)
{
	struct html *h = &page->html;
	struct text id = arena_format(page->arena, "chart-%d", ++page->ids);
	html_begin_class(h, "figure", "custos-figure");
	html_element(h, "figcaption", "custos-figure__title", title);
	html_begin_class(h, "svg", "custos-chart");
	html_attribute(h, "viewBox", arena_format(page->arena, "0 0 400 %d", (int)count * 30 + 4));
	html_attribute_string(h, "role", "img");
	html_attribute(h, "aria-labelledby", id);
	html_begin(h, "title");
	html_attribute(h, "id", id);
	html_text(h, page_message_with(page, N_("{title}. The table below has the same figures."), "title", title, NULL));
	html_end(h);
	for (size_t i = 0; i < count; i++)
		write_bar(page, by, &groups[i], i);
	html_end(h);
	html_end(h);
}

static void write_groups(struct page *page, enum group_by by, const struct disparity_group *groups, size_t count, const struct measure *measure)
{
	static const char *const HEADINGS[] = { N_("Group"), N_("People in custody"), N_("With this decision"), N_("Share"), NULL };
	struct text title = page_message_with(page, N_("{measure}, by {group}"), "measure", page_message(page, measure->label), "group",
		page_message(page, GROUPING[by].label), NULL);
	widget_heading(page, 2, page_message(page, GROUPING[by].label));
	if (count == 0) {
		widget_paragraph(page, T(page, N_("Nobody is in custody here.")));
		return;
	}
	write_chart(page, by, groups, count, title);
	widget_table_begin(page, text_empty(), HEADINGS);
	for (size_t i = 0; i < count; i++) {
		widget_table_row(page);
		widget_table_cell(page, group_name(page, by, groups[i].name));
		widget_table_cell(page, count_words(page, &groups[i], groups[i].people));
		widget_table_cell(page, count_words(page, &groups[i], groups[i].decided));
		widget_table_cell(page, rate_words(page, &groups[i]));
	}
	widget_table_end(page);
}

static void write_measures(struct page *page, const struct measure *chosen)
{
	struct html *h = &page->html;
	html_begin_class(h, "nav", "custos-tabs");
	html_attribute(h, "aria-label", T(page, N_("Disparity")));
	html_begin_class(h, "ul", "custos-tabs__list");
	for (size_t i = 0; i < MEASURE_COUNT; i++) {
		html_begin(h, "li");
		html_begin_class(h, "a", "custos-tabs__link");
		html_attribute(h, "href", path_with(page, arena_format(page->arena, "/classification/disparity?measure=%s", MEASURES[i].code), "facility", page_query(page, "facility")));
		if (&MEASURES[i] == chosen)
			html_attribute_string(h, "aria-current", "page");
		html_text(h, page_message(page, MEASURES[i].label));
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static bool write_csv(struct page *page, struct text facility, const struct measure *measure, int64_t least)
{
	static const char *const HEADINGS[] = { "grouping", "group", "people", "decided", "hidden" };
	struct csv_writer csv;
	csv_writer_begin(&csv, page->arena, ',', false);
	for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++)
		csv_cell_string(&csv, HEADINGS[i]);
	csv_record_end(&csv);
	for (enum group_by by = BY_SEX; by < GROUPINGS; by++) {
		struct disparity_group *groups;
		size_t count;
		if (!groups_read(page, facility, by, measure, least, &groups, &count))
			return false;
		for (size_t i = 0; i < count; i++) {
			csv_cell_string(&csv, GROUPING[by].code);
			csv_cell(&csv, groups[i].name);
			csv_cell(&csv, groups[i].hidden ? text_empty() : arena_format(page->arena, "%lld", (long long)groups[i].people));
			csv_cell(&csv, groups[i].hidden ? text_empty() : arena_format(page->arena, "%lld", (long long)groups[i].decided));
			csv_cell_string(&csv, groups[i].hidden ? "yes" : "no");
			csv_record_end(&csv);
		}
	}
	page_file(page, "text/csv; charset=utf-8", csv_take(&csv), arena_format(page->arena, "disparity-%s.csv", measure->code));
	return true;
}

/* Those who see all facilities begin with the whole service; others with the one where they work. */
void page_classification_disparity(struct page *page)
{
	const struct row *facility = NULL;
	const struct measure *measure = measure_asked(page);
	struct disparity_group *groups[GROUPINGS];
	size_t counts[GROUPINGS];
	page->section = "classification";
	bool whole = page->actor->all_facilities && text_is_empty(page_query(page, "facility"));
	struct text scope = whole ? text_empty() : page_facility(page, &facility);
	if (!whole && text_is_empty(scope))
		return;
	int64_t least = page_parameter(page, facility, "class.cell_min", 5);
	if (text_equal_string(page_query(page, "format"), "csv")) {
		write_csv(page, scope, measure, least);
		return;
	}
	for (enum group_by by = BY_SEX; by < GROUPINGS; by++)
		if (!groups_read(page, scope, by, measure, least, &groups[by], &counts[by]))
			return;
	page->caption = facility ? row_text(facility, FACILITY_NAME) : T(page, N_("The whole service"));
	page_begin(page, T(page, N_("Disparity of decisions")));
	write_measures(page, measure);
	widget_paragraph(page, T(page, N_("Decisions in force now. A difference is a question to be answered, not an answer: look at the reasons of the cases behind it.")));
	widget_paragraph(page, page_message_with(page, N_("Groups with fewer than {least} people, with or without the decision, are hidden, so that nobody can be told from the table."), "least",
		format_integer(page->language, page->arena, least), NULL));
	actions_begin(page);
	widget_button_link(page, path_with(page, arena_format(page->arena, "/classification/disparity?format=csv&measure=%s", measure->code), "facility", page_query(page, "facility")),
		T(page, N_("Export as CSV")), true);
	actions_end(page);
	for (enum group_by by = BY_SEX; by < GROUPINGS; by++)
		write_groups(page, by, groups[by], counts[by], measure);
	page_end(page);
}
