/* account_cache.c - who stands behind a session or a token, kept in memory for as long as nothing that decides it has changed. */
#include <stdlib.h>
#include <string.h>

#include "service/internal.h"
#include "service/session_secret.h"

/*
 * A request would otherwise read the key store (one connection, one mutex for all threads) and the account before it reads
 * anything it was asked for. What is kept holds only while both sources stand still: the key store has a stamp that every
 * commit of every process changes; accounts are written by this process's writer alone, which counts its groups that did.
 * So an ended session or a suspended user is out with the next request, as without the cache. Without a writer of its own
 * (opened for reading only) a process keeps nothing.
 */

enum { SLOTS = 1024, TEXTS = 13 };

struct account_slot {
	const char *kind; /* a literal; NULL: free */
	char name[72];	  /* hex of a SHA-256 */
	struct known_stamp stamp;
	struct known known; /* its texts and facilities are in `memory` */
	void *memory;
	size_t size;
};

struct account_cache {
	pthread_mutex_t mutex;
	struct account_slot slots[SLOTS];
};

struct account_cache *account_cache_create(void)
{
	struct account_cache *cache = calloc(1, sizeof(*cache));
	if (!cache)
		abort();
	pthread_mutex_init(&cache->mutex, NULL);
	return cache;
}

void account_cache_destroy(struct account_cache *cache)
{
	for (size_t i = 0; i < SLOTS; i++)
		free(cache->slots[i].memory);
	pthread_mutex_destroy(&cache->mutex);
	free(cache);
}

/* ---- copies ---- */

static void texts_of(struct known *known, struct text *out_texts[TEXTS])
{
	struct text *const texts[TEXTS] = { &known->user, &known->csrf, &known->facility, &known->language, &known->glass, &known->source,
		&known->actor.id, &known->actor.name, &known->actor.display_name, &known->actor.facility,
		&known->actor.language, &known->actor.own_subject, &known->actor.break_glass_subject };
	memcpy(out_texts, texts, sizeof(texts));
}

/* Facilities first, then the bytes of all texts. */
static size_t size_of(const struct known *known)
{
	struct known copy = *known;
	struct text *texts[TEXTS];
	size_t size = known->actor.facility_count * sizeof(struct text);
	texts_of(&copy, texts);
	for (size_t i = 0; i < TEXTS; i++)
		size += texts[i]->length + 1;
	for (size_t i = 0; i < known->actor.facility_count; i++)
		size += known->actor.facilities[i].length + 1;
	return size;
}

static char *move_text(struct text *text, char *to)
{
	if (text->length > 0)
		memcpy(to, text->data, text->length);
	to[text->length] = '\0';
	text->data = to;
	return to + text->length + 1;
}

/* memory: size_of(known) bytes, aligned for a struct text. */
static struct known known_copy(const struct known *known, void *memory)
{
	struct known copy = *known;
	struct text *texts[TEXTS], *facilities = memory;
	char *to = (char *)memory + known->actor.facility_count * sizeof(struct text);
	texts_of(&copy, texts);
	for (size_t i = 0; i < TEXTS; i++)
		to = move_text(texts[i], to);
	for (size_t i = 0; i < known->actor.facility_count; i++) {
		facilities[i] = known->actor.facilities[i];
		to = move_text(&facilities[i], to);
	}
	copy.actor.facilities = known->actor.facility_count ? facilities : NULL;
	return copy;
}

/* ---- finding and keeping ---- */

static struct account_slot *slot_of(struct account_cache *cache, struct text name)
{
	return &cache->slots[text_hash(name) % SLOTS];
}

static bool is_for(const struct account_slot *slot, const char *kind, struct text name)
{
	return slot->kind && strcmp(slot->kind, kind) == 0 && text_equal_string(name, slot->name);
}

static bool is_current(const struct known_stamp *kept, const struct known_stamp *now)
{
	return now->valid && kept->accounts == now->accounts && memcmp(&kept->keys, &now->keys, sizeof(now->keys)) == 0;
}

bool known_find(struct service *service, struct arena *arena, const char *kind, struct text name, struct known *out_known,
	struct known_stamp *out_stamp)
{
	struct account_cache *cache = service->accounts;
	struct known_stamp now = { .accounts = atomic_load(&service->account_generation) };
	now.valid = service->writer && keys_stamp(service->keys, &now.keys);
	*out_stamp = now;
	if (!now.valid)
		return false;
	pthread_mutex_lock(&cache->mutex);
	const struct account_slot *slot = slot_of(cache, name);
	bool found = is_for(slot, kind, name) && is_current(&slot->stamp, &now);
	if (found)
		*out_known = known_copy(&slot->known, arena_allocate(arena, slot->size));
	pthread_mutex_unlock(&cache->mutex);
	return found;
}

void known_keep(struct service *service, const char *kind, struct text name, const struct known *known,
	const struct known_stamp *stamp)
{
	struct account_cache *cache = service->accounts;
	struct account_slot *slot = slot_of(cache, name);
	if (!stamp->valid || name.length >= sizeof(slot->name))
		return;
	size_t size = size_of(known);
	void *memory = malloc(size);
	if (!memory)
		abort();
	pthread_mutex_lock(&cache->mutex);
	free(slot->memory);
	*slot = (struct account_slot){ .kind = kind, .stamp = *stamp, .memory = memory, .size = size };
	memcpy(slot->name, name.data, name.length);
	slot->known = known_copy(known, memory);
	pthread_mutex_unlock(&cache->mutex);
}
