/*
 * power_cut.c - thousands of power cuts: no acknowledged entry may be missing, nothing may be half there, and tables, journal,
 * signatures and keys must agree on every disk that a cut can leave behind.
 *
 * CUSTOS_POWER_CUTS sets how many (default 3,000); CUSTOS_SEED another run. Two controls show that the test can fail: with
 * synchronous=NORMAL acknowledged entries must be lost, and with synchronous=OFF a disk must come out broken.
 */
#include "../unit/journal/fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"
#include "cut_vfs.h"

enum { GROUPS_A_RUN = 30, GROUPS_AN_OPENING = 12, ENTRIES = 4096, WAITING = 64 };

struct acknowledged {
	struct text log;
	int64_t index;
	struct hash leaf;
};

struct picture {
	char folder[96];
	size_t acknowledged; /* how many entries had been told as done when it was taken */
};

struct figures {
	int64_t cuts, lost, broken, entries;
};

struct run {
	struct fixture fixture;
	struct arena *arena; /* the acknowledged entries live longer than one opening */
	struct acknowledged *entries;
	size_t entry_count;
	struct picture waiting[WAITING];
	size_t waiting_count;
	char parent[64];
	const char *synchronous; /* NULL: as the program sets it */
	struct figures *figures;
};

static void picture_taken(void *state, const char *folder)
{
	struct run *run = state;
	assert_true(run->waiting_count < WAITING);
	struct picture *picture = &run->waiting[run->waiting_count++];
	snprintf(picture->folder, sizeof picture->folder, "%s", folder);
	picture->acknowledged = run->entry_count;
}

static void folder_remove(const char *folder)
{
	char path[512];
	DIR *directory = opendir(folder);
	for (struct dirent *entry; directory && (entry = readdir(directory));) {
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		if (entry->d_name[0] != '.')
			unlink(path);
	}
	if (directory)
		closedir(directory);
	rmdir(folder);
}

/* The root key is a plain file, written and synced before the first entry. */
static void root_key_copy(const struct run *run, const char *folder)
{
	char from[128], to[128], bytes[256];
	snprintf(from, sizeof from, "%s/root.key", run->fixture.folder);
	snprintf(to, sizeof to, "%s/root.key", folder);
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	assert_non_null(in);
	assert_non_null(out);
	size_t size = fread(bytes, 1, sizeof bytes, in);
	assert_int_equal(fwrite(bytes, 1, size, out), size);
	fclose(in);
	assert_int_equal(fclose(out), 0);
	assert_int_equal(chmod(to, 0600), 0);
}

/* How many of the first `count` acknowledged entries are not there as they were told. */
static size_t entries_missing(const struct run *run, struct connection *connection, struct arena *arena, size_t count,
	struct error_list *errors)
{
	size_t missing = 0;
	struct store_result result;
	struct map found;
	map_begin(&found, arena);
	if (!store_query(connection, arena, "SELECT log, idx, leaf FROM journal_entry", NULL, 0, &result, errors))
		return count;
	for (size_t i = 0; i < result.rows; i++) {
		struct text key = arena_format(arena, "%.*s %lld", TEXT_FORMAT(store_cell(&result, i, 0).text),
			(long long)store_cell(&result, i, 1).integer);
		struct text *leaf = ARENA_NEW(arena, struct text);
		*leaf = store_cell(&result, i, 2).text;
		map_set(&found, key, leaf);
	}
	for (size_t i = 0; i < count; i++) {
		const struct acknowledged *entry = &run->entries[i];
		const struct text *leaf = map_get(&found,
			arena_format(arena, "%.*s %lld", TEXT_FORMAT(entry->log), (long long)entry->index));
		missing += leaf && leaf->length == sizeof entry->leaf.bytes &&
			memcmp(leaf->data, entry->leaf.bytes, leaf->length) == 0 ? 0 : 1;
	}
	return missing;
}

/* Opens the disk of a picture with the system's VFS and asks everything that can be asked. */
static void picture_check(struct run *run, const struct picture *picture)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct store *store = NULL;
	struct connection *writer = NULL;
	struct keys *keys = NULL;
	struct verify_report report = { 0 };
	error_list_begin(&errors, arena);
	root_key_copy(run, picture->folder);
	struct text url = arena_format(arena, "sqlite:%s/data.db", picture->folder);
	/* Opened as the program opens it: with what makes missing tables, because the cut may lie before the first ones. */
	bool sound = store_open(url.data, true, &store, &errors) && store_writer(store, &writer, &errors) &&
		store_check(writer, &errors) && schema_install(writer, &REGISTRY, &errors) && journal_install(writer, &errors) &&
		keys_open(picture->folder, true, &keys, &errors) &&
		verify_database(writer, arena, &REGISTRY, keys, NULL, NULL, &report, &errors) && report.count == 0;
	size_t missing = sound ? entries_missing(run, writer, arena, picture->acknowledged, &errors) : 0;
	run->figures->cuts++;
	run->figures->lost += missing > 0;
	run->figures->broken += !sound;
	if (!run->synchronous && (missing > 0 || !sound)) {
		print_message("%s: %zu of %zu acknowledged entries are missing\n", picture->folder, missing, picture->acknowledged);
		report_print(&report);
		for (size_t i = 0; i < errors.count; i++)
			print_message("%.*s (%.*s)\n", TEXT_FORMAT(error_english(arena, &errors.items[i])), TEXT_FORMAT(errors.items[i].detail));
	}
	if (writer)
		connection_close(writer);
	if (store)
		store_close(store);
	if (keys)
		keys_close(keys);
	arena_destroy(arena);
	folder_remove(picture->folder);
}

static void pictures_check(struct run *run)
{
	cut_pictures(run->parent, 0, picture_taken, run);
	store_use_vfs(NULL);
	for (size_t i = 0; i < run->waiting_count; i++)
		picture_check(run, &run->waiting[i]);
	run->waiting_count = 0;
	store_use_vfs("cut");
}

/* The commit has returned: from now on these entries may never be missing. */
static void acknowledge(struct run *run)
{
	struct fixture *fixture = &run->fixture;
	struct store_result result;
	fixture_check(fixture, store_query(fixture->writer, fixture->arena, "SELECT log, idx, leaf FROM journal_entry ORDER BY time, log, idx",
		NULL, 0, &result, &fixture->errors));
	for (size_t i = run->entry_count; i < result.rows && i < ENTRIES; i++) {
		struct acknowledged *entry = &run->entries[run->entry_count++];
		entry->log = arena_copy(run->arena, store_cell(&result, i, 0).text);
		entry->index = store_cell(&result, i, 1).integer;
		memcpy(entry->leaf.bytes, store_cell(&result, i, 2).text.data, sizeof entry->leaf.bytes);
	}
}

static void set_synchronous(struct run *run)
{
	if (run->synchronous)
		fixture_check(&run->fixture, store_script(run->fixture.writer,
			arena_format(run->fixture.arena, "PRAGMA synchronous=%s", run->synchronous).data, &run->fixture.errors));
}

static void group_write(struct run *run, int number)
{
	struct fixture *fixture = &run->fixture;
	const char *code = number % 2 ? "fac01" : "fac02";
	fixture_begin_group(fixture);
	struct row *client = fixture_client(fixture, "Somebody");
	fixture_insert(fixture, client, code);
	for (int i = 0; i <= number % 3; i++) {
		struct row *note = fixture_note(fixture, client->id, number + i);
		fixture_insert(fixture, note, code);
		row_set_string(note, NOTE_KIND, "b");
		fixture_change(fixture, note, code);
	}
	fixture_commit(fixture);
}

/* One life of a database with several openings; pictures are looked at between the groups. */
static void run_once(struct figures *figures, const char *synchronous, uint64_t seed, uint32_t rarity)
{
	struct run run = { .arena = arena_create(), .synchronous = synchronous, .figures = figures, .parent = "/tmp/custos-cuts-XXXXXX" };
	assert_non_null(mkdtemp(run.parent));
	run.entries = ARENA_ARRAY(run.arena, struct acknowledged, ENTRIES);
	cut_begin(seed);
	store_use_vfs("cut");
	fixture_begin(&run.fixture);
	set_synchronous(&run);
	for (int number = 0; number < GROUPS_A_RUN; number++) {
		cut_pictures(run.parent, rarity, picture_taken, &run);
		group_write(&run, number);
		acknowledge(&run);
		pictures_check(&run);
		if (number % GROUPS_AN_OPENING == GROUPS_AN_OPENING - 1) {
			/* Closing checkpoints: cuts fall into that, too. */
			cut_pictures(run.parent, rarity, picture_taken, &run);
			fixture_reopen(&run.fixture);
			set_synchronous(&run);
			pictures_check(&run);
		}
	}
	figures->entries += (int64_t)run.entry_count;
	store_use_vfs(NULL);
	fixture_end(&run.fixture);
	cut_end();
	folder_remove(run.parent);
	arena_destroy(run.arena);
}

static int64_t setting(const char *name, int64_t otherwise)
{
	const char *text = getenv(name);
	int64_t value;
	return text && text_to_integer(text_from(text), &value) ? value : otherwise;
}

static void figures_print(const char *name, const struct figures *figures)
{
	print_message("%s: %lld entries, %lld cuts, %lld lost acknowledged entries, %lld broken\n", name, (long long)figures->entries,
		(long long)figures->cuts, (long long)figures->lost, (long long)figures->broken);
}

static void test_full(void **state)
{
	(void)state;
	struct figures figures = { 0 };
	int64_t wanted = setting("CUSTOS_POWER_CUTS", 3000);
	uint64_t seed = (uint64_t)setting("CUSTOS_SEED", 1);
	while (figures.cuts < wanted)
		run_once(&figures, NULL, seed++, 40);
	figures_print("synchronous=FULL", &figures);
	assert_int_equal(figures.lost, 0);
	assert_int_equal(figures.broken, 0);
}

/* The control: without a sync at each commit, what was told as done gets lost. If this passes the test above proves nothing. */
static void test_normal_loses(void **state)
{
	(void)state;
	struct figures figures = { 0 };
	for (uint64_t seed = 1; seed <= 2; seed++)
		run_once(&figures, "NORMAL", seed, 40);
	figures_print("synchronous=NORMAL (control)", &figures);
	assert_true(figures.lost > 0);
}

static void test_off_breaks(void **state)
{
	(void)state;
	struct figures figures = { 0 };
	for (uint64_t seed = 1; seed <= 2; seed++)
		run_once(&figures, "OFF", seed, 40);
	figures_print("synchronous=OFF (control)", &figures);
	assert_true(figures.lost + figures.broken > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_full), cmocka_unit_test(test_normal_loses),
		cmocka_unit_test(test_off_breaks) };
	return cmocka_run_group_tests_name("fault/power cut", tests, NULL, NULL);
}
