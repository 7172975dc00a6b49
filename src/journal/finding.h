/* finding.h - collecting what verification finds. Internal to the folder. */
#ifndef CUSTOS_JOURNAL_FINDING_H
#define CUSTOS_JOURNAL_FINDING_H

#include "journal/verify.h"

/* Copies all texts onto the arena. */
void finding_add(struct verify_report *report, struct arena *arena, const struct verify_finding *finding);
/* Short form for logs; index -1 when none. */
void finding_say(struct verify_report *report, struct arena *arena, struct text log, int64_t index, const char *what);
/* With the name of a file in what: "<path>: <what>". */
void finding_file(struct verify_report *report, struct arena *arena, struct text log, int64_t index, struct text path,
	const char *what);
void progress_tell(const struct verify_progress *progress, const char *phase, int64_t done, int64_t total);

#endif
