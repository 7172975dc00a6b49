/*
 * baseline_sync.c - what the disk gives: write some bytes at the end of a plain file and wait for fdatasync, again and again.
 *
 *	baseline_sync FILE [BYTES [SECONDS]]     default 512 bytes, 3 seconds
 */
#define _DEFAULT_SOURCE /* fdatasync on older libraries */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/text.h"

enum { WAITS_MAXIMUM = 1000000 };

static int compare(const void *left, const void *right)
{
	int32_t one = *(const int32_t *)left, other = *(const int32_t *)right;
	return one < other ? -1 : one > other;
}

int main(int count, char **words)
{
	int64_t bytes = 512, seconds = 3;
	if (count < 2) {
		fprintf(stderr, "usage: baseline_sync FILE [BYTES [SECONDS]]\n");
		return 2;
	}
	if (count > 2)
		text_to_integer(text_from(words[2]), &bytes);
	if (count > 3)
		text_to_integer(text_from(words[3]), &seconds);
	int file = open(words[1], O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
	char *buffer = bytes > 0 ? calloc(1, (size_t)bytes) : NULL;
	int32_t *waits = calloc(WAITS_MAXIMUM, sizeof *waits);
	if (file < 0 || !buffer || !waits) {
		perror("baseline_sync");
		return 3;
	}
	size_t wait_count = 0;
	int64_t began = clock_monotonic(), until = began + seconds * 1000000, now = began;
	for (; now < until && wait_count < WAITS_MAXIMUM; now = clock_monotonic()) {
		if (write(file, buffer, (size_t)bytes) != bytes || fdatasync(file) != 0) {
			perror("baseline_sync");
			return 3;
		}
		waits[wait_count++] = (int32_t)(clock_monotonic() - now);
	}
	qsort(waits, wait_count, sizeof *waits, compare);
	printf("%lld bytes: %.0f syncs/s, p50 %d us, p99 %d us\n", (long long)bytes, (double)wait_count * 1e6 / (double)(now - began),
		wait_count ? waits[wait_count / 2] : 0, wait_count ? waits[wait_count * 99 / 100] : 0);
	free(buffer);
	free(waits);
	close(file);
	unlink(words[1]);
	return 0;
}
