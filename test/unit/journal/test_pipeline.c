/* test_pipeline.c - items come back in their order, each worked on once, whatever the number of workers. */
#include "journal/pipeline.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct item {
	int number, worked, worker;
};

static void work(void *state, void *opaque, int number)
{
	struct item *item = opaque;
	/* Some take longer than those behind them. */
	for (volatile int i = 0; i < (item->number % 7) * 1000; i++)
		;
	item->worked++;
	item->worker = number;
	(void)state;
}

static void order_is_kept(void **state)
{
	(void)state;
	for (int workers = 1; workers <= 5; workers++) {
		static struct item items[1000];
		struct pipeline *pipeline = pipeline_create(workers, work, NULL);
		int put = 0, taken = 0;
		while (put < 1000 || pipeline_waiting(pipeline) > 0) {
			if (put < 1000 && pipeline_has_room(pipeline)) {
				items[put] = (struct item){ .number = put };
				pipeline_put(pipeline, &items[put++]);
				continue;
			}
			struct item *item = pipeline_take(pipeline);
			assert_int_equal(item->number, taken++);
			assert_int_equal(item->worked, 1);
			assert_true(item->worker >= 0 && item->worker < workers);
		}
		assert_int_equal(taken, 1000);
		pipeline_destroy(pipeline);
	}
}

static void what_is_not_taken_is_worked_on(void **state)
{
	(void)state;
	struct item items[PIPELINE_DEPTH] = { 0 };
	struct pipeline *pipeline = pipeline_create(2, work, NULL);
	for (int i = 0; i < PIPELINE_DEPTH; i++)
		pipeline_put(pipeline, &items[i]);
	assert_false(pipeline_has_room(pipeline));
	pipeline_destroy(pipeline);
	for (int i = 0; i < PIPELINE_DEPTH; i++)
		assert_int_equal(items[i].worked, 1);
	assert_true(pipeline_workers() >= 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order_is_kept),
		cmocka_unit_test(what_is_not_taken_is_worked_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
