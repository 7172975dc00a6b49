/* demo_queue.c - steps that wait for their day, in order of time: a heap of events, run between the waves of admissions. */
#include "app/demo.h"

#include <stdlib.h>

/* The last minutes before the present belong to demo_events.c. */
enum { QUEUE_FIRST = 1024, LAST_MINUTES = 50 };

/* Either a step or a call. */
struct event { int64_t at; int64_t order; const struct demo_step *step; void (*call)(struct demo *, struct demo_person *); struct demo_person *person; };

/* A binary heap, soonest on top; of equal moments the one put first. Grows by doubling on the demo's arena. */
struct demo_queue { struct event *events; size_t count, capacity; int64_t order; };

static bool is_before(const struct event *left, const struct event *right)
{
	return left->at < right->at || (left->at == right->at && left->order < right->order);
}

static void swap(struct event *left, struct event *right)
{
	struct event kept = *left;
	*left = *right;
	*right = kept;
}

static void queue_push(struct demo *demo, struct event event)
{
	struct demo_queue *queue = demo->queue;
	if (!queue)
		queue = demo->queue = ARENA_NEW(demo->arena, struct demo_queue);
	if (queue->count == queue->capacity) {
		size_t capacity = queue->capacity ? queue->capacity * 2 : QUEUE_FIRST;
		struct event *events = ARENA_ARRAY(demo->arena, struct event, capacity);
		for (size_t i = 0; i < queue->count; i++)
			events[i] = queue->events[i];
		queue->events = events;
		queue->capacity = capacity;
	}
	event.order = queue->order++;
	size_t at = queue->count++;
	queue->events[at] = event;
	for (; at > 0 && is_before(&queue->events[at], &queue->events[(at - 1) / 2]); at = (at - 1) / 2)
		swap(&queue->events[at], &queue->events[(at - 1) / 2]);
}

static struct event queue_pop(struct demo_queue *queue)
{
	struct event first = queue->events[0];
	queue->events[0] = queue->events[--queue->count];
	for (size_t at = 0;;) {
		size_t least = at;
		for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < queue->count; child++)
			if (is_before(&queue->events[child], &queue->events[least]))
				least = child;
		if (least == at)
			return first;
		swap(&queue->events[at], &queue->events[least]);
		at = least;
	}
}

void demo_later(struct demo *demo, const struct demo_step *step, struct demo_person *person, int64_t hours)
{
	queue_push(demo, (struct event){ .at = demo->now + hours * MOMENT_HOUR, .step = step, .person = person });
}

void demo_call_later(struct demo *demo, void (*call)(struct demo *demo, struct demo_person *person), struct demo_person *person, int64_t hours)
{
	queue_push(demo, (struct event){ .at = demo->now + hours * MOMENT_HOUR, .call = call, .person = person });
}

/* Who has gone home takes no part in what was planned. */
static bool falls_away(const struct event *event)
{
	return event->person->gone && !(event->step && event->step->afterwards);
}

/* One act may need what the act before it made: the same person is never twice in a group. */
static bool joins(const struct event *event, const struct demo_step *step, int64_t from, struct demo_person *const *group, size_t count)
{
	if (count == DEMO_WAVE || event->step != step || event->at >= from + MOMENT_HOUR || falls_away(event))
		return false;
	for (size_t i = 0; i < count; i++)
		if (group[i] == event->person)
			return false;
	return true;
}

void demo_queue_run(struct demo *demo, int64_t until)
{
	struct demo_person *group[DEMO_WAVE];
	struct demo_queue *queue = demo->queue;
	until = until < demo->end - LAST_MINUTES * MOMENT_MINUTE ? until : demo->end - LAST_MINUTES * MOMENT_MINUTE;
	demo->minute = MOMENT_MINUTE / 60; /* else the work of a full hour would run past it */
	while (queue && queue->count > 0 && queue->events[0].at <= until) {
		struct event first = queue_pop(queue);
		size_t count = 0;
		if (falls_away(&first))
			continue;
		group[count++] = first.person;
		while (first.step && queue->count > 0 && joins(&queue->events[0], first.step, first.at, group, count))
			group[count++] = queue_pop(queue).person;
		demo->now = demo->now > first.at ? demo->now : first.at;
		demo_work_in(demo, first.person->facility->id);
		if (first.step)
			demo_run_each(demo, first.step, group, count);
		else
			first.call(demo, first.person);
		arena_reset(demo->wave_arena);
	}
	demo->minute = MOMENT_MINUTE;
}
