/* statement.c - the cache of prepared statements of one connection, and the faults both drivers share. */
#include <stdlib.h>
#include <string.h>

#include "store/driver.h"

static size_t recent_slot(const char *address)
{
	uint64_t bits = (uint64_t)(uintptr_t)address;
	return (size_t)((bits * UINT64_C(0x9e3779b97f4a7c15)) >> 56) % STATEMENTS_MAXIMUM;
}

struct statement *statement_find(struct connection *connection, const char *sql)
{
	struct statement_cache *cache = &connection->cache;
	size_t slot = recent_slot(sql);
	struct statement *statement = cache->recent[slot].statement;
	if (statement && cache->recent[slot].address == sql && strcmp(statement->text, sql) == 0) {
		statement->used = ++cache->tick;
		return statement;
	}
	struct text text = text_from(sql);
	uint64_t hash = text_hash(text);
	for (size_t i = 0; i < cache->count; i++) {
		statement = cache->statements[i];
		if (statement->hash != hash || statement->length != text.length || strcmp(statement->text, sql) != 0)
			continue;
		statement->used = ++cache->tick;
		cache->recent[slot].address = sql;
		cache->recent[slot].statement = statement;
		return statement;
	}
	return NULL;
}

struct statement *statement_add(struct connection *connection, const char *sql, void *handle)
{
	struct statement_cache *cache = &connection->cache;
	if (cache->count == STATEMENTS_MAXIMUM) {
		struct statement *oldest = cache->statements[0];
		for (size_t i = 1; i < cache->count; i++) {
			if (cache->statements[i]->used < oldest->used)
				oldest = cache->statements[i];
		}
		statement_drop(connection, oldest);
	}
	struct text text = text_from(sql);
	struct statement *statement = calloc(1, sizeof(*statement));
	char *copy = malloc(text.length + 1);
	if (!statement || !copy)
		abort();
	memcpy(copy, sql, text.length + 1);
	*statement = (struct statement){ .text = copy, .length = text.length, .hash = text_hash(text),
		.used = ++cache->tick, .handle = handle };
	cache->statements[cache->count++] = statement;
	size_t slot = recent_slot(sql);
	cache->recent[slot].address = sql;
	cache->recent[slot].statement = statement;
	return statement;
}

void statement_drop(struct connection *connection, struct statement *statement)
{
	struct statement_cache *cache = &connection->cache;
	for (size_t i = 0; i < STATEMENTS_MAXIMUM; i++) {
		if (cache->recent[i].statement == statement)
			cache->recent[i].statement = NULL;
	}
	for (size_t i = 0; i < cache->count; i++) {
		if (cache->statements[i] == statement) {
			cache->statements[i] = cache->statements[--cache->count];
			break;
		}
	}
	connection->driver->release(connection, statement->handle);
	free(statement->text);
	free(statement);
}

void statement_drop_all(struct connection *connection)
{
	while (connection->cache.count)
		statement_drop(connection, connection->cache.statements[connection->cache.count - 1]);
}

/* ---- faults ---- */

static const char *fault_message(enum error_code code)
{
	switch (code) {
	case E_DUPLICATE:
		return N_("Another entry already has this value");
	case E_REFERENCE:
		return N_("The entry refers to another that does not exist");
	case E_FULL:
		return N_("The database is full: nothing was saved");
	case E_BUSY:
		return N_("The database is busy: nothing was saved");
	case E_CONFLICT:
		return N_("Somebody else has changed this entry since you opened it");
	default:
		return N_("The database reported a fault: nothing was saved");
	}
}

static const char *fault_advice(enum error_code code)
{
	switch (code) {
	case E_FULL:
		return N_("Tell the administrator: the disk of the server needs space");
	case E_BUSY:
		return N_("Try again in a moment");
	case E_CONFLICT:
		return N_("Open it again and repeat your change");
	case E_STORE:
		return N_("Try again; if it happens again, tell the administrator");
	default:
		return NULL;
	}
}

bool driver_fault(struct error_list *errors, enum error_code code, struct text path, const char *sql,
	const char *detail)
{
	struct text where = sql ? text_slice(text_from(sql), 0, 200) : text_empty();
	error_add(errors, &(struct error){ .code = code, .message = fault_message(code), .advice = fault_advice(code),
		.path = path, .detail = arena_format(errors->arena, "%s%s%.*s", detail ? detail : "no detail",
			sql ? "; in: " : "", TEXT_FORMAT(where)) });
	return false;
}

bool driver_conflict(struct error_list *errors)
{
	return driver_fault(errors, E_CONFLICT, text_empty(), NULL, "version is not the one that was read");
}

bool driver_check_parameters(const struct value *parameters, size_t count, const char *sql, struct error_list *errors)
{
	for (size_t i = 0; i < count; i++) {
		struct text text = parameters[i].text;
		if (parameters[i].kind == VALUE_TEXT && text.length && memchr(text.data, 0, text.length))
			return driver_fault(errors, E_STORE, text_empty(), sql, "a text parameter holds a NUL");
	}
	return true;
}

struct value driver_number(struct text text)
{
	int64_t integer;
	return text_to_integer(text, &integer) ? value_integer(integer) :
						 (struct value){ .kind = VALUE_TEXT, .text = text };
}
