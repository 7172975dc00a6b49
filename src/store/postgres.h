/*
 * postgres.h - inside of store: the parts of the PostgreSQL driver. Only its files include libpq-fe.h.
 *
 * postgres.c opens, begins, ends and runs statements; postgres_value.c moves values over the wire; postgres_pipeline.c
 * queues.
 */
#ifndef CUSTOS_STORE_POSTGRES_H
#define CUSTOS_STORE_POSTGRES_H

#include <libpq-fe.h>

#include "store/driver.h"

enum { PARAMETERS_MAXIMUM = 4096, QUEUE_MAXIMUM = 256 };
/* Object identifiers of types: fixed in pg_type.dat. */
enum { TYPE_BOOLEAN = 16, TYPE_BYTES = 17, TYPE_NAME = 19, TYPE_INTEGER8 = 20, TYPE_INTEGER2 = 21, TYPE_INTEGER4 = 23,
	TYPE_TEXT = 25, TYPE_VARCHAR = 1043 };

struct postgres_statement {
	char name[24];
	size_t parameter_count;
	Oid *parameter_types;
	int result_format; /* 1 when all columns have types that postgres_cell() reads in binary */
};

/* What was queued and not yet answered. */
struct postgres_queued {
	char *sql; /* copy, for the detail of a fault */
	int64_t expected;
};

struct postgres_connection {
	PGconn *connection;
	uint64_t names; /* statements prepared so far: makes their names */
	size_t queued;
	struct postgres_queued queue[QUEUE_MAXIMUM];
};

/* Parameters as libpq wants them; memory is on the arena. */
struct postgres_parameters {
	int count;
	const char **values;
	int *lengths, *formats;
};

bool postgres_bind(struct arena *arena, const struct postgres_statement *statement, const struct driver_call *call,
	struct postgres_parameters *out_parameters, struct error_list *errors);
struct value postgres_cell(const PGresult *result, int row, int column);
bool postgres_is_binary(const PGresult *description);

/* The fault of a result (NULL: of the connection); always false. */
bool postgres_fault(struct connection *connection, const PGresult *result, const char *sql, struct error_list *errors);
/* Prepares on first use; NULL after a fault. Never while something is queued. */
struct statement *postgres_statement_for(struct connection *connection, const char *sql, struct error_list *errors);
bool postgres_run_later(struct connection *connection, const struct driver_call *call, int64_t expected,
	struct error_list *errors);
bool postgres_flush(struct connection *connection, struct error_list *errors);

#endif
