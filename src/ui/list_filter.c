/* list_filter.c - what of a list is wanted: conditions, search, order and cursor, kept in the address. */
#include "format/form.h"
#include "ui/internal.h"

bool page_can_filter(struct page *page, const struct record *record, const struct field *field)
{
	int index = record_field(record, text_from(field->name));
	if (access_hidden(page->actor, record) & (UINT64_C(1) << index))
		return false;
	if (field->type == FIELD_CHOICE || field->type == FIELD_YES_NO)
		return (field->flags & (FIELD_LISTED | FIELD_INDEXED)) != 0;
	return field->type == FIELD_REFERENCE && registry_reference(page->registry, field) == page->registry->facility;
}

struct text page_query_with(struct page *page, const char *name, struct text value)
{
	struct builder out;
	struct form form = {0};
	struct error_list ignored; /* an ill-formed query is dropped */
	error_list_begin(&ignored, page->arena);
	builder_begin(&out, page->arena, 256);
	builder_add(&out, page->request->path);
	builder_add_byte(&out, '?');
	if (form_parse(page->arena, page->request->query, NULL, &form, &ignored)) {
		for (size_t i = 0; i < form.count; i++) {
			struct text key = form.fields[i].name;
			bool dropped = text_equal_string(key, name) || text_equal_string(key, "after") ||
				text_equal_string(key, "after_id") || text_equal_string(key, "done") ||
				text_equal_string(key, "of") || text_equal_string(key, "entry") || text_equal_string(key, "log");
			if (!dropped && form.fields[i].value.length > 0)
				form_write(&out, key, form.fields[i].value);
		}
	}
	if (value.length > 0)
		form_write(&out, text_from(name), value);
	struct text path = builder_text(&out);
	return text_ends_with(path, TEXT_OF("?")) ? text_slice(path, 0, path.length - 1) : path;
}

static void add_condition(struct page *page, const struct record *record, struct selection *selection, int index)
{
	const struct field *field = &record->fields[index];
	struct text wanted = page_query(page, field->name);
	struct error_list ignored; /* a value that is none filters nothing */
	struct value value;
	error_list_begin(&ignored, page->arena);
	if (wanted.length == 0 || selection->condition_count == SELECT_CONDITIONS_MAXIMUM ||
			!field_parse(field, page->arena, wanted, &value, &ignored) || value.kind == VALUE_ABSENT)
		return;
	selection->conditions[selection->condition_count++] =
		(struct condition){.field = index, .comparison = IS, .value = value};
}

static void read_order(struct page *page, const struct record *record, struct selection *selection)
{
	struct text sort = page_query(page, "sort");
	bool down = sort.length > 0 && sort.data[0] == '-';
	int index = record_field(record, down ? text_slice(sort, 1, sort.length) : sort);
	bool visible = index >= 0 && !(access_hidden(page->actor, record) & (UINT64_C(1) << index));
	selection->order_field = visible ? index : FIELD_CREATED_AT;
	selection->descending = visible ? down : true;
}

static void read_cursor(struct page *page, const struct record *record, struct selection *selection)
{
	struct text after = page_query(page, "after");
	struct error_list ignored;
	int64_t number;
	error_list_begin(&ignored, page->arena);
	selection->after = value_absent();
	selection->after_id = page_query(page, "after_id");
	if (selection->after_id.length == 0)
		return;
	if (selection->order_field >= 0) {
		if (!field_parse(&record->fields[selection->order_field], page->arena, after, &selection->after, &ignored))
			selection->after_id = text_empty();
	} else if (text_to_integer(after, &number)) {
		selection->after = value_integer(number);
	} else {
		selection->after_id = text_empty();
	}
}

void page_list_select(struct page *page, const struct record *record, struct selection *selection)
{
	*selection = (struct selection){.record = record, .search = text_trim(page_query(page, "q"))};
	for (int i = 0; i < record->field_count; i++) {
		/* Other pages link here with conditions that the filter itself does not offer (children of a row). */
		if (page_can_filter(page, record, &record->fields[i]) || record->fields[i].type == FIELD_REFERENCE)
			add_condition(page, record, selection, i);
	}
	read_order(page, record, selection);
	read_cursor(page, record, selection);
}

/* ---- the form ---- */

static bool is_searched(const struct record *record)
{
	for (int i = 0; i < record->field_count; i++) {
		if (record->fields[i].flags & FIELD_SEARCHED)
			return true;
	}
	return false;
}

static void group_begin(struct page *page, struct text id, struct text label)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute(h, "for", id);
	html_text(h, label);
	html_end(h);
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

static void write_places(struct page *page, struct text chosen)
{
	const struct record *record = page->registry->facility;
	struct selection selection = {.record = record, .limit = 200, .order_field = page->registry->facility_code,
		.after = value_absent(), .after_id = text_empty(), .search = text_empty()};
	struct rows rows = {0};
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (!query_list(page->query, &selection, &rows, &ignored))
		return;
	for (size_t i = 0; i < rows.count; i++)
		option(page, rows.items[i]->id, page_title(page, rows.items[i]), chosen);
}

static void write_select(struct page *page, const struct field *field)
{
	struct html *h = &page->html;
	struct text id = arena_format(page->arena, "filter-%s", field->name), chosen = page_query(page, field->name);
	group_begin(page, id, page_message(page, field->label));
	html_begin_class(h, "select", "govuk-select");
	html_attribute(h, "id", id);
	html_attribute_string(h, "name", field->name);
	option(page, text_empty(), T(page, N_("Any")), chosen);
	if (field->type == FIELD_REFERENCE) {
		write_places(page, chosen);
	} else if (field->type == FIELD_YES_NO) {
		option(page, TEXT_OF("yes"), T(page, N_("Yes")), chosen);
		option(page, TEXT_OF("no"), T(page, N_("No")), chosen);
	} else {
		for (const struct choice *choice = field->choices; choice->code != NULL; choice++)
			option(page, text_from(choice->code), page_message(page, choice->label), chosen);
	}
	if (field->flags & FIELD_MAY_BE_UNKNOWN)
		option(page, TEXT_OF("?"), T(page, N_("Not known")), chosen);
	html_end(h);
	html_end(h);
}

static void write_search_box(struct page *page)
{
	struct html *h = &page->html;
	group_begin(page, TEXT_OF("filter-q"), T(page, N_("Name or number")));
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-input");
	html_attribute_string(h, "id", "filter-q");
	html_attribute_string(h, "name", "q");
	html_attribute_string(h, "type", "search");
	html_attribute_string(h, "dir", "auto");
	html_attribute(h, "value", page_query(page, "q"));
	html_end(h);
}

static void chosen_tag(struct page *page, const char *name, struct text label, struct text value)
{
	struct html *h = &page->html;
	html_begin(h, "li");
	html_begin_class(h, "a", "moj-filter__tag");
	html_attribute(h, "href", page_query_with(page, name, text_empty()));
	html_element(h, "span", "govuk-visually-hidden", T(page, N_("Remove this filter:")));
	html_text(h, TEXT_OF(" "));
	html_text(h, page_message_with(page, N_("{label}: {value}"), "label", label, "value", value, NULL));
	html_end(h);
	html_end(h);
}

static void write_chosen(struct page *page, const struct record *record, const struct selection *selection)
{
	struct html *h = &page->html;
	if (selection->condition_count == 0 && selection->search.length == 0)
		return;
	html_begin_class(h, "div", "custos-filter__chosen");
	html_element(h, "h2", "custos-filter__heading", T(page, N_("Chosen")));
	html_begin_class(h, "ul", "moj-filter-tags");
	if (selection->search.length > 0)
		chosen_tag(page, "q", T(page, N_("Name or number")), selection->search);
	for (size_t i = 0; i < selection->condition_count; i++) {
		const struct field *field = &record->fields[selection->conditions[i].field];
		chosen_tag(page, field->name, page_message(page, field->label),
			page_value(page, field, selection->conditions[i].value));
	}
	html_end(h);
	html_link(h, "govuk-link", page->request->path, T(page, N_("Clear all")));
	html_end(h);
}

void page_list_filter(struct page *page, const struct record *record)
{
	struct html *h = &page->html;
	struct selection *selection = ARENA_NEW(page->arena, struct selection);
	bool any = is_searched(record);
	page_list_select(page, record, selection);
	for (int i = 0; i < record->field_count; i++)
		any = any || page_can_filter(page, record, &record->fields[i]);
	if (!any)
		return;
	html_begin_class(h, "form", "custos-filter");
	html_attribute_string(h, "method", "get");
	html_attribute(h, "action", page->request->path);
	html_attribute_string(h, "role", "search");
	html_attribute(h, "aria-label", T(page, N_("Filter the list")));
	html_begin_class(h, "div", "custos-filter__fields");
	if (is_searched(record))
		write_search_box(page);
	for (int i = 0; i < record->field_count; i++) {
		if (page_can_filter(page, record, &record->fields[i]))
			write_select(page, &record->fields[i]);
	}
	if (page_query(page, "sort").length > 0)
		widget_hidden(page, "sort", page_query(page, "sort"));
	html_begin_class(h, "button", "govuk-button govuk-button--secondary");
	html_attribute_string(h, "type", "submit");
	html_text(h, T(page, N_("Filter")));
	html_end(h);
	html_end(h);
	write_chosen(page, record, selection);
	html_end(h);
}
