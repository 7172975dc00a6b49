/* test_schema.c - creating tables, finding differences, folding; and the golden texts of SQL. */
#include "sample.h"
#include "store/driver.h"
#include "store/select_text.h"
#include "store/shape.h"
#include "store/write_text.h"

#define W sample->writer
#define E &sample->errors

static void test_install_again(void **state)
{
	struct sample *sample = *state;
	struct schema_difference *differences;
	size_t count;
	GOOD(schema_install(W, &sample_registry, E));
	GOOD(schema_compare(W, sample->arena, &sample_registry, &differences, &count, E));
	assert_int_equal(count, 0);
	/* A reader may compare as well. */
	struct connection *reader;
	GOOD(store_reader(sample->store, &reader, E));
	GOOD(schema_compare(reader, sample->arena, &sample_registry, &differences, &count, E));
	assert_int_equal(count, 0);
	connection_close(reader);
	GOOD(store_begin(W, E));
	GOOD(schema_install(W, &sample_registry, E));
	GOOD(store_commit(W, E));
}

static void test_differences(void **state)
{
	struct sample *sample = *state;
	struct schema_difference *differences;
	size_t count;
	GOOD(store_script(W, "DROP TABLE notice; DROP INDEX reader_number_key; DROP INDEX reader_name_fold_index;"
		"ALTER TABLE reader DROP COLUMN age; ALTER TABLE reader DROP COLUMN name_fold;"
		"ALTER TABLE loan ADD COLUMN fine BIGINT; ALTER TABLE loan DROP COLUMN due;"
		"ALTER TABLE loan ADD COLUMN due TEXT", E));
	GOOD(schema_compare(W, sample->arena, &sample_registry, &differences, &count, E));
	static const struct {
		const char *table, *column;
		bool mended;
	} expected[] = { { "reader", "name_fold", true }, { "reader", "age", true }, { "reader", "name_fold", true },
		{ "reader", "number", true }, { "loan", "due", false }, { "loan", "fine", false }, { "notice", "", true } };
	assert_int_equal(count, 7);
	for (size_t i = 0; i < count; i++) {
		assert_true(text_equal_string(differences[i].table, expected[i].table));
		assert_true(text_equal_string(differences[i].column, expected[i].column));
		assert_int_equal(!text_is_empty(differences[i].sql), expected[i].mended);
		assert_true(differences[i].reason.length > 0);
		if (expected[i].mended)
			GOOD(store_script(W, arena_string(sample->arena, differences[i].sql), E));
	}
	GOOD(schema_compare(W, sample->arena, &sample_registry, &differences, &count, E));
	assert_int_equal(count, 2);
	sample_branch(sample, "B1");
	sample_reader(sample, "R1", "Ada", "B1");
}

static void test_fold(void **state)
{
	struct sample *sample = *state;
	static const char *const pairs[][2] = {
		{ "  Ada \t LOVELACE ", "ada lovelace" },
		{ "\xc3\x85str\xc3\xb6m \xc3\x9e\xc3\xb3r", "astrom thor" },
		{ "\xc4\xb0stanbul \xc5\x81\xc3\xb3" "d\xc5\xba", "istanbul lodz" },
		{ "e\xcc\x81", "e" },
		{ "\xd0\x90\xd0\x99\xd0\x93\xd0\xa3\xd0\x9b \xd0\x81\xd0\x89 \xd2\xa2", "\xd0\xb0\xd0\xb9\xd0\xb3\xd1\x83\xd0\xbb \xd0\xb5\xd1\x99 \xd2\xa3" },
		{ "\xd8\xa3\xd9\x8e\xd8\xad\xd9\x85\xd8\xaf", "\xd8\xa7\xd8\xad\xd9\x85\xd8\xaf" },
		{ "\xd9\xa1\xdb\xb2", "12" },
		{ "O\xe2\x80\x99Neill", "o'neill" },
		{ "\xe4\xb8\xad", "\xe4\xb8\xad" },
		{ "", "" },
		{ " \xc2\xa0\xe2\x80\x8f ", "" },
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct text folded = schema_fold(sample->arena, text_from(pairs[i][0]));
		assert_true(text_equal_string(folded, pairs[i][1]));
		assert_true(text_equal(schema_fold(sample->arena, folded), folded));
	}
}

/* ---- golden ---- */

static void add_sql(struct builder *out, const char *title, enum store_backend backend, const char *sql)
{
	char *translated = driver_translate(backend, sql);
	builder_add_string(out, "-- ");
	builder_add_string(out, title);
	builder_add_string(out, "\n");
	builder_add_string(out, translated);
	builder_add_string(out, ";\n\n");
	free(translated);
}

static void add_select(struct builder *out, struct connection *connection, const char *title,
	const struct selection *selection, bool counting)
{
	struct query query;
	struct error_list errors;
	error_list_begin(&errors, out->arena);
	assert_true(query_build(&query, connection, out->arena, selection, counting, NULL, &errors));
	add_sql(out, title, connection_backend(connection), query.sql);
}

static void add_selects(struct builder *out, struct connection *connection)
{
	static const struct text facilities[] = { TEXT("F1"), TEXT("F2"), TEXT("F3") };
	static const struct value names[] = { { VALUE_TEXT, TEXT("a"), 0 }, { VALUE_TEXT, TEXT("b"), 0 } };
	struct selection selection = { .record = &record_reader, .order_field = FIELD_ID };
	add_select(out, connection, "all", &selection, false);
	selection.order_field = READER_NAME;
	selection.after = value_string("M");
	selection.after_id = TEXT_OF("R1");
	add_select(out, connection, "page by name", &selection, false);
	selection.descending = true;
	selection.after = value_absent();
	add_select(out, connection, "page by name, downwards, among the absent", &selection, false);
	selection = (struct selection){ .record = &record_reader, .order_field = FIELD_CREATED_AT, .scoped = true,
		.registry = &sample_registry, .facilities = facilities, .facility_count = 3,
		.hidden = 1u << READER_SECRET | 1u << READER_AGE, .search = TEXT("Ada"), .condition_count = 4,
		.conditions = { { .field = READER_NAME, .comparison = IN, .list = names, .list_count = 2 },
			{ .field = READER_BORN, .comparison = GREATER, .value = names[0] },
			{ .field = READER_NUMBER, .comparison = IS_NOT, .value = names[0] },
			{ .field = READER_NUMBER, .comparison = STARTS_WITH, .value = names[0] } } };
	add_select(out, connection, "subject in scope, conditions, search, hidden columns", &selection, false);
	add_select(out, connection, "the same, counted", &selection, true);
	selection = (struct selection){ .record = &record_loan, .order_field = LOAN_DUE, .scoped = true,
		.registry = &sample_registry, .facilities = facilities, .facility_count = 1 };
	add_select(out, connection, "of a subject, in scope", &selection, false);
	selection.facility_count = 0;
	add_select(out, connection, "of a subject, in an empty scope", &selection, false);
	selection.record = &record_notice;
	selection.facility_count = 2;
	selection.order_field = FIELD_ID;
	add_select(out, connection, "of a facility, in scope", &selection, false);
	selection.record = &record_branch;
	add_select(out, connection, "facilities, in scope", &selection, false);
}

static void golden(struct sample *sample, enum store_backend backend, const char *name)
{
	struct store store = { .backend = backend };
	struct connection connection = { .store = &store };
	struct builder out;
	builder_begin(&out, sample->arena, 8192);
	add_sql(&out, "create", backend, schema_create(sample->arena, &record_reader).data);
	add_sql(&out, "insert", backend, write_text(&connection, WRITE_INSERT, &record_reader));
	add_sql(&out, "update", backend, write_text(&connection, WRITE_UPDATE, &record_reader));
	add_sql(&out, "replace", backend, write_text(&connection, WRITE_REPLACE, &record_reader));
	add_sql(&out, "delete all", backend, write_text(&connection, WRITE_DELETE_ALL, &record_reader));
	add_sql(&out, "erase", backend, write_text(&connection, WRITE_ERASE, &record_reader));
	add_selects(&out, &connection);
	shape_drop_all(&connection);
	const char *source = getenv("CUSTOS_SOURCE");
	assert_non_null(source);
	struct text path = arena_format(sample->arena, "%s/test/golden/store/%s", source, name), known = text_empty();
	/* CUSTOS_GOLDEN=write makes the files anew; the difference is then read before it is committed. */
	const char *mode = getenv("CUSTOS_GOLDEN");
	if (mode && strcmp(mode, "write") == 0)
		assert_true(file_write_whole(path.data, builder_text(&out).data, out.length, 0644));
	assert_true(file_read(sample->arena, path.data, 1 << 20, &known));
	assert_string_equal(builder_text(&out).data, arena_string(sample->arena, known));
}

static void test_golden(void **state)
{
	golden(*state, STORE_SQLITE, "sqlite.sql");
	golden(*state, STORE_POSTGRES, "postgres.sql");
}

/* A text met again comes from the connection, not from building it again. */
static void test_shapes(void **state)
{
	struct sample *sample = *state;
	struct selection selection = { .record = &record_reader, .order_field = READER_NAME };
	struct query first, second;
	GOOD(query_build(&first, W, sample->arena, &selection, false, NULL, E));
	GOOD(query_build(&second, W, sample->arena, &selection, false, NULL, E));
	assert_false(first.known);
	assert_true(second.known);
	assert_ptr_equal(first.sql, second.sql);
	assert_int_equal(first.count, second.count);
	selection.descending = true;
	GOOD(query_build(&second, W, sample->arena, &selection, false, NULL, E));
	assert_false(second.known);
	/* More shapes than are kept. */
	for (int i = 0; i < 64; i++) {
		for (int order = 0; order < 6; order++) {
			struct rows rows;
			selection.order_field = order;
			selection.hidden = (uint64_t)i & ~(UINT64_C(1) << order);
			GOOD(select_rows(W, sample->arena, &selection, &rows, E));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { SAMPLE_TEST(test_install_again), SAMPLE_TEST(test_differences),
		SAMPLE_TEST(test_fold), SAMPLE_TEST(test_golden), SAMPLE_TEST(test_shapes) };
	SAMPLE_RUN("store/schema", tests);
}
