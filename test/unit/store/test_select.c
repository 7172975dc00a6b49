/* test_select.c - conditions, scope, order, cursor, search and hidden fields, on both databases. */
#include "sample.h"

#define W sample->writer
#define E &sample->errors

/*
 * Branches B1 B2. Readers: R1 Ada B1, R2 Bea B2, R3 Cyd B1, R4 Dan (gone), R5 Eve-Marie al Said B2. Loans by reader and by
 * branch alone; L9 belongs to nobody.
 */
static void fill(struct sample *sample)
{
	sample_branch(sample, "B1");
	sample_branch(sample, "B2");
	sample_reader(sample, "R1", "Ada", "B1");
	sample_reader(sample, "R2", "Bea", "B2");
	sample_reader(sample, "R3", "Cyd", "B1");
	sample_reader(sample, "R4", "Dan", NULL);
	sample_reader(sample, "R5", "\xc3\x88ve Marie al Said", "B2");
	static const char *const loans[][3] = { { "L1", "R1", "B1" }, { "L2", "R1", "B2" }, { "L3", "R2", "B1" },
		{ "L4", "R4", "B1" }, { "L5", NULL, "B1" }, { "L6", NULL, "B2" }, { "L9", NULL, NULL } };
	for (size_t i = 0; i < sizeof(loans) / sizeof(loans[0]); i++) {
		struct row *row = sample_row(sample, &record_loan, loans[i][0]);
		row_set_string(row, LOAN_READER, loans[i][1]);
		row_set_string(row, LOAN_BRANCH, loans[i][2]);
		GOOD(write_insert(W, sample->arena, row, E));
	}
	for (int i = 1; i <= 2; i++) {
		struct row *row = sample_row(sample, &record_notice, i == 1 ? "N1" : "N2");
		row_set_string(row, NOTICE_BRANCH, i == 1 ? "B1" : "B2");
		GOOD(write_insert(W, sample->arena, row, E));
	}
	GOOD(store_flush(W, E));
}

/* Identifiers of the selected rows, with a space between; the count must agree. */
static const char *ids(struct sample *sample, const struct selection *selection)
{
	struct rows rows;
	int64_t count = -1;
	struct builder builder;
	GOOD(select_rows(W, sample->arena, selection, &rows, E));
	builder_begin(&builder, sample->arena, 100);
	for (size_t i = 0; i < rows.count; i++) {
		builder_add_string(&builder, i ? " " : "");
		builder_add(&builder, rows.items[i]->id);
	}
	if (text_is_empty(selection->after_id) && !selection->limit) {
		GOOD(select_count(W, sample->arena, selection, &count, E));
		assert_int_equal(count, rows.count);
	}
	return builder_text(&builder).data;
}

static const char *where(struct sample *sample, int field, enum comparison comparison, struct value value)
{
	struct selection selection = { .record = &record_reader, .order_field = FIELD_ID, .condition_count = 1,
		.conditions = { { .field = field, .comparison = comparison, .value = value } } };
	return ids(sample, &selection);
}

static void test_conditions(void **state)
{
	struct sample *sample = *state;
	fill(sample);
	struct value b1 = value_string("B1"), cyd = value_string("Cyd");
	assert_string_equal(where(sample, READER_BRANCH, IS, b1), "R1 R3");
	assert_string_equal(where(sample, READER_BRANCH, IS_NOT, b1), "R2 R4 R5");
	assert_string_equal(where(sample, READER_BRANCH, IS_ABSENT, value_absent()), "R4");
	assert_string_equal(where(sample, READER_BRANCH, IS_PRESENT, value_absent()), "R1 R2 R3 R5");
	assert_string_equal(where(sample, READER_BRANCH, IS, value_absent()), "");
	assert_string_equal(where(sample, READER_BRANCH, IS_NOT, value_absent()), "R1 R2 R3 R5");
	assert_string_equal(where(sample, READER_NAME, LESS, cyd), "R1 R2");
	assert_string_equal(where(sample, READER_NAME, LESS_OR_EQUAL, cyd), "R1 R2 R3");
	assert_string_equal(where(sample, READER_NAME, GREATER, cyd), "R4 R5");
	assert_string_equal(where(sample, READER_NAME, GREATER_OR_EQUAL, cyd), "R3 R4 R5");
	assert_string_equal(where(sample, READER_NAME, STARTS_WITH, value_string("C")), "R3");
	assert_string_equal(where(sample, READER_NAME, STARTS_WITH, value_string("c")), "");
	assert_string_equal(where(sample, READER_NAME, IS, value_string("' OR 1=1 --")), "");
	assert_string_equal(where(sample, READER_NAME, IS, value_integer(3)), "");
	assert_string_equal(where(sample, FIELD_ID, IS, value_string("R2")), "R2");
	assert_string_equal(where(sample, FIELD_ID, IS_NOT, value_string("R2")), "R1 R3 R4 R5");
	assert_string_equal(where(sample, FIELD_CREATED_AT, GREATER, value_integer(999)), "R1 R2 R3 R4 R5");
	assert_string_equal(where(sample, FIELD_VERSION, IS, value_integer(2)), "");
	const struct value list[] = { value_string("B1"), value_string("B9"), value_string("B2") };
	struct selection selection = { .record = &record_reader, .order_field = FIELD_ID, .condition_count = 1,
		.conditions = { { .field = READER_BRANCH, .comparison = IN, .list = list, .list_count = 3 } } };
	assert_string_equal(ids(sample, &selection), "R1 R2 R3 R5");
	selection.conditions[0].list_count = 0;
	assert_string_equal(ids(sample, &selection), "");
}

static void test_unknown(void **state)
{
	struct sample *sample = *state;
	fill(sample);
	struct row *row = sample_row(sample, &record_reader, "R6");
	row_set_string(row, READER_NAME, "Fay");
	row_set(row, READER_BORN, value_unknown());
	row_set(row, READER_AGE, value_unknown());
	GOOD(write_insert(W, sample->arena, row, E));
	row = sample_row(sample, &record_reader, "R7");
	row_set_string(row, READER_NAME, "Gus");
	row_set_string(row, READER_BORN, "1974-05");
	row_set_integer(row, READER_AGE, -5);
	GOOD(write_insert(W, sample->arena, row, E));
	const struct row *loaded;
	GOOD(select_load(W, sample->arena, &record_reader, TEXT_OF("R6"), &loaded, E));
	assert_int_equal(row_value(loaded, READER_BORN).kind, VALUE_UNKNOWN);
	assert_int_equal(row_value(loaded, READER_AGE).kind, VALUE_UNKNOWN);
	assert_int_equal(row_value(loaded, READER_SECRET).kind, VALUE_ABSENT);
	assert_string_equal(where(sample, READER_AGE, LESS, value_integer(10)), "R7");
	assert_string_equal(where(sample, READER_AGE, GREATER_OR_EQUAL, value_integer(-10)), "R7");
	assert_string_equal(where(sample, READER_BORN, GREATER, value_string("1900")), "R7");
	assert_string_equal(where(sample, READER_BORN, IS, value_unknown()), "R6");
	assert_string_equal(where(sample, READER_AGE, IS, value_unknown()), "R6");
	assert_string_equal(where(sample, READER_AGE, IS_PRESENT, value_absent()), "R6 R7");
}

static const char *scoped(struct sample *sample, const struct record *record, const struct text *facilities, size_t count)
{
	struct selection selection = { .record = record, .order_field = FIELD_ID, .scoped = true,
		.registry = &sample_registry, .facilities = facilities, .facility_count = count };
	struct selection walked = selection;
	walked.walk = true;
	const char *found = ids(sample, &selection);
	assert_string_equal(ids(sample, &walked), found);
	return found;
}

static void test_scope(void **state)
{
	struct sample *sample = *state;
	const struct text b1[] = { TEXT("B1") }, both[] = { TEXT("B1"), TEXT("B2") };
	fill(sample);
	/* R4 is gone: outside of every scope, and so are his loans, wherever they were. */
	assert_string_equal(scoped(sample, &record_reader, b1, 1), "R1 R3");
	assert_string_equal(scoped(sample, &record_reader, both, 2), "R1 R2 R3 R5");
	assert_string_equal(scoped(sample, &record_reader, NULL, 0), "");
	assert_string_equal(scoped(sample, &record_loan, b1, 1), "L1 L2 L5 L9");
	assert_string_equal(scoped(sample, &record_loan, both, 2), "L1 L2 L3 L5 L6 L9");
	assert_string_equal(scoped(sample, &record_loan, NULL, 0), "L9");
	assert_string_equal(scoped(sample, &record_notice, b1, 1), "N1");
	assert_string_equal(scoped(sample, &record_notice, NULL, 0), "");
	assert_string_equal(scoped(sample, &record_branch, b1, 1), "B1");
	struct selection all = { .record = &record_loan, .order_field = FIELD_ID };
	assert_string_equal(ids(sample, &all), "L1 L2 L3 L4 L5 L6 L9");
}

/* Every page in turn, of every order, gives all rows once, in the one order. */
static void walk(struct sample *sample, int order, bool descending, const char *expected)
{
	struct selection selection = { .record = &record_reader, .order_field = order, .descending = descending };
	assert_string_equal(ids(sample, &selection), expected);
	for (size_t limit = 1; limit < 4; limit++) {
		struct builder builder;
		struct rows rows;
		builder_begin(&builder, sample->arena, 100);
		selection.limit = limit;
		selection.after_id = text_empty();
		do {
			GOOD(select_rows(W, sample->arena, &selection, &rows, E));
			for (size_t i = 0; i < rows.count; i++) {
				builder_add_string(&builder, builder.length ? " " : "");
				builder_add(&builder, rows.items[i]->id);
				selection.after_id = rows.items[i]->id;
				if (order >= 0)
					selection.after = row_value(rows.items[i], order);
				else
					selection.after = value_integer(rows.items[i]->created_at);
			}
			assert_true(rows.count <= limit);
		} while (rows.count);
		assert_string_equal(builder_text(&builder).data, expected);
	}
}

static void test_order(void **state)
{
	struct sample *sample = *state;
	fill(sample);
	struct row *row = sample_row(sample, &record_reader, "R0");
	row_set_string(row, READER_NAME, "Bea");
	row_set(row, READER_AGE, value_unknown());
	row->created_at = 2000;
	GOOD(write_insert(W, sample->arena, row, E));
	row = sample_row(sample, &record_reader, "R9");
	row_set_string(row, READER_NAME, "Zoe");
	row_set_integer(row, READER_AGE, 30);
	GOOD(write_insert(W, sample->arena, row, E));
	walk(sample, READER_NAME, false, "R1 R0 R2 R3 R4 R9 R5");
	walk(sample, READER_NAME, true, "R5 R9 R4 R3 R2 R0 R1");
	walk(sample, READER_BRANCH, false, "R1 R3 R2 R5 R0 R4 R9");
	walk(sample, READER_BRANCH, true, "R5 R2 R3 R1 R9 R4 R0");
	walk(sample, READER_AGE, false, "R0 R9 R1 R2 R3 R4 R5");
	walk(sample, READER_AGE, true, "R9 R0 R5 R4 R3 R2 R1");
	walk(sample, FIELD_ID, false, "R0 R1 R2 R3 R4 R5 R9");
	walk(sample, FIELD_ID, true, "R9 R5 R4 R3 R2 R1 R0");
	walk(sample, FIELD_CREATED_AT, false, "R1 R2 R3 R4 R5 R9 R0");
	walk(sample, FIELD_CREATED_AT, true, "R0 R9 R5 R4 R3 R2 R1");
}

static const char *search(struct sample *sample, const char *text, uint64_t hidden)
{
	struct selection selection = { .record = &record_reader, .order_field = FIELD_ID, .search = text_from(text),
		.hidden = hidden };
	return ids(sample, &selection);
}

static void test_search(void **state)
{
	struct sample *sample = *state;
	fill(sample);
	struct row *row = sample_row(sample, &record_reader, "R8");
	row_set_string(row, READER_NAME, "100% x_y");
	row_set_string(row, READER_SECRET, "Ada");
	GOOD(write_insert(W, sample->arena, row, E));
	assert_string_equal(search(sample, "ad", 0), "R1 R8");
	assert_string_equal(search(sample, " EV", 0), "R5");
	assert_string_equal(search(sample, "sai", 0), "R5");
	assert_string_equal(search(sample, "marie  AL", 0), "R5");
	assert_string_equal(search(sample, "arie", 0), "");
	assert_string_equal(search(sample, "n-r2", 0), "R2");
	assert_string_equal(search(sample, "x_", 0), "R8");
	assert_string_equal(search(sample, "_", 0), "");
	assert_string_equal(search(sample, "%", 0), "");
	assert_string_equal(search(sample, "  ", 0), "R1 R2 R3 R4 R5 R8");
	/* What may not be seen is not found either. */
	assert_string_equal(search(sample, "ad", 1u << READER_SECRET), "R1");
	assert_string_equal(search(sample, "ad", 1u << READER_SECRET | 1u << READER_NAME | 1u << READER_NUMBER), "");
}

static void test_hidden(void **state)
{
	struct sample *sample = *state;
	struct rows rows;
	int64_t count;
	fill(sample);
	struct selection selection = { .record = &record_reader, .order_field = FIELD_ID, .hidden = 1u << READER_NAME,
		.condition_count = 1, .conditions = { CONDITION_TEXT(READER_BRANCH, TEXT_OF("B1")) } };
	GOOD(select_rows(W, sample->arena, &selection, &rows, E));
	assert_int_equal(rows.count, 2);
	assert_int_equal(rows.items[0]->redacted, 1u << READER_NAME);
	assert_false(row_has(rows.items[0], READER_NAME));
	assert_true(row_is(rows.items[0], READER_NUMBER, "N-R1"));
	assert_true(row_is(rows.items[0], READER_BRANCH, "B1"));
	selection.conditions[0].field = READER_NAME;
	BAD(E_ACCESS, select_rows(W, sample->arena, &selection, &rows, E));
	BAD(E_ACCESS, select_count(W, sample->arena, &selection, &count, E));
	selection.condition_count = 0;
	selection.order_field = READER_NAME;
	BAD(E_ACCESS, select_rows(W, sample->arena, &selection, &rows, E));
	selection.order_field = 77;
	BAD(E_STORE, select_rows(W, sample->arena, &selection, &rows, E));
}

struct walk {
	struct sample *sample;
	struct arena *arena;
	int count, stop_at;
	char last[32];
};

static bool step(void *state, const struct row *row)
{
	struct walk *walk = state;
	struct sample *sample = walk->sample;
	const struct row *again;
	assert_true(text_compare(row->id, text_from(walk->last)) > 0);
	snprintf(walk->last, sizeof(walk->last), "%.*s", TEXT_FORMAT(row->id));
	/* The connection is free between rows. */
	if (walk->count % 100 == 0) {
		GOOD(select_load(W, walk->arena, row->record, row->id, &again, E));
		assert_true(text_equal(again->id, row->id));
	}
	return ++walk->count != walk->stop_at;
}

static void test_each(void **state)
{
	struct sample *sample = *state;
	struct arena *arena = arena_create();
	GOOD(store_begin(W, E));
	for (int i = 0; i < 1203; i++) {
		struct row *row = sample_row(sample, &record_loan, arena_format(sample->arena, "L%05d", i).data);
		GOOD(write_insert(W, sample->arena, row, E));
	}
	GOOD(store_commit(W, E));
	struct walk all = { .sample = sample, .arena = arena }, some = { .sample = sample, .arena = arena, .stop_at = 501 };
	GOOD(select_each(W, arena, &record_loan, step, &all, E));
	assert_int_equal(all.count, 1203);
	GOOD(select_each(W, arena, &record_loan, step, &some, E));
	assert_int_equal(some.count, 501);
	struct walk none = { .sample = sample, .arena = arena };
	GOOD(select_each(W, arena, &record_notice, step, &none, E));
	assert_int_equal(none.count, 0);
	arena_destroy(arena);
}

static void test_load(void **state)
{
	struct sample *sample = *state;
	const struct row *row;
	fill(sample);
	GOOD(select_load(W, sample->arena, &record_reader, TEXT_OF("R1"), &row, E));
	assert_string_equal(row->id.data, "R1");
	assert_int_equal(row->version, 1);
	assert_int_equal(row->created_at, 1000);
	assert_string_equal(row->created_by.data, "u");
	assert_string_equal(row->log.data, "j/one");
	assert_int_equal(row->log_index, 5);
	assert_true(row_is(row, READER_NAME, "Ada"));
	assert_int_equal(row->redacted, 0);
	GOOD(select_load(W, sample->arena, &record_reader, TEXT_OF("R99"), &row, E));
	assert_null(row);
	GOOD(select_load(W, sample->arena, &record_reader, text_empty(), &row, E));
	assert_null(row);
}

/* Loans due at 10, 20 .. 60 in one pass, with scope and conditions. */
static void test_tally(void **state)
{
	struct sample *sample = *state;
	const struct text b1[] = { TEXT("B1") };
	fill(sample);
	for (int i = 1; i <= 6; i++) {
		struct row *row = sample_row(sample, &record_loan, arena_format(sample->arena, "T%d", i).data);
		row_set_string(row, LOAN_READER, i % 2 ? "R1" : "R2");
		row_set_string(row, LOAN_TITLE, "tallied");
		row_set_integer(row, LOAN_DUE, i * 10);
		GOOD(write_insert(W, sample->arena, row, E));
	}
	GOOD(store_flush(W, E));
	for (int walked = 0; walked < 2; walked++) {
		struct selection selection = { .record = &record_loan, .order_field = LOAN_DUE, .condition_count = 1, .scoped = true,
			.registry = &sample_registry, .facilities = b1, .facility_count = 1, .walk = walked,
			.conditions = { CONDITION_TEXT(LOAN_TITLE, TEXT_OF("tallied")) } };
		struct tally tally = { .field = LOAN_DUE, .before = { 10, 31, 1000 }, .count = 3 };
		GOOD(select_tally(W, sample->arena, &selection, &tally, E));
		assert_int_equal(tally.out_all, 3);
		assert_int_equal(tally.out_before[0], 0);
		assert_int_equal(tally.out_before[1], 2);
		assert_int_equal(tally.out_before[2], 3);
		tally.before[0] = 11; /* the same text, another value */
		GOOD(select_tally(W, sample->arena, &selection, &tally, E));
		assert_int_equal(tally.out_before[0], 1);
		selection.hidden = UINT64_C(1) << LOAN_DUE;
		selection.order_field = FIELD_ID;
		BAD(E_ACCESS, select_tally(W, sample->arena, &selection, &tally, E));
	}
}

/* A row lapses at its moment, and not before; one without a moment has no end. */
static void test_lapse(void **state)
{
	struct sample *sample = *state;
	struct record lapsing = record_loan;
	lapsing.lapsed_readers = ROLES_ALL;
	lapsing.lapse_field = LOAN_DUE;
	for (int i = 0; i < 3; i++) {
		struct row *row = sample_row(sample, &record_loan, (const char *const[]){ "L1", "L2", "L3" }[i]);
		if (i < 2)
			row_set_integer(row, LOAN_DUE, 1000 * (i + 1));
		GOOD(write_insert(W, sample->arena, row, E));
	}
	GOOD(store_flush(W, E));
	struct selection selection = { .record = &lapsing, .order_field = FIELD_ID };
	assert_string_equal(ids(sample, &selection), "L1 L2 L3");
	selection.unlapsed_at = 999;
	assert_string_equal(ids(sample, &selection), "L1 L2 L3");
	selection.unlapsed_at = 1000;
	assert_string_equal(ids(sample, &selection), "L2 L3");
	selection.unlapsed_at = 5000;
	assert_string_equal(ids(sample, &selection), "L3");
}

int main(void)
{
	const struct CMUnitTest tests[] = { SAMPLE_TEST(test_conditions), SAMPLE_TEST(test_unknown), SAMPLE_TEST(test_scope),
		SAMPLE_TEST(test_order), SAMPLE_TEST(test_search), SAMPLE_TEST(test_hidden), SAMPLE_TEST(test_each),
		SAMPLE_TEST(test_load), SAMPLE_TEST(test_tally), SAMPLE_TEST(test_lapse) };
	SAMPLE_RUN("store/select", tests);
}
