/* kit.c - reading that answers its own errors, paths, scope of the page. */
#include "ui/kit.h"

#include "base/random.h"
#include "format/form.h"
#include "service/profile.h"
#include "ui/internal.h"

/* ---- reading ---- */

const struct row *row_open(struct page *page, const struct record *record, const char *section)
{
	struct error_list errors;
	const struct row *row = NULL;
	error_list_begin(&errors, page->arena);
	page->section = section;
	if (!query_load(page->query, record, page->parameters.values[0], &row, &errors)) {
		page_fail(page, &errors);
		return NULL;
	}
	page->base_subject = row_subject(row);
	return row;
}

const struct row *subject_open(struct page *page)
{
	return row_open(page, page->registry->subject, "people");
}

bool rows_where(struct page *page, const struct record *record, const struct condition *conditions, size_t count, int order,
	bool descending, struct rows *out)
{
	struct selection selection = { .record = record, .condition_count = count, .order_field = order, .descending = descending };
	struct error_list errors;
	*out = (struct rows){ NULL, 0 };
	if (!page_may_read(page, record))
		return true;
	for (size_t i = 0; i < count; i++)
		selection.conditions[i] = conditions[i];
	error_list_begin(&errors, page->arena);
	if (query_list(page->query, &selection, out, &errors))
		return true;
	page_fail(page, &errors);
	return false;
}

bool rows_about(struct page *page, const struct record *record, struct text subject, int order, bool descending, struct rows *out)
{
	const struct condition own = CONDITION_TEXT(record->person_field, subject);
	return rows_where(page, record, &own, 1, order, descending, out);
}

/* Without a place of work: the facilities in scope, each a link to this page for it. */
static void choose_facility(struct page *page)
{
	struct rows rows;
	if (!rows_where(page, page->registry->facility, NULL, 0, page->registry->facility_code, false, &rows))
		return;
	page_begin(page, T(page, N_("Choose a facility")));
	widget_paragraph(page, T(page, N_("This page shows one facility at a time.")));
	html_begin_class(&page->html, "ul", "govuk-list");
	for (size_t i = 0; i < rows.count; i++) {
		html_begin(&page->html, "li");
		html_link(&page->html, "govuk-link", arena_format(page->arena, "?facility=%.*s", TEXT_FORMAT(rows.items[i]->id)),
			row_title(page->arena, rows.items[i]));
		html_end(&page->html);
	}
	html_end(&page->html);
	page_end(page);
}

struct text page_facility(struct page *page, const struct row **out_row)
{
	struct error_list errors;
	struct text asked = page_query(page, "facility");
	struct text facility = text_is_empty(asked) ? page->actor->facility : asked;
	if (text_is_empty(facility)) {
		choose_facility(page);
		return text_empty();
	}
	error_list_begin(&errors, page->arena);
	if (!query_load(page->query, page->registry->facility, facility, out_row, &errors)) {
		page_fail(page, &errors);
		return text_empty();
	}
	page->zone = row_text(*out_row, page->registry->facility_zone);
	return facility;
}

struct date page_today(struct page *page, struct text facility)
{
	return service_date(page->service, facility, page->now);
}

int64_t page_parameter(struct page *page, const struct row *facility, const char *name, int64_t otherwise)
{
	int64_t value;
	struct text code = facility ? row_text(facility, page->registry->facility_code) : text_empty();
	return text_to_integer(profile_parameter(service_profile(page->service), code, name), &value) ? value : otherwise;
}

struct text page_parameter_source(struct page *page, const char *name)
{
	return profile_source(service_profile(page->service), name);
}

/* ---- paths ---- */

struct text path_subject(struct page *page, struct text subject, const char *rest)
{
	return arena_format(page->arena, "%.*s%s", TEXT_FORMAT(page_path(page, page->registry->subject, subject)), rest);
}

struct text path_of(struct page *page, const char *folder, struct text id)
{
	return arena_format(page->arena, "/%s/%.*s", folder, TEXT_FORMAT(id));
}

bool path_is_inside(struct text path)
{
	if (path.length == 0 || path.length > 300 || path.data[0] != '/' || (path.length > 1 && (path.data[1] == '/' || path.data[1] == '\\')))
		return false;
	for (size_t i = 0; i < path.length; i++)
		if ((unsigned char)path.data[i] <= ' ' || path.data[i] == '\\' || path.data[i] == 0x7F)
			return false;
	return true;
}

struct text path_with(struct page *page, struct text path, const char *name, struct text value)
{
	struct builder builder;
	if (text_is_empty(value))
		return path;
	builder_begin(&builder, page->arena, path.length + value.length + 16);
	builder_add(&builder, path);
	builder_add_byte(&builder, text_find_byte(path, '?') == SIZE_MAX ? '?' : '&');
	builder_add_string(&builder, name);
	builder_add_byte(&builder, '=');
	form_encode(&builder, value);
	return builder_text(&builder);
}

struct text path_do(struct page *page, struct text subject, const struct act *act, const char *input, struct text value,
	struct text next)
{
	struct text path = text_is_empty(subject) ? arena_format(page->arena, "/do/%s", act->name) :
		path_subject(page, subject, arena_format(page->arena, "/do/%s", act->name).data);
	if (input)
		path = path_with(page, path, input, value);
	return path_with(page, path, "next", next);
}
