/* import_beside.c - another file of the folder as a table to look into: people whom contacts name, words for codes of offences. */
#include "format/csv.h"
#include "service/import_row.h"

struct beside_row { struct text *cells; size_t count; };

struct import_beside {
	struct arena *arena;
	const struct beside_row *headings;
	struct map rows; /* by the first cell */
};

static bool take_record(void *state, const struct csv_record *record)
{
	struct import_beside *beside = state;
	struct beside_row *row = ARENA_NEW(beside->arena, struct beside_row);
	*row = (struct beside_row){ ARENA_ARRAY(beside->arena, struct text, record->count), record->count };
	for (size_t i = 0; i < record->count; i++)
		row->cells[i] = arena_copy(beside->arena, text_trim(record->cells[i]));
	if (record->number == 1)
		beside->headings = row;
	else
		map_set(&beside->rows, row->cells[0], row);
	return true;
}

/* What cannot be read as a table says nothing: the rows that look into it tell what they miss. */
struct import_beside *import_beside_read(struct arena *arena, struct text content)
{
	struct error_list ignored;
	struct import_beside *beside = ARENA_NEW(arena, struct import_beside);
	const struct csv_reader_options options = { .encoding = csv_guess_encoding(text_slice(content, 0, 65536)), .on_record = take_record, .state = beside };
	if (content.length == 0)
		return NULL;
	error_list_begin(&ignored, arena);
	*beside = (struct import_beside){ .arena = arena };
	map_begin(&beside->rows, arena);
	struct csv_reader *reader = csv_reader_create(arena, &options, &ignored);
	return csv_reader_feed(reader, content) && csv_reader_finish(reader) && beside->headings ? beside : NULL;
}

struct text import_beside(const struct import_row *row, struct text key, const char *heading)
{
	const struct import_beside *beside = row->import->beside;
	const struct beside_row *found = beside ? map_get(&beside->rows, key) : NULL;
	for (size_t i = 0; found && i < beside->headings->count && i < found->count; i++)
		if (text_equal_ignoring_case(beside->headings->cells[i], text_from(heading)))
			return found->cells[i];
	return text_empty();
}
