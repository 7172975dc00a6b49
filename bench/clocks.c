/*
 * clocks.c - what many open clocks cost: letting the overdue ones lapse, and "my work" of each user.
 *
 *	clocks FOLDER COUNT     adds open deadlines to a COPY of a data folder until there are COUNT, and measures
 *
 * The added rows are copies of open ones, due from tomorrow on; they are not in the journal, so the copy does not verify any more.
 */
#include <stdio.h>
#include <stdlib.h>

#include "app/areas.h"
#include "base/random.h"
#include "service/deadline.h"
#include "service/records.h"
#include "service/session.h"
#include "service/writer.h"
#include "store/write.h"

enum { WORK_SHOWN = 200, ROUNDS = 5 };

struct filling {
	int64_t want, have, now;
};

static struct selection open_deadlines(void)
{
	struct selection selection = { .record = &RECORD_DEADLINE, .order_field = FIELD_ID, .condition_count = 1 };
	selection.conditions[0] = (struct condition)CONDITION_ABSENT(DEADLINE_STOPPED_AT);
	return selection;
}

static bool fill(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	struct filling *filling = state;
	struct selection selection = open_deadlines();
	struct rows rows;
	if (!select_count(writer, arena, &selection, &filling->have, errors) || !select_rows(writer, arena, &selection, &rows, errors))
		return false;
	for (size_t i = 0; rows.count > 0 && filling->have < filling->want; i++, filling->have++) {
		struct row *row = row_copy(arena, rows.items[i % rows.count]);
		row->id = identifier_new(arena);
		row_set_integer(row, DEADLINE_DUE_AT, filling->now + MOMENT_DAY + (int64_t)(i % 300) * MOMENT_DAY);
		if (!write_insert(writer, arena, row, errors))
			return false;
	}
	return true;
}

/* Milliseconds of one "my work" of a user, the least of some rounds; items shown. */
static double work_of(struct service *service, const struct actor *actor, int64_t *out_counted, struct error_list *errors)
{
	double least = 1e9;
	for (int i = 0; i < ROUNDS; i++) {
		struct arena *arena = arena_create();
		struct query *query;
		struct work work = { 0 };
		int64_t began = clock_monotonic();
		if (query_begin(service, arena, actor, "page", &query, errors) && deadline_work(query, WORK_SHOWN, &work, errors))
			query_end(query);
		double took = (double)(clock_monotonic() - began) / 1000;
		least = took < least ? took : least;
		*out_counted = work.overdue + work.today + work.week + work.later;
		arena_destroy(arena);
	}
	return least;
}

static void measure(struct service *service, struct arena *arena, int64_t open, struct error_list *errors)
{
	static const char *const users[] = { "governor", "reception", "wing", "caseworker", "health", "security", "headquarters" };
	int64_t lapsed, counted, began;
	double slowest = 0;
	const char *who = "nobody";
	deadline_tick(service, &lapsed, errors); /* what is overdue already becomes a breach once */
	began = clock_monotonic();
	deadline_tick(service, &lapsed, errors);
	printf("tick with %lld open: %.1f ms\n", (long long)open, (double)(clock_monotonic() - began) / 1000);
	for (size_t i = 0; i < sizeof users / sizeof *users; i++) {
		struct actor actor;
		if (!session_actor_named(service, arena, text_from(users[i]), &actor, errors))
			continue;
		double took = work_of(service, &actor, &counted, errors);
		printf("work of %s: %.1f ms, %lld due\n", users[i], took, (long long)counted);
		if (took > slowest) {
			slowest = took;
			who = users[i];
		}
	}
	printf("slowest work with %lld open: %.1f ms (%s)\n", (long long)open, slowest, who);
}

int main(int count, char **words)
{
	if (count < 3) {
		fprintf(stderr, "usage: clocks FOLDER COUNT\n");
		return 2;
	}
	struct arena *arena = arena_create();
	struct error_list errors;
	struct service *service;
	struct filling filling = { 0 };
	error_list_begin(&errors, arena);
	text_to_integer(text_from(words[2]), &filling.want);
	const struct service_options options = { .folder = words[1], .registry = app_registry(arena), .writer = true };
	if (service_open(&options, &service, &errors)) {
		filling.now = service_now(service);
		if (writer_run(service, arena, fill, &filling, &errors))
			measure(service, arena, filling.have, &errors);
		service_close(service);
	}
	for (size_t i = 0; i < errors.count; i++)
		fprintf(stderr, "clocks: %s (%.*s)\n", error_english(arena, &errors.items[i]).data, TEXT_FORMAT(errors.items[i].detail));
	return errors.count > 0;
}
