/* keys_destroy.c - destroying a key so that it is really gone, rewrapping all others, copying the store. */
#include "journal/keys_internal.h"

#include <sodium.h>
#include <string.h>

#include "base/random.h"

bool keys_scrub(struct keys *keys, struct error_list *errors)
{
	return store_script(keys->connection, "PRAGMA wal_checkpoint(TRUNCATE)", errors) &&
	       store_script(keys->connection, "VACUUM", errors) &&
	       store_script(keys->connection, "PRAGMA wal_checkpoint(TRUNCATE)", errors);
}

/* Gives up the transaction; its own faults say no more than the one that led here. */
static bool give_up(struct keys *keys)
{
	struct error_list ignored;
	error_list_begin(&ignored, keys->scratch);
	store_rollback(keys->connection, &ignored);
	return false;
}

static bool key_remove(struct keys *keys, const struct key_name *name, int64_t moment, struct error_list *errors)
{
	static const uint8_t zeros[KEY_WRAPPED_SIZE];
	const struct value overwrite[] = { value_bytes(text_make((const char *)zeros, sizeof zeros)),
		value_string(name->kind), value_text(name->name), value_string(name->compartment) };
	const struct value tombstone[] = { value_text(name->name), value_string(name->compartment), value_integer(moment) };
	return store_execute(keys->connection,
		       "UPDATE wrapped_key SET wrapped = $1 WHERE kind = $2 AND name = $3 AND compartment = $4", overwrite, 4,
		       NULL, errors) &&
	       store_execute(keys->connection,
		       "DELETE FROM wrapped_key WHERE kind = $1 AND name = $2 AND compartment = $3", overwrite + 1, 3, NULL,
		       errors) &&
	       store_execute(keys->connection,
		       "INSERT INTO tombstone (subject, compartment, moment) VALUES ($1, $2, $3)"
		       " ON CONFLICT (subject, compartment) DO NOTHING",
		       tombstone, 3, NULL, errors);
}

static bool destroy(struct keys *keys, const struct key_name *name, int64_t moment, struct error_list *errors)
{
	if (!keys_settle_locked(keys, errors) || !store_begin(keys->connection, errors))
		return false;
	if (!key_remove(keys, name, moment, errors) || !store_commit(keys->connection, errors))
		return give_up(keys);
	struct hash hash = key_name_hash(name);
	sodium_memzero(key_slot_of(keys, &hash), sizeof(struct key_slot));
	return keys_scrub(keys, errors);
}

bool keys_destroy(struct keys *keys, struct text subject, enum compartment compartment, int64_t moment,
	struct error_list *errors)
{
	const struct key_name name = { "subject", subject, compartment_code(compartment) };
	if (text_is_empty(subject))
		return keys_fail(errors, E_NOT_FOUND, N_("There is no such key."));
	keys_lock(keys);
	bool done = destroy(keys, &name, moment, errors);
	keys_unlock(keys);
	return done;
}

bool keys_is_destroyed(struct keys *keys, struct text subject, enum compartment compartment)
{
	const struct value values[] = { value_text(subject), value_string(compartment_code(compartment)) };
	struct store_result result;
	struct error_list errors;
	keys_lock(keys);
	error_list_begin(&errors, keys->scratch);
	bool stands = store_query(keys->connection, keys->scratch,
			      "SELECT moment FROM tombstone WHERE subject = $1 AND compartment = $2", values, 2, &result,
			      &errors) &&
		      result.rows > 0;
	keys_unlock(keys);
	return stands;
}

static bool rewrap_one(struct keys *keys, const uint8_t *facility, const struct value *cells, struct error_list *errors)
{
	uint8_t key[KEY_SIZE], wrapped[KEY_WRAPPED_SIZE];
	const struct key_name name = { arena_string(keys->scratch, cells[0].text), cells[1].text,
		arena_string(keys->scratch, cells[2].text) };
	struct hash hash = key_name_hash(&name);
	if (!key_unwrap(keys->facility, &hash, cells[3].text, key))
		return keys_fail(errors, E_SYSTEM, N_("A key in the key store was changed."));
	key_wrap(facility, &hash, key, wrapped);
	sodium_memzero(key, sizeof key);
	const struct value values[] = { value_bytes(text_make((const char *)wrapped, sizeof wrapped)), cells[0], cells[1],
		cells[2] };
	return store_execute(keys->connection,
		"UPDATE wrapped_key SET wrapped = $1 WHERE kind = $2 AND name = $3 AND compartment = $4", values, 4, NULL,
		errors);
}

static bool rewrap_all(struct keys *keys, const uint8_t *facility, int64_t moment, size_t *out_count,
	struct error_list *errors)
{
	struct store_result result;
	if (!store_query(keys->connection, keys->scratch, "SELECT kind, name, compartment, wrapped FROM wrapped_key", NULL, 0,
		    &result, errors))
		return false;
	for (size_t i = 0; i < result.rows; i++)
		if (!rewrap_one(keys, facility, &result.values[i * result.columns], errors))
			return false;
	int64_t number = keys->facility_number + 1;
	const struct key_name name = { "facility", arena_format(keys->scratch, "%lld", (long long)number), "-" };
	struct hash hash = key_name_hash(&name);
	uint8_t wrapped[KEY_WRAPPED_SIZE];
	key_wrap(keys->root, &hash, facility, wrapped);
	const struct value values[] = { value_integer(number), value_bytes(text_make((const char *)wrapped, sizeof wrapped)),
		value_integer(moment) };
	if (!store_execute(keys->connection, "INSERT INTO facility_key (number, wrapped, made) VALUES ($1, $2, $3)", values, 3,
		    NULL, errors) ||
		!store_execute(keys->connection, "DELETE FROM facility_key WHERE number < $1", values, 1, NULL, errors))
		return false;
	*out_count = result.rows;
	return true;
}

static bool rotate(struct keys *keys, int64_t moment, size_t *out_count, struct error_list *errors)
{
	uint8_t facility[KEY_SIZE];
	size_t count;
	if (!keys_settle_locked(keys, errors) || !store_begin(keys->connection, errors))
		return false;
	random_secret(facility, sizeof facility);
	bool done = rewrap_all(keys, facility, moment, &count, errors) && store_commit(keys->connection, errors);
	if (done) {
		memcpy(keys->facility, facility, KEY_SIZE);
		keys->facility_number++;
		*out_count = count;
	}
	sodium_memzero(facility, sizeof facility);
	return done ? keys_scrub(keys, errors) : give_up(keys);
}

bool keys_rotate(struct keys *keys, int64_t moment, size_t *out_count, struct error_list *errors)
{
	keys_lock(keys);
	bool done = rotate(keys, moment, out_count, errors);
	keys_unlock(keys);
	return done;
}

bool keys_copy(struct keys *keys, const char *path, struct error_list *errors)
{
	keys_lock(keys);
	bool done = keys_settle_locked(keys, errors) && store_copy(keys->connection, path, errors);
	keys_unlock(keys);
	return done;
}
