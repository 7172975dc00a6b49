/* names.c - the thread that keeps the indexes of names, and searching them. */
#include "service/names.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/log.h"
#include "service/names_internal.h"

enum { RETRY_MILLISECONDS = 500, STEP_MILLISECONDS = 2, WAIT_STEPS = 50 };

static void pause_milliseconds(int milliseconds)
{
	struct timespec time = {.tv_sec = milliseconds / 1000, .tv_nsec = (long)(milliseconds % 1000) * 1000000L};
	nanosleep(&time, NULL);
}

static struct names_index *index_of(struct service *service, const struct names_source *source)
{
	struct names *names = service->names;
	for (size_t i = 0; names && i < names->index_count; i++)
		if (names->indexes[i].source == source)
			return &names->indexes[i];
	return NULL;
}

/* ---- notes of the writer ---- */

static void pending_begin(struct names_pending *pending)
{
	pending->arena = arena_create();
	map_begin(&pending->ids, pending->arena);
}

static void pending_reset(struct names_pending *pending)
{
	arena_reset(pending->arena);
	map_begin(&pending->ids, pending->arena);
}

static void pending_add(struct names_pending *pending, struct text id)
{
	if (!map_get(&pending->ids, id))
		map_set(&pending->ids, arena_copy(pending->arena, id), pending);
}

void names_note(struct service *service, const struct row *row, const struct row *old)
{
	struct names *names = service->names;
	for (size_t i = 0; names && i < names->index_count; i++) {
		const struct names_source *source = names->indexes[i].source;
		for (const struct record *const *record = source->records; *record; record++) {
			struct text id = *record == row->record ? source->entry_of(row, old) : text_empty();
			if (!text_is_empty(id))
				pending_add(&names->indexes[i].group, id);
		}
	}
}

void names_group_ended(struct service *service, bool committed)
{
	struct names *names = service->names;
	bool any = false;
	if (!names)
		return;
	pthread_mutex_lock(&names->mutex);
	for (size_t i = 0; i < names->index_count; i++) {
		struct names_index *index = &names->indexes[i];
		for (size_t id = 0; committed && id < index->group.ids.count; id++) {
			pending_add(&index->waiting, index->group.ids.entries[id].key);
			any = true;
		}
		if (index->group.ids.count > 0)
			pending_reset(&index->group);
	}
	if (any) {
		names->noted++;
		pthread_cond_signal(&names->work);
	}
	pthread_mutex_unlock(&names->mutex);
}

/* ---- the thread ---- */

/* Follow-ups may run commands, which may note more: never under the mutex. */
static void follow(struct names *names, struct names_index *index, const struct map *ids)
{
	struct arena *arena = arena_create();
	struct text *entries = ARENA_ARRAY(arena, struct text, (ids ? ids->count : 0) + 1);
	size_t count = 0;
	for (; ids && count < ids->count; count++)
		entries[count] = ids->entries[count].key;
	if (index->source->changed && names->service->writer && !atomic_load(&names->stopping))
		index->source->changed(names->service, entries, count);
	arena_destroy(arena);
}

static void begin_index(struct names *names, struct names_index *index)
{
	while (!names_read_all(names->service, index) && !atomic_load(&names->stopping))
		pause_milliseconds(RETRY_MILLISECONDS);
	atomic_store(&index->ready, !atomic_load(&names->stopping));
}

/* Takes what waits; the thread alone reads `taken`. */
static bool take_waiting(struct names_index *index)
{
	struct names_pending spare = index->taken;
	index->taken = index->waiting;
	index->waiting = spare;
	return index->taken.ids.count > 0;
}

static void renew(struct names *names, struct names_index *index)
{
	while (!names_read_some(names->service, index, &index->taken.ids)) {
		if (atomic_load(&names->stopping))
			return;
		pause_milliseconds(RETRY_MILLISECONDS);
	}
	match_index_publish(index->index);
}

static void work_off(struct names *names)
{
	bool taken[NAMES_INDEXES] = {false};
	pthread_mutex_lock(&names->mutex);
	uint64_t noted = names->noted;
	for (size_t i = 0; i < names->index_count; i++)
		taken[i] = take_waiting(&names->indexes[i]);
	pthread_mutex_unlock(&names->mutex);
	for (size_t i = 0; i < names->index_count; i++)
		if (taken[i])
			renew(names, &names->indexes[i]);
	atomic_store(&names->published, noted);
	for (size_t i = 0; i < names->index_count; i++) {
		if (!taken[i])
			continue;
		follow(names, &names->indexes[i], &names->indexes[i].taken.ids);
		pending_reset(&names->indexes[i].taken);
	}
}

static void *names_loop(void *state)
{
	struct names *names = state;
	for (size_t i = 0; i < names->index_count; i++)
		begin_index(names, &names->indexes[i]);
	for (size_t i = 0; i < names->index_count; i++)
		follow(names, &names->indexes[i], NULL);
	pthread_mutex_lock(&names->mutex);
	for (;;) {
		while (names->followed = atomic_load(&names->published), names->noted == names->followed && !atomic_load(&names->stopping)) {
			names->idle = true;
			pthread_cond_broadcast(&names->done);
			pthread_cond_wait(&names->work, &names->mutex);
		}
		names->idle = false;
		if (names->noted == names->followed)
			break;
		pthread_mutex_unlock(&names->mutex);
		work_off(names);
		pthread_mutex_lock(&names->mutex);
	}
	pthread_mutex_unlock(&names->mutex);
	return NULL;
}

/* ---- start and stop ---- */

static const char *index_path(struct service *service, const struct names_source *source)
{
	return file_path(service->arena, service->folder, arena_format(service->arena, "names-%s.index", source->name).data);
}

void names_forget(struct service *service)
{
	for (const struct names_source *const *source = service->registry->names; source && *source; source++)
		file_remove(index_path(service, *source));
}

bool names_start(struct service *service, struct error_list *errors)
{
	const struct names_source *const *sources = service->registry->names;
	if (!sources || service->names)
		return true;
	struct names *names = ARENA_NEW(service->arena, struct names);
	names->service = service;
	for (; sources[names->index_count] && names->index_count < NAMES_INDEXES; names->index_count++) {
		struct names_index *index = &names->indexes[names->index_count];
		index->source = sources[names->index_count];
		index->index = match_index_create();
		index->path = index_path(service, index->source);
		pending_begin(&index->group);
		pending_begin(&index->waiting);
		pending_begin(&index->taken);
	}
	pthread_mutex_init(&names->mutex, NULL);
	pthread_cond_init(&names->work, NULL);
	pthread_cond_init(&names->done, NULL);
	service->names = names;
	names->running = pthread_create(&names->thread, NULL, names_loop, names) == 0;
	if (!names->running)
		error_say(errors, E_SYSTEM, NULL, N_("The thread that keeps the index of names could not be started"));
	return names->running;
}

bool names_is_stopping(const struct service *service)
{
	return !service->names || atomic_load(&service->names->stopping);
}

void names_wait_ready(struct service *service)
{
	struct names *names = service->names;
	for (size_t i = 0; names && i < names->index_count; i++)
		while (!atomic_load(&names->indexes[i].ready))
			pause_milliseconds(STEP_MILLISECONDS);
}

void names_wait(struct service *service)
{
	struct names *names = service->names;
	if (!names)
		return;
	pthread_mutex_lock(&names->mutex);
	while (!names->idle || names->noted != names->followed)
		pthread_cond_wait(&names->done, &names->mutex);
	pthread_mutex_unlock(&names->mutex);
}

void names_stop(struct service *service)
{
	struct names *names = service->names;
	if (!names)
		return;
	atomic_store(&names->stopping, true);
	pthread_mutex_lock(&names->mutex);
	pthread_cond_broadcast(&names->work);
	pthread_mutex_unlock(&names->mutex);
	if (names->running)
		pthread_join(names->thread, NULL);
	names->running = false;
}

/* The thread is gone: what it left is taken in here, once. */
static void save(struct service *service, struct names_index *index)
{
	if (!atomic_load(&index->ready) || !service->connection)
		return;
	if (take_waiting(index)) {
		if (!names_read_some(service, index, &index->taken.ids))
			return;
		match_index_publish(index->index);
	}
	names_save(service, index);
}

void names_close(struct service *service)
{
	struct names *names = service->names;
	if (!names)
		return;
	for (size_t i = 0; i < names->index_count; i++) {
		struct names_index *index = &names->indexes[i];
		save(service, index);
		match_index_destroy(index->index);
		arena_destroy(index->group.arena);
		arena_destroy(index->waiting.arena);
		arena_destroy(index->taken.arena);
	}
	while (names->idle_searchers > 0)
		match_searcher_destroy(names->searchers[--names->idle_searchers]);
	pthread_cond_destroy(&names->done);
	pthread_cond_destroy(&names->work);
	pthread_mutex_destroy(&names->mutex);
	service->names = NULL;
}

/* ---- searching ---- */

/* What was committed before this moment should be found: a person registered a second ago, above all. */
static void wait_for_published(struct names *names)
{
	pthread_mutex_lock(&names->mutex);
	uint64_t noted = names->noted;
	pthread_mutex_unlock(&names->mutex);
	for (int step = 0; atomic_load(&names->published) < noted && step < WAIT_STEPS; step++)
		pause_milliseconds(STEP_MILLISECONDS);
}

const struct match_snapshot *names_snapshot(struct service *service, const struct names_source *source)
{
	struct names_index *index = index_of(service, source);
	if (!index || !atomic_load(&index->ready))
		return NULL;
	if (!pthread_equal(pthread_self(), service->names->thread))
		wait_for_published(service->names);
	return match_index_acquire(index->index);
}

static struct match_searcher *searcher_take(struct names *names)
{
	struct match_searcher *searcher = NULL;
	pthread_mutex_lock(&names->mutex);
	if (names->idle_searchers > 0)
		searcher = names->searchers[--names->idle_searchers];
	pthread_mutex_unlock(&names->mutex);
	return searcher ? searcher : match_searcher_create();
}

static void searcher_give(struct names *names, struct match_searcher *searcher)
{
	pthread_mutex_lock(&names->mutex);
	bool kept = names->idle_searchers < NAMES_SEARCHERS;
	if (kept)
		names->searchers[names->idle_searchers++] = searcher;
	pthread_mutex_unlock(&names->mutex);
	if (!kept)
		match_searcher_destroy(searcher);
}

void names_search(struct service *service, const struct names_source *source, const struct match_entry *wanted, size_t limit,
	struct arena *arena, struct names_found *out_found)
{
	const struct match_snapshot *snapshot = names_snapshot(service, source);
	*out_found = (struct names_found){.ready = snapshot != NULL};
	if (!snapshot)
		return;
	struct match_searcher *searcher = searcher_take(service->names);
	out_found->population = match_snapshot_count(snapshot);
	out_found->count = match_search(searcher, snapshot, wanted, limit, arena, &out_found->hits);
	searcher_give(service->names, searcher);
	match_snapshot_release(snapshot);
}

size_t names_compare(struct service *service, const struct names_source *source, const struct match_entry *left,
	const struct match_entry *right, struct match_comparison *out_comparison)
{
	const struct match_snapshot *snapshot = names_snapshot(service, source);
	size_t population = snapshot ? match_snapshot_count(snapshot) : 0;
	match_compare(snapshot, left, right, out_comparison);
	if (snapshot)
		match_snapshot_release(snapshot);
	return population;
}

bool names_figures(struct service *service, const struct names_source *source, size_t *out_count, size_t *out_bytes)
{
	struct names_index *index = index_of(service, source);
	if (!index || !atomic_load(&index->ready))
		return false;
	*out_count = match_index_count(index->index);
	*out_bytes = match_index_memory(index->index);
	return true;
}
