/* records.c - the generic pages of any record, and the index of all lists. */
#include "ui/internal.h"

static const struct record *record_of(struct page *page)
{
	const struct record *record = registry_record(page->registry, page->parameters.values[0]);
	if (record != NULL && page_may_read(page, record)) {
		page->section = "records";
		return record;
	}
	page_not_found(page); /* the same whether it does not exist or is not for this role */
	return NULL;
}

void page_records_list(struct page *page)
{
	const struct record *record = record_of(page);
	if (record != NULL)
		page_list(page, record);
}

void page_records_row(struct page *page)
{
	const struct record *record = record_of(page);
	if (record != NULL)
		page_detail(page, record, page->parameters.values[1]);
}

void page_records_history(struct page *page)
{
	const struct record *record = record_of(page);
	if (record != NULL)
		page_history(page, record, page->parameters.values[1]);
}

void page_records(struct page *page)
{
	static const char *const headings[] = {N_("List"), N_("What it holds"), NULL};
	page->section = "records";
	page_begin(page, T(page, N_("All lists")));
	widget_table_begin(page, text_empty(), headings);
	for (size_t i = 0; i < page->registry->record_count; i++) {
		const struct record *record = page->registry->records[i];
		if (!page_may_read(page, record))
			continue;
		widget_table_row(page);
		widget_table_link(page, arena_format(page->arena, "/records/%s", record->name),
			page_message(page, record->label_plural));
		widget_table_cell(page, page_message(page, record->help));
	}
	widget_table_end(page);
	page_end(page);
}

/* ---- documents ---- */

void page_document(struct page *page)
{
	static const char *const types[] = {"application/pdf", "image/jpeg", "image/png", "image/tiff", "image/webp"};
	struct error_list errors;
	const struct row *row = NULL;
	struct text content;
	error_list_begin(&errors, page->arena);
	if (!attachment_read(page->query, page->parameters.values[0], &row, &content, &errors)) {
		page_fail(page, &errors);
		return;
	}
	/* Sniffed when it came in and sniffed again now: never a type that a browser would run. */
	const char *sniffed = NULL, *type = NULL;
	for (size_t i = 0; attachment_sniff(content, &sniffed) && i < sizeof(types) / sizeof(types[0]); i++) {
		if (text_equal_string(text_from(sniffed), types[i]))
			type = types[i];
	}
	bool preview = type != NULL && text_starts_with(text_from(type), TEXT_OF("image/")) &&
		page_query(page, "download").length == 0;
	page_file(page, type != NULL ? type : "application/octet-stream", content,
		preview ? text_empty() : arena_format(page->arena, "%.*s%s", TEXT_FORMAT(row->id),
			type == NULL ? "" : type[0] == 'a' ? ".pdf" : type[6] == 'j' ? ".jpg" : type[6] == 'p' ? ".png"
			: type[6] == 't' ? ".tif" : ".webp"));
}

/* ---- emergency ---- */

static void show_break_glass(struct page *page, const struct error_list *errors)
{
	static const struct field reason = {.name = "reason", .label = N_("What is the emergency?"),
		.help = N_("At least 20 characters. Your opening is reviewed by somebody else."), .type = FIELD_PROSE,
		.flags = FIELD_REQUIRED};
	if (errors != NULL)
		page_errors(page, errors);
	page->narrow = true;
	page_begin(page, T(page, N_("Open this file in an emergency")));
	widget_paragraph(page, T(page, N_("The file opens to you for 30 minutes, for reading only. Legal and intelligence matters stay "
					  "closed.")));
	widget_form_begin(page, text_empty(), false);
	widget_field(page, &reason, value_absent(), text_empty(), errors);
	widget_form_end(page, N_("Open the file"));
	page_end(page);
}

void page_break_glass(struct page *page)
{
	show_break_glass(page, NULL);
}

void page_break_glass_post(struct page *page)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (session_break_glass(page->service, page->arena, page->actor, page->session->token, page->parameters.values[0],
			text_trim(page_form(page, "reason")), &errors))
		page_redirect(page, page_path(page, page->registry->subject, page->parameters.values[0]));
	else if (error_http_status(&errors) == 404)
		page_fail(page, &errors);
	else
		show_break_glass(page, &errors);
}
