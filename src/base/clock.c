/* clock.c - the only place that asks what time it is. */
#include "base/clock.h"

#include <stdlib.h>
#include <time.h>

static int64_t system_now(void *state)
{
	(void)state;
	struct timespec time;
	if (clock_gettime(CLOCK_REALTIME, &time) != 0)
		abort();
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

const struct clock *clock_system(void)
{
	static const struct clock clock = {.now = system_now};
	return &clock;
}

int64_t clock_now(const struct clock *clock)
{
	return clock->now(clock->state);
}

int64_t clock_monotonic(void)
{
	struct timespec time;
	if (clock_gettime(CLOCK_MONOTONIC, &time) != 0)
		abort();
	return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static int64_t fixed_now(void *state)
{
	return *(const int64_t *)state;
}

struct clock clock_fixed(int64_t *moment)
{
	return (struct clock){.now = fixed_now, .state = moment};
}
