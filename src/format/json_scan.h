/*
 * json_scan.h - reads JSON as json.h's own writer makes it, value by value and without a tree: for the contents of the
 * journal, which are read by the million.
 *
 * Only that form: no white space, objects, strings, integers, true, false, null; no \u escapes. Everything else is refused, also
 * what would be good JSON: the caller then goes to json_parse(), which decides and tells. What is accepted here means the
 * same there (test/fuzz/fuzz_json.c holds both against each other). After a refusal everything is refused.
 *
 *	json_scan_begin(&scan, arena, document);
 *	for (json_scan_enter(&scan); json_scan_member(&scan, &name);)
 *		if (text_equal_string(name, "id")) json_scan_string(&scan, &id); else json_scan_skip(&scan);
 *	good = json_scan_end(&scan);
 */
#ifndef CUSTOS_FORMAT_JSON_SCAN_H
#define CUSTOS_FORMAT_JSON_SCAN_H

#include "format/json.h"

struct json_scan {
	const char *at, *end;
	struct arena *arena; /* for strings with escapes; others are views of the document */
	bool good, first;    /* first: no member of this object was read yet */
};

/* One value that is no object. Strings as json_text() would give them. */
struct json_scalar {
	enum json_kind kind; /* JSON_NULL, JSON_BOOLEAN, JSON_INTEGER or JSON_STRING */
	struct text text;
	int64_t integer; /* of a boolean 0 or 1 */
};

void json_scan_begin(struct json_scan *scan, struct arena *arena, struct text document);
/* Into the object that stands here. */
bool json_scan_enter(struct json_scan *scan);
/* The next member's name; false at the object's end, which is passed, or after a fault. */
bool json_scan_member(struct json_scan *scan, struct text *out_name);
bool json_scan_scalar(struct json_scan *scan, struct json_scalar *out_scalar);
bool json_scan_string(struct json_scan *scan, struct text *out_text);
bool json_scan_integer(struct json_scan *scan, int64_t *out_integer);
/* Passes any value, up to eight objects and arrays inside of one another. */
bool json_scan_skip(struct json_scan *scan);
/* Good so far, and nothing is left. */
bool json_scan_end(const struct json_scan *scan);

#endif
