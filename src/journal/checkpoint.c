/* checkpoint.c - the head of a log as text: origin, size, root; and its short form for one SMS. */
#include "journal/checkpoint.h"

#include <string.h>

bool checkpoint_number(struct text text, uint64_t *out_number)
{
	int64_t number;
	if (text_is_empty(text) || text.data[0] == '-' || (text.data[0] == '0' && text.length > 1) ||
		!text_to_integer(text, &number))
		return false;
	*out_number = (uint64_t)number;
	return true;
}

static bool root_parse(struct arena *arena, struct text text, struct hash *out_root)
{
	struct text bytes;
	if (!base64_decode(arena, text, &bytes) || bytes.length != sizeof out_root->bytes)
		return false;
	memcpy(out_root->bytes, bytes.data, sizeof out_root->bytes);
	return true;
}

bool checkpoint_parse(struct arena *arena, struct text text, struct checkpoint *out_checkpoint)
{
	struct checkpoint checkpoint;
	struct text lines = text, size, root;
	if (!text_ends_with(text, TEXT_OF("\n")) || !text_next(&lines, '\n', &checkpoint.origin) ||
		!text_next(&lines, '\n', &size) || !text_next(&lines, '\n', &root) || !text_is_empty(lines))
		return false;
	/* Three line feeds, no more: text_next() would not see an empty fourth line. */
	if (checkpoint.origin.length + size.length + root.length + 3 != text.length || text_is_empty(checkpoint.origin))
		return false;
	if (!checkpoint_number(size, &checkpoint.size) || !root_parse(arena, root, &checkpoint.root))
		return false;
	*out_checkpoint = checkpoint;
	return true;
}

struct text checkpoint_text(struct arena *arena, const struct checkpoint *checkpoint)
{
	struct text root = base64_encode(arena, checkpoint->root.bytes, sizeof checkpoint->root.bytes);
	return arena_format(arena, "%.*s\n%llu\n%.*s\n", TEXT_FORMAT(checkpoint->origin),
		(unsigned long long)checkpoint->size, TEXT_FORMAT(root));
}

bool checkpoint_verify(struct arena *arena, struct text message, const struct note_key *key,
	struct checkpoint *out_checkpoint)
{
	struct note note;
	struct checkpoint checkpoint;
	if (!note_parse(arena, message, &note) || note_verify(arena, &note, key, 1, NULL) != NOTE_VERIFIED ||
		!checkpoint_parse(arena, note.text, &checkpoint) || !text_equal(checkpoint.origin, key->name))
		return false;
	*out_checkpoint = checkpoint;
	return true;
}

bool checkpoint_sms(struct arena *arena, struct text message, const struct note_key *key, struct text *out_sms)
{
	struct note note;
	struct checkpoint checkpoint;
	if (!note_parse(arena, message, &note) || !checkpoint_parse(arena, note.text, &checkpoint))
		return false;
	for (size_t i = 0; i < note.count; i++) {
		const struct note_signature *line = &note.signatures[i];
		if (!text_equal(line->name, key->name) || memcmp(line->id, key->id, sizeof key->id) != 0 ||
			line->bytes.length != NOTE_SIGNATURE_SIZE)
			continue;
		uint8_t bytes[4 + NOTE_SIGNATURE_SIZE];
		memcpy(bytes, line->id, 4);
		memcpy(bytes + 4, line->bytes.data, NOTE_SIGNATURE_SIZE);
		struct text root = base64_encode(arena, checkpoint.root.bytes, sizeof checkpoint.root.bytes);
		struct text signature = base64_encode(arena, bytes, sizeof bytes);
		*out_sms = arena_format(arena, "C1 %llu %.*s %.*s", (unsigned long long)checkpoint.size, TEXT_FORMAT(root),
			TEXT_FORMAT(signature));
		return true;
	}
	return false;
}

bool checkpoint_from_sms(struct arena *arena, struct text sms, const struct note_key *key, struct text *out_message)
{
	struct checkpoint checkpoint = { .origin = key->name };
	struct text rest = sms, word, size, root, signature, bytes;
	if (!text_next(&rest, ' ', &word) || !text_equal_string(word, "C1") || !text_next(&rest, ' ', &size) ||
		!text_next(&rest, ' ', &root) || !text_next(&rest, ' ', &signature) || !text_is_empty(rest))
		return false;
	if (!checkpoint_number(size, &checkpoint.size) || !root_parse(arena, root, &checkpoint.root) ||
		!base64_decode(arena, signature, &bytes) || bytes.length != 4 + NOTE_SIGNATURE_SIZE ||
		memcmp(bytes.data, key->id, sizeof key->id) != 0)
		return false;
	struct text line = note_log_line(arena, key, (const uint8_t *)bytes.data + 4);
	*out_message = note_join(arena, checkpoint_text(arena, &checkpoint), line);
	return true;
}
