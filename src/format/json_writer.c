/* json_writer.c - JSON out: an append writer that minds the commas. */
#include "format/json.h"

#include <assert.h>
#include <stdlib.h>

enum { EXPECTED_DOCUMENT = 1024, DEEPEST = 63 };

void json_start(struct json_writer *json, struct arena *arena)
{
	json->comma = 0;
	json->depth = 0;
	builder_begin(&json->builder, arena, EXPECTED_DOCUMENT);
}

struct text json_finish(struct json_writer *json)
{
	assert(json->depth == 0); /* a fault of the calling program: something was not ended */
	return builder_text(&json->builder);
}

/* A comma when something stands before on this level; afterwards something does. */
static void separate(struct json_writer *json)
{
	uint64_t bit = UINT64_C(1) << json->depth;
	if (json->comma & bit)
		builder_add_byte(&json->builder, ',');
	json->comma |= bit;
}

static void begin(struct json_writer *json, char bracket)
{
	separate(json);
	if (json->depth == DEEPEST)
		abort();
	json->depth++;
	json->comma &= ~(UINT64_C(1) << json->depth);
	builder_add_byte(&json->builder, bracket);
}

static void end(struct json_writer *json, char bracket)
{
	assert(json->depth > 0);
	json->depth--;
	builder_add_byte(&json->builder, bracket);
}

void json_object_begin(struct json_writer *json)
{
	begin(json, '{');
}

void json_object_end(struct json_writer *json)
{
	end(json, '}');
}

void json_array_begin(struct json_writer *json)
{
	begin(json, '[');
}

void json_array_end(struct json_writer *json)
{
	end(json, ']');
}

/* As RFC 8785 (canonical JSON) writes them: short escapes where there are any. */
static void add_escape(struct builder *builder, unsigned char byte)
{
	static const char letters[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
	static const char digits[] = "0123456789abcdef";
	builder_add_byte(builder, '\\');
	if (byte == '"' || byte == '\\') {
		builder_add_byte(builder, (char)byte);
	} else if (byte < sizeof(letters) && letters[byte] != 0) {
		builder_add_byte(builder, letters[byte]);
	} else {
		builder_add_string(builder, "u00");
		builder_add_byte(builder, digits[byte >> 4]);
		builder_add_byte(builder, digits[byte & 15]);
	}
}

static bool is_escaped(unsigned char byte)
{
	return byte < 0x20 || byte == '"' || byte == '\\';
}

static void add_well_formed(struct builder *builder, struct text text)
{
	size_t kept = 0;
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		if (!is_escaped(byte))
			continue;
		builder_add_bytes(builder, text.data + kept, i - kept);
		add_escape(builder, byte);
		kept = i + 1;
	}
	builder_add_bytes(builder, text.data + kept, text.length - kept);
}

/* Broken bytes become U+FFFD: the document stays UTF-8 (RFC 8259, 8.1). */
static void add_broken(struct builder *builder, struct text text)
{
	size_t offset = 0;
	uint32_t code_point;
	while (text_next_code_point(text, &offset, &code_point)) {
		if (code_point < 0x80 && is_escaped((unsigned char)code_point))
			add_escape(builder, (unsigned char)code_point);
		else
			builder_add_code_point(builder, code_point);
	}
}

static void add_quoted(struct builder *builder, struct text text)
{
	builder_add_byte(builder, '"');
	if (text_is_utf8(text))
		add_well_formed(builder, text);
	else
		add_broken(builder, text);
	builder_add_byte(builder, '"');
}

void json_name_text(struct json_writer *json, struct text name)
{
	separate(json);
	add_quoted(&json->builder, name);
	builder_add_byte(&json->builder, ':');
	/* The value follows without a comma. */
	json->comma &= ~(UINT64_C(1) << json->depth);
}

void json_name(struct json_writer *json, const char *name)
{
	json_name_text(json, text_from(name));
}

void json_string(struct json_writer *json, struct text text)
{
	separate(json);
	add_quoted(&json->builder, text);
}

void json_integer(struct json_writer *json, int64_t integer)
{
	separate(json);
	builder_add_integer(&json->builder, integer);
}

void json_boolean(struct json_writer *json, bool boolean)
{
	separate(json);
	builder_add_string(&json->builder, boolean ? "true" : "false");
}

void json_null(struct json_writer *json)
{
	separate(json);
	builder_add_string(&json->builder, "null");
}

void json_raw(struct json_writer *json, struct text text)
{
	separate(json);
	builder_add(&json->builder, text);
}

void json_member(struct json_writer *json, const char *name, struct text value)
{
	json_name(json, name);
	json_string(json, value);
}

void json_member_string(struct json_writer *json, const char *name, const char *value)
{
	json_member(json, name, text_from(value));
}

void json_member_integer(struct json_writer *json, const char *name, int64_t value)
{
	json_name(json, name);
	json_integer(json, value);
}

void json_member_boolean(struct json_writer *json, const char *name, bool value)
{
	json_name(json, name);
	json_boolean(json, value);
}
