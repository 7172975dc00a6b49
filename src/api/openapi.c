/* openapi.c - the OpenAPI 3.1 description, made from records and acts. */
#include "api/internal.h"

static void reference(struct json_writer *json, struct arena *arena, const char *kind, const char *name)
{
	json_object_begin(json);
	json_member(json, "$ref", arena_format(arena, "#/components/%s/%s", kind, name));
	json_object_end(json);
}

static void parameter(struct json_writer *json, const char *place, const char *name, const char *description)
{
	json_object_begin(json);
	json_member_string(json, "name", name);
	json_member_string(json, "in", place);
	json_member_boolean(json, "required", place[0] == 'p');
	json_member_string(json, "description", description);
	json_name(json, "schema");
	json_object_begin(json);
	json_member_string(json, "type", "string");
	json_object_end(json);
	json_object_end(json);
}

/* One answer: schema of the body by reference. */
static void answer(struct json_writer *json, struct arena *arena, const char *status, const char *description,
	const char *schema)
{
	json_name(json, status);
	json_object_begin(json);
	json_member_string(json, "description", description);
	json_name(json, "content");
	json_object_begin(json);
	json_name(json, JSON_TYPE);
	json_object_begin(json);
	json_name(json, "schema");
	reference(json, arena, "schemas", schema);
	json_object_end(json);
	json_object_end(json);
	json_object_end(json);
}

static void answers_end(struct json_writer *json, struct arena *arena)
{
	json_name(json, "default");
	reference(json, arena, "responses", "problem");
	json_object_end(json);
}

static void operation_begin(struct json_writer *json, const char *method, struct text id, const char *summary)
{
	json_name(json, method);
	json_object_begin(json);
	json_member(json, "operationId", id);
	json_member_string(json, "summary", summary);
}

static void write_list(struct json_writer *json, struct arena *arena, const struct record *record)
{
	json_name_text(json, arena_format(arena, "/%s", record->name));
	json_object_begin(json);
	operation_begin(json, "get", arena_format(arena, "list_%s", record->name), record->label_plural);
	json_name(json, "parameters");
	json_array_begin(json);
	parameter(json, "query", "sort", "Field to sort by; a minus sign before it turns the order");
	parameter(json, "query", "limit", "1 to 500, otherwise 50");
	parameter(json, "query", "after", "Cursor from the member next");
	parameter(json, "query", "search", "Beginning of a word in a searched field");
	for (int i = 0; i < record->field_count; i++)
		parameter(json, "query", record->fields[i].name, "Only rows with exactly this value; empty: without one");
	json_array_end(json);
	json_name(json, "responses");
	json_object_begin(json);
	answer(json, arena, "200", "A page of the list", arena_format(arena, "%s_list", record->name).data);
	answers_end(json, arena);
	json_object_end(json);
	json_object_end(json);
}

static void write_row(struct json_writer *json, struct arena *arena, const struct record *record, bool history)
{
	json_name_text(json, arena_format(arena, "/%s/{id}%s", record->name, history ? "/history" : ""));
	json_object_begin(json);
	operation_begin(json, "get", arena_format(arena, "%s_%s", history ? "history" : "get", record->name), record->label);
	json_name(json, "parameters");
	json_array_begin(json);
	parameter(json, "path", "id", "Identifier of the row");
	if (!history)
		parameter(json, "query", "as_of", "The row as it stood at this moment");
	json_array_end(json);
	json_name(json, "responses");
	json_object_begin(json);
	answer(json, arena, "200", history ? "All its revisions, oldest first" : "The row; its ETag is the version",
		history ? "history" : record->name);
	answers_end(json, arena);
	json_object_end(json);
	json_object_end(json);
}

static void write_act_body(struct json_writer *json, struct arena *arena, const struct act *act)
{
	json_name(json, "requestBody");
	json_object_begin(json);
	json_member_boolean(json, "required", true);
	json_name(json, "content");
	json_object_begin(json);
	json_name(json, JSON_TYPE);
	json_object_begin(json);
	json_name(json, "schema");
	json_object_begin(json);
	json_member_string(json, "type", "object");
	json_member_boolean(json, "additionalProperties", false);
	json_name(json, "properties");
	json_object_begin(json);
	json_name(json, "input");
	reference(json, arena, "schemas", arena_format(arena, "act.%s", act->name).data);
	json_name(json, "reason");
	json_object_begin(json);
	json_member_string(json, "type", "string");
	json_object_end(json);
	json_name(json, "warnings");
	json_object_begin(json);
	json_member_string(json, "type", "object");
	json_member_string(json, "description", "Rule to the reason for going on in spite of it");
	json_object_end(json);
	json_name(json, "fact");
	json_object_begin(json);
	json_member_string(json, "type", "boolean");
	json_member_string(json, "description", "It has already happened: a refusing rule becomes a breach");
	json_object_end(json);
	json_object_end(json);
	json_object_end(json);
	json_object_end(json);
	json_object_end(json);
	json_object_end(json);
}

static void write_act(struct json_writer *json, struct arena *arena, const struct act *act)
{
	json_name_text(json, arena_format(arena, "/acts/%s", act->name));
	json_object_begin(json);
	operation_begin(json, "post", arena_format(arena, "act_%s", act->name), act->label);
	json_name(json, "parameters");
	json_array_begin(json);
	parameter(json, "header", "Idempotency-Key", "The same key and body again give the first answer");
	parameter(json, "header", "If-Match", "ETag of the row acted on, as it was read");
	json_array_end(json);
	write_act_body(json, arena, act);
	json_name(json, "responses");
	json_object_begin(json);
	answer(json, arena, "200", "Done and durable", "outcome");
	if (act->flags & ACT_SECOND_PERSON)
		answer(json, arena, "202", "Waits for a second person", "outcome");
	answers_end(json, arena);
	json_object_end(json);
	json_object_end(json);
}

/* Who may be meant; only where the registry has sources of names. */
static void write_match(struct json_writer *json, struct arena *arena)
{
	json_name(json, "/match");
	json_object_begin(json);
	operation_begin(json, "post", TEXT_OF("match"), "Who may be meant, across scripts, with reasons");
	json_name(json, "requestBody");
	json_raw(json, TEXT_OF("{\"required\":true,\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\","
		"\"additionalProperties\":false,\"properties\":{\"register\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"},"
		"\"birth\":{\"type\":\"string\"},\"sex\":{\"type\":\"string\",\"enum\":[\"M\",\"F\"]},\"nationalities\":{\"type\":\"array\","
		"\"items\":{\"type\":\"string\"}},\"documents\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"
		"\"limit\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":50}}}}}}"));
	json_name(json, "responses");
	json_object_begin(json);
	answer(json, arena, "200", "Candidates, most evidence first. agreement: hundredths of a percent; evidence and weights: hundredths of "
		"a bit, adding up; by_chance: thousandths of an unrelated one expected. withheld: a row that the caller may not open", "match");
	answers_end(json, arena);
	json_object_end(json);
	json_object_end(json);
}

static void write_paths(struct json_writer *json, struct arena *arena, const struct registry *registry)
{
	json_name(json, "paths");
	json_object_begin(json);
	for (size_t i = 0; i < registry->record_count; i++) {
		write_list(json, arena, registry->records[i]);
		write_row(json, arena, registry->records[i], false);
		write_row(json, arena, registry->records[i], true);
	}
	for (size_t i = 0; i < registry->act_count; i++) {
		if (!(registry->acts[i]->flags & ACT_SYSTEM))
			write_act(json, arena, registry->acts[i]);
	}
	if (registry->names != NULL)
		write_match(json, arena);
	json_object_end(json);
}

/* Schemas that do not depend on the tables. */
static const char fixed_schemas[] =
	"\"problem\":{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},"
	"\"status\":{\"type\":\"integer\"},\"code\":{\"type\":\"string\"},\"detail\":{\"type\":\"string\"},\"citation\":"
	"{\"type\":\"string\"},\"errors\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"pointer\":"
	"{\"type\":\"string\"},\"code\":{\"type\":\"string\"},\"detail\":{\"type\":\"string\"},\"advice\":{\"type\":\"string\"},"
	"\"citation\":{\"type\":\"string\"},\"rule\":{\"type\":\"string\"}}}}}},"
	"\"outcome\":{\"type\":\"object\",\"properties\":{\"record\":{\"type\":\"string\"},\"id\":{\"type\":\"string\"},"
	"\"version\":{\"type\":\"integer\"},\"waiting\":{\"type\":\"boolean\"},\"repeated\":{\"type\":\"boolean\"},\"receipts\":"
	"{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"log\":{\"type\":\"string\"},\"index\":"
	"{\"type\":\"integer\"},\"leaf\":{\"type\":\"string\"}}}},\"breaches\":{\"type\":\"array\",\"items\":"
	"{\"type\":\"string\"}}}},"
	"\"match\":{\"type\":\"object\",\"properties\":{\"register\":{\"type\":\"string\"},\"ready\":{\"type\":\"boolean\"},"
	"\"population\":{\"type\":\"integer\"},\"candidates\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":"
	"{\"record\":{\"type\":\"string\"},\"id\":{\"type\":\"string\"},\"withheld\":{\"type\":\"boolean\"},\"ask\":{\"type\":\"string\"},"
	"\"title\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"},\"agreement\":{\"type\":\"integer\"},\"evidence\":"
	"{\"type\":\"integer\"},\"by_chance\":{\"type\":\"integer\"},\"band\":{\"type\":\"string\"},\"hints\":{\"type\":\"array\","
	"\"items\":{\"type\":\"string\"}},\"reasons\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"text\":"
	"{\"type\":\"string\"},\"weight\":{\"type\":\"integer\"}}}}}}}}},"
	"\"history\":{\"type\":\"object\",\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
	"\"properties\":{\"version\":{\"type\":\"integer\"},\"time\":{\"type\":\"string\",\"format\":\"date-time\"},\"act\":"
	"{\"type\":\"string\"},\"actor\":{\"type\":\"string\"},\"actor_name\":{\"type\":\"string\"},\"second\":"
	"{\"type\":\"string\"},\"reason\":{\"type\":\"string\"},\"log\":{\"type\":\"string\"},\"log_index\":"
	"{\"type\":\"integer\"},\"leaf\":{\"type\":\"string\"},\"changed\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"
	"\"row\":{\"type\":[\"object\",\"null\"]}}}}}}";

static void write_list_schema(struct json_writer *json, struct arena *arena, const struct record *record)
{
	json_name_text(json, arena_format(arena, "%s_list", record->name));
	json_object_begin(json);
	json_member_string(json, "type", "object");
	json_name(json, "properties");
	json_object_begin(json);
	json_name(json, "items");
	json_object_begin(json);
	json_member_string(json, "type", "array");
	json_name(json, "items");
	reference(json, arena, "schemas", record->name);
	json_object_end(json);
	json_name(json, "next");
	json_raw(json, TEXT_OF("{\"type\":[\"string\",\"null\"],\"description\":\"Path of the next page\"}"));
	json_object_end(json);
	json_object_end(json);
}

static void write_schemas(struct json_writer *json, struct arena *arena, const struct registry *registry)
{
	json_name(json, "schemas");
	json_object_begin(json);
	for (size_t i = 0; i < registry->record_count; i++) {
		json_name(json, registry->records[i]->name);
		schema_fields(json, registry->records[i], false);
		write_list_schema(json, arena, registry->records[i]);
	}
	for (size_t i = 0; i < registry->act_count; i++) {
		if (registry->acts[i]->flags & ACT_SYSTEM)
			continue;
		json_name_text(json, arena_format(arena, "act.%s", registry->acts[i]->name));
		schema_fields(json, registry->acts[i]->input_record, true);
	}
	/* "name":{...} members as they stand: the writer takes the first name, the text holds the rest. */
	struct text fixed = TEXT_OF(fixed_schemas);
	json_name(json, "problem");
	json_raw(json, text_slice(fixed, sizeof("\"problem\":") - 1, fixed.length));
	json_object_end(json);
}

static void write_components(struct json_writer *json, struct arena *arena, const struct registry *registry)
{
	json_name(json, "components");
	json_object_begin(json);
	json_name(json, "securitySchemes");
	json_raw(json, TEXT_OF("{\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\"}}"));
	json_name(json, "responses");
	json_raw(json, TEXT_OF("{\"problem\":{\"description\":\"What was wrong\",\"content\":{\"application/problem+json\":"
			       "{\"schema\":{\"$ref\":\"#/components/schemas/problem\"}}}}}"));
	write_schemas(json, arena, registry);
	json_object_end(json);
}

struct text api_openapi(struct arena *arena, const struct registry *registry)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member_string(&json, "openapi", "3.1.0");
	json_name(&json, "info");
	json_object_begin(&json);
	json_member_string(&json, "title", "Custos");
	json_member_string(&json, "version", CUSTOS_VERSION);
	json_object_end(&json);
	json_name(&json, "servers");
	json_raw(&json, TEXT_OF("[{\"url\":\"" API_PREFIX "\"}]"));
	json_name(&json, "security");
	json_raw(&json, TEXT_OF("[{\"bearer\":[]}]"));
	write_paths(&json, arena, registry);
	write_components(&json, arena, registry);
	json_object_end(&json);
	return json_finish(&json);
}
