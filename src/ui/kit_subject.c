/* kit_subject.c - what the areas together put on the pages of a subject: tabs, cards, alerts, acts, where one goes after an act. */
#include <stdlib.h>

#include "ui/internal.h"

enum { TABS_MAXIMUM = 40 };

/* ---- sub-navigation ---- */

static int tab_compare(const void *left, const void *right)
{
	const struct subject_tab *const *a = left, *const *b = right;
	return (*a)->order - (*b)->order;
}

static size_t tabs_gather(struct page *page, const struct subject_tab **out)
{
	size_t count = 0;
	for (size_t i = 0; i < page->ui->area_count; i++)
		for (const struct subject_tab *tab = page->ui->areas[i]->tabs; tab && tab->label && count < TABS_MAXIMUM; tab++)
			if (page_may_read(page, tab->record))
				out[count++] = tab;
	qsort(out, count, sizeof *out, tab_compare);
	return count;
}

void subject_tabs(struct page *page, const struct row *subject)
{
	const struct subject_tab *tabs[TABS_MAXIMUM];
	size_t count = tabs_gather(page, tabs);
	sub_navigation_begin(page, "moj-sub-navigation", T(page, N_("This person")));
	for (size_t i = 0; i < count; i++) {
		struct text path = path_subject(page, subject->id, tabs[i]->rest);
		sub_navigation_item(page, path, tabs[i]->label, text_equal(path, page->request->path));
	}
	sub_navigation_end(page);
}

/* ---- cards and alerts ---- */

void subject_cards(struct page *page, const struct row *subject)
{
	for (size_t i = 0; i < page->ui->area_count; i++)
		if (page->ui->areas[i]->subject_card)
			page->ui->areas[i]->subject_card(page, subject);
}

void search_sections(struct page *page, struct text words)
{
	for (size_t i = 0; i < page->ui->area_count; i++)
		if (page->ui->areas[i]->search)
			page->ui->areas[i]->search(page, words);
}

void subject_alert(struct page *page, const char *kind, struct text word, struct text words)
{
	struct html *h = &page->html;
	html_begin_class(h, "li", arena_format(page->arena, "custos-alert custos-alert--%s", kind).data);
	html_element(h, "strong", "custos-alert__kind", word);
	html_text(h, TEXT_OF(" "));
	html_text(h, words);
	html_end(h);
}

int subject_alerts(struct page *page, const struct row *subject)
{
	int written = 0;
	for (size_t i = 0; i < page->ui->area_count; i++)
		if (page->ui->areas[i]->subject_alerts)
			written += page->ui->areas[i]->subject_alerts(page, subject);
	return written;
}

/* ---- what can be recorded ---- */

static void write_act_link(struct page *page, const struct row *subject, const struct act *act)
{
	struct html *h = &page->html;
	html_begin(h, "li");
	html_link(h, "govuk-link", path_do(page, subject->id, act, NULL, text_empty(), text_empty()),
		page_act_label(page, text_from(act->name)));
	if (act->help) {
		html_void(h, "br");
		html_element(h, "span", "custos-quiet", page_message(page, act->help));
	}
	html_end(h);
}

static void write_act_group(struct page *page, const struct row *subject, const struct ui_area *area, const struct act_group *group)
{
	int written = 0;
	for (const char *const *name = group->acts; *name; name++) {
		const struct act *act = registry_act(page->registry, text_from(*name));
		if (!page_may_act(page, act) || (area->act_fits && !area->act_fits(subject, act)))
			continue;
		if (written++ == 0) {
			widget_heading(page, 2, page_message(page, group->heading));
			html_begin_class(&page->html, "ul", "govuk-list govuk-list--spaced");
		}
		write_act_link(page, subject, act);
	}
	if (written > 0)
		html_end(&page->html);
}

void subject_acts(struct page *page, const struct row *subject)
{
	for (size_t i = 0; i < page->ui->area_count; i++) {
		const struct ui_area *area = page->ui->areas[i];
		for (const struct act_group *group = area->acts; group && group->heading; group++)
			write_act_group(page, subject, area, group);
	}
}

struct text act_next(struct page *page, const struct act *act, struct text subject)
{
	for (size_t i = 0; i < page->ui->area_count; i++)
		for (const struct act_after *after = page->ui->areas[i]->after; after && after->act; after++)
			if (text_equal_string(text_from(act->name), after->act))
				return after->of_subject ? path_subject(page, subject, after->next) : text_from(after->next);
	return text_is_empty(subject) ? text_empty() : path_subject(page, subject, "");
}
