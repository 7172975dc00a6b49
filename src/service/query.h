/*
 * query.h - the one read path: access decision, select with the scope in the WHERE clause and only visible columns,
 * redaction, access log.
 *
 * A reading of rows with a subject is recorded in the access log by the writer thread (queued; a reader never writes).
 * The same actor reading the same row again within one second makes one entry. A full queue makes readers wait. query
 * functions use the calling thread's reader inside one snapshot per request (query_begin/query_end).
 */
#ifndef CUSTOS_SERVICE_QUERY_H
#define CUSTOS_SERVICE_QUERY_H

#include "service/access.h"
#include "service/service.h"

struct query; /* one request's reading: service, arena, actor, connection, snapshot */

/* purpose: "print" and "export" become the kind of the access log's entries instead of "read" and "list"; others only say
 * what the request is for; NULL for none. */
bool query_begin(struct service *service, struct arena *arena, const struct actor *actor, const char *purpose,
	struct query **out_query, struct error_list *errors);
void query_end(struct query *query); /* also hung on the arena */
struct service *query_service(const struct query *query);
const struct actor *query_actor(const struct query *query);
struct arena *query_arena(const struct query *query);
struct connection *query_connection(const struct query *query);

/* One row, redacted and logged. E_NOT_FOUND when absent or hidden; E_ACCESS when refused openly. */
bool query_load(struct query *query, const struct record *record, struct text id, const struct row **out_row,
	struct error_list *errors);
/* As above but without an entry in the access log: only for titles of references on a page about another row. */
bool query_peek(struct query *query, const struct record *record, struct text id, const struct row **out_row,
	struct error_list *errors);
/* Fills scope and hidden columns into the selection itself. */
bool query_list(struct query *query, struct selection *selection, struct rows *out_rows, struct error_list *errors);
bool query_count(struct query *query, struct selection *selection, int64_t *out_count, struct error_list *errors);
/* As query_count(), by the values of a field (store/select.h). */
bool query_tally(struct query *query, struct selection *selection, struct tally *tally, struct error_list *errors);
/* Record an access to a subject that a hand-written report made. kind: "roll", "search" ... */
void query_note(struct query *query, const char *kind, struct text subject, struct text record, struct text id);

/* As of a moment: the row as it stood (NULL when it was not there yet). Decrypted from the journal; redacted; logged. */
bool query_as_of(struct query *query, const struct record *record, struct text id, int64_t moment,
	const struct row **out_row, struct error_list *errors);

struct change { /* one step of a row's history */
	struct journal_entry entry;
	const struct row *row;	/* as it stood after; NULL when the key is destroyed */
	const struct row *before; /* NULL for the first */
	uint64_t changed;	/* bits of fields that differ from before */
	struct text act, reason, actor_name;
};
bool query_history(struct query *query, const struct record *record, struct text id, struct change **out_changes,
	size_t *out_count, struct error_list *errors);
/* A subject's whole file at a moment (0 = now): newest revision of each visible row, by record. */
bool query_file(struct query *query, struct text subject, int64_t moment, struct rows *out_rows, struct error_list *errors);
/* A subject's journal, newest first: for the timeline. */
bool query_timeline(struct query *query, struct text subject, int64_t before, size_t limit, struct change **out_changes,
	size_t *out_count, struct error_list *errors);
/* Who read this file. */
struct reading { int64_t time; struct text actor, actor_name, kind, record, record_id, log; int64_t index; };
bool query_readers(struct query *query, struct text subject, size_t limit, struct reading **out_readings, size_t *out_count,
	struct error_list *errors);

#endif
