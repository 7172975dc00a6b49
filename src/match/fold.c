/* fold.c - a name as written becomes typed parts spelt in sounds. */
#include "match/letters.h"
#include "match/romanise.h"
#include "match/sound.h"
#include "match/word.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

enum { PIECES = 24, RAW_WORD = 96 };

/* A word before it is known what it is. */
struct piece {
	char sounds[LETTERS_SOUNDS];
	int length;
	enum word_class class;
	enum match_script script;
	size_t from, to;
	bool hyphen, comma, mixed;
};

struct folding {
	struct text name;
	struct piece pieces[PIECES];
	int count;
	bool cut;
};

static bool is_word_point(uint32_t point)
{
	return u_isalnum((UChar32)point) || letters_is_apostrophe(point) || u_charType((UChar32)point) == U_NON_SPACING_MARK
		|| u_charType((UChar32)point) == U_FORMAT_CHAR || u_charType((UChar32)point) == U_COMBINING_SPACING_MARK
		|| point == 0x0640;
}

/* Compatibility forms composed, marks and invisible characters dropped, lower case. */
static void word_points(struct text raw, struct letters_word *out_word)
{
	UChar units[RAW_WORD], composed[RAW_WORD * 2];
	int32_t length = 0;
	size_t at = 0;
	uint32_t point;
	out_word->count = 0;
	while (length < RAW_WORD - 2 && text_next_code_point(raw, &at, &point))
		U16_APPEND_UNSAFE(units, length, point);
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
	int32_t count = unorm2_normalize(normalizer, units, length, composed, RAW_WORD * 2, &status);
	if (U_FAILURE(status))
		return;
	for (int32_t i = 0; i < count && out_word->count < LETTERS_WORD;) {
		uint32_t next = composed[i++];
		if (U16_IS_LEAD(next) && i < count && U16_IS_TRAIL(composed[i]))
			next = 0x10000 + ((next - 0xD800) << 10) + (composed[i++] - 0xDC00u);
		int8_t type = u_charType((UChar32)next);
		if (next == 0x0640 || type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR || type == U_ENCLOSING_MARK)
			continue;
		int digit = u_charDigitValue((UChar32)next);
		out_word->points[out_word->count++] = digit >= 0 ? (uint32_t)('0' + digit) : (uint32_t)u_tolower((UChar32)next);
	}
}

/* The script most letters have; letters of another that only look alike are put right. */
static bool word_settle_script(struct letters_word *word)
{
	int counts[4] = {0};
	for (int i = 0; i < word->count; i++)
		if (u_isalpha((UChar32)word->points[i]) && !letters_is_apostrophe(word->points[i]))
			counts[letters_script(word->points[i])]++;
	word->script = MATCH_SCRIPT_LATIN;
	for (enum match_script script = MATCH_SCRIPT_LATIN; script <= MATCH_SCRIPT_OTHER; script++)
		if (counts[script] > counts[word->script])
			word->script = script;
	bool mixed = counts[MATCH_SCRIPT_LATIN] > 0 && counts[MATCH_SCRIPT_CYRILLIC] > 0;
	for (int i = 0; mixed && i < word->count; i++) {
		uint32_t like = letters_script(word->points[i]) == word->script
			? 0 : letters_lookalike(word->points[i], word->script);
		if (like != 0)
			word->points[i] = like;
	}
	return mixed;
}

static const uint32_t alef = 0x0627, lam = 0x0644, heh = 0x0647, yeh = 0x064A;
/* Arabic al- at the start of a word, but not in Allah and Ilyas. */
static void word_drop_article(struct letters_word *word)
{
	const uint32_t *points = word->points;
	if (word->script != MATCH_SCRIPT_ARABIC || word->count < 5 || points[0] != alef || points[1] != lam)
		return;
	if (word->count == 5 && (points[2] == yeh || points[2] == 0x06CC) && points[3] == alef)
		return;
	if (points[2] == lam && points[3] == heh)
		return;
	word->count -= 2;
	memmove(word->points, word->points + 2, (size_t)word->count * sizeof word->points[0]);
}

/* "abuX" in one Arabic word is abu and X. True when the first three letters are to be a piece of their own. */
static bool word_opens_with_abu(const struct letters_word *word)
{
	const uint32_t *points = word->points;
	return word->script == MATCH_SCRIPT_ARABIC && word->count >= 7 && (points[0] == alef || points[0] == 0x0623)
		&& points[1] == 0x0628 && points[2] == 0x0648;
}

static void piece_add_word(struct folding *folding, struct letters_word *word, size_t from, size_t to)
{
	if (folding->count == PIECES) {
		folding->cut = true;
		return;
	}
	struct piece *piece = &folding->pieces[folding->count];
	memset(piece, 0, sizeof *piece);
	piece->from = from;
	piece->to = to;
	piece->mixed = word_settle_script(word);
	piece->script = word->script;
	word_drop_article(word);
	piece->length = word->script == MATCH_SCRIPT_OTHER ? romanise_word(word, piece->sounds)
		: letters_to_sounds(word, piece->sounds);
	if (piece->length == 0)
		return;
	piece->class = word_classify(piece->sounds, piece->length);
	folding->count++;
}

static void piece_add(struct folding *folding, size_t from, size_t to)
{
	struct letters_word word, head;
	word_points(text_slice(folding->name, from, to), &word);
	word.script = word.count > 0 ? letters_script(word.points[0]) : MATCH_SCRIPT_LATIN;
	if (word_opens_with_abu(&word)) {
		head = word;
		head.count = 3;
		piece_add_word(folding, &head, from, to);
		word.count -= 3;
		memmove(word.points, word.points + 3, (size_t)word.count * sizeof word.points[0]);
	}
	piece_add_word(folding, &word, from, to);
}

static void piece_mark(struct folding *folding, uint32_t point)
{
	if (folding->count == 0)
		return;
	struct piece *last = &folding->pieces[folding->count - 1];
	if (point == ',' || point == 0x060C)
		last->comma = true;
	else if (point == '-' || (point >= 0x2010 && point <= 0x2014))
		last->hyphen = true;
}

static size_t comment_end(struct text name, size_t at)
{
	size_t close = text_find_byte(text_slice(name, at, name.length), ')');
	return close == SIZE_MAX ? at : at + close + 1;
}

/* Cuts words at what is no letter and at a capital after a small letter (names written together). */
static void pieces_split(struct folding *folding, bool comments)
{
	struct text name = folding->name;
	size_t at = 0, start = SIZE_MAX;
	uint32_t point, before = 0;
	for (;;) {
		size_t here = at;
		bool more = text_next_code_point(name, &at, &point);
		bool word = more && is_word_point(point);
		bool capital = word && start != SIZE_MAX && u_isUUppercase((UChar32)point) && u_isULowercase((UChar32)before);
		if (start != SIZE_MAX && (!word || capital)) {
			piece_add(folding, start, here);
			if (capital)
				piece_mark(folding, '-');
			start = SIZE_MAX;
		}
		if (!more)
			return;
		if (word && start == SIZE_MAX)
			start = here;
		if (!word)
			piece_mark(folding, point);
		if (!word && point == '(' && comments)
			at = comment_end(name, at);
		before = point;
	}
}

/* ---- Pieces to parts ---- */

struct joining {
	const struct folding *folding;
	struct match_name *name;
};

static struct match_part *part_add(struct joining *joining, const struct piece *piece, enum match_part_kind kind)
{
	struct match_name *name = joining->name;
	if (name->count == MATCH_PARTS) {
		name->flags |= MATCH_NAME_CUT;
		return NULL;
	}
	struct match_part *part = &name->parts[name->count++];
	memset(part, 0, sizeof *part);
	part->kind = (uint8_t)kind;
	part->script = (uint8_t)piece->script;
	part->hyphen = piece->hyphen;
	part->offset = (uint16_t)piece->from;
	part->bytes = (uint16_t)(piece->to - piece->from);
	if (piece->mixed)
		name->flags |= MATCH_NAME_MIXED;
	return part;
}

static void part_spell(struct match_part *part, const char *sounds, int length)
{
	for (int i = 0; i < length && part->length < MATCH_SOUNDS; i++) {
		if (part->length > 0 && part->sounds[part->length - 1] == sounds[i])
			continue;
		part->sounds[part->length++] = sounds[i];
	}
}

static void part_cover(struct match_part *part, const struct piece *piece)
{
	size_t from = part->offset, to = (size_t)part->offset + part->bytes;
	from = piece->from < from ? piece->from : from;
	to = piece->to > to ? piece->to : to;
	part->offset = (uint16_t)from;
	part->bytes = (uint16_t)(to - from);
	part->hyphen = piece->hyphen;
}

/* Next piece after at that is no article; -1 when there is none. */
static int next_word(const struct joining *joining, int at)
{
	for (int i = at + 1; i < joining->folding->count; i++) {
		const struct piece *piece = &joining->folding->pieces[i];
		if (piece->class == WORD_ARTICLE || (piece->class == WORD_ASSIMILATED && i == at + 1))
			continue;
		return i;
	}
	return -1;
}

/* What abd belongs to: the next word that is a name. */
static int abd_target(const struct joining *joining, int at)
{
	int target = next_word(joining, at);
	if (target >= 0 && word_is_particle(joining->folding->pieces[target].class))
		return -1;
	return target;
}

static void spell_name(struct match_part *part, const struct piece *piece)
{
	char sounds[LETTERS_SOUNDS];
	bool compound;
	memcpy(sounds, piece->sounds, sizeof sounds);
	int length = piece->length;
	if (part->length == 0)
		length = word_settle_abd(sounds, length, &compound);
	else
		compound = false;
	if (compound && part->kind == MATCH_PART_NAME)
		part->kind = MATCH_PART_COMPOUND;
	part_spell(part, sounds, length);
}

/* abd + X, X + din, X + allah, starting at piece at, into part; returns the last piece used. */
static int join_compound(struct joining *joining, int at, struct match_part *part)
{
	const struct piece *pieces = joining->folding->pieces;
	int last = at;
	if (pieces[at].class == WORD_ABD) {
		int target = abd_target(joining, at);
		if (target >= 0 && pieces[target].class == WORD_ALLAH) {
			part_spell(part, "abdula", 6);
		} else if (target >= 0) {
			part_spell(part, "abd", 3);
			part_spell(part, pieces[target].sounds, pieces[target].length);
		} else {
			part_spell(part, pieces[at].sounds, pieces[at].length);
		}
		if (target >= 0) {
			part->kind = part->kind == MATCH_PART_KUNYA ? part->kind : MATCH_PART_COMPOUND;
			part_cover(part, &pieces[target]);
			last = target;
		}
	} else {
		spell_name(part, &pieces[at]);
	}
	int follows = next_word(joining, last);
	if (follows < 0 || pieces[last].comma)
		return last;
	if (pieces[follows].class == WORD_DIN || (pieces[follows].class == WORD_ALLAH && pieces[last].length > 2)) {
		const char *tail = pieces[follows].class == WORD_DIN ? "udin" : "ula";
		part_spell(part, tail, (int)strlen(tail));
		part_cover(part, &pieces[follows]);
		part->kind = part->kind == MATCH_PART_KUNYA ? part->kind : MATCH_PART_COMPOUND;
		last = follows;
	}
	return last;
}

static int join_kunya(struct joining *joining, int at)
{
	const struct piece *pieces = joining->folding->pieces;
	int target = next_word(joining, at);
	bool alone = target < 0 || word_is_particle(pieces[target].class) || pieces[at].comma;
	struct match_part *part = part_add(joining, &pieces[at], alone ? MATCH_PART_NAME : MATCH_PART_KUNYA);
	if (part == NULL)
		return at;
	if (alone) {
		spell_name(part, &pieces[at]);
		return at;
	}
	part_spell(part, pieces[at].length == 2 ? "um" : "abu", pieces[at].length == 2 ? 2 : 3);
	part_cover(part, &pieces[target]);
	return join_compound(joining, target, part);
}

/* "Zhakshylyk uulu": the word after the father's name becomes his ending. */
static void end_before(struct joining *joining, const struct piece *piece)
{
	static const uint8_t endings[] = {[WORD_SON] = MATCH_ENDING_PATRONYMIC_M,
		[WORD_DAUGHTER] = MATCH_ENDING_PATRONYMIC_F, [WORD_DESCENT] = MATCH_ENDING_DESCENT};
	struct match_name *name = joining->name;
	if (name->count == 0)
		return;
	struct match_part *last = &name->parts[name->count - 1];
	last->ending = endings[piece->class];
	part_cover(last, piece);
}

/* A comma tore a compound apart: "HAKIM MURAD, ABDUL" is Abdul Hakim Murad. */
static void prefix_abd(struct match_part *part)
{
	struct match_part rest = *part;
	part->length = 0;
	part->kind = MATCH_PART_COMPOUND;
	part_spell(part, "abd", 3);
	part_spell(part, rest.sounds, rest.length);
}

/* A part of its own that joins nothing: particle or title. */
static void add_particle(struct joining *joining, const struct piece *piece, enum match_part_kind kind)
{
	struct match_part *part = part_add(joining, piece, kind);
	if (part == NULL)
		return;
	part_spell(part, piece->sounds, piece->length);
	if (kind == MATCH_PART_PARTICLE)
		part->ending = piece->class == WORD_SON_OF ? MATCH_ENDING_PATRONYMIC_M
			: piece->class == WORD_DAUGHTER_OF ? MATCH_ENDING_PATRONYMIC_F : MATCH_ENDING_NONE;
}

static int join_piece(struct joining *joining, int at)
{
	const struct piece *piece = &joining->folding->pieces[at];
	bool last = at + 1 == joining->folding->count;
	struct match_part *part;
	switch (piece->class) {
	case WORD_ARTICLE:
		if (last && joining->name->count == 0)
			break;
		return at;
	case WORD_ASSIMILATED:
		if (!piece->hyphen || last)
			break;
		return at;
	case WORD_PARTICLE:
	case WORD_SON_OF:
	case WORD_DAUGHTER_OF:
		if (joining->folding->count == 1)
			break;
		add_particle(joining, piece, MATCH_PART_PARTICLE);
		return at;
	case WORD_TITLE:
		add_particle(joining, piece, MATCH_PART_TITLE);
		return at;
	case WORD_SON:
	case WORD_DAUGHTER:
	case WORD_DESCENT:
		if (joining->name->count == 0)
			break;
		end_before(joining, piece);
		return at;
	case WORD_KUNYA:
		if (piece->length == 2 && !last && piece->script == MATCH_SCRIPT_LATIN && !piece->hyphen && piece->sounds[0] == 'b')
			break;
		return join_kunya(joining, at);
	case WORD_SHORT:
		part = part_add(joining, piece, MATCH_PART_NAME);
		if (part != NULL)
			part_spell(part, "muHamad", 7);
		return at;
	case WORD_NAME:
	case WORD_ABD:
	case WORD_DIN:
	case WORD_ALLAH:
		break;
	}
	if (piece->class == WORD_ABD && last && at > 0 && joining->folding->pieces[at - 1].comma
		&& joining->name->count > 0) {
		prefix_abd(&joining->name->parts[0]);
		return at;
	}
	bool initial = piece->length == 1 && piece->script != MATCH_SCRIPT_ARABIC;
	part = part_add(joining, piece, initial ? MATCH_PART_INITIAL : MATCH_PART_NAME);
	return part == NULL ? at : join_compound(joining, at, part);
}

static void parts_finish(struct match_name *name)
{
	bool named = false;
	for (int i = 0; i < name->count; i++)
		named = named || name->parts[i].kind <= MATCH_PART_KUNYA;
	for (int i = 0; i < name->count; i++) {
		struct match_part *part = &name->parts[i];
		/* Nothing but titles: then they are what he is called. */
		if (!named && part->kind == MATCH_PART_TITLE)
			part->kind = MATCH_PART_NAME;
		int root = part->length;
		if (part->ending == MATCH_ENDING_NONE && part->kind <= MATCH_PART_COMPOUND)
			part->ending = (uint8_t)word_ending(part->sounds, part->length, &root);
		part->root_length = (uint8_t)root;
	}
}

void match_fold(struct text name, struct match_name *out_name)
{
	struct folding folding;
	memset(out_name, 0, sizeof *out_name);
	folding.count = 0;
	folding.cut = name.length > UINT16_MAX;
	folding.name = text_slice(name, 0, UINT16_MAX);
	pieces_split(&folding, true);
	if (folding.count == 0)
		pieces_split(&folding, false);
	struct joining joining = {.folding = &folding, .name = out_name};
	for (int i = 0; i < folding.count; i++)
		i = join_piece(&joining, i);
	if (folding.cut)
		out_name->flags |= MATCH_NAME_CUT;
	parts_finish(out_name);
}
