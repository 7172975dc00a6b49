/* test_verify_folder.c - exported folders: sound ones pass, forged ones of nine kinds are refused, exports go on. */
#include "fixture.h"

#include <stdio.h>

#include "journal/folder.h"
#include "journal/tile.h"

enum { FORGERIES = 540, KINDS = 9 };
static const char log_name[] = "export/custos.example/j/fac01";

static struct verify_report verify(struct fixture *fixture, const char *folder)
{
	struct verify_report report;
	fixture_check(fixture, verify_folder(fixture->arena, folder, &report, &fixture->errors));
	return report;
}

static void export(struct fixture *fixture)
{
	const char *folder = file_path(fixture->arena, fixture->folder, "export");
	fixture_check(fixture, export_logs(fixture->writer, fixture->arena, fixture->keys, folder, NULL, &fixture->errors));
}

static void vectors_of_others(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct verify_report report = { 0 };
	struct note_key key;
	struct json_value notes = json_get(vector_json(arena, "note-vectors.json"), "notes");
	assert_true(note_key_parse(arena, text_trim(vector_file(arena, "custos-sample-log/log.vkey")), &key));
	folder_verify_log(arena, TRUST_DATA "/custos-sample-log", &key, &report);
	report_print(&report);
	assert_int_equal(report.count, 0);
	assert_int_equal(report.entries, 600);
	/* A sound log of another program whose entries are none of ours: the tree holds, each entry is refused. */
	report = (struct verify_report){ 0 };
	assert_true(note_key_parse(arena, json_get_text(json_at(notes, 3), "vkey"), &key));
	folder_verify_log(arena, TRUST_DATA "/tessera-log", &key, &report);
	assert_int_equal(report.entries, 15);
	assert_int_equal(report.count, 15);
	arena_destroy(arena);
}

/* Exported step by step through all sizes where tiles begin and end, each step verified with folder and database. */
static void exports_go_on(void **state)
{
	(void)state;
	static const int sizes[] = { 1, 2, 255, 256, 257, 300, 300, 511, 512, 513, 700 };
	struct fixture fixture;
	int size = 0;
	fixture_begin(&fixture);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		fixture_begin_group(&fixture);
		for (; size < sizes[i]; size++)
			fixture_insert(&fixture, fixture_client(&fixture, "x"), "fac01");
		fixture_commit(&fixture);
		export(&fixture);
		struct verify_report report = verify(&fixture, fixture.folder);
		report_print(&report);
		assert_int_equal(report.count, 0);
		assert_int_equal(report.entries, size);
		assert_int_equal(report.payloads, size);
		report = fixture_verify(&fixture, file_path(fixture.arena, fixture.folder, "export"));
		report_print(&report);
		assert_int_equal(report.count, 0);
		if (i % 3 == 0)
			fixture_reopen(&fixture);
	}
	/* An older export beside a longer log is sound too. */
	fixture_begin_group(&fixture);
	for (int i = 0; i < 100; i++)
		fixture_insert(&fixture, fixture_client(&fixture, "x"), "fac01");
	fixture_commit(&fixture);
	assert_int_equal(fixture_verify(&fixture, file_path(fixture.arena, fixture.folder, "export")).count, 0);
	fixture_end(&fixture);
}

/* ---- forging ---- */

struct forger {
	struct fixture *fixture;
	struct arena *arena; /* one forgery */
	const char *log;     /* folder */
	const char *path;    /* file touched, to be put back */
	struct text before;
	const char *path_two; /* second file, or NULL */
	struct text before_two;
};

static struct text read_file(struct forger *forger, const char *path)
{
	struct text content;
	assert_true(file_read(forger->arena, path, 16 * 1024 * 1024, &content));
	return content;
}

static void put_file(const char *path, struct text content)
{
	assert_true(file_write_whole(path, content.data, content.length, 0640));
}

static void touch(struct forger *forger, struct text name)
{
	forger->path = file_path(forger->arena, forger->log, arena_string(forger->arena, name));
	forger->before = read_file(forger, forger->path);
}

static struct text flipped(struct forger *forger, struct text content)
{
	char *bytes = arena_copy_bytes(forger->arena, content.data, content.length);
	uint64_t bit = random_below(content.length * 8);
	bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
	return text_make(bytes, content.length);
}

static const struct tile_name bundles[] = { { TILE_ENTRIES, 0, 256 }, { TILE_ENTRIES, 1, 256 }, { TILE_ENTRIES, 2, 88 } };
static const struct tile_name tiles[] = { { 0, 0, 256 }, { 0, 1, 256 }, { 0, 2, 88 }, { 1, 0, 2 } };

/* The entries of a bundle, one of them left out (kind 3), swapped with the next (4), doubled (5). */
static struct text rearranged(struct forger *forger, struct text bundle, int kind)
{
	struct text entries[TILE_WIDTH], rest = bundle;
	size_t count = 0;
	struct builder builder;
	while (bundle_next(&rest, &entries[count]))
		count++;
	size_t place = (size_t)random_below(count - 1);
	builder_begin(&builder, forger->arena, bundle.length);
	for (size_t i = 0; i < count; i++) {
		size_t from = i;
		if (kind == 4 && (i == place || i == place + 1))
			from = place + place + 1 - i;
		if (kind == 3 && i == place)
			continue;
		assert_true(bundle_add(&builder, entries[from]));
		if (kind == 5 && i == place)
			assert_true(bundle_add(&builder, entries[from]));
	}
	return builder_text(&builder);
}

/* An entry changed together with its hash in the tile of level 0. */
static void change_with_leaf(struct forger *forger, const struct tile_name *name)
{
	const struct tile_name tile = { 0, name->index, name->width };
	struct text rest = forger->before, entry;
	struct builder builder;
	uint64_t place = random_below((uint64_t)name->width);
	forger->path_two = file_path(forger->arena, forger->log, tile_path(forger->arena, &tile).data);
	forger->before_two = read_file(forger, forger->path_two);
	char *hashes = arena_copy_bytes(forger->arena, forger->before_two.data, forger->before_two.length);
	builder_begin(&builder, forger->arena, forger->before.length);
	for (uint64_t i = 0; bundle_next(&rest, &entry); i++) {
		if (i == place) {
			size_t at = text_find(entry, TEXT_OF("u-USER1"));
			char *bytes = arena_copy_bytes(forger->arena, entry.data, entry.length);
			bytes[at + 2] = 'L';
			entry = text_make(bytes, entry.length);
			struct hash leaf = merkle_leaf(entry);
			memcpy(hashes + i * 32, leaf.bytes, 32);
		}
		assert_true(bundle_add(&builder, entry));
	}
	put_file(forger->path, builder_text(&builder));
	put_file(forger->path_two, text_make(hashes, forger->before_two.length));
}

static void forge(struct forger *forger, int kind)
{
	const struct tile_name *bundle = &bundles[random_below(3)], *tile = &tiles[random_below(4)];
	forger->path_two = NULL;
	if (kind == 1)
		touch(forger, tile_path(forger->arena, tile));
	else if (kind == 2)
		touch(forger, TEXT_OF("checkpoint"));
	else
		touch(forger, tile_path(forger->arena, bundle));
	if (kind <= 2)
		put_file(forger->path, flipped(forger, forger->before));
	else if (kind <= 5)
		put_file(forger->path, rearranged(forger, forger->before, kind));
	else if (kind == 6)
		put_file(forger->path,
			text_slice(forger->before, 0, (size_t)random_below(forger->before.length)));
	else if (kind == 7)
		assert_true(file_remove(forger->path));
	else
		change_with_leaf(forger, bundle);
}

static void forgeries_are_refused(void **state)
{
	(void)state;
	struct fixture fixture;
	int refused = 0;
	fixture_begin(&fixture);
	fixture_begin_group(&fixture);
	for (int i = 0; i < 600; i++)
		fixture_insert(&fixture, fixture_client(&fixture, "x"), "fac01");
	fixture_commit(&fixture);
	export(&fixture);
	struct forger forger = { .fixture = &fixture, .arena = arena_create() };
	forger.log = file_path(fixture.arena, fixture.folder, log_name);
	for (int i = 0; i < FORGERIES; i++) {
		struct verify_report report = { 0 };
		forge(&forger, i % KINDS);
		folder_verify_log(forger.arena, forger.log, NULL, &report);
		if (report.count == 0)
			fail_msg("forgery %d of kind %d was accepted: %s", i, i % KINDS, forger.path);
		refused++;
		put_file(forger.path, forger.before);
		if (forger.path_two)
			put_file(forger.path_two, forger.before_two);
		arena_reset(forger.arena);
		forger.log = file_path(fixture.arena, fixture.folder, log_name);
	}
	arena_destroy(forger.arena);
	assert_int_equal(refused, FORGERIES);
	struct verify_report report = verify(&fixture, fixture.folder);
	assert_int_equal(report.count, 0);
	print_message("%d forged copies of %d kinds refused\n", refused, KINDS);
	fixture_end(&fixture);
}

/* Blobs, old partial tiles, another signer, an empty folder. */
static void other_changes(void **state)
{
	(void)state;
	struct fixture fixture;
	fixture_begin(&fixture);
	fixture_begin_group(&fixture);
	for (int i = 0; i < 10; i++)
		fixture_insert(&fixture, fixture_client(&fixture, "x"), "fac01");
	fixture_commit(&fixture);
	export(&fixture);
	fixture_begin_group(&fixture);
	for (int i = 0; i < 10; i++)
		fixture_insert(&fixture, fixture_client(&fixture, "x"), "fac01");
	fixture_commit(&fixture);
	export(&fixture);
	assert_int_equal(verify(&fixture, fixture.folder).count, 0);
	struct forger forger = { .fixture = &fixture, .arena = fixture.arena };
	forger.log = file_path(fixture.arena, fixture.folder, log_name);
	static const char *const files[] = { "tile/0/000.p/10", "tile/entries/000.p/10", "vkey" };
	for (size_t i = 0; i < 3; i++) {
		touch(&forger, text_from(files[i]));
		put_file(forger.path, flipped(&forger, forger.before));
		assert_true(verify(&fixture, fixture.folder).count > 0);
		put_file(forger.path, forger.before);
	}
	const char *blobs = file_path(fixture.arena, forger.log, "blob");
	struct text *names, *inner;
	size_t count;
	assert_true(file_list(fixture.arena, blobs, &names, &count));
	const char *folder = file_path(fixture.arena, blobs, arena_string(fixture.arena, names[0]));
	assert_true(file_list(fixture.arena, folder, &inner, &count));
	touch(&forger, arena_format(fixture.arena, "blob/%.*s/%.*s", TEXT_FORMAT(names[0]), TEXT_FORMAT(inner[0])));
	put_file(forger.path, flipped(&forger, forger.before));
	assert_int_equal(verify(&fixture, fixture.folder).count, 1);
	assert_int_equal(fixture_verify(&fixture, file_path(fixture.arena, fixture.folder, "export")).count, 1);
	assert_true(file_remove(forger.path));
	assert_int_equal(verify(&fixture, fixture.folder).count, 1);
	put_file(forger.path, forger.before);
	assert_int_equal(verify(&fixture, fixture.folder).count, 0);
	/* Somebody else's key signs the same tree: the folder fits together, but not with the key that is known. */
	struct verify_report report = { 0 };
	struct note_key key;
	assert_true(note_key_parse(fixture.arena, text_trim(vector_file(fixture.arena, "custos-sample-log/log.vkey")), &key));
	folder_verify_log(fixture.arena, forger.log, &key, &report);
	assert_true(report.count > 0);
	assert_true(verify(&fixture, blobs).count > 0);
	assert_false(verify_folder(fixture.arena, "/nonexistent", &report, &fixture.errors));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(vectors_of_others),
		cmocka_unit_test(exports_go_on),
		cmocka_unit_test(forgeries_are_refused),
		cmocka_unit_test(other_changes),
	};
	FIXTURE_RUN("journal/verify_folder", tests);
}
