/* postgres_pipeline.c - queueing statements, and reading their answers at once. */
#include <stdlib.h>
#include <string.h>

#include "store/postgres.h"

static void queue_add(struct postgres_connection *own, const char *sql, int64_t expected)
{
	size_t size = strlen(sql) + 1;
	char *copy = malloc(size);
	if (!copy)
		abort();
	memcpy(copy, sql, size);
	own->queue[own->queued++] = (struct postgres_queued){ .sql = copy, .expected = expected };
}

bool postgres_run_later(struct connection *connection, const struct driver_call *call, int64_t expected,
	struct error_list *errors)
{
	struct postgres_connection *own = connection->handle;
	if (!driver_check_parameters(call->parameters, call->count, call->sql, errors))
		return false;
	/*
	 * A statement met for the first time is prepared outside the queue: once in the life of a connection. And the queue
	 * stays short, so that its answers fit the socket's buffer; else both sides could wait for each other for ever.
	 */
	if ((own->queued == QUEUE_MAXIMUM || !statement_find(connection, call->sql)) &&
		!postgres_flush(connection, errors))
		return false;
	struct statement *statement = postgres_statement_for(connection, call->sql, errors);
	if (!statement)
		return false;
	struct arena *arena = arena_create();
	const struct postgres_statement *prepared = statement->handle;
	struct postgres_parameters parameters;
	bool good = postgres_bind(arena, prepared, call, &parameters, errors);
	if (good && PQpipelineStatus(own->connection) == PQ_PIPELINE_OFF && !PQenterPipelineMode(own->connection))
		good = postgres_fault(connection, NULL, call->sql, errors);
	if (good && !PQsendQueryPrepared(own->connection, prepared->name, parameters.count, parameters.values,
		parameters.lengths, parameters.formats, 0))
		good = postgres_fault(connection, NULL, call->sql, errors);
	arena_destroy(arena);
	if (good)
		queue_add(own, call->sql, expected);
	return good;
}

/* One answer: everything up to the NULL that ends it. */
static bool answer(struct connection *connection, const struct postgres_queued *queued, struct error_list *errors)
{
	struct postgres_connection *own = connection->handle;
	bool good = true;
	PGresult *result;
	while ((result = PQgetResult(own->connection))) {
		ExecStatusType status = PQresultStatus(result);
		if (status == PGRES_PIPELINE_ABORTED) {
			good = false;
		} else if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
			good = good && postgres_fault(connection, result, queued->sql, errors);
		} else if (good && queued->expected != ANY_CHANGES) {
			int64_t changed = -1;
			if (!text_to_integer(text_from(PQcmdTuples(result)), &changed) || changed != queued->expected)
				good = driver_conflict(errors);
		}
		PQclear(result);
		if (PQstatus(own->connection) != CONNECTION_OK)
			return false;
	}
	return good;
}

bool postgres_flush(struct connection *connection, struct error_list *errors)
{
	struct postgres_connection *own = connection->handle;
	if (PQpipelineStatus(own->connection) == PQ_PIPELINE_OFF)
		return true;
	/* Faults after the first are its consequences. */
	struct error_list rest, *list = errors;
	error_list_begin(&rest, errors->arena);
	bool good = PQpipelineSync(own->connection) ? true : postgres_fault(connection, NULL, NULL, errors);
	for (size_t i = 0; i < own->queued; i++) {
		if (PQstatus(own->connection) == CONNECTION_OK && !answer(connection, &own->queue[i], list)) {
			good = false;
			list = &rest;
		}
		free(own->queue[i].sql);
	}
	own->queued = 0;
	PGresult *sync = PQstatus(own->connection) == CONNECTION_OK ? PQgetResult(own->connection) : NULL;
	PQclear(sync);
	if (!PQexitPipelineMode(own->connection) && good)
		good = postgres_fault(connection, NULL, NULL, errors);
	if (!good && errors->count == 0)
		postgres_fault(connection, NULL, NULL, errors);
	return good;
}
