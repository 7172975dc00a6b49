/* command.c - the one write path: the steps of a command in order, and the ways to hand one to the writer. */
#include "service/internal.h"

#include "base/random.h"

static bool is_sound(const struct execution *execution)
{
	return execution->errors->count == execution->errors_before;
}

/* Everything that happens before the first write; all faults are collected as far as they can be told apart. */
static bool assess(struct execution *execution)
{
	if (!execution_parse(execution) || !execution_authorise(execution))
		return false;
	if (!execution_decide(execution))
		return false;
	execution_rules(execution);
	return is_sound(execution);
}

static bool needs_second(const struct execution *execution)
{
	return (execution->act->flags & ACT_SECOND_PERSON) && !execution->second && !execution->actor->is_system;
}

/* The approved act first, so that the outcome and the order in the journal speak of it. */
static bool write_all(struct execution *outer, struct execution *inner, struct outcome *outcome)
{
	const struct ticket *ticket = outer->ticket;
	*outer->wrote = true;
	if (inner && !execution_write(inner, outcome))
		return false;
	if (!execution_write(outer, outcome))
		return false;
	if (ticket->also && !ticket->also(ticket->also_state, outer->connection, outer->arena, outcome, outer->errors))
		return false;
	return outcome_keep(outer, outcome) && store_flush(outer->connection, outer->errors);
}

static bool assess_all(struct execution *outer, struct execution *inner, bool *out_has_inner)
{
	*out_has_inner = false;
	if (!assess(outer))
		return false;
	if (outer->act == &ACT_PROPOSAL_APPROVE) {
		if (!execution_approved(outer, inner) || !assess(inner))
			return false;
		*out_has_inner = true;
		execution_consequences(inner);
	} else if (needs_second(outer)) {
		execution_propose(outer);
	}
	execution_consequences(outer);
	return is_sound(outer);
}

static bool execute(struct service *service, struct arena *arena, struct ticket *ticket, bool *out_wrote,
	struct outcome *out_outcome)
{
	struct execution outer = {.service = service, .connection = service->connection, .arena = arena,
		.command = ticket->command, .ticket = ticket, .actor = ticket->actor, .errors = ticket->errors,
		.errors_before = ticket->errors->count, .decision_id = identifier_new(arena), .wrote = out_wrote};
	struct execution inner;
	struct outcome outcome = {0};
	bool found, has_inner;
	execution_reader(&outer);
	if (!outcome_recall(&outer, &outcome, &found))
		return false;
	if (!found && !assess_all(&outer, &inner, &has_inner))
		return false;
	if (!found && ticket->dry) {
		if (has_inner)
			execution_outcome(&inner, &outcome);
		execution_outcome(&outer, &outcome);
	} else if (!found && !write_all(&outer, has_inner ? &inner : NULL, &outcome)) {
		return false;
	}
	*out_outcome = outcome;
	return true;
}

bool command_execute(struct service *service, struct arena *arena, struct ticket *ticket, bool *out_wrote,
	struct outcome *out_outcome)
{
	bool done = execute(service, arena, ticket, out_wrote, out_outcome);
	atomic_fetch_add(done ? &service->commands : &service->refused, 1);
	return done;
}

/* ---- handing over ---- */

struct waiting {
	pthread_mutex_t mutex;
	pthread_cond_t done;
	size_t left;
};

static void count_down(void *state, bool ok)
{
	(void)ok; /* stands in the ticket */
	struct waiting *waiting = state;
	pthread_mutex_lock(&waiting->mutex);
	if (--waiting->left == 0)
		pthread_cond_signal(&waiting->done);
	pthread_mutex_unlock(&waiting->mutex);
}

static void run_and_wait(struct service *service, struct ticket **tickets, size_t count)
{
	struct waiting waiting = {.left = count};
	if (count == 0)
		return;
	pthread_mutex_init(&waiting.mutex, NULL);
	pthread_cond_init(&waiting.done, NULL);
	for (size_t i = 0; i < count; i++) {
		tickets[i]->done = count_down;
		tickets[i]->state = &waiting;
	}
	writer_queue(service, tickets, count);
	pthread_mutex_lock(&waiting.mutex);
	while (waiting.left > 0)
		pthread_cond_wait(&waiting.done, &waiting.mutex);
	pthread_mutex_unlock(&waiting.mutex);
	pthread_cond_destroy(&waiting.done);
	pthread_mutex_destroy(&waiting.mutex);
}

static bool has_writer(const struct service *service, struct error_list *errors)
{
	if (service->writer)
		return true;
	error_say(errors, E_STATE, NULL, N_("This is open for reading only"));
	return false;
}

static bool run_one(struct service *service, struct ticket *ticket)
{
	if (!has_writer(service, ticket->errors))
		return false;
	run_and_wait(service, &ticket, 1);
	return ticket->ok;
}

bool command_run(struct service *service, struct arena *arena, const struct actor *actor, const struct command *command,
	struct outcome *out_outcome, struct error_list *errors)
{
	struct ticket ticket = {.arena = arena, .actor = actor, .command = command, .out_outcome = out_outcome,
		.errors = errors};
	return run_one(service, &ticket);
}

bool command_run_with(struct service *service, struct arena *arena, const struct actor *actor,
	const struct command *command, command_also *also, void *state, struct outcome *out_outcome,
	struct error_list *errors)
{
	struct ticket ticket = {.arena = arena, .actor = actor, .command = command, .out_outcome = out_outcome,
		.errors = errors, .also = also, .also_state = state};
	return run_one(service, &ticket);
}

bool command_try(struct service *service, struct arena *arena, const struct actor *actor, const struct command *command,
	struct outcome *out_outcome, struct error_list *errors)
{
	struct ticket ticket = {.arena = arena, .actor = actor, .command = command, .out_outcome = out_outcome,
		.errors = errors, .dry = true};
	return run_one(service, &ticket);
}

bool writer_run(struct service *service, struct arena *arena, writer_task *task, void *state, struct error_list *errors)
{
	struct ticket ticket = {.arena = arena, .errors = errors, .task = task, .task_state = state};
	return run_one(service, &ticket);
}

void command_submit(struct service *service, struct arena *arena, const struct actor *actor, const struct command *command,
	struct outcome *out_outcome, struct error_list *errors, command_done *done, void *state)
{
	if (!has_writer(service, errors)) {
		done(state, false);
		return;
	}
	struct ticket *ticket = ARENA_NEW(arena, struct ticket);
	*ticket = (struct ticket){.arena = arena, .actor = actor, .command = command, .out_outcome = out_outcome,
		.errors = errors, .done = done, .state = state};
	writer_queue(service, &ticket, 1);
}

void command_run_many(struct service *service, struct arena *arena, const struct actor *actor,
	const struct command *commands, size_t count, struct outcome *out_outcomes, struct error_list *out_errors,
	bool *out_done)
{
	struct ticket **tickets = ARENA_ARRAY(arena, struct ticket *, count + 1);
	struct ticket *all = ARENA_ARRAY(arena, struct ticket, count + 1);
	for (size_t i = 0; i < count; i++) {
		error_list_begin(&out_errors[i], arena);
		out_done[i] = false;
		all[i] = (struct ticket){.arena = arena, .actor = actor, .command = &commands[i],
			.out_outcome = &out_outcomes[i], .errors = &out_errors[i]};
		tickets[i] = &all[i];
		if (!service->writer)
			has_writer(service, &out_errors[i]);
	}
	if (service->writer)
		run_and_wait(service, tickets, count);
	for (size_t i = 0; i < count; i++)
		out_done[i] = all[i].ok;
}

struct command_figures command_figures(const struct service *service)
{
	struct service *counters = (struct service *)(uintptr_t)service;
	return (struct command_figures){.commands = atomic_load(&counters->commands),
		.groups = atomic_load(&counters->groups), .entries = atomic_load(&counters->entries),
		.refused = atomic_load(&counters->refused)};
}
