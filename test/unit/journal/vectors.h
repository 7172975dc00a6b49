/* vectors.h - reading the test vectors of test/data/trust. */
#ifndef CUSTOS_TEST_JOURNAL_VECTORS_H
#define CUSTOS_TEST_JOURNAL_VECTORS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/hash.h"
#include "format/json.h"

static inline struct text vector_file(struct arena *arena, const char *name)
{
	struct text content;
	assert_true(file_read(arena, file_path(arena, TRUST_DATA, name), 16 * 1024 * 1024, &content));
	return content;
}

static inline struct json_value vector_json(struct arena *arena, const char *name)
{
	struct error_list errors;
	struct json_value root;
	error_list_begin(&errors, arena);
	assert_true(json_parse(arena, vector_file(arena, name), &root, &errors));
	return root;
}

static inline struct text vector_hex(struct arena *arena, struct json_value object, const char *name)
{
	struct text bytes;
	assert_true(hex_decode(arena, json_get_text(object, name), &bytes));
	return bytes;
}

static inline struct hash vector_hash(struct text bytes)
{
	struct hash hash;
	assert_int_equal(bytes.length, sizeof hash.bytes);
	memcpy(hash.bytes, bytes.data, sizeof hash.bytes);
	return hash;
}


#endif
