/* neighbour_lists.c - stored neighbours: searched for new words, completed for old ones. */
#include "match/neighbour_lists.h"

#include "match/dictionary.h"

enum { FOUND_MOST = 8192 };

/* What a search for a new word says of an old one: an addition to the old one's list. */
struct addition {
	uint32_t token;
	segment_neighbour neighbour;
};

struct lists {
	const struct segment *segment, *before;
	uint32_t *old_of; /* number in the segment before of each token, plus 1; 0: to be searched for */
	uint32_t *new_of; /* number of each token of the segment before, plus 1; 0: gone */
	struct run additions;
	struct neighbour *found;
};

static segment_neighbour pack(struct neighbour neighbour)
{
	return neighbour.token << 8 | (uint32_t)((neighbour.similarity - SEGMENT_FLOOR) * 255 / 300);
}

static void *zeroes(size_t count, size_t size)
{
	void *memory = calloc(count + 1, size);
	if (memory == NULL)
		abort();
	return memory;
}

/* ---- Which words were there before ---- */

static void pair_tokens(struct lists *lists)
{
	const struct segment *segment = lists->segment, *before = lists->before;
	struct dictionary words;
	dictionary_begin(&words);
	for (uint32_t token = 0; token < segment->token_count; token++)
		(void)dictionary_add(&words, &segment->tokens[token]); /* the number is the same */
	for (uint32_t old = 0; old < before->token_count; old++) {
		uint32_t token = dictionary_find(&words, &before->tokens[old]);
		if (token == UINT32_MAX || segment->tokens[token].carriers == 0)
			continue;
		lists->new_of[old] = token + 1;
		lists->old_of[token] = old + 1;
	}
	dictionary_end(&words);
}

/* A list that was full and lost a word may lack one that was cut off; one that is empty was never made. */
static bool list_stands(const struct lists *lists, uint32_t old)
{
	uint32_t from = lists->before->neighbour_starts[old], to = lists->before->neighbour_starts[old + 1];
	for (uint32_t i = from; to - from == SEGMENT_NEIGHBOURS && i < to; i++)
		if (lists->new_of[lists->before->neighbours[i] >> 8] == 0)
			return false;
	return from < to;
}

static void forget_fallen(struct lists *lists)
{
	for (uint32_t token = 0; token < lists->segment->token_count; token++)
		if (lists->old_of[token] != 0 && !list_stands(lists, lists->old_of[token] - 1))
			lists->old_of[token] = 0;
}

/* ---- New words ---- */

/* Own list, and what the word is to the old ones near it. */
static void search(struct lists *lists, uint32_t token, struct run *out)
{
	struct match_part part;
	segment_part(lists->segment, token, &part);
	int limit = lists->before == NULL ? SEGMENT_NEIGHBOURS : FOUND_MOST;
	int count = neighbour_search(lists->segment, &part, SEGMENT_FLOOR, limit, lists->found);
	for (int i = 0; i < count; i++) {
		if (i < SEGMENT_NEIGHBOURS)
			run_add_number(out, pack(lists->found[i]));
		uint32_t other = lists->found[i].token;
		struct addition addition = {other, pack((struct neighbour){token, lists->found[i].similarity})};
		if (lists->old_of[other] != 0)
			run_add(&lists->additions, &addition, sizeof addition);
	}
}

static int compare_additions(const void *left, const void *right)
{
	const struct addition *one = left, *other = right;
	if (one->token != other->token)
		return one->token < other->token ? -1 : 1;
	return one->neighbour < other->neighbour ? -1 : one->neighbour > other->neighbour;
}

/* ---- Old words ---- */

static bool is_nearer(segment_neighbour left, segment_neighbour right)
{
	return (left & 255) != (right & 255) ? (left & 255) > (right & 255) : left < right;
}

static int keep(segment_neighbour list[], int count, segment_neighbour candidate)
{
	if (count == SEGMENT_NEIGHBOURS && !is_nearer(candidate, list[count - 1]))
		return count;
	int at = count == SEGMENT_NEIGHBOURS ? count - 1 : count;
	for (; at > 0 && is_nearer(candidate, list[at - 1]); at--)
		list[at] = list[at - 1];
	list[at] = candidate;
	return count == SEGMENT_NEIGHBOURS ? count : count + 1;
}

static void complete(const struct lists *lists, uint32_t token, size_t *at, struct run *out)
{
	const struct segment *before = lists->before;
	const struct addition *additions = (const void *)lists->additions.data;
	size_t all = lists->additions.size / sizeof *additions;
	segment_neighbour list[SEGMENT_NEIGHBOURS];
	uint32_t old = lists->old_of[token] - 1;
	int count = 0;
	for (uint32_t i = before->neighbour_starts[old]; i < before->neighbour_starts[old + 1]; i++) {
		uint32_t other = lists->new_of[before->neighbours[i] >> 8];
		if (other != 0)
			count = keep(list, count, (other - 1) << 8 | (before->neighbours[i] & 255));
	}
	for (; *at < all && additions[*at].token == token; (*at)++)
		count = keep(list, count, additions[*at].neighbour);
	run_add(out, list, (size_t)count * sizeof list[0]);
}

static void fill_all(struct lists *lists, uint32_t starts[], struct run *out)
{
	for (uint32_t token = 0; token < lists->segment->token_count; token++) {
		starts[token] = (uint32_t)(out->size / sizeof(segment_neighbour));
		if (lists->segment->tokens[token].carriers > 0)
			search(lists, token, out);
	}
	starts[lists->segment->token_count] = (uint32_t)(out->size / sizeof(segment_neighbour));
}

static void fill_new(struct lists *lists, uint32_t starts[], struct run *out)
{
	const struct segment *segment = lists->segment;
	struct run fresh = {0};
	uint32_t *lengths = zeroes(segment->token_count, sizeof *lengths);
	for (uint32_t token = 0; token < segment->token_count; token++) {
		size_t size = fresh.size;
		if (segment->tokens[token].carriers > 0 && lists->old_of[token] == 0)
			search(lists, token, &fresh);
		lengths[token] = (uint32_t)(fresh.size - size);
	}
	if (lists->additions.size > 0)
		qsort(lists->additions.data, lists->additions.size / sizeof(struct addition), sizeof(struct addition), compare_additions);
	size_t from = 0, at = 0;
	for (uint32_t token = 0; token < segment->token_count; token++) {
		starts[token] = (uint32_t)(out->size / sizeof(segment_neighbour));
		if (lists->old_of[token] != 0)
			complete(lists, token, &at, out);
		else if (lengths[token] > 0)
			run_add(out, fresh.data + from, lengths[token]);
		from += lengths[token];
	}
	starts[segment->token_count] = (uint32_t)(out->size / sizeof(segment_neighbour));
	free(lengths);
	free(fresh.data);
}

void neighbour_lists(const struct segment *segment, const struct segment *before, uint32_t starts[], struct run *out)
{
	bool reused = before != NULL && before->sizes[SEGMENT_NEIGHBOUR_LISTS] > 0;
	struct lists lists = {.segment = segment, .before = reused ? before : NULL};
	lists.old_of = zeroes(segment->token_count, sizeof *lists.old_of);
	lists.new_of = zeroes(reused ? before->token_count : 0, sizeof *lists.new_of);
	lists.found = zeroes(reused ? FOUND_MOST : SEGMENT_NEIGHBOURS, sizeof *lists.found);
	if (reused) {
		pair_tokens(&lists);
		forget_fallen(&lists);
		fill_new(&lists, starts, out);
	} else {
		fill_all(&lists, starts, out);
	}
	free(lists.old_of);
	free(lists.new_of);
	free(lists.found);
	free(lists.additions.data);
}
