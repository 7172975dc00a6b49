/*
 * keys.h - the key store: its own small SQLite file (keys.db), never a table of the big database.
 *
 * Holds: the root key file beside it (root.key, mode 0600) wraps facility keys; a facility key wraps one key per (subject,
 * compartment) with AES-256 key wrap with padding (NIST SP 800-38F KWP, OpenSSL); sub-keys by crypto_kdf (context
 * "CUSTOSv1"): 1 payload, 2 search index, 3 attachment. Log signing keys are Ed25519 seeds wrapped the same way. The file
 * runs with secure_delete; destroying a key overwrites, deletes, truncates the WAL and vacuums, and leaves a tombstone
 * (subject, compartment, moment) so that the key is never made anew. Thread-safe: one mutex, small cache of unwrapped keys
 * in locked memory.
 */
#ifndef CUSTOS_JOURNAL_KEYS_H
#define CUSTOS_JOURNAL_KEYS_H

#include "base/error.h"
#include "base/hash.h"
#include "model/role.h"
#include "store/store.h"

struct keys;

enum { KEY_SIZE = 32, SIGNATURE_SIZE = 64 };
enum key_use { KEY_PAYLOAD = 1, KEY_SEARCH = 2, KEY_ATTACHMENT = 3 };

/* Creates the folder's keys.db and root.key when create; opens them otherwise. */
bool keys_open(const char *folder, bool create, struct keys **out_keys, struct error_list *errors);
void keys_close(struct keys *keys);

/* Sub-key of (subject, compartment); made on first use when make. Empty subject: the key of `owner` (a log name).
 * E_KEY_DESTROYED when a tombstone stands, E_NOT_FOUND when there is none and !make. */
bool keys_of(struct keys *keys, struct text owner, struct text subject, enum compartment compartment, enum key_use use,
	bool make, uint8_t out_key[KEY_SIZE], struct error_list *errors);
bool keys_destroy(struct keys *keys, struct text subject, enum compartment compartment, int64_t moment,
	struct error_list *errors);
bool keys_is_destroyed(struct keys *keys, struct text subject, enum compartment compartment);
/* A stamp (store.h) of the whole key store, secrets included: changes with every commit of any process. Any thread. */
bool keys_stamp(struct keys *keys, struct store_stamp *out_stamp);
/* Rewraps every key under a new facility key. */
bool keys_rotate(struct keys *keys, int64_t moment, size_t *out_count, struct error_list *errors);

/* New keys are written in one transaction that stays open until keys_settle() or the next secret: a group of commands that
 * opens a hundred files costs one sync. Must be called before the commit that relies on them (journal_seal() does). */
bool keys_settle(struct keys *keys, struct error_list *errors);

/* Signing key of a log, made on first use when make. */
bool keys_public(struct keys *keys, struct text log, bool make, uint8_t out_public[32], struct error_list *errors);
bool keys_sign(struct keys *keys, struct text log, struct text message, uint8_t out_signature[SIGNATURE_SIZE],
	struct error_list *errors);

/* Secrets of people and machines live here too, so that no copy of the big database holds them: sign-in credentials,
 * sessions, tokens, rate counters. A small typed key-value table: kind, name -> value, expires (ms, 0 = never). */
bool keys_secret_put(struct keys *keys, const char *kind, struct text name, struct text value, int64_t expires,
	struct error_list *errors);
bool keys_secret_get(struct keys *keys, struct arena *arena, const char *kind, struct text name, struct text *out_value,
	int64_t *out_expires, struct error_list *errors); /* E_NOT_FOUND silently: false without an error */
bool keys_secret_delete(struct keys *keys, const char *kind, struct text name, struct error_list *errors);
bool keys_secret_list(struct keys *keys, struct arena *arena, const char *kind, struct text **out_names, size_t *out_count,
	struct error_list *errors);
bool keys_secret_expire(struct keys *keys, int64_t now, struct error_list *errors);
/* Consistent copy for a backup. */
bool keys_copy(struct keys *keys, const char *path, struct error_list *errors);

#endif
