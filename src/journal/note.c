/* note.c - C2SP signed notes: verifier keys, signature lines, and the check of a note by known keys. */
#include "journal/note.h"

#include <sodium.h>
#include <string.h>

#include "base/builder.h"
#include "base/hash.h"

static const char dash_space[] = "\xe2\x80\x94 "; /* U+2014 and a space */

static bool is_space(uint32_t point)
{
	return (point >= 0x09 && point <= 0x0d) || point == 0x20 || point == 0x85 || point == 0xa0 || point == 0x1680 ||
	       (point >= 0x2000 && point <= 0x200a) || point == 0x2028 || point == 0x2029 || point == 0x202f ||
	       point == 0x205f || point == 0x3000;
}

bool note_name_is_valid(struct text name)
{
	if (text_is_empty(name) || !text_is_utf8(name) || text_find_byte(name, '+') != SIZE_MAX)
		return false;
	uint32_t point;
	for (size_t offset = 0; text_next_code_point(name, &offset, &point);)
		if (is_space(point))
			return false;
	return true;
}

/* Key id: the first four bytes of SHA-256(name || line feed || type || public key). */
struct note_key note_key_make(struct text name, uint8_t type, const uint8_t public_key[NOTE_PUBLIC_SIZE])
{
	struct note_key key = { .name = name, .type = type };
	memcpy(key.public_key, public_key, NOTE_PUBLIC_SIZE);
	const char middle[2] = { '\n', (char)type };
	const struct text parts[] = { name, { middle, 2 }, { (const char *)public_key, NOTE_PUBLIC_SIZE } };
	struct hash hash = hash_of_parts(parts, 3);
	memcpy(key.id, hash.bytes, sizeof key.id);
	return key;
}

static bool is_lower_hex(struct text text)
{
	for (size_t i = 0; i < text.length; i++)
		if (!strchr("0123456789abcdef", text.data[i]))
			return false;
	return true;
}

bool note_key_parse(struct arena *arena, struct text verifier_key, struct note_key *out_key)
{
	size_t first = text_find_byte(verifier_key, '+');
	if (first == SIZE_MAX)
		return false;
	struct text name = text_slice(verifier_key, 0, first);
	struct text rest = text_slice(verifier_key, first + 1, verifier_key.length);
	if (rest.length < 10 || rest.data[8] != '+' || !is_lower_hex(text_slice(rest, 0, 8)) || !note_name_is_valid(name))
		return false;
	struct text id, key;
	if (!hex_decode(arena, text_slice(rest, 0, 8), &id) || !base64_decode(arena, text_slice(rest, 9, rest.length), &key))
		return false;
	if (key.length != 1 + NOTE_PUBLIC_SIZE || (key.data[0] != NOTE_LOG_KEY && key.data[0] != NOTE_WITNESS_KEY))
		return false;
	struct note_key made = note_key_make(name, (uint8_t)key.data[0], (const uint8_t *)key.data + 1);
	if (memcmp(made.id, id.data, sizeof made.id) != 0)
		return false;
	*out_key = made;
	return true;
}

struct text note_key_text(struct arena *arena, const struct note_key *key)
{
	uint8_t bytes[1 + NOTE_PUBLIC_SIZE];
	bytes[0] = key->type;
	memcpy(bytes + 1, key->public_key, NOTE_PUBLIC_SIZE);
	struct builder builder;
	builder_begin(&builder, arena, key->name.length + 64);
	builder_add(&builder, key->name);
	builder_add_byte(&builder, '+');
	builder_add_hex(&builder, key->id, sizeof key->id);
	builder_add_byte(&builder, '+');
	builder_add(&builder, base64_encode(arena, bytes, sizeof bytes));
	return builder_text(&builder);
}

/* One signature line without its line feed. */
static bool signature_parse(struct arena *arena, struct text line, struct note_signature *out_signature)
{
	struct text start = TEXT_OF(dash_space);
	if (!text_starts_with(line, start))
		return false;
	line = text_slice(line, start.length, line.length);
	size_t space = text_find_byte(line, ' ');
	if (space == SIZE_MAX)
		return false;
	struct text bytes;
	struct note_signature signature = { .name = text_slice(line, 0, space) };
	if (!note_name_is_valid(signature.name) ||
		!base64_decode(arena, text_slice(line, space + 1, line.length), &bytes) || bytes.length < 5)
		return false;
	memcpy(signature.id, bytes.data, sizeof signature.id);
	signature.bytes = text_slice(bytes, sizeof signature.id, bytes.length);
	*out_signature = signature;
	return true;
}

static bool message_is_clean(struct text message)
{
	if (message.length > NOTE_SIZE_MAXIMUM || !text_is_utf8(message))
		return false;
	for (size_t i = 0; i < message.length; i++)
		if ((unsigned char)message.data[i] < 0x20 && message.data[i] != '\n')
			return false;
	return true;
}

/* Offset of the last empty line, that parts text and signatures; SIZE_MAX without one. */
static size_t last_gap(struct text message)
{
	for (size_t i = message.length; i >= 2; i--)
		if (message.data[i - 1] == '\n' && message.data[i - 2] == '\n')
			return i - 2;
	return SIZE_MAX;
}

bool note_parse(struct arena *arena, struct text message, struct note *out_note)
{
	size_t gap = message_is_clean(message) ? last_gap(message) : SIZE_MAX;
	if (gap == SIZE_MAX)
		return false;
	struct text lines = text_slice(message, gap + 2, message.length), line;
	if (text_is_empty(lines) || !text_ends_with(lines, TEXT_OF("\n")))
		return false;
	struct note note = { .text = text_slice(message, 0, gap + 1) };
	note.signatures = ARENA_ARRAY(arena, struct note_signature, NOTE_SIGNATURES_MAXIMUM);
	while (text_next(&lines, '\n', &line)) {
		if (note.count == NOTE_SIGNATURES_MAXIMUM || !signature_parse(arena, line, &note.signatures[note.count]))
			return false;
		note.count++;
	}
	*out_note = note;
	return true;
}

struct text note_witness_message(struct arena *arena, uint64_t time, struct text text)
{
	struct builder builder;
	builder_begin(&builder, arena, text.length + 48);
	builder_add_format(&builder, "cosignature/v1\ntime %llu\n", (unsigned long long)time);
	builder_add(&builder, text);
	return builder_text(&builder);
}

static bool signature_holds(struct arena *arena, struct text text, const struct note_signature *signature,
	const struct note_key *key)
{
	const unsigned char *bytes = (const unsigned char *)signature->bytes.data;
	if (key->type == NOTE_LOG_KEY)
		return signature->bytes.length == NOTE_SIGNATURE_SIZE &&
		       crypto_sign_verify_detached(bytes, (const unsigned char *)text.data, text.length,
			       key->public_key) == 0;
	if (signature->bytes.length != 8 + NOTE_SIGNATURE_SIZE)
		return false;
	uint64_t time = 0;
	for (int i = 0; i < 8; i++)
		time = time << 8 | bytes[i];
	struct text message = note_witness_message(arena, time, text);
	return crypto_sign_verify_detached(bytes + 8, (const unsigned char *)message.data, message.length,
		       key->public_key) == 0;
}

static const struct note_key *key_of(const struct note_signature *signature, const struct note_key *keys, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text_equal(keys[i].name, signature->name) && memcmp(keys[i].id, signature->id, sizeof keys[i].id) == 0)
			return &keys[i];
	return NULL;
}

enum note_verdict note_verify(struct arena *arena, const struct note *note, const struct note_key *keys, size_t count,
	size_t *out_good)
{
	size_t good = 0;
	for (size_t i = 0; i < note->count; i++) {
		const struct note_key *key = key_of(&note->signatures[i], keys, count);
		if (!key)
			continue;
		if (!signature_holds(arena, note->text, &note->signatures[i], key))
			return NOTE_BAD_SIGNATURE;
		good++;
	}
	if (out_good)
		*out_good = good;
	return good > 0 ? NOTE_VERIFIED : NOTE_NO_KNOWN_KEY;
}

static struct text line_of(struct arena *arena, const struct note_key *key, const uint8_t *bytes, size_t size)
{
	uint8_t signature[4 + 8 + NOTE_SIGNATURE_SIZE];
	memcpy(signature, key->id, 4);
	memcpy(signature + 4, bytes, size);
	struct builder builder;
	builder_begin(&builder, arena, key->name.length + 120);
	builder_add_string(&builder, dash_space);
	builder_add(&builder, key->name);
	builder_add_byte(&builder, ' ');
	builder_add(&builder, base64_encode(arena, signature, 4 + size));
	builder_add_byte(&builder, '\n');
	return builder_text(&builder);
}

struct text note_log_line(struct arena *arena, const struct note_key *key, const uint8_t signature[NOTE_SIGNATURE_SIZE])
{
	return line_of(arena, key, signature, NOTE_SIGNATURE_SIZE);
}

struct text note_witness_line(struct arena *arena, const struct note_key *key, uint64_t time,
	const uint8_t signature[NOTE_SIGNATURE_SIZE])
{
	uint8_t bytes[8 + NOTE_SIGNATURE_SIZE];
	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)(time >> (56 - 8 * i) & 0xff);
	memcpy(bytes + 8, signature, NOTE_SIGNATURE_SIZE);
	return line_of(arena, key, bytes, sizeof bytes);
}

struct text note_join(struct arena *arena, struct text text, struct text lines)
{
	const struct text parts[] = { text, lines };
	return arena_join(arena, parts, 2, TEXT_OF("\n"));
}
