/* act.c - acts over REST: JSON to a command, the connection suspended until the commit is durable. */
#include "api/internal.h"
#include "service/records.h"

struct pending { /* lives on the request's arena until done */
	struct call *call;
	struct command command;
	struct outcome outcome;
};

static struct text input_text(struct call *call, struct text name, struct json_value value)
{
	struct text pointer = arena_format(call->arena, "/%.*s", TEXT_FORMAT(name));
	switch (json_kind(value)) {
	case JSON_STRING:
		return json_text(value);
	case JSON_INTEGER:
		return arena_format(call->arena, "%lld", (long long)json_to_integer(value, 0));
	case JSON_BOOLEAN:
		return json_to_boolean(value, false) ? TEXT_OF("yes") : TEXT_OF("no");
	case JSON_NULL:
		return text_empty();
	case JSON_ARRAY: {
		struct builder out;
		builder_begin(&out, call->arena, 64);
		for (size_t i = 0; i < json_count(value); i++) {
			if (out.length > 0)
				builder_add_byte(&out, ' ');
			builder_add(&out, json_text(json_at(value, i)));
		}
		return builder_text(&out);
	}
	default:
		error_add(&call->errors, &(struct error){.code = E_TYPE, .path = pointer,
			.message = N_("Write this value as a string"),
			.advice = N_("Numbers with a decimal point are strings, so that no digit is lost: \"12.50\"")});
		return text_empty();
	}
}

static const struct pair *read_pairs(struct call *call, struct json_value object, size_t *out_count)
{
	size_t count = json_count(object);
	struct pair *pairs = ARENA_ARRAY(call->arena, struct pair, count + 1);
	for (size_t i = 0; i < count; i++) {
		struct json_value value;
		if (json_member_at(object, i, &pairs[i].name, &value))
			pairs[i].value = input_text(call, pairs[i].name, value);
	}
	*out_count = count;
	return pairs;
}

static bool is_known(struct text name)
{
	static const char *const known[] = {"input", "reason", "warnings", "fact"};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (text_equal_string(name, known[i]))
			return true;
	}
	return false;
}

static void check_members(struct call *call, struct json_value root)
{
	for (size_t i = 0; i < json_count(root); i++) {
		struct text name;
		struct json_value value;
		if (json_member_at(root, i, &name, &value) && !is_known(name))
			error_say(&call->errors, E_UNKNOWN_FIELD, arena_format(call->arena, "/%.*s", TEXT_FORMAT(name)).data,
				N_("The body has input, reason, warnings and fact, nothing else"));
	}
}

/* If-Match: "3" is the version of the row acted on. */
static void read_version(struct call *call, struct command *command)
{
	struct text header = text_trim(http_header(call->request, "If-Match"));
	if (header.length == 0)
		return;
	bool quoted = header.length > 2 && header.data[0] == '"' && header.data[header.length - 1] == '"';
	if (!quoted || !text_to_integer(text_slice(header, 1, header.length - 1), &command->expected_version) ||
			command->expected_version < 1)
		error_say(&call->errors, E_SYNTAX, NULL, N_("If-Match holds the ETag of the row, a number in quotes"));
}

static void read_key(struct call *call, struct command *command)
{
	struct text key = text_trim(http_header(call->request, "Idempotency-Key"));
	command->idempotency_key = text_empty();
	if (key.length == 0)
		return;
	if (key.length > 100 || !text_is_utf8(key))
		error_say(&call->errors, E_LIMIT, NULL, N_("An Idempotency-Key has at most 100 characters"));
	else /* two machines may use the same key without knowing of each other */
		command->idempotency_key = arena_format(call->arena, "api-%.*s-%.*s", TEXT_FORMAT(call->actor.id),
			TEXT_FORMAT(key));
}

static bool read_command(struct call *call, struct command *command)
{
	struct json_value root;
	*command = (struct command){.act = call->parameters.values[0], .source_key = text_empty()};
	if (!text_equal_string(call->request->content_type, JSON_TYPE)) {
		error_say(&call->errors, E_SYNTAX, NULL, N_("The body has to be application/json"));
		return false;
	}
	if (!json_parse(call->arena, call->request->body, &root, &call->errors))
		return false;
	if (json_kind(root) != JSON_OBJECT) {
		error_say(&call->errors, E_SYNTAX, NULL, N_("The body has to be an object"));
		return false;
	}
	check_members(call, root);
	command->inputs = read_pairs(call, json_get(root, "input"), &command->input_count);
	command->warning_reasons = read_pairs(call, json_get(root, "warnings"), &command->warning_count);
	command->reason = json_get_text(root, "reason");
	command->record_fact = json_to_boolean(json_get(root, "fact"), false);
	read_version(call, command);
	read_key(call, command);
	return call->errors.count == 0;
}

static struct text outcome_json(struct arena *arena, const struct outcome *outcome)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member(&json, "record", outcome->record);
	json_member(&json, "id", outcome->record_id);
	json_member_integer(&json, "version", outcome->version);
	json_member_boolean(&json, "waiting", outcome->waiting);
	json_member_boolean(&json, "repeated", outcome->repeated);
	json_name(&json, "receipts");
	json_array_begin(&json);
	for (size_t i = 0; i < outcome->receipt_count; i++) {
		json_object_begin(&json);
		json_member(&json, "log", outcome->receipts[i].log);
		json_member_integer(&json, "index", outcome->receipts[i].index);
		json_member(&json, "leaf", hash_hex(arena, &outcome->receipts[i].leaf));
		json_object_end(&json);
	}
	json_array_end(&json);
	json_name(&json, "breaches");
	json_array_begin(&json);
	for (size_t i = 0; i < outcome->breach_count; i++)
		json_string(&json, outcome->breaches[i]);
	json_array_end(&json);
	json_object_end(&json);
	return json_finish(&json);
}

/* The act alone opens nothing: the token that came with it does, for half an hour. A repeated request opens nothing longer. */
static bool open_glass(struct pending *pending)
{
	const struct command *command = &pending->command;
	if (!text_equal_string(command->act, ACT_BREAK_GLASS_OPEN.name) || pending->outcome.repeated)
		return true;
	for (size_t i = 0; i < command->input_count; i++)
		if (text_equal_string(command->inputs[i].name, ACT_BREAK_GLASS_OPEN.input_record->fields[0].name))
			return session_token_glass(pending->call->api->service, pending->call->arena, pending->call->token,
				command->inputs[i].value, &pending->call->errors);
	return true;
}

static void answer(struct pending *pending, bool ok, struct http_response *response)
{
	struct call *call = pending->call;
	call->response = response;
	if (!ok) {
		call_problem(call);
		return;
	}
	if (!open_glass(pending)) {
		call_problem(call);
		return;
	}
	response->etag = arena_format(call->arena, "\"%lld\"", (long long)pending->outcome.version);
	call_answer(call, pending->outcome.waiting ? 202 : 200, outcome_json(call->arena, &pending->outcome));
}

/* On the writer thread, after the commit. */
static void done(void *state, bool ok)
{
	struct pending *pending = state;
	struct http_response response = {0};
	answer(pending, ok, &response);
	http_resume(pending->call->request->exchange, &response);
}

void call_act(struct call *call)
{
	struct pending *pending = ARENA_NEW(call->arena, struct pending);
	pending->call = call;
	if (!read_command(call, &pending->command)) {
		call_problem(call);
		return;
	}
	if (call->request->exchange == NULL) {
		bool ok = command_run(call->api->service, call->arena, &call->actor, &pending->command, &pending->outcome,
			&call->errors);
		answer(pending, ok, call->response);
		return;
	}
	http_suspend(call->request);
	command_submit(call->api->service, call->arena, &call->actor, &pending->command, &pending->outcome, &call->errors, done,
		pending);
}
