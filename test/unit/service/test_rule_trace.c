/* test_rule_trace.c - what rules saw is kept with the act and answers the same when asked again; a changed rule is told apart. */
#include "inn.h"

#include "service/query.h"
#include "service/rule_trace.h"

static struct json_value trace_of(struct inn *inn, const char *record, struct text id, struct journal_entry *out_entry)
{
	struct journal_entry *entries;
	size_t count;
	struct text payload;
	struct json_value root;
	GOOD(journal_history(service_reader(inn->service, &inn->errors), inn->arena, record, id, 0, &entries, &count, &inn->errors));
	*out_entry = entries[0];
	GOOD(journal_open_payload(service_keys(inn->service), inn->arena, &entries[0], &payload, &inn->errors));
	GOOD(json_parse(inn->arena, payload, &root, &inn->errors));
	return json_get(root, "rules");
}

static bool has(struct json_value list, const char *id)
{
	for (size_t i = 0; i < json_count(list); i++)
		if (text_equal_string(json_text(json_at(list, i)), id))
			return true;
	return false;
}

static void ask_again(struct inn *inn, struct json_value trace, const struct journal_entry *entry, struct rule_again **out, size_t *count)
{
	struct connection *reader = service_reader(inn->service, &inn->errors);
	struct journal_entry *entries;
	size_t entry_count;
	GOOD(journal_decision(reader, inn->arena, entry->decision, &entries, &entry_count, &inn->errors));
	assert_true(entry_count >= 4); /* guest, stay, two deadlines */
	GOOD(rule_trace_again(inn->service, reader, inn->arena, trace, entries, entry_count, out, count, &inn->errors));
}

static void test_kept_and_asked_again(void **state)
{
	struct inn *inn = *state;
	struct text stay;
	struct journal_entry entry;
	struct rule_again *answers;
	size_t count;
	struct text guest = inn_staying(inn, "7", "breach of the peace", &stay);
	struct json_value trace = trace_of(inn, "stay", stay, &entry);
	assert_true(has(json_get(trace, "silent"), "INN-1") && has(json_get(trace, "silent"), "INN-4"));
	assert_true(has(json_get(trace, "bit"), "INN-3") && json_count(json_get(trace, "bit")) == 1);
	struct text seen = json_text(json_at(json_get(json_get(trace, "seen"), "guest"), 0));
	assert_true(text_starts_with(seen, guest) && text_ends_with(seen, TEXT_OF("@1")));
	/* The inputs stand in the result; nothing is written twice. */
	assert_true(json_is_absent(json_get(trace, "input")));
	/* The guest's name changes afterwards: the rules see the one of that day. */
	struct outcome outcome;
	GOOD(RUN(&inn->clerk, &outcome, "guest.correct", "target", guest.data, "name", "refuse and warn"));
	ask_again(inn, trace, &entry, &answers, &count);
	assert_int_equal(count, 4);
	for (size_t i = 0; i < count; i++)
		assert_true(answers[i].known && answers[i].same && answers[i].version_then == 1 && answers[i].version_now == 1);
	/* Entries of the same act that are not about its result carry no trace, nor do acts without rules. */
	assert_true(json_is_absent(trace_of(inn, "guest", guest, &entry)));
}

/* With a row of another day the answers differ: the comparison is real. */
static void test_other_rows_other_answers(void **state)
{
	struct inn *inn = *state;
	struct text stay;
	struct journal_entry entry;
	struct rule_again *answers;
	struct json_value other;
	size_t count;
	struct outcome outcome;
	struct text guest = inn_staying(inn, "7", "quiet", &stay);
	GOOD(RUN(&inn->clerk, &outcome, "guest.correct", "target", guest.data, "name", "refuse"));
	trace_of(inn, "stay", stay, &entry);
	struct text json = arena_format(inn->arena, "{\"silent\":[\"INN-1\",\"INN-9\"],\"seen\":{\"guest\":[\"%.*s@3\"]}}", TEXT_FORMAT(guest));
	GOOD(json_parse(inn->arena, json, &other, &inn->errors));
	ask_again(inn, other, &entry, &answers, &count);
	assert_int_equal(count, 2);
	assert_true(answers[0].known && !answers[0].same);
	assert_false(answers[1].known);
	/* What saw too much is not asked again. */
	GOOD(json_parse(inn->arena, TEXT_OF("{\"truncated\":true,\"silent\":[\"INN-1\"]}"), &other, &inn->errors));
	BAD(E_STATE, rule_trace_again(inn->service, service_reader(inn->service, &inn->errors), inn->arena, other, &entry, 1, &answers, &count,
		&inn->errors));
}

/* The pages' history shows the same. */
static void test_history(void **state)
{
	struct inn *inn = *state;
	struct text stay;
	struct query *query;
	struct change *changes;
	size_t count;
	inn_staying(inn, "7", "quiet", &stay);
	GOOD(query_begin(inn->service, inn->arena, &inn->clerk, NULL, &query, &inn->errors));
	GOOD(query_history(query, &record_stay, stay, &changes, &count, &inn->errors));
	assert_int_equal(count, 1);
	assert_int_equal(json_count(json_get(changes[0].rules, "silent")), 4);
	query_end(query);
}

static void test_conditions(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct row *bag = row_new(arena, &record_bag);
	row_set_string(bag, BAG_LABEL, "blue");
	row_set_integer(bag, BAG_WEIGHT, 5);
	const struct value list[] = { value_string("red"), value_string("blue") };
	const struct { struct condition condition; bool holds; } CASES[] = {
		{ { BAG_LABEL, IS, value_string("blue"), NULL, 0 }, true }, { { BAG_LABEL, IS_NOT, value_string("blue"), NULL, 0 }, false },
		{ { BAG_TAG, IS_NOT, value_string("x"), NULL, 0 }, true }, { { BAG_TAG, IS_ABSENT, { 0 }, NULL, 0 }, true },
		{ { BAG_LABEL, IS_PRESENT, { 0 }, NULL, 0 }, true }, { { BAG_WEIGHT, LESS, value_integer(6), NULL, 0 }, true },
		{ { BAG_WEIGHT, GREATER, value_integer(5), NULL, 0 }, false }, { { BAG_WEIGHT, GREATER_OR_EQUAL, value_integer(5), NULL, 0 }, true },
		{ { BAG_WEIGHT, LESS_OR_EQUAL, value_integer(4), NULL, 0 }, false }, { { BAG_LABEL, STARTS_WITH, value_string("bl"), NULL, 0 }, true },
		{ { BAG_LABEL, IN, { 0 }, list, 2 }, true }, { { BAG_TAG, IN, { 0 }, list, 2 }, false }, { { BAG_TAG, IS, value_absent(), NULL, 0 }, false },
	};
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
		if (condition_holds(&CASES[i].condition, bag) != CASES[i].holds)
			fail_msg("case %zu", i);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { INN_TEST(test_kept_and_asked_again), INN_TEST(test_other_rows_other_answers), INN_TEST(test_history),
		cmocka_unit_test(test_conditions) };
	return INN_RUN("service/rule_trace", tests);
}
