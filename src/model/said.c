/* said.c - sentences of the program in rows, as codes. */
#include "model/said.h"

static const struct text PREFIX = TEXT("custos:");

struct text said_make(struct arena *arena, const char *message, const char *name, struct text value)
{
	if (!name)
		return arena_format(arena, "%.*s%s", TEXT_FORMAT(PREFIX), message);
	return arena_format(arena, "%.*s%s|%s=%.*s", TEXT_FORMAT(PREFIX), message, name, TEXT_FORMAT(value));
}

bool said_read(struct arena *arena, struct text text, struct error *out_error)
{
	if (!text_starts_with(text, PREFIX))
		return false;
	struct text rest = text_slice(text, PREFIX.length, text.length);
	size_t bar = text_find_byte(rest, '|');
	*out_error = (struct error){ .message = arena_string(arena, text_slice(rest, 0, bar == SIZE_MAX ? rest.length : bar)) };
	if (bar == SIZE_MAX)
		return true;
	struct text parameter = text_slice(rest, bar + 1, rest.length);
	size_t equals = text_find_byte(parameter, '=');
	if (equals != SIZE_MAX)
		out_error->parameters[0] = (struct error_parameter){ arena_string(arena, text_slice(parameter, 0, equals)),
			text_slice(parameter, equals + 1, parameter.length), false };
	return true;
}
