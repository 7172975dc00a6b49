/* romanise.c - Latin letters through ICU. */
#include "match/romanise.h"

#include <pthread.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

enum { ROMAN_WORD = 256 };

static UTransliterator *romaniser;
static pthread_once_t romaniser_once = PTHREAD_ONCE_INIT;
static pthread_mutex_t romaniser_lock = PTHREAD_MUTEX_INITIALIZER;

static void romaniser_open(void)
{
	static const UChar rules[] = u"Any-Latin; Latin-ASCII";
	UErrorCode status = U_ZERO_ERROR;
	romaniser = utrans_openU(rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

/* UTF-16 in place; false when ICU cannot. One transliterator, one user at a time. */
static bool romanise_units(UChar *units, int32_t *length, int32_t capacity)
{
	pthread_once(&romaniser_once, romaniser_open);
	if (romaniser == NULL)
		return false;
	UErrorCode status = U_ZERO_ERROR;
	int32_t limit = *length;
	pthread_mutex_lock(&romaniser_lock);
	utrans_transUChars(romaniser, units, length, capacity, 0, &limit, &status);
	pthread_mutex_unlock(&romaniser_lock);
	return U_SUCCESS(status) && *length <= capacity;
}

int romanise_word(const struct letters_word *word, char out_sounds[LETTERS_SOUNDS])
{
	UChar units[ROMAN_WORD];
	char ascii[LETTERS_SOUNDS];
	int32_t length = 0;
	int count = 0;
	for (int i = 0; i < word->count; i++)
		U16_APPEND_UNSAFE(units, length, word->points[i]);
	if (!romanise_units(units, &length, ROMAN_WORD))
		return 0;
	for (int32_t i = 0; i < length && count < LETTERS_SOUNDS; i++)
		if (u_isalpha(units[i]) && units[i] < 0x80)
			ascii[count++] = (char)u_tolower(units[i]);
	return count > 0 ? letters_latin_to_sounds(ascii, count, out_sounds) : letters_unread(word, out_sounds);
}

struct text match_romanise(struct arena *arena, struct text name)
{
	int32_t capacity = (int32_t)(name.length < 4096 ? name.length : 4096) * 8 + 16, length = 0;
	UChar *units = ARENA_ARRAY(arena, UChar, (size_t)capacity);
	size_t at = 0;
	uint32_t point;
	while (length < capacity / 4 && text_next_code_point(name, &at, &point))
		U16_APPEND_UNSAFE(units, length, point);
	if (!romanise_units(units, &length, capacity))
		return arena_copy(arena, name);
	char *ascii = arena_allocate(arena, (size_t)length + 1);
	size_t count = 0;
	for (int32_t i = 0; i < length; i++)
		if (units[i] >= ' ' && units[i] < 0x7F)
			ascii[count++] = (char)units[i];
	return text_make(ascii, count);
}
