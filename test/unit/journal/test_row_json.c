/* test_row_json.c - rows to JSON and back; history stays readable when the table changes. */
#include "fixture.h"

static struct text json_of(struct arena *arena, const struct row *row)
{
	struct json_writer json;
	json_start(&json, arena);
	row_write_json(&json, row);
	return json_finish(&json);
}

static void all_types_come_back(void **state)
{
	(void)state;
	struct fixture fixture = { .arena = arena_create(), .now = INT64_C(1795162530000) };
	struct error_list errors;
	error_list_begin(&errors, fixture.arena);
	for (int number = 0; number < 30; number++) {
		struct row *row = fixture_note(&fixture, TEXT_OF("0123456789ABCDEFGHJKMNPQRS"), number), *again;
		row->id = TEXT_OF("ID");
		row->version = number + 1;
		row->created_at = 5;
		row->created_by = TEXT_OF("U");
		if (number == 29)
			row_set(row, NOTE_PRICE, value_integer(-5));
		struct text payload = row_payload(fixture.arena, row, TEXT_OF("note.add"), TEXT_OF("why \"so\""),
			TEXT_OF("{\"NMR-13\":\"full\"}"));
		assert_true(row_from_payload(fixture.arena, &REGISTRY, payload, &again, NULL, &errors));
		assert_true(again->record == &RECORD_NOTE && again->version == number + 1 && again->created_at == 5);
		for (int i = 0; i < NOTE_FIELDS; i++)
			if (!value_equal(row_value(row, i), row_value(again, i)))
				fail_msg("field %s of note %d", RECORD_NOTE.fields[i].name, number);
	}
	arena_destroy(fixture.arena);
}

static void written_form(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct row *row = row_new(arena, &RECORD_NOTE);
	assert_string_equal(json_of(arena, row).data, "{}");
	row_set(row, NOTE_LINE, value_unknown());
	row_set_integer(row, NOTE_NUMBER, -3);
	row_set_integer(row, NOTE_PRICE, 1250);
	row_set_integer(row, NOTE_SHARE, -5);
	row_set_yes_no(row, NOTE_YES, true);
	row_set_integer(row, NOTE_AT, 0);
	assert_string_equal(json_of(arena, row).data,
		"{\"line\":\"?\",\"amount\":-3,\"price\":\"12.50\",\"share\":\"-0.005\",\"agreed\":true,"
		"\"seen_at\":\"1970-01-01T00:00:00.000Z\"}");
	arena_destroy(arena);
}

static bool reads(struct arena *arena, const char *document, struct row **out_row)
{
	struct error_list errors;
	struct json_value root;
	error_list_begin(&errors, arena);
	*out_row = row_new(arena, &RECORD_NOTE);
	assert_true(json_parse(arena, text_from(document), &root, &errors));
	return row_read_json(arena, root, *out_row, &errors);
}

static void strict_and_lenient(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct row *row;
	/* Lenient: given-up fields, choices that are no longer offered, values beyond today's limits. */
	assert_true(reads(arena, "{\"gone\":[1],\"kind\":\"formerly\",\"amount\":99999999999}", &row));
	assert_true(row_is(row, NOTE_KIND, "formerly") && row_integer(row, NOTE_NUMBER, 0) == INT64_C(99999999999));
	assert_true(reads(arena, "{\"price\":\"3\",\"share\":\"-1.5\",\"line\":null}", &row));
	assert_true(row_integer(row, NOTE_PRICE, 0) == 300 && row_integer(row, NOTE_SHARE, 0) == -1500);
	/* Strict: the type. */
	static const char *const bad[] = { "[]", "{\"line\":3}", "{\"amount\":\"3\"}", "{\"amount\":1.5}", "{\"agreed\":1}",
		"{\"agreed\":\"yes\"}", "{\"price\":3}", "{\"price\":\"1.234\"}", "{\"price\":\"\"}", "{\"price\":\".5\"}",
		"{\"price\":\"1e3\"}", "{\"seen_at\":\"yesterday\"}", "{\"seen_at\":5}", "{\"line\":{}}",
		"{\"price\":\"99999999999999999999\"}" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (reads(arena, bad[i], &row))
			fail_msg("%s was accepted", bad[i]);
	arena_destroy(arena);
}

static void strange_payloads(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct error_list errors;
	struct row *row;
	error_list_begin(&errors, arena);
	assert_true(row_from_payload(arena, &REGISTRY, TEXT_OF("{\"record\":\"gone\",\"version\":1}"), &row, NULL, &errors));
	assert_null(row);
	assert_false(row_from_payload(arena, &REGISTRY, TEXT_OF("{\"record\":\"note\",\"version\":1}"), &row, NULL, &errors));
	assert_false(row_from_payload(arena, &REGISTRY, TEXT_OF("{}"), &row, NULL, &errors));
	assert_false(row_from_payload(arena, &REGISTRY, TEXT_OF("["), &row, NULL, &errors));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_types_come_back),
		cmocka_unit_test(written_form),
		cmocka_unit_test(strict_and_lenient),
		cmocka_unit_test(strange_payloads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
