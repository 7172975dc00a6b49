/* test_chain.c - chains of revisions across logs that are walked one after the other. */
#include "journal/chain.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct faults {
	int count;
	int64_t revision;
	const char *what;
};

static void note_fault(void *state, const struct chain_link *link, const char *what)
{
	struct faults *faults = state;
	faults->count++;
	faults->revision = link->revision;
	faults->what = what;
}

static struct hash leaf_of(int64_t revision)
{
	struct hash hash = { { (uint8_t)revision, 7 } };
	return hash;
}

static struct chain_link link_of(struct chain *chain, const char *name, int64_t revision, uint32_t log)
{
	return (struct chain_link){ .key = chain_key_of(chain, text_from(name)), .revision = revision, .index = revision * 10,
		.log = log, .state = CHAIN_VALUES, .readable = true, .has_previous = revision > 1,
		.previous = leaf_of(revision - 1), .leaf = leaf_of(revision), .content = leaf_of(revision + 100) };
}

static void expect_newest(struct chain *chain, const char *name, int64_t revision)
{
	struct chain_key key = chain_key_of(chain, text_from(name));
	const struct chain_row *row = chain_find(chain, &key);
	struct hash content = leaf_of(revision + 100);
	assert_non_null(row);
	assert_int_equal(row->revision, revision);
	assert_int_equal(row->index, revision * 10);
	assert_true(hash_equal(&row->content, &content));
}

/* Revisions 1, 4 and 5 in one log, 2 and 3 in another: in each order of the logs the chain is whole. */
static void order_of_logs_does_not_matter(void **state)
{
	(void)state;
	static const int64_t orders[][5] = { { 1, 4, 5, 2, 3 }, { 2, 3, 1, 4, 5 }, { 1, 2, 3, 4, 5 }, { 5, 4, 3, 2, 1 } };
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		struct faults faults = { 0 };
		struct chain *chain = chain_create(note_fault, &faults);
		for (size_t j = 0; j < 5; j++) {
			struct chain_link link = link_of(chain, "note/A", orders[i][j], 0);
			chain_add(chain, &link);
		}
		chain_settle(chain);
		assert_int_equal(faults.count, 0);
		expect_newest(chain, "note/A", 5);
		chain_destroy(chain);
	}
}

static void broken_chains_are_named(void **state)
{
	(void)state;
	struct faults faults = { 0 };
	struct chain *chain = chain_create(note_fault, &faults);
	struct chain_link first = link_of(chain, "note/A", 1, 0), third = link_of(chain, "note/A", 3, 0),
		fourth = link_of(chain, "note/A", 4, 0);
	chain_add(chain, &first);
	chain_add(chain, &third);
	chain_add(chain, &fourth);
	chain_settle(chain);
	assert_int_equal(faults.count, 1);
	assert_int_equal(faults.revision, 3);
	assert_non_null(strstr(faults.what, "missing"));
	expect_newest(chain, "note/A", 4);
	struct chain_link other = link_of(chain, "note/B", 1, 0), wrong = link_of(chain, "note/B", 2, 0);
	wrong.previous = leaf_of(9);
	chain_add(chain, &other);
	chain_add(chain, &wrong);
	assert_int_equal(faults.count, 2);
	assert_non_null(strstr(faults.what, "prev"));
	struct chain_link none = link_of(chain, "note/B", 3, 0);
	none.has_previous = false;
	chain_add(chain, &none);
	assert_int_equal(faults.count, 3);
	/* A damaged entry is named elsewhere; its stored leaf still carries the chain. */
	struct chain_link damaged = link_of(chain, "note/B", 4, 0), next = link_of(chain, "note/B", 5, 0);
	damaged.readable = false;
	damaged.has_previous = false;
	chain_add(chain, &damaged);
	chain_add(chain, &next);
	assert_int_equal(faults.count, 3);
	chain_destroy(chain);
}

static void many_rows(void **state)
{
	(void)state;
	enum { ROWS = 5000 };
	struct faults faults = { 0 };
	struct chain *chain = chain_create(note_fault, &faults);
	char name[32];
	for (int64_t revision = 1; revision <= 2; revision++)
		for (int i = 0; i < ROWS; i++) {
			snprintf(name, sizeof name, "note/%d", i);
			struct chain_link link = link_of(chain, name, revision, 0);
			chain_add(chain, &link);
		}
	chain_settle(chain);
	size_t place = 0, count = 0;
	for (struct chain_row *row; (row = chain_next(chain, &place)) != NULL; count++)
		assert_int_equal(row->revision, 2);
	assert_int_equal(count, ROWS);
	assert_int_equal(faults.count, 0);
	struct chain_key stranger = chain_key_of(chain, TEXT_OF("note/x"));
	assert_null(chain_find(chain, &stranger));
	chain_destroy(chain);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order_of_logs_does_not_matter),
		cmocka_unit_test(broken_chains_are_named),
		cmocka_unit_test(many_rows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
