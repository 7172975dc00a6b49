/* journal_read.c - histories, files of subjects, payloads and checkpoints: reading on any connection. */
#include <string.h>

#include "journal/journal_internal.h"
#include "journal/payload.h"

static struct text without(struct text text, const char *prefix)
{
	struct text start = text_from(prefix);
	return text_starts_with(text, start) ? text_slice(text, start.length, text.length) : text;
}

void journal_entry_fill(const struct value *cells, const struct entry *parsed, struct journal_entry *out_entry)
{
	struct journal_entry entry = { .log = parsed->log, .index = parsed->sequence, .time = parsed->time,
		.revision = parsed->revision, .type = parsed->type, .actor = without(parsed->actor, "u-"),
		.second = without(parsed->second, "u-"), .subject = without(parsed->subject, "p-"),
		.decision = without(parsed->decision, "d-"), .entry = cells[2].text, .name = parsed->record,
		.has_payload = parsed->has_payload, .payload = parsed->payload, .commitment = parsed->commitment };
	size_t slash = text_find_byte(parsed->record, '/');
	if (slash != SIZE_MAX) {
		entry.record = text_slice(parsed->record, 0, slash);
		entry.record_id = text_slice(parsed->record, slash + 1, parsed->record.length);
	}
	if (!journal_hash_cell(cells[3], &entry.leaf))
		entry.leaf = (struct hash){ { 0 } };
	entry.blob = cells[4].kind == VALUE_BYTES ? cells[4].text : text_empty();
	*out_entry = entry;
}

bool journal_entry_read(const struct value *cells, struct journal_entry *out_entry, struct error_list *errors)
{
	struct entry parsed;
	if (cells[2].kind != VALUE_TEXT || !entry_parse(cells[2].text, &parsed))
		return journal_fail(errors, N_("An entry of the journal is damaged."));
	journal_entry_fill(cells, &parsed, out_entry);
	return true;
}

char journal_log_kind(struct text log)
{
	size_t slash = text_find_byte(log, '/');
	return slash != SIZE_MAX && slash + 2 < log.length && log.data[slash + 2] == '/' ? log.data[slash + 1] : 0;
}

static bool entries_of(const struct store_result *result, struct arena *arena, struct journal_entry **out_entries,
	size_t *out_count, struct error_list *errors)
{
	struct journal_entry *entries = ARENA_ARRAY(arena, struct journal_entry, result->rows + 1);
	for (size_t i = 0; i < result->rows; i++)
		if (!journal_entry_read(&result->values[i * result->columns], &entries[i], errors))
			return false;
	*out_entries = entries;
	*out_count = result->rows;
	return true;
}

bool journal_history(struct connection *connection, struct arena *arena, const char *record, struct text id, int64_t until,
	struct journal_entry **out_entries, size_t *out_count, struct error_list *errors)
{
	struct text name = arena_format(arena, "%s/%.*s", record, TEXT_FORMAT(id));
	const struct value values[] = { value_text(name), value_integer(until > 0 ? until : INT64_MAX) };
	struct store_result result;
	return store_query(connection, arena,
		       "SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE record = $1 AND rev > 0 AND time <= $2 ORDER BY rev",
		       values, 2, &result, errors) &&
	       entries_of(&result, arena, out_entries, out_count, errors);
}

bool journal_revision(struct connection *connection, struct arena *arena, struct text name, int64_t revision,
	struct journal_entry **out_entry, struct error_list *errors)
{
	const struct value values[] = { value_text(name), value_integer(revision) };
	struct store_result result;
	struct journal_entry *entries;
	size_t count;
	if (!store_query(connection, arena,
		    "SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE record = $1 AND rev = $2 AND rev > 0", values, 2,
		    &result, errors) ||
		!entries_of(&result, arena, &entries, &count, errors))
		return false;
	*out_entry = count ? &entries[0] : NULL;
	return true;
}

/*
 * Entries of one moment belong together (one act makes several), and the next page starts before that moment: so a page
 * that would part them takes them all. rev tells which log: revisions are in record logs, readings have none.
 */
static bool complete_moment(struct connection *connection, struct arena *arena, struct text subject, const char *kind,
	struct journal_entry **entries, size_t *count, struct error_list *errors)
{
	int64_t moment = (*entries)[*count - 1].time;
	const struct value values[] = { value_text(subject), value_integer(moment) };
	struct store_result result;
	struct journal_entry *last, *joined;
	size_t last_count, kept = *count;
	if (!store_query(connection, arena,
		    *kind == 'a' ?
			    "SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE subject = $1 AND time = $2"
			    " AND rev = 0 ORDER BY log DESC, idx DESC" :
			    "SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE subject = $1 AND time = $2"
			    " AND rev > 0 ORDER BY log DESC, idx DESC",
		    values, 2, &result, errors) ||
		!entries_of(&result, arena, &last, &last_count, errors))
		return false;
	while (kept > 0 && (*entries)[kept - 1].time == moment)
		kept--;
	joined = ARENA_ARRAY(arena, struct journal_entry, kept + last_count);
	memcpy(joined, *entries, kept * sizeof *joined);
	memcpy(joined + kept, last, last_count * sizeof *joined);
	*entries = joined;
	*count = kept + last_count;
	return true;
}

bool journal_about(struct connection *connection, struct arena *arena, const char *kind, struct text subject,
	int64_t before_time, size_t limit, struct journal_entry **out_entries, size_t *out_count, struct error_list *errors)
{
	const struct value values[] = { value_text(subject), value_integer(before_time > 0 ? before_time : INT64_MAX),
		value_integer((int64_t)limit) };
	struct store_result result;
	struct journal_entry *entries;
	size_t count;
	if (!store_query(connection, arena,
		    *kind == 'a' ?
			    "SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE subject = $1 AND time < $2"
			    " AND rev = 0 ORDER BY time DESC, log DESC, idx DESC LIMIT $3" :
			    "SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE subject = $1 AND time < $2"
			    " AND rev > 0 ORDER BY time DESC, log DESC, idx DESC LIMIT $3",
		    values, 3, &result, errors) ||
		!entries_of(&result, arena, &entries, &count, errors))
		return false;
	if (count > 0 && count == limit && !complete_moment(connection, arena, subject, kind, &entries, &count, errors))
		return false;
	*out_entries = entries;
	*out_count = count;
	return true;
}

bool journal_file_at(struct connection *connection, struct arena *arena, struct text subject, int64_t moment,
	struct journal_entry **out_entries, size_t *out_count, struct error_list *errors)
{
	const struct value values[] = { value_text(subject), value_integer(moment) };
	struct store_result result;
	struct journal_entry *entries;
	size_t count, newest = 0;
	if (!store_query(connection, arena,
		    "SELECT " JOURNAL_COLUMNS " FROM journal_entry WHERE subject = $1 AND time <= $2 AND rev > 0"
		    " ORDER BY record, rev",
		    values, 2, &result, errors) ||
		!entries_of(&result, arena, &entries, &count, errors))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool last = i + 1 == count || !text_equal(entries[i].record, entries[i + 1].record) ||
			    !text_equal(entries[i].record_id, entries[i + 1].record_id);
		if (last)
			entries[newest++] = entries[i];
	}
	*out_entries = entries;
	*out_count = newest;
	return true;
}

/* What an attempt with one compartment's key came to. */
enum attempt { ATTEMPT_OPENED, ATTEMPT_NO_KEY, ATTEMPT_DESTROYED, ATTEMPT_REFUSED };

static enum attempt attempt_open(struct keys *keys, struct key_memory *memory, struct arena *arena,
	const struct journal_entry *entry, enum compartment compartment, struct text additional, struct text *out_salt, struct text *out_plaintext)
{
	uint8_t key[KEY_SIZE];
	struct error_list errors;
	error_list_begin(&errors, arena);
	bool found = memory ? key_memory_of(memory, entry->log, entry->subject, compartment, key, &errors) :
			      keys_of(keys, entry->log, entry->subject, compartment, KEY_PAYLOAD, false, key, &errors);
	if (!found)
		return error_list_has(&errors, E_KEY_DESTROYED) ? ATTEMPT_DESTROYED : ATTEMPT_NO_KEY;
	bool opened = payload_open(arena, key, additional, entry->blob, out_salt, out_plaintext);
	memset(key, 0, sizeof key);
	return opened ? ATTEMPT_OPENED : ATTEMPT_REFUSED;
}

/*
 * The entry does not say which compartment it is in (that alone would tell too much), so each key that exists is tried.
 * The blob's hash was compared first: what no key opens was sealed with one that is gone.
 */
bool journal_open_payload_with(struct keys *keys, struct key_memory *memory, struct arena *arena,
	const struct journal_entry *entry, enum compartment likely, struct text *out_plaintext, struct error_list *errors)
{
	struct text salt, plaintext;
	if (!entry->has_payload || text_is_empty(entry->blob))
		return journal_fail(errors, N_("The entry has no content."));
	struct hash hash = hash_of(entry->blob.data, entry->blob.length);
	if (!hash_equal(&hash, &entry->payload))
		return journal_fail(errors, N_("The content does not fit the hash in its entry."));
	struct text additional = payload_additional(arena, entry->log, entry->name, entry->revision);
	bool destroyed = false;
	for (int i = 0; i < COMPARTMENT_COUNT; i++) {
		int compartment = i == 0 ? (int)likely : i <= (int)likely ? i - 1 : i;
		enum attempt attempt = attempt_open(keys, memory, arena, entry, (enum compartment)compartment,
			additional, &salt, &plaintext);
		destroyed = destroyed || attempt == ATTEMPT_DESTROYED;
		if (attempt != ATTEMPT_OPENED)
			continue;
		hash = payload_commitment(salt, plaintext);
		if (!hash_equal(&hash, &entry->commitment))
			return journal_fail(errors, N_("The content does not fit the commitment in its entry."));
		*out_plaintext = plaintext;
		return true;
	}
	if (!destroyed)
		return journal_fail(errors, N_("No key of the key store opens the content."));
	error_say(errors, E_KEY_DESTROYED, NULL, N_("The content was erased: its key is destroyed."));
	return false;
}

bool journal_open_payload_of(struct keys *keys, struct arena *arena, const struct journal_entry *entry,
	enum compartment likely, struct text *out_plaintext, struct error_list *errors)
{
	return journal_open_payload_with(keys, NULL, arena, entry, likely, out_plaintext, errors);
}

bool journal_open_payload(struct keys *keys, struct arena *arena, const struct journal_entry *entry,
	struct text *out_plaintext, struct error_list *errors)
{
	return journal_open_payload_of(keys, arena, entry, COMPARTMENT_CORE, out_plaintext, errors);
}

bool journal_checkpoint(struct connection *connection, struct arena *arena, struct text log, struct text *out_note,
	struct error_list *errors)
{
	const struct value values[] = { value_text(log) };
	struct store_result result;
	if (!store_query(connection, arena, "SELECT checkpoint FROM journal_log WHERE name = $1", values, 1, &result, errors))
		return false;
	*out_note = result.rows ? store_cell(&result, 0, 0).text : text_empty();
	return true;
}
