/* replay.c - rows out of entries, and all tables made again from the journal. */
#include "journal/finding.h"
#include "journal/fold.h"
#include "journal/row_json.h"
#include "store/write.h"

bool replay_row(struct arena *arena, const struct registry *registry, struct keys *keys, const struct journal_entry *entry,
	struct row **out_row, struct error_list *errors)
{
	return replay_step(arena, registry, keys, entry, out_row, NULL, errors);
}

bool replay_step(struct arena *arena, const struct registry *registry, struct keys *keys, const struct journal_entry *entry,
	struct row **out_row, struct text *out_reason, struct error_list *errors)
{
	struct text plaintext;
	struct error_list faults;
	const struct record *record = registry_record(registry, entry->record);
	error_list_begin(&faults, arena);
	if (!journal_open_payload_of(keys, arena, entry, record ? record->compartment : COMPARTMENT_CORE, &plaintext, &faults)) {
		if (!error_list_has(&faults, E_KEY_DESTROYED)) {
			error_append(errors, &faults);
			return false;
		}
		*out_row = NULL;
		if (out_reason)
			*out_reason = text_empty();
		return true;
	}
	return replay_plaintext(arena, registry, entry, plaintext, out_row, out_reason, errors);
}

bool replay_plaintext(struct arena *arena, const struct registry *registry, const struct journal_entry *entry,
	struct text plaintext, struct row **out_row, struct text *out_reason, struct error_list *errors)
{
	struct row *row;
	if (!row_from_payload(arena, registry, plaintext, &row, out_reason, errors))
		return false;
	if (!row)
		return journal_fail(errors, N_("The entry is about a record that the program does not know."));
	if (!text_equal_string(entry->record, row->record->name) || !text_equal(entry->record_id, row->id) ||
		entry->revision != row->version)
		return journal_fail(errors, N_("The content of an entry is about another row."));
	row->changed_at = entry->time;
	row->changed_by = arena_copy(arena, entry->actor);
	row->log = arena_copy(arena, entry->log);
	row->log_index = entry->index;
	*out_row = row;
	return true;
}

struct rebuild {
	struct connection *writer;
	struct arena *scratch;
	const struct registry *registry;
	struct keys *keys;
	struct error_list *errors;
};

static bool put_row(void *state, const struct journal_entry *entry)
{
	struct rebuild *rebuild = state;
	struct row *row;
	if (!registry_record(rebuild->registry, entry->record))
		return true; /* a table that the program has given up */
	bool done = replay_row(rebuild->scratch, rebuild->registry, rebuild->keys, entry, &row, rebuild->errors) &&
		    (!row || write_replace(rebuild->writer, rebuild->scratch, row, rebuild->errors));
	arena_reset(rebuild->scratch);
	return done;
}

static bool rebuild_tables(struct rebuild *rebuild, const struct verify_progress *progress)
{
	for (size_t i = 0; i < rebuild->registry->record_count; i++)
		if (!write_delete_all(rebuild->writer, rebuild->registry->records[i], rebuild->errors))
			return false;
	struct store_result result;
	if (!store_query(rebuild->writer, rebuild->scratch, "SELECT count(*) FROM journal_entry WHERE rev > 0", NULL, 0,
		    &result, rebuild->errors))
		return false;
	const struct fold fold = { .connection = rebuild->writer, .progress = progress, .phase = "rebuild",
		.total = store_cell(&result, 0, 0).integer, .newest = put_row, .state = rebuild };
	arena_reset(rebuild->scratch);
	return fold_run(&fold, rebuild->errors) && store_flush(rebuild->writer, rebuild->errors);
}

bool replay_rebuild(struct connection *writer, struct arena *arena, const struct registry *registry, struct keys *keys,
	const struct verify_progress *progress, struct error_list *errors)
{
	struct rebuild rebuild = { writer, arena_create(), registry, keys, errors };
	(void)arena;
	bool done = store_begin(writer, errors);
	if (done && !(rebuild_tables(&rebuild, progress) && store_commit(writer, errors))) {
		struct error_list ignored;
		error_list_begin(&ignored, rebuild.scratch);
		store_rollback(writer, &ignored);
		done = false;
	}
	arena_destroy(rebuild.scratch);
	return done;
}
