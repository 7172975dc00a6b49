/*
 * chain.h - what the journal says of the rows, gathered while the logs are walked in any order: the chain of each row's
 * revisions, and its newest one. Internal to the folder.
 *
 * A row whose person was moved has revisions in several logs. Revisions that follow what is known are checked and joined at
 * once; others wait until all logs have been seen (chain_settle). About a hundred bytes a row, whatever its revisions.
 */
#ifndef CUSTOS_JOURNAL_CHAIN_H
#define CUSTOS_JOURNAL_CHAIN_H

#include "base/hash.h"

enum { CHAIN_KEY_SIZE = 16 };
struct chain_key {
	uint8_t bytes[CHAIN_KEY_SIZE]; /* of "table/id", by a secret of this run: nobody can make two rows share one */
};

/* What a revision says of its row: its values; that the key is destroyed, so the row must not stand; that it cannot be read,
 * which is found; or that the program has no such table. */
enum chain_state { CHAIN_VALUES, CHAIN_GONE, CHAIN_UNREADABLE, CHAIN_UNKNOWN };

struct chain_link {
	struct chain_key key;
	int64_t revision, index;
	uint32_t log; /* number of the log in the run's order */
	enum chain_state state;
	bool has_previous;
	bool readable; /* false: the entry is damaged, previous is not known and not checked */
	struct hash previous, leaf;
	struct hash content; /* of all values; only with CHAIN_VALUES */
};

struct chain_row {
	struct chain_key key;
	uint32_t log;
	uint8_t state;
	bool seen, differs; /* for whoever compares the tables */
	int64_t revision, index;
	struct hash leaf, content;
};

struct chain;
typedef void chain_fault(void *state, const struct chain_link *link, const char *what);

struct chain *chain_create(chain_fault *fault, void *state);
void chain_destroy(struct chain *chain);
struct chain_key chain_key_of(const struct chain *chain, struct text name); /* any thread */
void chain_add(struct chain *chain, const struct chain_link *link);
/* After the last link; then rows are complete. */
void chain_settle(struct chain *chain);
struct chain_row *chain_find(struct chain *chain, const struct chain_key *key);
/* How many rows there are. */
size_t chain_count(const struct chain *chain);
/* Rows in no order; NULL at the end. *place begins at 0. */
struct chain_row *chain_next(struct chain *chain, size_t *place);

#endif
