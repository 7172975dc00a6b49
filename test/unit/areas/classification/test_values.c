/* test_values.c - what values, states and evidence mean. */
#include <stdio.h>

#include "world.h"

static void raises_and_restrictions(void **state)
{
	static const struct { const char *kind, *value, *before; bool raises, restricts; } CASES[] = {
		{ "security_category", "high", "", true, true }, { "security_category", "medium", "", false, true }, { "security_category", "medium", "low", true, true },
		{ "security_category", "low", "medium", false, true }, { "security_category", "open", "high", false, false },
		{ "security_category", "high", "high", false, true }, { "cell_sharing", "alone", "", true, true }, { "cell_sharing", "may_share", "alone", false, false },
		{ "extremism_basis", "assessed", "", true, true }, { "extremism_basis", "assessed", "assessed", true, true },
		{ "unit_placement", "special_unit", "special_unit", true, true }, { "unit_placement", "ordinary", "special_unit", false, false },
		{ "cell_sharing", "high", "", false, false } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct text kind = text_from(CASES[i].kind), value = text_from(CASES[i].value);
		if (classification_raises(kind, value, text_from(CASES[i].before)) != CASES[i].raises || classification_restricts(kind, value) != CASES[i].restricts)
			fail_msg("%s %s after %s", CASES[i].kind, CASES[i].value, CASES[i].before);
	}
	assert_null(classification_value(TEXT_OF("cell_sharing"), TEXT_OF("high")));
	/* Every value that can be chosen belongs to exactly one kind. */
	for (const struct choice *value = CLASSIFICATION_VALUE_CHOICES; value->code; value++) {
		int kinds = 0;
		for (const struct choice *kind = CLASSIFICATION_KIND_CHOICES; kind->code; kind++)
			kinds += classification_value(text_from(kind->code), text_from(value->code)) != NULL;
		assert_int_equal(kinds, 1);
	}
}

static void graph_has_ends(void **state)
{
	(void)state;
	static const char *const LAST[] = { "ended", "withdrawn", "closed" };
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < 3; j++)
			assert_false(classification_may_follow(text_from(LAST[i]), text_from(LAST[j])));
	assert_true(classification_may_follow(TEXT_OF("proposed"), TEXT_OF("disclosed")));
	assert_false(classification_may_follow(TEXT_OF("proposed"), TEXT_OF("decided")));
	assert_false(classification_may_follow(TEXT_OF("decided"), TEXT_OF("in_force")));
	assert_false(classification_may_follow(TEXT_OF("lapsed"), TEXT_OF("in_force")));
}

/* Nothing is written, nothing ticks: the moment alone decides. */
static void lapses_at_its_moment(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	memory_put(memory, IN_FORCE);
	const struct row *row = world_row(memory, "D1");
	int64_t end = row_moment(row, CLASSIFICATION_ENDS_AT);
	assert_true(classification_is_in_force(row, end - 1));
	assert_false(classification_is_in_force(row, end));
	assert_false(row_has_lapsed(row, end - 1));
	assert_true(row_has_lapsed(row, end));
	assert_true(text_equal_string(classification_state(row, end - 1), "notified"));
	assert_true(text_equal_string(classification_state(row, end), "lapsed"));
	memory_put(memory, "classification_decision D1 state=ended");
	assert_true(text_equal_string(classification_state(row, end), "ended"));
	arena_destroy(arena);
}

static int64_t independent(const char *rows)
{
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	memory_put(memory, rows);
	struct rows items = { ARENA_ARRAY(arena, struct row *, MEMORY_ROWS), 0 };
	for (size_t i = 0; i < memory->count; i++)
		if (memory->rows[i]->record == &RECORD_CLASSIFICATION_EVIDENCE)
			items.items[items.count++] = memory->rows[i];
	int64_t found = evidence_independent(&items, memory->context.today, 730);
	arena_destroy(arena);
	return found;
}

static void independent_events_count_once(void **state)
{
	(void)state;
	assert_int_equal(independent(""), 0);
	assert_int_equal(independent(ITEM_ONE), 1);
	assert_int_equal(independent(ITEM_ONE ITEM_TWO), 2);
	/* Three reports about one event are one item; so are three events told by one source. */
	assert_int_equal(independent(ITEM_ONE ITEM_TWO ITEM("V3", "event=blade;event_on=2026-11-01;source=Kitchen;source_grade=A;content_grade=1")), 2);
	assert_int_equal(independent(ITEM_ONE ITEM("V2", "event=BLADE;event_on=2026-11-01;source=Kitchen;source_grade=A;content_grade=1")), 1);
	assert_int_equal(independent(ITEM_ONE ITEM("V2", "event=Threat;event_on=2026-11-05;source=wing a;source_grade=A;content_grade=1")), 1);
	static const char *const WEAK[] = { "source_grade=D", "source_grade=E", "content_grade=4", "content_grade=5", "direction=fall", "direction=neutral",
		"fact_or_opinion=opinion", "disclosure=withheld", "rests_on=worship", "rests_on=dress diet family language origin reading silence", "event_on=2024-01-01" };
	for (size_t i = 0; i < sizeof WEAK / sizeof *WEAK; i++) {
		char rows[2000];
		snprintf(rows, sizeof rows, "%s%sclassification_evidence V2 %s\n", ITEM_ONE, ITEM_TWO, WEAK[i]);
		if (independent(rows) != 1)
			fail_msg("an item with %s carries", WEAK[i]);
	}
	assert_int_equal(independent(ITEM_ONE ITEM_TWO "classification_evidence V2 rests_on=violence worship\n"), 2);
	assert_int_equal(independent(ITEM_ONE ITEM_TWO "classification_evidence V2 disclosure=gist\n"), 2);
}

static void words_prompt_a_second_look(void **state)
{
	(void)state;
	static const char *const YES[] = { "Prays five times a day", "has a new BEARD", "Он молится в камере", "يصلي في الزنزانة", "seen (praying) alone" };
	static const char *const NO[] = { "Hit another with a chair", "Ударил соседа стулом", "spray was found", "", "ضرب سجينا" };
	for (size_t i = 0; i < sizeof YES / sizeof *YES; i++)
		if (!evidence_names_protected(text_from(YES[i])))
			fail_msg("not seen: %s", YES[i]);
	for (size_t i = 0; i < sizeof NO / sizeof *NO; i++)
		if (evidence_names_protected(text_from(NO[i])))
			fail_msg("seen where there is nothing: %s", NO[i]);
}

/* T13, P1: no input and no field of this area asks for religion, ethnicity, nationality or opinion; and no number says how dangerous
 * somebody is. */
static void schema_asks_for_no_belief(void **state)
{
	(void)state;
	static const char *const NEVER[] = { "religion", "faith", "ethnic", "nationalit", "ideolog", "political", "score", "probab", "risk_level", "percent" };
	for (size_t i = 0; CLASSIFICATION_ACTS[i] || CLASSIFICATION_RECORDS[i]; i++) {
		const struct record *tables[] = { CLASSIFICATION_ACTS[i]->input_record, i < 5 ? CLASSIFICATION_RECORDS[i] : NULL };
		for (size_t t = 0; t < 2; t++)
			for (int field = 0; tables[t] && field < tables[t]->field_count; field++)
				for (size_t word = 0; word < sizeof NEVER / sizeof *NEVER; word++)
					if (strstr(tables[t]->fields[field].name, NEVER[word]))
						fail_msg("%s has a field %s", tables[t]->name, tables[t]->fields[field].name);
		if (!CLASSIFICATION_ACTS[i + 1])
			break;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(raises_and_restrictions), cmocka_unit_test(graph_has_ends), cmocka_unit_test(lapses_at_its_moment),
		cmocka_unit_test(independent_events_count_once), cmocka_unit_test(words_prompt_a_second_look), cmocka_unit_test(schema_asks_for_no_belief) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
