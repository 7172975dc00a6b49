/*
 * field_number.h - inside of model: numbers of fields as text, and the fault shared by parsing and checking.
 */
#ifndef CUSTOS_MODEL_FIELD_NUMBER_H
#define CUSTOS_MODEL_FIELD_NUMBER_H

#include "model/field.h"

/* Digits behind the point: 0 for INTEGER, 2 for MONEY, limits.scale for DECIMAL. */
int field_scale(const struct field *field);
struct text field_number_text(const struct field *field, struct arena *arena, int64_t integer);
/* "12", "12.5", "-0.05"; no more digits behind the point than the field has, nothing that overflows. */
bool field_number_parse(const struct field *field, struct text text, int64_t *out_integer);
/* What to say when a text is not of an integer-held type. */
const char *field_number_message(const struct field *field);
/* Adds the fault with parameters field and, unless empty, limit; always false. */
bool field_fault(const struct field *field, enum error_code code, const char *message, struct text limit,
	struct error_list *errors);

#endif
