/* sqlite_open.c - opening SQLite in the one safe shape, its locks, its checkpoints and copies. */
#define _DEFAULT_SOURCE /* flock */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/sqlite.h"

/* 4,000 pages of 4 KiB: a checkpoint stays short, and a page that many acts touch is written back once. In bulk nobody waits. */
enum { BUSY_MILLISECONDS = 5000, CHECKPOINT_PAGES = 4000, BULK_CHECKPOINT_PAGES = 40000 };

#define WRITER_CACHE "PRAGMA cache_size=-8000"
#define BULK_CACHE "PRAGMA cache_size=-128000"

/* busy_timeout comes first, because opening itself can meet a lock. */
static const char *const settings_all = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL;"
					"PRAGMA wal_autocheckpoint=0; PRAGMA mmap_size=0; PRAGMA cache_size=-2000;"
					"PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY";

static bool set_up(sqlite3 *database, struct error_list *errors)
{
	sqlite3_extended_result_codes(database, 1);
	sqlite3_busy_timeout(database, BUSY_MILLISECONDS);
	sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	/* "name" in double quotes is a column or a mistake, never a text. */
	sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	if (sqlite3_exec(database, settings_all, NULL, NULL, NULL) != SQLITE_OK)
		return sqlite_fault(database, settings_all, errors);
	return true;
}

static bool open_database(const struct store *store, sqlite3 **out_database, struct error_list *errors)
{
	sqlite3 *database = NULL;
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	if (sqlite3_open_v2(store->path, &database, flags, store->vfs) != SQLITE_OK) {
		sqlite_fault(database, NULL, errors);
		sqlite3_close(database);
		return false;
	}
	if (!set_up(database, errors)) {
		sqlite3_close(database);
		return false;
	}
	*out_database = database;
	return true;
}

/* ---- store ---- */

/* An empty file that only its owner may read; SQLite gives the log's files the same mode. */
static bool create_file(const struct store *store, struct error_list *errors)
{
	int file = open(store->path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
	if (file < 0)
		return errno == EEXIST ? true :
					 driver_fault(errors, E_STORE, text_empty(), NULL, "cannot create the database file");
	close(file);
	return true;
}

bool sqlite_open_store(struct store *store, bool create, struct error_list *errors)
{
	sqlite3 *database;
	if (!*store->path || *store->path == ':')
		return driver_fault(errors, E_STORE, text_empty(), NULL, "sqlite: needs the path of a file");
	if ((create && !create_file(store, errors)) || !open_database(store, &database, errors))
		return false;
	store->keeper = database;
	/* The first read also finds out whether it is a database at all. */
	if (sqlite3_exec(database, "PRAGMA journal_mode=WAL; SELECT count(*) FROM sqlite_master", NULL, NULL, NULL) !=
		SQLITE_OK)
		return sqlite_fault(database, NULL, errors);
	return true;
}

void sqlite_close_store(struct store *store)
{
	/* The last connection of all moves the log into the database and removes its files. */
	sqlite3_close(store->keeper);
	store->keeper = NULL;
}

/* ---- connections ---- */

/* What a reader may do: read. Everything else is refused while the statement is prepared. */
static int reader_authorizer(void *state, int action, const char *first, const char *second, const char *database,
	const char *trigger)
{
	(void)state;
	(void)database;
	(void)trigger;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT:
		return SQLITE_OK;
	case SQLITE_PRAGMA:
		if (first && strcmp(first, "integrity_check") == 0)
			return SQLITE_OK;
		return first && strcmp(first, "table_info") == 0 && second ? SQLITE_OK : SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

static int log_grew(void *state, sqlite3 *database, const char *name, int pages)
{
	struct sqlite_connection *own = state;
	(void)database;
	(void)name;
	if (pages < own->log_pages)
		own->checkpoint_at = own->checkpoint_pages; /* the log began anew */
	own->log_pages = pages;
	return SQLITE_OK;
}

/* One writer among all processes, by a locked file beside the database. The file itself stays. errors may be NULL. */
static bool lock_writer(const struct store *store, struct sqlite_connection *own, struct error_list *errors)
{
	size_t length = strlen(store->path) + sizeof("-writer");
	char *path = malloc(length);
	if (!path)
		abort();
	snprintf(path, length, "%s-writer", store->path);
	own->lock = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
	free(path);
	if (own->lock < 0)
		return errors ? driver_fault(errors, E_STORE, text_empty(), NULL, "cannot open the writer's lock file") : false;
	if (flock(own->lock, LOCK_EX | LOCK_NB) != 0) {
		close(own->lock);
		own->lock = -1;
		return errors ? driver_fault(errors, E_BUSY, text_empty(), NULL, "another process is the writer") : false;
	}
	return true;
}

bool sqlite_open(struct connection *connection, struct error_list *errors)
{
	struct sqlite_connection *own = calloc(1, sizeof(*own));
	if (!own)
		abort();
	own->lock = -1;
	own->checkpoint_pages = own->checkpoint_at = CHECKPOINT_PAGES;
	connection->handle = own;
	struct error_list *tell = connection->shared ? NULL : errors;
	if (connection->writer && !lock_writer(connection->store, own, tell) && !connection->shared)
		return false;
	if (!open_database(connection->store, &own->database, errors))
		return false;
	bool beside = connection->shared && own->lock < 0;
	if (beside)
		sqlite3_db_config(own->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	if (connection->writer && !beside) {
		sqlite3_exec(own->database, WRITER_CACHE, NULL, NULL, NULL);
		sqlite3_wal_hook(own->database, log_grew, own);
		return true;
	}
	if (beside)
		return true;
	/* Readers never checkpoint, not even the last one to close. */
	sqlite3_db_config(own->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	/* The table-valued pragma is declared on first use, which looks like a write to the authorizer: use it before. */
	if (sqlite3_exec(own->database, "SELECT 1 FROM pragma_table_info('none'); PRAGMA query_only=ON", NULL, NULL,
		NULL) != SQLITE_OK)
		return sqlite_fault(own->database, NULL, errors);
	sqlite3_set_authorizer(own->database, reader_authorizer, NULL);
	return true;
}

void sqlite_close(struct connection *connection)
{
	struct sqlite_connection *own = connection->handle;
	if (!own)
		return;
	if (own->database && connection->writer && own->lock >= 0) {
		/* Without statistics SQLite takes the index on a state before the one on a reference: half of a page's time. */
		sqlite3_exec(own->database, "PRAGMA analysis_limit=1000; ANALYZE", NULL, NULL, NULL);
		sqlite3_wal_checkpoint_v2(own->database, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	}
	sqlite3_close(own->database);
	if (own->lock >= 0)
		close(own->lock);
	free(own);
	connection->handle = NULL;
}

void sqlite_checkpoint_when_due(struct connection *connection)
{
	struct sqlite_connection *own = connection->handle;
	if (!connection->writer || own->lock < 0 || own->log_pages < own->checkpoint_at || !sqlite3_get_autocommit(own->database))
		return;
	/*
	 * A reader's snapshot can hold pages back, or keep the log from beginning anew. Trying again at every commit would
	 * cost a sync each: wait for as many pages again.
	 */
	own->checkpoint_at = own->log_pages + own->checkpoint_pages;
	sqlite3_wal_checkpoint_v2(own->database, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

void sqlite_bulk(struct connection *connection, bool bulk)
{
	struct sqlite_connection *own = connection->handle;
	if (!connection->writer || own->lock < 0)
		return;
	sqlite3_exec(own->database, bulk ? BULK_CACHE : WRITER_CACHE, NULL, NULL, NULL);
	own->checkpoint_pages = own->checkpoint_at = bulk ? BULK_CHECKPOINT_PAGES : CHECKPOINT_PAGES;
}

/* ---- copy ---- */

static bool copy_sync(const char *path, struct error_list *errors)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	bool good = file >= 0 && fsync(file) == 0;
	if (file >= 0)
		close(file);
	return good ? true : driver_fault(errors, E_STORE, text_empty(), NULL, "cannot sync the copy");
}

bool sqlite_copy(struct connection *connection, const char *path, struct error_list *errors)
{
	/* A connection of its own, since readers may not even attach; it writes to the new file only. */
	sqlite3 *database;
	if (!open_database(connection->store, &database, errors))
		return false;
	sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_stmt *statement = NULL;
	bool good = sqlite3_prepare_v2(database, "VACUUM INTO ?1", -1, &statement, NULL) == SQLITE_OK &&
		sqlite3_bind_text(statement, 1, path, -1, SQLITE_STATIC) == SQLITE_OK &&
		sqlite3_step(statement) == SQLITE_DONE;
	if (!good)
		sqlite_fault(database, "VACUUM INTO", errors);
	sqlite3_finalize(statement);
	sqlite3_close(database);
	return good && copy_sync(path, errors);
}
