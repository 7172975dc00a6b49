/* pages_hit.c - resemblances to entries of lists: the queue, one of them, and the card beside a person's file. */
#include "areas/identity/pages_likeness.h"

/* The wording is fixed: what it says, and what it does not say. */
static struct text hit_words(struct page *page, const struct row *hit)
{
	return page_message_with(page, N_("This name resembles entry {reference} of {list} of {date}; identity not established."),
		"reference", row_text(hit, LIST_HIT_REFERENCE), "list", row_text(hit, LIST_HIT_LIST_NAME), "date",
		page_date(page, row_date(hit, LIST_HIT_PUBLISHED_ON)), NULL);
}

static struct text hit_path(struct page *page, const struct row *hit)
{
	return arena_format(page->arena, "/hits/%.*s", TEXT_FORMAT(hit->id));
}

void page_hits(struct page *page)
{
	static const int COLUMNS[] = { LIST_HIT_REFERENCE, LIST_HIT_PERSON, LIST_HIT_NAME_ON_FILE, LIST_HIT_NAME_ON_LIST, LIST_HIT_LIST_NAME, LIST_HIT_PUBLISHED_ON,
		-1 };
	static const int DECIDED[] = { LIST_HIT_REFERENCE, LIST_HIT_PERSON, LIST_HIT_NAME_ON_LIST, LIST_HIT_STATE, LIST_HIT_DECISION, LIST_HIT_DECIDED_AT, -1 };
	const struct condition open = CONDITION_TEXT(LIST_HIT_STATE, TEXT_OF("open"));
	const struct condition closed = { .field = LIST_HIT_STATE, .comparison = IS_NOT, .value = { .kind = VALUE_TEXT, .text = TEXT("open") } };
	struct rows waiting, done;
	page->section = "lists";
	if (!rows_where(page, &RECORD_LIST_HIT, &open, 1, FIELD_CREATED_AT, false, &waiting) ||
		!rows_where(page, &RECORD_LIST_HIT, &closed, 1, FIELD_CHANGED_AT, true, &done))
		return;
	page_begin(page, T(page, N_("Names that resemble entries of lists")));
	widget_paragraph(page, T(page, N_("A resemblance is no identity. Until two persons have decided, it changes nothing for the person: no restriction, no alert, nothing is shared.")));
	rows_table(page, N_("To be decided"), &waiting, COLUMNS, N_("No resemblance waits for a decision."));
	if (done.count > 0)
		rows_table(page, N_("Decided or withdrawn"), &done, DECIDED, N_("None."));
	page_end(page);
}

/* Beyond a million the figure would pretend to know more than names can tell. */
static struct text one_in_words(struct page *page, int64_t one_in)
{
	if (one_in >= 1000000)
		return T(page, N_("Fewer than one in a million unrelated people would look so much like some entry of the lists, by chance alone. Relatives and namesakes of one place are not unrelated."));
	return page_message_with(page, N_("About one in {count} unrelated people would look so much like some entry of the lists, by chance alone. Relatives and namesakes of one place are not unrelated."),
		"count", format_integer(page->language, page->arena, one_in), NULL);
}

static void write_seen(struct page *page, const struct row *hit)
{
	static const char *const HEADINGS[] = { N_("Fact"), N_("In the file"), N_("On the list"), NULL };
	struct html *h = &page->html;
	static const int SIDES[] = { LIST_HIT_PERSON_SEEN, LIST_HIT_ENTRY_SEEN };
	widget_table_begin(page, T(page, N_("Both sides as they were compared")), HEADINGS);
	widget_table_row(page);
	widget_table_cell(page, T(page, N_("Name that agrees")));
	widget_table_cell(page, row_text(hit, LIST_HIT_NAME_ON_FILE));
	widget_table_cell(page, row_text(hit, LIST_HIT_NAME_ON_LIST));
	widget_table_row(page);
	widget_table_cell(page, T(page, N_("Names, births, documents")));
	for (size_t i = 0; i < 2; i++) {
		struct text rest = row_text(hit, SIDES[i]), line;
		widget_table_cell_begin(page);
		for (bool first = true; text_next(&rest, '\n', &line); first = false) {
			if (!first)
				html_void(h, "br");
			html_element(h, "bdi", NULL, line);
		}
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_state(struct page *page, const struct row *hit)
{
	if (row_is(hit, LIST_HIT_STATE, "withdrawn"))
		widget_paragraph(page, T(page, N_("The entry has left the list. This resemblance is withdrawn by that.")));
	else if (row_is(hit, LIST_HIT_STATE, "decided"))
		widget_paragraph(page, page_message_with(page, N_("Decided: {decision}. It is asked again only if the file or the entry changes."), "decision",
			page_value(page, &RECORD_LIST_HIT.fields[LIST_HIT_DECISION], row_value(hit, LIST_HIT_DECISION)), NULL));
	if (row_has(hit, LIST_HIT_GROUNDS)) {
		widget_heading(page, 2, T(page, N_("What the decision rests on")));
		widget_paragraph(page, row_text(hit, LIST_HIT_GROUNDS));
	}
	if (row_is(hit, LIST_HIT_STATE, "withdrawn"))
		return;
	actions_begin(page);
	action_link(page, &ACT_LIST_HIT_DECIDE, path_do(page, row_text(hit, LIST_HIT_PERSON), &ACT_LIST_HIT_DECIDE, "list_hit", hit->id, hit_path(page, hit)), true);
	actions_end(page);
}

/* Reasons of the rows as they stand now; the entry may have left the list since. */
static bool compare_now(struct page *page, const struct row *hit, struct names_candidate *out, bool *out_compared)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	struct connection *connection = query_connection(page->query);
	const struct match_entry *person = names_entry(connection, page->arena, &NAMES_OF_PEOPLE, row_text(hit, LIST_HIT_PERSON), &errors);
	const struct match_entry *entry = names_entry(connection, page->arena, &NAMES_OF_LISTS, row_text(hit, LIST_HIT_ENTRY), &errors);
	if (errors.count > 0) {
		page_fail(page, &errors);
		return false;
	}
	*out_compared = person && entry;
	*out = (struct names_candidate){ .row = hit };
	if (*out_compared)
		names_compare_entries(page->service, &NAMES_OF_LISTS, person, entry, out);
	return true;
}

void page_hit(struct page *page)
{
	struct names_candidate likeness;
	bool compared;
	const struct row *hit = row_open(page, &RECORD_LIST_HIT, "lists");
	if (!hit || !compare_now(page, hit, &likeness, &compared))
		return;
	page->back = TEXT_OF("/hits");
	page->back_label = T(page, N_("Names that resemble entries of lists"));
	page_begin(page, T(page, N_("A name resembles an entry of a list")));
	html_begin_class(&page->html, "div", "govuk-inset-text");
	html_text(&page->html, hit_words(page, hit));
	html_end(&page->html);
	widget_paragraph(page, one_in_words(page, row_integer(hit, LIST_HIT_ONE_IN, 1)));
	if (row_is(hit, LIST_HIT_QUALITY, "weak"))
		widget_paragraph(page, T(page, N_("The name that agrees is an alias of low quality, which only supports.")));
	write_seen(page, hit);
	if (compared)
		write_reasons(page, &likeness);
	widget_heading(page, 2, T(page, N_("What would settle it")));
	widget_paragraph(page, T(page, N_("A document or fingerprint number from the authority that keeps the list, the mother's full name, the whole date and place of birth, a photograph. A name alone settles nothing.")));
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", arena_format(page->arena, "/records/list_entry/%.*s", TEXT_FORMAT(row_text(hit, LIST_HIT_ENTRY))),
		T(page, N_("The entry as published")));
	html_end(&page->html);
	write_state(page, hit);
	page_end(page);
}

/* Only those who decide see it, and it stands beside the file, not among the alerts. */
void card_hits(struct page *page, const struct row *person)
{
	struct selection selection = { .record = &RECORD_LIST_HIT, .condition_count = 2, .order_field = FIELD_CREATED_AT,
		.conditions = { CONDITION_TEXT(LIST_HIT_PERSON, person->id), CONDITION_TEXT(LIST_HIT_STATE, TEXT_OF("open")) } };
	struct error_list ignored;
	struct rows hits;
	struct html *h = &page->html;
	error_list_begin(&ignored, page->arena);
	if (page_may_read(page, &RECORD_LIST_HIT) && query_list(page->query, &selection, &hits, &ignored) && hits.count > 0) {
		card_begin(page, N_("To be decided"));
		html_begin_class(h, "ul", "govuk-list");
		for (size_t i = 0; i < hits.count; i++) {
			html_begin(h, "li");
			html_link(h, "govuk-link", hit_path(page, hits.items[i]), hit_words(page, hits.items[i]));
			html_end(h);
		}
		html_end(h);
		html_end(h);
	}
	if (actor_has_role(page->actor, FILE_KEEPERS)) {
		card_begin(page, N_("Other files"));
		html_begin_class(h, "ul", "govuk-list");
		html_begin(h, "li");
		html_link(h, "govuk-link", path_subject(page, person->id, "/others"), T(page, N_("Look for other files of this person")));
		html_end(h);
		html_begin(h, "li");
		html_link(h, "govuk-link", TEXT_OF("/identity/review"), T(page, N_("Files that may be about one person")));
		html_end(h);
		html_end(h);
		html_end(h);
	}
}
