/* import_row.c - what a mapping function sees of a row, and what it says about it. */
#include "service/import_row.h"

#include "base/hash.h"

/* Keys stand in a line field of import_row: longer ones by their hash. */
enum { KEY_LENGTH = 150 };

void import_row_begin(struct import_row *row, struct import *import, struct arena *arena)
{
	*row = (struct import_row){ .import = import, .arena = arena };
	row->last = &row->first;
	row->last_said = &row->said;
	builder_begin(&row->reasons, arena, 64);
	builder_begin(&row->corrections, arena, 64);
	error_list_begin(&row->errors, arena);
}

struct arena *import_arena(const struct import_row *row)
{
	return row->arena;
}

void *import_state(const struct import_row *row)
{
	return row->import->state;
}

const struct registry *import_registry(const struct import_row *row)
{
	return service_registry(row->import->service);
}

int64_t import_now(const struct import_row *row)
{
	return service_now(row->import->service);
}

struct text import_zone(const struct import_row *row)
{
	struct text zone = row->import->options->zone;
	return zone.data ? zone : text_empty();
}

struct date import_day(const struct import_row *row)
{
	return row->import->options->day;
}

int64_t import_number(const struct import_row *row)
{
	return row->number;
}

static struct text raw_cell(const struct import_row *row, int column)
{
	int position = column >= 0 && column < row->import->mapping->column_count ? row->import->positions[column] : -1;
	return position >= 0 && (size_t)position < row->cell_count ? row->cells[position] : text_empty();
}

struct text import_cell(const struct import_row *row, int column)
{
	struct text cell = raw_cell(row, column);
	return row->import->mapping->columns[column].refused ? text_empty() : text_trim(cell);
}

size_t import_cells(const struct import_row *row)
{
	return row->cell_count;
}

size_t import_headings(const struct import_row *row)
{
	size_t count = 0;
	for (size_t i = 0; i < row->import->heading_count; i++)
		count += !row->import->own[i];
	return count;
}

bool import_is_blank(const struct import_row *row)
{
	for (size_t i = 0; i < row->cell_count; i++)
		if (!text_is_empty(text_trim(row->cells[i])))
			return false;
	return true;
}

bool import_is_heading(const struct import_row *row)
{
	size_t same = 0, position = 0;
	for (size_t i = 0; i < row->import->heading_count; i++) {
		if (row->import->own[i])
			continue;
		if (position < row->cell_count
			&& text_equal(text_trim(row->cells[position]), text_trim(row->import->headings[i])))
			same++;
		position++;
	}
	return same > 0 && same * 2 > position;
}

/* ---- saying something about the row ---- */

static const char *column_name(const struct import_row *row, int column)
{
	return column >= 0 && column < row->import->mapping->column_count ? row->import->mapping->columns[column].name : NULL;
}

static void add(struct builder *into, const char *column, struct text text)
{
	if (into->length)
		builder_add_string(into, "; ");
	if (column) {
		builder_add_string(into, column);
		builder_add_string(into, ": ");
	}
	builder_add(into, text);
}

static void say(struct import_row *row, bool refused, const char *column, const struct error *error)
{
	struct import_said *said = ARENA_NEW(row->arena, struct import_said);
	said->error = *error;
	said->finding = (struct import_finding){ .refused = refused, .column = column, .error = &said->error };
	*row->last_said = said;
	row->last_said = &said->next;
}

void import_row_tell(const struct import_row *row)
{
	const struct import_options *options = row->import->options;
	for (struct import_said *said = row->said; said && options->finding; said = said->next) {
		said->finding.number = row->number;
		said->finding.line = row->line;
		options->finding(options->finding_state, &said->finding);
	}
}

/* The words are English in the file: it is read back by this program and by people who write to each other about it. */
static struct text words(struct import_row *row, bool refused, int column, const char *message)
{
	struct error error = { .message = message, .parameters = { { "value", text_trim(raw_cell(row, column)), false } } };
	say(row, refused, column_name(row, column), &error);
	return error_english(row->arena, &error);
}

void import_row_reason(struct import_row *row, const char *column, struct text reason)
{
	add(&row->reasons, column, reason);
	row->refused = true;
}

void import_row_errors(struct import_row *row)
{
	for (size_t i = 0; i < row->errors.count; i++) {
		const struct error *error = &row->errors.items[i];
		struct text sentence = error_english(row->arena, error);
		if (error->citation)
			sentence = arena_format(row->arena, "%.*s (%s)", TEXT_FORMAT(sentence), error->citation);
		const char *path = error->path.length > 1 ? arena_string(row->arena,
			text_slice(error->path, 1, error->path.length)) : NULL;
		say(row, true, path, error);
		import_row_reason(row, path, sentence);
	}
}

void import_correct(struct import_row *row, int column, struct text to, const char *rule)
{
	struct text rule_words = words(row, false, column, rule), from = text_trim(raw_cell(row, column));
	add(&row->corrections, column_name(row, column),
		arena_format(row->arena, "\"%.*s\" -> \"%.*s\" (%.*s)", TEXT_FORMAT(from), TEXT_FORMAT(to),
			TEXT_FORMAT(rule_words)));
	row->corrected = true;
}

void import_refuse(struct import_row *row, int column, const char *message)
{
	import_row_reason(row, column_name(row, column), words(row, true, column, message));
}

bool import_is_refused(const struct import_row *row)
{
	return row->refused;
}

void import_warn(struct import_row *row, int column, const char *message)
{
	add(&row->corrections, column_name(row, column), words(row, false, column, message));
}

void import_duplicate_key(struct import_row *row, const char *kind, struct text key, struct text label)
{
	struct import *import = row->import;
	struct text name = arena_format(import->arena, "%s\n%.*s", kind, TEXT_FORMAT(key));
	struct import_duplicate *duplicate = map_get(&import->duplicates, name);
	if (text_is_empty(key))
		return;
	if (!duplicate) {
		duplicate = ARENA_NEW(import->arena, struct import_duplicate);
		duplicate->kind = kind;
		duplicate->key = arena_copy(import->arena, key);
		builder_begin(&duplicate->rows, import->arena, 16);
		builder_begin(&duplicate->labels, import->arena, 64);
		map_set(&import->duplicates, name, duplicate);
	} else {
		builder_add_byte(&duplicate->rows, ' ');
		builder_add_string(&duplicate->labels, " | ");
	}
	builder_add_integer(&duplicate->rows, row->number);
	builder_add(&duplicate->labels, label);
	duplicate->count++;
}

/* ---- commands ---- */

static struct text full_key(struct arena *arena, const char *mapping, struct text key)
{
	if (text_code_points(key) > KEY_LENGTH) {
		struct hash hash = hash_of(key.data, key.length);
		key = hash_hex(arena, &hash);
	}
	return arena_format(arena, "%s/%.*s", mapping, TEXT_FORMAT(key));
}

struct import_command *import_command(struct import_row *row, const char *act, struct text key)
{
	struct import_command *command = ARENA_NEW(row->arena, struct import_command);
	command->row = row;
	command->act = act;
	command->key = full_key(row->arena, row->import->mapping->name, key);
	command->reason = text_empty();
	*row->last = command;
	row->last = &command->next;
	if (text_is_empty(key))
		import_refuse(row, -1, N_("The row has no key by which it could be told from others"));
	return command;
}

static struct pair *next_input(struct import_command *command, const char *name)
{
	if (command->input_count == INPUTS_MAXIMUM) {
		import_refuse(command->row, -1, N_("The row gives more than 64 inputs"));
		command->input_count--;
	}
	struct pair *pair = &command->inputs[command->input_count++];
	pair->name = text_from(name);
	return pair;
}

void import_input(struct import_command *command, const char *name, struct text value)
{
	if (!text_is_empty(value))
		next_input(command, name)->value = value;
}

void import_input_made(struct import_command *command, const char *name, const char *mapping, struct text key)
{
	if (text_is_empty(key))
		return;
	struct import_row *row = command->row;
	struct pair *pair = next_input(command, name);
	pair->value = full_key(row->arena, mapping ? mapping : row->import->mapping->name, key);
	command->made[command->input_count - 1] = true;
}

bool import_would_make(const struct import_row *row, const char *mapping, struct text key)
{
	return row->import->options->dry_run && map_get(&row->import->made->keys, full_key(row->arena, mapping, key)) != NULL;
}

void import_reason(struct import_command *command, struct text reason)
{
	command->reason = reason;
}

void import_warning_reason(struct import_command *command, const char *rule, struct text reason)
{
	if (command->warning_count < WARNINGS_MAXIMUM)
		command->warnings[command->warning_count++] = (struct pair){ text_from(rule), reason };
}

void import_record_fact(struct import_command *command)
{
	command->record_fact = true;
}

void import_changes(struct import_command *command)
{
	command->changes = true;
}

const struct row *import_find(struct import_row *row, const struct record *record, const struct condition *conditions,
	size_t count)
{
	struct connection *connection = service_reader(row->import->service, &row->errors);
	struct selection selection = { .record = record, .order_field = FIELD_ID, .limit = 1 };
	struct rows rows;
	for (size_t i = 0; i < count && i < SELECT_CONDITIONS_MAXIMUM; i++)
		selection.conditions[selection.condition_count++] = conditions[i];
	if (!connection || !select_rows(connection, row->arena, &selection, &rows, &row->errors))
		return NULL;
	return rows.count ? rows.items[0] : NULL;
}
