/* field_parse.c - from the text that people and files give to the canonical value of a field. */
#include <string.h>

#include "base/builder.h"
#include "base/date.h"
#include "base/random.h"
#include "model/field_number.h"

enum { CODES_MAXIMUM = 256 };

static bool integer_parse(const struct field *field, struct text text, int64_t *out_integer)
{
	if (field->type == FIELD_MOMENT)
		return moment_parse(text, out_integer);
	if (field->type != FIELD_YES_NO)
		return field_number_parse(field, text, out_integer);
	bool yes = text_equal_ignoring_case(text, TEXT_OF("yes")) || text_equal_string(text, "true");
	bool no = text_equal_ignoring_case(text, TEXT_OF("no")) || text_equal_string(text, "false");
	if (!yes && !no)
		return false;
	*out_integer = yes;
	return true;
}

/* Browsers send CR LF, old files CR alone; only LF is kept. */
static struct text prose_normal(struct arena *arena, struct text text)
{
	if (text_find_byte(text, '\r') == SIZE_MAX)
		return text;
	struct builder builder;
	builder_begin(&builder, arena, text.length);
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];
		if (c == '\r' && i + 1 < text.length && text.data[i + 1] == '\n')
			continue;
		builder_add_byte(&builder, c == '\r' ? '\n' : c);
	}
	return builder_text(&builder);
}

/* Sorts codes into place and drops those already there. Codes may be parted by white space or commas. */
static struct text codes_normal(struct arena *arena, struct text text)
{
	struct text codes[CODES_MAXIMUM];
	size_t count = 0, i = 0;
	while (i < text.length) {
		size_t from = i;
		while (i < text.length && !strchr(" \t\r\n,", text.data[i]))
			i++;
		struct text code = text_slice(text, from, i++);
		if (text_is_empty(code))
			continue;
		size_t at = count;
		while (at > 0 && text_compare(codes[at - 1], code) > 0)
			at--;
		if (at > 0 && text_equal(codes[at - 1], code))
			continue;
		if (count == CODES_MAXIMUM)
			return text;
		memmove(codes + at + 1, codes + at, (count - at) * sizeof(codes[0]));
		codes[at] = code;
		count++;
	}
	return arena_join(arena, codes, count, TEXT_OF(" "));
}

static struct text lower_hex(struct arena *arena, struct text text)
{
	struct text copy = arena_copy(arena, text);
	char *data = arena_copy_bytes(arena, text.data, text.length);
	for (size_t i = 0; i < text.length; i++) {
		if (data[i] >= 'A' && data[i] <= 'F')
			data[i] = (char)(data[i] - 'A' + 'a');
	}
	copy.data = data;
	return copy;
}

/* The canonical form where the text has one; else the text, which field_check() then refuses. */
static struct text text_normal(const struct field *field, struct arena *arena, struct text text)
{
	struct duration duration;
	struct text identifier;
	switch (field->type) {
	case FIELD_PROSE:
		return prose_normal(arena, text);
	case FIELD_DURATION:
		return duration_parse(text, &duration) ? duration_text(arena, duration) : text;
	case FIELD_CODES:
		return codes_normal(arena, text);
	case FIELD_REFERENCE:
	case FIELD_DOCUMENT:
		return identifier_parse(arena, text, &identifier) ? identifier : text;
	case FIELD_HASH:
		return lower_hex(arena, text);
	default:
		return text;
	}
}

bool field_parse(const struct field *field, struct arena *arena, struct text text, struct value *out_value,
	struct error_list *errors)
{
	if (!text_is_utf8(text))
		return field_fault(field, E_TYPE, N_("{field} must be text"), text_empty(), errors);
	text = text_trim(text);
	if (text_is_empty(text)) {
		*out_value = value_absent();
		return true;
	}
	struct value value;
	int64_t integer;
	if (text_equal_string(text, "?")) {
		value = value_unknown();
	} else if (!field_is_integer(field)) {
		value = value_text(arena_copy(arena, text_normal(field, arena, text)));
	} else if (integer_parse(field, text, &integer)) {
		value = value_integer(integer);
	} else {
		return field_fault(field, E_TYPE, field_number_message(field), text_empty(), errors);
	}
	/* Nothing but separators, as in "," for CODES. */
	if (value.kind == VALUE_ABSENT)
		return field_fault(field, E_PATTERN, N_("{field} must be codes with a space between them"), text_empty(),
			errors);
	if (!field_check(field, value, errors))
		return false;
	*out_value = value;
	return true;
}
