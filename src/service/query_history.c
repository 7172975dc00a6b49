/* query_history.c - reading what was: rows as they stood, their history, whole files, timelines, and who read them. */
#include "service/query.h"

#include "journal/verify.h"
#include "service/query_scope.h"
#include "service/records.h"
#include "service/writer.h"

/* Everywhere below the row as it stands now decides: what one may not read now one may not read as of then either. */

/* Display name behind a pseudonym; the pseudonym itself when the account is not there. */
static struct text name_of(struct query *query, struct text user)
{
	if (text_is_empty(user))
		return user;
	struct text *name = map_get(&query->names, user);
	if (name)
		return *name;
	name = ARENA_NEW(query->arena, struct text);
	*name = user;
	map_set(&query->names, arena_copy(query->arena, user), name);
	struct error_list ignored; /* a name that cannot be shown leaves its pseudonym */
	error_list_begin(&ignored, query->arena);
	const struct row *account = NULL;
	if (select_load(query->connection, query->arena, &RECORD_USER_ACCOUNT, user, &account, &ignored) && account
		&& row_has(account, USER_DISPLAY_NAME))
		*name = row_text(account, USER_DISPLAY_NAME);
	return *name;
}

static bool row_of(struct query *query, const struct journal_entry *entry, const struct row **out_row, struct text *out_reason,
	struct error_list *errors)
{
	struct row *row;
	if (!replay_step(query->arena, query->registry, service_keys(query->service), entry, &row, out_reason, errors))
		return false;
	*out_row = query_redact(query, row);
	return true;
}

bool query_as_of(struct query *query, const struct record *record, struct text id, int64_t moment,
	const struct row **out_row, struct error_list *errors)
{
	const struct row *now, *then = NULL;
	struct journal_entry *entries;
	size_t count;
	if (!query_peek(query, record, id, &now, errors)
		|| !journal_history(query->connection, query->arena, record->name, id, moment, &entries, &count, errors))
		return false;
	if (count > 0 && !row_of(query, &entries[count - 1], &then, NULL, errors))
		return false;
	if (count > 0 && !then) {
		error_say(errors, E_KEY_DESTROYED, NULL, N_("The content has been erased: its key is destroyed"));
		return false;
	}
	query_note_row(query, "read-as-of", now);
	*out_row = then;
	return true;
}

/* Bits of the fields that differ; a first revision changes every field it has. */
static uint64_t changed_fields(const struct row *before, const struct row *after)
{
	uint64_t changed = 0;
	for (int i = 0; after && i < after->record->field_count; i++) {
		struct value old = before ? row_value(before, i) : value_absent();
		if (!value_equal(old, row_value(after, i)))
			changed |= UINT64_C(1) << i;
	}
	return changed;
}

/* What the rules saw stands beside the row; absent when it is erased. A damaged payload is found by row_of(). */
static struct json_value rules_of(struct query *query, const struct journal_entry *entry)
{
	struct error_list ignored;
	error_list_begin(&ignored, query->arena);
	struct text plaintext;
	struct json_value root = {0};
	if (!text_is_empty(entry->blob) && journal_open_payload(service_keys(query->service), query->arena, entry, &plaintext, &ignored))
		json_parse(query->arena, plaintext, &root, &ignored);
	return json_get(root, "rules");
}

static bool make_change(struct query *query, const struct journal_entry *entry, const struct row *before,
	struct change *out_change, struct error_list *errors)
{
	const struct row *row;
	struct text reason;
	if (!row_of(query, entry, &row, &reason, errors))
		return false;
	*out_change = (struct change){ .entry = *entry, .row = row, .before = before,
		.changed = row ? changed_fields(before, row) : 0, .act = entry->type, .reason = reason,
		.actor_name = name_of(query, entry->actor) };
	return true;
}

static bool make_changes(struct query *query, const struct record *record, struct text id, struct change **out_changes,
	size_t *out_count, struct error_list *errors)
{
	struct journal_entry *entries;
	size_t count;
	if (!journal_history(query->connection, query->arena, record->name, id, 0, &entries, &count, errors))
		return false;
	struct change *changes = ARENA_ARRAY(query->arena, struct change, count + 1);
	for (size_t i = 0; i < count; i++)
		if (!make_change(query, &entries[i], i ? changes[i - 1].row : NULL, &changes[i], errors))
			return false;
	*out_changes = changes;
	*out_count = count;
	return true;
}

bool query_history(struct query *query, const struct record *record, struct text id, struct change **out_changes,
	size_t *out_count, struct error_list *errors)
{
	const struct row *row;
	if (!query_peek(query, record, id, &row, errors)
		|| !make_changes(query, record, id, out_changes, out_count, errors))
		return false;
	for (size_t i = 0; i < *out_count; i++)
		(*out_changes)[i].rules = rules_of(query, &(*out_changes)[i].entry);
	query_note_row(query, "history", row);
	return true;
}

/* ---- whole files ---- */

struct collection {
	struct row **items;
	size_t count, capacity;
};

static void collect(struct query *query, struct collection *into, const struct row *row)
{
	if (query_is_about_hidden(query, row) || query_is_sealed(query, row) || query_is_closed(query, row) || query_is_lapsed(query, row))
		return;
	row = query_redact(query, row);
	if (into->count == into->capacity) {
		into->capacity = into->capacity ? into->capacity * 2 : 64;
		struct row **more = ARENA_ARRAY(query->arena, struct row *, into->capacity);
		for (size_t i = 0; i < into->count; i++)
			more[i] = into->items[i];
		into->items = more;
	}
	into->items[into->count++] = row_copy(query->arena, row);
}

/* All rows of one record about the subject, as the tables have them now. */
static bool collect_now(struct query *query, const struct record *record, struct text subject, struct collection *into,
	struct error_list *errors)
{
	struct selection selection = { .record = record, .order_field = FIELD_ID, .limit = SELECT_LIMIT_MAXIMUM,
		.condition_count = 1 };
	selection.conditions[0] = (struct condition){ .comparison = IS, .value = value_text(subject),
		.field = record->person_field == FIELD_SELF ? FIELD_ID : record->person_field };
	struct rows rows;
	do {
		if (!select_rows(query->connection, query->arena, &selection, &rows, errors))
			return false;
		for (size_t i = 0; i < rows.count; i++)
			collect(query, into, rows.items[i]);
		if (rows.count) {
			selection.after_id = rows.items[rows.count - 1]->id;
			selection.after = value_text(selection.after_id);
		}
	} while (rows.count == SELECT_LIMIT_MAXIMUM);
	return true;
}

static bool collect_then(struct query *query, const struct record *record, const struct journal_entry *entries,
	size_t count, struct collection *into, struct error_list *errors)
{
	for (size_t i = 0; i < count; i++) {
		struct row *row;
		if (!text_equal_string(entries[i].record, record->name))
			continue;
		if (!replay_row(query->arena, query->registry, service_keys(query->service), &entries[i], &row, errors))
			return false;
		const struct row *now = NULL;
		if (row && record->lapsed_readers
			&& !select_load(query->connection, query->arena, record, row->id, &now, errors))
			return false;
		if (row && !(now && query_is_lapsed(query, now)))
			collect(query, into, row);
	}
	return true;
}

/* The subject's own row decides whether there is a file to open at all. */
static bool may_open_file(struct query *query, struct text subject, struct error_list *errors)
{
	const struct row *row;
	if (query->registry->subject)
		return query_peek(query, query->registry->subject, subject, &row, errors);
	error_say(errors, E_NOT_FOUND, NULL, N_("There is nothing here that you can open"));
	return false;
}

bool query_file(struct query *query, struct text subject, int64_t moment, struct rows *out_rows, struct error_list *errors)
{
	struct journal_entry *entries = NULL;
	size_t count = 0;
	struct collection collection = { 0 };
	const struct registry *registry = query->registry;
	if (!may_open_file(query, subject, errors))
		return false;
	if (moment != 0
		&& !journal_file_at(query->connection, query->arena, subject, moment, &entries, &count, errors))
		return false;
	for (size_t i = 0; i < registry->record_count; i++) {
		const struct record *record = registry->records[i];
		enum access_reason reason;
		if (record->person_field == FIELD_NONE)
			continue;
		if (!query_decide(query, record, NULL, subject, text_empty(), &reason, errors))
			return false;
		if (reason != ACCESS_ALLOWED)
			continue; /* behaves as if there were none */
		if (moment == 0 ? !collect_now(query, record, subject, &collection, errors)
				: !collect_then(query, record, entries, count, &collection, errors))
			return false;
	}
	query_note(query, query->kind ? query->kind : "file", subject, text_from(registry->subject->name), subject);
	*out_rows = (struct rows){ .items = collection.items, .count = collection.count };
	return true;
}

/* ---- timeline ---- */

/* May the actor read rows of this record about the subject? Unknown records (from a newer program) are not shown. */
static bool is_visible(struct query *query, struct text record_name, struct text subject, const struct record **out_record,
	bool *out_visible, struct error_list *errors)
{
	*out_visible = false;
	*out_record = registry_record(query->registry, record_name);
	if (!*out_record)
		return true;
	enum access_reason reason;
	if (!query_decide(query, *out_record, NULL, subject, text_empty(), &reason, errors))
		return false;
	*out_visible = reason == ACCESS_ALLOWED;
	return true;
}

static struct text step_key(struct query *query, struct text name, int64_t revision)
{
	return arena_format(query->arena, "%.*s/%lld", TEXT_FORMAT(name), (long long)revision);
}

/* A row as a revision left it, opened once a request: what is after one step is before the next. */
struct step {
	const struct row *row;
	struct text reason;
};

static bool step_of(struct query *query, struct map *steps, const struct journal_entry *entry, struct step **out_step,
	struct error_list *errors)
{
	struct text key = step_key(query, entry->name, entry->revision);
	struct step *step = map_get(steps, key);
	if (!step) {
		step = ARENA_NEW(query->arena, struct step);
		if (!row_of(query, entry, &step->row, &step->reason, errors))
			return false;
		map_set(steps, key, step);
	}
	*out_step = step;
	return true;
}

/* The row before an entry's revision: NULL for the first. */
static bool row_before(struct query *query, struct map *steps, const struct journal_entry *entry, const struct row **out_row,
	struct error_list *errors)
{
	struct journal_entry *before;
	struct step *step;
	*out_row = NULL;
	if (entry->revision <= 1)
		return true;
	step = map_get(steps, step_key(query, entry->name, entry->revision - 1));
	if (!step) {
		if (!journal_revision(query->connection, query->arena, entry->name, entry->revision - 1, &before, errors))
			return false;
		if (!before)
			return true;
		if (!step_of(query, steps, before, &step, errors))
			return false;
	}
	*out_row = step->row;
	return true;
}

static bool change_of(struct query *query, struct map *steps, const struct journal_entry *entry, struct change *out_change,
	struct error_list *errors)
{
	struct step *step;
	const struct row *before;
	if (!step_of(query, steps, entry, &step, errors) || !row_before(query, steps, entry, &before, errors))
		return false;
	*out_change = (struct change){ .entry = *entry, .row = step->row, .before = before,
		.changed = step->row ? changed_fields(before, step->row) : 0, .act = entry->type, .reason = step->reason,
		.actor_name = name_of(query, entry->actor) };
	return true;
}

struct timeline {
	struct map steps; /* "table/id/revision" -> struct step */
	struct change *changes;
	size_t count, capacity;
};

static bool add_step(struct query *query, struct timeline *timeline, struct text subject, const struct journal_entry *entry,
	struct error_list *errors)
{
	const struct record *record;
	struct change change;
	bool visible;
	if (!is_visible(query, entry->record, subject, &record, &visible, errors))
		return false;
	if (!visible)
		return true;
	if (!change_of(query, &timeline->steps, entry, &change, errors))
		return false;
	if (change.row && (query_is_about_hidden(query, change.row) || query_is_sealed(query, change.row) || query_is_closed(query, change.row)))
		return true;
	const struct row *now = NULL;
	if (record->lapsed_readers && !select_load(query->connection, query->arena, record, entry->record_id, &now, errors))
		return false;
	if (now && query_is_lapsed(query, now))
		return true;
	if (timeline->count == timeline->capacity) {
		timeline->capacity = timeline->capacity ? timeline->capacity * 2 : 64;
		struct change *more = ARENA_ARRAY(query->arena, struct change, timeline->capacity);
		for (size_t i = 0; i < timeline->count; i++)
			more[i] = timeline->changes[i];
		timeline->changes = more;
	}
	timeline->changes[timeline->count++] = change;
	return true;
}

bool query_timeline(struct query *query, struct text subject, int64_t before, size_t limit, struct change **out_changes,
	size_t *out_count, struct error_list *errors)
{
	struct timeline timeline = { 0 };
	struct journal_entry *entries;
	size_t count;
	if (limit == 0 || limit > SELECT_LIMIT_MAXIMUM)
		limit = SELECT_LIMIT_MAXIMUM;
	if (!may_open_file(query, subject, errors))
		return false;
	map_begin(&timeline.steps, query->arena);
	do {
		if (!journal_about(query->connection, query->arena, "j", subject, before, limit, &entries, &count, errors))
			return false;
		/* A page ends between two moments, so that the next one can begin before the last of this one. */
		for (size_t i = 0; i < count && (timeline.count < limit || entries[i].time == before); i++) {
			if (!add_step(query, &timeline, subject, &entries[i], errors))
				return false;
			before = entries[i].time;
		}
	} while (timeline.count < limit && count >= limit);
	query_note(query, "timeline", subject, text_from(query->registry->subject->name), subject);
	*out_changes = timeline.changes;
	*out_count = timeline.count;
	return true;
}

/* ---- who read ---- */

/* Notes of a moment ago are still in the writer's queue and newer than this snapshot: both are renewed. */
static bool renew_snapshot(struct query *query, struct error_list *errors)
{
	if (!store_rollback(query->connection, errors)) {
		query->open = false;
		return false;
	}
	writer_flush(query->service);
	map_begin(&query->loaded, query->arena);
	query->open = store_begin_read(query->connection, errors);
	return query->open;
}

/* While an unannounced visit goes on, the facility does not learn from its own access log whose file was opened; afterwards it does. */
static bool is_kept_back(struct query *query, struct map *visitors, struct text user)
{
	struct error_list ignored;
	const struct row *account = NULL;
	int64_t *until = map_get(visitors, user);
	if (access_looks_back(query->actor))
		return false;
	if (!until) {
		until = ARENA_NEW(query->arena, int64_t);
		error_list_begin(&ignored, query->arena);
		if (select_load(query->connection, query->arena, &RECORD_USER_ACCOUNT, user, &account, &ignored) && account
			&& row_is_yes(account, USER_UNANNOUNCED))
			*until = row_moment(account, USER_VALID_UNTIL);
		map_set(visitors, arena_copy(query->arena, user), until);
	}
	return *until > service_now(query->service);
}

/* That a row which is closed to the actor was read says that there is one. */
static bool is_closed_reading(struct query *query, const struct record *record, struct text id)
{
	struct error_list ignored;
	const struct row *row = NULL;
	if (record->closed_to_field <= 0 && !(record->flags & RECORD_ENGINE))
		return false;
	error_list_begin(&ignored, query->arena);
	return !select_load(query->connection, query->arena, record, id, &row, &ignored) || (row && query_is_closed(query, row));
}

bool query_readers(struct query *query, struct text subject, size_t limit, struct reading **out_readings, size_t *out_count,
	struct error_list *errors)
{
	struct journal_entry *entries;
	size_t count, found = 0;
	if (limit == 0 || limit > SELECT_LIMIT_MAXIMUM)
		limit = SELECT_LIMIT_MAXIMUM;
	if (!may_open_file(query, subject, errors) || !renew_snapshot(query, errors)
		|| !journal_about(query->connection, query->arena, "a", subject, 0, limit, &entries, &count, errors))
		return false;
	struct reading *readings = ARENA_ARRAY(query->arena, struct reading, count + 1);
	struct map visitors;
	map_begin(&visitors, query->arena);
	for (size_t i = 0; i < count; i++) {
		const struct record *record;
		bool visible;
		if (is_kept_back(query, &visitors, entries[i].actor))
			continue;
		/* That a health file was read says that there is one. */
		if (!text_is_empty(entries[i].record)) {
			if (!is_visible(query, entries[i].record, subject, &record, &visible, errors))
				return false;
			if (!visible || (record && is_closed_reading(query, record, entries[i].record_id)))
				continue;
		}
		readings[found++] = (struct reading){ .time = entries[i].time, .actor = entries[i].actor,
			.actor_name = name_of(query, entries[i].actor), .kind = entries[i].type,
			.record = entries[i].record, .record_id = entries[i].record_id, .log = entries[i].log,
			.index = entries[i].index };
	}
	query_note(query, "readers", subject, text_from(query->registry->subject->name), subject);
	*out_readings = readings;
	*out_count = found;
	return true;
}
