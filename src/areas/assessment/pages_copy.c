/* pages_copy.c - the person's own copy, on paper, in a language that the person reads: what was judged, in words, with limits, end and
 * the way to contest it. Sources stay out of it: they can name other people. */
#include "areas/assessment/pages_common.h"

/* ?language=, else the first language of the person that Custos speaks, else the reader's. */
static const struct language *language_of(struct page *page, const struct row *person)
{
	size_t count;
	const struct language *all = language_list(&count);
	struct text rest = text_is_empty(page_query(page, "language")) ? row_text(person, PERSON_LANGUAGES) : page_query(page, "language"), code;
	while (rest.length > 0 && text_next(&rest, ' ', &code))
		for (size_t i = 0; i < count; i++)
			if (text_equal_string(code, all[i].code))
				return &all[i];
	return page->language;
}

static void write_languages(struct page *page)
{
	size_t count;
	const struct language *all = language_list(&count);
	html_begin_class(&page->html, "p", "govuk-body custos-no-print");
	for (size_t i = 0; i < count; i++) {
		html_link(&page->html, "govuk-link", arena_format(page->arena, "?language=%s", all[i].code), text_from(all[i].name));
		html_text(&page->html, TEXT_OF(" "));
	}
	html_end(&page->html);
}

static void write_judgements(struct page *page, const struct view *view)
{
	struct html *h = &page->html;
	widget_heading(page, 2, T(page, N_("What was judged")));
	for (size_t i = 0; i < view->instrument.outcome_count; i++) {
		const struct labelled *outcome = &view->instrument.outcomes[i];
		const struct row *judgement = view_part(&view->judgements, view->sheets[0], JUDGEMENT_OUTCOME, outcome->code);
		if (!judgement)
			continue;
		widget_heading(page, 3, instrument_words(page, &outcome->words));
		html_begin_class(h, "p", "govuk-body");
		html_element(h, "strong", NULL, level_words(page, &view->instrument, row_text(judgement, JUDGEMENT_LEVEL)));
		html_text(h, TEXT_OF(". "));
		html_element(h, "bdi", NULL, row_text(judgement, JUDGEMENT_WORDS));
		html_end(h);
		html_begin_class(h, "p", "govuk-body-s");
		html_text(h, page_message_with(page, N_("Limits: {limits}"), "limits", row_text(judgement, JUDGEMENT_LIMITS), NULL));
		html_end(h);
	}
}

static void write_factors(struct page *page, const struct view *view)
{
	static const char *const HEADINGS[] = { N_("Factor"), N_("Rating"), N_("Your own account"), NULL };
	widget_table_begin(page, T(page, N_("What was looked at")), HEADINGS);
	for (size_t i = 0; i < view->instrument.factor_count; i++) {
		const struct factor *factor = &view->instrument.factors[i];
		const struct row *rating = view_part(&view->ratings, view->sheets[0], RATING_FACTOR, factor->code);
		widget_table_row(page);
		widget_table_cell(page, instrument_words(page, &factor->title));
		widget_table_cell(page, rating ? rating_words(page, &view->instrument, row_text(rating, RATING_RATING)) : text_empty());
		widget_table_cell(page, rating ? row_text(rating, RATING_ACCOUNT) : text_empty());
	}
	widget_table_end(page);
}

static void write_rights(struct page *page, const struct view *view)
{
	static const char *const WORDS[] = { N_("You can say what is wrong in it. What you say stays with the assessment, and you get an answer."),
		N_("You may ask for an interpreter and for help to read this."), N_("That you did not want to talk does not count against you.") };
	const struct row *first = view->sheets[0];
	widget_heading(page, 2, T(page, N_("What follows for you")));
	widget_paragraph(page, page_message_with(page, N_("It ends on {date} by itself. Nobody has to lift it."), "date",
		page_date(page, row_date(view->assessment, ASSESSMENT_VALID_UNTIL)), NULL));
	if (first && row_has(first, SHEET_REDUCES))
		widget_paragraph(page, page_message_with(page, N_("The way down: {words}"), "words", row_text(first, SHEET_REDUCES), NULL));
	html_begin_class(&page->html, "ul", "govuk-list govuk-list--bullet");
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		html_element(&page->html, "li", NULL, page_message(page, WORDS[i]));
	html_end(&page->html);
	widget_paragraph(page, instrument_words(page, &view->instrument.limits));
}

/* Withheld means withheld on paper too: only that there is an assessment, on which ground, and how to contest that. */
static bool is_open_to_person(const struct view *view)
{
	return !row_is(view->assessment, ASSESSMENT_DISCLOSURE, "withheld");
}

void page_assessment_copy(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("The person, or the witness of the refusal"), N_("Who explained it"), NULL };
	struct view view;
	const struct row *facility = NULL, *person = NULL;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!view_open(page, &view))
		return;
	if (!row_has(view.assessment, ASSESSMENT_FINAL_AT) || !row_has(view.assessment, ASSESSMENT_PERSON)) {
		page_redirect(page, path_assessment(page, view.assessment->id, ""));
		return;
	}
	if (!query_load(page->query, &RECORD_PERSON, row_text(view.assessment, ASSESSMENT_PERSON), &person, &errors) ||
		!query_peek(page->query, &RECORD_FACILITY, row_text(view.assessment, ASSESSMENT_FACILITY), &facility, &errors)) {
		page_fail(page, &errors);
		return;
	}
	query_note(page->query, "print", person->id, TEXT_OF("assessment"), view.assessment->id);
	page->language = language_of(page, person);
	page->base_subject = text_empty();
	sheet_begin(page, instrument_words(page, &view.instrument.title), facility);
	write_languages(page);
	html_begin_class(&page->html, "p", "govuk-body");
	html_element(&page->html, "bdi", NULL, row_text(person, PERSON_DISPLAY_NAME));
	html_text(&page->html, TEXT_OF(" "));
	widget_code(page, row_text(person, PERSON_NUMBER));
	html_end(&page->html);
	widget_paragraph(page, instrument_words(page, &view.instrument.purpose));
	if (is_open_to_person(&view)) {
		write_judgements(page, &view);
		if (!row_is(view.assessment, ASSESSMENT_DISCLOSURE, "gist"))
			write_factors(page, &view);
	} else {
		widget_paragraph(page, page_message_with(page, N_("What was judged is withheld. Ground: {ground}"), "ground",
			row_text(view.assessment, ASSESSMENT_DISCLOSURE_GROUND), NULL));
	}
	write_rights(page, &view);
	sheet_proof(page, view.assessment, true);
	sheet_end(page, SIGNATURES);
}
