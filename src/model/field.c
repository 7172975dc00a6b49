/* field.c - what a field may hold, and its canonical text form. */
#include "base/builder.h"
#include "base/date.h"
#include "base/random.h"
#include "model/field.h"
#include "model/field_number.h"

#define JSON_INTEGER INT64_C(9007199254740991)
#define EIGHTEEN_DIGITS INT64_C(999999999999999999)
#define FIRST_MOMENT INT64_C(-62135596800000) /* 0001-01-01 */
#define LAST_MOMENT INT64_C(253402300799999)  /* end of 9999-12-31 */

bool field_is_integer(const struct field *field)
{
	switch (field->type) {
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
	case FIELD_MONEY:
	case FIELD_YES_NO:
	case FIELD_MOMENT:
		return true;
	default:
		return false;
	}
}

const struct choice *field_choice(const struct field *field, struct text code)
{
	for (const struct choice *choice = field->choices; choice && choice->code; choice++) {
		if (text_equal_string(code, choice->code))
			return choice;
	}
	return NULL;
}

bool field_fault(const struct field *field, enum error_code code, const char *message, struct text limit,
	struct error_list *errors)
{
	error_add(errors, &(struct error){ .code = code, .message = message,
		.parameters = { { .name = "field", .value = text_from(field->label), .translate = true },
			{ .name = text_is_empty(limit) ? NULL : "limit", .value = limit } },
		.path = arena_format(errors->arena, "/%s", field->name) });
	return false;
}

/* ---- limits ---- */

static void integer_range(const struct field *field, int64_t *out_minimum, int64_t *out_maximum)
{
	int64_t minimum = -JSON_INTEGER, maximum = JSON_INTEGER;
	if (field->type == FIELD_DECIMAL || field->type == FIELD_MONEY) {
		minimum = -EIGHTEEN_DIGITS;
		maximum = EIGHTEEN_DIGITS;
	} else if (field->type == FIELD_MOMENT) {
		minimum = FIRST_MOMENT;
		maximum = LAST_MOMENT;
	} else if (field->type == FIELD_YES_NO) {
		minimum = 0;
		maximum = 1;
	}
	if (field->type != FIELD_YES_NO && (field->limits.minimum != 0 || field->limits.maximum != 0)) {
		minimum = field->limits.minimum;
		if (field->limits.maximum != 0 || field->limits.minimum < 0)
			maximum = field->limits.maximum;
	}
	*out_minimum = minimum;
	*out_maximum = maximum;
}

static bool integer_check(const struct field *field, int64_t integer, struct error_list *errors)
{
	int64_t minimum, maximum;
	integer_range(field, &minimum, &maximum);
	if (integer < minimum)
		return field_fault(field, E_LIMIT, N_("{field} must be {limit} or more"),
			field_text(field, errors->arena, value_integer(minimum)), errors);
	if (integer > maximum)
		return field_fault(field, E_LIMIT, N_("{field} must be {limit} or less"),
			field_text(field, errors->arena, value_integer(maximum)), errors);
	return true;
}

static int64_t length_maximum(const struct field *field)
{
	if (field->limits.maximum > 0)
		return field->limits.maximum;
	switch (field->type) {
	case FIELD_LINE:
		return 200;
	case FIELD_PROSE:
		return 20000;
	case FIELD_CODE:
		return 64;
	case FIELD_CODES:
		return 400;
	default:
		return INT64_MAX;
	}
}

static bool length_check(const struct field *field, struct text text, struct error_list *errors)
{
	if (field->type != FIELD_LINE && field->type != FIELD_PROSE && field->type != FIELD_CODE &&
		field->type != FIELD_CODES)
		return true;
	int64_t length = (int64_t)text_code_points(text), maximum = length_maximum(field);
	if (length > maximum)
		return field_fault(field, E_LIMIT, N_("{field} must have {limit} characters or fewer"),
			arena_format(errors->arena, "%lld", (long long)maximum), errors);
	if (length < field->limits.minimum)
		return field_fault(field, E_LIMIT, N_("{field} must have {limit} characters or more"),
			arena_format(errors->arena, "%lld", (long long)field->limits.minimum), errors);
	return true;
}

/* ---- form of texts ---- */

/* Control characters and what breaks a line, as far as the type has no use for them. */
static bool has_control(struct text text, bool prose)
{
	size_t offset = 0;
	uint32_t point;
	while (text_next_code_point(text, &offset, &point)) {
		if (prose && (point == '\n' || point == '\t'))
			continue;
		if (point < 0x20 || (point >= 0x7f && point < 0xa0))
			return true;
		if (!prose && (point == 0x2028 || point == 0x2029))
			return true;
	}
	return false;
}

static bool is_code(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];
		bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (!letter && c != '.' && c != '/' && c != '_' && c != '-')
			return false;
	}
	return text.length > 0;
}

static bool is_hash(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];
		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
			return false;
	}
	return text.length == 64;
}

/* Sorted, distinct, one space between, each a code and, where there are choices, one of them. */
static bool codes_check(const struct field *field, struct text text, struct error_list *errors)
{
	struct text rest = text, code, last = text_empty();
	size_t length = 0;
	while (text_next(&rest, ' ', &code)) {
		if (!is_code(code) || text_compare(last, code) >= 0)
			return field_fault(field, E_PATTERN, N_("{field} must be codes with a space between them"),
				text_empty(), errors);
		if (field->choices && !field_choice(field, code))
			return field_fault(field, E_CHOICE, N_("Choose {field} from the list"), text_empty(), errors);
		length += code.length + 1;
		last = code;
	}
	if (length != text.length + 1)
		return field_fault(field, E_PATTERN, N_("{field} must be codes with a space between them"), text_empty(),
			errors);
	return true;
}

static bool is_duration(struct text text, struct arena *arena)
{
	struct duration duration;
	return duration_parse(text, &duration) && text_equal(duration_text(arena, duration), text);
}

static bool form_check(const struct field *field, struct text text, struct error_list *errors)
{
	struct date date;
	enum error_code code = E_TYPE;
	const char *message = NULL;
	switch (field->type) {
	case FIELD_LINE:
	case FIELD_PROSE:
		code = E_PATTERN;
		if (has_control(text, field->type == FIELD_PROSE) || text_trim(text).length != text.length)
			message = field->type == FIELD_LINE ? N_("{field} must be one line of plain text") :
							      N_("{field} must be plain text");
		break;
	case FIELD_CODE:
		code = E_PATTERN;
		if (!is_code(text))
			message = N_("{field} may only have letters a to z, digits and the signs . / _ -");
		break;
	case FIELD_DATE:
		if (!date_parse(text, &date))
			message = N_("{field} must be a date that exists, such as 2026-11-20");
		break;
	case FIELD_PARTIAL_DATE:
		if (!date_parse_partial(text, &date))
			message = N_("{field} must be a year, a month or a date, such as 1974, 1974-05 or 1974-05-09");
		break;
	case FIELD_DURATION:
		if (!is_duration(text, errors->arena))
			message = N_("{field} must be a length of time, such as P7Y6M");
		break;
	case FIELD_CHOICE:
		code = E_CHOICE;
		if (!field_choice(field, text))
			message = N_("Choose {field} from the list");
		break;
	case FIELD_CODES:
		return codes_check(field, text, errors);
	case FIELD_REFERENCE:
	case FIELD_DOCUMENT:
		if (!identifier_is_valid(text))
			message = N_("{field} must be the identifier of an entry");
		break;
	case FIELD_HASH:
		if (!is_hash(text))
			message = N_("{field} must be 64 hexadecimal digits");
		break;
	default:
		break;
	}
	return message ? field_fault(field, code, message, text_empty(), errors) : true;
}

bool field_check(const struct field *field, struct value value, struct error_list *errors)
{
	if (value.kind == VALUE_ABSENT)
		return true;
	if (value.kind == VALUE_UNKNOWN) {
		if (field->flags & FIELD_MAY_BE_UNKNOWN)
			return true;
		return field_fault(field, E_UNKNOWN_NOT_ALLOWED, N_("{field} must be known"), text_empty(), errors);
	}
	if (field_is_integer(field)) {
		if (value.kind == VALUE_INTEGER)
			return integer_check(field, value.integer, errors);
		return field_fault(field, E_TYPE, field_number_message(field), text_empty(), errors);
	}
	if (value.kind != VALUE_TEXT || text_is_empty(value.text) || !text_is_utf8(value.text) ||
		text_equal_string(value.text, "?"))
		return field_fault(field, E_TYPE, N_("{field} must be text"), text_empty(), errors);
	return form_check(field, value.text, errors) && length_check(field, value.text, errors);
}

struct text field_text(const struct field *field, struct arena *arena, struct value value)
{
	switch (value.kind) {
	case VALUE_ABSENT:
		return text_empty();
	case VALUE_UNKNOWN:
		return TEXT_OF("?");
	case VALUE_TEXT:
	case VALUE_BYTES:
		return value.text;
	case VALUE_INTEGER:
		break;
	}
	switch (field->type) {
	case FIELD_YES_NO:
		return value.integer ? TEXT_OF("yes") : TEXT_OF("no");
	case FIELD_MOMENT:
		return moment_text(arena, value.integer);
	default:
		return field_number_text(field, arena, value.integer);
	}
}
