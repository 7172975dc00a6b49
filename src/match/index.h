/* index.h - inside of the index: snapshots of a large base segment, a small one of changes, and what was removed. */
#ifndef CUSTOS_MATCH_INDEX_H
#define CUSTOS_MATCH_INDEX_H

#include "match/neighbour.h"

#include <pthread.h>

enum { SNAPSHOT_SEGMENTS = 2 };

struct shared_segment {
	struct segment *segment;
	int holders; /* under the index's lock */
};

struct match_snapshot {
	struct match_index *index;
	struct shared_segment *parts[SNAPSHOT_SEGMENTS]; /* base and changes; NULL when there is none */
	uint8_t *removed; /* a bit for each entry of the base; NULL when none is */
	size_t removed_count, count;
	int holders;
};

static inline const struct segment *snapshot_segment(const struct match_snapshot *snapshot, int part)
{
	return snapshot->parts[part] == NULL ? NULL : snapshot->parts[part]->segment;
}

static inline bool snapshot_is_removed(const struct match_snapshot *snapshot, int part, uint32_t entry)
{
	return part == 0 && snapshot->removed != NULL && (snapshot->removed[entry / 8] >> entry % 8 & 1) != 0;
}

/* Takes a loaded base segment as the whole content. */
void index_replace(struct match_index *index, struct segment *segment);
/* Merges changes into the base, whatever their number. */
void index_merge(struct match_index *index);

#endif
