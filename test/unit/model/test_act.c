/* test_act.c - reading through the context and collecting a decision. */
#include "sample.h"

static struct row *only_reader;

static const struct row *load(void *state, struct arena *arena, const struct record *record, struct text id)
{
	(void)state;
	(void)arena;
	return record == &record_reader && text_equal(id, only_reader->id) ? only_reader : NULL;
}

static struct rows find(void *state, struct arena *arena, const struct record *record,
	const struct condition *conditions, size_t count, int order_field, bool descending, size_t limit)
{
	struct rows *asked = state;
	(void)arena;
	(void)descending;
	(void)order_field;
	assert_int_equal(count, 1);
	assert_int_equal(conditions[0].comparison, IS);
	asked->count = limit;
	return record == &record_reader ? (struct rows){ .items = &only_reader, .count = 1 } : (struct rows){ 0 };
}

static int64_t count_rows(void *state, const struct record *record, const struct condition *conditions, size_t count)
{
	(void)state;
	(void)conditions;
	return record == &record_reader ? (int64_t)count : 0;
}

static struct text parameter(void *state, struct text facility, const char *name)
{
	(void)state;
	(void)facility;
	return strcmp(name, "days") == 0 ? TEXT_OF("14") : strcmp(name, "word") == 0 ? TEXT_OF("soon") : text_empty();
}

static struct rows asked;
static const struct act_reader reader = { .load = load, .find = find, .count = count_rows, .parameter = parameter,
	.state = &asked };

static struct act_context context_of(struct arena *arena)
{
	only_reader = row_new(arena, &record_reader);
	only_reader->id = TEXT_OF("01ARZ3NDEKTSV4RRFFQ69G5FAV");
	return (struct act_context){ .arena = arena, .act = &act_lend, .input = row_new(arena, &input_lend),
		.reader = &reader };
}

static void test_reading(void **state)
{
	struct act_context context = context_of(*state);
	const struct condition named[] = { CONDITION_TEXT(READER_NAME, TEXT_OF("Ada")) };
	assert_int_equal(act_find(&context, &record_reader, named, 1).count, 1);
	assert_int_equal(asked.count, 0);
	assert_ptr_equal(act_find_first(&context, &record_reader, named, 1, READER_NAME, true), only_reader);
	assert_int_equal(asked.count, 1);
	assert_null(act_find_first(&context, &record_loan, named, 1, LOAN_DUE, true));
	assert_int_equal(act_count(&context, &record_reader, named, 1), 1);
	assert_null(act_load(&context, &record_reader, text_empty()));
	assert_int_equal(act_parameter(&context, text_empty(), "days", 3), 14);
	assert_int_equal(act_parameter(&context, text_empty(), "none", 3), 3);
	assert_int_equal(act_parameter(&context, text_empty(), "word", 3), 3);
	assert_string_equal(act_parameter_text(&context, text_empty(), "word").data, "soon");
}

static void test_decide(void **state)
{
	struct act_context context = context_of(*state);
	struct error_list errors;
	struct decision decision;
	error_list_begin(&errors, *state);
	decision_begin(&decision, *state);
	assert_false(act_lend.decide(&context, &decision, &errors));
	assert_int_equal(errors.items[0].code, E_REFERENCE);
	assert_string_equal(errors.items[0].path.data, "/reader");
	row_set_text((struct row *)context.input, LEND_READER, only_reader->id);
	assert_true(act_lend.decide(&context, &decision, &errors));
	assert_int_equal(decision.effect_count, 1);
	assert_ptr_equal(decision_row(&decision, &record_loan), decision.result);
	assert_null(decision_row(&decision, &record_branch));
	assert_int_equal(decision.result->id.length, 26);
}

static void test_collecting(void **state)
{
	struct decision decision;
	decision_begin(&decision, *state);
	struct row *old = row_new(*state, &record_reader);
	old->id = TEXT_OF("01ARZ3NDEKTSV4RRFFQ69G5FAV");
	row_set_string(old, READER_NAME, "Ada");
	struct row *changed = decision_change(&decision, old);
	row_set_string(changed, READER_NAME, "Ida");
	assert_true(row_is(old, READER_NAME, "Ada"));
	assert_ptr_equal(decision_change(&decision, old), changed);
	assert_int_equal(decision.effects[0].kind, EFFECT_CHANGE);
	assert_ptr_equal(decision.effects[0].old, old);
	struct row *last = NULL;
	for (int i = 0; i < 50; i++) {
		last = decision_insert(&decision, &record_loan);
		decision_start(&decision, &(struct deadline_start){ .clock = &clock_return, .started_at = i });
		decision_stop(&decision, &clock_return, last->id);
		decision_breach(&decision, &(struct breach_note){ .rule = "LIB-1" });
	}
	/* A row inserted by the same decision is edited in place. */
	assert_ptr_equal(decision_change(&decision, last), last);
	assert_int_equal(decision.effect_count, 51);
	assert_int_equal(decision.start_count, 50);
	assert_int_equal(decision.starts[49].started_at, 49);
	assert_int_equal(decision.starts[0].started_at, 0);
	assert_true(text_equal(decision.stops[49].record_id, last->id));
	assert_int_equal(decision.breach_count, 50);
	assert_string_equal(decision.breaches[7].rule, "LIB-1");
	assert_ptr_equal(decision_row(&decision, &record_loan), last);
	assert_ptr_equal(decision_row(&decision, &record_reader), changed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_reading, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_decide, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_collecting, begin_arena, end_arena),
	};
	return cmocka_run_group_tests_name("model/act", tests, NULL, NULL);
}
