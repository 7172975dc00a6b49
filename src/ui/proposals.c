/* proposals.c - acts that wait for a second person: what is asked, by whom, and agreeing or declining. */
#include "service/records.h"
#include "ui/internal.h"

void page_proposals(struct page *page)
{
	page->section = "proposals";
	page_list(page, &RECORD_PROPOSAL);
}

static void write_input(struct page *page, const struct act *act, struct text name, struct text text)
{
	int index = act != NULL ? record_field(act->input_record, name) : FIELD_NONE;
	struct error_list ignored; /* what cannot be read any more is shown as it was typed */
	struct value value = value_text(text);
	error_list_begin(&ignored, page->arena);
	if (index == FIELD_NONE || !field_parse(&act->input_record->fields[index], page->arena, text, &value, &ignored)) {
		widget_summary_row(page, name, text);
		return;
	}
	const struct field *field = &act->input_record->fields[index];
	struct text shown = page_value(page, field, value);
	if (shown.length > 0)
		widget_summary_row(page, page_message(page, field->label), shown);
}

static void write_inputs(struct page *page, const struct row *proposal)
{
	const struct act *act = registry_act(page->registry, row_text(proposal, PROPOSAL_ACT));
	struct json_value root;
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (!json_parse(page->arena, row_text(proposal, PROPOSAL_INPUT), &root, &ignored)) {
		widget_paragraph(page, T(page, N_("What is proposed is withheld from you, so you cannot agree to it.")));
		return;
	}
	struct json_value inputs = json_get(root, "inputs"), warnings = json_get(root, "warnings");
	widget_summary_begin(page);
	for (size_t i = 0; i < json_count(inputs); i++) {
		struct text name;
		struct json_value value;
		if (json_member_at(inputs, i, &name, &value) && json_text(value).length > 0)
			write_input(page, act, name, json_text(value));
	}
	for (size_t i = 0; i < json_count(warnings); i++) {
		struct text name;
		struct json_value value;
		if (json_member_at(warnings, i, &name, &value))
			widget_summary_row(page, page_message_with(page, N_("Reason in spite of rule {rule}"), "rule", name, NULL),
				json_text(value));
	}
	widget_summary_end(page);
}

static void write_state(struct page *page, const struct row *proposal)
{
	static const int fields[] = {PROPOSAL_STATE, PROPOSAL_REASON, PROPOSAL_PROPOSED_BY, PROPOSAL_UNTIL, PROPOSAL_DECIDED_BY,
		PROPOSAL_DECISION_REASON};
	struct html *h = &page->html;
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (row_value(proposal, fields[i]).kind == VALUE_ABSENT)
			continue;
		html_begin_class(h, "div", "govuk-summary-list__row");
		html_element(h, "dt", "govuk-summary-list__key", page_message(page, RECORD_PROPOSAL.fields[fields[i]].label));
		html_begin_class(h, "dd", "govuk-summary-list__value");
		widget_value(page, proposal, fields[i]);
		html_end(h);
		html_end(h);
	}
	widget_summary_end(page);
}

static void write_buttons(struct page *page, const struct row *proposal)
{
	const struct act *act = registry_act(page->registry, row_text(proposal, PROPOSAL_ACT));
	bool own = text_equal(row_text(proposal, PROPOSAL_PROPOSED_BY), page->actor->id);
	struct html *h = &page->html;
	if (!row_is(proposal, PROPOSAL_STATE, "waiting"))
		return;
	if (own) {
		html_element(h, "div", "govuk-inset-text",
			T(page, N_("You proposed this. Somebody else has to agree.")));
		return;
	}
	if (act == NULL || !actor_has_role(page->actor, act->seconds)) {
		html_element(h, "div", "govuk-inset-text", T(page, N_("Your role is not one that can agree to this.")));
		return;
	}
	/* Nobody can agree to what is withheld from him. */
	bool blind = (proposal->redacted & (UINT64_C(1) << PROPOSAL_INPUT)) != 0;
	html_begin_class(h, "div", "govuk-button-group");
	static const struct act *const acts[] = {&ACT_PROPOSAL_APPROVE, &ACT_PROPOSAL_DECLINE};
	for (size_t i = blind ? 1 : 0; i < 2; i++)
		widget_button_link(page, arena_format(page->arena, "/acts/%s?%s=%.*s", acts[i]->name,
			acts[i]->input_record->fields[acts[i]->target_input].name, TEXT_FORMAT(proposal->id)),
			page_message(page, acts[i]->label), i > 0);
	html_end(h);
}

void page_proposal(struct page *page)
{
	struct error_list errors;
	const struct row *proposal = NULL;
	error_list_begin(&errors, page->arena);
	if (!query_load(page->query, &RECORD_PROPOSAL, page->parameters.values[0], &proposal, &errors) || proposal == NULL) {
		page_fail(page, &errors);
		return;
	}
	page->section = "proposals";
	page->base_subject = row_text(proposal, PROPOSAL_SUBJECT);
	page->back = TEXT_OF("/proposals");
	page->caption = T(page, N_("Proposal for a second person"));
	page_begin(page, page_act_label(page, row_text(proposal, PROPOSAL_ACT)));
	write_state(page, proposal);
	widget_heading(page, 2, T(page, N_("What is proposed")));
	write_inputs(page, proposal);
	write_buttons(page, proposal);
	page_end(page);
}
