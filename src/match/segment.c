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
	segment->finder_starts = arrays[SEGMENT_FINDER_STARTS];
	segment->finders = arrays[SEGMENT_FINDERS];
}

const void *segment_array_data(const struct segment *segment, enum segment_array array)
{
	const void *const data[SEGMENT_ARRAYS] = {segment->tokens, segment->posting_starts, segment->postings,
		 segment->keys, segment->key_starts, segment->key_tokens, segment->neighbour_starts,
		segment->neighbours, segment->fact_starts, segment->facts, segment->id_starts, segment->ids, segment->by_id,
		segment->births, segment->finder_starts, segment->finders};
	return data[array];
}

void segment_destroy(struct segment *segment)
{
	if (segment != NULL)
		arena_destroy(segment->arena);
}

/* Crockford's base 32: 26 letters are 130 bits, of which the first two are none. */
static const char id_letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool segment_pack_id(struct text id, uint8_t out_packed[SEGMENT_IDENTIFIER_PACKED])
{
	uint32_t bits = 0;
	int held = 0, at = 0;
	if (id.length != SEGMENT_IDENTIFIER)
		return false;
	for (int i = 0; i < SEGMENT_IDENTIFIER; i++) {
		const char *letter = id.data[i] == '\0' ? NULL : strchr(id_letters, id.data[i]);
		if (letter == NULL || (i == 0 && letter - id_letters >= 8))
			return false;
		bits = bits << 5 | (uint32_t)(letter - id_letters);
		held += i == 0 ? 3 : 5;
		if (held >= 8) {
			held -= 8;
			out_packed[at++] = (uint8_t)(bits >> held);
		}
	}
	return true;
}

static void unpack_id(const uint8_t *packed, char out[SEGMENT_IDENTIFIER])
{
	uint32_t bits = 0;
	int held = 2, at = 0; /* two bits that are none */
	for (int i = 0; i < SEGMENT_IDENTIFIER_PACKED; i++) {
		bits = bits << 8 | packed[i];
		for (held += 8; held >= 5; held -= 5)
			out[at++] = id_letters[bits >> (held - 5) & 31];
	}
}

struct text segment_id(const struct segment *segment, uint32_t entry, char buffer[SEGMENT_IDENTIFIER])
{
	if (segment->sizes[SEGMENT_ID_STARTS] == 0) {
		unpack_id((const uint8_t *)segment->ids + (size_t)entry * SEGMENT_IDENTIFIER_PACKED, buffer);
		return text_make(buffer, SEGMENT_IDENTIFIER);
	}
	uint32_t from = segment->id_starts[entry];
	return text_make(segment->ids + from, segment->id_starts[entry + 1] - from);
}

uint32_t segment_find(const struct segment *segment, struct text id)
{
	uint32_t low = 0, high = segment->entry_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2, entry = segment->sizes[SEGMENT_BY_ID] == 0 ? middle : segment->by_id[middle];
		char buffer[SEGMENT_IDENTIFIER];
		int order = text_compare(segment_id(segment, entry, buffer), id);
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

uint32_t segment_token(const uint8_t *data, int index)
{
	data += (size_t)index * 3;
	return (uint32_t)data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16;
}

size_t segment_fact_size(uint8_t kind)
{
	switch (kind) {
	case FACT_SEX:
		return 0;
	case FACT_DOCUMENTS:
		return 8;
	case FACT_BIRTHS:
	case FACT_NATIONS:
		return 4;
	default:
		return 3;
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
		segment_part(segment, segment_token(fact->data, i), &out_name->parts[out_name->count++]);
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

/* ---- Found by being equal ---- */

static bool is_whole_day(struct date birth)
{
	return birth.month != 0 && birth.day != 0 && !(birth.month == 1 && birth.day == 1);
}

static uint32_t birth_hash(struct date birth)
{
	return segment_pack_date(birth, false, false) * 2654435761u;
}

static uint32_t document_hash(uint64_t document)
{
	return (uint32_t)(document >> 32) ^ (uint32_t)document * 2246822519u;
}

size_t segment_bucket(uint32_t hash, size_t buckets)
{
	return (hash ^ hash >> 15) & (buckets - 1);
}

static size_t bucket(const struct segment *segment, uint32_t hash, const uint32_t **out_entries)
{
	size_t buckets = segment->sizes[SEGMENT_FINDER_STARTS] / sizeof(uint32_t) - 1;
	const uint32_t *starts = segment->finder_starts + segment_bucket(hash, buckets);
	*out_entries = segment->finders + starts[0];
	return starts[1] - starts[0];
}

size_t segment_with_birth(const struct segment *segment, struct date birth, const uint32_t **out_entries)
{
	*out_entries = NULL;
	return is_whole_day(birth) ? bucket(segment, birth_hash(birth), out_entries) : 0;
}

size_t segment_with_document(const struct segment *segment, uint64_t document, const uint32_t **out_entries)
{
	return bucket(segment, document_hash(document), out_entries);
}

/* The fact of this kind, if the entry has one. */
static bool fact_of(const struct segment *segment, uint32_t entry, uint8_t kind, struct segment_fact *out_fact)
{
	for (size_t at = 0; segment_next_fact(segment, entry, &at, out_fact);)
		if (out_fact->kind == kind)
			return true;
	return false;
}

static uint64_t document_at(const struct segment_fact *fact, int index)
{
	uint64_t document;
	memcpy(&document, fact->data + (size_t)index * sizeof document, sizeof document);
	return document;
}

bool segment_has_birth(const struct segment *segment, uint32_t entry, struct date birth)
{
	struct segment_fact fact;
	if (date_compare(segment_unpack_date(segment->births[entry]), birth) == 0)
		return true;
	bool found = false;
	for (int i = 0; fact_of(segment, entry, FACT_BIRTHS, &fact) && i < fact.count && !found; i++)
		found = date_compare(segment_unpack_date(segment_number(fact.data, i)), birth) == 0;
	return found;
}

bool segment_has_document(const struct segment *segment, uint32_t entry, uint64_t document)
{
	struct segment_fact fact;
	bool found = false;
	for (int i = 0; fact_of(segment, entry, FACT_DOCUMENTS, &fact) && i < fact.count && !found; i++)
		found = document_at(&fact, i) == document;
	return found;
}

size_t segment_hashes(const struct segment *segment, uint32_t entry, uint32_t out_hashes[SEGMENT_HASHES])
{
	struct segment_fact fact;
	struct date birth = segment_unpack_date(segment->births[entry]);
	size_t count = 0;
	if (segment->births[entry] != 0 && is_whole_day(birth))
		out_hashes[count++] = birth_hash(birth);
	/* The first of several births is the one above. */
	for (int i = 1; fact_of(segment, entry, FACT_BIRTHS, &fact) && i < fact.count; i++) {
		birth = segment_unpack_date(segment_number(fact.data, i));
		if (is_whole_day(birth))
			out_hashes[count++] = birth_hash(birth);
	}
	for (int i = 0; fact_of(segment, entry, FACT_DOCUMENTS, &fact) && i < fact.count; i++)
		out_hashes[count++] = document_hash(document_at(&fact, i));
	return count;
}
