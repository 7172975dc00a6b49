/*
 * match_bench.c - speed, recall and memory of the index on made-up people, beside SQLite FTS5 with trigrams.
 *
 *	match_bench [PEOPLE [QUERIES [PEER]]]     default 1000000, 2000 and 200 queries for the peer
 *
 * The true one counts as found when it, or one with the same name, is among the first ten.
 */
#include "match_people.h"

#include "base/clock.h"
#include "base/random.h"
#include "match/match.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 10 };

struct bench {
	struct arena *arena;
	struct people people;
	struct text *names;
	size_t count, query_count;
};

struct measure {
	int64_t *times; /* microseconds */
	size_t count, found[DAMAGE_COUNT], asked[DAMAGE_COUNT];
};

static int compare_times(const void *left, const void *right)
{
	int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
	return one < other ? -1 : one > other;
}

static void report(const char *title, struct measure *measure)
{
	size_t found = 0;
	qsort(measure->times, measure->count, sizeof *measure->times, compare_times);
	printf("%s: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms\n", title, (double)measure->times[measure->count / 2] / 1000.0,
		(double)measure->times[measure->count * 95 / 100] / 1000.0,
		(double)measure->times[measure->count * 99 / 100] / 1000.0);
	for (int damage = 0; damage < DAMAGE_COUNT; damage++) {
		found += measure->found[damage];
		printf("  %-30s in the first ten %.3f\n", people_damage_title((enum people_damage)damage),
			(double)measure->found[damage] / (double)measure->asked[damage]);
	}
	printf("  %-30s in the first ten %.3f\n", "all", (double)found / (double)measure->count);
}

static struct text query_of(struct bench *bench, struct arena *arena, size_t number, size_t *out_truth,
	enum people_damage *out_damage)
{
	*out_truth = (number * 7919 + 13) % bench->count;
	*out_damage = (enum people_damage)(number % DAMAGE_COUNT);
	return people_damage_name(arena, bench->names[*out_truth], *out_damage);
}

static bool same_name(const struct bench *bench, struct text id, size_t truth)
{
	int64_t number = 0;
	return text_to_integer(id, &number) && text_equal(bench->names[number], bench->names[truth]);
}

static struct match_index *build(struct bench *bench)
{
	struct match_index *index = match_index_create();
	int64_t start = clock_monotonic();
	for (size_t i = 0; i < bench->count; i++) {
		char id[24];
		int length = snprintf(id, sizeof id, "%zu", i);
		struct match_said said = {MATCH_NAME_PRIMARY, bench->names[i]};
		struct match_entry entry = {.id = text_make(id, (size_t)length), .names = &said, .name_count = 1};
		match_index_set(index, &entry);
	}
	match_index_publish(index);
	printf("build: %.1f s, %zu entries, %.1f MiB\n", (double)(clock_monotonic() - start) / 1e6, match_index_count(index),
		(double)match_index_memory(index) / 1048576.0);
	return index;
}

static void bench_search(struct bench *bench, struct match_index *index, struct measure *measure)
{
	struct match_searcher *searcher = match_searcher_create();
	struct arena *arena = arena_create();
	const struct match_snapshot *snapshot = match_index_acquire(index);
	for (size_t i = 0; i < bench->query_count; i++) {
		size_t truth;
		enum people_damage damage;
		struct match_said said = {MATCH_NAME_PRIMARY, query_of(bench, arena, i, &truth, &damage)};
		struct match_entry wanted = {.names = &said, .name_count = 1};
		struct match_hit *hits;
		int64_t start = clock_monotonic();
		size_t count = match_search(searcher, snapshot, &wanted, FIRST, arena, &hits);
		measure->times[measure->count++] = clock_monotonic() - start;
		bool found = false;
		for (size_t h = 0; h < count && !found; h++)
			found = same_name(bench, hits[h].id, truth);
		measure->asked[damage]++;
		measure->found[damage] += found;
		arena_reset(arena);
	}
	match_snapshot_release(snapshot);
	match_searcher_destroy(searcher);
	arena_destroy(arena);
}

/* ---- SQLite FTS5, trigram ---- */

static bool run(sqlite3 *database, const char *sql)
{
	char *message = NULL;
	if (sqlite3_exec(database, sql, NULL, NULL, &message) == SQLITE_OK)
		return true;
	fprintf(stderr, "sqlite: %s\n", message == NULL ? "?" : message);
	sqlite3_free(message);
	return false;
}

static sqlite3 *fts_build(const struct bench *bench)
{
	sqlite3 *database = NULL;
	sqlite3_stmt *insert = NULL;
	if (sqlite3_open(":memory:", &database) != SQLITE_OK
		|| !run(database, "CREATE VIRTUAL TABLE people USING fts5(name, tokenize='trigram'); BEGIN")
		|| sqlite3_prepare_v2(database, "INSERT INTO people(rowid, name) VALUES (?, ?)", -1, &insert, NULL) != SQLITE_OK)
		return NULL;
	int64_t start = clock_monotonic();
	for (size_t i = 0; i < bench->count; i++) {
		sqlite3_bind_int64(insert, 1, (sqlite3_int64)i + 1);
		sqlite3_bind_text(insert, 2, bench->names[i].data, (int)bench->names[i].length, SQLITE_STATIC);
		sqlite3_step(insert);
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	run(database, "COMMIT");
	printf("SQLite FTS5 trigram build: %.1f s, %.1f MiB\n", (double)(clock_monotonic() - start) / 1e6,
		(double)sqlite3_memory_used() / 1048576.0);
	return database;
}

/* Any of the query's trigrams, best rank first: the way FTS5 is used for misspelt names. */
static struct text fts_query(struct arena *arena, struct text name)
{
	struct text query = text_empty();
	size_t starts[256], count = 0, at = 0;
	uint32_t point;
	for (size_t here = 0; count < 255; here = at) {
		starts[count] = here;
		if (!text_next_code_point(name, &at, &point))
			break;
		count++;
	}
	starts[count] = name.length;
	for (size_t i = 0; i + 3 <= count; i++)
		query = arena_format(arena, "%.*s%s\"%.*s\"", TEXT_FORMAT(query), i == 0 ? "" : " OR ",
			(int)(starts[i + 3] - starts[i]), name.data + starts[i]);
	return query;
}

static void bench_fts(struct bench *bench, sqlite3 *database, struct measure *measure)
{
	struct arena *arena = arena_create();
	sqlite3_stmt *select = NULL;
	sqlite3_prepare_v2(database, "SELECT rowid FROM people WHERE people MATCH ? ORDER BY rank LIMIT 10", -1, &select, NULL);
	for (size_t i = 0; i < bench->query_count; i++) {
		size_t truth;
		enum people_damage damage;
		/* Romanised first: a trigram index knows letters only. */
		struct text query = fts_query(arena, match_romanise(arena, query_of(bench, arena, i, &truth, &damage)));
		int64_t start = clock_monotonic();
		bool found = false;
		sqlite3_bind_text(select, 1, query.data, (int)query.length, SQLITE_STATIC);
		while (sqlite3_step(select) == SQLITE_ROW)
			found = found || text_equal(bench->names[sqlite3_column_int64(select, 0) - 1], bench->names[truth]);
		sqlite3_reset(select);
		measure->times[measure->count++] = clock_monotonic() - start;
		measure->asked[damage]++;
		measure->found[damage] += found;
		arena_reset(arena);
	}
	sqlite3_finalize(select);
	arena_destroy(arena);
}

static size_t number_argument(int argc, char **argv, int at, size_t fallback)
{
	int64_t number = 0;
	return argc > at && text_to_integer(text_from(argv[at]), &number) && number > 0 ? (size_t)number : fallback;
}

int main(int argc, char **argv)
{
	struct bench bench = {.arena = arena_create(), .count = number_argument(argc, argv, 1, 1000000),
		.query_count = number_argument(argc, argv, 2, 2000)};
	size_t fts_queries = number_argument(argc, argv, 3, 200);
	random_seed(20261120);
	people_begin(&bench.people, bench.arena);
	bench.names = ARENA_ARRAY(bench.arena, struct text, bench.count);
	for (size_t i = 0; i < bench.count; i++)
		bench.names[i] = people_name(&bench.people, bench.arena);
	struct measure ours = {.times = ARENA_ARRAY(bench.arena, int64_t, bench.query_count)};
	struct measure theirs = {.times = ARENA_ARRAY(bench.arena, int64_t, bench.query_count)};
	struct match_index *index = build(&bench);
	bench_search(&bench, index, &ours);
	report("match", &ours);
	match_index_destroy(index);
	bench.query_count = fts_queries < bench.query_count ? fts_queries : bench.query_count;
	sqlite3 *database = fts_build(&bench);
	if (database != NULL) {
		bench_fts(&bench, database, &theirs);
		report("SQLite FTS5 trigram", &theirs);
		sqlite3_close(database);
	}
	arena_destroy(bench.arena);
	return 0;
}
