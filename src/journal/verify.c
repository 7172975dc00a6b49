/* verify.c - proving the whole record: every log, then the tables. */
#include "journal/verify.h"

#include "journal/finding.h"
#include "journal/verify_log.h"
#include "journal/verify_rows.h"

static bool verify_logs(const struct verify_log *verify, const struct store_result *logs)
{
	for (size_t i = 0; i < logs->rows; i++)
		if (!verify_log(verify, &logs->values[i * logs->columns]))
			return false;
	return true;
}

/* Entries of logs that have no head: somebody took the head away, or wrote past the journal. */
static bool find_strays(struct connection *connection, struct arena *arena, struct verify_report *report,
	struct error_list *errors)
{
	struct store_result result;
	if (!store_query(connection, arena,
		    "SELECT log, count(*) FROM journal_entry WHERE log NOT IN (SELECT name FROM journal_log)"
		    " GROUP BY log ORDER BY log",
		    NULL, 0, &result, errors))
		return false;
	for (size_t i = 0; i < result.rows; i++)
		finding_say(report, arena, store_cell(&result, i, 0).text, -1, "the log has entries but no head");
	return true;
}

bool verify_database(struct connection *connection, struct arena *arena, const struct registry *registry, struct keys *keys,
	const char *tiles, const struct verify_progress *progress, struct verify_report *out_report,
	struct error_list *errors)
{
	struct verify_report report = { 0 };
	struct store_result logs;
	struct verify_log verify = { .connection = connection, .arena = arena, .keys = keys, .tiles = tiles,
		.progress = progress, .report = &report, .errors = errors };
	if (!store_query(connection, arena,
		    "SELECT name, size, frontier, root, checkpoint FROM journal_log ORDER BY name", NULL, 0, &logs, errors))
		return false;
	for (size_t i = 0; i < logs.rows; i++)
		verify.total += store_cell(&logs, i, 1).integer;
	if (!verify_logs(&verify, &logs) || !find_strays(connection, arena, &report, errors) ||
		!verify_rows(connection, arena, registry, keys, progress, &report, errors))
		return false;
	*out_report = report;
	return true;
}
