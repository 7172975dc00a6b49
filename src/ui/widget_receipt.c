/* widget_receipt.c - receipts: the confirmation panel, the log entry, and its QR code. */
#include <qrencode.h>

#include "ui/internal.h"

enum { QUIET = 4, SCALE = 4 };

/* Runs of dark modules of a line become one sub-path. */
static struct text dark_path(struct page *page, const QRcode *code)
{
	struct builder out;
	builder_begin(&out, page->arena, 4096);
	for (int y = 0; y < code->width; y++) {
		for (int x = 0; x < code->width; x++) {
			int from = x;
			while (x < code->width && (code->data[y * code->width + x] & 1))
				x++;
			if (x > from)
				builder_add_format(&out, "M%d %dh%dv1h-%dz", from + QUIET, y + QUIET, x - from, x - from);
		}
	}
	return builder_text(&out);
}

void widget_qr(struct page *page, struct text content, const char *label)
{
	struct html *h = &page->html;
	QRcode *code = QRcode_encodeData((int)content.length, (const unsigned char *)content.data, 0, QR_ECLEVEL_M);
	if (code == NULL)
		return; /* too long for a code: the text stands beside it anyway */
	int size = code->width + 2 * QUIET;
	html_begin_class(h, "svg", "custos-receipt__code");
	html_attribute(h, "viewBox", arena_format(page->arena, "0 0 %d %d", size, size));
	html_attribute_integer(h, "width", size * SCALE);
	html_attribute_integer(h, "height", size * SCALE);
	html_attribute_string(h, "role", "img");
	html_attribute(h, "aria-label", page_message(page, label));
	html_attribute_string(h, "shape-rendering", "crispEdges");
	html_begin_class(h, "rect", "custos-qr__ground");
	html_attribute_integer(h, "width", size);
	html_attribute_integer(h, "height", size);
	html_end(h);
	html_begin_class(h, "path", "custos-qr__dark");
	html_attribute(h, "d", dark_path(page, code));
	html_end(h);
	html_end(h);
	QRcode_free(code);
}

void widget_receipt_fact(struct page *page, const char *label, const char *class_name, struct text value)
{
	struct html *h = &page->html;
	html_begin(h, "div");
	html_element(h, "dt", NULL, page_message(page, label));
	html_begin(h, "dd");
	html_element(h, "bdi", class_name, value);
	html_end(h);
	html_end(h);
}

static void write_receipt(struct page *page, const struct journal_receipt *receipt)
{
	struct html *h = &page->html;
	struct text hex = hash_hex(page->arena, &receipt->leaf);
	html_begin_class(h, "div", "custos-receipt");
	html_begin_class(h, "div", "custos-receipt__text");
	widget_heading(page, 2, T(page, N_("Receipt")));
	html_begin_class(h, "dl", "custos-receipt__list");
	widget_receipt_fact(page, N_("Entry"), "custos-code", format_integer(page->language, page->arena, receipt->index));
	widget_receipt_fact(page, N_("Log"), NULL, receipt->log);
	widget_receipt_fact(page, N_("Fingerprint"), "custos-hash", page_hash(page, hex));
	html_end(h);
	html_begin_class(h, "p", "govuk-body-s");
	html_link(h, "govuk-link", arena_format(page->arena, "/receipts/%lld/%.*s", (long long)receipt->index,
		TEXT_FORMAT(receipt->log)), T(page, N_("Proof that the entry is in the log")));
	html_end(h);
	html_end(h);
	widget_qr(page, arena_format(page->arena, "%.*s %lld %.*s", TEXT_FORMAT(receipt->log), (long long)receipt->index,
		TEXT_FORMAT(hex)), N_("QR code of the receipt"));
	html_end(h);
}

void widget_receipt(struct page *page, const struct outcome *outcome, struct text title)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "custos-done");
	html_flag(h, "data-saved", true);
	html_begin_class(h, "div", "govuk-panel govuk-panel--confirmation");
	html_element(h, page->bare_head ? "h1" : "h2", "govuk-panel__title", title);
	html_end(h);
	if (outcome->waiting)
		widget_paragraph(page, T(page, N_("It waits until a second person agrees. Nothing has changed yet.")));
	for (size_t i = 0; i < outcome->breach_count; i++) {
		html_begin_class(h, "p", "govuk-body");
		html_text(h, T(page, N_("A breach is recorded with it:")));
		html_text(h, TEXT_OF(" "));
		widget_rule(page, outcome->breaches[i]);
		html_end(h);
	}
	if (outcome->receipt_count > 0)
		write_receipt(page, &outcome->receipts[0]);
	html_end(h);
}
