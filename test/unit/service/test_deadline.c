/* test_deadline.c - my work: who is told, what escalates, what lapses; and that many open deadlines stay fast. */
#include "base/clock.h"
#include "base/random.h"
#include "inn.h"
#include "store/write.h"

static struct work work_of(struct inn *inn, const struct actor *actor)
{
	struct query *query;
	struct work work;
	GOOD(query_begin(inn->service, inn->arena, actor, "work", &query, &inn->errors));
	GOOD(deadline_work(query, 50, &work, &inn->errors));
	query_end(query);
	return work;
}

static void test_who_is_told(void **state)
{
	struct inn *inn = *state;
	inn_staying(inn, "7", "Aigul", NULL);
	struct work work = work_of(inn, &inn->clerk);
	assert_int_equal(work.count, 1);
	assert_string_equal(work.items[0].clock->name, "welcome");
	assert_true(text_equal_string(work.items[0].subject_title, "Aigul"));
	assert_false(work.items[0].overdue || work.items[0].escalated);
	/* Due tomorrow at this time. */
	assert_int_equal(work.overdue, 0);
	assert_int_equal(work.today, 0);
	assert_int_equal(work.week, 1);
	work = work_of(inn, &inn->governor);
	assert_int_equal(work.count, 1);
	assert_string_equal(work.items[0].clock->name, "review");
	assert_int_equal(work.later + work.week, 1);
	/* Another house, and an office that no clock names, have nothing to do. */
	assert_int_equal(work_of(inn, &inn->far_clerk).count, 0);
	assert_int_equal(work_of(inn, &inn->headquarters).count, 0);
}

static void test_overdue_and_escalated(void **state)
{
	struct inn *inn = *state;
	inn_staying(inn, "7", "Aigul", NULL);
	inn->moment += 24 * MOMENT_HOUR - 1;
	struct work work = work_of(inn, &inn->clerk);
	assert_int_equal(work.today, 1);
	inn->moment += 2;
	work = work_of(inn, &inn->clerk);
	assert_int_equal(work.overdue, 1);
	assert_true(work.items[0].overdue);
	assert_false(work.items[0].escalated);
	/* Twelve hours later the governor sees it too, before his own. */
	assert_int_equal(work_of(inn, &inn->governor).count, 1);
	inn->moment += 12 * MOMENT_HOUR;
	work = work_of(inn, &inn->governor);
	assert_int_equal(work.count, 2);
	assert_int_equal(work.overdue, 1);
	assert_string_equal(work.items[0].clock->name, "welcome");
	assert_true(work.items[0].escalated);
}

static void test_lapse_makes_one_breach(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text stay, guest = inn_staying(inn, "7", "Aigul", &stay);
	int64_t lapsed = -1;
	GOOD(deadline_tick(inn->service, &lapsed, &inn->errors));
	assert_int_equal(lapsed, 0);
	inn->moment += 30 * MOMENT_DAY;
	GOOD(deadline_tick(inn->service, &lapsed, &inn->errors));
	assert_int_equal(lapsed, 1);
	GOOD(deadline_tick(inn->service, &lapsed, &inn->errors));
	assert_int_equal(lapsed, 0);
	/* The review is no breach; it is only overdue. */
	struct rows breaches = inn_rows(inn, &RECORD_BREACH);
	assert_int_equal(breaches.count, 1);
	assert_true(row_is(breaches.items[0], BREACH_RULE, "INN-5"));
	assert_true(row_is(breaches.items[0], BREACH_ACT, "deadline.lapse"));
	assert_true(text_equal(row_text(breaches.items[0], BREACH_SUBJECT), guest));
	assert_true(text_equal(row_text(breaches.items[0], BREACH_ABOUT_ID), stay));
	assert_true(text_equal_string(breaches.items[0]->created_by, "system"));
	/* It is still to be done, and the act still closes it. */
	assert_int_equal(work_of(inn, &inn->clerk).overdue, 1);
	GOOD(RUN(&inn->clerk, &outcome, "stay.end", "stay", stay.data));
	assert_int_equal(work_of(inn, &inn->clerk).count, 0);
}

static void test_about(void **state)
{
	struct inn *inn = *state;
	struct query *query;
	struct work work;
	struct text guest = inn_staying(inn, "7", "Aigul", NULL);
	inn_staying(inn, "8", "Bakyt", NULL);
	GOOD(query_begin(inn->service, inn->arena, &inn->clerk, "file", &query, &inn->errors));
	GOOD(deadline_about(query, guest, &work, &inn->errors));
	query_end(query);
	assert_int_equal(work.count, 2);
	assert_string_equal(work.items[0].clock->name, "welcome");
}

enum { MANY = 100000 };

struct many {
	struct inn *inn;
	struct text guest;
};

/* Straight into the table: a hundred thousand commands would test patience, not the query. */
static bool fill(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	struct many *many = state;
	for (int i = 0; i < MANY; i++) {
		struct row *row = row_new(arena, &RECORD_DEADLINE);
		row->id = identifier_new(arena);
		row->version = 1;
		row->created_at = row->changed_at = many->inn->moment;
		row->created_by = row->changed_by = many->inn->clerk.id;
		row->log = TEXT_OF("-");
		row_set_string(row, DEADLINE_CLOCK, i % 2 ? "welcome" : "review");
		row_set_string(row, DEADLINE_RULE, "INN-5");
		row_set_text(row, DEADLINE_FACILITY, i % 4 < 2 ? many->inn->hill : many->inn->lake);
		if (i % 4 < 2)
			row_set_text(row, DEADLINE_SUBJECT, many->guest);
		row_set_integer(row, DEADLINE_STARTED_AT, many->inn->moment);
		row_set_integer(row, DEADLINE_DUE_AT, many->inn->moment + (i - 1000) * MOMENT_MINUTE);
		row_set_string(row, DEADLINE_OUTCOME, "open");
		if (!write_insert(writer, arena, row, errors))
			return false;
	}
	return true;
}

static bool empty(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	(void)state;
	(void)arena;
	return store_execute(writer, "DELETE FROM deadline WHERE log = '-'", NULL, 0, NULL, errors);
}

static void test_many_open(void **state)
{
	struct inn *inn = *state;
	struct many many = {.inn = inn, .guest = inn_staying(inn, "7", "Aigul", NULL)};
	GOOD(writer_run(inn->service, inn->arena, fill, &many, &inn->errors));
	int64_t started = clock_monotonic();
	struct work work = work_of(inn, &inn->clerk);
	int64_t taken = clock_monotonic() - started;
	assert_int_equal(work.count, 50);
	assert_int_equal(work.overdue, 250);
	assert_int_equal(work.overdue + work.today + work.week + work.later, MANY / 4 + 1);
	print_message("my work among %d open deadlines: %lld ms\n", MANY, (long long)taken / 1000);
	assert_true(taken < 2000000);
	GOOD(writer_run(inn->service, inn->arena, empty, NULL, &inn->errors));
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_who_is_told), INN_TEST(test_overdue_and_escalated),
		INN_TEST(test_lapse_makes_one_breach), INN_TEST(test_about), INN_TEST(test_many_open)};
	return INN_RUN("service/deadline", tests);
}
