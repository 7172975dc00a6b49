/*
 * key_memory.h - payload keys at hand for one thread that opens many entries: keys_of() takes a lock, hashes a name and derives;
 * and the key store's own memory is too small for a whole country. In locked memory, wiped at the end. Internal to the folder.
 */
#ifndef CUSTOS_JOURNAL_KEY_MEMORY_H
#define CUSTOS_JOURNAL_KEY_MEMORY_H

#include "journal/keys.h"

struct key_memory;

struct key_memory *key_memory_create(struct keys *keys);
void key_memory_destroy(struct key_memory *memory);
/* keys_of(KEY_PAYLOAD) without making one. What is not there is asked for again each time. */
bool key_memory_of(struct key_memory *memory, struct text owner, struct text subject, enum compartment compartment,
	uint8_t out_key[KEY_SIZE], struct error_list *errors);

#endif
