/* words.c - messages, dates, values and titles in the reader's language. */
#include <stdarg.h>

#include "service/records.h"
#include "ui/internal.h"

struct text page_message(struct page *page, const char *identifier)
{
	return identifier != NULL ? message(page->language, identifier) : text_empty();
}

enum { PARAMETERS_MAXIMUM = 12 };

struct text page_message_with(struct page *page, const char *identifier, ...)
{
	struct parameter parameters[PARAMETERS_MAXIMUM];
	size_t count = 0;
	va_list arguments;
	va_start(arguments, identifier);
	for (const char *name = va_arg(arguments, const char *); name != NULL && count < PARAMETERS_MAXIMUM;
			name = va_arg(arguments, const char *))
		parameters[count++] = (struct parameter){name, va_arg(arguments, struct text)};
	va_end(arguments);
	return message_with(page->language, page->arena, identifier, parameters, count);
}

struct text page_count(struct page *page, const char *singular, const char *plural, int64_t count)
{
	return message_count(page->language, page->arena, singular, plural, count);
}

struct text page_date(struct page *page, struct date date)
{
	return format_date(page->language, page->arena, date);
}

struct text page_moment(struct page *page, int64_t moment)
{
	return moment == 0 ? text_empty() : format_moment(page->language, page->arena, moment, page->zone);
}

struct text page_hash(struct page *page, struct text hex)
{
	struct builder out;
	builder_begin(&out, page->arena, hex.length + hex.length / 4);
	for (size_t i = 0; i < hex.length; i++) {
		if (i > 0 && i % 4 == 0)
			builder_add_byte(&out, ' ');
		builder_add_byte(&out, hex.data[i]);
	}
	return builder_text(&out);
}

bool page_may_read(const struct page *page, const struct record *record)
{
	struct access_object object = {.record = record, .subject = text_empty(), .facility = page->actor->facility,
		.other_facility = text_empty()};
	return record != NULL && access_read(page->actor, &object) == ACCESS_ALLOWED;
}

bool page_may_act(const struct page *page, const struct act *act)
{
	return act != NULL && !(act->flags & ACT_SYSTEM) && actor_has_role(page->actor, act->actors);
}

struct text page_act_label(struct page *page, struct text name)
{
	const struct act *act = registry_act(page->registry, name);
	if (act == NULL)
		return name;
	struct text label = page_message(page, act->label);
	/* The generic acts are called only "Add" and "Correct". */
	if (text_ends_with(name, TEXT_OF(".add")) || text_ends_with(name, TEXT_OF(".correct"))) {
		if (text_equal_string(text_from(act->label), "Add") || text_equal_string(text_from(act->label), "Correct"))
			return page_message_with(page, N_("{act}: {noun}"), "act", label, "noun",
				page_message(page, act->record->label), NULL);
	}
	return label;
}

/* ---- titles of other rows: each read once a request ---- */

struct text page_reference_title(struct page *page, const struct record *record, struct text id)
{
	if (record == NULL || id.length == 0 || page->query == NULL)
		return id;
	/* Who did something is no secret among those who may see that it was done. */
	if (record == &RECORD_USER_ACCOUNT)
		return page_actor_name(page, id);
	struct text key = arena_format(page->arena, "%s/%.*s", record->name, TEXT_FORMAT(id));
	struct text *known = map_get(page->titles, key);
	if (known != NULL)
		return *known;
	const struct row *row = NULL;
	struct error_list ignored; /* what may not be read has no title */
	error_list_begin(&ignored, page->arena);
	known = ARENA_NEW(page->arena, struct text);
	*known = text_empty();
	if (query_peek(page->query, record, id, &row, &ignored) && row != NULL)
		*known = page_title(page, row);
	if (known->length == 0)
		*known = row != NULL ? page_message(page, record->label) : T(page, N_("Withheld"));
	map_set(page->titles, key, known);
	return *known;
}

struct text page_actor_name(struct page *page, struct text user_id)
{
	if (user_id.length == 0)
		return T(page, N_("Custos itself"));
	if (page->actor != NULL && text_equal(user_id, page->actor->id))
		return page->actor->display_name;
	struct text key = arena_format(page->arena, "user/%.*s", TEXT_FORMAT(user_id));
	struct text *known = map_get(page->titles, key);
	if (known != NULL)
		return *known;
	struct error_list ignored; /* an account that is not there keeps its identifier */
	struct actor *actor = ARENA_NEW(page->arena, struct actor);
	error_list_begin(&ignored, page->arena);
	known = ARENA_NEW(page->arena, struct text);
	*known = session_actor_named(page->service, page->arena, user_id, actor, &ignored) ? actor->display_name : user_id;
	map_set(page->titles, key, known);
	return *known;
}

/* The engine's own rows name acts, clocks and tables by code; people read their labels. */
struct text page_code_label(struct page *page, const struct row *row, int index)
{
	struct text code = row_text(row, index);
	if (!(row->record->flags & RECORD_ENGINE) || row->record->fields[index].type != FIELD_CODE)
		return text_empty();
	const struct clock_kind *clock = registry_clock(page->registry, code);
	const struct record *record = registry_record(page->registry, code);
	if (registry_act(page->registry, code) != NULL)
		return page_act_label(page, code);
	if (clock != NULL)
		return page_message(page, clock->label);
	return record != NULL ? page_message(page, record->label) : text_empty();
}

struct text page_title(struct page *page, const struct row *row)
{
	struct text title = row->record->title_in ? row->record->title_in(page->arena, row, page->language->code) : text_empty();
	if (title.length > 0)
		return title;
	title = row_title(page->arena, row);
	for (int i = 0; i < row->record->field_count; i++) {
		const struct field *field = &row->record->fields[i];
		if (title.length == 0 || !text_equal(row_text(row, i), title))
			continue;
		/* Without a name of its own a row is called by what its first column says. */
		if (field->type == FIELD_REFERENCE)
			return page_reference_title(page, registry_reference(page->registry, field), title);
		if (field->type == FIELD_CHOICE || field->type == FIELD_LINE)
			return page_value(page, field, row_value(row, i));
		struct text label = page_code_label(page, row, i);
		return label.length > 0 ? label : title;
	}
	return title.length == 0 || text_equal(title, row->id) ? page_message(page, row->record->label) : title;
}

struct text page_path(struct page *page, const struct record *record, struct text id)
{
	for (size_t i = 0; i < page->ui->area_count; i++) {
		const struct ui_area *area = page->ui->areas[i];
		struct text path = area->path_of != NULL ? area->path_of(page->arena, record, id) : text_empty();
		if (path.length > 0)
			return path;
	}
	static const struct { const struct record *record; const char *path; } own[] = {
		{&RECORD_PROPOSAL, "/proposals"}, {&RECORD_BREACH, "/breaches"}, {&RECORD_USER_ACCOUNT, "/users"}};
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if (record == own[i].record)
			return arena_format(page->arena, "%s/%.*s", own[i].path, TEXT_FORMAT(id));
	}
	return arena_format(page->arena, "/records/%s/%.*s", record->name, TEXT_FORMAT(id));
}

/* ---- values ---- */

static struct text codes_text(struct page *page, const struct field *field, struct text codes)
{
	struct builder out;
	struct text code;
	builder_begin(&out, page->arena, codes.length * 2);
	while (text_next(&codes, ' ', &code)) {
		const struct choice *choice = field_choice(field, code);
		if (out.length > 0)
			builder_add_string(&out, ", ");
		builder_add(&out, choice != NULL ? page_message(page, choice->label) : code);
	}
	return builder_text(&out);
}

static struct text duration_in_words(struct page *page, struct text text)
{
	struct duration duration;
	return duration_parse(text, &duration) ? format_duration(page->language, page->arena, duration) : text;
}

static struct text date_in_words(struct page *page, struct text text)
{
	struct date date;
	return date_parse_partial(text, &date) ? page_date(page, date) : text;
}

struct text page_said(struct page *page, struct text text)
{
	struct error error;
	return said_read(page->arena, text, &error) ? message_error(page->language, page->arena, &error) : text;
}

struct text page_value(struct page *page, const struct field *field, struct value value)
{
	if (value.kind == VALUE_ABSENT)
		return text_empty();
	if (value.kind == VALUE_UNKNOWN)
		return T(page, N_("Not known"));
	switch (field->type) {
	case FIELD_YES_NO:
		return value.integer != 0 ? T(page, N_("Yes")) : T(page, N_("No"));
	case FIELD_INTEGER:
		return format_integer(page->language, page->arena, value.integer);
	case FIELD_DECIMAL:
		return format_decimal(page->language, page->arena, value.integer, field->limits.scale);
	case FIELD_MONEY:
		return format_decimal(page->language, page->arena, value.integer, 2);
	case FIELD_MOMENT:
		return page_moment(page, value.integer);
	case FIELD_DATE:
	case FIELD_PARTIAL_DATE:
		return date_in_words(page, value.text);
	case FIELD_DURATION:
		return duration_in_words(page, value.text);
	case FIELD_CHOICE:
	case FIELD_CODES:
		return codes_text(page, field, value.text);
	case FIELD_REFERENCE:
		return page_reference_title(page, registry_reference(page->registry, field), value.text);
	case FIELD_LINE:
	case FIELD_PROSE:
		return page_said(page, value.text);
	default:
		return field_text(field, page->arena, value);
	}
}
