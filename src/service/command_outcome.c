/* command_outcome.c - outcomes kept under idempotency keys, and copied to the caller. */
#include "service/internal.h"

#include "base/hash.h"

enum { KEPT_DAYS = 7, KEY_LENGTH = 200 };

/* Lengths before the parts, so that no two bodies run together. */
static void add_part(struct builder *builder, struct text part)
{
	builder_add_integer(builder, (int64_t)part.length);
	builder_add_byte(builder, ':');
	builder_add(builder, part);
}

static int compare_pairs(const struct pair *left, const struct pair *right)
{
	int order = text_compare(left->name, right->name);
	return order ? order : text_compare(left->value, right->value);
}

/* Sorted, because a form sends its fields in another order than a machine. Few inputs: insertion sort. */
static struct pair *sorted(struct arena *arena, const struct pair *pairs, size_t count)
{
	struct pair *copy = ARENA_ARRAY(arena, struct pair, count + 1);
	for (size_t i = 0; i < count; i++) {
		size_t place = i;
		while (place > 0 && compare_pairs(&copy[place - 1], &pairs[i]) > 0) {
			copy[place] = copy[place - 1];
			place--;
		}
		copy[place] = pairs[i];
	}
	return copy;
}

struct text command_hash(struct arena *arena, const struct command *command)
{
	struct builder builder;
	builder_begin(&builder, arena, 256);
	add_part(&builder, command->act);
	builder_add_byte(&builder, command->record_fact ? '1' : '0');
	const struct pair *inputs = sorted(arena, command->inputs, command->input_count);
	for (size_t i = 0; i < command->input_count; i++) {
		add_part(&builder, inputs[i].name);
		add_part(&builder, inputs[i].value);
	}
	struct text body = builder_text(&builder);
	struct hash hash = hash_of(body.data, body.length);
	return hash_hex(arena, &hash);
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

static void read_receipt(struct arena *arena, struct json_value json, struct journal_receipt *receipt)
{
	struct text bytes;
	receipt->log = json_get_text(json, "log");
	receipt->index = json_to_integer(json_get(json, "index"), -1);
	if (hex_decode(arena, json_get_text(json, "leaf"), &bytes) && bytes.length == sizeof receipt->leaf.bytes)
		for (size_t i = 0; i < bytes.length; i++)
			receipt->leaf.bytes[i] = (uint8_t)bytes.data[i];
}

static bool outcome_read(struct arena *arena, struct text text, struct outcome *out_outcome, struct error_list *errors)
{
	struct json_value root;
	if (!json_parse(arena, text, &root, errors))
		return false;
	struct json_value receipts = json_get(root, "receipts"), breaches = json_get(root, "breaches");
	struct outcome outcome = {.record = json_get_text(root, "record"), .record_id = json_get_text(root, "id"),
		.version = json_to_integer(json_get(root, "version"), 0),
		.waiting = json_to_boolean(json_get(root, "waiting"), false), .repeated = true,
		.receipt_count = json_count(receipts), .breach_count = json_count(breaches)};
	outcome.receipts = ARENA_ARRAY(arena, struct journal_receipt, outcome.receipt_count + 1);
	outcome.breaches = ARENA_ARRAY(arena, struct text, outcome.breach_count + 1);
	for (size_t i = 0; i < outcome.receipt_count; i++)
		read_receipt(arena, json_at(receipts, i), &outcome.receipts[i]);
	for (size_t i = 0; i < outcome.breach_count; i++)
		outcome.breaches[i] = json_text(json_at(breaches, i));
	*out_outcome = outcome;
	return true;
}

/* The key belongs to the actor who used it first: nobody else learns an outcome by guessing keys. */
bool outcome_recall(struct execution *execution, struct outcome *out_outcome, bool *out_found)
{
	struct text key = execution->command->idempotency_key;
	struct store_result result;
	*out_found = false;
	if (text_is_empty(key))
		return true;
	if (key.length > KEY_LENGTH || !text_is_utf8(key)) {
		error_say(execution->errors, E_LIMIT, "/idempotency_key", N_("The idempotency key is too long"));
		return false;
	}
	struct value parameters[] = {value_text(key)};
	if (!store_query(execution->connection, execution->arena,
			"SELECT actor, hash, outcome FROM idempotency WHERE key = $1", parameters, 1, &result,
			execution->errors))
		return false;
	if (result.rows == 0)
		return true;
	bool same = text_equal(store_cell(&result, 0, 0).text, execution->actor->id) &&
		text_equal(store_cell(&result, 0, 1).text, command_hash(execution->arena, execution->command));
	if (!same) {
		error_say(execution->errors, E_IDEMPOTENCY, NULL, N_("This key was used with other content"));
		return false;
	}
	*out_found = true;
	return outcome_read(execution->arena, store_cell(&result, 0, 2).text, out_outcome, execution->errors);
}

bool outcome_keep(struct execution *execution, const struct outcome *outcome)
{
	struct text key = execution->command->idempotency_key;
	if (text_is_empty(key))
		return true;
	struct value parameters[] = {value_text(key), value_text(execution->actor->id),
		value_text(command_hash(execution->arena, execution->command)),
		value_text(outcome_json(execution->arena, outcome)), value_integer(execution->context.now)};
	return store_execute_later(execution->connection,
		"INSERT INTO idempotency (key, actor, hash, outcome, at) VALUES ($1, $2, $3, $4, $5)", parameters, 5,
		execution->errors);
}

static bool forget_old(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	(void)arena;
	struct value parameters[] = {value_integer(*(const int64_t *)state)};
	return store_execute(writer, "DELETE FROM idempotency WHERE at < $1", parameters, 1, NULL, errors);
}

bool outcome_forget_old(struct service *service, struct error_list *errors)
{
	int64_t before = service_now(service) - KEPT_DAYS * MOMENT_DAY;
	return writer_run(service, errors->arena, forget_old, &before, errors);
}

void outcome_copy(struct arena *arena, const struct outcome *from, struct outcome *out_outcome)
{
	struct outcome copy = *from;
	copy.record = arena_copy(arena, from->record);
	copy.record_id = arena_copy(arena, from->record_id);
	copy.receipts = ARENA_ARRAY(arena, struct journal_receipt, from->receipt_count + 1);
	for (size_t i = 0; i < from->receipt_count; i++) {
		copy.receipts[i] = from->receipts[i];
		copy.receipts[i].log = arena_copy(arena, from->receipts[i].log);
	}
	copy.breaches = ARENA_ARRAY(arena, struct text, from->breach_count + 1);
	for (size_t i = 0; i < from->breach_count; i++)
		copy.breaches[i] = arena_copy(arena, from->breaches[i]);
	*out_outcome = copy;
}
