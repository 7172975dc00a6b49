/*
 * columns.h - inside of store: a record's columns in their one order, and rows to cells and back.
 *
 * Order: the engine's eight, then the fields, then <name>_fold for each SEARCHED field.
 */
#ifndef CUSTOS_STORE_COLUMNS_H
#define CUSTOS_STORE_COLUMNS_H

#include "base/builder.h"
#include "model/act.h"
#include "store/store.h"

enum { ENGINE_COLUMNS = 8, COLUMNS_MAXIMUM = ENGINE_COLUMNS + 2 * RECORD_FIELDS_MAXIMUM };
extern const char *const column_engine[ENGINE_COLUMNS];
bool column_engine_is_integer(int index);

/* Of a field index or FIELD_ID ...; NULL when there is none such. */
const char *column_name(const struct record *record, int field);
bool column_is_integer(const struct record *record, int field);
/* May never be NULL in SQL. */
bool column_is_engine(int field);

/* A field's value as the column holds it: unknown integers as the smallest one, empty texts as NULL. */
struct value column_value(const struct field *field, struct value value);
/* The list of columns without fold columns and without the fields in hidden. */
void columns_select(struct builder *builder, const struct record *record, uint64_t hidden);
/* Cells in the order of columns_select(). Texts are copied onto the arena. */
struct row *columns_row(struct arena *arena, const struct record *record, uint64_t hidden, const struct value *cells);
/* The values to store, in the order of all columns; gives their number. */
size_t columns_values(struct arena *arena, const struct row *row, struct value values[COLUMNS_MAXIMUM]);

#endif
