/* pages_caseload.c - my people: what is next for each, what is late, who leaves within a year, when we last spoke. */
#include <stdlib.h>

#include "areas/casework/pages_common.h"

struct line { const struct row *assignment, *person, *plan; size_t overdue; int64_t last; };

struct caseload { struct rows assignments, people, plans, actions, contacts; struct line *lines; size_t count; struct date today; };

static const struct row *row_with(const struct rows *rows, int field, struct text value)
{
	for (size_t i = 0; i < rows->count; i++)
		if (text_equal(field == FIELD_ID ? rows->items[i]->id : row_text(rows->items[i], field), value))
			return rows->items[i];
	return NULL;
}

/* One reading a table, whatever the number of people. */
static bool caseload_read(struct page *page, int user_field, struct caseload *out)
{
	const struct condition own[] = { CONDITION_TEXT(user_field, page->actor->id), CONDITION_ABSENT(CASE_ASSIGNMENT_ENDED_AT) };
	if (!rows_where(page, &RECORD_CASE_ASSIGNMENT, own, 2, CASE_ASSIGNMENT_SINCE, false, &out->assignments))
		return false;
	struct value *people = ARENA_ARRAY(page->arena, struct value, out->assignments.count + 1);
	for (size_t i = 0; i < out->assignments.count; i++)
		people[i] = row_value(out->assignments.items[i], CASE_ASSIGNMENT_PERSON);
	return casework_rows_among(page, &RECORD_PERSON, FIELD_ID, people, out->assignments.count, FIELD_ID, false, &out->people) &&
		casework_rows_among(page, &RECORD_PLAN, PLAN_PERSON, people, out->assignments.count, FIELD_CREATED_AT, true, &out->plans) &&
		casework_rows_among(page, &RECORD_PLAN_ACTION, PLAN_ACTION_PERSON, people, out->assignments.count, PLAN_ACTION_DUE_ON, false, &out->actions) &&
		casework_rows_among(page, &RECORD_CASE_CONTACT, CASE_CONTACT_PERSON, people, out->assignments.count, CASE_CONTACT_HAPPENED_AT, true, &out->contacts);
}

static int by_review(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	struct date one = a->plan ? row_date(a->plan, PLAN_NEXT_REVIEW_ON) : (struct date){ 0, 0, 0 };
	struct date other = b->plan ? row_date(b->plan, PLAN_NEXT_REVIEW_ON) : (struct date){ 0, 0, 0 };
	int compared = date_compare(one, other); /* nothing agreed yet comes first */
	return compared ? compared : text_compare(a->assignment->id, b->assignment->id);
}

static void lines_make(struct page *page, struct caseload *load)
{
	load->lines = ARENA_ARRAY(page->arena, struct line, load->assignments.count + 1);
	for (size_t i = 0; i < load->assignments.count; i++) {
		struct text id = row_text(load->assignments.items[i], CASE_ASSIGNMENT_PERSON);
		struct line line = { .assignment = load->assignments.items[i], .person = row_with(&load->people, FIELD_ID, id) };
		const struct row *plan = row_with(&load->plans, PLAN_PERSON, id), *contact = row_with(&load->contacts, CASE_CONTACT_PERSON, id);
		line.plan = plan && plan_is_open(plan) ? plan : NULL;
		line.last = contact ? row_moment(contact, CASE_CONTACT_HAPPENED_AT) : 0;
		for (size_t j = 0; j < load->actions.count; j++)
			line.overdue += text_equal(row_text(load->actions.items[j], PLAN_ACTION_PERSON), id) && action_is_overdue(load->actions.items[j], load->today);
		if (line.person)
			load->lines[load->count++] = line;
	}
	qsort(load->lines, load->count, sizeof *load->lines, by_review);
}

static void write_line(struct page *page, const struct caseload *load, const struct line *line)
{
	struct html *h = &page->html;
	widget_table_row(page);
	widget_table_cell_begin(page);
	write_name_link(page, line->person->id, row_text(line->person, PERSON_DISPLAY_NAME), "/plan");
	html_text(h, TEXT_OF(" "));
	write_code(page, row_text(line->person, PERSON_NUMBER));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_value(page, line->assignment, CASE_ASSIGNMENT_KIND);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (line->plan)
		widget_value(page, line->plan, PLAN_STATE);
	else
		widget_tag(page, "grey", T(page, N_("No plan yet")));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (line->plan)
		casework_write_day(page, row_date(line->plan, PLAN_NEXT_REVIEW_ON), load->today, 14, N_("Review is late"));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (line->overdue)
		widget_tag(page, "red", format_integer(page->language, page->arena, (int64_t)line->overdue));
	else
		html_text(h, TEXT_OF("0"));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	casework_write_day(page, row_date(line->person, PERSON_RELEASE_DATE), load->today, 366, N_("Held past the date"));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (line->last)
		widget_moment(page, line->last);
	else
		html_text(h, T(page, N_("None yet")));
	widget_table_cell_end(page);
}

static void write_table(struct page *page, const char *caption, const struct caseload *load)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Part"), N_("Plan"), N_("Next review"), N_("Actions late"), N_("Release date"), N_("Last contact"), NULL };
	widget_table_begin(page, page_message(page, caption), HEADINGS);
	for (size_t i = 0; i < load->count; i++)
		write_line(page, load, &load->lines[i]);
	widget_table_end(page);
}

void page_caseload(struct page *page)
{
	struct caseload own = { .count = 0 }, supervised = { .count = 0 };
	page->section = "caseload";
	own.today = supervised.today = page_today(page, page->actor->facility);
	if (!caseload_read(page, CASE_ASSIGNMENT_WORKER, &own) || !caseload_read(page, CASE_ASSIGNMENT_SUPERVISOR, &supervised))
		return;
	lines_make(page, &own);
	lines_make(page, &supervised);
	page->wide = true;
	page_begin(page, T(page, N_("My people")));
	if (own.count == 0) {
		widget_empty(page, N_("Nobody is on your list. The governor names who works with whom."), N_("All people"), TEXT_OF("/people"));
	} else {
		list_count(page, page_count(page, N_("{count} person"), N_("{count} people"), (int64_t)own.count));
		write_table(page, N_("People you work with"), &own);
	}
	if (supervised.count)
		write_table(page, N_("People whose case you supervise"), &supervised);
	page_end(page);
}
