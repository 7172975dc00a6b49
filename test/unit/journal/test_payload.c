/* test_payload.c - sealing and opening against the vector of another program. */
#include "vectors.h"

#include <sodium.h>

#include "journal/merkle.h"
#include "journal/payload.h"

static void shred_vector(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value vector = vector_json(arena, "custos-shred-vector.json");
	struct text dek = vector_hex(arena, vector, "dek"), key = vector_hex(arena, vector, "payload_subkey");
	unsigned char derived[32];
	crypto_kdf_derive_from_key(derived, sizeof derived, 1, "CUSTOSv1", (const unsigned char *)dek.data);
	assert_memory_equal(derived, key.data, 32);
	const struct payload_seal seal = { derived, (const uint8_t *)vector_hex(arena, vector, "nonce").data,
		(const uint8_t *)vector_hex(arena, vector, "salt").data, json_get_text(vector, "aad") };
	struct text blob, salt, plaintext, want = vector_hex(arena, vector, "blob_nonce_then_ciphertext_tag");
	struct hash commitment, hash;
	payload_seal_with(arena, &seal, json_get_text(vector, "plaintext_utf8"), &blob, &commitment);
	assert_true(text_equal(blob, want));
	hash = vector_hash(vector_hex(arena, vector, "commit_sha256"));
	assert_true(hash_equal(&commitment, &hash));
	hash = hash_of(blob.data, blob.length);
	assert_true(text_equal(hash_hex(arena, &hash), json_get_text(vector, "payload_sha256")));
	hash = merkle_leaf(json_get_text(vector, "entry_utf8"));
	assert_true(text_equal(hash_hex(arena, &hash), json_get_text(vector, "leaf_hash")));
	assert_true(payload_open(arena, derived, seal.additional, blob, &salt, &plaintext));
	assert_true(text_equal(plaintext, json_get_text(vector, "plaintext_utf8")));
	hash = payload_commitment(salt, plaintext);
	assert_true(hash_equal(&commitment, &hash));
	arena_destroy(arena);
}

static void every_changed_bit_is_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	uint8_t key[32] = { 1, 2, 3 }, other[32] = { 1, 2, 4 };
	struct text additional = payload_additional(arena, TEXT_OF("c.example/j/x"), TEXT_OF("t/1"), 3);
	assert_string_equal(additional.data, "c.example/j/x\nt/1\n3");
	struct text blob, second, salt, plaintext;
	struct hash commitment, commitment_again;
	payload_seal(arena, key, additional, TEXT_OF("{}"), &blob, &commitment);
	payload_seal(arena, key, additional, TEXT_OF("{}"), &second, &commitment_again);
	assert_false(text_equal(blob, second));
	assert_false(hash_equal(&commitment, &commitment_again));
	assert_true(payload_open(arena, key, additional, blob, &salt, &plaintext));
	assert_false(payload_open(arena, other, additional, blob, &salt, &plaintext));
	assert_false(payload_open(arena, key, TEXT_OF("c.example/j/x\nt/1\n4"), blob, &salt, &plaintext));
	char *bytes = arena_copy_bytes(arena, blob.data, blob.length);
	for (size_t i = 0; i < blob.length * 8; i++) {
		bytes[i / 8] = (char)(bytes[i / 8] ^ 1 << i % 8);
		assert_false(payload_open(arena, key, additional, text_make(bytes, blob.length), &salt, &plaintext));
		bytes[i / 8] = (char)(bytes[i / 8] ^ 1 << i % 8);
	}
	for (size_t length = 0; length < blob.length; length++)
		assert_false(payload_open(arena, key, additional, text_slice(blob, 0, length), &salt, &plaintext));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shred_vector),
		cmocka_unit_test(every_changed_bit_is_refused),
	};
	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
