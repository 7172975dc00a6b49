/*
 * checkpoint.h - the head of a log as text: origin, size, root; and its short form for one SMS.
 *
 * Exactly three lines; extension lines are refused, because the newer cosignatures do not sign them. The SMS form is
 * "C1 <size> <root> <signature>" (at most 160 GSM-7 characters up to 10^10 entries); the reader knows whose phone it was.
 *
 * Source: c2sp.org/tlog-checkpoint@v1.0.0.
 */
#ifndef CUSTOS_JOURNAL_CHECKPOINT_H
#define CUSTOS_JOURNAL_CHECKPOINT_H

#include "base/hash.h"
#include "journal/note.h"

struct checkpoint {
	struct text origin;
	uint64_t size;
	struct hash root;
};

bool checkpoint_parse(struct arena *arena, struct text text, struct checkpoint *out_checkpoint);
struct text checkpoint_text(struct arena *arena, const struct checkpoint *checkpoint);
/* Parses the note, verifies it with the log's key, and the origin against the key's name. */
bool checkpoint_verify(struct arena *arena, struct text message, const struct note_key *key,
	struct checkpoint *out_checkpoint);
/* False when the note has no line of the key. */
bool checkpoint_sms(struct arena *arena, struct text message, const struct note_key *key, struct text *out_sms);
/* The signed note again, from an SMS about the log of the key; not verified here. */
bool checkpoint_from_sms(struct arena *arena, struct text sms, const struct note_key *key, struct text *out_message);
/* Strict decimal without leading zeros. */
bool checkpoint_number(struct text text, uint64_t *out_number);

#endif
