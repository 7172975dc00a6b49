/*
 * map.h - text to pointer, on an arena: open addressing, insertion only, keeps the order of insertion.
 *
 * Keys are not copied; they must live as long as the map. A key set again keeps its place and takes the new pointer.
 * Lookup O(1) expected.
 */
#ifndef CUSTOS_BASE_MAP_H
#define CUSTOS_BASE_MAP_H

#include "base/arena.h"

struct map_entry {
	struct text key;
	void *value;
};

struct map {
	struct arena *arena;
	struct map_entry *entries; /* in order of insertion, count of them */
	size_t count;
	size_t entry_capacity;
	uint32_t *slots; /* index into entries plus 1; 0 is free */
	size_t slot_count;
};

void map_begin(struct map *map, struct arena *arena);
void map_set(struct map *map, struct text key, void *value);
/* NULL when absent. */
void *map_get(const struct map *map, struct text key);

#endif
