/* list.c - the generic list: filter, sort, pages by cursor, count, export. */
#include <string.h>

#include "base/log.h"
#include "base/random.h"
#include "format/csv.h"
#include "format/form.h"
#include "ui/internal.h"

enum { PAGE_ROWS = 50 };

struct list_columns page_list_columns(struct page *page, const struct record *record)
{
	struct list_columns columns = {.count = 0};
	uint64_t hidden = access_hidden(page->actor, record);
	for (int i = 0; i < record->field_count; i++) {
		if ((record->fields[i].flags & FIELD_LISTED) && !(hidden & (UINT64_C(1) << i)))
			columns.fields[columns.count++] = i;
	}
	for (int i = 0; columns.count == 0 && i < record->field_count; i++) {
		if (!(hidden & (UINT64_C(1) << i)))
			columns.fields[columns.count++] = i;
	}
	return columns;
}

/* ---- the head of the table ---- */

static void write_sort_link(struct page *page, const struct field *field, struct text sort)
{
	struct html *h = &page->html;
	bool down = sort.length > 0 && sort.data[0] == '-';
	struct text name = down ? text_slice(sort, 1, sort.length) : sort;
	bool current = text_equal_string(name, field->name);
	html_attribute_string(h, "aria-sort", !current ? "none" : down ? "descending" : "ascending");
	html_begin_class(h, "a", "custos-sort");
	struct text other = arena_format(page->arena, "%s%s", current && !down ? "-" : "", field->name);
	html_attribute(h, "href", page_query_with(page, "sort", other));
	html_text(h, page_message(page, field->label));
	html_end(h);
}

static bool can_sort(const struct field *field)
{
	return field->type != FIELD_CODES && field->type != FIELD_REFERENCE && field->type != FIELD_PROSE &&
		field->type != FIELD_DOCUMENT && field->type != FIELD_HASH;
}

static bool is_number(const struct field *field)
{
	return field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL || field->type == FIELD_MONEY;
}

static void write_table_head(struct page *page, const struct record *record, const struct list_columns *columns)
{
	struct html *h = &page->html;
	struct text sort = page_query(page, "sort");
	html_begin_class(h, "table", "govuk-table custos-table custos-table--stack");
	html_attribute_string(h, "role", "table");
	html_element(h, "caption", "govuk-table__caption govuk-visually-hidden", page_message(page, record->label_plural));
	html_begin_class(h, "thead", "govuk-table__head");
	html_attribute_string(h, "role", "rowgroup");
	html_begin_class(h, "tr", "govuk-table__row");
	html_attribute_string(h, "role", "row");
	for (size_t i = 0; i < columns->count; i++) {
		const struct field *field = &record->fields[columns->fields[i]];
		html_begin_class(h, "th", is_number(field) ? "govuk-table__header govuk-table__header--numeric"
							  : "govuk-table__header");
		html_attribute_string(h, "scope", "col");
		html_attribute_string(h, "role", "columnheader");
		if (can_sort(field))
			write_sort_link(page, field, sort);
		else
			html_text(h, page_message(page, field->label));
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void write_row(struct page *page, const struct row *row, const struct list_columns *columns)
{
	struct html *h = &page->html;
	html_begin_class(h, "tr", "govuk-table__row");
	html_attribute_string(h, "role", "row");
	for (size_t i = 0; i < columns->count; i++) {
		const struct field *field = &row->record->fields[columns->fields[i]];
		if (i == 0) {
			html_begin_class(h, "th", "govuk-table__header");
			html_attribute_string(h, "scope", "row");
			html_attribute_string(h, "role", "rowheader");
			struct text title = page_code_label(page, row, columns->fields[i]);
			if (title.length == 0)
				title = page_value(page, field, row_value(row, columns->fields[i]));
			html_begin(h, "bdi");
			html_link(h, "govuk-link", page_path(page, row->record, row->id),
				title.length > 0 ? title : page_title(page, row));
			html_end(h);
		} else {
			html_begin_class(h, "td", is_number(field) ? "govuk-table__cell govuk-table__cell--numeric"
								  : "govuk-table__cell");
			html_attribute_string(h, "role", "cell");
			html_attribute(h, "data-label", page_message(page, field->label));
			widget_value(page, row, columns->fields[i]);
		}
		html_end(h);
	}
	html_end(h);
}

/* ---- count, pages ---- */

static void write_count(struct page *page, const struct record *record, struct selection *selection, int64_t count)
{
	struct html *h = &page->html;
	(void)selection;
	html_begin_class(h, "div", "custos-list");
	html_begin_class(h, "p", "custos-list__count");
	html_element(h, "strong", NULL, page_count(page, N_("{count} entry"), N_("{count} entries"), count));
	html_text(h, TEXT_OF(", "));
	html_text(h, T(page, N_("as of")));
	html_text(h, TEXT_OF(" "));
	widget_moment(page, page->now);
	html_end(h);
	html_begin_class(h, "ul", "custos-list__actions");
	html_begin(h, "li");
	html_link(h, "govuk-link", page_query_with(page, "format", TEXT_OF("csv")), T(page, N_("Export as CSV")));
	html_end(h);
	struct text add = arena_format(page->arena, "%s.add", record->name);
	const struct act *act = registry_act(page->registry, add);
	if (page_may_act(page, act)) {
		html_begin(h, "li");
		html_link(h, "govuk-link", arena_format(page->arena, "/acts/%s", act->name), page_act_label(page, add));
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void write_pages(struct page *page, const struct selection *selection, const struct row *last)
{
	struct html *h = &page->html;
	bool began = selection->after_id.length == 0;
	if (began && last == NULL)
		return;
	html_begin_class(h, "nav", "custos-pages");
	html_attribute(h, "aria-label", T(page, N_("Pages of the list")));
	if (!began) {
		html_begin_class(h, "a", "govuk-link custos-pages__previous");
		html_attribute(h, "href", page_query_with(page, "after_id", text_empty()));
		html_text(h, T(page, N_("First page")));
		html_end(h);
	}
	if (last != NULL) {
		struct text value = selection->order_field >= 0
			? field_text(&last->record->fields[selection->order_field], page->arena,
				row_value(last, selection->order_field))
			: selection->order_field == FIELD_CREATED_AT
			? arena_format(page->arena, "%lld", (long long)last->created_at) : text_empty();
		struct builder href;
		builder_begin(&href, page->arena, 128);
		builder_add(&href, page_query_with(page, "after_id", text_empty()));
		builder_add_string(&href, text_find_byte(builder_text(&href), '?') == SIZE_MAX ? "?after=" : "&after=");
		form_encode(&href, value);
		builder_add_format(&href, "&after_id=%.*s", TEXT_FORMAT(last->id));
		html_begin_class(h, "a", "govuk-link custos-pages__next");
		html_attribute(h, "href", builder_text(&href));
		html_attribute_string(h, "rel", "next");
		html_text(h, T(page, N_("Next page")));
		html_end(h);
	}
	html_end(h);
}

static void write_list(struct page *page, const struct record *record, struct selection *selection, struct rows *rows,
	int64_t count)
{
	struct html *h = &page->html;
	bool more = rows->count > PAGE_ROWS;
	size_t shown = more ? PAGE_ROWS : rows->count;
	page->caption = text_empty();
	page_begin(page, page_message(page, record->label_plural));
	if (record->help != NULL)
		html_element(h, "p", "govuk-body custos-quiet", page_message(page, record->help));
	page_list_filter(page, record);
	write_count(page, record, selection, count);
	if (shown == 0) {
		widget_empty(page, N_("There is nothing here"), N_("Change the filter, or add the first entry."), text_empty());
	} else {
		struct list_columns columns = page_list_columns(page, record);
		write_table_head(page, record, &columns);
		html_begin_class(h, "tbody", "govuk-table__body");
		html_attribute_string(h, "role", "rowgroup");
		for (size_t i = 0; i < shown; i++)
			write_row(page, rows->items[i], &columns);
		html_end(h);
		html_end(h);
		write_pages(page, selection, more ? rows->items[shown - 1] : NULL);
	}
	page_end(page);
}

void page_list(struct page *page, const struct record *record)
{
	struct error_list errors;
	struct rows rows = {0};
	int64_t count = 0;
	struct selection *selection = ARENA_NEW(page->arena, struct selection);
	error_list_begin(&errors, page->arena);
	page_list_select(page, record, selection);
	if (text_equal_string(page_query(page, "format"), "csv")) {
		page_list_csv(page, record, selection);
		return;
	}
	selection->limit = PAGE_ROWS + 1;
	struct selection *counted = ARENA_NEW(page->arena, struct selection);
	*counted = *selection;
	counted->after = value_absent();
	counted->after_id = text_empty();
	bool read = query_list(page->query, selection, &rows, &errors);
	/* Counting is dear where there is much; a first page that holds all has been counted. */
	bool all = selection->after_id.length == 0 && rows.count <= PAGE_ROWS;
	count = (int64_t)rows.count;
	if (!read || (!all && !query_count(page->query, counted, &count, &errors))) {
		page_fail(page, &errors);
		return;
	}
	write_list(page, record, selection, &rows, count);
}

/* ---- export ---- */

enum { EXPORT_CHUNK = 1000 };

/* An export under way. It lives as long as the request; each piece is a reading of its own, so that no snapshot is held for long. */
struct export {
	struct service *service;
	const struct actor *actor;
	const struct record *record;
	struct selection selection; /* as the list was chosen; its cursor moves on */
	char last[IDENTIFIER_LENGTH + 1];
	uint64_t hidden;
	bool ended;
};

static void csv_head(struct csv_writer *csv, const struct record *record, uint64_t hidden)
{
	csv_mark(csv);
	csv_cell_string(csv, "id");
	for (int i = 0; i < record->field_count; i++) {
		if (!(hidden & (UINT64_C(1) << i)))
			csv_cell_string(csv, record->fields[i].name);
	}
	csv_record_end(csv);
}

static void csv_row(struct arena *arena, struct csv_writer *csv, const struct row *row, uint64_t hidden)
{
	csv_cell(csv, row->id);
	for (int i = 0; i < row->record->field_count; i++) {
		if (!(hidden & (UINT64_C(1) << i)))
			csv_cell(csv, field_text(&row->record->fields[i], arena, row_value(row, i)));
	}
	csv_record_end(csv);
}

/* The next rows, in order of their identifiers. */
static bool export_rows(struct export *export, struct query *query, struct csv_writer *csv, struct error_list *errors)
{
	struct arena *arena = query_arena(query);
	struct rows rows;
	/* A fresh copy each time: the query adds the scope to it. */
	struct selection *piece = ARENA_NEW(arena, struct selection);
	*piece = export->selection;
	if (!query_list(query, piece, &rows, errors))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		csv_row(arena, csv, rows.items[i], export->hidden);
	export->ended = rows.count < EXPORT_CHUNK;
	if (rows.count > 0) {
		struct text id = rows.items[rows.count - 1]->id;
		size_t length = id.length < sizeof(export->last) ? id.length : sizeof(export->last);
		memcpy(export->last, id.data, length);
		export->selection.after_id = text_make(export->last, length);
		export->selection.after = value_text(export->selection.after_id);
	}
	return true;
}

static bool export_more(void *state, struct arena *arena, struct text *out_piece)
{
	struct export *export = state;
	struct error_list errors;
	struct query *query;
	struct csv_writer csv;
	error_list_begin(&errors, arena);
	*out_piece = text_empty();
	if (export->ended)
		return true;
	csv_writer_begin(&csv, arena, ',', false);
	if (!query_begin(export->service, arena, export->actor, "page", &query, &errors) || !export_rows(export, query, &csv, &errors)) {
		log_event(LOG_ERROR, "export-broken", "record", export->record->name, NULL);
		return false;
	}
	query_end(query);
	*out_piece = csv_take(&csv);
	return true;
}

void page_list_csv(struct page *page, const struct record *record, struct selection *selection)
{
	struct error_list errors;
	struct csv_writer csv;
	struct export *export = ARENA_NEW(page->arena, struct export);
	*export = (struct export){.service = page->service, .actor = page->actor, .record = record, .selection = *selection,
		.hidden = access_hidden(page->actor, record)};
	export->selection.limit = EXPORT_CHUNK;
	export->selection.walk = true; /* else each piece would look for everybody in scope again */
	export->selection.order_field = FIELD_ID;
	export->selection.descending = false;
	export->selection.after_id = text_empty();
	error_list_begin(&errors, page->arena);
	csv_writer_begin(&csv, page->arena, ',', false);
	csv_head(&csv, record, export->hidden);
	/* The first piece at once: what is refused is told on a page. */
	if (!export_rows(export, page->query, &csv, &errors)) {
		page_fail(page, &errors);
		return;
	}
	query_note(page->query, "export", text_empty(), text_from(record->name), text_empty());
	page_file(page, "text/csv; charset=utf-8", csv_take(&csv), arena_format(page->arena, "%s.csv", record->name));
	page->response->more = export->ended ? NULL : export_more;
	page->response->more_state = export;
}
