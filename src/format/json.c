/* json.c - JSON in: limits before the parser sees a byte, and the read-only view of what it gave. */
#include "format/json.h"

#include "format/json_tree.h"

_Static_assert((int)JSON_NULL == (int)NODE_NULL && (int)JSON_BOOLEAN == (int)NODE_BOOLEAN &&
		       (int)JSON_INTEGER == (int)NODE_INTEGER && (int)JSON_REAL == (int)NODE_REAL &&
		       (int)JSON_STRING == (int)NODE_STRING && (int)JSON_ARRAY == (int)NODE_ARRAY &&
		       (int)JSON_OBJECT == (int)NODE_OBJECT,
	       "kinds of node and of value are the same");

struct measure {
	size_t depth;  /* deepest nesting */
	size_t values; /* at most as many values as this */
};

/* One pass over the bytes, so that nesting and number are known before anything recurses or allocates. */
static struct measure measure_document(struct text document)
{
	struct measure measure = {.values = 1};
	size_t depth = 0;
	bool in_string = false;
	for (size_t i = 0; i < document.length; i++) {
		char byte = document.data[i];
		if (in_string) {
			if (byte == '\\')
				i++;
			else if (byte == '"')
				in_string = false;
		} else if (byte == '"') {
			in_string = true;
		} else if (byte == '[' || byte == '{') {
			measure.values++;
			if (++depth > measure.depth)
				measure.depth = depth;
		} else if ((byte == ']' || byte == '}') && depth > 0) {
			depth--;
		} else if (byte == ',') {
			measure.values++;
		}
	}
	return measure;
}

static bool refuse(struct error_list *errors, const char *message, int64_t limit)
{
	error_add(errors, &(struct error){
		.code = E_LIMIT,
		.message = message,
		.parameters = {{.name = "limit", .value = arena_format(errors->arena, "%lld", (long long)limit)}}});
	return false;
}

static bool check_limits(struct text document, struct error_list *errors)
{
	if (document.length > JSON_LIMIT_DEFAULT)
		return refuse(errors, N_("The document is larger than {limit} bytes"), JSON_LIMIT_DEFAULT);
	struct measure measure = measure_document(document);
	if (measure.depth > JSON_DEPTH_DEFAULT)
		return refuse(errors, N_("The document is nested deeper than {limit} levels"), JSON_DEPTH_DEFAULT);
	if (measure.values > JSON_VALUES_DEFAULT)
		return refuse(errors, N_("The document holds more than {limit} values"), JSON_VALUES_DEFAULT);
	return true;
}

bool json_parse(struct arena *arena, struct text document, struct json_value *out_root, struct error_list *errors)
{
	struct json_node *root = NULL;
	struct json_tree_fault fault;
	if (!check_limits(document, errors))
		return false;
	if (!json_tree_parse(arena, document, &root, &fault)) {
		error_add(errors, &(struct error){
			.code = E_SYNTAX,
			.message = N_("This is not valid JSON: see line {line}, column {column}"),
			.parameters = {{.name = "line", .value = arena_format(arena, "%d", fault.line)},
				       {.name = "column", .value = arena_format(arena, "%d", fault.column)}},
			.detail = text_from(fault.reason)});
		return false;
	}
	out_root->node = root;
	return true;
}

/* The node, when it is of this kind. */
static const struct json_node *node_of(struct json_value value, enum json_node_kind kind)
{
	const struct json_node *node = value.node;
	return node != NULL && node->kind == kind ? node : NULL;
}

enum json_kind json_kind(struct json_value value)
{
	const struct json_node *node = value.node;
	return node == NULL ? JSON_NULL : (enum json_kind)node->kind;
}

bool json_is_absent(struct json_value value)
{
	return value.node == NULL;
}

struct json_value json_get(struct json_value object, const char *name)
{
	const struct json_node *node = node_of(object, NODE_OBJECT);
	if (node == NULL)
		return (struct json_value){NULL};
	return (struct json_value){map_get(node->index, text_from(name))};
}

size_t json_count(struct json_value array_or_object)
{
	const struct json_node *node = array_or_object.node;
	return node == NULL ? 0 : node->count;
}

struct json_value json_at(struct json_value array, size_t index)
{
	const struct json_node *node = node_of(array, NODE_ARRAY);
	if (node == NULL || index >= node->count)
		return (struct json_value){NULL};
	return (struct json_value){&node->items[index]};
}

bool json_member_at(struct json_value object, size_t index, struct text *out_name, struct json_value *out_value)
{
	const struct json_node *node = node_of(object, NODE_OBJECT);
	if (node == NULL || index >= node->count)
		return false;
	*out_name = node->names[index];
	out_value->node = &node->items[index];
	return true;
}

struct text json_text(struct json_value value)
{
	const struct json_node *node = node_of(value, NODE_STRING);
	return node == NULL ? text_empty() : node->string;
}

int64_t json_to_integer(struct json_value value, int64_t otherwise)
{
	const struct json_node *node = node_of(value, NODE_INTEGER);
	return node == NULL ? otherwise : node->integer;
}

bool json_to_boolean(struct json_value value, bool otherwise)
{
	const struct json_node *node = node_of(value, NODE_BOOLEAN);
	return node == NULL ? otherwise : node->boolean;
}

struct text json_get_text(struct json_value object, const char *name)
{
	return json_text(json_get(object, name));
}
