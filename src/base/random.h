/*
 * random.h - the only source of randomness, and the identifiers made from it.
 *
 * random_bytes() is libsodium's randombytes (getrandom). random_seed() switches the calling thread to a deterministic
 * stream for tests and demo data; random_unseed() goes back. Keys and salts use random_secret(), which is never seeded.
 * An identifier is 128 random bits in 26 characters of Crockford base 32 (0-9 A-Z without I L O U), upper case.
 */
#ifndef CUSTOS_BASE_RANDOM_H
#define CUSTOS_BASE_RANDOM_H

#include "base/arena.h"

enum { IDENTIFIER_LENGTH = 26 };

void random_bytes(void *out, size_t size);
void random_secret(void *out, size_t size);
uint64_t random_below(uint64_t bound); /* uniform in 0..bound-1; bound > 0 */
void random_seed(uint64_t seed);
void random_unseed(void);

struct text identifier_new(struct arena *arena);
void identifier_write(char out[IDENTIFIER_LENGTH + 1]);
/* Upper-cases and maps i l -> 1, o -> 0; false when it is no identifier. */
bool identifier_parse(struct arena *arena, struct text text, struct text *out_identifier);
bool identifier_is_valid(struct text text);

#endif
