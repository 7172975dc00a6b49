/*
 * query_scope.h - internal to the query files: what a request's reading holds, and the facts that decisions need.
 *
 * Facts about a subject (where it is, the other end of a transfer, gone) are read once a request and kept in `facts`.
 */
#ifndef CUSTOS_SERVICE_QUERY_SCOPE_H
#define CUSTOS_SERVICE_QUERY_SCOPE_H

#include "base/map.h"
#include "service/query.h"

struct query {
	struct service *service;
	const struct registry *registry;
	struct arena *arena;
	const struct actor *actor;
	const char *kind;	/* word for the access log that the purpose gives ("print", "export"), or NULL */
	struct connection *connection;
	struct map facts;	/* subject id -> struct subject_facts */
	struct map names;	/* user id -> struct text, display name */
	struct map loaded;	/* "table/id" -> struct row as decided and redacted: one snapshot, so it stays true */
	const struct text *all_facilities; /* identifiers, read on first need */
	size_t all_facility_count;
	bool open;
};

struct subject_facts {
	bool exists, gone;
	struct text facility, other;
	bool last_known; /* `other` of a gone subject has been looked for */
};

/* Facts about a subject; never NULL on success. row: its row when the caller has it, else NULL and it is loaded. */
bool query_facts(struct query *query, struct text subject, const struct row *row, struct subject_facts **out_facts,
	struct error_list *errors);
/* A deadline, breach, document ... (records of the engine with a field about_record) about a row in a compartment that the
 * actor does not have: it would tell that the row exists. */
bool query_is_about_hidden(const struct query *query, const struct row *row);
/* Lapsed, and this reader is not among those who look at what has lapsed. */
bool query_is_lapsed(const struct query *query, const struct row *row);
/* A row under a seal (model/record.h) that somebody else made. The row as it stands now decides, also for what it once was. */
bool query_is_sealed(struct query *query, const struct row *row);
/* A row that is closed to the actor by name (model/record.h), or one about such a row. True when that cannot be found out. */
bool query_is_closed(struct query *query, const struct row *row);
/* The decision for rows of a record that belong to (subject, facility); row may be NULL. False only when reading failed. */
bool query_decide(struct query *query, const struct record *record, const struct row *row, struct text subject,
	struct text facility, enum access_reason *out_reason, struct error_list *errors);
/* E_NOT_FOUND for what may not be known to exist, E_ACCESS with the reason otherwise. Always false. */
bool query_refuse(enum access_reason reason, struct error_list *errors);
/* Copy of the row without what the actor may not see; the row itself when there is nothing to withhold. */
const struct row *query_redact(struct query *query, const struct row *row);
/* Queues an entry of the access log about a row with a subject. */
void query_note_row(struct query *query, const char *kind, const struct row *row);
/* Fills scope, own interest and hidden columns into a selection. False with errors when the list is refused. */
bool query_scope(struct query *query, struct selection *selection, struct error_list *errors);

#endif
