/* import.c - a CSV file through a mapping: headings to columns, rows to groups, groups to the writer. */
#include "service/import.h"

#include "service/import_row.h"

/* A gentle group holds the writer for some ten milliseconds. */
enum { CHUNK = 256 * 1024, GENTLE_GROUP = 64 };

/* ---- headings ---- */

static bool matches(const struct import_column *column, struct text heading)
{
	for (const char *const *alias = column->headings; *alias; alias++)
		if (text_equal_ignoring_case(heading, text_from(*alias)))
			return true;
	return false;
}

static void missing(struct import *import, const struct import_column *column)
{
	error_add(import->errors, &(struct error){ .code = E_SYNTAX, .message = N_("The file has no column {column}"),
		.advice = N_("Choose another mapping, or name the column as it expects"),
		.parameters = { { "column", text_from(column->headings[0] ? column->headings[0] : column->name), false } } });
	import->failed = true;
}

/* Cells are numbered without the columns of an earlier result file. */
static bool read_headings(struct import *import, const struct csv_record *record)
{
	const struct import_mapping *mapping = import->mapping;
	struct text *headings = ARENA_ARRAY(import->arena, struct text, record->count);
	import->own = ARENA_ARRAY(import->arena, bool, record->count);
	import->positions = ARENA_ARRAY(import->arena, int, (size_t)mapping->column_count + 1);
	for (int column = 0; column < mapping->column_count; column++)
		import->positions[column] = -1;
	int position = 0;
	import->cells_heading = record->count;
	for (size_t i = 0; i < record->count; i++) {
		headings[i] = arena_copy(import->arena, text_trim(record->cells[i]));
		import->own[i] = import_is_own_heading(headings[i]);
		if (text_equal_string(headings[i], IMPORT_CELLS_HEADING))
			import->cells_heading = i;
		for (int column = 0; column < mapping->column_count && !import->own[i]; column++)
			if (import->positions[column] < 0 && matches(&mapping->columns[column], headings[i]))
				import->positions[column] = position;
		position += !import->own[i];
	}
	import->headings = headings;
	import->heading_count = record->count;
	for (int column = 0; column < mapping->column_count; column++)
		if (mapping->columns[column].required && import->positions[column] < 0)
			missing(import, &mapping->columns[column]);
	if (!import->failed)
		import_result_heading(import);
	return !import->failed;
}

/* ---- rows ---- */

/* The result writer puts an apostrophe before what a spreadsheet would run; a file fed back must read as the first did. */
static struct text without_guard(struct text cell)
{
	bool guarded = cell.length >= 2 && cell.data[0] == '\'' && cell.data[1] != '\0'
		&& (cell.data[1] == '=' || cell.data[1] == '+' || cell.data[1] == '-' || cell.data[1] == '@'
			|| cell.data[1] == '\t' || cell.data[1] == '\r');
	return guarded ? text_slice(cell, 1, cell.length) : cell;
}

/* As many cells as the source gave, unless somebody has filled in the missing ones since. */
static void cut_to_source(struct import_row *row, const struct csv_record *record)
{
	const struct import *import = row->import;
	int64_t given;
	if (import->cells_heading >= record->count || import->cells_heading >= import->heading_count
		|| !text_to_integer(text_trim(record->cells[import->cells_heading]), &given) || given < 1)
		return;
	while (row->cell_count > (size_t)given && text_is_empty(text_trim(row->cells[row->cell_count - 1])))
		row->cell_count--;
}

static struct import_row *read_row(struct import *import, struct import_group *group, const struct csv_record *record)
{
	struct import_row *row = ARENA_NEW(group->arena, struct import_row);
	import_row_begin(row, import, group->arena);
	row->number = ++import->number;
	row->line = record->line;
	struct text *cells = ARENA_ARRAY(group->arena, struct text, record->count);
	for (size_t i = 0; i < record->count; i++)
		if (i >= import->heading_count || !import->own[i])
			cells[row->cell_count++] = without_guard(arena_copy(group->arena, record->cells[i]));
	row->cells = cells;
	cut_to_source(row, record);
	return row;
}

static void check_keys(struct import_row *row)
{
	struct import *import = row->import;
	if (row->refused)
		return;
	if (!row->first) {
		import_refuse(row, -1, N_("There is nothing in this row that could be imported"));
		return;
	}
	int64_t *seen = map_get(&import->keys, row->first->key);
	if (seen) {
		row->same_key = *seen;
		return;
	}
	seen = ARENA_NEW(import->arena, int64_t);
	*seen = row->number;
	map_set(&import->keys, arena_copy(import->arena, row->first->key), seen);
}

static void settle(struct import *import, struct import_group *group)
{
	if (!group->running)
		return;
	import_group_wait(group);
	for (size_t i = 0; i < group->count; i++) {
		import_result_row(import, group->rows[i]);
		import_row_tell(group->rows[i]);
	}
	group->count = 0;
	arena_reset(group->arena);
	group->rows = ARENA_ARRAY(group->arena, struct import_row *, IMPORT_GROUP);
	if (import->options->progress)
		import->options->progress(import->options->state, import->figures.rows, import->bytes,
			import->total_bytes);
}

/* Hands the full group to the writer and makes the other one ready for reading. Results stay in the order of the file. */
static void turn(struct import *import)
{
	struct import_group *full = &import->groups[import->current];
	struct import_group *other = &import->groups[1 - import->current];
	settle(import, other);
	import_group_start(import, full);
	import->current = 1 - import->current;
}

static bool on_record(void *state, const struct csv_record *record)
{
	struct import *import = state;
	if (!import->headings)
		return read_headings(import, record);
	struct import_group *group = &import->groups[import->current];
	struct import_row *row = read_row(import, group, record);
	import->mapping->row(row);
	import_row_errors(row);
	row->errors.count = 0;
	check_keys(row);
	group->rows[group->count++] = row;
	if (group->count == import->group_size)
		turn(import);
	import->stopped = import->options->stop && atomic_load(import->options->stop);
	return !import->stopped;
}

static bool read_all(struct import *import, struct text content)
{
	struct csv_reader_options options = { .encoding = csv_guess_encoding(content),
		.separator = import->options->separator, .on_record = on_record, .state = import };
	struct csv_reader *reader = csv_reader_create(import->arena, &options, import->errors);
	bool good = reader != NULL;
	for (size_t from = 0; good && from < content.length; from += CHUNK) {
		struct text chunk = text_slice(content, from, from + CHUNK);
		import->bytes += (int64_t)chunk.length;
		good = csv_reader_feed(reader, chunk);
	}
	return good && csv_reader_finish(reader);
}

static void begin_groups(struct import *import)
{
	for (int i = 0; i < 2; i++) {
		struct import_group *group = &import->groups[i];
		group->arena = arena_create();
		group->rows = ARENA_ARRAY(group->arena, struct import_row *, IMPORT_GROUP);
		pthread_mutex_init(&group->mutex, NULL);
		pthread_cond_init(&group->done, NULL);
	}
}

static void end_groups(struct import *import)
{
	for (int i = 0; i < 2; i++) {
		pthread_cond_destroy(&import->groups[i].done);
		pthread_mutex_destroy(&import->groups[i].mutex);
		arena_destroy(import->groups[i].arena);
	}
}

static bool run(struct import *import, struct text content)
{
	bool read = read_all(import, content);
	/* What was read before a fault in the file is imported all the same: the report tells up to which row. */
	if (import->headings && !import->failed) {
		turn(import);
		settle(import, &import->groups[1 - import->current]);
	}
	if (read && !import->headings && !import->stopped) {
		error_say(import->errors, E_SYNTAX, NULL, N_("The file is empty"));
		return false;
	}
	return (read || import->stopped) && !import->failed;
}

static bool bulk_begin(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	(void)arena, (void)errors;
	store_bulk(writer, *(const bool *)state);
	return true;
}

/* Only the command line's import: in a running server others need the memory, and the sync. */
static bool set_bulk(const struct import *import, bool bulk)
{
	return import->options->gentle || import->options->dry_run ||
		writer_run(import->service, import->arena, bulk_begin, &bulk, import->errors);
}

void import_made_begin(struct import_made *made, struct arena *arena)
{
	made->arena = arena;
	map_begin(&made->keys, arena);
}

bool import_file(struct service *service, struct arena *arena, const struct actor *actor,
	const struct import_mapping *mapping, struct text content, const struct import_options *options,
	struct import_report *out_report, struct error_list *errors)
{
	struct import import = { .service = service, .arena = arena, .actor = actor, .mapping = mapping,
		.options = options, .errors = errors, .total_bytes = (int64_t)content.length };
	if (!service->writer) {
		error_say(errors, E_STATE, NULL, N_("This is open for reading only"));
		return false;
	}
	map_begin(&import.keys, arena);
	import_made_begin(&import.own_made, arena);
	import.made = options->made ? options->made : &import.own_made;
	import.group_size = options->gentle ? GENTLE_GROUP : IMPORT_GROUP;
	map_begin(&import.duplicates, arena);
	csv_writer_begin(&import.result, arena, ',', false);
	begin_groups(&import);
	import.beside = import_beside_read(arena, options->beside);
	if (mapping->begin)
		import.state = mapping->begin(arena, service, mapping->setting);
	bool done = set_bulk(&import, true) && run(&import, content);
	set_bulk(&import, false);
	if (import.headings && !import.failed) {
		int64_t groups;
		struct text duplicates = import_result_duplicates(&import, &groups);
		*out_report = (struct import_report){ .figures = import.figures, .stopped = import.stopped, .result = csv_take(&import.result),
			.duplicates = duplicates, .duplicate_groups = groups };
	}
	end_groups(&import);
	import_alike_end(&import);
	return done;
}
