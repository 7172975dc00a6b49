/* form.c - application/x-www-form-urlencoded and percent encoding. */
#include "format/form.h"

enum { BODY_LIMIT = 1024 * 1024, FIELDS_LIMIT = 1000, NAME_LIMIT = 200, VALUE_LIMIT = 256 * 1024 };

static int hex_value(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	if (byte >= 'A' && byte <= 'F')
		return byte - 'A' + 10;
	return -1;
}

bool form_decode(struct arena *arena, struct text text, bool plus, struct text *out_text)
{
	char *data = arena_allocate(arena, text.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.data[i];
		if (byte == '+' && plus) {
			byte = ' ';
		} else if (byte == '%') {
			int high = i + 2 < text.length ? hex_value(text.data[i + 1]) : -1;
			int low = i + 2 < text.length ? hex_value(text.data[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			byte = (char)(high * 16 + low);
			i += 2;
		}
		data[length++] = byte;
	}
	struct text decoded = {data, length};
	if (!text_is_utf8(decoded))
		return false;
	*out_text = decoded;
	return true;
}

static bool is_unreserved(char byte)
{
	return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
	       byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

void form_encode(struct builder *builder, struct text text)
{
	static const char digits[] = "0123456789ABCDEF";
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		if (is_unreserved(text.data[i])) {
			builder_add_byte(builder, text.data[i]);
		} else {
			builder_add_byte(builder, '%');
			builder_add_byte(builder, digits[byte >> 4]);
			builder_add_byte(builder, digits[byte & 15]);
		}
	}
}

void form_write(struct builder *builder, struct text name, struct text value)
{
	if (builder->length > 0 && builder->data[builder->length - 1] != '?')
		builder_add_byte(builder, '&');
	form_encode(builder, name);
	builder_add_byte(builder, '=');
	form_encode(builder, value);
}

static bool refuse(struct error_list *errors, enum error_code code, const char *message)
{
	error_say(errors, code, NULL, message);
	return false;
}

static size_t limit_or(size_t limit, size_t otherwise)
{
	return limit == 0 ? otherwise : limit;
}

static bool parse_field(struct arena *arena, struct text piece, const struct form_limits *limits,
			struct form_field *field, struct error_list *errors)
{
	size_t equals = text_find_byte(piece, '=');
	struct text name = text_slice(piece, 0, equals);
	struct text value = equals == SIZE_MAX ? text_empty() : text_slice(piece, equals + 1, piece.length);
	if (!form_decode(arena, name, true, &field->name) || !form_decode(arena, value, true, &field->value))
		return refuse(errors, E_SYNTAX, N_("The form holds a field that is not properly encoded"));
	if (field->name.length > limits->name)
		return refuse(errors, E_LIMIT, N_("The form holds a field name that is too long"));
	if (field->value.length > limits->value)
		return refuse(errors, E_LIMIT, N_("The form holds a value that is too long"));
	return true;
}

/* Pieces between ampersands that are not empty. */
static size_t count_pieces(struct text body)
{
	size_t count = 0;
	struct text piece;
	while (text_next(&body, '&', &piece))
		count += piece.length > 0;
	return count;
}

bool form_parse(struct arena *arena, struct text body, const struct form_limits *limits, struct form *out_form,
		struct error_list *errors)
{
	struct form_limits effective = limits == NULL ? (struct form_limits){0} : *limits;
	effective.body = limit_or(effective.body, BODY_LIMIT);
	effective.fields = limit_or(effective.fields, FIELDS_LIMIT);
	effective.name = limit_or(effective.name, NAME_LIMIT);
	effective.value = limit_or(effective.value, VALUE_LIMIT);
	if (body.length > effective.body)
		return refuse(errors, E_LIMIT, N_("The form is too large"));
	size_t count = count_pieces(body);
	if (count > effective.fields)
		return refuse(errors, E_LIMIT, N_("The form has too many fields"));
	struct form form = {.fields = ARENA_ARRAY(arena, struct form_field, count)};
	struct text piece;
	while (text_next(&body, '&', &piece)) {
		if (piece.length == 0)
			continue;
		if (!parse_field(arena, piece, &effective, &form.fields[form.count], errors))
			return false;
		form.count++;
	}
	*out_form = form;
	return true;
}

bool form_next(const struct form *form, const char *name, size_t *index, struct text *out_value)
{
	while (*index < form->count) {
		const struct form_field *field = &form->fields[(*index)++];
		if (text_equal_string(field->name, name)) {
			*out_value = field->value;
			return true;
		}
	}
	return false;
}

struct text form_get(const struct form *form, const char *name)
{
	size_t index = 0;
	struct text value = text_empty();
	form_next(form, name, &index, &value);
	return value;
}

bool form_has(const struct form *form, const char *name)
{
	size_t index = 0;
	struct text value;
	return form_next(form, name, &index, &value);
}
