/* work.c - "my work", the home page: overdue, due today, the next seven days, and what waits for others. */
#include "service/records.h"
#include "ui/internal.h"

enum { WORK_SHOWN = 200 };

/* Where one goes to do it: the act's form about the row, else the row itself. */
enum { LATER_SHOWN = 12 };
/* So many of one kind still stand one by one. */
enum { FOLDED_FROM = 5 };

static struct text work_path(struct page *page, const struct work_item *item)
{
	const struct row *deadline = item->deadline;
	const struct record *record = registry_record(page->registry, row_text(deadline, DEADLINE_ABOUT_RECORD));
	struct text id = row_text(deadline, DEADLINE_ABOUT_ID), subject = row_text(deadline, DEADLINE_SUBJECT);
	const struct act *act = item->clock != NULL && item->clock->act != NULL
		? registry_act(page->registry, text_from(item->clock->act)) : NULL;
	if (page_may_act(page, act)) {
		const char *input = NULL;
		struct text value = text_empty();
		for (int i = 0; i < act->input_record->field_count && input == NULL; i++) {
			const struct field *field = &act->input_record->fields[i];
			const struct record *reference = field->type == FIELD_REFERENCE
				? registry_reference(page->registry, field) : NULL;
			if (reference == NULL || (reference != record && reference != page->registry->subject))
				continue;
			input = field->name;
			value = reference == record ? id : subject;
		}
		if (input != NULL && value.length > 0)
			return arena_format(page->arena, "/acts/%s?%s=%.*s&next=%%2F", act->name, input, TEXT_FORMAT(value));
	}
	if (subject.length > 0 && page->registry->subject != NULL)
		return page_path(page, page->registry->subject, subject);
	return record != NULL ? page_path(page, record, id) : TEXT_OF("/");
}

static void write_due(struct page *page, const struct work_item *item)
{
	int64_t due = row_moment(item->deadline, DEADLINE_DUE_AT);
	struct html *h = &page->html;
	const char *class_name = item->overdue ? "custos-due__when custos-due__when--late"
		: due < page->now + MOMENT_DAY ? "custos-due__when custos-due__when--soon" : "custos-due__when";
	html_element(h, item->overdue ? "strong" : "span", class_name,
		format_due(page->language, page->arena, due, page->now));
	html_text(h, TEXT_OF(" "));
	widget_moment(page, due);
	if (item->escalated) {
		html_text(h, TEXT_OF(" "));
		widget_tag(page, "red", T(page, N_("Passed on to you")));
	}
}

static void write_item(struct page *page, const struct work_item *item)
{
	const struct row *deadline = item->deadline;
	struct html *h = &page->html;
	struct text subject = row_text(deadline, DEADLINE_SUBJECT);
	struct text what = item->clock != NULL ? page_message(page, item->clock->label) : row_text(deadline, DEADLINE_CLOCK);
	widget_table_row(page);
	widget_table_cell(page, what);
	if (subject.length > 0 && page->registry->subject != NULL)
		widget_table_link(page, page_path(page, page->registry->subject, subject), item->subject_title);
	else /* a clock of a place */
		widget_table_cell(page, page_reference_title(page, page->registry->facility, row_text(deadline, DEADLINE_FACILITY)));
	widget_table_cell_begin(page);
	widget_moment(page, row_moment(deadline, DEADLINE_STARTED_AT));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_due(page, item);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_rule(page, row_text(deadline, DEADLINE_RULE));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	html_begin_class(h, "a", "govuk-button custos-button--small");
	html_attribute(h, "href", work_path(page, item));
	html_attribute_string(h, "role", "button");
	html_attribute_string(h, "draggable", "false");
	html_text(h, T(page, N_("Do it")));
	html_element(h, "span", "govuk-visually-hidden", arena_format(page->arena, " %.*s %.*s", TEXT_FORMAT(what),
		TEXT_FORMAT(item->subject_title)));
	html_end(h);
	widget_table_cell_end(page);
}

static void write_heading(struct page *page, const char *heading, size_t count, bool late)
{
	struct html *h = &page->html;
	html_begin_class(h, "h2", "govuk-heading-m");
	html_text(h, page_message(page, heading));
	html_text(h, TEXT_OF(" "));
	html_element(h, "span", late ? "custos-count custos-count--late" : "custos-count",
		format_integer(page->language, page->arena, (int64_t)count));
	html_end(h);
}

static void write_items(struct page *page, const struct work_item *const *items, size_t count)
{
	static const char *const headings[] = {N_("What"), N_("Who"), N_("Since"), N_("Due"), N_("Rule"), N_("Task"), NULL};
	widget_table_begin(page, text_empty(), headings);
	for (size_t i = 0; i < count; i++)
		write_item(page, items[i]);
	widget_table_end(page);
}

/* How many of the first `count` items have the clock of `item`. */
static size_t kind_size(const struct work_item *items, size_t count, const struct work_item *item)
{
	size_t size = 0;
	for (size_t i = 0; i < count; i++)
		size += items[i].clock == item->clock;
	return size;
}

/* Items from `first` on with its clock, in order. */
static size_t alike(const struct work_item *items, size_t count, size_t first, const struct work_item **out)
{
	size_t found = 0;
	for (size_t i = first; i < count; i++)
		if (items[i].clock == items[first].clock)
			out[found++] = &items[i];
	return found;
}

/* Many items of one kind stand folded together below the others, so that they bury nothing. */
static void write_table(struct page *page, const char *heading, const struct work_item *items, size_t count, bool late)
{
	const struct work_item **kind = ARENA_ARRAY(page->arena, const struct work_item *, count + 1);
	const struct work_item **single = ARENA_ARRAY(page->arena, const struct work_item *, count + 1);
	size_t singles = 0;
	if (count == 0)
		return;
	write_heading(page, heading, count, late);
	for (size_t i = 0; i < count; i++)
		if (items[i].clock == NULL || kind_size(items, count, &items[i]) <= FOLDED_FROM)
			single[singles++] = &items[i];
	if (singles > 0)
		write_items(page, single, singles);
	for (size_t i = 0; i < count; i++) {
		if (items[i].clock == NULL || kind_size(items, i, &items[i]) > 0 || kind_size(items, count, &items[i]) <= FOLDED_FROM)
			continue;
		size_t found = alike(items, count, i, kind);
		widget_details_begin(page, page_message_with(page, N_("{what}: {count} entries. The first: {due}"), "what",
			page_message(page, items[i].clock->label), "count", format_integer(page->language, page->arena, (int64_t)found), "due",
			format_due(page->language, page->arena, row_moment(items[i].deadline, DEADLINE_DUE_AT), page->now), NULL));
		write_items(page, kind, found);
		widget_details_end(page);
	}
}

/* Proposals: those that wait for somebody like the reader, and the reader's own. */
static void write_proposals(struct page *page)
{
	static const char *const headings[] = {N_("What"), N_("Proposed by"), N_("Open until"), NULL};
	struct rows rows = {0};
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	struct selection *selection = ARENA_NEW(page->arena, struct selection);
	*selection = (struct selection){.record = &RECORD_PROPOSAL, .limit = 50, .order_field = PROPOSAL_UNTIL,
		.condition_count = 1, .conditions = {CONDITION_TEXT(PROPOSAL_STATE, TEXT_OF("waiting"))},
		.after = value_absent(), .after_id = text_empty(), .search = text_empty()};
	if (!query_list(page->query, selection, &rows, &ignored) || rows.count == 0)
		return;
	write_heading(page, N_("Waiting for a second person"), rows.count, false);
	widget_table_begin(page, text_empty(), headings);
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *proposal = rows.items[i];
		widget_table_row(page);
		widget_table_link(page, page_path(page, proposal->record, proposal->id),
			page_act_label(page, row_text(proposal, PROPOSAL_ACT)));
		widget_table_cell(page, page_actor_name(page, row_text(proposal, PROPOSAL_PROPOSED_BY)));
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(proposal, PROPOSAL_UNTIL));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

/* First moment of the civil day after today, in the page's zone. */
static int64_t next_midnight(struct page *page)
{
	struct date today;
	int minute;
	zone_local(page->zone, page->now, &today, &minute);
	return zone_moment(page->zone, date_add_days(today, 1), 0);
}

void page_work(struct page *page)
{
	struct error_list errors;
	struct work work = {0};
	error_list_begin(&errors, page->arena);
	if (!deadline_work(page->query, WORK_SHOWN, &work, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->section = "work";
	page_begin(page, T(page, N_("My work")));
	/* Items come soonest first: four runs. */
	int64_t midnight = next_midnight(page), bounds[] = {page->now, midnight, midnight + 6 * MOMENT_DAY, INT64_MAX};
	static const char *const names[] = {N_("Overdue"), N_("Due today"), N_("Next seven days"), N_("Later")};
	size_t from = 0, shown = work.count;
	for (size_t i = 0; i < 4; i++) {
		size_t to = from;
		while (to < work.count && row_moment(work.items[to].deadline, DEADLINE_DUE_AT) < bounds[i])
			to++;
		/* What is far away must not bury what is near. */
		size_t count = i == 3 && to - from > LATER_SHOWN ? LATER_SHOWN : to - from;
		shown -= to - from - count;
		write_table(page, names[i], work.items + from, count, i == 0);
		from = to;
	}
	int64_t all = work.overdue + work.today + work.week + work.later;
	if (work.count == 0)
		widget_empty(page, N_("Nothing is due"),
			N_("What the rules ask of your role appears here by itself, with its deadline."), text_empty());
	else if (all > (int64_t)shown)
		widget_paragraph(page, page_message_with(page, N_("{shown} of {all} are shown, the soonest first."), "shown",
			format_integer(page->language, page->arena, (int64_t)shown), "all",
			format_integer(page->language, page->arena, all), NULL));
	write_proposals(page);
	page_end(page);
}
