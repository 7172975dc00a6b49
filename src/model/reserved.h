/*
 * reserved.h - names that no record and no field may take.
 */
#ifndef CUSTOS_MODEL_RESERVED_H
#define CUSTOS_MODEL_RESERVED_H

#include "base/text.h"

/*
 * Keywords that fail as an unquoted table or column name in SQLite 3.40 or PostgreSQL 15 (test/unit/store/test_dialect.c
 * tries every keyword of both), hidden system columns, and prefixes that the databases keep for themselves. Keywords
 * that work unquoted in both ("name", "type", "action") are free.
 */
bool reserved_by_sql(struct text name);
/* Columns that every table has beside its fields (record.h). */
bool reserved_by_engine(struct text name);

#endif
