/* word.c - lists of particles, titles and endings, in sounds. */
#include "match/word.h"

#include "match/sound.h"

#include <string.h>

enum { LISTED_LONGEST = 10 };

struct listed {
	const char *plain;
	enum word_class class;
};

static const struct listed listed_words[] = {
	{"al", WORD_ARTICLE}, {"el", WORD_ARTICLE}, {"ul", WORD_ARTICLE}, {"il", WORD_ARTICLE}, {"ol", WORD_ARTICLE},
	{"ar", WORD_ASSIMILATED}, {"er", WORD_ASSIMILATED}, {"ur", WORD_ASSIMILATED}, {"ad", WORD_ASSIMILATED},
	{"ed", WORD_ASSIMILATED}, {"ud", WORD_ASSIMILATED}, {"as", WORD_ASSIMILATED}, {"es", WORD_ASSIMILATED},
	{"us", WORD_ASSIMILATED}, {"aS", WORD_ASSIMILATED}, {"eS", WORD_ASSIMILATED}, {"az", WORD_ASSIMILATED},
	{"ez", WORD_ASSIMILATED}, {"uz", WORD_ASSIMILATED}, {"an", WORD_ASSIMILATED}, {"en", WORD_ASSIMILATED},
	{"un", WORD_ASSIMILATED}, {"at", WORD_ASSIMILATED}, {"et", WORD_ASSIMILATED}, {"aC", WORD_ASSIMILATED},
	{"eC", WORD_ASSIMILATED}, {"l", WORD_ASSIMILATED},
	{"bin", WORD_SON_OF}, {"ben", WORD_SON_OF}, {"ibn", WORD_SON_OF}, {"bn", WORD_SON_OF},
	{"abn", WORD_SON_OF}, {"ebn", WORD_SON_OF}, {"bint", WORD_DAUGHTER_OF}, {"bent", WORD_DAUGHTER_OF},
	{"bnt", WORD_DAUGHTER_OF}, {"binti", WORD_DAUGHTER_OF}, {"bte", WORD_DAUGHTER_OF}, {"uld", WORD_SON_OF},
	{"vuld", WORD_SON_OF}, {"uuld", WORD_SON_OF}, {"uled", WORD_SON_OF}, {"ulad", WORD_PARTICLE},
	{"de", WORD_PARTICLE}, {"da", WORD_PARTICLE}, {"la", WORD_PARTICLE}, {"le", WORD_PARTICLE},
	{"van", WORD_PARTICLE}, {"uan", WORD_PARTICLE}, {"von", WORD_PARTICLE}, {"der", WORD_PARTICLE},
	{"dos", WORD_PARTICLE}, {"del", WORD_PARTICLE}, {"di", WORD_PARTICLE}, {"du", WORD_PARTICLE},
	{"ua", WORD_PARTICLE}, {"va", WORD_PARTICLE}, {"i", WORD_PARTICLE}, {"u", WORD_PARTICLE},
	{"e", WORD_PARTICLE}, {"ni", WORD_PARTICLE},
	{"haJ", WORD_TITLE}, {"haJi", WORD_TITLE}, {"hadJi", WORD_TITLE}, {"haC", WORD_TITLE},
	{"alhaJ", WORD_TITLE}, {"alhaJi", WORD_TITLE}, {"elhaJ", WORD_TITLE}, {"Seih", WORD_TITLE},
	{"Saih", WORD_TITLE}, {"Ceih", WORD_TITLE}, {"Sih", WORD_TITLE}, {"Seik", WORD_TITLE}, {"Saik", WORD_TITLE},
	{"Caih", WORD_TITLE}, {"mula", WORD_TITLE}, {"mola", WORD_TITLE}, {"mla", WORD_TITLE}, {"mulah", WORD_TITLE},
	{"mulavi", WORD_TITLE}, {"maulavi", WORD_TITLE}, {"maulvi", WORD_TITLE}, {"maulaui", WORD_TITLE},
	{"mului", WORD_TITLE}, {"maulevi", WORD_TITLE}, {"moulavi", WORD_TITLE}, {"mulvi", WORD_TITLE},
	{"dr", WORD_TITLE}, {"doktor", WORD_TITLE}, {"general", WORD_TITLE}, {"gen", WORD_TITLE},
	{"kolonel", WORD_TITLE}, {"kol", WORD_TITLE}, {"kapitan", WORD_TITLE}, {"maJor", WORD_TITLE},
	{"prof", WORD_TITLE}, {"profesor", WORD_TITLE}, {"prezident", WORD_TITLE}, {"president", WORD_TITLE},
	{"prasident", WORD_TITLE}, {"mr", WORD_TITLE}, {"mrs", WORD_TITLE}, {"ms", WORD_TITLE}, {"mis", WORD_TITLE},
	{"sr", WORD_TITLE}, {"Jr", WORD_TITLE}, {"eng", WORD_TITLE}, {"eN", WORD_TITLE}, {"enginer", WORD_TITLE},
	{"enJinier", WORD_TITLE}, {"ustad", WORD_TITLE}, {"ustaz", WORD_TITLE}, {"ustadh", WORD_TITLE},
	{"monsieur", WORD_TITLE}, {"madam", WORD_TITLE},
	{"minister", WORD_TITLE}, {"senator", WORD_TITLE}, {"hon", WORD_TITLE}, {"sir", WORD_TITLE}, {"lord", WORD_TITLE}, {"lk", WORD_TITLE},
	{"abd", WORD_ABD}, {"abdul", WORD_ABD}, {"abdal", WORD_ABD}, {"abdel", WORD_ABD}, {"abdol", WORD_ABD},
	{"abdil", WORD_ABD}, {"abdur", WORD_ABD}, {"abdu", WORD_ABD}, {"abdus", WORD_ABD}, {"abdar", WORD_ABD},
	{"din", WORD_DIN}, {"edin", WORD_DIN}, {"edine", WORD_DIN}, {"dine", WORD_DIN}, {"udin", WORD_DIN},
	{"adin", WORD_DIN}, {"aldin", WORD_DIN}, {"eldin", WORD_DIN},
	{"ala", WORD_ALLAH}, {"alah", WORD_ALLAH}, {"ula", WORD_ALLAH}, {"ulah", WORD_ALLAH}, {"ola", WORD_ALLAH},
	{"alh", WORD_ALLAH}, {"lh", WORD_ALLAH}, {"elah", WORD_ALLAH}, {"ila", WORD_ALLAH},
	{"abu", WORD_KUNYA}, {"abi", WORD_KUNYA}, {"aba", WORD_KUNYA}, {"ebu", WORD_KUNYA}, {"um", WORD_KUNYA},
	{"bu", WORD_KUNYA},
	{"ulu", WORD_SON}, {"uli", WORD_SON}, {"ogli", WORD_SON}, {"oglu", WORD_SON}, {"ugli", WORD_SON},
	{"kizi", WORD_DAUGHTER}, {"gizi", WORD_DAUGHTER}, {"kizi", WORD_DAUGHTER},
	{"tegi", WORD_DESCENT}, {"tegin", WORD_DESCENT}, {"zoda", WORD_DESCENT}, {"zade", WORD_DESCENT},
	{"zada", WORD_DESCENT}, {"zadeh", WORD_DESCENT}, {"zadh", WORD_DESCENT},
	{"md", WORD_SHORT}, {"mohd", WORD_SHORT}, {"mhd", WORD_SHORT}, {"muhd", WORD_SHORT},
};

struct tail {
	const char *plain;
	enum match_ending ending;
	int least; /* sounds of root that must be left */
};

/* Longest first. Arabic script writes -ov as "uf" and -ova as "ufa", "uva". */
static const struct tail tails[] = {
	{"ievna", MATCH_ENDING_PATRONYMIC_F, 3}, {"ieviC", MATCH_ENDING_PATRONYMIC_M, 3},
	{"ovna", MATCH_ENDING_PATRONYMIC_F, 3}, {"evna", MATCH_ENDING_PATRONYMIC_F, 3},
	{"ouna", MATCH_ENDING_PATRONYMIC_F, 3}, {"euna", MATCH_ENDING_PATRONYMIC_F, 3},
	{"oviC", MATCH_ENDING_PATRONYMIC_M, 3}, {"eviC", MATCH_ENDING_PATRONYMIC_M, 3},
	{"ouiC", MATCH_ENDING_PATRONYMIC_M, 3}, {"euiC", MATCH_ENDING_PATRONYMIC_M, 3},
	{"eviz", MATCH_ENDING_PATRONYMIC_M, 3}, {"oviz", MATCH_ENDING_PATRONYMIC_M, 3},
	{"skaia", MATCH_ENDING_SURNAME_F, 3}, {"skii", MATCH_ENDING_SURNAME_M, 3},
	{"ski", MATCH_ENDING_SURNAME_M, 3}, {"ska", MATCH_ENDING_SURNAME_F, 3},
	{"ieva", MATCH_ENDING_SURNAME_F, 3}, {"iev", MATCH_ENDING_SURNAME_M, 3}, {"ief", MATCH_ENDING_SURNAME_M, 3},
	{"ova", MATCH_ENDING_SURNAME_F, 3}, {"eva", MATCH_ENDING_SURNAME_F, 3}, {"oua", MATCH_ENDING_SURNAME_F, 3},
	{"eua", MATCH_ENDING_SURNAME_F, 3},
	{"ov", MATCH_ENDING_SURNAME_M, 3}, {"ev", MATCH_ENDING_SURNAME_M, 3}, {"of", MATCH_ENDING_SURNAME_M, 3},
	{"ef", MATCH_ENDING_SURNAME_M, 3}, {"ou", MATCH_ENDING_SURNAME_M, 3}, {"eu", MATCH_ENDING_SURNAME_M, 3},
	{"zadeh", MATCH_ENDING_DESCENT, 3}, {"zoda", MATCH_ENDING_DESCENT, 3}, {"zade", MATCH_ENDING_DESCENT, 3},
	{"zada", MATCH_ENDING_DESCENT, 3}, {"zod", MATCH_ENDING_DESCENT, 3},
	{"tegin", MATCH_ENDING_DESCENT, 3}, {"tegi", MATCH_ENDING_DESCENT, 3}, {"ion", MATCH_ENDING_DESCENT, 5},
	{"uulu", MATCH_ENDING_PATRONYMIC_M, 3}, {"ulu", MATCH_ENDING_PATRONYMIC_M, 3},
	{"uli", MATCH_ENDING_PATRONYMIC_M, 3}, {"ogli", MATCH_ENDING_PATRONYMIC_M, 3},
	{"oglu", MATCH_ENDING_PATRONYMIC_M, 3}, {"ugli", MATCH_ENDING_PATRONYMIC_M, 3},
	{"kizi", MATCH_ENDING_PATRONYMIC_F, 3}, {"gizi", MATCH_ENDING_PATRONYMIC_F, 3},
	{"din", MATCH_ENDING_DESCENT_M, 5}, {"tin", MATCH_ENDING_DESCENT_M, 5}, {"dan", MATCH_ENDING_DESCENT_F, 5},
	{"tan", MATCH_ENDING_DESCENT_F, 5}, {"den", MATCH_ENDING_DESCENT_F, 5}, {"ten", MATCH_ENDING_DESCENT_F, 5},
};

static char plain_of(char sound)
{
	static const char from[] = "qGEwyXxcjTDH";
	static const char to[] = "kgauiChkJtdh";
	const char *at = strchr(from, sound);
	return sound != '\0' && at != NULL ? to[at - from] : sound;
}

int word_plain(const char *sounds, int length, char out_plain[WORD_PLAIN + 1])
{
	int count = 0;
	for (int i = 0; i < length && i < WORD_PLAIN; i++)
		out_plain[count++] = plain_of(sounds[i]);
	out_plain[count] = '\0';
	return count;
}

enum word_class word_classify(const char *sounds, int length)
{
	char plain[WORD_PLAIN + 1];
	if (length > LISTED_LONGEST)
		return WORD_NAME;
	word_plain(sounds, length, plain);
	for (size_t i = 0; i < sizeof listed_words / sizeof listed_words[0]; i++)
		if (strcmp(listed_words[i].plain, plain) == 0)
			return listed_words[i].class;
	return WORD_NAME;
}

enum match_ending word_ending(const char *sounds, int length, int *out_root_length)
{
	char plain[WORD_PLAIN + 1];
	int count = word_plain(sounds, length, plain);
	*out_root_length = length;
	for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
		int size = (int)strlen(tails[i].plain);
		if (count - size < tails[i].least || memcmp(plain + count - size, tails[i].plain, (size_t)size) != 0)
			continue;
		*out_root_length = length - size;
		return tails[i].ending;
	}
	return MATCH_ENDING_NONE;
}

int word_settle_abd(char *sounds, int length, bool *out_compound)
{
	char plain[WORD_PLAIN + 1];
	*out_compound = false;
	int count = word_plain(sounds, length, plain);
	if (count < 5 || memcmp(plain, "abd", 3) != 0)
		return length;
	int at = 3;
	if (sound_is_vowel(plain[at]))
		at++;
	if (plain[at] == 'l')
		at++;
	int rest = count - at;
	if (rest <= 2 && at == 5 && (rest == 0 || plain[at] == 'a' || plain[at] == 'h' || plain[at] == 'l')) {
		memcpy(sounds, "abdula", 6);
		*out_compound = true;
		return 6;
	}
	if (rest < 3 || (at == 3 && rest < 4))
		return length;
	memcpy(sounds, "abd", 3);
	memmove(sounds + 3, sounds + at, (size_t)rest);
	*out_compound = true;
	return 3 + rest;
}
