/* message.c - messages looked up, filled in, and counted. */
#include "text/language.h"

#define ISOLATE_BEGIN "\342\201\250" /* U+2068 */
#define ISOLATE_END "\342\201\251"   /* U+2069 */

static struct text look_up(const struct language *language, struct text identifier, int form)
{
	const struct language_data *data = language_data(language);
	const struct text *found = data->has_catalogue ? mo_get(&data->mo, identifier) : NULL;
	return found != NULL ? mo_form(*found, form) : text_empty();
}

struct text message(const struct language *language, const char *identifier)
{
	struct text english = text_from(identifier);
	if (english.length == 0)
		return english; /* the empty identifier is the catalogue's header */
	struct text found = look_up(language, english, 0);
	return found.length > 0 ? found : english;
}

struct values {
	const struct parameter *items;
	size_t count;
	bool isolate;
};

static struct text fill(struct arena *arena, struct text pattern, const struct values *values)
{
	if (text_find_byte(pattern, '{') == SIZE_MAX)
		return pattern;
	struct builder out;
	builder_begin(&out, arena, pattern.length + 64);
	while (pattern.length > 0) {
		size_t open = text_find_byte(pattern, '{');
		struct text rest = open == SIZE_MAX ? text_empty() : text_slice(pattern, open, pattern.length);
		size_t close = text_find_byte(rest, '}');
		builder_add(&out, text_slice(pattern, 0, close == SIZE_MAX ? pattern.length : open));
		if (close == SIZE_MAX)
			break;
		struct text name = text_slice(rest, 1, close);
		const struct parameter *found = NULL;
		for (size_t i = 0; i < values->count && found == NULL; i++) {
			if (values->items[i].name != NULL && text_equal_string(name, values->items[i].name))
				found = &values->items[i];
		}
		if (found == NULL) {
			/* Stays visible: a fault of the program that somebody should see. */
			builder_add(&out, text_slice(rest, 0, close + 1));
		} else {
			bool isolate = values->isolate && found->value.length > 0;
			builder_add_string(&out, isolate ? ISOLATE_BEGIN : "");
			builder_add(&out, found->value);
			builder_add_string(&out, isolate ? ISOLATE_END : "");
		}
		pattern = text_slice(rest, close + 1, rest.length);
	}
	return builder_text(&out);
}

struct text message_with(const struct language *language, struct arena *arena, const char *identifier,
	const struct parameter *parameters, size_t count)
{
	struct values values = {parameters, count, language->right_to_left};
	return fill(arena, message(language, identifier), &values);
}

struct text message_count(const struct language *language, struct arena *arena, const char *singular, const char *plural,
	int64_t count)
{
	const struct language_data *data = language_data(language);
	struct text found = look_up(language, text_from(singular), language_plural(data, count));
	if (found.length == 0)
		found = text_from(count == 1 || count == -1 ? singular : plural);
	struct parameter value = {"count", format_integer(language, arena, count)};
	struct values values = {&value, 1, false};
	return fill(arena, found, &values);
}

/* A label is a message itself; a day that stands alone is said as people say it. */
static struct text parameter_said(const struct language *language, struct arena *arena, const struct error_parameter *parameter)
{
	struct date date;
	if (parameter->translate)
		return message(language, arena_string(arena, parameter->value));
	return date_parse(parameter->value, &date) ? format_date(language, arena, date) : parameter->value;
}

static struct text error_text(const struct language *language, struct arena *arena, const struct error *error,
	const char *identifier)
{
	struct parameter parameters[ERROR_PARAMETERS];
	size_t count = 0;
	if (identifier == NULL)
		return text_empty();
	for (size_t i = 0; i < ERROR_PARAMETERS; i++) {
		const struct error_parameter *from = &error->parameters[i];
		if (from->name == NULL)
			continue;
		parameters[count].name = from->name;
		parameters[count++].value = parameter_said(language, arena, from);
	}
	return message_with(language, arena, identifier, parameters, count);
}

struct text message_error(const struct language *language, struct arena *arena, const struct error *error)
{
	return error_text(language, arena, error, error->message);
}

struct text message_advice(const struct language *language, struct arena *arena, const struct error *error)
{
	return error_text(language, arena, error, error->advice);
}
