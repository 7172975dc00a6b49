/* index.c - the writer's side of the index: changes, snapshots, merging. */
#include "match/index.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

enum { MERGE_LEAST = 4096, MERGE_PART = 50 };

/* A change that was not published yet: entries are kept as segments of one batch. */
struct match_index {
	pthread_mutex_t lock; /* for published and the holders' counts */
	struct match_snapshot *published;
	struct arena *pending_arena;
	struct map pending; /* id to its place in batch plus 1, or to &removal */
	struct segment_builder *batch;
	uint32_t batch_count;
};

static const char removal = 0;

static void pending_begin(struct match_index *index)
{
	index->pending_arena = arena_create();
	map_begin(&index->pending, index->pending_arena);
	index->batch = segment_builder_create();
	index->batch_count = 0;
}

static void pending_end(struct match_index *index)
{
	segment_builder_destroy(index->batch);
	arena_destroy(index->pending_arena);
}

static void *heap_new(size_t size)
{
	void *memory = calloc(1, size);
	if (memory == NULL)
		abort();
	return memory;
}

struct match_index *match_index_create(void)
{
	struct match_index *index = heap_new(sizeof *index);
	pthread_mutex_init(&index->lock, NULL);
	index->published = heap_new(sizeof *index->published);
	index->published->index = index;
	index->published->holders = 1;
	pending_begin(index);
	return index;
}

/* ---- Holding ---- */

static void segment_release(struct shared_segment *shared)
{
	if (shared != NULL && --shared->holders == 0) {
		segment_destroy(shared->segment);
		free(shared);
	}
}

/* Under the lock. */
static void snapshot_drop(struct match_snapshot *snapshot)
{
	if (--snapshot->holders > 0)
		return;
	for (int part = 0; part < SNAPSHOT_SEGMENTS; part++)
		segment_release(snapshot->parts[part]);
	free(snapshot->removed);
	free(snapshot);
}

const struct match_snapshot *match_index_acquire(struct match_index *index)
{
	pthread_mutex_lock(&index->lock);
	struct match_snapshot *snapshot = index->published;
	snapshot->holders++;
	pthread_mutex_unlock(&index->lock);
	return snapshot;
}

void match_snapshot_release(const struct match_snapshot *snapshot)
{
	struct match_index *index = snapshot->index;
	pthread_mutex_lock(&index->lock);
	snapshot_drop((struct match_snapshot *)(uintptr_t)snapshot);
	pthread_mutex_unlock(&index->lock);
}

size_t match_snapshot_count(const struct match_snapshot *snapshot)
{
	return snapshot->count;
}

size_t match_index_count(const struct match_index *index)
{
	return index->published->count;
}

size_t match_index_memory(const struct match_index *index)
{
	size_t bytes = 0;
	for (int part = 0; part < SNAPSHOT_SEGMENTS; part++) {
		const struct segment *segment = snapshot_segment(index->published, part);
		for (int array = 0; segment != NULL && array < SEGMENT_ARRAYS; array++)
			bytes += segment->sizes[array];
	}
	return bytes;
}

void match_index_destroy(struct match_index *index)
{
	if (index == NULL)
		return;
	pending_end(index);
	snapshot_drop(index->published);
	pthread_mutex_destroy(&index->lock);
	free(index);
}

/* ---- Changing ---- */

void match_index_set(struct match_index *index, const struct match_entry *entry)
{
	segment_builder_add(index->batch, entry);
	index->batch_count++;
	map_set(&index->pending, arena_copy(index->pending_arena, entry->id), (void *)(uintptr_t)index->batch_count);
}

void match_index_remove(struct match_index *index, struct text id)
{
	map_set(&index->pending, arena_copy(index->pending_arena, id), (void *)(uintptr_t)&removal);
}

static struct shared_segment *share(struct segment *segment)
{
	struct shared_segment *shared = heap_new(sizeof *shared);
	shared->segment = segment;
	shared->holders = 1;
	return shared;
}

static void publish(struct match_index *index, struct match_snapshot *next)
{
	next->index = index;
	next->holders = 1;
	next->count = 0;
	for (int part = 0; part < SNAPSHOT_SEGMENTS; part++)
		next->count += next->parts[part] == NULL ? 0 : snapshot_segment(next, part)->entry_count;
	next->count -= next->removed_count;
	pthread_mutex_lock(&index->lock);
	struct match_snapshot *before = index->published;
	index->published = next;
	snapshot_drop(before);
	pthread_mutex_unlock(&index->lock);
}

void index_replace(struct match_index *index, struct segment *segment)
{
	pending_end(index);
	pending_begin(index);
	struct match_snapshot *next = heap_new(sizeof *next);
	next->parts[0] = share(segment);
	publish(index, next);
}

/* What of a segment is neither removed nor changed. */
static void copy_live(struct segment_builder *builder, const struct match_snapshot *snapshot, int part,
	const struct map *pending)
{
	const struct segment *segment = snapshot_segment(snapshot, part);
	char buffer[SEGMENT_IDENTIFIER];
	for (uint32_t entry = 0; segment != NULL && entry < segment->entry_count; entry++) {
		if (snapshot_is_removed(snapshot, part, entry) || map_get(pending, segment_id(segment, entry, buffer)) != NULL)
			continue;
		segment_builder_copy(builder, segment, entry);
	}
}

static void copy_pending(struct segment_builder *builder, const struct segment *batch, const struct map *pending)
{
	for (size_t i = 0; i < pending->count; i++) {
		void *value = pending->entries[i].value;
		if (value != (const void *)&removal)
			segment_builder_copy(builder, batch, (uint32_t)(uintptr_t)value - 1);
	}
}

struct addition {
	struct text id;
	const struct segment *segment;
	uint32_t entry;
};

static int compare_additions(const void *left, const void *right)
{
	return text_compare(((const struct addition *)left)->id, ((const struct addition *)right)->id);
}

/* What is not in the base, in the order of identifiers. */
static size_t additions(const struct match_index *index, const struct segment *batch, struct arena *arena, struct addition **out_list)
{
	const struct segment *changes = snapshot_segment(index->published, 1);
	const struct map *pending = &index->pending;
	char buffer[SEGMENT_IDENTIFIER];
	size_t count = 0;
	struct addition *list = ARENA_ARRAY(arena, struct addition, pending->count + (changes == NULL ? 0 : changes->entry_count) + 1);
	for (uint32_t entry = 0; changes != NULL && entry < changes->entry_count; entry++)
		if (map_get(pending, segment_id(changes, entry, buffer)) == NULL)
			list[count++] = (struct addition){arena_copy(arena, segment_id(changes, entry, buffer)), changes, entry};
	for (size_t i = 0; i < pending->count; i++)
		if (pending->entries[i].value != (const void *)&removal)
			list[count++] = (struct addition){pending->entries[i].key, batch, (uint32_t)(uintptr_t)pending->entries[i].value - 1};
	qsort(list, count, sizeof *list, compare_additions);
	*out_list = list;
	return count;
}

/* In the order of identifiers, when the base is: then no list of that order need be kept. */
static void merge(struct match_index *index, const struct segment *batch, struct match_snapshot *next)
{
	const struct segment *base = snapshot_segment(index->published, 0);
	struct segment_builder *builder = segment_builder_create();
	struct arena *arena = arena_create();
	struct addition *list;
	char buffer[SEGMENT_IDENTIFIER];
	size_t count = additions(index, batch, arena, &list), at = 0;
	for (uint32_t entry = 0; base != NULL && entry < base->entry_count; entry++) {
		struct text id = segment_id(base, entry, buffer);
		for (; at < count && text_compare(list[at].id, id) < 0; at++)
			segment_builder_copy(builder, list[at].segment, list[at].entry);
		if (!snapshot_is_removed(index->published, 0, entry) && map_get(&index->pending, id) == NULL)
			segment_builder_copy(builder, base, entry);
	}
	for (; at < count; at++)
		segment_builder_copy(builder, list[at].segment, list[at].entry);
	arena_destroy(arena);
	next->parts[0] = share(segment_builder_finish(builder, true, base));
	segment_builder_destroy(builder);
}

/* The base stays; what changed in it is marked as removed, and the small segment is built anew. */
static void extend(struct match_index *index, const struct segment *batch, struct match_snapshot *next)
{
	const struct match_snapshot *before = index->published;
	const struct segment *base = snapshot_segment(before, 0);
	struct segment_builder *builder = segment_builder_create();
	copy_live(builder, before, 1, &index->pending);
	copy_pending(builder, batch, &index->pending);
	next->parts[1] = share(segment_builder_finish(builder, false, NULL));
	segment_builder_destroy(builder);
	next->parts[0] = before->parts[0];
	pthread_mutex_lock(&index->lock);
	next->parts[0]->holders++;
	pthread_mutex_unlock(&index->lock);
	size_t bytes = base->entry_count / 8 + 1;
	next->removed = heap_new(bytes);
	if (before->removed != NULL)
		memcpy(next->removed, before->removed, bytes);
	next->removed_count = before->removed_count;
	for (size_t i = 0; i < index->pending.count; i++) {
		uint32_t entry = segment_find(base, index->pending.entries[i].key);
		if (entry == UINT32_MAX || snapshot_is_removed(next, 0, entry))
			continue;
		next->removed[entry / 8] |= (uint8_t)(1u << entry % 8);
		next->removed_count++;
	}
}

static bool has_removals(const struct match_index *index)
{
	for (size_t i = 0; i < index->pending.count; i++)
		if (index->pending.entries[i].value == (const void *)&removal)
			return true;
	return false;
}

static void finish_publishing(struct match_index *index, struct match_snapshot *next)
{
	publish(index, next);
	pending_end(index);
	pending_begin(index);
}

static void publish_changes(struct match_index *index, bool whole)
{
	const struct segment *base = snapshot_segment(index->published, 0);
	const struct segment *changes = snapshot_segment(index->published, 1);
	size_t size = index->pending.count + (changes == NULL ? 0 : changes->entry_count);
	if (size == 0 && !(whole && index->published->removed != NULL))
		return;
	struct match_snapshot *next = heap_new(sizeof *next);
	if (base == NULL && changes == NULL && index->pending.count == index->batch_count && !has_removals(index)) {
		next->parts[0] = share(segment_builder_finish(index->batch, true, NULL));
		finish_publishing(index, next);
		return;
	}
	struct segment *batch = segment_builder_finish(index->batch, false, NULL);
	if (whole || base == NULL || (size > MERGE_LEAST && size > base->entry_count / MERGE_PART))
		merge(index, batch, next);
	else
		extend(index, batch, next);
	segment_destroy(batch);
	finish_publishing(index, next);
}

void match_index_publish(struct match_index *index)
{
	if (index->pending.count > 0)
		publish_changes(index, false);
}

void index_merge(struct match_index *index)
{
	publish_changes(index, true);
}
