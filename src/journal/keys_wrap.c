/* keys_wrap.c - AES-256 key wrap with padding (NIST SP 800-38F KWP, RFC 5649) through OpenSSL. */
#include "journal/keys_internal.h"

#include <openssl/evp.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { BOUND_SIZE = 16, INNER_SIZE = KEY_SIZE + BOUND_SIZE, ROOM = 256 };

static EVP_CIPHER_CTX *wrap_context(const uint8_t *wrapping, bool encrypt)
{
	EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
	if (!context)
		abort();
	EVP_CIPHER_CTX_set_flags(context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
	if (EVP_CipherInit_ex(context, EVP_aes_256_wrap_pad(), NULL, wrapping, NULL, encrypt ? 1 : 0) != 1)
		abort();
	return context;
}

size_t key_wrap_bytes(const uint8_t wrapping[KEY_SIZE], const uint8_t *bytes, size_t size, uint8_t *out_wrapped)
{
	EVP_CIPHER_CTX *context = wrap_context(wrapping, true);
	int length = 0;
	if (size > ROOM || EVP_CipherUpdate(context, out_wrapped, &length, bytes, (int)size) != 1)
		abort();
	EVP_CIPHER_CTX_free(context);
	return (size_t)length;
}

bool key_unwrap_bytes(const uint8_t wrapping[KEY_SIZE], struct text wrapped, uint8_t *out_bytes, size_t *out_size)
{
	if (wrapped.length < 16 || wrapped.length > ROOM || wrapped.length % 8 != 0)
		return false;
	EVP_CIPHER_CTX *context = wrap_context(wrapping, false);
	int length = 0;
	bool done = EVP_CipherUpdate(context, out_bytes, &length, (const unsigned char *)wrapped.data,
			    (int)wrapped.length) == 1;
	EVP_CIPHER_CTX_free(context);
	if (done)
		*out_size = (size_t)length;
	return done;
}

void key_wrap(const uint8_t wrapping[KEY_SIZE], const struct hash *name, const uint8_t key[KEY_SIZE],
	uint8_t out_wrapped[KEY_WRAPPED_SIZE])
{
	uint8_t inner[INNER_SIZE], wrapped[INNER_SIZE + 16];
	memcpy(inner, key, KEY_SIZE);
	memcpy(inner + KEY_SIZE, name->bytes, BOUND_SIZE);
	if (key_wrap_bytes(wrapping, inner, sizeof inner, wrapped) != KEY_WRAPPED_SIZE)
		abort();
	memcpy(out_wrapped, wrapped, KEY_WRAPPED_SIZE);
	sodium_memzero(inner, sizeof inner);
}

bool key_unwrap(const uint8_t wrapping[KEY_SIZE], const struct hash *name, struct text wrapped, uint8_t out_key[KEY_SIZE])
{
	uint8_t inner[KEY_WRAPPED_SIZE + 16];
	size_t size = 0;
	bool done = wrapped.length == KEY_WRAPPED_SIZE && key_unwrap_bytes(wrapping, wrapped, inner, &size) &&
		    size == INNER_SIZE && sodium_memcmp(inner + KEY_SIZE, name->bytes, BOUND_SIZE) == 0;
	if (done)
		memcpy(out_key, inner, KEY_SIZE);
	sodium_memzero(inner, sizeof inner);
	return done;
}
