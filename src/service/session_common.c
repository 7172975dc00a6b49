/* session_common.c - the list of common passwords, and what counts as made from one of them. */
#include "service/session_secret.h"

#include <string.h>

/* share/common-passwords.txt as it stands, put into the program by the build: sorted by bytes, one a line. */
extern const unsigned char share_common_passwords[];
extern const size_t share_common_passwords_size;

enum { CANONICAL_LIMIT = 128 * 4 };

/* Lines are sorted by bytes; one hit is enough, so any line found by halving will do. */
static bool is_listed(const char *word, size_t length)
{
	const char *low = (const char *)share_common_passwords, *high = low + share_common_passwords_size;
	while (low < high) {
		const char *line = low + (high - low) / 2;
		while (line > low && line[-1] != '\n')
			line--;
		const char *end = memchr(line, '\n', (size_t)(high - line));
		if (!end)
			end = high;
		int order = text_compare(text_make(word, length), text_make(line, (size_t)(end - line)));
		if (order == 0)
			return true;
		if (order < 0)
			high = line;
		else
			low = end < high ? end + 1 : high;
	}
	return false;
}

/* The letter that people mean by a look-alike. */
static char letter_meant(char c)
{
	switch (c) {
	case '0': return 'o';
	case '1': case '!': return 'i';
	case '3': return 'e';
	case '4': case '@': return 'a';
	case '5': case '$': return 's';
	case '7': return 't';
	default: return c;
	}
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Keys in rows, the alphabet, digits: a walk along one of them is no secret, whichever way it goes. */
static bool are_neighbours(char left, char right)
{
	static const char *const rows[] = { "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop[]", "asdfghjkl;'",
		"zxcvbnm,./", "azertyuiop", "qwertzuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p" };
	if (left == right)
		return true;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (const char *c = rows[i]; c[0] && c[1]; c++)
			if ((c[0] == left && c[1] == right) || (c[0] == right && c[1] == left))
				return true;
	return false;
}

/* Mostly walks along keys: fewer than one break in five steps. */
static bool is_walk(const char *word, size_t length)
{
	size_t breaks = 0;
	for (size_t i = 1; i < length; i++)
		breaks += !are_neighbours(word[i - 1], word[i]);
	return breaks * 5 < length;
}

/* One piece over and over: "passwordpassword", "ab12ab12ab12ab12". */
static size_t period(const char *word, size_t length)
{
	for (size_t size = 1; size <= length / 2; size++) {
		size_t i = size;
		while (i < length && word[i] == word[i - size])
			i++;
		if (i == length)
			return size;
	}
	return length;
}

/*
 * A listed password with padding: what stands before and after it is short, or no letters at all. The listed part must be
 * at least half, so that a sentence with a common word in it stays good.
 */
static bool is_padded(const char *word, size_t length)
{
	for (size_t size = length; size * 2 >= length && size >= 4; size--) {
		for (size_t from = 0; from + size <= length; from++) {
			if (!is_listed(word + from, size))
				continue;
			size_t letters = 0;
			for (size_t i = 0; i < length; i++)
				letters += (i < from || i >= from + size) && is_letter(word[i]);
			if (letters <= 3)
				return true;
		}
	}
	return false;
}

/* Digits and signs around a listed word: "dragon" in "1234567dragon!!". */
static bool is_only_core(const char *word, size_t length)
{
	size_t from = 0, to = length;
	while (from < to && !is_letter(word[from]))
		from++;
	while (to > from && !is_letter(word[to - 1]))
		to--;
	for (size_t i = from; i < to; i++)
		if (!is_letter(word[i]))
			return false;
	size_t core = to - from;
	return core < 4 || is_listed(word + from, period(word + from, core));
}

static bool is_common_form(const char *word, size_t length)
{
	size_t piece = period(word, length);
	return piece <= 4 || is_listed(word, piece) || is_walk(word, length) || is_padded(word, length)
		|| is_only_core(word, length);
}

bool password_is_common(struct text password)
{
	char lower[CANONICAL_LIMIT], meant[CANONICAL_LIMIT];
	size_t length = 0;
	for (size_t i = 0; i < password.length && length < sizeof(lower); i++) {
		char c = password.data[i];
		if (c == ' ')
			continue; /* "pass word pass word" is no better */
		lower[length] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
		meant[length] = letter_meant(lower[length]);
		length++;
	}
	return length == 0 || is_common_form(lower, length) || is_common_form(meant, length);
}
