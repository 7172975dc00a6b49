/* verify_entry.h - one entry by itself: leaf, columns, content, and what it says of its row. Pure but for the keys, so that pages
 * of entries can be checked by several threads at once. Internal to the folder. */
#ifndef CUSTOS_JOURNAL_VERIFY_ENTRY_H
#define CUSTOS_JOURNAL_VERIFY_ENTRY_H

#include "journal/chain.h"
#include "journal/entry.h"
#include "journal/key_memory.h"
#include "journal/verify.h"

/* Columns that entry_check() wants of journal_entry, in this order. */
#define VERIFY_COLUMNS "idx, entry, leaf, time, type, actor, subject, record, rev, act, blob"

struct entry_check {
	struct text log;
	uint32_t log_number;
	const struct registry *registry;
	const struct chain *chain; /* only for its keys */
	struct key_memory *keys;   /* of the thread */
	struct keys *store;
	struct arena *arena;   /* findings and what the entry leaves behind; as long as the cells */
	struct arena *scratch; /* reset by entry_check() */
	struct verify_report *report; /* findings, payloads, destroyed */
};

struct entry_outcome {
	struct hash leaf; /* of the entry's bytes */
	bool readable;
	struct entry parsed; /* only when readable; views of the cells */
	bool has_link;
	struct chain_link link;
};

void entry_check(const struct entry_check *check, const struct value *cells, struct entry_outcome *out_outcome);
/* All values of a row: what a live row is compared by. */
struct hash row_content(struct arena *scratch, const struct row *row);

#endif
