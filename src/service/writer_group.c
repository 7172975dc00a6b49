/* writer_group.c - one transaction: each ticket in its savepoint, the access notes, the seal, the commit, the answers. */
#include "base/log.h"
#include "service/internal.h"
#include "service/names.h"

#define SAVEPOINT "command"

/* True when the transaction is still good, whether or not the ticket is. */
static bool give_up(struct service *service, struct arena *arena, struct ticket *ticket, bool wrote)
{
	struct error_list errors;
	error_list_begin(&errors, arena);
	ticket->ok = false;
	bool good = store_rollback_to(service->connection, SAVEPOINT, &errors) &&
		store_release(service->connection, SAVEPOINT, &errors);
	if (wrote) {
		journal_return_to_mark(service->journal);
		facility_cache_forget(service);
	}
	return good;
}

static bool run_ticket(struct service *service, struct arena *arena, struct ticket *ticket)
{
	bool wrote = false;
	ticket->ran = true;
	if (!ticket->command && !ticket->task) { /* a flush */
		ticket->ok = true;
		return true;
	}
	if (!store_savepoint(service->connection, SAVEPOINT, ticket->errors))
		return false;
	journal_mark(service->journal);
	if (ticket->command) {
		ticket->ok = command_execute(service, arena, ticket, &wrote, &ticket->pending);
	} else {
		wrote = true; /* a task may run commands of its own */
		ticket->ok = ticket->task(ticket->task_state, service->connection, arena, ticket->errors) &&
			store_flush(service->connection, ticket->errors);
	}
	if (!ticket->ok)
		return give_up(service, arena, ticket, wrote);
	return store_release(service->connection, SAVEPOINT, ticket->errors);
}

static bool append_note(struct service *service, struct arena *arena, const struct note_slot *slot,
	struct error_list *errors)
{
	struct journal_receipt receipt;
	struct text code = text_from(slot->facility_code);
	struct journal_note note = {.log_kind = "a", .facility_code = text_is_empty(code) ? TEXT_OF("hub") : code,
		.time = slot->time, .type = text_from(slot->kind), .actor = text_from(slot->actor),
		.subject = text_from(slot->subject), .record = text_from(slot->record_id[0] ? slot->record : ""),
		.record_id = text_from(slot->record_id), .clock_unsynced = service->clock_doubtful};
	if (!journal_append(service->journal, arena, &note, &receipt, errors))
		return false;
	atomic_fetch_add(&service->entries, 1);
	return true;
}

/* A note that the journal cannot carry must not keep everything else from being written; it is reported. */
static bool append_notes(struct service *service, struct arena *arena, const struct note_slot *notes, size_t count,
	struct error_list *errors)
{
	for (size_t i = 0; i < count; i++) {
		struct error_list faults;
		error_list_begin(&faults, arena);
		if (append_note(service, arena, &notes[i], &faults))
			continue;
		if (!error_list_has(&faults, E_JOURNAL)) {
			error_append(errors, &faults);
			return false;
		}
		log_event(LOG_ERROR, "access_note_refused", "kind", notes[i].kind, NULL);
	}
	return true;
}

static bool run_group(struct service *service, struct arena *arena, struct ticket *tickets, const struct note_slot *notes,
	size_t note_count, struct error_list *errors)
{
	struct connection *connection = service->connection;
	service->clock_doubtful = !clock_is_sure(service->clock);
	if (!store_begin(connection, errors))
		return false;
	for (struct ticket *ticket = tickets; ticket; ticket = ticket->next) {
		if (!run_ticket(service, arena, ticket)) {
			error_say(errors, E_STORE, NULL, N_("The database did not take this; nothing was changed"));
			return false;
		}
	}
	return append_notes(service, arena, notes, note_count, errors) && journal_seal(service->journal, arena, errors) &&
		store_commit(connection, errors);
}

/* The server went away: a new connection, and the journal on top of it. */
static bool reconnect(struct service *service, struct error_list *errors)
{
	if (service->connection && service->journal && connection_is_alive(service->connection))
		return true;
	log_event(LOG_WARNING, "writer_reconnects", NULL);
	if (service->connection)
		connection_close(service->connection);
	service->connection = NULL;
	service->journal = NULL;
	return store_writer(service->store, &service->connection, errors) && service_open_journal(service, errors);
}

static void take_back(struct service *service, struct arena *arena)
{
	struct error_list ignored;
	error_list_begin(&ignored, arena);
	if (service->connection && connection_is_alive(service->connection))
		store_rollback(service->connection, &ignored);
	if (service->journal)
		journal_return(service->journal);
	facility_cache_forget(service);
}

static void log_failure(struct arena *arena, const struct error_list *errors)
{
	for (size_t i = 0; i < errors->count; i++)
		log_event(LOG_ERROR, "group_failed", "error", arena_string(arena, error_english(arena, &errors->items[i])),
			"detail", arena_string(arena, errors->items[i].detail), NULL);
}

/* After done() the ticket may be gone with its caller's stack. */
static void answer(struct ticket *tickets, bool committed, const struct error_list *errors)
{
	while (tickets) {
		struct ticket *ticket = tickets;
		tickets = ticket->next;
		if (!committed) {
			/* What was refused anyway keeps its own answer. */
			if (ticket->ok || !ticket->ran)
				error_append(ticket->errors, errors);
			ticket->ok = false;
		} else if (ticket->ok && ticket->command) {
			outcome_copy(ticket->arena, &ticket->pending, ticket->out_outcome);
		}
		ticket->done(ticket->state, ticket->ok);
	}
}

bool group_run(struct service *service, struct arena *arena, struct ticket *tickets, const struct note_slot *notes,
	size_t note_count)
{
	struct error_list errors;
	error_list_begin(&errors, arena);
	bool committed = reconnect(service, &errors) &&
		run_group(service, arena, tickets, notes, note_count, &errors);
	if (!committed) {
		log_failure(arena, &errors);
		take_back(service, arena);
	}
	if (atomic_exchange(&service->facility_written, false))
		facility_cache_forget(service);
	if (service->account_written)
		atomic_fetch_add(&service->account_generation, 1);
	service->account_written = false;
	names_group_ended(service, committed);
	atomic_fetch_add(&service->groups, 1);
	answer(tickets, committed, &errors);
	return committed;
}
