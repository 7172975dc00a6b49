/* builder.c - a growing run of bytes on an arena. */
#include "base/builder.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST = 64 };

void builder_begin(struct builder *builder, struct arena *arena, size_t expected)
{
	*builder = (struct builder){.arena = arena};
	if (expected > 0)
		builder_reserve(builder, expected);
}

/* Room for more bytes and the NUL behind them. Kept apart from the usual case, which is one comparison. */
static __attribute__((noinline)) void grow(struct builder *builder, size_t more)
{
	size_t needed;
	if (__builtin_add_overflow(builder->length, more, &needed) || __builtin_add_overflow(needed, 1, &needed) ||
	    needed > SIZE_MAX / 4)
		abort();
	if (needed <= builder->capacity)
		return;
	size_t capacity = builder->capacity < SMALLEST ? SMALLEST : builder->capacity * 2;
	if (capacity < needed)
		capacity = needed;
	char *data = arena_allocate(builder->arena, capacity);
	if (builder->length > 0)
		memcpy(data, builder->data, builder->length);
	builder->data = data;
	builder->capacity = capacity;
}

static inline void reserve(struct builder *builder, size_t more)
{
	/* length < capacity once there is memory: the NUL's place is always there. */
	if (more >= builder->capacity - builder->length)
		grow(builder, more);
}

void builder_reserve(struct builder *builder, size_t more)
{
	reserve(builder, more);
}

void builder_add_bytes(struct builder *builder, const void *data, size_t size)
{
	if (size == 0)
		return;
	reserve(builder, size);
	memcpy(builder->data + builder->length, data, size);
	builder->length += size;
}

void builder_add(struct builder *builder, struct text text)
{
	builder_add_bytes(builder, text.data, text.length);
}

void builder_add_string(struct builder *builder, const char *string)
{
	builder_add(builder, text_from(string));
}

void builder_add_byte(struct builder *builder, char byte)
{
	reserve(builder, 1);
	builder->data[builder->length++] = byte;
}

void builder_add_integer(struct builder *builder, int64_t integer)
{
	char digits[20];
	size_t at = sizeof(digits);
	uint64_t rest = integer < 0 ? UINT64_C(0) - (uint64_t)integer : (uint64_t)integer;
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (integer < 0)
		digits[--at] = '-';
	builder_add_bytes(builder, digits + at, sizeof(digits) - at);
}

void builder_add_hex(struct builder *builder, const void *data, size_t size)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *bytes = data;
	if (size > SIZE_MAX / 4)
		abort();
	builder_reserve(builder, 2 * size);
	for (size_t i = 0; i < size; i++) {
		builder->data[builder->length++] = digits[bytes[i] >> 4];
		builder->data[builder->length++] = digits[bytes[i] & 15];
	}
}

void builder_add_format(struct builder *builder, const char *format, ...)
{
	va_list arguments;
	va_list again;
	va_start(arguments, format);
	va_copy(again, arguments);
	reserve(builder, SMALLEST);
	size_t room = builder->capacity - builder->length;
	int length = vsnprintf(builder->data + builder->length, room, format, arguments);
	va_end(arguments);
	if (length > 0 && (size_t)length >= room) {
		reserve(builder, (size_t)length);
		vsnprintf(builder->data + builder->length, (size_t)length + 1, format, again);
	}
	if (length > 0)
		builder->length += (size_t)length;
	va_end(again);
}

void builder_add_code_point(struct builder *builder, uint32_t code_point)
{
	if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
		code_point = 0xFFFD;
	char bytes[4];
	size_t length;
	if (code_point < 0x80) {
		bytes[0] = (char)code_point;
		length = 1;
	} else if (code_point < 0x800) {
		bytes[0] = (char)(0xC0 | code_point >> 6);
		length = 2;
	} else if (code_point < 0x10000) {
		bytes[0] = (char)(0xE0 | code_point >> 12);
		length = 3;
	} else {
		bytes[0] = (char)(0xF0 | code_point >> 18);
		length = 4;
	}
	for (size_t i = 1; i < length; i++)
		bytes[i] = (char)(0x80 | (code_point >> (6 * (length - 1 - i)) & 0x3F));
	builder_add_bytes(builder, bytes, length);
}

struct text builder_text(struct builder *builder)
{
	builder_reserve(builder, 0);
	builder->data[builder->length] = '\0';
	return (struct text){builder->data, builder->length};
}
