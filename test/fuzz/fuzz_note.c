/* fuzz_note.c - signed notes, verifier keys, checkpoints, SMS forms and receipts from hostile bytes. */
#include "fuzz.h"

#include "journal/checkpoint.h"
#include "journal/proof.h"

static const char vkey[] = "custos.example/j/fac01+515e46eb+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";

static void note(struct arena *arena, struct text text)
{
	struct note parsed;
	struct checkpoint checkpoint;
	if (!note_parse(arena, text, &parsed))
		return;
	FUZZ_CHECK(parsed.count >= 1 && parsed.count <= NOTE_SIGNATURES_MAXIMUM);
	FUZZ_CHECK(text_ends_with(parsed.text, TEXT_OF("\n")) && parsed.text.length < text.length);
	/* What is read as a checkpoint is printed as it stood. */
	if (checkpoint_parse(arena, parsed.text, &checkpoint))
		FUZZ_CHECK(text_equal(checkpoint_text(arena, &checkpoint), parsed.text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text text = text_make((const char *)data, size), made;
	struct note_key key;
	struct checkpoint checkpoint;
	struct hash leaf = { { 0 } };
	uint64_t index;
	if (note_key_parse(arena, text, &key))
		FUZZ_CHECK(text_equal(note_key_text(arena, &key), text));
	note(arena, text);
	FUZZ_CHECK(note_key_parse(arena, text_from(vkey), &key));
	checkpoint_verify(arena, text, &key, &checkpoint);
	proof_holds(arena, text, &leaf, &key, &checkpoint, &index);
	if (checkpoint_from_sms(arena, text, &key, &made)) {
		FUZZ_CHECK(checkpoint_sms(arena, made, &key, &made));
		FUZZ_CHECK(text_equal(made, text));
	}
	arena_destroy(arena);
	return 0;
}
