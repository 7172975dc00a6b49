/* journal.c - appending entries inside the writer's transaction, and sealing the logs with signed checkpoints. */
#include "journal/journal.h"

#include <string.h>

#include "journal/checkpoint.h"
#include "journal/journal_internal.h"
#include "journal/payload.h"
#include "journal/tile.h"

static const char schema[] =
	"CREATE TABLE IF NOT EXISTS journal_log (name TEXT PRIMARY KEY, size BIGINT NOT NULL, frontier @BLOB NOT NULL,"
	" root @BLOB NOT NULL, checkpoint TEXT NOT NULL, exported BIGINT NOT NULL);\n"
	"CREATE TABLE IF NOT EXISTS journal_entry (log TEXT NOT NULL, idx BIGINT NOT NULL, entry TEXT NOT NULL,"
	" leaf @BLOB NOT NULL, time BIGINT NOT NULL, type TEXT NOT NULL, actor TEXT, subject TEXT, record TEXT,"
	" rev BIGINT NOT NULL, act TEXT, blob @BLOB, PRIMARY KEY (log, idx));\n"
	"CREATE UNIQUE INDEX IF NOT EXISTS journal_entry_record ON journal_entry (record, rev) WHERE rev > 0;\n"
	/* Two indexes, so that a file's timeline does not grow slower with every reading of it. */
	"CREATE INDEX IF NOT EXISTS journal_entry_about ON journal_entry (subject, time) WHERE subject IS NOT NULL AND rev > 0;\n"
	"CREATE INDEX IF NOT EXISTS journal_entry_reading ON journal_entry (subject, time) WHERE subject IS NOT NULL AND rev = 0;\n"
	/* Roots of full tiles (level 1: 256 entries, 2: 65,536 ...), so that a proof needs few reads. */
	"CREATE TABLE IF NOT EXISTS journal_node (log TEXT NOT NULL, level BIGINT NOT NULL, idx BIGINT NOT NULL,"
	" hash @BLOB NOT NULL, PRIMARY KEY (log, level, idx))";

bool journal_install(struct connection *writer, struct error_list *errors)
{
	return store_script(writer, schema, errors);
}

bool journal_fail(struct error_list *errors, const char *message)
{
	error_say(errors, E_JOURNAL, NULL, message);
	return false;
}

bool journal_hash_cell(struct value cell, struct hash *out_hash)
{
	if (cell.kind != VALUE_BYTES || cell.text.length != sizeof out_hash->bytes)
		return false;
	memcpy(out_hash->bytes, cell.text.data, sizeof out_hash->bytes);
	return true;
}

/* One part of a log's name: also a folder name in exports, so no slash and no leading dot. */
static bool is_name_part(struct text part)
{
	return entry_word_is_valid(part) && part.data[0] != '.' && text_find_byte(part, '/') == SIZE_MAX &&
	       text_find_byte(part, ':') == SIZE_MAX && part.length <= 128;
}

static void release_scratch(void *scratch)
{
	arena_destroy(scratch);
}

bool journal_open(struct arena *arena, struct connection *writer, struct keys *keys, struct text base,
	struct journal **out_journal, struct error_list *errors)
{
	if (!is_name_part(base))
		return journal_fail(errors, N_("The base name of the journal may hold letters, digits, dots and hyphens only."));
	struct journal *journal = ARENA_NEW(arena, struct journal);
	*journal = (struct journal){ .arena = arena, .scratch = arena_create(), .connection = writer, .keys = keys,
		.base = arena_copy(arena, base), .mark = 1 };
	arena_on_release(arena, release_scratch, journal->scratch);
	map_begin(&journal->logs, arena);
	*out_journal = journal;
	return true;
}

/* Takes size and frontier from the last seal and adds what this transaction appended since. */
static bool log_read(struct journal *journal, struct log_state *log, struct error_list *errors)
{
	struct value values[2] = { value_text(log->name) };
	struct store_result result;
	struct merkle_frontier frontier = { 0 };
	if (!store_query(journal->connection, journal->scratch, "SELECT size, frontier FROM journal_log WHERE name = $1",
		    values, 1, &result, errors))
		return false;
	if (result.rows && (!merkle_frontier_read(store_cell(&result, 0, 1).text, &frontier) ||
				   frontier.size != (uint64_t)store_cell(&result, 0, 0).integer))
		return journal_fail(errors, N_("The head of a log is damaged."));
	values[1] = value_integer((int64_t)frontier.size);
	if (!store_query(journal->connection, journal->scratch,
		    "SELECT leaf FROM journal_entry WHERE log = $1 AND idx >= $2 ORDER BY idx", values, 2, &result, errors))
		return false;
	for (size_t i = 0; i < result.rows; i++) {
		struct hash leaf;
		if (!journal_hash_cell(store_cell(&result, i, 0), &leaf))
			return journal_fail(errors, N_("The head of a log is damaged."));
		merkle_append(&frontier, &leaf);
	}
	log->frontier = frontier;
	log->touched = result.rows > 0;
	log->stale = false;
	return true;
}

static bool log_find(struct journal *journal, struct arena *arena, const struct journal_note *note,
	struct log_state **out_log, struct error_list *errors)
{
	if (!is_name_part(note->facility_code) || (strcmp(note->log_kind, "j") != 0 && strcmp(note->log_kind, "a") != 0))
		return journal_fail(errors, N_("The code names no log: use letters, digits, dots, hyphens and underlines only."));
	struct text name = arena_format(arena, "%.*s/%s/%.*s", TEXT_FORMAT(journal->base), note->log_kind,
		TEXT_FORMAT(note->facility_code));
	struct log_state *log = map_get(&journal->logs, name);
	if (!log) {
		uint8_t public_key[NOTE_PUBLIC_SIZE];
		if (!keys_public(journal->keys, name, true, public_key, errors))
			return false;
		log = ARENA_NEW(journal->arena, struct log_state);
		log->name = arena_copy(journal->arena, name);
		log->key = note_key_make(log->name, NOTE_LOG_KEY, public_key);
		log->stale = true;
		map_set(&journal->logs, log->name, log);
	}
	if (log->stale && !log_read(journal, log, errors))
		return false;
	*out_log = log;
	return true;
}

static bool find_previous(struct journal *journal, struct arena *arena, struct entry *entry, struct error_list *errors)
{
	const struct value values[] = { value_text(entry->record), value_integer(entry->revision - 1) };
	struct store_result result;
	if (!store_query(journal->connection, arena,
		    "SELECT leaf FROM journal_entry WHERE record = $1 AND rev = $2 AND rev > 0", values, 2, &result, errors))
		return false;
	if (result.rows != 1 || !journal_hash_cell(store_cell(&result, 0, 0), &entry->previous))
		return journal_fail(errors, N_("The earlier revision of the row is not in the journal."));
	entry->has_previous = true;
	return true;
}

static struct text prefixed(struct arena *arena, const char *prefix, struct text id)
{
	return text_is_empty(id) ? text_empty() : arena_format(arena, "%s%.*s", prefix, TEXT_FORMAT(id));
}

static bool seal_payload(struct journal *journal, struct arena *arena, const struct journal_note *note,
	struct entry *entry, struct text *out_blob, struct error_list *errors)
{
	uint8_t key[KEY_SIZE];
	if (!keys_of(journal->keys, entry->log, note->subject, note->compartment, KEY_PAYLOAD, true, key, errors))
		return false;
	struct text additional = payload_additional(arena, entry->log, entry->record, entry->revision);
	payload_seal(arena, key, additional, note->payload, out_blob, &entry->commitment);
	memset(key, 0, sizeof key);
	entry->has_payload = true;
	entry->payload = hash_of(out_blob->data, out_blob->length);
	entry->payload_size = (int64_t)out_blob->length;
	return true;
}

static bool entry_make(struct journal *journal, struct arena *arena, const struct log_state *log,
	const struct journal_note *note, struct entry *out_entry, struct text *out_blob, struct error_list *errors)
{
	struct entry entry = { .sequence = (int64_t)log->frontier.size, .time = note->time, .log = log->name,
		.type = note->type, .clock_unsynced = note->clock_unsynced };
	entry.actor = prefixed(arena, "u-", note->actor);
	entry.second = prefixed(arena, "u-", note->second);
	entry.subject = prefixed(arena, "p-", note->subject);
	entry.decision = prefixed(arena, "d-", note->decision);
	if (!text_is_empty(note->record)) {
		entry.record = arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(note->record), TEXT_FORMAT(note->record_id));
		entry.revision = note->revision;
	}
	*out_blob = text_empty();
	if (note->log_kind[0] == 'j' && entry.revision > 1 && !find_previous(journal, arena, &entry, errors))
		return false;
	if (!text_is_empty(note->payload) && !seal_payload(journal, arena, note, &entry, out_blob, errors))
		return false;
	*out_entry = entry;
	return true;
}

static bool store_entry(struct journal *journal, const struct journal_note *note, const struct entry *entry,
	struct text printed, const struct hash *leaf, struct text blob, struct error_list *errors)
{
	const struct value values[] = { value_text(entry->log), value_integer(entry->sequence), value_text(printed),
		value_bytes(text_make((const char *)leaf->bytes, sizeof leaf->bytes)), value_integer(entry->time),
		value_text(entry->type), value_text(note->actor), value_text(note->subject), value_text(entry->record),
		/* Reading a row is no revision of it: 0 keeps the access log out of the rows' histories. */
		value_integer(note->log_kind[0] == 'j' ? entry->revision : 0), value_text(note->decision),
		entry->has_payload ? value_bytes(blob) : value_absent() };
	return store_execute_later(journal->connection,
		"INSERT INTO journal_entry (log, idx, entry, leaf, time, type, actor, subject, record, rev, act, blob)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
		values, sizeof values / sizeof *values, errors);
}

static bool store_nodes(struct journal *journal, const struct log_state *log, int height, const struct hash *nodes,
	struct error_list *errors)
{
	for (int level = 1; level * TILE_HEIGHT <= height; level++) {
		const struct hash *node = &nodes[level * TILE_HEIGHT];
		const struct value values[] = { value_text(log->name), value_integer(level),
			value_integer((int64_t)((log->frontier.size - 1) >> (level * TILE_HEIGHT))),
			value_bytes(text_make((const char *)node->bytes, sizeof node->bytes)) };
		if (!store_execute_later(journal->connection,
			    "INSERT INTO journal_node (log, level, idx, hash) VALUES ($1, $2, $3, $4)", values, 4, errors))
			return false;
	}
	return true;
}

bool journal_append(struct journal *journal, struct arena *arena, const struct journal_note *note,
	struct journal_receipt *out_receipt, struct error_list *errors)
{
	struct log_state *log;
	struct entry entry;
	struct text blob;
	struct builder printed;
	if (!log_find(journal, arena, note, &log, errors) ||
		!entry_make(journal, arena, log, note, &entry, &blob, errors))
		return false;
	builder_begin(&printed, arena, 768);
	if (!entry_print(&printed, &entry))
		return journal_fail(errors, N_("The entry holds a word that the journal cannot carry."));
	if (builder_text(&printed).length > ENTRY_SIZE_MAXIMUM)
		return journal_fail(errors, N_("The entry is too long."));
	struct hash leaf = merkle_leaf(builder_text(&printed)), nodes[64];
	if (!store_entry(journal, note, &entry, builder_text(&printed), &leaf, blob, errors))
		return false;
	if (log->mark != journal->mark) {
		log->marked = log->frontier;
		log->marked_touched = log->touched;
		log->mark = journal->mark;
	}
	/* The frontier moves only now: a refused entry leaves no trace in memory. */
	int height = merkle_append_nodes(&log->frontier, &leaf, nodes);
	log->touched = true;
	*out_receipt = (struct journal_receipt){ .log = log->name, .index = entry.sequence, .leaf = leaf };
	return store_nodes(journal, log, height, nodes, errors);
}

static bool log_seal(struct journal *journal, struct arena *arena, struct log_state *log, struct error_list *errors)
{
	uint8_t signature[SIGNATURE_SIZE];
	struct checkpoint checkpoint = { .origin = log->name, .size = log->frontier.size,
		.root = merkle_root(&log->frontier) };
	struct text text = checkpoint_text(arena, &checkpoint);
	if (!keys_sign(journal->keys, log->name, text, signature, errors))
		return false;
	struct text note = note_join(arena, text, note_log_line(arena, &log->key, signature));
	const struct value values[] = { value_text(log->name), value_integer((int64_t)checkpoint.size),
		value_bytes(merkle_frontier_bytes(arena, &log->frontier)),
		value_bytes(text_make((const char *)checkpoint.root.bytes, sizeof checkpoint.root.bytes)), value_text(note),
		value_integer(0) };
	if (!store_execute_later(journal->connection,
		    "INSERT INTO journal_log (name, size, frontier, root, checkpoint, exported)"
		    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name) DO UPDATE SET size = excluded.size,"
		    " frontier = excluded.frontier, root = excluded.root, checkpoint = excluded.checkpoint",
		    values, sizeof values / sizeof *values, errors))
		return false;
	log->touched = false;
	return true;
}

bool journal_seal(struct journal *journal, struct arena *arena, struct error_list *errors)
{
	if (!keys_settle(journal->keys, errors))
		return false;
	for (size_t i = 0; i < journal->logs.count; i++) {
		struct log_state *log = journal->logs.entries[i].value;
		if (log->touched && log->stale && !log_read(journal, log, errors))
			return false;
		if (log->touched && !log_seal(journal, arena, log, errors))
			return false;
	}
	arena_reset(journal->scratch);
	return true;
}

/* The database knows best what a rollback took back: everything in memory is read again before its next use. */
void journal_return(struct journal *journal)
{
	for (size_t i = 0; i < journal->logs.count; i++)
		((struct log_state *)journal->logs.entries[i].value)->stale = true;
	journal->mark++;
	arena_reset(journal->scratch);
}

/* An import may have hundreds of refused rows in one group: reading the group's entries again for each would cost its square. */
void journal_return_to_mark(struct journal *journal)
{
	for (size_t i = 0; i < journal->logs.count; i++) {
		struct log_state *log = journal->logs.entries[i].value;
		if (log->mark != journal->mark)
			continue;
		log->frontier = log->marked;
		log->touched = log->marked_touched;
	}
	journal->mark++;
	arena_reset(journal->scratch);
}

/* Logs keep their state when they are first appended to. The scratch memory of the command before goes. */
void journal_mark(struct journal *journal)
{
	journal->mark++;
	arena_reset(journal->scratch);
}
