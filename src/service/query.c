/* query.c - the one read path: a snapshot a request, decision before every answer, and an entry in the access log. */
#include "service/query.h"

#include "service/query_scope.h"
#include "service/writer.h"

/* What a reader takes away on paper or as a file is worth its own word in the access log. */
static const char *purpose_kind(const char *purpose)
{
	static const char *const kinds[] = { "print", "export" };
	for (size_t i = 0; purpose && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (text_equal_string(text_from(purpose), kinds[i]))
			return kinds[i];
	return NULL;
}

static void release(void *thing)
{
	query_end(thing);
}

bool query_begin(struct service *service, struct arena *arena, const struct actor *actor, const char *purpose,
	struct query **out_query, struct error_list *errors)
{
	struct connection *connection = service_reader(service, errors);
	if (!connection || !store_begin_read(connection, errors))
		return false;
	struct query *query = ARENA_NEW(arena, struct query);
	*query = (struct query){ .service = service, .registry = service_registry(service), .arena = arena, .actor = actor,
		.kind = purpose_kind(purpose), .connection = connection, .open = true };
	map_begin(&query->facts, arena);
	map_begin(&query->names, arena);
	map_begin(&query->loaded, arena);
	arena_on_release(arena, release, query);
	*out_query = query;
	return true;
}

void query_end(struct query *query)
{
	if (!query->open)
		return;
	query->open = false;
	struct arena *arena = arena_create();
	struct error_list ignored; /* nothing was written: a snapshot that cannot be given back dies with its connection */
	error_list_begin(&ignored, arena);
	store_rollback(query->connection, &ignored);
	arena_destroy(arena);
}

struct service *query_service(const struct query *query)
{
	return query->service;
}

const struct actor *query_actor(const struct query *query)
{
	return query->actor;
}

struct arena *query_arena(const struct query *query)
{
	return query->arena;
}

struct connection *query_connection(const struct query *query)
{
	return query->connection;
}

void query_note(struct query *query, const char *kind, struct text subject, struct text record, struct text id)
{
	struct access_note note = { .kind = kind, .actor = query->actor->id, .subject = subject, .record = record,
		.record_id = id, .time = service_now(query->service) };
	struct arena *arena = query->arena;
	struct error_list ignored; /* where the subject is only chooses the log; the hub's takes what cannot be placed */
	error_list_begin(&ignored, arena);
	struct subject_facts *facts;
	if (!text_is_empty(subject) && query_facts(query, subject, NULL, &facts, &ignored)
		&& !text_is_empty(facts->facility))
		note.facility_code = service_facility_code(query->service, query->connection, arena, facts->facility);
	writer_note_access(query->service, &note);
}

static bool load(struct query *query, const struct record *record, struct text id, const char *kind,
	const struct row **out_row, struct error_list *errors)
{
	enum access_reason reason = access_read(query->actor, &(struct access_object){ .record = record });
	if (reason != ACCESS_ALLOWED)
		return query_refuse(reason, errors);
	struct text key = arena_format(query->arena, "%s/%.*s", record->name, TEXT_FORMAT(id));
	const struct row *row = map_get(&query->loaded, key);
	if (row) {
		if (kind)
			query_note_row(query, kind, row);
		*out_row = row;
		return true;
	}
	if (!select_load(query->connection, query->arena, record, id, &row, errors))
		return false;
	if (!row) {
		error_say(errors, E_NOT_FOUND, NULL, N_("There is nothing here that you can open"));
		return false;
	}
	if (!query_decide(query, record, row, row_subject(row), row_facility(row), &reason, errors))
		return false;
	if (reason != ACCESS_ALLOWED)
		return query_refuse(reason, errors);
	if (kind)
		query_note_row(query, kind, row);
	row = query_redact(query, row);
	map_set(&query->loaded, key, (void *)(uintptr_t)row);
	*out_row = row;
	return true;
}

bool query_load(struct query *query, const struct record *record, struct text id, const struct row **out_row,
	struct error_list *errors)
{
	return load(query, record, id, query->kind ? query->kind : "read", out_row, errors);
}

bool query_peek(struct query *query, const struct record *record, struct text id, const struct row **out_row,
	struct error_list *errors)
{
	return load(query, record, id, NULL, out_row, errors);
}

bool query_list(struct query *query, struct selection *selection, struct rows *out_rows, struct error_list *errors)
{
	struct rows rows;
	if (!query_scope(query, selection, errors)
		|| !select_rows(query->connection, query->arena, selection, &rows, errors))
		return false;
	const struct registry *registry = query->registry;
	bool is_subject = selection->record == registry->subject
		&& !(selection->hidden & (UINT64_C(1) << registry->subject_facility));
	for (size_t i = 0; i < rows.count; i++) {
		struct subject_facts *facts; /* the row at hand saves the note a look-up */
		if (is_subject && !query_facts(query, rows.items[i]->id, rows.items[i], &facts, errors))
			return false;
		rows.items[i]->redacted |= selection->hidden;
		query_note_row(query, query->kind ? query->kind : "list", rows.items[i]);
	}
	*out_rows = rows;
	return true;
}

bool query_count(struct query *query, struct selection *selection, int64_t *out_count, struct error_list *errors)
{
	return query_scope(query, selection, errors)
		&& select_count(query->connection, query->arena, selection, out_count, errors);
}

bool query_tally(struct query *query, struct selection *selection, struct tally *tally, struct error_list *errors)
{
	return query_scope(query, selection, errors)
		&& select_tally(query->connection, query->arena, selection, tally, errors);
}
