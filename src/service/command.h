/*
 * command.h - the one write path. Every change of every table comes through here, whoever asks (form, REST, CSV import,
 * command line, clocks).
 *
 * command_run: parse input by type; authorise; load the target, compare versions; field checks; decide; rules (before
 * anything is written; refuse, warn, breach); journal; project; outbox; commit in a group; receipt. It returns after the
 * commit is durable. command_submit does the same without blocking: `done` runs on the writer thread after the commit and
 * must only hand over (it may not call back into the service). All faults are collected. A repeated idempotency key with
 * the same body gives the first outcome; with another body E_IDEMPOTENCY.
 *
 * Warnings: a WARN rule without a reason in `warning_reasons` gives E_RULE_WARNING with the rule's citation and nothing is
 * written; with a reason the act goes on and the reason stands in the payload of every entry of the act.
 *
 * Second person: an act with ACT_SECOND_PERSON run by one person writes a `proposal` row (act, input, reason, who, until)
 * and answers with outcome.waiting; engine act "proposal.approve" by another person (a role in seconds, not the same
 * user) runs it with both names in the entries, "proposal.decline" ends it with a reason.
 *
 * Generic acts: for each record with keepers the registry of the service offers "<record>.add" and "<record>.correct" (with correctors
 * only the second)
 * (inputs = the record's own non-derived fields, correct also takes the row as its last input `target` and wants a reason).
 * correct changes only the inputs that the command names; one named and empty takes the value away; a correction that
 * changes nothing makes no revision and no receipt.
 */
#ifndef CUSTOS_SERVICE_COMMAND_H
#define CUSTOS_SERVICE_COMMAND_H

#include "service/service.h"

struct pair {
	struct text name, value;
};

struct command {
	struct text act;		/* "person.admit" */
	const struct pair *inputs;	/* text forms by input name; unknown names give E_UNKNOWN_FIELD */
	size_t input_count;
	struct text reason;		/* in own words */
	const struct pair *warning_reasons; /* rule id -> reason */
	size_t warning_count;
	bool record_fact;
	int64_t expected_version;	/* of the target; 0 = not checked */
	struct text idempotency_key;	/* empty = none */
	struct text source_key;		/* import: key of the source row, see import.h; empty otherwise */
};

struct outcome {
	struct text record, record_id;	/* the decision's result */
	int64_t version;
	bool waiting;			/* became a proposal: record is "proposal" */
	bool repeated;			/* answered from the idempotency key */
	struct journal_receipt *receipts;
	size_t receipt_count;
	struct text *breaches;		/* rule ids of breaches recorded with it */
	size_t breach_count;
};

/* Everything in outcome and errors lives on the caller's arena. */
bool command_run(struct service *service, struct arena *arena, const struct actor *actor, const struct command *command,
	struct outcome *out_outcome, struct error_list *errors);

struct command_ticket;
typedef void command_done(void *state, bool ok);
/* Arena, command, outcome and errors must stay untouched by the caller until done was called. */
void command_submit(struct service *service, struct arena *arena, const struct actor *actor, const struct command *command,
	struct outcome *out_outcome, struct error_list *errors, command_done *done, void *state);

/* Parse, authorise, decide and rules without writing: for dry runs and for showing warnings beforehand. Same answers. */
bool command_try(struct service *service, struct arena *arena, const struct actor *actor, const struct command *command,
	struct outcome *out_outcome, struct error_list *errors);
/* Many commands in one go (import): one group, each with its own errors; stops nothing. */
void command_run_many(struct service *service, struct arena *arena, const struct actor *actor,
	const struct command *commands, size_t count, struct outcome *out_outcomes, struct error_list *out_errors,
	bool *out_done);
/* Counters for the bench and doctor. */
struct command_figures { int64_t commands, groups, entries, refused; };
struct command_figures command_figures(const struct service *service);

#endif
