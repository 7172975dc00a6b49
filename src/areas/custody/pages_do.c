/* pages_do.c - the form of any act about a person or a thing, with the person open above it; and the list of what can be recorded. */
#include "areas/custody/pages_common.h"

#include "base/random.h"

/* Forms that change what is there begin with what is there. */
static void fill_from_target(struct page *page, const struct act *act, struct row *row)
{
	const struct row *target = NULL;
	struct error_list ignored;
	struct text name = text_from(act->name);
	error_list_begin(&ignored, page->arena);
	if (act->target_input < 0 || !(text_ends_with(name, TEXT_OF(".correct")) || text_ends_with(name, TEXT_OF(".amend"))) ||
		!identifier_is_valid(row_text(row, act->target_input)) ||
		!query_load(page->query, act->record, row_text(row, act->target_input), &target, &ignored))
		return;
	for (int i = 0; i < act->input_record->field_count; i++) {
		int field = record_field(act->record, text_from(act->input_record->fields[i].name));
		if (i != act->target_input && field >= 0)
			row_set(row, i, row_value(target, field));
	}
}

/* Inputs named in the address; what does not fit the field is left out and asked. */
static struct row *preset(struct page *page, const struct act *act, struct text person)
{
	struct row *row = row_new(page->arena, act->input_record);
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	for (int i = 0; i < act->input_record->field_count; i++) {
		const struct field *field = &act->input_record->fields[i];
		struct text given = page_query(page, field->name);
		struct value value;
		bool subject = !text_is_empty(person) && registry_reference(page->registry, field) == page->registry->subject &&
			(text_equal_string(text_from(field->name), "person") || (i == act->target_input && act->record == page->registry->subject));
		if (subject)
			row_set_text(row, i, person);
		else if (!text_is_empty(given) && field_parse(field, page->arena, given, &value, &ignored))
			row_set(row, i, value);
		else if (field->type == FIELD_MOMENT && (field->flags & FIELD_REQUIRED))
			row_set_integer(row, i, page->now); /* at the gate "now" is nearly always right, and stays to be changed */
	}
	int facility = record_field(act->input_record, TEXT_OF("facility"));
	if (facility >= 0 && row_value(row, facility).kind == VALUE_ABSENT)
		row_set_text(row, facility, page->actor->facility);
	fill_from_target(page, act, row);
	return row;
}

void page_person_do(struct page *page)
{
	const struct row *person = subject_open(page);
	const struct act *act = registry_act(page->registry, page->parameters.values[1]);
	if (!person)
		return;
	page->back = path_subject(page, person->id, "");
	page_act(page, page->parameters.values[1], act ? preset(page, act, person->id) : NULL, act ? act_next(page, act, person->id) : text_empty());
}

/* The subject of the row acted on stands above the form, when there is one. */
void page_do(struct page *page)
{
	const struct act *act = registry_act(page->registry, page->parameters.values[0]);
	const struct row *target = NULL;
	struct error_list ignored; /* the act says itself what is wrong with its target */
	struct row *defaults = act ? preset(page, act, text_empty()) : NULL;
	error_list_begin(&ignored, page->arena);
	if (act && act->target_input >= 0) {
		struct text typed = page_form(page, act->input_record->fields[act->target_input].name);
		struct text id = text_is_empty(typed) ? row_text(defaults, act->target_input) : typed;
		if (identifier_is_valid(id) && query_peek(page->query, act->record, id, &target, &ignored))
			page->base_subject = row_subject(target);
	}
	page_act(page, page->parameters.values[0], defaults, act ? act_next(page, act, page->base_subject) : text_empty());
}

void page_person_actions(struct page *page)
{
	const struct row *person = subject_open(page);
	if (!person)
		return;
	page->back = path_subject(page, person->id, "");
	page_begin(page, T(page, N_("Everything you can record")));
	widget_paragraph(page, T(page, N_("Only what your role records is shown. What has already happened can always be recorded: each form offers it when a rule stands against it.")));
	subject_acts(page, person);
	page_end(page);
}
