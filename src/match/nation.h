/*
 * nation.h - a state by its name as lists write it, to the code that files keep.
 *
 * Names are those of ICU (Unicode CLDR: short names in English, Russian, French and Arabic) and the forms of the United Nations that differ
 * from them; the order of words is free, and "Republic of", "Kingdom of" and their like may stand or not. A name that is none of these
 * ("former Soviet Union") has no code: it cannot be compared with a file and says nothing against anybody. Any thread; the first call
 * makes the table (about 2 ms).
 */
#ifndef CUSTOS_MATCH_NATION_H
#define CUSTOS_MATCH_NATION_H

#include "base/text.h"

/* ISO 3166-1: two capital letters that live as long as the program, or empty. A code itself is taken as it is, in any case. */
struct text nation_code(struct text name);

#endif
