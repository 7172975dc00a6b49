/* writer.c - the queue of the writer thread: tickets in a list, access notes in a ring; and the clock that ticks beside it. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "service/heartbeat.h"
#include "service/internal.h"

enum { GROUP_TICKETS = 2048, RING_NOTES = 4096, SEEN_NOTES = 4096, NOTE_LINGER_MILLISECONDS = 20,
	RETRY_MILLISECONDS = 500, TICK_SECONDS = 60, TICKER_STEP_MILLISECONDS = 100 };

struct writer {
	struct service *service;
	pthread_t thread, ticker;
	bool has_ticker;
	atomic_bool stopping;

	pthread_mutex_t mutex;
	pthread_cond_t work; /* something was queued, or stopping */
	pthread_cond_t room; /* notes were taken */
	struct ticket *first, **last;
	struct note_slot *ring; /* RING_NOTES */
	size_t ring_first, ring_count;
	struct note_slot *seen; /* SEEN_NOTES, by hash: what was noted lately */
	struct note_slot *taken; /* RING_NOTES, writer thread: what the group appends; kept while groups fail */
	size_t taken_count;
};

static void pause_milliseconds(int milliseconds)
{
	struct timespec time = {.tv_sec = milliseconds / 1000, .tv_nsec = (long)(milliseconds % 1000) * 1000000L};
	nanosleep(&time, NULL);
}

/* ---- tickets ---- */

void writer_queue(struct service *service, struct ticket **tickets, size_t count)
{
	struct writer *writer = service->writer;
	pthread_mutex_lock(&writer->mutex);
	for (size_t i = 0; i < count; i++) {
		tickets[i]->next = NULL;
		*writer->last = tickets[i];
		writer->last = &tickets[i]->next;
	}
	pthread_cond_signal(&writer->work);
	pthread_mutex_unlock(&writer->mutex);
}

static struct ticket *take_tickets(struct writer *writer)
{
	struct ticket *head = writer->first, **end = &writer->first;
	for (size_t i = 0; i < GROUP_TICKETS && *end; i++)
		end = &(*end)->next;
	if (end == &writer->first)
		return NULL;
	writer->first = *end;
	*end = NULL;
	if (!writer->first)
		writer->last = &writer->first;
	return head;
}

/* ---- notes ---- */

/* Too long for a slot is too long for an identifier: what does not fit is cut, never dropped. */
static void keep_text(char *slot, size_t size, struct text text)
{
	size_t length = text.length < size - 1 ? text.length : size - 1;
	if (length > 0)
		memcpy(slot, text.data, length);
	slot[length] = '\0';
}

static void fill_slot(struct note_slot *slot, const struct access_note *note)
{
	memset(slot, 0, sizeof *slot);
	slot->kind = note->kind;
	slot->time = note->time;
	keep_text(slot->actor, sizeof slot->actor, note->actor);
	keep_text(slot->subject, sizeof slot->subject, note->subject);
	keep_text(slot->record, sizeof slot->record, note->record);
	keep_text(slot->record_id, sizeof slot->record_id, note->record_id);
	keep_text(slot->facility_code, sizeof slot->facility_code, note->facility_code);
}

static bool same_access(const struct note_slot *left, const struct note_slot *right)
{
	return left->kind && strcmp(left->kind, right->kind) == 0 && strcmp(left->actor, right->actor) == 0 &&
		strcmp(left->subject, right->subject) == 0 && strcmp(left->record, right->record) == 0 &&
		strcmp(left->record_id, right->record_id) == 0;
}

/* A page that shows a row five times has read it once. */
static bool seen_lately(struct writer *writer, const struct note_slot *slot)
{
	uint64_t hash = text_hash(text_from(slot->actor)) * 31 + text_hash(text_from(slot->subject)) * 17 +
		text_hash(text_from(slot->record_id)) * 7 + text_hash(text_from(slot->record)) * 3 +
		text_hash(text_from(slot->kind));
	struct note_slot *seen = &writer->seen[(hash ^ hash >> 32) % SEEN_NOTES];
	if (same_access(seen, slot) && slot->time >= seen->time && slot->time - seen->time < MOMENT_SECOND)
		return true;
	*seen = *slot;
	return false;
}

void writer_note_access(struct service *service, const struct access_note *note)
{
	struct writer *writer = service->writer;
	struct note_slot slot;
	if (!writer)
		return;
	fill_slot(&slot, note);
	pthread_mutex_lock(&writer->mutex);
	if (!seen_lately(writer, &slot)) {
		while (writer->ring_count == RING_NOTES)
			pthread_cond_wait(&writer->room, &writer->mutex);
		writer->ring[(writer->ring_first + writer->ring_count++) % RING_NOTES] = slot;
		pthread_cond_signal(&writer->work);
	}
	pthread_mutex_unlock(&writer->mutex);
}

static void take_notes(struct writer *writer)
{
	size_t count = writer->ring_count, room = RING_NOTES - writer->taken_count;
	if (count > room)
		count = room;
	for (size_t i = 0; i < count; i++)
		writer->taken[writer->taken_count++] = writer->ring[(writer->ring_first + i) % RING_NOTES];
	writer->ring_first = (writer->ring_first + count) % RING_NOTES;
	writer->ring_count -= count;
	if (count > 0)
		pthread_cond_broadcast(&writer->room);
}

void writer_flush(struct service *service)
{
	struct arena *arena;
	struct error_list errors;
	if (!service->writer)
		return;
	arena = arena_create();
	error_list_begin(&errors, arena);
	writer_run(service, arena, NULL, NULL, &errors);
	arena_destroy(arena);
}

/* ---- the thread ---- */

/* False when it is time to end and nothing is left to do. Called and left with the mutex held. */
static bool wait_for_work(struct writer *writer)
{
	while (!writer->first && writer->ring_count == 0 && writer->taken_count == 0) {
		if (atomic_load(&writer->stopping))
			return false;
		pthread_cond_wait(&writer->work, &writer->mutex);
	}
	/* Nobody waits for a note: a few more of them share the sync. After a failure the database gets time. */
	if (!writer->first && writer->ring_count < RING_NOTES / 2 && !atomic_load(&writer->stopping)) {
		pthread_mutex_unlock(&writer->mutex);
		pause_milliseconds(writer->taken_count > 0 ? RETRY_MILLISECONDS : NOTE_LINGER_MILLISECONDS);
		pthread_mutex_lock(&writer->mutex);
	}
	return true;
}

/* Readings are not forgotten because a commit failed; only the end of the process gives up on them, and says so. */
static void settle_notes(struct writer *writer, bool committed)
{
	if (!committed && writer->taken_count > 0 && !atomic_load(&writer->stopping))
		return;
	if (!committed && writer->taken_count > 0)
		log_event(LOG_ERROR, "access_notes_lost", NULL);
	writer->taken_count = 0;
}

static void *write_loop(void *state)
{
	struct writer *writer = state;
	struct arena *arena = arena_create();
	pthread_mutex_lock(&writer->mutex);
	while (wait_for_work(writer)) {
		struct ticket *tickets = take_tickets(writer);
		take_notes(writer);
		pthread_mutex_unlock(&writer->mutex);
		settle_notes(writer,
			group_run(writer->service, arena, tickets, writer->taken, writer->taken_count));
		arena_reset(arena);
		pthread_mutex_lock(&writer->mutex);
	}
	pthread_mutex_unlock(&writer->mutex);
	arena_destroy(arena);
	return NULL;
}

static void tick(struct service *service, bool hourly)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	int64_t lapsed, beats;
	error_list_begin(&errors, arena);
	deadline_tick(service, &lapsed, &errors);
	heartbeat_tick(service, &beats, &errors);
	if (hourly) {
		outcome_forget_old(service, &errors);
		keys_secret_expire(service->keys, service_now(service), &errors);
	}
	for (size_t i = 0; i < errors.count; i++)
		log_event(LOG_ERROR, "tick_failed", "error", arena_string(arena, error_english(arena, &errors.items[i])),
			NULL);
	arena_destroy(arena);
}

static void *tick_loop(void *state)
{
	struct writer *writer = state;
	int64_t next = clock_monotonic() + TICK_SECONDS * INT64_C(1000000);
	for (int64_t count = 0; !atomic_load(&writer->stopping);) {
		pause_milliseconds(TICKER_STEP_MILLISECONDS);
		if (clock_monotonic() < next)
			continue;
		tick(writer->service, count++ % 60 == 0);
		next = clock_monotonic() + TICK_SECONDS * INT64_C(1000000);
	}
	return NULL;
}

bool writer_is_current(const struct service *service)
{
	return service->writer && pthread_equal(pthread_self(), service->writer->thread);
}

static bool thread_failed(struct error_list *errors)
{
	error_say(errors, E_SYSTEM, NULL, N_("The writer thread could not be started"));
	return false;
}

bool writer_start(struct service *service, bool ticker, struct error_list *errors)
{
	struct writer *writer = ARENA_NEW(service->arena, struct writer);
	writer->service = service;
	writer->last = &writer->first;
	writer->ring = ARENA_ARRAY(service->arena, struct note_slot, RING_NOTES);
	writer->taken = ARENA_ARRAY(service->arena, struct note_slot, RING_NOTES);
	writer->seen = ARENA_ARRAY(service->arena, struct note_slot, SEEN_NOTES);
	pthread_mutex_init(&writer->mutex, NULL);
	pthread_cond_init(&writer->work, NULL);
	pthread_cond_init(&writer->room, NULL);
	service->writer = writer;
	if (pthread_create(&writer->thread, NULL, write_loop, writer) != 0) {
		service->writer = NULL;
		return thread_failed(errors);
	}
	writer->has_ticker = ticker && pthread_create(&writer->ticker, NULL, tick_loop, writer) == 0;
	return true;
}

void writer_stop(struct service *service)
{
	struct writer *writer = service->writer;
	if (!writer)
		return;
	atomic_store(&writer->stopping, true);
	/* The ticker first: it may still have commands to run. */
	if (writer->has_ticker)
		pthread_join(writer->ticker, NULL);
	pthread_mutex_lock(&writer->mutex);
	pthread_cond_broadcast(&writer->work);
	pthread_mutex_unlock(&writer->mutex);
	pthread_join(writer->thread, NULL);
	pthread_cond_destroy(&writer->room);
	pthread_cond_destroy(&writer->work);
	pthread_mutex_destroy(&writer->mutex);
	service->writer = NULL;
}
