/* hash.c - SHA-256, hexadecimal and base 64. */
#include "base/hash.h"

#include <openssl/evp.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>

/* Fetching the algorithm costs more than hashing an entry: done once. The context is made once a thread. */
static EVP_MD *algorithm;
static pthread_key_t context_key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void free_context(void *context)
{
	EVP_MD_CTX_free(context);
}

static void fetch(void)
{
	algorithm = EVP_MD_fetch(NULL, "SHA256", NULL);
	if (algorithm == NULL || pthread_key_create(&context_key, free_context) != 0)
		abort();
}

static EVP_MD_CTX *thread_context(void)
{
	static _Thread_local EVP_MD_CTX *context;
	if (context == NULL) {
		pthread_once(&once, fetch);
		context = EVP_MD_CTX_new();
		/* The key only frees the context when the thread ends. */
		if (context == NULL || pthread_setspecific(context_key, context) != 0)
			abort();
	}
	return context;
}

struct hash hash_of_parts(const struct text *parts, size_t count)
{
	struct hash hash;
	EVP_MD_CTX *context = thread_context();
	if (EVP_DigestInit_ex2(context, algorithm, NULL) != 1)
		abort();
	for (size_t i = 0; i < count; i++) {
		if (EVP_DigestUpdate(context, parts[i].data, parts[i].length) != 1)
			abort();
	}
	if (EVP_DigestFinal_ex(context, hash.bytes, NULL) != 1)
		abort();
	return hash;
}

struct hash hash_of(const void *data, size_t size)
{
	struct text part = {data, size};
	return hash_of_parts(&part, 1);
}

bool hash_equal(const struct hash *left, const struct hash *right)
{
	return sodium_memcmp(left->bytes, right->bytes, sizeof(left->bytes)) == 0;
}

struct text hash_hex(struct arena *arena, const struct hash *hash)
{
	return hex_encode(arena, hash->bytes, sizeof(hash->bytes));
}

struct text hex_encode(struct arena *arena, const void *data, size_t size)
{
	if (size >= SIZE_MAX / 2)
		abort();
	char *out = arena_allocate(arena, 2 * size + 1);
	sodium_bin2hex(out, 2 * size + 1, data, size);
	return (struct text){out, 2 * size};
}

bool hex_decode(struct arena *arena, struct text text, struct text *out_bytes)
{
	size_t size = 0;
	if (text.length % 2 != 0)
		return false;
	unsigned char *bytes = arena_allocate(arena, text.length / 2 + 1);
	if (sodium_hex2bin(bytes, text.length / 2, text.data, text.length, NULL, &size, NULL) != 0)
		return false;
	*out_bytes = (struct text){(const char *)bytes, size};
	return true;
}

struct text base64_encode(struct arena *arena, const void *data, size_t size)
{
	if (size > SIZE_MAX / 4)
		abort();
	size_t room = sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL);
	char *out = arena_allocate(arena, room);
	sodium_bin2base64(out, room, data, size, sodium_base64_VARIANT_ORIGINAL);
	return (struct text){out, room - 1};
}

bool base64_decode(struct arena *arena, struct text text, struct text *out_bytes)
{
	size_t size = 0;
	size_t room = text.length / 4 * 3;
	if (text.length % 4 != 0)
		return false;
	/* libsodium 1.0.18 takes some bytes above 0x7f for letters. */
	for (size_t i = 0; i < text.length; i++) {
		if ((unsigned char)text.data[i] > 0x7f)
			return false;
	}
	unsigned char *bytes = arena_allocate(arena, room + 1);
	if (sodium_base642bin(bytes, room, text.data, text.length, NULL, &size, NULL,
			      sodium_base64_VARIANT_ORIGINAL) != 0)
		return false;
	*out_bytes = (struct text){(const char *)bytes, size};
	return true;
}
