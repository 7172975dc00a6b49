/* clock.c - the only place that asks what time it is. */
#include "base/clock.h"

#include <stdlib.h>
#include <sys/timex.h>
#include <time.h>

/* 1 January 2026 and 2100, in milliseconds. */
#define EARLIEST INT64_C(1767225600000)
#define LATEST INT64_C(4102444800000)

static int64_t system_now(void *state)
{
	(void)state;
	struct timespec time;
	if (clock_gettime(CLOCK_REALTIME, &time) != 0)
		abort();
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* The kernel knows: whoever disciplines the clock (any NTP or PTP daemon) tells it. Where it may not be asked, nobody can say. */
static bool system_is_synced(void *state)
{
	(void)state;
	struct timex answer = {.modes = 0};
	int result = adjtimex(&answer);
	return result >= 0 && result != TIME_ERROR && !(answer.status & STA_UNSYNC);
}

const struct clock *clock_system(void)
{
	static const struct clock clock = {.now = system_now, .is_synced = system_is_synced};
	return &clock;
}

bool clock_is_synced(const struct clock *clock)
{
	return clock->is_synced == NULL || clock->is_synced(clock->state);
}

bool clock_is_sure(const struct clock *clock)
{
	int64_t now = clock_now(clock);
	return now >= EARLIEST && now < LATEST && clock_is_synced(clock);
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
