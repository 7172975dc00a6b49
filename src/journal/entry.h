/*
 * entry.h - one journal entry as text, custos-entry/v1: strict reader and the only printer.
 *
 * UTF-8 lines ended by LF, one key a line in fixed order; an unknown key, another order, a missing line, a sign too many
 * are refused. The texts of a read entry are views into the entry. Prefixes (u- p- d-) stay on; "-" reads as empty.
 *
 *	custos-entry/v1
 *	seq 7
 *	time 2026-11-20T08:15:30.000Z
 *	clock unsynced                  (only then)
 *	log custos.example/j/fac01
 *	type movement.cell-change
 *	actor u-0003
 *	subject p-00042                 or -
 *	record r-00000007               or -
 *	rev 1                           0 when there is no record
 *	prev <64 hex>                   leaf hash of the record's previous revision, or -
 *	payload sha256 <64 hex> <bytes> or: payload -
 *	commit sha256 <64 hex>          exactly when there is a payload
 *	second u-0019                   only when a second person agreed
 *	decision d-...                  only when known
 */
#ifndef CUSTOS_JOURNAL_ENTRY_H
#define CUSTOS_JOURNAL_ENTRY_H

#include "base/builder.h"
#include "base/hash.h"

struct entry {
	int64_t sequence, time, revision;
	bool clock_unsynced;
	struct text log, type, actor, subject, record, second, decision; /* empty when "-" or left out */
	bool has_previous, has_payload;
	struct hash previous;
	struct hash payload; /* of nonce || ciphertext || tag */
	int64_t payload_size;
	struct hash commitment;
};

bool entry_parse(struct text text, struct entry *out_entry);
/* False when a field could not be read back: an empty or unfit word, a number below zero. */
bool entry_print(struct builder *builder, const struct entry *entry);
/* Letters, digits and . _ - / : only; not empty, not "-" alone. */
bool entry_word_is_valid(struct text word);

#endif
