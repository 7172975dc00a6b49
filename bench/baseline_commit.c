/*
 * baseline_commit.c - what a durable act is measured against: SQLite, one plain row, one writer that commits in groups.
 *
 *	baseline_commit DATABASE [PRODUCERS [SECONDS]]     default 64 producers, 5 seconds
 *
 * Each producer hands over one row and waits until it is on the disk. The writer takes all that wait, inserts them in one transaction,
 * commits with synchronous=FULL and wakes them. Prints commits and rows a second and the waiting time of a producer.
 */
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/random.h"

enum { PRODUCERS_MAXIMUM = 1024, WAITS_MAXIMUM = 2000000, CHECKPOINT_PAGES = 2000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work = PTHREAD_COND_INITIALIZER, done = PTHREAD_COND_INITIALIZER;
static int64_t asked, durable; /* rows handed over, rows on the disk */
static bool ending;
static int32_t *waits; /* microseconds */
static size_t wait_count;

static void *produce(void *state)
{
	(void)state;
	pthread_mutex_lock(&lock);
	while (!ending) {
		int64_t began = clock_monotonic(), own = ++asked;
		pthread_cond_signal(&work);
		while (durable < own && !ending)
			pthread_cond_wait(&done, &lock);
		if (durable >= own && wait_count < WAITS_MAXIMUM)
			waits[wait_count++] = (int32_t)(clock_monotonic() - began);
	}
	pthread_mutex_unlock(&lock);
	return NULL;
}

static bool run(sqlite3 *database, const char *sql)
{
	char *message = NULL;
	if (sqlite3_exec(database, sql, NULL, NULL, &message) == SQLITE_OK)
		return true;
	fprintf(stderr, "baseline_commit: %s\n", message ? message : sql);
	return false;
}

static bool write_group(sqlite3 *database, sqlite3_stmt *insert, int64_t from, int64_t to)
{
	if (!run(database, "BEGIN IMMEDIATE"))
		return false;
	for (int64_t i = from; i < to; i++) {
		char id[IDENTIFIER_LENGTH + 1];
		identifier_write(id);
		sqlite3_bind_text(insert, 1, id, -1, SQLITE_TRANSIENT);
		sqlite3_bind_text(insert, 2, "A plain row with a note of about a hundred bytes, as somebody on a wing would write it down.", -1, SQLITE_STATIC);
		sqlite3_bind_int64(insert, 3, i);
		if (sqlite3_step(insert) != SQLITE_DONE)
			return false;
		sqlite3_reset(insert);
	}
	return run(database, "COMMIT");
}

/* Until the time is over; the lock is held but for writing. False when the database fails. */
static bool write_groups(sqlite3 *database, sqlite3_stmt *insert, int64_t until, int64_t *out_groups)
{
	int64_t groups = 0;
	bool good = true;
	pthread_mutex_lock(&lock);
	while (good && clock_monotonic() < until) {
		int64_t from = durable, to = asked;
		if (from == to) {
			pthread_cond_wait(&work, &lock);
			continue;
		}
		pthread_mutex_unlock(&lock);
		good = write_group(database, insert, from, to);
		int pages = 0;
		if (++groups % 64 == 0)
			sqlite3_wal_checkpoint_v2(database, NULL, SQLITE_CHECKPOINT_PASSIVE, &pages, NULL);
		pthread_mutex_lock(&lock);
		durable = to;
		pthread_cond_broadcast(&done);
	}
	ending = true;
	pthread_cond_broadcast(&done);
	pthread_mutex_unlock(&lock);
	*out_groups = groups;
	return good;
}

static int compare(const void *left, const void *right)
{
	int32_t one = *(const int32_t *)left, other = *(const int32_t *)right;
	return one < other ? -1 : one > other;
}

int main(int count, char **words)
{
	int64_t producers = 64, seconds = 5, groups;
	if (count < 2) {
		fprintf(stderr, "usage: baseline_commit DATABASE [PRODUCERS [SECONDS]]\n");
		return 2;
	}
	if (count > 2)
		text_to_integer(text_from(words[2]), &producers);
	if (count > 3)
		text_to_integer(text_from(words[3]), &seconds);
	if (producers < 1 || producers > PRODUCERS_MAXIMUM)
		producers = 64;
	sqlite3 *database;
	sqlite3_stmt *insert;
	if (sqlite3_open(words[1], &database) != SQLITE_OK || !run(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
		"PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-16000; CREATE TABLE IF NOT EXISTS note(id TEXT PRIMARY KEY, note TEXT, at INTEGER) WITHOUT ROWID") ||
		sqlite3_prepare_v2(database, "INSERT INTO note VALUES(?1, ?2, ?3)", -1, &insert, NULL) != SQLITE_OK)
		return 3;
	waits = calloc(WAITS_MAXIMUM, sizeof *waits);
	pthread_t threads[PRODUCERS_MAXIMUM];
	int64_t began = clock_monotonic();
	for (int64_t i = 0; i < producers; i++)
		pthread_create(&threads[i], NULL, produce, NULL);
	if (!write_groups(database, insert, began + seconds * 1000000, &groups))
		return 3;
	double took = (double)(clock_monotonic() - began) / 1e6;
	for (int64_t i = 0; i < producers; i++)
		pthread_join(threads[i], NULL);
	qsort(waits, wait_count, sizeof *waits, compare);
	printf("%lld producers: %.0f rows/s, %.0f commits/s, p50 %d us, p99 %d us\n", (long long)producers, (double)durable / took, (double)groups / took,
		wait_count ? waits[wait_count / 2] : 0, wait_count ? waits[wait_count * 99 / 100] : 0);
	free(waits);
	sqlite3_finalize(insert);
	sqlite3_close(database);
	return 0;
}
