/* detail.c - one row: its fields, what may be done with it, what belongs to it. */
#include "ui/internal.h"

static bool read_row(struct page *page, const struct record *record, struct text id, int64_t as_of, const struct row **out_row)
{
	struct error_list errors;
	const struct row *row = NULL;
	error_list_begin(&errors, page->arena);
	bool read = as_of != 0 ? query_as_of(page->query, record, id, as_of, &row, &errors)
			       : query_load(page->query, record, id, &row, &errors);
	if (!read || row == NULL) {
		page_fail(page, &errors);
		return false;
	}
	*out_row = row;
	return true;
}

static void write_fields(struct page *page, const struct row *row)
{
	struct html *h = &page->html;
	widget_summary_begin(page);
	for (int i = 0; i < row->record->field_count; i++) {
		const struct field *field = &row->record->fields[i];
		bool withheld = (row->redacted & (UINT64_C(1) << i)) != 0;
		if (row_value(row, i).kind == VALUE_ABSENT && !withheld)
			continue;
		html_begin_class(h, "div", "govuk-summary-list__row");
		html_element(h, "dt", "govuk-summary-list__key", page_message(page, field->label));
		html_begin_class(h, "dd", "govuk-summary-list__value");
		widget_value(page, row, i);
		html_end(h);
		html_end(h);
	}
	widget_summary_end(page);
}

static void write_provenance(struct page *page, const struct row *row)
{
	struct html *h = &page->html;
	html_begin_class(h, "p", "govuk-body-s custos-quiet");
	html_text(h, page_message_with(page, N_("Recorded {created} by {author}. Version {version}, changed {changed} by {editor}."),
		"created", page_moment(page, row->created_at), "author", page_actor_name(page, row->created_by), "version",
		arena_format(page->arena, "%lld", (long long)row->version), "changed", page_moment(page, row->changed_at),
		"editor", page_actor_name(page, row->changed_by), NULL));
	html_end(h);
}

/* Acts of the record that start from a row of it and are open to the reader's role. */
static void write_acts(struct page *page, const struct row *row)
{
	struct html *h = &page->html;
	bool begun = false;
	for (size_t i = 0; i < page->registry->act_count; i++) {
		const struct act *act = page->registry->acts[i];
		if (act->record != row->record || act->target_input == FIELD_NONE || !page_may_act(page, act))
			continue;
		if (!begun)
			html_begin_class(h, "div", "govuk-button-group");
		begun = true;
		widget_button_link(page, arena_format(page->arena, "/acts/%s?%s=%.*s", act->name,
			act->input_record->fields[act->target_input].name, TEXT_FORMAT(row->id)),
			page_message(page, act->label), true);
	}
	if (begun)
		html_end(h);
}

enum { CHILDREN_SHOWN = 10 };

static void write_child_table(struct page *page, const struct record *child, const struct rows *rows, struct text all)
{
	struct list_columns columns = page_list_columns(page, child);
	const char **headings = ARENA_ARRAY(page->arena, const char *, columns.count + 1);
	for (size_t i = 0; i < columns.count; i++)
		headings[i] = child->fields[columns.fields[i]].label;
	widget_table_begin(page, page_message(page, child->label_plural), headings);
	for (size_t i = 0; i < rows->count && i < CHILDREN_SHOWN; i++) {
		widget_table_row(page);
		for (size_t j = 0; j < columns.count; j++) {
			if (j == 0) {
				widget_table_link(page, page_path(page, child, rows->items[i]->id),
					page_title(page, rows->items[i]));
				continue;
			}
			widget_table_cell_begin(page);
			widget_value(page, rows->items[i], columns.fields[j]);
			widget_table_cell_end(page);
		}
	}
	widget_table_end(page);
	if (rows->count > CHILDREN_SHOWN) {
		html_begin_class(&page->html, "p", "govuk-body");
		html_link(&page->html, "govuk-link", all, T(page, N_("See all")));
		html_end(&page->html);
	}
}

static void write_children(struct page *page, const struct row *row)
{
	for (size_t i = 0; i < page->registry->record_count; i++) {
		const struct record *child = page->registry->records[i];
		struct rows rows = {0};
		struct error_list ignored;
		error_list_begin(&ignored, page->arena);
		if (child->parent_field < 0 || !page_may_read(page, child) ||
				registry_reference(page->registry, &child->fields[child->parent_field]) != row->record)
			continue;
		struct selection *selection = ARENA_NEW(page->arena, struct selection);
		*selection = (struct selection){.record = child, .limit = CHILDREN_SHOWN + 1, .order_field = FIELD_CREATED_AT,
			.descending = true, .condition_count = 1, .conditions = {CONDITION_TEXT(child->parent_field, row->id)},
			.after = value_absent(), .after_id = text_empty(), .search = text_empty()};
		if (query_list(page->query, selection, &rows, &ignored) && rows.count > 0)
			write_child_table(page, child, &rows, arena_format(page->arena, "/records/%s?%s=%.*s", child->name,
				child->fields[child->parent_field].name, TEXT_FORMAT(row->id)));
	}
}

static void write_links(struct page *page, const struct row *row)
{
	struct html *h = &page->html;
	html_begin_class(h, "p", "govuk-body");
	html_link(h, "govuk-link", arena_format(page->arena, "/records/%s/%.*s/history", row->record->name,
		TEXT_FORMAT(row->id)), T(page, N_("History: who changed what, when and why")));
	html_end(h);
	struct text subject = row_subject(row);
	if (subject.length == 0)
		return;
	html_begin_class(h, "p", "govuk-body");
	html_link(h, "govuk-link", arena_format(page->arena, "/readers/%.*s", TEXT_FORMAT(subject)),
		T(page, N_("Who has read this file")));
	html_end(h);
}

static void write_as_of(struct page *page, int64_t as_of)
{
	struct html *h = &page->html;
	widget_notice_begin(page, "", N_("As it stood"), false);
	html_text(h, page_message_with(page, N_("You see this as of {moment}."), "moment", page_moment(page, as_of), NULL));
	html_text(h, TEXT_OF(" "));
	html_link(h, "govuk-notification-banner__link", page->request->path, T(page, N_("Back to now")));
	widget_notice_end(page);
}

void page_detail(struct page *page, const struct record *record, struct text id)
{
	const struct row *row;
	int64_t as_of = 0;
	if (page_query(page, "as_of").length > 0 && !moment_parse(page_query(page, "as_of"), &as_of))
		as_of = 0;
	if (!read_row(page, record, id, as_of, &row))
		return;
	page->caption = page_message(page, record->label);
	if (record != page->registry->subject)
		page->base_subject = row_subject(row);
	if (page->back.length == 0) {
		page->back = arena_format(page->arena, "/records/%s", record->name);
		page->back_label = page_message(page, record->label_plural);
	}
	page_begin(page, page_title(page, row));
	if (as_of != 0)
		write_as_of(page, as_of);
	write_fields(page, row);
	if (as_of == 0) {
		write_acts(page, row);
		write_children(page, row);
	}
	write_provenance(page, row);
	write_links(page, row);
	page_end(page);
}
