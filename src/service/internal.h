/*
 * internal.h - internal to this folder: what an open service is made of, and the steps of one command.
 *
 * struct service belongs to whoever opened it; the fields marked "writer" are touched by the writer thread only, those
 * under a mutex by anybody who holds it, the rest is constant after service_open.
 */
#ifndef CUSTOS_SERVICE_INTERNAL_H
#define CUSTOS_SERVICE_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/map.h"
#include "format/json.h"
#include "service/deadline.h"
#include "service/profile.h"
#include "service/records.h"
#include "service/writer.h"

struct names;
struct writer;
struct import_jobs;

struct facility_cache { /* facility id -> code and zone */
	pthread_mutex_t mutex;
	struct arena *arena;
	struct map map;
	uint64_t generation; /* moves on whenever a facility row was written or a group rolled back */
};

struct account_cache; /* account_cache.c */

struct reader { /* one thread's reader connection */
	struct service *service;
	struct connection *connection;
	struct reader *next;
};

struct service {
	struct arena *arena;
	const char *folder;
	const char *database; /* URL */
	struct map config; /* key -> struct text */
	struct text base;
	struct text zone; /* where no facility says otherwise; empty: UTC */
	const struct clock *clock;
	const struct registry *registry;
	struct map rules; /* act name -> struct rule_list */
	struct profile *_Atomic profile; /* in force; swapped as a whole by the writer (profile_store.h) */
	struct text profile_signature; /* writer */
	int64_t profile_quarter;       /* writer */
	atomic_bool profile_written;
	struct store *store;
	struct keys *keys;
	bool fast;

	struct connection *connection; /* writer */
	struct journal *journal;       /* writer; NULL while the journal has to be opened anew */
	struct arena *journal_arena;   /* writer */
	struct writer *writer;	       /* NULL: opened for reading only */
	struct names *names;	       /* indexes of names; NULL: not started */
	struct import_jobs *import_jobs; /* NULL: not started */

	pthread_key_t reader_key;
	pthread_mutex_t reader_mutex;
	struct reader *readers, *idle_readers; /* in use; slots of threads that ended */

	struct facility_cache facilities;
	struct account_cache *accounts;
	atomic_uint_least64_t account_generation; /* moves on after a group that wrote an account, before it is answered */
	bool account_written;	      /* writer */
	bool clock_doubtful;	      /* writer: entries of this group are marked */
	atomic_bool facility_written; /* a group touched a facility row: the cache goes once more when it ended */
	atomic_int_least64_t commands, groups, entries, refused;
};

struct rule_list {
	const struct rule **items;
	size_t count;
};

/* ---- config.c ---- */
/* Reads FOLDER/config ("key = value" lines, # comments) into service->config. */
bool config_read(struct service *service, struct error_list *errors);
bool config_write(struct arena *arena, const char *folder, struct text base, const char *database,
	struct error_list *errors);

/* ---- service.c ---- */
/* Opens the journal again after a rollback that it cannot follow; false when the database is away. */
bool service_open_journal(struct service *service, struct error_list *errors);
/* Connection of the calling thread: the writer's on the writer thread, its reader elsewhere. */
struct connection *service_connection(struct service *service, struct error_list *errors);
struct rule_list service_rules(const struct service *service, const char *act);

/* ---- facility.c ---- */
struct facility_facts {
	struct text code; /* empty: no such facility */
	struct text zone;
};
void facility_cache_begin(struct facility_cache *cache);
void facility_cache_end(struct facility_cache *cache);
void facility_cache_forget(struct service *service);
struct facility_facts facility_facts(struct service *service, struct connection *connection, struct arena *arena,
	struct text facility);

/* ---- account_cache.c ---- */
struct account_cache *account_cache_create(void);
void account_cache_destroy(struct account_cache *cache);

/* ---- calendar.c ---- */
struct date zones_date(struct text zone, int64_t moment);
int64_t zones_midnight(struct text zone, struct date day);
/* deadline_due in the named zone (unknown or empty: UTC). */
int64_t zones_due(struct text zone, const struct clock_kind *clock, int64_t length, int64_t started_at,
	const struct calendar *calendar);

/* ---- writer.c ---- */
struct ticket {
	struct arena *arena; /* the caller's */
	const struct actor *actor;
	const struct command *command; /* NULL: a task */
	struct outcome *out_outcome;
	struct error_list *errors;
	command_done *done;
	void *state;
	command_also *also;
	void *also_state;
	writer_task *task; /* may be NULL: only to wait */
	void *task_state;
	bool dry;

	bool ok, ran;
	struct outcome pending; /* on the group's arena until the commit */
	struct ticket *next;
};
/* ticker: also let deadlines lapse once a minute (not where a test owns the time). */
bool writer_start(struct service *service, bool ticker, struct error_list *errors);
void writer_stop(struct service *service);
bool writer_is_current(const struct service *service);
/* writer_group.c: one transaction for a group of tickets and notes. True when it is committed; tickets are answered. */
struct note_slot { /* an access note at rest in the queue */
	const char *kind;
	int64_t time;
	char actor[64], subject[64], record[64], record_id[64], facility_code[128];
};
bool group_run(struct service *service, struct arena *arena, struct ticket *tickets, const struct note_slot *notes,
	size_t note_count);
/* Queues count tickets at once; each ticket's done is called later. */
void writer_queue(struct service *service, struct ticket **tickets, size_t count);

/* ---- command: the steps of one command ---- */
struct execution {
	struct service *service;
	struct connection *connection;
	struct arena *arena; /* the group's */
	const struct command *command;
	const struct ticket *ticket;
	const struct actor *actor, *second;
	const struct act *act;
	struct error_list *errors;
	struct map loaded; /* "record/id" -> row: nothing is written before everything is decided */
	struct act_reader reader;
	struct act_context context;
	struct row *input;
	uint64_t given; /* bits of inputs that the command named, empty ones too */
	const struct row *target;
	struct text subject, facility; /* whom and where the act is about */
	struct decision decision;
	struct text decision_id;
	const struct pair *warnings; /* rules that warned, with the reason */
	size_t warning_count;
	struct text rules; /* what the rules saw and answered (rule_trace.h); empty: none looked */
	struct text *breaches;
	size_t breach_count;
	size_t errors_before;
	bool *wrote;
	bool waiting; /* became a proposal */
	bool inner;   /* a proposed act that a second person approves now */
};

/* command.c: on the writer thread, inside a savepoint; out_wrote is set as soon as something was written. */
bool command_execute(struct service *service, struct arena *arena, struct ticket *ticket, bool *out_wrote,
	struct outcome *out_outcome);
/* command_read.c: the act_reader over the writer's connection. */
void execution_reader(struct execution *execution);
const struct row *execution_load(struct execution *execution, const struct record *record, struct text id);
/* Row as the decision leaves it, else as stored. */
const struct row *execution_row(struct execution *execution, const struct record *record, struct text id);
/* Where the subject is after the act: empty when gone or unknown. */
struct text execution_subject_facility(struct execution *execution, struct text subject);
bool execution_exists(struct execution *execution, const struct record *record, struct text id);
/* The execution that a context belongs to: for engine acts only. */
struct execution *execution_of(const struct act_context *context);
/* command_parse.c: act, inputs, target, access. */
bool execution_parse(struct execution *execution);
bool execution_authorise(struct execution *execution);
/* command_check.c: decide, rows, references, uniqueness. False when the act made no decision; faults of rows are in errors. */
bool execution_decide(struct execution *execution);
/* command_rules.c: rules, breaches and deadlines become rows. */
void execution_rules(struct execution *execution);
void execution_consequences(struct execution *execution);
/* command_proposal.c */
void execution_propose(struct execution *execution);
bool execution_approved(struct execution *outer, struct execution *out_inner);
/* command_write.c: entries and rows. */
void execution_outcome(struct execution *execution, struct outcome *outcome);
bool execution_write(struct execution *execution, struct outcome *outcome);
/* command_outcome.c */
bool outcome_recall(struct execution *execution, struct outcome *out_outcome, bool *out_found);
bool outcome_keep(struct execution *execution, const struct outcome *outcome);
void outcome_copy(struct arena *arena, const struct outcome *from, struct outcome *out_outcome);
/* Keys older than seven days; run by the ticker. */
bool outcome_forget_old(struct service *service, struct error_list *errors);

#endif
