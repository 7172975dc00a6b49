/* import_codes.c - sex, citizenship, file numbers, institutions, beds and regimes as old registers write them. */
#include "areas/custody/import_cells.h"

#include "base/builder.h"

static bool is_digit(uint32_t letter)
{
	return letter >= '0' && letter <= '9';
}

static bool is_letter(uint32_t letter)
{
	return cell_lower(letter) != cell_upper(letter);
}

static bool is_one_of(struct text text, const char *const *words)
{
	for (; *words; words++)
		if (text_equal_string(text, *words))
			return true;
	return false;
}

char cell_sex(struct arena *arena, struct text text)
{
	static const char *const MAN[] = { "м", "муж", "муж.", "мужской", "мужчина", "m", "male", NULL };
	static const char *const WOMAN[] = { "ж", "жен", "жен.", "женский", "женщина", "f", "female", NULL };
	struct text folded = cell_fold(arena, text);
	if (is_one_of(folded, MAN))
		return 'M';
	return is_one_of(folded, WOMAN) ? 'F' : 0;
}

struct cell_country cell_country(struct arena *arena, struct text text)
{
	/* Short forms are whole words, long ones beginnings, so that cases of declension fit. */
	static const struct { const char *word, *code; bool begins; } COUNTRIES[] = {
		{ "рк", "KZ", false }, { "казах", "KZ", true }, { "республика казах", "KZ", true }, { "қазақ", "KZ", true },
		{ "кр", "KG", false }, { "кыргыз", "KG", true }, { "киргиз", "KG", true }, { "рт", "TJ", false }, { "таджик", "TJ", true },
		{ "тожик", "TJ", true }, { "руз", "UZ", false }, { "узбек", "UZ", true }, { "рф", "RU", false }, { "росси", "RU", true },
		{ "ира", "AF", false }, { "афган", "AF", true }, { "иран", "IR", true }, { "ири", "IR", false }, { "турци", "TR", true },
		{ "туркмен", "TM", true }, { "азербай", "AZ", true }, { "беларус", "BY", true }, { "украин", "UA", true },
		{ "китай", "CN", true }, { "кнр", "CN", false }, { "монгол", "MN", true }, { "пакистан", "PK", true }, { "груз", "GE", true },
		{ "армен", "AM", true } };
	static const struct { const char *iso3, *code; } ISO3[] = { { "KAZ", "KZ" }, { "KGZ", "KG" }, { "TJK", "TJ" }, { "UZB", "UZ" },
		{ "RUS", "RU" }, { "AFG", "AF" }, { "TUR", "TR" }, { "TKM", "TM" }, { "IRN", "IR" }, { "CHN", "CN" }, { "UK", "GB" },
		{ "ENG", "GB" } };
	static const char *const STATELESS[] = { "лбг", "б/г", "без гражданства", "бг", "апатрид", NULL };
	text = cell_spaces(arena, text, false);
	if (cell_is_nothing(text))
		return (struct cell_country){ .state = CELL_EMPTY };
	for (size_t i = 0; i < sizeof ISO3 / sizeof *ISO3; i++)
		if (text_equal_ignoring_case(text, text_from(ISO3[i].iso3)))
			return (struct cell_country){ .state = CELL_READ, .code = ISO3[i].code };
	struct text folded = cell_fold(arena, text);
	if (is_one_of(folded, STATELESS))
		return (struct cell_country){ .state = CELL_READ, .stateless = true };
	if (text_starts_with(folded, TEXT_OF("гр.")))
		folded = text_trim(text_slice(folded, TEXT_OF("гр.").length, SIZE_MAX));
	for (size_t i = 0; i < sizeof COUNTRIES / sizeof *COUNTRIES; i++)
		if (COUNTRIES[i].begins ? text_starts_with(folded, text_from(COUNTRIES[i].word)) : text_equal_string(folded, COUNTRIES[i].word))
			return (struct cell_country){ .state = CELL_READ, .code = COUNTRIES[i].code };
	return (struct cell_country){ .state = CELL_UNREADABLE };
}

/* ---- numbers on paper ---- */

/* Digits, and each kind of stroke as one sign: '-' for dashes, '/' for slashes. Numero signs and spaces go. */
static bool plain_number(struct arena *arena, struct text text, struct text *out)
{
	struct builder builder;
	size_t offset = 0;
	uint32_t letter;
	builder_begin(&builder, arena, text.length + 1);
	while (text_next_code_point(text, &offset, &letter)) {
		if (is_digit(letter) || letter == '-' || letter == '/')
			builder_add_code_point(&builder, letter);
		else if (letter == 0x2116 || letter == ' ' || letter == 0xA0 || (letter == 'N' && builder.length == 0))
			continue;
		else if (letter >= 0x2010 && letter <= 0x2015)
			builder_add_byte(&builder, '-');
		else if (letter == '\\')
			builder_add_byte(&builder, '/');
		else
			return false;
	}
	*out = builder_text(&builder);
	return true;
}

static bool cut_number(struct text *rest, size_t minimum, size_t maximum, char stop, struct text *out_digits)
{
	size_t length = 0;
	while (length < rest->length && is_digit((unsigned char)rest->data[length]))
		length++;
	if (length < minimum || length > maximum || (stop ? length >= rest->length || rest->data[length] != stop : length != rest->length))
		return false;
	*out_digits = text_slice(*rest, 0, length);
	*rest = text_slice(*rest, length + (stop ? 1 : 0), SIZE_MAX);
	return true;
}

struct cell_code cell_file_number(struct arena *arena, struct text text)
{
	struct cell_code code = { .state = CELL_EMPTY, .text = text_empty() };
	struct text plain, place, year, number;
	text = text_trim(text);
	if (cell_is_nothing(text))
		return code;
	code.state = CELL_UNREADABLE;
	code.text = text;
	if (!plain_number(arena, text, &plain))
		return code;
	if (!cut_number(&plain, 1, 4, '-', &place) || !cut_number(&plain, 4, 4, '/', &year) || !cut_number(&plain, 1, 8, 0, &number))
		return code;
	int64_t running = 0;
	text_to_integer(number, &running);
	code.state = CELL_READ;
	code.text = arena_format(arena, "%.*s-%.*s/%04lld", TEXT_FORMAT(place), TEXT_FORMAT(year), (long long)running);
	if (!text_equal(code.text, text))
		code.rule = N_("The file number is written in the usual way");
	return code;
}

struct cell_code cell_verdict(struct arena *arena, struct text text)
{
	struct cell_code code = { .state = CELL_EMPTY, .text = text_empty() };
	struct text plain, kind, number, year;
	text = cell_spaces(arena, text, false);
	if (cell_is_nothing(text))
		return code;
	code = (struct cell_code){ .state = CELL_READ, .text = text };
	if (!plain_number(arena, text, &plain) || !cut_number(&plain, 1, 2, '-', &kind) || !cut_number(&plain, 1, 6, '/', &number) ||
		!cut_number(&plain, 2, 4, 0, &year) || year.length == 3)
		return code; /* courts number as they like: what is not this form stays as written */
	code.text = arena_format(arena, "%.*s-%.*s/%s%.*s", TEXT_FORMAT(kind), TEXT_FORMAT(number), year.length == 2 ? "20" : "", TEXT_FORMAT(year));
	if (!text_equal(code.text, text))
		code.rule = N_("The verdict number is written in the usual way");
	return code;
}

/* ---- institutions ---- */

struct text cell_latin(struct arena *arena, struct text text)
{
	static const char *const LATIN[] = { "A", "B", "V", "G", "D", "E", "ZH", "Z", "I", "Y", "K", "L", "M", "N", "O", "P", "R", "S", "T", "U",
		"F", "KH", "TS", "CH", "SH", "SHCH", "", "Y", "", "E", "YU", "YA" };
	struct builder builder;
	size_t offset = 0;
	uint32_t letter;
	builder_begin(&builder, arena, text.length + 1);
	while (text_next_code_point(text, &offset, &letter)) {
		uint32_t upper = cell_upper(letter);
		if (upper >= 0x410 && upper <= 0x42F)
			builder_add_string(&builder, LATIN[upper - 0x410]);
		else if (is_digit(letter) || letter == '-' || letter == '/' || letter == '_' || (letter < 0x80 && is_letter(letter)))
			builder_add_code_point(&builder, upper);
		else if (letter == ' ' || letter == '.')
			builder_add_byte(&builder, '_');
	}
	return builder_text(&builder);
}

static struct text first_digits(struct text text)
{
	size_t from = 0;
	while (from < text.length && !is_digit((unsigned char)text.data[from]))
		from++;
	size_t to = from;
	while (to < text.length && is_digit((unsigned char)text.data[to]))
		to++;
	return text_slice(text, from, to);
}

/* A word of its own: no letter before or after. */
static bool has_word(struct text text, const char *word)
{
	size_t at = text_find(text, text_from(word));
	if (at == SIZE_MAX)
		return false;
	size_t after = at + text_from(word).length;
	bool free_before = at == 0 || (unsigned char)text.data[at - 1] < 0x80;
	return free_before && (after >= text.length || (unsigned char)text.data[after] < 0x80);
}

struct cell_code cell_institution(struct arena *arena, struct text text)
{
	static const struct { const char *word, *kind; } KINDS[] = { { "сизо", "СИЗО" }, { "жк", "ЖК" }, { "ик", "ИК" }, { "ік", "ИК" } };
	struct cell_code code = { .state = CELL_EMPTY, .text = text_empty() };
	text = cell_spaces(arena, text, false);
	if (cell_is_nothing(text))
		return code;
	code = (struct cell_code){ .state = CELL_UNREADABLE, .text = text };
	struct text folded = cell_fold(arena, text), number = first_digits(folded);
	/* The Latin I of "IK-71" folds to the Cyrillic letter that looks like it. */
	bool lost = number.length == 0 || cell_has_lost_letters(folded);
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS && !lost; i++)
		if (has_word(folded, KINDS[i].word)) {
			code.state = CELL_READ;
			code.text = arena_format(arena, "%s-%.*s", KINDS[i].kind, TEXT_FORMAT(number));
			if (!text_equal(code.text, text))
				code.rule = N_("The institution is named by its code");
			return code;
		}
	return code;
}

/* ---- units and cells ---- */

/* Pieces of a cell such as "отр.3 секц.2": a number, with the word before it or after it. */
struct bed_parts { struct text unit, section, room, bare, after_slash; };

static bool word_is(struct text word, const char *beginning)
{
	return text_starts_with(word, text_from(beginning));
}

static void bed_number(struct bed_parts *parts, struct text word, struct text number, bool slash)
{
	if (slash)
		parts->after_slash = number;
	else if (word_is(word, "отр"))
		parts->unit = number;
	else if (word_is(word, "секц"))
		parts->section = number;
	else if (word_is(word, "кам") || text_equal_string(word, "к"))
		parts->room = number;
	else
		parts->bare = number;
}

static struct bed_parts bed_parts(struct arena *arena, struct text folded)
{
	struct bed_parts parts = { text_empty(), text_empty(), text_empty(), text_empty(), text_empty() };
	struct text word = text_empty();
	size_t at = 0;
	bool slash = false;
	while (at < folded.length) {
		size_t from = at;
		uint32_t letter;
		text_next_code_point(folded, &at, &letter);
		bool digit = is_digit(letter), lettered = is_letter(letter);
		if (!digit && !lettered) {
			slash = letter == '/';
			continue;
		}
		size_t to = at;
		while (text_next_code_point(folded, &at, &letter) && (digit ? is_digit(letter) : is_letter(letter)))
			to = at;
		at = to;
		struct text piece = text_slice(folded, from, to);
		if (digit) {
			bed_number(&parts, word, piece, slash);
			word = text_empty();
		} else if (word_is(piece, "отряд") && parts.bare.length > 0 && parts.unit.length == 0) {
			parts.unit = parts.bare; /* "3 отряд" */
			parts.bare = text_empty();
		} else {
			/* "Д-1": one letter before the hyphen belongs to the number. */
			bool part = piece.length <= 2 && to < folded.length && folded.data[to] == '-' && !text_equal_string(piece, "к");
			word = part ? arena_copy(arena, TEXT_OF("часть")) : piece;
		}
		slash = false;
	}
	return parts;
}

/* Room codes with a letter before a hyphen: "Д-1", "М-2", "К-3". */
static bool lettered_room(struct arena *arena, struct text text, struct text *out_code)
{
	for (size_t at = 0; at + 3 < text.length; at++) {
		struct text letter = text_slice(text, at, at + 2);
		bool before = at == 0 || (unsigned char)text.data[at - 1] < 0x80;
		if (before && (unsigned char)text.data[at] >= 0xD0 && text.data[at + 2] == '-' && is_digit((unsigned char)text.data[at + 3])) {
			size_t offset = 0;
			uint32_t point;
			text_next_code_point(letter, &offset, &point);
			struct builder builder;
			builder_begin(&builder, arena, 8);
			builder_add_code_point(&builder, cell_upper(point));
			builder_add_byte(&builder, '-');
			builder_add(&builder, first_digits(text_slice(text, at + 3, SIZE_MAX)));
			*out_code = builder_text(&builder);
			return true;
		}
	}
	return false;
}

struct cell_bed cell_bed(struct arena *arena, struct text text)
{
	struct cell_bed bed = { .state = CELL_READ, .kind = BED_ROOM, .code = text_empty() };
	struct text folded = cell_fold(arena, cell_spaces(arena, text, false));
	if (cell_is_nothing(text) || word_is(folded, "убыл") || word_is(folded, "осв")) {
		bed.kind = BED_GONE;
		return bed;
	}
	if (lettered_room(arena, folded, &bed.code))
		return bed;
	struct bed_parts parts = bed_parts(arena, folded);
	struct text section = parts.section.length ? parts.section : parts.after_slash;
	struct text unit = parts.unit.length ? parts.unit : parts.after_slash.length ? parts.bare : text_empty();
	if (parts.room.length > 0) {
		bed.code = parts.room;
	} else if (unit.length > 0) {
		bed.kind = section.length ? BED_ROOM : BED_UNIT;
		bed.code = section.length ? arena_format(arena, "%.*s-%.*s", TEXT_FORMAT(unit), TEXT_FORMAT(section)) : unit;
	} else if (parts.bare.length > 0) {
		bed.code = parts.bare;
	} else {
		bed.state = CELL_UNREADABLE;
		bed.code = cell_spaces(arena, text, false);
	}
	return bed;
}

enum regime cell_regime(struct arena *arena, struct text text)
{
	struct text folded = cell_fold(arena, text);
	if (word_is(folded, "стр"))
		return REGIME_STRICT;
	if (word_is(folded, "общ"))
		return REGIME_GENERAL;
	if (word_is(folded, "особ"))
		return REGIME_SPECIAL;
	return word_is(folded, "сизо") || word_is(folded, "следств") ? REGIME_REMAND : REGIME_NONE;
}
