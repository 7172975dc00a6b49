/* test_checkpoint.c - checkpoints of two other logs, the SMS form, and what is refused. */
#include "vectors.h"

#include "base/builder.h"
#include "journal/checkpoint.h"

static struct note_key key_of(struct arena *arena, const char *file)
{
	struct note_key key;
	assert_true(note_key_parse(arena, text_trim(vector_file(arena, file)), &key));
	return key;
}

static void tessera_checkpoints(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value notes = json_get(vector_json(arena, "note-vectors.json"), "notes");
	struct note_key key;
	assert_true(note_key_parse(arena, json_get_text(json_at(notes, 3), "vkey"), &key));
	for (unsigned size = 0; size <= 15; size++) {
		struct text name = arena_format(arena, "tessera-log/checkpoint.%u", size);
		struct checkpoint checkpoint;
		assert_true(checkpoint_verify(arena, vector_file(arena, name.data), &key, &checkpoint));
		assert_int_equal(checkpoint.size, size);
		struct note note;
		assert_true(note_parse(arena, vector_file(arena, name.data), &note));
		assert_true(text_equal(checkpoint_text(arena, &checkpoint), note.text));
	}
	arena_destroy(arena);
}

static void sample_checkpoint_and_sms(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct note_key keys[2] = { key_of(arena, "custos-sample-log/log.vkey"),
		key_of(arena, "custos-sample-log/witness.vkey") };
	struct text message = vector_file(arena, "custos-sample-log/checkpoint"), sms, again;
	struct note note;
	size_t good = 0;
	assert_true(note_parse(arena, message, &note));
	assert_int_equal(note_verify(arena, &note, keys, 2, &good), NOTE_VERIFIED);
	assert_int_equal(good, 2);
	assert_true(checkpoint_sms(arena, message, &keys[0], &sms));
	assert_true(text_equal(sms, text_trim(vector_file(arena, "custos-sample-log/checkpoint.sms"))));
	assert_true(sms.length <= 160);
	struct checkpoint checkpoint;
	assert_true(checkpoint_from_sms(arena, sms, &keys[0], &again));
	assert_true(checkpoint_verify(arena, again, &keys[0], &checkpoint));
	assert_int_equal(checkpoint.size, 600);
	assert_false(checkpoint_sms(arena, message, &keys[1], &sms));
	assert_false(checkpoint_from_sms(arena, TEXT_OF("C1 600 x y"), &keys[0], &again));
	arena_destroy(arena);
}

static void largest_sms_fits(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	uint8_t zero[64] = { 0 };
	struct note_key key = note_key_make(TEXT_OF("custos.justice.example/j/fac01"), NOTE_LOG_KEY, zero);
	struct checkpoint checkpoint = { .origin = key.name, .size = UINT64_C(10000000000) };
	struct text sms;
	struct text note = note_join(arena, checkpoint_text(arena, &checkpoint), note_log_line(arena, &key, zero));
	assert_true(checkpoint_sms(arena, note, &key, &sms));
	assert_true(sms.length <= 160);
	arena_destroy(arena);
}

static void malformed_texts_are_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	static const char root[] = "iJJlRIlHRhoSwkOqx66PCxxRJHV4w83Zr1rCD4jxV1Q=";
	static const struct {
		const char *before, *after;
		bool good;
	} cases[] = {
		{ "log\n7\n", "\n", true }, { "log\n0\n", "\n", true }, { "log\n07\n", "\n", false },
		{ "log\n-7\n", "\n", false }, { "log\n+7\n", "\n", false }, { "log\n\n", "\n", false },
		{ "\n7\n", "\n", false }, { "log\n7\n", "", false }, { "log\n7\n", "\nextension\n", false },
		{ "log\n7\n", "\n\n", false }, { "log\n7\n\n", "\n", false }, { "log\n7 \n", "\n", false },
		{ "log\n9223372036854775808\n", "\n", false }, { "log\n7\nA", "\n", false },
	};
	struct checkpoint checkpoint;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct text text = arena_format(arena, "%s%s%s", cases[i].before, root, cases[i].after);
		if (checkpoint_parse(arena, text, &checkpoint) != cases[i].good)
			fail_msg("case %zu", i);
	}
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tessera_checkpoints),
		cmocka_unit_test(sample_checkpoint_and_sms),
		cmocka_unit_test(largest_sms_fits),
		cmocka_unit_test(malformed_texts_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
