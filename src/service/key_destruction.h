/*
 * key_destruction.h - erasing the content of a person's file while every proof stays valid (trust.md 2.4).
 *
 * Act key_destruction.order (headquarters, two persons, legal basis and reason) writes a row of the engine record key_destruction:
 * which subject, which compartment, on what legal basis. key_destruction_carry_out() then destroys the keys of all ordered rows in
 * the key store; the tables are made again from the journal, in which those payloads can no longer be opened. A restored backup
 * carries the orders out again before anything is read: key_destruction_carry_out() is idempotent.
 */
#ifndef CUSTOS_SERVICE_KEY_DESTRUCTION_H
#define CUSTOS_SERVICE_KEY_DESTRUCTION_H

#include "journal/keys.h"
#include "model/registry.h"
#include "store/select.h"

extern const struct record RECORD_KEY_DESTRUCTION;
extern const struct act ACT_KEY_DESTRUCTION_ORDER;

enum { KEY_DESTRUCTION_SUBJECT, KEY_DESTRUCTION_COMPARTMENT, KEY_DESTRUCTION_BASIS, KEY_DESTRUCTION_ORDERED_AT, KEY_DESTRUCTION_FIELD_COUNT };

/* Destroys every ordered key that still exists; out_count tells how many that were. */
bool key_destruction_carry_out(struct connection *connection, struct arena *arena, struct keys *keys, int64_t now, size_t *out_count,
	struct error_list *errors);

#endif
