/* nation.c - names of states to their codes, ISO 3166-1. */
#include "match/nation.h"

#include <pthread.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { NAME_UNITS = 160, WORD_UNITS = 32, TABLE_SIZE = 2048 };

struct nation { uint64_t hash; const char *code; };

static pthread_once_t nations_once = PTHREAD_ONCE_INIT;
static struct nation nations[TABLE_SIZE];
static size_t nation_count;

static const char *const LANGUAGES[] = { "en", "ru", "fr", "ar" };

/* Forms of the United Nations with other words than the short names above. */
static const struct { const char *name, *code; } OTHERS[] = { { "Bolivia", "BO" }, { "Brunei Darussalam", "BN" }, { "Cabo Verde", "CV" }, { "Congo", "CG" },
	{ "Democratic Republic of the Congo", "CD" }, { "C\303\264te d'Ivoire", "CI" }, { "Czech Republic", "CZ" }, { "Czechia", "CZ" },
	{ "Democratic People's Republic of Korea", "KP" }, { "Republic of Korea", "KR" }, { "Eswatini", "SZ" }, { "Swaziland", "SZ" },
	{ "Hellenic Republic", "GR" }, { "Holy See", "VA" }, { "Kyrgyz Republic", "KG" }, { "Lao People's Democratic Republic", "LA" },
	{ "Federated States of Micronesia", "FM" }, { "Myanmar", "MM" }, { "North Macedonia", "MK" }, { "State of Palestine", "PS" }, { "Palestine", "PS" },
	{ "Russian Federation", "RU" }, { "Slovak Republic", "SK" }, { "Syrian Arab Republic", "SY" }, { "Timor-Leste", "TL" }, { "Turkey", "TR" },
	{ "T\303\274rkiye", "TR" }, { "United Kingdom of Great Britain and Northern Ireland", "GB" }, { "United States of America", "US" },
	{ "Viet Nam", "VN" } };

/* Words that part no two states. */
static const char *const SMALL[] = { "of", "the", "and" };
/* Words of the form of a state; left out when the whole name is none. */
static const char *const FORMS[] = { "republic", "kingdom", "state", "islamic", "arab", "democratic", "people", "s", "federal", "federative", "socialist", "hashemite",
	"plurinational", "bolivarian", "commonwealth", "principality", "sultanate", "united" };

static bool is_one_of(const UChar *word, int32_t length, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = 0;
		while (at < (size_t)length && words[i][at] && word[at] == (UChar)words[i][at])
			at++;
		if (at == (size_t)length && !words[i][at])
			return true;
	}
	return false;
}

/*
 * The same for the same words in any order: "Iran, Islamic Republic of", "Iran (Islamic Republic of)" and "Islamic Republic of Iran"
 * are one. FNV-1a of each word, added up; 0 when no word is left.
 */
static uint64_t hash_of_words(const UChar *name, int32_t length, bool forms)
{
	uint64_t sum = 0;
	UChar folded[NAME_UNITS];
	UErrorCode status = U_ZERO_ERROR;
	length = u_strFoldCase(folded, NAME_UNITS, name, length, U_FOLD_CASE_DEFAULT, &status);
	if (U_FAILURE(status) || length > NAME_UNITS)
		return 0;
	for (int32_t at = 0; at < length; at++) {
		uint64_t hash = 1469598103934665603u;
		int32_t from = at;
		for (; at < length && u_isalpha(folded[at]); at++) /* no name of a state is written beyond the basic plane */
			hash = (hash ^ folded[at]) * 1099511628211u;
		if (at > from && !is_one_of(folded + from, at - from, SMALL, sizeof SMALL / sizeof *SMALL) &&
			(forms || !is_one_of(folded + from, at - from, FORMS, sizeof FORMS / sizeof *FORMS)))
			sum += hash;
	}
	return sum;
}

static const char *find(uint64_t hash)
{
	for (size_t i = 0; hash && i < nation_count; i++)
		if (nations[i].hash == hash)
			return nations[i].code;
	return NULL;
}

static void keep(const UChar *name, int32_t length, const char *code)
{
	uint64_t hash = hash_of_words(name, length, true);
	if (hash && nation_count < TABLE_SIZE && !find(hash))
		nations[nation_count++] = (struct nation){ hash, code };
}

static void nations_make(void)
{
	UChar name[NAME_UNITS];
	for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
		UErrorCode status = U_ZERO_ERROR;
		int32_t length = 0;
		u_strFromUTF8(name, NAME_UNITS, &length, OTHERS[i].name, -1, &status);
		if (U_SUCCESS(status))
			keep(name, length, OTHERS[i].code);
	}
	for (const char *const *code = uloc_getISOCountries(); *code; code++)
		for (size_t i = 0; i < sizeof LANGUAGES / sizeof *LANGUAGES; i++) {
			UErrorCode status = U_ZERO_ERROR;
			char locale[] = "und-XX";
			memcpy(locale + 4, *code, 2);
			int32_t length = uloc_getDisplayCountry(locale, LANGUAGES[i], name, NAME_UNITS, &status);
			if (U_SUCCESS(status) && length <= NAME_UNITS)
				keep(name, length, *code);
		}
}

static const char *code_itself(struct text name)
{
	for (const char *const *code = uloc_getISOCountries(); name.length == 2 && *code; code++)
		if (text_equal_ignoring_case(name, text_from(*code)))
			return *code;
	return NULL;
}

struct text nation_code(struct text name)
{
	UChar units[NAME_UNITS];
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0;
	pthread_once(&nations_once, nations_make);
	const char *code = code_itself(name);
	if (!code && name.length < NAME_UNITS) {
		u_strFromUTF8(units, NAME_UNITS, &length, name.data, (int32_t)name.length, &status);
		if (U_FAILURE(status))
			return text_empty();
		code = find(hash_of_words(units, length, true));
		code = code ? code : find(hash_of_words(units, length, false));
	}
	return code ? text_from(code) : text_empty();
}
