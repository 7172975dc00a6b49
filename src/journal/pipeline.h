/*
 * pipeline.h - work on items by several threads, results taken in the order in which the items came. Internal to the folder.
 *
 * One thread puts items and takes them back; workers work on them in between. Whoever holds an item owns it: the putting thread
 * until pipeline_put(), one worker, then the putting thread again from pipeline_take() on.
 *
 *	while (more or pipeline_waiting(p) > 0) {
 *		if (more && pipeline_has_room(p)) pipeline_put(p, read_next());
 *		else consume(pipeline_take(p)); }
 */
#ifndef CUSTOS_JOURNAL_PIPELINE_H
#define CUSTOS_JOURNAL_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

enum { PIPELINE_DEPTH = 8 };

struct pipeline;

/* work runs on one of `workers` threads (at least 1); number tells which: 0 .. workers - 1. */
struct pipeline *pipeline_create(int workers, void (*work)(void *state, void *item, int number), void *state);
/* Waits until what was put is worked on; items not taken are dropped. */
void pipeline_destroy(struct pipeline *pipeline);
bool pipeline_has_room(const struct pipeline *pipeline);
size_t pipeline_waiting(const struct pipeline *pipeline); /* put and not taken */
void pipeline_put(struct pipeline *pipeline, void *item); /* only when there is room */
void *pipeline_take(struct pipeline *pipeline);		  /* the oldest, once it is ready; only when some are waiting */
/* Workers that this machine can feed: its processors, at most 8. */
int pipeline_workers(void);

#endif
