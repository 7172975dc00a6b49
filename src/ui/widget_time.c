/* widget_time.c - inputs for dates, partial dates, moments and durations. */
#include "ui/internal.h"

struct part { /* one small input of several */
	const char *suffix, *label;
	int width;
	struct text value;
	bool first;
};

static void write_part(struct page *page, const struct field *field, const struct part *part, bool error)
{
	struct html *h = &page->html;
	struct text name = arena_format(page->arena, "%s-%s", field->name, part->suffix);
	/* The first input carries the field's own id: links of the error summary lead there. */
	struct text id = widget_id(page, part->first ? field->name : name.data, 1);
	html_begin_class(h, "div", "govuk-date-input__item");
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label govuk-date-input__label");
	html_attribute(h, "for", id);
	html_text(h, page_message(page, part->label));
	html_end(h);
	html_void(h, "input");
	html_attribute(h, "class", arena_format(page->arena, "govuk-input govuk-date-input__input govuk-input--width-%d%s",
		part->width, error ? " govuk-input--error" : ""));
	html_attribute(h, "id", id);
	html_attribute(h, "name", name);
	html_attribute_string(h, "type", "text");
	html_attribute_string(h, "inputmode", "numeric");
	html_attribute_string(h, "dir", "ltr");
	html_attribute(h, "value", part->value);
	html_end(h);
	html_end(h);
}

void widget_dates(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	struct text rest = text_equal_string(value, "?") ? text_empty() : value;
	struct part parts[] = {
		{"day", N_("Day"), 2, text_empty(), true}, {"month", N_("Month"), 2, text_empty(), false},
		{"year", N_("Year"), 4, text_empty(), false}};
	/* "1991-03-03" backwards: year, then what there is of month and day. */
	for (int i = 2; i >= 0 && rest.length > 0; i--) {
		size_t hyphen = text_find_byte(rest, '-');
		parts[i].value = text_slice(rest, 0, hyphen == SIZE_MAX || i == 0 ? rest.length : hyphen);
		rest = hyphen == SIZE_MAX || i == 0 ? text_empty() : text_slice(rest, hyphen + 1, rest.length);
	}
	struct field hinted = *field;
	if (hinted.help == NULL)
		hinted.help = field->type == FIELD_PARTIAL_DATE
			? N_("Leave empty what is not known. The year alone is enough.") : N_("For example, 14 12 2026");
	widget_group_begin(page, &hinted, error, true);
	html_begin_class(&page->html, "div", "govuk-date-input");
	for (size_t i = 0; i < 3; i++)
		write_part(page, field, &parts[i], error != NULL);
	html_end(&page->html);
	widget_unknown_box(page, field, value);
	widget_group_end(page, true);
}

/* Canonical moment as the browser's local input wants it; what is none stays as typed. */
static struct text local_text(struct page *page, struct text value)
{
	int64_t moment;
	struct date date;
	int minute;
	if (!moment_parse(value, &moment))
		return text_equal_string(value, "?") ? text_empty() : value;
	zone_local(page->zone, moment, &date, &minute);
	return arena_format(page->arena, "%.*sT%02d:%02d", TEXT_FORMAT(date_text(page->arena, date)), minute / 60,
		minute % 60);
}

void widget_moments(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	struct html *h = &page->html;
	widget_group_begin(page, field, error, false);
	html_void(h, "input");
	html_attribute_string(h, "class", error != NULL ? "govuk-input govuk-input--width-20 govuk-input--error"
							: "govuk-input govuk-input--width-20");
	html_attribute(h, "id", widget_id(page, field->name, 1));
	html_attribute(h, "name", arena_format(page->arena, "%s-local", field->name));
	html_attribute_string(h, "type", "datetime-local");
	html_attribute_string(h, "dir", "ltr");
	widget_describe(page, field, error);
	html_attribute(h, "value", local_text(page, value));
	widget_unknown_box(page, field, value);
	widget_group_end(page, false);
}

static struct text number_text(struct page *page, int32_t number)
{
	return number == 0 ? text_empty() : arena_format(page->arena, "%d", number);
}

void widget_durations(struct page *page, const struct field *field, struct text value, const struct error *error)
{
	struct duration duration = {0};
	if (!duration_parse(value, &duration))
		duration = (struct duration){0};
	const struct part parts[] = {
		{"years", N_("Years"), 2, number_text(page, duration.years), true},
		{"months", N_("Months"), 2, number_text(page, duration.months), false},
		{"weeks", N_("Weeks"), 2, number_text(page, duration.weeks), false},
		{"days", N_("Days"), 4, number_text(page, duration.days), false},
	};
	widget_group_begin(page, field, error, true);
	html_begin_class(&page->html, "div", "govuk-date-input");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		write_part(page, field, &parts[i], error != NULL);
	html_end(&page->html);
	widget_unknown_box(page, field, value);
	widget_group_end(page, true);
}
