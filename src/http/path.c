/* path.c - request targets, percent escapes, and matching paths against patterns. */
#include "http/path.h"

static int hex_digit(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	if (byte >= 'A' && byte <= 'F')
		return byte - 'A' + 10;
	return -1;
}

bool percent_decode(struct arena *arena, struct text text, bool plus_is_space, struct text *out_text)
{
	if (text_find_byte(text, '%') == SIZE_MAX && (!plus_is_space || text_find_byte(text, '+') == SIZE_MAX)) {
		*out_text = text;
		return true;
	}
	struct builder out;
	builder_begin(&out, arena, text.length);
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.data[i];
		if (byte == '%') {
			int high = i + 2 < text.length ? hex_digit(text.data[i + 1]) : -1;
			int low = i + 2 < text.length ? hex_digit(text.data[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			builder_add_byte(&out, (char)(high * 16 + low));
			i += 2;
		} else {
			builder_add_byte(&out, byte == '+' && plus_is_space ? ' ' : byte);
		}
	}
	*out_text = builder_text(&out);
	return true;
}

static bool segments_are_plain(struct text path)
{
	struct text rest = text_slice(path, 1, path.length);
	while (rest.length > 0) {
		size_t slash = text_find_byte(rest, '/');
		struct text segment = text_slice(rest, 0, slash == SIZE_MAX ? rest.length : slash);
		if (segment.length == 0 || text_equal_string(segment, ".") || text_equal_string(segment, ".."))
			return false;
		rest = slash == SIZE_MAX ? text_empty() : text_slice(rest, slash + 1, rest.length);
	}
	return true;
}

bool path_read(struct arena *arena, struct text target, struct text *out_path, struct text *out_query)
{
	size_t mark = text_find_byte(target, '?');
	struct text raw = text_slice(target, 0, mark == SIZE_MAX ? target.length : mark);
	struct text query = mark == SIZE_MAX ? text_empty() : text_slice(target, mark + 1, target.length);
	struct text path;
	if (raw.length == 0 || raw.data[0] != '/' || !percent_decode(arena, raw, false, &path))
		return false;
	/* An encoded slash would move a segment's border. */
	for (size_t i = 0; i + 2 < raw.length; i++) {
		if (raw.data[i] == '%' && raw.data[i + 1] == '2' && (raw.data[i + 2] == 'f' || raw.data[i + 2] == 'F'))
			return false;
	}
	for (size_t i = 0; i < path.length; i++) {
		unsigned char c = (unsigned char)path.data[i];
		if (c < 0x20 || c == 0x7f || c == '\\')
			return false;
	}
	if (!text_is_utf8(path) || !segments_are_plain(path))
		return false;
	*out_path = path;
	*out_query = query;
	return true;
}

bool http_path_match(const char *pattern, struct text path, struct http_parameters *out_parameters)
{
	struct http_parameters found = {0};
	struct text rest = text_from(pattern);
	while (rest.length > 0 && path.length > 0) {
		if (rest.data[0] != '{') {
			if (rest.data[0] != path.data[0])
				return false;
			rest = text_slice(rest, 1, rest.length);
			path = text_slice(path, 1, path.length);
			continue;
		}
		size_t close = text_find_byte(rest, '}');
		/* "{name...}" takes the rest of the path, slashes and all. */
		bool whole = close != SIZE_MAX && close >= 4 && text_ends_with(text_slice(rest, 0, close), TEXT_OF("..."));
		size_t end = whole ? SIZE_MAX : text_find_byte(path, '/');
		if (end == SIZE_MAX)
			end = path.length;
		if (close == SIZE_MAX || end == 0 || found.count == HTTP_PARAMETERS)
			return false;
		found.values[found.count++] = text_slice(path, 0, end);
		rest = text_slice(rest, close + 1, rest.length);
		path = text_slice(path, end, path.length);
	}
	if (rest.length > 0 || path.length > 0)
		return false;
	*out_parameters = found;
	return true;
}

struct text percent_encode(struct arena *arena, struct text text)
{
	static const char digits[] = "0123456789ABCDEF";
	struct builder out;
	builder_begin(&out, arena, text.length + 16);
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];
		bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
			c == '.' || c == '_' || c == '~';
		if (plain) {
			builder_add_byte(&out, (char)c);
		} else {
			builder_add_byte(&out, '%');
			builder_add_byte(&out, digits[c >> 4]);
			builder_add_byte(&out, digits[c & 15]);
		}
	}
	return builder_text(&out);
}
