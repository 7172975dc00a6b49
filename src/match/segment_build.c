/* segment_build.c - entries into a segment: dictionary, facts, postings, keys, neighbours. */
#include "match/dictionary.h"
#include "match/key.h"
#include "match/neighbour_lists.h"

#include <stdlib.h>
#include <string.h>

struct segment_builder {
	struct dictionary dictionary;
	struct run facts, fact_starts, ids, id_starts, births;
	uint32_t entry_count;
};

struct segment_builder *segment_builder_create(void)
{
	struct segment_builder *builder = calloc(1, sizeof *builder);
	if (builder == NULL)
		abort();
	dictionary_begin(&builder->dictionary);
	return builder;
}

void segment_builder_destroy(struct segment_builder *builder)
{
	if (builder == NULL)
		return;
	struct run *runs[] = {&builder->facts, &builder->fact_starts, &builder->ids, &builder->id_starts, &builder->births};
	for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++)
		free(runs[i]->data);
	dictionary_end(&builder->dictionary);
	free(builder);
}

static uint32_t token_of(struct segment_builder *builder, const struct match_part *part)
{
	struct token token = {.length = part->length, .root_length = part->root_length, .kind = part->kind,
		.ending = part->ending, .script = part->script};
	memcpy(token.sounds, part->sounds, part->length);
	return dictionary_add(&builder->dictionary, &token);
}

/* ---- Facts ---- */

static void token_write(uint8_t *data, int index, uint32_t token)
{
	if (token > SEGMENT_TOKENS_MOST)
		abort(); /* sixteen million spellings: more than mankind has */
	data += (size_t)index * 3;
	data[0] = (uint8_t)token;
	data[1] = (uint8_t)(token >> 8);
	data[2] = (uint8_t)(token >> 16);
}

static void fact_open(struct segment_builder *builder, uint8_t kind, size_t count)
{
	uint8_t head[2] = {kind, (uint8_t)count};
	run_add(&builder->facts, head, sizeof head);
}

static void fact_add_name(struct segment_builder *builder, uint8_t kind, const struct match_name *name)
{
	if (name->count == 0)
		return;
	uint8_t tokens[MATCH_PARTS * 3];
	for (int i = 0; i < name->count; i++)
		token_write(tokens, i, token_of(builder, &name->parts[i]));
	fact_open(builder, kind, name->count);
	run_add(&builder->facts, tokens, name->count * (size_t)3);
}

/* Two parts with a hyphen between may be written as one word: a token that helps to find them. */
static void fact_add_joined(struct segment_builder *builder, const struct match_name *name)
{
	for (int i = 0; i + 1 < name->count; i++) {
		const struct match_part *one = &name->parts[i], *two = &name->parts[i + 1];
		if (!one->hyphen || one->kind > MATCH_PART_COMPOUND || two->kind > MATCH_PART_COMPOUND
			|| one->length + two->length > MATCH_SOUNDS)
			continue;
		struct match_part joined = *one;
		memcpy(joined.sounds + one->length, two->sounds, two->length);
		joined.length = joined.root_length = (uint8_t)(one->length + two->length);
		joined.ending = MATCH_ENDING_NONE;
		uint8_t token[3];
		token_write(token, 0, token_of(builder, &joined));
		fact_open(builder, FACT_TEXTS, 1);
		run_add(&builder->facts, token, sizeof token);
	}
}

static void fact_add_births(struct segment_builder *builder, const struct match_entry *entry)
{
	uint32_t packed[MATCH_BIRTHS * 2];
	size_t count = 0;
	for (size_t i = 0; i < entry->birth_count && i < MATCH_BIRTHS; i++) {
		const struct match_birth *birth = &entry->births[i];
		bool range = birth->to.year != 0 && date_compare(birth->from, birth->to) != 0;
		packed[count++] = segment_pack_date(birth->from, birth->about, range);
		if (range)
			packed[count++] = segment_pack_date(birth->to, false, false);
	}
	if (count > 1) {
		fact_open(builder, FACT_BIRTHS, count);
		run_add(&builder->facts, packed, count * sizeof packed[0]);
	}
	run_add_number(&builder->births, count == 0 ? 0 : packed[0]);
}

static void fact_add_rest(struct segment_builder *builder, const struct match_entry *entry)
{
	if (entry->sex != MATCH_SEX_UNKNOWN)
		fact_open(builder, FACT_SEX, (size_t)entry->sex);
	size_t nations = entry->nationality_count < 16 ? entry->nationality_count : 16;
	if (nations > 0)
		fact_open(builder, FACT_NATIONS, nations);
	for (size_t i = 0; i < nations; i++)
		run_add_number(&builder->facts, segment_hash_word(entry->nationalities[i]));
	size_t documents = entry->document_count < FACT_DOCUMENTS_MOST ? entry->document_count : FACT_DOCUMENTS_MOST;
	if (documents > 0)
		fact_open(builder, FACT_DOCUMENTS, documents);
	for (size_t i = 0; i < documents; i++) {
		uint64_t hash = segment_hash_number(entry->documents[i]);
		run_add(&builder->facts, &hash, sizeof hash);
	}
}

static void entry_open(struct segment_builder *builder, struct text id)
{
	run_add_number(&builder->fact_starts, (uint32_t)builder->facts.size);
	run_add_number(&builder->id_starts, (uint32_t)builder->ids.size);
	run_add(&builder->ids, id.data, id.length);
	builder->entry_count++;
}

void segment_builder_add(struct segment_builder *builder, const struct match_entry *entry)
{
	struct match_name name;
	entry_open(builder, entry->id);
	for (size_t i = 0; i < entry->name_count; i++) {
		match_fold(entry->names[i].name, &name);
		fact_add_name(builder, (uint8_t)entry->names[i].kind, &name);
		if (entry->names[i].kind <= MATCH_NAME_WEAK)
			fact_add_joined(builder, &name);
	}
	fact_add_births(builder, entry);
	fact_add_rest(builder, entry);
}

void segment_builder_copy(struct segment_builder *builder, const struct segment *from, uint32_t entry)
{
	struct segment_fact fact;
	char buffer[SEGMENT_IDENTIFIER];
	size_t at = 0;
	entry_open(builder, segment_id(from, entry, buffer));
	while (segment_next_fact(from, entry, &at, &fact)) {
		if (fact.kind <= MATCH_NAME_PLACE || fact.kind == FACT_TEXTS) {
			struct match_name name;
			segment_name(from, &fact, &name);
			fact_add_name(builder, fact.kind, &name);
			continue;
		}
		size_t size = segment_fact_size(fact.kind) * fact.count;
		fact_open(builder, fact.kind, fact.count);
		run_add(&builder->facts, fact.data, size);
	}
	run_add_number(&builder->births, from->births[entry]);
}

/* ---- Finish ---- */

struct finish {
	struct segment *segment;
	void *arrays[SEGMENT_ARRAYS];
};

static void *finish_array(struct finish *finish, enum segment_array array, size_t count, size_t size)
{
	finish->segment->sizes[array] = count * size;
	finish->arrays[array] = arena_allocate_array(finish->segment->arena, count == 0 ? 1 : count, size);
	return finish->arrays[array];
}

static void finish_take(struct finish *finish, enum segment_array array, const struct run *run)
{
	void *data = finish_array(finish, array, run->size, 1);
	if (run->size > 0)
		memcpy(data, run->data, run->size);
}

static bool is_posted(uint8_t kind)
{
	return kind <= MATCH_PART_KUNYA;
}

/* Tokens of an entry that are posted, each once. */
static uint32_t entry_posts(const struct segment *segment, uint32_t entry, uint32_t out_tokens[], uint32_t most)
{
	struct segment_fact fact;
	size_t at = 0;
	uint32_t count = 0;
	while (segment_next_fact(segment, entry, &at, &fact)) {
		if (fact.kind > MATCH_NAME_WEAK && fact.kind != FACT_TEXTS)
			continue;
		for (int i = 0; i < fact.count; i++) {
			uint32_t token = segment_token(fact.data, i), seen = 0;
			while (seen < count && out_tokens[seen] != token)
				seen++;
			if (seen == count && count < most && is_posted(segment->tokens[token].kind))
				out_tokens[count++] = token;
		}
	}
	return count;
}

enum { ENTRY_POSTS = 1024 };
static void finish_postings(struct finish *finish)
{
	struct segment *segment = finish->segment;
	uint32_t *starts = finish_array(finish, SEGMENT_POSTING_STARTS, segment->token_count + 1, sizeof *starts);
	uint32_t tokens[ENTRY_POSTS];
	struct token *all = finish->arrays[SEGMENT_TOKENS];
	for (uint32_t entry = 0; entry < segment->entry_count; entry++) {
		uint32_t count = entry_posts(segment, entry, tokens, ENTRY_POSTS);
		for (uint32_t i = 0; i < count; i++)
			starts[tokens[i] + 1]++;
	}
	for (uint32_t token = 0; token < segment->token_count; token++) {
		all[token].carriers = starts[token + 1];
		starts[token + 1] += starts[token];
	}
	uint32_t *postings = finish_array(finish, SEGMENT_POSTINGS, starts[segment->token_count], sizeof *postings);
	for (uint32_t entry = 0; entry < segment->entry_count; entry++) {
		uint32_t count = entry_posts(segment, entry, tokens, ENTRY_POSTS);
		for (uint32_t i = 0; i < count; i++)
			postings[starts[tokens[i]]++] = entry;
	}
	memmove(starts + 1, starts, segment->token_count * sizeof *starts);
	starts[0] = 0;
}

static int compare_numbers(const void *left, const void *right)
{
	uint64_t one = *(const uint64_t *)left, other = *(const uint64_t *)right;
	return one < other ? -1 : one > other;
}

static void finish_keys(struct finish *finish)
{
	struct segment *segment = finish->segment;
	struct run pairs = {0};
	uint32_t keys[KEYS];
	for (uint32_t token = 0; token < segment->token_count; token++) {
		struct match_part part;
		if (segment->tokens[token].carriers == 0)
			continue;
		segment_part(segment, token, &part);
		int count = key_of_part(&part, keys);
		for (int i = 0; i < count; i++) {
			uint64_t pair = (uint64_t)keys[i] << 32 | token;
			run_add(&pairs, &pair, sizeof pair);
		}
	}
	size_t count = pairs.size / sizeof(uint64_t);
	uint64_t *sorted = (void *)pairs.data;
	if (count > 0)
		qsort(sorted, count, sizeof *sorted, compare_numbers);
	uint32_t distinct = 0;
	for (size_t i = 0; i < count; i++)
		distinct += i == 0 || sorted[i] >> 32 != sorted[i - 1] >> 32;
	segment->key_count = distinct;
	uint32_t *key_list = finish_array(finish, SEGMENT_KEYS, distinct, sizeof *key_list);
	uint32_t *starts = finish_array(finish, SEGMENT_KEY_STARTS, distinct + 1, sizeof *starts);
	uint32_t *tokens = finish_array(finish, SEGMENT_KEY_TOKENS, count, sizeof *tokens);
	uint32_t at = 0;
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || sorted[i] >> 32 != sorted[i - 1] >> 32) {
			starts[at] = (uint32_t)i;
			key_list[at++] = (uint32_t)(sorted[i] >> 32);
		}
		tokens[i] = (uint32_t)sorted[i];
	}
	starts[distinct] = (uint32_t)count;
	free(pairs.data);
}

/* ---- Identifiers ---- */

static struct text builder_id(const struct segment_builder *builder, uint32_t entry)
{
	const uint32_t *starts = (const void *)builder->id_starts.data;
	return text_make((const char *)builder->ids.data + starts[entry], starts[entry + 1] - starts[entry]);
}

struct named {
	struct text id;
	uint32_t entry;
};

static int compare_named(const void *left, const void *right)
{
	return text_compare(((const struct named *)left)->id, ((const struct named *)right)->id);
}

/* Entries that come in the order of their identifiers need no list of that order. */
static void finish_order(struct finish *finish, const struct segment_builder *builder)
{
	uint32_t count = builder->entry_count, sorted = 1;
	while (sorted < count && text_compare(builder_id(builder, sorted - 1), builder_id(builder, sorted)) < 0)
		sorted++;
	uint32_t *by_id = finish_array(finish, SEGMENT_BY_ID, sorted < count ? count : 0, sizeof *by_id);
	if (sorted >= count)
		return;
	struct named *named = calloc(count, sizeof *named);
	if (named == NULL)
		abort();
	for (uint32_t i = 0; i < count; i++)
		named[i] = (struct named){builder_id(builder, i), i};
	qsort(named, count, sizeof *named, compare_named);
	for (uint32_t i = 0; i < count; i++)
		by_id[i] = named[i].entry;
	free(named);
}

static void finish_ids(struct finish *finish, const struct segment_builder *builder)
{
	uint8_t scratch[SEGMENT_IDENTIFIER_PACKED];
	uint32_t count = builder->entry_count, good = 0;
	finish_order(finish, builder);
	while (good < count && segment_pack_id(builder_id(builder, good), scratch))
		good++;
	if (good < count) {
		finish_take(finish, SEGMENT_IDS, &builder->ids);
		finish_take(finish, SEGMENT_ID_STARTS, &builder->id_starts);
		return;
	}
	finish_array(finish, SEGMENT_ID_STARTS, 0, sizeof(uint32_t));
	uint8_t *packed = finish_array(finish, SEGMENT_IDS, count, SEGMENT_IDENTIFIER_PACKED);
	for (uint32_t i = 0; i < count; i++)
		(void)segment_pack_id(builder_id(builder, i), packed + (size_t)i * SEGMENT_IDENTIFIER_PACKED);
}

/* ---- Births and documents ---- */

enum { FINDERS_A_BUCKET = 4 };

static size_t finders_count(const struct segment *segment)
{
	uint32_t hashes[SEGMENT_HASHES];
	size_t count = 0;
	for (uint32_t entry = 0; entry < segment->entry_count; entry++)
		count += segment_hashes(segment, entry, hashes);
	return count;
}

static void finish_finders(struct finish *finish)
{
	struct segment *segment = finish->segment;
	uint32_t hashes[SEGMENT_HASHES];
	size_t all = finders_count(segment), buckets = 1;
	while (buckets * FINDERS_A_BUCKET < all)
		buckets *= 2;
	uint32_t *starts = finish_array(finish, SEGMENT_FINDER_STARTS, buckets + 1, sizeof *starts);
	uint32_t *finders = finish_array(finish, SEGMENT_FINDERS, all, sizeof *finders);
	for (uint32_t entry = 0; entry < segment->entry_count; entry++)
		for (size_t i = segment_hashes(segment, entry, hashes); i > 0; i--)
			starts[segment_bucket(hashes[i - 1], buckets) + 1]++;
	for (size_t i = 0; i < buckets; i++)
		starts[i + 1] += starts[i];
	/* Filled from the end of each bucket backwards, so that the starts end up where they belong. */
	for (uint32_t entry = segment->entry_count; entry > 0; entry--)
		for (size_t i = segment_hashes(segment, entry - 1, hashes); i > 0; i--)
			finders[--starts[segment_bucket(hashes[i - 1], buckets) + 1]] = entry - 1;
	memmove(starts, starts + 1, buckets * sizeof *starts);
	starts[buckets] = (uint32_t)all;
}

struct ordered {
	char order[KEY_ORDER];
	uint32_t token;
};

static int compare_ordered(const void *left, const void *right)
{
	const struct ordered *one = left, *other = right;
	int order = memcmp(one->order, other->order, KEY_ORDER);
	return order != 0 ? order : one->token < other->token ? -1 : one->token > other->token;
}

/* Numbers tokens anew by their keys, so that those compared together lie together. */
static void builder_order(struct segment_builder *builder)
{
	size_t count = builder->dictionary.count;
	struct ordered *ordered = calloc(count + 1, sizeof *ordered);
	struct token *tokens = calloc(count + 1, sizeof *tokens);
	uint32_t *numbers = calloc(count + 1, sizeof *numbers);
	if (ordered == NULL || tokens == NULL || numbers == NULL)
		abort();
	for (uint32_t i = 0; i < count; i++) {
		const struct token *token = dictionary_token(&builder->dictionary, i);
		ordered[i].token = i;
		key_order(token->sounds, token->root_length, ordered[i].order);
	}
	qsort(ordered, count, sizeof *ordered, compare_ordered);
	for (uint32_t i = 0; i < count; i++) {
		tokens[i] = *dictionary_token(&builder->dictionary, ordered[i].token);
		numbers[ordered[i].token] = i;
	}
	if (count > 0)
		memcpy(builder->dictionary.tokens.data, tokens, count * sizeof *tokens);
	for (size_t at = 0; at < builder->facts.size;) {
		uint8_t *fact = builder->facts.data + at;
		bool named = fact[0] <= MATCH_NAME_PLACE || fact[0] == FACT_TEXTS;
		for (int i = 0; named && i < fact[1]; i++)
			token_write(fact + 2, i, numbers[segment_token(fact + 2, i)]);
		at += 2 + segment_fact_size(fact[0]) * fact[1];
	}
	free(ordered);
	free(tokens);
	free(numbers);
}

static void finish_neighbours(struct finish *finish, const struct segment *before)
{
	uint32_t *starts = finish_array(finish, SEGMENT_NEIGHBOUR_STARTS, finish->segment->token_count + 1, sizeof *starts);
	struct run lists = {0};
	neighbour_lists(finish->segment, before, starts, &lists);
	finish_take(finish, SEGMENT_NEIGHBOUR_LISTS, &lists);
	free(lists.data);
}

struct segment *segment_builder_finish(struct segment_builder *builder, bool neighbours, const struct segment *before)
{
	builder_order(builder);
	struct arena *arena = arena_create();
	struct finish finish = {.segment = ARENA_NEW(arena, struct segment)};
	struct segment *segment = finish.segment;
	segment->arena = arena;
	segment->token_count = builder->dictionary.count;
	segment->entry_count = builder->entry_count;
	run_add_number(&builder->fact_starts, (uint32_t)builder->facts.size);
	run_add_number(&builder->id_starts, (uint32_t)builder->ids.size);
	finish_take(&finish, SEGMENT_TOKENS, &builder->dictionary.tokens);
	finish_take(&finish, SEGMENT_FACTS, &builder->facts);
	finish_take(&finish, SEGMENT_FACT_STARTS, &builder->fact_starts);
	finish_take(&finish, SEGMENT_BIRTHS, &builder->births);
	segment_bind(segment, finish.arrays);
	finish_postings(&finish);
	segment_bind(segment, finish.arrays);
	finish_keys(&finish);
	finish_ids(&finish, builder);
	finish_finders(&finish);
	segment_bind(segment, finish.arrays);
	if (neighbours) {
		finish_neighbours(&finish, before);
	} else {
		finish_array(&finish, SEGMENT_NEIGHBOUR_STARTS, (size_t)segment->token_count + 1, sizeof(uint32_t));
		finish_array(&finish, SEGMENT_NEIGHBOUR_LISTS, 0, sizeof(uint32_t));
	}
	segment_bind(segment, finish.arrays);
	return segment;
}
