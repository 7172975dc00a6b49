/* breaches.c - recorded breaches: what happened, who mends it, who verified. */
#include "service/records.h"
#include "ui/internal.h"

void page_breaches(struct page *page)
{
	page->section = "breaches";
	page_list(page, &RECORD_BREACH);
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
