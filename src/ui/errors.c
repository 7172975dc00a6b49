/* errors.c - faults as people meet them: error summary, refusal card in four sentences, warning that asks for a reason. */
#include "ui/internal.h"

static bool is_rule(const struct error *error)
{
	return error->code == E_RULE || error->code == E_RULE_WARNING;
}

static struct text fault_text(struct page *page, const struct error *error)
{
	struct text what = message_error(page->language, page->arena, error);
	struct text advice = message_advice(page->language, page->arena, error);
	if (advice.length == 0)
		return what;
	return page_message_with(page, N_("{fault}. {advice}"), "fault", what, "advice", advice, NULL);
}

static void write_summary(struct page *page, const struct error_list *errors)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-error-summary");
	html_attribute_string(h, "data-module", "govuk-error-summary");
	html_begin(h, "div");
	html_attribute_string(h, "role", "alert");
	html_element(h, "h2", "govuk-error-summary__title", T(page, N_("There is a problem")));
	html_begin_class(h, "div", "govuk-error-summary__body");
	html_begin_class(h, "ul", "govuk-list govuk-error-summary__list");
	for (size_t i = 0; i < errors->count; i++) {
		const struct error *error = &errors->items[i];
		if (is_rule(error))
			continue;
		html_begin(h, "li");
		if (error->path.length > 1) {
			struct text name = arena_copy(page->arena, text_slice(error->path, 1, error->path.length));
			struct text id = widget_id(page, name.data, 1);
			html_link(h, NULL, arena_format(page->arena, "#%.*s", TEXT_FORMAT(id)), fault_text(page, error));
		} else {
			html_text(h, fault_text(page, error));
		}
		html_end(h);
	}
	html_end(h);
	html_end(h);
	html_end(h);
	html_end(h);
}

static struct text parameter_of(struct page *page, const struct error *error, const char *name)
{
	for (size_t i = 0; i < ERROR_PARAMETERS; i++) {
		const struct error_parameter *parameter = &error->parameters[i];
		if (parameter->name != NULL && text_equal_string(text_from(parameter->name), name))
			return parameter->translate ? page_message(page, arena_string(page->arena, parameter->value))
						    : parameter->value;
	}
	return text_empty();
}

static void sentence(struct page *page, const char *label, struct text text)
{
	struct html *h = &page->html;
	html_begin(h, "div");
	html_element(h, "dt", NULL, page_message(page, label));
	html_element(h, "dd", NULL, text);
	html_end(h);
}

/* What was asked, which rule stops it, what would be lawful, whom to ask. */
static void write_refusal(struct page *page, const struct error *error)
{
	struct html *h = &page->html;
	struct text ask = parameter_of(page, error, "ask"), lawful = message_advice(page->language, page->arena, error);
	html_begin_class(h, "dl", "custos-refusal__list");
	sentence(page, N_("You asked"), message_error(page->language, page->arena, error));
	html_begin(h, "div");
	html_element(h, "dt", NULL, T(page, N_("The rule")));
	html_begin(h, "dd");
	html_begin_class(h, "a", "govuk-link govuk-link--inverse");
	html_attribute(h, "href", arena_format(page->arena, "/rules/%s", error->citation != NULL ? error->citation : ""));
	widget_code(page, text_from(error->citation));
	html_end(h);
	html_text(h, TEXT_OF(" "));
	html_text(h, page_message(page, error->rule_text));
	html_end(h);
	html_end(h);
	sentence(page, N_("Lawful now"), lawful.length > 0 ? lawful : T(page, N_("Nothing of this kind: this rule has no exception.")));
	sentence(page, N_("Ask"), ask.length > 0 ? ask : T(page, N_("The governor on duty, or headquarters.")));
	html_end(h);
}

static void refusal_card_begin(struct page *page, int level, struct text heading)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "moj-interruption-card custos-refusal");
	html_begin_class(h, "div", "moj-interruption-card__content");
	html_element(h, level == 1 ? "h1" : "h2", "moj-interruption-card__heading", heading);
	html_begin_class(h, "div", "moj-interruption-card__body");
}

static void write_refusals(struct page *page, const struct error_list *errors)
{
	for (size_t i = 0; i < errors->count; i++) {
		if (errors->items[i].code == E_RULE)
			write_refusal(page, &errors->items[i]);
	}
}

/* Fields of one warning inside a form: its words and the reason that goes on record. */
static void write_warning(struct page *page, const struct error *error)
{
	struct html *h = &page->html;
	struct text name = arena_format(page->arena, "warning:%s", error->citation);
	struct text id = arena_format(page->arena, "warning-%d", ++page->ids);
	struct text hint = arena_format(page->arena, "%.*s-hint", TEXT_FORMAT(id));
	html_begin_class(h, "p", "govuk-body");
	html_text(h, page_message(page, error->rule_text));
	html_text(h, TEXT_OF(" "));
	widget_rule(page, text_from(error->citation));
	html_end(h);
	widget_paragraph(page, message_advice(page->language, page->arena, error));
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label govuk-label--s");
	html_attribute(h, "for", id);
	html_text(h, T(page, N_("Why do you go on?")));
	html_end(h);
	html_begin_class(h, "div", "govuk-hint");
	html_attribute(h, "id", hint);
	html_text(h, T(page, N_("In your own words. It is recorded with your name and may be read by the inspection.")));
	html_end(h);
	html_begin_class(h, "textarea", "govuk-textarea");
	html_attribute(h, "id", id);
	html_attribute(h, "name", name);
	html_attribute_integer(h, "rows", 3);
	html_attribute_string(h, "dir", "auto");
	html_attribute(h, "aria-describedby", hint);
	html_text(h, page_form(page, name.data));
	html_end(h);
	html_end(h);
}

static void warning_title(struct page *page, const struct error *error)
{
	struct html *h = &page->html;
	html_begin_class(h, "h2", "custos-warning__title");
	html_element(h, "span", "govuk-visually-hidden", T(page, N_("Warning:")));
	html_text(h, TEXT_OF(" "));
	html_text(h, message_error(page->language, page->arena, error));
	html_end(h);
}

static bool has_other(const struct error_list *errors)
{
	for (size_t i = 0; i < errors->count; i++) {
		if (!is_rule(&errors->items[i]))
			return true;
	}
	return false;
}

void page_errors(struct page *page, const struct error_list *errors)
{
	if (errors->count == 0)
		return;
	if (!page->begun) {
		page->shown_errors = errors;
		return;
	}
	if (has_other(errors))
		write_summary(page, errors);
	if (error_list_has(errors, E_RULE)) {
		refusal_card_begin(page, 2, T(page, N_("This is not lawful")));
		write_refusals(page, errors);
		html_end(&page->html);
		html_end(&page->html);
		html_end(&page->html);
	}
	for (size_t i = 0; i < errors->count; i++) {
		if (errors->items[i].code != E_RULE_WARNING)
			continue;
		html_begin_class(&page->html, "div", "custos-warning");
		warning_title(page, &errors->items[i]);
		widget_action_begin(page, page->request->path);
		act_hidden_inputs(page);
		write_warning(page, &errors->items[i]);
		widget_button(page, NULL, text_empty(), T(page, N_("Go on with this reason")), false);
		widget_action_end(page);
		html_end(&page->html);
	}
}

/* ---- acts: the whole page is the card ---- */

static void write_fact_form(struct page *page, struct act_form *form)
{
	struct html *h = &page->html;
	bool may = (form->act->flags & ACT_MAY_RECORD_FACT) != 0;
	html_begin_class(h, "form", "moj-interruption-card__actions custos-refusal__actions");
	html_attribute_string(h, "method", "post");
	html_attribute(h, "action", page->request->path);
	html_flag(h, "novalidate", true);
	widget_hidden(page, "csrf", page_csrf(page));
	act_hidden_inputs(page);
	if (may)
		html_element(h, "p", "custos-refusal__note",
			T(page, N_("If it has already happened, record it. It stands as a breach until put right.")));
	html_begin_class(h, "div", "govuk-button-group");
	html_begin_class(h, "button", "govuk-button govuk-button--inverse");
	html_attribute_string(h, "name", "_step");
	html_attribute_string(h, "value", "edit");
	html_text(h, T(page, N_("Go back and change it")));
	html_end(h);
	if (may) {
		html_begin_class(h, "button", "govuk-button custos-button--outline");
		html_attribute_string(h, "name", "record_fact");
		html_attribute_string(h, "value", "1");
		html_text(h, T(page, N_("Record what has already happened")));
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

void act_show_refusal(struct page *page, struct act_form *form)
{
	page->bare_head = true;
	page->shown_errors = NULL;
	struct text heading = page_message_with(page, N_("Not lawful: {act}"), "act", act_heading(page, form), NULL);
	page_begin(page, heading);
	refusal_card_begin(page, 1, heading);
	write_refusals(page, &form->errors);
	html_end(&page->html);
	write_fact_form(page, form);
	html_end(&page->html);
	html_end(&page->html);
	if (has_other(&form->errors))
		write_summary(page, &form->errors);
	page_end(page);
	page->response->status = 409;
}

void act_show_warnings(struct page *page, struct act_form *form)
{
	struct html *h = &page->html;
	page->shown_errors = NULL;
	page_begin(page, act_heading(page, form));
	html_begin_class(h, "div", "custos-warning");
	widget_action_begin(page, page->request->path);
	act_hidden_inputs(page);
	if (page_form(page, "record_fact").length > 0)
		widget_hidden(page, "record_fact", TEXT_OF("1"));
	widget_hidden(page, "_step", page_form(page, "_step"));
	for (size_t i = 0; i < form->errors.count; i++) {
		warning_title(page, &form->errors.items[i]);
		write_warning(page, &form->errors.items[i]);
	}
	html_begin_class(h, "div", "govuk-button-group");
	html_begin_class(h, "button", "govuk-button govuk-button--warning");
	html_attribute_string(h, "type", "submit");
	html_attribute_string(h, "data-module", "govuk-button");
	html_attribute_string(h, "data-prevent-double-click", "true");
	html_text(h, T(page, N_("Go on with this reason")));
	html_end(h);
	widget_button(page, "_back", TEXT_OF("1"), T(page, N_("Go back and change it")), true);
	html_end(h);
	widget_action_end(page);
	html_end(h);
	page_end(page);
	page->response->status = 422;
}
