/* evidence_words.c - stems of what may not carry a rating, and the cutting of evidence into clauses. */
#include "areas/assessment/evidence_words.h"

/* Stems in small letters. A stem counts at the beginning of a word only. */
static const char *const PROTECTED[] = { "pray", "prayer", "mosque", "church", "worship", "fasts", "fasting", "ramadan", "ablution", "rosary", "quran",
	"koran", "bible", "religio", "convert", "beard", "hijab", "niqab", "headscarf", "headgear", "skullcap", "dress", "cloth", "trousers", "halal",
	"kosher", "diet", "pork", "vegetarian", "speaks arabic", "speaks ", "accent", "language", "reads ", "book", "leaflet of the mosque",
	"молит", "молён", "намаз", "мечет", "церк", "пост", "рамадан", "коран", "библи", "религи", "обратил", "принял ислам", "бород", "хиджаб", "никаб",
	"платк", "платок", "одежд", "одева", "штан", "халял", "свинин", "диет", "питани", "говорит на", "язык", "читает", "книг", "тюбетей",
	"صلا", "الصلا", "يصل", "تصل", "مسجد", "المسجد", "كنيس", "الكنيس", "صوم", "الصوم", "يصوم", "تصوم", "رمضان", "قرآن", "القرآن", "مصحف", "دين", "الدين",
	"لحي", "اللحي", "حجاب", "الحجاب", "نقاب", "النقاب", "لباس", "ملابس", "حلال", "لحم الخنزير", "طعام", "لغ", "اللغ", "كتاب", "كتب", "يقرأ", "تقرأ", NULL };
static const char *const SILENCE[] = { "refused the interview", "refused to be interviewed", "refuses the interview", "declined the interview",
	"declined to", "refused to talk", "refuses to talk", "refused to answer", "refused to speak", "did not answer", "said nothing", "says nothing",
	"is silent", "was silent", "kept silent", "remained silent", "silence", "would not talk",
	"отказался от бесед", "отказалась от бесед", "отказался отвеч", "отказалась отвеч", "отказался говор", "отказалась говор", "молчит", "молчал",
	"промолчал", "не ответил", "رفض المقابل", "رفضت المقابل", "رفض الكلام", "رفضت الكلام", "رفض الإجاب", "رفضت الإجاب", "صامت", "الصمت", "لم يجب",
	"لم تجب", NULL };
/* A clause that speaks of harm says more, wherever it was said. */
static const char *const HARM[] = { "kill", "die", "dead", "attack", "threat", "weapon", "bomb", "explos", "knife", "hit ", "beat", "fight", "violen",
	"recruit", "target", "hostage", "burn", "blood", "убив", "убь", "убит", "напад", "напал", "угро", "оруж", "бомб", "взрыв", "нож", "насил",
	"бит", "бил", "вербов", "мишен", "заложник", "смерт", "قتل", "يقتل", "تقتل", "موت", "هاجم", "هدد", "يهدد", "تهديد", "سلاح", "قنبل", "متفجر", "سكين", "ضرب",
	"عنف", "العنف", "تجنيد", "جنّد", "هدف", "رهين", NULL };
/* What ends a clause, beside a line. */
static const char *const BREAKS[] = { ".", ";", ",", "\n", "،", "؛", " and ", " but ", " и ", " но ", NULL };
/* Words that add nothing, so that "He prays." and "It is known that he prays" are the same. */
enum { CLAUSE_SHORTEST = 3 };

/* ASCII and Cyrillic; other scripts that matter here have no case. */
static struct text small(struct arena *arena, struct text text)
{
	char *copy = arena_string(arena, text);
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)copy[i], next = i + 1 < text.length ? (unsigned char)copy[i + 1] : 0;
		if (c >= 'A' && c <= 'Z') {
			copy[i] = (char)(c + 32);
		} else if (c == 0xD0 && next >= 0x90 && next <= 0x9F) {
			copy[++i] = (char)(next + 0x20);
		} else if (c == 0xD0 && next >= 0xA0 && next <= 0xAF) {
			copy[i++] = (char)0xD1;
			copy[i] = (char)(next - 0x20);
		} else if (c >= 0xC0) {
			i++; /* the rest of a character is no letter of its own */
		}
	}
	return text_make(copy, text.length);
}

static bool is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || c >= 0x80;
}

static bool names(struct text clause, const char *const *stems)
{
	for (; *stems; stems++) {
		struct text stem = text_from(*stems), rest = clause;
		size_t before = 0, found;
		while ((found = text_find(rest, stem)) != SIZE_MAX) {
			before += found;
			if (before == 0 || !is_letter((unsigned char)clause.data[before - 1]))
				return true;
			before += stem.length;
			rest = text_slice(clause, before, clause.length);
		}
	}
	return false;
}

/* The next clause of the rest; false at the end. */
static bool next_clause(struct text *rest, struct text *out_clause)
{
	size_t end = rest->length, after = rest->length;
	if (rest->length == 0)
		return false;
	for (const char *const *mark = BREAKS; *mark; mark++) {
		size_t found = text_find(*rest, text_from(*mark));
		if (found < end) {
			end = found;
			after = found + text_from(*mark).length;
		}
	}
	*out_clause = text_trim(text_slice(*rest, 0, end));
	*rest = text_slice(*rest, after, rest->length);
	return true;
}

static bool is_only(struct arena *arena, struct text evidence, const char *const *stems)
{
	struct text rest = small(arena, evidence), clause;
	bool any = false;
	while (next_clause(&rest, &clause)) {
		if (clause.length < CLAUSE_SHORTEST)
			continue;
		if (!names(clause, stems) || names(clause, HARM))
			return false;
		any = true;
	}
	return any;
}

bool evidence_is_only_protected(struct arena *arena, struct text evidence)
{
	return is_only(arena, evidence, PROTECTED);
}

bool evidence_is_only_silence(struct arena *arena, struct text evidence)
{
	return is_only(arena, evidence, SILENCE);
}
