/*
 * json_tree.h - inside of format: a parsed document as a tree on the arena, and the only door to jansson.
 *
 * Its own header because jansson.h and format/json.h use the same names. Nodes never change once made.
 */
#ifndef CUSTOS_FORMAT_JSON_TREE_H
#define CUSTOS_FORMAT_JSON_TREE_H

#include "base/map.h"

/* In the order of enum json_kind (json.c asserts it). */
enum json_node_kind { NODE_NULL, NODE_BOOLEAN, NODE_INTEGER, NODE_REAL, NODE_STRING, NODE_ARRAY, NODE_OBJECT };

struct json_node {
	enum json_node_kind kind;
	bool boolean;
	int64_t integer;
	struct text string;
	size_t count; /* of items; an object's items stand in document order, each with its name beside */
	struct json_node *items;
	struct text *names;
	struct map *index; /* objects: name to node */
};

struct json_tree_fault {
	int line, column;
	const char *reason; /* in jansson's words, on the arena */
};

/* Strict RFC 8259, any kind of root. The caller has bounded size, depth and number of values. */
bool json_tree_parse(struct arena *arena, struct text document, struct json_node **out_root,
		     struct json_tree_fault *out_fault);

#endif
