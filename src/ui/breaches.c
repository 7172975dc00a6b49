/* breaches.c - what has to be done about breaches, which repeat, and one breach: what happened, who mends it, who verified. */
#include <stdlib.h>

#include "service/records.h"
#include "ui/internal.h"

enum { REPEAT_DAYS = 90, REPEAT_COUNT = 3, GROUPS = 200 };

/* Breaches of one rule that share the place, the person or the row they are about. */
struct group {
	const char *by;	   /* message identifier */
	struct text rule, key;
	const struct row *newest;
	int64_t count, open;
};

struct overview {
	struct rows rows;
	struct group groups[GROUPS];
	size_t group_count;
};

static void group_add(struct overview *overview, const char *by, struct text key, const struct row *breach)
{
	struct text rule = row_text(breach, BREACH_RULE);
	struct group *group = NULL;
	if (text_is_empty(key))
		return;
	for (size_t i = 0; i < overview->group_count && !group; i++)
		if (overview->groups[i].by == by && text_equal(overview->groups[i].rule, rule) && text_equal(overview->groups[i].key, key))
			group = &overview->groups[i];
	if (!group && overview->group_count == GROUPS)
		return;
	if (!group) {
		group = &overview->groups[overview->group_count++];
		*group = (struct group){.by = by, .rule = rule, .key = key, .newest = breach};
	}
	group->count++;
	group->open += row_is(breach, BREACH_STATE, "open") ? 1 : 0;
}

static int compare_groups(const void *left, const void *right)
{
	const struct group *first = left, *second = right;
	return (first->count < second->count) - (first->count > second->count);
}

/* Newest first, so that the first of a group is its newest. */
static bool overview_read(struct page *page, struct overview *overview)
{
	const char *by_facility = N_("Facility"), *by_subject = N_("Person"), *by_row = N_("The same record");
	int64_t days = page_parameter(page, page->workplace, "breach.repeat_days", REPEAT_DAYS);
	if (!rows_where(page, &RECORD_BREACH, NULL, 0, BREACH_HAPPENED_AT, true, &overview->rows))
		return false;
	for (size_t i = 0; i < overview->rows.count; i++) {
		const struct row *breach = overview->rows.items[i];
		if (row_moment(breach, BREACH_HAPPENED_AT) < page->now - days * MOMENT_DAY)
			continue;
		group_add(overview, by_facility, row_text(breach, BREACH_FACILITY), breach);
		group_add(overview, by_subject, row_text(breach, BREACH_SUBJECT), breach);
		group_add(overview, by_row, row_text(breach, BREACH_ABOUT_ID), breach);
	}
	qsort(overview->groups, overview->group_count, sizeof overview->groups[0], compare_groups);
	return true;
}

static void write_key(struct page *page, const struct group *group)
{
	const struct row *breach = group->newest;
	int field = text_equal(group->key, row_text(breach, BREACH_FACILITY)) ? BREACH_FACILITY
		: text_equal(group->key, row_text(breach, BREACH_SUBJECT)) ? BREACH_SUBJECT : FIELD_NONE;
	const struct record *about = registry_record(page->registry, row_text(breach, BREACH_ABOUT_RECORD));
	if (field != FIELD_NONE)
		widget_value(page, breach, field);
	else if (about)
		html_link(&page->html, "govuk-link", page_path(page, about, group->key), page_reference_title(page, about, group->key));
}

static void write_repeated(struct page *page, const struct overview *overview)
{
	static const char *const headings[] = {N_("Rule"), N_("What they share"), N_("Which"), N_("How often"), N_("Still open"), N_("Newest"), NULL};
	int64_t least = page_parameter(page, page->workplace, "breach.repeat_count", REPEAT_COUNT);
	bool begun = false;
	for (size_t i = 0; i < overview->group_count; i++) {
		const struct group *group = &overview->groups[i];
		if (group->count < least)
			break;
		if (!begun)
			widget_table_begin(page, T(page, N_("Repeated breaches")), headings);
		begun = true;
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_rule(page, group->rule);
		widget_table_cell_end(page);
		widget_table_cell(page, page_message(page, group->by));
		widget_table_cell_begin(page);
		write_key(page, group);
		widget_table_cell_end(page);
		widget_table_cell(page, format_integer(page->language, page->arena, group->count));
		widget_table_cell(page, format_integer(page->language, page->arena, group->open));
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(group->newest, BREACH_HAPPENED_AT));
		widget_table_cell_end(page);
	}
	if (begun)
		widget_table_end(page);
}

enum sort_of_breach { NO_OWNER, LATE, MENDING, TO_VERIFY };

static enum sort_of_breach sort_of(const struct page *page, const struct row *breach)
{
	if (row_is(breach, BREACH_STATE, "remedied"))
		return TO_VERIFY;
	if (!row_has(breach, BREACH_OWNER))
		return NO_OWNER;
	return row_moment(breach, BREACH_DUE_AT) != 0 && row_moment(breach, BREACH_DUE_AT) < page->now ? LATE : MENDING;
}

static void write_sort(struct page *page, const struct overview *overview, enum sort_of_breach sort, const char *caption)
{
	static const int fields[] = {BREACH_HAPPENED_AT, BREACH_RULE, BREACH_FACILITY, BREACH_SUBJECT, BREACH_OWNER, BREACH_DUE_AT, -1};
	struct rows chosen = {ARENA_ARRAY(page->arena, struct row *, overview->rows.count + 1), 0};
	for (size_t i = 0; i < overview->rows.count; i++)
		if (!row_is(overview->rows.items[i], BREACH_STATE, "verified") && sort_of(page, overview->rows.items[i]) == sort)
			chosen.items[chosen.count++] = overview->rows.items[i];
	if (chosen.count > 0)
		rows_table(page, caption, &chosen, fields, "");
}

/* What the governor has to do about breaches, the worst first; with a filter or a search the plain list of all. */
void page_breaches(struct page *page)
{
	struct overview *overview = ARENA_NEW(page->arena, struct overview);
	page->section = "breaches";
	if (page->request->query.length > 0) {
		page_list(page, &RECORD_BREACH);
		return;
	}
	if (!overview_read(page, overview))
		return;
	page->wide = true;
	page_begin(page, T(page, N_("Breaches")));
	actions_begin(page);
	widget_button_link(page, TEXT_OF("/breaches?sort=happened_at"), T(page, N_("All breaches as a list")), true);
	actions_end(page);
	if (overview->rows.count == 0)
		widget_empty(page, N_("No breach is recorded"), N_("Rules and their words"), TEXT_OF("/rules"));
	write_repeated(page, overview);
	write_sort(page, overview, LATE, N_("Remedy overdue"));
	write_sort(page, overview, NO_OWNER, N_("Without an owner"));
	write_sort(page, overview, TO_VERIFY, N_("Mended: somebody else has to verify it"));
	write_sort(page, overview, MENDING, N_("Being mended"));
	page_end(page);
}

/* The message with the parameters it was recorded with, in the reader's language. */
struct text page_breach_sentence(struct page *page, const struct row *breach)
{
	struct error error = {.message = arena_string(page->arena, row_text(breach, BREACH_MESSAGE))};
	struct json_value root;
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (row_has(breach, BREACH_PARAMETERS) &&
			json_parse(page->arena, row_text(breach, BREACH_PARAMETERS), &root, &ignored)) {
		for (size_t i = 0; i < json_count(root) && i < ERROR_PARAMETERS; i++) {
			struct json_value item = json_at(root, i);
			error.parameters[i] = (struct error_parameter){
				.name = arena_string(page->arena, json_get_text(item, "name")), .value = json_get_text(item, "value"),
				.translate = json_to_boolean(json_get(item, "translate"), false)};
		}
	}
	return message_error(page->language, page->arena, &error);
}

static void write_fields(struct page *page, const struct row *breach)
{
	static const int fields[] = {BREACH_SUBJECT, BREACH_FACILITY, BREACH_HAPPENED_AT, BREACH_STATE, BREACH_OWNER, BREACH_DUE_AT,
		BREACH_REMEDY, BREACH_REMEDIED_BY, BREACH_VERIFIED_BY};
	struct html *h = &page->html;
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (row_value(breach, fields[i]).kind == VALUE_ABSENT)
			continue;
		html_begin_class(h, "div", "govuk-summary-list__row");
		html_element(h, "dt", "govuk-summary-list__key", page_message(page, RECORD_BREACH.fields[fields[i]].label));
		html_begin_class(h, "dd", "govuk-summary-list__value");
		widget_value(page, breach, fields[i]);
		html_end(h);
		html_end(h);
	}
	const struct record *about = registry_record(page->registry, row_text(breach, BREACH_ABOUT_RECORD));
	if (about != NULL && row_has(breach, BREACH_ABOUT_ID))
		widget_summary_link(page, page_message(page, about->label),
			page_reference_title(page, about, row_text(breach, BREACH_ABOUT_ID)),
			page_path(page, about, row_text(breach, BREACH_ABOUT_ID)));
	if (row_has(breach, BREACH_ACT))
		widget_summary_row(page, T(page, N_("Recorded by the act")), page_act_label(page, row_text(breach, BREACH_ACT)));
	widget_summary_end(page);
}

static void write_buttons(struct page *page, const struct row *breach)
{
	static const struct { const struct act *act; const char *state; } steps[] = {
		{&ACT_BREACH_ASSIGN, "open"}, {&ACT_BREACH_REMEDY, "open"}, {&ACT_BREACH_VERIFY, "remedied"}};
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-button-group");
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		const struct act *act = steps[i].act;
		if (page_may_act(page, act) && row_is(breach, BREACH_STATE, steps[i].state))
			widget_button_link(page, arena_format(page->arena, "/acts/%s?%s=%.*s", act->name,
				act->input_record->fields[act->target_input].name, TEXT_FORMAT(breach->id)),
				page_message(page, act->label), i == 0);
	}
	html_end(h);
}

void page_breach(struct page *page)
{
	struct error_list errors;
	struct html *h = &page->html;
	const struct row *breach = NULL;
	error_list_begin(&errors, page->arena);
	if (!query_load(page->query, &RECORD_BREACH, page->parameters.values[0], &breach, &errors) || breach == NULL) {
		page_fail(page, &errors);
		return;
	}
	const struct rule *rule = registry_rule(page->registry, row_text(breach, BREACH_RULE));
	page->section = "breaches";
	page->base_subject = row_text(breach, BREACH_SUBJECT);
	page->back = TEXT_OF("/breaches");
	page->caption = page_message_with(page, N_("Breach of rule {rule}"), "rule", row_text(breach, BREACH_RULE), NULL);
	page_begin(page, page_breach_sentence(page, breach));
	if (rule != NULL) {
		html_begin_class(h, "p", "govuk-body");
		html_text(h, page_message(page, rule->text));
		html_text(h, TEXT_OF(" "));
		widget_rule(page, text_from(rule->id));
		html_end(h);
	}
	write_fields(page, breach);
	write_buttons(page, breach);
	html_begin_class(h, "p", "govuk-body");
	html_link(h, "govuk-link", arena_format(page->arena, "/records/%s/%.*s/history", RECORD_BREACH.name,
		TEXT_FORMAT(breach->id)), T(page, N_("History: who changed what, when and why")));
	html_end(h);
	page_end(page);
}
