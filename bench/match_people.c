/* match_people.c - made-up names and damaged queries. */
#include "match_people.h"

#include "base/builder.h"
#include "base/random.h"

#include <string.h>

enum { GIVEN = 4000, SURNAMES = 120000, KNOWN_SHARE = 3 };

static const char *const known[] = {"Muhammad", "Ahmad", "Ali", "Omar", "Ibrahim", "Yusuf", "Ismail", "Khalid", "Hasan",
	"Abdulla", "Nurlan", "Azamat", "Bakyt", "Ruslan", "Timur", "Marat", "Daniyar", "Erlan", "Kanat", "Rustam",
	"Farhod", "Sherali", "Davlat", "Jamshed", "Sanjar", "Ulugbek", "Zafar", "Anvar", "Karim", "Rahim", "Sharif",
	"Murod", "Bobur", "Alisher", "Nodir", "Otabek", "Dilshod", "Aibek", "Almaz", "Ulan", "Talant", "Zhanybek",
	"Kubanych", "Maksat", "Nurbek", "Temir", "Chingiz", "Ermek", "Sadyr", "Akyl", "Sergey", "Aleksandr", "Dmitry",
	"Andrey", "Nikolay", "Vladimir", "Mikhail", "Viktor", "Igor", "Oleg", "Aigul", "Gulnara", "Zarina", "Nigora",
	"Malika", "Fatima", "Aisha", "Maryam", "Zainab", "Farida", "Aliya", "Saule", "Dinara", "Madina", "Kamila"};
static const char *const openings[] = {"b", "d", "g", "k", "m", "n", "s", "t", "z", "zh", "sh", "ch", "kh", "r", "l", "a",
	"e", "o", "u", "i", "f", "h", "j", "y", "p", "q"};
static const char *const middles[] = {"a", "e", "i", "o", "u", "ai", "ay", "y"};
static const char *const closings[] = {"", "", "n", "r", "l", "m", "s", "t", "k", "b", "d", "z", "sh", "rt", "lt", "nd"};
static const char *const surname_ends[] = {"ov", "ov", "ev", "ov", "ev", "zoda", "bekov", "uly", "in", ""};

#define PICK(list) (list)[random_below(sizeof(list) / sizeof((list)[0]))]

static struct text made_up(struct arena *arena, size_t syllables)
{
	struct builder builder;
	builder_begin(&builder, arena, 32);
	for (size_t i = 0; i < syllables; i++) {
		builder_add_string(&builder, PICK(openings));
		builder_add_string(&builder, PICK(middles));
		builder_add_string(&builder, i + 1 == syllables || random_below(3) == 0 ? PICK(closings) : "");
	}
	struct text text = builder_text(&builder);
	if (builder.data[0] >= 'a')
		builder.data[0] = (char)(builder.data[0] - 'a' + 'A');
	return text;
}

static uint32_t *zipf(struct arena *arena, size_t count, size_t flat)
{
	uint32_t *sums = ARENA_ARRAY(arena, uint32_t, count), sum = 0;
	for (size_t i = 0; i < count; i++)
		sums[i] = sum += (uint32_t)(20000000 / (i + flat)) + 1;
	return sums;
}

void people_begin(struct people *people, struct arena *arena)
{
	*people = (struct people){.arena = arena, .given_count = GIVEN, .surname_count = SURNAMES};
	people->given = ARENA_ARRAY(arena, struct text, GIVEN);
	people->surnames = ARENA_ARRAY(arena, struct text, SURNAMES);
	size_t known_count = sizeof known / sizeof known[0];
	for (size_t i = 0; i < GIVEN; i++)
		people->given[i] = i < known_count ? text_from(known[i]) : made_up(arena, 2 + random_below(2));
	for (size_t i = 0; i < SURNAMES; i++) {
		struct text root = i % KNOWN_SHARE == 0 && i < GIVEN * KNOWN_SHARE ? people->given[i / KNOWN_SHARE]
			: made_up(arena, 2 + random_below(2));
		people->surnames[i] = arena_format(arena, "%.*s%s", TEXT_FORMAT(root), PICK(surname_ends));
	}
	people->given_sums = zipf(arena, GIVEN, 20);
	people->surname_sums = zipf(arena, SURNAMES, 400);
}

static struct text draw(const struct text *texts, const uint32_t *sums, size_t count)
{
	uint32_t wanted = (uint32_t)random_below(sums[count - 1]);
	size_t low = 0, high = count - 1;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (sums[middle] > wanted)
			high = middle;
		else
			low = middle + 1;
	}
	return texts[low];
}

struct text people_name(struct people *people, struct arena *arena)
{
	struct text given = draw(people->given, people->given_sums, people->given_count);
	struct text father = draw(people->given, people->given_sums, people->given_count);
	struct text surname = draw(people->surnames, people->surname_sums, people->surname_count);
	if (random_below(10) < 3)
		return arena_format(arena, "%.*s %.*s", TEXT_FORMAT(given), TEXT_FORMAT(surname));
	return arena_format(arena, "%.*s %.*sovich %.*s", TEXT_FORMAT(given), TEXT_FORMAT(father), TEXT_FORMAT(surname));
}

/* ---- Damage ---- */

struct spelling {
	const char *latin, *cyrillic;
};

static const struct spelling spellings[] = {{"zh", "ж"}, {"kh", "х"}, {"sh", "ш"}, {"ch", "ч"}, {"ya", "я"}, {"yu", "ю"},
	{"a", "а"}, {"b", "б"}, {"c", "к"}, {"d", "д"}, {"e", "е"}, {"f", "ф"}, {"g", "г"}, {"h", "х"}, {"i", "и"},
	{"j", "дж"}, {"k", "к"}, {"l", "л"}, {"m", "м"}, {"n", "н"}, {"o", "о"}, {"p", "п"}, {"q", "к"}, {"r", "р"},
	{"s", "с"}, {"t", "т"}, {"u", "у"}, {"v", "в"}, {"w", "в"}, {"x", "х"}, {"y", "ы"}, {"z", "з"}};

static struct text to_cyrillic(struct arena *arena, struct text name)
{
	struct builder builder;
	builder_begin(&builder, arena, name.length * 2);
	for (size_t at = 0; at < name.length;) {
		char small[3] = {0};
		for (size_t i = 0; i < 2 && at + i < name.length; i++)
			small[i] = (char)(name.data[at + i] >= 'A' && name.data[at + i] <= 'Z' ? name.data[at + i] + 32
				: name.data[at + i]);
		size_t taken = 0;
		for (size_t i = 0; i < sizeof spellings / sizeof spellings[0] && taken == 0; i++)
			if (strncmp(small, spellings[i].latin, strlen(spellings[i].latin)) == 0) {
				builder_add_string(&builder, spellings[i].cyrillic);
				taken = strlen(spellings[i].latin);
			}
		if (taken == 0)
			builder_add_byte(&builder, name.data[at]);
		at += taken == 0 ? 1 : taken;
	}
	return builder_text(&builder);
}

static struct text typo(struct arena *arena, struct text name)
{
	char *copy = arena_string(arena, name);
	size_t at = 1 + random_below(name.length - 2);
	if (copy[at] == ' ' || copy[at + 1] == ' ')
		at = 1;
	switch (random_below(3)) {
	case 0:
		copy[at] = (char)('a' + random_below(26));
		return text_make(copy, name.length);
	case 1: {
		char spare = copy[at];
		copy[at] = copy[at + 1];
		copy[at + 1] = spare;
		return text_make(copy, name.length);
	}
	default:
		memmove(copy + at, copy + at + 1, name.length - at - 1);
		return text_make(copy, name.length - 1);
	}
}

static struct text reorder(struct arena *arena, struct text name, bool drop)
{
	struct text parts[4], rest = name;
	size_t count = 0;
	while (count < 4 && text_next(&rest, ' ', &parts[count]))
		count++;
	if (drop && count > 2)
		return arena_format(arena, "%.*s %.*s", TEXT_FORMAT(parts[count - 1]), TEXT_FORMAT(parts[0]));
	if (count > 2)
		return arena_format(arena, "%.*s %.*s %.*s", TEXT_FORMAT(parts[2]), TEXT_FORMAT(parts[0]), TEXT_FORMAT(parts[1]));
	return arena_format(arena, "%.*s %.*s", TEXT_FORMAT(parts[1]), TEXT_FORMAT(parts[0]));
}

struct text people_damage_name(struct arena *arena, struct text name, enum people_damage damage)
{
	switch (damage) {
	case DAMAGE_TYPO:
		return typo(arena, name);
	case DAMAGE_CROSS:
		return to_cyrillic(arena, name);
	case DAMAGE_CROSS_DROP:
		return to_cyrillic(arena, reorder(arena, name, true));
	case DAMAGE_ORDER:
		return reorder(arena, typo(arena, name), false);
	case DAMAGE_COUNT:
		break;
	}
	return name;
}

const char *people_damage_title(enum people_damage damage)
{
	static const char *const titles[] = {"typing error", "other script", "other script, part left out",
		"other order and typing error"};
	return titles[damage];
}
