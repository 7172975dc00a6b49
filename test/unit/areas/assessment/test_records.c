/* test_records.c - nothing in the tables of assessment can be added up for a person, and beliefs are no input (P1, P5, T13). */
#define MEMORY_AREAS &AREA_CUSTODY, &AREA_ASSESSMENT
#include "areas/assessment/acts.h"
#include "areas/assessment/assessment.h"
#include "../memory.h"

/* What a column can hold: a number only where it is a day, a moment or a yes or no. */
static bool is_countable(const struct field *field)
{
	return field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL || field->type == FIELD_MONEY || field->type == FIELD_DURATION;
}

static void no_column_is_a_number(void **state)
{
	(void)state;
	int records = 0;
	for (; ASSESSMENT_RECORDS[records]; records++)
		for (int i = 0; i < ASSESSMENT_RECORDS[records]->field_count; i++)
			if (is_countable(&ASSESSMENT_RECORDS[records]->fields[i]))
				fail_msg("%s.%s is a number", ASSESSMENT_RECORDS[records]->name, ASSESSMENT_RECORDS[records]->fields[i].name);
	assert_int_equal(records, 12);
}

static void no_input_is_a_belief(void **state)
{
	static const char *const FORBIDDEN[] = { "religion", "faith", "ethnic", "nationalit", "ideology", "belief", "politic", "score", "total", "probability" };
	(void)state;
	for (int i = 0; ASSESSMENT_ACTS[i]; i++)
		for (int j = 0; j < ASSESSMENT_ACTS[i]->input_record->field_count; j++)
			for (size_t k = 0; k < sizeof FORBIDDEN / sizeof *FORBIDDEN; k++)
				assert_true(text_find(text_from(ASSESSMENT_ACTS[i]->input_record->fields[j].name), text_from(FORBIDDEN[k])) == SIZE_MAX);
}

/* Whatever hangs on a sheet is under a seal, and intelligence and the wing read none of it. */
static void work_of_raters_is_sealed(void **state)
{
	(void)state;
	for (int i = 0; ASSESSMENT_RECORDS[i]; i++) {
		const struct record *record = ASSESSMENT_RECORDS[i];
		bool of_rater = record == &RECORD_RATING_SHEET || record_field(record, TEXT_OF("rating_sheet")) >= 0;
		assert_true(of_rater == (record->sealed_field > 0));
		if (record->person_field >= 0)
			assert_true((record->readers & (ROLE(INTELLIGENCE) | ROLE(SECURITY) | ROLE(WING) | ROLE(HEALTH) | ROLE(PROGRAMME))) == 0);
	}
}

static void dates_decide(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	struct date day = { 2026, 11, 21 };
	memory_put(memory, "certificate C1 holder=U1;holder_name=A;kind=k;issued_on=2026-01-01;expires_on=2026-11-21;state=valid\n"
		"certificate C2 holder=U1;holder_name=A;kind=k;issued_on=2026-01-01;expires_on=2026-11-20;state=valid\n"
		"certificate C3 holder=U1;holder_name=A;kind=k;issued_on=2026-01-01;expires_on=2027-01-01;state=suspended\n"
		"certificate C4 holder=U1;holder_name=A;kind=k;issued_on=2026-11-22;expires_on=2027-01-01;state=valid\n"
		"assessment X1 person=P1;state=final;valid_until=2026-11-21\nassessment X2 person=P1;state=final;valid_until=2026-11-20\n"
		"assessment X3 person=P1;state=expired;valid_until=2027-11-20\n");
	static const bool CURRENT[] = { true, false, false, false }, VALID[] = { true, false, false };
	for (size_t i = 0; i < 4; i++)
		assert_true(certificate_is_current(memory_row(memory, &RECORD_CERTIFICATE, memory_id(arena, arena_format(arena, "C%zu", i + 1))), day) == CURRENT[i]);
	for (size_t i = 0; i < 3; i++)
		assert_true(assessment_is_valid(memory_row(memory, &RECORD_ASSESSMENT, memory_id(arena, arena_format(arena, "X%zu", i + 1))), day) == VALID[i]);
	assert_true(certificate_is_current(certificate_of(&memory->context, memory_id(arena, TEXT_OF("U1")), TEXT_OF("k")), day));
	assert_null(certificate_of(&memory->context, memory_id(arena, TEXT_OF("U1")), TEXT_OF("other")));
	arena_destroy(arena);
}

/* The lot: about as many as the share says, the same each time, all at 100 and none at 0, and another for the next assessment. */
static void the_lot_is_fair_and_fixed(void **state)
{
	struct arena *arena = arena_create();
	int drawn = 0, changed = 0;
	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct text person = arena_format(arena, "01J%023d", i);
		bool first = assessment_is_drawn(person, TEXT_OF("general-needs"), 0, 10);
		drawn += first ? 1 : 0;
		changed += first != assessment_is_drawn(person, TEXT_OF("general-needs"), 1, 10) ? 1 : 0;
		assert_true(first == assessment_is_drawn(person, TEXT_OF("general-needs"), 0, 10));
		assert_true(assessment_is_drawn(person, TEXT_OF("x"), 0, 100));
		assert_false(assessment_is_drawn(person, TEXT_OF("x"), 0, 0));
	}
	assert_in_range(drawn, 1800, 2200); /* ten of a hundred; five standard deviations are 212 */
	assert_in_range(changed, 3000, 4200);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(no_column_is_a_number), cmocka_unit_test(no_input_is_a_belief),
		cmocka_unit_test(work_of_raters_is_sealed), cmocka_unit_test(dates_decide), cmocka_unit_test(the_lot_is_fair_and_fixed) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
