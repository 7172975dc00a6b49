/*
 * merkle.h - RFC 6962 / RFC 9162 Merkle tree hashing with SHA-256: leaf and node hashes, frontier, proofs and their checks.
 *
 * Pure. A frontier is the right edge of a tree: the roots of its full subtrees, largest first (at most 63), so that
 * appending a leaf costs O(log n) hashes and needs nothing else.
 */
#ifndef CUSTOS_JOURNAL_MERKLE_H
#define CUSTOS_JOURNAL_MERKLE_H

#include "base/hash.h"

enum { MERKLE_PROOF_MAXIMUM = 63 };

struct merkle_frontier {
	uint64_t size;
	struct hash peaks[64];
	int peak_count;
};

struct merkle_proof {
	struct hash hashes[MERKLE_PROOF_MAXIMUM];
	int count;
};

struct hash merkle_leaf(struct text entry); /* H(0x00 || entry) */
struct hash merkle_node(const struct hash *left, const struct hash *right); /* H(0x01 || l || r) */
struct hash merkle_empty(void); /* H("") */
void merkle_append(struct merkle_frontier *frontier, const struct hash *leaf);
/* As merkle_append; out_nodes[h] is the root of the full subtree of height h that this leaf completes, for h = 0 .. the
 * height given back. */
int merkle_append_nodes(struct merkle_frontier *frontier, const struct hash *leaf, struct hash out_nodes[64]);
/* Root over a run of subtree roots of falling size (peaks, largest first); the empty tree when count is 0. */
struct hash merkle_fold(const struct hash *peaks, int count);
struct hash merkle_root(const struct merkle_frontier *frontier);
/* Frontier as bytes for a database column and back. */
struct text merkle_frontier_bytes(struct arena *arena, const struct merkle_frontier *frontier);
bool merkle_frontier_read(struct text bytes, struct merkle_frontier *out_frontier);

/* Checks (RFC 9162 2.1.3.2 and 2.1.4.2). */
bool merkle_inclusion_holds(const struct hash *leaf, uint64_t index, uint64_t size, const struct hash *proof, size_t count,
	const struct hash *root);
bool merkle_consistency_holds(uint64_t old_size, uint64_t new_size, const struct hash *proof, size_t count,
	const struct hash *old_root, const struct hash *new_root);

/* Making proofs: asks for the hash of the full subtree at (level, index); the source reads tiles or the database. */
struct merkle_source {
	bool (*hash)(void *state, int level, uint64_t index, struct hash *out_hash);
	void *state;
};
bool merkle_inclusion(const struct merkle_source *source, uint64_t index, uint64_t size, struct merkle_proof *out_proof);
bool merkle_consistency(const struct merkle_source *source, uint64_t old_size, uint64_t new_size,
	struct merkle_proof *out_proof);

#endif
