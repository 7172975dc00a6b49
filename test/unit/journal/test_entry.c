/* test_entry.c - the strict reader and the printer of custos-entry/v1. */
#include "vectors.h"

#include "base/date.h"
#include "journal/entry.h"

static struct entry sample(void)
{
	return (struct entry){ .sequence = 7, .time = INT64_C(1795162530000), .log = TEXT("custos.example/j/fac01"),
		.type = TEXT("placement.move"), .actor = TEXT("u-0003"), .subject = TEXT("p-00042"),
		.record = TEXT("placement/0ABC"), .revision = 2, .has_previous = true, .has_payload = true,
		.payload_size = 146, .second = TEXT("u-0019"), .decision = TEXT("d-77") };
}

static struct text print(struct arena *arena, const struct entry *entry)
{
	struct builder builder;
	builder_begin(&builder, arena, 0);
	assert_true(entry_print(&builder, entry));
	return builder_text(&builder);
}

static void printed_text(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct entry entry = sample();
	entry.clock_unsynced = true;
	struct text zeros = hex_encode(arena, entry.previous.bytes, 32);
	struct text want = arena_format(arena,
		"custos-entry/v1\nseq 7\ntime 2026-11-20T08:15:30.000Z\nclock unsynced\nlog custos.example/j/fac01\n"
		"type placement.move\nactor u-0003\nsubject p-00042\nrecord placement/0ABC\nrev 2\nprev %s\n"
		"payload sha256 %s 146\ncommit sha256 %s\nsecond u-0019\ndecision d-77\n",
		zeros.data, zeros.data, zeros.data);
	assert_true(moment_parse(TEXT_OF("2026-11-20T08:15:30.000Z"), &entry.time));
	assert_string_equal(print(arena, &entry).data, want.data);
	arena_destroy(arena);
}

static void reads_what_it_prints(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct entry read;
	for (unsigned shape = 0; shape < 128; shape++) {
		struct entry entry = sample();
		entry.clock_unsynced = shape & 1;
		entry.has_previous = shape & 2;
		entry.has_payload = shape & 4;
		entry.payload_size = entry.has_payload ? 146 : 0;
		if (shape & 8)
			entry.second = text_empty();
		if (shape & 16)
			entry.decision = text_empty();
		if (shape & 32)
			entry.subject = entry.actor = text_empty();
		if (shape & 64) {
			entry.record = text_empty();
			entry.revision = 0;
			entry.has_previous = false;
		}
		struct text text = print(arena, &entry);
		assert_true(entry_parse(text, &read));
		assert_true(text_equal(print(arena, &read), text));
		assert_true(read.time == entry.time && read.revision == entry.revision);
		assert_true(text_equal(read.second, entry.second) && text_equal(read.record, entry.record));
	}
	arena_destroy(arena);
}

/* Every line left out, doubled, swapped with the next; every byte cut off; each sign replaced by a bad one. */
static void strictness(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct entry entry = sample(), read;
	entry.second = entry.decision = text_empty();
	struct text text = print(arena, &entry), rest = text, line, lines[32];
	size_t count = 0;
	while (text_next(&rest, '\n', &line))
		lines[count++] = line;
	assert_int_equal(count, 12);
	for (size_t i = 0; i < count; i++) {
		struct builder left_out, doubled, swapped;
		builder_begin(&left_out, arena, 0);
		builder_begin(&doubled, arena, 0);
		builder_begin(&swapped, arena, 0);
		for (size_t j = 0; j < count; j++) {
			struct text other = lines[j == i ? (i + 1) % count : j == (i + 1) % count ? i : j];
			if (j != i)
				builder_add_format(&left_out, "%.*s\n", TEXT_FORMAT(lines[j]));
			builder_add_format(&doubled, "%.*s\n", TEXT_FORMAT(lines[j]));
			if (j == i)
				builder_add_format(&doubled, "%.*s\n", TEXT_FORMAT(lines[j]));
			builder_add_format(&swapped, "%.*s\n", TEXT_FORMAT(other));
		}
		assert_false(entry_parse(builder_text(&left_out), &read));
		assert_false(entry_parse(builder_text(&doubled), &read));
		assert_false(entry_parse(builder_text(&swapped), &read));
	}
	char *copy = arena_copy_bytes(arena, text.data, text.length);
	for (size_t i = 0; i < text.length; i++) {
		assert_false(entry_parse(text_slice(text, 0, i), &read));
		static const char bad[] = { '\0', '\t', '\r', '\x7f', '\xc3', '+', ' ', '\n' };
		for (size_t b = 0; b < sizeof bad; b++) {
			copy[i] = bad[b];
			if (copy[i] != text.data[i] && entry_parse(text_make(copy, text.length), &read))
				fail_msg("byte %zu as %d was accepted", i, bad[b]);
		}
		copy[i] = text.data[i];
	}
	struct text more = arena_format(arena, "%.*sextra 1\n", TEXT_FORMAT(text));
	assert_false(entry_parse(more, &read));
	arena_destroy(arena);
}

static void unfit_fields_are_not_printed(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct builder builder;
	builder_begin(&builder, arena, 0);
	struct entry entry = sample();
	entry.type = TEXT_OF("two words");
	assert_false(entry_print(&builder, &entry));
	entry = sample();
	entry.log = text_empty();
	assert_false(entry_print(&builder, &entry));
	entry = sample();
	entry.actor = TEXT_OF("u-1\nsecond u-2");
	assert_false(entry_print(&builder, &entry));
	entry = sample();
	entry.record = text_empty();
	assert_false(entry_print(&builder, &entry));
	entry = sample();
	entry.time = -1;
	assert_false(entry_print(&builder, &entry));
	assert_int_equal(builder.length, 0);
	arena_destroy(arena);
}

static void shred_vector_entry(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct json_value vector = vector_json(arena, "custos-shred-vector.json");
	struct text text = json_get_text(vector, "entry_utf8");
	struct entry entry;
	assert_true(entry_parse(text, &entry));
	assert_int_equal(entry.sequence, 7);
	assert_true(text_equal_string(entry.record, "r-00000007"));
	struct hash payload = vector_hash(vector_hex(arena, vector, "payload_sha256"));
	struct hash commitment = vector_hash(vector_hex(arena, vector, "commit_sha256"));
	assert_true(hash_equal(&entry.payload, &payload) && hash_equal(&entry.commitment, &commitment));
	assert_true(text_equal(print(arena, &entry), text));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printed_text),
		cmocka_unit_test(reads_what_it_prints),
		cmocka_unit_test(strictness),
		cmocka_unit_test(unfit_fields_are_not_printed),
		cmocka_unit_test(shred_vector_entry),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
