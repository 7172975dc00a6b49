/* pages_common.c - reading and small widgets that the pages of casework share. */
#include "areas/casework/pages_common.h"

bool casework_rows_among(struct page *page, const struct record *record, int field, const struct value *values, size_t count, int order, bool descending,
	struct rows *out)
{
	const struct condition among = { .field = field, .comparison = IN, .list = values, .list_count = count };
	*out = (struct rows){ NULL, 0 };
	return count == 0 || rows_where(page, record, &among, 1, order, descending, out);
}

bool casework_plan_of(struct page *page, struct text person, const struct row **out_plan)
{
	struct rows plans;
	*out_plan = NULL;
	if (!rows_about(page, &RECORD_PLAN, person, FIELD_CREATED_AT, true, &plans))
		return false;
	for (size_t i = 0; i < plans.count && !*out_plan; i++)
		*out_plan = plan_is_open(plans.items[i]) ? plans.items[i] : NULL;
	if (!*out_plan && plans.count)
		*out_plan = plans.items[0];
	return true;
}

bool casework_release_plan_of(struct page *page, struct text person, const struct row **out_plan)
{
	struct rows plans;
	bool read = rows_about(page, &RECORD_RELEASE_PLAN, person, FIELD_CREATED_AT, true, &plans);
	*out_plan = read && plans.count ? plans.items[0] : NULL;
	return read;
}

const struct row *casework_facility_of(struct page *page, const struct row *person)
{
	const struct row *facility = NULL;
	struct error_list ignored; /* a sheet about somebody who has left has no facility on top */
	error_list_begin(&ignored, page->arena);
	if (!row_has(person, PERSON_CURRENT_FACILITY) ||
		!query_peek(page->query, &RECORD_FACILITY, row_text(person, PERSON_CURRENT_FACILITY), &facility, &ignored))
		return NULL;
	page->zone = row_text(facility, FACILITY_ZONE);
	return facility;
}

struct text casework_person_name(struct page *page, struct text person)
{
	const struct row *row = NULL;
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	return query_peek(page->query, &RECORD_PERSON, person, &row, &ignored) ? row_text(row, PERSON_DISPLAY_NAME) : text_empty();
}

void casework_act_button(struct page *page, struct text person, const struct act *act, const char *input, struct text value, bool first)
{
	action_link(page, act, path_do(page, person, act, input, value, page->request->path), first);
}

void casework_generic_button(struct page *page, struct text person, const char *name, const char *input, struct text value)
{
	const struct act *act = registry_act(page->registry, text_from(name));
	if (act)
		casework_act_button(page, person, act, input, value, false);
}

void casework_act_link(struct page *page, struct text person, const struct act *act, const char *input, struct text value)
{
	if (page_may_act(page, act))
		html_link(&page->html, "govuk-link", path_do(page, person, act, input, value, page->request->path), page_message(page, act->label));
}

void casework_summary_field(struct page *page, const struct row *row, int field)
{
	struct text value = page_value(page, &row->record->fields[field], row_value(row, field));
	if (!text_is_empty(value))
		widget_summary_row(page, page_message(page, row->record->fields[field].label), value);
}

void casework_write_day(struct page *page, struct date day, struct date today, int32_t soon, const char *late)
{
	if (!day.year)
		return;
	widget_date(page, day);
	html_text(&page->html, TEXT_OF(" "));
	int64_t days = (int64_t)date_to_days(day) - date_to_days(today);
	if (days < 0)
		widget_tag(page, "red", page_message(page, late));
	else if (soon && days <= soon)
		widget_tag(page, "yellow", page_count(page, N_("in {count} day"), N_("in {count} days"), days));
}
