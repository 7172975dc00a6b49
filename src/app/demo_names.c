/* demo_names.c - names made from syllables in six languages and three scripts, each with its Latin form; nobody is meant. */
#include "app/demo.h"

struct syllable { const char *own, *latin; };

struct culture {
	const char *language, *script, *nationality;
	const struct syllable *first, *middle; /* ended by NULL */
	const char *man[2], *woman[2];	       /* endings of surnames, own and Latin */
	const char *son[2], *daughter[2];      /* endings of patronymics; NULL: none */
	const char *women_given[2];	       /* added to a woman's given name */
};

static const struct syllable KAZAKH_FIRST[] = { { "Бек", "Bek" }, { "Нұр", "Nur" }, { "Ай", "Ai" }, { "Ерл", "Erl" }, { "Сан", "San" }, { "Қай", "Qai" },
	{ "Тол", "Tol" }, { "Жан", "Zhan" }, { "Әл", "Al" }, { "Дәу", "Dau" }, { "Мұр", "Mur" }, { "Өт", "Ot" }, { NULL, NULL } };
static const struct syllable KAZAKH_NEXT[] = { { "жан", "zhan" }, { "бол", "bol" }, { "ат", "at" }, { "мыр", "myr" }, { "кен", "ken" }, { "ғат", "ghat" },
	{ "дос", "dos" }, { "ұлт", "ult" }, { "сен", "sen" }, { NULL, NULL } };
static const struct syllable KYRGYZ_FIRST[] = { { "Чын", "Chyn" }, { "Эр", "Er" }, { "Кубан", "Kuban" }, { "Таш", "Tash" }, { "Жол", "Zhol" }, { "Ору", "Oru" },
	{ "Мый", "Myi" }, { "Төл", "Tol" }, { "Үр", "Ur" }, { NULL, NULL } };
static const struct syllable KYRGYZ_NEXT[] = { { "бек", "bek" }, { "мат", "mat" }, { "гүл", "gul" }, { "кул", "kul" }, { "тай", "tai" }, { "ош", "osh" },
	{ "зар", "zar" }, { "дөн", "don" }, { NULL, NULL } };
static const struct syllable TAJIK_FIRST[] = { { "Ҷам", "Jam" }, { "Фир", "Fir" }, { "Сӯ", "Su" }, { "Қод", "Qod" }, { "Руз", "Ruz" }, { "Ҳик", "Hik" },
	{ "Маҳ", "Mah" }, { "Ном", "Nom" }, { "Зай", "Zai" }, { NULL, NULL } };
static const struct syllable TAJIK_NEXT[] = { { "шед", "shed" }, { "дав", "dav" }, { "ир", "ir" }, { "мат", "mat" }, { "нӯз", "nuz" }, { "бон", "bon" },
	{ "рӯх", "rukh" }, { "сар", "sar" }, { NULL, NULL } };
static const struct syllable UZBEK_FIRST[] = { { "Sar", "Sar" }, { "To‘l", "To'l" }, { "Ul", "Ul" }, { "Nav", "Nav" }, { "Bax", "Bax" }, { "G‘ay", "G'ay" },
	{ "Shav", "Shav" }, { "Il", "Il" }, { "Qo‘ch", "Qo'ch" }, { NULL, NULL } };
static const struct syllable UZBEK_NEXT[] = { { "zod", "zod" }, { "mon", "mon" }, { "dor", "dor" }, { "kat", "kat" }, { "rat", "rat" }, { "bek", "bek" },
	{ "xon", "xon" }, { "mur", "mur" }, { NULL, NULL } };
static const struct syllable RUSSIAN_FIRST[] = { { "Вер", "Ver" }, { "Лад", "Lad" }, { "Мирон", "Miron" }, { "Свет", "Svet" }, { "Яр", "Yar" }, { "Гор", "Gor" },
	{ "Тих", "Tikh" }, { "Бор", "Bor" }, { "Люб", "Lyub" }, { NULL, NULL } };
static const struct syllable RUSSIAN_NEXT[] = { { "ослав", "oslav" }, { "емир", "emir" }, { "идар", "idar" }, { "ен", "en" }, { "олюб", "olyub" }, { "ан", "an" },
	{ "имир", "imir" }, { NULL, NULL } };
static const struct syllable ARABIC_FIRST[] = { { "نا", "Na" }, { "سا", "Sa" }, { "كر", "Kar" }, { "با", "Ba" }, { "فا", "Fa" }, { "را", "Ra" }, { "جا", "Ja" },
	{ "ما", "Ma" }, { "طا", "Ta" }, { NULL, NULL } };
static const struct syllable ARABIC_NEXT[] = { { "ريم", "rim" }, { "لد", "lid" }, { "مير", "mir" }, { "شد", "shid" }, { "هر", "hir" }, { "زن", "zin" },
	{ "بت", "bit" }, { "دل", "dil" }, { NULL, NULL } };

static const struct culture CULTURES[] = {
	{ "kk", "Cyrl", "KZ", KAZAKH_FIRST, KAZAKH_NEXT, { "ов", "ov" }, { "ова", "ova" }, { "ұлы", "uly" }, { "қызы", "qyzy" }, { "гүл", "gul" } },
	{ "ky", "Cyrl", "KG", KYRGYZ_FIRST, KYRGYZ_NEXT, { "ов", "ov" }, { "ова", "ova" }, { " уулу", " uulu" }, { " кызы", " kyzy" }, { "ай", "ai" } },
	{ "tg", "Cyrl", "TJ", TAJIK_FIRST, TAJIK_NEXT, { "зода", "zoda" }, { "зода", "zoda" }, { NULL, NULL }, { NULL, NULL }, { "а", "a" } },
	{ "uz", "Latn", "UZ", UZBEK_FIRST, UZBEK_NEXT, { "ov", "ov" }, { "ova", "ova" }, { " o‘g‘li", " o'g'li" }, { " qizi", " qizi" }, { "oy", "oy" } },
	{ "ru", "Cyrl", "KZ", RUSSIAN_FIRST, RUSSIAN_NEXT, { "ов", "ov" }, { "ова", "ova" }, { "ович", "ovich" }, { "овна", "ovna" }, { "а", "a" } },
	{ "ar", "Arab", "JO", ARABIC_FIRST, ARABIC_NEXT, { "ي", "i" }, { "ي", "i" }, { NULL, NULL }, { NULL, NULL }, { "ة", "a" } },
};
/* Of a hundred people. */
static const unsigned SHARES[] = { 52, 12, 11, 10, 11, 4 };

static const struct syllable *pick(const struct syllable *list)
{
	size_t count = 0;
	while (list[count].own)
		count++;
	return &list[demo_one_of(count)];
}

struct spelling { struct text own, latin; };

static struct spelling stem(struct demo *demo, const struct culture *culture)
{
	const struct syllable *first = pick(culture->first), *next = pick(culture->middle);
	return (struct spelling){ arena_format(demo->wave_arena, "%s%s", first->own, next->own), arena_format(demo->wave_arena, "%s%s", first->latin, next->latin) };
}

static struct spelling with_ending(struct demo *demo, struct spelling name, const char *const ending[2])
{
	return (struct spelling){ arena_format(demo->wave_arena, "%.*s%s", TEXT_FORMAT(name.own), ending[0]),
		arena_format(demo->wave_arena, "%.*s%s", TEXT_FORMAT(name.latin), ending[1]) };
}

static const struct culture *culture_pick(void)
{
	unsigned at = (unsigned)demo_one_of(100);
	size_t i = 0;
	while (i + 1 < sizeof SHARES / sizeof *SHARES && at >= SHARES[i])
		at -= SHARES[i++];
	return &CULTURES[i];
}

void demo_name(struct demo *demo, struct demo_person *person)
{
	const struct culture *culture = culture_pick();
	bool woman = person->sex == 'F';
	struct spelling given = stem(demo, culture), father = stem(demo, culture);
	struct spelling surname = with_ending(demo, stem(demo, culture), woman ? culture->woman : culture->man);
	const char *const *patronymic = woman ? culture->daughter : culture->son;
	if (woman)
		given = with_ending(demo, given, culture->women_given);
	person->surname = surname.own;
	person->given = given.own;
	person->patronymic = patronymic[0] ? with_ending(demo, father, patronymic).own : text_empty();
	person->latin_surname = surname.latin;
	person->latin_given = given.latin;
	person->script = text_from(culture->script);
	person->language = text_from(culture->language);
	person->nationality = text_from(culture->nationality);
}
