/* multipart.c - multipart/form-data from a whole body. */
#include "format/multipart.h"

#include "base/builder.h"

#include <string.h>

enum {
	BODY_LIMIT = 24 * 1024 * 1024,
	PARTS_LIMIT = 200,
	HEADERS_LIMIT = 4096,
	NAME_LIMIT = 200,
	FILE_NAME_LIMIT = 255,
	VALUE_LIMIT = 256 * 1024,
	FILE_LIMIT = 20 * 1024 * 1024,
	BOUNDARY_LIMIT = 70, /* RFC 2046, 5.1.1 */
};

struct reader {
	struct arena *arena;
	struct text rest;      /* of the body */
	struct text delimiter; /* CRLF, two hyphens and the boundary */
	struct multipart_limits limits;
	struct error_list *errors;
};

static bool refuse(struct reader *reader, enum error_code code, const char *message)
{
	error_say(reader->errors, code, NULL, message);
	return false;
}

static bool malformed(struct reader *reader)
{
	return refuse(reader, E_SYNTAX, N_("The form with files could not be read"));
}

static bool take(struct text *rest, const char *literal)
{
	struct text prefix = text_from(literal);
	if (!text_starts_with(*rest, prefix))
		return false;
	*rest = text_slice(*rest, prefix.length, rest->length);
	return true;
}

static struct text lower_case(struct arena *arena, struct text text)
{
	char *data = arena_string(arena, text);
	for (size_t i = 0; i < text.length; i++) {
		if (data[i] >= 'A' && data[i] <= 'Z')
			data[i] = (char)(data[i] | 0x20);
	}
	return text_make(data, text.length);
}

/*
 * Next "; name=value" or "; name="value"" of a header. Inside quotes a backslash is an ordinary character: browsers
 * write %22 for a quote, and old ones send paths with backslashes (WHATWG HTML, multipart/form-data encoding).
 */
static bool next_parameter(struct text *rest, struct text *out_name, struct text *out_value)
{
	struct text text = text_trim(*rest);
	if (!take(&text, ";"))
		return false;
	size_t equals = text_find_byte(text, '=');
	if (equals == SIZE_MAX)
		return false;
	struct text name = text_trim(text_slice(text, 0, equals));
	text = text_slice(text, equals + 1, text.length);
	struct text value;
	size_t end;
	if (take(&text, "\"")) {
		end = text_find_byte(text, '"');
		if (end == SIZE_MAX)
			return false;
		value = text_slice(text, 0, end);
		end++;
	} else {
		end = text_find_byte(text, ';');
		value = text_trim(text_slice(text, 0, end));
	}
	*rest = text_slice(text, end, text.length);
	*out_name = name;
	*out_value = value;
	return name.length > 0;
}

static bool is_boundary(struct text boundary)
{
	if (boundary.length == 0 || boundary.length > BOUNDARY_LIMIT || boundary.data[boundary.length - 1] == ' ')
		return false;
	for (size_t i = 0; i < boundary.length; i++) {
		char byte = boundary.data[i];
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
		if (!letter && (byte == '\0' || strchr("'()+_,-./:=? ", byte) == NULL))
			return false;
	}
	return true;
}

bool multipart_boundary(struct arena *arena, struct text content_type, struct text *out_boundary)
{
	size_t end = text_find_byte(content_type, ';');
	struct text type = text_trim(text_slice(content_type, 0, end));
	if (!text_equal_ignoring_case(type, TEXT_OF("multipart/form-data")) || end == SIZE_MAX)
		return false;
	struct text rest = text_slice(content_type, end, content_type.length);
	struct text name, value;
	bool found = false;
	struct text boundary = text_empty();
	while (next_parameter(&rest, &name, &value)) {
		if (!text_equal_ignoring_case(name, TEXT_OF("boundary")))
			continue;
		if (found || !is_boundary(value))
			return false;
		found = true;
		boundary = value;
	}
	if (!found || text_trim(rest).length > 0)
		return false;
	*out_boundary = arena_copy(arena, boundary);
	return true;
}

/* Undoes what browsers do to names: %22, %0D, %0A. */
static bool decode_name(struct reader *reader, struct text text, size_t limit, struct text *out_name)
{
	static const char *const codes[][2] = {{"%22", "\""}, {"%0D", "\r"}, {"%0A", "\n"}};
	struct builder name;
	builder_begin(&name, reader->arena, text.length);
	while (text.length > 0) {
		bool decoded = false;
		for (size_t i = 0; i < 3 && !decoded; i++) {
			decoded = take(&text, codes[i][0]);
			if (decoded)
				builder_add_string(&name, codes[i][1]);
		}
		if (!decoded) {
			builder_add_byte(&name, text.data[0]);
			text = text_slice(text, 1, text.length);
		}
	}
	*out_name = builder_text(&name);
	if (!text_is_utf8(*out_name))
		return malformed(reader);
	if (out_name->length > limit)
		return refuse(reader, E_LIMIT, N_("The form holds a name that is too long"));
	return true;
}

/* The last piece of a path, without control characters: nothing a file system or a log could trip over. */
static struct text plain_file_name(struct arena *arena, struct text name)
{
	struct builder plain;
	builder_begin(&plain, arena, name.length);
	for (size_t i = 0; i < name.length; i++) {
		char byte = name.data[i];
		if (byte == '/' || byte == '\\')
			plain.length = 0;
		else if ((unsigned char)byte >= 0x20 && byte != 0x7F)
			builder_add_byte(&plain, byte);
	}
	struct text text = builder_text(&plain);
	return text_equal_string(text, ".") || text_equal_string(text, "..") ? text_empty() : text;
}

static bool read_disposition(struct reader *reader, struct text value, struct multipart_part *part, bool *named)
{
	size_t end = text_find_byte(value, ';');
	if (*named || !text_equal_ignoring_case(text_trim(text_slice(value, 0, end)), TEXT_OF("form-data")))
		return malformed(reader);
	struct text rest = text_slice(value, end, value.length);
	struct text name, content;
	while (next_parameter(&rest, &name, &content)) {
		if (text_equal_ignoring_case(name, TEXT_OF("name"))) {
			if (*named || !decode_name(reader, content, reader->limits.name, &part->name))
				return *named ? malformed(reader) : false;
			*named = true;
		} else if (text_equal_ignoring_case(name, TEXT_OF("filename"))) {
			if (part->is_file)
				return malformed(reader);
			if (!decode_name(reader, content, reader->limits.file_name, &part->file_name))
				return false;
			part->file_name = plain_file_name(reader->arena, part->file_name);
			part->is_file = true;
		}
	}
	return (*named && text_trim(rest).length == 0) || malformed(reader);
}

static bool has_control(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		if ((byte < 0x20 && byte != '\t') || byte == 0x7F)
			return true;
	}
	return false;
}

static bool read_header(struct reader *reader, struct text line, struct multipart_part *part, bool *named)
{
	size_t colon = text_find_byte(line, ':');
	if (colon == SIZE_MAX || colon == 0 || has_control(line))
		return malformed(reader);
	struct text name = text_slice(line, 0, colon);
	struct text value = text_trim(text_slice(line, colon + 1, line.length));
	if (text_equal_ignoring_case(name, TEXT_OF("content-disposition")))
		return read_disposition(reader, value, part, named);
	if (text_equal_ignoring_case(name, TEXT_OF("content-type"))) {
		value = text_trim(text_slice(value, 0, text_find_byte(value, ';')));
		if (!text_is_utf8(value))
			return malformed(reader);
		part->content_type = lower_case(reader->arena, value);
	}
	if (text_equal_ignoring_case(name, TEXT_OF("content-transfer-encoding")) &&
	    !text_equal_ignoring_case(value, TEXT_OF("binary")) && !text_equal_ignoring_case(value, TEXT_OF("8bit")) &&
	    !text_equal_ignoring_case(value, TEXT_OF("7bit")))
		return malformed(reader);
	return true;
}

/* Header lines up to the empty one. */
static bool read_headers(struct reader *reader, struct multipart_part *part)
{
	size_t used = 0;
	bool named = false;
	while (!take(&reader->rest, "\r\n")) {
		struct text window = text_slice(reader->rest, 0, reader->limits.headers - used);
		size_t end = text_find(window, TEXT_OF("\r\n"));
		if (end == SIZE_MAX)
			return malformed(reader);
		if (!read_header(reader, text_slice(window, 0, end), part, &named))
			return false;
		reader->rest = text_slice(reader->rest, end + 2, reader->rest.length);
		used += end + 2;
	}
	return named || malformed(reader);
}

static bool read_content(struct reader *reader, struct multipart_part *part)
{
	size_t end = text_find(reader->rest, reader->delimiter);
	if (end == SIZE_MAX)
		return malformed(reader);
	part->content = text_slice(reader->rest, 0, end);
	reader->rest = text_slice(reader->rest, end + reader->delimiter.length, reader->rest.length);
	if (part->is_file && end > reader->limits.file)
		return refuse(reader, E_FILE_SIZE, N_("The file is too large"));
	if (!part->is_file && end > reader->limits.value)
		return refuse(reader, E_LIMIT, N_("The form holds a value that is too long"));
	if (!part->is_file && !text_is_utf8(part->content))
		return malformed(reader);
	return true;
}

static struct multipart_part *next_part(struct reader *reader, struct multipart *form, size_t *capacity)
{
	if (form->count == *capacity) {
		size_t larger = *capacity == 0 ? 16 : *capacity * 2;
		struct multipart_part *parts = ARENA_ARRAY(reader->arena, struct multipart_part, larger);
		if (form->count > 0)
			memcpy(parts, form->parts, form->count * sizeof(*parts));
		form->parts = parts;
		*capacity = larger;
	}
	struct multipart_part *part = &form->parts[form->count++];
	*part = (struct multipart_part){.name = text_empty(),
					.file_name = text_empty(),
					.content_type = text_empty(),
					.content = text_empty()};
	return part;
}

static bool read_parts(struct reader *reader, struct multipart *form)
{
	size_t capacity = 0;
	/* The first delimiter has no line before it. */
	if (!take(&reader->rest, reader->delimiter.data + 2))
		return malformed(reader);
	while (take(&reader->rest, "\r\n")) {
		if (form->count == reader->limits.parts)
			return refuse(reader, E_LIMIT, N_("The form has too many fields"));
		struct multipart_part *part = next_part(reader, form, &capacity);
		if (!read_headers(reader, part) || !read_content(reader, part))
			return false;
	}
	if (!take(&reader->rest, "--"))
		return malformed(reader);
	take(&reader->rest, "\r\n");
	return reader->rest.length == 0 || malformed(reader);
}

static void set_default(size_t *limit, size_t otherwise)
{
	if (*limit == 0)
		*limit = otherwise;
}

bool multipart_parse(struct arena *arena, struct text body, struct text boundary,
		     const struct multipart_limits *limits, struct multipart *out_form, struct error_list *errors)
{
	struct reader reader = {.arena = arena, .rest = body, .errors = errors};
	struct text marks[] = {TEXT("\r\n--"), boundary};
	struct multipart form = {0};
	if (limits != NULL)
		reader.limits = *limits;
	set_default(&reader.limits.body, BODY_LIMIT);
	set_default(&reader.limits.parts, PARTS_LIMIT);
	set_default(&reader.limits.headers, HEADERS_LIMIT);
	set_default(&reader.limits.name, NAME_LIMIT);
	set_default(&reader.limits.file_name, FILE_NAME_LIMIT);
	set_default(&reader.limits.value, VALUE_LIMIT);
	set_default(&reader.limits.file, FILE_LIMIT);
	reader.delimiter = arena_join(arena, marks, 2, text_empty());
	if (body.length > reader.limits.body)
		return refuse(&reader, E_FILE_SIZE, N_("The form with its files is too large"));
	if (!is_boundary(boundary))
		return malformed(&reader);
	if (!read_parts(&reader, &form))
		return false;
	*out_form = form;
	return true;
}

const struct multipart_part *multipart_get(const struct multipart *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++) {
		if (text_equal_string(form->parts[i].name, name))
			return &form->parts[i];
	}
	return NULL;
}
