/* map.c - text to pointer, open addressing with linear probing. */
#include "base/map.h"

#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 16 };

/* Keys may come from outside (form fields, import columns): hashed with a secret of this process, so that nobody can
 * choose colliding ones. Never visible: entries keep the order of insertion. */
static unsigned char secret[crypto_shorthash_KEYBYTES];
static pthread_once_t secret_once = PTHREAD_ONCE_INIT;

static void make_secret(void)
{
	if (sodium_init() < 0)
		abort();
	randombytes_buf(secret, sizeof(secret));
}

static size_t key_hash(struct text key)
{
	unsigned char bytes[crypto_shorthash_BYTES];
	uint64_t hash;
	pthread_once(&secret_once, make_secret);
	crypto_shorthash(bytes, (const unsigned char *)key.data, key.length, secret);
	memcpy(&hash, bytes, sizeof(hash));
	return (size_t)hash;
}

void map_begin(struct map *map, struct arena *arena)
{
	*map = (struct map){.arena = arena};
}

/* The slot that holds key, or the free one where it belongs. */
static size_t slot_of(const struct map *map, struct text key)
{
	size_t mask = map->slot_count - 1;
	size_t slot = key_hash(key) & mask;
	while (map->slots[slot] != 0 && !text_equal(map->entries[map->slots[slot] - 1].key, key))
		slot = (slot + 1) & mask;
	return slot;
}

static void grow_slots(struct map *map)
{
	map->slot_count = map->slot_count == 0 ? FIRST_SLOTS : map->slot_count * 2;
	map->slots = ARENA_ARRAY(map->arena, uint32_t, map->slot_count);
	for (size_t i = 0; i < map->count; i++)
		map->slots[slot_of(map, map->entries[i].key)] = (uint32_t)(i + 1);
}

static void grow_entries(struct map *map)
{
	size_t capacity = map->entry_capacity == 0 ? FIRST_SLOTS / 2 : map->entry_capacity * 2;
	struct map_entry *entries = ARENA_ARRAY(map->arena, struct map_entry, capacity);
	if (map->count > 0)
		memcpy(entries, map->entries, map->count * sizeof(*entries));
	map->entries = entries;
	map->entry_capacity = capacity;
}

void map_set(struct map *map, struct text key, void *value)
{
	if (map->count >= map->slot_count / 2)
		grow_slots(map);
	size_t slot = slot_of(map, key);
	if (map->slots[slot] != 0) {
		map->entries[map->slots[slot] - 1].value = value;
		return;
	}
	if (map->count == UINT32_MAX)
		abort();
	if (map->count == map->entry_capacity)
		grow_entries(map);
	map->entries[map->count] = (struct map_entry){key, value};
	map->slots[slot] = (uint32_t)++map->count;
}

void *map_get(const struct map *map, struct text key)
{
	if (map->count == 0)
		return NULL;
	uint32_t index = map->slots[slot_of(map, key)];
	return index == 0 ? NULL : map->entries[index - 1].value;
}
