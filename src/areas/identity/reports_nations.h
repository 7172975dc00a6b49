/*
 * reports_nations.h - a state by its name as lists write it, to the code that files keep.
 *
 * Names are those of ISO 3166-1 (short and full, English), the order of their words is free. A name that is none of these ("former Soviet
 * Union") has no code: it cannot be compared with a file and says nothing against anybody.
 */
#ifndef CUSTOS_AREAS_IDENTITY_REPORTS_NATIONS_H
#define CUSTOS_AREAS_IDENTITY_REPORTS_NATIONS_H

#include "base/text.h"

/* Two capital letters, or empty. A code itself is taken as it is, in any case. */
struct text nation_code(struct text name);

#endif
