/* list.c - entries with growing arrays of facts, and reading them from tables. */
#include "match/list.h"

#include "base/map.h"
#include "match/table.h"

#include <string.h>

void list_begin(struct list *list, struct arena *arena)
{
	*list = (struct list){.arena = arena, .date = text_empty()};
}

/* A larger copy of an array on the arena; the old one stays until the arena goes. */
static void *grown(struct arena *arena, const void *array, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return NULL;
	*room = *room == 0 ? 4 : *room * 2;
	void *larger = arena_allocate_array(arena, *room, size);
	if (count > 0)
		memcpy(larger, array, count * size);
	return larger;
}

struct list_entry *list_add(struct list *list, struct text id)
{
	void *larger = grown(list->arena, list->entries, list->count, &list->capacity, sizeof *list->entries);
	if (larger != NULL)
		list->entries = larger;
	struct list_entry *entry = ARENA_NEW(list->arena, struct list_entry);
	entry->entry.id = arena_copy(list->arena, id);
	entry->reference = entry->listed_on = entry->changed_on = entry->comment = text_empty();
	list->entries[list->count++] = entry;
	return entry;
}

struct list_entry *list_find(const struct list *list, struct text id)
{
	for (size_t i = list->count; i > 0; i--)
		if (text_equal(list->entries[i - 1]->entry.id, id))
			return list->entries[i - 1];
	return NULL;
}

static void add_one_name(struct list *list, struct list_entry *entry, enum match_name_kind kind, struct text name)
{
	name = text_trim(name);
	if (text_is_empty(name) || text_equal_ignoring_case(name, TEXT_OF("na")))
		return;
	void *larger = grown(list->arena, entry->names, entry->entry.name_count, &entry->name_room, sizeof *entry->names);
	if (larger != NULL)
		entry->entry.names = entry->names = larger;
	entry->names[entry->entry.name_count++] = (struct match_said){kind, arena_copy(list->arena, name)};
}

void list_add_name(struct list *list, struct list_entry *entry, enum match_name_kind kind, struct text name)
{
	struct text rest = name, one;
	while (text_next(&rest, ';', &one))
		add_one_name(list, entry, kind, one);
}

void list_add_birth(struct list *list, struct list_entry *entry, struct match_birth birth)
{
	void *larger = grown(list->arena, entry->births, entry->entry.birth_count, &entry->birth_room,
		sizeof *entry->births);
	if (larger != NULL)
		entry->entry.births = entry->births = larger;
	entry->births[entry->entry.birth_count++] = birth;
}

void list_add_nationality(struct list *list, struct list_entry *entry, struct text nationality)
{
	nationality = text_trim(nationality);
	if (text_is_empty(nationality) || text_equal_string(nationality, "na")) /* not available; NA is Namibia */
		return;
	void *larger = grown(list->arena, entry->nationalities, entry->entry.nationality_count,
		&entry->nationality_room, sizeof *entry->nationalities);
	if (larger != NULL)
		entry->entry.nationalities = entry->nationalities = larger;
	entry->nationalities[entry->entry.nationality_count++] = arena_copy(list->arena, nationality);
}

void list_add_document(struct list *list, struct list_entry *entry, struct text number)
{
	number = text_trim(number);
	if (text_is_empty(number))
		return;
	void *larger = grown(list->arena, entry->documents, entry->entry.document_count, &entry->document_room,
		sizeof *entry->documents);
	if (larger != NULL)
		entry->entry.documents = entry->documents = larger;
	entry->documents[entry->entry.document_count++] = arena_copy(list->arena, number);
}

/* Dates as lists write them: a missing zero before a month or day is forgiven. */
static bool loose_date(struct text text, struct date *out_date)
{
	struct text piece;
	int64_t numbers[3] = {0, 0, 0};
	size_t count = 0;
	while (count < 3 && text_next(&text, '-', &piece))
		if (!text_to_integer(piece, &numbers[count++]))
			return false;
	if (count == 0 || numbers[0] < 1 || numbers[0] > 9999 || numbers[1] < 0 || numbers[1] > 12 || numbers[2] < 0
		|| numbers[2] > 31)
		return false;
	*out_date = (struct date){(int16_t)numbers[0], (int8_t)numbers[1], (int8_t)numbers[2]};
	return date_is_valid_partial(*out_date) || date_is_valid(*out_date);
}

void list_add_births_text(struct list *list, struct list_entry *entry, struct text births)
{
	struct text one;
	while (text_next(&births, '|', &one)) {
		struct match_birth birth = {0};
		size_t colon = text_find_byte(one, ':');
		struct text kind = colon == SIZE_MAX ? text_empty() : text_slice(one, 0, colon);
		struct text value = colon == SIZE_MAX ? one : text_slice(one, colon + 1, one.length);
		size_t dots = text_find(value, TEXT_OF(".."));
		struct text from = dots == SIZE_MAX ? value : text_slice(value, 0, dots);
		if (!loose_date(text_trim(from), &birth.from))
			continue;
		birth.to = birth.from;
		if (dots != SIZE_MAX && !loose_date(text_trim(text_slice(value, dots + 2, value.length)), &birth.to))
			continue;
		birth.about = text_equal_string(kind, "APPROXIMATELY");
		list_add_birth(list, entry, birth);
	}
}

static enum match_sex sex_of(struct text word)
{
	if (text_equal_ignoring_case(word, TEXT_OF("female")))
		return MATCH_SEX_FEMALE;
	return text_equal_ignoring_case(word, TEXT_OF("male")) ? MATCH_SEX_MALE : MATCH_SEX_UNKNOWN;
}

/* One row of a table: a name of some kind, or another fact. */
static void take_row(struct list *list, struct list_entry *entry, struct text word, struct text value)
{
	static const struct {
		const char *word;
		enum match_name_kind kind;
	} kinds[] = {{"primary", MATCH_NAME_PRIMARY}, {"original", MATCH_NAME_ORIGINAL}, {"Good", MATCH_NAME_ALIAS},
		{"Low", MATCH_NAME_WEAK}, {"father", MATCH_NAME_FATHER}, {"mother", MATCH_NAME_MOTHER},
		{"place", MATCH_NAME_PLACE}};
	if (text_equal_string(word, "birth"))
		list_add_births_text(list, entry, value);
	else if (text_equal_string(word, "document"))
		list_add_document(list, entry, value);
	else if (text_equal_string(word, "nationality"))
		list_add_nationality(list, entry, value);
	else if (text_equal_string(word, "sex"))
		entry->entry.sex = sex_of(value);
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_equal_string(word, kinds[i].word))
			list_add_name(list, entry, kinds[i].kind, value);
}

static void read_details(struct list *list, const struct table *table)
{
	int id = table_column(table, "dataid"), dob = table_column(table, "dob"), pob = table_column(table, "pob");
	int gender = table_column(table, "gender"), nationality = table_column(table, "nationality");
	for (size_t row = 0; row < table->row_count; row++) {
		struct list_entry *entry = list_find(list, table_cell(table, row, id));
		if (entry == NULL)
			continue;
		struct text places = table_cell(table, row, pob), nations = table_cell(table, row, nationality), one;
		list_add_births_text(list, entry, table_cell(table, row, dob));
		while (text_next(&places, '|', &one))
			list_add_name(list, entry, MATCH_NAME_PLACE, one);
		while (text_next(&nations, '|', &one))
			list_add_nationality(list, entry, one);
		entry->entry.sex = sex_of(table_cell(table, row, gender));
	}
}

bool list_read_table(struct list *list, const char *path, const char *details, const char *without)
{
	struct table table;
	if (!table_read(list->arena, path, &table))
		return false;
	int id = table_column(&table, "dataid"), kind = table_column(&table, "kind"), name = table_column(&table, "name");
	struct list_entry *entry = NULL;
	struct map known;
	map_begin(&known, list->arena);
	for (size_t row = 0; row < table.row_count; row++) {
		struct text here = table_cell(&table, row, id), word = table_cell(&table, row, kind);
		if (without != NULL && text_equal_string(word, without))
			continue;
		if (entry == NULL || !text_equal(entry->entry.id, here))
			entry = map_get(&known, here);
		if (entry == NULL) {
			entry = list_add(list, here);
			map_set(&known, entry->entry.id, entry);
		}
		take_row(list, entry, word, table_cell(&table, row, name));
	}
	if (details != NULL && table_read(list->arena, details, &table))
		read_details(list, &table);
	return true;
}
