/* letters.c - tables of letters and the sounds they write. */
#include "match/letters.h"

#include "match/sound.h"

#include <string.h>

struct letter {
	uint32_t point;
	const char *sounds;
};

static const struct letter cyrillic[] = {
	{0x0430, "a"}, {0x0431, "b"}, {0x0432, "v"}, {0x0433, "g"}, {0x0434, "d"}, {0x0435, "e"}, {0x0436, "J"},
	{0x0437, "z"}, {0x0438, "i"}, {0x0439, "y"}, {0x043A, "k"}, {0x043B, "l"}, {0x043C, "m"}, {0x043D, "n"},
	{0x043E, "o"}, {0x043F, "p"}, {0x0440, "r"}, {0x0441, "s"}, {0x0442, "t"}, {0x0443, "u"}, {0x0444, "f"},
	{0x0445, "H"}, {0x0446, "Q"}, {0x0447, "C"}, {0x0448, "S"}, {0x0449, "S"}, {0x044A, ""}, {0x044B, "i"},
	{0x044C, ""}, {0x044D, "e"}, {0x044E, "yu"}, {0x044F, "ya"}, {0x0450, "e"}, {0x0451, "yo"}, {0x0452, "J"},
	{0x0453, "g"}, {0x0454, "ye"}, {0x0455, "z"}, {0x0456, "i"}, {0x0457, "i"}, {0x0458, "y"}, {0x0459, "l"},
	{0x045A, "n"}, {0x045B, "C"}, {0x045C, "k"}, {0x045E, "u"}, {0x045F, "J"}, {0x0491, "g"}, {0x0493, "G"},
	{0x0497, "J"}, {0x0499, "z"}, {0x049B, "q"}, {0x049D, "g"}, {0x04A1, "k"}, {0x04A3, "N"}, {0x04A5, "N"},
	{0x04AB, "s"}, {0x04AF, "u"}, {0x04B1, "u"}, {0x04B3, "H"}, {0x04B7, "J"}, {0x04B9, "J"}, {0x04BB, "h"},
	{0x04CF, ""}, {0x04D1, "a"}, {0x04D9, "a"}, {0x04E3, "i"}, {0x04E9, "o"}, {0x04EF, "u"}, {0x04F1, "u"},
};

static const struct letter arabic[] = {
	{0x0621, ""}, {0x0622, "a"}, {0x0623, "E"}, {0x0624, "w"}, {0x0625, "i"}, {0x0626, "y"}, {0x0627, "a"},
	{0x0628, "b"}, {0x0629, "a"}, {0x062A, "t"}, {0x062B, "T"}, {0x062C, "J"}, {0x062D, "H"}, {0x062E, "H"},
	{0x062F, "d"}, {0x0630, "D"}, {0x0631, "r"}, {0x0632, "z"}, {0x0633, "s"}, {0x0634, "S"}, {0x0635, "s"},
	{0x0636, "D"}, {0x0637, "t"}, {0x0638, "D"}, {0x0639, "E"}, {0x063A, "G"}, {0x0641, "f"}, {0x0642, "q"},
	{0x0643, "k"}, {0x0644, "l"}, {0x0645, "m"}, {0x0646, "n"}, {0x0647, "h"}, {0x0648, "w"}, {0x0649, "E"},
	{0x064A, "y"}, {0x0671, "a"}, {0x0672, "a"}, {0x0673, "i"}, {0x0674, ""}, {0x0679, "t"}, {0x067C, "t"},
	{0x067E, "p"}, {0x0681, "z"}, {0x0685, "Q"}, {0x0686, "C"}, {0x0688, "d"}, {0x0689, "d"}, {0x0691, "r"},
	{0x0693, "r"}, {0x0696, "G"}, {0x0698, "J"}, {0x069A, "x"}, {0x06A4, "v"}, {0x06A9, "k"}, {0x06AB, "g"},
	{0x06AD, "N"}, {0x06AF, "g"}, {0x06BA, "n"}, {0x06BC, "n"}, {0x06BE, "h"}, {0x06C0, "a"}, {0x06C1, "h"},
	{0x06C3, "a"}, {0x06C5, "o"}, {0x06C6, "o"}, {0x06C7, "u"}, {0x06C8, "u"}, {0x06C9, "u"}, {0x06CB, "v"},
	{0x06CC, "y"}, {0x06CD, "y"}, {0x06D0, "e"}, {0x06D2, "e"}, {0x06D3, "e"}, {0x06D5, "e"},
};

/* Latin letters beyond a-z: either plain letters to go on with, or (upper case) the sound itself. */
static const struct letter latin[] = {
	{0x00DF, "s"}, {0x00E0, "a"}, {0x00E1, "a"}, {0x00E2, "a"}, {0x00E3, "a"}, {0x00E4, "a"}, {0x00E5, "a"},
	{0x00E6, "e"}, {0x00E7, "X"}, {0x00E8, "e"}, {0x00E9, "e"}, {0x00EA, "e"}, {0x00EB, "e"}, {0x00EC, "i"},
	{0x00ED, "i"}, {0x00EE, "i"}, {0x00EF, "i"}, {0x00F0, "D"}, {0x00F1, "n"}, {0x00F2, "o"}, {0x00F3, "o"},
	{0x00F4, "o"}, {0x00F5, "o"}, {0x00F6, "o"}, {0x00F8, "o"}, {0x00F9, "u"}, {0x00FA, "u"}, {0x00FB, "u"},
	{0x00FC, "u"}, {0x00FD, "y"}, {0x00FE, "T"}, {0x00FF, "y"}, {0x0101, "a"}, {0x0103, "a"}, {0x0105, "a"},
	{0x0107, "C"}, {0x010D, "C"}, {0x010F, "d"}, {0x0111, "d"}, {0x0113, "e"}, {0x0117, "e"}, {0x0119, "e"},
	{0x011B, "e"}, {0x011F, "G"}, {0x0121, "G"}, {0x0123, "g"}, {0x0127, "H"}, {0x0129, "i"}, {0x012B, "i"},
	{0x012F, "i"}, {0x0131, "i"}, {0x0137, "k"}, {0x013A, "l"}, {0x013C, "l"}, {0x013E, "l"}, {0x0142, "l"},
	{0x0144, "n"}, {0x0146, "n"}, {0x0148, "n"}, {0x014B, "N"}, {0x014D, "o"}, {0x0151, "o"}, {0x0153, "e"},
	{0x0155, "r"}, {0x0159, "r"}, {0x015B, "S"}, {0x015F, "S"}, {0x0161, "S"}, {0x0163, "Q"}, {0x0165, "t"},
	{0x0169, "u"}, {0x016B, "u"}, {0x016D, "u"}, {0x016F, "u"}, {0x0171, "u"}, {0x0173, "u"}, {0x0177, "y"},
	{0x017A, "z"}, {0x017C, "J"}, {0x017E, "J"}, {0x01E7, "G"}, {0x0219, "S"}, {0x021B, "Q"}, {0x0259, "a"},
	{0x1E0D, "d"}, {0x1E25, "H"}, {0x1E2B, "H"}, {0x1E33, "k"}, {0x1E63, "s"}, {0x1E6D, "t"}, {0x1E93, "z"},
};

struct group {
	const char *letters, *sounds;
};

/* Longest first within a first letter; upper case stands for a sound already known. */
static const struct group latin_groups[] = {
	{"ck", "k"}, {"cz", "C"}, {"ch", "X"}, {"dsch", "J"}, {"dzh", "J"}, {"dsh", "J"}, {"dj", "J"},
	{"dJ", "J"}, {"dh", "D"}, {"eau", "o"}, {"ee", "i"}, {"gh", "G"}, {"gue", "ge"}, {"gui", "gi"}, 
	{"ij", "iy"}, {"kh", "H"}, {"ksh", "kS"}, {"ks", "x"}, {"ng", "N"}, {"oo", "u"}, {"ou", "u"}, {"ph", "f"}, {"que", "ke"},
	{"qui", "ki"}, {"shch", "S"}, {"sch", "S"}, {"szcz", "S"}, {"sh", "S"}, {"sz", "S"}, {"tsch", "C"},
	{"tch", "C"}, {"tsh", "C"}, {"tj", "C"}, {"th", "T"}, {"tz", "Q"}, {"ts", "Q"}, {"zh", "J"},
};

static const struct letter latin_like[] = {
	{0x0430, "a"}, {0x0435, "e"}, {0x043E, "o"}, {0x0440, "p"}, {0x0441, "c"}, {0x0443, "y"}, {0x0445, "x"},
	{0x0456, "i"}, {0x0458, "j"}, {0x0455, "s"}, {0x043A, "k"}, {0x043C, "m"}, {0x0442, "t"}, {0x043D, "h"},
	{0x0432, "b"}, {0x04BB, "h"}, {0x04CF, "l"}, {0x0501, "d"}, {0x051B, "q"}, {0x051D, "w"},
};

static const char *letter_find(const struct letter *letters, size_t count, uint32_t point)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (letters[middle].point == point)
			return letters[middle].sounds;
		if (letters[middle].point < point)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

#define LETTER_FIND(table, point) letter_find((table), sizeof(table) / sizeof((table)[0]), (point))

enum match_script letters_script(uint32_t point)
{
	if (point < 0x0370 || (point >= 0x1E00 && point <= 0x1EFF))
		return MATCH_SCRIPT_LATIN;
	if (point >= 0x0400 && point <= 0x052F)
		return MATCH_SCRIPT_CYRILLIC;
	if ((point >= 0x0600 && point <= 0x077F) || (point >= 0xFB50 && point <= 0xFDFF)
		|| (point >= 0xFE70 && point <= 0xFEFC))
		return MATCH_SCRIPT_ARABIC;
	return MATCH_SCRIPT_OTHER;
}

bool letters_is_apostrophe(uint32_t point)
{
	return point == '\'' || point == '`' || point == 0x00B4 || (point >= 0x02B9 && point <= 0x02BF)
		|| point == 0x02C8 || point == 0x02EE || (point >= 0x2018 && point <= 0x201B) || point == 0x2032
		|| point == 0x2035 || point == 0xA78C || point == 0xFF07;
}

uint32_t letters_lookalike(uint32_t point, enum match_script script)
{
	for (size_t i = 0; i < sizeof latin_like / sizeof latin_like[0]; i++) {
		if (script == MATCH_SCRIPT_LATIN && latin_like[i].point == point)
			return (unsigned char)latin_like[i].sounds[0];
		if (script == MATCH_SCRIPT_CYRILLIC && (unsigned char)latin_like[i].sounds[0] == point)
			return latin_like[i].point;
	}
	return 0;
}

static bool sound_tail_is_vowel(const char *sounds, int count)
{
	return count > 0 && sound_is_vowel(sounds[count - 1]);
}

/* Doubles collapse; i and glide side by side become one i; nothing is written past the end. */
static int sound_add(char *sounds, int count, char sound)
{
	if (count >= LETTERS_SOUNDS)
		return count;
	if (count > 0) {
		char last = sounds[count - 1];
		if (last == sound && !(sound >= '0' && sound <= '9'))
			return count;
		if ((last == 'i' && sound == 'y') || (last == 'y' && sound == 'i')) {
			sounds[count - 1] = 'i';
			return count;
		}
		if (last == 'd' && sound == 'J') {
			sounds[count - 1] = 'J';
			return count;
		}
		if (last == 't' && (sound == 'C' || sound == 'Q')) {
			sounds[count - 1] = sound;
			return count;
		}
		if (last == 'n' && sound == 'g')
			sound = 'N';
		if ((last == 'k' && sound == 's') || (last == 'n' && sound == 'N')) {
			sounds[count - 1] = sound == 's' ? 'x' : 'N';
			return count;
		}
		if (last == 't' && sound == 's') {
			sounds[count - 1] = 'Q';
			return count;
		}
	}
	sounds[count] = sound;
	return count + 1;
}

static int sounds_add(char *sounds, int count, const char *more)
{
	for (; *more != '\0'; more++)
		count = sound_add(sounds, count, *more);
	return count;
}

static const struct group *group_find(const char *ascii, int length)
{
	for (size_t i = 0; i < sizeof latin_groups / sizeof latin_groups[0]; i++) {
		const struct group *group = &latin_groups[i];
		if (group->letters[0] != ascii[0])
			continue;
		int size = (int)strlen(group->letters);
		if (size <= length && memcmp(group->letters, ascii, (size_t)size) == 0)
			return group;
	}
	return NULL;
}

/*
 * The e that French writes after a last -n, -m or -ch is mute (Yacine, Slimane, Tantouche): it only keeps the vowel from becoming
 * nasal, or the ch from being read as k. So names of the Maghreb and the Sahel are written, while others write Yasin and Tantush.
 */
static bool ends_mute(const char *ascii, int length, const char *sounds, int count)
{
	return length >= 5 && count > 3 && ascii[length - 1] == 'e' && sounds[count - 1] == 'e' && sound_tail_is_vowel(sounds, count - 2)
		&& (sounds[count - 2] == 'n' || sounds[count - 2] == 'm' || sounds[count - 2] == 'X');
}

int letters_latin_to_sounds(const char *ascii, int length, char out_sounds[LETTERS_SOUNDS])
{
	int count = 0;
	for (int i = 0; i < length;) {
		const struct group *group = group_find(ascii + i, length - i);
		if (group != NULL) {
			count = sounds_add(out_sounds, count, group->sounds);
			i += (int)strlen(group->letters);
			continue;
		}
		count = sound_add(out_sounds, count, ascii[i]);
		i++;
	}
	if (ends_mute(ascii, length, out_sounds, count))
		count--;
	/* An h that ends a word after a vowel is a way of writing the vowel. */
	if (count > 2 && out_sounds[count - 1] == 'h' && sound_tail_is_vowel(out_sounds, count - 1))
		count--;
	return count;
}

static int latin_word(const struct letters_word *word, char *out_sounds)
{
	char ascii[LETTERS_SOUNDS];
	int length = 0;
	for (int i = 0; i < word->count && length < LETTERS_SOUNDS - 1; i++) {
		uint32_t point = word->points[i];
		if (letters_is_apostrophe(point)) {
			/* Uzbek o' and g' are letters of their own. */
			if (length > 0 && ascii[length - 1] == 'g')
				ascii[length - 1] = 'G';
			continue;
		}
		if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')) {
			ascii[length++] = (char)point;
			continue;
		}
		const char *letter = LETTER_FIND(latin, point);
		if (letter != NULL)
			ascii[length++] = letter[0];
	}
	return letters_latin_to_sounds(ascii, length, out_sounds);
}

/* -allah at the end, as in Khairallah: the vowels are never written, and every script spells them another way. */
static bool word_ends_in_allah(const struct letters_word *word)
{
	const uint32_t *end = word->points + word->count;
	return word->script == MATCH_SCRIPT_ARABIC && word->count > 4 && end[-4] == 0x0627 && end[-3] == 0x0644
		&& end[-2] == 0x0644 && (end[-1] == 0x0647 || end[-1] == 0x06BE || end[-1] == 0x06C1);
}

static int table_word(const struct letters_word *word, const struct letter *table, size_t size, char *out_sounds)
{
	int count = 0;
	bool divine = word_ends_in_allah(word);
	for (int i = 0; i < word->count; i++) {
		uint32_t point = word->points[i];
		if (divine && i == word->count - 4)
			return sounds_add(out_sounds, count, "ula");
		if (point >= '0' && point <= '9') {
			count = sound_add(out_sounds, count, (char)point);
			continue;
		}
		const char *sounds = letter_find(table, size, point);
		if (sounds == NULL)
			continue;
		/* Russian e opens a word, or follows a vowel, with a glide. */
		if (point == 0x0435 && (i == 0 || (count > 0 && sound_tail_is_vowel(out_sounds, count))))
			count = sound_add(out_sounds, count, 'y');
		count = sounds_add(out_sounds, count, sounds);
	}
	return count;
}

int letters_to_sounds(const struct letters_word *word, char out_sounds[LETTERS_SOUNDS])
{
	switch (word->script) {
	case MATCH_SCRIPT_LATIN:
		return latin_word(word, out_sounds);
	case MATCH_SCRIPT_CYRILLIC:
		return table_word(word, cyrillic, sizeof cyrillic / sizeof cyrillic[0], out_sounds);
	case MATCH_SCRIPT_ARABIC:
		return table_word(word, arabic, sizeof arabic / sizeof arabic[0], out_sounds);
	case MATCH_SCRIPT_OTHER:
		return 0;
	}
	return 0;
}

int letters_unread(const struct letters_word *word, char out_sounds[LETTERS_SOUNDS])
{
	static const char signs[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
	int count = 0;
	for (int i = 0; i < word->count; i++)
		count = sound_add(out_sounds, count, signs[word->points[i] % (sizeof signs - 1)]);
	return count;
}
