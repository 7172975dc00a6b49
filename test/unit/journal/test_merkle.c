/* test_merkle.c - Merkle hashing and proofs against the vectors and against each other. */
#include "vectors.h"

#include "journal/merkle.h"

enum { LEAVES = 70 };

/* False when it is no hash: such a probe is malformed before it reaches the check. */
static bool read_hash(struct arena *arena, struct json_value probe, const char *name, struct hash *out_hash)
{
	struct text bytes;
	assert_true(base64_decode(arena, json_get_text(probe, name), &bytes));
	if (bytes.length != sizeof out_hash->bytes)
		return false;
	memcpy(out_hash->bytes, bytes.data, sizeof out_hash->bytes);
	return true;
}

static bool read_proof(struct arena *arena, struct json_value probe, struct hash *out_hashes, size_t *out_count)
{
	struct json_value proof = json_get(probe, "proof");
	*out_count = json_count(proof);
	assert_true(*out_count < 80);
	for (size_t i = 0; i < *out_count; i++) {
		struct text bytes;
		assert_true(base64_decode(arena, json_text(json_at(proof, i)), &bytes));
		if (bytes.length != 32)
			return false;
		memcpy(out_hashes[i].bytes, bytes.data, 32);
	}
	return true;
}

/* Some consistency probes name a root by a short word; its hash stands for it, so that equal words are equal roots. */
static struct hash root_of(struct arena *arena, struct json_value probe, const char *name)
{
	struct hash root;
	struct text word = json_get_text(probe, name);
	return read_hash(arena, probe, name, &root) ? root : hash_of(word.data, word.length);
}

static uint64_t number(struct json_value probe, const char *name)
{
	return strtoull(json_get_text(probe, name).data, NULL, 10);
}

static void inclusion_vectors(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value probes = vector_json(arena, "merkle/inclusion.json");
	struct hash hashes[80];
	size_t count;
	for (size_t i = 0; i < json_count(probes); i++) {
		struct json_value probe = json_at(probes, i);
		struct hash leaf, root;
		bool holds = read_hash(arena, probe, "leafHash", &leaf) && read_hash(arena, probe, "root", &root) &&
			     read_proof(arena, probe, hashes, &count) &&
			     merkle_inclusion_holds(&leaf, number(probe, "leafIdx"), number(probe, "treeSize"), hashes,
				     count, &root);
		if (holds == json_to_boolean(json_get(probe, "wantErr"), false))
			fail_msg("%.*s", TEXT_FORMAT(json_get_text(probe, "name")));
	}
	assert_int_equal(json_count(probes), 98);
	arena_destroy(arena);
}

static void consistency_vectors(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value probes = vector_json(arena, "merkle/consistency.json");
	struct hash hashes[80];
	size_t count;
	for (size_t i = 0; i < json_count(probes); i++) {
		struct json_value probe = json_at(probes, i);
		struct hash old_root = root_of(arena, probe, "root1"), new_root = root_of(arena, probe, "root2");
		bool holds = read_proof(arena, probe, hashes, &count) &&
			     merkle_consistency_holds(number(probe, "size1"), number(probe, "size2"), hashes, count,
				     &old_root, &new_root);
		if (holds == json_to_boolean(json_get(probe, "wantErr"), false))
			fail_msg("%.*s", TEXT_FORMAT(json_get_text(probe, "name")));
	}
	assert_int_equal(json_count(probes), 98);
	arena_destroy(arena);
}

static void known_hashes_and_roots(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value vectors = vector_json(arena, "note-vectors.json");
	struct json_value known = json_get(vectors, "rfc6962_hash");
	struct hash made[4] = { merkle_empty(), merkle_leaf(text_empty()), merkle_leaf(TEXT_OF("L123456")) };
	struct text parts[] = { TEXT("\x01N123N456") };
	made[3] = hash_of_parts(parts, 1); /* node(N123, N456) has children that are no hashes */
	for (size_t i = 0; i < 4; i++) {
		struct hash want = vector_hash(vector_hex(arena, json_at(known, i), "hex"));
		assert_true(hash_equal(&made[i], &want));
	}
	struct json_value tree = json_get(vectors, "roots_of_eight_leaf_test_tree");
	struct merkle_frontier frontier = { 0 };
	for (size_t i = 0; i < 8; i++) {
		struct text leaf, root;
		assert_true(hex_decode(arena, json_text(json_at(json_get(tree, "leaves_hex"), i)), &leaf));
		assert_true(hex_decode(arena, json_text(json_at(json_get(tree, "roots_hex"), i)), &root));
		struct hash hash = merkle_leaf(leaf), want = vector_hash(root);
		merkle_append(&frontier, &hash);
		hash = merkle_root(&frontier);
		assert_true(hash_equal(&hash, &want));
	}
	arena_destroy(arena);
}

struct tree {
	struct hash leaves[LEAVES];
};

static bool tree_hash(void *state, int level, uint64_t index, struct hash *out_hash)
{
	struct tree *tree = state;
	struct merkle_frontier frontier = { 0 };
	for (uint64_t i = index << level; i < (index + 1) << level; i++) {
		assert_true(i < LEAVES);
		merkle_append(&frontier, &tree->leaves[i]);
	}
	*out_hash = merkle_root(&frontier);
	return true;
}

/* Every proof made for every pair holds; with one bit changed it does not. */
static void made_proofs_hold(void **state)
{
	(void)state;
	struct tree tree;
	struct hash roots[LEAVES + 1];
	struct merkle_frontier frontier = { 0 };
	for (uint64_t i = 0; i < LEAVES; i++) {
		char text[2] = { (char)i, 'x' };
		roots[i] = merkle_root(&frontier);
		tree.leaves[i] = merkle_leaf(text_make(text, 2));
		merkle_append(&frontier, &tree.leaves[i]);
	}
	roots[LEAVES] = merkle_root(&frontier);
	struct merkle_source source = { tree_hash, &tree };
	struct merkle_proof proof;
	for (uint64_t size = 1; size <= LEAVES; size++) {
		for (uint64_t i = 0; i < size; i++) {
			assert_true(merkle_inclusion(&source, i, size, &proof));
			size_t count = (size_t)proof.count;
			assert_true(merkle_inclusion_holds(&tree.leaves[i], i, size, proof.hashes, count, &roots[size]));
			assert_true(merkle_consistency(&source, i + 1, size, &proof));
			count = (size_t)proof.count;
			assert_true(merkle_consistency_holds(i + 1, size, proof.hashes, count, &roots[i + 1], &roots[size]));
			if (count == 0)
				continue;
			proof.hashes[i % count].bytes[i % 32] ^= 1;
			assert_false(merkle_consistency_holds(i + 1, size, proof.hashes, count, &roots[i + 1], &roots[size]));
		}
		assert_false(merkle_inclusion(&source, size, size, &proof));
	}
	assert_false(merkle_consistency(&source, 0, 5, &proof));
	assert_false(merkle_consistency(&source, 6, 5, &proof));
}

static void frontier_bytes(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct merkle_frontier frontier = { 0 }, again;
	for (int i = 0; i < 300; i++) {
		struct text bytes = merkle_frontier_bytes(arena, &frontier);
		assert_true(merkle_frontier_read(bytes, &again));
		struct hash left = merkle_root(&frontier), right = merkle_root(&again);
		assert_true(hash_equal(&left, &right) && again.size == frontier.size);
		assert_false(merkle_frontier_read(text_slice(bytes, 0, bytes.length - 1), &again));
		struct hash leaf = merkle_leaf(bytes);
		merkle_append(&frontier, &leaf);
	}
	assert_false(merkle_frontier_read(text_empty(), &again));
	arena_destroy(arena);
}

static void nodes_are_subtree_roots(void **state)
{
	(void)state;
	struct merkle_frontier frontier = { 0 };
	struct tree tree;
	struct hash nodes[64], want;
	for (uint64_t i = 0; i < LEAVES; i++) {
		tree.leaves[i] = merkle_leaf(text_make((const char *)&i, sizeof i));
		int height = merkle_append_nodes(&frontier, &tree.leaves[i], nodes);
		for (int h = 0; h <= height; h++) {
			tree_hash(&tree, h, i >> h, &want);
			assert_true(hash_equal(&nodes[h], &want));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inclusion_vectors),
		cmocka_unit_test(consistency_vectors),
		cmocka_unit_test(known_hashes_and_roots),
		cmocka_unit_test(made_proofs_hold),
		cmocka_unit_test(frontier_bytes),
		cmocka_unit_test(nodes_are_subtree_roots),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
