/* journal_internal.h - the open journal, and reading of stored entries; shared by the files of this folder. */
#ifndef CUSTOS_JOURNAL_INTERNAL_H
#define CUSTOS_JOURNAL_INTERNAL_H

#include "base/map.h"
#include "journal/entry.h"
#include "journal/journal.h"
#include "journal/key_memory.h"
#include "journal/note.h"

struct log_state {
	struct text name;
	struct note_key key;
	struct merkle_frontier frontier;
	bool touched; /* has entries that are not sealed */
	bool stale;   /* must be read from the database before use */
	/* As it stood at the journal's mark; good while mark is the journal's. */
	struct merkle_frontier marked;
	bool marked_touched;
	uint64_t mark;
};

struct journal {
	struct arena *arena;
	struct arena *scratch; /* reset at every seal and return */
	struct connection *connection;
	struct keys *keys;
	struct text base;
	struct map logs; /* name -> struct log_state */
	uint64_t mark;	 /* number of the mark; moves on */
};

/* Columns that journal_entry_read() wants, in this order. */
#define JOURNAL_COLUMNS "log, idx, entry, leaf, blob"
enum { JOURNAL_COLUMN_COUNT = 5 };

/* From cells of JOURNAL_COLUMNS; E_JOURNAL when the entry is not readable. Texts are views into the cells. */
bool journal_entry_read(const struct value *cells, struct journal_entry *out_entry, struct error_list *errors);
/* As above for an entry that is parsed already. */
void journal_entry_fill(const struct value *cells, const struct entry *parsed, struct journal_entry *out_entry);
/* 'j' or 'a' of a log's name, or 0. */
char journal_log_kind(struct text log);
/* journal_open_payload_of() with keys at hand; memory may be NULL. */
bool journal_open_payload_with(struct keys *keys, struct key_memory *memory, struct arena *arena,
	const struct journal_entry *entry, enum compartment likely, struct text *out_plaintext, struct error_list *errors);
/* replay_step() after the payload is opened. */
bool replay_plaintext(struct arena *arena, const struct registry *registry, const struct journal_entry *entry,
	struct text plaintext, struct row **out_row, struct text *out_reason, struct error_list *errors);
bool journal_fail(struct error_list *errors, const char *message);
/* Bytes of a cell into a hash; false when it is not 32 bytes of binary. */
bool journal_hash_cell(struct value cell, struct hash *out_hash);

#endif
