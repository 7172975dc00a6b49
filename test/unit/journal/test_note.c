/* test_note.c - signed notes against the vectors and the rules named in them. */
#include "vectors.h"

#include <sodium.h>

#include "base/builder.h"
#include "journal/note.h"

static struct text vector_note(struct arena *arena, struct json_value vector, struct note_key *out_key)
{
	struct text vkey = json_get_text(vector, "vkey");
	assert_true(note_key_parse(arena, vkey, out_key));
	return arena_format(arena, "%.*s\n\xe2\x80\x94 %.*s %.*s\n", TEXT_FORMAT(json_get_text(vector, "text")),
		TEXT_FORMAT(out_key->name), TEXT_FORMAT(json_get_text(vector, "sig")));
}

static enum note_verdict verdict_of(struct arena *arena, struct text message, const struct note_key *key)
{
	struct note note;
	assert_true(note_parse(arena, message, &note));
	return note_verify(arena, &note, key, 1, NULL);
}

static void vectors_verify(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value notes = json_get(vector_json(arena, "note-vectors.json"), "notes");
	assert_int_equal(json_count(notes), 4);
	struct note_key key, other;
	for (size_t i = 0; i < 4; i++) {
		struct text message = vector_note(arena, json_at(notes, i), &key);
		assert_int_equal(verdict_of(arena, message, &key), NOTE_VERIFIED);
		struct text printed = note_key_text(arena, &key);
		assert_true(text_equal(printed, json_get_text(json_at(notes, i), "vkey")));
		/* Another key does not know the line; a changed text makes it bad. */
		other = note_key_make(TEXT_OF("elsewhere"), NOTE_LOG_KEY, key.public_key);
		assert_int_equal(verdict_of(arena, message, &other), NOTE_NO_KNOWN_KEY);
		char *changed = arena_copy_bytes(arena, message.data, message.length);
		changed[0] ^= 2;
		assert_int_equal(verdict_of(arena, text_make(changed, message.length), &key), NOTE_BAD_SIGNATURE);
	}
	arena_destroy(arena);
}

static void bad_keys_are_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value vectors = vector_json(arena, "note-vectors.json");
	struct json_value bad = json_get(vectors, "bad_vkeys");
	struct note_key key;
	for (size_t i = 0; i < json_count(bad); i++)
		assert_false(note_key_parse(arena, json_get_text(json_at(bad, i), "vkey"), &key));
	assert_int_equal(json_count(bad), 2);
	for (size_t n = 0; n < 4; n++) {
		struct text vkey = json_get_text(json_at(json_get(vectors, "notes"), n), "vkey");
		for (size_t from = 0; from < vkey.length; from++)
			for (size_t to = from; to <= vkey.length; to++)
				if (to - from < vkey.length)
					assert_false(note_key_parse(arena, text_slice(vkey, from, to), &key));
		char *changed = arena_copy_bytes(arena, vkey.data, vkey.length);
		for (size_t i = 0; i < vkey.length; i++) {
			changed[i]++;
			assert_false(note_key_parse(arena, text_make(changed, vkey.length), &key));
			changed[i]--;
			changed[i] = (char)(changed[i] ^ 0x80);
			assert_false(note_key_parse(arena, text_make(changed, vkey.length), &key));
			changed[i] = (char)(changed[i] ^ 0x80);
		}
	}
	struct text witness = json_get_text(vectors, "cosignature_v1_vkey_native");
	assert_true(note_key_parse(arena, witness, &key));
	assert_int_equal(key.type, NOTE_WITNESS_KEY);
	assert_true(text_equal(note_key_text(arena, &key), witness));
	arena_destroy(arena);
}

static void malformed_notes_are_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	static const char *const bad[] = {
		"", "\n", "text\n", "text\n\n", "text\n\n\n",
		"text\n\n\xe2\x80\x94 name c2hvcnQ=",		  /* no last line feed */
		"text\n\n- name c2hvcnRlcg==\n",		  /* wrong dash */
		"text\n\n\xe2\x80\x94 name  c2hvcnRlcg==\n",	  /* two spaces */
		"text\n\n\xe2\x80\x94 na+me c2hvcnRlcg==\n",	  /* plus in the name */
		"text\n\n\xe2\x80\x94  c2hvcnRlcg==\n",		  /* no name */
		"text\n\n\xe2\x80\x94 name c2hv\n",		  /* shorter than id and a byte */
		"text\n\n\xe2\x80\x94 name c2hvcnRlcg\n",	  /* no padding */
		"te\txt\n\n\xe2\x80\x94 name c2hvcnRlcg==\n",	  /* control sign */
		"te\xc3(\n\n\xe2\x80\x94 name c2hvcnRlcg==\n",	  /* no UTF-8 */
		"text\n\n\xe2\x80\x94 name c2hvcnRlcg==\nmore\n", /* no signature line */
	};
	struct note note;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (note_parse(arena, text_from(bad[i]), &note))
			fail_msg("note %zu was accepted", i);
	assert_true(note_parse(arena, TEXT_OF("text\n\n\xe2\x80\x94 name c2hvcnRlcg==\n"), &note));
	arena_destroy(arena);
}

struct signer {
	struct note_key key;
	unsigned char secret[crypto_sign_SECRETKEYBYTES];
};

static struct signer signer_make(struct text name, uint8_t type, unsigned char seed_byte)
{
	struct signer signer;
	unsigned char seed[crypto_sign_SEEDBYTES], public_key[crypto_sign_PUBLICKEYBYTES];
	memset(seed, seed_byte, sizeof seed);
	crypto_sign_seed_keypair(public_key, signer.secret, seed);
	signer.key = note_key_make(name, type, public_key);
	return signer;
}

static struct text signer_line(struct arena *arena, const struct signer *signer, uint64_t time, struct text text)
{
	unsigned char signature[crypto_sign_BYTES];
	struct text message = text;
	if (signer->key.type == NOTE_WITNESS_KEY)
		message = note_witness_message(arena, time, text);
	crypto_sign_detached(signature, NULL, (const unsigned char *)message.data, message.length, signer->secret);
	return signer->key.type == NOTE_WITNESS_KEY ? note_witness_line(arena, &signer->key, time, signature)
						    : note_log_line(arena, &signer->key, signature);
}

static void log_and_witness_sign(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct signer log = signer_make(TEXT_OF("a.example/j/x"), NOTE_LOG_KEY, 1);
	struct signer witness = signer_make(TEXT_OF("w.example"), NOTE_WITNESS_KEY, 2);
	struct text text = TEXT_OF("line one\n\nline two\n");
	const struct text lines[] = { signer_line(arena, &log, 0, text), signer_line(arena, &witness, 1234567890, text) };
	struct text message = note_join(arena, text, arena_join(arena, lines, 2, text_empty()));
	const struct note_key keys[] = { log.key, witness.key };
	struct note note;
	size_t good = 0;
	assert_true(note_parse(arena, message, &note));
	assert_true(text_equal(note.text, text));
	assert_int_equal(note_verify(arena, &note, keys, 2, &good), NOTE_VERIFIED);
	assert_int_equal(good, 2);
	/* A witness's time is signed too. */
	char *bytes = arena_copy_bytes(arena, note.signatures[1].bytes.data, note.signatures[1].bytes.length);
	bytes[7] ^= 1;
	note.signatures[1].bytes = text_make(bytes, note.signatures[1].bytes.length);
	assert_int_equal(note_verify(arena, &note, keys, 2, &good), NOTE_BAD_SIGNATURE);
	assert_int_equal(note_verify(arena, &note, keys, 1, &good), NOTE_VERIFIED);
	arena_destroy(arena);
}

static void number_of_signatures(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct signer log = signer_make(TEXT_OF("a.example/j/x"), NOTE_LOG_KEY, 1);
	struct text text = TEXT_OF("text\n"), good = signer_line(arena, &log, 0, text);
	struct note note;
	for (int unknown = 15; unknown <= 100; unknown += unknown == 15 ? 84 : 1) {
		struct builder lines;
		builder_begin(&lines, arena, 1000);
		for (int i = 0; i < unknown; i++)
			builder_add_format(&lines, "\xe2\x80\x94 other%d c2hvcnRlcg==\n", i);
		builder_add(&lines, good);
		struct text message = note_join(arena, text, builder_text(&lines));
		assert_int_equal(note_parse(arena, message, &note), unknown < 100);
		if (unknown < 100)
			assert_int_equal(note_verify(arena, &note, &log.key, 1, NULL), NOTE_VERIFIED);
	}
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(vectors_verify),
		cmocka_unit_test(bad_keys_are_refused),
		cmocka_unit_test(malformed_notes_are_refused),
		cmocka_unit_test(log_and_witness_sign),
		cmocka_unit_test(number_of_signatures),
	};
	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
