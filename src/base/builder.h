/*
 * builder.h - a growing run of bytes on an arena: what all writers (JSON, HTML, CSV, SQL, entries) append to.
 *
 * The builder's bytes belong to its arena and move while it grows; take builder_text() when done. Appending never
 * fails. Growth doubles, so appending n bytes costs O(n).
 */
#ifndef CUSTOS_BASE_BUILDER_H
#define CUSTOS_BASE_BUILDER_H

#include "base/arena.h"

struct builder {
	struct arena *arena;
	char *data;
	size_t length;
	size_t capacity;
};

void builder_begin(struct builder *builder, struct arena *arena, size_t expected);
void builder_reserve(struct builder *builder, size_t more);
void builder_add(struct builder *builder, struct text text);
void builder_add_string(struct builder *builder, const char *string);
void builder_add_bytes(struct builder *builder, const void *data, size_t size);
void builder_add_byte(struct builder *builder, char byte);
void builder_add_integer(struct builder *builder, int64_t integer);
/* Lower-case hexadecimal. */
void builder_add_hex(struct builder *builder, const void *data, size_t size);
void builder_add_format(struct builder *builder, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* UTF-8 of one code point. */
void builder_add_code_point(struct builder *builder, uint32_t code_point);
/* View of what was added; a NUL stands behind it. Good until the next append. */
struct text builder_text(struct builder *builder);

#endif
