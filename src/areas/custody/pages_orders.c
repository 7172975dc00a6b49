/* pages_orders.c - orders, offences, terms, credits; and how the release date follows from them, line by line, twice. */
#include "areas/custody/pages_common.h"

#include "areas/custody/acts/common.h"
#include "service/profile.h"

/* ---- the same case as the verbs calculate, read through the reader's own eyes ---- */

static struct rows reader_find(void *state, struct arena *arena, const struct record *record, const struct condition *conditions, size_t count,
	int order_field, bool descending, size_t limit)
{
	struct page *page = state;
	struct selection selection = { .record = record, .condition_count = count, .order_field = order_field, .descending = descending, .limit = limit };
	struct rows rows = { NULL, 0 };
	struct error_list errors;
	for (size_t i = 0; i < count && i < SELECT_CONDITIONS_MAXIMUM; i++)
		selection.conditions[i] = conditions[i];
	error_list_begin(&errors, arena);
	if (!page_may_read(page, record) || !query_list(page->query, &selection, &rows, &errors))
		return (struct rows){ NULL, 0 };
	return rows;
}

static const struct row *reader_load(void *state, struct arena *arena, const struct record *record, struct text id)
{
	struct page *page = state;
	const struct row *row = NULL;
	struct error_list errors;
	error_list_begin(&errors, arena);
	return query_peek(page->query, record, id, &row, &errors) ? row : NULL;
}

static int64_t reader_count(void *state, const struct record *record, const struct condition *conditions, size_t count)
{
	struct page *page = state;
	return (int64_t)reader_find(state, page->arena, record, conditions, count, FIELD_ID, false, 0).count;
}

static struct text reader_parameter(void *state, struct text facility, const char *name)
{
	struct page *page = state;
	const struct row *row = text_is_empty(facility) ? NULL : reader_load(state, page->arena, &RECORD_FACILITY, facility);
	return profile_parameter(service_profile(page->service), row ? row_text(row, FACILITY_CODE) : text_empty(), name);
}

void dates_both(struct page *page, const struct row *person, struct calculation *out)
{
	const struct act_reader reader = { reader_load, reader_find, reader_count, reader_parameter, page };
	struct act_context context = { .arena = page->arena, .registry = page->registry, .actor = page->actor, .now = page->now, .reader = &reader };
	struct decision decision;
	decision_begin(&decision, page->arena);
	custody_date_case(&context, &decision, person->id, row_text(person, PERSON_CURRENT_FACILITY), &out->input);
	dates_calculate(page->arena, &out->input, &out->first);
	dates_check(&out->input, &out->second);
}

/* ---- the explanation ---- */

static void write_citation(struct page *page, const char *citation)
{
	struct text text = text_from(citation);
	if (text_starts_with(text, TEXT_OF("NMR-")) || text_starts_with(text, TEXT_OF("BKK-")))
		widget_rule(page, text);
	else
		html_text(&page->html, text);
}

/* Dates and terms among the parameters come as they are stored; people read them in words. */
static struct text parameter_words(struct page *page, struct text value)
{
	struct date date;
	struct duration duration;
	if (date_parse(value, &date))
		return page_date(page, date);
	if (text_starts_with(value, TEXT_OF("P")) && duration_parse(value, &duration))
		return format_duration(page->language, page->arena, duration);
	return value;
}

static void write_lines(struct page *page, const struct date_result *result)
{
	static const char *const HEADINGS[] = { N_("Step"), N_("Rule or parameter"), NULL };
	struct html *h = &page->html;
	html_begin_class(h, "table", "govuk-table custos-table custos-explain");
	html_element(h, "caption", "govuk-table__caption govuk-table__caption--s", T(page, N_("How the release date follows")));
	html_begin_class(h, "thead", "govuk-table__head");
	html_begin_class(h, "tr", "govuk-table__row");
	for (size_t i = 0; HEADINGS[i]; i++) {
		html_begin_class(h, "th", "govuk-table__header");
		html_attribute_string(h, "scope", "col");
		html_text(h, page_message(page, HEADINGS[i]));
		html_end(h);
	}
	html_end(h);
	html_end(h);
	html_begin_class(h, "tbody", "govuk-table__body");
	for (size_t i = 0; i < result->line_count; i++) {
		struct error line = { .message = result->lines[i].message };
		for (size_t j = 0; j < ERROR_PARAMETERS; j++) {
			line.parameters[j] = result->lines[i].parameters[j];
			if (line.parameters[j].name && !line.parameters[j].translate)
				line.parameters[j].value = parameter_words(page, line.parameters[j].value);
		}
		html_begin_class(h, "tr", "govuk-table__row");
		html_begin_class(h, "th", "govuk-table__header");
		html_attribute_string(h, "scope", "row");
		html_text(h, message_error(page->language, page->arena, &line));
		html_end(h);
		html_begin_class(h, "td", "govuk-table__cell");
		write_citation(page, result->lines[i].citation);
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

struct text dates_words(struct page *page, const struct date_result *result)
{
	if (result->life)
		return T(page, N_("Life, no date"));
	if (!result->known)
		return T(page, N_("No date can be calculated"));
	return page_message_with(page, N_("Last day {last}, release on {release}"), "last", page_date(page, result->last_day), "release",
		page_date(page, result->release), NULL);
}

bool dates_agree(const struct calculation *both)
{
	if (both->first.known != both->second.known || both->first.life != both->second.life)
		return false;
	return !both->first.known || both->first.life || date_compare(both->first.release, both->second.release) == 0;
}

static void write_calculation(struct page *page, const struct row *person, const struct calculation *both)
{
	widget_heading(page, 2, T(page, N_("Release date")));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("In the file")), release_words(page, row_text(person, PERSON_RELEASE_DATE_KIND),
		row_date(person, PERSON_RELEASE_DATE)));
	if (both->input.term_count > 0) {
		widget_summary_row(page, T(page, N_("First calculation, now")), dates_words(page, &both->first));
		widget_summary_row(page, T(page, N_("Second calculation, now")), dates_words(page, &both->second));
		widget_summary_row(page, T(page, N_("Days credited")), arena_format(page->arena, "%d", (int)both->first.credited_days));
	}
	widget_summary_end(page);
	if (both->input.term_count == 0) {
		widget_paragraph(page, T(page, N_("No term of a sentence is in force, so nothing is calculated: the person is held on the order alone.")));
		return;
	}
	if (!dates_agree(both))
		html_element(&page->html, "div", "govuk-inset-text",
			T(page, N_("The two calculations differ. Nobody may be released or held on this date until the orders have been looked at by two people.")));
	write_lines(page, &both->first);
}

/* ---- orders ---- */

struct papers { struct rows orders, offences, terms, credits; };

static void write_order_summary(struct page *page, const struct row *order)
{
	static const int LINES[] = { LEGAL_ORDER_KIND, LEGAL_ORDER_AUTHORITY, LEGAL_ORDER_DATE, LEGAL_ORDER_STATUS, LEGAL_ORDER_VALID_FROM,
		LEGAL_ORDER_VALID_UNTIL, LEGAL_ORDER_NEXT_HEARING, LEGAL_ORDER_CASE_NUMBER, LEGAL_ORDER_NOTE };
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct text value = page_value(page, &RECORD_LEGAL_ORDER.fields[LINES[i]], row_value(order, LINES[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_LEGAL_ORDER.fields[LINES[i]].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes of this order")),
		arena_format(page->arena, "/records/legal_order/%.*s/history", TEXT_FORMAT(order->id)));
	widget_summary_end(page);
}

static struct rows rows_of_order(struct page *page, const struct rows *rows, int field, struct text order)
{
	struct rows own = { ARENA_ARRAY(page->arena, struct row *, rows->count + 1), 0 };
	for (size_t i = 0; i < rows->count; i++)
		if (text_equal(row_text(rows->items[i], field), order))
			own.items[own.count++] = rows->items[i];
	return own;
}

static void write_order_actions(struct page *page, const struct row *order, struct text person)
{
	struct text here = page->request->path;
	static const struct act *const ACTS[] = { &ACT_OFFENCE_ADD, &ACT_SENTENCE_IMPOSE, &ACT_CREDIT_ADD, &ACT_LEGAL_ORDER_AMEND, &ACT_LEGAL_ORDER_END };
	if (!row_is(order, LEGAL_ORDER_STATE, "in_force"))
		return;
	actions_begin(page);
	for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
		bool sentence = ACTS[i] == &ACT_SENTENCE_IMPOSE || ACTS[i] == &ACT_CREDIT_ADD;
		if (!sentence || legal_status_is_convicted(row_text(order, LEGAL_ORDER_STATUS)))
			action_link(page, ACTS[i], path_do(page, person, ACTS[i], "legal_order", order->id, here), false);
	}
	actions_end(page);
}

static void write_terms(struct page *page, const struct rows *terms, struct text person)
{
	static const char *const HEADINGS[] = { N_("Term"), N_("Runs"), N_("Begins on"), N_("State"), N_("What to do"), NULL };
	struct text here = page->request->path;
	if (terms->count == 0)
		return;
	widget_table_begin(page, T(page, N_("Terms")), HEADINGS);
	for (size_t i = 0; i < terms->count; i++) {
		const struct row *term = terms->items[i];
		static const int CELLS[] = { SENTENCE_TERM_RELATION, SENTENCE_TERM_STARTS, SENTENCE_TERM_STATE };
		widget_table_row(page);
		widget_table_link(page, page_path(page, &RECORD_SENTENCE_TERM, term->id), row_is_yes(term, SENTENCE_TERM_LIFE) ? T(page, N_("Life")) :
			page_value(page, &RECORD_SENTENCE_TERM.fields[SENTENCE_TERM_LENGTH], row_value(term, SENTENCE_TERM_LENGTH)));
		for (size_t j = 0; j < sizeof CELLS / sizeof *CELLS; j++) {
			widget_table_cell_begin(page);
			widget_value(page, term, CELLS[j]);
			widget_table_cell_end(page);
		}
		widget_table_cell_begin(page);
		if (row_is(term, SENTENCE_TERM_STATE, "in_force") && page_may_act(page, &ACT_SENTENCE_QUASH))
			html_link(&page->html, "govuk-link", path_do(page, person, &ACT_SENTENCE_QUASH, "sentence_term", term->id, here),
				page_message(page, ACT_SENTENCE_QUASH.label));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_credits(struct page *page, const struct rows *credits, struct text person)
{
	static const char *const HEADINGS[] = { N_("Kind"), N_("From"), N_("To"), N_("State"), N_("What to do"), NULL };
	static const int CELLS[] = { CUSTODY_CREDIT_FROM, CUSTODY_CREDIT_TO, CUSTODY_CREDIT_STATE };
	if (credits->count == 0)
		return;
	widget_table_begin(page, T(page, N_("Days credited, each once")), HEADINGS);
	for (size_t i = 0; i < credits->count; i++) {
		const struct row *credit = credits->items[i];
		widget_table_row(page);
		widget_table_link(page, page_path(page, &RECORD_CUSTODY_CREDIT, credit->id),
			page_value(page, &RECORD_CUSTODY_CREDIT.fields[CUSTODY_CREDIT_KIND], row_value(credit, CUSTODY_CREDIT_KIND)));
		for (size_t j = 0; j < sizeof CELLS / sizeof *CELLS; j++) {
			widget_table_cell_begin(page);
			widget_value(page, credit, CELLS[j]);
			widget_table_cell_end(page);
		}
		widget_table_cell_begin(page);
		if (custody_credit_counts(credit) && page_may_act(page, &ACT_CREDIT_QUASH))
			html_link(&page->html, "govuk-link", path_do(page, person, &ACT_CREDIT_QUASH, "custody_credit", credit->id, page->request->path),
				page_message(page, ACT_CREDIT_QUASH.label));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_order(struct page *page, const struct row *order, const struct papers *papers, struct date today, struct text person)
{
	static const int OFFENCE_COLUMNS[] = { OFFENCE_ARTICLE, OFFENCE_LAW, OFFENCE_ICCS, OFFENCE_DESCRIPTION, OFFENCE_COMMITTED_ON, -1 };
	struct html *h = &page->html;
	bool live = legal_order_in_force(order, today), expired = row_is(order, LEGAL_ORDER_STATE, "in_force") && !live &&
		date_compare(row_date(order, LEGAL_ORDER_VALID_FROM), today) <= 0;
	html_begin_class(h, "h2", "govuk-heading-m");
	html_text(h, page_message_with(page, N_("Order {number}"), "number",
		page_value(page, &RECORD_LEGAL_ORDER.fields[LEGAL_ORDER_NUMBER], row_value(order, LEGAL_ORDER_NUMBER)), NULL));
	html_text(h, TEXT_OF(" "));
	widget_tag(page, expired ? "red" : live ? "green" : "grey", expired ? T(page, N_("Order ran out")) :
		page_value(page, &RECORD_LEGAL_ORDER.fields[LEGAL_ORDER_STATE], row_value(order, LEGAL_ORDER_STATE)));
	html_end(h);
	write_order_summary(page, order);
	struct rows offences = rows_of_order(page, &papers->offences, OFFENCE_ORDER, order->id);
	struct rows terms = rows_of_order(page, &papers->terms, SENTENCE_TERM_ORDER, order->id);
	struct rows credits = rows_of_order(page, &papers->credits, CUSTODY_CREDIT_ORDER, order->id);
	if (offences.count > 0)
		rows_table(page, N_("Offences"), &offences, OFFENCE_COLUMNS, N_("No offence is in the file."));
	write_terms(page, &terms, person);
	write_credits(page, &credits, person);
	write_order_actions(page, order, person);
}

/* Body of Principles 10, 12 and 23: how this custody began, and every questioning since. */
static void write_arrest(struct page *page, const struct row *person, const struct rows *episodes, const struct rows *questionings)
{
	static const int LINES[] = { CUSTODY_EPISODE_ARRESTED_AT, CUSTODY_EPISODE_ARRESTED_PLACE, CUSTODY_EPISODE_ARRESTED_BY, CUSTODY_EPISODE_OFFICIALS,
		CUSTODY_EPISODE_REASONS_TOLD, CUSTODY_EPISODE_CHARGES_TOLD, CUSTODY_EPISODE_APPEARED, CUSTODY_EPISODE_COPY };
	static const int COLUMNS[] = { QUESTIONING_BEGAN, QUESTIONING_ENDED, QUESTIONING_BY, QUESTIONING_OFFICIALS, QUESTIONING_LAWYER, QUESTIONING_BREAKS, -1 };
	const struct row *episode = episodes->count > 0 ? episodes->items[0] : NULL;
	if (episode) {
		widget_heading(page, 2, T(page, N_("Arrest")));
		widget_summary_begin(page);
		for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
			struct text value = page_value(page, &RECORD_CUSTODY_EPISODE.fields[LINES[i]], row_value(episode, LINES[i]));
			widget_summary_row(page, page_message(page, RECORD_CUSTODY_EPISODE.fields[LINES[i]].label), text_is_empty(value) ? T(page, N_("Nothing recorded")) : value);
		}
		widget_summary_end(page);
	}
	actions_begin(page);
	if (row_has(person, PERSON_EPISODE)) {
		action_link(page, &ACT_ARREST_RECORD, path_do(page, person->id, &ACT_ARREST_RECORD, NULL, text_empty(), page->request->path), false);
		action_link(page, &ACT_QUESTIONING_RECORD, path_do(page, person->id, &ACT_QUESTIONING_RECORD, NULL, text_empty(), page->request->path), false);
	}
	actions_end(page);
	if (questionings)
		rows_table(page, N_("Questionings in custody"), questionings, COLUMNS, N_("No questioning by police, investigators or intelligence is recorded."));
}

void page_person_orders(struct page *page)
{
	struct papers papers;
	struct calculation both;
	struct rows episodes, questionings;
	bool may_read = page_may_read(page, &RECORD_QUESTIONING);
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_LEGAL_ORDER, person->id, LEGAL_ORDER_VALID_FROM, true, &papers.orders) ||
		!rows_about(page, &RECORD_OFFENCE, person->id, FIELD_CREATED_AT, false, &papers.offences) ||
		!rows_about(page, &RECORD_SENTENCE_TERM, person->id, FIELD_CREATED_AT, false, &papers.terms) ||
		!rows_about(page, &RECORD_CUSTODY_CREDIT, person->id, CUSTODY_CREDIT_FROM, false, &papers.credits) ||
		!rows_about(page, &RECORD_CUSTODY_EPISODE, person->id, CUSTODY_EPISODE_ADMITTED_AT, true, &episodes) ||
		(may_read && !rows_about(page, &RECORD_QUESTIONING, person->id, QUESTIONING_BEGAN, true, &questionings)))
		return;
	bool whole = page_may_read(page, &RECORD_SENTENCE_TERM) && page_may_read(page, &RECORD_CUSTODY_CREDIT);
	if (whole)
		dates_both(page, person, &both);
	page_begin(page, T(page, N_("Orders and dates")));
	actions_begin(page);
	action_link(page, &ACT_LEGAL_ORDER_ADD, path_do(page, person->id, &ACT_LEGAL_ORDER_ADD, NULL, text_empty(), page->request->path), true);
	actions_end(page);
	if (whole)
		write_calculation(page, person, &both);
	if (papers.orders.count == 0)
		widget_empty(page, N_("No order is in the file. Nobody may be held without one."), N_("Everything you can record"),
			path_subject(page, person->id, "/actions"));
	for (size_t i = 0; i < papers.orders.count; i++)
		write_order(page, papers.orders.items[i], &papers, page_today(page, row_text(person, PERSON_CURRENT_FACILITY)), person->id);
	write_arrest(page, person, &episodes, may_read ? &questionings : NULL);
	page_end(page);
}
