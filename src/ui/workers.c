/* workers.c - threads for requests that wait: for a commit, for a password to be checked. */
#include <pthread.h>

#include "base/log.h"
#include "ui/internal.h"

enum { WORKERS = 8, WAITING_MAXIMUM = 256 };

struct workers {
	struct ui *ui;
	workers_job *job;
	pthread_mutex_t mutex;
	pthread_cond_t condition;
	const struct http_request *waiting[WAITING_MAXIMUM]; /* a ring */
	size_t first, count;
	bool ending;
	pthread_t threads[WORKERS];
	size_t thread_count;
};

static const struct http_request *next_request(struct workers *workers)
{
	const struct http_request *request = NULL;
	pthread_mutex_lock(&workers->mutex);
	while (workers->count == 0 && !workers->ending)
		pthread_cond_wait(&workers->condition, &workers->mutex);
	if (workers->count > 0) {
		request = workers->waiting[workers->first];
		workers->first = (workers->first + 1) % WAITING_MAXIMUM;
		workers->count--;
	}
	pthread_mutex_unlock(&workers->mutex);
	return request;
}

static void *work(void *state)
{
	struct workers *workers = state;
	for (const struct http_request *request = next_request(workers); request != NULL; request = next_request(workers)) {
		struct http_response response = {0};
		workers->job(workers->ui, request, &response);
		http_resume(request->exchange, &response);
	}
	return NULL;
}

struct workers *workers_start(struct arena *arena, struct ui *ui, workers_job *job)
{
	struct workers *workers = ARENA_NEW(arena, struct workers);
	workers->ui = ui;
	workers->job = job;
	pthread_mutex_init(&workers->mutex, NULL);
	pthread_cond_init(&workers->condition, NULL);
	while (workers->thread_count < WORKERS &&
			pthread_create(&workers->threads[workers->thread_count], NULL, work, workers) == 0)
		workers->thread_count++;
	if (workers->thread_count < WORKERS)
		log_event(LOG_WARNING, "threads-missing", NULL);
	return workers;
}

bool workers_take(struct workers *workers, const struct http_request *request)
{
	bool taken = false;
	pthread_mutex_lock(&workers->mutex);
	if (workers->count < WAITING_MAXIMUM && workers->thread_count > 0 && !workers->ending) {
		http_suspend(request);
		workers->waiting[(workers->first + workers->count) % WAITING_MAXIMUM] = request;
		workers->count++;
		taken = true;
		pthread_cond_signal(&workers->condition);
	}
	pthread_mutex_unlock(&workers->mutex);
	return taken;
}

void workers_stop(struct workers *workers)
{
	pthread_mutex_lock(&workers->mutex);
	workers->ending = true;
	pthread_cond_broadcast(&workers->condition);
	pthread_mutex_unlock(&workers->mutex);
	for (size_t i = 0; i < workers->thread_count; i++)
		pthread_join(workers->threads[i], NULL);
	workers->thread_count = 0;
}
