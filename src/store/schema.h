/*
 * schema.h - from record tables to SQL: create, compare with the live database, propose the migration.
 *
 * Column types: TEXT, or BIGINT for integer-held fields (field.h). Each table: id TEXT PRIMARY KEY, version BIGINT,
 * created_at BIGINT, created_by TEXT, changed_at BIGINT, changed_by TEXT, log TEXT, log_index BIGINT, then the fields. All
 * NOT NULL on the engine's columns only. Unique indexes from FIELD_UNIQUE, indexes on references, FIELD_SEARCHED and
 * FIELD_INDEXED. SEARCHED text fields get a second column <name>_fold (folded by schema_fold) for prefix search. No foreign
 * keys between tables: the journal is folded in order, and references are checked in command_run.
 */
#ifndef CUSTOS_STORE_SCHEMA_H
#define CUSTOS_STORE_SCHEMA_H

#include "model/registry.h"
#include "store/store.h"

/* SQL of one record's table and indexes, statements parted by ";\n". */
struct text schema_create(struct arena *arena, const struct record *record);
/* Creates what is missing for all records. Existing tables are left as they are. */
bool schema_install(struct connection *writer, const struct registry *registry, struct error_list *errors);

struct schema_difference {
	struct text table, column; /* column empty: whole table */
	struct text sql;	   /* statement that mends it; empty when no automatic way is safe */
	struct text reason;	   /* English */
};
/* Differences between tables and the live database, in the order in which they must be mended. */
bool schema_compare(struct connection *connection, struct arena *arena, const struct registry *registry,
	struct schema_difference **out_differences, size_t *out_count, struct error_list *errors);
/* Simple fold for prefix search: lower case (ICU-free: Latin, Cyrillic and Arabic basic ranges), spaces single, trimmed. */
struct text schema_fold(struct arena *arena, struct text text);

#endif
