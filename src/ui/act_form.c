/* act_form.c - the form of an act, and the page that shows the answers before what cannot be undone. */
#include "base/random.h"
#include "ui/internal.h"

struct text act_heading(struct page *page, const struct act_form *form)
{
	return page_act_label(page, text_from(form->act->name));
}

/* The row acted on is not asked when it is known; neither is what the reader may not see. */
static uint64_t hidden_inputs(const struct act_form *form)
{
	uint64_t hide = 0;
	const struct record *inputs = form->inputs;
	for (int i = 0; i < inputs->field_count; i++) {
		if (i == form->act->target_input && form->target != NULL)
			hide |= UINT64_C(1) << i;
		int field = form->target != NULL ? record_field(form->target->record, text_from(inputs->fields[i].name))
						 : FIELD_NONE;
		if (field != FIELD_NONE && (form->target->redacted & (UINT64_C(1) << field)))
			hide |= UINT64_C(1) << i;
	}
	return hide;
}

static bool asks_for_files(const struct record *inputs)
{
	for (int i = 0; i < inputs->field_count; i++) {
		if (inputs->fields[i].type == FIELD_DOCUMENT)
			return true;
	}
	return false;
}

static struct text kept(struct page *page, const char *name, struct text otherwise)
{
	struct text typed = page_form(page, name);
	return typed.length > 0 ? typed : otherwise;
}

static void write_own_inputs(struct page *page, const struct act_form *form)
{
	char key[IDENTIFIER_LENGTH + 1];
	identifier_write(key);
	widget_hidden(page, "_key", kept(page, "_key", text_from(key)));
	widget_hidden(page, "_boxes", TEXT_OF("1"));
	struct text next = kept(page, "_next", page_query(page, "next"));
	if (next.length > 0)
		widget_hidden(page, "_next", page_safe_path(page, next));
	if (form->target != NULL) {
		const struct field *input = &form->act->input_record->fields[form->act->target_input];
		widget_hidden(page, input->name, form->target->id);
		struct text version = arena_format(page->arena, "%lld", (long long)form->target->version);
		/* After a conflict the new version has been seen, because it stands on this page. */
		bool conflict = error_list_has(&form->errors, E_CONFLICT);
		widget_hidden(page, "_version", conflict ? version : kept(page, "_version", version));
	}
	if (page_form(page, "record_fact").length > 0)
		widget_hidden(page, "record_fact", TEXT_OF("1"));
}

static const struct field reason_field = {.name = "_reason", .label = N_("Reason"),
	.help = N_("In your own words. It is recorded with your name."), .type = FIELD_PROSE, .flags = FIELD_REQUIRED};

static void write_reason(struct page *page, const struct act_form *form)
{
	if (!(form->act->flags & ACT_REASON))
		return;
	struct error_list mapped; /* the engine calls it /reason */
	error_list_begin(&mapped, page->arena);
	const struct error *error = widget_error_of(&form->errors, "reason");
	if (error != NULL) {
		struct error copy = *error;
		copy.path = TEXT_OF("/_reason");
		error_add(&mapped, &copy);
	}
	widget_field(page, &reason_field, value_absent(), text_empty(), &mapped);
}

static void write_basis(struct page *page, const struct act_form *form)
{
	struct html *h = &page->html;
	if (form->act->help != NULL)
		widget_paragraph(page, page_message(page, form->act->help));
	if (form->act->basis != NULL) {
		html_begin_class(h, "p", "govuk-body-s custos-quiet");
		html_text(h, page_message(page, form->act->basis->title));
		html_text(h, TEXT_OF(" "));
		widget_rule(page, text_from(form->act->basis->id));
		html_end(h);
	}
	if (form->act->flags & ACT_SECOND_PERSON)
		html_element(h, "div", "govuk-inset-text",
			T(page, N_("This needs two people: what you send waits until a second person agrees.")));
}

/* Whom the form is about: his or her identity bar stands on top, and lists offer rows of this file only. */
static void find_subject(struct page *page, const struct act_form *form)
{
	const struct record *subject = page->registry->subject;
	if (page->base_subject.length == 0 && form->target != NULL)
		page->base_subject = row_subject(form->target);
	for (int i = 0; subject != NULL && page->base_subject.length == 0 && i < form->inputs->field_count; i++) {
		const struct field *field = &form->inputs->fields[i];
		if (field->type != FIELD_REFERENCE || registry_reference(page->registry, field) != subject)
			continue;
		struct text typed = page_form(page, field->name);
		typed = typed.length > 0 ? typed : page_query(page, field->name);
		if (identifier_is_valid(typed))
			page->base_subject = typed;
	}
}

void act_show_form(struct page *page, struct act_form *form)
{
	const struct record *inputs = form->inputs;
	if (form->target != NULL && page->caption.length == 0)
		page->caption = page_title(page, form->target);
	if (form->target != NULL && page->back.length == 0)
		page->back = page_path(page, form->target->record, form->target->id);
	/* Corrections ask for nothing by themselves: what the record must have, the record says. */
	page->plain_labels = text_ends_with(text_from(form->act->name), TEXT_OF(".correct"));
	find_subject(page, form);
	page_begin(page, act_heading(page, form));
	write_basis(page, form);
	widget_form_begin(page, text_empty(), asks_for_files(inputs));
	write_own_inputs(page, form);
	widget_fields(page, inputs, form->defaults, &form->errors, hidden_inputs(form));
	write_reason(page, form);
	widget_form_end(page, form->act->flags & ACT_IRREVERSIBLE ? N_("Check and go on") : N_("Save"));
	page_end(page);
}

static struct value typed_value(struct page *page, const struct field *field)
{
	struct value value = value_absent();
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	struct text typed = page_form(page, field->name), id;
	if (field->type == FIELD_REFERENCE && !identifier_is_valid(typed) &&
			page_reference(page, registry_reference(page->registry, field), typed, &id))
		typed = id;
	field_parse(field, page->arena, typed, &value, &ignored);
	return value;
}

void act_summary(struct page *page, const struct act_form *form, bool whole)
{
	const struct record *inputs = form->inputs;
	widget_summary_begin(page);
	for (int i = 0; i < inputs->field_count; i++) {
		const struct field *field = &inputs->fields[i];
		if ((field->flags & FIELD_DERIVED) || (!whole && i != form->act->target_input))
			continue;
		struct text shown = field->type == FIELD_DOCUMENT && page_form(page, field->name).length > 0
			? T(page, N_("A document is attached")) : page_value(page, field, typed_value(page, field));
		if (shown.length > 0)
			widget_summary_row(page, page_message(page, field->label), shown);
	}
	struct text reason = page_form(page, "_reason");
	if (reason.length > 0)
		widget_summary_row(page, T(page, N_("Reason")), reason);
	widget_summary_end(page);
}

void act_show_check(struct page *page, struct act_form *form)
{
	struct html *h = &page->html;
	page->caption = act_heading(page, form);
	find_subject(page, form);
	page_begin(page, T(page, N_("Check your answers")));
	act_summary(page, form, true);
	html_begin_class(h, "div", "govuk-warning-text");
	html_begin_class(h, "span", "govuk-warning-text__icon");
	html_attribute_string(h, "aria-hidden", "true");
	html_text(h, TEXT_OF("!"));
	html_end(h);
	html_begin_class(h, "strong", "govuk-warning-text__text");
	html_element(h, "span", "govuk-visually-hidden", T(page, N_("Warning")));
	html_text(h, TEXT_OF(" "));
	html_text(h, T(page, N_("This cannot be undone; it can only be corrected by another entry.")));
	html_end(h);
	html_end(h);
	widget_action_begin(page, text_empty());
	act_hidden_inputs(page);
	if (page_form(page, "record_fact").length > 0)
		widget_hidden(page, "record_fact", TEXT_OF("1"));
	html_begin_class(h, "div", "govuk-button-group");
	widget_button(page, "_step", TEXT_OF("confirm"), act_heading(page, form), false);
	widget_button(page, "_step", TEXT_OF("edit"), T(page, N_("Go back and change it")), true);
	html_end(h);
	widget_action_end(page);
	page_end(page);
}
