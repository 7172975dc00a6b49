/*
 * json.h - JSON out by an append writer, JSON in by jansson with strict rules (RFC 8259, no duplicate names, depth and
 * size limits), seen through a small read-only view so that no other folder includes jansson.
 *
 *	json_object_begin(j); json_name(j, "sex"); json_string(j, TEXT_OF("F")); json_object_end(j);
 */
#ifndef CUSTOS_FORMAT_JSON_H
#define CUSTOS_FORMAT_JSON_H

#include "base/builder.h"
#include "base/error.h"

/* Writer: commas are its business. Output has no white space. */
struct json_writer {
	struct builder builder;
	uint64_t comma; /* a bit a level: something stands before */
	int depth;      /* at most 63 */
};

void json_start(struct json_writer *json, struct arena *arena);
struct text json_finish(struct json_writer *json);
void json_object_begin(struct json_writer *json);
void json_object_end(struct json_writer *json);
void json_array_begin(struct json_writer *json);
void json_array_end(struct json_writer *json);
void json_name(struct json_writer *json, const char *name);
void json_name_text(struct json_writer *json, struct text name);
/* libjansson exports functions of these names: the linker knows ours by others, or one would call the other. */
void json_string(struct json_writer *json, struct text text) __asm__("custos_json_string");
void json_integer(struct json_writer *json, int64_t integer) __asm__("custos_json_integer");
void json_null(struct json_writer *json) __asm__("custos_json_null");
void json_boolean(struct json_writer *json, bool boolean);
/* A value that is JSON already (made by this writer). */
void json_raw(struct json_writer *json, struct text text);
/* name and value in one call. */
void json_member(struct json_writer *json, const char *name, struct text value);
void json_member_string(struct json_writer *json, const char *name, const char *value);
void json_member_integer(struct json_writer *json, const char *name, int64_t value);
void json_member_boolean(struct json_writer *json, const char *name, bool value);

enum json_kind { JSON_NULL, JSON_BOOLEAN, JSON_INTEGER, JSON_REAL, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

/* A value in a parsed document; the document hangs on the arena. Zero struct = absent (kind JSON_NULL, json_is_absent). */
struct json_value {
	void *node;
};

/* Bytes of a document, levels of nesting, and values in it: above them E_LIMIT. */
enum { JSON_LIMIT_DEFAULT = 4 * 1024 * 1024, JSON_DEPTH_DEFAULT = 32, JSON_VALUES_DEFAULT = 256 * 1024 };

/*
 * Syntax faults go to errors as E_SYNTAX with line and column. Numbers beyond int64 and NUL inside strings are refused.
 * Strings are copied: the document may go. json_get() and json_member_at() cost O(1).
 */
bool json_parse(struct arena *arena, struct text document, struct json_value *out_root, struct error_list *errors);
enum json_kind json_kind(struct json_value value);
bool json_is_absent(struct json_value value);
struct json_value json_get(struct json_value object, const char *name); /* absent when missing */
size_t json_count(struct json_value array_or_object);
struct json_value json_at(struct json_value array, size_t index);
/* Members in document order. */
bool json_member_at(struct json_value object, size_t index, struct text *out_name, struct json_value *out_value);
struct text json_text(struct json_value value); /* strings; empty otherwise */
int64_t json_to_integer(struct json_value value, int64_t otherwise);
bool json_to_boolean(struct json_value value, bool otherwise);
/* String of name in object, or empty. */
struct text json_get_text(struct json_value object, const char *name);

#endif
