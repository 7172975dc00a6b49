/* payload.c - sealing the content of an entry: encrypted blob and salted commitment, and opening it again. */
#include "journal/payload.h"

#include <sodium.h>
#include <string.h>

#include "base/random.h"

_Static_assert(PAYLOAD_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "key size");
_Static_assert(PAYLOAD_NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, "nonce size");
_Static_assert(PAYLOAD_TAG_SIZE == crypto_aead_xchacha20poly1305_ietf_ABYTES, "tag size");

struct text payload_additional(struct arena *arena, struct text log, struct text record, int64_t revision)
{
	if (text_is_empty(record))
		record = TEXT_OF("-");
	return arena_format(arena, "%.*s\n%.*s\n%lld", TEXT_FORMAT(log), TEXT_FORMAT(record), (long long)revision);
}

struct hash payload_commitment(struct text salt, struct text plaintext)
{
	const struct text parts[] = { TEXT("custos-commit/v1\n"), salt, plaintext };
	return hash_of_parts(parts, 3);
}

void payload_seal_with(struct arena *arena, const struct payload_seal *seal, struct text plaintext, struct text *out_blob,
	struct hash *out_commitment)
{
	size_t inner = PAYLOAD_SALT_SIZE + plaintext.length;
	unsigned char *clear = arena_allocate(arena, inner);
	memcpy(clear, seal->salt, PAYLOAD_SALT_SIZE);
	memcpy(clear + PAYLOAD_SALT_SIZE, plaintext.data, plaintext.length);
	unsigned char *blob = arena_allocate(arena, PAYLOAD_NONCE_SIZE + inner + PAYLOAD_TAG_SIZE);
	memcpy(blob, seal->nonce, PAYLOAD_NONCE_SIZE);
	unsigned long long length;
	crypto_aead_xchacha20poly1305_ietf_encrypt(blob + PAYLOAD_NONCE_SIZE, &length, clear, inner,
		(const unsigned char *)seal->additional.data, seal->additional.length, NULL, seal->nonce, seal->key);
	*out_commitment = payload_commitment(text_make((const char *)clear, PAYLOAD_SALT_SIZE), plaintext);
	*out_blob = text_make((const char *)blob, PAYLOAD_NONCE_SIZE + (size_t)length);
}

void payload_seal(struct arena *arena, const uint8_t key[PAYLOAD_KEY_SIZE], struct text additional, struct text plaintext,
	struct text *out_blob, struct hash *out_commitment)
{
	uint8_t nonce[PAYLOAD_NONCE_SIZE], salt[PAYLOAD_SALT_SIZE];
	random_secret(nonce, sizeof nonce);
	random_secret(salt, sizeof salt);
	const struct payload_seal seal = { key, nonce, salt, additional };
	payload_seal_with(arena, &seal, plaintext, out_blob, out_commitment);
}

bool payload_open(struct arena *arena, const uint8_t key[PAYLOAD_KEY_SIZE], struct text additional, struct text blob,
	struct text *out_salt, struct text *out_plaintext)
{
	if (blob.length < PAYLOAD_NONCE_SIZE + PAYLOAD_SALT_SIZE + PAYLOAD_TAG_SIZE)
		return false;
	const unsigned char *bytes = (const unsigned char *)blob.data;
	size_t sealed = blob.length - PAYLOAD_NONCE_SIZE;
	unsigned char *clear = arena_allocate(arena, sealed + 1);
	unsigned long long length;
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(clear, &length, NULL, bytes + PAYLOAD_NONCE_SIZE, sealed,
		    (const unsigned char *)additional.data, additional.length, bytes, key) != 0)
		return false;
	*out_salt = text_make((const char *)clear, PAYLOAD_SALT_SIZE);
	*out_plaintext = text_make((const char *)clear + PAYLOAD_SALT_SIZE, (size_t)length - PAYLOAD_SALT_SIZE);
	return true;
}
