/* language.c - the languages, their catalogues and ICU's words for them; loaded once, then constant. */
#include "text/language.h"

#include <pthread.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* Made by the build from po/<language>.po; empty when there is none. */
extern const unsigned char catalogue_ru[], catalogue_ar[];
extern const size_t catalogue_ru_size, catalogue_ar_size;

static const struct language languages[LANGUAGE_COUNT] = {
	{"en", "English", false},
	{"ru", "Русский", false},
	{"ar", "العربية", true},
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct language_data data[LANGUAGE_COUNT];

const struct language *language_list(size_t *out_count)
{
	*out_count = LANGUAGE_COUNT;
	return languages;
}

const struct language *language_find(struct text code)
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		if (text_equal_string(code, languages[i].code))
			return &languages[i];
	}
	return &languages[0];
}

struct text text_from_utf16(struct arena *arena, const UChar *source, int32_t length)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t room = length * 3 + 1, size = 0;
	char *out = arena_allocate(arena, (size_t)room);
	u_strToUTF8WithSub(out, room, &size, source, length, 0xfffd, NULL, &error);
	return U_SUCCESS(error) ? text_make(out, (size_t)size) : text_empty();
}

UChar *text_to_utf16(struct arena *arena, struct text text, int32_t *out_length)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar *out = ARENA_ARRAY(arena, UChar, text.length + 1);
	u_strFromUTF8(out, (int32_t)text.length + 1, out_length, text.data, (int32_t)text.length, &error);
	return U_SUCCESS(error) ? out : NULL;
}

static void load_months(struct arena *arena, struct language_data *entry)
{
	UErrorCode error = U_ZERO_ERROR;
	UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, entry->language->code, u"UTC", 3, NULL, 0, &error);
	for (int32_t i = 0; i < 12 && U_SUCCESS(error); i++) {
		UChar name[64];
		int32_t length = udat_getSymbols(format, UDAT_MONTHS, i, name, 64, &error);
		entry->months[i] = text_from_utf16(arena, name, length);
		length = udat_getSymbols(format, UDAT_STANDALONE_MONTHS, i, name, 64, &error);
		entry->months_standing[i] = text_from_utf16(arena, name, length);
	}
	udat_close(format);
}

static void load_numbers(struct arena *arena, struct language_data *entry)
{
	UErrorCode error = U_ZERO_ERROR;
	char locale[32] = "";
	size_t length = strlen(entry->language->code);
	memcpy(locale, entry->language->code, length);
	memcpy(locale + length, "@numbers=latn", sizeof("@numbers=latn"));
	UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &error);
	UChar symbol[16];
	entry->grouping = TEXT_OF("\302\240");
	entry->decimal = TEXT_OF(".");
	if (U_FAILURE(error))
		return;
	int32_t size = unum_getSymbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL, symbol, 16, &error);
	if (U_SUCCESS(error))
		entry->grouping = text_from_utf16(arena, symbol, size);
	size = unum_getSymbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL, symbol, 16, &error);
	if (U_SUCCESS(error))
		entry->decimal = text_from_utf16(arena, symbol, size);
	unum_close(format);
}

static void plural_keyword(const struct language_data *entry, int64_t count, char out[8])
{
	UErrorCode error = U_ZERO_ERROR;
	UChar word[16];
	int32_t length = uplrules_select(entry->plurals, (double)count, word, 16, &error);
	out[0] = 0;
	for (int32_t i = 0; U_SUCCESS(error) && i < length && i < 7; i++) {
		out[i] = (char)word[i];
		out[i + 1] = 0;
	}
}

/* gettext numbers the forms in CLDR's order, leaving out those that only fractions use. */
static void load_plurals(struct language_data *entry)
{
	static const char order[PLURAL_KEYWORDS][8] = {"zero", "one", "two", "few", "many", "other"};
	UErrorCode error = U_ZERO_ERROR;
	entry->plurals = uplrules_open(entry->language->code, &error);
	if (U_FAILURE(error)) {
		entry->plurals = NULL;
		return;
	}
	bool used[PLURAL_KEYWORDS] = {false};
	for (int64_t count = 0; count < 1000; count++) {
		char word[8];
		plural_keyword(entry, count, word);
		for (size_t i = 0; i < PLURAL_KEYWORDS; i++)
			used[i] = used[i] || strcmp(order[i], word) == 0;
	}
	for (size_t i = 0; i < PLURAL_KEYWORDS; i++) {
		if (used[i])
			memcpy(entry->keywords[entry->keyword_count++], order[i], 8);
	}
}

int language_plural(const struct language_data *entry, int64_t count)
{
	if (entry->plurals == NULL)
		return count == 1 ? 0 : 1;
	char word[8];
	plural_keyword(entry, count < 0 ? -count : count, word);
	for (int i = 0; i < entry->keyword_count; i++) {
		if (strcmp(entry->keywords[i], word) == 0)
			return i;
	}
	return entry->keyword_count - 1;
}

static void load_catalogue(struct arena *arena, struct language_data *entry, const unsigned char *bytes, size_t size)
{
	entry->has_catalogue = size > 0 && mo_open(arena, text_make((const char *)bytes, size), &entry->mo);
}

static void load(void)
{
	struct arena *arena = arena_create(); /* lives as long as the process */
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		UErrorCode error = U_ZERO_ERROR;
		data[i].language = &languages[i];
		load_months(arena, &data[i]);
		load_numbers(arena, &data[i]);
		load_plurals(&data[i]);
		data[i].collator = ucol_open(languages[i].code, &error);
		if (U_FAILURE(error))
			data[i].collator = NULL;
	}
	load_catalogue(arena, &data[1], catalogue_ru, catalogue_ru_size);
	load_catalogue(arena, &data[2], catalogue_ar, catalogue_ar_size);
}

const struct language_data *language_data(const struct language *language)
{
	pthread_once(&once, load);
	return &data[language - languages];
}

/* q in thousandths; 1000 when not given. */
static int quality(struct text parameters)
{
	size_t at = text_find(parameters, TEXT_OF("q="));
	if (at == SIZE_MAX)
		return 1000;
	int value = 0, scale = 1000;
	for (size_t i = at + 2; i < parameters.length; i++) {
		char byte = parameters.data[i];
		if (byte == '.')
			continue;
		if (byte < '0' || byte > '9' || scale == 0)
			break;
		value += (byte - '0') * scale;
		scale /= 10;
	}
	return value;
}

const struct language *language_accept(struct text header)
{
	const struct language *best = &languages[0];
	int best_quality = 0;
	struct text piece;
	while (text_next(&header, ',', &piece)) {
		piece = text_trim(piece);
		size_t semicolon = text_find_byte(piece, ';');
		struct text tag = text_slice(piece, 0, semicolon == SIZE_MAX ? piece.length : semicolon);
		size_t hyphen = text_find_byte(tag, '-');
		struct text code = text_slice(tag, 0, hyphen == SIZE_MAX ? tag.length : hyphen);
		int q = quality(semicolon == SIZE_MAX ? text_empty() : text_slice(piece, semicolon, piece.length));
		for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
			if (q > best_quality && text_equal_ignoring_case(code, text_from(languages[i].code))) {
				best = &languages[i];
				best_quality = q;
			}
		}
	}
	return best;
}
