/* json_tree.c - JSON read by jansson, copied onto the arena. */
#include "format/json_tree.h"

#include <jansson.h>

static void copy_value(struct arena *arena, json_t *value, struct json_node *node);

static void copy_array(struct arena *arena, json_t *value, struct json_node *node)
{
	node->kind = NODE_ARRAY;
	node->count = json_array_size(value);
	node->items = ARENA_ARRAY(arena, struct json_node, node->count);
	for (size_t i = 0; i < node->count; i++)
		copy_value(arena, json_array_get(value, i), &node->items[i]);
}

static void copy_object(struct arena *arena, json_t *value, struct json_node *node)
{
	node->kind = NODE_OBJECT;
	node->count = json_object_size(value);
	node->items = ARENA_ARRAY(arena, struct json_node, node->count);
	node->names = ARENA_ARRAY(arena, struct text, node->count);
	node->index = ARENA_NEW(arena, struct map);
	map_begin(node->index, arena);
	size_t i = 0;
	for (void *member = json_object_iter(value); member != NULL; member = json_object_iter_next(value, member)) {
		node->names[i] = arena_copy(arena, text_from(json_object_iter_key(member)));
		copy_value(arena, json_object_iter_value(member), &node->items[i]);
		map_set(node->index, node->names[i], &node->items[i]);
		i++;
	}
}

static void copy_value(struct arena *arena, json_t *value, struct json_node *node)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		copy_object(arena, value, node);
		break;
	case JSON_ARRAY:
		copy_array(arena, value, node);
		break;
	case JSON_STRING:
		node->kind = NODE_STRING;
		node->string = arena_copy(arena, text_make(json_string_value(value), json_string_length(value)));
		break;
	case JSON_INTEGER:
		node->kind = NODE_INTEGER;
		node->integer = json_integer_value(value);
		break;
	case JSON_REAL:
		node->kind = NODE_REAL;
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		node->kind = NODE_BOOLEAN;
		node->boolean = json_is_true(value);
		break;
	case JSON_NULL:
		node->kind = NODE_NULL;
		break;
	}
}

bool json_tree_parse(struct arena *arena, struct text document, struct json_node **out_root,
		     struct json_tree_fault *out_fault)
{
	json_error_t error;
	json_t *value = json_loadb(document.data, document.length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (value == NULL) {
		out_fault->line = error.line < 1 ? 1 : error.line;
		out_fault->column = error.column < 0 ? 0 : error.column;
		out_fault->reason = arena_string(arena, text_from(error.text));
		return false;
	}
	struct json_node *root = ARENA_NEW(arena, struct json_node);
	copy_value(arena, value, root);
	json_decref(value);
	*out_root = root;
	return true;
}
