/* history.c - who changed what, when and why; and who has read a file. */
#include "ui/internal.h"

static void write_side(struct page *page, const struct field *field, struct value value, bool was)
{
	struct html *h = &page->html;
	struct text shown = page_value(page, field, value);
	html_begin_class(h, was ? "del" : "ins", was ? "custos-was" : "custos-now");
	html_element(h, "span", "govuk-visually-hidden", was ? T(page, N_("was")) : T(page, N_("is now")));
	html_text(h, TEXT_OF(" "));
	html_element(h, "bdi", NULL, shown.length > 0 ? shown : T(page, N_("nothing")));
	html_end(h);
}

static void write_change(struct page *page, const struct change *change, int field)
{
	struct html *h = &page->html;
	const struct record *record = change->row->record;
	html_begin(h, "div");
	html_text(h, page_message_with(page, N_("{label}:"), "label", page_message(page, record->fields[field].label), NULL));
	html_text(h, TEXT_OF(" "));
	if (change->row->redacted & (UINT64_C(1) << field)) {
		html_element(h, "span", "custos-withheld", T(page, N_("Withheld")));
	} else {
		if (change->before != NULL && row_value(change->before, field).kind != VALUE_ABSENT) {
			write_side(page, &record->fields[field], row_value(change->before, field), true);
			html_text(h, TEXT_OF(" "));
		}
		write_side(page, &record->fields[field], row_value(change->row, field), false);
	}
	html_end(h);
}

static void write_rule_list(struct page *page, const char *label, struct json_value list)
{
	struct html *h = &page->html;
	if (json_count(list) == 0)
		return;
	html_begin(h, "div");
	html_text(h, page_message(page, label));
	for (size_t i = 0; i < json_count(list); i++) {
		struct text id = json_text(json_at(list, i));
		size_t tilde = text_find_byte(id, '~');
		html_text(h, TEXT_OF(" "));
		widget_rule(page, tilde == SIZE_MAX ? id : text_slice(id, 0, tilde));
	}
	html_end(h);
}

/* Why the act was possible: which rules looked, what they answered, with which numbers. */
static void write_rules(struct page *page, struct json_value rules)
{
	struct html *h = &page->html;
	struct text name;
	struct json_value value;
	if (json_is_absent(rules))
		return;
	widget_details_begin(page, T(page, N_("What the rules said")));
	write_rule_list(page, N_("Kept:"), json_get(rules, "silent"));
	write_rule_list(page, N_("Not kept, or warned:"), json_get(rules, "bit"));
	for (size_t i = 0; json_member_at(json_get(rules, "parameters"), i, &name, &value); i++) {
		html_begin(h, "div");
		widget_code(page, name);
		html_text(h, TEXT_OF(" = "));
		html_element(h, "bdi", NULL, json_text(value));
		html_end(h);
	}
	html_begin(h, "div");
	html_text(h, page_message_with(page, N_("Profile {profile}"), "profile", json_get_text(rules, "profile"), NULL));
	html_end(h);
	html_end(h);
	html_end(h);
}

static void write_changes(struct page *page, const struct change *change)
{
	html_element(&page->html, "strong", NULL, page_act_label(page, change->act));
	if (change->row == NULL) {
		widget_paragraph(page, T(page, N_("The content has been erased: its key is destroyed.")));
		return;
	}
	for (int i = 0; i < change->row->record->field_count; i++) {
		if (change->changed & (UINT64_C(1) << i))
			write_change(page, change, i);
	}
	write_rules(page, change->rules);
}

static void write_entry(struct page *page, const struct change *change, struct text of)
{
	struct html *h = &page->html;
	const struct journal_entry *entry = &change->entry;
	widget_table_row(page);
	widget_table_cell_begin(page);
	widget_moment(page, entry->time);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	html_element(h, "bdi", NULL, change->actor_name.length > 0 ? change->actor_name : T(page, N_("Custos itself")));
	if (entry->second.length > 0) {
		html_text(h, TEXT_OF(" "));
		html_text(h, page_message_with(page, N_("with {second}"), "second", page_actor_name(page, entry->second), NULL));
	}
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_changes(page, change);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	html_element(h, "bdi", NULL, change->reason);
	html_text(h, TEXT_OF(" "));
	html_link(h, "govuk-link custos-quiet", arena_format(page->arena, "/receipts/%lld/%.*s?of=%.*s", (long long)entry->index,
		TEXT_FORMAT(entry->log), TEXT_FORMAT(of)), page_message_with(page, N_("Entry {index}"), "index",
			format_integer(page->language, page->arena, entry->index), NULL));
	widget_table_cell_end(page);
}

void page_history(struct page *page, const struct record *record, struct text id)
{
	static const char *const headings[] = {N_("When"), N_("Who"), N_("What changed"), N_("Why"), NULL};
	struct error_list errors;
	struct change *changes = NULL;
	size_t count = 0;
	error_list_begin(&errors, page->arena);
	if (!query_history(page->query, record, id, &changes, &count, &errors) || count == 0) {
		page_fail(page, &errors);
		return;
	}
	const struct row *newest = changes[count - 1].row;
	page->caption = newest != NULL ? page_title(page, newest) : page_message(page, record->label);
	if (newest != NULL && record != page->registry->subject)
		page->base_subject = row_subject(newest);
	page->back = page_path(page, record, id);
	page_begin(page, T(page, N_("History of this record")));
	struct text of = arena_format(page->arena, "%s.%.*s", record->name, TEXT_FORMAT(id));
	widget_table_begin(page, text_empty(), headings);
	for (size_t i = count; i > 0; i--)
		write_entry(page, &changes[i - 1], of);
	widget_table_end(page);
	page_end(page);
}

/* ---- who has read ---- */

enum { READERS_SHOWN = 200 };

static const char *kind_label(struct text kind)
{
	static const struct { const char *kind, *label; } kinds[] = {
		{"read", N_("Opened")}, {"read-as-of", N_("Opened as it stood")}, {"history", N_("Read the history")},
		{"file", N_("Read the whole file")}, {"search", N_("Found in a search")}, {"roll", N_("Stood on a roll")},
		{"print", N_("Printed")}, {"export", N_("Exported")}, {"timeline", N_("Read the timeline")},
		{"readers", N_("Looked who has read")}, {"list", N_("Stood in a list")}, {"document", N_("Opened a document")},
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (text_equal_string(kind, kinds[i].kind))
			return kinds[i].label;
	}
	return NULL;
}

static void write_reading(struct page *page, const struct reading *reading)
{
	const struct record *record = registry_record(page->registry, reading->record);
	const char *label = kind_label(reading->kind);
	widget_table_row(page);
	widget_table_cell_begin(page);
	widget_moment(page, reading->time);
	widget_table_cell_end(page);
	widget_table_cell(page, reading->actor_name);
	widget_table_cell(page, label != NULL ? page_message(page, label) : reading->kind);
	widget_table_cell(page, record != NULL ? page_message(page, record->label) : reading->record);
	widget_table_link(page, arena_format(page->arena, "/receipts/%lld/%.*s", (long long)reading->index,
		TEXT_FORMAT(reading->log)), format_integer(page->language, page->arena, reading->index));
}

void page_readers(struct page *page)
{
	static const char *const headings[] = {N_("When"), N_("Who"), N_("How"), N_("What"), N_("Entry"), NULL};
	struct error_list errors;
	struct reading *readings = NULL;
	size_t count = 0;
	error_list_begin(&errors, page->arena);
	if (!query_readers(page->query, page->parameters.values[0], READERS_SHOWN, &readings, &count, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->base_subject = page->parameters.values[0];
	page_begin(page, T(page, N_("Who has read this file")));
	if (count == 0) {
		widget_empty(page, N_("Nobody has read this file yet"), NULL, text_empty());
	} else {
		widget_table_begin(page, text_empty(), headings);
		for (size_t i = 0; i < count; i++)
			write_reading(page, &readings[i]);
		widget_table_end(page);
	}
	page_end(page);
}
