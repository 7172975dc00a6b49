/* name.c - names for sorting and searching: collation keys and folding. */
#include "text/language.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

struct text format_sort_key(const struct language *language, struct arena *arena, struct text text)
{
	const struct language_data *data = language_data(language);
	int32_t length = 0;
	UChar *wide = text_to_utf16(arena, text, &length);
	if (wide == NULL || data->collator == NULL)
		return text;
	int32_t room = length * 8 + 16;
	uint8_t *key = arena_allocate(arena, (size_t)room);
	int32_t size = ucol_getSortKey(data->collator, wide, length, key, room);
	if (size > room) {
		key = arena_allocate(arena, (size_t)size);
		size = ucol_getSortKey(data->collator, wide, length, key, size);
	}
	return text_make((const char *)key, size > 0 ? (size_t)size - 1 : 0);
}

struct alike { uint16_t latin, cyrillic; };

/* Letters that look the same; folded text is lower case. */
static const struct alike alike[] = {
	{'a', 0x430}, {'b', 0x432}, {'c', 0x441}, {'e', 0x435}, {'h', 0x43d}, {'i', 0x456}, {'j', 0x458}, {'k', 0x43a},
	{'m', 0x43c}, {'o', 0x43e}, {'p', 0x440}, {'s', 0x455}, {'t', 0x442}, {'x', 0x445}, {'y', 0x443},
};

static bool is_script(UChar unit, UScriptCode script)
{
	UErrorCode error = U_ZERO_ERROR;
	return uscript_getScript(unit, &error) == script && U_SUCCESS(error);
}

/* In a word that has Cyrillic letters, Latin ones that look the same were mistyped. */
static void mend_word(UChar *word, int32_t length)
{
	bool cyrillic = false;
	for (int32_t i = 0; i < length; i++)
		cyrillic = cyrillic || is_script(word[i], USCRIPT_CYRILLIC);
	for (int32_t i = 0; cyrillic && i < length; i++) {
		for (size_t j = 0; j < sizeof(alike) / sizeof(alike[0]); j++) {
			if (word[i] == alike[j].latin)
				word[i] = alike[j].cyrillic;
		}
	}
}

static int32_t drop_marks(UChar *wide, int32_t length)
{
	int32_t kept = 0;
	for (int32_t i = 0; i < length;) {
		int32_t from = i;
		UChar32 point = wide[i++];
		if (point >= 0xd800 && point < 0xdc00 && i < length)
			point = 0x10000 + ((point - 0xd800) << 10) + (wide[i++] - 0xdc00);
		if (u_charType(point) == U_NON_SPACING_MARK || u_charType(point) == U_ENCLOSING_MARK)
			continue;
		while (from < i)
			wide[kept++] = wide[from++];
	}
	return kept;
}

struct text fold_name(struct arena *arena, struct text text)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t length = 0;
	UChar *wide = text_to_utf16(arena, text, &length);
	const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&error);
	const UNormalizer2 *split = unorm2_getNFDInstance(&error);
	const UNormalizer2 *join = unorm2_getNFCInstance(&error);
	if (wide == NULL || U_FAILURE(error))
		return text;
	/* NFKC and NFD lengthen a text at most eighteenfold (UAX 15); names do so at most threefold in practice. */
	int32_t room = length * 18 + 16;
	UChar *first = ARENA_ARRAY(arena, UChar, (size_t)room), *second = ARENA_ARRAY(arena, UChar, (size_t)room);
	int32_t size = unorm2_normalize(fold, wide, length, first, room, &error);
	size = unorm2_normalize(split, first, size, second, room, &error);
	if (U_FAILURE(error))
		return text;
	size = drop_marks(second, size);
	int32_t start = 0;
	for (int32_t i = 0; i <= size; i++) {
		if (i == size || !u_isalpha(second[i])) {
			mend_word(second + start, i - start);
			start = i + 1;
		}
	}
	size = unorm2_normalize(join, second, size, first, room, &error);
	return U_SUCCESS(error) ? text_from_utf16(arena, first, size) : text;
}
