/* dictionary.c - open addressing over an array of words. */
#include "match/dictionary.h"

enum { SLOTS_FIRST = 1024 };

static uint32_t *slots_new(uint32_t count)
{
	uint32_t *slots = calloc(count, sizeof *slots);
	if (slots == NULL)
		abort();
	return slots;
}

void dictionary_begin(struct dictionary *dictionary)
{
	*dictionary = (struct dictionary){.slots = slots_new(SLOTS_FIRST), .slot_count = SLOTS_FIRST};
}

void dictionary_end(struct dictionary *dictionary)
{
	free(dictionary->tokens.data);
	free(dictionary->slots);
}

struct token *dictionary_token(const struct dictionary *dictionary, uint32_t number)
{
	return &((struct token *)(void *)dictionary->tokens.data)[number];
}

static uint32_t token_hash(const struct token *token)
{
	uint32_t hash = 2166136261u ^ token->kind ^ (uint32_t)token->ending << 4 ^ (uint32_t)token->script << 8
		^ (uint32_t)token->root_length << 12;
	for (int i = 0; i < token->length; i++)
		hash = (hash ^ (unsigned char)token->sounds[i]) * 16777619u;
	return hash ^ hash >> 15;
}

static bool token_equal(const struct token *left, const struct token *right)
{
	return left->length == right->length && left->root_length == right->root_length && left->kind == right->kind
		&& left->ending == right->ending && left->script == right->script && memcmp(left->sounds, right->sounds, left->length) == 0;
}

/* Where the word stands, or the free slot where it belongs. */
static uint32_t slot_of(const struct dictionary *dictionary, const struct token *token)
{
	uint32_t slot = token_hash(token) & (dictionary->slot_count - 1);
	while (dictionary->slots[slot] != 0 && !token_equal(dictionary_token(dictionary, dictionary->slots[slot] - 1), token))
		slot = (slot + 1) & (dictionary->slot_count - 1);
	return slot;
}

static void grow(struct dictionary *dictionary)
{
	free(dictionary->slots);
	dictionary->slot_count *= 2;
	dictionary->slots = slots_new(dictionary->slot_count);
	for (uint32_t i = 0; i < dictionary->count; i++)
		dictionary->slots[slot_of(dictionary, dictionary_token(dictionary, i))] = i + 1;
}

uint32_t dictionary_find(const struct dictionary *dictionary, const struct token *token)
{
	uint32_t slot = slot_of(dictionary, token);
	return dictionary->slots[slot] == 0 ? UINT32_MAX : dictionary->slots[slot] - 1;
}

uint32_t dictionary_add(struct dictionary *dictionary, const struct token *token)
{
	uint32_t slot = slot_of(dictionary, token);
	if (dictionary->slots[slot] != 0)
		return dictionary->slots[slot] - 1;
	run_add(&dictionary->tokens, token, sizeof *token);
	dictionary->slots[slot] = ++dictionary->count;
	uint32_t number = dictionary->count - 1;
	if (dictionary->count * 2 > dictionary->slot_count)
		grow(dictionary);
	return number;
}
