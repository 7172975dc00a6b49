/* verify_entry.c - one entry by itself: leaf, columns, content, and what it says of its row. */
#include "journal/verify_entry.h"

#include "journal/finding.h"
#include "journal/journal_internal.h"
#include "journal/row_json.h"

enum cell { CELL_INDEX, CELL_ENTRY, CELL_LEAF, CELL_TIME, CELL_TYPE, CELL_ACTOR, CELL_SUBJECT, CELL_RECORD, CELL_REV, CELL_ACT,
	CELL_BLOB };

static void say(const struct entry_check *check, int64_t index, const char *what)
{
	finding_say(check->report, check->arena, check->log, index, what);
}

static void check_column(const struct entry_check *check, int64_t index, const char *column, struct value cell,
	struct value want)
{
	if (value_equal(cell, want))
		return;
	const struct verify_finding finding = { .log = check->log, .index = index, .table = TEXT("journal_entry"),
		.row = TEXT(""), .field = text_from(column), .what = TEXT("column differs from the entry") };
	finding_add(check->report, check->arena, &finding);
}

static void check_columns(const struct entry_check *check, const struct value *cells, const struct journal_entry *entry)
{
	int64_t index = cells[CELL_INDEX].integer;
	check_column(check, index, "time", cells[CELL_TIME], value_integer(entry->time));
	check_column(check, index, "type", cells[CELL_TYPE], value_text(entry->type));
	check_column(check, index, "actor", cells[CELL_ACTOR], value_text(entry->actor));
	check_column(check, index, "subject", cells[CELL_SUBJECT], value_text(entry->subject));
	check_column(check, index, "record", cells[CELL_RECORD], value_text(entry->name));
	check_column(check, index, "rev", cells[CELL_REV],
		value_integer(journal_log_kind(check->log) == 'j' ? entry->revision : 0));
	check_column(check, index, "act", cells[CELL_ACT], value_text(entry->decision));
}

/* ---- content ---- */

static void add_value(struct builder *bytes, struct value value)
{
	builder_add_byte(bytes, (char)('0' + (int)value.kind));
	if (value.kind == VALUE_INTEGER)
		builder_add_bytes(bytes, &value.integer, sizeof value.integer);
	if (value.kind != VALUE_TEXT && value.kind != VALUE_BYTES)
		return;
	builder_add_bytes(bytes, &value.text.length, sizeof value.text.length);
	builder_add(bytes, value.text);
}

struct hash row_content(struct arena *scratch, const struct row *row)
{
	struct builder bytes;
	builder_begin(&bytes, scratch, 1024);
	add_value(&bytes, value_integer(row->version));
	add_value(&bytes, value_integer(row->created_at));
	add_value(&bytes, value_text(row->created_by));
	add_value(&bytes, value_integer(row->changed_at));
	add_value(&bytes, value_text(row->changed_by));
	add_value(&bytes, value_text(row->log));
	add_value(&bytes, value_integer(row->log_index));
	for (int i = 0; i < row->record->field_count; i++)
		add_value(&bytes, row->values[i]);
	struct text text = builder_text(&bytes);
	return hash_of(text.data, text.length);
}

/* False when there is none to read: it is missing, damaged, or its key is gone (then *out_gone). */
static bool open_content(const struct entry_check *check, const struct journal_entry *entry, int64_t size,
	enum compartment likely, struct text *out_plaintext, bool *out_gone)
{
	struct error_list errors;
	*out_gone = false;
	if (entry->has_payload != !text_is_empty(entry->blob)) {
		say(check, entry->index, entry->has_payload ? "content is missing" : "content that the entry does not name");
		return false;
	}
	if (!entry->has_payload)
		return false;
	check->report->payloads++;
	error_list_begin(&errors, check->scratch);
	if ((int64_t)entry->blob.length != size) {
		say(check, entry->index, "content has another size");
		return false;
	}
	if (journal_open_payload_with(check->store, check->keys, check->scratch, entry, likely, out_plaintext, &errors))
		return true;
	*out_gone = error_list_has(&errors, E_KEY_DESTROYED);
	if (*out_gone)
		check->report->destroyed++;
	else
		say(check, entry->index, errors.items[0].message);
	return false;
}

static enum chain_state state_of(const struct entry_check *check, const struct journal_entry *entry, int64_t size,
	struct hash *out_content)
{
	const struct record *record = registry_record(check->registry, entry->record);
	struct error_list errors;
	struct text plaintext;
	struct row *row;
	bool gone;
	error_list_begin(&errors, check->scratch);
	bool opened = open_content(check, entry, size, record ? record->compartment : COMPARTMENT_CORE, &plaintext, &gone);
	if (!record)
		return CHAIN_UNKNOWN; /* a table that the program has given up */
	if (!opened)
		return gone ? CHAIN_GONE : CHAIN_UNREADABLE;
	if (!replay_plaintext(check->scratch, check->registry, entry, plaintext, &row, NULL, &errors))
		return CHAIN_UNREADABLE;
	*out_content = row_content(check->scratch, row);
	return CHAIN_VALUES;
}

/* ---- the whole ---- */

/* A damaged entry still has its columns: they say which row cannot be read. */
static void link_from_columns(const struct entry_check *check, const struct value *cells, struct entry_outcome *outcome)
{
	if (cells[CELL_RECORD].kind != VALUE_TEXT || cells[CELL_REV].kind != VALUE_INTEGER || cells[CELL_REV].integer <= 0)
		return;
	outcome->has_link = true;
	outcome->link = (struct chain_link){ .key = chain_key_of(check->chain, cells[CELL_RECORD].text),
		.revision = cells[CELL_REV].integer, .index = cells[CELL_INDEX].integer, .log = check->log_number,
		.state = CHAIN_UNREADABLE };
	if (!journal_hash_cell(cells[CELL_LEAF], &outcome->link.leaf))
		outcome->link.leaf = outcome->leaf;
}

static void link_from_entry(const struct entry_check *check, const struct journal_entry *entry,
	struct entry_outcome *outcome)
{
	const struct entry *parsed = &outcome->parsed;
	struct hash content = { { 0 } };
	struct text plaintext;
	bool gone;
	if (journal_log_kind(check->log) != 'j' || parsed->revision == 0) {
		open_content(check, entry, parsed->payload_size, COMPARTMENT_CORE, &plaintext, &gone);
		return;
	}
	enum chain_state state = state_of(check, entry, parsed->payload_size, &content);
	outcome->has_link = true;
	outcome->link = (struct chain_link){ .key = chain_key_of(check->chain, parsed->record), .revision = parsed->revision,
		.index = entry->index, .log = check->log_number, .state = state, .has_previous = parsed->has_previous,
		.readable = true, .previous = parsed->previous, .leaf = entry->leaf, .content = content };
}

void entry_check(const struct entry_check *check, const struct value *cells, struct entry_outcome *out_outcome)
{
	struct entry_outcome *outcome = out_outcome;
	struct journal_entry entry;
	struct hash stored;
	int64_t index = cells[CELL_INDEX].integer;
	const struct value view[JOURNAL_COLUMN_COUNT] = { value_text(check->log), cells[CELL_INDEX], cells[CELL_ENTRY],
		cells[CELL_LEAF], cells[CELL_BLOB] };
	*outcome = (struct entry_outcome){ .leaf = merkle_leaf(cells[CELL_ENTRY].text) };
	if (!journal_hash_cell(cells[CELL_LEAF], &stored) || !hash_equal(&outcome->leaf, &stored))
		say(check, index, "leaf hash differs from the entry");
	outcome->readable = cells[CELL_ENTRY].kind == VALUE_TEXT && entry_parse(cells[CELL_ENTRY].text, &outcome->parsed);
	if (!outcome->readable) {
		say(check, index, "entry is not readable");
		link_from_columns(check, cells, outcome);
		return;
	}
	if (outcome->parsed.sequence != index)
		say(check, index, "entry has another number");
	if (!text_equal(outcome->parsed.log, check->log))
		say(check, index, "entry is of another log");
	journal_entry_fill(view, &outcome->parsed, &entry);
	check_columns(check, cells, &entry);
	link_from_entry(check, &entry, outcome);
	outcome->link.index = index; /* where it is stored, whatever it says */
	arena_reset(check->scratch);
}
