/* import_lists_csv.c - a table that an authority publishes, by the columns that the list's row names, into entries. */
#include "areas/identity/import.h"

#include "base/builder.h"
#include "base/hash.h"
#include "format/csv.h"

enum what { WHAT_REFERENCE, WHAT_WHOLE, WHAT_SURNAME, WHAT_GIVEN, WHAT_PATRONYMIC, WHAT_ALIAS, WHAT_BIRTH, WHAT_PLACE, WHAT_NATIONALITY, WHAT_DOCUMENT,
	WHAT_SEX, WHAT_LISTED_ON, WHAT_NOTE, WHATS };
static const char *const WORDS[WHATS] = { "reference", "whole", "surname", "given", "patronymic", "alias", "birth", "birth_place", "nationality", "document",
	"sex", "listed_on", "note" };

struct table_reading {
	struct list *list;
	struct text headings[WHATS]; /* as the list's row names them; empty: the table has no such column */
	int positions[WHATS];
	struct error_list *errors;
};

static bool read_columns(struct table_reading *reading, struct text columns)
{
	struct text line;
	bool any = false;
	while (text_next(&columns, '\n', &line)) {
		size_t equals = text_find_byte(line, '=');
		struct text word = text_trim(text_slice(line, 0, equals == SIZE_MAX ? line.length : equals));
		int what = 0;
		if (text_is_empty(text_trim(line)))
			continue;
		while (what < WHATS && !text_equal_string(word, WORDS[what]))
			what++;
		if (equals == SIZE_MAX || what == WHATS) {
			error_add(reading->errors, &(struct error){ .code = E_SYNTAX, .path = TEXT_OF("/table_columns"),
				.message = N_("The list's columns have a line that is not understood: {line}"), .parameters = { { "line", text_trim(line), false } } });
			return false;
		}
		reading->headings[what] = text_trim(text_slice(line, equals + 1, line.length));
		any = any || what == WHAT_WHOLE || what == WHAT_SURNAME || what == WHAT_GIVEN;
	}
	if (!any)
		error_say(reading->errors, E_REQUIRED, "/table_columns", N_("Say in the list's row in which columns the names stand"));
	return any;
}

static bool take_headings(struct table_reading *reading, const struct csv_record *record)
{
	for (int what = 0; what < WHATS; what++) {
		reading->positions[what] = -1;
		if (text_is_empty(reading->headings[what]))
			continue;
		for (size_t i = 0; i < record->count; i++)
			if (text_equal_ignoring_case(text_trim(record->cells[i]), reading->headings[what]))
				reading->positions[what] = (int)i;
		if (reading->positions[what] >= 0)
			continue;
		error_add(reading->errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/file"), .message = N_("The file has no column {heading}"),
			.parameters = { { "heading", reading->headings[what], false } } });
		return false;
	}
	return true;
}

static struct text cell(const struct table_reading *reading, const struct csv_record *record, enum what what)
{
	int position = reading->positions[what];
	return position >= 0 && (size_t)position < record->count ? text_trim(record->cells[position]) : text_empty();
}

/* "16.04.1972", "16/04/1972", "1972-04-16", "1972": several in one cell are parted by anything else. What is no date is left out. */
static void take_births(struct list *list, struct list_entry *entry, struct text births)
{
	size_t at = 0;
	while (at < births.length) {
		int64_t numbers[3] = { 0, 0, 0 };
		int count = 0;
		size_t digits[3] = { 0, 0, 0 };
		while (at < births.length && (births.data[at] < '0' || births.data[at] > '9'))
			at++;
		while (at < births.length && count < 3) {
			size_t from = at;
			while (at < births.length && births.data[at] >= '0' && births.data[at] <= '9' && at - from < 4)
				numbers[count] = numbers[count] * 10 + (births.data[at++] - '0');
			digits[count] = at - from;
			if (digits[count++] == 0 || at >= births.length || (births.data[at] != '.' && births.data[at] != '/' && births.data[at] != '-'))
				break;
			at++;
		}
		struct date date = { 0 };
		if (count == 3 && digits[2] == 4)
			date = (struct date){ (int16_t)numbers[2], (int8_t)numbers[1], (int8_t)numbers[0] };
		else if (count >= 1 && digits[0] == 4)
			date = (struct date){ (int16_t)numbers[0], (int8_t)(numbers[1] % 100), (int8_t)(numbers[2] % 100) };
		if (date.year >= 1850 && (date_is_valid(date) || date_is_valid_partial(date)))
			list_add_birth(list, entry, (struct match_birth){ date, date, false });
	}
}

static enum match_sex sex_of(struct text word)
{
	static const char *const MEN[] = { "m", "male", "м", "муж", "мужской", "ذكر", NULL }, *const WOMEN[] = { "f", "female", "ж", "жен", "женский", "أنثى", NULL };
	for (const char *const *man = MEN; *man; man++)
		if (text_equal_ignoring_case(word, text_from(*man)))
			return MATCH_SEX_MALE;
	for (const char *const *woman = WOMEN; *woman; woman++)
		if (text_equal_ignoring_case(word, text_from(*woman)))
			return MATCH_SEX_FEMALE;
	return MATCH_SEX_UNKNOWN;
}

static struct text whole_name(struct arena *arena, const struct table_reading *reading, const struct csv_record *record)
{
	struct text parts[3], whole = cell(reading, record, WHAT_WHOLE);
	size_t count = 0;
	for (int what = WHAT_SURNAME; what <= WHAT_PATRONYMIC; what++)
		if (!text_is_empty(cell(reading, record, (enum what)what)))
			parts[count++] = cell(reading, record, (enum what)what);
	return text_is_empty(whole) ? arena_join(arena, parts, count, TEXT_OF(" ")) : whole;
}

/* A table without numbers of its own: an entry is known by its name and births. */
static struct text made_reference(struct arena *arena, struct text name, struct text birth)
{
	const struct text parts[] = { name, TEXT_OF("\n"), birth };
	struct hash hash = hash_of_parts(parts, 3);
	return text_slice(hash_hex(arena, &hash), 0, 16);
}

static void take_row(struct table_reading *reading, const struct csv_record *record)
{
	struct list *list = reading->list;
	struct text name = whole_name(list->arena, reading, record), reference = cell(reading, record, WHAT_REFERENCE);
	if (text_is_empty(name))
		return;
	if (text_is_empty(reference))
		reference = made_reference(list->arena, name, cell(reading, record, WHAT_BIRTH));
	struct list_entry *entry = list_add(list, reference);
	entry->reference = arena_copy(list->arena, reference);
	entry->listed_on = arena_copy(list->arena, cell(reading, record, WHAT_LISTED_ON));
	entry->comment = arena_copy(list->arena, cell(reading, record, WHAT_NOTE));
	list_add_name(list, entry, MATCH_NAME_PRIMARY, name);
	list_add_name(list, entry, MATCH_NAME_ALIAS, cell(reading, record, WHAT_ALIAS));
	list_add_name(list, entry, MATCH_NAME_PLACE, cell(reading, record, WHAT_PLACE));
	list_add_nationality(list, entry, cell(reading, record, WHAT_NATIONALITY));
	list_add_document(list, entry, cell(reading, record, WHAT_DOCUMENT));
	take_births(list, entry, cell(reading, record, WHAT_BIRTH));
	entry->entry.sex = sex_of(cell(reading, record, WHAT_SEX));
}

static bool on_record(void *state, const struct csv_record *record)
{
	struct table_reading *reading = state;
	if (record->number == 1)
		return take_headings(reading, record);
	take_row(reading, record);
	return true;
}

bool list_read_csv(struct list *list, struct text content, struct text columns, struct error_list *errors)
{
	struct table_reading reading = { .list = list, .errors = errors };
	size_t before = errors->count;
	if (!read_columns(&reading, columns))
		return false;
	struct csv_reader_options options = { .encoding = csv_guess_encoding(content), .on_record = on_record, .state = &reading };
	struct csv_reader *csv = csv_reader_create(list->arena, &options, errors);
	return csv_reader_feed(csv, content) && csv_reader_finish(csv) && errors->count == before;
}
