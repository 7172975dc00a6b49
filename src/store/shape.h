/*
 * shape.h - inside of store: SQL texts built from tables, kept per connection by (record, shape).
 *
 * A key is bytes that say everything the text depends on. Texts live until the connection closes or SHAPES_MAXIMUM is
 * reached, when all are dropped; callers use them at once and do not keep them.
 */
#ifndef CUSTOS_STORE_SHAPE_H
#define CUSTOS_STORE_SHAPE_H

#include "store/driver.h"

const char *shape_find(const struct connection *connection, struct text key);
/* Copies both. */
const char *shape_add(struct connection *connection, struct text key, struct text sql);
void shape_drop_all(struct connection *connection);

#endif
