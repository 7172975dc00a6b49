/* text.c - views of UTF-8 text. */
#include "base/text.h"

#include <string.h>

struct text text_from(const char *string)
{
	if (string == NULL)
		return text_empty();
	return (struct text){string, strlen(string)};
}

struct text text_make(const char *data, size_t length)
{
	if (data == NULL || length == 0)
		return text_empty();
	return (struct text){data, length};
}

struct text text_empty(void)
{
	return (struct text){"", 0};
}

bool text_is_empty(struct text text)
{
	return text.length == 0;
}

bool text_equal(struct text left, struct text right)
{
	return left.length == right.length && (left.length == 0 || memcmp(left.data, right.data, left.length) == 0);
}

bool text_equal_string(struct text left, const char *right)
{
	/* Names are looked up in tables by this: the first byte settles most of them without measuring the other. */
	return (left.length == 0 || left.data[0] == right[0]) && text_equal(left, text_from(right));
}

static unsigned char ascii_lower(char byte)
{
	unsigned char value = (unsigned char)byte;
	return value >= 'A' && value <= 'Z' ? (unsigned char)(value | 0x20) : value;
}

bool text_equal_ignoring_case(struct text left, struct text right)
{
	if (left.length != right.length)
		return false;
	for (size_t i = 0; i < left.length; i++) {
		if (ascii_lower(left.data[i]) != ascii_lower(right.data[i]))
			return false;
	}
	return true;
}

int text_compare(struct text left, struct text right)
{
	size_t common = left.length < right.length ? left.length : right.length;
	int order = common == 0 ? 0 : memcmp(left.data, right.data, common);
	if (order != 0)
		return order;
	return (left.length > right.length) - (left.length < right.length);
}

bool text_starts_with(struct text text, struct text prefix)
{
	return text.length >= prefix.length && text_equal(text_make(text.data, prefix.length), prefix);
}

bool text_ends_with(struct text text, struct text suffix)
{
	if (text.length < suffix.length)
		return false;
	return text_equal(text_slice(text, text.length - suffix.length, text.length), suffix);
}

size_t text_find(struct text text, struct text needle)
{
	if (needle.length == 0)
		return 0;
	if (text.length < needle.length)
		return SIZE_MAX;
	size_t last = text.length - needle.length;
	for (size_t at = 0; at <= last; at++) {
		const char *hit = memchr(text.data + at, needle.data[0], last - at + 1);
		if (hit == NULL)
			return SIZE_MAX;
		at = (size_t)(hit - text.data);
		if (memcmp(hit, needle.data, needle.length) == 0)
			return at;
	}
	return SIZE_MAX;
}

size_t text_find_byte(struct text text, char byte)
{
	const char *hit = text.length == 0 ? NULL : memchr(text.data, byte, text.length);
	return hit == NULL ? SIZE_MAX : (size_t)(hit - text.data);
}

struct text text_slice(struct text text, size_t from, size_t to)
{
	if (to > text.length)
		to = text.length;
	if (from >= to)
		return text_empty();
	return (struct text){text.data + from, to - from};
}

static bool is_space(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct text text_trim(struct text text)
{
	static const struct text wide_space = TEXT("\xC2\xA0");
	while (text.length > 0) {
		size_t skip = is_space(text.data[0]) ? 1 : text_starts_with(text, wide_space) ? 2 : 0;
		if (skip == 0)
			break;
		text = text_slice(text, skip, text.length);
	}
	while (text.length > 0) {
		size_t skip = is_space(text.data[text.length - 1]) ? 1 : text_ends_with(text, wide_space) ? 2 : 0;
		if (skip == 0)
			break;
		text = text_slice(text, 0, text.length - skip);
	}
	return text;
}

bool text_next(struct text *rest, char separator, struct text *out_piece)
{
	if (rest->length == 0)
		return false;
	size_t at = text_find_byte(*rest, separator);
	if (at == SIZE_MAX) {
		*out_piece = *rest;
		*rest = text_empty();
	} else {
		*out_piece = text_slice(*rest, 0, at);
		*rest = text_slice(*rest, at + 1, rest->length);
	}
	return true;
}

bool text_to_integer(struct text text, int64_t *out_integer)
{
	bool negative = text.length > 0 && text.data[0] == '-';
	size_t at = negative ? 1 : 0;
	/* Counted downwards, because the range below zero is larger by one. */
	int64_t value = 0;
	if (at == text.length)
		return false;
	for (; at < text.length; at++) {
		char byte = text.data[at];
		if (byte < '0' || byte > '9')
			return false;
		if (__builtin_mul_overflow(value, 10, &value) || __builtin_sub_overflow(value, byte - '0', &value))
			return false;
	}
	if (!negative) {
		if (value == INT64_MIN)
			return false;
		value = -value;
	}
	*out_integer = value;
	return true;
}

static bool is_continuation(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Length of the well-formed sequence at bytes (left > 0), or 0. The ranges are table 3-7 of the Unicode standard. */
static size_t decode(const unsigned char *bytes, size_t left, uint32_t *out_code_point)
{
	uint32_t lead = bytes[0];
	if (lead < 0x80) {
		*out_code_point = lead;
		return 1;
	}
	if (lead >= 0xC2 && lead <= 0xDF && left >= 2 && is_continuation(bytes[1])) {
		*out_code_point = (lead & 0x1F) << 6 | (bytes[1] & 0x3FU);
		return 2;
	}
	if (lead >= 0xE0 && lead <= 0xEF && left >= 3 && is_continuation(bytes[1]) && is_continuation(bytes[2])) {
		uint32_t value = (lead & 0x0F) << 12 | (bytes[1] & 0x3FU) << 6 | (bytes[2] & 0x3FU);
		if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF))
			return 0;
		*out_code_point = value;
		return 3;
	}
	if (lead >= 0xF0 && lead <= 0xF4 && left >= 4 && is_continuation(bytes[1]) && is_continuation(bytes[2]) &&
	    is_continuation(bytes[3])) {
		uint32_t value = (lead & 0x07) << 18 | (bytes[1] & 0x3FU) << 12 | (bytes[2] & 0x3FU) << 6 |
				 (bytes[3] & 0x3FU);
		if (value < 0x10000 || value > 0x10FFFF)
			return 0;
		*out_code_point = value;
		return 4;
	}
	return 0;
}

/* Eight bytes that are all ASCII and not NUL: most of what passes here. */
static bool is_plain_word(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof(word));
	const uint64_t high = UINT64_C(0x8080808080808080);
	const uint64_t ones = UINT64_C(0x0101010101010101);
	return (word & high) == 0 && ((word - ones) & high) == 0;
}

bool text_is_utf8(struct text text)
{
	size_t at = 0;
	while (at < text.length) {
		if (text.length - at >= 8 && is_plain_word(text.data + at)) {
			at += 8;
			continue;
		}
		uint32_t code_point = 0;
		size_t length = decode((const unsigned char *)text.data + at, text.length - at, &code_point);
		if (length == 0 || code_point == 0)
			return false;
		at += length;
	}
	return true;
}

bool text_next_code_point(struct text text, size_t *offset, uint32_t *out_code_point)
{
	if (*offset >= text.length)
		return false;
	uint32_t code_point = 0xFFFD;
	size_t length = decode((const unsigned char *)text.data + *offset, text.length - *offset, &code_point);
	if (length == 0) {
		code_point = 0xFFFD;
		length = 1;
	}
	*offset += length;
	*out_code_point = code_point;
	return true;
}

size_t text_code_points(struct text text)
{
	size_t count = 0;
	size_t offset = 0;
	uint32_t code_point;
	while (text_next_code_point(text, &offset, &code_point))
		count++;
	return count;
}

/* FNV-1a with a final mix; stable between runs, so not for keys an attacker chooses (base/map has a secret). */
uint64_t text_hash(struct text text)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);
	for (size_t i = 0; i < text.length; i++) {
		hash ^= (unsigned char)text.data[i];
		hash *= UINT64_C(0x100000001B3);
	}
	hash ^= hash >> 32;
	hash *= UINT64_C(0xD6E8FEB86659FD93);
	hash ^= hash >> 32;
	return hash;
}
