/*
 * value.h - one value of a field: absent, unknown, text, integer or bytes.
 *
 * ABSENT means nobody said anything; UNKNOWN means somebody said that it is not known, and stays visible as such. In
 * every text form (JSON, CSV, form, SQL text column) unknown is the single character "?"; in SQL integer columns it is
 * the smallest 64-bit integer. How a field type maps to text or integer stands in field.h.
 */
#ifndef CUSTOS_MODEL_VALUE_H
#define CUSTOS_MODEL_VALUE_H

#include "base/text.h"

enum value_kind { VALUE_ABSENT, VALUE_UNKNOWN, VALUE_TEXT, VALUE_INTEGER, VALUE_BYTES };

struct value {
	enum value_kind kind;
	struct text text; /* TEXT and BYTES */
	int64_t integer;  /* INTEGER */
};

struct value value_absent(void);
struct value value_unknown(void);
struct value value_text(struct text text); /* empty text gives ABSENT */
struct value value_string(const char *string);
struct value value_integer(int64_t integer);
struct value value_bytes(struct text bytes);
bool value_is_present(struct value value); /* TEXT, INTEGER or BYTES */
bool value_equal(struct value left, struct value right);

#endif
