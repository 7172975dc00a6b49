/* widget_field.c - one input by the type of its field, with label, hint and error. */
#include "ui/internal.h"

struct text widget_id(struct page *page, const char *name, int number)
{
	struct text id = arena_copy(page->arena, text_from(name));
	char *bytes = arena_string(page->arena, id);
	size_t kept = 0;
	for (size_t i = 0; i < id.length; i++) {
		char c = bytes[i];
		if (c == ']')
			continue;
		bytes[kept++] = c == '.' || c == '[' || c == '_' ? '-' : c;
	}
	struct text plain = text_make(bytes, kept);
	return number > 1 ? arena_format(page->arena, "%.*s-%d", TEXT_FORMAT(plain), number) : plain;
}

const struct error *widget_error_of(const struct error_list *errors, const char *name)
{
	for (size_t i = 0; errors != NULL && i < errors->count; i++) {
		struct text path = errors->items[i].path;
		if (path.length > 1 && text_equal_string(text_slice(path, 1, path.length), name))
			return &errors->items[i];
	}
	return NULL;
}

static struct text suffixed(struct page *page, const char *name, const char *suffix)
{
	return arena_format(page->arena, "%.*s-%s", TEXT_FORMAT(widget_id(page, name, 1)), suffix);
}

static struct text described_by(struct page *page, const struct field *field, const struct error *error)
{
	struct text hint = field->help != NULL ? suffixed(page, field->name, "hint") : text_empty();
	struct text fault = error != NULL ? suffixed(page, field->name, "error") : text_empty();
	if (hint.length > 0 && fault.length > 0)
		return arena_format(page->arena, "%.*s %.*s", TEXT_FORMAT(hint), TEXT_FORMAT(fault));
	return hint.length > 0 ? hint : fault;
}

void widget_describe(struct page *page, const struct field *field, const struct error *error)
{
	struct text ids = described_by(page, field, error);
	if (ids.length > 0)
		html_attribute(&page->html, "aria-describedby", ids);
	if (error != NULL)
		html_attribute_string(&page->html, "aria-invalid", "true");
}

static void write_hint_and_error(struct page *page, const struct field *field, const struct error *error)
{
	struct html *h = &page->html;
	if (field->help != NULL) {
		html_begin_class(h, "div", "govuk-hint");
		html_attribute(h, "id", suffixed(page, field->name, "hint"));
		html_text(h, page_message(page, field->help));
		html_end(h);
	}
	if (error != NULL) {
		html_begin_class(h, "p", "govuk-error-message");
		html_attribute(h, "id", suffixed(page, field->name, "error"));
		html_element(h, "span", "govuk-visually-hidden", T(page, N_("Error:")));
		html_text(h, TEXT_OF(" "));
		html_text(h, message_error(page->language, page->arena, error));
		html_end(h);
	}
}

static void write_label(struct page *page, const struct field *field)
{
	struct text label = page_message(page, field->label);
	bool optional = !page->plain_labels && !(field->flags & FIELD_REQUIRED) && field->type != FIELD_YES_NO;
	html_text(&page->html, optional ? page_message_with(page, N_("{label} (optional)"), "label", label, NULL) : label);
}

void widget_group_begin(struct page *page, const struct field *field, const struct error *error, bool group)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", error != NULL ? "govuk-form-group govuk-form-group--error" : "govuk-form-group");
	if (group) {
		html_begin_class(h, "fieldset", "govuk-fieldset");
		struct text ids = described_by(page, field, error);
		if (ids.length > 0)
			html_attribute(h, "aria-describedby", ids);
		html_begin_class(h, "legend", "govuk-fieldset__legend");
	} else {
		html_begin_class(h, "label", "govuk-label");
		html_attribute(h, "for", widget_id(page, field->name, 1));
	}
	write_label(page, field);
	html_end(h);
	write_hint_and_error(page, field, error);
}

void widget_group_end(struct page *page, bool group)
{
	if (group)
		html_end(&page->html);
	html_end(&page->html);
}

void widget_unknown_box(struct page *page, const struct field *field, struct text value)
{
	struct html *h = &page->html;
	if (!(field->flags & FIELD_MAY_BE_UNKNOWN))
		return;
	struct text id = suffixed(page, field->name, "unknown");
	html_begin_class(h, "div", "govuk-checkboxes govuk-checkboxes--small custos-not-known");
	html_begin_class(h, "div", "govuk-checkboxes__item");
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-checkboxes__input");
	html_attribute(h, "id", id);
	html_attribute(h, "name", arena_format(page->arena, "%s-unknown", field->name));
	html_attribute_string(h, "type", "checkbox");
	html_attribute_string(h, "value", "1");
	html_flag(h, "checked", text_equal_string(value, "?"));
	html_begin_class(h, "label", "govuk-label govuk-checkboxes__label");
	html_attribute(h, "for", id);
	html_text(h, T(page, N_("Not known")));
	html_end(h);
	html_end(h);
	html_end(h);
}

static const char *width_class(const struct field *field, bool error)
{
	bool number = field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL || field->type == FIELD_MONEY;
	bool code = field->type == FIELD_CODE || field->type == FIELD_CODES ||
		(field->limits.maximum > 0 && field->limits.maximum <= 40);
	if (number)
		return error ? "govuk-input govuk-input--width-10 govuk-input--error" : "govuk-input govuk-input--width-10";
	if (code)
		return error ? "govuk-input govuk-input--width-20 govuk-input--error" : "govuk-input govuk-input--width-20";
	return error ? "govuk-input govuk-input--error" : "govuk-input";
}

static void write_line(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	struct html *h = &page->html;
	bool number = field_is_integer(field);
	widget_group_begin(page, field, error, false);
	html_void(h, "input");
	html_attribute_string(h, "class", width_class(field, error != NULL));
	html_attribute(h, "id", widget_id(page, field->name, 1));
	html_attribute_string(h, "name", field->name);
	html_attribute_string(h, "type", "text");
	html_attribute_string(h, "dir", number || field->type == FIELD_CODE || field->type == FIELD_HASH ? "ltr" : "auto");
	if (number)
		html_attribute_string(h, "inputmode", field->type == FIELD_INTEGER ? "numeric" : "decimal");
	else
		html_attribute_string(h, "spellcheck", "false");
	widget_describe(page, field, error);
	html_attribute(h, "value", text_equal_string(value, "?") ? text_empty() : value);
	widget_unknown_box(page, field, value);
	widget_group_end(page, false);
}

static void write_prose(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	struct html *h = &page->html;
	widget_group_begin(page, field, error, false);
	html_begin_class(h, "textarea", error != NULL ? "govuk-textarea govuk-textarea--error" : "govuk-textarea");
	html_attribute(h, "id", widget_id(page, field->name, 1));
	html_attribute_string(h, "name", field->name);
	html_attribute_integer(h, "rows", 4);
	html_attribute_string(h, "dir", "auto");
	widget_describe(page, field, error);
	html_text(h, value);
	html_end(h);
	widget_group_end(page, false);
}

static void write_file(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	struct html *h = &page->html;
	struct field named = *field;
	named.name = arena_format(page->arena, "%s-file", field->name).data;
	if (named.help == NULL)
		named.help = N_("PDF, JPEG, PNG, TIFF or WebP, up to 20 MB. It is encrypted and stays in the file.");
	widget_group_begin(page, &named, error, false);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-file-upload");
	html_attribute(h, "id", widget_id(page, named.name, 1));
	html_attribute_string(h, "name", named.name);
	html_attribute_string(h, "type", "file");
	html_attribute_string(h, "accept", ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp");
	widget_describe(page, &named, error);
	if (value.length > 0)
		widget_hidden(page, field->name, value);
	widget_group_end(page, false);
}

/* A POST shows what was typed, even when that is nothing; a first GET shows the value. */
static struct text shown_text(struct page *page, const struct field *field, struct value value, struct text typed)
{
	if (typed.length > 0)
		return typed;
	for (size_t i = 0; i < page->form_count; i++) {
		if (text_equal_string(page->form[i].name, field->name))
			return page->form[i].value;
	}
	return page->form_count > 0 && value.kind == VALUE_ABSENT ? text_empty() : field_text(field, page->arena, value);
}

void widget_field(struct page *page, const struct field *field, struct value value, struct text typed,
	const struct error_list *errors)
{
	const struct error *error = widget_error_of(errors, field->name);
	struct text shown = shown_text(page, field, value, typed);
	switch (field->type) {
	case FIELD_PROSE:
		write_prose(page, field, shown, error);
		break;
	case FIELD_YES_NO:
	case FIELD_CHOICE:
		widget_choices(page, field, shown, error);
		break;
	case FIELD_CODES:
		if (field->choices != NULL)
			widget_codes(page, field, shown, error);
		else
			write_line(page, field, shown, error);
		break;
	case FIELD_DATE:
	case FIELD_PARTIAL_DATE:
		widget_dates(page, field, shown, error);
		break;
	case FIELD_MOMENT:
		widget_moments(page, field, shown, error);
		break;
	case FIELD_DURATION:
		widget_durations(page, field, shown, error);
		break;
	case FIELD_REFERENCE:
		widget_references(page, field, shown, error);
		break;
	case FIELD_DOCUMENT:
		write_file(page, field, shown, error);
		break;
	default:
		write_line(page, field, shown, error);
	}
}

void widget_fields(struct page *page, const struct record *inputs, const struct row *values, const struct error_list *errors,
	uint64_t hide)
{
	for (int i = 0; i < inputs->field_count; i++) {
		const struct field *field = &inputs->fields[i];
		if ((hide & (UINT64_C(1) << i)) || (field->flags & FIELD_DERIVED))
			continue;
		struct value value = values != NULL ? row_value(values, i) : value_absent();
		widget_field(page, field, value, text_empty(), errors);
	}
}
