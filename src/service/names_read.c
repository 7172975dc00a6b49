/* names_read.c - rows into an index of names: all of them in chunks, or a few; and the file beside the database. */
#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "service/names_internal.h"
#include "store/select.h"

#define SELECT_STATE "SELECT COUNT(*), CAST(COALESCE(SUM(version), 0) AS BIGINT), COALESCE(MAX(changed_at), 0)"

/* A statement over the table of a record: the name comes from the program's own tables. */
static struct text from_table(struct arena *arena, const char *select, const struct record *record, const char *rest)
{
	const struct text parts[] = {text_from(select), TEXT_OF(" FROM "), text_from(record->name), text_from(rest)};
	return arena_join(arena, parts, 4, text_empty());
}

/*
 * What an index was made of: for each table the number of rows, the sum of their versions and the last change. Rows are
 * never taken away and a version only grows, so that two states with one stamp are one state.
 */
static bool make_stamp(struct connection *connection, struct arena *arena, const struct names_source *source,
	struct text *out_stamp, struct error_list *errors)
{
	struct text stamp = text_from(source->name);
	for (const struct record *const *record = source->records; *record; record++) {
		struct store_result result;
		const struct text sql = from_table(arena, SELECT_STATE, *record, "");
		if (!store_query(connection, arena, sql.data, NULL, 0, &result, errors))
			return false;
		stamp = arena_format(arena, "%.*s;%s:%lld:%lld:%lld", TEXT_FORMAT(stamp), (*record)->name,
			(long long)store_cell(&result, 0, 0).integer, (long long)store_cell(&result, 0, 1).integer,
			(long long)store_cell(&result, 0, 2).integer);
	}
	*out_stamp = stamp;
	return true;
}

static void log_errors(const char *event, const struct names_index *index, struct arena *arena, const struct error_list *errors)
{
	for (size_t i = 0; i < errors->count; i++)
		log_event(LOG_ERROR, event, "index", index->source->name, "error",
			arena_string(arena, error_english(arena, &errors->items[i])), NULL);
}

/* ---- reading ---- */

static void take_entry(struct names_reading *reading, const struct match_entry *entry)
{
	match_index_set(reading->state, entry);
}

/* The next identifiers after `after`, in the database's order. */
static bool next_chunk(struct connection *connection, struct arena *arena, const struct names_source *source, struct text after,
	struct text *out_first, struct text *out_last, struct error_list *errors)
{
	struct store_result ids;
	struct value parameter = value_bytes(after);
	const struct text sql = from_table(arena, "SELECT id", source->entry, " WHERE id > $1 ORDER BY id LIMIT 500");
	parameter.kind = VALUE_TEXT; /* the empty text before all others, not an absent value */
	if (!store_query(connection, arena, sql.data, &parameter, 1, &ids, errors))
		return false;
	*out_first = *out_last = text_empty();
	if (ids.rows > 0) {
		*out_first = store_cell(&ids, 0, 0).text;
		*out_last = store_cell(&ids, ids.rows - 1, 0).text;
	}
	return true;
}

static bool build(struct service *service, struct connection *connection, struct names_index *index, struct error_list *errors)
{
	struct arena *arena = arena_create(), *keep = arena_create();
	struct text after = text_empty(), first, last;
	bool done;
	for (;;) {
		struct names_reading reading = {connection, arena, take_entry, index->index};
		done = next_chunk(connection, arena, index->source, after, &first, &last, errors);
		if (!done || text_is_empty(first) || atomic_load(&service->names->stopping))
			break;
		done = index->source->read(&reading, first, last, errors);
		if (!done)
			break;
		arena_reset(keep);
		after = arena_copy(keep, last);
		arena_reset(arena);
	}
	arena_destroy(arena);
	arena_destroy(keep);
	if (done)
		match_index_publish(index->index);
	return done;
}

/* A file of another state is of no use to anybody, and holds what may have been taken back since. */
static bool load_or_build(struct service *service, struct names_index *index, struct arena *arena, struct error_list *errors)
{
	struct connection *connection = service_reader(service, errors);
	struct text stamp;
	if (!connection || !make_stamp(connection, arena, index->source, &stamp, errors))
		return false;
	if (match_index_load(index->index, index->path, stamp)) {
		index->stamp = hash_of(stamp.data, stamp.length);
		return true;
	}
	if (errno != ENOENT && service->connection) {
		log_event(LOG_INFO, "names_file_is_old", "index", index->source->name, NULL);
		file_remove(index->path);
	}
	return build(service, connection, index, errors);
}

bool names_read_all(struct service *service, struct names_index *index)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	error_list_begin(&errors, arena);
	bool done = load_or_build(service, index, arena, &errors);
	if (!done)
		log_errors("names_build_failed", index, arena, &errors);
	arena_destroy(arena);
	return done;
}

/* ---- a few ---- */

struct renewal {
	struct match_index *index;
	bool taken;
};

static void renew_entry(struct names_reading *reading, const struct match_entry *entry)
{
	struct renewal *renewal = reading->state;
	match_index_set(renewal->index, entry);
	renewal->taken = true;
}

static bool renew(struct connection *connection, struct arena *arena, struct names_index *index, struct text id,
	struct error_list *errors)
{
	struct renewal renewal = {index->index, false};
	struct names_reading reading = {connection, arena, renew_entry, &renewal};
	if (!index->source->read(&reading, id, id, errors))
		return false;
	if (!renewal.taken)
		match_index_remove(index->index, id);
	return true;
}

bool names_read_some(struct service *service, struct names_index *index, const struct map *ids)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	bool done = true;
	error_list_begin(&errors, arena);
	struct connection *connection = service_reader(service, &errors);
	done = connection != NULL;
	for (size_t i = 0; done && i < ids->count; i++) {
		done = renew(connection, arena, index, ids->entries[i].key, &errors);
		if (done)
			arena_reset(arena);
	}
	if (!done)
		log_errors("names_read_failed", index, arena, &errors);
	arena_destroy(arena);
	return done;
}

void names_save(struct service *service, struct names_index *index)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct text stamp;
	error_list_begin(&errors, arena);
	bool made = make_stamp(service->connection, arena, index->source, &stamp, &errors);
	struct hash hash = made ? hash_of(stamp.data, stamp.length) : (struct hash){0};
	if (!made)
		log_errors("names_save_failed", index, arena, &errors);
	else if (!hash_equal(&hash, &index->stamp) && !match_index_save(index->index, index->path, stamp) && errno != ENOENT)
		log_event(LOG_ERROR, "names_save_failed", "index", index->source->name, "error", strerror(errno), NULL);
	arena_destroy(arena);
}
