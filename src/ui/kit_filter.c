/* kit_filter.c - a form of choices above a table that a page lays out by hand. */
#include "ui/internal.h"

void filters_begin(struct page *page, const char *label)
{
	struct html *h = &page->html;
	html_begin_class(h, "form", "custos-filter");
	html_attribute_string(h, "method", "get");
	html_attribute(h, "action", page->request->path);
	html_attribute_string(h, "role", "search");
	html_attribute(h, "aria-label", page_message(page, label));
	html_begin_class(h, "div", "custos-filter__fields");
}

static struct text group(struct page *page, const char *name, const char *label)
{
	struct html *h = &page->html;
	struct text id = arena_format(page->arena, "filter-%s", name);
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute(h, "for", id);
	html_text(h, page_message(page, label));
	html_end(h);
	return id;
}

static void option(struct page *page, struct text value, struct text label, struct text chosen)
{
	struct html *h = &page->html;
	html_begin(h, "option");
	html_attribute(h, "value", value);
	html_flag(h, "selected", text_equal(value, chosen));
	html_text(h, label);
	html_end(h);
}

void filters_select(struct page *page, const char *name, const char *label, const char *const *codes, const char *const *labels, size_t count)
{
	struct html *h = &page->html;
	struct text id = group(page, name, label), chosen = page_query(page, name);
	html_begin_class(h, "select", "govuk-select");
	html_attribute(h, "id", id);
	html_attribute_string(h, "name", name);
	option(page, text_empty(), T(page, N_("Any")), chosen);
	for (size_t i = 0; i < count; i++)
		option(page, text_from(codes[i]), page_message(page, labels[i]), chosen);
	html_end(h);
	html_end(h);
}

void filters_date(struct page *page, const char *name, const char *label, struct text value)
{
	struct html *h = &page->html;
	struct text id = group(page, name, label);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-input");
	html_attribute(h, "id", id);
	html_attribute_string(h, "name", name);
	html_attribute_string(h, "type", "date");
	html_attribute(h, "value", value);
	html_end(h);
}

void filters_end(struct page *page)
{
	struct html *h = &page->html;
	html_begin_class(h, "button", "govuk-button govuk-button--secondary");
	html_attribute_string(h, "type", "submit");
	html_text(h, T(page, N_("Filter")));
	html_end(h);
	html_end(h);
	html_end(h);
}

bool filters_take(const struct page *page, const char *name, const char *code)
{
	struct text chosen = page_query(page, name);
	return chosen.length == 0 || text_equal_string(chosen, code);
}
