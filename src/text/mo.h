/*
 * mo.h - internal to this folder: a compiled gettext catalogue (GNU .mo) in memory.
 *
 * The bytes belong to the caller and outlive the reader. Look-up is a hash map made once.
 */
#ifndef CUSTOS_TEXT_MO_H
#define CUSTOS_TEXT_MO_H

#include "base/map.h"

struct mo {
	struct map messages; /* identifier -> struct text: the forms, NUL between them */
};

/* False when the bytes are no catalogue. */
bool mo_open(struct arena *arena, struct text bytes, struct mo *out_mo);
/* NULL when not translated. */
const struct text *mo_get(const struct mo *mo, struct text identifier);
/* Form number `form` among NUL-separated ones; the last when there are fewer. */
struct text mo_form(struct text forms, int form);

#endif
