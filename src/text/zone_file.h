/*
 * zone_file.h - internal to this folder: the system's time zone files (TZif, RFC 8536), read once a zone.
 *
 * The system's tzdata is updated when a country changes its clocks; ICU carries its own copy, which is as old as the ICU
 * package (Debian 12's does not know that Kazakhstan moved to UTC+5 in 2024). So the files are asked first.
 */
#ifndef CUSTOS_TEXT_ZONE_FILE_H
#define CUSTOS_TEXT_ZONE_FILE_H

#include "base/arena.h"

struct zone_span { /* a run of time with one offset */
	int64_t from, to; /* moments: from <= m < to */
	int64_t offset;	  /* ms east of UTC */
};

/* False when there is no such file, or when the moment lies beyond what the file lists. Any thread. */
bool zone_file_span(struct text zone, int64_t moment, struct zone_span *out_span);
/* The same from the bytes of a file, for tests. */
bool zone_bytes_span(struct text bytes, int64_t moment, struct zone_span *out_span);

#endif
