/* frame.c - the page around the content: head, header, navigation, footer, banners. */
#include "ui/internal.h"

static void write_head(struct page *page, struct text heading)
{
	struct html *h = &page->html;
	struct text title = page->title.length > 0 ? page->title : heading;
	const char *pattern = page->shown_errors != NULL ? N_("Error: {title} – Custos") : N_("{title} – Custos");
	html_begin(h, "head");
	html_void(h, "meta");
	html_attribute_string(h, "charset", "utf-8");
	html_element(h, "title", NULL, page_message_with(page, pattern, "title", title, NULL));
	html_void(h, "meta");
	html_attribute_string(h, "name", "viewport");
	html_attribute_string(h, "content", "width=device-width, initial-scale=1");
	html_void(h, "meta");
	html_attribute_string(h, "name", "color-scheme");
	html_attribute_string(h, "content", "light");
	struct text icon = assets_path(page->ui->assets, "favicon.svg"), script = assets_path(page->ui->assets, "custos.js");
	if (icon.length > 0) {
		html_void(h, "link");
		html_attribute_string(h, "rel", "icon");
		html_attribute(h, "href", icon);
		html_attribute_string(h, "type", "image/svg+xml");
	}
	html_void(h, "link");
	html_attribute_string(h, "rel", "stylesheet");
	html_attribute(h, "href", assets_path(page->ui->assets,
		page->language->right_to_left ? "custos.rtl.css" : "custos.css"));
	if (script.length > 0) {
		html_begin(h, "script");
		html_attribute(h, "src", script);
		html_flag(h, "defer", true);
		html_end(h);
	}
	html_end(h);
}

static void write_body_begin(struct page *page)
{
	struct html *h = &page->html;
	html_begin_class(h, "body", page->wide ? "govuk-template__body custos-wide" : "govuk-template__body");
	if (page->actor != NULL)
		html_attribute(h, "data-user", page->actor->id);
	else
		html_flag(h, "data-sign-in", true);
	html_begin_class(h, "a", "govuk-skip-link");
	html_attribute_string(h, "href", "#main");
	html_attribute_string(h, "data-module", "govuk-skip-link");
	html_text(h, T(page, N_("Skip to main content")));
	html_end(h);
}

static void write_offline(struct page *page)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "custos-offline");
	html_attribute_string(h, "role", "status");
	html_begin_class(h, "p", "govuk-width-container custos-offline__text");
	html_flag(h, "data-offline", true);
	html_flag(h, "hidden", true);
	html_text(h, T(page, N_("No connection. What you type is kept in this tab until it is back.")));
	html_end(h);
	html_end(h);
}

static void write_identity(struct page *page)
{
	if (page->base_subject.length == 0)
		return;
	for (size_t i = 0; i < page->ui->area_count; i++) {
		if (page->ui->areas[i]->identity_bar != NULL) {
			page->ui->areas[i]->identity_bar(page, page->base_subject);
			return;
		}
	}
}

/* "?done=person.admit&of=person.ID&entry=12&log=example/j/ik71" of page_done(). */
static void write_done(struct page *page)
{
	const struct act *act = registry_act(page->registry, page_query(page, "done"));
	if (act == NULL)
		return;
	struct text of = page_query(page, "of"), entry = page_query(page, "entry"), log = page_query(page, "log");
	size_t dot = text_find_byte(of, '.');
	const struct record *record = dot == SIZE_MAX ? NULL : registry_record(page->registry, text_slice(of, 0, dot));
	struct text title = record == NULL ? text_empty()
		: page_reference_title(page, record, text_slice(of, dot + 1, of.length));
	struct text sentence = act->done != NULL ? page_message_with(page, act->done, "title", title, NULL)
						 : T(page, N_("It is recorded."));
	struct text href = text_empty(), link = text_empty();
	int64_t index;
	if (text_to_integer(entry, &index) && index >= 0 && log.length > 0) {
		href = arena_format(page->arena, "/receipts/%lld/%.*s?of=%.*s", (long long)index, TEXT_FORMAT(log),
			TEXT_FORMAT(of));
		link = page_message_with(page, N_("Receipt {index}"), "index",
			format_integer(page->language, page->arena, index), NULL);
	}
	widget_done(page, sentence, href, link);
}

static void write_title(struct page *page, struct text heading)
{
	struct html *h = &page->html;
	if (page->back.length > 0)
		html_link(h, "govuk-back-link", page->back,
			page->back_label.length > 0 ? page->back_label : T(page, N_("Back")));
	if (page->shown_errors != NULL)
		page_errors(page, page->shown_errors);
	if (page->actor != NULL)
		write_done(page);
	if (page->bare_head)
		return;
	if (page->caption.length > 0)
		html_element(h, "span", "govuk-caption-l", page->caption);
	html_begin_class(h, "h1", "govuk-heading-l");
	html_begin(h, "bdi");
	html_text(h, heading);
	html_end(h);
	html_end(h);
}

void page_begin(struct page *page, struct text heading)
{
	struct html *h = &page->html;
	page->begun = true;
	html_raw_trusted(h, "<!doctype html>\n");
	html_begin(h, "html");
	html_attribute_string(h, "lang", page->language->code);
	html_attribute_string(h, "dir", page->language->right_to_left ? "rtl" : "ltr");
	html_attribute_string(h, "class", "govuk-template");
	write_head(page, heading);
	write_body_begin(page);
	frame_header(page);
	write_offline(page);
	if (page->actor != NULL)
		frame_navigation(page);
	write_identity(page);
	html_begin_class(h, "div", "govuk-width-container");
	html_begin_class(h, "main", "govuk-main-wrapper");
	html_attribute_string(h, "id", "main");
	html_attribute_integer(h, "tabindex", -1);
	if (page->narrow)
		html_begin_class(h, "div", "custos-narrow");
	write_title(page, heading);
}

static void write_footer(struct page *page)
{
	static const struct { const char *path, *label; bool signed_in; } links[] = {
		{"/help", N_("Help"), true},
		{"/rules", N_("Rules and their words"), true},
		{"/accessibility", N_("Accessibility"), false},
	};
	struct html *h = &page->html;
	html_begin_class(h, "footer", "custos-footer");
	html_begin_class(h, "div", "govuk-width-container custos-footer__inner");
	html_element(h, "p", "custos-footer__text", TEXT_OF("Custos " CUSTOS_VERSION));
	html_begin_class(h, "ul", "custos-footer__list");
	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++) {
		if (links[i].signed_in && page->actor == NULL)
			continue;
		html_begin(h, "li");
		html_link(h, "govuk-link", text_from(links[i].path), page_message(page, links[i].label));
		html_end(h);
	}
	html_end(h);
	if (page->actor != NULL)
		html_element(h, "p", "custos-footer__text", T(page, N_("Your reading of personal files is recorded.")));
	html_end(h);
	html_end(h);
}

void page_end(struct page *page)
{
	struct html *h = &page->html;
	if (page->narrow)
		html_end(h);
	html_end(h); /* main */
	html_end(h); /* container */
	write_footer(page);
	html_end(h); /* body */
	html_end(h); /* html */
	if (page->response->status == 0)
		page->response->status = page->shown_errors != NULL ? error_http_status(page->shown_errors) : 200;
	page->response->content_type = "text/html; charset=utf-8";
	page->response->body = html_finish(h);
}
