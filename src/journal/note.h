/*
 * note.h - C2SP signed notes: verifier keys, signature lines, and the check of a note by known keys.
 *
 * A note is text (whole lines), an empty line, and signature lines "— <name> <base64(4-byte key id || signature)>".
 * A verifier key is "<name>+<8 hex of the id>+<base64(type || public key)>". Two kinds are known: type 1 signs the text
 * (Ed25519); type 4 is a witness's cosignature/v1 and signs "cosignature/v1\ntime <seconds>\n" and the text, its signature
 * being preceded by the 8-byte time. Lines of unknown keys are passed over; a bad signature of a known key fails the note.
 *
 * Source: c2sp.org/signed-note@v1.0.0, c2sp.org/tlog-cosignature@v1.0.0.
 */
#ifndef CUSTOS_JOURNAL_NOTE_H
#define CUSTOS_JOURNAL_NOTE_H

#include "base/arena.h"

enum { NOTE_LOG_KEY = 1, NOTE_WITNESS_KEY = 4 };
enum { NOTE_SIZE_MAXIMUM = 1000000, NOTE_SIGNATURES_MAXIMUM = 100 };
enum { NOTE_PUBLIC_SIZE = 32, NOTE_SIGNATURE_SIZE = 64 };

struct note_key {
	struct text name;
	uint8_t type;
	uint8_t id[4];
	uint8_t public_key[NOTE_PUBLIC_SIZE];
};

struct note_signature {
	struct text name;
	uint8_t id[4];
	struct text bytes; /* what stands behind the id */
};

struct note {
	struct text text; /* with its last line feed */
	struct note_signature *signatures;
	size_t count;
};

enum note_verdict { NOTE_VERIFIED, NOTE_NO_KNOWN_KEY, NOTE_BAD_SIGNATURE };

/* Not empty, UTF-8, without '+' and white space. */
bool note_name_is_valid(struct text name);
struct note_key note_key_make(struct text name, uint8_t type, const uint8_t public_key[NOTE_PUBLIC_SIZE]);
bool note_key_parse(struct arena *arena, struct text verifier_key, struct note_key *out_key);
struct text note_key_text(struct arena *arena, const struct note_key *key);

bool note_parse(struct arena *arena, struct text message, struct note *out_note);
/* out_good (may be NULL): number of lines whose signatures hold. */
enum note_verdict note_verify(struct arena *arena, const struct note *note, const struct note_key *keys, size_t count,
	size_t *out_good);

/* The bytes a witness signs at a time in seconds since the epoch. */
struct text note_witness_message(struct arena *arena, uint64_t time, struct text text);
/* Signature lines with their line feeds. */
struct text note_log_line(struct arena *arena, const struct note_key *key, const uint8_t signature[NOTE_SIGNATURE_SIZE]);
struct text note_witness_line(struct arena *arena, const struct note_key *key, uint64_t time,
	const uint8_t signature[NOTE_SIGNATURE_SIZE]);
/* Text, empty line, lines. */
struct text note_join(struct arena *arena, struct text text, struct text lines);

#endif
