/* test_keys.c - key wrapping against vectors, keys of subjects, destruction down to the bytes, rotation, secrets. */
#include "fixture.h"

#include <pthread.h>
#include <sodium.h>

#include "journal/keys_internal.h"

/* Made with the key wrap of the Python package "cryptography" 38: key 00 01 .. 1f, data (7 i + length) mod 256. */
static const struct {
	size_t size;
	const char *wrapped;
} vectors[] = {
	{ 1, "57bd956ca41f9470203c090c613f5bc5" },
	{ 7, "22e4a33a1c7fc85583811f9c7e046c1f" },
	{ 8, "92c9b56bc5bd95f33d1208d03377975b" },
	{ 9, "3606edbe821e295754c94f16d658224367a40e5e1bdccdf3" },
	{ 20, "0228c27bbba7494712e354d1d9155a4d096d234deec1bf6a9fb25dca8c7f371f" },
	{ 32, "828ab96290ba1ba6fd282fb81e0022820488db799cbdaeab1927cde79409cb05cacf905d42d7996b" },
	{ 48, "a33a254db455b68eb0ba01277ca3c7b5e4cef3140c196b9b557a60860bf54cb5af59e0beb93af0aef747e4f544e8c6d6c8bc160b9e361b"
	      "1d" },
};

static void key_wrap_vectors(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	uint8_t wrapping[32], data[64], out[96];
	size_t size;
	for (size_t i = 0; i < 32; i++)
		wrapping[i] = (uint8_t)i;
	for (size_t v = 0; v < sizeof vectors / sizeof *vectors; v++) {
		for (size_t i = 0; i < vectors[v].size; i++)
			data[i] = (uint8_t)(i * 7 + vectors[v].size);
		struct text want, made = text_make((const char *)out, key_wrap_bytes(wrapping, data, vectors[v].size, out));
		assert_true(hex_decode(arena, text_from(vectors[v].wrapped), &want));
		assert_true(text_equal(made, want));
		assert_true(key_unwrap_bytes(wrapping, want, out, &size));
		assert_int_equal(size, vectors[v].size);
		assert_memory_equal(out, data, size);
		char *changed = arena_copy_bytes(arena, want.data, want.length);
		for (size_t bit = 0; bit < want.length * 8; bit++) {
			changed[bit / 8] = (char)(changed[bit / 8] ^ 1 << bit % 8);
			assert_false(key_unwrap_bytes(wrapping, text_make(changed, want.length), out, &size));
			changed[bit / 8] = (char)(changed[bit / 8] ^ 1 << bit % 8);
		}
	}
	arena_destroy(arena);
}

static bool get(struct fixture *f, const char *subject, enum compartment compartment, enum key_use use, bool make,
	uint8_t *out)
{
	return keys_of(f->keys, TEXT_OF("log"), text_from(subject), compartment, use, make, out, &f->errors);
}

static void keys_are_distinct_and_stay(void **state)
{
	(void)state;
	struct fixture fixture;
	uint8_t keys[6][32], again[32];
	fixture_begin(&fixture);
	assert_false(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, false, again));
	assert_true(error_list_has(&fixture.errors, E_NOT_FOUND));
	assert_true(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, true, keys[0]));
	assert_true(get(&fixture, "A", COMPARTMENT_CORE, KEY_SEARCH, true, keys[1]));
	assert_true(get(&fixture, "A", COMPARTMENT_HEALTH, KEY_PAYLOAD, true, keys[2]));
	assert_true(get(&fixture, "B", COMPARTMENT_CORE, KEY_PAYLOAD, true, keys[3]));
	assert_true(get(&fixture, "", COMPARTMENT_CORE, KEY_PAYLOAD, true, keys[4]));
	assert_true(get(&fixture, "log", COMPARTMENT_CORE, KEY_PAYLOAD, true, keys[5]));
	for (int i = 0; i < 6; i++)
		for (int j = 0; j < i; j++)
			assert_memory_not_equal(keys[i], keys[j], 32);
	fixture_reopen(&fixture);
	assert_true(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, false, again));
	assert_memory_equal(again, keys[0], 32);
	assert_true(get(&fixture, "", COMPARTMENT_CORE, KEY_PAYLOAD, false, again));
	assert_memory_equal(again, keys[4], 32);
	fixture_end(&fixture);
}

static struct text wrapped_of(struct fixture *f, const char *subject)
{
	struct store_result result;
	const struct value values[] = { value_string(subject) };
	fixture_check(f, keys_settle(f->keys, &f->errors) &&
		store_query(f->keys->connection, f->arena, "SELECT wrapped FROM wrapped_key WHERE name = $1", values, 1,
			&result, &f->errors));
	assert_int_equal(result.rows, 1);
	return store_cell(&result, 0, 0).text;
}

/* True when the bytes stand in any file of the folder. */
static bool on_disk(struct fixture *f, struct text bytes)
{
	struct text *names, content;
	size_t count;
	assert_true(file_list(f->arena, f->folder, &names, &count));
	for (size_t i = 0; i < count; i++) {
		const char *path = file_path(f->arena, f->folder, arena_string(f->arena, names[i]));
		assert_true(file_read(f->arena, path, 64 * 1024 * 1024, &content));
		if (text_find(content, bytes) != SIZE_MAX)
			return true;
	}
	return false;
}

static void destroyed_keys_leave_no_bytes(void **state)
{
	(void)state;
	struct fixture fixture;
	uint8_t key[32], other[32], again[32];
	fixture_begin(&fixture);
	assert_true(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, true, key));
	assert_true(get(&fixture, "B", COMPARTMENT_CORE, KEY_PAYLOAD, true, other));
	struct text gone = wrapped_of(&fixture, "A"), kept = wrapped_of(&fixture, "B");
	assert_true(on_disk(&fixture, gone) && on_disk(&fixture, kept));
	assert_false(keys_is_destroyed(fixture.keys, TEXT_OF("A"), COMPARTMENT_CORE));
	fixture_check(&fixture, keys_destroy(fixture.keys, TEXT_OF("A"), COMPARTMENT_CORE, 42, &fixture.errors));
	assert_false(on_disk(&fixture, gone));
	assert_true(on_disk(&fixture, kept));
	for (int round = 0; round < 2; round++) {
		assert_true(keys_is_destroyed(fixture.keys, TEXT_OF("A"), COMPARTMENT_CORE));
		assert_false(keys_is_destroyed(fixture.keys, TEXT_OF("A"), COMPARTMENT_HEALTH));
		assert_int_equal(fixture.errors.count, 0);
		assert_false(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, true, again));
		assert_true(error_list_has(&fixture.errors, E_KEY_DESTROYED));
		assert_true(get(&fixture, "B", COMPARTMENT_CORE, KEY_PAYLOAD, false, again));
		assert_memory_equal(again, other, 32);
		fixture_reopen(&fixture);
	}
	fixture_end(&fixture);
}

static void rotation_rewraps_all(void **state)
{
	(void)state;
	struct fixture fixture;
	uint8_t keys[20][32], again[32], public_before[32], public_after[32];
	size_t count = 0;
	fixture_begin(&fixture);
	for (int i = 0; i < 20; i++) {
		struct text name = arena_format(fixture.arena, "S%d", i);
		assert_true(get(&fixture, name.data, COMPARTMENT_LEGAL, KEY_PAYLOAD, true, keys[i]));
	}
	assert_true(keys_public(fixture.keys, TEXT_OF("x/j/y"), true, public_before, &fixture.errors));
	struct text old = wrapped_of(&fixture, "S3");
	fixture_check(&fixture, keys_rotate(fixture.keys, 5, &count, &fixture.errors));
	assert_int_equal(count, 21);
	assert_false(on_disk(&fixture, old));
	fixture_reopen(&fixture);
	for (int i = 0; i < 20; i++) {
		struct text name = arena_format(fixture.arena, "S%d", i);
		assert_true(get(&fixture, name.data, COMPARTMENT_LEGAL, KEY_PAYLOAD, false, again));
		assert_memory_equal(again, keys[i], 32);
	}
	assert_true(keys_public(fixture.keys, TEXT_OF("x/j/y"), false, public_after, &fixture.errors));
	assert_memory_equal(public_before, public_after, 32);
	fixture_end(&fixture);
}

static void swapped_rows_are_noticed(void **state)
{
	(void)state;
	struct fixture fixture;
	uint8_t key[32];
	fixture_begin(&fixture);
	assert_true(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, true, key));
	assert_true(get(&fixture, "B", COMPARTMENT_CORE, KEY_PAYLOAD, true, key));
	const struct value values[] = { value_bytes(wrapped_of(&fixture, "B")) };
	fixture_check(&fixture, store_execute(fixture.keys->connection,
		"UPDATE wrapped_key SET wrapped = $1 WHERE name = 'A'", values, 1, NULL, &fixture.errors));
	fixture_reopen(&fixture);
	assert_false(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, true, key));
	assert_true(get(&fixture, "B", COMPARTMENT_CORE, KEY_PAYLOAD, false, key));
	fixture_end(&fixture);
}

static void signatures(void **state)
{
	(void)state;
	struct fixture fixture;
	uint8_t public_key[32], signature[64];
	struct text log = TEXT_OF("x/j/y"), message = TEXT_OF("message");
	fixture_begin(&fixture);
	assert_false(keys_sign(fixture.keys, log, message, signature, &fixture.errors));
	assert_false(keys_public(fixture.keys, log, false, public_key, &fixture.errors));
	assert_true(keys_public(fixture.keys, log, true, public_key, &fixture.errors));
	fixture_reopen(&fixture);
	assert_true(keys_sign(fixture.keys, TEXT_OF("x/j/y"), message, signature, &fixture.errors));
	assert_int_equal(crypto_sign_verify_detached(signature, (const unsigned char *)message.data, message.length,
		public_key), 0);
	fixture_end(&fixture);
}

static void secrets(void **state)
{
	(void)state;
	struct fixture fixture;
	struct text value, *names;
	int64_t expires;
	size_t count;
	fixture_begin(&fixture);
	struct keys *keys = fixture.keys;
	assert_false(keys_secret_get(keys, fixture.arena, "session", TEXT_OF("a"), &value, &expires, &fixture.errors));
	assert_int_equal(fixture.errors.count, 0);
	assert_true(keys_secret_put(keys, "session", TEXT_OF("b"), text_make("1\0002", 3), 100, &fixture.errors));
	assert_true(keys_secret_put(keys, "session", TEXT_OF("a"), TEXT_OF("2"), 0, &fixture.errors));
	assert_true(keys_secret_put(keys, "token", TEXT_OF("a"), TEXT_OF("3"), 0, &fixture.errors));
	assert_true(keys_secret_put(keys, "session", TEXT_OF("a"), TEXT_OF("4"), 200, &fixture.errors));
	assert_true(keys_secret_get(keys, fixture.arena, "session", TEXT_OF("a"), &value, &expires, &fixture.errors));
	assert_true(text_equal_string(value, "4") && expires == 200);
	assert_true(keys_secret_get(keys, fixture.arena, "session", TEXT_OF("b"), &value, &expires, &fixture.errors));
	assert_int_equal(value.length, 3);
	assert_true(keys_secret_list(keys, fixture.arena, "session", &names, &count, &fixture.errors));
	assert_int_equal(count, 2);
	assert_true(text_equal_string(names[0], "a"));
	assert_true(keys_secret_expire(keys, 100, &fixture.errors));
	assert_false(keys_secret_get(keys, fixture.arena, "session", TEXT_OF("b"), &value, &expires, &fixture.errors));
	assert_true(keys_secret_delete(keys, "session", TEXT_OF("a"), &fixture.errors));
	assert_true(keys_secret_list(keys, fixture.arena, "session", &names, &count, &fixture.errors));
	assert_int_equal(count, 0);
	fixture_reopen(&fixture);
	assert_true(keys_secret_get(fixture.keys, fixture.arena, "token", TEXT_OF("a"), &value, &expires, &fixture.errors));
	fixture_end(&fixture);
}

static void copies_and_root_key(void **state)
{
	(void)state;
	struct fixture fixture;
	struct keys *other;
	uint8_t key[32], again[32];
	fixture_begin(&fixture);
	assert_true(get(&fixture, "A", COMPARTMENT_CORE, KEY_PAYLOAD, true, key));
	const char *folder = file_path(fixture.arena, fixture.folder, "copy");
	const char *root = file_path(fixture.arena, folder, "root.key");
	assert_true(file_make_folder(folder, 0700));
	fixture_check(&fixture, keys_copy(fixture.keys, file_path(fixture.arena, folder, "keys.db"), &fixture.errors));
	/* The copy alone opens nothing, and no new root key is put over it. */
	assert_false(keys_open(folder, true, &other, &fixture.errors));
	assert_false(file_exists(root));
	assert_true(file_write_whole(root, "00\n", 3, 0600));
	assert_false(keys_open(folder, false, &other, &fixture.errors));
	assert_true(file_copy(file_path(fixture.arena, fixture.folder, "root.key"), root, 0600));
	fixture.errors.count = 0;
	fixture_check(&fixture, keys_open(folder, false, &other, &fixture.errors));
	assert_true(keys_of(other, text_empty(), TEXT_OF("A"), COMPARTMENT_CORE, KEY_PAYLOAD, false, again, &fixture.errors));
	assert_memory_equal(key, again, 32);
	keys_close(other);
	assert_false(keys_open(file_path(fixture.arena, fixture.folder, "none"), false, &other, &fixture.errors));
	fixture_end(&fixture);
}

struct racer {
	struct keys *keys;
	int failures;
};

static void *race(void *opaque)
{
	struct racer *racer = opaque;
	struct arena *arena = arena_create();
	for (int i = 0; i < 2000; i++) {
		uint8_t first[32], second[32];
		struct error_list errors;
		error_list_begin(&errors, arena);
		struct text name = arena_format(arena, "R%d", i % 97);
		if (!keys_of(racer->keys, text_empty(), name, COMPARTMENT_CORE, KEY_PAYLOAD, true, first, &errors) ||
			!keys_of(racer->keys, text_empty(), name, COMPARTMENT_CORE, KEY_PAYLOAD, false, second, &errors) ||
			memcmp(first, second, 32) != 0)
			racer->failures++;
		if (i % 500 == 0 && !keys_settle(racer->keys, &errors))
			racer->failures++;
		arena_reset(arena);
	}
	arena_destroy(arena);
	return NULL;
}

static void threads_share_the_store(void **state)
{
	(void)state;
	struct fixture fixture;
	pthread_t threads[4];
	struct racer racers[4];
	fixture_begin(&fixture);
	for (int i = 0; i < 4; i++) {
		racers[i] = (struct racer){ fixture.keys, 0 };
		assert_int_equal(pthread_create(&threads[i], NULL, race, &racers[i]), 0);
	}
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(racers[i].failures, 0);
	}
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(key_wrap_vectors),
		cmocka_unit_test(keys_are_distinct_and_stay),
		cmocka_unit_test(destroyed_keys_leave_no_bytes),
		cmocka_unit_test(rotation_rewraps_all),
		cmocka_unit_test(swapped_rows_are_noticed),
		cmocka_unit_test(signatures),
		cmocka_unit_test(secrets),
		cmocka_unit_test(copies_and_root_key),
		cmocka_unit_test(threads_share_the_store),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
