/* shape.c - SQL texts built from tables, kept per connection: open addressing without deletion. */
#include <stdlib.h>
#include <string.h>

#include "store/shape.h"

/* Slot of the key, or the free slot where it belongs. The table is never full (shape_add). */
static size_t slot_of(const struct connection *connection, uint64_t hash, struct text key)
{
	size_t slot = (size_t)(hash % SHAPES_MAXIMUM);
	for (;; slot = (slot + 1) % SHAPES_MAXIMUM) {
		const struct shape *shape = &connection->shapes[slot];
		if (!shape->sql)
			return slot;
		if (shape->hash == hash && shape->key_size == key.length &&
			memcmp(shape->key, key.data, key.length) == 0)
			return slot;
	}
}

const char *shape_find(const struct connection *connection, struct text key)
{
	return connection->shapes[slot_of(connection, text_hash(key), key)].sql;
}

const char *shape_add(struct connection *connection, struct text key, struct text sql)
{
	if (connection->shape_count >= SHAPES_MAXIMUM * 3 / 4)
		shape_drop_all(connection);
	uint64_t hash = text_hash(key);
	struct shape *shape = &connection->shapes[slot_of(connection, hash, key)];
	if (shape->sql)
		return shape->sql;
	shape->hash = hash;
	shape->key_size = key.length;
	shape->key = malloc(key.length + 1);
	shape->sql = malloc(sql.length + 1);
	if (!shape->key || !shape->sql)
		abort();
	memcpy(shape->key, key.data, key.length);
	memcpy(shape->sql, sql.data, sql.length);
	shape->sql[sql.length] = '\0';
	connection->shape_count++;
	return shape->sql;
}

void shape_drop_all(struct connection *connection)
{
	for (size_t i = 0; i < SHAPES_MAXIMUM; i++) {
		free(connection->shapes[i].key);
		free(connection->shapes[i].sql);
		connection->shapes[i] = (struct shape){ 0 };
	}
	connection->shape_count = 0;
}
