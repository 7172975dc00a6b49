/* chain.c - rows by a hash of their names, open addressing; revisions that came too early in a list. */
#include "journal/chain.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 1024, FIRST_WAITING = 64 };

_Static_assert(CHAIN_KEY_SIZE == crypto_shorthash_siphashx24_BYTES, "key size");

struct chain {
	uint8_t secret[crypto_shorthash_siphashx24_KEYBYTES];
	struct chain_row *slots; /* revision 0: free */
	size_t slot_count, count;
	struct chain_link *waiting;
	size_t waiting_count, waiting_room;
	chain_fault *fault;
	void *state;
};

static void *grown(void *memory, size_t count, size_t size)
{
	void *more = count > SIZE_MAX / size ? NULL : realloc(memory, count * size);
	if (!more)
		abort();
	return more;
}

struct chain *chain_create(chain_fault *fault, void *state)
{
	struct chain *chain = calloc(1, sizeof(*chain));
	if (!chain)
		abort();
	chain->fault = fault;
	chain->state = state;
	chain->slot_count = FIRST_SLOTS;
	chain->slots = calloc(FIRST_SLOTS, sizeof(*chain->slots));
	if (!chain->slots)
		abort();
	randombytes_buf(chain->secret, sizeof(chain->secret));
	return chain;
}

void chain_destroy(struct chain *chain)
{
	free(chain->slots);
	free(chain->waiting);
	free(chain);
}

struct chain_key chain_key_of(const struct chain *chain, struct text name)
{
	struct chain_key key;
	crypto_shorthash_siphashx24(key.bytes, (const unsigned char *)name.data, name.length, chain->secret);
	return key;
}

static struct chain_row *slot_of(struct chain_row *slots, size_t slot_count, const struct chain_key *key)
{
	uint64_t hash;
	memcpy(&hash, key->bytes, sizeof(hash));
	size_t slot = hash & (slot_count - 1);
	while (slots[slot].revision != 0 && memcmp(&slots[slot].key, key, sizeof(*key)) != 0)
		slot = (slot + 1) & (slot_count - 1);
	return &slots[slot];
}

static void grow_slots(struct chain *chain)
{
	size_t slot_count = chain->slot_count * 2;
	struct chain_row *slots = calloc(slot_count, sizeof(*slots));
	if (!slots)
		abort();
	for (size_t i = 0; i < chain->slot_count; i++)
		if (chain->slots[i].revision != 0)
			*slot_of(slots, slot_count, &chain->slots[i].key) = chain->slots[i];
	free(chain->slots);
	chain->slots = slots;
	chain->slot_count = slot_count;
}

static void join(struct chain *chain, struct chain_row *row, const struct chain_link *link)
{
	if (row->revision == 0)
		chain->count++;
	*row = (struct chain_row){ .key = link->key, .log = link->log, .state = (uint8_t)link->state,
		.revision = link->revision, .index = link->index, .leaf = link->leaf,
		.content = link->content };
}

/* The link follows the row's newest revision: do they belong together? */
static void check_link(struct chain *chain, const struct chain_row *row, const struct chain_link *link)
{
	if (link->readable && row->revision > 0 &&
		(!link->has_previous || !hash_equal(&link->previous, &row->leaf)))
		chain->fault(chain->state, link, "prev is not the leaf hash of the row's previous revision");
}

static void wait(struct chain *chain, const struct chain_link *link)
{
	if (chain->waiting_count == chain->waiting_room) {
		chain->waiting_room = chain->waiting_room ? chain->waiting_room * 2 : FIRST_WAITING;
		chain->waiting = grown(chain->waiting, chain->waiting_room, sizeof(*chain->waiting));
	}
	chain->waiting[chain->waiting_count++] = *link;
}

void chain_add(struct chain *chain, const struct chain_link *link)
{
	if (chain->count >= chain->slot_count / 2)
		grow_slots(chain);
	struct chain_row *row = slot_of(chain->slots, chain->slot_count, &link->key);
	if (link->revision != row->revision + 1) {
		wait(chain, link);
		return;
	}
	check_link(chain, row, link);
	join(chain, row, link);
}

static int by_key_and_revision(const void *left, const void *right)
{
	const struct chain_link *first = left, *second = right;
	int order = memcmp(&first->key, &second->key, sizeof(first->key));
	if (order != 0)
		return order;
	return (first->revision > second->revision) - (first->revision < second->revision);
}

void chain_settle(struct chain *chain)
{
	if (chain->waiting_count > 0)
		qsort(chain->waiting, chain->waiting_count, sizeof(*chain->waiting), by_key_and_revision);
	for (size_t i = 0; i < chain->waiting_count; i++) {
		const struct chain_link *link = &chain->waiting[i];
		if (chain->count >= chain->slot_count / 2)
			grow_slots(chain);
		struct chain_row *row = slot_of(chain->slots, chain->slot_count, &link->key);
		if (link->revision == row->revision + 1)
			check_link(chain, row, link);
		else if (link->readable)
			chain->fault(chain->state, link, "an earlier revision of the row is missing");
		if (link->revision > row->revision)
			join(chain, row, link);
	}
	chain->waiting_count = 0;
}

struct chain_row *chain_find(struct chain *chain, const struct chain_key *key)
{
	struct chain_row *row = slot_of(chain->slots, chain->slot_count, key);
	return row->revision == 0 ? NULL : row;
}

size_t chain_count(const struct chain *chain)
{
	return chain->count;
}

struct chain_row *chain_next(struct chain *chain, size_t *place)
{
	while (*place < chain->slot_count) {
		struct chain_row *row = &chain->slots[(*place)++];
		if (row->revision != 0)
			return row;
	}
	return NULL;
}
