/* json_scan.c - reads JSON as our own writer makes it, without a tree. */
#include "format/json_scan.h"

#include <string.h>

/* "-9223372036854775808" */
enum { INTEGER_LENGTH = 20 };
/* Values inside of one another that are passed without looking at them. */
enum { DEPTH_LIMIT = 8 };

void json_scan_begin(struct json_scan *scan, struct arena *arena, struct text document)
{
	*scan = (struct json_scan){.at = document.data, .end = document.data + document.length, .arena = arena,
		.good = document.length > 0 && document.length <= JSON_LIMIT_DEFAULT && text_is_utf8(document)};
}

static bool fault(struct json_scan *scan)
{
	scan->good = false;
	return false;
}

static bool take(struct json_scan *scan, char byte)
{
	if (!scan->good || scan->at == scan->end || *scan->at != byte)
		return fault(scan);
	scan->at++;
	return true;
}

static bool take_word(struct json_scan *scan, const char *word)
{
	size_t length = strlen(word);
	if (!scan->good || (size_t)(scan->end - scan->at) < length || memcmp(scan->at, word, length) != 0)
		return fault(scan);
	scan->at += length;
	return true;
}

/* The rest of a string that has escapes; `from` is its first byte. */
static bool unescape(struct json_scan *scan, const char *from, struct text *out_text)
{
	char *clear = arena_allocate(scan->arena, (size_t)(scan->end - from) + 1), *to = clear;
	for (const char *at = from; at < scan->end; at++) {
		if (*at == '"') {
			scan->at = at + 1;
			*out_text = text_make(clear, (size_t)(to - clear));
			return true;
		}
		if ((unsigned char)*at < 0x20)
			return fault(scan);
		if (*at != '\\') {
			*to++ = *at;
			continue;
		}
		static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
		const char *letter = ++at < scan->end && *at ? strchr(letters, *at) : NULL;
		if (letter == NULL)
			return fault(scan);
		*to++ = meant[letter - letters];
	}
	return fault(scan);
}

bool json_scan_string(struct json_scan *scan, struct text *out_text)
{
	if (!take(scan, '"'))
		return false;
	const char *from = scan->at;
	for (const char *at = from; at < scan->end; at++) {
		if (*at == '"') {
			scan->at = at + 1;
			*out_text = text_make(from, (size_t)(at - from));
			return true;
		}
		if (*at == '\\')
			return unescape(scan, from, out_text);
		if ((unsigned char)*at < 0x20)
			return fault(scan);
	}
	return fault(scan);
}

bool json_scan_integer(struct json_scan *scan, int64_t *out_integer)
{
	const char *from = scan->at;
	size_t length = 0;
	if (!scan->good)
		return false;
	while (scan->at + length < scan->end && length <= INTEGER_LENGTH &&
			(from[length] == '-' || (from[length] >= '0' && from[length] <= '9')))
		length++;
	struct text text = text_make(from, length);
	size_t digits = length > 0 && *from == '-' ? 1 : 0;
	/* "01" is no number of JSON. */
	if ((length > digits + 1 && from[digits] == '0') || !text_to_integer(text, out_integer))
		return fault(scan);
	scan->at += length;
	/* A number that goes on is a real one. */
	if (scan->at < scan->end && strchr(".eE", *scan->at) != NULL && *scan->at)
		return fault(scan);
	return true;
}

bool json_scan_scalar(struct json_scan *scan, struct json_scalar *out_scalar)
{
	struct json_scalar scalar = {.kind = JSON_NULL};
	bool done;
	switch (scan->good && scan->at < scan->end ? *scan->at : '\0') {
	case '"':
		scalar.kind = JSON_STRING;
		done = json_scan_string(scan, &scalar.text);
		break;
	case 't':
	case 'f':
		scalar.kind = JSON_BOOLEAN;
		scalar.integer = *scan->at == 't';
		done = take_word(scan, scalar.integer ? "true" : "false");
		break;
	case 'n':
		done = take_word(scan, "null");
		break;
	default:
		scalar.kind = JSON_INTEGER;
		done = json_scan_integer(scan, &scalar.integer);
	}
	if (done)
		*out_scalar = scalar;
	return done;
}

bool json_scan_enter(struct json_scan *scan)
{
	scan->first = true;
	return take(scan, '{');
}

bool json_scan_member(struct json_scan *scan, struct text *out_name)
{
	bool first = scan->first;
	scan->first = false;
	if (scan->good && scan->at < scan->end && *scan->at == '}') {
		scan->at++;
		return false;
	}
	return (first || take(scan, ',')) && json_scan_string(scan, out_name) && take(scan, ':');
}

static bool skip(struct json_scan *scan, int depth);

static bool skip_array(struct json_scan *scan, int depth)
{
	take(scan, '[');
	if (scan->good && scan->at < scan->end && *scan->at == ']')
		return take(scan, ']');
	while (skip(scan, depth) && scan->at < scan->end && *scan->at == ',')
		scan->at++;
	return take(scan, ']');
}

static bool skip(struct json_scan *scan, int depth)
{
	struct json_scalar scalar;
	struct text name;
	char byte = scan->good && scan->at < scan->end ? *scan->at : '\0';
	if (byte != '{' && byte != '[')
		return json_scan_scalar(scan, &scalar);
	if (depth == DEPTH_LIMIT)
		return fault(scan);
	if (byte == '[')
		return skip_array(scan, depth + 1);
	json_scan_enter(scan);
	while (json_scan_member(scan, &name))
		skip(scan, depth + 1);
	return scan->good;
}

bool json_scan_skip(struct json_scan *scan)
{
	return skip(scan, 0);
}

bool json_scan_end(const struct json_scan *scan)
{
	return scan->good && scan->at == scan->end;
}
