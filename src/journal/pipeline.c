/* pipeline.c - a ring of items between one thread that reads and several that work. */
#include "journal/pipeline.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { WORKERS_MAXIMUM = 8 };

struct place {
	void *item;
	bool done;
};

struct worker {
	struct pipeline *pipeline;
	pthread_t thread;
	int number;
};

struct pipeline {
	pthread_mutex_t mutex;
	pthread_cond_t work, done;
	struct place places[PIPELINE_DEPTH];
	size_t put, begun, taken; /* running counts; the place is the count modulo the depth */
	bool ending;
	void (*run)(void *state, void *item, int number);
	void *state;
	struct worker workers[WORKERS_MAXIMUM];
	int worker_count;
};

static void *work_loop(void *opaque)
{
	struct worker *worker = opaque;
	struct pipeline *pipeline = worker->pipeline;
	pthread_mutex_lock(&pipeline->mutex);
	for (;;) {
		while (pipeline->begun == pipeline->put && !pipeline->ending)
			pthread_cond_wait(&pipeline->work, &pipeline->mutex);
		if (pipeline->begun == pipeline->put)
			break;
		struct place *place = &pipeline->places[pipeline->begun++ % PIPELINE_DEPTH];
		pthread_mutex_unlock(&pipeline->mutex);
		pipeline->run(pipeline->state, place->item, worker->number);
		pthread_mutex_lock(&pipeline->mutex);
		place->done = true;
		pthread_cond_signal(&pipeline->done);
	}
	pthread_mutex_unlock(&pipeline->mutex);
	return NULL;
}

struct pipeline *pipeline_create(int workers, void (*work)(void *state, void *item, int number), void *state)
{
	struct pipeline *pipeline = calloc(1, sizeof(*pipeline));
	if (!pipeline)
		abort();
	pthread_mutex_init(&pipeline->mutex, NULL);
	pthread_cond_init(&pipeline->work, NULL);
	pthread_cond_init(&pipeline->done, NULL);
	pipeline->run = work;
	pipeline->state = state;
	for (int i = 0; i < workers && i < WORKERS_MAXIMUM; i++) {
		struct worker *worker = &pipeline->workers[i];
		*worker = (struct worker){ .pipeline = pipeline, .number = i };
		if (pthread_create(&worker->thread, NULL, work_loop, worker) != 0) {
			if (i == 0)
				abort();
			break;
		}
		pipeline->worker_count++;
	}
	return pipeline;
}

void pipeline_destroy(struct pipeline *pipeline)
{
	pthread_mutex_lock(&pipeline->mutex);
	pipeline->ending = true;
	pthread_cond_broadcast(&pipeline->work);
	pthread_mutex_unlock(&pipeline->mutex);
	for (int i = 0; i < pipeline->worker_count; i++)
		pthread_join(pipeline->workers[i].thread, NULL);
	pthread_cond_destroy(&pipeline->done);
	pthread_cond_destroy(&pipeline->work);
	pthread_mutex_destroy(&pipeline->mutex);
	free(pipeline);
}

/* put and taken are written by the thread that asks. */
size_t pipeline_waiting(const struct pipeline *pipeline)
{
	return pipeline->put - pipeline->taken;
}

bool pipeline_has_room(const struct pipeline *pipeline)
{
	return pipeline_waiting(pipeline) < PIPELINE_DEPTH;
}

void pipeline_put(struct pipeline *pipeline, void *item)
{
	pthread_mutex_lock(&pipeline->mutex);
	pipeline->places[pipeline->put++ % PIPELINE_DEPTH] = (struct place){ .item = item };
	pthread_cond_signal(&pipeline->work);
	pthread_mutex_unlock(&pipeline->mutex);
}

void *pipeline_take(struct pipeline *pipeline)
{
	pthread_mutex_lock(&pipeline->mutex);
	struct place *place = &pipeline->places[pipeline->taken % PIPELINE_DEPTH];
	while (!place->done)
		pthread_cond_wait(&pipeline->done, &pipeline->mutex);
	void *item = place->item;
	pipeline->taken++;
	pthread_mutex_unlock(&pipeline->mutex);
	return item;
}

int pipeline_workers(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);
	return count < 1 ? 1 : count > WORKERS_MAXIMUM ? WORKERS_MAXIMUM : (int)count;
}
