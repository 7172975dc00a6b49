/* neighbour.c - candidates by coarse key, kept by similarity. */
#include "match/neighbour.h"

#include "match/compare.h"
#include "match/key.h"

#include <string.h>

static uint32_t key_place(const struct segment *segment, uint32_t key)
{
	uint32_t low = 0, high = segment->key_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (segment->keys[middle] < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low < segment->key_count && segment->keys[low] == key ? low : UINT32_MAX;
}

/* Keeps the list sorted, best first; equal ones in order of token. */
static int keep(struct neighbour found[], int count, int limit, struct neighbour candidate)
{
	for (int i = 0; i < count; i++)
		if (found[i].token == candidate.token)
			return count;
	if (count == limit && found[count - 1].similarity >= candidate.similarity)
		return count;
	int at = count == limit ? count - 1 : count;
	while (at > 0 && (found[at - 1].similarity < candidate.similarity
		|| (found[at - 1].similarity == candidate.similarity && found[at - 1].token > candidate.token))) {
		found[at] = found[at - 1];
		at--;
	}
	found[at] = candidate;
	return count == limit ? count : count + 1;
}

enum { SEEN_BITS = 4096, AHEAD = 6 };

int neighbour_search(const struct segment *segment, const struct match_part *part, int least, int limit,
	struct neighbour out_found[])
{
	uint32_t keys[KEYS], seen[SEEN_BITS];
	int key_count = key_of_part(part, keys), count = 0;
	memset(seen, 0xFF, sizeof seen);
	for (int k = 0; k < key_count; k++) {
		uint32_t place = key_place(segment, keys[k]);
		if (place == UINT32_MAX)
			continue;
		for (uint32_t i = segment->key_starts[place]; i < segment->key_starts[place + 1]; i++) {
			uint32_t token = segment->key_tokens[i];
			if (i + AHEAD < segment->key_starts[place + 1])
				__builtin_prefetch(&segment->tokens[segment->key_tokens[i + AHEAD]]);
			/* A token comes once for each key it shares; most repeats are caught here. */
			if (seen[token % SEEN_BITS] == token)
				continue;
			seen[token % SEEN_BITS] = token;
			struct match_part other;
			enum match_reason reason;
			segment_part(segment, token, &other);
			int floor = count == limit ? out_found[count - 1].similarity : least;
			int similarity = compare_parts(part, &other, floor, &reason);
			if (similarity >= floor)
				count = keep(out_found, count, limit, (struct neighbour){token, (uint16_t)similarity});
		}
	}
	return count;
}

/* A token with the same sounds and root, whatever its script: the scripts that write vowels fold to the same. */
static uint32_t token_like(const struct segment *segment, const struct match_part *part)
{
	uint32_t keys[KEYS];
	if (key_of_part(part, keys) == 0)
		return UINT32_MAX;
	uint32_t place = key_place(segment, keys[0]);
	if (place == UINT32_MAX)
		return UINT32_MAX;
	for (uint32_t i = segment->key_starts[place]; i < segment->key_starts[place + 1]; i++) {
		uint32_t number = segment->key_tokens[i];
		const struct token *token = &segment->tokens[number];
		if (token->length == part->length && token->root_length == part->root_length && token->ending == part->ending
			&& (token->script == MATCH_SCRIPT_ARABIC) == (part->script == MATCH_SCRIPT_ARABIC)
			&& memcmp(token->sounds, part->sounds, part->length) == 0
			&& segment->neighbour_starts[number] < segment->neighbour_starts[number + 1])
			return number;
	}
	return UINT32_MAX;
}

int neighbour_of(const struct segment *segment, const struct match_part *part, int least, int limit,
	struct neighbour out_found[])
{
	uint32_t token = token_like(segment, part);
	if (token == UINT32_MAX)
		return neighbour_search(segment, part, least, limit, out_found);
	uint32_t from = segment->neighbour_starts[token], to = segment->neighbour_starts[token + 1];
	int count = 0;
	for (uint32_t i = from; i < to && count < limit; i++) {
		uint32_t packed = segment->neighbours[i];
		if (SEGMENT_FLOOR + (int)((packed & 255) * 300 + 254) / 255 < least)
			break;
		out_found[count].token = packed >> 8;
		out_found[count++].similarity = (uint16_t)(SEGMENT_FLOOR + ((packed & 255) * 300 + 254) / 255);
	}
	return count;
}
