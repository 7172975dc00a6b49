/*
 * proof.h - what goes beyond journal_proof(): consistency between two sizes for witnesses, and the check of a receipt.
 *
 * Source: c2sp.org/tlog-proof@v1, c2sp.org/tlog-witness.
 */
#ifndef CUSTOS_JOURNAL_PROOF_H
#define CUSTOS_JOURNAL_PROOF_H

#include "journal/checkpoint.h"
#include "journal/journal.h"

/* Proof that the newest checkpoint (out_message) extends the tree of old_size, old_size > 0. */
bool journal_consistency(struct connection *connection, struct arena *arena, struct text log, uint64_t old_size,
	struct merkle_proof *out_proof, struct text *out_message, struct error_list *errors);

/* True when the tlog-proof text shows that the leaf stands in the log of the key. Needs no database. */
bool proof_holds(struct arena *arena, struct text proof_text, const struct hash *leaf, const struct note_key *key,
	struct checkpoint *out_checkpoint, uint64_t *out_index);

#endif
