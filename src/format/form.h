/*
 * form.h - application/x-www-form-urlencoded (WHATWG URL standard, section 5) and percent encoding.
 *
 * For bodies of forms and for query strings. Stricter than browsers' own readers: a percent sign without two hexadecimal
 * digits, and anything that is not UTF-8 without NUL after decoding, refuse the whole; so do the limits. Fields keep their
 * order; names may repeat (boxes to tick). Decoded texts live on the arena.
 */
#ifndef CUSTOS_FORMAT_FORM_H
#define CUSTOS_FORMAT_FORM_H

#include "base/builder.h"
#include "base/error.h"

struct form_field {
	struct text name;
	struct text value;
};

struct form {
	struct form_field *fields;
	size_t count;
};

/* 0 in any of them: the default. */
struct form_limits {
	size_t body;   /* bytes as sent; 1 MiB */
	size_t fields; /* 1000 */
	size_t name;   /* bytes decoded; 200 */
	size_t value;  /* bytes decoded; 256 KiB */
};

/* limits may be NULL. Errors: E_SYNTAX, E_LIMIT. Empty pieces ("a=1&&b=2") are skipped, "a" is a with no value. */
bool form_parse(struct arena *arena, struct text body, const struct form_limits *limits, struct form *out_form,
		struct error_list *errors);
/* First value of the name, empty when missing. */
struct text form_get(const struct form *form, const char *name);
bool form_has(const struct form *form, const char *name);
/* Every value of a name: *index begins at 0 and moves on; false when there is no further one. */
bool form_next(const struct form *form, const char *name, size_t *index, struct text *out_value);

/* Percent encoding of all but A-Z a-z 0-9 - . _ ~ (RFC 3986 unreserved): good for path segments and queries alike. */
void form_encode(struct builder *builder, struct text text);
/* plus: a plus sign is a space (forms and queries, not paths). False when malformed, not UTF-8, or with NUL. */
bool form_decode(struct arena *arena, struct text text, bool plus, struct text *out_text);
/* "name=value" onto what was written; "&" before it unless the builder is empty or ends in "?". */
void form_write(struct builder *builder, struct text name, struct text value);

#endif
