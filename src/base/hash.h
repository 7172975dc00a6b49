/*
 * hash.h - SHA-256 through OpenSSL's libcrypto, fetched once; and hexadecimal and base 64 of what it gives.
 */
#ifndef CUSTOS_BASE_HASH_H
#define CUSTOS_BASE_HASH_H

#include "base/arena.h"

struct hash {
	uint8_t bytes[32];
};

struct hash hash_of(const void *data, size_t size);
/* Hash of the pieces one after the other. */
struct hash hash_of_parts(const struct text *parts, size_t count);
bool hash_equal(const struct hash *left, const struct hash *right); /* constant time */
struct text hash_hex(struct arena *arena, const struct hash *hash);

struct text hex_encode(struct arena *arena, const void *data, size_t size);
bool hex_decode(struct arena *arena, struct text text, struct text *out_bytes);
/* Standard alphabet with padding (RFC 4648 section 4); decode refuses anything else, non-zero trailing bits too. */
struct text base64_encode(struct arena *arena, const void *data, size_t size);
bool base64_decode(struct arena *arena, struct text text, struct text *out_bytes);

#endif
