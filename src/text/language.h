/*
 * language.h - internal to this folder: what is held of each language, loaded once.
 */
#ifndef CUSTOS_TEXT_LANGUAGE_H
#define CUSTOS_TEXT_LANGUAGE_H

#include <unicode/ucol.h>
#include <unicode/upluralrules.h>

#include "text/catalogue.h"
#include "text/mo.h"

enum { LANGUAGE_COUNT = 3, PLURAL_KEYWORDS = 6 };

struct language_data {
	const struct language *language;
	bool has_catalogue;
	struct mo mo;
	struct text months[12];		   /* as in "3 March 2026" */
	struct text months_standing[12];   /* as in "March 2026" */
	struct text grouping, decimal;
	UPluralRules *plurals;
	char keywords[PLURAL_KEYWORDS][8]; /* those that whole numbers use, in gettext's order */
	int keyword_count;
	UCollator *collator;
};

const struct language_data *language_data(const struct language *language);
/* Index of the plural form of a count. */
int language_plural(const struct language_data *data, int64_t count);
/* UTF-16 to UTF-8 on the arena. */
struct text text_from_utf16(struct arena *arena, const UChar *source, int32_t length);
/* UTF-8 to UTF-16; NULL when it is not UTF-8. */
UChar *text_to_utf16(struct arena *arena, struct text text, int32_t *out_length);

#endif
