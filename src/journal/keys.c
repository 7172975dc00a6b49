/* keys.c - the key store: opening, keys of subjects and logs, signing. */
#include "journal/keys_internal.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/random.h"

_Static_assert(KEY_SIZE == crypto_kdf_KEYBYTES && KEY_SIZE == crypto_sign_SEEDBYTES, "key size");
_Static_assert(SIGNATURE_SIZE == crypto_sign_BYTES && SIGNER_SECRET_SIZE == crypto_sign_SECRETKEYBYTES, "signature size");

static const char schema[] =
	"CREATE TABLE IF NOT EXISTS facility_key (number BIGINT PRIMARY KEY, wrapped @BLOB NOT NULL, made BIGINT NOT NULL);\n"
	"CREATE TABLE IF NOT EXISTS wrapped_key (kind TEXT NOT NULL, name TEXT NOT NULL, compartment TEXT NOT NULL,"
	" wrapped @BLOB NOT NULL, PRIMARY KEY (kind, name, compartment));\n"
	"CREATE TABLE IF NOT EXISTS tombstone (subject TEXT NOT NULL, compartment TEXT NOT NULL, moment BIGINT NOT NULL,"
	" PRIMARY KEY (subject, compartment));\n"
	"CREATE TABLE IF NOT EXISTS secret (kind TEXT NOT NULL, name TEXT NOT NULL, value @BLOB NOT NULL,"
	" expires BIGINT NOT NULL, PRIMARY KEY (kind, name));\n"
	"CREATE INDEX IF NOT EXISTS secret_expires ON secret (expires)";

void keys_lock(struct keys *keys)
{
	pthread_mutex_lock(&keys->mutex);
}

void keys_unlock(struct keys *keys)
{
	arena_reset(keys->scratch);
	pthread_mutex_unlock(&keys->mutex);
}

bool keys_fail(struct error_list *errors, enum error_code code, const char *message)
{
	error_say(errors, code, NULL, message);
	return false;
}

struct hash key_name_hash(const struct key_name *name)
{
	const struct text parts[] = { TEXT("custos-key/v1\n"), text_from(name->kind), TEXT("\n"), name->name, TEXT("\n"),
		text_from(name->compartment) };
	return hash_of_parts(parts, sizeof parts / sizeof *parts);
}

struct key_slot *key_slot_of(struct keys *keys, const struct hash *name)
{
	/* Bytes outside those that are compared choose the slot. */
	return &keys->cache[(name->bytes[30] | name->bytes[31] << 8) % KEY_CACHE_SLOTS];
}

static void signers_forget(struct keys *keys)
{
	for (struct signer *signer = keys->signers; signer; signer = signer->next)
		sodium_free(signer->secret);
	keys->signers = NULL;
}

bool keys_settle_locked(struct keys *keys, struct error_list *errors)
{
	if (!keys->pending)
		return true;
	keys->pending = false;
	if (store_commit(keys->connection, errors))
		return true;
	struct error_list ignored;
	error_list_begin(&ignored, keys->scratch);
	store_rollback(keys->connection, &ignored);
	sodium_memzero(keys->cache, KEY_CACHE_SLOTS * sizeof *keys->cache); /* it may hold keys that were not stored */
	signers_forget(keys);
	return false;
}

bool keys_settle(struct keys *keys, struct error_list *errors)
{
	keys_lock(keys);
	bool done = keys_settle_locked(keys, errors);
	keys_unlock(keys);
	return done;
}

/* ---- opening ---- */

static uint8_t *locked(size_t size)
{
	uint8_t *memory = sodium_malloc(size);
	if (!memory)
		abort();
	sodium_memzero(memory, size);
	return memory;
}

static bool root_make(const char *path, struct error_list *errors)
{
	uint8_t key[KEY_SIZE];
	char hex[2 * KEY_SIZE + 2];
	random_secret(key, sizeof key);
	sodium_bin2hex(hex, sizeof hex, key, sizeof key);
	hex[2 * KEY_SIZE] = '\n';
	bool done = file_write_whole(path, hex, 2 * KEY_SIZE + 1, 0600);
	sodium_memzero(key, sizeof key);
	sodium_memzero(hex, sizeof hex);
	return done || keys_fail(errors, E_SYSTEM, N_("The root key cannot be written."));
}

static bool root_read(struct keys *keys, const char *path, struct error_list *errors)
{
	struct text content, bytes;
	if (!file_read(keys->scratch, path, 1024, &content) || !hex_decode(keys->scratch, text_trim(content), &bytes) ||
		bytes.length != KEY_SIZE)
		return keys_fail(errors, E_SYSTEM, N_("The root key is missing or unreadable."));
	memcpy(keys->root, bytes.data, KEY_SIZE);
	return true;
}

static struct key_name facility_name(struct keys *keys, int64_t number)
{
	return (struct key_name){ "facility", arena_format(keys->scratch, "%lld", (long long)number), "-" };
}

/* The newest facility key; the first one is made in an empty store. */
static bool facility_read(struct keys *keys, struct error_list *errors)
{
	struct store_result result;
	if (!store_query(keys->connection, keys->scratch,
		    "SELECT number, wrapped FROM facility_key ORDER BY number DESC LIMIT 1", NULL, 0, &result, errors))
		return false;
	keys->facility_number = result.rows ? store_cell(&result, 0, 0).integer : 1;
	struct key_name name = facility_name(keys, keys->facility_number);
	struct hash hash = key_name_hash(&name);
	if (result.rows)
		return key_unwrap(keys->root, &hash, store_cell(&result, 0, 1).text, keys->facility) ||
		       keys_fail(errors, E_SYSTEM, N_("The root key does not fit the key store."));
	uint8_t wrapped[KEY_WRAPPED_SIZE];
	random_secret(keys->facility, KEY_SIZE);
	key_wrap(keys->root, &hash, keys->facility, wrapped);
	const struct value values[] = { value_integer(1), value_bytes(text_make((const char *)wrapped, sizeof wrapped)),
		value_integer(0) };
	return store_execute(keys->connection, "INSERT INTO facility_key (number, wrapped, made) VALUES ($1, $2, $3)", values,
		3, NULL, errors);
}

static bool open_files(struct keys *keys, const char *folder, bool create, struct error_list *errors)
{
	const char *root = file_path(keys->scratch, folder, "root.key");
	const char *database = file_path(keys->scratch, folder, "keys.db");
	const char *url = arena_format(keys->scratch, "sqlite:%s", database).data;
	if (create && !file_exists(root) && file_exists(database))
		return keys_fail(errors, E_SYSTEM, N_("The root key is missing or unreadable."));
	if (create && !file_exists(root) && (!file_make_folder(folder, 0700) || !root_make(root, errors)))
		return keys_fail(errors, E_SYSTEM, N_("The folder of the key store cannot be made."));
	if (!root_read(keys, root, errors) || !store_open(url, create, &keys->store, errors) ||
		!store_shared_writer(keys->store, &keys->connection, errors))
		return false;
	if (!store_script(keys->connection, "PRAGMA secure_delete = ON", errors) ||
		!store_script(keys->connection, schema, errors))
		return false;
	return facility_read(keys, errors);
}

bool keys_open(const char *folder, bool create, struct keys **out_keys, struct error_list *errors)
{
	if (sodium_init() < 0)
		abort();
	struct arena *arena = arena_create();
	struct keys *keys = ARENA_NEW(arena, struct keys);
	keys->arena = arena;
	keys->scratch = arena_create();
	keys->root = locked(KEY_SIZE);
	keys->facility = locked(KEY_SIZE);
	keys->cache = (struct key_slot *)(void *)locked(KEY_CACHE_SLOTS * sizeof *keys->cache);
	if (pthread_mutex_init(&keys->mutex, NULL) != 0)
		abort();
	if (!open_files(keys, folder, create, errors)) {
		keys_close(keys);
		return false;
	}
	struct store_stamp stamp;
	store_stamp_read(keys->connection, &stamp); /* from now on any thread may ask for it */
	arena_reset(keys->scratch);
	*out_keys = keys;
	return true;
}

bool keys_stamp(struct keys *keys, struct store_stamp *out_stamp)
{
	return store_stamp_read(keys->connection, out_stamp);
}

void keys_close(struct keys *keys)
{
	struct error_list errors;
	if (!keys)
		return;
	error_list_begin(&errors, keys->scratch);
	keys_settle_locked(keys, &errors);
	if (keys->connection)
		connection_close(keys->connection);
	if (keys->store)
		store_close(keys->store);
	signers_forget(keys);
	sodium_free(keys->cache);
	sodium_free(keys->facility);
	sodium_free(keys->root);
	pthread_mutex_destroy(&keys->mutex);
	arena_destroy(keys->scratch);
	arena_destroy(keys->arena);
}

/* ---- keys ---- */

static size_t name_values(const struct key_name *name, struct value out_values[3])
{
	out_values[0] = value_string(name->kind);
	out_values[1] = value_text(name->name);
	out_values[2] = value_string(name->compartment);
	return 3;
}

static bool is_tombstone(struct keys *keys, struct text subject, const char *compartment, bool *out_stands,
	struct error_list *errors)
{
	const struct value values[] = { value_text(subject), value_string(compartment) };
	struct store_result result;
	if (!store_query(keys->connection, keys->scratch,
		    "SELECT moment FROM tombstone WHERE subject = $1 AND compartment = $2", values, 2, &result, errors))
		return false;
	*out_stands = result.rows > 0;
	return true;
}

static bool key_make(struct keys *keys, const struct key_name *name, const struct hash *hash, struct key_slot *slot,
	struct error_list *errors)
{
	uint8_t wrapped[KEY_WRAPPED_SIZE];
	struct value values[4];
	if (!keys->pending && !store_begin(keys->connection, errors))
		return false;
	keys->pending = true;
	slot->used = false;
	random_secret(slot->key, KEY_SIZE);
	key_wrap(keys->facility, hash, slot->key, wrapped);
	name_values(name, values);
	values[3] = value_bytes(text_make((const char *)wrapped, sizeof wrapped));
	return store_execute(keys->connection,
		"INSERT INTO wrapped_key (kind, name, compartment, wrapped) VALUES ($1, $2, $3, $4)", values, 4, NULL, errors);
}

/* The slot with the key, from the cache, the store or made. */
static bool key_find(struct keys *keys, const struct key_name *name, bool make, struct key_slot **out_slot,
	struct error_list *errors)
{
	struct hash hash = key_name_hash(name);
	struct key_slot *slot = key_slot_of(keys, &hash);
	*out_slot = slot;
	if (slot->used && memcmp(slot->name, hash.bytes, sizeof slot->name) == 0)
		return true;
	struct value values[3];
	struct store_result result;
	if (!store_query(keys->connection, keys->scratch,
		    "SELECT wrapped FROM wrapped_key WHERE kind = $1 AND name = $2 AND compartment = $3", values,
		    name_values(name, values), &result, errors))
		return false;
	bool destroyed = false;
	slot->used = false;
	if (result.rows) {
		if (!key_unwrap(keys->facility, &hash, store_cell(&result, 0, 0).text, slot->key))
			return keys_fail(errors, E_SYSTEM, N_("A key in the key store was changed."));
	} else if (strcmp(name->kind, "subject") == 0 &&
		   !is_tombstone(keys, name->name, name->compartment, &destroyed, errors)) {
		return false;
	} else if (destroyed) {
		return keys_fail(errors, E_KEY_DESTROYED, N_("The content was erased: its key is destroyed."));
	} else if (!make) {
		return keys_fail(errors, E_NOT_FOUND, N_("There is no such key."));
	} else if (!key_make(keys, name, &hash, slot, errors)) {
		return false;
	}
	memcpy(slot->name, hash.bytes, sizeof slot->name);
	slot->used = true;
	return true;
}

bool keys_of(struct keys *keys, struct text owner, struct text subject, enum compartment compartment, enum key_use use,
	bool make, uint8_t out_key[KEY_SIZE], struct error_list *errors)
{
	struct key_name name = { "subject", subject, compartment_code(compartment) };
	if (text_is_empty(subject))
		name = (struct key_name){ "log", owner, compartment_code(compartment) };
	struct key_slot *slot;
	keys_lock(keys);
	bool done = key_find(keys, &name, make, &slot, errors);
	if (done)
		crypto_kdf_derive_from_key(out_key, KEY_SIZE, (uint64_t)use, "CUSTOSv1", slot->key);
	keys_unlock(keys);
	return done;
}

static bool signer_find(struct keys *keys, struct text log, bool make, struct signer **out_signer,
	struct error_list *errors)
{
	for (struct signer *signer = keys->signers; signer; signer = signer->next) {
		if (!text_equal(signer->log, log))
			continue;
		*out_signer = signer;
		return true;
	}
	const struct key_name name = { "sign", log, "-" };
	struct key_slot *slot;
	if (!key_find(keys, &name, make, &slot, errors))
		return false;
	struct signer *signer = ARENA_NEW(keys->arena, struct signer);
	signer->log = arena_copy(keys->arena, log);
	signer->secret = locked(SIGNER_SECRET_SIZE);
	crypto_sign_seed_keypair(signer->public_key, signer->secret, slot->key);
	signer->next = keys->signers;
	keys->signers = signer;
	*out_signer = signer;
	return true;
}

bool keys_public(struct keys *keys, struct text log, bool make, uint8_t out_public[32], struct error_list *errors)
{
	struct signer *signer;
	keys_lock(keys);
	bool done = signer_find(keys, log, make, &signer, errors);
	if (done)
		memcpy(out_public, signer->public_key, 32);
	keys_unlock(keys);
	return done;
}

bool keys_sign(struct keys *keys, struct text log, struct text message, uint8_t out_signature[SIGNATURE_SIZE],
	struct error_list *errors)
{
	struct signer *signer;
	keys_lock(keys);
	bool done = signer_find(keys, log, false, &signer, errors);
	if (done)
		crypto_sign_detached(out_signature, NULL, (const unsigned char *)message.data, message.length, signer->secret);
	keys_unlock(keys);
	return done;
}
