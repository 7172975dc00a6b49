/* fuzz_json.c - JSON: a document read, written and read again is the same document, member by member; what the scanner accepts
 * means the same to the parser. */
#include "format/json_scan.h"
#include "fuzz.h"

static void write_value(struct json_writer *json, struct json_value value)
{
	struct text name;
	struct json_value member;
	switch (json_kind(value)) {
	case JSON_NULL:
	case JSON_REAL: /* the reader tells only that it is one */
		json_null(json);
		break;
	case JSON_BOOLEAN:
		json_boolean(json, json_to_boolean(value, false));
		break;
	case JSON_INTEGER:
		json_integer(json, json_to_integer(value, 0));
		break;
	case JSON_STRING:
		json_string(json, json_text(value));
		break;
	case JSON_ARRAY:
		json_array_begin(json);
		for (size_t i = 0; i < json_count(value); i++)
			write_value(json, json_at(value, i));
		json_array_end(json);
		break;
	case JSON_OBJECT:
		json_object_begin(json);
		for (size_t i = 0; json_member_at(value, i, &name, &member); i++) {
			json_name_text(json, name);
			write_value(json, member);
		}
		json_object_end(json);
		break;
	}
}

static void check_same(struct json_value left, struct json_value right)
{
	if (json_kind(left) == JSON_REAL) {
		FUZZ_CHECK(json_kind(right) == JSON_NULL && !json_is_absent(right));
		return;
	}
	FUZZ_CHECK(json_kind(left) == json_kind(right));
	FUZZ_CHECK(json_count(left) == json_count(right));
	FUZZ_CHECK(text_equal(json_text(left), json_text(right)));
	FUZZ_CHECK(json_to_integer(left, 0) == json_to_integer(right, 0));
	FUZZ_CHECK(json_to_boolean(left, false) == json_to_boolean(right, false));
	for (size_t i = 0; json_kind(left) == JSON_ARRAY && i < json_count(left); i++)
		check_same(json_at(left, i), json_at(right, i));
	struct text names[2];
	struct json_value members[2];
	for (size_t i = 0; json_member_at(left, i, &names[0], &members[0]); i++) {
		FUZZ_CHECK(json_member_at(right, i, &names[1], &members[1]));
		FUZZ_CHECK(text_equal(names[0], names[1]));
		FUZZ_CHECK(json_get(left, names[0].data).node == members[0].node);
		check_same(members[0], members[1]);
	}
}

static void check_scalar(struct json_scalar scalar, struct json_value value)
{
	FUZZ_CHECK(!json_is_absent(value) && json_kind(value) == scalar.kind);
	FUZZ_CHECK(text_equal(json_text(value), scalar.text));
	FUZZ_CHECK(scalar.kind != JSON_INTEGER || json_to_integer(value, 0) == scalar.integer);
	FUZZ_CHECK(scalar.kind != JSON_BOOLEAN || json_to_boolean(value, false) == (scalar.integer == 1));
}

/* An object of scalars and of objects of scalars. The scanner leaves names that occur twice to its caller. */
static bool scan_object(struct json_scan *scan, struct json_value object, bool compare, int level)
{
	struct text name;
	struct json_value member = {0};
	size_t count = 0;
	json_scan_enter(scan);
	while (json_scan_member(scan, &name)) {
		struct json_scalar scalar;
		struct text known;
		FUZZ_CHECK(!compare || (json_member_at(object, count, &known, &member) && text_equal(known, name)));
		count++;
		if (level == 0 && scan->at < scan->end && *scan->at == '{')
			scan_object(scan, member, compare, 1);
		else if (json_scan_scalar(scan, &scalar) && compare)
			check_scalar(scalar, member);
	}
	FUZZ_CHECK(!compare || json_count(object) == count);
	return scan->good;
}

/* What is passed whole is as well formed as what is looked at. */
static void check_skip(struct arena *arena, struct text document)
{
	struct json_scan scan;
	struct error_list errors;
	struct json_value root;
	struct text name;
	size_t count = 0;
	error_list_begin(&errors, arena);
	json_scan_begin(&scan, arena, document);
	for (json_scan_enter(&scan); json_scan_member(&scan, &name); count++)
		json_scan_skip(&scan);
	if (json_scan_end(&scan) && json_parse(arena, document, &root, &errors))
		FUZZ_CHECK(json_kind(root) == JSON_OBJECT && json_count(root) == count);
}

static void check_scan(struct arena *arena, struct text document)
{
	struct json_scan scan;
	struct error_list errors;
	struct json_value root = {0};
	error_list_begin(&errors, arena);
	json_scan_begin(&scan, arena, document);
	scan_object(&scan, root, false, 0);
	if (!json_scan_end(&scan))
		return;
	if (!json_parse(arena, document, &root, &errors))
		return; /* names that occur twice, text with a NUL: told by the parser alone */
	json_scan_begin(&scan, arena, document);
	FUZZ_CHECK(scan_object(&scan, root, true, 0) && json_scan_end(&scan));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct json_value root, again;
	error_list_begin(&errors, arena);
	check_scan(arena, text_make((const char *)data, size));
	check_skip(arena, text_make((const char *)data, size));
	if (json_parse(arena, text_make((const char *)data, size), &root, &errors)) {
		struct json_writer json;
		json_start(&json, arena);
		write_value(&json, root);
		FUZZ_CHECK(json_parse(arena, json_finish(&json), &again, &errors));
		check_same(root, again);
		FUZZ_CHECK(errors.count == 0);
	} else {
		FUZZ_CHECK(errors.count == 1);
	}
	arena_destroy(arena);
	return 0;
}
