/*
 * write.h - the write half of the store: rows into their tables. Included only by service/command and journal/replay
 * (script/lint checks), because every change must come through the journal.
 */
#ifndef CUSTOS_STORE_WRITE_H
#define CUSTOS_STORE_WRITE_H

#include "store/select.h"

/* Later: both queue on PostgreSQL (store_execute_later); faults may show at store_flush(). */
bool write_insert(struct connection *writer, struct arena *arena, const struct row *row, struct error_list *errors);
/* WHERE id AND version = row->version - 1; E_CONFLICT when that row is not there. */
bool write_update(struct connection *writer, struct arena *arena, const struct row *row, struct error_list *errors);
/* Insert or overwrite whatever stands there: replay only. */
bool write_replace(struct connection *writer, struct arena *arena, const struct row *row, struct error_list *errors);
bool write_delete_all(struct connection *writer, const struct record *record, struct error_list *errors);
/* Removes one row's table entry: only after its key is destroyed. */
bool write_erase(struct connection *writer, const struct record *record, struct text id, struct error_list *errors);

#endif
