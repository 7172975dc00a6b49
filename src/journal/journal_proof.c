/* journal_proof.c - inclusion and consistency proofs from the stored leaves and tile roots. */
#include <string.h>

#include "journal/checkpoint.h"
#include "journal/journal_internal.h"
#include "journal/proof.h"
#include "journal/tile.h"

struct proof_state {
	struct connection *connection;
	struct arena *arena;
	struct text log;
	struct error_list *errors;
};

/* Root of the full subtree of 2^height entries, from hashes at the next lower tile level. */
static bool subtree(void *opaque, int height, uint64_t index, struct hash *out_hash)
{
	struct proof_state *state = opaque;
	int level = height / TILE_HEIGHT, inner = height % TILE_HEIGHT;
	int64_t first = (int64_t)(index << inner), count = INT64_C(1) << inner;
	struct value values[4] = { value_text(state->log), value_integer(first), value_integer(first + count),
		value_integer(level) };
	struct store_result result;
	struct hash hashes[TILE_WIDTH];
	const char *sql = level == 0
		? "SELECT leaf FROM journal_entry WHERE log = $1 AND idx >= $2 AND idx < $3 ORDER BY idx"
		: "SELECT hash FROM journal_node WHERE log = $1 AND idx >= $2 AND idx < $3 AND level = $4 ORDER BY idx";
	if (!store_query(state->connection, state->arena, sql, values, level == 0 ? 3 : 4, &result, state->errors))
		return false;
	if ((int64_t)result.rows != count)
		return journal_fail(state->errors, N_("The tree of a log has gaps."));
	for (size_t i = 0; i < result.rows; i++)
		if (!journal_hash_cell(store_cell(&result, i, 0), &hashes[i]))
			return journal_fail(state->errors, N_("The tree of a log is damaged."));
	*out_hash = tile_root(hashes, (int)count);
	return true;
}

static bool head_of(struct proof_state *state, struct text *out_message, struct checkpoint *out_checkpoint)
{
	struct note note;
	if (!journal_checkpoint(state->connection, state->arena, state->log, out_message, state->errors))
		return false;
	if (text_is_empty(*out_message)) {
		error_say(state->errors, E_NOT_FOUND, NULL, N_("There is no such log."));
		return false;
	}
	return (note_parse(state->arena, *out_message, &note) &&
		       checkpoint_parse(state->arena, note.text, out_checkpoint)) ||
	       journal_fail(state->errors, N_("The checkpoint of a log is damaged."));
}

static struct text proof_text(struct arena *arena, int64_t index, const struct merkle_proof *proof, struct text message)
{
	struct builder builder;
	builder_begin(&builder, arena, 1024 + message.length);
	builder_add_format(&builder, "c2sp.org/tlog-proof@v1\nindex %lld\n", (long long)index);
	for (int i = 0; i < proof->count; i++) {
		builder_add(&builder, base64_encode(arena, proof->hashes[i].bytes, sizeof proof->hashes[i].bytes));
		builder_add_byte(&builder, '\n');
	}
	builder_add_byte(&builder, '\n');
	builder_add(&builder, message);
	return builder_text(&builder);
}

bool journal_proof(struct connection *connection, struct arena *arena, struct text log, int64_t index,
	struct text *out_proof, struct error_list *errors)
{
	struct proof_state state = { connection, arena, log, errors };
	struct merkle_source source = { subtree, &state };
	struct checkpoint checkpoint;
	struct merkle_proof proof;
	struct text message;
	struct hash leaf;
	if (!head_of(&state, &message, &checkpoint))
		return false;
	if (index < 0 || (uint64_t)index >= checkpoint.size) {
		error_say(errors, E_NOT_FOUND, NULL, N_("The log has no entry with this number."));
		return false;
	}
	if (!merkle_inclusion(&source, (uint64_t)index, checkpoint.size, &proof) ||
		!subtree(&state, 0, (uint64_t)index, &leaf))
		return false;
	if (!merkle_inclusion_holds(&leaf, (uint64_t)index, checkpoint.size, proof.hashes, (size_t)proof.count,
		    &checkpoint.root))
		return journal_fail(errors, N_("The tree of a log is damaged."));
	*out_proof = proof_text(arena, index, &proof, message);
	return true;
}

bool journal_consistency(struct connection *connection, struct arena *arena, struct text log, uint64_t old_size,
	struct merkle_proof *out_proof, struct text *out_message, struct error_list *errors)
{
	struct proof_state state = { connection, arena, log, errors };
	struct merkle_source source = { subtree, &state };
	struct checkpoint checkpoint;
	struct text message;
	if (!head_of(&state, &message, &checkpoint))
		return false;
	if (old_size == 0 || old_size > checkpoint.size) {
		error_say(errors, E_NOT_FOUND, NULL, N_("The log never had this size."));
		return false;
	}
	if (!merkle_consistency(&source, old_size, checkpoint.size, out_proof))
		return false;
	*out_message = message;
	return true;
}

/* ---- checking a receipt, without any database ---- */

static bool hashes_parse(struct arena *arena, struct text lines, struct merkle_proof *out_proof)
{
	struct text line, bytes;
	out_proof->count = 0;
	while (text_next(&lines, '\n', &line)) {
		if (out_proof->count == MERKLE_PROOF_MAXIMUM || !base64_decode(arena, line, &bytes) ||
			bytes.length != sizeof out_proof->hashes->bytes)
			return false;
		memcpy(out_proof->hashes[out_proof->count++].bytes, bytes.data, bytes.length);
	}
	return true;
}

bool proof_holds(struct arena *arena, struct text proof_text, const struct hash *leaf, const struct note_key *key,
	struct checkpoint *out_checkpoint, uint64_t *out_index)
{
	struct merkle_proof proof;
	struct text rest = proof_text, line;
	uint64_t index;
	size_t gap = text_find(proof_text, TEXT_OF("\n\n"));
	if (gap == SIZE_MAX)
		return false;
	struct text message = text_slice(proof_text, gap + 2, proof_text.length);
	rest = text_slice(proof_text, 0, gap + 1);
	if (!text_next(&rest, '\n', &line) || !text_equal_string(line, "c2sp.org/tlog-proof@v1") ||
		!text_next(&rest, '\n', &line))
		return false;
	if (text_starts_with(line, TEXT_OF("extra ")) && !text_next(&rest, '\n', &line))
		return false;
	if (!text_starts_with(line, TEXT_OF("index ")) || !checkpoint_number(text_slice(line, 6, line.length), &index) ||
		!hashes_parse(arena, rest, &proof) || !checkpoint_verify(arena, message, key, out_checkpoint) ||
		!merkle_inclusion_holds(leaf, index, out_checkpoint->size, proof.hashes, (size_t)proof.count,
			&out_checkpoint->root))
		return false;
	*out_index = index;
	return true;
}
