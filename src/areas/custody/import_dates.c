/* import_dates.c - dates and terms of old registers; see import_cells.h. */
#include "areas/custody/import_cells.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2150 };
/* Day numbers of spreadsheets (1900 system; 25569 is 1 January 1970). Four digits would be a year. */
enum { SERIAL_OF_EPOCH = 25569, SERIAL_MINIMUM = 10000, SERIAL_MAXIMUM = 91000 };

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Cuts digits off the front. */
static bool take_number(struct text *rest, size_t minimum, size_t maximum, int *out_number)
{
	size_t length = 0;
	int number = 0;
	while (length < rest->length && length < maximum && is_digit(rest->data[length]))
		number = number * 10 + (rest->data[length++] - '0');
	if (length < minimum || (length < rest->length && is_digit(rest->data[length])))
		return false;
	*rest = text_slice(*rest, length, SIZE_MAX);
	*out_number = number;
	return true;
}

static bool take_byte(struct text *rest, char byte)
{
	if (rest->length == 0 || rest->data[0] != byte)
		return false;
	*rest = text_slice(*rest, 1, SIZE_MAX);
	return true;
}

static struct cell_date date_made(int year, int month, int day, const char *rule)
{
	struct date date = { (int16_t)year, (int8_t)month, (int8_t)day };
	bool exists = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 31 && date_is_valid(date);
	return exists ? (struct cell_date){ .state = CELL_READ, .date = date, .rule = rule } : (struct cell_date){ .state = CELL_IMPOSSIBLE };
}

/* "г.", "г", "г.р." behind a date says nothing more. */
static struct text without_year_word(struct text text)
{
	static const char *const WORDS[] = { "г.р.", "г. р.", "гг.", "года", "г.", "г", NULL };
	for (size_t i = 0; WORDS[i]; i++)
		if (text_ends_with(text, text_from(WORDS[i])))
			return text_trim(text_slice(text, 0, text.length - text_from(WORDS[i]).length));
	return text;
}

static bool read_dotted(struct text text, struct cell_date *out)
{
	int day, month, year;
	if (!take_number(&text, 1, 2, &day) || !take_byte(&text, '.') || !take_number(&text, 1, 2, &month) || !take_byte(&text, '.') ||
		!take_number(&text, 4, 4, &year) || text.length > 0)
		return false;
	*out = date_made(year, month, day, NULL);
	return true;
}

static bool read_slashed(struct text text, struct cell_date *out)
{
	int day, month, year;
	if (!take_number(&text, 1, 2, &month) || !take_byte(&text, '/') || !take_number(&text, 1, 2, &day) || !take_byte(&text, '/') ||
		!take_number(&text, 4, 4, &year) || text.length > 0)
		return false;
	*out = date_made(year, month, day, N_("A date with slashes has the month first"));
	return true;
}

/* The time that databases put behind a day is left out. */
static bool read_iso(struct text text, struct cell_date *out)
{
	int day, month, year;
	if (!take_number(&text, 4, 4, &year) || !take_byte(&text, '-') || !take_number(&text, 2, 2, &month) || !take_byte(&text, '-') ||
		!take_number(&text, 2, 2, &day))
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (!is_digit(text.data[i]) && text.data[i] != ':' && text.data[i] != '.' && text.data[i] != ' ' && text.data[i] != 'T' && text.data[i] != 'Z')
			return false;
	*out = date_made(year, month, day, NULL);
	return true;
}

static bool read_serial(struct text text, struct cell_date *out)
{
	int number;
	if (!take_number(&text, 5, 5, &number) || text.length > 0)
		return false;
	if (number < SERIAL_MINIMUM || number > SERIAL_MAXIMUM) {
		*out = (struct cell_date){ .state = CELL_IMPOSSIBLE };
		return true;
	}
	struct date date = date_from_days(number - SERIAL_OF_EPOCH);
	*out = date_made(date.year, date.month, date.day, N_("The day number of a spreadsheet is written as a date"));
	return true;
}

static int month_of(struct text word)
{
	static const char *const MONTHS[] = { "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек" };
	for (int i = 0; i < 12; i++)
		if (text_starts_with(word, text_from(MONTHS[i])))
			return i + 1;
	return 0;
}

static bool read_words(struct text text, struct cell_date *out)
{
	int day, year;
	if (!take_number(&text, 1, 2, &day) || !take_byte(&text, ' '))
		return false;
	size_t gap = text_find_byte(text, ' ');
	if (gap == SIZE_MAX)
		return false;
	int month = month_of(text_slice(text, 0, gap));
	text = text_slice(text, gap + 1, SIZE_MAX);
	if (month == 0 || !take_number(&text, 4, 4, &year) || text.length > 0)
		return false;
	*out = date_made(year, month, day, N_("A date in words is written in numbers"));
	return true;
}

struct cell_date cell_date(struct arena *arena, struct text text)
{
	static bool (*const FORMS[])(struct text text, struct cell_date *out) = { read_dotted, read_iso, read_serial, read_slashed, read_words };
	struct cell_date date = { .state = CELL_EMPTY };
	text = cell_lower_text(arena, cell_spaces(arena, text, false));
	if (cell_is_nothing(text))
		return date;
	text = without_year_word(text);
	for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
		if (FORMS[i](text, &date))
			return date;
	return (struct cell_date){ .state = CELL_UNREADABLE };
}

struct cell_date cell_birth_date(struct arena *arena, struct text text)
{
	struct text plain = without_year_word(cell_lower_text(arena, cell_spaces(arena, text, false)));
	int year;
	if (take_number(&plain, 4, 4, &year) && plain.length == 0) {
		if (year < FIRST_YEAR || year > LAST_YEAR)
			return (struct cell_date){ .state = CELL_IMPOSSIBLE };
		return (struct cell_date){ .state = CELL_READ, .date = { (int16_t)year, 0, 0 } };
	}
	struct cell_date date = cell_date(arena, text);
	if (date.state == CELL_READ && date.date.month == 1 && date.date.day == 1) {
		date.date = (struct date){ date.date.year, 0, 0 };
		date.rule = N_("1 January stands for a day that was not known: only the year is kept");
	}
	return date;
}

/* ---- terms ---- */

static bool is_one_of(struct text text, const char *const *words)
{
	for (; *words; words++)
		if (text_equal_string(text, *words))
			return true;
	return false;
}

enum unit { UNIT_NONE, UNIT_YEARS, UNIT_MONTHS, UNIT_DAYS, UNIT_OTHER };

static enum unit unit_of(struct text word)
{
	static const char *const YEARS[] = { "л", "лет", "год", "года", "г", "y", NULL };
	static const char *const MONTHS[] = { "м", "мес", "месяц", "месяца", "месяцев", NULL };
	static const char *const DAYS[] = { "д", "дн", "день", "дня", "дней", "сут", "суток", NULL };
	if (word.length == 0)
		return UNIT_NONE;
	if (is_one_of(word, YEARS))
		return UNIT_YEARS;
	if (is_one_of(word, MONTHS))
		return UNIT_MONTHS;
	return is_one_of(word, DAYS) ? UNIT_DAYS : UNIT_OTHER;
}

static void skip_gaps(struct text *rest)
{
	while (rest->length > 0 && (rest->data[0] == ' ' || rest->data[0] == '.'))
		*rest = text_slice(*rest, 1, SIZE_MAX);
}

static struct text take_word(struct text *rest)
{
	size_t at = 0, end = 0;
	uint32_t letter;
	while (text_next_code_point(*rest, &at, &letter) && cell_lower(letter) != cell_upper(letter))
		end = at;
	struct text word = text_slice(*rest, 0, end);
	*rest = text_slice(*rest, end, SIZE_MAX);
	return word;
}

/* One "7 лет", "7,5", "10 дн." off the front. Parts of a year must be whole months. */
static bool take_length(struct text *rest, struct duration *length, const char **rule, bool *mangled)
{
	int number, parts = 0, scale = 1;
	if (!take_number(rest, 1, 4, &number))
		return false;
	if (rest->length > 1 && (rest->data[0] == ',' || rest->data[0] == '.') && is_digit(rest->data[1])) {
		*rest = text_slice(*rest, 1, SIZE_MAX);
		size_t before = rest->length;
		if (!take_number(rest, 1, 2, &parts))
			return false;
		scale = before - rest->length == 2 ? 100 : 10;
	}
	skip_gaps(rest);
	struct text word = take_word(rest);
	enum unit unit = unit_of(word);
	if (unit == UNIT_OTHER) {
		*mangled = month_of(word) != 0; /* "07.май" was 7.5 before the spreadsheet took it for a date */
		return false;
	}
	if (scale > 1 && (unit == UNIT_MONTHS || unit == UNIT_DAYS || parts * 12 % scale != 0))
		return false;
	if (unit == UNIT_NONE)
		*rule = N_("A number alone is years");
	if (scale > 1)
		*rule = N_("Parts of a year are written as months");
	length->years += unit == UNIT_YEARS || unit == UNIT_NONE ? number : 0;
	length->months += unit == UNIT_MONTHS ? number : parts * 12 / scale;
	length->days += unit == UNIT_DAYS ? number : 0;
	return true;
}

struct cell_term cell_term(struct arena *arena, struct text text)
{
	static const char *const LIFE[] = { "пожизненно", "пожизн.", "пожизн", "плс", "пожизненное лишение свободы", "life", NULL };
	static const char *const REMAND[] = { "под следствием", "следствие", "под стражей", NULL };
	struct cell_term term = { .state = CELL_READ, .kind = TERM_NONE };
	text = cell_lower_text(arena, cell_spaces(arena, text, false));
	if (cell_is_nothing(text)) {
		term.state = CELL_EMPTY;
		return term;
	}
	if (is_one_of(text, LIFE) || is_one_of(text, REMAND)) {
		term.kind = is_one_of(text, LIFE) ? TERM_LIFE : TERM_REMAND;
		return term;
	}
	bool mangled = false;
	term.kind = TERM_LENGTH;
	for (struct text rest = text; rest.length > 0; skip_gaps(&rest))
		if (!take_length(&rest, &term.length, &term.rule, &mangled))
			return (struct cell_term){ .state = mangled ? CELL_MANGLED : CELL_UNREADABLE };
	return term;
}

struct date cell_term_end(struct date start, struct duration length)
{
	struct date end = date_add_months(start, length.years * 12 + length.months);
	return date_add_days(end, length.weeks * 7 + length.days);
}
