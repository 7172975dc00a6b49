/* problem.c - answers, and errors as application/problem+json (RFC 9457). */
#include "api/internal.h"

static struct text code_text(struct arena *arena, enum error_code code)
{
	return arena_format(arena, "E%d", (int)code);
}

static void write_error(struct json_writer *json, struct arena *arena, const struct language *language,
	const struct error *error)
{
	json_object_begin(json);
	json_member(json, "pointer", error->path);
	json_member(json, "code", code_text(arena, error->code));
	json_member(json, "detail", message_error(language, arena, error));
	if (error->advice != NULL)
		json_member(json, "advice", message_advice(language, arena, error));
	if (error->citation != NULL)
		json_member_string(json, "citation", error->citation);
	if (error->rule_text != NULL)
		json_member(json, "rule", message(language, error->rule_text));
	json_object_end(json);
}

/* The error that gave the status: a rule before all others, so that the citation stands on top. */
static const struct error *gravest(const struct error_list *errors)
{
	for (size_t i = 0; i < errors->count; i++) {
		if (errors->items[i].code == E_RULE)
			return &errors->items[i];
	}
	return errors->count > 0 ? &errors->items[0] : NULL;
}

static const char *title_of(int status)
{
	switch (status) {
	case 400:
		return N_("The request cannot be read");
	case 401:
		return N_("Sign-in needed");
	case 403:
		return N_("Not allowed");
	case 404:
		return N_("Not found");
	case 409:
		return N_("In conflict with the present state");
	case 413:
		return N_("Too large");
	case 422:
		return N_("Refused");
	case 429:
		return N_("Too many attempts");
	case 503:
		return N_("Busy");
	default:
		return N_("Something went wrong");
	}
}

struct text problem_json(struct arena *arena, const struct language *language, const struct error_list *errors)
{
	struct json_writer json;
	const struct error *first = gravest(errors);
	int status = error_http_status(errors);
	json_start(&json, arena);
	json_object_begin(&json);
	json_member_string(&json, "type", "about:blank");
	json_member(&json, "title", message(language, title_of(status)));
	json_member_integer(&json, "status", status);
	if (first != NULL) {
		json_member(&json, "code", code_text(arena, first->code));
		json_member(&json, "detail", message_error(language, arena, first));
		if (first->citation != NULL)
			json_member_string(&json, "citation", first->citation);
	}
	json_name(&json, "errors");
	json_array_begin(&json);
	for (size_t i = 0; i < errors->count; i++)
		write_error(&json, arena, language, &errors->items[i]);
	json_array_end(&json);
	json_object_end(&json);
	return json_finish(&json);
}

void call_problem(struct call *call)
{
	call->response->status = error_http_status(&call->errors);
	call->response->content_type = PROBLEM_TYPE;
	call->response->body = problem_json(call->arena, call->language, &call->errors);
}

void call_answer(struct call *call, int status, struct text json)
{
	call->response->status = status;
	call->response->content_type = JSON_TYPE;
	call->response->body = json;
}
