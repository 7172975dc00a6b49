/*
 * clock.h - the only place that asks what time it is. Injected, so that tests and simulations own time.
 *
 * A clock is a struct with a function; clock_system() reads the machine. Nothing else calls time(), clock_gettime() or
 * gettimeofday() (script/lint checks). clock_monotonic() is for durations and time-outs only.
 */
#ifndef CUSTOS_BASE_CLOCK_H
#define CUSTOS_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct clock {
	int64_t (*now)(void *state); /* milliseconds since the epoch, UTC */
	void *state;
	bool (*is_synced)(void *state); /* follows an outside source of time; NULL: yes */
};

const struct clock *clock_system(void);
int64_t clock_now(const struct clock *clock);
/* Whether an outside source (NTP, by the kernel's word) keeps the clock right. */
bool clock_is_synced(const struct clock *clock);
/* False when nobody keeps it right, or when it says what cannot be: before this program was written, or after 2100. A flat battery
 * gives 1970 or the year of the board; what is written then is marked, and its order still stands by its index. */
bool clock_is_sure(const struct clock *clock);
/* Microseconds from an arbitrary start, never going back. */
int64_t clock_monotonic(void);
/*
 * A clock that stands still at *moment until somebody changes it; the caller owns moment.
 */
struct clock clock_fixed(int64_t *moment);

#endif
