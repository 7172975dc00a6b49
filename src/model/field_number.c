/* field_number.c - numbers of fields as text and back. */
#include "base/builder.h"
#include "model/field_number.h"

int field_scale(const struct field *field)
{
	if (field->type == FIELD_MONEY)
		return 2;
	return field->type == FIELD_DECIMAL ? field->limits.scale : 0;
}

struct text field_number_text(const struct field *field, struct arena *arena, int64_t integer)
{
	char digits[24];
	size_t at = sizeof(digits), scale = (size_t)field_scale(field), written = 0;
	uint64_t rest = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;
	do {
		if (scale && written == scale)
			digits[--at] = '.';
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
		written++;
	} while (rest || written <= scale);
	if (integer < 0)
		digits[--at] = '-';
	return arena_copy(arena, text_make(digits + at, sizeof(digits) - at));
}

bool field_number_parse(const struct field *field, struct text text, int64_t *out_integer)
{
	size_t i = 0, scale = (size_t)field_scale(field), behind = 0;
	bool negative = text.length && text.data[0] == '-', point = false;
	int64_t integer = 0;
	if (negative)
		i++;
	if (i == text.length || text.data[i] == '.' || text.data[text.length - 1] == '.')
		return false;
	for (; i < text.length; i++) {
		char c = text.data[i];
		if (c == '.' && !point && scale) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9' || (point && behind == scale))
			return false;
		if (__builtin_mul_overflow(integer, 10, &integer) || __builtin_add_overflow(integer, c - '0', &integer))
			return false;
		behind += point;
	}
	for (; behind < scale; behind++) {
		if (__builtin_mul_overflow(integer, 10, &integer))
			return false;
	}
	*out_integer = negative ? -integer : integer;
	return true;
}

const char *field_number_message(const struct field *field)
{
	switch (field->type) {
	case FIELD_YES_NO:
		return N_("Answer {field} with yes or no");
	case FIELD_MOMENT:
		return N_("{field} must be a date and time, such as 2026-11-20T08:15:30Z");
	case FIELD_DECIMAL:
		return N_("{field} must be a number, such as 12.5");
	case FIELD_MONEY:
		return N_("{field} must be an amount of money, such as 12.50");
	default:
		return N_("{field} must be a whole number");
	}
}
