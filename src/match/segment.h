/*
 * segment.h - an unchanging run of entries with its dictionary of tokens, keys, neighbours and postings.
 *
 * A segment is flat arrays of plain numbers: it is saved and loaded as they stand (little-endian machines only; the
 * header says which). Built by a builder from entries and from entries of other segments; then never changed.
 */
#ifndef CUSTOS_MATCH_SEGMENT_H
#define CUSTOS_MATCH_SEGMENT_H

#include "match/match.h"

enum {
	SEGMENT_NEIGHBOURS = 64, /* stored for one token */
	SEGMENT_FLOOR = 700,     /* thousandths: neighbours are at least so similar */
	FACT_BIRTHS = 0x40,
	FACT_SEX = 0x41,
	FACT_NATIONS = 0x42,
	FACT_DOCUMENTS = 0x43,
	FACT_DOCUMENTS_MOST = 64,
	FACT_TEXTS = 0x44, /* extra tokens that only help to find: parts joined by a hyphen, births, documents */
	TOKEN_KEY = 6,     /* after enum match_part_kind: a birth or a document, found by being equal */
};

/* Forty bytes with everything comparing needs: one look into memory for each candidate. */
struct token {
	uint32_t carriers; /* entries that carry it */
	uint8_t length, root_length, kind, ending, script, reserved;
	char sounds[MATCH_SOUNDS];
	uint8_t spare[2];
};

/* token << 8 | (similarity - SEGMENT_FLOOR) * 255 / 300 */
typedef uint32_t segment_neighbour;

enum segment_array {
	SEGMENT_TOKENS,
	SEGMENT_POSTING_STARTS,
	SEGMENT_POSTINGS,
	SEGMENT_KEYS,
	SEGMENT_KEY_STARTS,
	SEGMENT_KEY_TOKENS,
	SEGMENT_NEIGHBOUR_STARTS,
	SEGMENT_NEIGHBOUR_LISTS,
	SEGMENT_FACT_STARTS,
	SEGMENT_FACTS,
	SEGMENT_ID_STARTS,
	SEGMENT_IDS,
	SEGMENT_BY_ID,
	SEGMENT_BIRTHS, /* first birth of each entry, packed; 0 = none */
	SEGMENT_ARRAYS,
};

struct segment {
	struct arena *arena;
	uint32_t token_count, entry_count, key_count;
	const struct token *tokens;
	const uint32_t *posting_starts, *postings;
	const uint32_t *keys, *key_starts, *key_tokens;
	const uint32_t *neighbour_starts, *neighbours;
	const uint32_t *fact_starts;
	const uint8_t *facts;
	const uint32_t *id_starts;
	const char *ids;
	const uint32_t *by_id;
	const uint32_t *births;
	size_t sizes[SEGMENT_ARRAYS]; /* bytes */
};

struct segment_builder;

struct segment_builder *segment_builder_create(void);
void segment_builder_destroy(struct segment_builder *builder);
void segment_builder_add(struct segment_builder *builder, const struct match_entry *entry);
void segment_builder_copy(struct segment_builder *builder, const struct segment *from, uint32_t entry);
/* The segment owns an arena of its own. neighbours: also compute the stored lists (costs most of the time). */
struct segment *segment_builder_finish(struct segment_builder *builder, bool neighbours);
void segment_destroy(struct segment *segment);
/* Points the typed members at the arrays; used after building and after loading. */
void segment_bind(struct segment *segment, void *const arrays[SEGMENT_ARRAYS]);
const void *segment_array_data(const struct segment *segment, enum segment_array array);

struct text segment_id(const struct segment *segment, uint32_t entry);
/* Entry number of an id, or UINT32_MAX. O(log entries). */
uint32_t segment_find(const struct segment *segment, struct text id);
void segment_part(const struct segment *segment, uint32_t token, struct match_part *out_part);

/* One fact after the other: *at starts at 0; false at the end. */
struct segment_fact {
	uint8_t kind; /* enum match_name_kind or FACT_ */
	uint8_t count;
	const uint8_t *data; /* unaligned */
};
bool segment_next_fact(const struct segment *segment, uint32_t entry, size_t *at, struct segment_fact *out_fact);
size_t segment_fact_size(uint8_t kind); /* bytes of each of its items */
uint32_t segment_number(const uint8_t *data, int index);
void segment_name(const struct segment *segment, const struct segment_fact *fact, struct match_name *out_name);

/* Births as stored: from, or from with a range's end. */
uint32_t segment_pack_date(struct date date, bool about, bool range);
struct date segment_unpack_date(uint32_t packed);
enum { PACKED_ABOUT = 1 << 30, PACKED_RANGE = 1 << 29 };

/* The token of a whole day of birth, and of a document; false for births that single nobody out. */
bool segment_birth_key(struct date birth, struct match_part *out_part);
void segment_document_key(uint64_t document, struct match_part *out_part);

/* Nations and documents are kept as hashes of their folded text. */
uint32_t segment_hash_word(struct text word);
uint64_t segment_hash_number(struct text number);

#endif
