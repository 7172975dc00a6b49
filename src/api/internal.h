/*
 * internal.h - internal to this folder: one call of the API, and what its files share.
 */
#ifndef CUSTOS_API_INTERNAL_H
#define CUSTOS_API_INTERNAL_H

#include <pthread.h>

#include "api/api.h"
#include "format/json.h"
#include "service/command.h"
#include "service/query.h"
#include "service/session.h"
#include "text/catalogue.h"

#define API_PREFIX "/api/v1"
#define JSON_TYPE "application/json"
#define PROBLEM_TYPE "application/problem+json"

struct api {
	struct arena *arena;
	struct service *service;
	const struct registry *registry;
	pthread_mutex_t describing; /* of the two texts below, and of the arena after the start */
	struct text openapi, model; /* made for the first who asks: the start does not wait for them */
};

struct call { /* lives on the request's arena */
	struct api *api;
	struct arena *arena;
	const struct http_request *request;
	struct http_response *response;
	const struct language *language;
	struct actor actor;
	struct text token; /* that the actor came with */
	struct query *query; /* reading calls only */
	struct error_list errors;
	struct http_parameters parameters;
};

/* problem.c: the answer from call->errors. */
void call_problem(struct call *call);
void call_answer(struct call *call, int status, struct text json);
/* Body for errors: shared with answers that come later. */
struct text problem_json(struct arena *arena, const struct language *language, const struct error_list *errors);

/* row.c */
void row_write(struct json_writer *json, struct arena *arena, const struct row *row);
void value_write(struct json_writer *json, struct arena *arena, const struct field *field, struct value value);

/* read.c */
void call_list(struct call *call);
void call_row(struct call *call);
void call_history(struct call *call);
void call_file(struct call *call);
void call_receipt(struct call *call);
/* match.c */
void call_match(struct call *call);
/* act.c: answers, or suspends. */
void call_act(struct call *call);

/* schema.c: JSON Schema (2020-12) of a field, and of the inputs of an act or the fields of a record. */
void schema_field(struct json_writer *json, const struct field *field);
void schema_fields(struct json_writer *json, const struct record *record, bool inputs);

#endif
