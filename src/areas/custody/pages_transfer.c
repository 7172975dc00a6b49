/* pages_transfer.c - handing over: offered, on the way with its clock, incoming; one page for each with what can be done now. */
#include "areas/custody/pages_common.h"

#include "service/records.h"

static void write_handover(struct page *page, const struct store_result *rows, size_t i, bool incoming)
{
	int64_t departed = report_integer(rows, i, HANDOVER_DEPARTED_AT);
	struct text name = report_text(rows, i, HANDOVER_NAME);
	widget_table_row(page);
	widget_table_cell_begin(page);
	write_name_link(page, report_text(rows, i, HANDOVER_PERSON), name, "");
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_code(page, report_text(rows, i, HANDOVER_NUMBER));
	widget_table_cell_end(page);
	widget_table_cell(page, report_text(rows, i, incoming ? HANDOVER_FROM_NAME : HANDOVER_TO_NAME));
	widget_table_cell(page, choice_label(page, &RECORD_TRANSFER, TRANSFER_STATE, report_text(rows, i, HANDOVER_STATE)));
	widget_table_cell_begin(page);
	widget_moment(page, departed ? departed : report_integer(rows, i, HANDOVER_OFFERED_AT));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	html_link(&page->html, "govuk-link", path_of(page, "transfer", report_text(rows, i, HANDOVER_TRANSFER)),
		page_message_with(page, N_("Open the transfer of {name}"), "name", name, NULL));
	widget_table_cell_end(page);
}

/* field: the end that must be this facility; state: of the transfer. */
static void write_group(struct page *page, const struct store_result *rows, struct text facility, int field, const char *state, const char *caption,
	const char *empty)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Number"), N_("Other facility"), N_("State"), N_("Since"), N_("What to do"), NULL };
	bool begun = false;
	for (size_t i = 0; i < rows->rows; i++) {
		if (!text_equal(report_text(rows, i, field), facility) || !text_equal_string(report_text(rows, i, HANDOVER_STATE), state))
			continue;
		if (!begun)
			widget_table_begin(page, page_message(page, caption), HEADINGS);
		begun = true;
		write_handover(page, rows, i, field == HANDOVER_TO);
	}
	if (begun) {
		widget_table_end(page);
		return;
	}
	widget_heading(page, 2, page_message(page, caption));
	widget_paragraph(page, page_message(page, empty));
}

void page_transfers(struct page *page)
{
	const struct row *facility = NULL;
	struct store_result rows;
	struct error_list errors;
	page->section = "transfers";
	struct text scope = page_facility(page, &facility);
	if (text_is_empty(scope))
		return;
	error_list_begin(&errors, page->arena);
	if (!report_transfers(page->query, scope, &rows, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Transfers")));
	write_group(page, &rows, scope, HANDOVER_TO, "departed", N_("On the way to us"), N_("Nobody is on the way here."));
	write_group(page, &rows, scope, HANDOVER_FROM, "departed", N_("On the way from us"), N_("Nobody who left here is still on the way."));
	write_group(page, &rows, scope, HANDOVER_TO, "offered", N_("Offered to us"), N_("No facility has offered a person to us."));
	write_group(page, &rows, scope, HANDOVER_FROM, "offered", N_("Offered by us"),
		N_("We have offered nobody. To offer a transfer, open the person and choose Everything you can record."));
	page_end(page);
}

/* ---- one transfer ---- */

static void write_progress(struct page *page, const struct row *transfer)
{
	static const char *const STEPS[] = { N_("Offered"), N_("On the way"), N_("Received") };
	struct html *h = &page->html;
	int at = row_is(transfer, TRANSFER_STATE, "accepted") ? 3 : row_is(transfer, TRANSFER_STATE, "departed") ? 1 : 0;
	html_begin_class(h, "div", "moj-progress-bar");
	html_attribute_string(h, "role", "group");
	html_attribute(h, "aria-label", T(page, N_("Steps of the transfer")));
	html_begin_class(h, "ol", "moj-progress-bar__list");
	for (int i = 0; i < 3; i++) {
		html_begin_class(h, "li", "moj-progress-bar__item");
		if (i == at)
			html_attribute_string(h, "aria-current", "step");
		html_begin_class(h, "span", i < at ? "moj-progress-bar__icon moj-progress-bar__icon--complete" : "moj-progress-bar__icon");
		html_end(h);
		html_begin_class(h, "span", "moj-progress-bar__label");
		if (i < at)
			html_element(h, "span", "govuk-visually-hidden", T(page, N_("Done:")));
		html_text(h, page_message(page, STEPS[i]));
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void write_transfer_actions(struct page *page, const struct row *transfer)
{
	static const struct act *const OFFERED[] = { &ACT_TRANSFER_DEPART, &ACT_TRANSFER_REFUSE, &ACT_TRANSFER_CANCEL, NULL };
	static const struct act *const DEPARTED[] = { &ACT_TRANSFER_ACCEPT, &ACT_TRANSFER_REFUSE, NULL };
	const struct act *const *acts = row_is(transfer, TRANSFER_STATE, "offered") ? OFFERED : row_is(transfer, TRANSFER_STATE, "departed") ? DEPARTED : NULL;
	bool first = true;
	if (!acts) {
		widget_paragraph(page, T(page, N_("This transfer is closed.")));
		return;
	}
	actions_begin(page);
	for (; *acts; acts++) {
		action_link(page, *acts, path_do(page, text_empty(), *acts, "transfer", transfer->id, path_of(page, "transfer", transfer->id)), first);
		first = false;
	}
	actions_end(page);
}

static void write_clock(struct page *page, const struct row *transfer)
{
	struct work work;
	struct error_list ignored; /* a clock that cannot be read leaves the page as it is: the list of transfers has the times */
	error_list_begin(&ignored, page->arena);
	if (!row_is(transfer, TRANSFER_STATE, "departed") || !deadline_about(page->query, row_text(transfer, TRANSFER_PERSON), &work, &ignored))
		return;
	for (size_t i = 0; i < work.count; i++) {
		int64_t at = row_moment(work.items[i].deadline, DEADLINE_DUE_AT);
		if (!row_is(work.items[i].deadline, DEADLINE_CLOCK, "arrival"))
			continue;
		html_begin_class(&page->html, "p", "govuk-body");
		html_text(&page->html, page_message_with(page, N_("Arrival is due on {moment}."), "moment", page_moment(page, at), NULL));
		html_text(&page->html, TEXT_OF(" "));
		widget_tag(page, work.items[i].overdue ? "red" : "yellow", format_due(page->language, page->arena, at, page->now));
		html_end(&page->html);
	}
}

void page_transfer(struct page *page)
{
	static const int LINES[] = { TRANSFER_FROM, TRANSFER_TO, TRANSFER_STATE, TRANSFER_REASON, TRANSFER_AUTHORITY, TRANSFER_DISTANCE_KM,
		TRANSFER_OFFERED_AT, TRANSFER_DEPARTED_AT, TRANSFER_ARRIVED_AT, TRANSFER_ANSWER_REASON };
	const struct row *transfer = row_open(page, &RECORD_TRANSFER, "transfers");
	if (!transfer)
		return;
	page->back = TEXT_OF("/transfers");
	page->back_label = T(page, N_("Transfers"));
	page_begin(page, T(page, N_("Transfer")));
	write_progress(page, transfer);
	write_clock(page, transfer);
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct text value = page_value(page, &RECORD_TRANSFER.fields[LINES[i]], row_value(transfer, LINES[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_TRANSFER.fields[LINES[i]].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All steps of this transfer")),
		arena_format(page->arena, "/records/transfer/%.*s/history", TEXT_FORMAT(transfer->id)));
	widget_summary_end(page);
	write_transfer_actions(page, transfer);
	page_end(page);
}
