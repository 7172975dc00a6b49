/* widget.c - small pieces: headings, paragraphs, tags, buttons, summaries, forms. */
#include "ui/internal.h"

void widget_details_begin(struct page *page, struct text summary)
{
	struct html *h = &page->html;
	html_begin_class(h, "details", "govuk-details");
	html_begin_class(h, "summary", "govuk-details__summary");
	html_element(h, "span", "govuk-details__summary-text", summary);
	html_end(h);
	html_begin_class(h, "div", "govuk-details__text");
}

void widget_details_end(struct page *page)
{
	html_end(&page->html);
	html_end(&page->html);
}

void widget_heading(struct page *page, int level, struct text text)
{
	static const char *const elements[] = {"h1", "h2", "h3", "h4"};
	static const char *const classes[] = {"govuk-heading-l", "govuk-heading-m", "govuk-heading-s", "govuk-heading-s"};
	int index = level < 1 ? 0 : level > 4 ? 3 : level - 1;
	html_element(&page->html, elements[index], classes[index], text);
}

void widget_paragraph(struct page *page, struct text text)
{
	if (text.length > 0)
		html_element(&page->html, "p", "govuk-body", text);
}

void widget_tag(struct page *page, const char *colour, struct text text)
{
	html_element(&page->html, "strong", arena_format(page->arena, "govuk-tag govuk-tag--%s", colour).data, text);
}

void widget_code(struct page *page, struct text text)
{
	html_element(&page->html, "bdi", "custos-code", text);
}

void widget_rule(struct page *page, struct text rule)
{
	struct html *h = &page->html;
	if (rule.length == 0)
		return;
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", arena_format(page->arena, "/rules/%.*s", TEXT_FORMAT(rule)));
	widget_code(page, rule);
	html_end(h);
}

void widget_button_link(struct page *page, struct text href, struct text text, bool secondary)
{
	struct html *h = &page->html;
	html_begin_class(h, "a", secondary ? "govuk-button govuk-button--secondary" : "govuk-button");
	html_attribute(h, "href", href);
	html_attribute_string(h, "role", "button");
	html_attribute_string(h, "draggable", "false");
	html_text(h, text);
	html_end(h);
}

void widget_moment(struct page *page, int64_t moment)
{
	struct html *h = &page->html;
	if (moment == 0)
		return;
	html_begin(h, "time");
	html_attribute(h, "datetime", moment_text(page->arena, moment));
	html_text(h, page_moment(page, moment));
	html_end(h);
}

void widget_date(struct page *page, struct date date)
{
	struct html *h = &page->html;
	if (date.year == 0)
		return;
	html_begin(h, "time");
	html_attribute(h, "datetime", date_text(page->arena, date));
	html_text(h, page_date(page, date));
	html_end(h);
}

/* ---- forms ---- */

void widget_hidden(struct page *page, const char *name, struct text value)
{
	struct html *h = &page->html;
	html_void(h, "input");
	html_attribute_string(h, "type", "hidden");
	html_attribute_string(h, "name", name);
	html_attribute(h, "value", value);
}

static void write_draft_notice(struct page *page)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "custos-draft");
	html_flag(h, "data-draft-notice", true);
	html_flag(h, "hidden", true);
	html_begin_class(h, "p", "custos-draft__text");
	html_attribute_string(h, "role", "status");
	html_text(h, T(page, N_("What you typed here before was kept and is back in the form.")));
	html_end(h);
	html_begin_class(h, "button", "govuk-button govuk-button--secondary custos-button--small");
	html_attribute_string(h, "type", "button");
	html_flag(h, "data-draft-discard", true);
	html_text(h, T(page, N_("Discard it")));
	html_end(h);
	html_end(h);
}

static void form_begin(struct page *page, struct text action, bool with_files)
{
	struct html *h = &page->html;
	html_begin(h, "form");
	html_attribute_string(h, "method", "post");
	html_attribute(h, "action", action.length > 0 ? action : page->request->path);
	if (with_files)
		html_attribute_string(h, "enctype", "multipart/form-data");
	html_flag(h, "novalidate", true);
	html_attribute_string(h, "autocomplete", "off");
}

void widget_form_begin(struct page *page, struct text action, bool with_files)
{
	form_begin(page, action, with_files);
	html_attribute(&page->html, "data-draft", action.length > 0 ? action : page->request->path);
	widget_hidden(page, "csrf", page_csrf(page));
	write_draft_notice(page);
}

void widget_action_begin(struct page *page, struct text action)
{
	form_begin(page, action, false);
	widget_hidden(page, "csrf", page_csrf(page));
}

void widget_action_end(struct page *page)
{
	html_end(&page->html);
}

void widget_button(struct page *page, const char *name, struct text value, struct text text, bool secondary)
{
	struct html *h = &page->html;
	html_begin_class(h, "button", secondary ? "govuk-button govuk-button--secondary" : "govuk-button");
	html_attribute_string(h, "type", "submit");
	html_attribute_string(h, "data-prevent-double-click", "true");
	html_attribute_string(h, "data-module", "govuk-button");
	if (name != NULL) {
		html_attribute_string(h, "name", name);
		html_attribute(h, "value", value);
	}
	html_text(h, text);
	html_end(h);
}

void widget_form_end(struct page *page, const char *button)
{
	widget_button(page, NULL, text_empty(), page_message(page, button), false);
	html_end(&page->html);
}

/* ---- summary list ---- */

void widget_summary_begin(struct page *page)
{
	html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
}

static void summary_row(struct page *page, struct text label)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-summary-list__row");
	html_element(h, "dt", "govuk-summary-list__key", label);
	html_begin_class(h, "dd", "govuk-summary-list__value");
}

void widget_summary_row(struct page *page, struct text label, struct text value)
{
	summary_row(page, label);
	html_element(&page->html, "bdi", NULL, value);
	html_end(&page->html);
	html_end(&page->html);
}

void widget_summary_link(struct page *page, struct text label, struct text value, struct text href)
{
	summary_row(page, label);
	html_begin(&page->html, "bdi");
	html_link(&page->html, "govuk-link", href, value);
	html_end(&page->html);
	html_end(&page->html);
	html_end(&page->html);
}

void widget_summary_end(struct page *page)
{
	html_end(&page->html);
}

/* ---- empty state, banner ---- */

void widget_empty(struct page *page, const char *sentence, const char *next, struct text href)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "custos-empty");
	html_element(h, "h2", "custos-empty__title", page_message(page, sentence));
	if (next != NULL) {
		html_begin_class(h, "p", "govuk-body");
		if (href.length > 0)
			html_link(h, "govuk-link", href, page_message(page, next));
		else
			html_text(h, page_message(page, next));
		html_end(h);
	}
	html_end(h);
}

void widget_notice_begin(struct page *page, const char *kind, const char *title, bool saved)
{
	struct html *h = &page->html;
	struct text id = arena_format(page->arena, "banner-%d", ++page->ids);
	html_begin_class(h, "div", arena_format(page->arena, "govuk-notification-banner %s", kind).data);
	html_attribute_string(h, "role", saved ? "alert" : "region");
	html_attribute(h, "aria-labelledby", id);
	html_flag(h, "data-saved", saved);
	html_begin_class(h, "div", "govuk-notification-banner__header");
	html_begin_class(h, "h2", "govuk-notification-banner__title");
	html_attribute(h, "id", id);
	html_text(h, page_message(page, title));
	html_end(h);
	html_end(h);
	html_begin_class(h, "div", "govuk-notification-banner__content");
	html_begin_class(h, "p", "govuk-notification-banner__heading");
}

void widget_notice_end(struct page *page)
{
	html_end(&page->html);
	html_end(&page->html);
	html_end(&page->html);
}

void widget_done(struct page *page, struct text text, struct text href, struct text link)
{
	struct html *h = &page->html;
	widget_notice_begin(page, "govuk-notification-banner--success", N_("Done"), true);
	html_element(h, "bdi", NULL, text);
	if (href.length > 0) {
		html_text(h, TEXT_OF(" "));
		html_link(h, "govuk-notification-banner__link", href, link);
	}
	widget_notice_end(page);
}
