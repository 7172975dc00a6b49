/* verify.c - proving the whole record: every log, then the tables. */
#include "journal/verify.h"

#include "journal/finding.h"
#include "journal/verify_rows.h"

static void find_link(void *state, const struct chain_link *link, const char *what)
{
	const struct verify_run *run = state;
	finding_say(run->report, run->arena, run->logs[link->log], link->index, what);
}

static bool read_logs(struct verify_run *run, struct store_result *out_heads)
{
	struct store_result strays;
	/* Entries of logs that have no head: somebody took the head away, or wrote past the journal. */
	if (!store_query(run->connection, run->arena,
		    "SELECT name, size, frontier, root, checkpoint FROM journal_log ORDER BY name", NULL, 0, out_heads,
		    run->errors) ||
		!store_query(run->connection, run->arena,
			"SELECT DISTINCT log FROM journal_entry WHERE log NOT IN (SELECT name FROM journal_log) ORDER BY log",
			NULL, 0, &strays, run->errors))
		return false;
	run->logs = ARENA_ARRAY(run->arena, struct text, out_heads->rows + strays.rows + 1);
	for (size_t i = 0; i < out_heads->rows; i++) {
		run->logs[run->log_count++] = store_cell(out_heads, i, 0).text;
		run->total += store_cell(out_heads, i, 1).integer;
	}
	for (size_t i = 0; i < strays.rows; i++)
		run->logs[run->log_count++] = store_cell(&strays, i, 0).text;
	return true;
}

static bool run_all(struct verify_run *run)
{
	struct store_result heads;
	if (!read_logs(run, &heads))
		return false;
	for (uint32_t i = 0; i < run->log_count; i++)
		if (!verify_log(run, i, i < heads.rows ? &heads.values[i * heads.columns] : NULL))
			return false;
	chain_settle(run->chain);
	return verify_rows(run);
}

bool verify_database(struct connection *connection, struct arena *arena, const struct registry *registry, struct keys *keys,
	const char *tiles, const struct verify_progress *progress, struct verify_report *out_report,
	struct error_list *errors)
{
	struct verify_report report = { 0 };
	struct verify_run run = { .connection = connection, .arena = arena, .registry = registry, .keys = keys,
		.tiles = tiles, .progress = progress, .report = &report, .errors = errors, .workers = pipeline_workers() };
	run.chain = chain_create(find_link, &run);
	run.key_memories = ARENA_ARRAY(arena, struct key_memory *, (size_t)run.workers);
	for (int i = 0; i < run.workers; i++)
		run.key_memories[i] = key_memory_create(keys);
	bool done = run_all(&run);
	for (int i = 0; i < run.workers; i++)
		key_memory_destroy(run.key_memories[i]);
	chain_destroy(run.chain);
	if (done)
		*out_report = report;
	return done;
}
