/* finding.c - collecting what verification finds. */
#include "journal/finding.h"

#include <string.h>

void finding_add(struct verify_report *report, struct arena *arena, const struct verify_finding *finding)
{
	if (report->count == report->capacity) {
		size_t capacity = report->capacity ? report->capacity * 2 : 16;
		struct verify_finding *findings = ARENA_ARRAY(arena, struct verify_finding, capacity);
		if (report->count)
			memcpy(findings, report->findings, report->count * sizeof *findings);
		report->findings = findings;
		report->capacity = capacity;
	}
	report->findings[report->count++] = (struct verify_finding){ .log = arena_copy(arena, finding->log),
		.index = finding->index, .table = arena_copy(arena, finding->table), .row = arena_copy(arena, finding->row),
		.field = arena_copy(arena, finding->field), .what = arena_copy(arena, finding->what) };
}

void finding_say(struct verify_report *report, struct arena *arena, struct text log, int64_t index, const char *what)
{
	const struct verify_finding finding = { .log = log, .index = index, .table = TEXT(""), .row = TEXT(""),
		.field = TEXT(""), .what = text_from(what) };
	finding_add(report, arena, &finding);
}

void finding_file(struct verify_report *report, struct arena *arena, struct text log, int64_t index, struct text path,
	const char *what)
{
	finding_say(report, arena, log, index, arena_format(arena, "%.*s: %s", TEXT_FORMAT(path), what).data);
}

void progress_tell(const struct verify_progress *progress, const char *phase, int64_t done, int64_t total)
{
	if (progress && progress->tell)
		progress->tell(progress->state, phase, done, total);
}
