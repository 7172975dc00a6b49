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
	SEGMENT_NEIGHBOURS = 48, /* stored for one token */
	SEGMENT_TOKENS_MOST = 0xFFFFFF,
	SEGMENT_FLOOR = 700,     /* thousandths: neighbours are at least so similar */
	FACT_BIRTHS = 0x40,
	FACT_SEX = 0x41,
	FACT_NATIONS = 0x42,
	FACT_DOCUMENTS = 0x43,
	FACT_DOCUMENTS_MOST = 64,
	FACT_TEXTS = 0x44, /* extra tokens that only help to find: parts joined by a hyphen */
	SEGMENT_IDENTIFIER = 26,       /* letters of an identifier as base/random makes them, and ... */
	SEGMENT_IDENTIFIER_PACKED = 16, /* ... bytes as which it is kept when all of a segment are such */
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
	SEGMENT_FINDER_STARTS, /* of buckets: a power of two */
	SEGMENT_FINDERS, /* entries by a hash of their whole days of birth and documents: found by being equal, whatever the name */
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
	const uint32_t *id_starts; /* NULL-sized when the identifiers are packed */
	const char *ids;
	const uint32_t *by_id; /* NULL-sized when the entries stand in the order of their identifiers */
	const uint32_t *births;
	const uint32_t *finder_starts, *finders;
	size_t sizes[SEGMENT_ARRAYS]; /* bytes */
};

struct segment_builder;

struct segment_builder *segment_builder_create(void);
void segment_builder_destroy(struct segment_builder *builder);
void segment_builder_add(struct segment_builder *builder, const struct match_entry *entry);
void segment_builder_copy(struct segment_builder *builder, const struct segment *from, uint32_t entry);
/*
 * The segment owns an arena of its own. neighbours: also compute the stored lists (costs most of the time); those of words that
 * `before` has (NULL: none) are taken over and only completed by the new words.
 */
struct segment *segment_builder_finish(struct segment_builder *builder, bool neighbours, const struct segment *before);
void segment_destroy(struct segment *segment);
/* Points the typed members at the arrays; used after building and after loading. */
void segment_bind(struct segment *segment, void *const arrays[SEGMENT_ARRAYS]);
const void *segment_array_data(const struct segment *segment, enum segment_array array);

/* Written into buffer where identifiers are packed, else a view. */
struct text segment_id(const struct segment *segment, uint32_t entry, char buffer[SEGMENT_IDENTIFIER]);
/* False when it is no identifier of base/random's making. */
bool segment_pack_id(struct text id, uint8_t out_packed[SEGMENT_IDENTIFIER_PACKED]);
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
/* Tokens of names are kept in three bytes. */
uint32_t segment_token(const uint8_t *data, int index);
void segment_name(const struct segment *segment, const struct segment_fact *fact, struct match_name *out_name);

/* Births as stored: from, or from with a range's end. A single birth that is no range is no fact: it stands in births[]. */
uint32_t segment_pack_date(struct date date, bool about, bool range);
struct date segment_unpack_date(uint32_t packed);
enum { PACKED_ABOUT = 1 << 30, PACKED_RANGE = 1 << 29 };

/* Entries that may have this whole day of birth (none for births that single nobody out), or this document; others share the bucket. */
size_t segment_with_birth(const struct segment *segment, struct date birth, const uint32_t **out_entries);
size_t segment_with_document(const struct segment *segment, uint64_t document, const uint32_t **out_entries);
size_t segment_bucket(uint32_t hash, size_t buckets);
bool segment_has_birth(const struct segment *segment, uint32_t entry, struct date birth);
bool segment_has_document(const struct segment *segment, uint32_t entry, uint64_t document);
/* Hashes under which an entry is found; at most SEGMENT_HASHES. */
enum { SEGMENT_HASHES = MATCH_BIRTHS * 2 + FACT_DOCUMENTS_MOST };
size_t segment_hashes(const struct segment *segment, uint32_t entry, uint32_t out_hashes[SEGMENT_HASHES]);

/* Nations and documents are kept as hashes of their folded text. */
uint32_t segment_hash_word(struct text word);
uint64_t segment_hash_number(struct text number);

#endif
