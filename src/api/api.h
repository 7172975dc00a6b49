/*
 * api.h - REST under /api/v1 and its OpenAPI 3.1 description, made from records and acts.
 *
 *	POST /api/v1/acts/{act}			body {"input":{...},"reason":"...","warnings":{"NMR-13":"..."},"fact":false}
 *	POST /api/v1/match			{"name":"...","birth":"1974-05-09","register":"person"}: who may be meant, with
 *						reasons; of what the caller may not open only that it exists and where to ask
 *	GET  /api/v1/{record}			?field=value filters, sort=field|-field, limit, after, search
 *	GET  /api/v1/{record}/{id}		ETag "version"; ?as_of=moment
 *	GET  /api/v1/{record}/{id}/history
 *	GET  /api/v1/file/{subject}		whole file; ?as_of=
 *	GET  /api/v1/receipts/{log...}/{index}	inclusion proof (tlog-proof)
 *	GET  /api/v1/openapi.json, /api/v1/model.json
 * Bearer tokens only (no cookies). Errors are application/problem+json (RFC 9457) with code, title, detail, citation and
 * errors[] with pointers. Idempotency-Key; If-Match with the version; cursor pages with "next". Acts are run with
 * command_submit and a suspended connection.
 */
#ifndef CUSTOS_API_API_H
#define CUSTOS_API_API_H

#include "http/http.h"
#include "service/service.h"

struct api;

struct api *api_create(struct arena *arena, struct service *service);
/* True when the path is the API's; then the response is made (or the connection suspended). */
bool api_handle(struct api *api, const struct http_request *request, struct http_response *response);
struct text api_openapi(struct arena *arena, const struct registry *registry);
struct text api_model(struct arena *arena, const struct registry *registry);

#endif
