/*
 * write_text.h - inside of store: the SQL of writes, kept per connection like all texts made from tables (shape.h).
 */
#ifndef CUSTOS_STORE_WRITE_TEXT_H
#define CUSTOS_STORE_WRITE_TEXT_H

#include "model/record.h"
#include "store/store.h"

enum write_kind { WRITE_INSERT, WRITE_UPDATE, WRITE_REPLACE, WRITE_DELETE_ALL, WRITE_ERASE };

const char *write_text(struct connection *writer, enum write_kind kind, const struct record *record);

#endif
