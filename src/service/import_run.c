/* import_run.c - the rows of a group through the write path: each row in its own savepoint, all of its commands or none. */
#include "service/import_row.h"

/* What an earlier command with this key left behind; NULL row when there was none. */
static bool find_import(struct connection *connection, struct arena *arena, struct text full_key, const struct row **out_row,
	struct error_list *errors)
{
	size_t slash = text_find_byte(full_key, '/');
	struct selection selection = { .record = &RECORD_IMPORT_ROW, .order_field = FIELD_ID, .limit = 1,
		.condition_count = 2 };
	selection.conditions[0] = (struct condition)CONDITION_TEXT(IMPORT_ROW_SOURCE_KEY,
		text_slice(full_key, slash + 1, full_key.length));
	selection.conditions[1] = (struct condition)CONDITION_TEXT(IMPORT_ROW_MAPPING, text_slice(full_key, 0, slash));
	struct rows rows;
	if (!select_rows(connection, arena, &selection, &rows, errors))
		return false;
	*out_row = rows.count ? rows.items[0] : NULL;
	return true;
}

static bool no_such_key(const struct import_row *row, struct text full_key, struct error_list *errors)
{
	(void)row;
	error_add(errors, &(struct error){ .code = E_REFERENCE,
		.message = N_("This row belongs to {key}, which has not been imported"),
		.parameters = { { "key", full_key, false } } });
	return false;
}

/* Inputs with keys replaced by the identifiers they stand for. out_open: some key is only made by this dry run. */
static bool resolve(struct import_command *from, struct connection *connection, struct arena *arena,
	struct command *out_command, bool *out_open, struct error_list *errors)
{
	struct pair *inputs = ARENA_ARRAY(arena, struct pair, from->input_count + 1);
	*out_open = false;
	for (size_t i = 0; i < from->input_count; i++) {
		inputs[i] = from->inputs[i];
		if (!from->made[i])
			continue;
		const struct row *made;
		if (!find_import(connection, arena, inputs[i].value, &made, errors))
			return false;
		if (made)
			inputs[i].value = row_text(made, IMPORT_ROW_RECORD_ID);
		else if (from->row->import->options->dry_run && map_get(&from->row->import->made->keys, inputs[i].value))
			*out_open = true;
		else
			return no_such_key(from->row, inputs[i].value, errors);
	}
	*out_command = (struct command){ .act = text_from(from->act), .inputs = inputs, .input_count = from->input_count,
		.reason = from->reason, .warning_reasons = from->warnings, .warning_count = from->warning_count,
		.record_fact = from->record_fact, .idempotency_key = text_empty(), .source_key = from->key };
	return true;
}

static bool differs(const struct import_row *row, const struct row *known, struct error_list *errors)
{
	struct error error = { .code = E_DUPLICATE,
		.message = N_("This was imported before and has other content now; change it in the program") };
	if (row->same_key) {
		error.message = N_("Row {number} of this file has the same key and other content");
		error.parameters[0] = (struct error_parameter){ "number",
			arena_format(errors->arena, "%lld", (long long)row->same_key), false };
	}
	error.detail = row_text(known, IMPORT_ROW_RECORD_ID);
	error_add(errors, &error);
	return false;
}

/* STEP_DONE: this very run did it before it was interrupted. */
enum next_step { STEP_RUN, STEP_SKIP, STEP_DONE, STEP_OPEN, STEP_FAIL };

static enum next_step decide(struct import_command *from, struct connection *connection, struct arena *arena,
	struct command *out_command, struct error_list *errors)
{
	const struct row *known;
	bool open;
	if (!resolve(from, connection, arena, out_command, &open, errors))
		return STEP_FAIL;
	if (open)
		return STEP_OPEN;
	if (!find_import(connection, arena, from->key, &known, errors))
		return STEP_FAIL;
	if (!known)
		return STEP_RUN;
	if (text_equal(row_text(known, IMPORT_ROW_HASH), command_hash(arena, out_command)))
		return from->row->import->options->since && known->created_at >= from->row->import->options->since ? STEP_DONE : STEP_SKIP;
	return from->changes || differs(from->row, known, errors) ? STEP_RUN : STEP_FAIL;
}

/* Writer thread, inside the savepoint of this row. */
static bool run_row(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	struct import_row *row = state;
	row->ran = row->unchanged = 0;
	for (struct import_command *from = row->first; from; from = from->next) {
		/* On the row's arena: the writer's is gone before the errors are read. */
		struct command *command = ARENA_NEW(arena, struct command);
		struct ticket ticket = { .arena = row->arena, .actor = row->import->actor, .command = command,
			.errors = errors };
		struct outcome outcome;
		bool wrote = false;
		switch (decide(from, writer, arena, command, errors)) {
		case STEP_RUN:
			if (!command_execute(row->import->service, arena, &ticket, &wrote, &outcome))
				return false;
			row->ran++;
			break;
		case STEP_SKIP:
			row->unchanged++;
			break;
		case STEP_DONE:
			row->ran++;
			break;
		default:
			return false;
		}
	}
	return true;
}

static void row_done(void *state, bool ok)
{
	(void)ok; /* stands in the ticket */
	struct import_group *group = state;
	pthread_mutex_lock(&group->mutex);
	if (--group->left == 0)
		pthread_cond_signal(&group->done);
	pthread_mutex_unlock(&group->mutex);
}

/* ---- dry run ---- */

/* Nothing is written, so a command that needs what an earlier row would make is judged by its mapping alone. */
static void try_row(struct import_row *row)
{
	struct import *import = row->import;
	struct connection *connection = service_reader(import->service, &row->errors);
	row->ticket.ok = connection != NULL;
	for (struct import_command *from = row->first; from && row->ticket.ok; from = from->next) {
		struct command command;
		struct outcome outcome;
		switch (decide(from, connection, row->arena, &command, &row->errors)) {
		case STEP_RUN:
			row->ticket.ok = command_try(import->service, row->arena, import->actor, &command, &outcome,
				&row->errors);
			row->ran++;
			break;
		case STEP_OPEN:
		case STEP_DONE:
			row->ran++;
			break;
		case STEP_SKIP:
			row->unchanged++;
			break;
		case STEP_FAIL:
			row->ticket.ok = false;
		}
		if (row->ticket.ok)
			map_set(&import->made->keys, arena_copy(import->made->arena, from->key), import->made);
	}
}

void import_group_start(struct import *import, struct import_group *group)
{
	struct ticket **tickets = ARENA_ARRAY(group->arena, struct ticket *, group->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < group->count; i++) {
		struct import_row *row = group->rows[i];
		if (row->refused)
			continue;
		if (import->options->dry_run) {
			try_row(row);
			continue;
		}
		row->ticket = (struct ticket){ .arena = row->arena, .errors = &row->errors, .task = run_row,
			.task_state = row, .done = row_done, .state = group };
		tickets[count++] = &row->ticket;
	}
	group->left = count;
	group->running = true;
	if (count)
		writer_queue(import->service, tickets, count);
}

void import_group_wait(struct import_group *group)
{
	pthread_mutex_lock(&group->mutex);
	while (group->left > 0)
		pthread_cond_wait(&group->done, &group->mutex);
	pthread_mutex_unlock(&group->mutex);
	group->running = false;
	for (size_t i = 0; i < group->count; i++) {
		struct import_row *row = group->rows[i];
		if (!row->refused && !row->ticket.ok)
			import_row_errors(row);
		if (!row->refused && !row->ticket.ok)
			import_refuse(row, -1, N_("It could not be stored"));
	}
}
