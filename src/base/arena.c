/* arena.c - memory that is freed as a whole. */
#include "base/arena.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#endif

enum { ALIGNMENT = 16, FIRST_BLOCK = 32 * 1024, LARGEST_BLOCK = 1024 * 1024, FORMAT_FIRST = 256 };

/* Under AddressSanitizer unused memory is poisoned, and a gap after each allocation catches overruns. */
#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
enum { GAP = ALIGNMENT };
#define POISON(address, size) ASAN_POISON_MEMORY_REGION((address), (size))
#define UNPOISON(address, size) ASAN_UNPOISON_MEMORY_REGION((address), (size))
#else
enum { GAP = 0 };
#define POISON(address, size) ((void)(address), (void)(size))
#define UNPOISON(address, size) ((void)(address), (void)(size))
#endif

struct block {
	struct block *next;
	size_t size;
	size_t used;
	_Alignas(ALIGNMENT) unsigned char data[];
};

struct release {
	struct release *next;
	void (*function)(void *thing);
	void *thing;
};

struct arena {
	struct block *current; /* head of the list of blocks, the one small pieces come from */
	struct block *first;   /* the one kept by arena_reset() */
	struct release *releases;
	size_t block_size; /* of the next block */
	size_t used;
};

static void exhausted(size_t size)
{
	fprintf(stderr, "{\"level\":\"error\",\"event\":\"out_of_memory\",\"size\":\"%zu\"}\n", size);
	abort();
}

static struct block *block_allocate(size_t size)
{
	struct block *block = NULL;
	if (size <= SIZE_MAX - sizeof(*block))
		block = calloc(1, sizeof(*block) + size);
	if (block == NULL)
		exhausted(size);
	block->size = size;
	POISON(block->data, size);
	return block;
}

#ifdef ARENA_POISONS
/* Memory that comes back at once would hide a use after its end. */
static struct block *block_create(size_t size)
{
	return block_allocate(size);
}

static void block_destroy(struct block *block)
{
	UNPOISON(block->data, block->size);
	free(block);
}
#else
/*
 * Blocks of the usual sizes go back to their thread: a request then clears what the one before used (some kilobytes) instead
 * of a whole fresh block, and large pages do not fault their memory in again. At most 1 MiB a thread rests here.
 */
enum { SPARE_SIZES = 4 };
static const size_t spare_most[SPARE_SIZES] = {8, 4, 2, 1};

struct spares {
	struct block *first[SPARE_SIZES];
	size_t count[SPARE_SIZES];
};

static pthread_once_t spares_once = PTHREAD_ONCE_INIT;
static pthread_key_t spares_key;

static void spares_end(void *state)
{
	struct spares *spares = state;
	for (int i = 0; i < SPARE_SIZES; i++) {
		while (spares->first[i] != NULL) {
			struct block *block = spares->first[i];
			spares->first[i] = block->next;
			free(block);
		}
	}
	free(spares);
}

static void spares_key_make(void)
{
	if (pthread_key_create(&spares_key, spares_end) != 0)
		abort();
}

static struct spares *spares_of_thread(void)
{
	pthread_once(&spares_once, spares_key_make);
	struct spares *spares = pthread_getspecific(spares_key);
	if (spares == NULL) {
		spares = calloc(1, sizeof(*spares));
		if (spares == NULL)
			exhausted(sizeof(*spares));
		pthread_setspecific(spares_key, spares);
	}
	return spares;
}

static int spare_place(size_t size)
{
	for (int i = 0; i < SPARE_SIZES; i++)
		if (size == (size_t)FIRST_BLOCK << i)
			return i;
	return -1;
}

static struct block *block_create(size_t size)
{
	int place = spare_place(size);
	struct spares *spares = place < 0 ? NULL : spares_of_thread();
	if (spares == NULL || spares->first[place] == NULL)
		return block_allocate(size);
	struct block *block = spares->first[place];
	spares->first[place] = block->next;
	spares->count[place]--;
	block->next = NULL;
	return block;
}

static void block_destroy(struct block *block)
{
	int place = spare_place(block->size);
	struct spares *spares = place < 0 ? NULL : spares_of_thread();
	if (spares == NULL || spares->count[place] == spare_most[place]) {
		free(block);
		return;
	}
	memset(block->data, 0, block->used);
	block->used = 0;
	block->next = spares->first[place];
	spares->first[place] = block;
	spares->count[place]++;
}
#endif

struct arena *arena_create(void)
{
	struct arena *arena = calloc(1, sizeof(*arena));
	if (arena == NULL)
		exhausted(sizeof(*arena));
	arena->first = block_create(FIRST_BLOCK);
	arena->current = arena->first;
	arena->block_size = 2 * FIRST_BLOCK;
	return arena;
}

static void run_releases(struct arena *arena)
{
	while (arena->releases != NULL) {
		struct release *release = arena->releases;
		arena->releases = release->next;
		release->function(release->thing);
	}
}

/* Frees all blocks but the first one made. */
static void free_later_blocks(struct arena *arena)
{
	struct block *block = arena->current;
	while (block != NULL) {
		struct block *next = block->next;
		if (block != arena->first)
			block_destroy(block);
		block = next;
	}
	arena->current = arena->first;
	arena->first->next = NULL;
}

void arena_destroy(struct arena *arena)
{
	if (arena == NULL)
		return;
	run_releases(arena);
	free_later_blocks(arena);
	block_destroy(arena->first);
	free(arena);
}

void arena_reset(struct arena *arena)
{
	run_releases(arena);
	free_later_blocks(arena);
	struct block *first = arena->first;
	UNPOISON(first->data, first->used);
	memset(first->data, 0, first->used);
	POISON(first->data, first->size);
	first->used = 0;
	arena->block_size = 2 * FIRST_BLOCK;
	arena->used = 0;
}

/* A block with room for size more bytes. */
static struct block *block_for(struct arena *arena, size_t size)
{
	struct block *current = arena->current;
	if (size <= current->size - current->used)
		return current;
	if (size > arena->block_size / 4) {
		/* A large piece gets a block of its own, behind the current one, whose rest stays in use. */
		struct block *own = block_create(size);
		own->next = current->next;
		current->next = own;
		return own;
	}
	struct block *block = block_create(arena->block_size);
	if (arena->block_size < LARGEST_BLOCK)
		arena->block_size *= 2;
	block->next = current;
	arena->current = block;
	return block;
}

void *arena_allocate(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		exhausted(size);
	size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (rounded == 0)
		rounded = ALIGNMENT;
	struct block *block = block_for(arena, rounded + GAP);
	void *memory = block->data + block->used;
	block->used += rounded + GAP;
	arena->used += size;
	UNPOISON(memory, size);
	return memory;
}

void *arena_allocate_array(struct arena *arena, size_t count, size_t size)
{
	size_t total;
	if (__builtin_mul_overflow(count, size, &total))
		exhausted(SIZE_MAX);
	return arena_allocate(arena, total);
}

char *arena_string(struct arena *arena, struct text text)
{
	if (text.length == SIZE_MAX)
		exhausted(text.length);
	char *copy = arena_allocate(arena, text.length + 1);
	if (text.length > 0)
		memcpy(copy, text.data, text.length);
	return copy;
}

struct text arena_copy(struct arena *arena, struct text text)
{
	return (struct text){arena_string(arena, text), text.length};
}

void *arena_copy_bytes(struct arena *arena, const void *data, size_t size)
{
	return arena_string(arena, (struct text){data, size});
}

struct text arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_list again;
	va_start(arguments, format);
	va_copy(again, arguments);
	char first[FORMAT_FIRST]; /* nearly everything fits: formatted once, not measured before */
	int length = vsnprintf(first, sizeof(first), format, arguments);
	va_end(arguments);
	struct text text = text_empty();
	if (length > 0 && (size_t)length < sizeof(first)) {
		text = arena_copy(arena, (struct text){first, (size_t)length});
	} else if (length > 0) {
		char *data = arena_allocate(arena, (size_t)length + 1);
		vsnprintf(data, (size_t)length + 1, format, again);
		text = (struct text){data, (size_t)length};
	}
	va_end(again);
	return text;
}

struct text arena_join(struct arena *arena, const struct text *parts, size_t count, struct text separator)
{
	size_t length = 0;
	for (size_t i = 0; i < count; i++) {
		size_t gap = i + 1 < count ? separator.length : 0;
		if (__builtin_add_overflow(length, parts[i].length, &length) ||
		    __builtin_add_overflow(length, gap, &length) || length == SIZE_MAX)
			exhausted(SIZE_MAX);
	}
	char *data = arena_allocate(arena, length + 1);
	size_t at = 0;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].length > 0)
			memcpy(data + at, parts[i].data, parts[i].length);
		at += parts[i].length;
		if (i + 1 < count && separator.length > 0) {
			memcpy(data + at, separator.data, separator.length);
			at += separator.length;
		}
	}
	return (struct text){data, length};
}

void arena_on_release(struct arena *arena, void (*release)(void *thing), void *thing)
{
	struct release *entry = ARENA_NEW(arena, struct release);
	entry->next = arena->releases;
	entry->function = release;
	entry->thing = thing;
	arena->releases = entry;
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}
