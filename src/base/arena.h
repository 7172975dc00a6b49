/*
 * arena.h - memory that is freed as a whole: one arena a request, one for the life of the process.
 *
 * The arena owns everything allocated from it. Allocation never fails: sizes are bounded before they get here, and
 * exhaustion ends the process with a message (abort). Memory is zeroed and aligned to 16 bytes. Things that are not
 * memory (file, statement) are released by functions that hang on the arena, last one first, before the memory goes.
 * An arena belongs to one thread at a time.
 *
 *	struct arena *arena = arena_create();
 *	struct thing *thing = ARENA_NEW(arena, struct thing);
 *	arena_destroy(arena);
 */
#ifndef CUSTOS_BASE_ARENA_H
#define CUSTOS_BASE_ARENA_H

#include "base/text.h"

struct arena;

struct arena *arena_create(void);
void arena_destroy(struct arena *arena);
/* Frees all content but keeps the first block, for a loop of requests. Release functions run. */
void arena_reset(struct arena *arena);

void *arena_allocate(struct arena *arena, size_t size);
void *arena_allocate_array(struct arena *arena, size_t count, size_t size);
#define ARENA_NEW(arena, type) ((type *)arena_allocate((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_allocate_array((arena), (count), sizeof(type)))

/* Copies; both are NUL-terminated past their end, so that .data can go to C libraries. */
struct text arena_copy(struct arena *arena, struct text text);
char *arena_string(struct arena *arena, struct text text);
void *arena_copy_bytes(struct arena *arena, const void *data, size_t size);
/* printf into the arena: for identifiers, log lines and keys; never SQL with values, never HTML. */
struct text arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct text arena_join(struct arena *arena, const struct text *parts, size_t count, struct text separator);

void arena_on_release(struct arena *arena, void (*release)(void *thing), void *thing);
/* Bytes handed out so far; for tests and limits. */
size_t arena_used(const struct arena *arena);

#endif
