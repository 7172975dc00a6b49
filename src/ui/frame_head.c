/* frame_head.c - the header line of every page (where, search, language, who) and the navigation. */
#include "ui/internal.h"

void widget_icon(struct page *page, const char *view, const char *size, const char *path, const char *stroke)
{
	struct html *h = &page->html;
	html_begin(h, "svg");
	if (stroke == NULL)
		html_attribute_string(h, "class", "custos-mark");
	html_attribute_string(h, "viewBox", view);
	html_attribute_string(h, "width", size);
	html_attribute_string(h, "height", size);
	html_attribute_string(h, "aria-hidden", "true");
	html_attribute_string(h, "focusable", "false");
	html_begin(h, "path");
	html_attribute_string(h, "fill", stroke == NULL ? "currentColor" : "none");
	if (stroke != NULL) {
		html_attribute_string(h, "stroke", "currentColor");
		html_attribute_string(h, "stroke-width", stroke);
	}
	html_attribute_string(h, "d", path);
	html_end(h);
	html_end(h);
}


static void menu_begin(struct page *page, const char *class_name, const char *label, struct text shown)
{
	struct html *h = &page->html;
	html_begin_class(h, "details", class_name);
	html_attribute_string(h, "name", "frame-menu");
	html_begin_class(h, "summary", "custos-menu__summary");
	html_element(h, "span", "govuk-visually-hidden", page_message(page, label));
	html_text(h, TEXT_OF(" "));
	html_element(h, "bdi", NULL, shown);
	html_end(h);
}

static void menu_form(struct page *page, const char *action)
{
	struct html *h = &page->html;
	html_begin_class(h, "form", "custos-menu__panel");
	html_attribute_string(h, "method", "post");
	html_attribute_string(h, "action", action);
	widget_hidden(page, "csrf", page_csrf(page));
	struct text back = page->request->path;
	if (page->request->method != HTTP_POST && page->request->query.length > 0)
		back = arena_format(page->arena, "%.*s?%.*s", TEXT_FORMAT(back), TEXT_FORMAT(page->request->query));
	widget_hidden(page, "back", back);
	html_begin_class(h, "ul", "custos-menu__list");
}

static void menu_item(struct page *page, const char *name, struct text value, struct text label, bool current,
	const struct language *language)
{
	struct html *h = &page->html;
	html_begin(h, "li");
	html_begin_class(h, "button", "custos-menu__item");
	html_attribute_string(h, "name", name);
	html_attribute(h, "value", value);
	if (language != NULL) {
		html_attribute_string(h, "lang", language->code);
		html_attribute_string(h, "dir", language->right_to_left ? "rtl" : "ltr");
	}
	if (current)
		html_attribute_string(h, "aria-current", "true");
	html_element(h, "bdi", NULL, label);
	html_end(h);
	html_end(h);
}

/* Places in scope: those named in the account, or all when the account is for all. */
static struct rows workplaces(struct page *page)
{
	struct rows rows = {0};
	const struct record *record = page->registry->facility;
	struct selection selection = {.record = record, .limit = 50, .order_field = page->registry->facility_code,
		.after = value_absent(), .after_id = text_empty(), .search = text_empty()};
	struct error_list ignored; /* no list, no switch */
	error_list_begin(&ignored, page->arena);
	if (record == NULL || !query_list(page->query, &selection, &rows, &ignored))
		return (struct rows){0};
	return rows;
}

static void write_workplace(struct page *page)
{
	struct html *h = &page->html;
	bool may_switch = page->actor->all_facilities || page->actor->facility_count > 1;
	struct text shown = page->workplace != NULL ? page_title(page, page->workplace) : T(page, N_("All places"));
	struct rows rows = may_switch && page->query != NULL ? workplaces(page) : (struct rows){0};
	if (rows.count < 2) {
		html_begin_class(h, "span", "custos-header__text");
		html_element(h, "bdi", NULL, shown);
		html_end(h);
		return;
	}
	menu_begin(page, "custos-menu custos-header__facility", N_("Where you work:"), shown);
	menu_form(page, "/session/workplace");
	for (size_t i = 0; i < rows.count; i++) {
		if (actor_in_scope(page->actor, rows.items[i]->id))
			menu_item(page, "workplace", rows.items[i]->id, page_title(page, rows.items[i]),
				text_equal(rows.items[i]->id, page->actor->facility), NULL);
	}
	html_end(h); /* ul */
	html_end(h); /* form */
	html_end(h); /* details */
}

static void write_search(struct page *page)
{
	struct html *h = &page->html;
	struct text label = T(page, N_("Find a person or place"));
	html_begin_class(h, "form", "custos-header__search");
	html_attribute_string(h, "role", "search");
	html_attribute_string(h, "method", "get");
	html_attribute_string(h, "action", "/search");
	html_begin_class(h, "label", "govuk-visually-hidden");
	html_attribute_string(h, "for", "frame-search");
	html_text(h, label);
	html_end(h);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-input custos-header__input");
	html_attribute_string(h, "id", "frame-search");
	html_attribute_string(h, "name", "q");
	html_attribute_string(h, "type", "search");
	html_attribute_string(h, "dir", "auto");
	html_attribute(h, "placeholder", label);
	html_attribute_string(h, "autocomplete", "off");
	html_attribute_string(h, "spellcheck", "false");
	html_begin_class(h, "button", "custos-header__button");
	html_attribute_string(h, "type", "submit");
	widget_icon(page, "0 0 20 20", "20", "M13 13l5 5M14.5 8.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0z", "2.2");
	html_element(h, "span", "govuk-visually-hidden", T(page, N_("Search")));
	html_end(h);
	html_end(h);
}

static void write_languages(struct page *page)
{
	struct html *h = &page->html;
	size_t count;
	const struct language *languages = language_list(&count);
	menu_begin(page, "custos-menu", N_("Language:"), text_from(page->language->name));
	menu_form(page, "/session/language");
	for (size_t i = 0; i < count; i++)
		menu_item(page, "language", text_from(languages[i].code), text_from(languages[i].name),
			&languages[i] == page->language, &languages[i]);
	html_end(h);
	html_end(h);
	html_end(h);
}

static struct text roles_text(struct page *page)
{
	struct builder out;
	builder_begin(&out, page->arena, 64);
	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!(page->actor->roles & ((role_set)1 << role)))
			continue;
		if (out.length > 0)
			builder_add_string(&out, ", ");
		builder_add(&out, page_message(page, role_label((enum role)role)));
	}
	return builder_text(&out);
}

static void write_user(struct page *page)
{
	struct html *h = &page->html;
	menu_begin(page, "custos-menu custos-menu--end", N_("You:"), page->actor->display_name);
	html_begin_class(h, "div", "custos-menu__panel");
	html_element(h, "p", "custos-menu__note", roles_text(page));
	html_begin_class(h, "ul", "custos-menu__list");
	html_begin(h, "li");
	html_link(h, "custos-menu__item", TEXT_OF("/account"), T(page, N_("Your account")));
	html_end(h);
	html_end(h);
	html_begin(h, "form");
	html_attribute_string(h, "method", "post");
	html_attribute_string(h, "action", "/session/end");
	html_flag(h, "data-draft-end", true);
	widget_hidden(page, "csrf", page_csrf(page));
	html_element(h, "button", "custos-menu__item", T(page, N_("Sign out")));
	html_end(h);
	html_end(h);
	html_end(h);
}

void frame_header(struct page *page)
{
	struct html *h = &page->html;
	html_begin_class(h, "header", "custos-header");
	html_begin_class(h, "div", "govuk-width-container custos-header__inner");
	html_begin_class(h, "a", "custos-header__name");
	html_attribute_string(h, "href", "/");
	widget_icon(page, "0 0 24 24", "24",
		"M4 2h16v11c0 4.6-3.3 7.6-8 9-4.7-1.4-8-4.4-8-9zm3 3v8c0 2.8 1.9 4.7 5 5.8 3.1-1.1 5-3 5-5.8V5h-2v9h-2V5h-2v9H9V5z",
		NULL);
	html_text(h, TEXT_OF("Custos"));
	html_end(h);
	if (page->actor != NULL)
		write_workplace(page);
	if (page->actor != NULL && page->ui->has_search)
		write_search(page);
	write_languages(page);
	if (page->actor != NULL)
		write_user(page);
	html_end(h);
	html_end(h);
}

static bool entry_is_current(const struct page *page, const struct navigation_entry *entry)
{
	return page->section != NULL && text_equal_string(text_from(page->section), entry->section);
}

static void navigation_item(struct page *page, const char *path, struct text label, bool current)
{
	struct html *h = &page->html;
	html_begin_class(h, "li", current ? "govuk-service-navigation__item govuk-service-navigation__item--active"
					  : "govuk-service-navigation__item");
	html_begin_class(h, "a", "govuk-service-navigation__link");
	html_attribute_string(h, "href", path);
	if (current) {
		html_attribute_string(h, "aria-current", text_equal_string(page->request->path, path) ? "page" : "true");
		html_element(h, "strong", "govuk-service-navigation__active-fallback", label);
	} else {
		html_text(h, label);
	}
	html_end(h);
	html_end(h);
}

static void navigation_entries(struct page *page, const struct navigation_entry *entries)
{
	for (; entries != NULL && entries->section != NULL; entries++) {
		if (actor_has_role(page->actor, entries->roles))
			navigation_item(page, entries->path, page_message(page, entries->label), entry_is_current(page, entries));
	}
}

enum { NAVIGATION_FLAT = 7 };

/* Entries of an area that the role may open: how many, the first, and whether one of them is current. */
struct area_entries { size_t count; const struct navigation_entry *first; bool current; };

static struct area_entries entries_of(const struct page *page, const struct ui_area *area)
{
	struct area_entries found = { 0, NULL, false };
	for (const struct navigation_entry *entry = area->navigation; entry != NULL && entry->section != NULL; entry++) {
		if (!actor_has_role(page->actor, entry->roles))
			continue;
		found.first = found.first ? found.first : entry;
		found.current = found.current || entry_is_current(page, entry);
		found.count++;
	}
	return found;
}

/* With few entries all stand in one row, a click nearer; with many each area stands as one. */
static bool navigation_is_crowded(const struct page *page)
{
	size_t count = 0;
	for (size_t i = 0; i < page->ui->area_count; i++)
		count += entries_of(page, page->ui->areas[i]).count;
	return count > NAVIGATION_FLAT;
}

static bool stands_as_one(const struct page *page, const struct ui_area *area, const struct area_entries *entries)
{
	return area->label != NULL && entries->count > 1 && navigation_is_crowded(page);
}

static void navigation_area(struct page *page, const struct ui_area *area)
{
	struct area_entries entries = entries_of(page, area);
	if (!stands_as_one(page, area, &entries))
		navigation_entries(page, area->navigation);
	else
		navigation_item(page, entries.first->path, page_message(page, area->label), entries.current);
}

void sub_navigation_begin(struct page *page, const char *class_name, struct text label)
{
	html_begin_class(&page->html, "nav", class_name);
	html_attribute(&page->html, "aria-label", label);
	html_begin_class(&page->html, "div", "govuk-width-container");
	html_begin_class(&page->html, "ul", "moj-sub-navigation__list");
}

void sub_navigation_item(struct page *page, struct text path, const char *label, bool current)
{
	struct html *h = &page->html;
	html_begin_class(h, "li", "moj-sub-navigation__item");
	html_begin_class(h, "a", "moj-sub-navigation__link");
	html_attribute(h, "href", path);
	if (current)
		html_attribute_string(h, "aria-current", text_equal(path, page->request->path) ? "page" : "true");
	html_text(h, page_message(page, label));
	html_end(h);
	html_end(h);
}

void sub_navigation_end(struct page *page)
{
	html_end(&page->html);
	html_end(&page->html);
	html_end(&page->html);
}

/* The entries of the current area, when the area stands as one entry above. */
static void navigation_second(struct page *page)
{
	for (size_t i = 0; i < page->ui->area_count; i++) {
		const struct ui_area *area = page->ui->areas[i];
		struct area_entries entries = entries_of(page, area);
		if (!entries.current || !stands_as_one(page, area, &entries))
			continue;
		sub_navigation_begin(page, "moj-sub-navigation custos-navigation__second", page_message(page, area->label));
		for (const struct navigation_entry *entry = area->navigation; entry->section != NULL; entry++)
			if (actor_has_role(page->actor, entry->roles))
				sub_navigation_item(page, text_from(entry->path), entry->label, entry_is_current(page, entry));
		sub_navigation_end(page);
		return;
	}
}

static bool has_own_work(const struct ui *ui)
{
	for (size_t i = 0; i < ui->area_count; i++) {
		const struct navigation_entry *entry = ui->areas[i]->navigation;
		for (; entry != NULL && entry->section != NULL; entry++) {
			if (text_equal_string(text_from(entry->section), "work"))
				return true;
		}
	}
	return false;
}

void frame_navigation(struct page *page)
{
	static const struct navigation_entry work = {"work", N_("My work"), "/", ROLES_ALL};
	struct html *h = &page->html;
	html_begin_class(h, "nav", "govuk-service-navigation custos-navigation");
	html_attribute(h, "aria-label", T(page, N_("Areas")));
	html_begin_class(h, "div", "govuk-width-container");
	html_begin_class(h, "ul", "govuk-service-navigation__list");
	if (!has_own_work(page->ui))
		navigation_item(page, work.path, page_message(page, work.label), entry_is_current(page, &work));
	for (size_t i = 0; i < page->ui->area_count; i++)
		navigation_area(page, page->ui->areas[i]);
	navigation_entries(page, UI_NAVIGATION);
	html_end(h);
	html_end(h);
	html_end(h);
	navigation_second(page);
}
