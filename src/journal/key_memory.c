/* key_memory.c - payload keys at hand for one thread, by a hash of whose they are. */
#include "journal/key_memory.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 16384, TAG_SIZE = crypto_shorthash_siphashx24_BYTES, NAME_MAXIMUM = 300 };

struct key_slot {
	uint8_t tag[TAG_SIZE], key[KEY_SIZE];
	bool used;
};

struct key_memory {
	struct keys *keys;
	uint8_t secret[crypto_shorthash_siphashx24_KEYBYTES]; /* nobody can choose subjects that take each other's place */
	struct key_slot *slots;				      /* locked memory */
};

struct key_memory *key_memory_create(struct keys *keys)
{
	struct key_memory *memory = calloc(1, sizeof(*memory));
	if (!memory)
		abort();
	memory->keys = keys;
	randombytes_buf(memory->secret, sizeof(memory->secret));
	memory->slots = sodium_allocarray(SLOTS, sizeof(*memory->slots));
	if (!memory->slots)
		abort();
	sodium_memzero(memory->slots, SLOTS * sizeof(*memory->slots));
	return memory;
}

void key_memory_destroy(struct key_memory *memory)
{
	sodium_free(memory->slots);
	free(memory);
}

bool key_memory_of(struct key_memory *memory, struct text owner, struct text subject, enum compartment compartment,
	uint8_t out_key[KEY_SIZE], struct error_list *errors)
{
	struct text name = text_is_empty(subject) ? owner : subject;
	uint8_t whole[NAME_MAXIMUM + 2], tag[TAG_SIZE];
	if (name.length > NAME_MAXIMUM)
		return keys_of(memory->keys, owner, subject, compartment, KEY_PAYLOAD, false, out_key, errors);
	whole[0] = text_is_empty(subject) ? 'l' : 's';
	whole[1] = (uint8_t)compartment;
	memcpy(whole + 2, name.data, name.length);
	crypto_shorthash_siphashx24(tag, whole, name.length + 2, memory->secret);
	struct key_slot *slot = &memory->slots[(tag[0] | tag[1] << 8) % SLOTS];
	if (!slot->used || memcmp(slot->tag, tag, TAG_SIZE) != 0) {
		slot->used = false;
		if (!keys_of(memory->keys, owner, subject, compartment, KEY_PAYLOAD, false, slot->key, errors))
			return false;
		memcpy(slot->tag, tag, TAG_SIZE);
		slot->used = true;
	}
	memcpy(out_key, slot->key, KEY_SIZE);
	return true;
}
