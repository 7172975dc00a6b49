/* import_cells.c - letters, spaces and names of old registers; see import_cells.h. */
#include "areas/custody/import_cells.h"

#include "base/builder.h"

/* ---- letters ---- */

/* Pairs of capital and small letter that stand next to each other: capital even (or odd in the second range). */
static bool is_paired_even(uint32_t letter)
{
	return (letter >= 0x460 && letter <= 0x481) || (letter >= 0x48A && letter <= 0x4BF) || (letter >= 0x4D0 && letter <= 0x52F);
}

static bool is_paired_odd(uint32_t letter)
{
	return letter >= 0x4C1 && letter <= 0x4CE;
}

uint32_t cell_lower(uint32_t letter)
{
	if (letter >= 'A' && letter <= 'Z')
		return letter + 0x20;
	if (letter >= 0x410 && letter <= 0x42F)
		return letter + 0x20;
	if (letter >= 0x400 && letter <= 0x40F)
		return letter + 0x50;
	if (is_paired_even(letter) && letter % 2 == 0)
		return letter + 1;
	if (is_paired_odd(letter) && letter % 2 == 1)
		return letter + 1;
	return letter == 0x4C0 ? 0x4CF : letter;
}

uint32_t cell_upper(uint32_t letter)
{
	if (letter >= 'a' && letter <= 'z')
		return letter - 0x20;
	if (letter >= 0x430 && letter <= 0x44F)
		return letter - 0x20;
	if (letter >= 0x450 && letter <= 0x45F)
		return letter - 0x50;
	if (is_paired_even(letter) && letter % 2 == 1)
		return letter - 1;
	if (is_paired_odd(letter) && letter % 2 == 0)
		return letter - 1;
	return letter == 0x4CF ? 0x4C0 : letter;
}

static bool is_cyrillic(uint32_t letter)
{
	return letter >= 0x400 && letter <= 0x52F;
}

static bool is_latin(uint32_t letter)
{
	return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= 0xC0 && letter <= 0x24F) ||
		(letter >= 0x1E00 && letter <= 0x1EFF);
}

static bool is_arabic(uint32_t letter)
{
	return (letter >= 0x600 && letter <= 0x6FF) || (letter >= 0x750 && letter <= 0x77F) || (letter >= 0xFB50 && letter <= 0xFEFC);
}

static bool is_space(uint32_t letter)
{
	return letter == ' ' || letter == '\t' || letter == 0xA0 || (letter >= 0x2000 && letter <= 0x200B) || letter == 0x202F ||
		letter == 0x205F || letter == 0x3000 || letter == 0xFEFF;
}

/* The Cyrillic letter that a Latin one looks like, in the same case; 0 when there is none. */
static uint32_t look_alike(uint32_t letter)
{
	static const struct { uint32_t latin, cyrillic; } PAIRS[] = { { 'A', 0x410 }, { 'B', 0x412 }, { 'C', 0x421 }, { 'E', 0x415 },
		{ 'H', 0x41D }, { 'I', 0x406 }, { 'K', 0x41A }, { 'M', 0x41C }, { 'O', 0x41E }, { 'P', 0x420 }, { 'T', 0x422 },
		{ 'X', 0x425 }, { 'Y', 0x423 }, { 'a', 0x430 }, { 'c', 0x441 }, { 'e', 0x435 }, { 'i', 0x456 }, { 'o', 0x43E },
		{ 'p', 0x440 }, { 'x', 0x445 }, { 'y', 0x443 } };
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (PAIRS[i].latin == letter)
			return PAIRS[i].cyrillic;
	return 0;
}

/* ---- text ---- */

struct text cell_lower_text(struct arena *arena, struct text text)
{
	struct builder builder;
	size_t offset = 0;
	uint32_t letter;
	builder_begin(&builder, arena, text.length + 1);
	while (text_next_code_point(text, &offset, &letter))
		builder_add_code_point(&builder, cell_lower(letter));
	return builder_text(&builder);
}

struct text cell_fold(struct arena *arena, struct text text)
{
	struct builder builder;
	size_t offset = 0;
	uint32_t letter;
	builder_begin(&builder, arena, text.length + 1);
	while (text_next_code_point(text, &offset, &letter)) {
		uint32_t alike = look_alike(letter) ? look_alike(letter) : look_alike(cell_upper(letter));
		letter = is_space(letter) ? ' ' : cell_lower(alike ? alike : letter);
		builder_add_code_point(&builder, letter == 0x451 ? 0x435 : letter); /* ё as е */
	}
	return text_trim(builder_text(&builder));
}

struct text cell_spaces(struct arena *arena, struct text text, bool lines)
{
	struct builder builder;
	size_t offset = 0;
	uint32_t letter;
	bool gap = false;
	builder_begin(&builder, arena, text.length + 1);
	while (text_next_code_point(text, &offset, &letter)) {
		if (letter == '\r')
			continue;
		if (is_space(letter) || (letter == '\n' && !lines)) {
			gap = true;
			continue;
		}
		if (gap && builder.length > 0 && letter != '\n')
			builder_add_byte(&builder, ' ');
		gap = false;
		builder_add_code_point(&builder, letter);
	}
	return text_trim(builder_text(&builder));
}

bool cell_is_nothing(struct text text)
{
	static const char *const NOTHING[] = { "", "-", "--", "---", "–", "—", "н/д", "Н/Д", "нет данных", "n/a", "N/A", "x", NULL };
	text = text_trim(text);
	for (size_t i = 0; NOTHING[i]; i++)
		if (text_equal_string(text, NOTHING[i]))
			return true;
	return false;
}

bool cell_has_lost_letters(struct text text)
{
	size_t offset = 0;
	uint32_t letter;
	while (text_next_code_point(text, &offset, &letter))
		if (letter == '?' || letter == 0xFFFD)
			return true;
	return false;
}

/* ---- names ---- */

struct letters { size_t cyrillic, latin, arabic, upper, lower, alike, all; };

static struct letters count_letters(struct text text)
{
	struct letters count = { 0 };
	size_t offset = 0;
	uint32_t letter;
	while (text_next_code_point(text, &offset, &letter)) {
		bool latin = is_latin(letter), cyrillic = is_cyrillic(letter), arabic = is_arabic(letter);
		count.cyrillic += cyrillic;
		count.latin += latin;
		count.arabic += arabic;
		count.alike += latin && look_alike(letter) != 0;
		count.upper += letter != cell_lower(letter);
		count.lower += letter != cell_upper(letter);
		count.all += latin || cyrillic || arabic;
	}
	return count;
}

/* "уулу", "кызы" and their like are written small inside a name. */
static bool is_particle(struct text folded)
{
	static const char *const PARTICLES[] = { "уулу", "кызы", "қызы", "оглы", "оглу", "угли", "ўғли", "кизи", "қизи", "улы", "ұлы", "бин", NULL };
	for (size_t i = 0; PARTICLES[i]; i++)
		if (text_equal_string(folded, PARTICLES[i]))
			return true;
	return false;
}

/* Every part between spaces and hyphens with a capital at its head, particles small. */
static struct text as_name(struct arena *arena, struct text text)
{
	struct builder builder;
	builder_begin(&builder, arena, text.length + 1);
	struct text rest = text, word;
	while (text_next(&rest, ' ', &word)) {
		struct text lower = cell_lower_text(arena, word);
		bool small = builder.length > 0 && is_particle(lower), head = true;
		size_t offset = 0;
		uint32_t letter;
		if (builder.length > 0)
			builder_add_byte(&builder, ' ');
		while (text_next_code_point(lower, &offset, &letter)) {
			builder_add_code_point(&builder, head && !small ? cell_upper(letter) : letter);
			head = letter == '-';
		}
	}
	return builder_text(&builder);
}

static struct text without_look_alikes(struct arena *arena, struct text text)
{
	struct builder builder;
	size_t offset = 0;
	uint32_t letter;
	builder_begin(&builder, arena, text.length + 1);
	while (text_next_code_point(text, &offset, &letter))
		builder_add_code_point(&builder, look_alike(letter) ? look_alike(letter) : letter);
	return builder_text(&builder);
}

static const char *script_of(const struct letters *count)
{
	if (count->cyrillic >= count->latin && count->cyrillic > 0)
		return "Cyrl";
	if (count->latin > 0)
		return "Latn";
	return count->arabic > 0 ? "Arab" : "other";
}

static const char *name_rule(unsigned faults)
{
	if (faults & NAME_LOOK_ALIKE)
		return N_("Latin letters that look like Cyrillic ones are replaced");
	if (faults & NAME_CAPITALS)
		return N_("Capitals are written as a name");
	if (faults & NAME_SMALL)
		return N_("Small letters are written as a name");
	return faults & NAME_SPACES ? N_("Needless spaces are left out") : NULL;
}

struct cell_name cell_name(struct arena *arena, struct text text)
{
	struct cell_name name = { .state = CELL_EMPTY, .text = cell_spaces(arena, text, false), .script = "other" };
	if (cell_is_nothing(name.text)) {
		name.text = text_empty();
		return name;
	}
	name.state = CELL_READ;
	if (!text_equal(name.text, text_trim(text)))
		name.faults |= NAME_SPACES;
	struct letters count = count_letters(name.text);
	if (count.cyrillic > 0 && count.latin > 0) {
		name.faults |= count.alike == count.latin ? NAME_LOOK_ALIKE : NAME_MIXED;
		if (name.faults & NAME_LOOK_ALIKE)
			name.text = without_look_alikes(arena, name.text);
		count = count_letters(name.text);
	}
	/* A name that lost letters ("?алиев") may only look as if it were written small. */
	if (cell_has_lost_letters(name.text))
		name.faults |= NAME_LOST;
	else if (count.all > 1 && count.upper == count.all && text_find_byte(name.text, '.') == SIZE_MAX)
		name.faults |= NAME_CAPITALS;
	else if (count.all > 1 && count.lower == count.all)
		name.faults |= NAME_SMALL;
	if (name.faults & (NAME_CAPITALS | NAME_SMALL))
		name.text = as_name(arena, name.text);
	if (count.all <= 2 && text_ends_with(name.text, TEXT_OF(".")))
		name.faults |= NAME_INITIAL;
	name.script = script_of(&count);
	name.rule = name_rule(name.faults);
	return name;
}

static bool ends_with_any(struct text text, const char *const *endings)
{
	for (; *endings; endings++)
		if (text_ends_with(text, text_from(*endings)))
			return true;
	return false;
}

static const char *const MAN_ENDINGS[] = { "ович", "евич", "ич", "улы", "ұлы", "уулу", "оглы", "оглу", "ўғли", "угли", "ovich", "evich",
	"uly", "uulu", "ogly", "ogli", "o'g'li", NULL };
static const char *const WOMAN_ENDINGS[] = { "овна", "евна", "ична", "кызы", "қызы", "кизи", "қизи", "ovna", "evna", "kyzy", "qizi", NULL };
static const char *const MAN_SURNAMES[] = { "ов", "ев", "ин", "ский", "ov", "ev", NULL };
static const char *const WOMAN_SURNAMES[] = { "ова", "ева", "ина", "ская", "ova", "eva", NULL };

bool cell_is_patronymic(struct arena *arena, struct text text)
{
	struct text lower = cell_lower_text(arena, text_trim(text));
	return text_code_points(lower) > 4 && (ends_with_any(lower, MAN_ENDINGS) || ends_with_any(lower, WOMAN_ENDINGS));
}

char cell_name_sex(struct arena *arena, struct text surname, struct text patronymic)
{
	struct text last = cell_lower_text(arena, text_trim(surname)), middle = cell_lower_text(arena, text_trim(patronymic));
	bool man = ends_with_any(middle, MAN_ENDINGS), woman = ends_with_any(middle, WOMAN_ENDINGS);
	if (man != woman)
		return man ? 'M' : 'F';
	man = ends_with_any(last, MAN_SURNAMES) || text_ends_with(last, TEXT_OF("уулу"));
	woman = ends_with_any(last, WOMAN_SURNAMES) || text_ends_with(last, TEXT_OF("кызы"));
	if (man != woman)
		return man ? 'M' : 'F';
	return 0;
}
