/* pages_instruments.c - instruments: which there are and in what state, each to be read whole; loading one; certificates of raters. */
#include "areas/assessment/pages_common.h"
#include "areas/assessment/shipped.h"

static bool is_loaded(const struct rows *rows, const struct instrument *shipped)
{
	for (size_t i = 0; i < rows->count; i++)
		if (text_equal(row_text(rows->items[i], INSTRUMENT_CODE), shipped->code) && text_equal(row_text(rows->items[i], INSTRUMENT_VERSION), shipped->version))
			return true;
	return false;
}

/* Those that come with Custos and are not loaded yet: one button each. */
static void write_shipped(struct page *page, const struct rows *rows)
{
	struct error_list ignored; /* what is shipped is tested to be whole */
	bool any = false;
	error_list_begin(&ignored, page->arena);
	for (size_t i = 0; i < shipped_count(); i++) {
		struct instrument read;
		if (!instrument_read(page->arena, shipped_at(i).json, text_from(shipped_at(i).code), &read, &ignored) || is_loaded(rows, &read))
			continue;
		if (!any) {
			widget_heading(page, 2, T(page, N_("Shipped with Custos, not loaded yet")));
			widget_paragraph(page, T(page, N_("Written from published domains. Not validated: use them only with training and local review.")));
			widget_action_begin(page, TEXT_OF("/instruments"));
		}
		any = true;
		html_begin_class(&page->html, "p", "govuk-body");
		widget_button(page, "shipped", text_from(shipped_at(i).code), page_message_with(page, N_("Load: {title}"), "title", instrument_words(page, &read.title), NULL), true);
		html_end(&page->html);
	}
	if (any)
		widget_action_end(page);
}

static void show_instruments(struct page *page, const struct error_list *errors)
{
	static const int FIELDS[] = { INSTRUMENT_TITLE, INSTRUMENT_QUESTION, INSTRUMENT_ABOUT, INSTRUMENT_STATE, -1 };
	struct rows rows;
	if (!rows_where(page, &RECORD_INSTRUMENT, NULL, 0, INSTRUMENT_TITLE, false, &rows))
		return;
	page_errors(page, errors);
	page_begin(page, T(page, N_("Instruments")));
	actions_begin(page);
	action_link(page, &ACT_INSTRUMENT_LOAD, TEXT_OF("/acts/instrument.load"), true);
	action_page(page, "/certificates", N_("Certificates"), false);
	action_page(page, "/agreement", N_("Agreement of raters"), false);
	actions_end(page);
	rows_table(page, N_("Instruments"), &rows, FIELDS, N_("No instrument is loaded yet."));
	if (page_may_act(page, &ACT_INSTRUMENT_LOAD))
		write_shipped(page, &rows);
	page_end(page);
}

void page_instruments(struct page *page)
{
	struct error_list none;
	error_list_begin(&none, page->arena);
	page->section = "assessments";
	show_instruments(page, &none);
}

void page_instruments_post(struct page *page)
{
	struct error_list errors;
	struct outcome outcome = { 0 };
	error_list_begin(&errors, page->arena);
	page->section = "assessments";
	for (size_t i = 0; i < shipped_count(); i++) {
		struct pair input = { TEXT("definition"), shipped_at(i).json };
		const struct command command = { .act = text_from(ACT_INSTRUMENT_LOAD.name), .inputs = &input, .input_count = 1 };
		if (!text_equal_string(page_form(page, "shipped"), shipped_at(i).code))
			continue;
		if (command_run(page->service, page->arena, page->actor, &command, &outcome, &errors)) {
			page_redirect(page, page_done(page, TEXT_OF("/instruments/{id}"), command.act, &outcome));
			return;
		}
	}
	show_instruments(page, &errors);
}

static void write_labels(struct page *page, const char *heading, const struct labelled *labels, size_t count)
{
	struct builder words;
	builder_begin(&words, page->arena, 128);
	for (size_t i = 0; i < count; i++) {
		builder_add(&words, i ? TEXT_OF(" · ") : text_empty());
		builder_add(&words, instrument_words(page, &labels[i].words));
	}
	widget_summary_row(page, page_message(page, heading), builder_text(&words));
}

static void write_facts(struct page *page, const struct row *row, const struct instrument *read)
{
	static const int FIELDS[] = { INSTRUMENT_STATE, INSTRUMENT_QUESTION, INSTRUMENT_ABOUT, INSTRUMENT_OWNER, INSTRUMENT_LICENCE, INSTRUMENT_CERTIFICATE,
		INSTRUMENT_IN_FORCE_AT, INSTRUMENT_RETIRED_AT };
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		if (row_has(row, FIELDS[i]))
			widget_summary_row(page, page_message(page, RECORD_INSTRUMENT.fields[FIELDS[i]].label),
				page_value(page, &RECORD_INSTRUMENT.fields[FIELDS[i]], row_value(row, FIELDS[i])));
	widget_summary_row(page, T(page, N_("An assessment is valid for")), page_count(page, N_("{count} month"), N_("{count} months"), read->validity_months));
	widget_summary_row(page, T(page, N_("Second rating")), T(page, text_equal_string(read->second_rating, "always") ? N_("Always") :
		text_equal_string(read->second_rating, "first") ? N_("At the first assessment of a person") : text_equal_string(read->second_rating, "lot") ? N_("A share, drawn by lot") :
		N_("Not asked for")));
	if (!read->about_place)
		widget_summary_row(page, T(page, N_("Made for")), page_message_with(page, text_is_empty(read->sex) ? N_("People of {age} years and more") :
			text_equal_string(read->sex, "F") ? N_("Women of {age} years and more") : N_("Men of {age} years and more"), "age",
			arena_format(page->arena, "%lld", (long long)read->age_from), NULL));
	write_labels(page, N_("Labels, in order"), read->labels, read->label_count);
	write_labels(page, N_("Levels of the judgement, in order"), read->levels, read->level_count);
	write_labels(page, N_("What is judged"), read->outcomes, read->outcome_count);
	widget_summary_end(page);
}

void page_instrument(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Factor"), N_("Guidance"), N_("Kind"), NULL };
	struct error_list errors;
	struct instrument read;
	const struct row *row = row_open(page, &RECORD_INSTRUMENT, "assessments");
	error_list_begin(&errors, page->arena);
	if (!row)
		return;
	if (!instrument_read(page->arena, row_text(row, INSTRUMENT_DEFINITION), TEXT_OF("instrument"), &read, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->back = TEXT_OF("/instruments");
	page->back_label = T(page, N_("Instruments"));
	page->caption = row_text(row, INSTRUMENT_VERSION);
	page_begin(page, instrument_words(page, &read.title));
	widget_paragraph(page, instrument_words(page, &read.purpose));
	html_element(&page->html, "div", "govuk-inset-text", instrument_words(page, &read.limits));
	struct text here = arena_format(page->arena, "/instruments/%.*s", TEXT_FORMAT(row->id));
	actions_begin(page);
	if (row_is(row, INSTRUMENT_STATE, "draft"))
		action_link(page, &ACT_INSTRUMENT_FORCE, path_with(page, arena_format(page->arena, "/acts/%s?instrument=%.*s", ACT_INSTRUMENT_FORCE.name, TEXT_FORMAT(row->id)),
			"next", here), true);
	if (!row_is(row, INSTRUMENT_STATE, "retired"))
		action_link(page, &ACT_INSTRUMENT_RETIRE, path_with(page, arena_format(page->arena, "/acts/%s?instrument=%.*s", ACT_INSTRUMENT_RETIRE.name,
			TEXT_FORMAT(row->id)), "next", here), false);
	actions_end(page);
	write_facts(page, row, &read);
	for (size_t i = 0; i < read.domain_count; i++) {
		widget_table_begin(page, instrument_words(page, &read.domains[i].title), HEADINGS);
		for (size_t j = read.domains[i].first; j < read.domains[i].first + read.domains[i].count; j++) {
			widget_table_row(page);
			widget_table_cell(page, instrument_words(page, &read.factors[j].title));
			widget_table_cell(page, instrument_words(page, &read.factors[j].guidance));
			widget_table_cell(page, factor_kind_words(page, &read.factors[j]));
		}
		widget_table_end(page);
	}
	page_end(page);
}

void page_certificates(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Holder"), N_("Kind"), N_("Expires on"), N_("State"), N_("What to do"), NULL };
	struct rows rows;
	struct date today = page_today(page, page->actor->facility);
	page->section = "assessments";
	if (!rows_where(page, &RECORD_CERTIFICATE, NULL, 0, CERTIFICATE_EXPIRES_ON, false, &rows))
		return;
	page->back = TEXT_OF("/instruments");
	page->back_label = T(page, N_("Instruments"));
	page_begin(page, T(page, N_("Certificates")));
	actions_begin(page);
	action_link(page, &ACT_CERTIFICATE_ISSUE, TEXT_OF("/acts/certificate.issue"), true);
	actions_end(page);
	if (rows.count == 0)
		widget_paragraph(page, T(page, N_("No certificate is issued yet. The training officer issues them.")));
	else
		widget_table_begin(page, T(page, N_("Soonest to expire first")), HEADINGS);
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *row = rows.items[i];
		bool current = certificate_is_current(row, today), suspended = row_is(row, CERTIFICATE_STATE, "suspended");
		const struct act *act = suspended ? &ACT_CERTIFICATE_RESTORE : &ACT_CERTIFICATE_RENEW;
		widget_table_row(page);
		widget_table_link(page, page_path(page, &RECORD_CERTIFICATE, row->id), row_text(row, CERTIFICATE_HOLDER_NAME));
		widget_table_cell_begin(page);
		write_code(page, row_text(row, CERTIFICATE_KIND));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		widget_date(page, row_date(row, CERTIFICATE_EXPIRES_ON));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		widget_tag(page, current ? "green" : "red", T(page, current ? N_("Current") : suspended ? N_("Suspended") : N_("Expired")));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		if (page_may_act(page, act))
			html_link(&page->html, "govuk-link", arena_format(page->arena, "/acts/%s?certificate=%.*s&next=/certificates", act->name, TEXT_FORMAT(row->id)),
				page_message_with(page, suspended ? N_("End the suspension of {name}") : N_("Renew for {name}"), "name", row_text(row, CERTIFICATE_HOLDER_NAME), NULL));
		widget_table_cell_end(page);
	}
	if (rows.count)
		widget_table_end(page);
	page_end(page);
}
