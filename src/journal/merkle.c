/* merkle.c - RFC 6962 hashing, the frontier, inclusion and consistency proofs and their checks. */
#include "journal/merkle.h"

#include <string.h>

enum { LEAF_ON_STACK = 1024, HASH_SIZE = 32 };

struct hash merkle_leaf(struct text entry)
{
	unsigned char copy[LEAF_ON_STACK + 1];
	if (entry.length > LEAF_ON_STACK) {
		const struct text parts[] = { { "\0", 1 }, entry };
		return hash_of_parts(parts, 2);
	}
	copy[0] = 0; /* one call over a copy is cheaper than a hash in pieces */
	memcpy(copy + 1, entry.data, entry.length);
	return hash_of(copy, entry.length + 1);
}

struct hash merkle_node(const struct hash *left, const struct hash *right)
{
	unsigned char bytes[1 + 2 * HASH_SIZE];
	bytes[0] = 1;
	memcpy(bytes + 1, left->bytes, HASH_SIZE);
	memcpy(bytes + 1 + HASH_SIZE, right->bytes, HASH_SIZE);
	return hash_of(bytes, sizeof bytes);
}

struct hash merkle_empty(void)
{
	return hash_of("", 0);
}

int merkle_append_nodes(struct merkle_frontier *frontier, const struct hash *leaf, struct hash out_nodes[64])
{
	int height = 0;
	out_nodes[0] = *leaf;
	for (uint64_t bits = frontier->size; bits & 1; bits >>= 1) {
		out_nodes[height + 1] = merkle_node(&frontier->peaks[--frontier->peak_count], &out_nodes[height]);
		height++;
	}
	frontier->peaks[frontier->peak_count++] = out_nodes[height];
	frontier->size++;
	return height;
}

void merkle_append(struct merkle_frontier *frontier, const struct hash *leaf)
{
	struct hash nodes[64];
	merkle_append_nodes(frontier, leaf, nodes);
}

struct hash merkle_fold(const struct hash *peaks, int count)
{
	if (count == 0)
		return merkle_empty();
	struct hash root = peaks[count - 1];
	for (int i = count - 2; i >= 0; i--)
		root = merkle_node(&peaks[i], &root);
	return root;
}

struct hash merkle_root(const struct merkle_frontier *frontier)
{
	return merkle_fold(frontier->peaks, frontier->peak_count);
}

static int ones_of(uint64_t bits)
{
	int count = 0;
	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

struct text merkle_frontier_bytes(struct arena *arena, const struct merkle_frontier *frontier)
{
	size_t length = 8 + (size_t)frontier->peak_count * HASH_SIZE;
	unsigned char *bytes = arena_allocate(arena, length);
	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(frontier->size >> (56 - 8 * i) & 0xff);
	for (int i = 0; i < frontier->peak_count; i++)
		memcpy(bytes + 8 + i * HASH_SIZE, frontier->peaks[i].bytes, HASH_SIZE);
	return text_make((const char *)bytes, length);
}

bool merkle_frontier_read(struct text bytes, struct merkle_frontier *out_frontier)
{
	if (bytes.length < 8)
		return false;
	uint64_t size = 0;
	for (int i = 0; i < 8; i++)
		size = size << 8 | (unsigned char)bytes.data[i];
	int peaks = ones_of(size);
	if (size >> 63 || bytes.length != 8 + (size_t)peaks * HASH_SIZE)
		return false;
	*out_frontier = (struct merkle_frontier){ .size = size, .peak_count = peaks };
	for (int i = 0; i < peaks; i++)
		memcpy(out_frontier->peaks[i].bytes, bytes.data + 8 + i * HASH_SIZE, HASH_SIZE);
	return true;
}

/* RFC 9162 section 2.1.3.2. */
bool merkle_inclusion_holds(const struct hash *leaf, uint64_t index, uint64_t size, const struct hash *proof, size_t count,
	const struct hash *root)
{
	if (index >= size)
		return false;
	uint64_t first = index, second = size - 1;
	struct hash hash = *leaf;
	for (size_t i = 0; i < count; i++) {
		if (second == 0)
			return false;
		if ((first & 1) || first == second) {
			hash = merkle_node(&proof[i], &hash);
			while (!(first & 1) && first != 0) {
				first >>= 1;
				second >>= 1;
			}
		} else {
			hash = merkle_node(&hash, &proof[i]);
		}
		first >>= 1;
		second >>= 1;
	}
	return second == 0 && hash_equal(&hash, root);
}

/* The loop of RFC 9162 section 2.1.4.2, steps 4 to 6. */
static bool consistency_walk(uint64_t first, uint64_t second, const struct hash *seed, const struct hash *proof,
	size_t count, const struct hash *old_root, const struct hash *new_root)
{
	struct hash old_hash = *seed, new_hash = *seed;
	for (size_t i = 0; i < count; i++) {
		if (second == 0)
			return false;
		if ((first & 1) || first == second) {
			old_hash = merkle_node(&proof[i], &old_hash);
			new_hash = merkle_node(&proof[i], &new_hash);
			while (!(first & 1) && first != 0) {
				first >>= 1;
				second >>= 1;
			}
		} else {
			new_hash = merkle_node(&new_hash, &proof[i]);
		}
		first >>= 1;
		second >>= 1;
	}
	return second == 0 && hash_equal(&old_hash, old_root) && hash_equal(&new_hash, new_root);
}

bool merkle_consistency_holds(uint64_t old_size, uint64_t new_size, const struct hash *proof, size_t count,
	const struct hash *old_root, const struct hash *new_root)
{
	if (old_size == new_size) {
		struct hash empty = merkle_empty();
		return count == 0 && hash_equal(old_root, new_root) && (old_size > 0 || hash_equal(old_root, &empty));
	}
	if (old_size == 0 || old_size > new_size)
		return false; /* nothing can be learnt from a proof that starts at the empty tree */
	uint64_t first = old_size - 1, second = new_size - 1;
	while (first & 1) {
		first >>= 1;
		second >>= 1;
	}
	/* A full old tree is its own first proof hash and is not sent. */
	if ((old_size & (old_size - 1)) == 0)
		return count > 0 && consistency_walk(first, second, old_root, proof, count, old_root, new_root);
	return count > 0 && consistency_walk(first, second, &proof[0], proof + 1, count - 1, old_root, new_root);
}

/* Root of the entries from .. to-1, where from is a multiple of the power of two that holds them all. */
static bool range_root(const struct merkle_source *source, uint64_t from, uint64_t to, struct hash *out_root)
{
	struct hash peaks[64];
	int count = 0;
	for (int level = 63; level >= 0; level--) {
		if (!((to - from) >> level & 1))
			continue;
		if (!source->hash(source->state, level, from >> level, &peaks[count++]))
			return false;
		from += UINT64_C(1) << level;
	}
	*out_root = merkle_fold(peaks, count);
	return true;
}

/* Largest power of two smaller than count; count > 1. */
static uint64_t split_of(uint64_t count)
{
	uint64_t split = 1;
	while (split < count - split)
		split <<= 1;
	return split;
}

static bool proof_add(const struct merkle_source *source, uint64_t from, uint64_t to, struct merkle_proof *proof)
{
	return proof->count < MERKLE_PROOF_MAXIMUM && range_root(source, from, to, &proof->hashes[proof->count++]);
}

static void proof_reverse(struct merkle_proof *proof)
{
	for (int i = 0, j = proof->count - 1; i < j; i++, j--) {
		struct hash kept = proof->hashes[i];
		proof->hashes[i] = proof->hashes[j];
		proof->hashes[j] = kept;
	}
}

bool merkle_inclusion(const struct merkle_source *source, uint64_t index, uint64_t size, struct merkle_proof *out_proof)
{
	if (index >= size)
		return false;
	struct merkle_proof proof = { .count = 0 };
	uint64_t from = 0, to = size;
	while (to - from > 1) {
		uint64_t middle = from + split_of(to - from);
		bool left = index < middle;
		if (!(left ? proof_add(source, middle, to, &proof) : proof_add(source, from, middle, &proof)))
			return false;
		*(left ? &to : &from) = middle;
	}
	proof_reverse(&proof);
	*out_proof = proof;
	return true;
}

/* SUBPROOF of RFC 6962 section 2.1.2, top down and turned round at the end. */
bool merkle_consistency(const struct merkle_source *source, uint64_t old_size, uint64_t new_size,
	struct merkle_proof *out_proof)
{
	if (old_size == 0 || old_size > new_size)
		return false;
	struct merkle_proof proof = { .count = 0 };
	uint64_t from = 0, to = new_size;
	bool whole = true; /* the old tree is the subtree that is left */
	while (to != old_size) {
		uint64_t middle = from + split_of(to - from);
		bool left = old_size <= middle;
		if (!(left ? proof_add(source, middle, to, &proof) : proof_add(source, from, middle, &proof)))
			return false;
		whole = whole && left;
		*(left ? &to : &from) = middle;
	}
	if (!whole && !proof_add(source, from, to, &proof))
		return false;
	proof_reverse(&proof);
	*out_proof = proof;
	return true;
}
