/* keys_internal.h - what keys.c, keys_wrap.c, keys_destroy.c and keys_secret.c share. Not for others. */
#ifndef CUSTOS_JOURNAL_KEYS_INTERNAL_H
#define CUSTOS_JOURNAL_KEYS_INTERNAL_H

#include <pthread.h>

#include "journal/keys.h"
#include "store/store.h"

enum { KEY_CACHE_SLOTS = 16384, KEY_WRAPPED_SIZE = 56, SIGNER_SECRET_SIZE = 64 };

struct key_slot {
	uint8_t name[16]; /* of the hash of kind, name and compartment */
	uint8_t key[KEY_SIZE];
	bool used;
};

struct signer {
	struct text log;
	uint8_t public_key[32];
	uint8_t *secret; /* locked memory, SIGNER_SECRET_SIZE */
	struct signer *next;
};

struct keys {
	pthread_mutex_t mutex;
	struct store *store;
	struct connection *connection;
	struct arena *arena;   /* life of the store: names of signers */
	struct arena *scratch; /* one call */
	uint8_t *root;	       /* locked memory, KEY_SIZE */
	uint8_t *facility;     /* locked memory, KEY_SIZE: the current facility key */
	int64_t facility_number;
	struct key_slot *cache; /* locked memory, KEY_CACHE_SLOTS */
	struct signer *signers;
	bool pending; /* a transaction with new keys is open */
};

/* A key's name in the table: kind "subject", "log" or "sign"; compartment "-" where there is none. */
struct key_name {
	const char *kind;
	struct text name;
	const char *compartment;
};

void keys_lock(struct keys *keys);
void keys_unlock(struct keys *keys);
/* With the lock held. */
bool keys_settle_locked(struct keys *keys, struct error_list *errors);
struct hash key_name_hash(const struct key_name *name);
struct key_slot *key_slot_of(struct keys *keys, const struct hash *name);
/* Checkpoint that empties the write-ahead log, and VACUUM: nothing of what was deleted stays in the files. */
bool keys_scrub(struct keys *keys, struct error_list *errors);

/* AES-256 key wrap with padding over key || first 16 bytes of the name's hash: a wrapped key fits its own row only. */
void key_wrap(const uint8_t wrapping[KEY_SIZE], const struct hash *name, const uint8_t key[KEY_SIZE],
	uint8_t out_wrapped[KEY_WRAPPED_SIZE]);
bool key_unwrap(const uint8_t wrapping[KEY_SIZE], const struct hash *name, struct text wrapped, uint8_t out_key[KEY_SIZE]);
/* Plain KWP (NIST SP 800-38F) of size bytes, for test vectors; out has room for size rounded up to 8, plus 8. */
size_t key_wrap_bytes(const uint8_t wrapping[KEY_SIZE], const uint8_t *bytes, size_t size, uint8_t *out_wrapped);
/* False when the bytes were not wrapped with this key. out has room for wrapped.length. */
bool key_unwrap_bytes(const uint8_t wrapping[KEY_SIZE], struct text wrapped, uint8_t *out_bytes, size_t *out_size);

bool keys_fail(struct error_list *errors, enum error_code code, const char *message);

#endif
