/* test_explain.c - golden explanations: each pair's rule is named, in a sentence, and the weights add up exactly. */
#include "match_test.h"

#include "match/list.h"
#include "match/table.h"

static const char *const rules[MATCH_REASON_COUNT] = {[MATCH_SAME_SOUNDS] = "same_sounds",
	[MATCH_SAME_SCRIPTS] = "same_scripts", [MATCH_NEAR] = "near", [MATCH_NEAR_SCRIPTS] = "near_scripts",
	[MATCH_OTHER_ENDING] = "other_ending", [MATCH_SEX_ENDING] = "sex_ending", [MATCH_JOINED] = "joined",
	[MATCH_INITIAL] = "initial", [MATCH_KUNYA] = "kunya", [MATCH_TITLE] = "title", [MATCH_ONE_SIDED] = "one_sided",
	[MATCH_CONTRADICTION] = "contradiction", [MATCH_BIRTH_DAY] = "birth_day", [MATCH_BIRTH_SWAPPED] = "birth_swapped",
	[MATCH_BIRTH_DIGIT] = "birth_digit", [MATCH_BIRTH_MONTH] = "birth_month", [MATCH_BIRTH_YEAR] = "birth_year",
	[MATCH_BIRTH_SAME_YEAR] = "birth_same_year", [MATCH_BIRTH_RANGE] = "birth_range", [MATCH_BIRTH_NEAR] = "birth_near",
	[MATCH_BIRTH_FAR] = "birth_far"};

static struct match_entry entry_of(struct arena *arena, struct text name, struct text births)
{
	struct list list;
	list_begin(&list, arena);
	struct list_entry *entry = list_add(&list, TEXT_OF("x"));
	list_add_name(&list, entry, MATCH_NAME_PRIMARY, name);
	list_add_births_text(&list, entry, births);
	return entry->entry;
}

static void check_lines(struct arena *arena, const struct match_comparison *comparison, struct text left,
	struct text right, struct text rule)
{
	bool named = false;
	for (int i = 0; i < comparison->count; i++) {
		const struct match_line *line = &comparison->lines[i];
		struct text sentence = match_line_english(arena, line, left, right);
		assert_true(sentence.length > 8 && sentence.data[sentence.length - 1] == '.');
		assert_int_equal(text_find_byte(sentence, '{'), SIZE_MAX);
		if (line->left_bytes > 0)
			assert_int_not_equal(text_find(sentence, text_slice(left, line->left_offset,
				(size_t)line->left_offset + line->left_bytes)), SIZE_MAX);
		named = named || (rules[line->reason] != NULL && text_equal_string(rule, rules[line->reason]));
	}
	if (!named)
		print_message("not named: %.*s | %.*s (%.*s)\n", TEXT_FORMAT(left), TEXT_FORMAT(right), TEXT_FORMAT(rule));
	assert_true(named);
}

static void names_the_rule_and_adds_up(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct table table;
	assert_true(table_read(arena, MATCH_DATA "/golden.tsv", &table));
	assert_int_equal(table.row_count, 50);
	for (size_t row = 0; row < table.row_count; row++) {
		struct text left = table_cell(&table, row, table_column(&table, "left"));
		struct text right = table_cell(&table, row, table_column(&table, "right"));
		struct match_entry one = entry_of(arena, left, table_cell(&table, row, table_column(&table, "left_birth")));
		struct match_entry other = entry_of(arena, right, table_cell(&table, row, table_column(&table, "right_birth")));
		struct match_comparison comparison;
		match_compare(NULL, &one, &other, &comparison);
		assert_int_equal(sum_of(&comparison), comparison.bits);
		check_lines(arena, &comparison, left, right, table_cell(&table, row, table_column(&table, "rule")));
	}
	arena_destroy(arena);
}

static void every_reason_has_a_message(void **state)
{
	(void)state;
	for (int reason = 0; reason < MATCH_REASON_COUNT; reason++)
		assert_true(strlen(match_reason_message((enum match_reason)reason)) > 8);
	assert_string_equal(match_reason_message(MATCH_REASON_COUNT), "");
}

static void rarity_is_told(void **state)
{
	(void)state;
	struct match_line line = {.carriers = 4, .population = 4000};
	assert_int_equal(match_line_one_in(&line), 1000);
	line.population = 0;
	assert_int_equal(match_line_one_in(&line), 128);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_the_rule_and_adds_up),
		cmocka_unit_test(every_reason_has_a_message),
		cmocka_unit_test(rarity_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
