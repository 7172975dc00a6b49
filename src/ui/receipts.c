/* receipts.c - one entry of a log with the proof that it is in there. */
#include "ui/internal.h"

/* The entry among the history of the row that the link names: tells time and fingerprint. */
static const struct journal_entry *entry_of(struct page *page, struct text log, int64_t index)
{
	struct text of = page_query(page, "of");
	size_t dot = text_find_byte(of, '.');
	const struct record *record = dot == SIZE_MAX ? NULL : registry_record(page->registry, text_slice(of, 0, dot));
	struct change *changes = NULL;
	size_t count = 0;
	struct error_list ignored; /* without it the receipt shows only the proof */
	error_list_begin(&ignored, page->arena);
	if (record == NULL || !query_history(page->query, record, text_slice(of, dot + 1, of.length), &changes, &count, &ignored))
		return NULL;
	for (size_t i = 0; i < count; i++) {
		if (changes[i].entry.index == index && text_equal(changes[i].entry.log, log))
			return &changes[i].entry;
	}
	return NULL;
}

static void write_facts(struct page *page, struct text log, int64_t index, const struct journal_entry *entry)
{
	struct html *h = &page->html;
	struct text hex = entry != NULL ? hash_hex(page->arena, &entry->leaf) : text_empty();
	html_begin_class(h, "div", "custos-receipt");
	html_begin_class(h, "div", "custos-receipt__text");
	html_begin_class(h, "dl", "custos-receipt__list");
	widget_receipt_fact(page, N_("Entry"), "custos-code", format_integer(page->language, page->arena, index));
	widget_receipt_fact(page, N_("Log"), NULL, log);
	if (entry != NULL) {
		widget_receipt_fact(page, N_("Time"), NULL, page_moment(page, entry->time));
		widget_receipt_fact(page, N_("Act"), NULL, page_act_label(page, entry->type));
		widget_receipt_fact(page, N_("Fingerprint"), "custos-hash", page_hash(page, hex));
	}
	html_end(h);
	html_end(h);
	widget_qr(page, arena_format(page->arena, "%.*s %lld%s%.*s", TEXT_FORMAT(log), (long long)index,
		entry != NULL ? " " : "", TEXT_FORMAT(hex)), N_("QR code of the receipt"));
	html_end(h);
}

static void show(struct page *page, struct text log, int64_t index, struct text proof)
{
	struct html *h = &page->html;
	page_begin(page, T(page, N_("Receipt")));
	write_facts(page, log, index, entry_of(page, log, index));
	widget_heading(page, 2, T(page, N_("Proof that the entry is in the log")));
	widget_paragraph(page, T(page, N_("Anyone can check this text against the signed state of the log, with a program that knows "
					  "the public format tlog-proof. It says nothing about what the entry contains.")));
	html_begin_class(h, "div", "custos-scroll");
	html_attribute_integer(h, "tabindex", 0);
	html_attribute_string(h, "role", "region");
	html_attribute(h, "aria-label", T(page, N_("Proof")));
	html_begin(h, "pre");
	html_attribute_string(h, "dir", "ltr");
	html_text(h, proof);
	html_end(h);
	html_end(h);
	html_begin_class(h, "p", "govuk-body");
	html_link(h, "govuk-link", page_query_with(page, "format", TEXT_OF("proof")), T(page, N_("Save the proof")));
	html_end(h);
	page_end(page);
}

void page_receipts(struct page *page)
{
	struct error_list errors;
	struct text log = page->parameters.values[1], proof;
	int64_t index;
	error_list_begin(&errors, page->arena);
	if (!text_to_integer(page->parameters.values[0], &index) || index < 0 ||
			!journal_proof(query_connection(page->query), page->arena, log, index, &proof, &errors)) {
		page_fail(page, &errors);
		return;
	}
	if (text_equal_string(page_query(page, "format"), "proof"))
		page_file(page, "text/plain; charset=utf-8", proof, arena_format(page->arena, "%lld.tlog-proof", (long long)index));
	else
		show(page, log, index, proof);
}
