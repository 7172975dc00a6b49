/* names_internal.h - internal to names*.c: an index with what waits for it, and reading rows into it. */
#ifndef CUSTOS_SERVICE_NAMES_INTERNAL_H
#define CUSTOS_SERVICE_NAMES_INTERNAL_H

#include "base/hash.h"
#include "service/internal.h"
#include "service/names.h"

enum { NAMES_INDEXES = 4, NAMES_SEARCHERS = 4 };

struct names_pending { /* identifiers, each once */
	struct arena *arena;
	struct map ids;
};

struct names_index {
	const struct names_source *source;
	struct match_index *index;
	const char *path;
	atomic_bool ready;
	struct hash stamp;	     /* of the state that the file is of; zero when there is no file */
	struct names_pending group;  /* writer thread: of the open group */
	struct names_pending waiting; /* under the mutex */
	struct names_pending taken;  /* the thread's */
};

struct names {
	struct service *service;
	pthread_t thread;
	bool running;
	atomic_bool stopping;
	pthread_mutex_t mutex;
	pthread_cond_t work, done;
	uint64_t noted;		       /* commits that touched an entry; under the mutex */
	uint64_t followed;	       /* of these, how many are done with; under the mutex */
	atomic_uint_least64_t published; /* of these, how many are in the snapshots */
	bool idle;		       /* under the mutex: all indexes are ready and nothing waits */
	struct names_index indexes[NAMES_INDEXES];
	size_t index_count;
	struct match_searcher *searchers[NAMES_SEARCHERS]; /* idle ones; under the mutex */
	size_t idle_searchers;
};

/* From the file when it is current, else from the tables. False when the database is away. */
bool names_read_all(struct service *service, struct names_index *index);
/* Reads the entries with these identifiers again; one that is not there any more is taken out. Not published yet. */
bool names_read_some(struct service *service, struct names_index *index, const struct map *ids);
/* When the stored rows are not those of the file any more. */
void names_save(struct service *service, struct names_index *index);

#endif
