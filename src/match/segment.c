/* segment.c - reading an unchanging run of entries: identifiers, facts, tokens. */
#include "match/segment.h"

#include "match/sound.h"

#include <string.h>

void segment_bind(struct segment *segment, void *const arrays[SEGMENT_ARRAYS])
{
	segment->tokens = arrays[SEGMENT_TOKENS];
	segment->posting_starts = arrays[SEGMENT_POSTING_STARTS];
	segment->postings = arrays[SEGMENT_POSTINGS];
	segment->keys = arrays[SEGMENT_KEYS];
	segment->key_starts = arrays[SEGMENT_KEY_STARTS];
	segment->key_tokens = arrays[SEGMENT_KEY_TOKENS];
	segment->neighbour_starts = arrays[SEGMENT_NEIGHBOUR_STARTS];
	segment->neighbours = arrays[SEGMENT_NEIGHBOUR_LISTS];
	segment->fact_starts = arrays[SEGMENT_FACT_STARTS];
	segment->facts = arrays[SEGMENT_FACTS];
	segment->id_starts = arrays[SEGMENT_ID_STARTS];
	segment->ids = arrays[SEGMENT_IDS];
	segment->by_id = arrays[SEGMENT_BY_ID];
	segment->births = arrays[SEGMENT_BIRTHS];
}

const void *segment_array_data(const struct segment *segment, enum segment_array array)
{
	const void *const data[SEGMENT_ARRAYS] = {segment->tokens, segment->posting_starts, segment->postings,
		 segment->keys, segment->key_starts, segment->key_tokens, segment->neighbour_starts,
		segment->neighbours, segment->fact_starts, segment->facts, segment->id_starts, segment->ids, segment->by_id,
		segment->births};
	return data[array];
}

void segment_destroy(struct segment *segment)
{
	if (segment != NULL)
		arena_destroy(segment->arena);
}

struct text segment_id(const struct segment *segment, uint32_t entry)
{
	uint32_t from = segment->id_starts[entry];
	return text_make(segment->ids + from, segment->id_starts[entry + 1] - from);
}

uint32_t segment_find(const struct segment *segment, struct text id)
{
	uint32_t low = 0, high = segment->entry_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2, entry = segment->by_id[middle];
		int order = text_compare(segment_id(segment, entry), id);
		if (order == 0)
			return entry;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return UINT32_MAX;
}

void segment_part(const struct segment *segment, uint32_t number, struct match_part *out_part)
{
	const struct token *token = &segment->tokens[number];
	out_part->kind = token->kind;
	out_part->ending = token->ending;
	out_part->script = token->script;
	out_part->length = token->length;
	out_part->root_length = token->root_length;
	out_part->hyphen = 0;
	out_part->offset = out_part->bytes = 0;
	memcpy(out_part->sounds, token->sounds, MATCH_SOUNDS);
}

uint32_t segment_number(const uint8_t *data, int index)
{
	uint32_t number;
	memcpy(&number, data + (size_t)index * sizeof number, sizeof number);
	return number;
}

size_t segment_fact_size(uint8_t kind)
{
	switch (kind) {
	case FACT_SEX:
		return 0;
	case FACT_DOCUMENTS:
		return 8;
	default:
		return 4;
	}
}

bool segment_next_fact(const struct segment *segment, uint32_t entry, size_t *at, struct segment_fact *out_fact)
{
	size_t from = segment->fact_starts[entry] + *at, to = segment->fact_starts[entry + 1];
	if (from + 2 > to)
		return false;
	const uint8_t *facts = segment->facts + from;
	size_t size = 2 + segment_fact_size(facts[0]) * facts[1];
	if (from + size > to)
		return false;
	*out_fact = (struct segment_fact){facts[0], facts[1], facts + 2};
	*at += size;
	return true;
}

void segment_name(const struct segment *segment, const struct segment_fact *fact, struct match_name *out_name)
{
	out_name->count = 0;
	out_name->flags = 0;
	for (int i = 0; i < fact->count && out_name->count < MATCH_PARTS; i++)
		segment_part(segment, segment_number(fact->data, i), &out_name->parts[out_name->count++]);
}

uint32_t segment_pack_date(struct date date, bool about, bool range)
{
	uint32_t packed = (uint32_t)date.year << 9 | (uint32_t)date.month << 5 | (uint32_t)date.day;
	return packed | (about ? (uint32_t)PACKED_ABOUT : 0) | (range ? (uint32_t)PACKED_RANGE : 0);
}

struct date segment_unpack_date(uint32_t packed)
{
	return (struct date){.year = (int16_t)(packed >> 9 & 0x3FFF), .month = (int8_t)(packed >> 5 & 15),
		.day = (int8_t)(packed & 31)};
}

static uint64_t hash_byte(uint64_t hash, unsigned char byte)
{
	return (hash ^ byte) * 1099511628211u;
}

static uint64_t hash_letters(struct text text)
{
	uint64_t hash = 1469598103934665603u;
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		if (byte >= 'A' && byte <= 'Z')
			byte = (unsigned char)(byte - 'A' + 'a');
		if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
			hash = hash_byte(hash, byte);
	}
	return hash;
}

uint32_t segment_hash_word(struct text word)
{
	uint64_t hash = hash_letters(word);
	return (uint32_t)(hash ^ hash >> 32);
}

uint64_t segment_hash_number(struct text number)
{
	return hash_letters(number);
}

static void key_part(char mark, uint64_t number, struct match_part *out_part)
{
	memset(out_part, 0, sizeof *out_part);
	out_part->kind = TOKEN_KEY;
	out_part->sounds[0] = mark;
	memcpy(out_part->sounds + 1, &number, sizeof number);
	out_part->length = out_part->root_length = 1 + sizeof number;
}

bool segment_birth_key(struct date birth, struct match_part *out_part)
{
	if (birth.month == 0 || birth.day == 0 || (birth.month == 1 && birth.day == 1))
		return false;
	key_part('B', segment_pack_date(birth, false, false), out_part);
	return true;
}

void segment_document_key(uint64_t document, struct match_part *out_part)
{
	key_part('D', document, out_part);
}
