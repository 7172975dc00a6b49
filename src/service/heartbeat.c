/* heartbeat.c - record logs that have been silent get an entry that says so. */
#include "service/heartbeat.h"

#include "service/internal.h"

/* Five minutes of slack for a minute's tick and a slow disk. */
#define SILENCE (55 * MOMENT_MINUTE)

struct silent {
	struct service *service;
	struct text *codes;
	size_t count;
};

/* The newest entry of a log is older than that, or of a time that has not come yet: then the clock was wrong, and silence is judged
 * anew from here. */
static bool find_silent(struct service *service, struct arena *arena, int64_t now, struct silent *silent, struct error_list *errors)
{
	struct connection *reader = service_reader(service, errors);
	const struct value values[] = {value_integer(now - SILENCE), value_integer(now + MOMENT_MINUTE)};
	struct store_result result;
	if (!reader || !store_query(reader, arena,
			"SELECT l.name FROM journal_log l JOIN journal_entry e ON e.log = l.name AND e.idx = l.size - 1"
			" WHERE e.time <= $1 OR e.time > $2 ORDER BY l.name",
			values, 2, &result, errors))
		return false;
	silent->codes = ARENA_ARRAY(arena, struct text, result.rows + 1);
	for (size_t i = 0; i < result.rows; i++) {
		struct text name = store_cell(&result, i, 0).text, kind = TEXT_OF("/j/");
		size_t at = text_find(name, kind);
		if (at != SIZE_MAX)
			silent->codes[silent->count++] = text_slice(name, at + kind.length, name.length);
	}
	return true;
}

static bool beat(void *state, struct connection *writer, struct arena *arena, struct error_list *errors)
{
	struct silent *silent = state;
	struct service *service = silent->service;
	(void)writer;
	for (size_t i = 0; i < silent->count; i++) {
		struct journal_receipt receipt;
		struct journal_note note = {.log_kind = "j", .facility_code = silent->codes[i], .time = service_now(service),
			.type = TEXT("heartbeat"), .actor = service_system_actor()->id, .clock_unsynced = service->clock_doubtful};
		if (!journal_append(service->journal, arena, &note, &receipt, errors))
			return false;
		atomic_fetch_add(&service->entries, 1);
	}
	return true;
}

bool heartbeat_tick(struct service *service, int64_t *out_count, struct error_list *errors)
{
	struct arena *arena = arena_create();
	struct silent silent = {.service = service};
	bool done = find_silent(service, arena, service_now(service), &silent, errors) &&
		(silent.count == 0 || writer_run(service, arena, beat, &silent, errors));
	if (done)
		*out_count = (int64_t)silent.count;
	arena_destroy(arena);
	return done;
}
