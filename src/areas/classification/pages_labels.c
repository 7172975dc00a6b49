/* pages_labels.c - what is decided about a person: every label with its evidence, author, end, way down and how to contest it. */
#include "areas/classification/pages.h"

static struct text until_words(struct page *page, const struct row *decision)
{
	return page_message_with(page, N_("until {date}"), "date", page_date(page, service_date(page->service, text_empty(), row_moment(decision, CLASSIFICATION_ENDS_AT))), NULL);
}

/* ---- on the pages of a person ---- */

/* Words of function with their end, never a name for the person. */
int classification_alerts(struct page *page, const struct row *person)
{
	struct rows rows;
	int written = 0;
	if (!classification_rows(page, &RECORD_CLASSIFICATION, CLASSIFICATION_PERSON, person->id, CLASSIFICATION_ENDS_AT, &rows))
		return 0;
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *decision = rows.items[i];
		bool alone = row_is(decision, CLASSIFICATION_VALUE, "alone"), basis = row_is(decision, CLASSIFICATION_KIND, "extremism_basis");
		if (!classification_is_in_force(decision, page->now) || !(alone || basis || row_is(decision, CLASSIFICATION_VALUE, "special_unit")))
			continue;
		struct text word = basis ? T(page, N_("Violent-extremism basis")) : classification_words(page, row_text(decision, CLASSIFICATION_VALUE));
		subject_alert(page, alone ? "stop" : "note", word, until_words(page, decision));
		written++;
	}
	return written;
}

void classification_card(struct page *page, const struct row *person)
{
	struct html *h = &page->html;
	struct rows rows;
	int written = 0;
	if (!page_may_read(page, &RECORD_CLASSIFICATION) || !classification_rows(page, &RECORD_CLASSIFICATION, CLASSIFICATION_PERSON, person->id, CLASSIFICATION_ENDS_AT, &rows))
		return;
	card_begin(page, N_("Decisions in force"));
	for (size_t i = 0; i < rows.count; i++) {
		if (!classification_is_in_force(rows.items[i], page->now))
			continue;
		if (written++ == 0)
			html_begin_class(h, "ul", "govuk-list");
		html_begin(h, "li");
		html_link(h, "govuk-link", classification_path(page, rows.items[i]->id, ""), classification_words(page, row_text(rows.items[i], CLASSIFICATION_VALUE)));
		html_text(h, TEXT_OF(" "));
		html_text(h, until_words(page, rows.items[i]));
		html_end(h);
	}
	if (written)
		html_end(h);
	else
		html_element(h, "p", "govuk-body-s", T(page, N_("No decision is in force.")));
	html_begin_class(h, "p", "govuk-body-s");
	html_link(h, "govuk-link", path_subject(page, person->id, "/decisions"), T(page, N_("All decisions about the person")));
	html_end(h);
	html_end(h);
}

/* ---- why is this label here ---- */

static void write_contest(struct page *page, const struct row *decision)
{
	struct text appeal = page_moment(page, row_moment(decision, CLASSIFICATION_APPEAL_UNTIL));
	bool may = row_is(decision, CLASSIFICATION_STATE, "notified") && row_moment(decision, CLASSIFICATION_APPEAL_UNTIL) > page->now;
	widget_summary_row(page, T(page, N_("How to contest it")), may ? page_message_with(page, N_("Appeal until {moment}; a review whenever something has changed"), "moment", appeal, NULL) :
		row_is(decision, CLASSIFICATION_STATE, "appealed") ? T(page, N_("An appeal is open")) : T(page, N_("A review whenever something has changed; complaint to the inspector")));
}

static void write_label(struct page *page, const struct row *decision)
{
	struct html *h = &page->html;
	struct rows items;
	bool reads = page_may_read(page, &RECORD_CLASSIFICATION_EVIDENCE) && classification_rows(page, &RECORD_CLASSIFICATION_EVIDENCE, EVIDENCE_DECISION, decision->id, EVIDENCE_EVENT_ON, &items);
	html_begin_class(h, "section", "custos-card");
	html_begin_class(h, "h3", "custos-card__title");
	html_link(h, "govuk-link", classification_path(page, decision->id, ""), classification_words(page, row_text(decision, CLASSIFICATION_VALUE)));
	html_end(h);
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("State")), classification_state_words(page, decision));
	widget_summary_row(page, T(page, N_("Ends by itself")), page_moment(page, row_moment(decision, CLASSIFICATION_ENDS_AT)));
	if (row_has(decision, CLASSIFICATION_REVIEW_DUE))
		widget_summary_row(page, T(page, N_("Next review")), page_moment(page, row_moment(decision, CLASSIFICATION_REVIEW_DUE)));
	widget_summary_row(page, T(page, N_("Law")), row_text(decision, CLASSIFICATION_LEGAL_GROUND));
	widget_summary_row(page, T(page, N_("Evidence")), reads ? page_count(page, N_("{count} item"), N_("{count} items"), (int64_t)items.count) :
		T(page, N_("Open to those who work on the case")));
	widget_summary_row(page, T(page, N_("Proposed by")), report_classification_author(page->query, row_text(decision, CLASSIFICATION_PROPOSER)));
	classification_line(page, N_("Decided by"), report_classification_author(page->query, row_text(decision, CLASSIFICATION_DECIDER)));
	classification_line(page, N_("Way down"), row_text(decision, CLASSIFICATION_WAY_DOWN));
	if (classification_is_in_force(decision, page->now))
		write_contest(page, decision);
	widget_summary_end(page);
	html_end(h);
}

/* Rows in force, or still on their way. */
static void write_part(struct page *page, const struct rows *rows, bool in_force, const char *heading, const char *empty)
{
	size_t written = 0;
	widget_heading(page, 2, page_message(page, heading));
	for (size_t i = 0; i < rows->count; i++)
		if (classification_is_in_force(rows->items[i], page->now) == in_force) {
			write_label(page, rows->items[i]);
			written++;
		}
	if (written == 0)
		widget_paragraph(page, page_message(page, empty));
}

void page_classification_labels(struct page *page)
{
	static const int COLUMNS[] = { CLASSIFICATION_VALUE, CLASSIFICATION_ENDS_AT, CLASSIFICATION_END_KIND, CLASSIFICATION_END_REASON, -1 };
	const struct row *person = subject_open(page);
	struct rows rows, past = { NULL, 0 };
	if (!person || !rows_about(page, &RECORD_CLASSIFICATION, person->id, CLASSIFICATION_ENDS_AT, false, &rows))
		return;
	bool looks_back = actor_has_role(page->actor, LAPSED_READERS);
	const struct condition over[] = { CONDITION_TEXT(CLASSIFICATION_PERSON, person->id),
		{ .field = CLASSIFICATION_ENDS_AT, .comparison = LESS_OR_EQUAL, .value = value_integer(page->now) } };
	if (looks_back && !rows_where(page, &RECORD_CLASSIFICATION, over, 2, CLASSIFICATION_ENDS_AT, true, &past))
		return;
	page_begin(page, T(page, N_("Decisions")));
	if (row_has(person, PERSON_EPISODE)) {
		actions_begin(page);
		action_link(page, &ACT_CLASSIFICATION_PROPOSE, path_do(page, person->id, &ACT_CLASSIFICATION_PROPOSE, NULL, text_empty(), text_empty()), true);
		actions_end(page);
	}
	write_part(page, &rows, true, N_("In force"), N_("No decision is in force."));
	write_part(page, &rows, false, N_("Proposed or being decided"), N_("Nothing is being decided."));
	if (looks_back) {
		widget_heading(page, 2, T(page, N_("Ended or lapsed")));
		widget_paragraph(page, T(page, N_("Only those who inspect see this part. It says nothing about the person today.")));
		rows_table(page, N_("Ended or lapsed"), &past, COLUMNS, N_("Nothing has ended or lapsed."));
	}
	page_end(page);
}
