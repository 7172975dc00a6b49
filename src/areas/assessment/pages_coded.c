/* pages_coded.c - forms in which one field is a code of the instrument: judging an outcome, settling a difference. */
#include "areas/assessment/pages_common.h"

const struct choice *labelled_choices(struct page *page, const struct labelled *labels, size_t count, bool not_applicable)
{
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, count + 3);
	for (size_t i = 0; i < count; i++)
		choices[i] = (struct choice){ arena_string(page->arena, labels[i].code), arena_string(page->arena, instrument_words(page, &labels[i].words)) };
	choices[count++] = (struct choice){ INSTRUMENT_UNKNOWN, N_("Unknown") };
	if (not_applicable)
		choices[count++] = (struct choice){ INSTRUMENT_NOT_APPLICABLE, N_("Not applicable") };
	choices[count] = (struct choice){ NULL, NULL };
	return choices;
}

struct text form_typed(struct page *page, const char *name)
{
	struct builder joined;
	builder_begin(&joined, page->arena, 64);
	for (size_t i = 0; i < page->form_count; i++) {
		if (!text_equal_string(page->form[i].name, name) || text_is_empty(text_trim(page->form[i].value)))
			continue;
		if (builder_text(&joined).length > 0)
			builder_add_byte(&joined, ' ');
		builder_add(&joined, text_trim(page->form[i].value));
	}
	return builder_text(&joined);
}

static void show(struct page *page, const struct coded_form *form, const struct error_list *errors)
{
	bool posted = page->request->method == HTTP_POST;
	page->caption = form->caption;
	page->back = form->back;
	page_errors(page, errors);
	page_begin(page, form->heading);
	widget_form_begin(page, page->request->path, false);
	for (const char *const *name = form->fields; *name; name++) {
		struct field *field = ARENA_NEW(page->arena, struct field);
		*field = form->act->input_record->fields[record_field(form->act->input_record, text_from(*name))];
		if (text_equal_string(text_from(*name), form->coded)) {
			field->type = FIELD_CHOICE;
			field->choices = form->choices;
		}
		int stored = form->stored ? record_field(form->stored->record, text_from(*name)) : FIELD_NONE;
		widget_field(page, field, stored >= 0 && !posted ? row_value(form->stored, stored) : value_absent(), posted ? form_typed(page, *name) : text_empty(), errors);
	}
	widget_form_end(page, N_("Save"));
	page_end(page);
}

void page_coded(struct page *page, const struct coded_form *form)
{
	struct error_list errors;
	struct outcome outcome = { 0 };
	struct pair pairs[16];
	size_t count = 0;
	error_list_begin(&errors, page->arena);
	for (; count < form->fixed_count; count++)
		pairs[count] = form->fixed[count];
	for (const char *const *name = form->fields; *name && count < sizeof pairs / sizeof *pairs; name++)
		pairs[count++] = (struct pair){ text_from(*name), form_typed(page, *name) };
	const struct command command = { .act = text_from(form->act->name), .inputs = pairs, .input_count = count };
	if (page->request->method == HTTP_POST && command_run(page->service, page->arena, page->actor, &command, &outcome, &errors))
		page_redirect(page, page_done(page, form->next, command.act, &outcome));
	else
		show(page, form, &errors);
}

void page_work_judge(struct page *page)
{
	static const char *const FIELDS[] = { "level", "judgement", "confidence", "horizon", "limits", NULL };
	struct view view;
	if (!view_open(page, &view))
		return;
	struct text back = path_assessment(page, view.assessment->id, view.own ? "/work" : "");
	const struct labelled *outcome = labelled_find(view.instrument.outcomes, view.instrument.outcome_count, page->parameters.values[1]);
	if (!outcome || !view.own) {
		page_redirect(page, back);
		return;
	}
	page_coded(page, &(struct coded_form){ .act = &ACT_ASSESSMENT_JUDGE, .coded = "level", .fields = FIELDS, .back = back, .next = back,
		.stored = view_part(&view.judgements, view.own, JUDGEMENT_OUTCOME, outcome->code), .heading = instrument_words(page, &outcome->words),
		.choices = labelled_choices(page, view.instrument.levels, view.instrument.level_count, false), .caption = T(page, N_("Judge an outcome")),
		.fixed = { { TEXT("rating_sheet"), view.own->id }, { TEXT("outcome"), outcome->code } }, .fixed_count = 2 });
}

void page_settle(struct page *page)
{
	static const char *const FIELDS[] = { "result", "rating", "note", NULL };
	struct view view;
	if (!view_open(page, &view))
		return;
	struct text back = path_assessment(page, view.assessment->id, ""), item = page->parameters.values[1];
	const struct factor *factor = instrument_factor(&view.instrument, item);
	const struct labelled *outcome = labelled_find(view.instrument.outcomes, view.instrument.outcome_count, item);
	if ((!factor && !outcome) || !row_is(view.assessment, ASSESSMENT_STATE, "second_rated")) {
		page_redirect(page, back);
		return;
	}
	const struct row *stored = NULL;
	for (size_t i = 0; i < view.settled.count; i++)
		stored = text_equal(row_text(view.settled.items[i], AGREEMENT_ITEM), item) ? view.settled.items[i] : stored;
	page_coded(page, &(struct coded_form){ .act = &ACT_ASSESSMENT_SETTLE, .coded = "rating", .fields = FIELDS, .back = back, .next = back, .stored = stored,
		.heading = instrument_words(page, factor ? &factor->title : &outcome->words), .caption = T(page, N_("Settle a difference")),
		.choices = factor ? labelled_choices(page, view.instrument.labels, view.instrument.label_count, true) :
			labelled_choices(page, view.instrument.levels, view.instrument.level_count, false),
		.fixed = { { TEXT("assessment"), view.assessment->id }, { TEXT("item"), item } }, .fixed_count = 2 });
}
