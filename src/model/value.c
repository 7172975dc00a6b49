/* value.c - making and comparing values. */
#include "model/value.h"

struct value value_absent(void)
{
	return (struct value){ .kind = VALUE_ABSENT, .text = { "", 0 } };
}

struct value value_unknown(void)
{
	return (struct value){ .kind = VALUE_UNKNOWN, .text = { "", 0 } };
}

struct value value_text(struct text text)
{
	if (text_is_empty(text))
		return value_absent();
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

struct value value_string(const char *string)
{
	return value_text(text_from(string));
}

struct value value_integer(int64_t integer)
{
	return (struct value){ .kind = VALUE_INTEGER, .text = { "", 0 }, .integer = integer };
}

struct value value_bytes(struct text bytes)
{
	return (struct value){ .kind = VALUE_BYTES, .text = bytes };
}

bool value_is_present(struct value value)
{
	return value.kind == VALUE_TEXT || value.kind == VALUE_INTEGER || value.kind == VALUE_BYTES;
}

bool value_equal(struct value left, struct value right)
{
	if (left.kind != right.kind)
		return false;
	switch (left.kind) {
	case VALUE_TEXT:
	case VALUE_BYTES:
		return text_equal(left.text, right.text);
	case VALUE_INTEGER:
		return left.integer == right.integer;
	case VALUE_ABSENT:
	case VALUE_UNKNOWN:
		break;
	}
	return true;
}
