/* pages_work.c - a rater's workspace: what is rated and what is not, factor by factor with the sources beside, by keyboard to the end. */
#include "areas/assessment/pages_common.h"

#include "areas/assessment/evidence_words.h"

/* The reader's own sheet; anybody else is told where to go. */
static bool work_open(struct page *page, struct view *view)
{
	if (!view_open(page, view))
		return false;
	if (view->own)
		return true;
	page_redirect(page, path_assessment(page, view->assessment->id, ""));
	return false;
}

static bool is_draft(const struct view *view)
{
	return row_is(view->own, SHEET_STATE, "draft") && !row_is(view->assessment, ASSESSMENT_STATE, "cancelled");
}

static struct text path_factor(struct page *page, const struct view *view, struct text code)
{
	return arena_format(page->arena, "/assessments/%.*s/work/%.*s", TEXT_FORMAT(view->assessment->id), TEXT_FORMAT(code));
}

/* Form of an act of the sheet, filled with what is there already. */
static struct text path_part(struct page *page, const struct view *view, const char *act, const char *name, struct text code)
{
	struct text path = arena_format(page->arena, "/assessments/%.*s/form/%s", TEXT_FORMAT(view->assessment->id), act);
	return name ? path_with(page, path, name, code) : path;
}

/* ---- overview ---- */

static void write_factor_step(struct page *page, const struct view *view, const struct factor *factor)
{
	const struct row *rating = view_part(&view->ratings, view->own, RATING_FACTOR, factor->code);
	bool rated = rating && row_has(rating, RATING_RATING), stated = rated && rating_is_stated(rating);
	bool bare = stated && (!row_has(rating, RATING_EVIDENCE) || !row_has(rating, RATING_SOURCES));
	struct task task = { .name = instrument_words(page, &factor->title), .href = path_factor(page, view, factor->code),
		.hint = bare ? T(page, N_("Evidence or source is missing")) : text_empty(), .colour = !rated ? "grey" : bare ? "yellow" : stated ? "blue" : "purple",
		.status = rated ? rating_words(page, &view->instrument, row_text(rating, RATING_RATING)) : T(page, N_("No rating")) };
	task_list_step(page, &task);
}

static void write_progress(struct page *page, const struct view *view)
{
	int64_t rated = 0, unknown = 0;
	for (size_t i = 0; i < view->instrument.factor_count; i++) {
		const struct row *rating = view_part(&view->ratings, view->own, RATING_FACTOR, view->instrument.factors[i].code);
		rated += rating && row_has(rating, RATING_RATING);
		unknown += rating && row_is(rating, RATING_RATING, INSTRUMENT_UNKNOWN);
	}
	struct text of = arena_format(page->arena, "%zu", view->instrument.factor_count);
	html_begin_class(&page->html, "p", "govuk-body");
	html_text(&page->html, page_message_with(page, N_("{rated} of {all} factors have a rating; {unknown} of them are unknown."), "rated",
		arena_format(page->arena, "%lld", (long long)rated), "all", of, "unknown", arena_format(page->arena, "%lld", (long long)unknown), NULL));
	html_text(&page->html, TEXT_OF(" "));
	html_begin(&page->html, "progress");
	html_attribute(&page->html, "aria-label", T(page, N_("Factors with a rating")));
	html_attribute(&page->html, "max", of);
	html_attribute_integer(&page->html, "value", rated);
	html_end(&page->html);
	html_end(&page->html);
}

static void write_own_words(struct page *page, const struct view *view)
{
	static const int SOURCES[] = { SOURCE_MARK, SOURCE_TEXT, SOURCE_RELIABILITY, -1 };
	struct rows own = rows_of_sheet(page, &view->sources, view->own);
	if (own.count == 0)
		widget_heading(page, 2, T(page, N_("Sources")));
	rows_table(page, N_("Sources"), &own, SOURCES, N_("No source yet. Every rating names at least one."));
	actions_begin(page);
	if (is_draft(view))
		widget_button_link(page, path_part(page, view, "source", NULL, text_empty()), T(page, N_("Add a source")), true);
	actions_end(page);
}

static void write_conclusions(struct page *page, const struct view *view)
{
	widget_heading(page, 2, T(page, N_("Formulation and judgement")));
	task_list_begin(page);
	struct task words = { .name = T(page, N_("Interview, formulation and limits")), .href = path_part(page, view, "describe", NULL, text_empty()),
		.colour = row_has(view->own, SHEET_LIMITS) ? "green" : "grey", .status = row_has(view->own, SHEET_LIMITS) ? T(page, N_("Done")) : T(page, N_("Not started")) };
	task_list_step(page, &words);
	bool imagines = text_equal_string(view->instrument.question, "violent-extremism") && row_is(view->own, SHEET_POSITION, "first");
	for (const struct choice *kind = SCENARIO_KIND_CHOICES; imagines && kind->code; kind++) {
		const struct row *scenario = view_part(&view->scenarios, view->own, SCENARIO_KIND, text_from(kind->code));
		struct task task = { .name = page_message_with(page, N_("Scenario: {kind}"), "kind", page_message(page, kind->label), NULL),
			.href = path_part(page, view, "imagine", "kind", text_from(kind->code)), .colour = scenario ? "green" : "grey",
			.status = scenario ? T(page, N_("Done")) : T(page, N_("Not started")) };
		task_list_step(page, &task);
	}
	for (size_t i = 0; i < view->instrument.outcome_count; i++) {
		const struct labelled *outcome = &view->instrument.outcomes[i];
		const struct row *judgement = view_part(&view->judgements, view->own, JUDGEMENT_OUTCOME, outcome->code);
		bool judged = judgement && row_has(judgement, JUDGEMENT_LEVEL);
		struct task task = { .name = page_message_with(page, N_("Judge: {outcome}"), "outcome", instrument_words(page, &outcome->words), NULL),
			.href = arena_format(page->arena, "/assessments/%.*s/judge/%.*s", TEXT_FORMAT(view->assessment->id), TEXT_FORMAT(outcome->code)), .colour = judged ? "green" : "grey",
			.status = judged ? level_words(page, &view->instrument, row_text(judgement, JUDGEMENT_LEVEL)) : T(page, N_("Not started")) };
		task_list_step(page, &task);
	}
	task_list_end(page);
}

void page_assessment_work(struct page *page)
{
	struct view view;
	if (!work_open(page, &view))
		return;
	page->back = path_assessment(page, view.assessment->id, "");
	page->back_label = T(page, N_("The assessment"));
	page->caption = choice_label(page, &RECORD_RATING_SHEET, SHEET_POSITION, row_text(view.own, SHEET_POSITION));
	page_begin(page, instrument_words(page, &view.instrument.title));
	if (row_is_yes(view.own, SHEET_SEALED))
		html_element(&page->html, "div", "govuk-inset-text", T(page, N_("Only you see what you write here, until all raters have submitted.")));
	write_progress(page, &view);
	for (size_t i = 0; i < view.instrument.domain_count; i++) {
		const struct domain *domain = &view.instrument.domains[i];
		widget_heading(page, 2, instrument_words(page, &domain->title));
		task_list_begin(page);
		for (size_t j = domain->first; j < domain->first + domain->count; j++)
			write_factor_step(page, &view, &view.instrument.factors[j]);
		task_list_end(page);
	}
	write_own_words(page, &view);
	write_conclusions(page, &view);
	actions_begin(page);
	if (is_draft(&view))
		action_link(page, &ACT_ASSESSMENT_SUBMIT, path_do(page, text_empty(), &ACT_ASSESSMENT_SUBMIT, "rating_sheet", view.own->id,
			path_assessment(page, view.assessment->id, "")), true);
	actions_end(page);
	page_end(page);
}

/* ---- one factor ---- */

struct factor_form { struct view view; const struct factor *factor; size_t index; const struct row *rating; struct error_list errors; bool posted; };

/* Fields of the form in order: the input of assessment.rate by name. */
static const char *const FORM_FIELDS[] = { "rating", "evidence", "sources", "fact_or_opinion", "present_or_past", "confidence", "relevance", "behaviour_based",
	"alternative", "account" };

static const struct choice *source_choices(struct page *page, const struct view *view)
{
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, view->sources.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < view->sources.count; i++)
		if (text_equal(row_text(view->sources.items[i], PART_SHEET), view->own->id))
			choices[count++] = (struct choice){ arena_string(page->arena, row_text(view->sources.items[i], SOURCE_MARK)),
				arena_format(page->arena, "%.*s: %.*s", TEXT_FORMAT(row_text(view->sources.items[i], SOURCE_MARK)),
					TEXT_FORMAT(row_text(view->sources.items[i], SOURCE_TEXT))).data };
	choices[count] = (struct choice){ NULL, NULL };
	return choices;
}

static void write_form_field(struct page *page, struct factor_form *form, const char *name)
{
	int input = record_field(ACT_ASSESSMENT_RATE.input_record, text_from(name)), stored = record_field(&RECORD_FACTOR_RATING, text_from(name));
	struct field field = ACT_ASSESSMENT_RATE.input_record->fields[input];
	struct text shown = form->posted ? form_typed(page, name) : text_empty();
	if (text_equal_string(text_from(name), "rating")) {
		field.type = FIELD_CHOICE;
		field.choices = labelled_choices(page, form->view.instrument.labels, form->view.instrument.label_count, true);
	} else if (text_equal_string(text_from(name), "sources")) {
		field.choices = source_choices(page, &form->view);
		field.help = NULL;
		if (!field.choices[0].code) {
			widget_paragraph(page, T(page, N_("You have no source yet: add one first, then mark it here.")));
			return;
		}
	}
	struct field *kept = ARENA_NEW(page->arena, struct field);
	*kept = field;
	widget_field(page, kept, form->rating && !form->posted ? row_value(form->rating, stored) : value_absent(), shown, &form->errors);
	if (text_equal_string(text_from(name), "evidence")) {
		struct text evidence = form->posted ? shown : form->rating ? row_text(form->rating, RATING_EVIDENCE) : text_empty();
		if (evidence_is_only_protected(page->arena, evidence))
			html_element(&page->html, "div", "govuk-inset-text",
				T(page, N_("This names only worship, dress, diet, language or lawful reading. A second reader is stopped by it: add what bears on harm, or choose unknown.")));
		else if (evidence_is_only_silence(page->arena, evidence))
			html_element(&page->html, "div", "govuk-inset-text", T(page, N_("Silence or a refused interview moves no rating: add other evidence, or choose unknown.")));
	}
}

static void write_side(struct page *page, struct factor_form *form)
{
	static const int SOURCES[] = { SOURCE_MARK, SOURCE_TEXT, SOURCE_RELIABILITY, -1 };
	struct html *h = &page->html;
	card_begin(page, N_("Guidance"));
	html_element(h, "p", "govuk-body-s", instrument_words(page, &form->factor->guidance));
	html_element(h, "p", "govuk-body-s custos-quiet", factor_kind_words(page, form->factor));
	html_end(h);
	card_begin(page, N_("Evidence"));
	html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	for (size_t i = 0; i < form->view.sources.count; i++) {
		const struct row *source = form->view.sources.items[i];
		if (!text_equal(row_text(source, PART_SHEET), form->view.own->id))
			continue;
		html_begin(h, "li");
		for (int j = 0; SOURCES[j] >= 0; j++) {
			html_element(h, "bdi", NULL, page_value(page, &RECORD_EVIDENCE_SOURCE.fields[SOURCES[j]], row_value(source, SOURCES[j])));
			html_text(h, SOURCES[j + 1] >= 0 ? TEXT_OF(" · ") : text_empty());
		}
		html_end(h);
	}
	html_end(h);
	html_begin_class(h, "p", "govuk-body-s");
	html_link(h, "govuk-link", path_with(page, path_part(page, &form->view, "source", NULL, text_empty()), "next", page->request->path), T(page, N_("Add a source")));
	html_end(h);
	if (row_has(form->view.assessment, ASSESSMENT_PERSON)) {
		html_begin_class(h, "p", "govuk-body-s");
		html_link(h, "govuk-link", path_subject(page, row_text(form->view.assessment, ASSESSMENT_PERSON), "/notes"), T(page, N_("Notes in the file")));
		html_end(h);
	}
	html_end(h);
}

static void write_neighbour(struct page *page, struct factor_form *form, bool next)
{
	const struct instrument *instrument = &form->view.instrument;
	bool there = next ? form->index + 1 < instrument->factor_count : form->index > 0;
	if (there)
		widget_button_link(page, path_factor(page, &form->view, instrument->factors[next ? form->index + 1 : form->index - 1].code),
			T(page, next ? N_("Next without saving") : N_("Back one factor")), true);
}

static void write_factor_form(struct page *page, struct factor_form *form)
{
	struct html *h = &page->html;
	int64_t version = form->rating ? form->rating->version : 0;
	widget_form_begin(page, page->request->path, false);
	html_begin(h, "div");
	html_flag(h, "data-autosave", true);
	html_attribute(h, "data-saving", T(page, N_("Saving")));
	html_attribute(h, "data-saved", T(page, N_("Saved")));
	html_attribute(h, "data-failed", T(page, N_("Not saved:")));
	html_attribute_string(h, "class", "govuk-body-s custos-quiet");
	html_attribute_string(h, "role", "status");
	html_end(h);
	widget_hidden(page, "_version", arena_format(page->arena, "%lld", (long long)version));
	for (size_t i = 0; i < sizeof FORM_FIELDS / sizeof *FORM_FIELDS; i++)
		write_form_field(page, form, FORM_FIELDS[i]);
	html_begin_class(h, "div", "govuk-button-group");
	widget_button(page, "go", TEXT_OF("next"), T(page, form->index + 1 < form->view.instrument.factor_count ? N_("Save and next factor") : N_("Save and back to the sheet")), false);
	widget_button(page, "go", TEXT_OF("stay"), T(page, N_("Save")), true);
	write_neighbour(page, form, false);
	write_neighbour(page, form, true);
	html_end(h);
	html_end(h);
}

static void show_factor(struct page *page, struct factor_form *form)
{
	struct html *h = &page->html;
	page->back = path_assessment(page, form->view.assessment->id, "/work");
	page->back_label = T(page, N_("All factors"));
	page->caption = page_message_with(page, N_("Factor {number} of {all}"), "number", arena_format(page->arena, "%zu", form->index + 1), "all",
		arena_format(page->arena, "%zu", form->view.instrument.factor_count), NULL);
	page->plain_labels = true;
	page_errors(page, &form->errors);
	page_begin(page, instrument_words(page, &form->factor->title));
	html_begin_class(h, "div", "custos-columns");
	html_begin_class(h, "div", "custos-columns__main");
	if (is_draft(&form->view))
		write_factor_form(page, form);
	else
		widget_paragraph(page, T(page, N_("This sheet is submitted: what you wrote stands on the page of the assessment.")));
	html_end(h);
	html_begin_class(h, "div", "custos-columns__side");
	write_side(page, form);
	html_end(h);
	html_end(h);
	page_end(page);
}

static bool save_factor(struct page *page, struct factor_form *form, struct outcome *out)
{
	enum { PAIRS = sizeof FORM_FIELDS / sizeof *FORM_FIELDS + 3 };
	struct pair *pairs = ARENA_ARRAY(page->arena, struct pair, PAIRS);
	size_t count = 0;
	pairs[count++] = (struct pair){ TEXT_OF("rating_sheet"), form->view.own->id };
	pairs[count++] = (struct pair){ TEXT_OF("factor"), form->factor->code };
	pairs[count++] = (struct pair){ TEXT_OF("rating_version"), page_form(page, "_version") };
	for (size_t i = 0; i < sizeof FORM_FIELDS / sizeof *FORM_FIELDS; i++)
		pairs[count++] = (struct pair){ text_from(FORM_FIELDS[i]), form_typed(page, FORM_FIELDS[i]) };
	const struct command command = { .act = text_from(ACT_ASSESSMENT_RATE.name), .inputs = pairs, .input_count = count };
	return command_run(page->service, page->arena, page->actor, &command, out, &form->errors);
}

/* Saving by the script: one line of text instead of a page. */
static void answer_script(struct page *page, struct factor_form *form, const struct outcome *outcome)
{
	struct text answer = form->errors.count ? message_error(page->language, page->arena, &form->errors.items[0]) :
		arena_format(page->arena, "saved %lld", (long long)outcome->version);
	page_file(page, "text/plain; charset=utf-8", answer, text_empty());
}

void page_work_factor(struct page *page)
{
	struct factor_form *form = ARENA_NEW(page->arena, struct factor_form);
	struct outcome outcome = { 0 };
	*form = (struct factor_form){ .posted = page->request->method == HTTP_POST };
	if (!work_open(page, &form->view))
		return;
	error_list_begin(&form->errors, page->arena);
	form->factor = instrument_factor(&form->view.instrument, page->parameters.values[1]);
	if (!form->factor) {
		page_redirect(page, path_assessment(page, form->view.assessment->id, "/work"));
		return;
	}
	form->index = (size_t)(form->factor - form->view.instrument.factors);
	form->rating = view_part(&form->view.ratings, form->view.own, RATING_FACTOR, form->factor->code);
	bool saved = form->posted && save_factor(page, form, &outcome);
	if (form->posted && text_equal_string(page_form(page, "go"), "auto")) {
		answer_script(page, form, &outcome);
		return;
	}
	if (!saved) {
		show_factor(page, form);
		return;
	}
	bool stay = text_equal_string(page_form(page, "go"), "stay"), last = form->index + 1 == form->view.instrument.factor_count;
	struct text next = stay ? page->request->path : last ? path_assessment(page, form->view.assessment->id, "/work") :
		path_factor(page, &form->view, form->view.instrument.factors[form->index + 1].code);
	page_redirect(page, page_done(page, next, text_from(ACT_ASSESSMENT_RATE.name), &outcome));
}

/* ---- the other forms of the sheet, filled with what is there ---- */

static const struct { const char *name; const struct act *act; int field; const char *input; } FORMS[] = {
	{ "source", &ACT_ASSESSMENT_SOURCE, SOURCE_MARK, "mark" },
	{ "imagine", &ACT_ASSESSMENT_IMAGINE, SCENARIO_KIND, "kind" },
	{ "describe", &ACT_ASSESSMENT_DESCRIBE, FIELD_NONE, NULL } };

/* The next free mark: a, b, c ... */
static struct text free_mark(struct page *page, const struct view *view)
{
	for (char mark = 'a'; mark <= 'z'; mark++) {
		struct text text = arena_copy(page->arena, text_make(&mark, 1));
		if (!view_part(&view->sources, view->own, SOURCE_MARK, text))
			return text;
	}
	return text_empty();
}

void page_work_form(struct page *page)
{
	struct view view;
	size_t which = 0, count = sizeof FORMS / sizeof *FORMS;
	if (!work_open(page, &view))
		return;
	while (which < count && !text_equal_string(page->parameters.values[1], FORMS[which].name))
		which++;
	struct text work = path_assessment(page, view.assessment->id, "/work");
	if (which == count) {
		page_redirect(page, work);
		return;
	}
	struct text code = FORMS[which].input ? page_query(page, FORMS[which].input) : text_empty();
	const struct row *old = FORMS[which].input ? view_part(which == 0 ? &view.sources : &view.scenarios, view.own, FORMS[which].field, code) : view.own;
	struct row *defaults = row_new(page->arena, FORMS[which].act->input_record);
	row_set_text(defaults, 0, view.own->id);
	for (int i = 1; i < defaults->record->field_count; i++) {
		int field = old ? record_field(old->record, text_from(defaults->record->fields[i].name)) : FIELD_NONE;
		if (field >= 0)
			row_set(defaults, i, row_value(old, field));
	}
	if (FORMS[which].input)
		row_set_text(defaults, 1, text_is_empty(code) && which == 0 ? free_mark(page, &view) : code);
	page->back = work;
	struct text next = page_query(page, "next");
	page_act(page, text_from(FORMS[which].act->name), defaults, path_is_inside(next) ? next : work);
}
