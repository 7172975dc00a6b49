/* run.h - a growing array of bytes on the heap: such come and go by the hundred megabytes, so they are no arena's. */
#ifndef CUSTOS_MATCH_RUN_H
#define CUSTOS_MATCH_RUN_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* All zero is an empty one; its owner frees data. */
struct run {
	uint8_t *data;
	size_t size, capacity;
};

/* Aborts when there is no memory. */
static inline void run_add(struct run *run, const void *data, size_t size)
{
	if (size == 0)
		return;
	if (run->size + size > run->capacity) {
		size_t capacity = run->capacity == 0 ? 4096 : run->capacity + run->capacity / 2;
		while (capacity < run->size + size)
			capacity *= 2;
		uint8_t *larger = realloc(run->data, capacity);
		if (larger == NULL)
			abort();
		run->data = larger;
		run->capacity = capacity;
	}
	memcpy(run->data + run->size, data, size);
	run->size += size;
}

static inline void run_add_number(struct run *run, uint32_t number)
{
	run_add(run, &number, sizeof number);
}

#endif
