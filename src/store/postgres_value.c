/* postgres_value.c - values to parameters, and results to cells. */
#include <string.h>

#include "store/postgres.h"

static bool takes_text(Oid type)
{
	return type == TYPE_TEXT || type == TYPE_VARCHAR || type == TYPE_NAME;
}

static const char *big_endian(struct arena *arena, int64_t integer)
{
	char *bytes = arena_allocate(arena, 8);
	for (int i = 0; i < 8; i++)
		bytes[i] = (char)((uint64_t)integer >> (56 - 8 * i));
	return bytes;
}

static void bind_text(struct arena *arena, Oid type, struct text text, struct postgres_parameters *parameters, int index)
{
	/* The binary form of text types is the text itself, with its length: no copy to add a NUL. */
	bool binary = takes_text(type);
	parameters->formats[index] = binary;
	parameters->lengths[index] = (int)text.length;
	parameters->values[index] = binary ? text.data : arena_string(arena, text);
}

bool postgres_bind(struct arena *arena, const struct postgres_statement *statement, const struct driver_call *call,
	struct postgres_parameters *out_parameters, struct error_list *errors)
{
	if (call->count > PARAMETERS_MAXIMUM || call->count != statement->parameter_count)
		return driver_fault(errors, E_STORE, text_empty(), call->sql, "wrong number of parameters");
	struct postgres_parameters parameters = { .count = (int)call->count,
		.values = ARENA_ARRAY(arena, const char *, call->count + 1),
		.lengths = ARENA_ARRAY(arena, int, call->count + 1),
		.formats = ARENA_ARRAY(arena, int, call->count + 1) };
	for (int i = 0; i < parameters.count; i++) {
		const struct value *value = &call->parameters[i];
		Oid type = statement->parameter_types[i];
		switch (value->kind) {
		case VALUE_ABSENT:
			break;
		case VALUE_UNKNOWN:
			bind_text(arena, type, TEXT_OF("?"), &parameters, i);
			break;
		case VALUE_TEXT:
			bind_text(arena, type, value->text, &parameters, i);
			break;
		case VALUE_INTEGER:
			if (type == TYPE_INTEGER8) {
				parameters.values[i] = big_endian(arena, value->integer);
				parameters.lengths[i] = 8;
				parameters.formats[i] = 1;
				break;
			}
			bind_text(arena, type, arena_format(arena, "%lld", (long long)value->integer), &parameters, i);
			break;
		case VALUE_BYTES:
			parameters.values[i] = value->text.length ? value->text.data : "";
			parameters.lengths[i] = (int)value->text.length;
			parameters.formats[i] = 1;
			break;
		}
	}
	*out_parameters = parameters;
	return true;
}

bool postgres_is_binary(const PGresult *description)
{
	for (int i = 0; i < PQnfields(description); i++) {
		switch (PQftype(description, i)) {
		case TYPE_BOOLEAN:
		case TYPE_BYTES:
		case TYPE_NAME:
		case TYPE_INTEGER2:
		case TYPE_INTEGER4:
		case TYPE_INTEGER8:
		case TYPE_TEXT:
		case TYPE_VARCHAR:
			break;
		default:
			return false;
		}
	}
	return true;
}

static int64_t read_integer(const char *data, size_t size)
{
	/* The sign stands in the first byte. */
	uint64_t integer = (data[0] & 0x80) ? UINT64_MAX : 0;
	for (size_t i = 0; i < size; i++)
		integer = integer << 8 | (unsigned char)data[i];
	return (int64_t)integer;
}

static struct value text_cell(const PGresult *result, int column, struct text text)
{
	switch (PQftype(result, column)) {
	case TYPE_TEXT:
	case TYPE_VARCHAR:
	case TYPE_NAME:
		return (struct value){ .kind = VALUE_TEXT, .text = text };
	case TYPE_BOOLEAN:
		return value_integer(text.data[0] == 't');
	default:
		/* sum() of BIGINT is numeric: a whole number in all but extent. */
		return driver_number(text);
	}
}

struct value postgres_cell(const PGresult *result, int row, int column)
{
	if (PQgetisnull(result, row, column))
		return value_absent();
	struct text text = text_make(PQgetvalue(result, row, column), (size_t)PQgetlength(result, row, column));
	if (PQfformat(result, column) == 0)
		return text_cell(result, column, text);
	switch (PQftype(result, column)) {
	case TYPE_BOOLEAN:
		return value_integer(text.data[0]);
	case TYPE_INTEGER2:
	case TYPE_INTEGER4:
	case TYPE_INTEGER8:
		return value_integer(read_integer(text.data, text.length));
	case TYPE_BYTES:
		return (struct value){ .kind = VALUE_BYTES, .text = text };
	default:
		return (struct value){ .kind = VALUE_TEXT, .text = text };
	}
}
