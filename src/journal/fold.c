/* fold.c - walking the rows' revisions in order of record and revision, by pages. */
#include "journal/fold.h"

#include <string.h>

#include "journal/finding.h"

enum { FOLD_PAGE = 1000 };

struct walk {
	const struct fold *fold;
	struct arena *pages[2]; /* the newest entry of the page before stays readable */
	int page;
	struct text record; /* key of the last revision seen; in pages[page] */
	int64_t revision;
	struct journal_entry newest;
	bool has_newest;
	int64_t done;
};

static bool give_newest(struct walk *walk)
{
	bool go_on = !walk->has_newest || walk->fold->newest(walk->fold->state, &walk->newest);
	walk->has_newest = false;
	return go_on;
}

/* A damaged entry still has its columns: they say which row cannot be read. */
static void fill_from_columns(struct text record, struct journal_entry *entry)
{
	size_t slash = text_find_byte(record, '/');
	if (slash == SIZE_MAX)
		return;
	entry->record = text_slice(record, 0, slash);
	entry->record_id = text_slice(record, slash + 1, record.length);
}

static bool take(struct walk *walk, const struct value *cells)
{
	struct text record = cells[JOURNAL_COLUMN_COUNT].text;
	struct journal_entry entry = { .log = cells[0].text, .index = cells[1].integer, .entry = cells[2].text };
	struct entry parsed = { 0 };
	bool readable = cells[2].kind == VALUE_TEXT && entry_parse(cells[2].text, &parsed);
	if (readable)
		journal_entry_fill(cells, &parsed, &entry);
	else
		fill_from_columns(record, &entry);
	if (!text_equal(record, walk->record) && !give_newest(walk))
		return false;
	if (walk->fold->revision && !walk->fold->revision(walk->fold->state, &entry, &parsed, readable))
		return false;
	walk->record = record;
	walk->revision = cells[JOURNAL_COLUMN_COUNT + 1].integer;
	walk->newest = entry;
	walk->has_newest = true;
	walk->done++;
	return true;
}

/* Reads the next page into the other arena; gives its number of rows. */
static bool next_page(struct walk *walk, struct store_result *out_result, struct error_list *errors)
{
	int other = 1 - walk->page;
	const struct value values[] = { { .kind = VALUE_TEXT, .text = walk->record }, value_integer(walk->revision) };
	arena_reset(walk->pages[other]);
	if (!store_query(walk->fold->connection, walk->pages[other],
		    "SELECT " JOURNAL_COLUMNS ", record, rev FROM journal_entry WHERE (record, rev) > ($1, $2) AND rev > 0"
		    " ORDER BY record, rev LIMIT 1000",
		    values, 2, out_result, errors))
		return false;
	walk->page = other;
	return true;
}

bool fold_run(const struct fold *fold, struct error_list *errors)
{
	struct walk walk = { .fold = fold, .pages = { arena_create(), arena_create() }, .record = TEXT("") };
	struct store_result result;
	bool good = true;
	do {
		/* A row whose revisions end with the page is given before its texts go. */
		good = next_page(&walk, &result, errors);
		for (size_t i = 0; good && i < result.rows; i++)
			good = take(&walk, &result.values[i * result.columns]);
		if (good)
			progress_tell(fold->progress, fold->phase, walk.done, fold->total);
	} while (good && result.rows == FOLD_PAGE);
	good = good && give_newest(&walk);
	arena_destroy(walk.pages[0]);
	arena_destroy(walk.pages[1]);
	return good;
}
