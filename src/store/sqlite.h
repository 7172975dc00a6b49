/*
 * sqlite.h - inside of store: the two halves of the SQLite driver (sqlite.c runs statements, sqlite_open.c opens, checks
 * out the log and copies). Only these two files include sqlite3.h.
 */
#ifndef CUSTOS_STORE_SQLITE_H
#define CUSTOS_STORE_SQLITE_H

#include <sqlite3.h>

#include "store/driver.h"

struct sqlite_connection {
	sqlite3 *database;
	int lock;	    /* writer: descriptor of the locked file, or -1 */
	int log_pages;	    /* writer: pages in the log after the newest commit */
	int checkpoint_pages, checkpoint_at; /* writer: checkpoint every so many pages; when the log has this many */
	const void *shared; /* head of the log's shared index, mapped by SQLite; NULL until it is asked for */
};

bool sqlite_fault(sqlite3 *database, const char *sql, struct error_list *errors);
bool sqlite_open_store(struct store *store, bool create, struct error_list *errors);
void sqlite_close_store(struct store *store);
bool sqlite_open(struct connection *connection, struct error_list *errors);
void sqlite_close(struct connection *connection);
/* Writer, outside a transaction: moves the log into the database once it is long enough. */
void sqlite_checkpoint_when_due(struct connection *connection);
void sqlite_bulk(struct connection *connection, bool bulk);
bool sqlite_copy(struct connection *connection, const char *path, struct error_list *errors);

#endif
