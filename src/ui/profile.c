/* profile.c - the numbers by which the rules are kept here: value in force, default, bound, source; and which profiles set them. */
#include "service/profile.h"
#include "service/records.h"
#include "ui/internal.h"

/* Codes of facilities are the keys of a profile; empty for the country. */
static struct text facility_code(struct page *page)
{
	const struct registry *registry = page->registry;
	return page->workplace != NULL && registry->facility != NULL ? row_text(page->workplace, registry->facility_code) : text_empty();
}

void profile_line_write(struct page *page, const struct profile_line *line)
{
	const struct profile *profile = service_profile(page->service);
	const char *name = arena_string(page->arena, line->name);
	struct text value = profile_parameter(profile, facility_code(page), name);
	bool is_default = text_equal(value, line->value);
	widget_table_row(page);
	widget_table_cell_begin(page);
	widget_code(page, line->name);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (text_is_empty(value))
		html_text(&page->html, T(page, N_("Not set: national law decides")));
	else
		html_element(&page->html, "bdi", NULL, value);
	if (!is_default && !text_is_empty(line->value)) {
		html_text(&page->html, TEXT_OF(" "));
		html_text(&page->html, page_message_with(page, N_("(default {value})"), "value", line->value, NULL));
	}
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (!text_equal_string(line->bound, "-")) {
		html_begin(&page->html, "bdi");
		html_attribute_string(&page->html, "lang", "en");
		html_text(&page->html, line->bound);
		html_end(&page->html);
	} else {
		html_text(&page->html, T(page, N_("No text gives one")));
	}
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	html_begin(&page->html, "bdi");
	html_attribute_string(&page->html, "lang", "en");
	html_text(&page->html, is_default ? line->source : profile_source(profile, name));
	html_end(&page->html);
	widget_table_cell_end(page);
}

static void write_history(struct page *page, const struct rows *settings)
{
	static const int fields[] = {PROFILE_SETTING_NAME, PROFILE_SETTING_TITLE, PROFILE_SETTING_FACILITY, PROFILE_SETTING_VALID_FROM, -1};
	rows_table(page, N_("Profiles loaded, newest first"), settings, fields,
		N_("No profile has been loaded yet: the defaults hold, or the file profile.json beside the database."));
}

void page_profile(struct page *page)
{
	static const char *const headings[] = {N_("Number"), N_("In force"), N_("Bound"), N_("Source"), N_("Rules"), NULL};
	const struct profile *profile = service_profile(page->service);
	struct rows settings;
	struct profile_line line;
	if (!rows_where(page, &RECORD_PROFILE_SETTING, NULL, 0, PROFILE_SETTING_VALID_FROM, true, &settings))
		return;
	page->wide = true;
	page->back = TEXT_OF("/rules");
	page_begin(page, T(page, N_("Numbers in force")));
	widget_paragraph(page, T(page, N_("A profile may make a rule stricter, never looser. Where nobody has set a number, the default holds; most "
					  "defaults are proposals of this program, and say so.")));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("Profile")), profile_title(profile));
	widget_summary_row(page, T(page, N_("Mark kept with every decision")), profile_stamp(profile));
	widget_summary_row(page, T(page, N_("Shown for")), text_is_empty(facility_code(page)) ? T(page, N_("The country")) : facility_code(page));
	widget_summary_end(page);
	actions_begin(page);
	action_link(page, &ACT_PROFILE_LOAD, TEXT_OF("/acts/profile_setting.load?next=/profile"), true);
	actions_end(page);
	write_history(page, &settings);
	widget_table_begin(page, T(page, N_("All numbers")), headings);
	for (size_t i = 0; profile_line(i, &line); i++) {
		struct text rules = line.rules, rule;
		profile_line_write(page, &line);
		widget_table_cell_begin(page);
		while (text_next(&rules, ' ', &rule)) {
			widget_rule(page, rule);
			html_text(&page->html, TEXT_OF(" "));
		}
		widget_table_cell_end(page);
	}
	widget_table_end(page);
	page_end(page);
}
