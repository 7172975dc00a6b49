/* keys_secret.c - credentials, sessions, tokens and counters: a small key-value table beside the keys. */
#include "journal/keys_internal.h"

bool keys_secret_put(struct keys *keys, const char *kind, struct text name, struct text value, int64_t expires,
	struct error_list *errors)
{
	const struct value values[] = { value_string(kind), value_text(name), value_bytes(value), value_integer(expires) };
	keys_lock(keys);
	bool done = keys_settle_locked(keys, errors) &&
		    store_execute(keys->connection,
			    "INSERT INTO secret (kind, name, value, expires) VALUES ($1, $2, $3, $4)"
			    " ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, expires = excluded.expires",
			    values, 4, NULL, errors);
	keys_unlock(keys);
	return done;
}

bool keys_secret_get(struct keys *keys, struct arena *arena, const char *kind, struct text name, struct text *out_value,
	int64_t *out_expires, struct error_list *errors)
{
	const struct value values[] = { value_string(kind), value_text(name) };
	struct store_result result;
	keys_lock(keys);
	bool done = store_query(keys->connection, keys->scratch,
			    "SELECT value, expires FROM secret WHERE kind = $1 AND name = $2", values, 2, &result, errors) &&
		    result.rows > 0;
	if (done) {
		*out_value = arena_copy(arena, store_cell(&result, 0, 0).text);
		if (out_expires)
			*out_expires = store_cell(&result, 0, 1).integer;
	}
	keys_unlock(keys);
	return done;
}

static bool execute(struct keys *keys, const char *sql, const struct value *values, size_t count,
	struct error_list *errors)
{
	keys_lock(keys);
	bool done = keys_settle_locked(keys, errors) && store_execute(keys->connection, sql, values, count, NULL, errors);
	keys_unlock(keys);
	return done;
}

bool keys_secret_delete(struct keys *keys, const char *kind, struct text name, struct error_list *errors)
{
	const struct value values[] = { value_string(kind), value_text(name) };
	return execute(keys, "DELETE FROM secret WHERE kind = $1 AND name = $2", values, 2, errors);
}

bool keys_secret_expire(struct keys *keys, int64_t now, struct error_list *errors)
{
	const struct value values[] = { value_integer(now) };
	return execute(keys, "DELETE FROM secret WHERE expires > 0 AND expires <= $1", values, 1, errors);
}

bool keys_secret_list(struct keys *keys, struct arena *arena, const char *kind, struct text **out_names, size_t *out_count,
	struct error_list *errors)
{
	const struct value values[] = { value_string(kind) };
	struct store_result result;
	keys_lock(keys);
	bool done = store_query(keys->connection, keys->scratch, "SELECT name FROM secret WHERE kind = $1 ORDER BY name",
		values, 1, &result, errors);
	if (done) {
		struct text *names = ARENA_ARRAY(arena, struct text, result.rows);
		for (size_t i = 0; i < result.rows; i++)
			names[i] = arena_copy(arena, store_cell(&result, i, 0).text);
		*out_names = names;
		*out_count = result.rows;
	}
	keys_unlock(keys);
	return done;
}
