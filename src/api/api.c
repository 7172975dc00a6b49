/* api.c - from a request to a call: token, route, snapshot. */
#include "api/internal.h"

struct api_route {
	enum http_method method;
	const char *pattern;
	bool reads; /* inside one snapshot */
	void (*run)(struct call *call);
};

static void describe(struct call *call, struct text *kept, struct text (*make)(struct arena *arena, const struct registry *registry))
{
	struct api *api = call->api;
	pthread_mutex_lock(&api->describing);
	if (text_is_empty(*kept))
		*kept = make(api->arena, api->registry);
	pthread_mutex_unlock(&api->describing);
	call_answer(call, 200, *kept);
}

static void call_openapi(struct call *call)
{
	describe(call, &call->api->openapi, api_openapi);
}

static void call_model(struct call *call)
{
	describe(call, &call->api->model, api_model);
}

static const struct api_route routes[] = {
	{HTTP_GET, API_PREFIX "/openapi.json", false, call_openapi},
	{HTTP_GET, API_PREFIX "/model.json", false, call_model},
	{HTTP_POST, API_PREFIX "/acts/{act}", false, call_act},
	{HTTP_POST, API_PREFIX "/match", true, call_match},
	{HTTP_GET, API_PREFIX "/file/{subject}", true, call_file},
	{HTTP_GET, API_PREFIX "/receipts/{path...}", true, call_receipt},
	{HTTP_GET, API_PREFIX "/{record}", true, call_list},
	{HTTP_GET, API_PREFIX "/{record}/{id}", true, call_row},
	{HTTP_GET, API_PREFIX "/{record}/{id}/history", true, call_history},
	{HTTP_GET, NULL, false, NULL},
};

struct api *api_create(struct arena *arena, struct service *service)
{
	struct api *api = ARENA_NEW(arena, struct api);
	*api = (struct api){.arena = arena, .service = service, .registry = service_registry(service)};
	pthread_mutex_init(&api->describing, NULL);
	return api;
}

/* Only bearer tokens: a cookie that a browser adds by itself opens nothing here. */
static bool authenticate(struct call *call)
{
	struct text header = http_header(call->request, "Authorization"), scheme = TEXT_OF("Bearer ");
	bool bearer = header.length > scheme.length &&
		text_equal_ignoring_case(text_slice(header, 0, scheme.length), scheme);
	struct text token = bearer ? text_trim(text_slice(header, scheme.length, header.length)) : text_empty();
	if (token.length > 0 && session_token_actor(call->api->service, call->arena, token, &call->actor)) {
		call->token = token;
		return true;
	}
	error_add(&call->errors, &(struct error){.code = E_SIGN_IN, .message = N_("The bearer token is missing, wrong or expired"),
		.advice = N_("Make one with the command: custos token")});
	return false;
}

static const struct api_route *find_route(struct call *call, bool *out_other_method)
{
	bool post = call->request->method == HTTP_POST;
	*out_other_method = false;
	for (const struct api_route *route = routes; route->pattern != NULL; route++) {
		if (!http_path_match(route->pattern, call->request->path, &call->parameters))
			continue;
		if ((route->method == HTTP_POST) == post)
			return route;
		*out_other_method = true;
	}
	return NULL;
}

static void run(struct call *call, const struct api_route *route)
{
	if (!route->reads) {
		route->run(call);
		return;
	}
	if (!query_begin(call->api->service, call->arena, &call->actor, "api", &call->query, &call->errors)) {
		call_problem(call);
		return;
	}
	route->run(call);
	query_end(call->query);
}

bool api_handle(struct api *api, const struct http_request *request, struct http_response *response)
{
	if (!text_starts_with(request->path, TEXT_OF("/api/")))
		return false;
	struct call *call = ARENA_NEW(request->arena, struct call);
	*call = (struct call){.api = api, .arena = request->arena, .request = request, .response = response,
		.language = language_accept(http_header(request, "Accept-Language"))};
	error_list_begin(&call->errors, call->arena);
	bool other_method;
	if (!authenticate(call)) {
		call_problem(call);
		return true;
	}
	const struct api_route *route = find_route(call, &other_method);
	if (route != NULL) {
		run(call, route);
		return true;
	}
	error_say(&call->errors, E_NOT_FOUND, NULL, other_method ? N_("This path takes another method")
								 : N_("There is nothing at this path"));
	call_problem(call);
	if (other_method)
		response->status = 405;
	return true;
}
