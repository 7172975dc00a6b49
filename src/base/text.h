/*
 * text.h - views of UTF-8 text: a pointer and a length, never owned.
 *
 * A text does not own its bytes; whoever made them (an arena, a literal, a request body) does, and the view is good as
 * long as that owner. Bytes are UTF-8 unless a function says otherwise; length counts bytes. A text need not end in NUL.
 * The empty text is {"", 0}; data is never NULL in a valid text. No function here allocates or fails.
 *
 *	struct text name = TEXT("Aigul");
 *	if (text_equal(name, text_from("Aigul"))) ...
 */
#ifndef CUSTOS_BASE_TEXT_H
#define CUSTOS_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
	const char *data;
	size_t length;
};

/* A text of a string literal; usable in constant initialisers. */
#define TEXT(literal) { (literal), sizeof(literal) - 1 }
#define TEXT_OF(literal) ((struct text)TEXT(literal))
/* For printf("%.*s"): log and test output only. */
#define TEXT_FORMAT(t) (int)(t).length, (t).data

/* View of a NUL-terminated string; NULL gives the empty text. */
struct text text_from(const char *string);
struct text text_make(const char *data, size_t length);
struct text text_empty(void);

bool text_is_empty(struct text text);
bool text_equal(struct text left, struct text right);
bool text_equal_string(struct text left, const char *right);
/* ASCII case folded; for protocol words, never for names. */
bool text_equal_ignoring_case(struct text left, struct text right);
/* Byte order: <0, 0, >0. */
int text_compare(struct text left, struct text right);
bool text_starts_with(struct text text, struct text prefix);
bool text_ends_with(struct text text, struct text suffix);
/* Offset of needle, or SIZE_MAX. */
size_t text_find(struct text text, struct text needle);
size_t text_find_byte(struct text text, char byte);
/* Bytes from (inclusive) to (exclusive); clamped to the text. */
struct text text_slice(struct text text, size_t from, size_t to);
/* Without ASCII white space and U+00A0 at both ends. */
struct text text_trim(struct text text);
/*
 * Cuts the next piece up to separator off *rest. False when nothing is left. "a,,b" gives a, "", b; "" gives nothing;
 * a separator at the very end adds no empty piece ("a," gives a).
 */
bool text_next(struct text *rest, char separator, struct text *out_piece);
/* Strict decimal: optional '-', digits, nothing else, no overflow. */
bool text_to_integer(struct text text, int64_t *out_integer);
/* True when every byte sequence is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms) and no NUL is inside. */
bool text_is_utf8(struct text text);
/*
 * Next code point at *offset; moves *offset on. An ill-formed byte gives U+FFFD and moves one byte. False at the end.
 */
bool text_next_code_point(struct text text, size_t *offset, uint32_t *out_code_point);
/* Number of code points. */
size_t text_code_points(struct text text);
uint64_t text_hash(struct text text);

#endif
