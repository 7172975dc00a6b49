/*
 * pages_copy.c - the person's own copy of a proposal or a decision, on paper, in a language that the person speaks.
 *
 * What the person gets of each item is what was decided about it: the full text, a summary or a gist; of what is withheld only that it
 * exists, how many items there are, and on which grounds (prison-practice sections 1.2 P12 and 11.5, T6).
 */
#include "areas/classification/pages.h"

/* ?language=, else the first language of the program that the person speaks, else the reader's own. */
static const struct language *copy_language(struct page *page, const struct row *person)
{
	struct text rest = row_text(person, PERSON_LANGUAGES), code, asked = page_query(page, "language");
	size_t count;
	const struct language *all = language_list(&count);
	for (size_t i = 0; i < count; i++)
		if (text_equal_string(asked, all[i].code))
			return &all[i];
	while (text_next(&rest, ' ', &code))
		for (size_t i = 0; i < count; i++)
			if (text_equal_string(code, all[i].code))
				return &all[i];
	return page->language;
}

static void write_languages(struct page *page, const struct row *decision)
{
	struct html *h = &page->html;
	size_t count;
	const struct language *all = language_list(&count);
	html_begin_class(h, "p", "govuk-body custos-no-print");
	html_text(h, T(page, N_("In another language:")));
	for (size_t i = 0; i < count; i++) {
		html_text(h, TEXT_OF(" "));
		html_begin_class(h, "a", "govuk-link");
		html_attribute(h, "href", classification_path(page, decision->id, arena_format(page->arena, "/copy?language=%s", all[i].code).data));
		html_attribute_string(h, "lang", all[i].code);
		html_string(h, all[i].name);
		html_end(h);
	}
	html_end(h);
}

static void write_items(struct page *page, const struct rows *items)
{
	struct html *h = &page->html;
	size_t withheld = 0, written = 0;
	widget_heading(page, 2, T(page, N_("What it rests on")));
	html_begin_class(h, "ol", "govuk-list govuk-list--number");
	for (size_t i = 0; i < items->count; i++) {
		const struct row *item = items->items[i];
		if (row_is(item, EVIDENCE_DISCLOSURE, "withheld") || !row_has(item, EVIDENCE_DISCLOSURE)) {
			withheld += row_has(item, EVIDENCE_DISCLOSURE);
			continue;
		}
		bool full = row_is(item, EVIDENCE_DISCLOSURE, "full");
		html_begin(h, "li");
		html_element(h, "strong", NULL, page_date(page, row_date(item, EVIDENCE_EVENT_ON)));
		html_text(h, TEXT_OF(" "));
		html_begin(h, "bdi");
		html_text(h, full ? row_text(item, EVIDENCE_SUMMARY) : row_text(item, EVIDENCE_GIST));
		html_end(h);
		html_void(h, "br");
		html_text(h, page_message_with(page, N_("Source: {grade}; {content}; {fact}; {form}."), "grade",
			page_value(page, &RECORD_CLASSIFICATION_EVIDENCE.fields[EVIDENCE_SOURCE_GRADE], row_value(item, EVIDENCE_SOURCE_GRADE)), "content",
			page_value(page, &RECORD_CLASSIFICATION_EVIDENCE.fields[EVIDENCE_CONTENT_GRADE], row_value(item, EVIDENCE_CONTENT_GRADE)), "fact",
			page_value(page, &RECORD_CLASSIFICATION_EVIDENCE.fields[EVIDENCE_FACT], row_value(item, EVIDENCE_FACT)), "form",
			page_value(page, &RECORD_CLASSIFICATION_EVIDENCE.fields[EVIDENCE_DISCLOSURE], row_value(item, EVIDENCE_DISCLOSURE)), NULL));
		html_end(h);
		written++;
	}
	if (written == 0)
		html_element(h, "li", NULL, T(page, N_("No item is given to you.")));
	html_end(h);
	if (withheld)
		widget_paragraph(page, page_count(page, N_("There is a list of withheld items. {count} item is withheld from you. It is not used for the decision, and you may ask the appeal body to look at it."),
			N_("There is a list of withheld items. {count} items are withheld from you. They are not used for the decision, and you may ask the appeal body to look at them."),
			(int64_t)withheld));
}

static void write_rights(struct page *page, const struct row *decision)
{
	struct html *h = &page->html;
	bool open = classification_is_open(decision, page->now) || row_is(decision, CLASSIFICATION_STATE, "decided");
	widget_heading(page, 2, T(page, N_("What you can do")));
	html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	if (open && row_moment(decision, CLASSIFICATION_PREPARE_UNTIL) > page->now)
		html_element(h, "li", NULL, page_message_with(page, N_("You may prepare until {moment}, say what you think, in writing or in person, and have a lawyer."), "moment",
			page_moment(page, row_moment(decision, CLASSIFICATION_PREPARE_UNTIL)), NULL));
	else if (open)
		html_element(h, "li", NULL, T(page, N_("You may say what you think, in writing or in person, and have a lawyer.")));
	if (row_moment(decision, CLASSIFICATION_APPEAL_UNTIL) > page->now)
		html_element(h, "li", NULL, page_message_with(page, N_("You may appeal until {moment}. Tell any officer. Somebody who was not there the first time decides."), "moment",
			page_moment(page, row_moment(decision, CLASSIFICATION_APPEAL_UNTIL)), NULL));
	html_element(h, "li", NULL, T(page, N_("You may ask at any time for a review when something has changed, and complain to the inspector in confidence.")));
	html_element(h, "li", NULL, T(page, N_("You may have this explained to you by an interpreter, free of charge.")));
	html_end(h);
}

static void write_decision(struct page *page, const struct row *decision)
{
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("Decision about")), choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_KIND, row_text(decision, CLASSIFICATION_KIND)));
	widget_summary_row(page, T(page, N_("Outcome")), classification_words(page, row_text(decision, CLASSIFICATION_VALUE)));
	widget_summary_row(page, T(page, N_("State")), classification_state_words(page, decision));
	widget_summary_row(page, T(page, N_("Law")), row_text(decision, CLASSIFICATION_LEGAL_GROUND));
	widget_summary_row(page, T(page, N_("Grounds")), page_value(page, &RECORD_CLASSIFICATION.fields[CLASSIFICATION_GROUNDS], row_value(decision, CLASSIFICATION_GROUNDS)));
	classification_line(page, N_("Reasons of the decision"), row_text(decision, CLASSIFICATION_DECISION_REASONS));
	classification_line(page, N_("What it is for"), row_text(decision, CLASSIFICATION_PURPOSE));
	widget_summary_row(page, T(page, N_("Who decides")), choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_BODY, row_text(decision, CLASSIFICATION_BODY)));
	if (row_has(decision, CLASSIFICATION_STARTED_AT))
		widget_summary_row(page, T(page, N_("In force from")), page_moment(page, row_moment(decision, CLASSIFICATION_STARTED_AT)));
	widget_summary_row(page, T(page, N_("Ends by itself")), page_moment(page, row_moment(decision, CLASSIFICATION_ENDS_AT)));
	if (row_has(decision, CLASSIFICATION_REVIEW_DUE))
		widget_summary_row(page, T(page, N_("Next review")), page_moment(page, row_moment(decision, CLASSIFICATION_REVIEW_DUE)));
	widget_summary_end(page);
	if (row_has(decision, CLASSIFICATION_WAY_DOWN)) {
		widget_heading(page, 2, T(page, N_("The way to less restriction")));
		classification_prose(page, row_text(decision, CLASSIFICATION_WAY_DOWN));
	}
}

void page_classification_copy(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("The person, or the witness of the refusal"), N_("Given and explained by"), NULL };
	const struct row *decision = row_open(page, &RECORD_CLASSIFICATION, "classification"), *person = NULL, *facility = NULL;
	struct error_list errors;
	struct rows items;
	error_list_begin(&errors, page->arena);
	if (!decision)
		return;
	if (!query_load(page->query, &RECORD_PERSON, row_text(decision, CLASSIFICATION_PERSON), &person, &errors) ||
		(row_has(person, PERSON_CURRENT_FACILITY) && !query_peek(page->query, &RECORD_FACILITY, row_text(person, PERSON_CURRENT_FACILITY), &facility, &errors)) ||
		!classification_rows(page, &RECORD_CLASSIFICATION_EVIDENCE, EVIDENCE_DECISION, decision->id, EVIDENCE_EVENT_ON, &items)) {
		page_fail(page, &errors);
		return;
	}
	query_note(page->query, "print", person->id, TEXT_OF("classification_decision"), decision->id);
	page->language = copy_language(page, person);
	page->base_subject = text_empty();
	if (facility)
		page->zone = row_text(facility, FACILITY_ZONE);
	page->back = classification_path(page, decision->id, "");
	page->back_label = T(page, N_("Decision"));
	bool decided = row_has(decision, CLASSIFICATION_DECIDED_AT);
	sheet_begin(page, decided ? T(page, N_("Your copy of the decision")) : T(page, N_("Your copy of the proposal")), facility);
	write_languages(page, decision);
	html_begin_class(&page->html, "p", "govuk-body");
	html_element(&page->html, "bdi", NULL, row_text(person, PERSON_DISPLAY_NAME));
	html_text(&page->html, TEXT_OF(" "));
	widget_code(page, row_text(person, PERSON_NUMBER));
	html_end(&page->html);
	write_decision(page, decision);
	write_items(page, &items);
	write_rights(page, decision);
	sheet_proof(page, decision, true);
	sheet_end(page, SIGNATURES);
}
