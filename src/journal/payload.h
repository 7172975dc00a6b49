/*
 * payload.h - sealing the content of an entry: encrypted blob and salted commitment, and opening it again.
 *
 * blob = nonce24 || XChaCha20-Poly1305(salt32 || plaintext) with additional data log "\n" record "\n" rev;
 * commitment = SHA-256("custos-commit/v1\n" || salt32 || plaintext). The salt lies inside the ciphertext: once the key is
 * gone the commitment cannot be tested by guessing; while it lives, (salt, plaintext) proves the text without any key.
 */
#ifndef CUSTOS_JOURNAL_PAYLOAD_H
#define CUSTOS_JOURNAL_PAYLOAD_H

#include "base/hash.h"

enum { PAYLOAD_KEY_SIZE = 32, PAYLOAD_NONCE_SIZE = 24, PAYLOAD_SALT_SIZE = 32, PAYLOAD_TAG_SIZE = 16 };

struct payload_seal { /* what sealing needs beside the plaintext */
	const uint8_t *key;   /* 32 bytes */
	const uint8_t *nonce; /* 24 bytes */
	const uint8_t *salt;  /* 32 bytes */
	struct text additional;
};

/* Additional data of an entry; an empty record is "-". */
struct text payload_additional(struct arena *arena, struct text log, struct text record, int64_t revision);
/* With a fresh nonce and salt. */
void payload_seal(struct arena *arena, const uint8_t key[PAYLOAD_KEY_SIZE], struct text additional, struct text plaintext,
	struct text *out_blob, struct hash *out_commitment);
/* With everything given: test vectors only. */
void payload_seal_with(struct arena *arena, const struct payload_seal *seal, struct text plaintext, struct text *out_blob,
	struct hash *out_commitment);
/* Decrypts; false when the key, the additional data or the bytes do not fit. */
bool payload_open(struct arena *arena, const uint8_t key[PAYLOAD_KEY_SIZE], struct text additional, struct text blob,
	struct text *out_salt, struct text *out_plaintext);
struct hash payload_commitment(struct text salt, struct text plaintext);

#endif
